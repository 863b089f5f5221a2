/** A chain as rows, one a version: its words, and where its marks stand below them. */
import { confirmingOutlets, isStruck } from '../../../cards/chain.ts';
import { shortWhen } from '../../../cards/when.ts';
import { words } from '../../../cards/words.ts';
import { currentVersion, isDateless, type Version } from '../../../domain/deadline.ts';
import { shortMoment } from '../dates.ts';
import { spanOf } from '../span.ts';
import { LABEL_SIZE, TEXT_WIDTH } from '../style.ts';
import { cut, harmless, linesOf, widthOf } from '../text.ts';
import { dateOf, type TimeAxis } from '../time.ts';
import { type ChainPlot, confirmedAt, drawnVersions } from './chainPlot.ts';
import { type Reminder, remindersOf, stripHeight } from './reminders.ts';

export const TEXT = { size: LABEL_SIZE } as const;
export const SMALL = { size: LABEL_SIZE - 1 } as const;
export const ROW_LINE = 15;
/** From the last line of words to the middle of the marks below it. */
const LANE = 13;
const BELOW_LANE = 17;
/** Between what stands at the left and at the right of a line. */
const GAP = 10;
/** Of a source, this much is shown even beside long words. */
const LEAST_SOURCE = 64;

/** What stands at the left of a line and at its right. */
export interface RowLine {
  readonly left: string;
  readonly right: string;
  /** The left part is a date. */
  readonly isDate: boolean;
}

/** A window in units of the picture. */
export interface Box {
  readonly left: number;
  readonly right: number;
  /** Behind or before the axis, where at most an arrow points. */
  readonly outside: boolean;
}

/** Where the marks of a version stand on the axis; `y` is their middle, in units of the panel. */
export interface Marks {
  readonly version: Version;
  /** The date no longer holds. */
  readonly struck: boolean;
  readonly y: number;
  readonly said: number;
  /** Null for a version that names no date. */
  readonly date: Box | null;
  readonly confirmed: readonly number[];
  readonly reminders: readonly Reminder[];
}

export interface Row extends Marks {
  readonly lines: readonly RowLine[];
  /** The last word of the chain. */
  readonly current: boolean;
  /** In units of the panel. */
  readonly top: number;
  readonly height: number;
}

/** `BBC News`, or how a version came about without a report. */
export function sourceName({ evidence }: Version): string {
  return evidence === null ? words.chain.calendar : harmless(evidence.source.name);
}

function firstLine(version: Version, axis: TimeAxis): RowLine {
  const head = words.chain.version(shortMoment(version.saidAt, axis), words.changes[version.change]);
  const left = cut(head, { ...TEXT, width: TEXT_WIDTH - LEAST_SOURCE - GAP });
  const room = TEXT_WIDTH - widthOf(left, TEXT) - GAP;
  return { left, right: cut(sourceName(version), { ...SMALL, width: room }), isDate: false };
}

function dateLines({ change, window }: Version): readonly RowLine[] {
  if (isDateless(change)) return [];
  const lines = linesOf(shortWhen(window), { ...TEXT, bold: true, width: TEXT_WIDTH }, 2);
  return lines.map((left) => ({ left, right: '', isDate: true }));
}

/** Beside the date where there is room, else below it. */
function withConfirmed(lines: readonly RowLine[], outlets: number): readonly RowLine[] {
  if (outlets === 0) return lines;
  const right = words.chain.confirmed(outlets);
  const last = lines.at(-1);
  const room = last?.isDate ? TEXT_WIDTH - widthOf(last.left, { ...TEXT, bold: true }) - GAP : 0;
  if (!last || widthOf(right, SMALL) > room) return [...lines, { left: '', right, isDate: false }];
  return [...lines.slice(0, -1), { ...last, right }];
}

function boxOf({ change, window }: Version, axis: TimeAxis): Box | null {
  if (isDateless(change)) return null;
  const { opens, ends, outside } = spanOf(window, axis);
  const [left, right] = [axis.x(opens), axis.x(ends)];
  return { left, right: window.instant === null ? right : left, outside };
}

/** Within the axis, whatever its clock said. */
function placeOn(axis: TimeAxis): (at: Date) => number {
  const [first, last] = axis.domain.map((end) => axis.x(end));
  return (at) => Math.min(Math.max(axis.x(at), first ?? 0), last ?? 0);
}

/** The marks of `version` at the height `y`. */
export function marksOf({ deadline, rungs }: ChainPlot, version: Version, axis: TimeAxis, y: number): Marks {
  const place = placeOn(axis);
  return {
    version,
    struck: isStruck(version, deadline.versions.slice(version.number)),
    y,
    said: place(dateOf(version.saidAt)),
    date: boxOf(version, axis),
    confirmed: confirmedAt(deadline, version).map((at) => place(dateOf(at))),
    reminders: remindersOf(rungs, version, axis),
  };
}

function rowOf(plot: ChainPlot, version: Version, axis: TimeAxis, top: number): Row {
  const { deadline } = plot;
  const lines = withConfirmed([firstLine(version, axis), ...dateLines(version)], confirmingOutlets(deadline, version));
  const lane = lines.length * ROW_LINE + LANE;
  const marks = marksOf(plot, version, axis, top + lane);
  const height = lane + BELOW_LANE + stripHeight(marks.reminders);
  return { ...marks, lines, current: version === currentVersion(deadline), top, height };
}

/** The rows of the versions that are drawn, one below the other from `top`. */
export function rowsOf(plot: ChainPlot, axis: TimeAxis, top: number): readonly Row[] {
  const rows: Row[] = [];
  let next = top;
  for (const version of drawnVersions(plot.deadline)) {
    const row = rowOf(plot, version, axis, next);
    rows.push(row);
    next += row.height;
  }
  return rows;
}
