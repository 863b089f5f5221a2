import { statSync } from 'node:fs';
import { expect, it, onTestFinished } from 'vitest';
import { backupsIn } from '../../src/store/backups.ts';
import { StoreError } from '../../src/store/engine.ts';
import { openKeeper } from '../../src/store/keeper.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const NOW = at('2025-07-14T00:00Z');
const INSERT = "INSERT INTO outlet VALUES (:id, :name, 'press', 'g', NULL, 'UTC', '[]', '[]')";

function kept() {
  const folder = temporaryFolder();
  const path = folder.at('desk.db');
  const { engine } = openSqlite(path, NOW);
  const keeper = openKeeper(path);
  onTestFinished(async () => {
    await keeper.close();
    await engine.close();
  });
  const write = (id: string) => engine.batch([{ sql: INSERT, params: { id, name: 'x'.repeat(500_000) } }]);
  return { folder, path, engine, keeper, write };
}

it('keeps the newest daily backups, one after the other when asked together', async () => {
  const { folder, keeper } = kept();
  const days = ['2025-07-14T02:41Z', '2025-07-15T02:41Z', '2025-07-16T02:41Z'].map(at);
  const done = await Promise.all(days.map((day) => keeper.backUp(day, 2)));
  const [first, , last] = done;
  expect(last?.gone).toEqual([first?.path]);
  expect(backupsIn(folder.at('backups')).map(({ path }) => path)).toEqual([last?.path, done[1]?.path]);
});

it('moves what was committed into the file, and the log begins anew', async () => {
  const { path, keeper, write } = kept();
  const size = () => statSync(`${path}-wal`).size;
  await write('a');
  const first = size();
  expect(await keeper.checkpoint()).toBe(true);
  await write('b');
  expect(await keeper.checkpoint()).toBe(true);
  await write('c');
  expect(size()).toBeLessThan(first * 1.5);
  expect(statSync(path).size).toBeGreaterThan(1_000_000);
});

it('cuts a log that grew long, which no commit does', async () => {
  const { path, engine, keeper, write } = kept();
  const size = () => statSync(`${path}-wal`).size;
  for (const each of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']) await write(each);
  const long = size();
  await engine.all('PRAGMA wal_checkpoint(PASSIVE)', {});
  await write('k');
  expect([long > 4_000_000, size()]).toEqual([true, long]);
  expect([await keeper.checkpoint(), size()]).toEqual([true, 0]);
});

it('leaves a short log alone until it is asked for all of it', async () => {
  const { path, keeper, write } = kept();
  await keeper.checkpoint();
  await write('a');
  const before = statSync(path).size;
  expect(await keeper.checkpoint(20_000_000)).toBe(true);
  expect(statSync(path).size).toBe(before);
  expect(await keeper.checkpoint(400_000)).toBe(true);
  expect(statSync(path).size).toBeGreaterThan(before);
});

it('retires in its own thread while the desk goes on writing', async () => {
  const { engine, keeper, write } = kept();
  await write('a');
  const item = "VALUES (:id, 'f', 'a', NULL, NULL, 't', 'l', :seen, :seen, 'h', 0)";
  const numbers = Array.from({ length: 400 }, (_, number) => String(number).padStart(4, '0'));
  const columns = 'id, feed, outlet, guid, link, title, lede, published, seen, hash, baseline';
  const insert = `INSERT INTO item (${columns}) ${item}`;
  await engine.batch(numbers.map((number) => ({ sql: insert, params: { id: number, seen: NOW } })));
  const retired = keeper.retire(at('2025-07-15T00:00Z'), null);
  let written = 0;
  const writing = setInterval(() => {
    written += 1;
    void write(`more-${written}`);
  }, 5);
  expect(await retired).toEqual({ gone: 400, next: null });
  clearInterval(writing);
  const asked = 'SELECT (SELECT COUNT(*) FROM item) AS items, (SELECT COUNT(*) FROM outlet) AS outlets';
  await write('last');
  expect(await engine.all(asked, {})).toEqual([{ items: 0, outlets: written + 2 }]);
  expect(written).toBeGreaterThan(3);
});

it('names a trouble as an operator can act on it', async () => {
  const keeper = openKeeper(temporaryFolder().at('nowhere.db'));
  const backedUp = keeper.backUp(NOW, 1);
  await expect(backedUp).rejects.toThrow(/nowhere\.db: it cannot be opened/);
  await expect(backedUp).rejects.toBeInstanceOf(StoreError);
});

it('calls off what is under way when it is closed', async () => {
  const { folder, keeper, write } = kept();
  await write('a');
  const backedUp = keeper.backUp(NOW, 1).catch((error: unknown) => error);
  await new Promise((resolve) => setImmediate(resolve));
  await keeper.close();
  expect(await backedUp).toMatchObject({ message: 'The desk stopped before this piece of maintenance was done' });
  expect(backupsIn(folder.at('backups'))).toEqual([]);
});

it('begins nothing any more once it is closed', async () => {
  const { keeper, write } = kept();
  await write('a');
  await keeper.close();
  await expect(keeper.checkpoint()).rejects.toThrow('The desk stopped before this piece of maintenance was done');
});
