import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  type CheckQuery,
  type Config,
  ConfigurationError,
  environment,
  loadConfig,
  settingsFile,
  settingsTables,
} from '../src/config.ts';
import { aConfigFolder, type ConfigFolder, FEED, OUTLET, STORYLINE } from './fakes/configFolder.ts';

let folder: ConfigFolder;
beforeEach(() => {
  folder = aConfigFolder();
});
afterEach(() => {
  vi.unstubAllEnvs();
  folder.remove();
});

type Variables = Readonly<Record<string, string>>;

const load = (env: Variables = {}, checkQuery?: CheckQuery): Config =>
  loadConfig({ env, folder: folder.path, checkQuery });

/** The problems of the configuration, with the folder's own name taken out. */
function problemsOf(env: Variables = {}, checkQuery?: CheckQuery): readonly string[] {
  try {
    load(env, checkQuery);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems.map((problem) => problem.replaceAll(`${folder.path}/`, ''));
  }
}

const SNOWFLAKE = '123456789012345678';

describe('a whole configuration', () => {
  it('is read from the four files', () => {
    const { catalogue, polling, ladder, retentionDays, log } = load();
    expect(catalogue.outlets).toEqual([OUTLET]);
    expect(catalogue.feeds).toEqual([{ ...FEED, guild: null, everyMinutes: 10, enabled: true }]);
    expect(catalogue.storylines).toEqual([{ ...STORYLINE, guild: null, profile: null, deadline: null }]);
    expect(catalogue.aliases).toEqual({ istanbul: ['Istanbul'] });
    expect(polling).toEqual({
      everyMinutes: 10,
      timeoutSeconds: 20,
      concurrency: 8,
      perHost: 2,
      maxMegabytes: 5,
      userAgent: 'DeadlineDesk',
    });
    expect({ retentionDays, log }).toEqual({ retentionDays: 90, log: { level: 'info', format: 'auto' } });
    expect(ladder).toEqual(['30d', '7d', '72h', '24h', '6h', '1h', 'due', 'after24h']);
  });

  it('needs no variable at all', () => {
    const { discord, preview, health, allowedHosts } = load();
    expect(discord).toEqual({
      token: null,
      channel: null,
      guild: null,
      moderators: null,
      dates: null,
      apiUrl: 'https://discord.com/api',
    });
    expect({ preview, health, allowedHosts }).toEqual({
      preview: { host: '127.0.0.1', port: 8080 },
      health: { host: '127.0.0.1', port: 8081 },
      allowedHosts: [],
    });
  });

  it('lets the environment go before the defaults', () => {
    const config = load({
      DISCORD_TOKEN: ' bot.token-1 ',
      DISCORD_CHANNEL_ID: SNOWFLAKE,
      DISCORD_GUILD_ID: SNOWFLAKE,
      DISCORD_API_URL: 'http://127.0.0.1:9000/api/',
      DESK_PREVIEW_HOST: '0.0.0.0',
      DESK_PREVIEW_PORT: '0',
      DESK_HEALTH_HOST: '::1',
      DESK_HEALTH_PORT: '9001',
      DESK_PAGE_HOST: '0.0.0.0',
      DESK_PAGE_PORT: '9002',
      DESK_PAGE_TOKEN: '0123456789abcdef',
      DESK_LOG_LEVEL: 'DEBUG',
      DESK_CONTACT: 'desk@example.org',
      DESK_ALLOWED_HOSTS: '127.0.0.1, LOCALHOST,::1,',
    });
    expect(config.discord.token?.reveal()).toBe('bot.token-1');
    expect(config.discord).toMatchObject({
      channel: SNOWFLAKE,
      guild: SNOWFLAKE,
      apiUrl: 'http://127.0.0.1:9000/api',
    });
    expect(config.preview).toEqual({ host: '0.0.0.0', port: 0 });
    expect(config.health).toEqual({ host: '::1', port: 9001 });
    expect(config.page).toMatchObject({ host: '0.0.0.0', port: 9002 });
    expect(config.page.token?.reveal()).toBe('0123456789abcdef');
    expect(config.log.level).toBe('debug');
    expect(config.polling.userAgent).toBe('DeadlineDesk (+desk@example.org)');
    expect(config.allowedHosts).toEqual(['127.0.0.1', 'localhost', '[::1]']);
  });

  it('takes a variable that is empty or blank for one that is not set', () => {
    expect(problemsOf({ DISCORD_TOKEN: '', DISCORD_CHANNEL_ID: '  ', DESK_PREVIEW_PORT: '' })).toEqual([]);
  });

  it('keeps the database in the data folder, which need not exist yet', () => {
    const { dataFolder, database } = load({ DESK_DATA: join(folder.path, 'later') });
    expect({ dataFolder, database }).toEqual({
      dataFolder: join(folder.path, 'later'),
      database: join(folder.path, 'later', 'desk.db'),
    });
  });

  it('is read from DESK_CONFIG when no folder is given', () => {
    expect(loadConfig({ env: { DESK_CONFIG: folder.path } }).catalogue.feeds).toHaveLength(1);
  });

  it('cannot be changed at any depth', () => {
    const { catalogue, discord } = load({ DISCORD_TOKEN: 'bot.token-1' });
    expect(() => Reflect.apply(Array.prototype.push, catalogue.feeds, [FEED])).toThrow(TypeError);
    expect([discord, catalogue.outlets[0]?.hosts, catalogue.aliases.istanbul].every(Object.isFrozen)).toBe(true);
  });

  it('gives a query of several lines as one text', () => {
    folder.with('storylines.json', { storylines: [{ ...STORYLINE, query: ['@istanbul', 'AND talk*'] }] });
    expect(load().catalogue.storylines[0]?.query).toBe('@istanbul AND talk*');
  });

  it('puts the ladder into the order of its rungs', () => {
    expect(load({ DESK_LADDER: 'due, 24h,30d' }).ladder).toEqual(['30d', '24h', 'due']);
  });

  it('keeps what a feed says of itself over the defaults', () => {
    const feed = { ...FEED, everyMinutes: 60, enabled: false, note: 'Off.', lastVerified: '2026-09-05' };
    folder.with('feeds.json', { about: 'Feeds.', feeds: [feed] });
    expect(load().catalogue.feeds).toEqual([{ ...FEED, guild: null, everyMinutes: 60, enabled: false }]);
  });
});

