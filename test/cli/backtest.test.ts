import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { runDesk } from '../../src/cli/program.ts';
import { loadConfig } from '../../src/config.ts';
import { searchWriter } from '../../src/decide/match/search.ts';
import { setsIn } from '../../src/decide/match/searchSets.ts';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { SearchWriter } from '../../src/domain/search.ts';
import { checkQuery } from '../../src/main.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { desk } from '../fakes/deskCommand.ts';
import { anItem, anOutlet, at } from '../fakes/nouns.ts';
import { type TemporaryFolder, temporaryFolder } from '../fakes/temporaryFolder.ts';

/** The summer of 2025 as five reports tell it, with one in between that nobody asked for. */
const SET = {
  id: 'set',
  title: 'Trump gives Russia 50 days to end the war in Ukraine',
  lede: 'Tariffs of about 100 percent would follow.',
  link: 'https://www.bbc.com/news/articles/demo1',
  outlet: 'BBC News',
  published: '2025-07-14T16:00:00Z',
};
const BLOG = {
  id: 'blog',
  title: 'Russia has 50 days to end the war in Ukraine, Trump says',
  lede: 'He spoke beside Rutte.',
  link: 'https://blog.example/fifty',
  outlet: 'Harbour Blog',
  published: '2025-07-14T17:00:00Z',
};
const RAIN = { id: 'rain', title: 'Rain over the harbour', outlet: 'bbc', published: '2025-07-20T09:00:00Z' };
const SHORTER = {
  id: 'shorter',
  title: 'Trump shortens deadline for Russia to 10 or 12 days from today',
  link: 'https://www.theguardian.com/world/2025/jul/28/demo',
  outlet: 'guardian',
  published: '2025-07-28T14:00:00Z',
};
const FIXED = {
  id: 'fixed',
  title: 'Ten days from today: Trump fixes deadline for Russia',
  link: 'https://kyivindependent.com/demo-ten-days/',
  outlet: 'Kyiv Independent',
  published: '2025-07-29T20:00:00Z',
};
const TALKS = {
  id: 'talks',
  title: 'Trump drops call for truce: talks on a settlement replace deadline for Putin',
  link: 'https://www.dw.com/en/demo/a-1',
  outlet: 'DW',
  published: '2025-08-16T08:00:00Z',
};
const SUMMER = [SET, BLOG, RAIN, SHORTER, FIXED, TALKS];

const told = z.object({
  at: z.string(),
  kind: z.enum(['post', 'edit']),
  subject: z.string(),
  storyline: z.string(),
  summary: z.string(),
  text: z.string(),
});

const version = z.object({
  origins: z.number(),
  change: z.string(),
  earliest: z.string(),
  latest: z.string(),
  saidAt: z.string(),
  evidence: z
    .object({
      item: z.unknown(),
      outlet: z.string(),
      label: z.string(),
      origin: z.object({ kind: z.string() }),
      link: z.string().nullable(),
      quote: z.string(),
    })
    .nullable(),
});

const answer = z.object({
  storyline: z.union([z.string(), z.array(z.string())]),
  posts: z.array(told),
  edits: z.array(told),
  deadlines: z.array(
    z.object({
      issuer: z.string(),
      target: z.string(),
      state: z.string(),
      versions: z.array(version),
      confirmations: z.array(z.object({ version: z.number(), item: z.unknown(), outlet: z.string() })),
    }),
  ),
  summary: z.record(z.string(), z.unknown()),
});

type Answer = z.output<typeof answer>;

async function backtest(
  items: readonly object[],
  more: readonly string[] = [],
  storyline = 'ceasefire-deadline',
  folder = temporaryFolder(),
): Promise<Answer> {
  const file = folder.writeLines('items.jsonl', items);
  const env = { DESK_DATA: folder.at('data') };
  const { code, out, notes } = await desk(
    ['backtest', '--storyline', storyline, '--items', file, '--json', ...more],
    env,
  );
  expect({ code, notes }).toEqual({ code: 0, notes: '' });
  return answer.parse(JSON.parse(out.join('\n')));
}

