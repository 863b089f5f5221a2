/** What the bars and the line mean, with their counts, before anything is seen of them. */
import { words } from '../../cards/words.ts';
import type { HitsPlot } from './hitsPlot.ts';
import { type Element, element, type Page, textAt } from './page.ts';
import type { Panel } from './panel.ts';
import { COLOURS, LABEL_SIZE, LINE_HEIGHT, MARGIN, TEXT_WIDTH, WIDTH } from './style.ts';
import { cut, widthOf } from './text.ts';

const LABEL = { size: LABEL_SIZE } as const;
const SWATCH = 16;
const GAP = 14;

interface Entry {
  readonly text: string;
  readonly swatch: Readonly<Record<string, string | number>>;
}

const POSTED = { fill: COLOURS.hit };
const MATCHED = { fill: COLOURS.paleHit, stroke: COLOURS.hit };
const COMPARED = { fill: 'none', stroke: COLOURS.ink, 'stroke-width': 1.5 };

function entriesOf({ hits, compared }: HitsPlot): readonly Entry[] {
  const posted = hits.filter(({ shown }) => shown).length;
  const own = [
    { text: words.plot.posted(posted), swatch: POSTED },
    { text: words.plot.matched(hits.length - posted), swatch: MATCHED },
  ];
  if (!compared) return hits.length === 0 ? [] : own;
  return [...own, { text: words.plot.compared(compared.name, compared.hits.length), swatch: COMPARED }];
}

function swatchAt(page: Page, { swatch }: Entry, x: number, y: number): Element {
  if (swatch === COMPARED) return element(page, 'path', { ...swatch, d: `M${x},${y}h4v-8h5v4h4` });
  return element(page, 'rect', { ...swatch, x: x + 0.5, y: y - 9.5, width: 10, height: 10 });
}

/** Nothing without hits. One after the other, and on a new line where there is no room. */
export function drawLegend(page: Page, plot: HitsPlot, top: number): Panel {
  const entries = entriesOf(plot);
  const group = element(page, 'g', { class: 'legend' });
  if (entries.length === 0) return { element: group, height: 6 };
  let x = MARGIN;
  let y = top + 14;
  for (const entry of entries) {
    const text = cut(entry.text, { ...LABEL, width: TEXT_WIDTH - SWATCH });
    const width = SWATCH + widthOf(text, LABEL);
    if (x > MARGIN && x + width > WIDTH - MARGIN) {
      x = MARGIN;
      y += LINE_HEIGHT + 2;
    }
    group.append(swatchAt(page, entry, x, y), textAt(page, text, { x: x + SWATCH, y }));
    x += width + GAP;
  }
  return { element: group, height: y - top + 14 };
}
