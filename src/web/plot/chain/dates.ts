/** The date that a version names: an instant, a day, days, a month or no firm date, each in a shape of its own. */
import { shortWhen } from '../../../cards/when.ts';
import type { Precision } from '../../../domain/deadline.ts';
import { type Element, element, type Page } from '../page.ts';
import { DIAMOND } from '../span.ts';
import { COLOURS } from '../style.ts';
import type { Box, Marks } from './rows.ts';

/** Half the height of a box. */
export const HALF_BOX = 5;
const HATCH = 6;
/** How far the line through a date that no longer holds stands out. */
export const STRIKE = 4;

interface Ink {
  readonly line: string;
  readonly pale: string;
}

export function inkOf({ struck }: Pick<Marks, 'struck'>): Ink {
  return struck
    ? { line: COLOURS.faded, pale: COLOURS.paleFaded }
    : { line: COLOURS.deadline, pale: COLOURS.paleDeadline };
}

/** Lines from the lower left to the upper right, cut at the edges: a pattern would need an id in the page. */
export function hatching({ left, right }: Box, y: number): string {
  const height = 2 * HALF_BOX;
  const bottom = y + HALF_BOX;
  const lines: string[] = [];
  for (let foot = left - height + HATCH / 2; foot < right; foot += HATCH) {
    const from = Math.max(0, left - foot);
    const until = Math.min(height, right - foot);
    if (until > from) lines.push(`M${foot + from},${bottom - from}L${foot + until},${bottom - until}`);
  }
  return lines.join('');
}

function diamond(page: Page, { left }: Box, y: number, { line }: Ink): readonly Element[] {
  const r = DIAMOND + 1;
  return [element(page, 'path', { d: `M${left},${y - r}l${r},${r}l${-r},${r}l${-r},${-r}Z`, fill: line })];
}

function box(page: Page, { left, right }: Box, y: number, look: Readonly<Record<string, string | number>>): Element {
  const place = { x: left, y: y - HALF_BOX, width: right - left, height: 2 * HALF_BOX };
  return element(page, 'rect', { ...place, 'stroke-width': 1.2, ...look });
}

/** A day is filled, days between which it falls are open, a month has a broken edge, and no firm date is hatched too. */
const SHAPES: Readonly<Record<Precision, (page: Page, span: Box, y: number, ink: Ink) => readonly Element[]>> = {
  minute: diamond,
  day: (page, span, y, { line }) => [box(page, span, y, { fill: line, stroke: line })],
  range: (page, span, y, { line, pale }) => [box(page, span, y, { fill: pale, stroke: line })],
  month: (page, span, y, { line, pale }) => [
    box(page, span, y, { fill: pale, stroke: line, 'stroke-dasharray': '3 2' }),
  ],
  vague: (page, span, y, { line }) => [
    box(page, span, y, { fill: COLOURS.paper, stroke: line, 'stroke-dasharray': '3 2' }),
    element(page, 'path', { d: hatching(span, y), stroke: line, 'stroke-width': 1 }),
  ],
};

function strike(page: Page, { left, right }: Box, y: number): Element {
  const out = left === right ? STRIKE + DIAMOND : STRIKE;
  const place = { x1: left - out, x2: right + out, y1: y, y2: y };
  return element(page, 'line', { ...place, stroke: COLOURS.quiet, 'stroke-width': 1.4, class: 'strike' });
}

/** The mark of a row's date; nothing where it names none, or one beyond the axis. */
export function drawDate(page: Page, row: Marks): readonly Element[] {
  const { date, version, y, struck } = row;
  if (date === null || date.outside) return [];
  const { precision } = version.window;
  const title = element(page, 'title', {}, shortWhen(version.window));
  const shapes = SHAPES[precision](page, date, y, inkOf(row));
  return [
    element(page, 'g', { class: struck ? `date ${precision} struck` : `date ${precision}` }, title, ...shapes),
    ...(struck ? [strike(page, date, y)] : []),
  ];
}