const evidenceOf = ({ deadlines }: Answer) =>
  deadlines.flatMap(({ versions }) => versions.map(({ change, evidence }) => [change, evidence?.item ?? null]));

describe('a backtest of a shipped storyline', () => {
  it('ends with the whole chain, each version with the item of the file that said it', async () => {
    const { deadlines } = await backtest(SUMMER);
    expect(deadlines).toHaveLength(1);
    expect(deadlines[0]).toMatchObject({ issuer: 'Donald Trump', target: 'Russia', state: 'over' });
    expect(deadlines[0]?.versions).toMatchObject([
      {
        change: 'set',
        earliest: '2025-09-02',
        latest: '2025-09-02',
        saidAt: '2025-07-14T16:00:00.000Z',
        evidence: { item: 'set', outlet: 'BBC News', label: 'press', link: SET.link, quote: SET.title },
      },
      {
        change: 'brought_forward',
        earliest: '2025-08-07',
        latest: '2025-08-09',
        saidAt: '2025-07-28T14:00:00.000Z',
        evidence: { item: 'shorter', outlet: 'The Guardian', link: SHORTER.link, quote: SHORTER.title },
      },
      {
        change: 'fixed',
        earliest: '2025-08-08',
        latest: '2025-08-08',
        saidAt: '2025-07-29T20:00:00.000Z',
        evidence: { item: 'fixed', outlet: 'The Kyiv Independent', link: FIXED.link },
      },
      { change: 'passed_unknown', saidAt: '2025-08-09T04:00:00.000Z', evidence: null },
      {
        change: 'superseded',
        saidAt: '2025-08-16T08:00:00.000Z',
        evidence: { item: 'talks', outlet: 'Deutsche Welle', label: 'state-funded', link: TALKS.link },
      },
    ]);
  });

  it('tells posts and edits in the order and at the instants they would have happened', async () => {
    const { posts, edits } = await backtest(SUMMER);
    const brief = (list: Answer['posts']) => list.map(({ at, subject }) => `${at.slice(0, 16)} ${subject}`);
    expect(brief(posts)).toEqual([
      '2025-07-14T16:00 proposal',
      '2025-07-14T16:00 development',
      '2025-07-28T14:00 proposal',
      '2025-07-28T14:00 development',
      '2025-07-29T20:00 proposal',
      '2025-07-29T20:00 development',
      '2025-08-16T08:00 development',
    ]);
    expect(brief(edits)).toContain('2025-07-14T17:00 development');
    expect(new Set(posts.map(({ storyline }) => storyline))).toEqual(new Set(['ceasefire-deadline']));
    expect(posts[0]?.summary).toBe('To confirm: a new deadline, 2 Sep 2025. Deadline for Russia, set by Donald Trump');
  });

  it('sums up what it did', async () => {
    const { storyline, posts, edits, summary } = await backtest(SUMMER);
    expect(storyline).toBe('ceasefire-deadline');
    expect(summary).toMatchObject({
      items: 6,
      matched: 5,
      from: '2025-07-14T16:00:00.000Z',
      until: '2025-08-16T08:00:00.000Z',
      deadlines: 1,
      posts: posts.length,
      edits: edits.length,
      postsBySubject: { proposal: 3, deadline: 0, change: 0, rung: 0, development: 4 },
    });
  });

  it('shows an outlet that nobody reviewed, and counts it for nobody', async () => {
    const { edits } = await backtest([SET, BLOG]);
    const text = edits.find(({ subject }) => subject === 'development')?.text;
    expect(text).toContain('Reported by 1 independent outlet (2 reports)');
    expect(text).toContain('Harbour Blog, unreviewed');
    const alone = await backtest([{ ...BLOG, title: SET.title }]);
    expect(alone.deadlines[0]?.versions[0]?.evidence).toMatchObject({ outlet: 'Harbour Blog', label: 'unreviewed' });
  });

  it('takes items in the order they were published, whatever the order of the file', async () => {
    expect(await backtest(SUMMER.toReversed())).toEqual(await backtest(SUMMER));
  });

  it('names the line that said it when two lines are two wordings of one article', async () => {
    const reworded = { ...SET, id: 'reworded', title: SHORTER.title, published: '2025-07-15T09:00:00Z' };
    expect(evidenceOf(await backtest([SET, reworded]))).toEqual([
      ['set', 'set'],
      ['brought_forward', 'reworded'],
    ]);
  });

  it('gives ids back as they were written', async () => {
    expect(evidenceOf(await backtest([{ ...SET, id: 50 }]))).toEqual([['set', 50]]);
  });

  it('writes nothing to the disk', async () => {
    const folder = temporaryFolder();
    await backtest(SUMMER, [], 'ceasefire-deadline', folder);
    expect(folder.names()).toEqual(['items.jsonl']);
  });

  it('of every storyline at once names them all', async () => {
    const { storyline, deadlines } = await backtest(SUMMER, [], 'all');
    expect(storyline).toContain('istanbul-talks');
    expect(deadlines.length).toBeGreaterThanOrEqual(1);
  });

  it('of a file without items is empty', async () => {
    const { posts, edits, deadlines, summary } = await backtest([]);
    expect({ posts, edits, deadlines }).toEqual({ posts: [], edits: [], deadlines: [] });
    expect(summary).toMatchObject({ items: 0, matched: 0, from: null, until: null, posts: 0 });
  });
});

