/** What should be shown: nouns and their changes -> rows of the board, one per follow. */
import type { CatchUp, MissedBy } from '../domain/catchUp.ts';
import type { Change, ChangeOf } from '../domain/change.ts';
import type { Deadline, Rung, Version } from '../domain/deadline.ts';
import type { MessageKey } from '../domain/ids.ts';
import type { Priority, SubjectRef } from '../domain/message.ts';
import { OF_CHANNELS, PRIORITIES } from '../domain/message.ts';
import type { Proposal } from '../domain/proposal.ts';
import { type Follow, type GuildSettings, placeOf } from '../domain/storyline.ts';
import { mayPing } from './gate.ts';
import { messageKey } from './ids.ts';

export type Wanted = ChangeOf<'message.wanted'>;

/** How a message is wanted, beside what it is about. */
interface Manner {
  readonly rev: number;
  readonly priority: Priority;
  readonly because: string;
  readonly ping?: boolean;
  readonly answers?: MessageKey;
}

/** A row of the board for `follow`, in its channel; one that is paused gets no new ones. */
export function want(subject: SubjectRef, follow: Follow, { ping = false, answers, ...manner }: Manner): Wanted {
  const key = messageKey(subject, follow);
  const { id, channel, inThread } = follow;
  const wanted: Wanted = {
    ...{ kind: 'message.wanted', key, follow: id, channel, subject, answers: answers ?? null, ping },
    ...manner,
    ...(inThread ? { thread: placeOf(follow) } : {}),
  };
  const isOpen = follow.pausedAt === null || OF_CHANNELS.includes(subject.kind);
  return isOpen ? wanted : { ...wanted, opens: false };
}

/** What opens the thread of a follow that is told in one. */
export function wantThread(follow: Follow): readonly Wanted[] {
  if (!follow.inThread) return [];
  const manner = { rev: 1, priority: PRIORITIES.change, because: 'what is told in it waits for it' };
  const { thread: _, ...opening } = want({ kind: 'thread', id: follow.storyline }, follow, manner);
  return [opening];
}

/** The deadline's live card, at `rev`, wherever its storyline is followed. */
export function wantCard(deadline: Deadline, rev: number, follows: readonly Follow[]): readonly Change[] {
  const subject: SubjectRef = { kind: 'deadline', id: deadline.id };
  const manner = { rev, priority: PRIORITIES.deadline, because: 'its card shows every version' };
  return follows.map((follow) => want(subject, follow, manner));
}

/** A message of its own for a change, because edits notify nobody. */
export function wantChange(deadline: Deadline, version: Version, follows: readonly Follow[]): readonly Change[] {
  const subject: SubjectRef = { kind: 'change', id: deadline.id, version: version.number };
  const manner = { rev: 1, priority: PRIORITIES.change, because: `the deadline is ${version.change}` };
  return follows.map((follow) => want(subject, follow, { ...manner, ping: mayPing(deadline, follow) }));
}

/** A message of its own for a reminder. */
export function wantRung(rung: Rung, deadline: Deadline, follows: readonly Follow[]): readonly Change[] {
  const subject: SubjectRef = { kind: 'rung', id: rung.deadline, version: rung.version, rung: rung.name };
  const priority = rung.name === 'due' || rung.name === 'opens' ? PRIORITIES.due : PRIORITIES.rung;
  const manner = { rev: 1, priority, because: `reminder ${rung.name}` };
  return follows.map((follow) => want(subject, follow, { ...manner, ping: mayPing(deadline, follow) }));
}

const WHY_MISSED: Readonly<Record<MissedBy, string>> = {
  away: 'it was missed while no desk was running',
  paused: 'it was missed while it was paused',
  quiet: 'it was kept back in quiet hours',
};

/** One message for all that a channel missed. */
export function wantCatchUp({ id, cause }: CatchUp, follow: Follow, ping: boolean): readonly Change[] {
  const because = WHY_MISSED[cause];
  const manner = { rev: 1, priority: PRIORITIES.due, because, ping };
  return [want({ kind: 'catch_up', id }, follow, manner)];
}

/** A proposal's card: where the moderators are, else where the storyline is followed, once a guild. */
export function wantProposal(
  { id, rev }: Proposal,
  { settings, follows }: { readonly settings: GuildSettings; readonly follows: readonly Follow[] },
): readonly Change[] {
  const [follow] = follows;
  if (!follow) return [];
  const channel = settings.moderators ?? follow.channel;
  const manner = { rev, priority: PRIORITIES.deadline, because: 'its moderators should see it' };
  return [
    want(
      { kind: 'proposal', id },
      { ...follow, channel, inThread: follow.inThread && settings.moderators === null },
      manner,
    ),
  ];
}
