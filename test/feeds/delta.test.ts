/**
 * Reading only what is new equals reading everything: whatever two editions of a feed hold, the second read with the
 * memory of the first brings what a full reading brings, less what the first had word for word.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { id } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import { type Memory, NOTHING_REMEMBERED } from '../../src/feeds/memory.ts';
import { type Job, type ReadFeed, read } from '../../src/feeds/read.ts';
import { aFeed, anOutlet, at } from '../fakes/nouns.ts';
import { runs } from '../fakes/runs.ts';

type Format = 'rss' | 'atom' | 'rdf';

/** An entry as an outlet may write it, well or badly. */
interface Written {
  readonly title: string;
  readonly slug: number;
  readonly guid: number | null;
  readonly minute: number | null;
  readonly body: string;
}

const TITLES = ['Talks end', 'Talks end early', 'Oil price cap lowered', 'Licence renewed', 'Envoy in Moscow'];

/** Bodies that tempt a reader to end an entry too early or too late. */
const BODIES = [
  'Plain words.',
  '<![CDATA[<p>Until <b>Friday</b>, not Monday.</p>]]>',
  '<![CDATA[An example: <item><title>x</title></item> and </entry>]]>',
  '<!-- </item></entry> -->words',
  'An <i>open tag</p> and a & b &lt; c',
  '<a href="unclosed>quote</a>',
  "<a href='unclosed>quote</a>",
  "<a href='",
  "'>, his=' words",
  '<content type="text',
  'text">words</content>',
  'a < b <c d="<e f="<g h="',
  '<x:y xmlns:x="http://purl.org/dc/elements/1.1/">z</x:y>',
];

const written: fc.Arbitrary<Written> = fc.record({
  title: fc.constantFrom(...TITLES),
  slug: fc.integer({ min: 1, max: 6 }),
  guid: fc.option(fc.integer({ min: 1, max: 4 })),
  minute: fc.option(fc.integer({ min: 0, max: 59 })),
  body: fc.constantFrom(...BODIES),
});

const two = (number: number) => String(number).padStart(2, '0');

function rssItem({ title, slug, guid, minute, body }: Written): string {
  const guids = guid === null ? '' : `<guid isPermaLink="false">g${guid}</guid>`;
  const date = minute === null ? '' : `<pubDate>Wed, 06 Aug 2025 10:${two(minute)}:00 GMT</pubDate>`;
  return `<item><title>${title}</title><link>/a/${slug}</link>${guids}${date}<description>${body}</description></item>`;
}

function atomEntry({ title, slug, guid, minute, body }: Written): string {
  const ids = guid === null ? '' : `<id>urn:g${guid}</id>`;
  const date = minute === null ? '' : `<updated>2025-08-06T10:${two(minute)}:00Z</updated>`;
  return `<entry xml:base="https://news.example/b/"><title>${title}</title><link href="a/${slug}"/>${ids}${date}<summary type="html">${body}</summary></entry>`;
}

const FRAMES: Readonly<Record<Format, (entries: readonly Written[], head: string) => string>> = {
  rss: (entries, head) =>
    `<rss version="2.0"><channel><title>News</title>${head}${entries.map(rssItem).join('\n')}</channel></rss>`,
  atom: (entries, head) =>
    `<feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>${head}${entries.map(atomEntry).join('\n')}</feed>`,
  rdf: (entries, head) =>
    `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"><channel><title>News</title>${head}</channel>${entries.map(rssItem).join('')}</rdf:RDF>`,
};

/** What changes in a head between two editions, with and without meaning for the entries. */
const HEADS = ['', '<lastBuildDate>now</lastBuildDate>', '<link>https://news.example/</link>', '<ttl>15</ttl>'];

const edition = fc.record({ entries: fc.array(written, { maxLength: 8 }), head: fc.constantFrom(...HEADS) });

/** Two editions that share entries: the second keeps some of the first, in another order, among its own. */
const editions = fc
  .tuple(
    fc.constantFrom<Format>('rss', 'atom', 'rdf'),
    edition,
    edition,
    fc.array(fc.nat(7), { maxLength: 8 }),
    fc.nat(60),
  )
  .map(([format, first, other, kept, cut]) => {
    const shared = kept.flatMap((index) => first.entries[index] ?? []);
    const second = FRAMES[format]([...other.entries.slice(0, 3), ...shared, ...other.entries.slice(3)], other.head);
    return [FRAMES[format](first.entries, first.head), cut < 10 ? second.slice(0, -cut - 1) : second] as const;
  });

