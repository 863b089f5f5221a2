import { expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import { retireOld } from '../../src/run/maintain.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { anItem, anOutlet, at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';
import { fakeLog } from '../fakes/world.ts';

const because = 'a test says so';
const NOW = at('2025-07-14T16:05Z');

async function withItems(count: number) {
  const { engine } = openSqlite(temporaryFolder().at('desk.db'), NOW);
  const store = createStore(engine, TITLE_READER);
  const lede = 'x'.repeat(2_000);
  const items = Array.from({ length: count }, (_, index): Change => {
    const name = String(index).padStart(6, '0');
    return { kind: 'item.seen', item: anItem({ id: id(name), identities: [name], lede }), baseline: false, because };
  });
  await store.commit([{ kind: 'outlet.listed', outlet: anOutlet(), because }, ...items], { at: NOW, actor: 'test' });
  const pages = async () => (await engine.all('PRAGMA page_count', {}))[0]?.page_count;
  return { store, pages };
}

it('old items go in steps between which the line has its turn, and their room is given back', async () => {
  const { store, pages } = await withItems(220);
  const before = Number(await pages());
  let turns = 0;
  const turn = setInterval(() => {
    turns += 1;
  }, 0);
  const log = fakeLog();
  await retireOld(store, at('2026-07-14T00:00Z'), log, new AbortController().signal);
  clearInterval(turn);
  expect((await store.totals()).items).toBe(0);
  expect(turns).toBeGreaterThan(3);
  expect(Number(await pages())).toBeLessThan(before / 2);
  expect(log.lines).toEqual(['info: old items without a storyline deleted']);
  await store.close();
});

it('a desk that is asked to stop retires no more after the step it is at', async () => {
  const { store } = await withItems(120);
  const stopping = new AbortController();
  stopping.abort();
  await retireOld(store, at('2026-07-14T00:00Z'), fakeLog(), stopping.signal);
  expect((await store.totals()).items).toBe(95);
  await store.close();
});
