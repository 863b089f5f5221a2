/**
 * What feeds do wrong, fifteen habits seen in the field: each is named by the linter over saved copies, and by the real
 * poll with its store, where none of them tells old news as new.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { TITLE_READER } from '../src/decide/merge/sought.ts';
import { vocabularyOf } from '../src/decide/rules.ts';
import type { FeedVerdict, Remark } from '../src/domain/feed.ts';
import { id } from '../src/domain/ids.ts';
import type { Storyline } from '../src/domain/storyline.ts';
import { createFeeds } from '../src/feeds/feeds.ts';
import { openRules, seedStore } from '../src/main.ts';
import { pollStep } from '../src/run/poll.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { createStore } from '../src/store/store.ts';
import { desk } from './fakes/deskCommand.ts';
import { startFeedServer } from './fakes/feedServer.ts';
import { anOutlet, aStoryline, at } from './fakes/nouns.ts';
import { temporaryFolder } from './fakes/temporaryFolder.ts';
import { fakeLog, handClock } from './fakes/world.ts';

const FOLDER = new URL('fixtures/lint/', import.meta.url);
const SAVED = '2025-07-14T18:00Z';

const pathOf = (name: string) => new URL(name, FOLDER).pathname;
const bytesOf = (name: string) => readFileSync(new URL(name, FOLDER));

/** The documents of a series, in their order. */
function seriesOf(name: string): readonly string[] {
  return readdirSync(new URL(`${name}/`, FOLDER))
    .sort()
    .map((file) => `${name}/${file}`);
}

const reportSchema = z.object({
  items: z.array(z.object({ title: z.string(), published: z.string().nullable() })),
  lint: z.object({
    verdict: z.string(),
    faults: z.array(z.object({ verdict: z.string(), says: z.string() })),
    remarks: z.array(z.object({ name: z.string(), says: z.string() })),
  }),
});

/** What `desk inspect feed --lint` writes of these files. */
async function lint(paths: readonly string[], ...words: readonly string[]) {
  const { code, out, notes } = await desk(['inspect', 'feed', '--lint', '--now', SAVED, ...words, ...paths]);
  expect(notes).toBe('');
  const reports = out.map((line) => reportSchema.parse(JSON.parse(line)));
  const [last] = reports.slice(-1);
  if (last === undefined) throw new Error('nothing was written');
  const faults = last.lint.faults.map(({ verdict }) => verdict);
  const remarks = last.lint.remarks.map(({ name }) => name);
  return { code, verdict: last.lint.verdict, faults, remarks, items: last.items };
}

/** An archive of 852 entries, and of one more. */
function archive(count: number): string {
  const days = (index: number) => new Date(Date.parse(at(SAVED)) - (count - index) * 3_600_000).toUTCString();
  const items = Array.from(
    { length: count },
    (_, index) =>
      `<item><title>Ferry log, page ${index}</title><link>https://skerry.example/log/${index}</link><pubDate>${days(index)}</pubDate></item>`,
  );
  return `<rss version="2.0"><channel><title>Ferry log</title>${items.reverse().join('\n')}</channel></rss>`;
}