function jobOf(text: string): Job {
  const reading = { feed: aFeed({ id: id('desk') }), outlet: anOutlet(), now: at('2025-08-06T12:00Z') };
  const sent = { packing: null, maxBytes: 5_000_000, knownHash: null, charset: null };
  const document = { ...sent, bytes: Buffer.from(text), url: 'https://news.example/feed' };
  return { ...document, ...reading, memory: null, delta: false, complete: true };
}

async function readIn(text: string, memory: Memory): Promise<ReadFeed | null> {
  const result = await read(jobOf(text), memory);
  return result.kind === 'read' ? result : null;
}

/** All of an item but the names it goes by, which depend on the entries around it. */
function wordsOf({ link, guid, title, lede, body, published }: Item): string {
  return JSON.stringify([link, guid, title, lede, body, published]);
}

describe('an edition read with the memory of the one before', () => {
  it('brings what a full reading brings, less what was there word for word', async () => {
    await fc.assert(
      fc.asyncProperty(editions, async ([before, after]) => {
        const first = await readIn(before, NOTHING_REMEMBERED);
        const [full, delta] = [
          await readIn(after, NOTHING_REMEMBERED),
          await readIn(after, first?.memory ?? new Map()),
        ];
        expect(delta === null).toBe(full === null);
        if (full === null || delta === null) return;
        const brought = new Set(delta.items.map((item) => JSON.stringify(item)));
        const left = full.items.filter((item) => !brought.has(JSON.stringify(item)));
        expect(full.items.filter((item) => brought.has(JSON.stringify(item)))).toEqual(delta.items);
        const known = new Set(first?.items.map(wordsOf));
        expect(left.filter((item) => !known.has(wordsOf(item)))).toEqual([]);
        expect({ ...delta.signs, known: 0 }).toEqual({ ...full.signs, known: 0 });
        expect([...delta.memory]).toEqual([...full.memory]);
      }),
      runs(1_000),
    );
  });

  it('reads nothing again of an edition where only the head changed', async () => {
    const entries = TITLES.map((title, index) => ({ title, slug: index, guid: index, minute: index, body: 'Words.' }));
    const first = await readIn(FRAMES.rss(entries, '<lastBuildDate>1</lastBuildDate>'), NOTHING_REMEMBERED);
    const second = await readIn(FRAMES.rss(entries, '<lastBuildDate>2</lastBuildDate>'), first?.memory ?? new Map());
    expect(first?.items).toHaveLength(5);
    expect(second).toMatchObject({ items: [], signs: { entries: 5, known: 5 } });
  });

  it('reads an entry again when what its links stand on changed', async () => {
    const entry = { title: 'Talks end', slug: 1, guid: null, minute: null, body: 'Words.' };
    const first = await readIn(FRAMES.rss([entry], ''), NOTHING_REMEMBERED);
    const moved = FRAMES.rss([entry], '<link>https://other.example/</link>');
    const second = await readIn(moved, first?.memory ?? new Map());
    expect(second?.items.map(({ link }) => link)).toEqual(['https://other.example/a/1']);
  });

  it('remembers no entry whose quote closes in the next one', async () => {
    const body = '<a href="words</a><content type="text">words</content>';
    const entry = { title: 'Talks end', slug: 1, guid: null, minute: null, body: "<a href='words" };
    const next = { ...entry, slug: 2, body: "<a href='other" };
    const before = await readIn(FRAMES.rss([entry, next, { ...entry, slug: 3, body }], ''), NOTHING_REMEMBERED);
    const after = await readIn(FRAMES.rss([entry], ''), before?.memory ?? new Map());
    expect(before?.items).toHaveLength(3);
    expect(after?.signs.known).toBe(0);
  });

  it('tells a new item from a known one that has the same guid', async () => {
    const known = { title: 'Talks end', slug: 1, guid: 1, minute: 5, body: 'Words.' };
    const other = { title: 'Oil price cap lowered', slug: 2, guid: 1, minute: 9, body: 'Words.' };
    const first = await readIn(FRAMES.rss([known], ''), NOTHING_REMEMBERED);
    const second = await readIn(FRAMES.rss([other, known], ''), first?.memory ?? new Map());
    expect(second?.items.map(({ title }) => title)).toEqual(['Oil price cap lowered']);
    expect(second?.items[0]?.identities.some((name) => name.startsWith('guid:'))).toBe(false);
  });
});
