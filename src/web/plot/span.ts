/** A window on the time axis. */
import { endsAt, opensAt, type Precision, type Window } from '../../domain/deadline.ts';
import { msOf } from '../../domain/time.ts';
import type { TimeAxis } from './time.ts';

/** A day must be seen on an axis of years. */
const NARROWEST = 5;
/** Half the width of the mark of an instant. */
export const DIAMOND = 5.5;

export interface Span {
  readonly opens: Date;
  readonly ends: Date;
  /** Where an arrow to it ends. */
  readonly nearest: Date;
  readonly precision: Precision;
  /** Before or behind the axis, where at most an arrow points. */
  readonly outside: boolean;
}

/** Where `window` lies on the axis, cut at its ends. */
export function spanOf(window: Window, { domain, msPerUnit }: TimeAxis): Span {
  const [first, last] = [domain[0].getTime(), domain[1].getTime()];
  const from = msOf(opensAt(window));
  const until = Math.max(msOf(endsAt(window)), from + NARROWEST * msPerUnit);
  const near = window.instant === null ? from : from - DIAMOND * msPerUnit;
  return {
    opens: new Date(Math.max(from, first)),
    ends: new Date(Math.min(until, last)),
    nearest: new Date(Math.min(near, last)),
    precision: window.precision,
    outside: from >= last || until <= first,
  };
}