describe('a saved document', () => {
  it.each<[string, string, FeedVerdict, readonly Remark['name'][]]>([
    ['of a healthy feed', 'healthy.xml', 'healthy', []],
    ['that lists one link three times', 'same-link-thrice.xml', 'healthy', ['repeated_link']],
    ['with one event under two addresses', 'two-addresses.xml', 'healthy', ['repeated_title']],
    ['whose guids carry a tracking fragment', 'tracked-guid/1.xml', 'healthy', ['tracked_guid']],
    ['of teasers only', 'teasers.xml', 'healthy', ['teaser_only']],
    ['with dates in two digits and of no known shape', 'dates.xml', 'healthy', ['undated', 'date_uncertain']],
    ['that is a test for browsers', 'challenge.html', 'challenge_page', []],
    ['that is valid and half a year old', 'stale.xml', 'stale', []],
    ['of the wrong content under the right name', 'office-decoy.xml', 'decoy', []],
    ['with attributes on its items', 'revision.xml', 'healthy', []],
    ['with an entity that XML has not', 'bad-entity.xml', 'healthy', ['ill_formed']],
    ['with a prefix that nothing declares', 'unbound-prefix.xml', 'healthy', ['ill_formed']],
    ['that was cut off', 'cut-off.xml', 'truncated', ['ill_formed']],
  ])('%s is named', async (_what, file, verdict, remarks) => {
    const found = await lint([pathOf(file)]);
    expect({ verdict: found.verdict, remarks: found.remarks }).toEqual({ verdict, remarks });
    expect(found.code).toBe(verdict === 'challenge_page' ? 1 : 0);
  });

  it('that lists a whole archive is named', async () => {
    const found = await lint([temporaryFolder().write('archive.xml', archive(852))]);
    expect([found.verdict, ...found.remarks]).toEqual(['healthy', 'archive', 'teaser_only']);
  });

  it('that decoys names its staleness, too', async () => {
    expect((await lint([pathOf('office-decoy.xml')])).faults).toEqual(['decoy', 'stale']);
  });

  it('counts items with attributes like any others', async () => {
    expect((await lint([pathOf('revision.xml')])).items).toHaveLength(4);
  });

  it('reads two digits of a year, and never guesses a date', async () => {
    const { items } = await lint([pathOf('dates.xml')]);
    expect(items.map(({ published }) => published)).toEqual(['2025-07-14T15:00:00.000Z', null, null]);
  });
});

describe('saved documents of one feed', () => {
  it.each<[string, string, FeedVerdict, readonly FeedVerdict[]]>([
    ['with old entries under new dates', 'redated', 'redated', ['redated']],
    ['with one entry reworded', 'wording', 'healthy', []],
    ['that come empty in between', 'empty-flap', 'empty_flap', ['empty_flap']],
    ['whose guids change their fragment', 'tracked-guid', 'healthy', []],
  ])('%s are named', async (_what, name, verdict, faults) => {
    const found = await lint(seriesOf(name).map(pathOf), '--series');
    expect({ verdict: found.verdict, faults: found.faults }).toEqual({ verdict, faults });
  });

  it('leave a gap when none of the later ones is known', async () => {
    const found = await lint([pathOf('healthy.xml'), pathOf('teasers.xml')], '--series');
    expect(found.faults).toEqual(['gap']);
  });

  it('are one feed only when they are said to be', async () => {
    expect((await lint(seriesOf('redated').map(pathOf))).verdict).toBe('healthy');
  });

  it('that are the same say the same again', async () => {
    const files = ['office-decoy.xml', 'office-decoy.xml'].map(pathOf);
    expect(await lint(files, '--series')).toMatchObject({ verdict: 'decoy', faults: ['decoy', 'stale'] });
  });

  it('go on after one that is no feed', async () => {
    const files = ['healthy.xml', 'challenge.html', 'healthy.xml'].map(pathOf);
    expect(await lint(files, '--series')).toMatchObject({ code: 1, verdict: 'healthy', faults: [] });
  });
});

const OUTLET = anOutlet({ id: id('skerry'), name: 'Skerry News', group: 'skerry', hosts: [] });
const FERRIES: Storyline = aStoryline({ slug: id('ferries'), query: 'ferry OR assembly', deadline: null });
const FERRY_RULES = openRules([FERRIES], vocabularyOf({}));
const FEED = id<Storyline['slug']>('skerry-news');
const PLACE = { guild: id<never>('100'), channel: id<never>('200') };

