/** The time axis that hits and deadlines share: from where to where, and how much time one bar holds. */
import * as Plot from '@observablehq/plot';
import { endsAt } from '../../domain/deadline.ts';
import { between, DAY, type Instant, msOf, plus } from '../../domain/time.ts';
import type { HitsPlot } from './hitsPlot.ts';
import { AXIS_LEFT, AXIS_RIGHT, WIDTH } from './style.ts';

export type Unit = 'hour' | 'day' | 'week' | 'month' | 'year';

/** Spans up to so many days get bars of this unit: about a hundred bars, each at least as wide as a line. */
const UNITS: readonly (readonly [days: number, unit: Unit])[] = [
  [4, 'hour'],
  [120, 'day'],
  [900, 'week'],
  [4_000, 'month'],
];

/** How far the axis follows a deadline beyond the last item, at least. */
const AHEAD = 60 * DAY;
/** Behind the last deadline, and for arrows to what lies further on, as shares of the axis. */
const ROOM = 0.015;
const POINTING = 0.1;

/** Where x is measured in units of the picture, the same for all that is drawn. */
export interface TimeAxis {
  readonly unit: Unit;
  readonly domain: readonly [Date, Date];
  /** Where the bars of the items begin and end. */
  readonly items: readonly [Date, Date];
  readonly x: (at: Date) => number;
  /** Milliseconds in one unit of the picture. */
  readonly msPerUnit: number;
  readonly floor: (at: Date) => Date;
  readonly next: (start: Date) => Date;
}

export function dateOf(instant: Instant): Date {
  return new Date(msOf(instant));
}

function earliestOf(instants: readonly Instant[], first: Instant): Instant {
  return instants.reduce((least, at) => (at < least ? at : least), first);
}

function latestOf(instants: readonly Instant[], first: Instant): Instant {
  return instants.reduce((most, at) => (at > most ? at : most), first);
}

/** No deadline far away may make a smear of the hits: the axis leaves room for an arrow that points to it. */
function endOf({ deadlines }: HitsPlot, from: Instant, until: Instant): number {
  const windows = deadlines.flatMap(({ versions }) => versions.map(({ window }) => endsAt(window)));
  const limit = plus(until, Math.max(AHEAD, between(from, until)));
  const near = windows.filter((end) => end <= limit);
  const furthest = latestOf(near, until);
  const room = near.length < windows.length ? POINTING : furthest > until ? ROOM : 0;
  return msOf(furthest) + room * between(from, furthest);
}

function unitOf(ms: number): Unit {
  return UNITS.find(([days]) => ms <= days * DAY)?.[1] ?? 'year';
}

/** All that happened, whatever the plot says of its span. */
function happened({ hits, compared, deadlines }: HitsPlot): readonly Instant[] {
  return [
    ...hits.map(({ at }) => at),
    ...(compared?.hits ?? []).map(({ at }) => at),
    ...deadlines.flatMap(({ versions }) => versions.map(({ saidAt }) => saidAt)),
  ];
}

/** What an axis goes over: from the beginning to the end of it, with items until some moment between. */
export interface AxisSpan {
  readonly from: Instant;
  readonly until: Instant;
  /** Epoch milliseconds. */
  readonly end: number;
}

/** From its first whole bar to its last; bars of hours fill whole days. */
export function axisOver({ from, until, end }: AxisSpan): TimeAxis {
  const unit = unitOf(end - msOf(from));
  const interval = Plot.utcInterval(unit === 'week' ? 'monday' : unit);
  const next = (start: Date) => interval.offset(start, 1);
  const whole = unit === 'hour' ? Plot.utcInterval('day') : interval;
  const domain: readonly [Date, Date] = [whole.floor(dateOf(from)), whole.offset(whole.floor(new Date(end)), 1)];
  const range: readonly [number, number] = [AXIS_LEFT, WIDTH - AXIS_RIGHT];
  const scale = Plot.scale({ x: { type: 'utc', domain, range } });
  return {
    unit,
    domain,
    items: [interval.floor(dateOf(from)), next(interval.floor(dateOf(until)))],
    x: (at) => scale.apply(at),
    msPerUnit: (domain[1].getTime() - domain[0].getTime()) / (range[1] - range[0]),
    floor: (at) => interval.floor(at),
    next,
  };
}

/** The axis of `plot`, over all that happened in it and the deadlines that are near. */
export function timeAxisOf(plot: HitsPlot): TimeAxis {
  const all = happened(plot);
  const from = earliestOf(all, plot.from);
  const until = latestOf([...all, from], plot.until);
  return axisOver({ from, until, end: endOf(plot, from, until) });
}
