import fc from 'fast-check';
import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { type DemoDocument, documentAt, editionAt } from '../../../src/cli/demo/document.ts';
import { loadWorld } from '../../../src/cli/demo/world.ts';
import { type Instant, instantOf, msOf, plus, SECOND } from '../../../src/domain/time.ts';
import { at } from '../../fakes/nouns.ts';
import { runs } from '../../fakes/runs.ts';

const world = loadWorld();
const FEEDS = [...world.feeds.values()];
const NAMES = FEEDS.map((feed) => feed.id);

/** Between the rounds, before and after a redate, amid the summer's events, and when all is told. */
const MOMENTS = [
  at('2025-05-15T00:00Z'),
  at('2025-06-20T12:00Z'),
  at('2025-07-14T18:00Z'),
  at('2025-07-16T08:00Z'),
  at('2025-07-29T21:00Z'),
  at('2025-08-06T12:00Z'),
  at('2025-08-17T00:00Z'),
];

function served(feed: string, now: Instant): DemoDocument {
  const document = documentAt(world, feed, now);
  if (document === null) throw new Error(`${feed} is not served`);
  return document;
}

function textOf({ body }: DemoDocument): string {
  const encoding = body.subarray(0, 60).includes('windows-1251') ? 'windows-1251' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true }).decode(body);
}

const parsed = (document: DemoDocument) => new Parser().parseString(textOf(document));
const entries = async (feed: string, now: Instant) => (await parsed(served(feed, now))).items;

async function entry(feed: string, words: string, now: Instant) {
  const found = (await entries(feed, now)).find((item) => item.title?.includes(words));
  if (found === undefined) throw new Error(`${feed} has no entry with "${words}" at ${now}`);
  return found;
}

describe.each(NAMES)('%s', (feed) => {
  it.each(MOMENTS)('is well formed at %s: at most 20 entries, newest first, none from the future', async (now) => {
    const items = await entries(feed, now);
    const dates = items.map((item) => Date.parse(item.isoDate ?? ''));
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThanOrEqual(20);
    expect(dates).toEqual([...dates].sort((a, b) => b - a));
    expect(dates.every((date) => date <= msOf(now))).toBe(true);
    expect(items.every((item) => item.title && item.link && (item.summary ?? item.content))).toBe(true);
  });
});

describe('a document', () => {
  it('is the same between two changes of its feed', () => {
    const span = { min: msOf(at('2025-05-14T00:00Z')), max: msOf(at('2025-08-18T00:00Z')) };
    fc.assert(
      fc.property(fc.constantFrom(...FEEDS), fc.integer(span), fc.integer(span), (feed, one, other) => {
        const [a, b] = [instantOf(one), instantOf(other)];
        if (editionAt(feed, a) !== editionAt(feed, b)) return;
        expect(served(feed.id, a).body).toEqual(served(feed.id, b).body);
      }),
      runs(),
    );
  });

  it('is another with every item', () => {
    const moments = FEEDS.flatMap((feed) => feed.items.map((item) => [feed.id, item.published.at] as const));
    const same = moments.filter(([feed, now]) => served(feed, plus(now, -SECOND)).body.equals(served(feed, now).body));
    expect(same).toEqual([]);
  });

  it('says when it changed last', () => {
    const { headers } = served('un-press', at('2025-08-01T12:00Z'));
    expect(headers['last-modified']).toBe('Thu, 31 Jul 2025 20:40:00 GMT');
  });

  it('has no entries and no date of change before the first item', async () => {
    const document = served('dw', at('2025-01-01T00:00Z'));
    expect((await parsed(document)).items).toEqual([]);
    expect(document.headers).not.toHaveProperty('last-modified');
  });

  it('of an unknown feed does not exist', () => {
    expect(documentAt(world, 'reuters', at('2025-08-01T00:00Z'))).toBeNull();
  });

  it.each([
    ['dw', '<rdf:RDF'],
    ['un-press', '<feed xmlns="http://www.w3.org/2005/Atom"'],
    ['bbc-world', '<rss version="2.0"'],
  ])('of %s is written as %s', (feed, root) => {
    expect(textOf(served(feed, at('2025-08-01T00:00Z')))).toContain(root);
  });

  it('drops its oldest entries when more than 20 are published', async () => {
    const all = world.feeds.get('kyiv-independent')?.items ?? [];
    const links = (await entries('kyiv-independent', at('2025-08-17T00:00Z'))).map((item) => item.link);
    expect(all.length).toBeGreaterThan(20);
    expect(links).toHaveLength(20);
    expect(links).not.toContain(`https://kyivindependent.com${all[0]?.link}`);
  });
});

