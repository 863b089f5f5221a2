/** Where texts name outlets that others quote and credit. */
import type { Label, Outlet, Source } from '../../domain/outlet.ts';

/** An outlet named in a text. */
export interface Named {
  readonly source: Source;
  /** What stands before and after the name, cut to what a cue may need. */
  readonly before: string;
  readonly after: string;
  /** Whether these are all there is. */
  readonly isNearStart: boolean;
  readonly isNearEnd: boolean;
}

/** Finds the outlets that a text names, in its order. */
export type NameReader = (text: string) => readonly Named[];

/** Newsrooms. A government that is quoted is a speaker, and an aggregator nobody's origin. */
const QUOTABLE: ReadonlySet<Label> = new Set<Label>(['wire', 'press', 'state-funded', 'state-controlled']);

/** A cue with its article, adjectives and "news agency" is no longer than this. */
const REACH = 72;
const NEAR = 60;

/** Russian and Ukrainian decline a name that ends like one of their own words: "Укринформу", "Интерфакса". */
const DECLINED = '(?:у|а|ом|ем|е|ові)?';

function sourceOf({ id: outlet, name, label, group, state }: Outlet): Source {
  return { outlet, name, label, group, state };
}

function pattern(name: string): string {
  const plain = name.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  return /[бвгджзклмнпрстфхцчшщ]$/u.test(name) ? plain + DECLINED : plain;
}

/** The names by which one letter begins, longest first: a reader asks only those that can match where it stands. */
function alternatives(names: readonly string[]): string {
  const byLetter = new Map<string, string[]>();
  for (const name of names) {
    const letter = name.slice(0, 1);
    byLetter.set(letter, [...(byLetter.get(letter) ?? []), pattern(name.slice(1))]);
  }
  const group = ([letter, rests]: [string, string[]]) => `${letter}(?:${rests.join('|')})`;
  return [...byLetter].map(group).join('|');
}

const LETTER_BEFORE = /[\p{L}\p{Nd}_-]$/u;

function namedAt(text: string, start: number, end: number, source: Source): Named | null {
  const before = text.slice(Math.max(0, start - REACH), start);
  if (LETTER_BEFORE.test(before)) return null;
  const after = text.slice(end, end + REACH);
  return { source, before, after, isNearStart: start <= NEAR, isNearEnd: end + REACH >= text.length };
}

/** Names are compared as written, capitals and all: "bild", "fox" and "ap" are words. */
export function nameReader(outlets: readonly Outlet[]): NameReader {
  const sources = new Map<string, Source>();
  for (const outlet of outlets)
    if (QUOTABLE.has(outlet.label)) for (const name of outlet.names) sources.set(name, sourceOf(outlet));
  if (sources.size === 0) return () => [];
  const names = [...sources.keys()].sort((a, b) => b.length - a.length);
  const find = new RegExp(`(?:${alternatives(names)})(?![\\p{L}\\p{Nd}_]|[.-]\\p{L})`, 'gu');
  const sourceNamed = (text: string) =>
    sources.get(text) ?? sources.get(names.find((name) => text.startsWith(name)) ?? '');
  return (text) =>
    [...text.matchAll(find)].flatMap((match) => {
      const source = sourceNamed(match[0]);
      const named = source && namedAt(text, match.index, match.index + match[0].length, source);
      return named ? [named] : [];
    });
}
