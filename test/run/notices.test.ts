import { expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { answerNotice } from '../../src/decide/notices.ts';
import type { Change } from '../../src/domain/change.ts';
import { neverPolled, type PollState } from '../../src/domain/feed.ts';
import { type ChannelId, id, type MessageKey } from '../../src/domain/ids.ts';
import { unchosen } from '../../src/domain/storyline.ts';
import { deliverStep } from '../../src/run/deliver.ts';
import { lookAround, tellReturn } from '../../src/run/notices.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { aDevelopment, aFeed, aFollow, anItem, anOutlet, aStoryline, at } from '../fakes/nouns.ts';
import { fakeChat, fakeLog, handClock } from '../fakes/world.ts';

const because = 'a test says so';
const START = '2025-08-01T12:00Z';
const never = new AbortController().signal;

/** A desk whose moderators have a channel, and what the chat was shown. */
async function aDesk() {
  const clock = handClock(START);
  const store = createStore(openSqlite(':memory:', clock.now()).engine, TITLE_READER);
  const chat = fakeChat();
  const settings = { ...unchosen(aFollow().guild), moderators: id<ChannelId>('300') };
  const polled = (state: Partial<PollState>): Change => {
    const fresh = neverPolled(aFeed().id, at('2030-01-01T00:00Z'));
    return { kind: 'feed.polled', state: { ...fresh, lastPollAt: at(START), ...state }, host: 'a.example', because };
  };
  const commit = (...changes: readonly Change[]) => store.commit(changes, { at: clock.now(), actor: 'test' });
  await commit(
    { kind: 'outlet.listed', outlet: anOutlet(), because },
    { kind: 'feed.listed', feed: aFeed(), firstPollAt: at(START), because },
    { kind: 'storyline.defined', storyline: aStoryline(), because },
    { kind: 'follow.set', follow: aFollow(), because },
    { kind: 'guild.set', settings, because },
  );
  const ports = { store, onCommitted: () => undefined };
  const deliver = deliverStep({ store, chat, clock, log: fakeLog(), onUnauthorised: () => undefined });
  const look = async (time: string) => {
    clock.set(time);
    await lookAround(clock.now(), ports);
    await deliver(clock.now(), never);
    return chat.shown.map(({ kind, rev }) => `${kind} ${rev}`);
  };
  return { store, look, polled, commit, ports, deliver, chat, clock };
}

const WELL: Partial<PollState> = { verdict: 'healthy', lastSuccessAt: at(START) };
const DEAD: Partial<PollState> = { verdict: 'timeout', reason: 'it does not answer', failures: 9 };

it('a feed that dies is one message, edited when it is back and when it dies again soon; a new one days later', async () => {
  const { look, polled, commit, store } = await aDesk();
  await commit(polled(DEAD));
  expect(await look('2025-08-01T12:02Z')).toEqual(['post 1']);
  expect(await look('2025-08-01T13:00Z')).toEqual(['post 1']);
  await commit(polled(WELL));
  expect(await look('2025-08-01T14:00Z')).toEqual(['post 1', 'edit 2']);
  await commit(polled(DEAD));
  expect(await look('2025-08-01T18:00Z')).toEqual(['post 1', 'edit 2', 'edit 3']);
  await commit(polled(WELL));
  expect(await look('2025-08-01T19:00Z')).toEqual(['post 1', 'edit 2', 'edit 3', 'edit 4']);
  await commit(polled(DEAD));
  expect((await look('2025-08-03T19:00Z')).at(-1)).toBe('post 1');
  expect((await store.noticeFacts(at(START))).notices.map(({ rev }) => rev)).toEqual([4, 1]);
  await store.close();
});

it('a message that may not have arrived is asked about once, and is over when it is answered', async () => {
  const { look, commit, store, deliver, chat, clock } = await aDesk();
  const subject = { kind: 'development', id: 'development-1' } as const;
  const manner = { rev: 1, priority: 4, ping: false, answers: null, because } as const;
  const key = id<MessageKey>('development-1/follow-1');
  await commit(
    { kind: 'item.seen', item: anItem(), baseline: false, because },
    { kind: 'development.opened', development: aDevelopment(), because },
    { kind: 'message.wanted', key, follow: aFollow().id, channel: id('200'), subject, ...manner },
  );
  await store.stopped(key, 'unproven', 'the bot may not read there');
  expect(await look('2025-08-01T12:02Z')).toEqual(['post 1']);
  expect(await look('2025-08-01T12:04Z')).toEqual(['post 1']);
  const facts = await store.noticeFacts(clock.now());
  const [notice] = facts.notices;
  expect(notice?.concern).toMatchObject({ kind: 'message', title: aDevelopment().reports[0]?.title });
  if (notice === undefined) throw new Error('nothing was asked');
  await commit(...answerNotice(notice, 'resend', facts, clock.now()));
  await deliver(clock.now(), never);
  expect(chat.shown.map(({ key: shown, kind, rev }) => `${kind} ${shown.split(':')[0]} ${rev}`)).toEqual([
    'post notice 1',
    'post development-1/follow-1 1',
    'edit notice 2',
  ]);
  expect(answerNotice({ ...notice, resolvedAt: clock.now() }, 'resend', facts, clock.now())).toEqual([]);
  await store.close();
});

it('a break is told once', async () => {
  const { ports, deliver, chat, clock, store } = await aDesk();
  await tellReturn(at('2025-08-01T11:00Z'), clock.now(), ports);
  await deliver(clock.now(), never);
  expect(chat.shown.map(({ kind, rev }) => `${kind} ${rev}`)).toEqual(['post 1']);
  await lookAround(clock.now(), ports);
  await deliver(clock.now(), never);
  expect(chat.shown).toHaveLength(1);
  await store.close();
});
