import { describe, expect, it } from 'vitest';
import { desk } from '../fakes/deskCommand.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const made = async () => {
  const folder = temporaryFolder();
  const env = { DESK_DATA: folder.at('data') };
  await desk(['migrate'], env);
  return { folder, env };
};

describe('desk backup', () => {
  it('makes a new file in the folder of backups, says which, and lists it', async () => {
    const { folder, env } = await made();
    const { code, out, notes } = await desk(['backup'], env);
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    expect(out).toEqual([expect.stringMatching(/\/data\/backups\/desk-\d{8}T\d{9}Z-by-hand\.db: \d\.\d MB, checked$/)]);
    const [path = ''] = out[0]?.split(': ') ?? [];
    expect((await desk(['backup', '--list'], env)).out).toEqual([expect.stringContaining(`${path}  by-hand  `)]);
    expect(path.startsWith(folder.path)).toBe(true);
  });

  it('makes the file it is told to, and overwrites none', async () => {
    const { folder, env } = await made();
    const file = folder.at('mine.db');
    expect((await desk(['backup', file], env)).out).toEqual([expect.stringMatching(/mine\.db: .* MB, checked$/)]);
    const again = await desk(['backup', file], env);
    expect(again).toMatchObject({ code: 2, out: [] });
    expect(again.notes).toBe(`desk: ${file}: is there already, and no backup is overwritten; name another file`);
  });

  it('says when there is nothing to copy, and nothing to list', async () => {
    const folder = temporaryFolder();
    const env = { DESK_DATA: folder.at('data') };
    const { code, notes } = await desk(['backup'], env);
    expect(code).toBe(2);
    expect(notes).toMatch(/desk\.db: there is no database yet; DESK_DATA names its folder/);
    expect((await desk(['backup', '--list'], env)).out).toEqual([`${folder.at('data/backups')}: holds no backup`]);
    expect(folder.names()).toEqual([]);
  });
});
