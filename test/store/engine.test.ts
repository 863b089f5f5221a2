import { describe, expect, it } from 'vitest';
import { allIn, type Engine, type Params } from '../../src/store/engine.ts';

interface Asked {
  readonly sql: string;
  readonly params: Params;
}

/** An engine that answers every question with one row and remembers what it was asked. */
function listeningEngine(): Engine & { readonly asked: readonly Asked[] } {
  const asked: Asked[] = [];
  return {
    asked,
    all: async (sql, params) => {
      asked.push({ sql, params });
      return [{ id: 'a' }];
    },
    batch: async () => [],
    space: async () => ({ bytes: 0, freeBytes: 0 }),
    shrink: async () => 0,
    close: async () => undefined,
  };
}

const names = (count: number) => Array.from({ length: count }, (_, index) => `n${index}`);

describe('a question about some values', () => {
  it('is not asked about none', async () => {
    const engine = listeningEngine();
    expect(await allIn(engine, [], (list) => `IN (${list})`)).toEqual([]);
    expect(engine.asked).toEqual([]);
  });

  it('names each value once, rounds the list up with its last one, and keeps its other parameters', async () => {
    const engine = listeningEngine();
    const rows = await allIn(engine, ['a', 'b', 'a', 'c'], (list) => `IN (${list}) AND :since`, { since: 's' });
    expect(rows).toEqual([{ id: 'a' }]);
    expect(engine.asked).toEqual([
      { sql: 'IN (:in0, :in1, :in2, :in3) AND :since', params: { in0: 'a', in1: 'b', in2: 'c', in3: 'c', since: 's' } },
    ]);
  });

  it.each([
    [1, 1],
    [2, 2],
    [3, 4],
    [5, 8],
    [1_024, 1_024],
    [1_025, 1_025],
  ])('about %d values takes %d parameters', async (count, expected) => {
    const engine = listeningEngine();
    await allIn(engine, names(count), (list) => list);
    expect(Object.keys(engine.asked[0]?.params ?? {})).toHaveLength(expected);
    expect(new Set(Object.values(engine.asked[0]?.params ?? {})).size).toBe(count);
  });
});
