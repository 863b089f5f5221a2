/** The rooms of `src/` in figures, and the rule they are held to. */
import { readdirSync, readFileSync } from 'node:fs';
import { measureFile, spreadOf } from './measure.mjs';

const SRC = new URL('../src/', import.meta.url);

/** What the design asks of every room, in lines of a function. */
export const LIMITS = { median: 8, p90: 25 };

/** Every source file as `{ path, text }`, its path below `src/`. */
export function sources() {
  const names = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  return names.sort().map((name) => ({
    path: name.replaceAll('\\', '/'),
    text: readFileSync(new URL(name, SRC), 'utf8'),
  }));
}

/** Some files in figures; a spread is `{ median, p90, max }` in lines. */
function figuresOf(name, files) {
  const sum = (numberOf) => files.reduce((total, file) => total + numberOf(file), 0);
  const functions = files.flatMap((file) => file.functions).sort((a, b) => b.lines - a.lines);
  return {
    name,
    files: files.length,
    lines: sum((file) => file.lines),
    commentLines: sum((file) => file.commentLines),
    fileSpread: spreadOf(files.map((file) => file.lines)),
    functions,
    functionSpread: spreadOf(functions.map((each) => each.lines)),
  };
}

/** Figures of each room by name (a folder of `src/`; what lies in `src/` itself is one more), and of all as `total`. */
export function measureRooms(files) {
  const measured = files.map(({ path, text }) => measureFile(path, text));
  const names = [...new Set(measured.map(({ path }) => roomOf(path)))].sort();
  const inRoom = (name) => measured.filter(({ path }) => roomOf(path) === name);
  return { rooms: names.map((name) => figuresOf(name, inRoom(name))), total: figuresOf('total', measured) };
}

function roomOf(path) {
  return path.includes('/') ? path.split('/')[0] : 'single files';
}

/** Where a room breaks the rule, in words, with the functions beyond the limit, longest first; none when it does not. */
export function offencesOf({ name, functions, functionSpread }) {
  const broken = Object.keys(LIMITS).filter((measure) => functionSpread[measure] > LIMITS[measure]);
  return broken.map((measure) => {
    const limit = LIMITS[measure];
    const beyond = functions.filter((each) => each.lines > limit).map(called);
    return `${name}: ${measure} of function lines is ${functionSpread[measure]}, at most ${limit}: ${beyond.join('; ')}`;
  });
}

function called({ file, line, name, lines }) {
  return `${file}:${line} ${name} (${lines})`;
}
