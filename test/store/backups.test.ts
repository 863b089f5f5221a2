import { describe, expect, it } from 'vitest';
import { backupPath, backupsIn, rotate, sweepDrafts } from '../../src/store/backups.ts';
import { at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const DAYS = ['2026-11-26T02:41Z', '2026-11-27T02:41Z', '2026-11-28T02:41Z'].map(at);

describe('the folder of backups', () => {
  it('names them by instant and occasion, the newest first, and knows nothing else', () => {
    const folder = temporaryFolder();
    for (const name of ['desk.db', 'desk-1-daily.db', 'desk-20261128T024100000Z-fancy.db']) folder.write(name, '');
    for (const day of DAYS) folder.write(backupPath(folder.path, day, 'daily').slice(folder.path.length + 1), 'x');
    expect(backupsIn(folder.path).map(({ stamp, occasion, bytes }) => [stamp, occasion, bytes])).toEqual([
      ['20261128T024100000Z', 'daily', 1],
      ['20261127T024100000Z', 'daily', 1],
      ['20261126T024100000Z', 'daily', 1],
    ]);
    expect(backupsIn(folder.at('nowhere'))).toEqual([]);
  });

  it('is swept of what a killed desk left half-copied', () => {
    const folder = temporaryFolder();
    const names = ['desk-1-daily.db.part', 'desk-1-daily.db.part-journal', 'desk-1-by-hand.db.part', 'desk-1-daily.db'];
    for (const name of names) folder.write(name, 'x');
    sweepDrafts(folder.path, 'daily');
    expect(folder.names()).toEqual(['desk-1-by-hand.db.part', 'desk-1-daily.db']);
  });

  it('keeps the newest of an occasion and leaves the others alone', () => {
    const folder = temporaryFolder();
    for (const day of DAYS) folder.write(backupPath(folder.path, day, 'daily').slice(folder.path.length + 1), 'x');
    folder.write(backupPath(folder.path, at('2020-01-01T00:00Z'), 'by-hand').slice(folder.path.length + 1), 'x');
    expect(rotate(folder.path, 'daily', 2)).toEqual([folder.at('desk-20261126T024100000Z-daily.db')]);
    expect(rotate(folder.path, 'daily', 2)).toEqual([]);
    expect(folder.names()).toEqual([
      'desk-20200101T000000000Z-by-hand.db',
      'desk-20261127T024100000Z-daily.db',
      'desk-20261128T024100000Z-daily.db',
    ]);
  });
});
