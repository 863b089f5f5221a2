/** What the marks of a chain mean: only those that are there. */
import { words } from '../../../cards/words.ts';
import type { Rung } from '../../../domain/deadline.ts';
import type { Block } from '../head.ts';
import { type Element, element, type Page, textAt } from '../page.ts';
import { COLOURS, MARGIN, WIDTH } from '../style.ts';
import { widthOf } from '../text.ts';
import { DOT, TICK } from './evidence.ts';
import { reminderShape } from './reminders.ts';
import { type Marks, SMALL } from './rows.ts';

const SWATCH = 14;
const GAP = 12;
const LINE = 16;

interface Entry {
  readonly text: string;
  readonly swatch: (page: Page, x: number, y: number) => Element;
}

const SAID: Entry = {
  get text() {
    return words.chain.said;
  },
  swatch: (page, cx, cy) => element(page, 'circle', { cx, cy, r: DOT, fill: COLOURS.deadline }),
};

const CONFIRMING: Entry = {
  get text() {
    return words.chain.confirming;
  },
  swatch: (page, x, y) =>
    element(page, 'line', {
      x1: x,
      x2: x,
      y1: y - TICK + 2,
      y2: y + TICK - 2,
      stroke: COLOURS.deadline,
      'stroke-width': 1.4,
    }),
};

const REPLACED: Entry = {
  get text() {
    return words.chain.replaced;
  },
  swatch: (page, x, y) =>
    element(page, 'path', {
      d: `M${x - 3},${y - 4}h6v8h-6ZM${x - 6},${y}h12`,
      fill: COLOURS.faded,
      stroke: COLOURS.quiet,
    }),
};

const STATES: readonly Rung['state'][] = ['planned', 'fired', 'skipped', 'cancelled'];

function entriesOf(rows: readonly Marks[]): readonly Entry[] {
  const seen = new Set(rows.flatMap(({ reminders }) => reminders.map(({ state }) => state)));
  return [
    ...(rows.some(({ date }) => date) ? [SAID] : []),
    ...(rows.some(({ confirmed }) => confirmed.length > 0) ? [CONFIRMING] : []),
    ...(rows.some(({ struck, date }) => struck && date) ? [REPLACED] : []),
    ...STATES.filter((state) => seen.has(state)).map(
      (state): Entry => ({ text: words.chain.rungs[state], swatch: (page, x, y) => reminderShape(page, state, x, y) }),
    ),
  ];
}

/** One after the other, and on a new line where there is no room. */
export function drawLegend(page: Page, rows: readonly Marks[], top: number): Block {
  const elements: Element[] = [];
  let x = MARGIN;
  let y = top + 12;
  for (const { text, swatch } of entriesOf(rows)) {
    const width = SWATCH + widthOf(text, SMALL);
    if (x > MARGIN && x + width > WIDTH - MARGIN) {
      x = MARGIN;
      y += LINE;
    }
    elements.push(
      swatch(page, x + 5, y - 4),
      textAt(page, text, { ...SMALL, x: x + SWATCH, y, colour: COLOURS.quiet }),
    );
    x += width + GAP;
  }
  return { elements, height: y - top + 10 };
}
