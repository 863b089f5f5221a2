import { writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { desk } from '../fakes/deskCommand.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const RSS = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>Harbour &amp; Hill</title>
<item><title>Envoys meet &quot;for an hour&quot;</title><guid isPermaLink="false">n-1</guid>
<link>https://news.example/envoys</link><pubDate>Mon, 14 Jul 2025 18:00:00 +0200</pubDate>
<description>&lt;p&gt;They shook hands.&lt;/p&gt;</description></item>
<item><title>No name of its own</title><link>https://news.example/plain</link></item>
</channel></rss>`;

const PAGE = '<!doctype html><html><head><title>Please sign in</title></head><body>Closed.</body></html>';

const value = z.record(z.string(), z.unknown());

/** What a command wrote: one JSON object a line. */
async function linesOf(...words: readonly string[]) {
  const { code, out, notes } = await desk(['inspect', ...words]);
  expect({ code, notes }).toEqual({ code: 0, notes: '' });
  return out.map((line) => value.parse(JSON.parse(line)));
}

function aFile(...items: readonly object[]): string {
  return temporaryFolder().writeLines('items.jsonl', items);
}

describe('inspect feed', () => {
  it('answers a line for each file, with every entry and no more than its names', async () => {
    const file = temporaryFolder().write('feed.xml', RSS);
    expect(await linesOf('feed', file)).toStrictEqual([
      {
        file,
        ok: true,
        format: 'rss2',
        encoding: 'utf-8',
        title: 'Harbour & Hill',
        items: [
          {
            id: 'n-1',
            guid: 'n-1',
            title: 'Envoys meet "for an hour"',
            link: 'https://news.example/envoys',
            published: '2025-07-14T16:00:00.000Z',
            updated: null,
            summary: 'They shook hands.',
            content: '',
          },
          {
            id: 'https://news.example/plain',
            guid: null,
            title: 'No name of its own',
            link: 'https://news.example/plain',
            published: null,
            updated: null,
            summary: '',
            content: '',
          },
        ],
        problems: [],
      },
    ]);
  });

  it('is 1 when a file is no feed, whose line says why, and reads the others', async () => {
    const folder = temporaryFolder();
    const files = [folder.write('page.html', PAGE), folder.write('feed.xml', RSS)];
    const { code, out } = await desk(['inspect', 'feed', ...files]);
    const [page, feed] = out.map((line) => value.parse(JSON.parse(line)));
    expect(code).toBe(1);
    expect(page).toStrictEqual({
      file: files[0],
      ok: false,
      format: null,
      encoding: 'utf-8',
      title: null,
      items: [],
      problems: [expect.stringMatching(/HTML page \("Please sign in"\)/)],
    });
    expect(feed?.ok).toBe(true);
  });
});

describe('inspect feed --lint', () => {
  const lintSchema = z.object({
    lint: z.object({
      verdict: z.string(),
      faults: z.array(z.strictObject({ verdict: z.string(), says: z.string() })),
      remarks: z.array(z.strictObject({ name: z.string(), says: z.string() })),
    }),
  });

  /** What is said of each file, in one line: `stale: stale | undated`. */
  async function lint(...words: readonly string[]) {
    const { code, out, notes } = await desk(['inspect', 'feed', '--lint', ...words]);
    expect(notes).toBe('');
    const lines = out.map((line) => lintSchema.parse(JSON.parse(line)).lint);
    const said = lines.map(({ verdict, faults, remarks }) => {
      const names = [faults.map((fault) => fault.verdict).join(' '), remarks.map((remark) => remark.name).join(' ')];
      return `${verdict}: ${names.join(' | ')}`;
    });
    return { code, said, lines };
  }

  it('adds what the desk says of the document to its line', async () => {
    const file = temporaryFolder().write('feed.xml', RSS);
    const [plain] = await linesOf('feed', file);
    const [linted] = await linesOf('feed', '--lint', '--now', '2025-07-14', file);
    const says = '1 entry without a date count from when they are seen';
    expect(linted).toStrictEqual({
      ...plain,
      lint: { verdict: 'healthy', faults: [], remarks: [{ name: 'undated', says }] },
    });
  });

  it('judges by the clock on the wall unless told when the copy was saved', async () => {
    const dated = RSS.replace('</link></item>', '</link><pubDate>Mon, 14 Jul 2025 12:00:00 GMT</pubDate></item>');
    const file = temporaryFolder().write('feed.xml', dated);
    expect((await lint(file)).said).toEqual(['stale: stale | ']);
    expect((await lint('--now', '2025-07-14T18:00:00Z', file)).said).toEqual(['healthy:  | ']);
  });

  it('takes the outlet of a feed of the catalogue, and known traps at an address', async () => {
    const folder = temporaryFolder();
    const items = ['a', 'b', 'c'].map(
      (name) => `<item><title>${name}</title><link>https://elsewhere.example/${name}</link></item>`,
    );
    const file = folder.write('feed.xml', `<rss><channel><title>Mine</title>${items.join('')}</channel></rss>`);
    expect((await lint('--feed', 'bbc-world', file)).said).toEqual(['decoy: decoy | teaser_only undated']);
    const trapped = await lint('--url', 'https://ofac.treasury.gov/rss.xml', file);
    expect(trapped.lines[0]?.faults[0]?.says).toContain('use public.govdelivery.com/topics/USTREAS_61/feed.rss');
  });

  it('says what a file is instead of a feed, and is 1', async () => {
    const folder = temporaryFolder();
    const files = [folder.write('page.html', PAGE), folder.write('empty.xml', '')];
    const { code, said, lines } = await lint(...files);
    expect(code).toBe(1);
    expect(said).toEqual(['not_a_feed: not_a_feed | ', 'empty: empty | ']);
    expect(lines[0]?.faults[0]?.says).toMatch(/^an HTML page \("Please sign in"\) came instead of a feed; /);
  });

  it('names where a document is ill-formed that is read all the same', async () => {
    const folder = temporaryFolder();
    const file = folder.write('feed.xml', RSS.replace('They shook', 'They &nbsp; shook'));
    const { code, lines } = await lint('--now', '2025-07-14', file);
    expect(code).toBe(0);
    expect(lines[0]?.remarks.at(-1)).toEqual({ name: 'ill_formed', says: 'line 5: &nbsp; is no entity of XML' });
  });

  it('reads a copy that was saved packed', async () => {
    const file = temporaryFolder().at('feed.xml.gz');
    writeFileSync(file, gzipSync(RSS));
    expect((await lint('--now', '2025-07-14', file)).said).toEqual(['healthy:  | undated']);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['a series that is not linted', ['--series'], /^desk: --series and --now say how to lint: add --lint\.$/],
    ['a moment that is none', ['--lint', '--now', 'yesterday'], /^desk: --now yesterday: write an instant such as /],
    ['an address that is none', ['--url', 'news.example'], /^desk: --url news\.example: write an address that begins/],
    ['an unknown feed', ['--lint', '--feed', 'gossip'], /^desk: --feed gossip: not in the catalogue \(ofac-recent/],
  ])('refuses %s', async (_, words, complaint) => {
    const { code, out, notes } = await desk(['inspect', 'feed', ...words, temporaryFolder().write('feed.xml', RSS)]);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toMatch(complaint);
  });
});

