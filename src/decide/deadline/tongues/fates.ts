/** What a sentence says has come of a term, by the table of a language. */
import type { DeadlineStatus } from '../../../domain/deadline.ts';
import { lowered, sign } from './patterns.ts';
import type { Fates } from './words.ts';

/** How far before a verb a wish or a denial still governs it. */
const REACH = 60;

/** Where another clause begins. */
const CLAUSE = /[,;:—–]/;

/** What stands before a verb in its own clause. */
export function clauseBefore(text: string): string {
  return text.slice(-REACH).split(CLAUSE).at(-1) ?? '';
}

/** The first row of the table that stands; "pending" for one that is denied or only wished for. */
export function fateReader({ told, supposed }: Fates): (sentence: string) => readonly DeadlineStatus[] {
  const rows = told.map(([words, status]) => [sign(`\\b(?:${words})`), status] as const);
  const isSupposed = sign(`\\b(?:${supposed})\\b`);
  return (sentence) => {
    const text = lowered(sentence);
    const found: DeadlineStatus[] = [];
    for (const [words, status] of rows) {
      const match = words.exec(text);
      if (!match) continue;
      const isOpen = status === 'pending' || isSupposed.test(clauseBefore(text.slice(0, match.index)));
      found.push(isOpen ? 'pending' : status);
    }
    return found;
  };
}
