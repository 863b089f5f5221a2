import type { DeadlineId, GuildId, ProposalId, StorylineSlug } from './ids.ts';
import type { Instant } from './time.ts';

/**
 * Held: one origin says it, and the guild waits for another. Open: its moderators are asked. Admitted: the law or enough
 * origins let it stand. Accepted, dismissed: the moderators' answer. Overtaken: the chain went on without one.
 */
export const PROPOSAL_STATES = ['held', 'open', 'admitted', 'accepted', 'dismissed', 'overtaken'] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

/** A version of a chain as read that does not stand in a guild by itself. */
export interface Proposal {
  readonly id: ProposalId;
  readonly guild: GuildId;
  readonly storyline: StorylineSlug;
  /** The chain as read, and the version's number in it. */
  readonly deadline: DeadlineId;
  readonly version: number;
  readonly rev: number;
  readonly state: ProposalState;
  readonly madeAt: Instant;
  /** The member who answered; null while nobody did. */
  readonly answeredBy: string | null;
}

/** What people call it by: the first six letters of its id, unlike any other's in one guild but by rare chance. */
export function codeOf({ id }: Pick<Proposal, 'id'>): string {
  return id.slice('pr_'.length, 'pr_'.length + 6);
}

/** Whether it still waits for an answer or another origin. */
export function isWaiting({ state }: Pick<Proposal, 'state'>): boolean {
  return state === 'held' || state === 'open';
}
