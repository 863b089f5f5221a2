import { beforeEach, describe, expect, it } from 'vitest';
import { feedCommand } from '../../src/commands/feed.ts';
import type { Call, Command, CommandPorts } from '../../src/domain/command.ts';
import type { DueFeed, ListedFeed } from '../../src/domain/facts.ts';
import { type GuildId, id } from '../../src/domain/ids.ts';
import type { Feeds, Fetched, Store } from '../../src/domain/ports.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { linesOf } from '../cards/reading.ts';
import { aDueFeed, anItem, at, brings, fails, NO_RULES, signs } from '../fakes/nouns.ts';

const HOME: GuildId = id('100');
const AWAY: GuildId = id('101');
const NOW = '2025-07-14T17:00:00Z';

/** A store that lists feeds; a feeds port that answers when it is told to. */
function aWorld(listed: readonly ListedFeed[] = []) {
  const asked: DueFeed[] = [];
  const waiting: ((fetched: Fetched) => void)[] = [];
  const unused = () => {
    throw new Error('a /feed command only reads');
  };
  const store = new Proxy<Store>(Object.create(null), {
    get: (_target, name) => (name === 'feeds' ? async () => listed : unused()),
  });
  const feeds: Feeds = {
    fetch: (due) => {
      asked.push(due);
      return new Promise((resolve) => waiting.push(resolve));
    },
    close: async () => undefined,
  };
  const trapAt = (address: string) => (address.includes('trap') ? 'it is a decoy; use news.example/rss' : null);
  const ports: CommandPorts = { store, feeds, ...NO_RULES, trapAt };
  const answer = async (fetched: Fetched) => {
    await expect.poll(() => waiting.length).toBeGreaterThan(0);
    waiting.shift()?.(fetched);
  };
  return { ports, asked, answer };
}

let feed: Command;
beforeEach(() => {
  feed = feedCommand();
});

function call(subcommand: string, options: Readonly<Record<string, string>> = {}, change: Partial<Call> = {}): Call {
  const where = { member: '300', guild: HOME, channel: id<Call['channel']>('200'), locale: 'en-GB' };
  return { subcommand, options: new Map(Object.entries(options)), ...where, now: at(NOW), ...change };
}

function listed(state: Partial<ListedFeed['state']> = {}, heldUntil: string | null = null): ListedFeed {
  const { nextDeadlineAt: _, ...due } = aDueFeed({}, state);
  return { ...due, heldUntil: heldUntil === null ? null : at(heldUntil) };
}

const GOOD = brings([anItem({ title: 'Envoys **meet**' })], { signs: signs() });
const ADDRESS = 'https://news.example/rss';

/** A test of `url` that the port answers with `fetched`. */
async function test(url: string, fetched: Fetched, world = aWorld()) {
  const reply = feed.run(call('test', { url }), world.ports);
  await world.answer(fetched);
  const { card, ephemeral } = await reply;
  expect(ephemeral).toBe(true);
  return { lines: linesOf(card), asked: world.asked };
}

describe('/feed health', () => {
  it('shows how the feeds are', async () => {
    const { card, ephemeral } = await feed.run(call('health'), aWorld([listed({ verdict: 'healthy' })]).ports);
    expect(ephemeral).toBe(true);
    expect(linesOf(card)[1]).toBe('1 feed: 0 with trouble, 1 healthy');
  });

  it('shows one feed in full by its name, however it is written', async () => {
    const { card } = await feed.run(call('health', { feed: ' BBC-World' }), aWorld([listed()]).ports);
    expect(linesOf(card)[0]).toBe('### Feed **bbc-world**');
  });

  it('refuses a name that no feed has and says where they are', async () => {
    const refused = feed.run(call('health', { feed: 'gossip' }), aWorld([listed()]).ports);
    await expect(refused).rejects.toThrow(
      new Refusal('There is no feed "gossip". /feed list shows the names of all feeds.'),
    );
  });
});

it('/feed list shows feeds, outlets and labels', async () => {
  const { card } = await feed.run(call('list'), aWorld([listed()]).ports);
  expect(linesOf(card)).toContain('**bbc-world** · BBC News, press');
});