describe('the environment', () => {
  it('is this process’s own, copied', () => {
    vi.stubEnv('DESK_DATA', '/srv/desk');
    const env = environment();
    vi.stubEnv('DESK_DATA', '/elsewhere');
    expect(env.DESK_DATA).toBe('/srv/desk');
  });
});

describe('the token', () => {
  it.each([
    ['text', (config: Config) => `${config.discord.token}`],
    ['JSON', (config: Config) => JSON.stringify(config)],
    ['a debugger', (config: Config) => inspect(config, { depth: 9, showHidden: true })],
  ])('never shows in %s', (_, print) => {
    const printed = print(load({ DISCORD_TOKEN: 'very-secret' }));
    expect(printed).toContain('***');
    expect(printed).not.toContain('very-secret');
  });

  it('is read from the file that DISCORD_TOKEN_FILE names', () => {
    folder.withText('token', 'from.file\n');
    expect(load({ DISCORD_TOKEN_FILE: join(folder.path, 'token') }).discord.token?.reveal()).toBe('from.file');
  });

  const ALONE = 'put in the bot token alone, without quotes, spaces or the word Bot';
  it.each<[string, Variables, string]>([
    [
      'twice',
      { DISCORD_TOKEN: 'a', DISCORD_TOKEN_FILE: 'b' },
      'DISCORD_TOKEN: DISCORD_TOKEN_FILE is set as well; keep one of them',
    ],
    ['in quotes', { DISCORD_TOKEN: '"secret-one"' }, `DISCORD_TOKEN: holds characters that no token has; ${ALONE}`],
    [
      'behind its scheme',
      { DISCORD_TOKEN: 'Bot secret-one' },
      `DISCORD_TOKEN: holds characters that no token has; ${ALONE}`,
    ],
    [
      'in place of its file',
      { DISCORD_TOKEN_FILE: '/nowhere/secret-one' },
      'DISCORD_TOKEN_FILE: the file does not exist; create it or correct the path',
    ],
  ])('is refused %s without being repeated', (_, env, problem) => {
    expect(problemsOf(env)).toEqual([problem]);
    expect(problem).not.toContain('secret-one');
  });

  it('is refused from an empty file', () => {
    folder.withText('token', '\n');
    const env = { DISCORD_TOKEN_FILE: join(folder.path, 'token') };
    expect(problemsOf(env)).toEqual(['DISCORD_TOKEN_FILE: names an empty file; put the secret in it and nothing else']);
  });
});

