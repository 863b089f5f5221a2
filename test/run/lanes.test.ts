import { describe, expect, it } from 'vitest';
import { inLanes } from '../../src/run/lanes.ts';
import { settle } from '../fakes/world.ts';

const hostOf = (work: string) => work.split('/')[0] ?? '';

/** Work that ends when it is told to: `end('a/1')`. */
function working(
  works: readonly string[],
  lanes: number,
  perHost: number,
  isHeld: (host: string) => boolean = () => false,
) {
  const running = new Map<string, () => void>();
  const act = (work: string) =>
    new Promise<void>((done) =>
      running.set(work, () => {
        running.delete(work);
        done();
      }),
    );
  const ended = inLanes(works, { lanes, perHost: () => perHost, hostOf, isHeld }, act);
  return {
    ended,
    running: () => [...running.keys()],
    end: async (work: string) => {
      running.get(work)?.();
      await settle();
    },
  };
}

describe('lanes', () => {
  it('keep to as much at one host as it may bear, and go on with others', async () => {
    const { ended, running, end } = working(['a/1', 'a/2', 'a/3', 'b/1', 'c/1'], 3, 2);
    expect(running()).toEqual(['a/1', 'a/2', 'b/1']);
    await end('b/1');
    expect(running()).toEqual(['a/1', 'a/2', 'c/1']);
    await end('a/1');
    expect(running()).toEqual(['a/2', 'c/1', 'a/3']);
    for (const work of ['a/2', 'c/1', 'a/3']) await end(work);
    await ended;
  });

  it('do everything when all of it is at one host', async () => {
    const { ended, running, end } = working(['a/1', 'a/2', 'a/3'], 8, 1);
    for (const work of ['a/1', 'a/2', 'a/3']) {
      expect(running()).toEqual([work]);
      await end(work);
    }
    await ended;
  });

  it('leave out what is at a host that asked for a pause meanwhile', async () => {
    const held = new Set<string>();
    const { ended, running, end } = working(['a/1', 'a/2', 'b/1'], 1, 1, (host) => held.has(host));
    held.add('a');
    await end('a/1');
    expect(running()).toEqual(['b/1']);
    await end('b/1');
    await ended;
  });
});
