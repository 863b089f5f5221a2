/** The words of a row: when and what at the left, who at the right, and the date below, struck out once it is replaced. */
import { type Element, type Page, type Place, textAt } from '../page.ts';
import { COLOURS, MARGIN, WIDTH } from '../style.ts';
import { ROW_LINE, type Row, type RowLine, SMALL, TEXT } from './rows.ts';

/** What is struck out needs its halo apart: a line through a text would have one too, and cover it. */
function struckText(page: Page, text: string, place: Place): readonly Element[] {
  const line = textAt(page, text, place);
  line.setAttribute('text-decoration', 'line-through');
  return [textAt(page, text, { ...place, colour: COLOURS.paper, halo: true }), line];
}

function writeDate(page: Page, { struck }: Row, text: string, y: number): readonly Element[] {
  const place = { ...TEXT, x: MARGIN, y };
  if (struck) return struckText(page, text, { ...place, colour: COLOURS.quiet });
  return [textAt(page, text, { ...place, bold: true, halo: true })];
}

function writeLeft(page: Page, row: Row, { left, isDate }: RowLine, y: number): readonly Element[] {
  if (left === '') return [];
  if (isDate) return writeDate(page, row, left, y);
  const colour = row.current ? COLOURS.ink : COLOURS.quiet;
  return [textAt(page, left, { ...TEXT, x: MARGIN, y, colour, bold: row.current, halo: true })];
}

function writeRight(page: Page, { right }: RowLine, y: number): readonly Element[] {
  const place = { ...SMALL, x: WIDTH - MARGIN, y, anchor: 'end', colour: COLOURS.quiet, halo: true } as const;
  return right === '' ? [] : [textAt(page, right, place)];
}

/** The words of a row, above its marks. */
export function writeRow(page: Page, row: Row): readonly Element[] {
  return row.lines.flatMap((line, index) => {
    const y = row.top + 11 + index * ROW_LINE;
    return [...writeLeft(page, row, line, y), ...writeRight(page, line, y)];
  });
}
