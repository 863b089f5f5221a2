/** What a query speaks of already, so that nothing of it is proposed again. */
import type { CompiledQuery } from '../match/compile.ts';
import { positiveTerms, type Query, type Term } from '../match/query.ts';
import { stemsOf } from '../match/stems.ts';
import { stopsOf } from './groups.ts';

/** Whether a word stands in the query, as it is written there or in another form. */
export type IsKnown = (word: string) => boolean;

/** Asks by the words of the query's terms and NOT-terms, those of its alias sets included. */
export function wordsKnownTo(query: CompiledQuery): IsKnown {
  const words = [query.query, ...stopsOf(query)].flatMap(positiveTerms).flatMap(wordsOf);
  const whole = new Set(words.filter(({ prefix }) => !prefix).flatMap(({ text, stems }) => [text, ...stems]));
  const beginnings = words.filter(({ prefix }) => prefix).map(({ text }) => text);
  return (word) =>
    stemsOf(word).some((form) => whole.has(form)) || beginnings.some((beginning) => word.startsWith(beginning));
}

function wordsOf({ patterns }: Term) {
  return patterns.flatMap(({ words }) => words);
}

/** The single words a part of a query looks for whole, as compared. */
export function singleWordsOf(query: Query): readonly string[] {
  const patterns = positiveTerms(query).flatMap((term) => term.patterns);
  return patterns
    .flatMap(({ words }) => words.filter((word) => words.length === 1 && !word.prefix))
    .map((word) => word.text);
}
