/** Lines for a terminal: headings, columns, and no more than fit. */

export type Cell = string | number;

/** Columns under each other, numbers to the right; the last column is as long as it is. */
export function columns(rows: readonly (readonly Cell[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => String(row[column] ?? '').length)));
  return rows.map((row) => `  ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join('  ')}`.trimEnd());
}

function padded(cell: Cell, width: number): string {
  return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
}

/** A heading with its lines; nothing where there are none. */
export function section(heading: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : ['', heading, ...lines];
}

/** At most `most` lines, and how many are left. */
export function atMost(lines: readonly string[], most: number): readonly string[] {
  const rest = lines.length - most;
  return rest <= 0 ? lines : [...lines.slice(0, most), `  … ${rest} more (--json has all)`];
}

/** A text cut where it grows long. */
export function short(text: string, most = 60): string {
  return text.length > most ? `${text.slice(0, most - 1).trimEnd()}…` : text;
}

/** Words broken into lines of at most `width`, each behind `indent`. */
export function wrapped(text: string, indent: string, width = 100): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const isFull = line !== '' && line.length + word.length + 1 > width;
    if (isFull) lines.push(indent + line);
    line = isFull || line === '' ? word : `${line} ${word}`;
  }
  return [...lines, indent + line];
}

/** `12.3 %`, with as many digits as small shares need. */
export function percent(share: number): string {
  const digits = share === 0 || share >= 0.1 ? 0 : share >= 0.001 ? 1 : 3;
  return `${(share * 100).toFixed(digits)} %`;
}

/** `203,352` */
export function grouped(count: number): string {
  return count.toLocaleString('en');
}

/** `1 item`, `2 items` */
export function counted(count: number, one: string): string {
  return `${grouped(count)} ${count === 1 ? one : `${one}s`}`;
}
