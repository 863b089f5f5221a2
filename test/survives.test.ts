/** What the desk survives: each trouble gives one clear message, loses nothing and does not stop the other feeds. */

import { mkdirSync } from 'node:fs';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { TITLE_READER } from '../src/decide/merge/sought.ts';
import { vocabularyOf } from '../src/decide/rules.ts';
import type { Feed } from '../src/domain/feed.ts';
import { type FeedId, id, type PostedId } from '../src/domain/ids.ts';
import type { Chat, Clock } from '../src/domain/ports.ts';
import { between, DAY, type Instant, MINUTE, plus, SECOND } from '../src/domain/time.ts';
import { createFeeds } from '../src/feeds/feeds.ts';
import { openRules, type Place, seedStore } from '../src/main.ts';
import { LOOPS, startLine } from '../src/run/line.ts';
import type { Engine } from '../src/store/engine.ts';
import { openSqlite } from '../src/store/sqlite.ts';
import { createStore } from '../src/store/store.ts';
import { aConfigFolder } from './fakes/configFolder.ts';
import { desk } from './fakes/deskCommand.ts';
import { type FakeFeed, type FeedServer, startFeedServer } from './fakes/feedServer.ts';
import { liveDesk, rss } from './fakes/liveDesk.ts';
import { anOutlet, aStoryline, at } from './fakes/nouns.ts';
import { temporaryFolder } from './fakes/temporaryFolder.ts';
import { fakeLog, handClock } from './fakes/world.ts';

const START = '2025-08-01T12:00:00Z';
const OUTLET = anOutlet();
const STORYLINE = aStoryline({ slug: id('talks'), query: 'talk*', deadline: null });
const PLACE: Place = { guild: id('guild'), channel: id('channel') };

let server: FeedServer;
beforeEach(async () => {
  server = await startFeedServer();
});
afterEach(() => server.close());

const feedAt = (name: string, url: string): Feed => ({
  id: id<FeedId>(name),
  url,
  outlet: OUTLET.id,
  guild: null,
  everyMinutes: 5,
  enabled: true,
});

interface Told {
  readonly nonce: string;
  readonly title: string;
  readonly at: Instant;
}

/** A channel with Discord's memory: a nonce of the last two minutes posts nothing, and reading finds what was posted. */
function rememberingChat({ now }: Clock) {
  const told: Told[] = [];
  let afterPost: () => Promise<unknown> = async () => undefined;
  const idOf = (nonce: string) => id<PostedId>(`posted-${nonce}`);
  const chat: Chat = {
    async post({ nonce, subject }) {
      const title = subject.kind === 'development' ? (subject.development.reports[0]?.title ?? '') : subject.kind;
      const isKnown = told.some((one) => one.nonce === nonce && between(one.at, now()) <= 2 * MINUTE);
      if (!isKnown) told.push({ nonce, title, at: now() });
      await afterPost();
      return { kind: 'done', posted: idOf(nonce), digest: 'digest' };
    },
    edit: async (_, posted) => ({ kind: 'done', posted, digest: 'digest' }),
    find: async ({ nonce }) =>
      told.some((one) => one.nonce === nonce) ? { kind: 'found', posted: idOf(nonce) } : { kind: 'absent' },
  };
  return {
    chat,
    titles: () => told.map(({ title }) => title).sort(),
    onPost: (act: () => Promise<unknown>) => {
      afterPost = act;
    },
  };
}

async function seeded(engine: Engine, feeds: readonly Feed[]) {
  const store = createStore(engine, TITLE_READER);
  await seedStore(
    store,
    { outlets: [OUTLET], feeds, storylines: [STORYLINE] },
    { ladder: [], gate: { post: 1, ping: 3, unconfirmed: 'show' }, caps: { posts: 12, pings: 4 } },
    PLACE,
    at(START),
  );
  return store;
}

