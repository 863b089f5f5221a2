/** How the date went from version to version: a line from each to the next, with its head where it came to. */
import { type Element, element, type Page } from '../page.ts';
import { DIAMOND } from '../span.ts';
import { AXIS_LEFT, AXIS_RIGHT, WIDTH } from '../style.ts';
import { HALF_BOX, inkOf, STRIKE } from './dates.ts';
import { DOT, END } from './evidence.ts';
import type { Row } from './rows.ts';

const HEAD = 4;
/** Between a line and what it comes from or goes to. */
const AIR = 2;

/** Where a line leaves a row, and where it may arrive. */
interface Stop {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

/** The date of a row; the mark of one that names none; the edge for a date beyond the axis. */
function stopOf({ date, said, y, struck }: Row): Stop {
  if (date === null) return { left: said - END - AIR, right: said + END + AIR, y };
  if (date.outside) {
    const edge = date.left <= AXIS_LEFT ? AXIS_LEFT : WIDTH - AXIS_RIGHT;
    return { left: edge, right: edge, y };
  }
  const half = (date.left === date.right ? DIAMOND : 0) + (struck ? STRIKE : 0) + AIR;
  return { left: date.left - half, right: date.right + half, y };
}

function middle({ left, right }: Stop): number {
  return (left + right) / 2;
}

function headAt(x: number, y: number, direction: 'left' | 'right' | 'down'): string {
  if (direction === 'down') return `M${x - HEAD},${y - HEAD}L${x},${y}L${x + HEAD},${y - HEAD}`;
  const back = direction === 'right' ? x - HEAD : x + HEAD;
  return `M${back},${y - HEAD}L${x},${y}L${back},${y + HEAD}`;
}

/** Down, and to the side where it did not stay. */
function stepPath(from: Stop, to: Stop): string {
  const start = middle(from);
  const top = from.y + HALF_BOX + AIR;
  const end = to.y - HALF_BOX - AIR - 1;
  const under = Math.min(Math.max(start, to.left), to.right);
  if (Math.abs(under - start) < HEAD) return `M${start},${top}V${end}${headAt(start, end, 'down')}`;
  const direction = under > start ? 'right' : 'left';
  return `M${start},${top}V${to.y}H${under}${headAt(under, to.y, direction)}`;
}

/** The first date comes from where it was said. */
function firstPath({ said, y }: Row, to: Stop): string | null {
  const start = said + DOT + AIR;
  return to.left - start < HEAD ? null : `M${start},${y}H${to.left}${headAt(to.left, y, 'right')}`;
}

function line(page: Page, row: Row, d: string | null): readonly Element[] {
  if (d === null) return [];
  const look = { fill: 'none', 'stroke-width': 1.3, 'stroke-linecap': 'round' };
  return [element(page, 'path', { ...look, d, stroke: inkOf(row).line, class: 'step' })];
}

/** Lines in the order of the rows; a dispute moves nothing, so the line passes it by. */
export function drawSteps(page: Page, rows: readonly Row[]): readonly Element[] {
  const moving = rows.filter(({ version }) => version.change !== 'disputed');
  return moving.flatMap((row, index) => {
    const before = moving[index - 1];
    if (before) return line(page, row, stepPath(stopOf(before), stopOf(row)));
    return row.date === null ? [] : line(page, row, firstPath(row, stopOf(row)));
  });
}
