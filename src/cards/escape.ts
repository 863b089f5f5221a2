/**
 * Text from feeds made harmless: whatever a title contains, members see those characters and nothing else happens. In
 * order: clean, cut, escape; an escape is therefore never cut in two.
 */

/** Controls, bidi overrides, invisible and private characters; joiners stay, emoji and several scripts need them. */
const INVISIBLE = /(?![\s\u200C\u200D])[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/gu;
/** More than four marks on one letter reach into the lines above and below. */
const STACKED_MARKS = /(\p{M}{4})\p{M}+/gu;
const MARKDOWN = /[\\*_~`|<>[\]:]/g;
/** What opens a heading, list or subtext, and only at the start of a line; quotes and `*` are escaped everywhere. */
const LINE_OPENER = /^(\d*)([#+\-.)])/;
const READABLE = /[\p{L}\p{N}\p{P}\p{S}]/u;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * One line of plain text. Every `@` is followed by a zero-width space: Discord looks for `@everyone` without regard
 * to markdown's backslash.
 */
export function clean(text: string): string {
  return text
    .replace(INVISIBLE, '')
    .replace(STACKED_MARKS, '$1')
    .replace(/\s+/gu, ' ')
    .trim()
    .replaceAll('@', '@\u200B');
}

/** Whether anything in `text` can be seen. */
export function isReadable(text: string): boolean {
  return READABLE.test(text);
}

/** The longest start of `text` that ends between two graphemes and is at most `max` UTF-16 units long. */
function startOf(text: string, max: number): string {
  let end = 0;
  for (const { index, segment } of graphemes.segment(text.slice(0, max + 2))) {
    if (index + segment.length > max) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}

/** At most `max` UTF-16 units, cut between graphemes and, where one is near, between words; a cut shows as `…`. */
export function truncate(text: string, max: number): string {
  if (text.length <= max) return text;
  const start = startOf(text, max - 1);
  const space = start.lastIndexOf(' ');
  return `${space > start.length * 0.8 ? start.slice(0, space) : start.trimEnd()}…`;
}

/** Backslashes before everything Discord's markdown, mentions, emoji, timestamps and links begin with. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKDOWN, '\\$&').replace(LINE_OPENER, '$1\\$2');
}

/** Plain text from outside, one line of at most `max` UTF-16 units. */
export function plain(text: string, max: number): string {
  return truncate(clean(text), max);
}

/** The same as markdown: at most twice `max` long. */
export function escaped(text: string, max: number): string {
  return escapeMarkdown(plain(text, max));
}

/** The first 25 words at most: as much of a report as is quoted. */
export function quotable(text: string): string {
  const all = clean(text).split(' ');
  return all.length <= 25 ? all.join(' ') : `${all.slice(0, 25).join(' ')}…`;
}