describe('the clock of a backtest', () => {
  const rungs = ({ posts }: Answer) =>
    posts.filter(({ subject }) => subject === 'rung').map(({ summary }) => summary.split(':')[0]);
  const named = (id: string, outlet: string) => ({
    id,
    title: 'Trump sets a deadline of August 8 for Russia to end the war in Ukraine',
    link: `https://${id}.example/a`,
    outlet,
    published: '2025-07-29T20:00:00Z',
  });

  it('stops at the last item unless told to run on', async () => {
    const other = 'Russia has a deadline of August 8 to end the war in Ukraine, Trump says';
    const twice = [named('one', 'bbc'), { ...named('two', 'guardian'), title: other }];
    expect(rungs(await backtest(twice))).toEqual([]);
    const ranOn = await backtest(twice, ['--until', '2025-08-11T00:00:00Z']);
    expect(rungs(ranOn)).toEqual([
      '7 days left',
      '3 days left',
      '1 day left',
      'Due today',
      'What happened? The date was 8 Aug 2025. Deadline for Russia, set by Donald Trump',
    ]);
    expect(ranOn.deadlines[0]?.state).toBe('passed');
    expect(ranOn.summary.until).toBe('2025-08-11T00:00:00.000Z');
  });

  it('never shows what comes after the time it was to run until', async () => {
    const { posts, edits, summary } = await backtest(SUMMER, ['--until', '2025-07-29T00:00:00Z']);
    expect([...posts, ...edits].filter(({ at }) => at > '2025-07-29')).toEqual([]);
    expect(summary).toMatchObject({ items: 4, matched: 3, until: '2025-07-29T00:00:00.000Z' });
  });

  it('takes an item without a date right after the one before it', async () => {
    const { published: _, ...undated } = BLOG;
    const { edits } = await backtest([SET, undated, RAIN]);
    expect(edits.find(({ subject }) => subject === 'development')?.at).toBe('2025-07-14T16:00:00.000Z');
  });

  it('does not begin in 1970 because the first item has no date', async () => {
    const { published: _, ...undated } = { ...BLOG, title: 'Trump weighs a deadline for Russia' };
    const { posts, summary } = await backtest([undated, SET]);
    expect(posts[0]?.at).toBe('2025-07-14T16:00:00.000Z');
    expect(summary.from).toBe('2025-07-14T16:00:00.000Z');
  });
});

