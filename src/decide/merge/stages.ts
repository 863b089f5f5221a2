/**
 * How far a journey or a meeting has got: its plan is one event, and that it is held another, from the arrival of those
 * who meet to their parting.
 */
import type { Headed } from './likeness.ts';

/** A headline that looks ahead is of the plan, whatever else it mentions. */
const PLANNED =
  /\b(?:to|will|may|might|could|would|should) (?:\w+ )?(?:meet|visit|travel|go|hold|fly|host|receive|attend|sit down|talk)\b|\barrang(?:es?|ed|ing|ements)\b|\bhead(?:s|ing)? (?:to|for)\b|\b(?:scheduled|planned|expected) (?:for|in|on)\b/iu;
const HELD =
  /\b(?:arriv(?:es|ed|ing)|lands|landed|touch(?:es|ed) down|flies (?:in|into|to)|meets|met|receives|received|greets|holds? (?:\S+ )?talks|sits? down|talks? (?:with|for)|ends?|ended|concludes?|concluded|wraps? up|leaves?|left|departs?|departed|part|parted|adjourns?|adjourned|fails? to)\b|\bafter (?:the |\w+ )?(?:talks|meeting|summit)\b/iu;

export type Stage = 'planned' | 'held';

/** Ends and departures of anything else are none. */
const ENCOUNTER =
  /\b(?:talks?|meet(?:s|ing)?|met|summit|negotiations|visits?|trip|envoys?|delegations?|arriv(?:es|ed)|travel|receives)\b/iu;

/** The stage a headline tells of; null where it tells of none, or of no meeting. */
export function stageOf({ title }: Headed): Stage | null {
  if (!ENCOUNTER.test(title)) return null;
  if (PLANNED.test(title)) return 'planned';
  return HELD.test(title) ? 'held' : null;
}
