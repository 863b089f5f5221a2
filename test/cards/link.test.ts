import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { button, httpUrl, maskedLink } from '../../src/cards/link.ts';
import { runs } from '../fakes/runs.ts';
import { anyText, anyUrl } from './reading.ts';

describe('links', () => {
  it.each([
    ['an ordinary address', 'https://www.bbc.com/news/a-1?x=1#2', 'https://www.bbc.com/news/a-1?x=1#2'],
    ['parentheses', 'https://en.example/Talks_(2025)', 'https://en.example/Talks_%282025%29'],
    ['spaces and angles', 'https://a.example/a b?<c>', 'https://a.example/a%20b?%3Cc%3E'],
    ['backslashes in a query', 'https://a.example/?a=\\', 'https://a.example/?a=%5C'],
    ['a name in another script', 'https://приклад.укр/', 'https://xn--80aikifvh.xn--j1amh/'],
  ])('keep or encode %s', (_, text, expected) => {
    expect(httpUrl(text)).toBe(expected);
  });

  it.each([
    ['nothing', null],
    ['a script', 'javascript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['a login', 'https://user:secret@a.example/'],
    ['a user name alone', 'https://user@a.example/'],
    ['a password alone', 'https://:secret@a.example/'],
    ['a path alone', '/news/a'],
    ['an endless address', `https://a.example/${'a'.repeat(600)}`],
  ])('are not made of %s', (_, text) => {
    expect(httpUrl(text)).toBeNull();
    expect(maskedLink('Label', text, 50)).toBe('Label');
    expect(button('Label', text)).toEqual([]);
  });

  it('carry brackets of a label as parentheses, because Discord pairs brackets first', () => {
    expect(maskedLink('[Update] a_b', 'https://a.example/', 50)).toBe('[(Update) a\\_b](https://a.example/)');
  });

  it('are either one whole masked link or no link at all', () => {
    fc.assert(
      fc.property(anyText, anyUrl, (label, url) => {
        const href = httpUrl(url);
        const [text = '', target] = maskedLink(label, url, 100).split(/(?<=\])(?=\(https?:)/);
        expect(target).toBe(href === null ? undefined : `(${href})`);
        expect(text.slice(href === null ? 0 : 1, href === null ? undefined : -1)).not.toMatch(/[[\]]/);
      }),
      runs(),
    );
  });
});
