import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { desk } from '../fakes/deskCommand.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const made = async () => {
  const folder = temporaryFolder();
  const env = { DESK_DATA: folder.at('data') };
  await desk(['migrate'], env);
  await desk(['backup'], env);
  return { env, path: folder.at('data/desk.db') };
};

function changed(path: string, sql: string): void {
  const database = new Database(path);
  database.pragma('foreign_keys = OFF');
  database.exec(sql);
  database.close();
}

const MESSAGE = `INSERT INTO message (key, follow, channel, subject_kind, subject_id, priority, wanted_rev, wanted_at, shown_rev, state,
  nonce, marker, attempts, next_try_at, edits, ping, made_at)
  VALUES ('lost', 'f', '1', 'deadline', 'nowhere', 0, 1, '2020-01-01T00:00:00.000Z', 0, 'waiting', 'n', 1, 0, '2020-01-01T00:00:00.000Z', 0, 0, '2020-01-01T00:00:00.000Z')`;

describe('desk doctor', () => {
  it('says of a sound database what takes its room', async () => {
    const { env, path } = await made();
    const { code, out, notes } = await desk(['doctor'], env);
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    expect(out[0]).toBe(`database   ${path}`);
    expect(out[1]).toMatch(/^size {7}\d\.\d MB, 0 items$/);
    expect(out.at(-1)).toMatch(/^sound/);
  });

  it.each([
    [
      'an orphan',
      "INSERT INTO match VALUES ('gone', 'gone', 1, '{}')",
      /match without (item|storyline): 1 orphans; it is a bug/,
    ],
    ['a message that points nowhere', MESSAGE, /message lost: it shows something that is gone; it is a bug: report it/],
    ['a message that waits for ever', MESSAGE, /the board: 1 messages wait for more than a day; see "desk board"/],
    [
      'a missing migration',
      'DELETE FROM migration WHERE number = 2',
      /the schema: 1 migrations are missing; start the desk/,
    ],
  ])('names %s, where it is, and the remedy', async (_, sql, says) => {
    const { env, path } = await made();
    changed(path, sql);
    const { code, out } = await desk(['doctor'], env);
    expect(code).toBe(1);
    expect(out.join('\n')).toMatch(says);
  });

  it('asks for a backup where there is none', async () => {
    const env = { DESK_DATA: temporaryFolder().at('data') };
    await desk(['migrate'], env);
    const { code, out } = await desk(['doctor'], env);
    expect(code).toBe(1);
    expect(out.at(-1)).toMatch(/^trouble {4}.*backups: there is no backup; "desk backup" makes one now/);
  });

  it('says where there is no database', async () => {
    const { code, notes } = await desk(['doctor'], { DESK_DATA: temporaryFolder().at('data') });
    expect(code).toBe(2);
    expect(notes).toMatch(/there is no database yet/);
  });
});
