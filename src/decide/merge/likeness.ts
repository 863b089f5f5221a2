/** How alike reports read: cosine over the stems of their titles, rare ones weighing more. */
import type { Commonness } from '../match/commonness.ts';
import { type Language, languageOf, votesFor } from '../match/language.ts';
import { type Token, tokenise } from '../match/normalise.ts';
import { stemOf } from '../match/stems.ts';
import type { Rarity } from '../vector.ts';
import { sameStem } from './synonyms.ts';
import { tollPlaces } from './tolls.ts';
import { voicesOf } from './voices.ts';

/** What a report is headed by; where it has no title, its opening stands for one. */
export interface Headed {
  readonly title: string;
  readonly lede: string;
}

/** Scripts whose texts are mostly in one language, for headlines without a small word that tells theirs. */
const SCRIPTS: readonly (readonly [RegExp, Language])[] = [
  [/[іїєґ]/u, 'uk'],
  [/\p{Script=Cyrillic}/u, 'ru'],
  [/\p{Script=Arabic}/u, 'ar'],
];

function languageIn(tokens: readonly Token[], text: string): Language {
  const folded = text.toLowerCase();
  return languageOf(tokens) ?? SCRIPTS.find(([script]) => script.test(folded))?.[1] ?? 'en';
}

/** Digits tell one number of a series from the next; a single letter tells nothing. */
function isTelling({ text }: Token, language: Language): boolean {
  return /^\d$|../u.test(text) && !votesFor(text).includes(language);
}

/** A word of a text, and the stem it is compared by. */
export interface TellingToken {
  readonly token: Token;
  readonly word: string;
}

/** The words that tell one headline from another, in their order. */
export function tellingTokens(text: string): readonly TellingToken[] {
  const tokens = tokenise(text);
  const language = languageIn(tokens, text);
  const telling = tokens.filter((token) => isTelling(token, language));
  return telling.map((token) => ({ token, word: sameStem(stemOf(token.text, language)) }));
}

/** The stems that tell one headline from another, each once. */
export function tellingWords(text: string): ReadonlySet<string> {
  return new Set(tellingTokens(text).map(({ word }) => word));
}

/** Stands for a place whose victims are counted, and for a party whose word it is; no word of a headline has an `@`. */
const TOLL_AT = 'toll@';
const VOICE_OF = 'voice@';

function headWords(report: Headed): ReadonlySet<string> {
  const words = new Set(tellingWords(report.title || report.lede));
  for (const place of tollPlaces(report)) words.add(`${TOLL_AT}${place}`);
  for (const party of voicesOf(report).of) words.add(`${VOICE_OF}${party}`);
  return words;
}

const known = new WeakMap<object, ReadonlySet<string>>();

/**
 * The telling words of a report's title, with the places whose victims it counts and the parties whose word it is;
 * worked out once, because every later report is compared with it.
 */
export function titleWords(report: Headed): ReadonlySet<string> {
  const found = known.get(report) ?? headWords(report);
  known.set(report, found);
  return found;
}

/** Whether a word stands in the title as such; whose word it is does not. */
export function isSaid(word: string): boolean {
  return !word.includes('@');
}

/** Whether a word tells what happened: all but whose word it is. */
export function tellsEvent(word: string): boolean {
  return !word.startsWith(VOICE_OF);
}

/** Characters of an opening that say what happened; what follows is background. */
const OPENING = 240;

const openings = new WeakMap<object, ReadonlySet<string>>();

/** The words of a report's title and opening; worked out once. */
export function textWords(report: Headed): ReadonlySet<string> {
  const before = openings.get(report);
  if (before) return before;
  const found = new Set([...titleWords(report), ...tellingWords(report.lede.slice(0, OPENING))]);
  openings.set(report, found);
  return found;
}

/** How many reports hold each word. */
export type Counts = ReadonlyMap<string, number>;

/** So many reports of news at large are imagined beside those of the storyline, so that it need not start cold. */
const IMAGINED = 100;

/** One word alone never makes two headlines alike, however rare it is. */
const RAREST = 7;

/** Who fights, rules and mediates is in most headlines of a war and its talks: it hardly tells one from another. */
const CAST = new Set(
  'Russia Moscow Kremlin Putin Ukraine Kyiv Zelensky US Washington Trump'
    .split(' ')
    .flatMap((name) => [...tellingWords(name)]),
);
const CAST_AT_MOST = 0.8;

/** Whether a word names who is in most headlines anyway. */
export function isCast(word: string): boolean {
  return CAST.has(word);
}

/** One party has its word on many things in a day. */
const VOICE_AT_MOST = 3;

function mostOf(word: string): number {
  if (CAST.has(word)) return CAST_AT_MOST;
  return tellsEvent(word) ? RAREST : VOICE_AT_MOST;
}

/** How much words tell by their share in news at large alone. */
export function rarityAtLarge(commonness: Commonness): Rarity {
  return (word) => Math.min(mostOf(word), -Math.log(commonness.ofStem(word)));
}

/**
 * How much words tell among `total` reports: by their share in news at large or in those reports, whichever is more
 * common.
 */
export function rarityAmong(counts: Counts, total: number, commonness: Commonness): Rarity {
  const worked = new Map<string, number>();
  const rarityOf = (word: string) => {
    const atLarge = commonness.ofStem(word);
    const here = ((counts.get(word) ?? 0) + IMAGINED * atLarge) / (total + IMAGINED);
    return Math.min(mostOf(word), -Math.log(Math.min(1, Math.max(atLarge, here))));
  };
  return (word) => {
    const before = worked.get(word);
    if (before !== undefined) return before;
    const rarity = rarityOf(word);
    worked.set(word, rarity);
    return rarity;
  };
}

/** What several reports say counts for more than what one says, but not in proportion. */
const DAMPING = 0.7;

function lengthOfCounts(counts: Counts, rarity: Rarity): number {
  let sum = 0;
  for (const [word, count] of counts) sum += (rarity(word) * count ** DAMPING) ** 2;
  return Math.sqrt(sum) || 1;
}

/** Of a title as a direction in the space of words. */
export function lengthOf(words: ReadonlySet<string>, rarity: Rarity): number {
  let sum = 0;
  for (const word of words) sum += rarity(word) ** 2;
  return Math.sqrt(sum) || 1;
}

/** 0 (no word shared) … 1: a title and what several reports say together. */
export function likenessToAll(own: ReadonlySet<string>, counts: Counts, rarity: Rarity): number {
  let sum = 0;
  for (const word of own) sum += rarity(word) ** 2 * (counts.get(word) ?? 0) ** DAMPING;
  return sum === 0 ? 0 : sum / (lengthOf(own, rarity) * lengthOfCounts(counts, rarity));
}

/** 0 (no word shared) … 1: two titles. */
export function likeness(own: ReadonlySet<string>, other: ReadonlySet<string>, rarity: Rarity): number {
  let sum = 0;
  for (const word of own) if (other.has(word)) sum += rarity(word) ** 2;
  return sum === 0 ? 0 : sum / (lengthOf(own, rarity) * lengthOf(other, rarity));
}
