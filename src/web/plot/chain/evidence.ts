/** When a version was said, by whom it was confirmed, and what it was that names no date. */
import { words } from '../../../cards/words.ts';
import { stateAfter } from '../../../domain/deadline.ts';
import { type Element, element, type Page } from '../page.ts';
import { COLOURS } from '../style.ts';
import { inkOf } from './dates.ts';
import type { Marks } from './rows.ts';

/** Half the height of a confirming report's mark, and the radius of a report's. */
export const TICK = 7.5;
export const DOT = 4;
export const END = 4.5;

const LINE = { fill: 'none', 'stroke-width': 2.2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' } as const;

function dot(page: Page, row: Marks): Element {
  const place = { cx: row.said, cy: row.y, r: DOT };
  return element(page, 'circle', { ...place, fill: inkOf(row).line, stroke: COLOURS.paper, class: 'said' });
}

function cross({ said, y }: Marks): string {
  return `M${said - END},${y - END}l${2 * END},${2 * END}M${said - END},${y + END}l${2 * END},${-2 * END}`;
}

function check({ said, y }: Marks): string {
  return `M${said - END},${y}l3.2,${END}l${2 * END - 2.4},${-2 * END}`;
}

/** A cross ends a deadline, a check mark says it was met, a ring leaves open what becomes of it. */
function ending(page: Page, row: Marks): Element {
  const { change } = row.version;
  const title = element(page, 'title', {}, words.changes[change]);
  if (stateAfter(row.version) !== 'over') {
    const ring = { cx: row.said, cy: row.y, r: DOT + 0.6, fill: COLOURS.paper, stroke: COLOURS.ink, 'stroke-width': 2 };
    return element(page, 'circle', { ...ring, class: `end ${change}` }, title);
  }
  const d = change === 'met' ? check(row) : cross(row);
  return element(page, 'path', { ...LINE, d, stroke: COLOURS.ink, class: `end ${change}` }, title);
}

/** A line a confirming report, and above them the mark of the report that said it first. */
export function drawEvidence(page: Page, row: Marks): readonly Element[] {
  const ticks = row.confirmed.map((x) =>
    element(page, 'line', {
      x1: x,
      x2: x,
      y1: row.y - TICK,
      y2: row.y + TICK,
      stroke: inkOf(row).line,
      'stroke-width': 1.2,
      class: 'confirming',
    }),
  );
  return [...ticks, row.date === null ? ending(page, row) : dot(page, row)];
}
