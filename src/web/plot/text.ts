/**
 * Foreign text in a picture: made harmless, measured, broken and cut. Widths are estimates on the wide side, in the
 * measure of the shipped font, so that nothing runs into its neighbour or out of the picture.
 */
import { clean, truncate } from '../../cards/escape.ts';

/** How much is read of any text at all. */
const LONGEST = 300;
/** What no XML document may hold, and `clean` leaves. */
const NO_XML = /[\uFFFE\uFFFF]/g;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Widths of kinds of graphemes, plain and bold, in the font's size; the first kind counts. */
const WIDTHS: readonly (readonly [pattern: RegExp, plain: number, bold: number])[] = [
  [/^[\p{Mn}\p{Cf}]+$/u, 0, 0],
  [/^[ iljIJ.,'’·]$/, 0.32, 0.39],
  [/^[-frt:;!|()[\]/]$/, 0.42, 0.5],
  [/^[ckszvxy]$/, 0.6, 0.67],
  [/^[a-lnopqu0-9EFLPSTY“”"„–]$/, 0.64, 0.75],
  [/^[α-ωά-ώ]$/, 0.85, 0.95],
  [/^[а-еёз-лн-ухцчъьэяіїєґ]$/, 0.7, 0.8],
  [/^[A-LNOPQRSTUVXYZwА-ЕЁЗ-ЛН-УХЦЧЬЭЯІЇЄҐ&«»]$/, 0.83, 0.93],
  [/^\p{Script=Arabic}/u, 0.8, 0.9],
  [/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Hebrew}\p{P}]/u, 1.1, 1.4],
  [/./su, 1.4, 1.4],
];

export interface Room {
  /** In units of the picture. */
  readonly width: number;
  /** Of the font, in the same units. */
  readonly size: number;
  readonly bold?: boolean;
}

/** One line of characters that can do nothing but be read. */
export function harmless(text: string): string {
  return truncate(clean(text.slice(0, 4 * LONGEST).replace(NO_XML, '')), LONGEST);
}

function widthOfGrapheme(grapheme: string, bold: boolean): number {
  const [, plain = 1, heavy = 1] = WIDTHS.find(([pattern]) => pattern.test(grapheme)) ?? [];
  return bold ? heavy : plain;
}

/** At least as wide as `text` will be, in units of the picture. */
export function widthOf(text: string, { size, bold = false }: Pick<Room, 'size' | 'bold'>): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += widthOfGrapheme(segment, bold);
  return width * size;
}

/** The longest start of `text` that fits and ends between graphemes, or between words where a space is near. */
function startOf(text: string, room: Room): string {
  let end = 0;
  let left = room.width;
  for (const { index, segment } of graphemes.segment(text)) {
    left -= widthOf(segment, room);
    if (left < 0) break;
    end = index + segment.length;
  }
  const space = text[end] === ' ' ? end : text.lastIndexOf(' ', end);
  return text.slice(0, space > end / 2 ? space : end);
}

/** `text` in one line, cut with an ellipsis where there is no room. */
export function cut(text: string, room: Room): string {
  if (widthOf(text, room) <= room.width) return text;
  const ellipsis = widthOf('…', room);
  return `${startOf(text, { ...room, width: room.width - ellipsis }).trimEnd()}…`;
}

/** `text` in at most `most` lines, the last of them cut. */
export function linesOf(text: string, room: Room, most: number): readonly string[] {
  if (most <= 1 || widthOf(text, room) <= room.width) return [cut(text, room)];
  const first = startOf(text, room);
  const rest = text.slice(first.length).trimStart();
  return rest === '' ? [first] : [first, ...linesOf(rest, room, most - 1)];
}

/** In its own direction, whatever stands around it: what is written from right to left ends at its left. */
export function isolated(text: string): string {
  return `\u2068${text}\u2069`;
}
