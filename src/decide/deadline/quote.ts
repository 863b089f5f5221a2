/** The words of a text that stand as evidence: at most 25, around the expression that was read. */

const MOST_WORDS = 25;
/** Most of what tells what a date means stands before it. */
const WORDS_BEFORE = 15;

export interface Quote {
  readonly quote: string;
  readonly span: readonly [start: number, end: number];
}

interface Word {
  readonly start: number;
  readonly end: number;
}

function wordsOf(text: string): readonly Word[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** `around` are offsets in `sentence`, which begins at `offset` of the text; the span is the quote's, in the text. */
export function quoteOf(sentence: string, offset: number, around: readonly [start: number, end: number]): Quote {
  const words = wordsOf(sentence);
  const hit = words.findIndex((word) => word.end > around[0]);
  const latestFirst = Math.max(0, words.length - MOST_WORDS);
  const first = Math.min(Math.max(0, hit - WORDS_BEFORE), latestFirst);
  const kept = words.slice(first, first + MOST_WORDS);
  const start = kept[0]?.start ?? 0;
  const end = kept.at(-1)?.end ?? sentence.length;
  return { quote: sentence.slice(start, end), span: [offset + start, offset + end] };
}
