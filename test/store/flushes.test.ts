import { expect, it } from 'vitest';
import { Flushes } from '../../src/store/flushes.ts';

/** A disk whose flushes end when the test says so. */
function slowDisk() {
  const ends: { readonly done: () => void; readonly failed: (error: Error) => void }[] = [];
  const happened: string[] = [];
  const flushes = new Flushes(async () => {
    happened.push('opened');
    return {
      datasync: () => new Promise((done, failed) => ends.push({ done, failed })),
      close: async () => void happened.push('closed'),
    };
  });
  const commit = (name: string) =>
    void flushes.onDisk().then(
      () => happened.push(name),
      (error: Error) => happened.push(`${name}: ${error.message}`),
    );
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { flushes, ends, happened, commit, turn };
}

it('a commit is done once a flush has ended that began after it, and one flush does for several', async () => {
  const { ends, happened, commit, turn } = slowDisk();
  commit('a');
  await turn();
  commit('b');
  commit('c');
  await turn();
  expect([ends.length, happened]).toEqual([1, ['opened']]);
  ends[0]?.done();
  await turn();
  expect([ends.length, happened]).toEqual([2, ['opened', 'a']]);
  ends[1]?.done();
  await turn();
  expect([ends.length, happened]).toEqual([2, ['opened', 'a', 'b', 'c']]);
});

it('a flush that fails is told to those that waited for it, and to nobody else', async () => {
  const { ends, happened, commit, turn } = slowDisk();
  commit('a');
  await turn();
  commit('b');
  ends[0]?.failed(new Error('EIO'));
  await turn();
  ends[1]?.done();
  await turn();
  expect(happened).toEqual(['opened', 'a: EIO', 'b']);
});

it('is closed after the flush of all that was committed before', async () => {
  const { flushes, ends, happened, commit, turn } = slowDisk();
  commit('a');
  await turn();
  commit('b');
  const closed = flushes.close();
  ends[0]?.done();
  await turn();
  ends[1]?.failed(new Error('EIO'));
  await closed;
  expect(happened).toEqual(['opened', 'a', 'b: EIO', 'closed']);
});

it('the file is opened by the first commit, kept, and closed', async () => {
  const { flushes, ends, happened, commit, turn } = slowDisk();
  await flushes.close();
  expect(happened).toEqual([]);
  for (const name of ['a', 'b']) {
    commit(name);
    await turn();
    ends.at(-1)?.done();
    await turn();
  }
  await flushes.close();
  expect(happened).toEqual(['opened', 'a', 'b', 'closed']);
});
