import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { desk } from '../fakes/deskCommand.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

function addMigration(path: string, name: string, breaking: 0 | 1): void {
  const database = new Database(path);
  database
    .prepare("INSERT INTO migration VALUES (9999, ?, ?, 'digest', '2030-01-01T00:00:00.000Z')")
    .run(name, breaking);
  database.close();
}

describe('migrate', () => {
  it('says what it applied, and then that there is nothing to do', async () => {
    const data = temporaryFolder().at('new');
    const first = await desk(['migrate'], { DESK_DATA: data });
    expect(first).toMatchObject({ code: 0, notes: '' });
    expect(first.out).toHaveLength(1);
    expect(first.out[0]).toMatch(/new\/desk\.db: applied 0001_the_line/);
    const again = await desk(['migrate'], { DESK_DATA: data });
    expect(again).toMatchObject({ code: 0, out: [`${data}/desk.db: nothing to do`], notes: '' });
  });

  it('names what a newer version added, when it can live with it', async () => {
    const data = temporaryFolder().at('new');
    await desk(['migrate'], { DESK_DATA: data });
    addMigration(`${data}/desk.db`, '9999_more', 0);
    const { code, out } = await desk(['migrate'], { DESK_DATA: data });
    expect(code).toBe(0);
    expect(out[1]).toBe(`${data}/desk.db: has 9999_more of a newer version, which this one can live with`);
  });

  it('leaves a database that it cannot live with as it is', async () => {
    const data = temporaryFolder().at('new');
    await desk(['migrate'], { DESK_DATA: data });
    addMigration(`${data}/desk.db`, '9999_other', 1);
    const { code, out, notes } = await desk(['migrate'], { DESK_DATA: data });
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(notes).toMatch(/newer Deadline Desk \(9999_other\).*Start the newer version/);
  });
});
