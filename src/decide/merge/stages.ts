/** How far a journey or a meeting has got: people arrive, meet and part, and each is an event of its own. */
import type { Headed } from './likeness.ts';

/** A headline that looks ahead is of the plan, one that looks back of the end, whatever else it mentions. */
const STAGES = {
  planned:
    /\b(?:to|will|may|might|could|would|should) (?:\w+ )?(?:meet|visit|travel|go|hold|fly|host|receive|attend|sit down|talk)\b|\bhead(?:s|ing)? (?:to|for)\b|\b(?:scheduled|planned|expected) (?:for|in|on)\b/iu,
  over: /\b(?:ends?|ended|concludes?|concluded|wraps? up|leaves?|left|departs?|departed|part|parted|adjourns?|adjourned|fails? to)\b|\bafter (?:the |\w+ )?(?:talks|meeting|summit)\b/iu,
  arrival: /\b(?:arriv(?:es|ed|ing)|lands|landed|touch(?:es|ed) down|flies (?:in|into|to))\b/iu,
  meeting: /\b(?:meets|met|receives|received|greets|holds? (?:\S+ )?talks|sits? down|talks? (?:with|for))\b/iu,
} as const;

export type Stage = keyof typeof STAGES;

const IN_ORDER: readonly Stage[] = ['planned', 'over', 'arrival', 'meeting'];

/** Ends and departures of anything else are none. */
const ENCOUNTER =
  /\b(?:talks?|meet(?:s|ing)?|met|summit|negotiations|visits?|trip|envoys?|delegations?|arriv(?:es|ed)|travel|receives)\b/iu;

/** The stage a headline tells of; null where it tells of none, or of no meeting. */
export function stageOf({ title }: Headed): Stage | null {
  if (!ENCOUNTER.test(title)) return null;
  return IN_ORDER.find((stage) => STAGES[stage].test(title)) ?? null;
}
