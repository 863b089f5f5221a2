import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { prepareRules, vocabularyOf } from '../../src/decide/rules.ts';
import type { Change } from '../../src/domain/change.ts';
import { type FeedId, id } from '../../src/domain/ids.ts';
import type { Feeds, Fetched, Store } from '../../src/domain/ports.ts';
import { plus } from '../../src/domain/time.ts';
import { pollStep } from '../../src/run/poll.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { anItem, anOutlet, at, brings } from '../fakes/nouns.ts';
import { fakeLog, handClock, settle } from '../fakes/world.ts';

const because = 'a test says so';
const NOW = at('2025-07-14T16:05Z');

function listed(name: string): Change {
  const feed = {
    id: id<FeedId>(name),
    url: `http://127.0.0.1/${name}`,
    outlet: anOutlet().id,
    guild: null,
    everyMinutes: 15,
    enabled: true,
  };
  return { kind: 'feed.listed', feed, firstPollAt: NOW, because };
}

function bringsOne(name: string): Fetched {
  const item = anItem({ id: id(`it-${name}`), feed: id(name), identities: [`link:${name}`] });
  return brings([item]);
}

/** Feeds that answer when they are told to: `answer('a')`. */
function slowFeeds() {
  const waiting = new Map<string, (fetched: Fetched) => void>();
  const feeds: Feeds = {
    fetch: ({ feed }) => new Promise((resolve) => waiting.set(feed.id, resolve)),
    close: async () => undefined,
  };
  return {
    feeds,
    asked: () => [...waiting.keys()],
    answer: (name: string, fetched = bringsOne(name)) => waiting.get(name)?.(fetched),
  };
}

describe('polling', () => {
  let store: Store;
  const clock = handClock('2025-07-14T16:05Z');
  const prepared = prepareRules([], vocabularyOf({}));
  const never = new AbortController().signal;

  const stepOver = (feeds: Feeds) => {
    if (prepared.kind === 'errors') throw new Error('no rules are no errors');
    const { rules } = prepared;
    const rest = { concurrency: 2, perHost: 2, trapAt: () => null, onCommitted: () => undefined };
    return pollStep({ store, feeds, rules: () => rules, log: fakeLog(), clock, ...rest });
  };
  const polling = (feeds: Feeds) => stepOver(feeds)(NOW, never);

  beforeEach(async () => {
    store = createStore(openSqlite(':memory:', NOW).engine, TITLE_READER);
    const outlet: Change = { kind: 'outlet.listed', outlet: anOutlet(), because };
    await store.commit([outlet, ...['a', 'b', 'c', 'd'].map(listed)], { at: NOW, actor: 'test' });
  });
  afterEach(() => store.close());

  it('reads no more feeds at a time than it may, and lets a slow one hold up nobody', async () => {
    const { feeds, asked, answer } = slowFeeds();
    const done = polling(feeds);
    await settle();
    expect(asked()).toEqual(['a', 'b']);
    answer('b');
    await settle();
    answer('c');
    await settle();
    answer('d');
    await settle();
    expect(asked()).toEqual(['a', 'b', 'c', 'd']);
    expect((await store.totals()).items).toBe(3);
    answer('a');
    await done;
    expect((await store.totals()).items).toBe(4);
  });

  it('keeps what the others brought when one of them cannot be stored, and then says so', async () => {
    const { feeds, answer } = slowFeeds();
    const done = polling(feeds);
    const failed = expect(done).rejects.toThrow(/FOREIGN KEY/);
    await settle();
    const stranger = anItem({ id: id('it-a'), source: { ...anItem().source, outlet: id('nobody') } });
    answer('a', brings([stranger]));
    for (const name of ['b', 'c', 'd']) {
      answer(name);
      await settle();
    }
    await failed;
    expect((await store.totals()).items).toBe(3);
  });

  describe('leaves a feed that could not be stored alone', () => {
    let asked: string[] = [];
    const stranger = anItem({ id: id('it-a'), source: { ...anItem().source, outlet: id('nobody') } });
    const feeds: Feeds = {
      fetch: async ({ feed }) => {
        asked.push(feed.id);
        return feed.id === 'a' ? brings([stranger]) : bringsOne(feed.id);
      },
      close: async () => undefined,
    };
    beforeEach(() => {
      asked = [];
    });

    it('for a while, and reads the others meanwhile', async () => {
      const step = stepOver(feeds);
      await expect(step(NOW, never)).rejects.toThrow(/FOREIGN KEY/);
      const soon = plus(NOW, 10_000);
      expect(await step(soon, never)).toBe(plus(soon, 30_000));
      expect(asked).toEqual(['a', 'b', 'c', 'd']);
      await expect(step(plus(NOW, 300_000), never)).rejects.toThrow(/FOREIGN KEY/);
      expect(asked).toEqual(['a', 'b', 'c', 'd', 'a']);
    });

    it('no longer than that when the clock is set back', async () => {
      const step = stepOver(feeds);
      await expect(step(NOW, never)).rejects.toThrow(/FOREIGN KEY/);
      const earlier = plus(NOW, -3_600_000);
      await store.setBack(3_600_000, earlier);
      await expect(step(earlier, never)).rejects.toThrow(/FOREIGN KEY/);
      expect(asked).toEqual(['a', 'b', 'c', 'd', 'a']);
    });
  });

  it('answers when the next feed is due', async () => {
    const { feeds, answer } = slowFeeds();
    const done = polling(feeds);
    for (const name of ['a', 'b', 'c', 'd']) {
      await settle();
      answer(name);
    }
    const next = await done;
    expect(next && next >= at('2025-07-14T16:20Z')).toBe(true);
  });
});
