/** What a cue is, and the fragments that patterns against marked sentences (marks.ts) are made of. */
import type { Reading } from '../../domain/deadline.ts';

/** Why a point in time is a deadline, and what follows from the reason. */
export interface Ground {
  readonly name: string;
  readonly kind: 'ultimatum' | 'order' | 'legal' | 'expiry' | 'effective' | 'moved' | 'truce';
  /**
   * Where the point lies from the day of publication: deadlines point forward, "expired on" back. Verbs that say that it is
   * still to come leave no doubt: `ahead`.
   */
  readonly direction: 'forward' | 'back' | 'nearest' | 'ahead';
  readonly trust: 'strong' | 'medium' | 'review';
  readonly change: Reading['change'];
  /** Tells of a deadline that held before: not news of one. */
  readonly isOld: boolean;
}

/** Its pattern finds the mark as group `when`, in a second turn of phrase as `then`. */
export interface Cue extends Ground {
  readonly pattern: RegExp;
  /** The kinds of mark it can claim: a sentence without one is not searched. */
  readonly marks: string;
  /** Sentences that match it only look like the cue. */
  readonly except: RegExp | null;
  /** Sentences that do not match it only look like the cue. */
  readonly needs: RegExp | null;
}

/** Anything but another mark or a semicolon; the day of speaking may stand between. */
export const gap = (most: number) => `(?:[^⟦;]|⟦s\\w⟧){0,${most}}?`;
/** As `gap`, over marks of any kind. */
export const far = (most: number) => `[^;]{0,${most}}?`;

/** What may stand between a cue and its mark. */
export const LEAD =
  '(?:(?:at|on|by|in|from|within|the|this|of|early|late|about|around|just|only|as of|as early as|at least|after|,) ?){0,3}';
/** A point in time; a bare count; either. */
export const POINT = '⟦[ptzfg](?<when>\\w)⟧';
export const COUNT = '⟦[nfg](?<when>\\w)⟧';
export const EITHER = '⟦[ptzfgn](?<when>\\w)⟧';
/** "Within twelve days of the raid": counted from a day that the words do not give. */
export const OF_EVENT = '\\b(?:within|inside) ⟦n\\w⟧ of (?!today\\b|now\\b)';

type Draft = Pick<Cue, 'name' | 'kind' | 'trust'> & Partial<Cue> & { readonly words: string };

const CLAIMED = /⟦\[?(?<marks>\w+)\]?\(\?<(?:when|then)>/g;

function marksIn(words: string): string {
  return [...words.matchAll(CLAIMED)].map((match) => match.groups?.marks ?? '').join('');
}

/** A cue of the table from its words, where most of what it says is as usual. */
export function cue({ words, ...draft }: Draft): Cue {
  const usual = { direction: 'forward', change: 'unsaid', isOld: false, except: null, needs: null } as const;
  const pattern = draft.pattern ?? new RegExp(words, 'gi');
  return { marks: marksIn(words), ...usual, ...draft, pattern };
}
