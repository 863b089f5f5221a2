/** The house rule: kindergarten code. In every room most functions are short, and long ones are rare. */
import { describe, expect, it } from 'vitest';
import { measureFile, percentile } from '../bench/measure.mjs';
import { LIMITS, measureRooms, offencesOf, type SourceText, sources } from '../bench/rooms.mjs';

/** A function of so many lines. */
function aFunction(name: string, lines: number): string {
  return [`function ${name}() {`, ...Array.from({ length: lines - 2 }, () => '  work();'), '}'].join('\n');
}

/** A file with functions of these lengths, called `f1`, `f2` … */
function aFile(path: string, lengths: readonly number[]): SourceText {
  return { path, text: `${lengths.map((lines, index) => aFunction(`f${index + 1}`, lines)).join('\n\n')}\n` };
}

const offences = (files: readonly SourceText[]) => measureRooms(files).rooms.flatMap(offencesOf);

describe('the house', () => {
  const { rooms, total } = measureRooms(sources());

  it('keeps its functions short in every room', () => {
    expect(rooms.flatMap(offencesOf)).toEqual([]);
  });

  it('is measured as a whole', () => {
    expect(rooms.map((room) => room.name)).toEqual(expect.arrayContaining(['decide', 'domain', 'single files']));
    expect(rooms.reduce((files, room) => files + room.files, 0)).toBe(sources().length);
    expect(rooms.reduce((lines, room) => lines + room.lines, 0)).toBe(total.lines);
  });
});

describe('a room that breaks the rule', () => {
  it('is told with its functions beyond the median, longest first', () => {
    expect(offences([aFile('run/poll.ts', [3, 9, 12])])).toEqual([
      'run: median of function lines is 9, at most 8: run/poll.ts:15 f3 (12); run/poll.ts:5 f2 (9)',
    ]);
  });

  it('is told with its functions beyond the 90th percentile', () => {
    expect(offences([aFile('run/poll.ts', [4, 4, 26])])).toEqual([
      'run: p90 of function lines is 26, at most 25: run/poll.ts:11 f3 (26)',
    ]);
  });

  it('does not hide behind another room', () => {
    const told = offences([aFile('cards/draw.ts', [3, 3, 3, 3, 3, 3]), aFile('run/poll.ts', [30])]);
    expect(told.map((offence) => offence.split(':')[0])).toEqual(['run', 'run']);
  });

  it('is none that stands exactly at both limits', () => {
    expect(offences([aFile('run/poll.ts', [LIMITS.median, LIMITS.median, LIMITS.p90])])).toEqual([]);
  });
});

const PLANTED = `/** Two lines
 * of docstring. */
export function outer() {
  const inner = () => {
    return 1; // one
  };
  const short = () => 2;
  return [1].map((each) => {
    return each + inner() + short();
  });
}

class Box {
  #size = 0;

  constructor() {
    this.#size = 1;
  }

  get size() { return this.#size; }
}

const TABLE = { 'a.b': () => { return '// no comment'; } };

interface Shape {
  area(): number;
}
`;

describe('measuring a file', () => {
  const measured = measureFile('planted.ts', PLANTED);

  it('finds every function with a block, by name, line and length without its docstring', () => {
    expect(measured.functions.map(({ name, line, lines }) => [name, line, lines])).toEqual([
      ['outer', 3, 9],
      ['outer > inner', 4, 3],
      ['outer > function at line 8', 8, 3],
      ['Box > constructor', 16, 3],
      ['Box > size', 20, 1],
      ["'a.b'", 23, 1],
    ]);
  });

  it('counts lines, and those that hold a comment', () => {
    expect([measured.lines, measured.commentLines]).toEqual([27, 3]);
  });

  it('counts nothing in an empty file', () => {
    expect(measureFile('empty.ts', '')).toEqual({ path: 'empty.ts', lines: 0, commentLines: 0, functions: [] });
  });
});

it.each<[readonly number[], number, number]>([
  [[], 0.5, 0],
  [[7], 0.9, 7],
  [[4, 1, 3, 2], 0.5, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
  [[1, 2, 3], 1, 3],
])('the percentile of %j at %d is %d', (numbers, share, expected) => {
  expect(percentile(numbers, share)).toBe(expected);
});