describe('a faulty variable', () => {
  it.each([
    ['DISCORD_CHANNEL_ID', 'general', /^DISCORD_CHANNEL_ID: is no Discord id .*Copy Channel ID$/],
    ['DISCORD_CHANNEL_ID', SNOWFLAKE, /^DISCORD_CHANNEL_ID: names a channel without its server; set DISCORD_GUILD_ID/],
    ['DISCORD_GUILD_ID', '12', /^DISCORD_GUILD_ID: is no Discord id .*Copy Server ID$/],
    ['DISCORD_API_URL', 'ftp://discord.example', /^DISCORD_API_URL: is no web address; write one/],
    ['DESK_PREVIEW_PORT', '65536', /^DESK_PREVIEW_PORT: is no port; write a number/],
    ['DESK_HEALTH_PORT', 'http', /^DESK_HEALTH_PORT: is no port; write a number/],
    ['DESK_HEALTH_PORT', '8080', /^DESK_PREVIEW_PORT: is the port of DESK_HEALTH_PORT as well/],
    ['DESK_PAGE_PORT', '8081', /^DESK_PAGE_PORT: is the port of DESK_HEALTH_PORT as well/],
    [
      'DESK_PAGE_HOST',
      '0.0.0.0',
      /^DESK_PAGE_HOST: lets other machines read the desk page; set DESK_PAGE_TOKEN as well/,
    ],
    ['DESK_PUBLIC_URL', 'desk.example.org', /^DESK_PUBLIC_URL: is no web address/],
    ['DESK_PAGE_TOKEN', 'too-short', /^DESK_PAGE_TOKEN: is too short, .*; put in 16 letters/],
    ['DESK_PREVIEW_HOST', 'http://localhost', /^DESK_PREVIEW_HOST: is no host; write/],
    ['DESK_HEALTH_HOST', 'localhost:80', /^DESK_HEALTH_HOST: is no host; write/],
    ['DESK_LOG_LEVEL', 'wran', /^DESK_LOG_LEVEL: is no log level; did you mean "warn"\?$/],
    ['DESK_CONTACT', 'me', /^DESK_CONTACT: is neither a web address nor an e-mail address/],
    ['DESK_CONTACT', 'me@example.org)\u0000', /^DESK_CONTACT: is neither/],
    ['DESK_ALLOWED_HOSTS', 'localhost,http://x', /^DESK_ALLOWED_HOSTS: has an entry that is no host/],
    ['DESK_LADDER', '30d,soon', /^DESK_LADDER: names a step that there is not; use any of 30d, 7d/],
    ['DESK_DATES', 'ask', /^DESK_DATES: is no way to take dates; use one of propose, auto$/],
    ['DESK_GATE_PING', '1', /^DESK_GATE_PING: asks for fewer origins than DESK_GATE_POST; raise it$/],
    ['DESK_CAP_POSTS', '61', /^DESK_CAP_POSTS: is no whole number from 1 to 60; write one$/],
    ['DESK_PREVEIW_PORT', '80', /^DESK_PREVEIW_PORT: is no setting; did you mean "DESK_PREVIEW_PORT"\?$/],
    ['DESK_SETTINGS', '/nowhere/desk.env', /^DESK_SETTINGS: the file does not exist; create it or correct the path$/],
    ['DESK_DATA', import.meta.filename, /^DESK_DATA: names a file; name a folder/],
  ])('%s=%s is named with its remedy', (name, value, problem) => {
    expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(problem)]);
  });
});

