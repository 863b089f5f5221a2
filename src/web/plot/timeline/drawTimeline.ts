/** All deadlines on one time line: a lane each, with every date it had, who said so, and its reminders. */
import * as Plot from '@observablehq/plot';
import { plainDeadlineName, statusText } from '../../../cards/chain.ts';
import { shortWhen, utcText } from '../../../cards/when.ts';
import { words } from '../../../cards/words.ts';
import { currentVersion } from '../../../domain/deadline.ts';
import type { Instant } from '../../../domain/time.ts';
import { type ChainPlot, drawnVersions } from '../chain/chainPlot.ts';
import { drawDate, HALF_BOX } from '../chain/dates.ts';
import { drawEvidence } from '../chain/evidence.ts';
import { drawLegend } from '../chain/legend.ts';
import { drawReminders, stripHeight } from '../chain/reminders.ts';
import { type Marks, marksOf, SMALL, TEXT } from '../chain/rows.ts';
import { type Element, element, openPage, type Page, rootOf, textAt } from '../page.ts';
import { BOTTOM, dateLines, dateMarks, onAxis, panelAt } from '../panel.ts';
import { AXIS_LEFT, AXIS_RIGHT, COLOURS, MARGIN, TEXT_WIDTH, WIDTH } from '../style.ts';
import { cut, harmless, widthOf } from '../text.ts';
import { dateOf, type TimeAxis } from '../time.ts';
import { timelineAxis } from './axis.ts';

/** Above the first lane: dates, and where "now" is written. */
const HEADING = 62;
const LINE = 15;
/** From the top of a lane to the middle of its marks, and from there to the next lane. */
const TO_MARKS = 2 * LINE + 14;
const BELOW = 20;
const GAP = 10;
/** How high a step rises over the lane. */
const RISE = 11;

interface Lane {
  readonly plot: ChainPlot;
  readonly top: number;
  readonly y: number;
  readonly height: number;
  /** Oldest first. */
  readonly marks: readonly Marks[];
}

/** Old dates and reports beyond the axis are left out; the words say the date that holds in any case. */
function onLane(plot: ChainPlot, axis: TimeAxis, y: number): readonly Marks[] {
  const isOn = (at: Instant) => dateOf(at) >= axis.domain[0] && dateOf(at) <= axis.domain[1];
  return drawnVersions(plot.deadline)
    .map((version) => ({ ...marksOf(plot, version, axis, y), isSaid: isOn(version.saidAt) }))
    .filter(({ isSaid, date }) => isSaid || (date !== null && !date.outside));
}

function lanesOf(plots: readonly ChainPlot[], axis: TimeAxis): readonly Lane[] {
  let top = HEADING;
  return plots.map((plot): Lane => {
    const y = top + TO_MARKS;
    const marks = onLane(plot, axis, y);
    const below = Math.max(0, ...marks.map(({ reminders }) => stripHeight(reminders)));
    const lane = { plot, top, y, height: TO_MARKS + BELOW + below, marks };
    top += lane.height;
    return lane;
  });
}

function writeLane(page: Page, { plot, top }: Lane): readonly Element[] {
  const { deadline } = plot;
  const status = cut(statusText(deadline), { ...SMALL, width: TEXT_WIDTH / 2 });
  const room = TEXT_WIDTH - widthOf(status, SMALL) - GAP;
  const name = cut(harmless(plainDeadlineName(deadline)), { ...TEXT, bold: true, width: room });
  const when = cut(shortWhen(currentVersion(deadline).window), { ...TEXT, width: TEXT_WIDTH });
  const right = { ...SMALL, x: WIDTH - MARGIN, anchor: 'end', colour: COLOURS.quiet, halo: true } as const;
  return [
    textAt(page, name, { ...TEXT, x: MARGIN, y: top + 11, bold: true, halo: true }),
    textAt(page, status, { ...right, y: top + 11 }),
    textAt(page, when, { ...TEXT, x: MARGIN, y: top + 11 + LINE, halo: true }),
  ];
}