describe('inspect deadlines', () => {
  const NAMES = 'earliest latest instant precision zone zoneBasis change issuer target cue rule quote confidence tier';

  it('answers the windows of each item and what they are read from', async () => {
    const text = 'The White House gives Russia until August 8 to agree to a ceasefire.';
    const [answer] = await linesOf(
      'deadlines',
      aFile({ id: 'a', text, published: '2025-07-29T20:00:00Z', zone: 'America/New_York' }),
    );
    const { deadlines } = z.object({ deadlines: z.array(value) }).parse(answer);
    expect(Object.keys(answer ?? {})).toEqual(['id', 'deadlines', 'status']);
    expect(deadlines).toHaveLength(1);
    expect(Object.keys(deadlines[0] ?? {})).toEqual(expect.arrayContaining(NAMES.split(' ')));
    expect(answer).toMatchObject({
      id: 'a',
      deadlines: [
        {
          earliest: '2025-08-08',
          latest: '2025-08-08',
          instant: null,
          precision: 'day',
          zone: 'America/New_York',
          zoneBasis: 'issuer',
          change: 'set',
          target: 'Russia',
          condition: null,
          consequence: null,
          quote: text,
          tier: 'A',
        },
      ],
      status: 'pending',
    });
  });

  it('gives an instant where a clock time was stated', async () => {
    const item = { id: 'a', text: 'Ships must leave by 12:01 a.m. EDT on August 27, 2025.', published: '2025-08-20' };
    const [answer] = await linesOf('deadlines', aFile(item));
    expect(answer).toMatchObject({
      deadlines: [{ instant: '2025-08-27T04:01:00.000Z', precision: 'minute', zoneBasis: 'stated' }],
    });
  });

  it.each<[string, object, string, string]>([
    ['its own', { zone: 'Asia/Tokyo' }, 'Asia/Tokyo', 'issuer'],
    ['its outlet’s', { outlet: 'The Guardian' }, 'Europe/London', 'outlet'],
    ['its storyline’s', { storyline: 'eu-renewals', outlet: 'The Guardian' }, 'Europe/Brussels', 'issuer'],
    ['nobody’s', {}, 'UTC', 'default'],
  ])('counts days in a zone that is %s', async (_, said, zone, zoneBasis) => {
    const item = { id: 1, title: 'Deadline is August 8 for Russia', lede: '', published: '2025-07-29T20:00:00Z' };
    const [answer] = await linesOf('deadlines', aFile({ ...item, ...said }));
    expect(answer).toMatchObject({ deadlines: [{ zone, zoneBasis }] });
  });

  it('answers an item that speaks of none with an empty list', async () => {
    const [answer] = await linesOf('deadlines', aFile({ id: 'calm', title: 'Rain over the harbour', lede: null }));
    expect(answer).toStrictEqual({ id: 'calm', deadlines: [], status: null });
  });

  it('refuses a zone that is none', async () => {
    const { code, notes } = await desk(['inspect', 'deadlines', aFile({ id: 'a', text: 'By Friday.', zone: 'Mars' })]);
    expect(code).toBe(2);
    expect(notes).toBe('desk: Item a: "Mars" is no IANA time zone; use a name such as America/New_York');
  });
});