const FISH = {
  slug: 'herring-quota',
  title: 'Herring quota',
  summary: 'The date by which the ports must hand in their catch.',
  query: '@ports AND herring',
  deadline: {
    issuer: { name: 'Brussels', query: 'Brussels' },
    target: { name: 'Ports', query: '@ports' },
    zone: 'Europe/Brussels',
  },
};

const HERRING = {
  id: 'h-1',
  title: 'Brussels gives Whitby until August 8 to report its herring',
  link: 'https://fish.example/whitby',
  published: '2025-07-20T10:00:00Z',
};

describe('a backtest of a storyline of one’s own', () => {
  const ownFile = (folder: TemporaryFolder, content: object) => folder.write('own.json', JSON.stringify(content));

  it('uses the aliases that come with it', async () => {
    const folder = temporaryFolder();
    const file = ownFile(folder, { storyline: FISH, aliases: { ports: ['Whitby', 'Esbjerg'] } });
    const first = { ...HERRING, outlet: 'bbc' };
    const title = 'Whitby has until August 8 to report its herring, Brussels says';
    const echo = { ...HERRING, id: 'h-2', title, link: 'https://echo.example/whitby', outlet: 'dw' };
    const { storyline, deadlines, posts } = await backtest([first, echo, RAIN], [], file, folder);
    expect(storyline).toBe('herring-quota');
    expect(posts.map(({ subject }) => subject)).toEqual(['development', 'deadline']);
    expect(deadlines).toMatchObject([
      {
        issuer: 'Brussels',
        target: 'Ports',
        versions: [
          {
            change: 'set',
            earliest: '2025-08-08',
            evidence: { item: 'h-1', label: 'press', origin: { kind: 'own' } },
            origins: 2,
          },
        ],
      },
    ]);
  });

  it('uses the shipped aliases, and needs no deadline', async () => {
    const folder = temporaryFolder();
    const { deadline: _, ...plain } = FISH;
    const file = ownFile(folder, { ...plain, query: '@istanbul AND herring' });
    const items = [{ ...HERRING, title: 'Herring is back on the quays of Dolmabahçe' }];
    const { posts, deadlines } = await backtest(items, [], file, folder);
    expect(posts.map(({ subject }) => subject)).toEqual(['development']);
    expect(deadlines).toEqual([]);
  });

  it('is refused with file, line and place of what is wrong', async () => {
    const folder = temporaryFolder();
    const file = ownFile(folder, { ...FISH, query: 'herring AND', colour: 'red' });
    const items = folder.writeLines('items.jsonl', [HERRING]);
    const { code, out, notes } = await desk(['backtest', '--storyline', file, '--items', items]);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toContain(`${file} line 1, colour: is no known name here`);
  });
});

describe('a backtest is refused', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['for an unknown storyline', ['--storyline', 'gossip'], /gossip: neither a storyline .*new-start\) nor a file/],
    [
      'for a time without an offset',
      ['--storyline', 'new-start', '--until', '2025-08-16'],
      /--until 2025-08-16: should be an ISO time with an offset/,
    ],
    [
      'for a picture of no known kind',
      ['--storyline', 'new-start', '--picture', 'a.gif'],
      /a\.gif: should end in \.svg/,
    ],
    [
      'for a picture where nothing can be written',
      ['--storyline', 'new-start', '--picture', '/nowhere/a.svg'],
      /\/nowhere\/a\.svg: cannot be written/,
    ],
    [
      'for comparing with what is no query',
      ['--storyline', 'new-start', '--against', 'a AND'],
      /--against .*nor a query/,
    ],
    ['for comparing all', ['--storyline', 'all', '--against', 'a'], /--against goes with one storyline/],
    ['for one label of all', ['--storyline', 'all', '--label', 'a'], /--label goes with one storyline/],
  ])('%s', async (_, words, complaint) => {
    const items = temporaryFolder().writeLines('items.jsonl', [SET]);
    const { code, out, notes } = await desk(['backtest', '--items', items, ...words]);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toMatch(complaint);
  });
});

