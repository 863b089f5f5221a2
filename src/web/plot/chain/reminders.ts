/** The reminders of a version below its marks: what became of each is told by its shape. */
import type { Rung, Version } from '../../../domain/deadline.ts';
import { type Element, element, type Page } from '../page.ts';
import { COLOURS } from '../style.ts';
import { dateOf, type TimeAxis } from '../time.ts';

type State = Rung['state'];

/** One mark: several reminders of one state that lie too close to be told apart. */
export interface Reminder {
  readonly x: number;
  readonly state: State;
  readonly rungs: readonly Rung[];
  /** 0 stands right below the lane; the next ones below it, where a neighbour stands in the way. */
  readonly level: number;
}

/** Half the width of a mark. */
export const HALF = 3;
const APART = 2 * HALF + 1.5;
const LEVEL = 9;
/** From the middle of the lane to the middle of the first level. */
const FIRST_LEVEL = 14;

type Loose = Omit<Reminder, 'level'>;

function joinedTo(before: readonly Loose[], rung: Rung, x: number): readonly Loose[] {
  const index = before.findLastIndex(({ state }) => state === rung.state);
  const near = before[index];
  if (!near || x - near.x >= APART) return [...before, { x, state: rung.state, rungs: [rung] }];
  return before.with(index, { ...near, rungs: [...near.rungs, rung] });
}

function levelFor(x: number, placed: readonly Reminder[]): number {
  const taken = placed.filter((other) => Math.abs(other.x - x) < APART).map(({ level }) => level);
  return [0, 1, 2, 3].find((level) => !taken.includes(level)) ?? 4;
}

/** The marks of `version`, in time order; what lies outside of the axis is left out. */
export function remindersOf(rungs: readonly Rung[], version: Version, axis: TimeAxis): readonly Reminder[] {
  const [first, last] = axis.domain;
  const own = rungs
    .filter((rung) => rung.version === version.number && dateOf(rung.at) >= first && dateOf(rung.at) <= last)
    .toSorted((one, other) => one.at.localeCompare(other.at));
  const loose = own.reduce<readonly Loose[]>((before, rung) => joinedTo(before, rung, axis.x(dateOf(rung.at))), []);
  const placed: Reminder[] = [];
  for (const mark of loose) placed.push({ ...mark, level: levelFor(mark.x, placed) });
  return placed;
}

/** The height that the marks take below the lane. */
export function stripHeight(reminders: readonly Reminder[]): number {
  return reminders.reduce((most, { level }) => Math.max(most, (level + 1) * LEVEL), 0);
}

const LINE = { fill: 'none', 'stroke-width': 1.5, 'stroke-linecap': 'round' } as const;

/** A ring waits, a triangle was sent, a dash was left out, a cross was called off. */
const SHAPES: Readonly<Record<State, (page: Page, x: number, y: number) => Element>> = {
  planned: (page, cx, cy) =>
    element(page, 'circle', { cx, cy, r: HALF - 0.4, fill: COLOURS.paper, stroke: COLOURS.hit, 'stroke-width': 1.5 }),
  fired: (page, x, y) =>
    element(page, 'path', {
      d: `M${x - HALF - 0.4},${y - HALF + 0.4}h${2 * HALF + 0.8}l${-HALF - 0.4},${2 * HALF - 0.2}Z`,
      fill: COLOURS.hit,
    }),
  skipped: (page, x, y) => element(page, 'path', { ...LINE, d: `M${x - HALF},${y}h${2 * HALF}`, stroke: COLOURS.hit }),
  cancelled: (page, x, y) =>
    element(page, 'path', {
      ...LINE,
      d: `M${x - 2.2},${y - 2.2}l4.4,4.4M${x - 2.2},${y + 2.2}l4.4,-4.4`,
      stroke: COLOURS.faded,
    }),
};

/** The mark of a reminder in `state`, its middle at x and y. */
export function reminderShape(page: Page, state: State, x: number, y: number): Element {
  return SHAPES[state](page, x, y);
}

/** The marks below a lane whose middle is at `y`. */
export function drawReminders(page: Page, reminders: readonly Reminder[], y: number): readonly Element[] {
  return reminders.map(({ x, state, rungs, level }) => {
    const mark = reminderShape(page, state, x, y + FIRST_LEVEL + level * LEVEL);
    mark.setAttribute('class', state);
    mark.append(element(page, 'title', {}, rungs.map(({ name }) => name).join(', ')));
    return mark;
  });
}
