/** What every engine must keep. `open` gives an empty, migrated store; the suite closes it. */

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { knownOf } from '../../src/decide/known.ts';
import { commonnessIn } from '../../src/decide/match/commonness.ts';
import { soughtTitle } from '../../src/decide/merge/sought.ts';
import type { Change, ChangeOf } from '../../src/domain/change.ts';
import { type Deadline, standingId } from '../../src/domain/deadline.ts';
import type { Digest } from '../../src/domain/digest.ts';
import type { Ruling, Telling } from '../../src/domain/edition.ts';
import { type Feed, NOTHING_KNOWN, neverPolled } from '../../src/domain/feed.ts';
import { type CatchUpId, type ChannelId, type GuildId, id, type MessageKey } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Priority, StuckAnswer, StuckState } from '../../src/domain/message.ts';
import { type Origin, OWN } from '../../src/domain/origin.ts';
import type { Pause } from '../../src/domain/pause.ts';
import { StaleRevision, type Store } from '../../src/domain/ports.ts';
import { unchosen } from '../../src/domain/storyline.ts';
import { HOUR, type Instant, plus } from '../../src/domain/time.ts';
import {
  aDeadline,
  aDevelopment,
  aFollow,
  anEdition,
  anEvidence,
  anItem,
  anOutlet,
  aProposal,
  aReport,
  aRung,
  aStoryline,
  at,
  aVersion,
  CEASEFIRE_VERSIONS,
  onDay,
  press,
  toldOf,
} from '../fakes/nouns.ts';

const because = 'a test says so';
const NOW = at('2025-07-14T16:05Z');
const act = { at: NOW, actor: 'test' };
const GUARDIAN = anOutlet({ id: id('guardian'), name: 'The Guardian', group: 'guardian' });
const FEED: Feed = {
  id: id('bbc-world'),
  url: 'http://127.0.0.1/a',
  outlet: id('bbc'),
  guild: null,
  everyMinutes: 15,
  enabled: true,
};

const CATALOGUE: readonly Change[] = [
  { kind: 'outlet.listed', outlet: anOutlet(), because },
  { kind: 'outlet.listed', outlet: GUARDIAN, because },
  { kind: 'feed.listed', feed: FEED, firstPollAt: NOW, because },
  { kind: 'storyline.defined', storyline: aStoryline(), because },
  { kind: 'follow.set', follow: aFollow(), because },
];

const seen = (item: Item): Change => ({ kind: 'item.seen', item, baseline: false, because });
const opened: Change = { kind: 'development.opened', development: aDevelopment(), because };
const set: Change = { kind: 'deadline.set', deadline: aDeadline(), because };

const second = anItem({
  id: id('item-2'),
  source: press('guardian', 'The Guardian'),
  identities: ['link:https://www.theguardian.com/b'],
  title: 'Russia has 50 days, says Trump',
});
const REUTERS = press('reuters', 'Reuters');

const secondReport = aReport({
  item: second.id,
  source: second.source,
  title: second.title,
  joined: { rule: 'alike', score: 0.5, shared: ['days'] },
});
const joined = (rev: number): Change => ({
  kind: 'development.joined',
  id: id('development-1'),
  rev,
  report: secondReport,
  because,
});

/** What stands of a chain as read where it is followed. */
function standing(read: Deadline): Deadline {
  const { guild } = aFollow();
  return { ...read, id: standingId(read.id, guild), standing: { guild, of: read.id } };
}

function wanted(key: string, rev: number, priority: Priority = 4): ChangeOf<'message.wanted'> {
  const subject = { kind: 'development', id: 'development-1' } as const;
  return {
    kind: 'message.wanted',
    key: id(key),
    follow: id('follow-1'),
    channel: id('200'),
    subject,
    rev,
    priority,
    ping: false,
    answers: null,
    because,
  };
}

const DIGEST: Digest = {
  id: id('dg_1'),
  place: id('200'),
  follow: id('follow-1'),
  rev: 1,
  openedAt: NOW,
  entries: [],
};

const question = {
  identities: ['link:https://www.bbc.com/news/articles/c1', 'link:nobody'],
  storylines: [aStoryline().slug],
  titles: [soughtTitle(second, [aStoryline().slug], commonnessIn({ items: 0, counts: new Map() }))],
  since: at('2025-07-12T00:00Z'),
  lately: at('2025-07-14T15:05Z'),
};

