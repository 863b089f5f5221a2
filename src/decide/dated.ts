/** What one item does to the deadlines of one storyline, with the rungs and messages that follow from it. */
import type { Change } from '../domain/change.ts';
import { type DeadlineReadings, endsAt, stateAfter, type Version } from '../domain/deadline.ts';
import type { Facts } from '../domain/facts.ts';
import type { Item } from '../domain/item.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Follow, Storyline } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { concernsOf } from './concerns.ts';
import type { Context } from './context.ts';
import { type DeadlineChange, type DeadlineReport, followDeadline, versionSpokenOf } from './deadline/lifecycle.ts';
import { readDeadlines } from './deadline/read.ts';
import { hurryBefore } from './interval.ts';
import { planRungs, replanRungs } from './ladder.ts';
import { learn } from './learn.ts';
import { wantCard, wantChange } from './show.ts';

export interface Dated {
  readonly changes: readonly Change[];
  /** The facts once these changes are made. */
  readonly facts: Facts;
  /** The version the item speaks of, as `<deadline>/<number>`; null when it names no date of the storyline. */
  readonly speaksOf: string | null;
}

function readIn(item: Item, storyline: Storyline, outlet: Outlet): DeadlineReadings {
  return readDeadlines(`${item.title}\n${item.lede}`, {
    published: item.published,
    outletZone: outlet.zone,
    issuerZone: storyline.deadline?.zone ?? null,
    official: outlet.label === 'official-legal',
  });
}

function reportOf(item: Item, storyline: Storyline, outlet: Outlet, { rules }: Context): DeadlineReport | null {
  const track = storyline.deadline;
  if (!track) return null;
  const readings = readIn(item, storyline, outlet);
  return { item, storyline, track, readings, ...concernsOf(rules, storyline, item) };
}

/** A date that is learnt late, or moved close, is watched at once: most moves come within days of it. */
function watch(version: Version, follows: readonly Follow[], now: Instant): readonly Change[] {
  if (follows.length === 0 || stateAfter(version) !== 'pending') return [];
  const latest = hurryBefore(endsAt(version.window), now);
  return latest === null ? [] : [{ kind: 'feeds.hurried', latest, because: 'a followed deadline is near' }];
}

/** Rungs, card and alert of one change; `facts` already know it. */
function following(
  change: DeadlineChange,
  facts: Facts,
  follows: readonly Follow[],
  { now }: Context,
): readonly Change[] {
  if (change.kind === 'deadline.set') {
    const { deadline } = change;
    const [first] = deadline.versions;
    return [
      ...planRungs(deadline, first, now),
      ...watch(first, follows, now),
      ...wantCard(deadline, deadline.rev, follows),
    ];
  }
  const deadline = facts.deadlines.find((one) => one.id === change.id);
  if (!deadline) return [];
  const card = wantCard(deadline, change.rev, follows);
  if (change.kind === 'deadline.confirmed') return card;
  const { version } = change;
  const planned = [...replanRungs(deadline, version, now), ...watch(version, follows, now)];
  return [...planned, ...card, ...wantChange(deadline, version, follows)];
}

/** `facts` are of this storyline alone. A storyline without a deadline track has no dates. */
export function dateItem(item: Item, storyline: Storyline, outlet: Outlet, facts: Facts, context: Context): Dated {
  const report = reportOf(item, storyline, outlet, context);
  if (!report) return { changes: [], facts, speaksOf: null };
  const made = followDeadline(report, facts.deadlines);
  const after = learn(facts, made, context.now);
  const followed = made.flatMap((change) => following(change, after, facts.follows, context));
  return { changes: [...made, ...followed], facts: after, speaksOf: versionSpokenOf(report, after.deadlines) };
}
