import { describe, expect, it } from 'vitest';
import { knownAs, knownOf } from '../../src/decide/known.ts';
import { type Facts, NO_FACTS } from '../../src/domain/facts.ts';
import { id } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import { anItem, aSource, at } from '../fakes/nouns.ts';

const PAGE = 'https://ministry.example/statements';

/** What is known once these items were stored, each name its first owner's. */
function factsAfter(...items: readonly Item[]): Facts {
  const known = new Map<string, ReturnType<typeof knownOf>>();
  for (const item of items) for (const name of item.identities) if (!known.has(name)) known.set(name, knownOf(item));
  return { ...NO_FACTS, known };
}

const FIRST = anItem({
  id: id('first'),
  identities: [`link:${PAGE}`, 'guid:bbc-world/1', 'hash:1', 'by:bbc/1'],
  link: PAGE,
  guid: '1',
  title: 'General licence 128A issued',
  published: at('2025-12-04T15:00Z'),
});

const as = (change: Partial<Item>): string | null =>
  knownAs(anItem({ ...FIRST, id: id('second'), ...change }), factsAfter(FIRST))?.id ?? null;

describe('an item is one of before', () => {
  it.each<[string, Partial<Item>]>([
    ['with every name the same', {}],
    ['with another headline at the same page and guid', { title: 'Something else entirely' }],
    [
      'reworded under another guid',
      { guid: '2', title: 'General licence 128A is issued', identities: [`link:${PAGE}`, 'guid:bbc-world/2'] },
    ],
    [
      'word for word under another guid and date',
      { guid: '2', published: at('2025-12-05T15:00Z'), identities: [`link:${PAGE}`, 'guid:bbc-world/2'] },
    ],
    ['with a new link under its guid', { link: `${PAGE}/128a`, identities: ['link:x', 'guid:bbc-world/1'] }],
    ['with its outlet’s number, whatever else changed', { identities: ['article:bbc.com/7', 'link:x'], title: 'Else' }],
    ['with title and date alone, when it leads nowhere', { link: null, guid: null, identities: ['hash:1'] }],
  ])('%s', (_what, change) => {
    const facts = factsAfter({ ...FIRST, identities: [...FIRST.identities, 'article:bbc.com/7'] });
    expect(knownAs(anItem({ ...FIRST, id: id('second'), ...change }), facts)?.id).toBe('first');
  });
});

describe('an item is a new one', () => {
  it.each<[string, Partial<Item>]>([
    [
      'on a page of many, with a guid and words of its own',
      {
        guid: '2',
        title: 'Cargo insurers listed',
        hash: 'other',
        identities: [`link:${PAGE}`, 'guid:bbc-world/2', 'hash:2'],
      },
    ],
    [
      'of the same title on a page of many, with a guid, a date and an opening of its own',
      {
        guid: '2',
        hash: 'other',
        published: at('2025-12-09T15:00Z'),
        identities: [`link:${PAGE}`, 'guid:bbc-world/2', 'hash:2'],
      },
    ],
    [
      'that differs in a number alone, on a page of many',
      {
        guid: '2',
        title: 'General licence 128B issued',
        hash: 'other',
        identities: [`link:${PAGE}`, 'guid:bbc-world/2', 'hash:2'],
      },
    ],
    [
      'under a guid given twice, elsewhere, with other words and another date',
      {
        link: 'https://ministry.example/b',
        title: 'Cargo insurers listed',
        published: at('2025-12-09T15:00Z'),
        identities: ['link:b', 'guid:bbc-world/1', 'hash:2'],
      },
    ],
    [
      'of the same title and date, with a page and a guid of its own',
      { link: 'https://ministry.example/b', guid: '2', identities: ['link:b', 'guid:bbc-world/2', 'hash:1'] },
    ],
    [
      'of another outlet that leads to the same page',
      { source: aSource({ outlet: id('digest') }), identities: [`link:${PAGE}`, 'by:digest/1'] },
    ],
  ])('%s', (_what, change) => {
    expect(as(change)).toBe(null);
  });
});

it('an item whose every name is taken counts as the one it is most like, since it could not be known again', () => {
  const other = { guid: '2', title: 'Cargo insurers listed', identities: [`link:${PAGE}`] };
  expect(as(other)).toBe('first');
});