/** Everything but the rain is right, under two labels. */
const LABELLED = SUMMER.map((item) => ({ ...item, labels: item === RAIN ? [] : ['ceasefire-deadline', 'x'] }));

function ran(words: readonly string[], items: readonly object[], folder = temporaryFolder()) {
  return desk(['backtest', '--items', folder.writeLines('items.jsonl', items), ...words]);
}

const report = z.object({
  reports: z.array(
    z.object({
      storyline: z.string(),
      hits: z.number(),
      labels: z
        .object({ label: z.string(), precision: z.number().nullable(), recall: z.number().nullable() })
        .nullable(),
      compared: z.object({ other: z.string(), onlySecond: z.object({ items: z.number() }) }).nullable(),
    }),
  ),
  shown: z.array(z.unknown()),
  summary: z.object({ pings: z.number() }),
  micro: z.object({ precision: z.number().nullable() }).nullable(),
});

async function reported(words: readonly string[], items: readonly object[], folder = temporaryFolder()) {
  const { out } = await ran([...words, '--json'], items, folder);
  return report.parse(JSON.parse(out.join('\n')));
}

describe('the report of a backtest', () => {
  it('scores the hits against the labels of the file', async () => {
    const { reports, micro } = await reported(['--storyline', 'ceasefire-deadline'], LABELLED);
    expect(reports).toMatchObject([{ hits: 5, labels: { label: 'ceasefire-deadline', precision: 1, recall: 1 } }]);
    expect(micro).toMatchObject({ precision: 1 });
  });

  it('takes another label where it is told to, and none where no item is labelled', async () => {
    const { reports } = await reported(['--storyline', 'new-start', '--label', 'x'], LABELLED);
    expect(reports).toMatchObject([{ hits: 0, labels: { label: 'x', precision: null, recall: 0 } }]);
    expect((await reported(['--storyline', 'new-start'], SUMMER)).reports).toMatchObject([{ labels: null }]);
  });

  it('names the items that led to a post or an edit, and counts the pings', async () => {
    const { shown, summary } = await reported(['--storyline', 'ceasefire-deadline'], SUMMER);
    expect(shown).toEqual(['set', 'blog', 'shorter', 'fixed', 'talks']);
    expect(summary.pings).toBe(0);
  });

  it('compares with a query, a shipped storyline or a file', async () => {
    const folder = temporaryFolder();
    const own = { ...FISH, query: 'harbour', deadline: undefined };
    const file = folder.write('own.json', JSON.stringify({ storyline: own, aliases: { ports: ['Whitby'] } }));
    const comparedWith = async (against: string) => {
      const words = ['--storyline', 'ceasefire-deadline', '--against', against];
      return (await reported(words, SUMMER, folder)).reports[0]?.compared;
    };
    expect(await comparedWith('rain OR deadline')).toEqual({ other: 'rain OR deadline', onlySecond: { items: 1 } });
    expect(await comparedWith(file)).toEqual({ other: 'harbour', onlySecond: { items: 1 } });
    expect(await comparedWith('new-start')).toMatchObject({ onlySecond: { items: 0 } });
  });
});

describe('the picture of a backtest', () => {
  it('is drawn to each file asked for, and nothing else is written', async () => {
    const folder = temporaryFolder();
    const [svg, png] = [folder.at('a.svg'), folder.at('b.PNG')];
    const words = ['--storyline', 'ceasefire-deadline', '--against', 'rain', '--picture', svg, '--picture', png];
    const { code, out } = await ran(words, SUMMER, folder);
    expect(code).toBe(0);
    expect(out.at(-2)).toMatch(/ edits\. Written: .*a\.svg, .*b\.PNG\.$/);
    expect(folder.names()).toEqual(['a.svg', 'b.PNG', 'items.jsonl']);
    expect(readFileSync(svg, 'utf8')).toContain('5 hits, 5 of them posted or edited');
    expect(readFileSync(png).subarray(1, 4).toString('latin1')).toBe('PNG');
  });

  it('of nothing can be drawn', async () => {
    const folder = temporaryFolder();
    const { code } = await ran(['--storyline', 'all', '--picture', folder.at('a.svg')], [], folder);
    expect(code).toBe(0);
    expect(readFileSync(folder.at('a.svg'), 'utf8')).toContain('All storylines');
  });
});

