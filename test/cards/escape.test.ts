import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, escaped, escapeMarkdown, isReadable, plain, quotable, truncate } from '../../src/cards/escape.ts';
import { runs } from '../fakes/runs.ts';
import { anyText, constructsIn } from './reading.ts';

describe('escaping text from feeds', () => {
  it.each([
    ['a mention of everyone', '@everyone', '@\u200Beveryone'],
    ['a member', '<@12>', '\\<@\u200B12\\>'],
    ['a role', '<@&12>', '\\<@\u200B&12\\>'],
    ['a channel', '<#12>', '\\<#12\\>'],
    ['a timestamp', '<t:1:R>', '\\<t\\:1\\:R\\>'],
    ['a custom emoji', '<:x:1>', '\\<\\:x\\:1\\>'],
    ['an emoji by name', ':skull:', '\\:skull\\:'],
    ['a masked link', '[a](b)', '\\[a\\](b)'],
    ['a bare link', 'https://a.example', 'https\\://a.example'],
    ['bold', '**a**', '\\*\\*a\\*\\*'],
    ['underline', '__a__', '\\_\\_a\\_\\_'],
    ['strike-through', '~~a~~', '\\~\\~a\\~\\~'],
    ['a spoiler', '||a||', '\\|\\|a\\|\\|'],
    ['code', '`a`', '\\`a\\`'],
    ['a backslash', '\\*', '\\\\\\*'],
    ['a heading', '# a', '\\# a'],
    ['subtext', '-# a', '\\-# a'],
    ['a list', '- a', '\\- a'],
    ['a numbered list', '12. a', '12\\. a'],
    ['a quote', '> a', '\\> a'],
    ['a second line', 'a\n# b', 'a # b'],
    ['a text that needs nothing', 'Talks (again) on 8 August - #1', 'Talks (again) on 8 August - #1'],
  ])('takes the effect from %s', (_, text, expected) => {
    expect(escaped(text, 100)).toBe(expected);
  });

  it('leaves no markdown, mention or link in any text', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 10, max: 300 }), (text, max) => {
        expect(constructsIn(escaped(text, max))).toEqual([]);
      }),
      runs(),
    );
  });

  it('only adds backslashes', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const cleaned = clean(text);
        expect(escapeMarkdown(cleaned).replace(/\\([^0-9A-Za-z\s])/g, '$1')).toBe(cleaned);
      }),
      runs(),
    );
  });
});

describe('cleaning text', () => {
  it.each([
    ['bidi overrides', 'a\u202Eb\u2066c', 'abc'],
    ['control characters', 'a\u0000\u001Bb', 'ab'],
    ['line breaks of every kind', 'a\r\nb\u2028c\u0085d', 'a b cd'],
    ['half a surrogate pair', 'a\uD83Db', 'ab'],
    ['marks piled on a letter', `e${'\u0301'.repeat(20)}`, 'e\u0301\u0301\u0301\u0301'],
    ['zero-width spaces', 'dead\u200Bline', 'deadline'],
  ])('removes %s', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it.each([['👩‍👩‍👧‍👦 family'], ['می‌خواهم'], ['किंवा'], ['Київ, Україна']])('keeps %s as it is', (text) => {
    expect(clean(text)).toBe(text);
  });

  it('changes nothing the second time', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(clean(clean(text))).toBe(clean(text));
      }),
      runs(),
    );
  });

  it('knows a text that shows nothing', () => {
    expect(['', ' ', '\u200D', '\u0301'].map(isReadable)).toEqual([false, false, false, false]);
    expect(['a', '最', '🇺🇦', '?'].map(isReadable)).toEqual([true, true, true, true]);
  });
});

describe('cutting text', () => {
  it.each([
    ['text that fits', 'as it is', 8, 'as it is'],
    ['a long word', 'abcdefghij', 5, 'abcd…'],
    ['between words where one ends nearby', 'the talks in Istanbul go on', 24, 'the talks in Istanbul…'],
    ['no emoji in two', 'ab👩‍👩‍👧‍👦', 6, 'ab…'],
    ['no letter from its mark', 'abe\u0301f', 4, 'ab…'],
  ])('leaves or cuts %s', (_, text, max, expected) => {
    expect(truncate(text, max)).toBe(expected);
  });

  it('never exceeds its limit and never leaves half a character', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 300 }), (text, max) => {
        const cut = plain(text, max);
        expect(cut.length).toBeLessThanOrEqual(max);
        expect(cut).not.toMatch(/\p{Cs}/u);
      }),
      runs(),
    );
  });

  it('quotes at most 25 words', () => {
    const words = Array.from({ length: 30 }, (_, index) => `w${index + 1}`);
    expect(quotable(words.join(' '))).toBe(`${words.slice(0, 25).join(' ')}…`);
    expect(quotable(words.slice(0, 25).join(' '))).toBe(words.slice(0, 25).join(' '));
  });
});
