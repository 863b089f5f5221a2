import { describe, expect, it } from 'vitest';
import { runDesk } from '../../src/cli/program.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { VERSION } from '../../src/main.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { aConfigFolder } from '../fakes/configFolder.ts';
import { desk } from '../fakes/deskCommand.ts';
import { at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

/** What people and scripts can call, with what its help must name beside `--help` and the exit codes. */
const COMMANDS: readonly (readonly [command: string, names: readonly string[]])[] = [
  ['run', ['--preview', 'DISCORD_TOKEN', 'DISCORD_TOKEN_FILE', 'DISCORD_CHANNEL_ID', 'DISCORD_GUILD_ID']],
  ['demo', ['--exit', '--seconds <n>', '--data <folder>', '--port <n>']],
  [
    'backtest',
    [
      '--storyline <slug|file>',
      '--items <file>',
      '--until <time>',
      '--against <query|file|slug>',
      '--picture <file>',
      '--json',
    ],
  ],
  ['inspect', ['feed', 'deadlines', 'match', 'developments']],
  ['inspect feed', ['<files...>', 'Exits with 1 when a file is no feed']],
  ['inspect deadlines', ['<file>', 'text', 'published', 'zone', 'outlet', 'storyline']],
  ['inspect match', ['<file>', '--query <query>', '--storyline <slug>']],
  ['inspect developments', ['<file>', '--storyline <slug>']],
  ['check', []],
  ['backup', ['[file]', '--list']],
  ['doctor', []],
  ['restore', ['<file>', '--told-until <instant>', '--check']],
  ['migrate', []],
  ['healthcheck', []],
];

const EXIT_CODES = 'Exit codes: 0 done, 1 failed, 2 wrong usage or configuration, 3 stuck: start again.';
const HINT = '(add --help for what it takes)';

describe('help', () => {
  it.each(COMMANDS)('of %s names what it takes and its exit codes', async (command, names) => {
    const { code, out, notes } = await desk([...command.split(' '), '--help']);
    const text = out.join('\n');
    expect({ code, notes }).toEqual({ code: 0, notes: '' });
    expect(text).toMatch(`Usage: desk ${command}`);
    for (const name of [...names, '--help', EXIT_CODES]) expect(text).toContain(name);
  });

  it('of the whole lists every command', async () => {
    const { code, out } = await desk(['--help']);
    expect(code).toBe(0);
    const listed = [...out.join('\n').matchAll(/^ {2}([a-z]+) /gm)].map(([, name = '']) => name);
    expect(listed).toEqual([
      'run',
      'demo',
      'backtest',
      'eval',
      'inspect',
      'check',
      'settings',
      'board',
      'backup',
      'restore',
      'doctor',
      'addresses',
      'webhooks',
      'export',
      'import',
      'migrate',
      'healthcheck',
      'help',
    ]);
    for (const name of listed.slice(0, -1))
      expect((await desk([name, '--help'])).out.join()).toMatch(`Usage: desk ${name} `);
  });

  it('can be asked for as a command', async () => {
    const [asked, plain] = [await desk(['help', 'backtest']), await desk(['backtest', '--help'])];
    expect(asked).toEqual(plain);
  });
});

describe('the version', () => {
  it('is the package’s, on standard output', async () => {
    expect(await desk(['--version'])).toEqual({ code: 0, out: [VERSION], notes: '', said: VERSION });
    expect(VERSION).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe('wrong usage is 2, and says what is wrong', () => {
  it.each<[string, readonly string[], string]>([
    ['an unknown command', ['runn'], "unknown command 'runn'"],
    ['an unknown kind of inspection', ['inspect', 'feeds'], "unknown command 'feeds'"],
    ['an unknown option', ['check', '--deep'], "unknown option '--deep'"],
    ['a word too many', ['migrate', 'now'], "too many arguments for 'migrate'"],
    ['a missing storyline', ['backtest', '--items', 'a.jsonl'], "required option '--storyline <slug|file>'"],
    ['an option without its value', ['backtest', '--items'], "option '--items <file>' argument missing"],
    ['a missing file', ['inspect', 'deadlines'], "missing required argument 'file'"],
    ['no file at all', ['inspect', 'feed'], "missing required argument 'files'"],
  ])('%s', async (_, words, complaint) => {
    const { code, out, notes } = await desk(words);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toContain(complaint);
    expect(notes).toContain(HINT);
  });

  it.each([
    ['no word at all', [], 'Usage: desk [options] [command]'],
    ['inspect alone', ['inspect'], 'Usage: desk inspect [options] [command]'],
  ])('%s, which gets the help', async (_, words, usage) => {
    const { code, out, notes } = await desk(words);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toContain(usage);
    expect(notes).toContain(EXIT_CODES);
  });
});

describe('wrong configuration is 2, and says where and what to do', () => {
  it.each(['check', 'run', 'run --preview', 'migrate', 'inspect match --query a a.jsonl'])(
    'for %s',
    async (command) => {
      const folder = temporaryFolder();
      const { code, out, notes } = await desk(command.split(' '), {
        DESK_CONFIG: folder.at('gone'),
        DESK_DATA: folder.at('data'),
      });
      expect({ code, out, made: folder.names() }).toEqual({ code: 2, out: [], made: [] });
      expect(notes).toBe(
        `desk: The configuration has one problem:\n- ${folder.at('gone')}: there is no such configuration folder; ` +
          'name one with DESK_CONFIG or unset it for the shipped one',
      );
    },
  );

  it('for a query that cannot be read, with a mark where', async () => {
    const config = aConfigFolder();
    config.with('storylines.json', {
      storylines: [{ slug: 'talks', title: 'Talks', summary: 'Talks.', query: 'Istanbul AND (talk*' }],
    });
    const { code, notes } = await desk(['check'], { DESK_CONFIG: config.path });
    config.remove();
    expect(code).toBe(2);
    expect(notes).toMatch(/storylines\.json line \d+, storylines\[0\]\.query: .*\(at character 14: /);
  });

  it('for run without a token, with the way to do without', async () => {
    const { code, out, notes } = await desk(['run'], { DESK_DATA: temporaryFolder().path });
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toMatch(/^desk: DISCORD_TOKEN is not set: put the bot token .*"desk run --preview"/);
  });
});

describe('what failed is 1', () => {
  const NEWER = "INSERT INTO migration VALUES (9999, '9999_later', 1, 'digest', '2030-01-01T00:00:00.000Z')";

  it.each(['check', 'migrate', 'run --preview'])('for %s on a database of a newer version', async (command) => {
    const folder = temporaryFolder();
    const { engine } = openSqlite(folder.at('desk.db'), at('2025-07-14T00:00Z'));
    await engine.batch([{ sql: NEWER, params: {} }]);
    await engine.close();
    const { code, out, notes } = await desk(command.split(' '), { DESK_DATA: folder.path });
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(notes).toMatch(
      /^desk: The database was changed by a newer Deadline Desk \(9999_later\).*restore the backup/,
    );
  });

  it('for a folder the machine does not give, without calling it a bug', async () => {
    const data = `${temporaryFolder().write('file', '')}/below`;
    const { code, notes } = await desk(['migrate'], { DESK_DATA: data });
    expect(code).toBe(1);
    expect(notes).toContain(data);
    expect(notes).toMatch(/^desk: .*ENOTDIR: not a directory/);
    expect(notes).not.toMatch(/bug|\n/);
  });

  /** `check` at a terminal that cannot be written to, for this reason. */
  async function checkWithout(reason: Error) {
    const notes: string[] = [];
    const terminal: Terminal = {
      out: () => {
        throw reason;
      },
      row: () => undefined,
      note: (line) => void notes.push(line),
      progress: () => undefined,
      done: () => undefined,
    };
    const env = { DESK_DATA: temporaryFolder().path };
    const code = await runDesk(['check', '--offline'], { terminal, env, stopping: new AbortController().signal });
    return { code, notes };
  }

  it.each([
    ['EACCES', /give this user the right to it/],
    ['EISDIR', /that is a folder/],
    ['ENOSPC', /the disk is full: free some space and start again/],
    ['ENOTDIR', /a part of that path is a file/],
    ['EPERM', /give this user the right to it/],
    ['EROFS', /that file system is read-only/],
  ])('for what the machine refuses (%s), with the remedy', async (code, remedy) => {
    const refused = Object.assign(new Error(`${code}: it says no, write '/srv/desk'`), { code });
    const ran = await checkWithout(refused);
    expect(ran).toEqual({ code: 1, notes: [expect.stringMatching(remedy)] });
    expect(ran.notes[0]).toMatch(`desk: ${code}: it says no, write '/srv/desk'; `);
  });

  it('for a bug, told as one with its trace and its cause', async () => {
    const bug = new TypeError('the pipe is upside down', { cause: new Error('the plumber left') });
    const { code, notes } = await checkWithout(bug);
    expect(code).toBe(1);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^desk: this is a bug, please report it with the lines below\nTypeError: the pipe is/);
    expect(notes[0]).toContain('program.test.ts');
    expect(notes[0]).toContain('Caused by: Error: the plumber left');
  });
});

describe('the token', () => {
  const SECRET = 'MTIzNDU2.secret-part.never-shown';

  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['check', ['check', '--offline'], {}],
    ['a refused login', ['run'], { DISCORD_API_URL: 'http://127.0.0.1:9/api' }],
    ['a faulty variable beside it', ['check'], { DESK_HEALTH_PORT: SECRET }],
    ['a token in quotes', ['check'], { DISCORD_TOKEN: `"${SECRET}"` }],
    ['a token in place of a channel', ['run'], { DISCORD_CHANNEL_ID: SECRET }],
    ['a token in place of its file', ['run'], { DISCORD_TOKEN: '', DISCORD_TOKEN_FILE: SECRET }],
    ['a health check', ['healthcheck'], { DESK_HEALTH_PORT: '9' }],
  ])('is never said: %s', async (_, words, env) => {
    const { said } = await desk(words, { DISCORD_TOKEN: SECRET, DESK_DATA: temporaryFolder().path, ...env });
    expect(said).not.toBe('');
    expect(said).not.toContain('secret-part');
  });
});