describe('inspect query', () => {
  it('says how a query is read, how much it finds, and what is odd about it', async () => {
    const { code, out } = await desk(['inspect', 'query', '+(Kyiv OR Moscow) +ceasfire NOT @iran']);
    expect(code).toBe(0);
    expect(out.map((row) => row.replace(/1 item in [\d,]+/, '1 in N'))).toEqual([
      'read as     (Kyiv OR Moscow) AND ceasfire NOT @iran',
      'needs       Kyiv OR Moscow  (1 in N)',
      'needs       ceasfire  (1 in N)',
      'stopped by  @iran',
      'finds       about 1 in N of news at large, if its words met by chance',
      'warning     ceasfire was in none of the news this desk has counted. See that it is spelled as outlets spell it.',
    ]);
  });

  it('reads a shipped storyline by its name', async () => {
    const { out } = await desk(['inspect', 'query', 'istanbul-talks']);
    expect(out[0]).toMatch(/^read as {5}\(@istanbul AND/);
  });

  it('points at the character where a query goes wrong', async () => {
    const { code, notes } = await desk(['inspect', 'query', 'Kyiv AND ceasefire talks']);
    expect(code).toBe(2);
    expect(notes).toContain('  Kyiv AND ceasefire talks\n                     ^ Nothing connects ceasefire and talks.');
  });
});

describe('inspect match', () => {
  const ITEMS = [
    { id: 'in', title: 'Delegations return to Istanbul', lede: 'A fourth round of talks is planned.' },
    { id: 'out', title: 'Storm over the Bosphorus' },
    { id: 'stopped', text: 'Istanbul talks of tulips.' },
  ];

  it('answers a judgement of each item with its reasons', async () => {
    const answers = await linesOf('match', '--query', 'istanbul AND talk* NOT tulip*', aFile(...ITEMS));
    expect(answers.map((answer) => Object.keys(answer))).toEqual(ITEMS.map(() => ['id', 'matched', 'score', 'why']));
    expect(answers).toMatchObject([
      {
        id: 'in',
        matched: true,
        why: {
          hits: [
            { term: 'istanbul', field: 'title', start: 22, end: 30, text: 'Istanbul' },
            { term: 'talk*', field: 'lede', text: 'talks' },
          ],
          missing: [],
        },
      },
      { id: 'out', matched: false, why: { missing: ['istanbul', 'talk*'] } },
      { id: 'stopped', matched: false, why: { blockedBy: [{ term: 'tulip*', text: 'tulips' }] } },
    ]);
  });

  it('takes the query of a shipped storyline', async () => {
    const items = [
      { id: 1, title: 'Umerov and Medinsky meet in Istanbul for a third round' },
      { id: 2, title: 'Iran and the E3 meet in Istanbul' },
    ];
    const answers = await linesOf('match', '--storyline', 'istanbul-talks', aFile(...items));
    expect(answers.map(({ id, matched }) => [id, matched])).toEqual([
      [1, true],
      [2, false],
    ]);
  });

  it.each<[string, readonly string[], RegExp]>([
    ['both', ['--query', 'a', '--storyline', 'new-start'], /^desk: Give one of --query and --storyline\.$/],
    ['neither', [], /^desk: Give one of --query and --storyline\.$/],
    ['an unknown storyline', ['--storyline', 'old-start'], /old-start: not in the catalogue \(.*new-start.*\)$/],
    ['a query that is none', ['--query', 'a AND'], /^desk: The query cannot be read: .*at character \d.*; /],
    ['an unknown alias', ['--query', '@nobody'], /^desk: The query cannot be read: .*nobody/],
  ])('refuses %s', async (_, words, complaint) => {
    const { code, out, notes } = await desk(['inspect', 'match', aFile(...ITEMS), ...words]);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toMatch(complaint);
  });
});

describe('inspect developments', () => {
  const ITEMS = [
    {
      id: 'later',
      title: 'Putin has 50 days to end the war or face tariffs, says Trump',
      link: 'https://blog.example/later',
      published: '2025-07-14T18:00:00Z',
    },
    {
      id: 'first',
      title: 'Trump gives Putin 50 days to end the war or face tariffs',
      link: 'https://news.example/first',
      published: '2025-07-14T16:00:00Z',
    },
    { id: 'other', title: 'Rain over the harbour', published: '2025-07-14T19:00:00Z' },
    {
      id: 'again',
      title: 'Trump gives Putin 50 days to end the war or face tariffs',
      link: 'https://paper.example/again',
      published: '2025-07-14T20:00Z',
    },
    {
      id: 'retold',
      title: 'BREAKING: Trump gives Putin 50 days to end the war or face tariffs',
      link: 'https://news.example/again',
      published: '2025-07-14T21:00Z',
    },
  ];

  it('answers in the order of publication which reports are of one event, and why', async () => {
    const answers = await linesOf('developments', aFile(...ITEMS));
    const [first, later, other, again, retold] = answers;
    expect(answers.map((answer) => Object.keys(answer))).toEqual(
      ITEMS.map(() => ['id', 'development', 'joined', 'origin']),
    );
    expect(answers.map(({ id }) => id)).toEqual(['first', 'later', 'other', 'again', 'retold']);
    expect(first?.joined).toEqual({ rule: 'opened' });
    expect(later).toMatchObject({ development: first?.development, joined: { rule: 'alike' } });
    expect(other?.joined).toEqual({ rule: 'opened' });
    expect(other?.development).not.toBe(first?.development);
    expect(again).toMatchObject({ development: first?.development, joined: { rule: 'same_title' } });
    expect(again?.origin).toEqual({ kind: 'same_title', outlet: 'news.example', of: 'first' });
    expect(retold).toMatchObject({ development: first?.development, joined: { rule: 'retold', was: 'first' } });
  });

  it('says whom a report credits or quotes', async () => {
    const title = 'Trump sets a term, Axios reports';
    const answers = await linesOf('developments', aFile({ id: 'one', title, published: '2025-07-14T16:00:00Z' }));
    expect(answers[0]?.origin).toEqual({ kind: 'quoted', outlet: 'Axios' });
  });

  it('gives items outside the storyline asked for no development', async () => {
    const answers = await linesOf('developments', aFile(...ITEMS), '--storyline', 'ceasefire-deadline');
    expect(answers.filter(({ development }) => development === null)).toStrictEqual([
      { id: 'other', development: null, joined: null, origin: null },
    ]);
  });

  it('refuses a storyline that is not shipped', async () => {
    const { code, notes } = await desk(['inspect', 'developments', aFile(...ITEMS), '--storyline', 'gossip']);
    expect(code).toBe(2);
    expect(notes).toMatch(/^desk: --storyline gossip: not in the catalogue \(ceasefire-deadline, /);
  });
});

describe('a file of items', () => {
  const INSPECTIONS: readonly (readonly string[])[] = [
    ['inspect', 'deadlines'],
    ['inspect', 'match', '--query', 'a'],
    ['inspect', 'developments'],
    ['backtest', '--storyline', 'new-start', '--items'],
  ];

  it.each(INSPECTIONS.map((words) => [words.slice(0, 2).join(' '), words]))('that is missing: %s', async (_, words) => {
    const file = temporaryFolder().at('gone.jsonl');
    const { code, out, notes } = await desk([...words, file]);
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toBe(`desk: ${file}: cannot be read (ENOENT); check the name and your rights to it`);
  });

  it('that is missing: inspect feed', async () => {
    const file = temporaryFolder().at('gone.xml');
    const { code, notes } = await desk(['inspect', 'feed', file]);
    expect(code).toBe(2);
    expect(notes).toBe(`desk: ${file}: cannot be read; check the name and your rights to it`);
  });

  const TIME = '"published" should be an ISO time with an offset, such as 2025-07-28T14:00:00Z';
  const WRONG: readonly (readonly [string, string, string])[] = [
    ['is no JSON', 'id: 1', 'this line is not JSON; write one JSON object a line'],
    ['is no object', '[]', 'should be a JSON object with "id" and "text", or "title" and "lede"'],
    ['has no text', '{"id": 1, "lede": "Words."}', 'needs "text", or "title" with an optional "lede"'],
    ['has no id', '{"title": "Words"}', '"id" should be a text or a number'],
    ['has a readable day but no time zone', '{"id": 1, "title": "W", "published": "2025-07-28 14:00"}', TIME],
    ['has an unreadable time', '{"id": 1, "title": "W", "published": "last Friday"}', TIME],
  ];

  it.each(WRONG)('with a line that %s is refused by name and line', async (_, line, complaint) => {
    const file = temporaryFolder().write('items.jsonl', `{"id": 0, "title": "Good"}\n\n${line}\n`);
    const { code, out, notes } = await desk(['inspect', 'deadlines', file]);
    expect(code).toBe(2);
    expect(out).toHaveLength(1);
    expect(notes).toBe(`desk: ${file} line 3: ${complaint}`);
  });

  it('gets each id back as it was written', async () => {
    const answers = await linesOf('deadlines', aFile({ id: 7, text: 'Seven.' }, { id: '7', text: 'Seven again.' }));
    expect(answers.map(({ id }) => id)).toEqual([7, '7']);
  });

  it('may be empty', async () => {
    expect(await linesOf('match', '--query', 'a', aFile())).toEqual([]);
  });
});
