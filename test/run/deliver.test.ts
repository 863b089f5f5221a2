import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { id } from '../../src/domain/ids.ts';
import type { Outcome, Store } from '../../src/domain/ports.ts';
import { deliverStep } from '../../src/run/deliver.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { aDevelopment, aFollow, anItem, anOutlet, aStoryline, at } from '../fakes/nouns.ts';
import { fakeChat, fakeLog, handClock } from '../fakes/world.ts';

const because = 'a test says so';
const never = new AbortController().signal;
const LATER: Outcome = { kind: 'later', reason: 'Discord answered 502', retryAt: null };

describe('delivery', () => {
  let store: Store;
  const clock = handClock('2025-07-14T16:05Z');
  let chat = fakeChat();
  let log = fakeLog();
  let unauthorised: string[] = [];

  const step = () =>
    deliverStep({ store, chat, clock, log, onUnauthorised: (reason) => unauthorised.push(reason) })(clock.now(), never);
  const stepAt = async (when: string) => {
    clock.set(when);
    return step();
  };
  const want = (rev: number, channel = '200') =>
    store.commit(
      [
        {
          kind: 'message.wanted',
          key: id(`development:${channel}`),
          follow: aFollow().id,
          channel: id(channel),
          subject: { kind: 'development', id: 'development-1' },
          rev,
          priority: 4,
          ping: false,
          answers: null,
          because,
        },
      ],
      { at: clock.now(), actor: 'test' },
    );

  beforeEach(async () => {
    clock.set('2025-07-14T16:05Z');
    chat = fakeChat();
    log = fakeLog();
    unauthorised = [];
    store = createStore(openSqlite(':memory:', clock.now()).engine, TITLE_READER);
    await store.commit(
      [
        { kind: 'outlet.listed', outlet: anOutlet(), because },
        { kind: 'storyline.defined', storyline: aStoryline(), because },
        { kind: 'follow.set', follow: aFollow(), because },
        { kind: 'item.seen', item: anItem(), baseline: false, because },
        { kind: 'development.opened', development: aDevelopment(), because },
      ],
      { at: clock.now(), actor: 'test' },
    );
  });
  afterEach(() => store.close());

  it('posts first and edits afterwards', async () => {
    await want(1);
    await step();
    await want(2);
    await step();
    expect(chat.shown.map(({ kind, rev }) => `${kind} ${rev}`)).toEqual(['post 1', 'edit 2']);
    expect(await store.totals()).toMatchObject({ posted: 1, edited: 1, waiting: 0 });
  });

  it('tries again later, each time a little later, until it works', async () => {
    await want(1);
    chat.fails(LATER, 2);
    await step();
    expect(await stepAt('2025-07-14T16:05:01Z')).toBe(at('2025-07-14T16:05:02Z'));
    expect(await stepAt('2025-07-14T16:05:02Z')).toBe(at('2025-07-14T16:05:06Z'));
    await stepAt('2025-07-14T16:05:06Z');
    expect(chat.shown).toHaveLength(1);
  });

  it('waits as long as a rate limit says', async () => {
    await want(1);
    chat.fails({ kind: 'later', reason: 'rate limit', retryAt: at('2025-07-14T16:45Z') });
    expect(await step()).toBe(at('2025-07-14T16:45Z'));
  });

  it('posts again with the same nonce while Discord still knows it', async () => {
    await want(1);
    chat.fails(LATER);
    chat.finds({ kind: 'unknown', reason: 'must not be asked' });
    await step();
    await stepAt('2025-07-14T16:06:59Z');
    expect(chat.shown).toEqual([{ kind: 'post', key: 'development:200', rev: 1 }]);
  });

  it.each([
    ['edits the message when an earlier try did arrive', { kind: 'found', posted: id<never>('7') }, ['edit 1']],
    ['posts when it did not', { kind: 'absent' }, ['post 1']],
    ['waits when nobody can tell', { kind: 'unknown', reason: 'may not read' }, []],
  ] as const)('after the nonce window reads the channel first: %s', async (_, finding, expected) => {
    await want(1);
    chat.fails(LATER);
    chat.finds(finding);
    await step();
    await stepAt('2025-07-14T16:07:00Z');
    expect(chat.shown.map(({ kind, rev }) => `${kind} ${rev}`)).toEqual(expected);
  });

  it.each([
    ['refused', { kind: 'refused', reason: 'not allowed' }],
    ['gone', { kind: 'gone', what: 'message', reason: 'deleted' }],
  ] as const)('gives up a message that is %s, says so, and never tries it again by itself', async (_, outcome) => {
    await want(1);
    chat.fails(outcome);
    await step();
    await want(2);
    await stepAt('2025-07-20T00:00Z');
    expect(chat.shown).toEqual([]);
    expect(log.lines[0]).toContain('message given up');
  });

  it('asks a closed channel again after an hour', async () => {
    await want(1);
    chat.fails({ kind: 'denied', reason: 'missing permissions' });
    expect(await step()).toBe(at('2025-07-14T17:05Z'));
    await stepAt('2025-07-14T17:05Z');
    expect(chat.shown).toHaveLength(1);
  });

  it('does not let one channel hold up another', async () => {
    await want(1, '200');
    await want(1, '201');
    chat.fails({ kind: 'denied', reason: 'missing permissions' });
    await step();
    expect(chat.shown.map((shown) => shown.key)).toEqual(['development:201']);
  });

  it('reports a token that no longer works and keeps the message', async () => {
    await want(1);
    chat.fails({ kind: 'unauthorised', reason: 'the token was reset' });
    await step();
    expect(unauthorised).toEqual(['the token was reset']);
    expect(await store.totals()).toMatchObject({ posted: 0, waiting: 1 });
  });
});
