/** What one item does to the deadlines of one storyline; and what comes to stand of it in the guilds that follow. */
import type { Change } from '../domain/change.ts';
import type { DeadlineReadings } from '../domain/deadline.ts';
import type { Facts } from '../domain/facts.ts';
import type { Item } from '../domain/item.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Storyline } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { concernsOf } from './concerns.ts';
import type { Context, Traced } from './context.ts';
import { type DeadlineChange, type DeadlineReport, followDeadline, versionSpokenOf } from './deadline/lifecycle.ts';
import { readDeadlines } from './deadline/read.ts';
import { learn } from './learn.ts';
import { offerToGuilds } from './standing.ts';

export interface Dated {
  /** Of chains as read. */
  readonly changes: readonly DeadlineChange[];
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

function reportOf(
  { item, origin }: Traced,
  storyline: Storyline,
  outlet: Outlet,
  { rules }: Context,
): DeadlineReport | null {
  const track = storyline.deadline;
  if (!track) return null;
  const readings = readIn(item, storyline, outlet);
  return { item, origin, storyline, track, readings, ...concernsOf(rules, storyline, item) };
}

/** `facts` are of this storyline alone. A storyline without a deadline track has no dates. */
export function dateItem(traced: Traced, storyline: Storyline, outlet: Outlet, facts: Facts, context: Context): Dated {
  const report = reportOf(traced, storyline, outlet, context);
  if (!report) return { changes: [], facts, speaksOf: null };
  const made = followDeadline(report, facts.deadlines);
  const after = learn(facts, made, context.now);
  return { changes: made, facts: after, speaksOf: versionSpokenOf(report, after.deadlines) };
}

/**
 * What comes to stand in the guilds that follow. `facts` know the dates, and where the report of them went: what joins a
 * development that moderators killed or hold is evidence of nothing there.
 */
export function offerDates({ changes }: Pick<Dated, 'changes'>, facts: Facts, now: Instant): readonly Change[] {
  return changes.flatMap((change) => offerToGuilds(change, facts, now));
}
