/** What is asked of FTS5, and what is known without. */
import { describe, expect, it } from 'vitest';
import type { Params, Row } from '../../../src/store/engine.ts';
import { KeptRows } from '../../../src/store/search/keptRows.ts';

const LAST = 1_000;
const ROWS = [3, 500, 1_200];

/** Answers every question with the rows that are new, and keeps what it was asked. */
function anEngine() {
  const questions: Params[] = [];
  const all = async (_: string, params: Params): Promise<readonly Row[]> => {
    questions.push(params);
    const numbers = ROWS.filter((row) => row > Number(params.after) && row <= Number(params.last));
    return [{ numbers: JSON.stringify(numbers) }];
  };
  return { questions, all };
}

async function askedFor(words: readonly string[], mostBytes: number): Promise<readonly unknown[]> {
  const engine = anEngine();
  const kept = new KeptRows(engine, mostBytes);
  for (const word of words) await kept.holding(word, LAST);
  return engine.questions.map(({ asked }) => asked);
}

describe('rows that were asked for', () => {
  it('are asked for again as far as they are new', async () => {
    const engine = anEngine();
    const kept = new KeptRows(engine);
    expect((await kept.holding('putin', LAST)).rows).toEqual([3, 500]);
    expect((await kept.holding('putin', LAST)).rows).toEqual([3, 500]);
    expect((await kept.holding('putin', 2 * LAST)).rows).toEqual(ROWS);
    expect(engine.questions).toEqual([
      { asked: 'putin', after: 0, last: LAST },
      { asked: 'putin', after: LAST, last: 2 * LAST },
    ]);
  });

  it('make room for others where nobody asked for them the longest', async () => {
    const words = ['a', 'b', 'a', 'c', 'a', 'b'];
    const eachTakes = 2 + 2 * 8;
    expect(await askedFor(words, 2 * eachTakes)).toEqual(['a', 'b', 'c', 'b']);
    expect(await askedFor(words, 3 * eachTakes)).toEqual(['a', 'b', 'c']);
    expect(await askedFor(words, 0)).toEqual(words);
  });
});
