/** What stands around every picture: its title above, its paper below. */
import { type Element, element, type Page, textAt } from './page.ts';
import { COLOURS, LABEL_SIZE, LINE_HEIGHT, MARGIN, TEXT_WIDTH, TITLE_SIZE, WIDTH } from './style.ts';
import { linesOf } from './text.ts';

/** Plain text, both, and harmless. */
export interface Titles {
  readonly title: string;
  readonly subtitle: string | null;
}

/** Elements one below the other, and the height they take. */
export interface Block {
  readonly elements: readonly Element[];
  readonly height: number;
}

/** Title and subtitle at the top of a picture; of the title at most `most` lines, of the other two. */
export function drawHead(page: Page, { title, subtitle }: Titles, most = 2): Block {
  const big = { size: TITLE_SIZE, bold: true } as const;
  const small = { size: LABEL_SIZE, colour: COLOURS.quiet } as const;
  const titles = linesOf(title, { ...big, width: TEXT_WIDTH }, most);
  const below = subtitle ? linesOf(subtitle, { ...small, width: TEXT_WIDTH }, 2) : [];
  const end = 10 + titles.length * 22;
  return {
    elements: [
      ...titles.map((line, index) => textAt(page, line, { ...big, x: MARGIN, y: 27 + index * 22 })),
      ...below.map((line, index) => textAt(page, line, { ...small, x: MARGIN, y: end + 14 + index * LINE_HEIGHT })),
    ],
    height: end + below.length * LINE_HEIGHT + 8,
  };
}

/** Behind everything: the picture brings its own ground, for pages of any colour. */
export function paper(page: Page, height: number): Element {
  const inside = { x: 0.5, y: 0.5, width: WIDTH - 1, height: height - 1 };
  return element(page, 'rect', { ...inside, rx: 6, fill: COLOURS.paper, stroke: COLOURS.edge, class: 'paper' });
}
