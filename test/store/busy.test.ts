/** Another process that holds the database: nothing happens by halves, and all goes on when it is free. */
import Database from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { id } from '../../src/domain/ids.ts';
import type { Pause } from '../../src/domain/pause.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { aDevelopment, aFollow, anItem, anOutlet, aStoryline, at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const because = 'a test says so';
const NOW = at('2025-07-14T16:05Z');
const LIMIT: Pause = { channel: null, act: 'edit', cause: 'limit', until: at('2025-07-14T17:00Z'), reason: because };

it('a database that another process writes to is named, counts no attempt, and takes what it did not take', async () => {
  const path = temporaryFolder().at('desk.db');
  const store = createStore(openSqlite(path, NOW).engine, TITLE_READER);
  const manner = { rev: 1, priority: 4, ping: false, answers: null, because } as const;
  const subject = { kind: 'development', id: 'development-1' } as const;
  await store.commit(
    [
      { kind: 'outlet.listed', outlet: anOutlet(), because },
      { kind: 'storyline.defined', storyline: aStoryline(), because },
      { kind: 'follow.set', follow: aFollow(), because },
      { kind: 'item.seen', item: anItem(), baseline: false, because },
      { kind: 'development.opened', development: aDevelopment(), because },
      { kind: 'message.wanted', key: id('a'), follow: aFollow().id, channel: id('200'), subject, ...manner },
    ],
    { at: NOW, actor: 'test' },
  );
  const other = new Database(path);
  other.exec('BEGIN IMMEDIATE');
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  const refused = expect(store.claim(NOW, 10)).rejects.toThrow(
    /another process holds it; stop the other desk .*SQLITE_BUSY/,
  );
  await vi.advanceTimersByTimeAsync(5_100);
  vi.useRealTimers();
  await refused;
  expect(await store.pauses(NOW)).toEqual([]);
  other.exec('ROLLBACK');
  other.close();
  expect(await store.pause(LIMIT, NOW)).toBe(true);
  expect(await store.claim(NOW, 10)).toMatchObject([{ key: 'a', attempts: 1, firstTriedAt: null }]);
  await store.close();
});
