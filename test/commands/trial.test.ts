/** A trial of what is stored keeps nobody waiting: it gives way every few reports. */
import { expect, it } from 'vitest';
import { tried } from '../../src/commands/trial.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import { HOUR, MINUTE, plus } from '../../src/domain/time.ts';
import { openStore } from '../../src/main.ts';
import { anItem, anOutlet, aStoryline, at, NO_RULES } from '../fakes/nouns.ts';
import { fakeLog } from '../fakes/world.ts';

const because = 'a test says so';
const NOW = at('2025-07-30T12:00Z');
const REPORTS = 1_500;

async function aStoreWith(reports: number) {
  const store = openStore(':memory:', { now: () => NOW, sleepUntil: async () => undefined }, fakeLog(), {});
  const items = Array.from({ length: reports }, (_, index): Change => {
    const identities = [`link:https://news.example/${index}`];
    const title = index % 3 === 0 ? 'Grain ships leave Odesa' : 'Grain talks go on';
    const seen = plus(NOW, -HOUR - index * 20 * MINUTE);
    return {
      kind: 'item.seen',
      item: anItem({ id: id(`it_${index}`), identities, title, lede: '', seen }),
      baseline: false,
      because,
    };
  });
  await store.commit([{ kind: 'outlet.listed', outlet: anOutlet(), because }, ...items], { at: NOW, actor: 'test' });
  return store;
}

/** How often others had their turn meanwhile. */
async function turnsDuring(work: Promise<unknown>): Promise<number> {
  let turns = 0;
  let isOver = false;
  void work.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise((resolve) => setImmediate(resolve));
    turns += 1;
  }
  return turns;
}

it('others have their turn once a day that is read, and every few reports', async () => {
  const ports = { ...NO_RULES, store: await aStoreWith(REPORTS) };
  const storyline = aStoryline({ query: 'grain AND ships', deadline: null });
  const work = tried(storyline, null, ports, NOW);
  expect(await turnsDuring(work)).toBeGreaterThan(30 + REPORTS / 25 - 5);
  const trial = await work;
  expect(trial?.figures).toMatchObject({ items: REPORTS, hits: REPORTS / 3 });
  expect(trial?.hits).toEqual([...(trial?.hits ?? [])].sort());
});
