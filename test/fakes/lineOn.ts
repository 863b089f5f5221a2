/** The line on a database of its own, by a clock in the hand, and a channel that outlives it. */
import { expect, vi } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { vocabularyOf } from '../../src/decide/rules.ts';
import { id, type PostedId } from '../../src/domain/ids.ts';
import type { Chat } from '../../src/domain/ports.ts';
import type { Storyline } from '../../src/domain/storyline.ts';
import type { Instant } from '../../src/domain/time.ts';
import { openRules } from '../../src/main.ts';
import { LOOPS, startLine } from '../../src/run/line.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { fakeLog, handClock, settle } from './world.ts';

/** A channel that outlives its desks, and forgets nonces at once: only reading it tells what was posted. */
export function lastingChannel() {
  const posted: string[] = [];
  let isDown = false;
  const chat: Chat = {
    async post({ key }) {
      if (isDown) return { kind: 'later', reason: 'down', retryAt: null };
      posted.push(key);
      return { kind: 'done', posted: id<PostedId>(key), digest: key };
    },
    edit: async (_, message) => ({ kind: 'done', posted: message, digest: message }),
    find: async ({ key }) => (posted.includes(key) ? { kind: 'found', posted: id<PostedId>(key) } : { kind: 'absent' }),
  };
  const down = (is: boolean) => {
    isDown = is;
  };
  return { chat, posted, down };
}

/** A line on the file at `path` from `from` on, without feeds; `until` lets time pass and rests when all is done. */
export function lineOn(path: string, storyline: Storyline, chat: Chat, from: Instant) {
  const store = createStore(openSqlite(path, from).engine, TITLE_READER);
  const clock = handClock(from);
  const rules = openRules([storyline], vocabularyOf({}));
  const feeds = { fetch: async () => Promise.reject(new Error('no feed')), close: async () => undefined };
  const rest = { concurrency: 1, perHost: 1, trapAt: () => null, onUnauthorised: () => undefined };
  const line = startLine({ store, feeds, chat, clock, log: fakeLog(), rules: () => rules, ...rest });
  const resting = () => vi.waitFor(() => expect(clock.sleeping).toHaveLength(LOOPS), { interval: 2 });
  return {
    async until(text: string) {
      await resting();
      clock.set(text);
      await settle();
      await resting();
    },
    async stop() {
      await line.stop();
      await store.close();
    },
  };
}
