/** How busy a storyline was: a bar a day, small enough to stand in a row of a table. */
import * as Plot from '@observablehq/plot';
import { dayText } from '../../cards/when.ts';
import { words } from '../../cards/words.ts';
import { addDays, type Day, daysBetween } from '../../domain/time.ts';
import { type Element, element, openPage, SVG } from './page.ts';
import { COLOURS, FONT } from './style.ts';
import { harmless } from './text.ts';

export const ACTIVITY_WIDTH = 240;
const HEIGHT = 44;

export interface DayCount {
  readonly day: Day;
  readonly items: number;
}

export interface ActivityPlot {
  /** Plain text. */
  readonly name: string;
  /** First and last day, in UTC. */
  readonly from: Day;
  readonly until: Day;
  /** Days without items may be left out. */
  readonly counts: readonly DayCount[];
}

/** Every day of the plot, the empty ones too. */
function daysOf({ from, until, counts }: ActivityPlot): readonly DayCount[] {
  const items = new Map(counts.map((count) => [count.day, count.items]));
  return Array.from({ length: daysBetween(from, until) + 1 }, (_, index) => {
    const day = addDays(from, index);
    return { day, items: items.get(day) ?? 0 };
  });
}

function busiest(days: readonly DayCount[]): DayCount | undefined {
  return days.reduce<DayCount | undefined>((most, one) => (most && most.items >= one.items ? most : one), undefined);
}

/** The plot in words. */
function tellActivity(days: readonly DayCount[]): string {
  const most = busiest(days);
  const items = days.reduce((sum, day) => sum + day.items, 0);
  return most && items > 0 ? words.activity.told(items, most.items, dayText(most.day)) : words.activity.none;
}

const dateOf = ({ day }: DayCount) => new Date(`${day}T00:00:00Z`);
const nextOf = ({ day }: DayCount) => new Date(`${addDays(day, 1)}T00:00:00Z`);

/** Draws `plot` as SVG, 240 by 44 units; the tallest bar is the plot's own busiest day. */
export function drawActivity(plot: ActivityPlot): string {
  const page = openPage();
  const days = daysOf(plot);
  const bars = days.filter(({ items }) => items > 0);
  const drawn: Element = Plot.plot({
    document: page,
    width: ACTIVITY_WIDTH,
    height: HEIGHT,
    margin: 1,
    x: {
      type: 'utc',
      domain: [dateOf({ day: plot.from, items: 0 }), nextOf({ day: plot.until, items: 0 })],
      axis: null,
    },
    y: { domain: [0, Math.max(1, busiest(days)?.items ?? 0)], axis: null },
    marks: [
      Plot.rectY(bars, {
        x1: dateOf,
        x2: nextOf,
        y1: 0,
        y2: 'items',
        inset: 0.4,
        fill: COLOURS.hit,
        title: (bar: DayCount) => `${dayText(bar.day)}: ${words.activity.items(bar.items)}`,
      }),
      Plot.ruleY([0], { stroke: COLOURS.ink }),
    ],
  });
  drawn.querySelector('style')?.remove();
  const attributes = { xmlns: SVG, role: 'img', 'font-family': FONT, viewBox: `0 0 ${ACTIVITY_WIDTH} ${HEIGHT}` };
  for (const [name, value] of Object.entries(attributes)) drawn.setAttribute(name, value);
  const title = `${harmless(plot.name)}. ${words.activity.title(days.length)}`;
  drawn.append(element(page, 'title', {}, title), element(page, 'desc', {}, tellActivity(days)));
  return drawn.toString();
}