describe('a backtest for people', () => {
  it('prints posts and edits line by line, the chain with its quotes, and a sum', async () => {
    const items = temporaryFolder().writeLines('items.jsonl', SUMMER);
    const { code, out } = await desk(['backtest', '--storyline', 'ceasefire-deadline', '--items', items]);
    const text = out.join('\n');
    expect(code).toBe(0);
    expect(text).toMatch(/\n {2}2025-07-14 16:00 {2}post {2}proposal {7}To confirm: a new deadline, 2 Sep 2025/);
    expect(text).toMatch(/\n {2}2025-07-28 14:00 {2}post {2}proposal {7}To confirm: a new deadline, 7–9 Aug/);
    expect(text).toContain(
      'Donald Trump to Russia: 2 Sep (set) -> 7–9 Aug (brought forward) -> 8 Aug (fixed) -> passed, outcome unknown -> superseded',
    );
    expect(text).toContain(`“${SHORTER.title}”\n     ${SHORTER.link}`);
    expect(text).toMatch(/6 items, 5 matched, \d developments, 1 deadlines: 7 posts and \d+ edits\. Nothing was/);
  });

  it('begins with the storyline, its query as it is read, and what is odd about it', async () => {
    const folder = temporaryFolder();
    const own = { ...FISH, query: 'herring OR  (the)', deadline: undefined };
    const file = folder.write('own.json', JSON.stringify({ storyline: own, aliases: { ports: ['Whitby'] } }));
    const { out } = await ran(['--storyline', file], [HERRING, RAIN], folder);
    expect(out.slice(0, 2)).toEqual(['Herring quota (herring-quota)', '  herring OR the']);
    expect(out[2]).toContain('warning: This would find');
  });

  it('has a heading for every part, and says how many messages would ping', async () => {
    const { out } = await ran(['--storyline', 'ceasefire-deadline', '--against', 'deadline', '--label', 'x'], LABELLED);
    const headings = out.filter((line) => /^[A-Z-]{4}/.test(line)).map((line) => line.split(/[:,]| labelled/)[0]);
    expect(headings).toEqual([
      'HITS',
      'SAMPLE OF THE HITS',
      'GROUPS',
      'NOT-TERMS',
      'COMPARED WITH',
      'AGAINST THE LABEL x',
      'POSTS AND EDITS',
      'DEADLINES',
    ]);
    expect(out.at(-1)).toBe('No post would ping a role.');
    expect(out).toContain('  tiers: 1 B (a proposal), 2 B (a proposal), 3 B (a proposal), 5 C');
  });

  it('of all storylines has a line for each, and their scores together', async () => {
    const { out } = await ran(['--storyline', 'all'], LABELLED);
    const text = out.join('\n');
    expect(text).toMatch(/\n {2}ceasefire-deadline +5 +83 % /);
    expect(text).toMatch(/\n {2}all together .* {2}\d\.\d\d +\d\.\d\d +\d\.\d\d\n/);
  });

  it('that is stopped on the way is 1 and says so', async () => {
    const items = temporaryFolder().writeLines('items.jsonl', SUMMER);
    const notes: string[] = [];
    const out: string[] = [];
    const terminal = {
      out: (line: string) => void out.push(line),
      row: (line: string) => void out.push(line),
      note: (line: string) => void notes.push(line),
      progress: () => undefined,
      done: () => undefined,
    };
    const words = ['backtest', '--storyline', 'ceasefire-deadline', '--items', items];
    const code = await runDesk(words, { terminal, env: {}, stopping: AbortSignal.abort() });
    expect({ code, out }).toEqual({ code: 1, out: [] });
    expect(notes).toEqual(['desk: stopped before the end; nothing was written']);
  });
});

