/**
 * A desk that is killed without warning and started again shows each message once and forgets none; one that is asked
 * to stop does so at once. The desk is a process of its own here, so that a kill is a kill.
 */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aConfigFolder, FEED } from './fakes/configFolder.ts';
import { startFeedServer } from './fakes/feedServer.ts';
import { buildDesk } from './fakes/line/built.ts';
import { type DeskOptions, type EndedDesk, killDesks, startDesk } from './fakes/line/desk.ts';
import { ask, behind, deadlineOf, missing, type Records, readRecords, tooMany } from './fakes/line/records.ts';

const MINUTES = 60_000;
const root = mkdtempSync(join(tmpdir(), 'desk-kill-'));

beforeAll(buildDesk, MINUTES);
afterAll(() => {
  killDesks();
  rmSync(root, { recursive: true, force: true });
});

const read = (words: RegExp, nth: number): DeskOptions => ({ signalAt: { words, nth, signal: 'SIGKILL' } });
const POST = /^\S+ \S+ {2}post {2}/;

/**
 * Each kill meets the desk that the kill before it left behind. Before, in and after the same first post, so that its
 * third try is too late for the nonce and has to look for its marker in the channel; then over the whole play.
 */
const KILLS: readonly (readonly [when: string, options: DeskOptions])[] = [
  ['before the first post is written', { dies: 'before 1 posted' }],
  ['with half of the same post written', { dies: 'half 1 posted' }],
  ['with that post written and nobody told', { dies: 'after 1 posted' }],
  ['with its edit written and nobody told', { dies: 'after 1 edited' }],
  ['when the fifth post after that is read', read(POST, 5)],
  ['when the date is brought forward', read(/ {2}post {2}change /, 1)],
  ['half through a later edit', { dies: 'half 4 edited' }],
  ['when the next reminder is read', read(/ {2}post {2}rung /, 1)],
  ['with a later post written and nobody told', { dies: 'after 9 posted' }],
  ['when the date has passed', read(/outcome unknown/, 1)],
];

const WHENS = KILLS.map(([when], index) => [when, index] as const);

/** Five weeks, polled seldom: to the end in seconds. */
const demoIn = (folder: string) => [
  ...['demo', '--exit', '--seconds', '0', '--port', '0', '--data', folder],
  ...['--from', '2025-07-12', '--every', '240'],
];

async function runToEnd(folder: string): Promise<Records> {
  const { code, notes } = await startDesk(demoIn(folder)).ended;
  expect({ code, notes }).toMatchObject({ code: 0 });
  return readRecords(folder);
}

const keysOf = ({ board }: Records, ...kinds: readonly string[]) =>
  board.filter((row) => kinds.includes(row.subject_kind)).map((row) => row.key);

const chainOf = (records: Records) =>
  deadlineOf(records, 'ceasefire-deadline').versions.map(({ change, window: { earliest, latest }, saidAt }) => ({
    ...{ change, earliest, latest, saidAt },
  }));

describe('a desk killed again and again', () => {
  const folder = join(root, 'killed');
  const deaths: EndedDesk[] = [];
  const between: Records[] = [];
  let killed: Records;
  let undisturbed: Records;

  const killAndRestart = async () => {
    for (const [, options] of KILLS) {
      deaths.push(await startDesk(demoIn(folder), options).ended);
      between.push(await readRecords(folder));
    }
    return runToEnd(folder);
  };

  beforeAll(async () => {
    [killed, undisturbed] = await Promise.all([killAndRestart(), runToEnd(join(root, 'undisturbed'))]);
  }, 3 * MINUTES);

  it.each(WHENS)('was really killed %s', (_, index) => {
    expect(deaths[index]).toMatchObject({ signal: 'SIGKILL' });
  });

  it.each(WHENS)('killed %s had posted nothing twice and lost nothing', (_, index) => {
    const records = between[index];
    expect(records && [...tooMany(records), ...missing(records)]).toEqual([]);
  });

  it('shows no message twice', () => {
    expect(tooMany(killed)).toEqual([]);
  });

  it('shows every message, as it should read now', () => {
    expect([...behind(killed), ...missing(killed)]).toEqual([]);
    expect(killed.events.filter((event) => event.kind === 'posted')).toHaveLength(killed.board.length);
  });

  it('has the whole chain of the ceasefire deadline', () => {
    expect(chainOf(killed).map((version) => version.change)).toEqual([
      ...['set', 'brought_forward', 'fixed', 'passed_unknown', 'superseded'],
    ]);
    expect(chainOf(killed)).toEqual(chainOf(undisturbed));
  });

  it('tells the same deadlines, changes and reminders as a desk that nobody killed', () => {
    const kinds = ['deadline', 'change', 'rung'] as const;
    expect(keysOf(killed, 'rung').length).toBeGreaterThan(5);
    expect(keysOf(killed, ...kinds)).toEqual(keysOf(undisturbed, ...kinds));
  });

  it('reads, message by message, like the channel of a desk that nobody killed', () => {
    const cards = ({ board }: Records) => board.map(({ key, digest }) => `${key} ${digest}`);
    expect(cards(killed)).toEqual(cards(undisturbed));
  });

  it('fires each reminder once at most, and posts each that was fired', async () => {
    const rungs = "SELECT subject FROM journal WHERE kind = 'rung.fired' GROUP BY subject, data HAVING COUNT(*) > 1";
    expect(await ask(folder, rungs)).toEqual([]);
    const fired = await ask(
      folder,
      "SELECT deadline || '/' || version || '/' || name AS rung FROM rung WHERE state = 'fired'",
    );
    const posted = keysOf(killed, 'rung').map((key) => key.replace(/^rung:(.*\/\d+\/\w+)@.*$/, '$1'));
    expect(posted.sort()).toEqual(fired.map(({ rung }) => rung).sort());
  });

  it('would be caught showing a message twice, or losing one', () => {
    const { events } = killed;
    const lost = { ...killed, events: events.slice(1) };
    const doubled = { ...killed, events: [...events, ...events.slice(0, 1)] };
    const late = { ...killed, board: killed.board.map((row) => ({ ...row, wanted_rev: row.wanted_rev + 1 })) };
    expect(missing(lost)).not.toEqual([]);
    expect(tooMany(doubled)).not.toEqual([]);
    expect(behind(late)).not.toEqual([]);
  });
});