export function storeContract(engine: string, open: () => Promise<Store>): void {
  describe(`the store on ${engine}`, () => {
    let store: Store;
    const commit = (...changes: readonly Change[]) => store.commit(changes, act);

    beforeEach(async () => {
      store = await open();
      await commit(...CATALOGUE);
    });
    afterEach(() => store.close());

    describe('keeps what was committed', () => {
      it('gives the catalogue back as it was put in', async () => {
        const { outlets, feeds, storylines, follows } = await store.catalogue();
        expect(outlets).toEqual([anOutlet(), GUARDIAN]);
        expect(feeds).toEqual([FEED]);
        expect(storylines).toEqual([aStoryline()]);
        expect(follows).toEqual([aFollow()]);
      });

      it('knows an item by each of its identities, with its newest words', async () => {
        await commit(seen(anItem()));
        await commit({
          kind: 'item.edited',
          item: anItem({ title: 'New words', hash: 'h2' }),
          wasTitle: '',
          wasLede: '',
          because,
        });
        const { known } = await store.facts(question);
        expect([...known]).toEqual([[question.identities[0], knownOf(anItem({ hash: 'h2', title: 'New words' }))]]);
      });

      it('gives a development back with its reports in order and their outlets', async () => {
        await commit(seen(anItem()), opened, seen(second), joined(2));
        const { developments } = await store.facts(question);
        expect(developments).toEqual([aDevelopment({ rev: 2, lastAt: NOW, reports: [aReport(), secondReport] })]);
      });

      it.each<[string, Origin]>([
        ['its own', OWN],
        ['credited', { kind: 'credited', to: REUTERS }],
        ['of unnamed agencies', { kind: 'agencies' }],
        ['quoted', { kind: 'quoted', primary: REUTERS }],
        [
          'a reprint',
          {
            kind: 'reprint',
            of: id('item-1'),
            from: aReport().source,
            attribution: { kind: 'credited', to: REUTERS },
            names: REUTERS,
          },
        ],
        ['reworded', { kind: 'reworded', of: id('item-1'), from: aReport().source, attribution: OWN, names: null }],
      ])('keeps where a report and the evidence of a deadline come from: %s', async (_, origin) => {
        const version = aVersion({ evidence: anEvidence({ origin }) });
        await commit(
          seen(anItem()),
          { kind: 'development.opened', development: aDevelopment({ reports: [aReport({ origin })] }), because },
          { kind: 'deadline.set', deadline: aDeadline({ versions: [version] }), because },
        );
        const { developments, deadlines } = await store.facts(question);
        expect(developments[0]?.reports[0]?.origin).toEqual(origin);
        expect(deadlines[0]?.versions[0].evidence?.origin).toEqual(origin);
      });

      it('takes the origin that new words give a report', async () => {
        const origin: Origin = { kind: 'quoted', primary: REUTERS };
        await commit(seen(anItem()), opened);
        await commit({
          kind: 'development.retold',
          id: aDevelopment().id,
          rev: 2,
          was: aReport().item,
          report: aReport({ origin }),
          because,
        });
        expect((await store.facts(question)).developments[0]?.reports[0]?.origin).toEqual(origin);
      });

      it('shows the new title of a report whose outlet changed its words', async () => {
        const edited = anItem({ title: 'New words', hash: 'h2' });
        await commit(seen(anItem()), opened);
        await commit(
          { kind: 'item.edited', item: edited, wasTitle: '', wasLede: '', because },
          {
            kind: 'development.retold',
            id: id('development-1'),
            rev: 2,
            was: edited.id,
            report: aReport({ title: 'New words' }),
            because,
          },
        );
        const [development] = (await store.facts(question)).developments;
        expect(development?.rev).toBe(2);
        expect(development?.reports[0]?.title).toBe('New words');
      });

      it('puts a report that its outlet tells under another link in the place of the former one', async () => {
        const told = { lede: 'New words', link: 'https://www.bbc.com/news/articles/c2', seen: plus(NOW, HOUR) };
        const again = anItem({ ...told, id: id('item-again'), identities: [`link:${told.link}`] });
        const report = aReport({ ...told, item: again.id, formerly: [anItem().id] });
        await commit(seen(anItem()), opened);
        const because = 'another link';
        const retold = { kind: 'development.retold', id: aDevelopment().id, rev: 2, was: anItem().id, report } as const;
        await commit(seen(again), { ...retold, because });
        expect((await store.facts(question)).developments[0]?.reports).toEqual([report]);
      });

      it('leaves out developments that nobody reported on since the time asked for', async () => {
        await commit(seen(anItem()), opened);
        const { developments } = await store.facts({ ...question, since: at('2025-07-15T00:00Z') });
        expect(developments).toEqual([]);
      });

      it('gives a deadline back with every version, its evidence and its confirmations', async () => {
        const confirmation = {
          version: 1,
          evidence: anEvidence({ item: id('item-2') }),
          otherwise: onDay('2025-08-15'),
        };
        const counted = aVersion({ count: { from: 50, to: 50, unit: 'day' }, flags: ['odd'] });
        await commit({ kind: 'deadline.set', deadline: aDeadline({ versions: [counted] }), because });
        await commit({ kind: 'deadline.confirmed', id: id('deadline-1'), rev: 2, confirmation, because });
        await commit({
          kind: 'deadline.changed',
          id: id('deadline-1'),
          rev: 3,
          version: CEASEFIRE_VERSIONS.broughtForward,
          because,
        });
        const { deadlines } = await store.facts(question);
        expect(deadlines).toEqual([
          aDeadline({ rev: 3, versions: [counted, CEASEFIRE_VERSIONS.broughtForward], confirmations: [confirmation] }),
        ]);
      });

      it('remembers where polling of a feed stands', async () => {
        const [due] = await store.dueFeeds(NOW, 10);
        const state = {
          ...neverPolled(FEED.id, NOW),
          validators: { etag: '"a"', lastModified: 'Mon', bodyHash: 'b', from: 'https://new.example/feed' },
          baselineAt: NOW,
          lastPollAt: NOW,
          lastSuccessAt: NOW,
          nextPollAt: at('2025-07-14T16:20Z'),
          failures: 2,
          verdict: 'timeout' as const,
          reason: 'slow',
          lastBodyAt: NOW,
          newestAt: NOW,
          rhythmMinutes: 20,
          faults: [{ verdict: 'redated' as const, says: 'old', since: NOW, lastAt: NOW }],
          remarks: [{ name: 'archive' as const, says: 'long' }],
          moved: { to: 'https://new.example/feed', times: 2, since: NOW, learnt: false },
          outcomes: '+=x',
        };
        await commit({ kind: 'feed.polled', state, host: 'bbc.example', because });
        expect(due?.state.verdict).toBe('new');
        expect(await store.dueFeeds(NOW, 10)).toEqual([]);
        const [later] = await store.dueFeeds(at('2025-07-14T16:20Z'), 10);
        expect(later?.state).toEqual(state);
        expect(later?.outlet).toEqual(anOutlet());
      });

      it('leaves the feeds of a host alone that asked for it, and says until when', async () => {
        const until = at('2025-07-14T17:00Z');
        const host = new URL(FEED.url).host;
        await commit({ kind: 'host.held', host, until, because });
        expect(await store.dueFeeds(NOW, 10)).toEqual([]);
        expect((await store.nextDue()).poll).toBe(until);
        expect(await store.feeds()).toMatchObject([{ feed: FEED, heldUntil: until }]);
        expect(await store.dueFeeds(until, 10)).toHaveLength(1);
      });

      it('does not shorten a pause that a host asked for', async () => {
        const host = new URL(FEED.url).host;
        await commit({ kind: 'host.held', host, until: at('2025-07-14T18:00Z'), because });
        await commit({ kind: 'host.held', host, until: at('2025-07-14T17:00Z'), because });
        expect((await store.feeds())[0]?.heldUntil).toBe(at('2025-07-14T18:00Z'));
      });

      it('asks a feed afresh that is listed with another address', async () => {
        const [due] = await store.dueFeeds(NOW, 10);
        if (!due) throw new Error('the feed is due');
        const state = {
          ...due.state,
          validators: { etag: '"a"', lastModified: 'Mon', bodyHash: 'b', from: 'https://new.example/feed' },
          baselineAt: NOW,
          moved: { to: 'https://new.example/feed', times: 3, since: NOW, learnt: true },
          failures: 2,
          nextPollAt: at('2025-07-15T16:20Z'),
        };
        await commit({ kind: 'feed.polled', state, host: 'new.example', because });
        const feed = { ...FEED, url: 'https://other.example/feed' };
        await commit({ kind: 'feed.listed', feed, firstPollAt: NOW, because });
        const [after] = await store.dueFeeds(NOW, 10);
        const forgotten = { validators: NOTHING_KNOWN, moved: null };
        expect(after?.state).toEqual({ ...state, ...forgotten, failures: 0, nextPollAt: NOW });
      });

      it('says which followed deadline is near, also when it is just over', async () => {
        const unfollowed = aStoryline({ slug: id('oil-price-cap') });
        const sooner = aDeadline({
          id: id('sooner'),
          storyline: unfollowed.slug,
          versions: [aVersion({ window: onDay('2025-08-01') })],
        });
        const nearest = async (now: Instant) => (await store.dueFeeds(now, 10))[0]?.nextDeadlineAt;
        expect(await nearest(NOW)).toBe(null);
        await commit(
          { kind: 'storyline.defined', storyline: unfollowed, because },
          { kind: 'deadline.set', deadline: sooner, because },
          { kind: 'deadline.set', deadline: aDeadline(), because },
        );
        expect(await nearest(NOW)).toBe(at('2025-09-03T04:00Z'));
        expect(await nearest(at('2025-09-04T03:00Z'))).toBe(at('2025-09-03T04:00Z'));
        expect(await nearest(at('2025-09-05T04:00Z'))).toBe(null);
      });

      it('brings waiting polls forward when it must hurry, but not those of feeds that fail', async () => {
        const [due] = await store.dueFeeds(NOW, 10);
        if (!due) throw new Error('the feed is due');
        const latest = at('2025-07-14T16:15Z');
        const waiting = { ...due.state, nextPollAt: at('2025-07-15T16:00Z') };
        await commit(
          { kind: 'feed.polled', state: waiting, host: 'a', because },
          { kind: 'feeds.hurried', latest, unlessPolledSince: null, because },
        );
        expect((await store.nextDue()).poll).toBe(latest);
        const failing = { ...waiting, failures: 1 };
        await commit(
          { kind: 'feed.polled', state: failing, host: 'a', because },
          { kind: 'feeds.hurried', latest, unlessPolledSince: null, because },
        );
        expect((await store.nextDue()).poll).toBe(waiting.nextPollAt);
      });

      it('leaves feeds alone that were asked a moment ago, when only the last word is wanted', async () => {
        const [due] = await store.dueFeeds(NOW, 10);
        if (!due) throw new Error('the feed is due');
        const waiting = { ...due.state, lastPollAt: NOW, nextPollAt: at('2025-07-15T16:00Z') };
        const latest = at('2025-07-14T16:15Z');
        const hurried = (unlessPolledSince: Instant): Change => ({
          kind: 'feeds.hurried',
          latest,
          unlessPolledSince,
          because,
        });
        await commit({ kind: 'feed.polled', state: waiting, host: 'a', because }, hurried(NOW));
        expect((await store.nextDue()).poll).toBe(waiting.nextPollAt);
        await commit(hurried(at('2025-07-14T16:10Z')));
        expect((await store.nextDue()).poll).toBe(latest);
      });

      it('keeps the polling state of a feed that is listed anew', async () => {
        const before = await store.dueFeeds(NOW, 10);
        const feed = { ...FEED, everyMinutes: 30 };
        await commit({ kind: 'feed.listed', feed, firstPollAt: at('2030-01-01T00:00Z'), because });
        const [after] = await store.dueFeeds(NOW, 10);
        expect(after?.state).toEqual(before[0]?.state);
        expect(after?.feed.everyMinutes).toBe(30);
      });
    });

    describe('commits all or nothing', () => {
      it('a storyline that another server made stays theirs, also when they removed it', async () => {
        const theirs = aStoryline({ slug: id('their-own'), guild: id('999') });
        await commit(
          { kind: 'storyline.defined', storyline: theirs, because },
          { kind: 'storyline.unlisted', slug: theirs.slug, because },
        );
        const taken: Change = { kind: 'storyline.defined', storyline: { ...theirs, guild: id('100') }, because };
        await expect(commit(taken)).rejects.toThrow(/storyline their-own as its owner's/);
        await commit({ kind: 'storyline.defined', storyline: theirs, because });
      });

      it.each<[string, Change]>([
        ['a development that moved on', joined(3)],
        [
          'a deadline that moved on',
          { kind: 'deadline.changed', id: id('deadline-1'), rev: 5, version: aVersion({ number: 2 }), because },
        ],
        ['an item that is there already', seen(anItem())],
        ['a development that is there already', opened],
        ['a deadline that is there already', set],
        [
          'a rung that was fired already',
          { kind: 'rung.fired', deadline: id('deadline-1'), version: 1, name: '24h', readAt: null, because },
        ],
      ])('refuses the whole batch for %s', async (_, stale) => {
        await commit(seen(anItem()), opened, set);
        const before = await store.totals();
        await expect(commit(seen(second), wanted('a', 1), stale)).rejects.toThrow(StaleRevision);
        expect(await store.totals()).toEqual(before);
      });
    });

    it('knows the digests that may take in more or hold a development, and the messages made lately', async () => {
      await commit(seen(anItem()), opened);
      const [old, fresh] = [at('2025-07-14T12:00Z'), at('2025-07-14T15:50Z')];
      const digests: readonly Digest[] = [
        { ...DIGEST, id: id('dg_holding'), openedAt: old, entries: ['development-1'] },
        { ...DIGEST, id: id('dg_closed'), openedAt: old, entries: ['development-9'] },
        { ...DIGEST, id: id('dg_open'), openedAt: fresh, entries: ['development-9'] },
        { ...DIGEST, id: id('dg_elsewhere'), place: id('201'), openedAt: fresh },
      ];
      await commit(...digests.map((digest): Change => ({ kind: 'digest.opened', digest, because })));
      const row = { ...wanted('lately', 1), subject: { kind: 'catch_up', id: 'cu_1' } } as const;
      await store.commit([{ ...row, key: id('before') }], { at: old, actor: 'test' });
      await store.commit([{ ...row, ping: true }], { at: fresh, actor: 'test' });
      const facts = await store.facts(question);
      expect(facts.digests.map((digest) => digest.id).sort()).toEqual(['dg_holding', 'dg_open']);
      expect(facts.digests.find((digest) => digest.id === 'dg_open')).toEqual(digests[2]);
      expect(facts.messages).toMatchObject([{ key: 'lately', madeAt: fresh, ping: true }]);
      const grown = { ...DIGEST, id: id<Digest['id']>('dg_open'), rev: 3 };
      await expect(commit({ kind: 'digest.set', digest: grown, because })).rejects.toThrow(StaleRevision);
    });

    describe('knows when there is work', () => {
      it('names the next poll, rung or end, and delivery', async () => {
        expect(await store.nextDue()).toEqual({ poll: NOW, tick: null, deliver: null });
        await commit(set, seen(anItem()), opened, wanted('a', 1));
        expect(await store.nextDue()).toEqual({ poll: NOW, tick: at('2025-09-03T04:00Z'), deliver: NOW });
        await commit({ kind: 'rung.planned', rung: aRung(), because });
        expect((await store.nextDue()).tick).toBe(aRung().at);
      });

      it('gives a deadline as ripe when a rung is due, with the rungs still planned and its follows', async () => {
        await commit(set, { kind: 'rung.planned', rung: aRung(), because });
        expect(await store.ripe(at('2025-09-01T12:59Z'))).toEqual([]);
        const [ripe] = await store.ripe(aRung().at);
        expect(ripe).toEqual({
          deadline: aDeadline(),
          rungs: [aRung()],
          follows: [aFollow()],
          guilds: [],
          readAt: null,
          toldUntil: null,
          proposals: [],
        });
        await commit({
          kind: 'rung.fired',
          deadline: id('deadline-1'),
          version: 1,
          name: '24h',
          readAt: null,
          because,
        });
        expect(await store.ripe(aRung().at)).toEqual([]);
      });

      it('gives a rung as ripe when the sources are to be asked, then again when it is due', async () => {
        const rung = aRung({ asksAt: at('2025-09-01T12:57Z') });
        await commit(set, { kind: 'rung.planned', rung, because });
        expect((await store.nextDue()).tick).toBe(rung.asksAt);
        expect(await store.ripe(at('2025-09-01T12:57Z'))).toMatchObject([{ rungs: [rung], readAt: null }]);
        await commit({ kind: 'rung.asked', deadline: id('deadline-1'), version: 1, name: '24h', because });
        expect((await store.nextDue()).tick).toBe(rung.at);
        expect(await store.ripe(at('2025-09-01T12:59Z'))).toEqual([]);
        const [due] = await store.dueFeeds(NOW, 10);
        if (!due) throw new Error('the feed is due');
        await commit({ kind: 'feed.polled', state: { ...due.state, lastSuccessAt: NOW }, host: 'a', because });
        expect(await store.ripe(rung.at)).toMatchObject([{ rungs: [{ asksAt: null }], readAt: NOW }]);
      });

      it('keeps a feed its owner’s, and asks it for the dates of its owner’s storylines alone', async () => {
        const own: Feed = { ...FEED, id: id('own'), url: 'http://127.0.0.1/own', guild: id('999') };
        const later = plus(NOW, HOUR);
        await commit(set, { kind: 'feed.listed', feed: own, firstPollAt: NOW, because });
        for (const { state } of await store.dueFeeds(NOW, 10)) {
          const lastSuccessAt = state.feed === own.id ? NOW : later;
          await commit({ kind: 'feed.polled', state: { ...state, lastSuccessAt }, host: 'a', because });
        }
        const ends = at('2025-10-01T00:00Z');
        expect(await store.ripe(ends)).toMatchObject([{ readAt: later }]);
        const others = { ...own, guild: null };
        const taken = commit({ kind: 'feed.listed', feed: others, firstPollAt: NOW, because });
        await expect(taken).rejects.toThrow(/feed own as its owner's/);
        const { feeds, ownFeeds } = await store.catalogue();
        expect([feeds, ownFeeds.map(({ feed }) => feed)]).toEqual([[FEED], [own]]);
        expect((await store.server(id('999'))).feeds.map(({ feed }) => feed)).toEqual([own]);
      });

      it('gives a pending deadline as ripe when its last day is over in its zone', async () => {
        await commit({
          kind: 'deadline.set',
          deadline: aDeadline({ versions: [aVersion({ window: onDay('2025-08-08') })] }),
          because,
        });
        expect(await store.ripe(at('2025-08-09T03:59:59Z'))).toEqual([]);
        expect(await store.ripe(at('2025-08-09T04:00Z'))).toHaveLength(1);
        const passed = { ...CEASEFIRE_VERSIONS.passed, number: 2 };
        await commit({ kind: 'deadline.changed', id: id('deadline-1'), rev: 2, version: passed, because });
        expect(await store.ripe(at('2025-08-10T00:00Z'))).toEqual([]);
      });

      it('cancels only planned rungs of the version named', async () => {
        const rung = (version: number) => ({ kind: 'rung.planned', rung: aRung({ version }), because }) as const;
        await commit(set, rung(1), rung(2), {
          kind: 'rungs.cancelled',
          deadline: id('deadline-1'),
          version: 1,
          because,
        });
        const [ripe] = await store.ripe(aRung().at);
        expect(ripe?.rungs.map((one) => one.version)).toEqual([2]);
      });
    });

    describe('holds the board', () => {
      beforeEach(() => commit(seen(anItem()), opened));

      it('gives what is behind once, whole, and counts the attempt', async () => {
        await commit(wanted('a', 1));
        const [showing] = await store.claim(NOW, 10);
        expect(showing).toMatchObject({
          key: 'a',
          channel: '200',
          rev: 1,
          posted: null,
          attempts: 1,
          firstTriedAt: null,
        });
        expect(showing?.subject).toEqual(toldOf());
        expect(await store.claim(NOW, 10)).toEqual([]);
      });

      it('opens nothing for a follow that is paused, and brings up to date what is there', async () => {
        const later = { ...wanted('b', 1), opens: false } as const;
        await commit(wanted('a', 1), later);
        await store.claim(NOW, 10);
        await store.shown(id('a'), 1, id('m1'), 'digest', NOW);
        const pausedAt = at('2025-07-14T16:06Z');
        await commit({ kind: 'follow.set', follow: aFollow({ pausedAt }), because }, wanted('c', 1));
        await commit({ ...wanted('a', 2), opens: false });
        expect((await store.claim(pausedAt, 10)).map(({ key, rev }) => [key, rev])).toEqual([['a', 2]]);
        await store.shown(id('a'), 2, id('m1'), 'digest 2', pausedAt);
        expect((await store.nextDue()).deliver).toBeNull();
        await commit({ kind: 'follow.set', follow: aFollow(), because });
        expect((await store.claim(pausedAt, 10)).map(({ key }) => key)).toEqual(['c']);
      });

      it('gives a development with the one it follows up', async () => {
        const later = aDevelopment({ id: id('development-2'), follows: id('development-1'), reports: [] });
        await commit({ kind: 'development.opened', development: later, because });
        await commit({ ...wanted('b', 1), subject: { kind: 'development', id: later.id } });
        const [showing] = await store.claim(NOW, 10);
        expect(showing?.subject).toEqual(toldOf(later, { before: aDevelopment() }));
      });

      it('gives an answer with the message it answers, once that one is there', async () => {
        const answer = {
          ...wanted('b', 1),
          subject: { kind: 'corroboration', id: 'development-1' },
          answers: id<MessageKey>('a'),
        } as const;
        await commit(wanted('a', 1), answer);
        const before = await store.claim(NOW, 10);
        expect(before.map(({ key, replyTo }) => [key, replyTo])).toEqual([
          ['a', null],
          ['b', null],
        ]);
        await store.shown(id('a'), 1, id('m1'), 'digest', NOW);
        const [again] = await store.claim(at('2025-07-14T16:06Z'), 10);
        expect(again).toMatchObject({ key: 'b', replyTo: 'm1', subject: { kind: 'corroboration' } });
      });

      it('gives a message again when whoever took it never came back, and says since when', async () => {
        await commit(wanted('a', 1));
        const [first] = await store.claim(NOW, 10);
        const [again] = await store.claim(at('2025-07-14T16:06Z'), 10);
        expect(again).toMatchObject({
          key: 'a',
          attempts: 2,
          firstTriedAt: NOW,
          nonce: first?.nonce,
          marker: first?.marker,
        });
        expect(first?.nonce.length).toBeLessThanOrEqual(25);
      });

      it('takes the most urgent first', async () => {
        await commit(wanted('news', 1, 4), wanted('change', 1, 0), wanted('rung', 1, 2));
        const taken = await store.claim(NOW, 2);
        expect(taken.map((showing) => showing.key)).toEqual(['change', 'rung']);
      });

      it('is even once the wanted revision is shown', async () => {
        await commit(wanted('a', 1));
        await store.claim(NOW, 10);
        await store.shown(id('a'), 1, id('900'), 'digest', NOW);
        expect(await store.claim(at('2025-07-15T00:00Z'), 10)).toEqual([]);
        expect(await store.totals()).toMatchObject({ posted: 1, edited: 0, waiting: 0 });
      });

      it('shows news that arrived during the post by the next edit', async () => {
        await commit(wanted('a', 1));
        await store.claim(NOW, 10);
        await commit(seen(second), joined(2), wanted('a', 2));
        await store.shown(id('a'), 1, id('900'), 'digest', NOW);
        const [next] = await store.claim(NOW, 10);
        expect(next).toMatchObject({ rev: 2, posted: '900', shownDigest: 'digest' });
        await store.shown(id('a'), 2, id('900'), 'digest-2', NOW);
        expect(await store.totals()).toMatchObject({ posted: 1, edited: 1, waiting: 0 });
      });

      it('never lowers what is wanted', async () => {
        await commit(wanted('a', 3));
        await commit(wanted('a', 2));
        expect((await store.claim(NOW, 10))[0]?.rev).toBe(3);
      });

      it('waits as long as it was told to', async () => {
        await commit(wanted('a', 1));
        await store.claim(NOW, 10);
        await store.postponed(id('a'), at('2025-07-14T17:00Z'), 'busy');
        expect(await store.claim(at('2025-07-14T16:59Z'), 10)).toEqual([]);
        expect(await store.claim(at('2025-07-14T17:00Z'), 10)).toHaveLength(1);
      });

      it.each(['refused', 'gone', 'unproven'] as const)(
        'leaves a message alone that is %s, and keeps its row',
        async (state) => {
          await commit(wanted('a', 1));
          await store.claim(NOW, 10);
          await store.stopped(id('a'), state, 'no');
          await commit(wanted('a', 2));
          expect(await store.claim(at('2025-07-20T00:00Z'), 10)).toEqual([]);
          expect((await store.facts(question)).messages).toMatchObject([{ key: 'a', state, wantedRev: 2 }]);
        },
      );

      it('does not count a try that was none', async () => {
        await commit(wanted('a', 1));
        await store.claim(NOW, 10);
        await store.unsent([id('a')], NOW);
        expect(await store.claim(NOW, 10)).toMatchObject([{ attempts: 1, firstTriedAt: null }]);
      });

      it('remembers the first try through one that was none', async () => {
        await commit(wanted('a', 1));
        await store.claim(NOW, 10);
        await store.claim(at('2025-07-14T16:06Z'), 10);
        await store.unsent([id('a')], at('2025-07-14T16:06Z'));
        const [again] = await store.claim(at('2025-07-14T16:06Z'), 10);
        expect(again).toMatchObject({ attempts: 2, firstTriedAt: NOW });
      });

      describe('under a pause', () => {
        const UNTIL = at('2025-07-14T16:30Z');
        const pause = (change: Partial<Pause> = {}): Pause => ({
          ...{ channel: id('200'), act: null, cause: 'limit', until: UNTIL, reason: 'a test says so' },
          ...change,
        });
        const keysAt = async (now: Instant) => (await store.claim(now, 10)).map(({ key }) => key).sort();

        beforeEach(async () => {
          await commit(wanted('old', 1));
          await store.claim(NOW, 10);
          await store.shown(id('old'), 1, id('900'), 'digest', NOW);
          await commit(wanted('old', 2), wanted('new', 1), { ...wanted('elsewhere', 1), channel: id('201') });
        });

        it.each<[string, Partial<Pause>, readonly string[]]>([
          ['of a channel', {}, ['elsewhere']],
          ['of posts in a channel', { act: 'post' }, ['elsewhere', 'old']],
          ['of edits in a channel', { act: 'edit' }, ['elsewhere', 'new']],
          ['of everything', { channel: null }, []],
          ['of all edits', { channel: null, act: 'edit' }, ['elsewhere', 'new']],
        ])('%s gives only what it does not hold, and all once it is over', async (_, change, free) => {
          expect(await store.pause(pause(change), NOW)).toBe(true);
          expect(await keysAt(NOW)).toEqual(free);
          const held = ['elsewhere', 'new', 'old'].filter((key) => !free.includes(key));
          expect(await keysAt(at('2025-07-14T16:00:59Z'))).toEqual([]);
          expect((await keysAt(UNTIL)).filter((key) => held.includes(key))).toEqual(held);
        });

        it('has nothing due before it ends', async () => {
          await store.pause(pause({ channel: null }), NOW);
          expect((await store.nextDue()).deliver).toBe(UNTIL);
        });

        it('is prolonged by another of its kind, and keeps since when it holds', async () => {
          await store.pause(pause(), NOW);
          const later = at('2025-07-14T16:20Z');
          expect(await store.pause(pause({ until: at('2025-07-14T17:00Z') }), later)).toBe(false);
          expect(await store.pauses(later)).toEqual([{ ...pause(), since: NOW, until: at('2025-07-14T17:00Z') }]);
        });

        it('of a closed channel ends as soon as somebody asks to look again', async () => {
          await store.pause(pause({ cause: 'closed' }), NOW);
          expect(await store.recheck([id('201')], NOW)).toEqual([]);
          expect(await keysAt(NOW)).toEqual(['elsewhere']);
          expect(await store.recheck([id('200'), id('201')], NOW)).toEqual(['200']);
          expect(await keysAt(NOW)).toEqual(['new', 'old']);
        });

        it('of a closed channel is over once something is shown there, and says so', async () => {
          await store.pause(pause({ cause: 'closed' }), NOW);
          expect(await store.shown(id('elsewhere'), 1, id('901'), 'digest', UNTIL)).toBeNull();
          expect(await store.shown(id('new'), 1, id('902'), 'digest', UNTIL)).toBe('200');
          expect(await store.pauses(NOW)).toEqual([]);
        });

        it('of a limit that is over is forgotten', async () => {
          await store.pause(pause(), NOW);
          await store.pause(pause({ channel: id('201'), until: at('2025-07-14T17:00Z') }), UNTIL);
          expect((await store.pauses(NOW)).map(({ channel }) => channel)).toEqual(['201']);
        });
      });

      describe('with a message that is stuck', () => {
        const LATER = at('2025-07-14T18:00Z');
        const stickAs = async (state: StuckState, posted: string | null) => {
          await commit(wanted('a', 1));
          const [before] = await store.claim(NOW, 10);
          if (posted !== null) await store.shown(id('a'), 1, id(posted), 'digest', NOW);
          if (posted !== null) await commit(wanted('a', 2));
          await store.stopped(id('a'), state, 'as a test says');
          return before;
        };

        const answer = (chosen: StuckAnswer) =>
          store.commit([{ kind: 'message.answered', key: id('a'), answer: chosen, because }], {
            at: LATER,
            actor: 'test',
          });

        it('lists it with its reason', async () => {
          await stickAs('unproven', null);
          expect(await store.stuck()).toMatchObject([{ key: 'a', state: 'unproven', reason: 'as a test says' }]);
        });

        it.each<[StuckState, string | null, string | null]>([
          ['refused', null, null],
          ['refused', '900', '900'],
          ['gone', '900', null],
          ['unproven', null, null],
        ])(
          'that is %s and posted as %s gives it again as %s when an operator says so',
          async (state, posted, again) => {
            const before = await stickAs(state, posted);
            await answer('resend');
            expect(await store.stuck()).toEqual([]);
            const [showing] = await store.claim(LATER, 10);
            expect(showing).toMatchObject({ key: 'a', posted: again, attempts: 1, firstTriedAt: null });
            expect([showing?.nonce, showing?.marker]).not.toContain(before?.nonce ?? before?.marker);
          },
        );

        it('leaves it alone for good when an operator gives it up', async () => {
          await stickAs('gone', '900');
          await answer('give_up');
          await commit(wanted('a', 3));
          expect([await store.stuck(), await store.claim(LATER, 10)]).toEqual([[], []]);
          await expect(answer('resend')).rejects.toThrow(StaleRevision);
        });

        it('takes no answer to one that is not', async () => {
          await commit(wanted('a', 1));
          await expect(answer('give_up')).rejects.toThrow(StaleRevision);
          expect(await store.claim(LATER, 10)).toHaveLength(1);
        });
      });

      it('draws a change with the version before it and a rung with the version that holds', async () => {
        const version = CEASEFIRE_VERSIONS.broughtForward;
        await commit(set, { kind: 'deadline.changed', id: id('deadline-1'), rev: 2, version, because });
        await commit({ kind: 'rung.planned', rung: aRung({ version: 2 }), because });
        const place = { follow: aFollow().id, channel: aFollow().channel, rev: 1, because };
        await commit(
          {
            kind: 'message.wanted',
            key: id('c'),
            subject: { kind: 'change', id: 'deadline-1', version: 2 },
            priority: 0,
            ping: true,
            answers: null,
            ...place,
          },
          {
            kind: 'message.wanted',
            key: id('r'),
            subject: { kind: 'rung', id: 'deadline-1', version: 2, rung: '24h' },
            priority: 2,
            ping: true,
            answers: null,
            ...place,
          },
        );
        const [change, rung] = await store.claim(NOW, 10);
        expect(change?.subject).toMatchObject({ kind: 'change', version, before: aVersion() });
        expect(rung?.subject).toMatchObject({ kind: 'rung', version, rung: aRung({ version: 2 }) });
        if (!rung) throw new Error('it is claimed');
        await store.shown(rung.key, rung.rev, id('posted-7'), 'digest', at('2025-07-14T18:00Z'));
        expect(await store.posted(id('posted-7'), aFollow().guild)).toEqual(rung.subject);
        expect(await store.posted(id('posted-7'), id('999'))).toBeNull();
        expect(await store.posted(id('posted-8'), aFollow().guild)).toBeNull();
      });

      it('draws what was missed with the deadlines as they are now', async () => {
        const entries = [{ deadline: aDeadline().id, version: 1, rungs: ['7d' as const] }];
        const catchUp = {
          id: id<CatchUpId>('cu_1'),
          cause: 'paused' as const,
          since: NOW,
          entries,
          developments: ['development-1'],
        };
        const subject = { kind: 'catch_up', id: 'cu_1' } as const;
        const place = {
          follow: aFollow().id,
          channel: aFollow().channel,
          rev: 1,
          priority: 1,
          ping: false,
          answers: null,
        } as const;
        await commit(
          set,
          { kind: 'catch_up.made', catchUp, because },
          { kind: 'message.wanted', key: id('c'), subject, ...place, because },
        );
        const [showing] = await store.claim(NOW, 10);
        expect(showing?.subject).toEqual({
          kind: 'catch_up',
          cause: 'paused',
          since: NOW,
          entries: [{ ...entries[0], deadline: aDeadline(), storyline: aStoryline() }],
          developments: [{ development: aDevelopment(), storyline: aStoryline() }],
        });
      });

      it('hands the role of the follow to messages that ping only', async () => {
        await commit({ kind: 'follow.set', follow: aFollow({ role: id('77') }), because });
        await commit({ ...wanted('change', 1, 0), ping: true }, wanted('development', 1, 4));
        const roles = (await store.claim(NOW, 10)).map((showing) => showing.role);
        expect(roles).toEqual(['77', null]);
      });
    });

    describe('keeps what moderators made of a development', () => {
      const edition = anEdition({ rev: 2 });
      const made: Change = { kind: 'edition.made', edition, because };
      const ruling: Ruling = {
        id: id('ru_1'),
        guild: aFollow().guild,
        kind: 'hold',
        member: '7',
        at: NOW,
        reason: null,
        before: [
          { edition: edition.id, items: [id('item-1')], of: edition.of, stand: { kind: 'told' }, correction: null },
        ],
        rev: 1,
        undoneBy: null,
      };

      beforeEach(() => commit(seen(anItem()), seen(second), opened));

      it('as facts of the development, and in its place on the docket of the guild alone', async () => {
        expect((await store.docket(aFollow().guild, 10, NOW)).tellings).toEqual([aDevelopment()]);
        await commit(made, { kind: 'ruling.made', ruling, because });
        expect((await store.facts(question)).editions).toEqual([edition]);
        const docket = await store.docket(aFollow().guild, 10, NOW);
        expect(docket).toMatchObject({ tellings: [edition], rulings: [ruling], follows: [aFollow()] });
        expect((await store.docket(id('999'), 10, NOW)).tellings).toEqual([]);
      });

      it('with the reports that join it and the words they change', async () => {
        await commit(made);
        await commit({ kind: 'edition.joined', id: edition.id, rev: 3, report: secondReport, because });
        const figures = [{ of: 'dead', value: 3 } as const];
        const retold = { ...secondReport, figures };
        await commit({ kind: 'edition.retold', id: edition.id, rev: 4, was: retold.item, report: retold, because });
        const [found] = (await store.facts(question)).editions;
        expect(found).toEqual({ ...edition, rev: 4, reports: [aReport(), retold] });
      });

      it('as evidence of nothing there while it is held or killed, former items and all', async () => {
        await commit(made);
        const report = aReport({ item: second.id, formerly: [anItem().id] });
        const reason = { since: NOW, reason: null };
        const stands = [
          { kind: 'held' as const, ...reason },
          { kind: 'killed' as const, ...reason },
          { kind: 'told' as const },
        ];
        const unheard: unknown[] = [];
        for (const [index, stand] of stands.entries()) {
          const after = anEdition({ rev: 3 + index, stand, reports: [report] });
          await commit({ kind: 'edition.set', edition: after, because });
          unheard.push((await store.facts(question)).unheard);
        }
        const both = [anItem().id, second.id].map((item) => ({ guild: edition.guild, item }));
        expect(unheard).toEqual([both, both, []]);
      });

      it('as no evidence of a date that stands there: not as it comes due, and not on its card', async () => {
        await commit(made);
        const evidence = anEvidence({ item: anItem().id, source: anItem().source });
        const other = { version: 1, evidence: anEvidence({ item: second.id, source: second.source }), otherwise: null };
        const standing = { guild: aFollow().guild, of: aDeadline().id };
        const date = aDeadline({
          id: id('dl_1@100'),
          versions: [aVersion({ evidence })],
          confirmations: [other],
          standing,
        });
        await commit(
          { kind: 'deadline.set', deadline: aDeadline(), because },
          { kind: 'deadline.set', deadline: date, because },
        );
        const stand = { kind: 'killed' as const, since: NOW, reason: null };
        await commit({ kind: 'edition.set', edition: anEdition({ rev: 3, stand, reports: [aReport()] }), because });
        const ripe = (await store.ripe(at('2025-09-10T00:00Z'))).find(({ deadline }) => deadline.id === date.id);
        expect(ripe?.deadline.versions[0].evidence).toEqual(other.evidence);
        expect((await store.deadlines(aFollow().guild))[0]?.versions[0].evidence).toEqual(evidence);
      });

      it('as a ruling leaves it, unless another one came first', async () => {
        await commit(made);
        const held = { kind: 'held', since: NOW, reason: 'being checked' } as const;
        const correction = { title: 'Right', at: NOW, reason: null };
        const after = anEdition({ rev: 3, stand: held, correction, reports: [], of: [] });
        await commit({ kind: 'edition.set', edition: after, because });
        expect((await store.docket(aFollow().guild, 10, NOW)).tellings).toEqual([after]);
        await expect(commit({ kind: 'edition.set', edition: after, because })).rejects.toThrow(StaleRevision);
        await expect(commit(made)).rejects.toThrow(StaleRevision);
      });

      it('and takes a ruling back once', async () => {
        await commit(made, { kind: 'ruling.made', ruling, because });
        const undone: Change = { kind: 'ruling.undone', id: ruling.id, rev: 2, undoneBy: '8', because };
        await commit(undone);
        expect((await store.docket(aFollow().guild, 10, NOW)).rulings).toEqual([{ ...ruling, rev: 2, undoneBy: '8' }]);
        await expect(commit(undone)).rejects.toThrow(StaleRevision);
      });

      it('tells what moderators made of it in a digest, too', async () => {
        const split = anEdition({ id: id('edition-2'), continues: null, of: [] });
        const entries = ['development-1', split.id];
        const digest: Digest = { ...DIGEST, entries: ['development-1'] };
        await commit(
          made,
          { kind: 'edition.made', edition: split, because },
          { kind: 'digest.opened', digest, because },
          { kind: 'digest.set', digest: { ...digest, rev: 2, entries }, because },
          { ...wanted('d', 2), subject: { kind: 'digest', id: digest.id } },
        );
        const [showing] = await store.claim(NOW, 10);
        const told = (development: Telling) => ({ storyline: aStoryline(), development });
        expect(showing?.subject).toEqual({ kind: 'digest', entries: [told(edition), told(split)] });
      });

      it('goes on with the card of the development, and answers it', async () => {
        const key = id<MessageKey>('development:development-1@follow-1');
        const row = wanted(key, 1);
        await commit(row);
        await store.claim(NOW, 10);
        await store.shown(key, 1, id('m1'), 'digest', NOW);
        const into = anEdition({ id: id('edition-2'), continues: null, reports: [] });
        const merged = { ...edition, stand: { kind: 'merged', into: into.id } as const };
        const answer = { ...wanted('r', 1), subject: { kind: 'ruling', id: ruling.id }, answers: key } as const;
        await commit(
          { kind: 'edition.made', edition: into, because },
          { kind: 'edition.made', edition: merged, because },
          { kind: 'ruling.made', ruling, because },
          { ...row, subject: { kind: 'edition', id: edition.id }, rev: 2 },
          answer,
        );
        const showings = await store.claim(NOW, 10);
        expect(showings).toMatchObject([
          { key, posted: 'm1', rev: 2 },
          { key: 'r', replyTo: 'm1' },
        ]);
        expect(showings.map(({ subject }) => subject)).toEqual([
          toldOf(merged, { into }),
          { kind: 'ruling', storyline: aStoryline(), edition: merged, ruling },
        ]);
        expect((await store.docket(aFollow().guild, 10, NOW)).messages).toMatchObject([{ key }]);
      });
    });

    describe('answers members and operators', () => {
      it('lists the deadlines a guild follows, pending ones first, the soonest on top', async () => {
        const read = aDeadline({ id: id('deadline-2'), versions: [aVersion({ window: onDay('2025-08-01') })] });
        const chains = [aDeadline(), read].flatMap((deadline) => [deadline, standing(deadline)]);
        await commit(...chains.map((deadline): Change => ({ kind: 'deadline.set', deadline, because })));
        const listed = await store.deadlines(aFollow().guild);
        expect(listed.map((one) => one.id)).toEqual(['deadline-2@100', 'deadline-1@100']);
        expect(await store.deadlines(id('999'))).toEqual([]);
        expect((await store.deadlines(null)).map((one) => one.id)).toEqual(['deadline-2', 'deadline-1']);
      });

      it('gives what waits for the moderators of a guild, with the chain as read and what stands', async () => {
        const proposal = aProposal();
        const settings = { ...unchosen(aFollow().guild), moderators: id<ChannelId>('900'), dates: 'propose' as const };
        await commit(
          set,
          { kind: 'deadline.set', deadline: standing(aDeadline()), because },
          { kind: 'guild.set', settings, because },
          { kind: 'proposal.made', proposal, because },
        );
        const [open] = await store.proposals(aFollow().guild);
        expect((await store.docket(aFollow().guild, 10, NOW)).proposals).toEqual([open]);
        expect(open).toEqual({
          proposal,
          read: aDeadline(),
          facts: {
            follows: [aFollow()],
            guilds: [settings],
            standings: [standing(aDeadline())],
            proposals: [proposal],
            unheard: [],
          },
        });
        expect(await store.proposals(id('999'))).toEqual([]);
        const answered = { state: 'dismissed', answeredBy: '7', because } as const;
        await commit({ kind: 'proposal.changed', id: proposal.id, rev: 2, ...answered });
        expect(await store.proposals(aFollow().guild)).toEqual([]);
        const again: Change = { kind: 'proposal.changed', id: proposal.id, rev: 2, ...answered };
        await expect(commit(again)).rejects.toThrow(StaleRevision);
      });

      it('draws a proposal with the chain as read and what stands beside it', async () => {
        const proposal = aProposal();
        const place = {
          follow: aFollow().id,
          channel: id<ChannelId>('900'),
          rev: 1,
          priority: 3,
          ping: false,
          answers: null,
        } as const;
        const subject = { kind: 'proposal', id: proposal.id } as const;
        await commit(
          set,
          { kind: 'proposal.made', proposal, because },
          { kind: 'message.wanted', key: id('p'), subject, ...place, because },
        );
        const [showing] = await store.claim(NOW, 10);
        expect(showing?.subject).toMatchObject({ kind: 'proposal', proposal, version: aVersion(), standing: null });
        expect(showing?.channel).toBe('900');
      });

      it('gives one deadline with its chain and the reminders of all its versions, in time order', async () => {
        const rungs = [
          aRung({ name: 'due', at: at('2025-09-02T13:00Z') }),
          aRung({ name: '24h', at: at('2025-09-01T13:00Z') }),
        ];
        await commit(set, ...rungs.map((rung) => ({ kind: 'rung.planned', rung, because }) as const));
        expect(await store.deadline(id('deadline-1'))).toEqual({ deadline: aDeadline(), rungs: rungs.toReversed() });
        expect(await store.deadline(id('deadline-9'))).toBeNull();
      });

      it('lists storylines with the channels that follow them', async () => {
        expect(await store.storylines(aFollow().guild)).toEqual([{ storyline: aStoryline(), channels: ['200'] }]);
        expect(await store.storylines(id('999'))).toEqual([{ storyline: aStoryline(), channels: [] }]);
      });

      it('explains an item by any of its names: what it matches, and what its body mentions', async () => {
        const talks = aStoryline({ slug: id('talks') });
        const hit = { group: 'a', term: 'a*', field: 'title', start: 0, end: 2, text: 'As', alias: 'as' } as const;
        const likeness = { similarity: 0.4, shared: ['a'], effect: 'boosted' } as const;
        const why = { hits: [hit], missing: [], blockedBy: [hit], wouldStop: ['b'], likeness };
        const match = { item: second.id, storyline: aStoryline().slug, score: 0.75, why };
        const mention = { item: second.id, storyline: talks.slug, hits: [hit] };
        const { title, lede, link, published } = second;
        await commit(
          { kind: 'storyline.defined', storyline: talks, because },
          seen(second),
          { kind: 'match.made', match, because },
          { kind: 'mention.made', mention, because },
        );
        const found = { id: second.id, source: second.source, title, lede, link, published, seen: second.seen };
        const expected = { ...found, guild: null, baseline: false, matches: [match], mentions: [mention] };
        expect(await store.explained(['link:unknown', ...second.identities])).toEqual(expected);
        expect(await store.explained(['link:unknown'])).toBeNull();
        expect(await store.item(second.id)).toEqual(expected);
        expect(await store.item(id('it_unknown'))).toBeNull();
        expect(await store.totals()).toMatchObject({ matched: 1 });
      });

      it('keeps alias sets of guilds until they are emptied', async () => {
        const set = { guild: id<GuildId>('7'), name: 'ferries', names: ['Ferry*', 'Паром*'] };
        await commit({ kind: 'aliases.set', set, because });
        expect((await store.catalogue()).aliasSets).toEqual([set]);
        await commit({ kind: 'aliases.set', set: { ...set, names: ['Ferry'] }, because });
        expect((await store.catalogue()).aliasSets).toEqual([{ ...set, names: ['Ferry'] }]);
        await commit({ kind: 'aliases.set', set: { ...set, names: [] }, because });
        expect((await store.catalogue()).aliasSets).toEqual([]);
      });

      it('knows when something was last alive, each by its name', async () => {
        const later = at('2025-07-14T16:06Z');
        expect(await store.beat('desk', NOW)).toBeNull();
        expect(await store.beat('check', later)).toBeNull();
        expect(await store.beat('desk', later)).toBe(NOW);
        expect(await store.beat('desk', later)).toBe(later);
      });

      it('knows how often requests were refused lately, and forgets what is long ago', async () => {
        const later = at('2025-07-14T16:14Z');
        await store.refused(NOW, plus(NOW, -HOUR));
        await store.refused(NOW, plus(NOW, -HOUR));
        expect(await store.refusals(plus(NOW, -HOUR))).toEqual([NOW, NOW]);
        await store.refused(later, NOW);
        expect(await store.refusals(plus(NOW, -HOUR))).toEqual([later]);
        await store.setBack(HOUR, plus(later, -HOUR));
        expect(await store.refusals(plus(NOW, -HOUR))).toEqual([plus(later, -HOUR)]);
      });

      describe('after a clock was set back by an hour', () => {
        const HOUR_BEFORE = plus(NOW, -HOUR);
        const setBack = () => store.setBack(HOUR, HOUR_BEFORE);

        it('polls when it would have, and a host that asked for a pause keeps the rest of it', async () => {
          const [due] = await store.dueFeeds(NOW, 10);
          if (!due) throw new Error('the feed is due');
          const state = { ...due.state, lastPollAt: NOW, nextPollAt: at('2025-07-14T16:20Z') };
          const { host } = new URL(FEED.url);
          await commit({ kind: 'feed.polled', state, host, because });
          await setBack();
          expect((await store.nextDue()).poll).toBe(at('2025-07-14T15:20Z'));
          await commit({ kind: 'host.held', host, until: at('2025-07-14T16:50Z'), because });
          await setBack();
          expect((await store.nextDue()).poll).toBe(at('2025-07-14T15:50Z'));
          await setBack();
          expect(await store.dueFeeds(HOUR_BEFORE, 10)).toHaveLength(1);
        });

        it('tries a message again when it would have, and knows that it was tried an hour sooner or more', async () => {
          await commit(seen(anItem()), opened, wanted('a', 1));
          await store.claim(NOW, 10);
          await store.postponed(id('a'), at('2025-07-14T16:10Z'), 'busy');
          await setBack();
          expect((await store.nextDue()).deliver).toBe(at('2025-07-14T15:10Z'));
          const [again] = await store.claim(at('2025-07-14T15:10Z'), 10);
          expect(again?.firstTriedAt).toBe(at('2025-07-14T15:04Z'));
        });

        it('leaves a message in quiet hours that was never tried', async () => {
          await commit(seen(anItem()), opened, wanted('a', 1));
          await store.claim(NOW, 10);
          await store.unsent([id('a')], NOW);
          await store.postponed(id('a'), at('2025-07-15T06:00Z'), 'its channel has quiet hours');
          await setBack();
          expect((await store.nextDue()).deliver).toBe(at('2025-07-15T06:00Z'));
        });

        it('ends a pause when it would have', async () => {
          const until = at('2025-07-14T16:30Z');
          await store.pause({ channel: null, act: null, cause: 'limit', until, reason: 'a test says so' }, NOW);
          await setBack();
          expect(await store.pauses(HOUR_BEFORE)).toMatchObject([{ until: at('2025-07-14T15:30Z') }]);
        });
      });

      it('knows when anything was last committed', async () => {
        expect(await store.lastCommitAt()).toBe(NOW);
      });
    });
  });
}
