import { expect, it } from 'vitest';
import { moveBurst, moveCommitted, retireOld } from '../../src/run/maintain.ts';
import { at } from '../fakes/nouns.ts';
import { fakeLog } from '../fakes/world.ts';

it('how many old items went is logged', async () => {
  const asked: string[] = [];
  const keeper = {
    retire: async (before: string) => {
      asked.push(before);
      return 3;
    },
  };
  const store = {
    leavingMerging: async (work: () => Promise<void>) => {
      asked.push('merging is left to it');
      await work();
    },
  };
  const log = fakeLog();
  await retireOld({ store, keeper, log }, at('2025-07-14T00:00Z'));
  expect(asked).toEqual(['merging is left to it', at('2025-07-14T00:00Z')]);
  expect(log.lines).toEqual(['info: old items without a storyline deleted']);
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
