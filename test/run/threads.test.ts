/** What is told in a thread waits for it, goes where it is, and is lost with none. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { want, wantThread } from '../../src/decide/show.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import { PRIORITIES } from '../../src/domain/message.ts';
import type { Outcome, Store } from '../../src/domain/ports.ts';
import { placeOf } from '../../src/domain/storyline.ts';
import { plus, SECOND, UTC } from '../../src/domain/time.ts';
import { deliverStep } from '../../src/run/deliver.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { aDevelopment, aFollow, anItem, anOutlet, aStoryline } from '../fakes/nouns.ts';
import { fakeChat, fakeLog, handClock } from '../fakes/world.ts';

const because = 'a test says so';
const never = new AbortController().signal;
const follow = aFollow({ inThread: true });
const manner = { rev: 1, priority: PRIORITIES.development, because };
const news = want({ kind: 'development', id: 'development-1' }, follow, manner);
const followed: readonly Change[] = [{ kind: 'follow.set', follow, because }, ...wantThread(follow)];
const GONE: Outcome = { kind: 'gone', what: 'channel', reason: 'Unknown Channel' };

describe('what is told in a thread', () => {
  const clock = handClock('2025-07-14T16:05Z');
  let store: Store;
  let chat = fakeChat();

  const commit = (...changes: readonly Change[]) => store.commit(changes, { at: clock.now(), actor: 'test' });
  const step = () =>
    deliverStep({ store, chat, clock, log: fakeLog(), onUnauthorised: () => undefined })(clock.now(), never);

  beforeEach(async () => {
    clock.set('2025-07-14T16:05Z');
    chat = fakeChat();
    store = createStore(openSqlite(':memory:', clock.now()).engine, TITLE_READER);
    await commit(
      { kind: 'outlet.listed', outlet: anOutlet(), because },
      { kind: 'storyline.defined', storyline: aStoryline(), because },
      { kind: 'item.seen', item: anItem(), baseline: false, because },
      { kind: 'development.opened', development: aDevelopment(), because },
    );
  });

  it('waits for it, and goes where it is', async () => {
    await commit(...followed, news);
    await step();
    const [thread] = await store.threads();
    expect(chat.asked).toEqual(['post thread in 200', `post development in ${thread?.posted}`]);
    await commit({ ...news, key: id('later') });
    await step();
    expect(chat.asked.at(-1)).toBe(`post development in ${thread?.posted}`);
  });

  it('is not due while the thread cannot be made', async () => {
    chat.fails({ kind: 'refused', reason: 'no tag' });
    await commit(...followed, news);
    await step();
    clock.set('2025-07-14T18:05Z');
    expect(await step()).toBeNull();
    expect(chat.asked).toEqual(['post thread in 200']);
    await commit({ kind: 'message.answered', key: id(`thread:${placeOf(follow)}`), answer: 'resend', because });
    await step();
    expect(chat.asked.slice(1)).toMatchObject([
      'post thread in 200',
      expect.stringMatching(/^post development in (?!200)/),
    ]);
  });

  it('may have been made by a try before, is looked for, and is never made twice', async () => {
    chat.fails({ kind: 'later', reason: 'Discord answered 502', retryAt: null });
    chat.finds({ kind: 'found', posted: id('900') });
    await commit(...followed, news);
    const next = await step();
    expect(next && next >= plus(clock.now(), 30 * SECOND)).toBe(true);
    clock.set('2025-07-14T16:06Z');
    await step();
    expect(chat.asked).toEqual([
      'post thread in 200',
      'find thread in 200',
      'edit thread in 200',
      'post development in 900',
    ]);
  });

  it('waits where somebody deleted the thread, until moderators want another one or none', async () => {
    await commit(...followed);
    await step();
    const [thread] = await store.threads();
    chat.fails(GONE);
    await commit(news);
    await step();
    clock.set('2025-07-16T16:05Z');
    await step();
    expect(chat.asked).toEqual(['post thread in 200', `post development in ${thread?.posted}`]);
    expect(await store.threads()).toMatchObject([{ state: 'gone' }]);
    await commit({ kind: 'follow.set', follow: aFollow(), because });
    await step();
    expect(chat.asked.at(-1)).toBe('post development in 200');
  });

  it('that was posted before stays where it is when its storyline gets a thread', async () => {
    await commit(
      { kind: 'follow.set', follow: aFollow(), because },
      want({ kind: 'development', id: 'development-1' }, aFollow(), manner),
    );
    await step();
    await commit(...followed, { ...news, rev: 2 });
    await step();
    expect(chat.asked).toEqual(['post development in 200', 'post thread in 200', 'edit development in 200']);
  });

  it('is left in peace in its quiet hours, and the thread itself too', async () => {
    const quiet = { from: '00:00', until: '23:59', zone: UTC, urgent: false };
    await commit({ kind: 'follow.set', follow: { ...follow, quiet }, because }, ...wantThread(follow), news);
    await step();
    expect(chat.asked).toEqual(['post thread in 200']);
  });
});
