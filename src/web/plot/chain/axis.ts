/** The time axis of one deadline's chain: from its first report to its date, and to now where that is near. */
import { endsAt, isDateless, opensAt, type Window } from '../../../domain/deadline.ts';
import { between, DAY, type Instant, msOf, plus } from '../../../domain/time.ts';
import { axisOver, type TimeAxis } from '../time.ts';
import { type ChainPlot, confirmedAt, drawnVersions } from './chainPlot.ts';

/** How far the axis follows dates that no longer count, at least. */
const AHEAD = 60 * DAY;
/** How far it goes back to a date that had begun when it was said. */
const BEHIND = 60 * DAY;
/** How far it goes to reach the present, at least, and as a share of all else. */
const TO_NOW = 14 * DAY;
const SHARE_TO_NOW = 0.5;

function latest(instants: readonly Instant[], first: Instant): Instant {
  return instants.reduce((most, at) => (at > most ? at : most), first);
}

/** Everything that was said, and the reminders that were or will be sent. */
function happenings({ deadline, rungs }: ChainPlot): readonly Instant[] {
  const versions = drawnVersions(deadline);
  const numbers = new Set(versions.map(({ number }) => number));
  return [
    ...versions.flatMap((version) => [version.saidAt, ...confirmedAt(deadline, version)]),
    ...rungs.filter(({ version, state }) => numbers.has(version) && state !== 'cancelled').map(({ at }) => at),
  ];
}

function windowsOf({ deadline }: ChainPlot): readonly Window[] {
  return drawnVersions(deadline)
    .filter(({ change }) => !isDateless(change))
    .map(({ window }) => window);
}

/** The beginnings of dates that had begun before anyone spoke of them. */
function earlyDates(plot: ChainPlot, first: Instant): readonly Instant[] {
  const limit = plus(first, -BEHIND);
  return windowsOf(plot)
    .map(opensAt)
    .filter((opens) => opens >= limit);
}

/** The end of the date that holds, or held last, and of earlier ones unless they lie far beyond it. */
function dateEnds(plot: ChainPlot, from: Instant, until: Instant): readonly Instant[] {
  const ends = windowsOf(plot).map(endsAt);
  const least = latest(ends.slice(-1), until);
  const limit = plus(least, Math.max(AHEAD, between(from, least)));
  return ends.filter((end) => end <= limit);
}

function withNow(end: Instant, from: Instant, now: Instant): Instant {
  const reach = plus(end, Math.max(TO_NOW, SHARE_TO_NOW * between(from, end)));
  return now > end && now <= reach ? now : end;
}

/** Dates of the past that lie far beyond all else are left out, and so is a present that is long after it. */
export function chainAxis(plot: ChainPlot): TimeAxis {
  const all = happenings(plot);
  const [first = plot.now] = drawnVersions(plot.deadline).map(({ saidAt }) => saidAt);
  const from = [...all, ...earlyDates(plot, first)].reduce((least, at) => (at < least ? at : least), first);
  const until = latest(all, first);
  const end = withNow(latest(dateEnds(plot, from, until), until), from, plot.now);
  return axisOver({ from, until, end: msOf(end) });
}
