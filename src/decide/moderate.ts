/** What moderators' answers make true. */
import type { Change } from '../domain/change.ts';
import { isDateless, type Version, type Window } from '../domain/deadline.ts';
import type { OpenProposal } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import { accept, mayStand, placesOf, turned } from './standing.ts';

/** An answer made true; `overtaken` says that it came too late and the proposal is only closed. */
export interface Answered {
  readonly kind: 'accepted' | 'dismissed' | 'overtaken';
  readonly changes: readonly Change[];
}

/** What moderators say to a proposal; `date` is theirs, null where the proposed one is right. */
export type Answer = { readonly kind: 'accept'; readonly date: Window | null } | { readonly kind: 'dismiss' };

/** A count behind a date that was put right no longer says how it was reckoned. */
function dated(version: Version, date: Window | null): Version {
  if (date === null || isDateless(version.change)) return version;
  return { ...version, window: date, count: null, flags: ['corrected_by_moderators'] };
}

/** What `member` answers to a proposal. Throws when the proposal and its facts do not belong together. */
export function answerProposal(
  { proposal, read, facts }: OpenProposal,
  answer: Answer,
  member: string,
  now: Instant,
): Answered {
  const place = placesOf(read, facts).find(({ settings }) => settings.guild === proposal.guild);
  const version = place?.read.versions.find(({ number }) => number === proposal.version);
  if (!place || !version) throw new Error(`Proposal ${proposal.id} has no place in guild ${proposal.guild}`);
  if (answer.kind === 'dismiss')
    return { kind: 'dismissed', changes: turned(proposal, 'dismissed', place, 'a moderator said no', member) };
  if (mayStand(place, version))
    return { kind: 'accepted', changes: accept(place, dated(version, answer.date), member, now) };
  const because = 'something newer stands already';
  return { kind: 'overtaken', changes: turned(proposal, 'overtaken', place, because, member) };
}
