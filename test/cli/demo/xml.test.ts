import fc from 'fast-check';
import Parser from 'rss-parser';
import { describe, expect, it } from 'vitest';
import { type Channel, type ChannelEntry, type Format, rfc822, xmlOf } from '../../../src/cli/demo/xml.ts';
import { runs } from '../../fakes/runs.ts';

const ENTRY: ChannelEntry = {
  title: 'Title',
  summary: 'Summary',
  body: null,
  link: 'https://a.example/b?x=1&y=2',
  guid: 'https://a.example/b?x=1&y=2',
  published: '2025-07-14T16:38:00+01:00',
};

function channel(...entries: readonly ChannelEntry[]): Channel {
  return { title: 'A', site: 'https://a.example', encoding: 'utf-8', updated: '2025-07-14T16:38:00+01:00', entries };
}

const parse = (document: string) => new Parser().parseString(document);
const FORMATS: readonly Format[] = ['rss2', 'rss1', 'atom'];

describe.each(FORMATS)('a channel as %s', (format) => {
  it('is read back with title, link, summary and date', async () => {
    const { items } = await parse(xmlOf(channel(ENTRY), format));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ title: 'Title', link: ENTRY.link, isoDate: '2025-07-14T15:38:00.000Z' });
    expect(items[0]?.summary ?? items[0]?.content).toBe('Summary');
  });

  it('keeps every character of a title', async () => {
    const words = fc.stringMatching(/^[!-~“”–єїА-я]{1,30}$/);
    await fc.assert(
      fc.asyncProperty(words, async (title) => {
        const { items } = await parse(xmlOf(channel({ ...ENTRY, title }), format));
        expect(items[0]?.title).toBe(title);
      }),
      runs(),
    );
  });

  it('is well formed without entries and without a date', async () => {
    const { items } = await parse(xmlOf({ ...channel(), updated: null }, format));
    expect(items).toEqual([]);
  });
});

describe('a date in RSS 2.0', () => {
  it.each([
    ['2025-07-14T16:38:00+01:00', 'Mon, 14 Jul 2025 16:38:00 +0100'],
    ['2025-08-06T10:20:00-04:00', 'Wed, 06 Aug 2025 10:20:00 -0400'],
    ['2025-08-09T02:15:00Z', 'Sat, 09 Aug 2025 02:15:00 GMT'],
  ])('%s is written %s', (iso, text) => {
    expect(rfc822(iso)).toBe(text);
    expect(Date.parse(text)).toBe(Date.parse(iso));
  });

  it('that is none is a bug', () => {
    expect(() => rfc822('soon')).toThrow(RangeError);
  });
});