function middle({ date }: Marks): number | null {
  return date === null || date.outside ? null : (date.left + date.right) / 2;
}

/** An arch from the date before to the one after, where it moved visibly. */
function step(page: Page, from: Marks, to: Marks): readonly Element[] {
  const [start, end] = [middle(from), middle(to)];
  if (start === null || end === null || Math.abs(end - start) < 4) return [];
  const y = to.y - HALF_BOX - 2;
  const d = `M${start},${y}C${start},${y - RISE} ${end},${y - RISE} ${end},${y}M${end - 3},${y - 4}L${end},${y}L${end + 3},${y - 4}`;
  const look = { fill: 'none', stroke: COLOURS.deadline, 'stroke-width': 1.2, 'stroke-linecap': 'round' };
  return [element(page, 'path', { ...look, d, class: 'step' })];
}

/** Replaced dates lie below the one that holds. */
function drawLane(page: Page, lane: Lane): Element {
  const { marks, y } = lane;
  const dated = marks.filter(({ date }) => date !== null);
  const base = { x1: AXIS_LEFT, x2: WIDTH - AXIS_RIGHT, y1: y, y2: y, stroke: COLOURS.grid };
  return element(
    page,
    'g',
    { class: 'lane' },
    element(page, 'line', base),
    ...marks.flatMap((one) => drawDate(page, one)),
    ...dated.slice(1).flatMap((one, index) => step(page, dated[index] ?? one, one)),
    ...marks.flatMap((one) => drawEvidence(page, one)),
    ...marks.flatMap(({ reminders }) => drawReminders(page, reminders, y)),
    ...writeLane(page, lane),
  );
}

function drawNow(page: Page, now: Instant, axis: TimeAxis, end: number): readonly Element[] {
  const x = axis.x(dateOf(now));
  const look = { stroke: COLOURS.ink, 'stroke-dasharray': '2 3', class: 'now' };
  return [
    element(page, 'line', { ...look, x1: x, x2: x, y1: HEADING - 6, y2: end }),
    textAt(page, words.chain.now, { ...SMALL, x, y: 11, anchor: 'middle', bold: true }),
  ];
}

function panelOf(page: Page, axis: TimeAxis, height: number): Element {
  const panel: Element = Plot.plot({
    ...onAxis(axis, page),
    height,
    marginTop: HEADING - 12,
    marginBottom: BOTTOM,
    y: { type: 'identity', axis: null },
    marks: [dateLines(), dateMarks(axis), dateMarks(axis, 'top')],
  });
  return panelAt(panel, 0);
}

function tell(plots: readonly ChainPlot[], now: Instant): string {
  const all = plots.map(({ deadline }) => {
    const when = shortWhen(currentVersion(deadline).window);
    return words.chain.told.status(harmless(plainDeadlineName(deadline)), statusText(deadline), when);
  });
  return [...all, words.chain.told.asOf(utcText(now))].join(' ');
}

/**
 * Draws the chains of `plots` as SVG, 400 units wide, in their order, around `now`. Dates and reports far away from now
 * are only said in words.
 */
export function drawTimeline(plots: readonly ChainPlot[], now: Instant): string {
  const page = openPage();
  const axis = timelineAxis(plots, now);
  const lanes = lanesOf(plots, axis);
  const end = lanes.reduce((bottom, { top, height }) => Math.max(bottom, top + height), HEADING);
  const panel = panelOf(page, axis, end + BOTTOM);
  panel.append(...drawNow(page, now, axis, end), ...lanes.map((lane) => drawLane(page, lane)));
  const legend = drawLegend(
    page,
    lanes.flatMap(({ marks }) => marks),
    end + BOTTOM,
  );
  const root = rootOf(page, { width: WIDTH, height: end + BOTTOM + legend.height });
  root.append(
    element(page, 'title', {}, words.timeline.title(plots.length)),
    element(page, 'desc', {}, tell(plots, now)),
    panel,
    ...legend.elements,
  );
  return root.toString();
}
