import { describe, expect, it } from 'vitest';
import { desk } from '../fakes/deskCommand.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const backedUp = async () => {
  const folder = temporaryFolder();
  const env = { DESK_DATA: folder.at('data') };
  await desk(['migrate'], env);
  await desk(['backup', folder.at('backup.db')], env);
  return { folder, env, file: folder.at('backup.db') };
};

describe('desk restore', () => {
  it('verifies without changing anything', async () => {
    const { env, file } = await backedUp();
    const { code, out, notes } = await desk(['restore', '--check', file], env);
    expect({ code, out, notes }).toEqual({ code: 0, out: [`${file}: sound, up to its making`], notes: '' });
    expect((await desk(['backup', '--list'], env)).out).toEqual([expect.stringContaining('holds no backup')]);
  });

  it('says what is known, what was kept and what counts as told', async () => {
    const { env, file } = await backedUp();
    const { code, out } = await desk(['restore', file, '--told-until', '2026-11-28T14:00Z'], env);
    expect(code).toBe(0);
    expect(out).toEqual([
      expect.stringMatching(/^Restored: everything up to \S+ is known\.$/),
      expect.stringMatching(/is kept as .*-replaced\.db$/),
      expect.stringMatching(/up to 2026-11-28T14:00:00\.000Z counts as told/),
    ]);
  });

  it.each([
    ['a file that is not there', ['nowhere.db'], /nowhere\.db: there is no such file; "desk backup --list"/],
    ['no instant', ['FILE', '--told-until', 'yesterday'], /--told-until yesterday: is no instant; write it as/],
  ])('refuses %s', async (_, words, says) => {
    const { env, file } = await backedUp();
    const { code, notes } = await desk(['restore', ...words.map((word) => (word === 'FILE' ? file : word))], env);
    expect(code).toBe(2);
    expect(notes).toMatch(says);
  });
});
