/**
 * Deadlines as they became known: every version is a row with its words, a mark at the moment it was learnt, and an
 * arrow from there to the time it names.
 */
import * as Plot from '@observablehq/plot';
import { shortWhen } from '../../cards/when.ts';
import { words } from '../../cards/words.ts';
import { type ChangeType, isDateless, type Precision, stateAfter } from '../../domain/deadline.ts';
import { shortDay } from './dates.ts';
import type { PlottedDeadline, PlottedVersion } from './hitsPlot.ts';
import { type Element, element, type Page, textAt } from './page.ts';
import { BOTTOM, dateLines, dateMarks, onAxis, type Panel, panelAt } from './panel.ts';
import { DIAMOND, type Span, spanOf } from './span.ts';
import { COLOURS, LABEL_SIZE, LINE_HEIGHT, MARGIN, TEXT_WIDTH, WIDTH } from './style.ts';
import { linesOf, widthOf } from './text.ts';
import { dateOf, type TimeAxis } from './time.ts';

/** More rows than these make no picture that a phone can show. */
const MOST_VERSIONS = 14;
const LABEL = { size: LABEL_SIZE } as const;
const NAME = { size: LABEL_SIZE + 1, bold: true } as const;
/** So many need no second row of dates to be read. */
const FEW_VERSIONS = 7;
const HEADING = 18;
const NAME_HEIGHT = 17;
const NAME_GAP = 9;
const MARK_HEIGHT = 20;
interface Row {
  readonly lines: readonly string[];
  /** Where the words begin. */
  readonly left: number;
  /** Top of the row, and the height its marks stand at; in units of the panel. */
  readonly top: number;
  readonly y: number;
  readonly said: Date;
  readonly change: ChangeType;
  readonly window: Span | null;
}

/** A deadline's name above its rows, or a line of it. */
interface Name {
  readonly text: string;
  readonly y: number;
}

interface Rows {
  readonly names: readonly Name[];
  readonly rows: readonly Row[];
  readonly height: number;
}

/** What a version says, in one line of plain text. */
export function versionText({ saidAt, change, window }: PlottedVersion, axis: TimeAxis): string {
  const when = isDateless(change) ? null : shortWhen(window);
  return words.plot.version(shortDay(saidAt, axis), words.changes[change], when);
}

/** Beside the moment it was learnt, as far as the edge leaves room. */
function leftOf(lines: readonly string[], x: number): number {
  const width = lines.reduce((most, line) => Math.max(most, widthOf(line, LABEL)), 0);
  return Math.max(MARGIN, Math.min(x - 4, WIDTH - MARGIN - width));
}

function rowOf(version: PlottedVersion, top: number, axis: TimeAxis): Row {
  const said = dateOf(version.saidAt);
  const lines = linesOf(versionText(version, axis), { ...LABEL, width: TEXT_WIDTH }, 2);
  const y = top + lines.length * LINE_HEIGHT + MARK_HEIGHT / 2 - 2;
  const { change } = version;
  return {
    lines,
    left: leftOf(lines, axis.x(said)),
    top,
    y,
    said,
    change,
    window: isDateless(change) ? null : spanOf(version.window, axis),
  };
}

function heightOf({ lines }: Row): number {
  return lines.length * LINE_HEIGHT + MARK_HEIGHT;
}

function rowsOf(deadlines: readonly PlottedDeadline[], axis: TimeAxis): Rows {
  const names: Name[] = [];
  const rows: Row[] = [];
  let top = HEADING;
  for (const { name, versions } of deadlines) {
    top += NAME_GAP;
    for (const text of linesOf(name, { ...NAME, width: TEXT_WIDTH }, 2)) {
      names.push({ text, y: top + 8 });
      top += NAME_HEIGHT;
    }
    for (const version of versions) {
      const row = rowOf(version, top, axis);
      rows.push(row);
      top += heightOf(row);
    }
  }
  return { names, rows, height: top };
}

/** The deadlines that are drawn, each with its newest versions, and how many versions are left out. */
export function drawnOf(deadlines: readonly PlottedDeadline[]): {
  readonly drawn: readonly PlottedDeadline[];
  readonly left: number;
} {
  let room = MOST_VERSIONS;
  let left = 0;
  const drawn: PlottedDeadline[] = [];
  for (const { name, versions } of deadlines) {
    const newest = versions.slice(Math.max(0, versions.length - room));
    room -= newest.length;
    left += versions.length - newest.length;
    if (newest.length > 0) drawn.push({ name, versions: newest });
  }
  return { drawn, left };
}

