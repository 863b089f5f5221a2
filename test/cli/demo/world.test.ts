import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { demoFeeds, loadWorld, parseWorld } from '../../../src/cli/demo/world.ts';
import { Refusal } from '../../../src/domain/refusal.ts';

const FEED = { id: 'a', outlet: 'bbc', title: 'A', site: 'https://a.example' };
const ITEM = { feed: 'a', published: '2025-07-14T16:00:00+01:00', title: 'T', summary: 'S', link: '/t' };

function chronology(change: object): string {
  return JSON.stringify({ about: 'x', feeds: [FEED], outages: [], items: [ITEM], ...change });
}

describe('the chronology file', () => {
  it('is read with its defaults filled in', () => {
    const feed = parseWorld(chronology({}), 'x.json').feeds.get('a');
    expect(feed).toMatchObject({ format: 'rss2', encoding: 'utf-8', quirk: null, outages: [] });
    expect(feed?.items).toMatchObject([
      { published: { text: '2025-07-14T16:00:00+01:00', at: '2025-07-14T15:00:00.000Z' }, guid: null, body: null },
    ]);
  });

  it.each([
    [
      'a date without an offset',
      { items: [{ ...ITEM, published: '2025-07-14T16:00:00' }] },
      'items[0].published: not a',
    ],
    ['an unknown feed', { items: [{ ...ITEM, feed: 'b' }] }, 'items[0].feed: "b" is none of its feeds'],
    [
      'an outage of an unknown feed',
      { outages: [{ feed: 'b', from: ITEM.published, until: ITEM.published, kind: 'truncated' }] },
      'outages[0].feed: "b"',
    ],
    [
      'items out of order',
      { items: [ITEM, { ...ITEM, published: '2025-07-14T15:59:00+01:00' }] },
      'items[1].published: earlier than',
    ],
    ['an unknown quirk', { items: [{ ...ITEM, quirk: { kind: 'loud' } }] }, 'items[0].quirk'],
    ['a misspelt field', { items: [{ ...ITEM, sumary: 'S' }] }, 'items[0]'],
    ['a whole address for a path', { items: [{ ...ITEM, link: 'https://a.example/t' }] }, 'items[0].link: not a path'],
    ['nothing at all', { items: [] }, 'items'],
  ])('is refused with %s, naming the place', (_, change, place) => {
    expect(() => parseWorld(chronology(change), 'x.json')).toThrow(Refusal);
    expect(() => parseWorld(chronology(change), 'x.json')).toThrow(place);
  });

  it('is refused when it is no JSON', () => {
    expect(() => parseWorld('{', 'x.json')).toThrow(Refusal);
    expect(() => parseWorld('{', 'x.json')).toThrow('x.json');
  });

  it('is refused when it is not there, with its name', () => {
    const missing = pathToFileURL('/nowhere/chronology.json');
    expect(() => loadWorld(missing)).toThrow(Refusal);
    expect(() => loadWorld(missing)).toThrow('/nowhere/chronology.json');
  });

  it('gives its feeds with their outlets', () => {
    expect(demoFeeds(parseWorld(chronology({}), 'x.json'))).toEqual([{ id: 'a', outlet: 'bbc' }]);
  });
});
