import { describe, expect, it } from 'vitest';
import { absoluteUrl, canonicalLink } from '../../src/feeds/links.ts';

const ARTICLE = 'https://example.org/news/a';

describe('One article has one canonical link', () => {
  it.each([
    ['http and https', 'http://example.org/news/a', ARTICLE],
    ['with and without www.', 'https://www.example.org/news/a', ARTICLE],
    ['with and without a slash at the end', 'https://example.org/news/a/', ARTICLE],
    ['with a fragment', 'https://example.org/news/a#0', ARTICLE],
    ['with a fragment of tracking', 'https://example.org/news/a#xtor=RSS-1', ARTICLE],
    ['in capitals of the host', 'HTTPS://EXAMPLE.org/news/a', ARTICLE],
    [
      'with campaign parameters',
      'https://example.org/news/a?utm_source=rss&utm_medium=x&at_campaign=y&ns_z=1',
      ARTICLE,
    ],
    ['with click identifiers', 'https://example.org/news/a?fbclid=1&gclid=2&ito=3&xtor=4&ref=5&mod=6&CMP=7', ARTICLE],
    ['with parameters in another order', 'https://example.org/a?b=2&a=1&utm_source=x', 'https://example.org/a?a=1&b=2'],
    ['on the front page', 'https://www.example.org/', 'https://example.org'],
  ])('%s', (_sentence, link, canonical) => {
    expect(canonicalLink(link)).toBe(canonical);
  });

  it.each([
    ['parameters that name the article', 'https://example.org/a?id=1', 'https://example.org/a?id=2'],
    ['ports', 'http://example.org:8080/a', 'http://example.org:8081/a'],
    ['letter case of the path', 'https://example.org/A', 'https://example.org/a'],
    ['hosts', 'https://en.example.org/a', 'https://example.org/a'],
  ])('and %s keep two apart', (_sentence, one, other) => {
    expect(canonicalLink(one)).not.toBe(canonicalLink(other));
  });
});

describe('A reference becomes absolute', () => {
  it.each([
    ['https://example.org/a', null, 'https://example.org/a'],
    [' /a \n', 'https://example.org/feed', 'https://example.org/a'],
    ['//example.org/a', 'https://other.example/', 'https://example.org/a'],
    ['a', 'https://example.org/x/feed', 'https://example.org/x/a'],
    ['/a', null, null],
    ['', 'https://example.org/feed', null],
    ['javascript:alert(1)', 'https://example.org/feed', null],
    ['mailto:a@example.org', null, null],
    ['http://[broken', 'https://example.org/', null],
  ])('%j on %j is %j', (reference, base, url) => {
    expect(absoluteUrl(reference, base)).toBe(url);
  });
});
