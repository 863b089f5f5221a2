/** Messages of an announcement channel are published once each, as fast as Discord takes them, whatever breaks. */
import { beforeEach, describe, expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { want } from '../../src/decide/show.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import { PRIORITIES, type Priority, type SubjectRef } from '../../src/domain/message.ts';
import type { Failure, Store } from '../../src/domain/ports.ts';
import type { Follow } from '../../src/domain/storyline.ts';
import { HOUR, MINUTE, plus } from '../../src/domain/time.ts';
import { deliverStep } from '../../src/run/deliver.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { aDevelopment, aFollow, anItem, anOutlet, aStoryline } from '../fakes/nouns.ts';
import { fakeChat, fakeLog, handClock } from '../fakes/world.ts';

const because = 'a test says so';
const never = new AbortController().signal;
const follow = aFollow({ publishes: true });
const NEWS: SubjectRef = { kind: 'development', id: 'development-1' };
const LIMIT = { kind: 'limited', where: 'channel', act: 'publish', reason: 'ten an hour' } as const;

describe('messages of an announcement channel', () => {
  const clock = handClock('2025-07-14T16:05Z');
  let store: Store;
  let published: string[] = [];
  let failures: Failure[] = [];
  const chat = {
    ...fakeChat(),
    publish: async (_: string, posted: string) => {
      const failure = failures.shift() ?? null;
      if (failure === null) published.push(posted);
      return failure;
    },
  };

  const commit = (...changes: readonly Change[]) => store.commit(changes, { at: clock.now(), actor: 'test' });
  const step = () =>
    deliverStep({ store, chat, clock, log: fakeLog(), onUnauthorised: () => undefined })(clock.now(), never);
  const wanted = (name: string, priority: Priority = PRIORITIES.development, change: Partial<Follow> = {}) => ({
    ...want(NEWS, { ...follow, ...change }, { rev: 1, priority, because }),
    key: id<never>(name),
  });
  const many = (count: number) => Array.from({ length: count }, (_, at) => wanted(`m${String(at).padStart(2, '0')}`));

  beforeEach(async () => {
    clock.set('2025-07-14T16:05Z');
    [published, failures] = [[], []];
    store = createStore(openSqlite(':memory:', clock.now()).engine, TITLE_READER);
    await commit(
      { kind: 'outlet.listed', outlet: anOutlet(), because },
      { kind: 'storyline.defined', storyline: aStoryline(), because },
      { kind: 'follow.set', follow, because },
      { kind: 'item.seen', item: anItem(), baseline: false, because },
      { kind: 'development.opened', development: aDevelopment(), because },
    );
  });

  it('are published once each, and no edit is', async () => {
    await commit(wanted('a'), wanted('b'));
    await step();
    await commit({ ...wanted('a'), rev: 2 });
    await step();
    expect(published).toEqual(['posted-a', 'posted-b']);
  });

  it('are published as fast as ten an hour, the most urgent first, and none is dropped', async () => {
    await commit(...many(13), wanted('change', PRIORITIES.change));
    const next = await step();
    expect(published).toHaveLength(10);
    expect(published[0]).toBe('posted-change');
    expect(next).toBe(plus(clock.now(), HOUR));
    clock.set('2025-07-14T17:05Z');
    expect(await step()).toBeNull();
    expect(new Set(published).size).toBe(14);
  });

  it('wait as long as Discord asks, and nothing else waits with them', async () => {
    failures = [{ ...LIMIT, until: plus(clock.now(), 20 * MINUTE) }];
    await commit(wanted('a'));
    expect(await step()).toBe(plus(clock.now(), 20 * MINUTE));
    await commit(wanted('b'));
    await step();
    expect((await store.totals()).posted).toBe(2);
    expect(published).toEqual([]);
    clock.set('2025-07-14T16:25Z');
    await step();
    expect(published).toEqual(['posted-a', 'posted-b']);
  });

  it.each<[string, Failure, string, readonly string[]]>([
    ['is not known to have been', { kind: 'later', reason: '502', retryAt: null }, '16:06', ['posted-a']],
    ['may not be now', { kind: 'denied', reason: 'no announcement channel' }, '17:05', ['posted-a']],
    ['was deleted', { kind: 'gone', what: 'message', reason: 'Unknown Message' }, '18:05', []],
  ])('of which one %s', async (_, failure, then, expected) => {
    failures = [failure];
    await commit(wanted('a'));
    await step();
    expect(published).toEqual([]);
    clock.set(`2025-07-14T${then}Z`);
    await step();
    expect(published).toEqual(expected);
  });

  it.each<[string, Change]>([
    ['where moderators did not choose so', { kind: 'follow.set', follow: aFollow(), because }],
    ['that are told elsewhere', { kind: 'follow.set', follow: { ...follow, channel: id('201') }, because }],
  ])('are not published %s', async (_, change) => {
    await commit(change, wanted('a'));
    await step();
    expect(published).toEqual([]);
  });
});
