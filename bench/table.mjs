/** Rows of texts -> lines in columns; the first column reads from the left, the others from the right. */
export function columns(rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => row[column].length)));
  const pad = (text, column) => (column === 0 ? text.padEnd(widths[column]) : text.padStart(widths[column]));
  return rows.map((row) => row.map(pad).join('  ').trimEnd());
}

/** Prints a line. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}
