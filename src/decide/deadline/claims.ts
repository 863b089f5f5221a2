/**
 * What the words around a count claim of it: "moves up the deadline … 10 or 12 days, down from 50". A date shows by
 * itself whether it is earlier or later than the one before; a count, told on another day, does not.
 */
import type { Reading } from '../../domain/deadline.ts';
import type { Sentence } from './sentences.ts';
import { DEADLINE, EXTEND, SHORTEN } from './terms.ts';
import { NUMBER } from './vocabulary.ts';

interface Claim {
  readonly change: Reading['change'];
  readonly pattern: RegExp;
}

const claim = (change: Claim['change'], words: string): Claim => ({ change, pattern: new RegExp(words, 'i') });

const CLAIMS: readonly Claim[] = [
  claim('brought_forward', `\\b${SHORTEN}\\b[^.;]{0,60}\\b${DEADLINE}\\b`),
  claim(
    'brought_forward',
    `\\b${DEADLINE}\\b[^.;]{0,40}\\b(?:shortened|brought forward|moved (?:up|forward)|cut|reduced)\\b`,
  ),
  claim('brought_forward', `\\b(?:new|shorter|tighter|earlier|sooner|closer)(?: \\w+)? ${DEADLINE}\\b`),
  claim(
    'brought_forward',
    `\\b(?:down from|instead of|rather than|sooner than|earlier than) (?:the |about )?(?:original |initial )?${NUMBER}[- ](?:day|week|month)`,
  ),
  claim('extended', `\\b${EXTEND}\\b[^.;]{0,60}\\b${DEADLINE}\\b`),
  claim('extended', `\\b(?:more|additional|extra) (?:time|days|weeks)\\b(?! (?:to live|left|to go|remain\\w*)\\b)`),
];

/** The first claim that a sentence makes of a deadline; `unsaid` when none does. */
export function claimIn(sentences: readonly Sentence[]): Reading['change'] {
  const made = CLAIMS.find(({ pattern }) => sentences.some((sentence) => pattern.test(sentence.text)));
  return made?.change ?? 'unsaid';
}

/** `readings` with the claim on each count that waits and claims nothing itself. */
export function withClaim(readings: readonly Reading[], sentences: readonly Sentence[]): readonly Reading[] {
  if (!readings.some(isOpen)) return readings;
  const change = claimIn(sentences);
  return readings.map((reading) => (isOpen(reading) ? { ...reading, change } : reading));
}

function isOpen(reading: Reading): boolean {
  return reading.count !== null && reading.change === 'unsaid' && reading.tier !== 'C';
}