/** A feed of the loopback server, polled by hand into a real store; its storyline is followed in one channel. */
async function aPolledFeed() {
  const server = await startFeedServer();
  const [clock, log] = [handClock(SAVED), fakeLog()];
  const store = createStore(openSqlite(':memory:', clock.now()).engine, TITLE_READER);
  const feed = {
    id: id<never>(FEED),
    url: server.feed('/rss').url,
    outlet: OUTLET.id,
    guild: null,
    everyMinutes: 15,
    enabled: true,
  };
  await seedStore(
    store,
    { outlets: [OUTLET], feeds: [feed], storylines: [FERRIES] },
    { ladder: [], gate: { post: 1, ping: 3, unconfirmed: 'show' }, caps: { posts: 12, pings: 4 } },
    PLACE,
    clock.now(),
  );
  const limits = { timeoutMs: 5_000, maxBytes: 1_000_000, perHost: 1 };
  const feeds = createFeeds({ userAgent: 'DeadlineDesk', ...limits, allowedHosts: ['127.0.0.1'], log });
  onTestFinished(async () => {
    await feeds.close();
    await server.close();
    await store.close();
  });
  const rest = { trapAt: () => null, onCommitted: () => undefined, concurrency: 1, perHost: 1 };
  const step = pollStep({ store, feeds, rules: () => FERRY_RULES, log, clock, ...rest });
  return {
    answers: server.feed('/rss').answers,
    requests: server.requests,
    store,
    /** Polls at `time` of that day, when the feed is due, and answers what is true then. */
    async poll(time: string) {
      clock.set(`2025-07-${time}Z`);
      await step(clock.now(), new AbortController().signal);
      const [listed] = await store.feeds();
      const { items, waiting } = await store.totals();
      const faults = listed?.state.faults.map(({ verdict }) => verdict);
      const remarks = listed?.state.remarks.map(({ name }) => name);
      return { verdict: listed?.state.verdict, faults, remarks, heldUntil: listed?.heldUntil, items, told: waiting };
    },
  };
}

/** A feed that answers these documents, one after the other. */
async function aFeedOf(...documents: readonly (string | Uint8Array)[]) {
  const polled = await aPolledFeed();
  for (const document of documents) polled.answers(200, document);
  return polled;
}

