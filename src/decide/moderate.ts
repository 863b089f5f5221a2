/** What moderators' answers make true. */
import type { Change } from '../domain/change.ts';
import type { OpenProposal } from '../domain/facts.ts';
import type { Instant } from '../domain/time.ts';
import { accept, mayStand, placesOf, turned } from './standing.ts';

/** An answer made true; `overtaken` says that it came too late and the proposal is only closed. */
export interface Answered {
  readonly kind: 'accepted' | 'dismissed' | 'overtaken';
  readonly changes: readonly Change[];
}

/** What `member` answers to a proposal. Throws when the proposal and its facts do not belong together. */
export function answerProposal(
  { proposal, read, facts }: OpenProposal,
  answer: 'accept' | 'dismiss',
  member: string,
  now: Instant,
): Answered {
  const place = placesOf(read, facts).find(({ settings }) => settings.guild === proposal.guild);
  const version = read.versions.find(({ number }) => number === proposal.version);
  if (!place || !version) throw new Error(`Proposal ${proposal.id} has no place in guild ${proposal.guild}`);
  if (answer === 'dismiss')
    return { kind: 'dismissed', changes: turned(proposal, 'dismissed', place, 'a moderator said no', member) };
  if (mayStand(place, version)) return { kind: 'accepted', changes: accept(place, version, member, now) };
  const because = 'something newer stands already';
  return { kind: 'overtaken', changes: turned(proposal, 'overtaken', place, because, member) };
}