describe('the settings file', () => {
  /** Its settings as a load takes them; the file is called `desk.env` in problems. */
  const settings = (text: string): Variables => {
    folder.withText('desk.env', text);
    return { DESK_SETTINGS: join(folder.path, 'desk.env') };
  };

  it('holds what the environment does not say', () => {
    const env = settings('# mine\nexport DESK_HEALTH_PORT=9001\nDESK_LOG_LEVEL="debug"\nDESK_CONTACT=\n');
    const { health, log, settings: all } = load({ ...env, DESK_LOG_LEVEL: 'warn' });
    expect({ port: health.port, level: log.level }).toEqual({ port: 9001, level: 'warn' });
    expect(all).toContainEqual({ name: 'DESK_LOG_LEVEL', text: 'warn', from: 'environment' });
    expect(all).toContainEqual({
      name: 'DESK_HEALTH_PORT',
      text: '9001',
      from: `${join(folder.path, 'desk.env')} line 2`,
    });
    expect(all).toContainEqual({ name: 'DESK_CAP_PINGS', text: '4', from: 'default' });
  });

  it('may name the file of a secret, which is shown to nobody', () => {
    folder.withText('token', 'from.file\n');
    const { discord, settings: all } = load(settings(`DISCORD_TOKEN_FILE=${join(folder.path, 'token')}`));
    expect(discord.token?.reveal()).toBe('from.file');
    expect(all[0]).toMatchObject({ name: 'DISCORD_TOKEN', text: '***' });
  });

  it.each([
    ['a fault in it', 'DESK_DATA=x\nDESK_POLL_MINUTES=1\n', 'desk.env line 2, DESK_POLL_MINUTES: is no whole number'],
    ['a name of nobody', 'DESK_COLOUR=red', 'desk.env line 1, DESK_COLOUR: is no setting; "desk settings" lists'],
    ['a slip', 'DISCORD_TOKEN_FIEL=x', 'DISCORD_TOKEN_FIEL: is no setting; did you mean "DISCORD_TOKEN_FILE"?'],
    ['a missing secret', 'DISCORD_TOKEN_FILE=/nowhere/x', 'line 1, DISCORD_TOKEN_FILE: the file does not exist'],
  ])('tells %s with its line', (_, text, words) => {
    expect(problemsOf(settings(text))).toEqual([expect.stringContaining(words)]);
  });
});