/** Those whose window lies in the picture and is known so well. */
function named(rows: readonly Row[], ...precisions: readonly Precision[]): readonly Row[] {
  return rows.filter(({ window }) => window !== null && !window.outside && precisions.includes(window.precision));
}

/** A date is a filled box, days between which it falls an open one, and a month or less an open one with a broken edge. */
function boxMarks(rows: readonly Row[]): Plot.Markish[] {
  const box = {
    x1: (row: Row) => row.window?.opens,
    x2: (row: Row) => row.window?.ends,
    y1: (row: Row) => row.y - 5,
    y2: (row: Row) => row.y + 5,
    stroke: COLOURS.deadline,
  };
  const open = { ...box, fill: COLOURS.paleDeadline, strokeWidth: 1.2 };
  return [
    Plot.rect(named(rows, 'day'), { ...box, fill: COLOURS.deadline, className: 'day' }),
    Plot.rect(named(rows, 'range'), { ...open, className: 'range' }),
    Plot.rect(named(rows, 'month', 'vague'), { ...open, strokeDasharray: '3 2', className: 'vague' }),
  ];
}

function instantMarks(rows: readonly Row[]): Plot.Markish[] {
  const place = { x: (row: Row) => row.window?.opens, y: 'y', symbol: 'diamond', r: DIAMOND } as const;
  const ink = { fill: COLOURS.deadline, stroke: COLOURS.paper, strokeWidth: 1 };
  return [Plot.dot(named(rows, 'minute'), { ...place, ...ink, className: 'instant' })];
}

function arrowMarks(rows: readonly Row[]): Plot.Markish[] {
  const ahead = rows.filter(({ window, said }) => window !== null && window.nearest > said);
  return [
    Plot.arrow(ahead, {
      x1: 'said',
      x2: (row: Row) => row.window?.nearest,
      y: 'y',
      headLength: 6,
      insetEnd: 1,
      stroke: COLOURS.deadline,
      className: 'arrow',
    }),
  ];
}

/** A dot for a date, a cross for an end, a ring for what is left open. */
function learntMarks(rows: readonly Row[]): Plot.Markish[] {
  const place = { x: 'said', y: 'y', r: 4, stroke: COLOURS.deadline, strokeWidth: 1.8 };
  const over = rows.filter((row) => stateAfter(row) === 'over');
  const open = rows.filter((row) => row.window === null && !over.includes(row));
  const dated = rows.filter(({ window }) => window !== null);
  return [
    Plot.dot(dated, { ...place, fill: COLOURS.deadline, stroke: COLOURS.paper, strokeWidth: 1, className: 'learnt' }),
    Plot.dot(over, { ...place, symbol: 'times', className: 'ended' }),
    Plot.dot(open, { ...place, fill: COLOURS.paper, className: 'open' }),
  ];
}

function writeRows(page: Page, { names, rows }: Rows): readonly Element[] {
  return [
    textAt(page, words.plot.deadlines, { x: MARGIN, y: 11, colour: COLOURS.quiet, halo: true }),
    ...names.map(({ text, y }) => textAt(page, text, { ...NAME, x: MARGIN, y, halo: true })),
    ...rows.flatMap(({ lines, left, top }) =>
      lines.map((line, index) => textAt(page, line, { x: left, y: top + 12 + index * LINE_HEIGHT, halo: true })),
    ),
  ];
}

/** The panel of deadlines at `y` of the picture. */
export function drawChains(page: Page, deadlines: readonly PlottedDeadline[], axis: TimeAxis, y: number): Panel {
  const found = rowsOf(deadlines, axis);
  const tall = found.rows.length > FEW_VERSIONS;
  const bottom = tall ? BOTTOM : 0;
  const height = found.height + bottom;
  const panel: Element = Plot.plot({
    ...onAxis(axis, page),
    height,
    marginTop: HEADING,
    marginBottom: bottom,
    y: { type: 'identity', axis: null },
    marks: [
      dateLines(),
      ...(tall ? [dateMarks(axis)] : []),
      ...arrowMarks(found.rows),
      ...boxMarks(found.rows),
      ...learntMarks(found.rows),
      ...instantMarks(found.rows),
    ],
  });
  panel.append(...writeRows(page, found));
  return { element: element(page, 'g', { class: 'deadlines' }, panelAt(panel, y)), height };
}
