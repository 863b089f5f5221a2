/** `house`: lines and function lengths per room. */
import { parseArgs } from 'node:util';
import { LIMITS, measureRooms, offencesOf, sources } from './rooms.mjs';
import { columns, say } from './table.mjs';

const HEAD = ['room', 'files', 'lines', 'comment', 'file p50', 'max', 'functions', 'p50', 'p90', 'max', 'longest'];

function rowOf({ name, files, lines, commentLines, fileSpread, functions, functionSpread }) {
  const comment = `${Math.round((100 * commentLines) / lines)} %`;
  const { median, p90, max } = functionSpread;
  const figures = [files, lines, comment, fileSpread.median, fileSpread.max, functions.length, median, p90, max];
  return [name, ...figures.map(String), functions[0]?.name ?? ''];
}

/** Prints one row a room; answers 1 when a room breaks the house rule. */
export async function run(words) {
  parseArgs({ args: words });
  const { rooms, total } = measureRooms(sources());
  for (const line of columns([HEAD, ...[...rooms, total].map(rowOf)])) say(line);
  const offences = rooms.flatMap(offencesOf);
  say(`\nHouse rule: in every room, functions of at most ${LIMITS.median} lines at p50 and ${LIMITS.p90} at p90.`);
  for (const offence of offences) say(offence);
  if (offences.length === 0) say('Every room keeps it.');
  return offences.length === 0 ? 0 : 1;
}