describe('the awkward things feeds do', () => {
  it('an item comes back on top under a new date, otherwise unchanged', async () => {
    const before = await entry('bbc-world', '50 days', at('2025-07-16T07:00Z'));
    const after = await entry('bbc-world', '50 days', at('2025-07-16T07:20Z'));
    expect(after).toMatchObject({ title: before.title, link: before.link, content: before.content });
    expect([before.isoDate, after.isoDate]).toEqual(['2025-07-14T16:32:00.000Z', '2025-07-16T07:10:00.000Z']);
  });

  it('a guid ends in the block of the page, which moves as news comes in', async () => {
    const before = await entry('bbc-world', 'Ten days', at('2025-07-29T20:00Z'));
    const after = await entry('bbc-world', 'Ten days', at('2025-08-06T20:00Z'));
    expect(before.guid).toBe(`${before.link}#0`);
    expect(after.guid).toBe(`${after.link}#1`);
    expect(after.link).toBe(before.link);
  });

  it('a headline and its slug change under the same guid', async () => {
    const before = await entry('moscow-times', 'Witkoff', at('2025-08-06T12:00Z'));
    const after = await entry('moscow-times', 'Witkoff', at('2025-08-06T17:00Z'));
    expect(after.guid).toBe(before.guid);
    expect(after.title).not.toBe(before.title);
    expect(after.link).not.toBe(before.link);
    expect([before.link, after.link].every((link) => link?.endsWith('-a99077'))).toBe(true);
  });

  it('one article stands in two feeds, once with tracking parameters', async () => {
    const now = at('2025-08-06T12:00Z');
    const [world, europe] = [await entry('bbc-world', 'Witkoff', now), await entry('bbc-europe', 'Witkoff', now)];
    expect(world.link).toBe(`${europe.link}?at_medium=RSS&at_campaign=rss`);
    expect(world.guid?.split('#')[0]).toBe(europe.link);
  });

  it('a round-up keeps what it mentions in its body', async () => {
    const briefing = await entry('guardian-world', 'briefing', at('2025-08-07T12:00Z'));
    expect(briefing['content:encoded']).toContain('holiday camp');
    expect(`${briefing.title} ${briefing.content}`).not.toContain('holiday camp');
  });

  it('a windows-1251 feed decodes to its Cyrillic words and is no UTF-8', () => {
    const { body, headers } = served('ukrainska-pravda-en', at('2025-08-17T00:00Z'));
    expect(new TextDecoder('windows-1251').decode(body)).toContain('Зеленський (Zelenskyy)');
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(body)).toThrow();
    expect(headers['content-type']).toBe('text/xml');
  });

  it('a challenge page answers for some hours, then the feed is back', async () => {
    const page = served('france24', at('2025-07-17T07:00Z'));
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(textOf(page)).toMatch(/^<!DOCTYPE html>/);
    expect(await entries('france24', at('2025-07-17T10:00Z'))).not.toEqual([]);
  });

  it('a document breaks off for some hours, then is whole again', async () => {
    const broken = served('aljazeera', at('2025-07-26T12:00Z'));
    expect(textOf(broken)).not.toContain('</rss>');
    await expect(parsed(broken)).rejects.toThrow();
    const whole = served('aljazeera', at('2025-07-26T14:00Z'));
    expect(textOf(whole).startsWith(textOf(broken))).toBe(true);
    expect((await parsed(whole)).items.length).toBeGreaterThan(0);
  });
});