/** The line as live, with a clock moved by hand: `later()` lets ten minutes pass and rests when all is done. */
async function aLine(feeds: readonly Feed[]) {
  const { engine } = openSqlite(temporaryFolder().at('desk.db'), at(START));
  const store = await seeded(engine, feeds);
  const [clock, log] = [handClock(START), fakeLog()];
  const { chat, titles, onPost } = rememberingChat(clock);
  const reader = createFeeds({
    userAgent: 'DeadlineDesk',
    timeoutMs: 400,
    maxBytes: 1_000_000,
    perHost: 8,
    allowedHosts: ['127.0.0.1'],
    log,
  });
  const rules = openRules([STORYLINE], vocabularyOf({}));
  const ports = {
    store,
    chat,
    clock,
    log,
    rules: () => rules,
    concurrency: 8,
    perHost: 8,
    trapAt: () => null,
    onUnauthorised: () => undefined,
  };
  const line = startLine({ ...ports, feeds: reader });
  onTestFinished(async () => {
    await line.stop();
    await reader.close();
    await store.close();
  });
  const rest = () => vi.waitFor(() => expect(clock.sleeping).toHaveLength(LOOPS), { interval: 5, timeout: 5_000 });
  await rest();
  return {
    engine,
    store,
    titles,
    onPost,
    /** SQLite obeys this pragma as soon as it is compiled; that it then gives no rows is the engine's only complaint. */
    mayWrite: (may: boolean) => engine.all(`PRAGMA query_only = ${may ? 'OFF' : 'ON'}`, {}).catch(() => []),
    complaints: () => log.lines.filter((one) => /^(warn|error)/.test(one)),
    log,
    async later(ms = 10 * MINUTE) {
      clock.set(plus(clock.now(), ms));
      await rest();
    },
  };
}

const [OLD_NORTH, NEW_NORTH] = ['Ferry talks begin in Esbjerg', 'Esbjerg ferry talks end with a timetable'];
const [OLD_SOUTH, NEW_SOUTH] = ['Winegrowers open talks in Porto', 'Porto talks over water rights go on'];
const NEW_IN_BOTH = [NEW_NORTH, NEW_SOUTH];

/** Two feeds that are well and bring something new with their second document. */
function healthyFeeds(): readonly Feed[] {
  const north = server.feed('/north').answers(200, rss(OLD_NORTH)).answers(200, rss(NEW_NORTH, OLD_NORTH));
  const south = server.feed('/south').answers(200, rss(OLD_SOUTH)).answers(200, rss(NEW_SOUTH, OLD_SOUTH));
  return [feedAt('north', north.url), feedAt('south', south.url)];
}

const PAGE = '<!doctype html><html><head><title>Please wait</title></head><body>Soon.</body></html>';

describe('a feed that fails', () => {
  const TROUBLES: readonly (readonly [string, (feed: FakeFeed) => FakeFeed, RegExp])[] = [
    ['is no XML', (feed) => feed.answers(200, 'Dear reader, the feed has moved to our app.'), /Feed sick .*: /],
    ['breaks off inside a tag', (feed) => feed.answers(200, '<rss version="2.0"><channel><it'), /Feed sick .*: /],
    ['is a page with status 200', (feed) => feed.answers(200, PAGE), /an HTML page \("Please wait"\) came instead/],
    ['is empty', (feed) => feed.answers(200, ''), /Feed sick .*: /],
    ['never answers', (feed) => feed.keepsSilent(), /it took longer than 0\.4 seconds; it is tried again/],
    ['never ends', (feed) => feed.drips('<item>', 20), /it took longer than 0\.4 seconds; it is tried again/],
    ['hangs up', (feed) => feed.hangsUpAfter(''), /the connection was closed before an answer; it is tried again/],
    ['is in trouble', (feed) => feed.answers(500), /answered 500: the server is in trouble; it is tried again/],
    ['turns in a circle', (feed) => feed.redirects('/sick'), /it redirects in a circle; check the address/],
  ];

  it.each(TROUBLES)('because it %s is said once, and the others are told', async (_, fail, message) => {
    const sick = fail(server.feed('/sick'));
    const line = await aLine([feedAt('sick', sick.url), ...healthyFeeds()]);
    await line.later();
    await line.later();
    await line.later();
    expect(line.titles()).toEqual(NEW_IN_BOTH);
    expect(line.complaints()).toEqual([expect.stringMatching(message)]);
    expect(server.requests.filter(({ path }) => path === '/sick').length).toBeGreaterThanOrEqual(2);
  });

  it.each(TROUBLES)('because it %s loses nothing: what came meanwhile is told once it is well', async (_, fail) => {
    const feed = server.feed('/sick').answers(200, rss('Talks before'));
    fail(feed).answers(200, rss('Talks meanwhile', 'Talks before'));
    const line = await aLine([feedAt('sick', feed.url)]);
    await line.later();
    expect(line.titles()).toEqual([]);
    await line.later();
    await line.later();
    expect(line.titles()).toEqual(['Talks meanwhile']);
  });

  it('because nobody listens there is said once, and the others are told', async () => {
    const gone = await startFeedServer();
    const { url } = gone.feed('/sick');
    await gone.close();
    const line = await aLine([feedAt('sick', url), ...healthyFeeds()]);
    await line.later();
    await line.later();
    expect(line.titles()).toEqual(NEW_IN_BOTH);
    expect(line.complaints()).toEqual([
      expect.stringMatching(/^warn: Feed sick \(127\.0\.0\.1:\d+\): the connection was refused; check host/),
    ]);
  });

  it('because it would lead into this network is said once, and the others are told', async () => {
    const line = await aLine([feedAt('sick', 'http://169.254.169.254/latest'), ...healthyFeeds()]);
    await line.later();
    await line.later();
    expect(line.titles()).toEqual(NEW_IN_BOTH);
    expect(line.complaints()).toEqual([
      expect.stringMatching(/169\.254\.169\.254 is no public address; allow the host/),
    ]);
  });
});

