/** What was kept back in quiet hours comes in one message when they are over, and nothing of it is lost. */
import { describe, expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { want } from '../../src/decide/show.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import { PRIORITIES, type SubjectRef } from '../../src/domain/message.ts';
import type { Outcome, Store } from '../../src/domain/ports.ts';
import type { Follow } from '../../src/domain/storyline.ts';
import { type Instant, MINUTE, plus, type Zone } from '../../src/domain/time.ts';
import { deliverStep } from '../../src/run/deliver.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { aDeadline, aDevelopment, aFollow, anItem, anOutlet, aRung, aStoryline, at } from '../fakes/nouns.ts';
import { fakeChat, fakeLog, handClock } from '../fakes/world.ts';

const because = 'a test says so';
const never = new AbortController().signal;
const KYIV = id<Zone>('Europe/Kyiv');
const quiet = { from: '22:00', until: '07:00', zone: KYIV, urgent: false };
const follow = aFollow({ quiet, role: id('77') });
const LATER: Outcome = { kind: 'later', reason: 'Discord answered 502', retryAt: null };

const CHANGE: SubjectRef = { kind: 'change', id: 'deadline-1', version: 1 };
const RUNG: SubjectRef = { kind: 'rung', id: 'deadline-1', version: 1, rung: '24h' };
const NEWS: SubjectRef = { kind: 'development', id: 'development-1' };
const CALL: SubjectRef = { kind: 'corroboration', id: 'development-1' };
const CARD: SubjectRef = { kind: 'deadline', id: 'deadline-1' };

/** A night in Kyiv that begins at `evening`. */
async function aNight(evening: string, change: Partial<Follow> = {}) {
  const clock = handClock(evening);
  const chat = fakeChat();
  const store: Store = createStore(openSqlite(':memory:', clock.now()).engine, TITLE_READER);
  const commit = (...changes: readonly Change[]) => store.commit(changes, { at: clock.now(), actor: 'test' });
  const own = { ...follow, ...change };
  await commit(
    { kind: 'outlet.listed', outlet: anOutlet(), because },
    { kind: 'storyline.defined', storyline: aStoryline(), because },
    { kind: 'follow.set', follow: own, because },
    { kind: 'item.seen', item: anItem(), baseline: false, because },
    { kind: 'development.opened', development: aDevelopment(), because },
    { kind: 'deadline.set', deadline: aDeadline(), because },
    { kind: 'rung.planned', rung: aRung(), because },
  );
  const deliver = deliverStep({ store, chat, clock, log: fakeLog(), onUnauthorised: () => undefined });
  const step = () => deliver(clock.now(), never);
  const wants = async (...subjects: readonly SubjectRef[]) => {
    for (const subject of subjects) {
      const manner = { rev: 1, priority: PRIORITIES.development, because, ping: subject.kind === 'change' };
      await commit(want(subject, own, manner));
      clock.set(plus(clock.now(), MINUTE));
    }
    return step();
  };
  const reaches = (instant: Instant) => {
    clock.set(instant);
    return step();
  };
  const told = async () => {
    const rows = await store.channelMessages(own.channel, 20);
    return rows.map(({ showing }) => showing.subject).find((subject) => subject.kind === 'catch_up');
  };
  return { clock, chat, store, commit, wants, reaches, step, told };
}

describe('in the morning', () => {
  it('dates that moved and what was reported come in one message, which calls once', async () => {
    const { chat, wants, reaches, told } = await aNight('2025-07-14T20:00Z');
    expect(await wants(NEWS, RUNG, CHANGE, CALL)).toBe(at('2025-07-15T04:00Z'));
    expect(chat.asked).toEqual([]);
    expect(await reaches(at('2025-07-15T04:00Z'))).toBeNull();
    expect(chat.asked).toEqual(['post catch_up in 200']);
    expect(await told()).toMatchObject({
      cause: 'quiet',
      since: at('2025-07-14T20:04Z'),
      entries: [{ version: 1, rungs: ['24h'] }],
      developments: [{ development: { id: 'development-1' } }],
    });
  });

  it('a single message comes as it is, and what is kept up to date comes beside', async () => {
    const { chat, wants, reaches } = await aNight('2025-07-14T20:00Z');
    await wants(NEWS);
    await reaches(at('2025-07-15T04:00Z'));
    expect(chat.asked).toEqual(['post development in 200']);
    const other = await aNight('2025-07-14T20:00Z');
    await other.wants(NEWS, CHANGE, CARD);
    await other.reaches(at('2025-07-15T04:00Z'));
    expect(other.chat.asked.toSorted()).toEqual(['post catch_up in 200', 'post deadline in 200']);
  });

  it('what grows in the night is told once, as it then stands', async () => {
    const { chat, commit, wants, reaches } = await aNight('2025-07-14T20:00Z');
    await wants(NEWS, CHANGE);
    await commit(want(NEWS, follow, { rev: 2, priority: PRIORITIES.development, because }));
    await reaches(at('2025-07-15T01:00Z'));
    expect(chat.asked).toEqual([]);
    await reaches(at('2025-07-15T04:00Z'));
    expect(chat.asked).toEqual(['post catch_up in 200']);
    await commit(want(NEWS, follow, { rev: 3, priority: PRIORITIES.development, because }));
    await reaches(at('2025-07-15T05:00Z'));
    expect(chat.asked).toEqual(['post catch_up in 200', 'post development in 200']);
  });

  it('nothing is told early because moderators chose other hours, and all at once when they choose none', async () => {
    const { chat, commit, wants, reaches } = await aNight('2025-07-14T20:00Z');
    await wants(NEWS, CHANGE);
    await commit({ kind: 'follow.set', follow: { ...follow, quiet: { ...quiet, until: '08:00' } }, because });
    await reaches(at('2025-07-14T21:00Z'));
    expect(chat.asked).toEqual([]);
    await commit({ kind: 'follow.set', follow: { ...follow, quiet: null }, because });
    await reaches(at('2025-07-14T22:00Z'));
    expect(chat.asked).toEqual(['post catch_up in 200']);
  });

  it('what may have arrived before the night comes by itself', async () => {
    const { chat, wants, reaches } = await aNight('2025-07-14T18:58Z');
    chat.fails(LATER, 1);
    await wants(NEWS);
    await wants(CHANGE, RUNG);
    await reaches(at('2025-07-15T04:00Z'));
    expect(chat.asked).toContain('find development in 200');
    expect(chat.shown.map(({ key }) => key.split(':')[0]).toSorted()).toEqual(['catch_up', 'development']);
  });

  it('urgent dates do not wait where moderators let them through', async () => {
    const { chat, wants } = await aNight('2025-07-14T20:00Z', { quiet: { ...quiet, urgent: true } });
    await wants(CHANGE, NEWS);
    expect(chat.asked).toEqual(['post change in 200']);
  });

  it.each([
    ['that is an hour longer', '2025-10-25T20:00Z', '2025-10-26T05:00:00.000Z'],
    ['that is an hour shorter', '2025-03-29T21:00Z', '2025-03-30T04:00:00.000Z'],
  ])('a night %s ends when the clock on the wall says so', async (_, evening, morning) => {
    const { chat, wants, reaches } = await aNight(evening);
    expect(await wants(NEWS, CHANGE)).toBe(at(morning));
    await reaches(plus(at(morning), -MINUTE));
    expect(chat.asked).toEqual([]);
    await reaches(at(morning));
    expect(chat.asked).toEqual(['post catch_up in 200']);
  });
});