describe('a backtest over what a desk has stored', () => {
  const because = 'a test says so';
  const WRITER = searchWriter(setsIn(loadConfig({ env: {}, checkQuery }).catalogue.aliases));
  const item = (name: string, title: string, seen: string) =>
    anItem({ id: id(name), identities: [`link:${name}`], title, lede: '', published: at(seen), seen: at(seen) });

  /** A data folder with the database of a desk that met `items`, the first of them in the first document of its feed. */
  async function aDesk(items: readonly Item[], writer: SearchWriter | null = WRITER): Promise<TemporaryFolder> {
    const folder = temporaryFolder();
    const store = createStore(openSqlite(folder.at('desk.db'), at('2025-07-14T00:00Z')).engine, TITLE_READER, writer);
    const seen = items.map((one, index): Change => ({ kind: 'item.seen', item: one, baseline: index === 0, because }));
    const outlet: Change = { kind: 'outlet.listed', outlet: anOutlet(), because };
    await store.commit([outlet, ...seen], { at: at('2025-07-14T00:00Z'), actor: 'test' });
    await store.close();
    return folder;
  }

  it('takes the items that came as news, each at the moment it was seen, and changes nothing', async () => {
    const folder = await aDesk([
      item('it-0', 'Trump gives Russia a deadline of 30 days to end the war in Ukraine', '2025-07-13T16:00Z'),
      item('it-1', SET.title, '2025-07-14T16:00Z'),
      item('it-2', 'Rain over the harbour', '2025-07-15T09:00Z'),
      item('it-3', SHORTER.title, '2025-07-28T14:00Z'),
    ]);
    const before = readFileSync(folder.at('desk.db'));
    const words = ['backtest', '--storyline', 'ceasefire-deadline', '--stored', '--json'];
    const { code, out } = await desk(words, { DESK_DATA: folder.path });
    expect(code).toBe(0);
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      deadlines: [{ versions: [{ change: 'set' }, { change: 'brought_forward' }] }],
      summary: { items: 3, matched: 2 },
    });
    expect(readFileSync(folder.at('desk.db')).equals(before)).toBe(true);
  });

  it.each<[string, SearchWriter | null, readonly string[], object]>([
    ['of a time that ends before the last of them', WRITER, ['--until', SET.published], { items: 2, matched: 1 }],
    ['that no search can find yet', null, [], { items: 3, matched: 1 }],
  ])('takes items %s', async (_what, writer, more, summary) => {
    const stored = [
      item('it-0', 'The first document', '2025-07-13T16:00Z'),
      item('it-1', 'Rain over the harbour', '2025-07-13T17:00Z'),
      item('it-2', SET.title, SET.published),
      item('it-3', 'Rain over the harbour again', '2025-07-15T09:00Z'),
    ];
    const folder = await aDesk(stored, writer);
    const words = ['backtest', '--storyline', 'ceasefire-deadline', '--stored', '--json', ...more];
    const { out } = await desk(words, { DESK_DATA: folder.path });
    expect(JSON.parse(out.join('\n'))).toMatchObject({ summary });
  });

  it.each([
    ['without items', []],
    ['with both', ['--stored', '--items', 'a.jsonl']],
  ])('is refused %s', async (_what, words) => {
    const { code, notes } = await desk(['backtest', '--storyline', 'all', ...words]);
    expect({ code, notes }).toMatchObject({
      code: 2,
      notes: expect.stringContaining('Give one of --items FILE and --stored.'),
    });
  });

  it('says where it looked when there is no database', async () => {
    const folder = temporaryFolder();
    const { code, notes } = await desk(['backtest', '--storyline', 'all', '--stored'], { DESK_DATA: folder.path });
    expect(code).toBe(2);
    expect(notes).toContain(`there is no database at ${folder.at('desk.db')}; set DESK_DATA`);
  });
});