describe('what is documented', () => {
  const read = (name: string) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

  it('in desk.env.example is every setting with its default ("desk settings" prints it)', () => {
    expect(read('desk.env.example')).toBe(settingsFile());
  });

  it('in docs/settings.md is the table of the same ("desk settings --table" prints it)', () => {
    expect(read('docs/settings.md')).toContain(settingsTables().trimEnd());
  });

  it('holds as it stands once it is uncommented', () => {
    const lines = settingsFile().match(/^#[A-Z_]+=.+$/gm) ?? [];
    const env = Object.fromEntries(lines.map((line) => line.slice(1).split('=', 2)));
    expect(Object.keys(env)).toContain('DESK_LADDER');
    const { settings: written, ...uncommented } = load(env);
    const { settings: usual, ...config } = load();
    expect(uncommented).toEqual(config);
    expect(written.map(({ text }) => text)).toEqual(usual.map(({ text }) => text));
  });
});

describe('a faulty folder', () => {
  it('that does not exist is one problem, not four', () => {
    const missing = join(folder.path, 'gone');
    expect(() => loadConfig({ env: { DESK_CONFIG: missing } })).toThrow(
      `The configuration has one problem:\n- ${missing}: there is no such configuration folder; name one with DESK_CONFIG or unset it for the shipped one`,
    );
  });

  it.each(['outlets.json', 'feeds.json', 'storylines.json', 'aliases.json'] as const)(
    'without %s says that it is missing, and nothing that only follows from it',
    (file) => {
      folder.without(file);
      expect(problemsOf()).toEqual([`${file}: the file does not exist; create it or correct the path`]);
    },
  );

  it('with an empty file says so', () => {
    folder.withText('feeds.json', ' \n');
    expect(problemsOf()).toEqual(['feeds.json: the file is empty; copy the shipped file of this name and change it']);
  });

  it('with broken JSON names line, column and remedy', () => {
    folder.withText('feeds.json', '{\n  "feeds": [],\n}');
    expect(problemsOf()).toEqual([
      'feeds.json line 2, column 14: not valid JSON: nothing follows this comma; remove it',
    ]);
  });

  it('tells every problem of every file and variable at once', () => {
    folder.with('outlets.json', { outlets: [{ ...OUTLET, label: 'pres' }] });
    folder.with('feeds.json', { feeds: [{ ...FEED, url: 'x', everyMinutes: 1 }] });
    expect(problemsOf({ DESK_PREVIEW_PORT: 'x', DESK_RETENTION_DAYS: '0' })).toHaveLength(5);
  });
});

describe('a faulty entry', () => {
  it('is named by file, line and path, with the nearest name that would do', () => {
    folder.with('feeds.json', { feeds: [FEED, { ...FEED, id: 'other', url: 'https://x.example/', outlet: 'bcc' }] });
    expect(problemsOf()).toEqual([
      'feeds.json line 10, feeds[1].outlet: "bcc" is not in outlets.json; did you mean "bbc"?',
    ]);
  });

  it.each<[string, object, string]>([
    ['an unknown label', { label: 'blog' }, 'outlets[0].label: "blog" is not known here; use one of official-legal, '],
    ['a misspelt label', { label: 'pres' }, 'outlets[0].label: "pres" is not known here; did you mean "press"?'],
    ['a zone that is none', { zone: 'Europe/Kiew' }, 'outlets[0].zone: "Europe/Kiew" is no IANA time zone; use a name'],
    ['a zone without summer time', { zone: 'EST' }, 'outlets[0].zone: "EST" is no IANA time zone; use a name'],
    ['a host with a scheme', { hosts: ['https://bbc.com'] }, 'outlets[0].hosts[0]: "https://bbc.com" is no host name;'],
    ['a name in texts that is empty', { names: [' '] }, 'outlets[0].names[0]: " " is empty'],
    ['no host', { hosts: [] }, 'outlets[0].hosts: is empty; name at least one'],
    ['a country written out', { state: 'Germany' }, 'outlets[0].state: "Germany" is no country code;'],
    ['a name of another kind', { name: 7 }, 'outlets[0].name: 7 should be a text in double quotes'],
    ['a missing name', { name: undefined }, 'outlets[0].name: is missing; add it'],
    ['an unknown name', { colour: 'red' }, 'outlets[0].colour: is no known name here; correct or remove it'],
    ['an id in capitals', { id: 'BBC' }, 'outlets[0].id: "BBC" is no id; use lower-case letters'],
  ])('of outlets.json: %s', (_, change, words) => {
    folder.with('outlets.json', { outlets: [{ ...OUTLET, ...change }] });
    expect(problemsOf()[0]).toContain(words);
  });

  it.each<[string, object, string]>([
    ['an address that is none', { url: 'feeds.example' }, 'feeds[0].url: "feeds.example" is no web address; write one'],
    ['another scheme', { url: 'file:///etc/passwd' }, 'feeds[0].url: "file:///etc/passwd" is no web address;'],
    [
      'credentials',
      { url: 'https://reader:hunter2@x.example/' },
      'feeds[0].url: "https://…@x.example/" holds a name or password, which the desk never sends; use an address that is',
    ],
    ['a name without password', { url: 'https://reader@x.example/' }, 'feeds[0].url: "https://…@x.example/" holds a'],
    ['polling too often', { everyMinutes: 1 }, 'feeds[0].everyMinutes: 1 is too small; use at least 5'],
    ['half a minute', { everyMinutes: 7.5 }, 'feeds[0].everyMinutes: 7.5 should be a whole number'],
    ['a date in another form', { lastVerified: '5.9.2026' }, 'feeds[0].lastVerified: "5.9.2026" is no date; write it'],
  ])('of feeds.json: %s', (_, change, words) => {
    folder.with('feeds.json', { feeds: [{ ...FEED, ...change }] });
    expect(problemsOf()).toEqual([expect.stringContaining(words)]);
  });

  it('does not blame a feed for the faults of its outlet', () => {
    folder.with('outlets.json', { outlets: [{ ...OUTLET, zone: 'Mars' }] });
    expect(problemsOf()).toHaveLength(1);
  });

  it.each<[string, 'outlets.json' | 'feeds.json' | 'storylines.json', object, string]>([
    ['an outlet’s id', 'outlets.json', { outlets: [OUTLET, OUTLET] }, 'outlets[1].id: "bbc" is used on line 3 already'],
    [
      'a feed’s id',
      'feeds.json',
      { feeds: [FEED, { ...FEED, url: 'https://x.example/' }] },
      'feeds[1].id: "bbc-world"',
    ],
    ['a feed’s address', 'feeds.json', { feeds: [FEED, { ...FEED, id: 'again' }] }, 'feeds[1].url: "https://feeds.exa'],
    ['a slug', 'storylines.json', { storylines: [STORYLINE, STORYLINE] }, 'storylines[1].slug: "istanbul-talks" is'],
  ])('is one that repeats %s', (_, file, content, words) => {
    folder.with(file, content);
    expect(problemsOf()).toEqual([expect.stringContaining(words)]);
  });

  it('is a list without entries', () => {
    folder.with('storylines.json', { storylines: [] });
    expect(problemsOf()).toEqual([
      'storylines.json line 2, storylines: is empty; list at least one, or copy the shipped file',
    ]);
  });

  it('is an alias set written twice, of which JSON would drop the first', () => {
    folder.withText('aliases.json', '{"aliases": {"istanbul": ["Istanbul"],\n"istanbul": ["Stamboul"]}}');
    expect(problemsOf()).toEqual(['aliases.json line 2, aliases.istanbul: is written twice; keep one']);
  });

  it('is an alias set that no query can name', () => {
    folder.with('aliases.json', { aliases: { istanbul: ['Istanbul'], 'Abu Dhabi': ['Abu Dhabi'] } });
    expect(problemsOf()).toEqual([expect.stringContaining('aliases.Abu Dhabi: is no name for a set')]);
  });
});

describe('queries', () => {
  const track = {
    issuer: { name: 'Washington', query: '@istambul' },
    target: { name: 'Russia', query: '@nobody' },
    zone: 'UTC',
  };

  it('may use no alias that is not there', () => {
    folder.with('storylines.json', { storylines: [{ ...STORYLINE, deadline: track }] });
    expect(problemsOf()).toEqual([
      'storylines.json line 11, storylines[0].deadline.issuer.query: "@istambul" is no set of aliases; did you mean "istanbul"?',
      'storylines.json line 15, storylines[0].deadline.target.query: "@nobody" is no set of aliases; add it to the aliases or write the names out',
    ]);
  });

  it('are shown to whoever knows their language, with the aliases', () => {
    const checkQuery: CheckQuery = (query, aliases) =>
      query.includes('AND') ? `AND is not for us; we know ${Object.keys(aliases).join()}` : null;
    expect(problemsOf({}, checkQuery)).toEqual([
      'storylines.json line 7, storylines[0].query: AND is not for us; we know istanbul',
    ]);
  });

  it('are not blamed for a faulty alias set, which is told once', () => {
    expect(problemsOf({}, () => 'no good')).toEqual([expect.stringContaining('aliases.istanbul: no good')]);
  });
});
