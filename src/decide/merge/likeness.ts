/** How alike two reports read: cosine over title words, weighted by how rare a word is among the storyline's own reports. */
import { tokenise } from '../match/normalise.ts';
import type { Rarity } from '../vector.ts';

const COMMON = new Set(
  (
    'a about after again against all also amid an and any are as at be been before being but by can could did do does for from ' +
    'get had has have he her his how if in into is it its may more most new no not now of off on one or out over said say says she ' +
    'should since so some than that the their them then there these they this to under until up us was we were what when where ' +
    'which while who why will with would you'
  ).split(' '),
);

function stem(word: string): string {
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** The words that tell one headline from another, each once. */
export function tellingWords(text: string): ReadonlySet<string> {
  const words = tokenise(text).map((token) => token.text);
  return new Set(words.filter((word) => word.length > 1 && !COMMON.has(word)).map(stem));
}

const known = new WeakMap<object, ReadonlySet<string>>();

/** The telling words of a title; worked out once per report, because every later report is compared with it. */
export function titleWords(report: { readonly title: string }): ReadonlySet<string> {
  const found = known.get(report) ?? tellingWords(report.title);
  known.set(report, found);
  return found;
}

/**
 * Rarity over the given sets of words. Ten imagined reports without any of them keep the first hours of a storyline
 * from calling every word common.
 */
export function rarityAmong(reports: readonly ReadonlySet<string>[]): Rarity {
  const counts = new Map<string, number>();
  for (const words of reports) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const total = reports.length + 10;
  return (word) => Math.log(1 + total / ((counts.get(word) ?? 0) + 0.5));
}