describe('/feed test', () => {
  it('is for moderators alone; the rest of the command is for all', () => {
    expect(feed.steering).toBe(false);
    expect(feed.subcommands.map(({ name, steering }) => [name, steering])).toEqual([
      ['health', false],
      ['list', false],
      ['test', true],
      ['add', true],
      ['pause', true],
      ['resume', true],
      ['remove', true],
      ['mute', true],
      ['unmute', true],
    ]);
  });

  it('reads the address as a first poll would and says what it is', async () => {
    const { lines, asked } = await test(ADDRESS, GOOD);
    expect(asked[0]).toMatchObject({ feed: { url: ADDRESS }, state: { verdict: 'new', baselineAt: null } });
    expect(lines.slice(0, 3)).toEqual([
      '### Test of a feed on news.example',
      'Verdict: **healthy (`healthy`)**',
      '“BBC News” · 10 entries',
    ]);
    expect(lines).toContain('It would be polled about every 10 minutes');
    expect(lines).toContain('“Envoys \\*\\*meet\\*\\*”');
  });

  it('judges an address of the catalogue as its feed, and says that it is there', async () => {
    const { lines, asked } = await test('https://feeds.bbci.co.uk/news/world/rss.xml', GOOD, aWorld([listed()]));
    expect(asked[0]?.outlet.hosts).toEqual(['bbc.com', 'bbc.co.uk']);
    expect(lines).toContain('The catalogue has it already, as bbc-world');
  });

  it.each<[string, Fetched]>([
    ['that answers', GOOD],
    ['that fails', fails('http_error')],
  ])('tells the remedy of a known trap %s', async (_what, fetched) => {
    const { lines } = await test('https://trap.example/rss', fetched);
    expect(lines[2]).toBe('Known trap: It is a decoy; use news.example/rss');
  });

  it('of a decoy is not healthy', async () => {
    const { lines } = await test(ADDRESS, brings([], { signs: signs({ pages: 9 }) }));
    expect(lines[1]).toBe('Verdict: **not the feed it seems to be (`decoy`)**');
  });

  it('says plainly that nobody can allow a private address from Discord', async () => {
    const { lines } = await test('http://10.0.0.1/feed', fails('refused_address'));
    expect(lines.join('\n')).toContain('nobody can allow one from Discord');
  });

  it('says when a host allows the next request', async () => {
    const retryAt = at('2025-07-14T18:00Z');
    const { lines } = await test(ADDRESS, fails('rate_limited', { retryAt }));
    expect(lines).toContain('It allows the next request <t:1752516000:R>');
  });

  it.each([
    ['', 'That is no web address.'],
    ['news.example/rss', 'That is no web address.'],
    ['ftp://news.example/rss', 'That is no web address.'],
    ['file:///etc/passwd', 'That is no web address.'],
    [`https://news.example/${'a'.repeat(2_000)}`, 'That is no web address.'],
    ['https://user:word@news.example/rss', 'An address with a name and a password in it is not read.'],
  ])('refuses %j and asks nobody', async (url, says) => {
    const { ports, asked } = aWorld();
    const refused = feed.run(call('test', { url }), ports);
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(says);
    expect(asked).toEqual([]);
  });

  it('leaves a host alone that asked for it', async () => {
    const { ports, asked } = aWorld([listed({}, '2025-07-14T18:00Z')]);
    const refused = feed.run(call('test', { url: 'https://feeds.bbci.co.uk/other.xml' }), ports);
    await expect(refused).rejects.toThrow('feeds.bbci.co.uk asked to be left alone until 14 Jul 2025 18:00 UTC.');
    expect(asked).toEqual([]);
  });
});

describe('tests of one server', () => {
  const later = (seconds: number, guild = HOME) =>
    call('test', { url: ADDRESS }, { guild, now: at(`2025-07-14T17:00:${String(seconds).padStart(2, '0')}Z`) });

  it('come one at a time, and another server’s beside them', async () => {
    const world = aWorld();
    const first = feed.run(later(0), world.ports);
    await expect(feed.run(later(30), world.ports)).rejects.toThrow('Another test is running in this server.');
    const other = feed.run(later(30, AWAY), world.ports);
    await world.answer(GOOD);
    await world.answer(GOOD);
    expect((await Promise.all([first, other])).map(({ ephemeral }) => ephemeral)).toEqual([true, true]);
  });

  it('come every ten seconds at most, and a refusal says when again', async () => {
    const world = aWorld();
    const first = feed.run(later(0), world.ports);
    await world.answer(fails('timeout'));
    await first;
    await expect(feed.run(later(4), world.ports)).rejects.toThrow(
      new Refusal('One test every 10 seconds: try again in 6 seconds.'),
    );
    const next = feed.run(later(10), world.ports);
    await world.answer(GOOD);
    expect(linesOf((await next).card)[1]).toContain('healthy');
  });

  it('wait for no clock that was set back', async () => {
    const world = aWorld();
    const first = feed.run(later(30), world.ports);
    await world.answer(GOOD);
    await first;
    const second = feed.run(later(5), world.ports);
    await world.answer(GOOD);
    expect(linesOf((await second).card)[1]).toContain('healthy');
  });

  it('go on after one that met a bug', async () => {
    const world = aWorld();
    const broken: CommandPorts = {
      ...world.ports,
      feeds: { ...world.ports.feeds, fetch: () => Promise.reject(new Error('a bug')) },
    };
    await expect(feed.run(later(0), broken)).rejects.toThrow('a bug');
    const next = feed.run(later(20), world.ports);
    await world.answer(GOOD);
    expect((await next).ephemeral).toBe(true);
  });
});

it('/feed refuses a subcommand it does not have and names those it has', async () => {
  await expect(feed.run(call('burn'), aWorld().ports)).rejects.toThrow(
    new Refusal(
      '/feed has no subcommand "burn". Try /feed health | list | test | add | pause | resume | remove | mute | unmute.',
    ),
  );
});