describe('an item', () => {
  it('reworded days later, when its development is closed, keeps neither its feed nor itself from being told once', async () => {
    const reworded = rss(NEW_NORTH).replace('a timetable<', 'a timetable and a fare table<');
    const feed = server.feed('/news').answers(200, rss(OLD_NORTH)).answers(200, rss(NEW_NORTH));
    feed
      .answers(200, reworded)
      .answers(200, reworded.replace('<item>', '<item><title>Herring talks</title></item><item>'));
    const line = await aLine([feedAt('news', feed.url)]);
    await line.later();
    await line.later(3 * DAY);
    await line.later();
    expect(line.titles()).toEqual([NEW_NORTH, 'Herring talks']);
    expect(line.complaints()).toEqual([expect.stringMatching(/none of its entries was known/)]);
  });
});

describe('a disk', () => {
  /** More than the free pages of a new database hold. */
  const MANY = Array.from({ length: 400 }, (_, index) => `Notice ${index} ${'of the harbour office '.repeat(20)}`);

  it('that is full is said once; nothing is lost, and all is told once there is room', async () => {
    const feed = server
      .feed('/many')
      .answers(200, rss('Talks before'))
      .answers(200, rss('Talks in the harbour', ...MANY));
    const line = await aLine([feedAt('many', feed.url)]);
    const items = async () => (await line.store.totals()).items;
    const [pages] = await line.engine.all('PRAGMA page_count', {});
    await line.engine.all(`PRAGMA max_page_count = ${pages?.page_count}`, {});
    await line.later();
    await line.later();
    expect(line.complaints()).toEqual([
      expect.stringMatching(
        /^error: poll: The database \S+desk\.db: the disk \(or its quota\) is full; nothing was lost/,
      ),
    ]);
    expect(await items()).toBe(1);
    expect(line.titles()).toEqual([]);

    await line.engine.all('PRAGMA max_page_count = 1000000', {});
    await line.later();
    expect(await items()).toBe(1 + 1 + MANY.length);
    expect(line.titles()).toEqual(['Talks in the harbour']);
    expect(line.log.lines.at(-1)).toBe('info: poll: works again');
  });

  it('that may no longer be written is said once, and the desk goes on when it may', async () => {
    const line = await aLine(healthyFeeds());
    await line.mayWrite(false);
    await line.later();
    await line.later();
    expect(line.titles()).toEqual([]);
    expect(line.complaints()).toHaveLength(1);
    expect(line.complaints()[0]).toMatch(/^error: poll: The database \S+: it cannot be written; give this user write/);
    await line.mayWrite(true);
    await line.later();
    expect(line.titles()).toEqual(NEW_IN_BOTH);
  });

  it.each([
    ['in seconds', 6 * SECOND],
    ['after the nonce is forgotten', 10 * MINUTE],
  ])('that fails right after a post does not make it come twice, mended %s', async (_, ms) => {
    const feed = server.feed('/news').answers(200, rss(OLD_NORTH)).answers(200, rss(NEW_NORTH, OLD_NORTH));
    const line = await aLine([feedAt('news', feed.url)]);
    line.onPost(() => line.mayWrite(false));
    await line.later();
    expect(line.titles()).toEqual([NEW_NORTH]);
    expect(line.complaints()).toEqual([expect.stringMatching(/^error: deliver: The database .*; trying again until/)]);
    expect((await line.store.totals()).waiting).toBe(1);
    line.onPost(async () => undefined);
    await line.mayWrite(true);
    await line.later(ms);
    await line.later(5 * MINUTE);
    expect(line.titles()).toEqual([NEW_NORTH]);
    expect((await line.store.totals()).waiting).toBe(0);
  });
});

