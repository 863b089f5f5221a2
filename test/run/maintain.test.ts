import { expect, it } from 'vitest';
import { retireOld } from '../../src/run/maintain.ts';
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
  const log = fakeLog();
  await retireOld(keeper, at('2025-07-14T00:00Z'), log);
  expect(asked).toEqual([at('2025-07-14T00:00Z')]);
  expect(log.lines).toEqual(['info: old items without a storyline deleted']);
});
