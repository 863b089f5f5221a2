/** Words that take a deadline back, in the same clause as what it is called. */
import type { StatusMention } from '../../../domain/deadline.ts';
import { quoteOf } from '../quote.ts';
import type { Sentence } from '../sentences.ts';
import { clauseBefore } from './fates.ts';
import { lowered, sign } from './patterns.ts';
import type { Words } from './words.ts';

const WITHIN = '[^.;,:]{0,60}?';

/** Finds what withdraws a deadline in a sentence; null where that is denied or only wished for. */
export function withdrawalReader({ classes, fates }: Words): (sentence: Sentence) => StatusMention | null {
  const verbs = fates.told.filter(([, status]) => status === 'lifted').map(([words]) => words);
  const lifts = `(?:${verbs.join('|')})`;
  const told = sign(`\\b(?:${lifts}${WITHIN}\\b(?:${classes.term})\\b|(?:${classes.term})\\b${WITHIN}\\b${lifts})`);
  const isSupposed = sign(`\\b(?:${fates.supposed})\\b`);
  return ({ text, start }) => {
    const plain = lowered(text);
    const match = told.exec(plain);
    if (!match || isSupposed.test(clauseBefore(plain.slice(0, match.index)))) return null;
    const span = [match.index, match.index + match[0].length] as const;
    return { change: 'withdrawn', about: 'deadline', cue: 'tongue_withdrawn', ...quoteOf(text, start, span) };
  };
}
