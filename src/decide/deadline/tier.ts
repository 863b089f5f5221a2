/** How far a reading may be trusted: who may see it posted, and a number to sort by. */
import type { Reading, Tier } from '../../domain/deadline.ts';
import type { Ground } from './cue.ts';
import type { When } from './when.ts';

/** What a reading rests on. */
export interface Grounds {
  readonly cue: Ground;
  readonly when: When;
  readonly precision: Reading['window']['precision'];
  readonly flags: readonly string[];
  /** Words say that the point is over. */
  readonly isPast: boolean;
  /** Words say that it held before another. */
  readonly isOld: boolean;
  /** The publisher speaks for the law or for the issuer. */
  readonly official: boolean;
}

const TRUST: Readonly<Record<Ground['trust'], number>> = { strong: 0.9, medium: 0.75, review: 0.6 };
const PRECISE: Readonly<Record<Grounds['precision'], number>> = {
  minute: 0,
  day: 0,
  range: 0.05,
  month: 0.1,
  vague: 0.2,
};
const PAST = 0.2;
const FLAG = 0.05;
const OFFICIAL = 0.1;

/** Points that anybody with a calendar reads the same way. */
const NAMED: ReadonlySet<When['kind']> = new Set<When['kind']>(['date', 'weekday', 'near', 'holiday']);
const DOUBTS: ReadonlySet<string> = new Set([
  'weekday_mismatch',
  'other_reading',
  'other_trade',
  'tense_unclear',
  'taken_back',
]);

function isPlain({ when, precision, flags }: Grounds): boolean {
  const isPoint = precision === 'day' || precision === 'minute';
  return isPoint && NAMED.has(when.kind) && !flags.some((flag) => DOUBTS.has(flag));
}

/** An official act that counts its own days is as good as a date. */
function isOwnAct({ when, official }: Grounds): boolean {
  return official && when.kind === 'count' && (when.start.kind === 'act' || when.start.kind === 'publication');
}

/** C: past or replaced. A: strong cue and a named day, or an official text; moves need a deadline to move. */
export function tierOf(grounds: Grounds): Tier {
  const { cue, official, isPast, isOld } = grounds;
  if (isPast || isOld) return 'C';
  if (isOwnAct(grounds)) return 'A';
  if (!isPlain(grounds)) return 'B';
  if (official) return cue.trust === 'review' ? 'B' : 'A';
  return cue.trust === 'strong' && cue.kind !== 'moved' ? 'A' : 'B';
}

/** 0..1, two decimals. */
export function confidenceOf(grounds: Grounds): number {
  const { cue, precision, flags, isPast, isOld, official } = grounds;
  const less = PRECISE[precision] + flags.length * FLAG + (isPast || isOld ? PAST : 0);
  const value = TRUST[cue.trust] - less + (official ? OFFICIAL : 0);
  return Math.round(Math.min(0.99, Math.max(0.1, value)) * 100) / 100;
}
