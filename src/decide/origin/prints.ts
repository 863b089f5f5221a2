/** What a text leaves behind to be compared with others: its runs of words, and its facts in their order. */
import { tokenise } from '../match/normalise.ts';

/** What is compared: a report, or an item on its way to become one. */
export interface Written {
  readonly title: string;
  readonly lede: string;
}

export interface Print {
  /** The title's words as compared, one space between. */
  readonly title: string;
  readonly titleWords: number;
  /** Runs of three words of the opening; of the title where there is no opening to speak of. */
  readonly runs: ReadonlySet<string>;
  /** Pairs of words of the opening. */
  readonly pairs: ReadonlySet<string>;
  readonly words: number;
  readonly hasLede: boolean;
  /** Names, numbers and quotations of the opening, in their order: what a rewriting program leaves alone. */
  readonly facts: readonly string[];
  /** How many of these are numbers or quotations. */
  readonly hardFacts: number;
}

/** Fewer words than these are a teaser, and say too little to be known again. */
const LEDE_FROM = 12;

function runsOf(words: readonly string[], length: number): ReadonlySet<string> {
  const runs = new Set<string>();
  for (let at = 0; at + length <= words.length; at += 1) runs.add(words.slice(at, at + length).join(' '));
  return runs;
}

/** A number, a quotation of some words, or a word with a capital. */
const FACT = /["“«„]([^"”»“]{12,})["”»“]|\d[\d.,]*|\p{Lu}[\p{L}'’-]+/gu;
const SENTENCE_START = /(?:^|[.!?:…])["”»’\s]*["“«„]?\s*$/u;

interface Facts {
  readonly facts: readonly string[];
  readonly hardFacts: number;
}

/** The first word of a sentence has a capital whatever it is. */
function factsOf(text: string): Facts {
  const facts: string[] = [];
  let hardFacts = 0;
  for (const match of text.matchAll(FACT)) {
    const isName = /^\p{Lu}/u.test(match[0]);
    if (isName && SENTENCE_START.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
    facts.push(match[0].toLowerCase().replace(/[.,]+$/, ''));
    hardFacts += isName ? 0 : 1;
  }
  return { facts, hardFacts };
}

function printed({ title, lede }: Written): Print {
  const titleWords = tokenise(title).map(({ text }) => text);
  const ledeWords = tokenise(lede).map(({ text }) => text);
  const hasLede = ledeWords.length >= LEDE_FROM;
  const words = hasLede ? ledeWords : titleWords;
  return {
    title: titleWords.join(' '),
    titleWords: titleWords.length,
    runs: runsOf(words, 3),
    pairs: runsOf(words, 2),
    words: words.length,
    hasLede,
    ...factsOf(lede),
  };
}

const known = new WeakMap<object, Print>();

/** The print of a report; worked out once, because every later report is compared with it. */
export function printOf(written: Written): Print {
  const print = known.get(written) ?? printed(written);
  known.set(written, print);
  return print;
}
