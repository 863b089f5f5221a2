/** Text to sentences, each with where it stands. */
import { matchesIn } from './matches.ts';
import { type Held, heldIn } from './stretches.ts';

export interface Sentence {
  readonly text: string;
  /** Offset of its first character in the whole text. */
  readonly start: number;
}

/** A sentence with the stretches of letters it holds, which tell what need not be looked for in it. */
export interface Sifted extends Sentence {
  readonly held: Held;
}

/** A full stop after one of these ends no sentence: courtesy titles, months, weekdays, bodies, and single letters. */
const ABBREVIATION =
  /(?:^|[\s("“‘'])(?:Mr|Mrs|Ms|Dr|Prof|Gen|Sen|Gov|Rep|Lt|Col|Sgt|Capt|Adm|St|No|Nos|Art|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun|Inc|Ltd|Co|Corp|vs|approx|\p{L}|(?:[A-Za-z]\.)+[A-Za-z])$/u;

/** "8. August", as German writes it. */
const NUMBERED = /(?:^|\s)\d{1,2}$/;
const GERMAN_MONTH = /^(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b/;

/** Where a sentence could end; the next must begin like one. */
const STOP = /[.!?…]["”’')\]]*\s+(?=["“‘'([]?[\p{Lu}\d])|\n\s*/gu;

/** "That is the deadline" speaks of the sentence before it: the two are read as one. */
const LOOKS_BACK =
  /^(?:that|this|which)(?:['’]s| is| was) (?:(?:the|a|his|her|its|their)\b.{0,40}\bdeadline\b|(?:what|how long|how much time|all)\b.{0,60}\b(?:give|gives|gave|has|have|had|gets?|got|needs?|allow(?:s|ed)?)\b)/i;

function endsSentence(text: string, stop: RegExpExecArray): boolean {
  if (stop[0].includes('\n')) return true;
  const before = text.slice(Math.max(0, stop.index - 12), stop.index);
  const after = text.slice(stop.index + stop[0].length, stop.index + stop[0].length + 80);
  if (text[stop.index] === '.' && ABBREVIATION.test(before)) return false;
  if (NUMBERED.test(before) && GERMAN_MONTH.test(after)) return false;
  return !LOOKS_BACK.test(after);
}

/** Splits at sentence ends and line breaks; every character but the white space between belongs to one sentence. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const stop of matchesIn(text, STOP)) {
    if (!endsSentence(text, stop)) continue;
    const next = stop.index + stop[0].length;
    sentences.push({ text: text.slice(start, next).trimEnd(), start });
    start = next;
  }
  sentences.push({ text: text.slice(start).trimEnd(), start });
  return sentences.filter((sentence) => sentence.text !== '');
}

class LazySifted implements Sifted {
  readonly text: string;
  readonly start: number;
  #held: Held | null = null;

  constructor({ text, start }: Sentence) {
    this.text = text;
    this.start = start;
  }

  get held(): Held {
    this.#held ??= heldIn(this.text);
    return this.#held;
  }
}

/** The sentence, its stretches told once they are asked for. */
export function sifted(sentence: Sentence): Sifted {
  return new LazySifted(sentence);
}

/** The sentence of `text` in which `position` lies. */
export function sentenceAt(text: string, position: number): string {
  const sentence = sentencesOf(text).findLast(({ start }) => start <= position);
  return sentence?.text ?? '';
}
