/** Hits over time: a bar holds those that post below those that only match; hits to compare with are a stepped line. */
import * as Plot from '@observablehq/plot';
import { words } from '../../cards/words.ts';
import { barStart } from './dates.ts';
import type { Hit } from './hitsPlot.ts';
import { type Element, element, type Page, textAt } from './page.ts';
import { BOTTOM, dateLines, dateMarks, onAxis, type Panel, panelAt, QUIET } from './panel.ts';
import { AXIS_LEFT, AXIS_RIGHT, COLOURS, LABEL_SIZE, MARGIN, TITLE_SIZE, WIDTH } from './style.ts';
import { widthOf } from './text.ts';
import { dateOf, type TimeAxis } from './time.ts';

const HEIGHT = 178;
const TOP = 26;
/** One unit of time and what fell into it. */
export interface Bar {
  readonly start: Date;
  readonly end: Date;
  readonly posted: number;
  readonly matched: number;
  readonly compared: number;
}

function countsOf(hits: readonly Hit[], axis: TimeAxis): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { at } of hits) {
    const start = axis.floor(dateOf(at)).getTime();
    counts.set(start, (counts.get(start) ?? 0) + 1);
  }
  return counts;
}

/** Every bar of the axis, the empty ones too. */
export function barsOf(hits: readonly Hit[], compared: readonly Hit[], axis: TimeAxis): readonly Bar[] {
  const posted = countsOf(
    hits.filter(({ shown }) => shown),
    axis,
  );
  const matched = countsOf(
    hits.filter(({ shown }) => !shown),
    axis,
  );
  const others = countsOf(compared, axis);
  const bars: Bar[] = [];
  for (let start = axis.domain[0]; start < axis.domain[1]; start = axis.next(start)) {
    const of = (counts: ReadonlyMap<number, number>) => counts.get(start.getTime()) ?? 0;
    bars.push({ start, end: axis.next(start), posted: of(posted), matched: of(matched), compared: of(others) });
  }
  return bars;
}

/** Whole numbers only: nothing is hit half. */
function ticksOf(most: number): number[] | number {
  return most < 4 ? Array.from({ length: most + 1 }, (_, count) => count) : 4;
}

function labelOf(bar: Bar, axis: TimeAxis): string {
  return words.plot.bar(barStart(bar.start, axis), bar.posted, bar.matched);
}

/** Solid at the bottom, and pale within an outline on top of it. */
function barMarks(bars: readonly Bar[], axis: TimeAxis): Plot.Markish[] {
  const place = { x1: 'start', x2: 'end', inset: 0.4, title: (bar: Bar) => labelOf(bar, axis) };
  const posted = bars.filter((bar) => bar.posted > 0);
  const matched = bars.filter((bar) => bar.matched > 0);
  const top = (bar: Bar) => bar.posted + bar.matched;
  return [
    Plot.rectY(posted, { ...place, y1: 0, y2: 'posted', fill: COLOURS.hit, className: 'posted' }),
    Plot.rectY(matched, {
      ...place,
      y1: 'posted',
      y2: top,
      fill: COLOURS.paleHit,
      stroke: COLOURS.hit,
      strokeWidth: 0.8,
      className: 'matched',
    }),
  ];
}

/** From the ground over every bar and down to the ground again. */
function stepMarks(bars: readonly Bar[], { items }: TimeAxis): Plot.Markish[] {
  const past = bars.filter(({ start, end }) => start >= items[0] && end <= items[1]);
  const [first] = past;
  const last = past.at(-1);
  if (!first || !last || past.every(({ compared }) => compared === 0)) return [];
  const steps = [
    { at: first.start, count: 0 },
    ...past.map(({ start, compared }) => ({ at: start, count: compared })),
    { at: last.end, count: 0 },
  ];
  const line = { x: 'at', y: 'count', curve: 'step-after' } as const;
  return [
    Plot.lineY(steps, { ...line, stroke: COLOURS.paper, strokeWidth: 2.8, className: 'halo' }),
    Plot.lineY(steps, { ...line, stroke: COLOURS.ink, strokeWidth: 1.3, className: 'compared' }),
  ];
}

/** Where there are no items, the lack of hits means nothing. */
function beyondMarks({ items, domain }: TimeAxis): Plot.Markish[] {
  const sides = [
    { from: domain[0], until: items[0] },
    { from: items[1], until: domain[1] },
  ];
  const rest = sides.filter(({ from, until }) => from < until);
  return [Plot.rectX(rest, { x1: 'from', x2: 'until', fill: COLOURS.beyond, className: 'beyond' })];
}

function axisMarks(most: number, axis: TimeAxis): Plot.Markish[] {
  return [
    dateLines(),
    Plot.gridY({ ticks: ticksOf(most), stroke: COLOURS.grid, strokeOpacity: 1 }),
    Plot.axisY({ ...QUIET, ticks: ticksOf(most), tickFormat: 'd', tickSize: 0, label: null, className: 'counts' }),
    dateMarks(axis),
  ];
}

/** What is written into the shade, where it has room. */
function beyondNote(page: Page, axis: TimeAxis): readonly Element[] {
  const width = widthOf(words.plot.beyond, { size: LABEL_SIZE - 1 });
  const end = axis.x(axis.items[1]);
  const room = axis.x(axis.domain[1]) - end;
  if (room < width + 8) return [];
  const place = { x: end + room / 2, y: TOP + 14, size: LABEL_SIZE - 1, colour: COLOURS.quiet };
  return [textAt(page, words.plot.beyond, { ...place, anchor: 'middle' })];
}

function emptyNote(page: Page): Element {
  const middle = (AXIS_LEFT + WIDTH - AXIS_RIGHT) / 2;
  const place = { x: middle, y: (TOP + HEIGHT - BOTTOM) / 2 + 5, anchor: 'middle', halo: true } as const;
  return textAt(page, words.plot.none, { ...place, size: TITLE_SIZE, bold: true });
}

/** The panel of hits over `span`, in words, with the dates below it, at `y` of the picture. */
export function drawBars(page: Page, bars: readonly Bar[], axis: TimeAxis, span: string, y: number): Panel {
  const most = bars.reduce((max, bar) => Math.max(max, bar.posted + bar.matched, bar.compared), 0);
  const panel: Element = Plot.plot({
    ...onAxis(axis, page),
    height: HEIGHT,
    marginTop: TOP,
    marginBottom: BOTTOM,
    y: { domain: [0, Math.max(1, most)], nice: most < 4 ? false : 4 },
    marks: [
      ...beyondMarks(axis),
      ...axisMarks(most, axis),
      ...barMarks(bars, axis),
      ...stepMarks(bars, axis),
      Plot.ruleY([0], { stroke: COLOURS.ink }),
    ],
  });
  const rate = textAt(page, words.plot.rate(words.plot.units[axis.unit], span), {
    x: MARGIN,
    y: 11,
    colour: COLOURS.quiet,
  });
  panel.append(rate, ...beyondNote(page, axis), ...(most === 0 ? [emptyNote(page)] : []));
  return { element: element(page, 'g', { class: 'hits' }, panelAt(panel, y)), height: HEIGHT };
}
