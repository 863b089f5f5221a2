import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aConfigFolder, type ConfigFolder, FEED, STORYLINE } from '../fakes/configFolder.ts';
import { desk, type Variables } from '../fakes/deskCommand.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/discord.ts';
import { CHANNEL, GUILD, TOKEN } from '../fakes/discord/world.ts';
import { type FeedServer, startFeedServer } from '../fakes/feedServer.ts';
import { rss } from '../fakes/liveDesk.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

let config: ConfigFolder;
beforeEach(() => {
  config = aConfigFolder();
});
afterEach(() => config.remove());

const PLACE = { DISCORD_CHANNEL_ID: '123456789012345678', DISCORD_GUILD_ID: '123456789012345679' };

/** Without anything outside this machine. */
function check(env: Variables = {}) {
  return desk(['check', '--offline'], { DESK_CONFIG: config.path, DESK_DATA: temporaryFolder().at('data'), ...env });
}

describe('check', () => {
  it('passes the shipped configuration', async () => {
    const { code, notes } = await desk(['check', '--offline'], { DESK_DATA: temporaryFolder().path });
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
  });

  it('says what there is, and makes the database', async () => {
    const data = temporaryFolder().at('data');
    const { code, out } = await check({ DESK_DATA: data });
    expect(code).toBe(0);
    expect(out.slice(out.indexOf('') + 1)).toEqual([
      'catalogue  1 outlets, 1 feeds (1 polled, every 10 min by default)',
      'storylines 1, 0 of them with deadlines; every query compiles',
      `database   ${data}/desk.db: can be written, and its schema is the newest`,
      'discord    DISCORD_TOKEN is not set: only "desk run --preview" and "desk demo" will work',
      'channel    DISCORD_CHANNEL_ID is not set: nothing would be posted',
      'dates      stand once 2 independent outlets name the day, ping at 3; counts, truces and extensions are proposed in the channel itself',
    ]);
  });

  it('counts feeds that are switched off apart', async () => {
    config.with('feeds.json', { feeds: [FEED, { ...FEED, id: 'off', url: 'https://off.example/', enabled: false }] });
    expect((await check()).out).toContainEqual(expect.stringContaining('2 feeds (1 polled'));
  });

  it('says that a token is set, and never which', async () => {
    const { out, said } = await check({ DISCORD_TOKEN: 'bot.secret-1', ...PLACE });
    expect(out.slice(out.indexOf('') + 4)).toEqual([
      'discord    token *** (set), API https://discord.com/api',
      'channel    123456789012345678 in server 123456789012345679',
      expect.stringContaining('dates      stand once 2 independent outlets'),
    ]);
    expect(said).not.toContain('secret-1');
  });

  it('prints every setting as it holds, and where it was written', async () => {
    const { out } = await check({ DISCORD_TOKEN: 'bot.secret-1', DESK_LADDER: 'due' });
    expect(out[0]).toMatch(/^DISCORD_TOKEN +\*\*\* \(environment\)$/);
    expect(out).toContainEqual(expect.stringMatching(/^DESK_LADDER +due \(environment\)$/));
    expect(out).toContainEqual(expect.stringMatching(/^DESK_CAP_POSTS +12 \(default\)$/));
    expect(out).toContainEqual(expect.stringMatching(/^DISCORD_CHANNEL_ID +– \(not set\)$/));
  });

  it('warns of a query that would find nearly everything, or nothing', async () => {
    const other = { ...STORYLINE, slug: 'nothing', query: 'oil NOT oil' };
    config.with('storylines.json', { storylines: [{ ...STORYLINE, query: 'says OR will' }, other] });
    const { code, notes } = await check();
    expect(code).toBe(0);
    expect(notes).toMatch(/warning: storyline istanbul-talks: This would find about one item in \d+ of news at large/);
    expect(notes).toMatch(/warning: storyline nothing: This finds nothing: whatever holds oil also holds oil/);
  });

  it('refuses a channel without its server, as run does', async () => {
    const { code, notes } = await check({ ...PLACE, DISCORD_GUILD_ID: '' });
    expect(code).toBe(2);
    expect(notes).toMatch(/DISCORD_CHANNEL_ID: names a channel without its server; set DISCORD_GUILD_ID as well/);
  });

  it('tells every problem at once, each with its place', async () => {
    config.with('feeds.json', { feeds: [{ ...FEED, outlet: 'bcc' }] });
    config.with('storylines.json', { storylines: [{ ...STORYLINE, query: '@istanbul AND' }] });
    const { code, out, notes } = await check({ DESK_LOG_LEVEL: 'loud' });
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toContain('The configuration has 3 problems:');
    expect(notes).toMatch(/DESK_LOG_LEVEL: is no log level; use one of/);
    expect(notes).toMatch(/feeds\.json line \d+, feeds\[0\]\.outlet: "bcc" .*did you mean "bbc"\?/);
    expect(notes).toMatch(/storylines\.json line \d+, storylines\[0\]\.query: /);
  });

  it('warns of a feed that stands at a known trap, and passes', async () => {
    const traps = [{ address: 'feeds.example/*', says: 'it closed; use news.example/rss' }];
    const off = { ...FEED, id: 'off', url: 'https://feeds.example/off', enabled: false };
    config.with('feeds.json', { feeds: [FEED, off], traps });
    const { code, notes } = await check();
    expect(code).toBe(0);
    expect(notes).toMatch(
      /^desk: warning: .*feeds\.json line \d+, feeds\[0\]\.url: "https:\/\/feeds\.example\/world\.xml" is a known trap: it closed; use news\.example\/rss$/,
    );
  });

  it('names a database that is none', async () => {
    const data = temporaryFolder();
    data.write('desk.db', 'A letter to nobody, long enough to be taken for the page of a database. '.repeat(20));
    const { code, out, notes } = await check({ DESK_DATA: data.path });
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(notes).toMatch(/^desk: The database .*desk\.db: it is damaged or no SQLite database; restore the last/);
  });
});

