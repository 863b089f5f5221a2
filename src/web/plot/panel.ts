/** A part of a picture that stands on the time axis, below another. */
import * as Plot from '@observablehq/plot';
import { hourText } from './dates.ts';
import type { Element, Page } from './page.ts';
import { AXIS_LEFT, AXIS_RIGHT, COLOURS, FONT, LABEL_SIZE, WIDTH } from './style.ts';
import type { TimeAxis } from './time.ts';

/** Two lines below the axis: the day, and the month where it begins. */
export const BOTTOM = 40;

export interface Panel {
  readonly element: Element;
  readonly height: number;
}

/** The options of everything that shares the axis. */
export function onAxis({ domain }: TimeAxis, page: Page): Plot.PlotOptions {
  return {
    document: page,
    className: 'panel',
    width: WIDTH,
    marginLeft: AXIS_LEFT,
    marginRight: AXIS_RIGHT,
    x: { type: 'utc', domain: [...domain], label: null },
  };
}

const TICKS = { tickSpacing: 62 } as const;
export const QUIET = { color: COLOURS.quiet, fontSize: LABEL_SIZE - 1 } as const;

export function dateLines(): Plot.Markish {
  return Plot.gridX({ ...TICKS, stroke: COLOURS.grid, strokeOpacity: 1 });
}

/** `20` above `Jul`, or `18:00` above `15 Aug`: what stays the same is written once. */
export function dateMarks(axis: TimeAxis, anchor: 'top' | 'bottom' = 'bottom'): Plot.Markish {
  const hours = { tickFormat: (at: Date, index: number) => hourText(at, index === 0) };
  return Plot.axisX({
    anchor,
    ...QUIET,
    ...TICKS,
    ...(axis.unit === 'hour' ? hours : {}),
    tickSize: 4,
    className: 'dates',
  });
}

/** A plot without its stylesheet and in the picture's own font, put at `y` of the picture. */
export function panelAt(panel: Element, y: number): Element {
  panel.querySelector('style')?.remove();
  panel.setAttribute('font-family', FONT);
  panel.setAttribute('y', String(y));
  return panel;
}