describe('a start that cannot be', () => {
  const START_AND_CHECK = ['run --preview', 'check --offline'];

  it.each(START_AND_CHECK)('for an empty configuration folder names every file: %s', async (command) => {
    const folder = temporaryFolder();
    const [config, data] = [temporaryFolder(), folder.at('data')];
    const { code, notes } = await desk(command.split(' '), { DESK_CONFIG: config.path, DESK_DATA: data });
    expect(code).toBe(2);
    expect(notes.split('\n')).toEqual([
      'desk: The configuration has 4 problems:',
      ...['outlets', 'feeds', 'aliases', 'storylines'].map(
        (name) => `- ${config.at(name)}.json: the file does not exist; create it or correct the path`,
      ),
    ]);
    expect(folder.names()).toEqual([]);
  });

  it('for a configuration of empty lists names each of them', async () => {
    const config = aConfigFolder();
    config.with('outlets.json', { outlets: [] }).with('feeds.json', { feeds: [] });
    config.with('storylines.json', { storylines: [] });
    const { code, notes } = await desk(['run', '--preview'], { DESK_CONFIG: config.path });
    config.remove();
    expect(code).toBe(2);
    for (const list of ['outlets', 'feeds', 'storylines'])
      expect(notes).toContain(`${list}: is empty; list at least one`);
  });

  it.each(START_AND_CHECK)('below a file that should be a folder names the path: %s', async (command) => {
    const data = `${temporaryFolder().write('file', 'not a folder')}/data`;
    const { code, out, notes } = await desk(command.split(' '), { DESK_DATA: data });
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(notes).toContain(data);
    expect(notes).not.toMatch(/bug|\n/);
  });

  it.each(START_AND_CHECK)(
    'where a folder has the database’s name says that it cannot be opened: %s',
    async (command) => {
      const data = temporaryFolder();
      mkdirSync(data.at('desk.db'));
      const { code, out, notes } = await desk(command.split(' '), { DESK_DATA: data.path });
      expect({ code, out }).toEqual({ code: 1, out: [] });
      expect(notes).toMatch(/^desk: The database \S+desk\.db: it cannot be opened; check that the folder exists/);
    },
  );

  it('on a database of a newer version leaves all of it as it was, for the newer version to go on with', async () => {
    const { url } = server.feed('/news').answers(200, rss('Talks before'));
    const { env, database, rows } = liveDesk(url);
    await desk(['migrate'], env);
    const open = new Database(database);
    open.exec("INSERT INTO migration VALUES (9999, '9999_later', 1, 'digest', '2030-01-01T00:00:00.000Z')");
    open.close();
    const { code, out, notes } = await desk(['run', '--preview'], env);
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(notes).toMatch(
      /^desk: The database was changed by a newer Deadline Desk \(9999_later\); this one would damage/,
    );
    expect(notes).not.toContain('\n');
    expect([rows('feed'), rows('journal')]).toEqual([[], []]);
    expect(server.requests).toEqual([]);
  });

  it('without a token asks for one, and keeps the database as it was', async () => {
    const { env, rows } = liveDesk(server.feed('/news').url);
    await desk(['check', '--offline'], env);
    const { code, notes } = await desk(['run'], env);
    expect(code).toBe(2);
    expect(notes).toMatch(/^desk: DISCORD_TOKEN is not set: /);
    expect([rows('item'), rows('message')]).toEqual([[], []]);
    expect(server.requests).toEqual([]);
  });
});
