import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/domain/item.ts';
import { identitiesOf as identitiesIn, type Scope } from '../../src/feeds/identity.ts';
import { readLink } from '../../src/feeds/links.ts';
import { normalised } from '../../src/feeds/text.ts';
import { at } from '../fakes/nouns.ts';

const SCOPE = { feed: 'world', outlet: 'desk' };

function anEntry(change: Partial<Entry> = {}): Entry {
  return { guid: null, title: '', link: null, published: null, updated: null, summary: '', content: '', ...change };
}

function identitiesOf(entry: Entry, scope: Scope): readonly string[] {
  const link = entry.link === null ? null : readLink(entry.link);
  return identitiesIn(entry, { link, title: normalised(entry.title), scope });
}

function strongestOf(link: string): string | undefined {
  return identitiesOf(anEntry({ link }), SCOPE)[0];
}

describe('An article is known by the number or code its outlet gives it', () => {
  it.each([
    ['https://www.bbc.com/news/articles/c2dk9ezyr3po?at_medium=RSS', 'article:bbc.com/c2dk9ezyr3po'],
    ['https://www.bbc.co.uk/news/articles/c2dk9ezyr3po#0', 'article:bbc.com/c2dk9ezyr3po'],
    ['https://www.bbc.com/news/world-europe-66410324', 'article:bbc.com/66410324'],
    ['https://www.themoscowtimes.com/2025/08/06/a-visit-a90106', 'article:themoscowtimes.com/a90106'],
    ['https://www.themoscowtimes.com/2025/08/06/another-headline-a90106', 'article:themoscowtimes.com/a90106'],
    ['https://news.sky.com/story/a-meeting-in-moscow-13396641', 'article:news.sky.com/13396641'],
    ['https://www.dw.com/en/a-deadline/a-73555555', 'article:dw.com/a-73555555'],
    ['https://www.pravda.com.ua/eng/news/2025/08/06/7524953/', 'article:pravda.com.ua/eng-7524953'],
    ['https://www.pravda.com.ua/news/2025/08/06/7524953/', 'article:pravda.com.ua/7524953'],
    ['https://www.ukrinform.net/rubric-polytics/4022222-a-slug.html', 'article:ukrinform.net/4022222'],
    ['https://tass.com/world/1998725', 'article:tass.com/1998725'],
    ['https://www.rferl.org/a/a-slug/33486021.html', 'article:rferl.org/33486021'],
    ['https://www.rt.com/russia/622666-a-slug/', 'article:rt.com/622666'],
    ['https://www.npr.org/2025/08/06/nx-s1-5493000/a-slug', 'article:npr.org/nx-s1-5493000'],
    ['https://press.un.org/en/2025/sc16133.doc.htm', 'article:press.un.org/sc16133'],
    ['http://en.kremlin.ru/events/president/news/77696', 'article:en.kremlin.ru/77696'],
    ['https://unheard-of.example/world/a-slug-1234567.html', 'article:unheard-of.example/1234567'],
  ])('%s', (link, identity) => {
    expect(strongestOf(link)).toBe(identity);
  });

  it.each([
    ['a day is no number of an article', 'https://unheard-of.example/live-20250806'],
    ['a short number is none either', 'https://unheard-of.example/top-10'],
    ['one outlet’s rule is not another’s', 'https://unheard-of.example/a-slug-a90106'],
  ])('but %s', (_sentence, link) => {
    expect(strongestOf(link)).toBe(`link:${link}`);
  });
});

describe('Identities', () => {
  const WHOLE = anEntry({
    guid: 'https://www.bbc.com/news/articles/c2dk9ezyr3po#10',
    link: 'https://www.bbc.com/news/articles/c2dk9ezyr3po?at_campaign=rss',
    title: 'Envoy in Moscow',
    published: at('2025-08-06T10:00Z'),
  });

  it('come strongest first', () => {
    expect(identitiesOf(WHOLE, SCOPE)).toEqual([
      'article:bbc.com/c2dk9ezyr3po',
      'link:https://bbc.com/news/articles/c2dk9ezyr3po',
      'guid:world/https://www.bbc.com/news/articles/c2dk9ezyr3po#10',
      expect.stringMatching(/^hash:[0-9a-f]{32}$/),
    ]);
  });

  it('by article and link are the same in every feed, by guid in one feed alone', () => {
    const here = identitiesOf(WHOLE, SCOPE);
    const there = identitiesOf(WHOLE, { ...SCOPE, feed: 'europe' });
    expect(there.filter((identity) => here.includes(identity))).toEqual(
      here.filter((each) => !each.startsWith('guid:')),
    );
  });

  it('by hash see through letter case and punctuation of a title, never through another date or outlet', () => {
    const hashOf = (change: Partial<Entry>, outlet = 'desk') =>
      identitiesOf(anEntry({ title: 'Envoy in Moscow', published: at('2025-08-06T10:00Z'), ...change }), {
        ...SCOPE,
        outlet,
      })[0];
    expect(hashOf({ title: 'ENVOY, in Moscow!' })).toBe(hashOf({}));
    expect(hashOf({ published: at('2025-08-07T10:00Z') })).not.toBe(hashOf({}));
    expect(hashOf({}, 'other')).not.toBe(hashOf({}));
  });

  it('by hash are not given to an entry without a date that has something better', () => {
    const live = anEntry({ title: 'Live updates', guid: '1' });
    expect(identitiesOf(live, SCOPE)).toEqual(['guid:world/1']);
  });

  it('are never missing', () => {
    const [one] = identitiesOf(anEntry({ title: 'Live updates', summary: 'a' }), SCOPE);
    const [other] = identitiesOf(anEntry({ title: 'Live updates', summary: 'b' }), SCOPE);
    expect(one).toMatch(/^hash:/);
    expect(one).not.toBe(other);
  });
});
