/** The picture of one deadline's chain: every version a row, with its date, its evidence and its reminders over time. */
import * as Plot from '@observablehq/plot';
import { plainDeadlineName, statusText } from '../../../cards/chain.ts';
import { isReadable } from '../../../cards/escape.ts';
import { utcText } from '../../../cards/when.ts';
import { words } from '../../../cards/words.ts';
import { drawHead, paper } from '../head.ts';
import { type Element, element, openPage, type Page, rootOf, textAt } from '../page.ts';
import { BOTTOM, dateLines, dateMarks, onAxis, type Panel, panelAt } from '../panel.ts';
import { AXIS_LEFT, AXIS_RIGHT, COLOURS, MARGIN, WIDTH } from '../style.ts';
import { harmless, widthOf } from '../text.ts';
import { dateOf, type TimeAxis } from '../time.ts';
import { chainAxis } from './axis.ts';
import { type ChainPlot, drawnVersions } from './chainPlot.ts';
import { drawDate } from './dates.ts';
import { drawEvidence } from './evidence.ts';
import { drawLegend } from './legend.ts';
import { drawReminders } from './reminders.ts';
import { ROW_LINE, type Row, rowsOf, SMALL } from './rows.ts';
import { drawSteps } from './steps.ts';
import { tellChain } from './told.ts';
import { writeRow } from './write.ts';

/** Above the first row: where "now" is written. */
const HEADING = 20;
/** So many rows need no second line of dates to be read. */
const FEW_ROWS = 6;
/** The height of dates above the rows. */
const DATES = 28;

function headingOf({ deadline }: ChainPlot): number {
  return drawnVersions(deadline).length > FEW_ROWS ? HEADING + DATES : HEADING;
}

function nowLine(page: Page, { now }: ChainPlot, axis: TimeAxis, ends: readonly [number, number]): readonly Element[] {
  const at = dateOf(now);
  if (at < axis.domain[0] || at > axis.domain[1]) return [];
  const x = axis.x(at);
  const half = widthOf(words.chain.now, SMALL) / 2;
  const middle = Math.min(Math.max(x, AXIS_LEFT + half), WIDTH - AXIS_RIGHT - half);
  const look = { stroke: COLOURS.ink, 'stroke-width': 1, 'stroke-dasharray': '2 3', class: 'now' };
  return [
    element(page, 'line', { ...look, x1: x, x2: x, y1: ends[0] - 4, y2: ends[1] }),
    textAt(page, words.chain.now, { ...SMALL, x: middle, y: 11, anchor: 'middle', bold: true }),
  ];
}

/** What its marks stand on. */
function lane(page: Page, { y }: Row): Element {
  return element(page, 'line', { x1: AXIS_LEFT, x2: WIDTH - AXIS_RIGHT, y1: y, y2: y, stroke: COLOURS.grid });
}

function drawRow(page: Page, row: Row): Element {
  return element(
    page,
    'g',
    { class: row.current ? 'version current' : 'version' },
    ...drawDate(page, row),
    ...drawEvidence(page, row),
    ...drawReminders(page, row.reminders, row.y),
    ...writeRow(page, row),
  );
}

/** Time, with a row a version, at `y` of the picture. */
function drawPanel(page: Page, plot: ChainPlot, rows: readonly Row[], axis: TimeAxis, y: number): Panel {
  const heading = headingOf(plot);
  const end = rows.reduce((most, { top, height }) => Math.max(most, top + height), heading);
  const tall = heading > HEADING;
  const panel: Element = Plot.plot({
    ...onAxis(axis, page),
    height: end + BOTTOM,
    marginTop: tall ? heading - 10 : heading - 6,
    marginBottom: BOTTOM,
    y: { type: 'identity', axis: null },
    marks: [dateLines(), dateMarks(axis), ...(tall ? [dateMarks(axis, 'top')] : [])],
  });
  panel.append(
    ...rows.map((row) => lane(page, row)),
    ...nowLine(page, plot, axis, [heading, end]),
    ...drawSteps(page, rows),
    ...rows.map((row) => drawRow(page, row)),
  );
  return { element: element(page, 'g', { class: 'chain' }, panelAt(panel, y)), height: end + BOTTOM };
}

function restNote(page: Page, { deadline }: ChainPlot, y: number): readonly Element[] {
  const left = deadline.versions.length - drawnVersions(deadline).length;
  if (left === 0) return [];
  return [textAt(page, words.chain.notDrawn(left), { ...SMALL, x: MARGIN, y: y + 11, colour: COLOURS.quiet })];
}

/** Draws the chain as SVG, 400 units wide. The same plot gives the same text, whatever was drawn before. */
export function drawChain(plot: ChainPlot): string {
  const page = openPage();
  const name = harmless(plainDeadlineName(plot.deadline));
  const title = isReadable(name) ? name : words.deadline.history;
  const axis = chainAxis(plot);
  const head = drawHead(page, { title, subtitle: words.chain.asOf(statusText(plot.deadline), utcText(plot.now)) }, 3);
  const rest = restNote(page, plot, head.height);
  const top = head.height + (rest.length > 0 ? ROW_LINE : 0);
  const rows = rowsOf(plot, axis, headingOf(plot));
  const panel = drawPanel(page, plot, rows, axis, top);
  const legend = drawLegend(page, rows, top + panel.height);
  const height = top + panel.height + legend.height;
  const root = rootOf(page, { width: WIDTH, height });
  root.append(
    element(page, 'title', {}, title),
    element(page, 'desc', {}, tellChain(plot)),
    paper(page, height),
    ...head.elements,
    ...rest,
    panel.element,
    ...legend.elements,
  );
  return root.toString();
}
