/** Patterns -> words in a row as stored items are looked up by. */
import type { NearRows, WordRow } from '../../domain/search.ts';
import { LANGUAGES } from './language.ts';
import type { Pattern, PatternWord } from './pattern.ts';
import { stemOf } from './stems.ts';

/** What has more ways to be written is not written out. */
const MOST_WAYS = 64;

/** One of each, in every way; null when there are too many. */
export function waysThrough<Part>(choices: readonly (readonly Part[])[]): readonly (readonly Part[])[] | null {
  const count = choices.reduce((product, { length }) => product * length, 1);
  if (count > MOST_WAYS) return null;
  const longer = (ways: readonly (readonly Part[])[], parts: readonly Part[]) =>
    ways.flatMap((way) => parts.map((part) => [...way, part]));
  return choices.reduce<readonly (readonly Part[])[]>(longer, [[]]);
}

/** A pattern by its letters. Where it compares forms, that is a part of what it finds; where exactly, that and more. */
export function letterRow({ words }: Pick<Pattern, 'words'>): WordRow {
  return { kind: 'row', by: 'letters', words: words.map(({ text }) => text), isOpen: isOpen({ words }) };
}

/**
 * A pattern by the forms of its words, one row for each language, since a text is in one. Where the pattern compares
 * letters of whole words, that is what it finds and more.
 */
export function formRows({ words }: Pick<Pattern, 'words'>): readonly WordRow[] {
  const ways = [null, ...LANGUAGES].map((language) =>
    words.map(({ text }) => (language ? stemOf(text, language) : text)),
  );
  const distinct = new Map(ways.map((way) => [way.join(' '), way]));
  return [...distinct.values()].map((way) => ({ kind: 'row', by: 'forms', words: way, isOpen: isOpen({ words }) }));
}

/** Whether the last word is only the beginning of one. */
export function isOpen({ words }: Pick<Pattern, 'words'>): boolean {
  return words.at(-1)?.prefix ?? false;
}

/** A row can be open at its end only: `general licen* 1*` are two of them. */
export function segmentsOf({ words }: Pick<Pattern, 'words'>): readonly (readonly PatternWord[])[] {
  const segments: PatternWord[][] = [[]];
  words.forEach((word, index) => {
    segments.at(-1)?.push(word);
    if (word.prefix && index < words.length - 1) segments.push([]);
  });
  return segments;
}

/** Segments of one pattern, in a row and also otherwise: between the first and the last stand the others. */
export function segmentRows(segments: readonly (readonly PatternWord[])[]): NearRows {
  const within = segments.slice(1, -1).reduce((sum, { length }) => sum + length, 0);
  return { kind: 'near', of: segments.map((words) => letterRow({ words })), within };
}

/**
 * Rows near each other. Queries count from the end of the first row, what looks them up from the end of each, which is
 * not the same where a short row stands inside of a longer one: `isWide` takes in all that may be meant.
 */
export function nearRows(of: readonly WordRow[], within: number, isWide: boolean): NearRows {
  const lengths = of.map(({ words }) => words.length);
  return { kind: 'near', of, within: within + (isWide ? Math.max(...lengths) - Math.min(...lengths) : 0) };
}