describe('a desk that cannot begin', () => {
  it('ends when the port of its page is taken, and says what to do', async () => {
    const server = await startFeedServer();
    const port = server.host.split(':')[1] ?? '';
    const ended = await startDesk(['demo', '--port', port, '--data', join(root, 'taken')]).ended;
    await server.close();
    expect(ended).toMatchObject({ code: 2, signal: null });
    expect(ended.notes).toMatch(/cannot listen.*Choose another port/);
  });
});

describe('a desk that is asked to stop', () => {
  const SOON = 2_000;
  const term = (words: RegExp, nth: number): DeskOptions => ({ signalAt: { words, nth, signal: 'SIGTERM' } });
  const demo = (folder: string, ...more: readonly string[]) => [
    ...['demo', '--port', '0', '--data', folder, '--from', '2025-07-14', ...more],
  ];

  it.each([
    ['in the middle of its play', ['--seconds', '60'], POST],
    ['while its page stays up', ['--seconds', '0', '--until', '2025-07-14'], /messages posted/],
  ])('%s, the demo ends at once and leaves a whole database', async (when, more, words) => {
    const folder = join(root, when);
    const ended = await startDesk(demo(folder, ...more), term(words, 1)).ended;
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.stoppedAfter).toBeLessThan(SOON);
    expect(existsSync(join(folder, 'demo.db-wal'))).toBe(false);
    const records = await readRecords(folder);
    expect(records.events.length).toBeGreaterThan(0);
    expect([...tooMany(records), ...missing(records)]).toEqual([]);
  });

  it('says so by its exit code when someone waits for the summary of the whole', async () => {
    const ended = await startDesk(demo(join(root, 'waited for'), '--seconds', '60', '--exit'), term(POST, 1)).ended;
    expect(ended).toMatchObject({ code: 1, signal: null });
    expect(ended.notes).toMatch(/Stopped before the end/);
  });

  it('leaves a feed that says nothing, keeps what the others brought, and ends at once', async () => {
    const server = await startFeedServer();
    const silent = server.feed('/silent').keepsSilent();
    const item = '<item><title>Talks in Istanbul begin</title><link>https://bbc.com/news/articles/c1</link></item>';
    const good = server
      .feed('/good')
      .answers(200, `<rss version="2.0"><channel><title>World</title>${item}</channel></rss>`);
    const config = aConfigFolder().with('feeds.json', {
      feeds: [
        { ...FEED, id: 'silent', url: silent.url },
        { ...FEED, id: 'good', url: good.url },
      ],
    });
    const env = {
      ...{ DESK_CONFIG: config.path, DESK_DATA: join(root, 'preview'), DESK_ALLOWED_HOSTS: '127.0.0.1' },
      ...{ DESK_PREVIEW_PORT: '0', DESK_HEALTH_PORT: '0', DESK_PAGE_PORT: '0' },
    };
    const desk = startDesk(['run', '--preview'], { env });
    const feeds = () => ask(env.DESK_DATA, 'SELECT id, verdict FROM feed ORDER BY id', 'desk.db');
    await vi.waitFor(() => expect(server.requests).toHaveLength(2), { timeout: 15_000 });
    await vi.waitFor(async () => expect(await feeds()).toMatchObject([{ verdict: 'healthy' }, {}]), { timeout: 5_000 });
    desk.signal('SIGTERM');
    const ended = await desk.ended;
    await server.close();
    config.remove();
    expect(ended).toMatchObject({ code: 0, signal: null });
    expect(ended.stoppedAfter).toBeLessThan(SOON);
    expect(existsSync(join(env.DESK_DATA, 'desk.db-wal'))).toBe(false);
    expect(await feeds()).toMatchObject([
      { id: 'good', verdict: 'healthy' },
      { id: 'silent', verdict: 'new' },
    ]);
    expect(await ask(env.DESK_DATA, 'SELECT title FROM item', 'desk.db')).toEqual([
      { title: 'Talks in Istanbul begin' },
    ]);
  });
});
