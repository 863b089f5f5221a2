import { expect, it } from 'vitest';
import { id } from '../../src/domain/ids.ts';
import type { Retired } from '../../src/domain/ports.ts';
import { backUpDaily, moveBurst, moveCommitted, retireOld } from '../../src/run/maintain.ts';
import { at } from '../fakes/nouns.ts';
import { fakeLog } from '../fakes/world.ts';

it('old items go pass by pass, and how many went is logged', async () => {
  const asked: (string | null)[] = [];
  const passes: Retired[] = [
    { gone: 3, next: id('item-3') },
    { gone: 2, next: null },
  ];
  const keeper = {
    retire: async (before: string, after: string | null) => {
      asked.push(before, after);
      return passes.shift() ?? { gone: 0, next: null };
    },
  };
  const log = fakeLog();
  const before = at('2025-07-14T00:00Z');
  expect(await retireOld({ keeper, log }, before)).toBe(5);
  expect(asked).toEqual([before, null, before, 'item-3']);
  expect(log.lines).toEqual(['info: old items without a storyline deleted']);
});

it('the daily backup keeps so many, and none is none', async () => {
  const asked: (string | number)[] = [];
  const keeper = {
    backUp: async (now: string, keep: number) => {
      asked.push(now, keep);
      return { path: '/data/backups/one.db', bytes: 7_400_000, gone: [] };
    },
  };
  const log = fakeLog();
  const now = at('2025-07-14T02:41Z');
  await backUpDaily({ keeper, log }, 0, now);
  await backUpDaily({ keeper, log }, 7, now);
  expect(asked).toEqual([now, 7]);
  expect(log.lines).toEqual(['info: database backed up']);
});

it('the write-ahead log is moved whatever its length, and a long one sooner; what somebody held back is told', async () => {
  const asked: number[] = [];
  const log = fakeLog();
  const keeper = {
    checkpoint: async (fromBytes = 0) => {
      asked.push(fromBytes);
      return fromBytes > 0;
    },
  };
  await moveCommitted(keeper, log);
  await moveBurst(keeper, log);
  expect(asked).toEqual([0, 16_000_000]);
  expect(log.lines).toEqual([
    'debug: somebody wrote on while the write-ahead log was moved; the next turn moves the rest',
  ]);
});
