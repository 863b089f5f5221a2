import { describe, expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Engine } from '../../src/store/engine.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { anItem, anOutlet, at } from '../fakes/nouns.ts';

const NOW = at('2025-07-14T16:05Z');
const because = 'new in bbc-world';
const changes: readonly Change[] = [
  { kind: 'outlet.listed', outlet: anOutlet(), because: 'the catalogue says so' },
  { kind: 'item.seen', item: anItem(), baseline: false, because },
];

async function journaled(): Promise<Engine> {
  const { engine } = openSqlite(':memory:', NOW);
  await createStore(engine, TITLE_READER).commit(changes, { at: NOW, actor: 'poll:bbc-world' });
  return engine;
}

describe('the journal', () => {
  it('records who made what true, when and why, in the order of the commit', async () => {
    const engine = await journaled();
    const rows = await engine.all('SELECT at, position, actor, kind, subject, because FROM journal', {});
    expect(rows).toEqual([
      {
        at: NOW,
        position: 0,
        actor: 'poll:bbc-world',
        kind: 'outlet.listed',
        subject: 'bbc',
        because: 'the catalogue says so',
      },
      { at: NOW, position: 1, actor: 'poll:bbc-world', kind: 'item.seen', subject: 'item-1', because },
    ]);
    await engine.close();
  });

  it('keeps no text of an item', async () => {
    const engine = await journaled();
    const [row] = await engine.all("SELECT data FROM journal WHERE kind = 'item.seen'", {});
    expect(row?.data).toBe('{"feed":"bbc-world","baseline":false}');
    await engine.close();
  });

  it.each([
    ['updated', "UPDATE journal SET because = 'another reason'"],
    ['deleted', 'DELETE FROM journal'],
  ])('refuses to have a row %s', async (_, sql) => {
    const engine = await journaled();
    await expect(engine.batch([{ sql, params: {} }])).rejects.toThrow(/append-only/);
    expect(await engine.all('SELECT COUNT(*) AS rows FROM journal', {})).toEqual([{ rows: 2 }]);
    await engine.close();
  });
});