describe('check of what is outside', () => {
  let server: FeedServer;
  let discord: FakeDiscord;
  beforeEach(async () => {
    server = await startFeedServer();
    discord = await fakeDiscord();
  });
  afterEach(async () => {
    await server.close();
    await discord.close();
    expect(discord.violations).toEqual([]);
  });

  /** The rows behind the settings, and all notes; `more` goes before a desk that may do everything. */
  async function outside(more: Variables = {}) {
    const url = (path: string, status: number) => server.feed(path).answers(status, rss('Rain')).url;
    const addresses = [url('/well', 200), url('/gone', 404)];
    config.with('feeds.json', { feeds: addresses.map((each, index) => ({ ...FEED, id: `feed-${index}`, url: each })) });
    const { code, out, notes } = await desk(['check'], {
      DESK_CONFIG: config.path,
      DESK_DATA: temporaryFolder().at('data'),
      DESK_ALLOWED_HOSTS: '127.0.0.1',
      DISCORD_API_URL: discord.apiUrl,
      DISCORD_TOKEN: TOKEN,
      DISCORD_GUILD_ID: GUILD,
      DISCORD_CHANNEL_ID: CHANNEL,
      ...more,
    });
    return { code, notes: notes.split('\n'), rows: out.slice(-3) };
  }

  it('passes where all can be reached, and names the feed that cannot', async () => {
    const { code, notes, rows } = await outside();
    expect({ code, rows }).toEqual({
      code: 0,
      rows: [
        'login      Discord takes the token; its channels can be read and written',
        expect.stringMatching(
          /^invite {5}https:\/\/discord\.com\/oauth2\/authorize\?client_id=\d+&scope=bot\+applications\.commands&permissions=\d+$/,
        ),
        'feeds      1 of 2 answer',
      ],
    });
    expect(notes).toEqual([expect.stringMatching(/^desk: warning: feed feed-1: .*404/)]);
    expect(discord.asked('PUT')).toEqual([]);
  });

  it('names what the bot may not do, where, and what to do', async () => {
    discord.channel(CHANNEL).forbids('sending', 'reading');
    const { code, notes } = await outside({ DISCORD_MODERATORS_CHANNEL_ID: '300000000000000001' });
    expect(code).toBe(1);
    expect(notes.slice(1)).toEqual([
      `desk: DISCORD_CHANNEL_ID: the bot lacks Send Messages, Read Message History in channel ${CHANNEL}; allow it in the channel's settings`,
      'desk: DISCORD_MODERATORS_CHANNEL_ID: the bot sees no channel 300000000000000001; invite it to that server, or allow it View Channels there',
    ]);
  });

  it('names a server that is not the channel’s', async () => {
    const { notes } = await outside({ DISCORD_GUILD_ID: '300000000000000002' });
    expect(notes[1]).toMatch(/channel \d+ is in server \d+; set DISCORD_GUILD_ID to it/);
  });

  it('names a token that is not taken, and does not say it', async () => {
    const { code, notes } = await outside({ DISCORD_TOKEN: 'a-wrong-token' });
    expect(code).toBe(1);
    expect(notes[1]).toMatch(/^desk: Discord does not accept the bot token\. Set DISCORD_TOKEN/);
    expect(notes.join()).not.toContain('a-wrong-token');
  });

  it('fails when no feed answers at all', async () => {
    const { code, notes } = await outside({ DESK_ALLOWED_HOSTS: '' });
    expect(code).toBe(1);
    expect(notes.at(-1)).toMatch(/^desk: no feed answers \(2 asked\); check this machine's network/);
  });
});
