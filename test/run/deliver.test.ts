import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { id, type MessageKey } from '../../src/domain/ids.ts';
import type { Outcome, Store } from '../../src/domain/ports.ts';
import type { Follow } from '../../src/domain/storyline.ts';
import { between, HOUR, type Zone } from '../../src/domain/time.ts';
import { deliverStep } from '../../src/run/deliver.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { aDevelopment, aFollow, anItem, anOutlet, aStoryline, at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';
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
  const want = (rev: number, channel = '200', name = 'development') =>
    store.commit(
      [
        {
          kind: 'message.wanted',
          key: id(`${name}:${channel}`),
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

  const open = (path: string) => {
    store = createStore(openSqlite(path, clock.now()).engine, TITLE_READER);
  };
  const seed = () =>
    store.commit(
      [
        { kind: 'outlet.listed', outlet: anOutlet(), because },
        { kind: 'storyline.defined', storyline: aStoryline(), because },
        { kind: 'follow.set', follow: aFollow(), because },
        { kind: 'item.seen', item: anItem(), baseline: false, because },
        { kind: 'development.opened', development: aDevelopment(), because },
      ],
      { at: clock.now(), actor: 'test' },
    );

  beforeEach(async () => {
    clock.set('2025-07-14T16:05Z');
    chat = fakeChat();
    log = fakeLog();
    unauthorised = [];
    open(':memory:');
    await seed();
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
    const first = await stepAt('2025-07-14T16:05:01Z');
    const second = await stepAt(first ?? '');
    await stepAt(second ?? '');
    const waits = [between(at('2025-07-14T16:05Z'), at(first ?? '')), between(at(first ?? ''), at(second ?? ''))];
    expect(waits.map((ms, index) => ms >= 2_000 * (index + 1) && ms <= 2_500 * (index + 1))).toEqual([true, true]);
    expect(chat.shown).toHaveLength(1);
  });

  it('waits as long as it is told to', async () => {
    await want(1);
    chat.fails({ kind: 'later', reason: 'an announcement', retryAt: at('2025-07-14T16:45Z') });
    expect(await step()).toBe(at('2025-07-14T16:45Z'));
  });

  const limited = (change: object = {}): Outcome => ({
    ...{ kind: 'limited', where: 'channel', act: 'post', until: at('2025-07-14T16:45Z'), reason: 'a limit' },
    ...change,
  });

  it('asks once for all messages of a channel that is at its limit, and for those of others', async () => {
    await want(1);
    await want(1, '200', 'another');
    await want(1, '201');
    chat.fails(limited());
    expect(await step()).toBe(at('2025-07-14T16:45Z'));
    expect(chat.shown).toMatchObject([{ key: 'development:201' }]);
    await stepAt('2025-07-14T16:45Z');
    expect(chat.shown).toHaveLength(3);
  });

  it('asks for nothing while everything is at its limit, however often it is woken', async () => {
    await want(1);
    chat.fails(limited({ where: 'everywhere', act: null }));
    await step();
    await want(1, '201');
    await step();
    expect(chat.shown).toEqual([]);
    await stepAt('2025-07-14T16:45Z');
    expect(chat.shown).toHaveLength(2);
  });

  it.each([
    ['a channel', limited()],
    ['everything', limited({ where: 'everywhere', act: null })],
  ])('keeps a limit of %s that was named before a restart', async (_, outcome) => {
    const path = temporaryFolder().at('desk.db');
    await store.close();
    open(path);
    await seed();
    await want(1);
    chat.fails(outcome);
    await step();
    await store.close();
    open(path);
    await want(1, '200', 'another');
    await stepAt('2025-07-14T16:44:59Z');
    expect(chat.shown).toEqual([]);
    await stepAt('2025-07-14T16:45Z');
    expect(chat.shown).toHaveLength(2);
  });

  it('is in no doubt about a message that a limit kept from being sent', async () => {
    await want(1);
    chat.fails(limited());
    chat.finds({ kind: 'unprovable', reason: 'must not be asked' });
    await step();
    await stepAt('2025-07-14T16:45Z');
    expect(chat.shown).toMatchObject([{ kind: 'post' }]);
  });

  it('posts again with the same nonce while Discord still knows it', async () => {
    await want(1);
    chat.fails(LATER);
    chat.finds({ kind: 'unprovable', reason: 'must not be asked' });
    await step();
    await stepAt('2025-07-14T16:06:59Z');
    expect(chat.shown).toEqual([{ kind: 'post', key: 'development:200', rev: 1 }]);
  });

  it.each([
    ['edits the message when an earlier try did arrive', { kind: 'found', posted: id<never>('7') }, ['edit 1']],
    ['posts when it did not', { kind: 'absent' }, ['post 1']],
    ['waits when the channel does not answer', LATER, []],
    ['waits when nobody will ever tell', { kind: 'unprovable', reason: 'may not read' }, []],
  ] as const)('after the nonce window reads the channel first: %s', async (_, finding, expected) => {
    await want(1);
    chat.fails(LATER);
    chat.finds(finding);
    await step();
    await stepAt('2025-07-14T16:07:00Z');
    expect(chat.shown.map(({ kind, rev }) => `${kind} ${rev}`)).toEqual(expected);
  });

  it('reads the channel first when the clock was set back over an earlier try', async () => {
    await want(1);
    chat.fails(LATER);
    await step();
    chat.finds({ kind: 'found', posted: id<never>('7') });
    await store.setBack(HOUR, at('2025-07-14T15:06Z'));
    await stepAt('2025-07-14T15:06Z');
    await stepAt('2025-07-14T15:20Z');
    expect(chat.shown.map(({ kind, rev }) => `${kind} ${rev}`)).toEqual(['edit 1']);
  });

  it('flags what nobody can prove, and posts it anew only when an operator says so', async () => {
    await want(1);
    chat.fails(LATER);
    chat.finds({ kind: 'unprovable', reason: 'may not read' });
    await step();
    await stepAt('2025-07-14T16:07:00Z');
    await stepAt('2025-07-15T16:07:00Z');
    expect(await store.stuck()).toMatchObject([{ key: 'development:200', state: 'unproven' }]);
    expect(log.lines.filter((line) => line.startsWith('error'))).toEqual([
      expect.stringMatching(
        /is unproven: it was sent at 2025-07-14T16:05:00.000Z.*may not read; "desk board" lists it/,
      ),
    ]);
    const answered = {
      kind: 'message.answered',
      key: id<MessageKey>('development:200'),
      answer: 'resend',
      because,
    } as const;
    await store.commit([answered], { at: clock.now(), actor: 'test' });
    await step();
    expect(chat.shown).toMatchObject([{ kind: 'post', rev: 1 }]);
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
    expect(log.lines[0]).toContain(`message development:200 is ${outcome.kind}`);
  });

  const DENIED: Outcome = { kind: 'denied', reason: 'missing permissions' };

  it.each([
    ['closed', DENIED, '2025-07-14T17:05Z'],
    ['gone', { kind: 'gone', what: 'channel', reason: 'deleted' }, '2025-07-15T16:05Z'],
  ] as const)('tries a channel that is %s once, says so once, and again by itself', async (_, outcome, when) => {
    await want(1);
    await want(1, '200', 'another');
    chat.fails(outcome, 2);
    expect(await step()).toBe(at(when));
    await want(1, '200', 'a third');
    await step();
    const again = await stepAt(when);
    expect(log.lines).toEqual([expect.stringMatching(/^warn: channel 200 is closed to us/)]);
    await stepAt(again ?? '');
    expect(chat.shown).toHaveLength(3);
    expect(log.lines.at(-1)).toBe('info: channel 200 is open to us again');
  });

  it('goes on in a closed channel as soon as something changed there', async () => {
    await want(1);
    chat.fails(DENIED);
    await step();
    await store.recheck(null, clock.now());
    await step();
    expect(chat.shown).toHaveLength(1);
  });

  it('leaves what it did not try for the next start, untried', async () => {
    await want(1);
    await want(1, '200', 'another');
    const stopping = new AbortController();
    const once = { ...chat, post: chat.post.bind(chat) };
    const stopsAt: typeof chat.post = (showing) => {
      stopping.abort();
      return once.post(showing);
    };
    const ports = { store, chat: { ...chat, post: stopsAt }, clock, log, onUnauthorised: () => undefined };
    await deliverStep(ports)(clock.now(), stopping.signal);
    expect(chat.shown).toHaveLength(1);
    expect(await store.claim(clock.now(), 10)).toMatchObject([{ attempts: 1, firstTriedAt: null }]);
  });

  describe('in quiet hours', () => {
    const NIGHT = { from: '16:00', until: '07:00', zone: id<Zone>('UTC'), urgent: false };
    const quietened = (quiet: Follow['quiet']) =>
      store.commit([{ kind: 'follow.set', follow: aFollow({ quiet }), because }], { at: clock.now(), actor: 'test' });

    it('waits until they are over, and counts no attempt', async () => {
      await quietened(NIGHT);
      await want(1);
      expect(await step()).toBe(at('2025-07-15T07:00Z'));
      expect(chat.shown).toEqual([]);
      await want(2);
      expect(await step()).toBe(at('2025-07-15T07:00Z'));
      await stepAt('2025-07-15T07:00Z');
      expect(chat.shown).toEqual([{ kind: 'post', key: 'development:200', rev: 2 }]);
    });

    it('brings what is shown already up to date, which disturbs nobody', async () => {
      await want(1);
      await step();
      await quietened(NIGHT);
      await want(2);
      await step();
      expect(chat.shown.map(({ kind }) => kind)).toEqual(['post', 'edit']);
    });

    it('goes on as soon as they are given up', async () => {
      await quietened(NIGHT);
      await want(1);
      await step();
      await quietened(null);
      await step();
      expect(chat.shown).toHaveLength(1);
    });
  });

  it('does not let one channel hold up another', async () => {
    await want(1, '200');
    await want(1, '201');
    chat.fails({ kind: 'denied', reason: 'missing permissions' });
    await step();
    expect(chat.shown.map((shown) => shown.key)).toEqual(['development:201']);
  });

  /** A chat whose posts to channel 200 end only when they are let. */
  const withSlowChannel = () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const post: typeof chat.post = async (showing) => {
      if (showing.channel === '200') await held;
      return chat.post(showing);
    };
    const ports = { store, chat: { ...chat, post }, clock, log, onUnauthorised: () => undefined };
    return { step: deliverStep(ports), letGo };
  };
  const shownIn = (channel: string) => chat.shown.filter(({ key }) => key.endsWith(`:${channel}`));

  it('goes on with the other channels while one is slow, and keeps its order', async () => {
    for (let number = 0; number < 30; number += 1) await want(1, '201', `a${number}`);
    await want(1, '200', 'first');
    clock.set('2025-07-14T16:06Z');
    for (let number = 30; number < 60; number += 1) await want(1, '201', `b${number}`);
    await want(1, '200', 'second');
    const { step: slowStep, letGo } = withSlowChannel();
    const stepped = slowStep(clock.now(), never);
    await vi.waitFor(() => expect(shownIn('201')).toHaveLength(60));
    expect(shownIn('200')).toEqual([]);
    letGo();
    await stepped;
    expect(shownIn('200').map(({ key }) => key)).toEqual(['first:200', 'second:200']);
    expect(await store.totals()).toMatchObject({ posted: 62, waiting: 0 });
  });

  it('shows at once what is wanted while a channel is slow', async () => {
    await want(1, '200');
    const { step: slowStep, letGo } = withSlowChannel();
    const bell = new AbortController();
    const first = slowStep(clock.now(), never, bell.signal);
    await want(1, '201');
    bell.abort();
    expect(await first).toBe(clock.now());
    const second = slowStep(clock.now(), never, new AbortController().signal);
    await vi.waitFor(() => expect(shownIn('201')).toHaveLength(1));
    letGo();
    await second;
    expect(shownIn('200')).toHaveLength(1);
  });

  it('ends what is under way before it tells a failure of the store', async () => {
    await want(1, '200');
    await want(1, '201');
    const { step: slowStep, letGo } = withSlowChannel();
    vi.spyOn(store, 'shown').mockRejectedValueOnce(new Error('the disk is full'));
    const stepped = slowStep(clock.now(), never);
    await vi.waitFor(() => expect(shownIn('201')).toHaveLength(1));
    letGo();
    await expect(stepped).rejects.toThrow('the disk is full');
    expect(shownIn('200')).toHaveLength(1);
  });

  it('reports a token that no longer works and keeps the message', async () => {
    await want(1);
    chat.fails({ kind: 'unauthorised', reason: 'the token was reset' });
    await step();
    expect(unauthorised).toEqual(['the token was reset']);
    expect(await store.totals()).toMatchObject({ posted: 0, waiting: 1 });
  });
});
