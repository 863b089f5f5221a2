/** How the last polls of a feed ended: a mark each, the oldest first, told apart by height and shape. */
import { words } from '../../cards/words.ts';
import { type Element, element, openPage, type Page, SVG } from './page.ts';
import { COLOURS } from './style.ts';

const STEP = 6;
const HEIGHT = 20;
const MARGIN = 1;

const MARKS: Readonly<Record<string, (page: Page, x: number) => Element>> = {
  '+': (page, x) => element(page, 'rect', { x, y: 2, width: STEP - 2, height: HEIGHT - 4, fill: COLOURS.hit }),
  '=': (page, x) => element(page, 'rect', { x, y: HEIGHT - 6, width: STEP - 2, height: 4, fill: COLOURS.faded }),
  x: (page, x) =>
    element(page, 'path', {
      d: `M${x},${HEIGHT / 2 - 2}l4,4M${x},${HEIGHT / 2 + 2}l4,-4`,
      stroke: COLOURS.deadline,
      'stroke-width': 1.6,
      class: 'failed',
    }),
};

function told(outcomes: string): string {
  const count = (outcome: string) => [...outcomes].filter((each) => each === outcome).length;
  const said = [words.feeds.read(count('+')), words.feeds.unchanged(count('=')), words.feeds.failed(count('x'))];
  return said.join(', ');
}

/** Draws `outcomes` (`+` items, `=` unchanged, `x` failed) as SVG. */
export function drawPolls(outcomes: string): string {
  const page = openPage();
  const width = outcomes.length * STEP + 2 * MARGIN;
  const root = element(page, 'svg', {
    xmlns: SVG,
    role: 'img',
    viewBox: `0 0 ${width} ${HEIGHT}`,
    width,
    height: HEIGHT,
  });
  const marks = [...outcomes].flatMap((outcome, index) => MARKS[outcome]?.(page, MARGIN + index * STEP) ?? []);
  root.append(element(page, 'title', {}, told(outcomes)), ...marks);
  return root.toString();
}