describe('a polled feed', () => {
  it('that re-dates its entries is told so, and tells nothing', async () => {
    const feed = await aFeedOf(...seriesOf('redated').map(bytesOf));
    expect(await feed.poll('14T18:00')).toMatchObject({ verdict: 'healthy', items: 4, told: 0 });
    expect(await feed.poll('14T19:00')).toMatchObject({ verdict: 'redated', items: 4, told: 0 });
  });

  it('that lists one link three times tells it once', async () => {
    const feed = await aFeedOf(bytesOf('healthy.xml'), bytesOf('same-link-thrice.xml'));
    await feed.poll('14T18:00');
    expect(await feed.poll('14T19:00')).toMatchObject({ remarks: ['repeated_link'], items: 5, told: 1 });
  });

  it('that posts an entry again in other words has no new one', async () => {
    const feed = await aFeedOf(...seriesOf('wording').map(bytesOf));
    await feed.poll('14T18:00');
    expect(await feed.poll('14T19:00')).toMatchObject({ verdict: 'healthy', faults: [], items: 4, told: 0 });
  });

  it('that gives one event two addresses is remarked on, and tells it in one message', async () => {
    const feed = await aFeedOf(bytesOf('healthy.xml'), bytesOf('two-addresses.xml'));
    await feed.poll('14T18:00');
    expect(await feed.poll('14T19:00')).toMatchObject({ remarks: ['repeated_title'], items: 6, told: 1 });
  });

  it('whose guids change their fragment has no new entry', async () => {
    const feed = await aFeedOf(...seriesOf('tracked-guid').map(bytesOf));
    await feed.poll('14T18:00');
    expect(await feed.poll('14T19:00')).toMatchObject({ remarks: ['tracked_guid'], faults: [], items: 4, told: 0 });
  });

  it('that begins with its whole archive tells nothing of it, and the next new entry once', async () => {
    const feed = await aFeedOf(archive(852), archive(853), archive(853));
    const first = await feed.poll('14T18:00');
    expect(first).toMatchObject({ verdict: 'healthy', items: 852, told: 0 });
    expect(first.remarks).toContain('archive');
    expect(await feed.poll('14T19:00')).toMatchObject({ items: 853, told: 1 });
    expect(await feed.poll('14T20:00')).toMatchObject({ items: 853, told: 1 });
  });

  it('of teasers only is remarked on', async () => {
    const feed = await aFeedOf(bytesOf('teasers.xml'));
    expect(await feed.poll('14T18:00')).toMatchObject({ verdict: 'healthy', remarks: ['teaser_only'] });
  });

  it('with dates that cannot be read says so, and no entry is published now', async () => {
    const feed = await aFeedOf(bytesOf('dates.xml'));
    expect((await feed.poll('14T18:00')).remarks).toEqual(['undated', 'date_uncertain']);
    const identities = ['two', 'odd', 'zone'].map((name) => `link:https://skerry.example/news/${name}`);
    const { known } = await feed.store.facts({
      identities,
      storylines: [],
      titles: [],
      since: at(SAVED),
      lately: at(SAVED),
    });
    const published = identities.map((identity) => known.get(identity)?.published);
    expect(published).toEqual([at('2025-07-14T15:00Z'), null, null]);
  });

  it.each<[string, string, FeedVerdict]>([
    ['a test for browsers', 'challenge.html', 'challenge_page'],
    ['news of half a year ago', 'stale.xml', 'stale'],
    ['pages of a site under the name of an office', 'office-decoy.xml', 'decoy'],
  ])('that answers %s is not healthy', async (_what, file, verdict) => {
    const feed = await aFeedOf(bytesOf(file));
    expect(await feed.poll('14T18:00')).toMatchObject({ verdict, told: 0 });
  });

  it.each([{ headers: { 'content-encoding': 'gzip' } }, { headers: {} }])(
    'packed with $headers is read',
    async ({ headers }) => {
      const feed = await aPolledFeed();
      feed.answers(200, gzipSync(bytesOf('revision.xml')), headers);
      expect(await feed.poll('14T18:00')).toMatchObject({ verdict: 'healthy', items: 4 });
    },
  );

  it('that comes empty and lists its old entries again tells none of them', async () => {
    const feed = await aFeedOf(...seriesOf('empty-flap').map(bytesOf));
    expect(await feed.poll('14T18:00')).toMatchObject({ verdict: 'healthy', items: 4, told: 0 });
    expect(await feed.poll('14T19:00')).toMatchObject({ verdict: 'empty_flap', items: 4, told: 0 });
    expect(await feed.poll('14T20:00')).toMatchObject({ faults: ['empty_flap'], items: 5, told: 0 });
    expect(await feed.poll('15T21:00')).toMatchObject({ verdict: 'healthy', faults: [], items: 5, told: 0 });
  });

  it('whose host asks for a pause has it', async () => {
    const feed = await aPolledFeed();
    feed.answers(429, 'slow down', { 'retry-after': '7200' }).answers(200, bytesOf('healthy.xml'));
    const heldUntil = at('2025-07-14T20:00Z');
    expect(await feed.poll('14T18:00')).toMatchObject({ verdict: 'rate_limited', heldUntil });
    await feed.poll('14T19:59');
    expect(feed.requests).toHaveLength(1);
    expect(await feed.poll('14T20:01')).toMatchObject({ verdict: 'healthy', items: 4 });
  });

  it('that answers 406 every other time flaps, and what it lists is taken whenever it can be', async () => {
    const feed = await aPolledFeed();
    for (const name of ['healthy.xml', 'same-link-thrice.xml']) feed.answers(200, bytesOf(name)).answers(406);
    expect((await feed.poll('14T18:00')).verdict).toBe('healthy');
    expect((await feed.poll('14T19:00')).verdict).toBe('http_error');
    expect(await feed.poll('14T20:00')).toMatchObject({ items: 5, told: 1 });
    expect(await feed.poll('14T21:00')).toMatchObject({ verdict: 'flapping', items: 5, told: 1 });
  });
});
