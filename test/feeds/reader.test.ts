import { afterEach, describe, expect, it } from 'vitest';
import type { DocumentMemory } from '../../src/domain/feed.ts';
import { id } from '../../src/domain/ids.ts';
import { Hostile } from '../../src/feeds/failure.ts';
import type { Job } from '../../src/feeds/read.ts';
import { createReader, type Reader, type ReaderLimits } from '../../src/feeds/reader.ts';
import type { Result } from '../../src/feeds/worker.ts';
import { aFeed, anOutlet, at } from '../fakes/nouns.ts';

const GENEROUS: ReaderLimits = { deadlineMs: 10_000, megabytes: 128 };

let reader: Reader | null = null;
afterEach(() => reader?.close());

function open(limits = GENEROUS): Reader {
  reader = createReader(limits);
  return reader;
}

function rss(...titles: string[]): string {
  const items = titles.map((title) => `<item><title>${title}</title><link>https://news.example/${title}</link></item>`);
  return `<rss version="2.0"><channel><title>News</title>${items.join('')}</channel></rss>`;
}

function jobOf(text: string, memory: DocumentMemory | null = null, feed = 'desk'): Job {
  const sent = { packing: null, maxBytes: 5_000_000, knownHash: null, charset: null };
  const document = { ...sent, bytes: Buffer.from(text), url: 'https://news.example/feed' };
  const reading = { feed: aFeed({ id: id(feed) }), outlet: anOutlet(), now: at('2025-08-06T12:00Z') };
  return { ...document, ...reading, memory, delta: false, complete: true };
}

function titlesOf(result: Result): readonly string[] {
  if (result.kind === 'read') return result.items.map(({ title }) => title);
  return [result.kind === 'same' ? 'same' : result.verdict];
}

function memoryOf(result: Result): DocumentMemory | null {
  return result.kind === 'read' ? result.memory : null;
}

/** Costs a second of any machine. */
const LARGE = rss(...Array.from({ length: 9_000 }, (_, index) => `<i>${'word '.repeat(40)}</i>${index}`));

describe('A reader', () => {
  it('brings what is new since the document whose memory it is handed', async () => {
    const { read } = open();
    const first = await read(jobOf(rss('one', 'two')));
    expect(titlesOf(first)).toEqual(['one', 'two']);
    const second = await read(jobOf(rss('three', 'one', 'two'), memoryOf(first)));
    expect(titlesOf(second)).toEqual(['three']);
  });

  it('reads everything again until what it gave was stored', async () => {
    const { read } = open();
    const stored = await read(jobOf(rss('one')));
    const lost = await read(jobOf(rss('two', 'one'), memoryOf(stored)));
    expect(titlesOf(lost)).toEqual(['two']);
    const again = await read(jobOf(rss('two', 'one'), memoryOf(stored)));
    expect(titlesOf(again)).toEqual(['two']);
  });

  it.each<[string, DocumentMemory | null]>([
    ['nothing is remembered', null],
    ['a memory of another thread is', id<DocumentMemory>('elsewhere.1')],
  ])('reads everything when %s', async (_when, memory) => {
    const { read } = open();
    await read(jobOf(rss('one')));
    expect(titlesOf(await read(jobOf(rss('one'), memory)))).toEqual(['one']);
  });

  it('keeps the memories of feeds apart', async () => {
    const { read } = open();
    const ours = await read(jobOf(rss('one'), null, 'ours'));
    expect(titlesOf(await read(jobOf(rss('one'), memoryOf(ours), 'theirs')))).toEqual(['one']);
  });

  it('knows the last document again, and reads nothing of it', async () => {
    const { read } = open();
    const first = await read(jobOf(rss('one')));
    const knownHash = first.kind === 'read' ? first.bodyHash : null;
    expect(titlesOf(await read({ ...jobOf(rss('one')), knownHash }))).toEqual(['same']);
    expect(titlesOf(await read({ ...jobOf(rss('one')), knownHash, complete: false }))).toEqual(['one']);
  });

  it('says what is no feed', async () => {
    expect(titlesOf(await open().read(jobOf('<html><title>Log in</title></html>')))).toEqual(['not_a_feed']);
  });
});

it('Memory that other feeds took is not put down to a document', async () => {
  const { read } = open({ ...GENEROUS, megabytes: 24 });
  const titles = Array.from({ length: 2_000 }, (_, index) => `headline ${index}`);
  const threads = new Set<string>();
  for (let feed = 1; feed <= 25 && threads.size < 2; feed++) {
    const result = await read(jobOf(rss(...titles.map((title) => `${title} of ${feed}`)), null, `feed-${feed}`));
    expect(titlesOf(result)).toHaveLength(2_000);
    threads.add(memoryOf(result)?.replace(/\..*/, '') ?? '');
  }
  expect(threads.size).toBe(2);
});

describe('A document beyond the limits', () => {
  it.each<[string, ReaderLimits, RegExp]>([
    ['of time', { ...GENEROUS, deadlineMs: 30 }, /longer than 0\.03 seconds/],
    ['of memory', { ...GENEROUS, megabytes: 12 }, /more than 12 MB/],
  ])(
    '%s is hostile, and the next one is read by a fresh thread that remembers nothing',
    async (_what, limits, says) => {
      const { read } = open(limits);
      const ready = await read(jobOf(rss('one'))).catch(() => null);
      const [large, small] = [read(jobOf(LARGE)), read(jobOf(rss('two')))];
      await expect(large).rejects.toThrow(Hostile);
      await expect(large).rejects.toThrow(says);
      await small.catch(() => null);
      const memory = ready === null ? null : memoryOf(ready);
      for (let tries = 1; tries <= 20; tries++) {
        const again = await read(jobOf(rss('one'), memory)).catch(() => null);
        if (again !== null) return expect(titlesOf(again)).toEqual(['one']);
      }
      throw new Error('no thread read a small document in 20 tries');
    },
  );
});

it('A closed reader reads nothing and leaves no thread behind', async () => {
  const closed = open();
  await closed.close();
  await expect(closed.read(jobOf(rss('one')))).rejects.toThrow('closed');
});
