import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isUnspaced, tokenise } from '../../../src/decide/match/normalise.ts';
import { runs } from '../../fakes/runs.ts';

function words(text: string): string {
  return tokenise(text)
    .map((token) => token.text)
    .join(' ');
}

describe('words are compared without what publishers differ in', () => {
  it.each([
    ['case', 'TRUMP Putin', 'trump putin'],
    ['accents', 'Erdoğan à Genève', 'erdogan a geneve'],
    ['strokes and ligatures', 'Çırağan, Wałęsa, Støre, œuvre', 'ciragan walesa store oeuvre'],
    ['a dotted capital I', 'İstanbul', 'istanbul'],
    ['compatibility forms', 'ﬁve ｄａｙｓ', 'five days'],
    ['hyphens and dashes', 'cease-fire 10–12 days — now', 'cease fire 10 12 days now'],
    ['slashes', 'Moscow/Kyiv', 'moscow kyiv'],
    ['straight single quotes at both ends', "'10 or 12 days'", '10 or 12 days'],
    ['curly quotes at both ends', '‘severe’ “tariffs”', 'severe tariffs'],
    ['possessives, straight and curly', "Putin's Trump’s KYIV'S", 'putin trump kyiv'],
    ['the possessive of a plural', 'the allies’ talks', 'the allies talks'],
    ['apostrophes inside a word', "O'Brien don’t", 'obrien dont'],
    ['a modifier letter as an apostrophe', 'Trumpʼs дев’ять дев\u02BCять', 'trump девять девять'],
    ['acronyms with dots', 'U.S. U.K. U.N. E.U', 'us uk un eu'],
    ['an acronym before a hyphen, a possessive and a word', "U.S.-led U.S.'s U.S.Treasury", 'us led us us treasury'],
    ['an initial that is no acronym', 'N.Korea and Plan B. After', 'n korea and plan b after'],
    ['thousands', '1,200 prisoners, 26,000,000 barrels', '1200 prisoners 26000000 barrels'],
    ['thousands with a unit', '1,200km', '1200km'],
    ['lists of numbers', '10,12 or 1,20', '10 12 or 1 20'],
    ['clock times and decimals', '12:01 a.m. $203.5m', '12 01 am 203 5m'],
    ['footnote marks and fractions', 'Trump² in 2½ weeks', 'trump in 2 weeks'],
    ['soft hyphens', 'sanc\u00ADtions', 'sanctions'],
    ['no-break spaces', '50\u00A0days', '50 days'],
    ['nothing but signs', '“…” — !', ''],
    ['nothing', '', ''],
  ])('%s', (_what, text, expected) => {
    expect(words(text)).toBe(expected);
  });
});

describe('Cyrillic letters', () => {
  it.each(['Зеленський', 'Королёв', 'Київ', 'ґанок'])('compare equal composed and decomposed: %s', (name) => {
    expect(words(name.normalize('NFD'))).toBe(words(name.normalize('NFC')));
  });

  it('keep different names apart', () => {
    expect(words('Путін')).not.toBe(words('Путин'));
    expect(words('Зеленський')).not.toBe(words('Зеленский'));
  });

  it('meet е where a publisher leaves the dots of ё away', () => {
    expect(words('Королёв')).toBe(words('Королев'));
  });
});

describe('spans point into the text as published', () => {
  it.each([
    ['Kyiv says “Putin’s” envoy', ['Kyiv', 'says', 'Putin', 'envoy']],
    ['The U.S. sends 1,200', ['The', 'U.S.', 'sends', '1,200']],
    ['Ки\u0438\u0306в й', ['Ки\u0438\u0306в', 'й']],
  ])('%s', (text, expected) => {
    expect(tokenise(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });

  it('stand in order, overlap only where a script writes no spaces, and hold the word they stand for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), sign) }),
        (text) => {
          let reached = 0;
          for (const token of tokenise(text)) {
            expect(token.start).toBeGreaterThanOrEqual(reached);
            if (!isUnspaced(text)) expect(words(text.slice(token.start, token.end))).toBe(token.text);
            reached = isUnspaced(token.text) ? token.start + 1 : token.end;
          }
        },
      ),
      runs(),
    );
  });
});

const sign = fc.constantFrom("'", '’', '.', ',', '-', ' ', 's', 'S', 'U', '1', '200', '\u02BC', '\u00AD', '\u0306');

it('a word as compared compares as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const token of tokenise(text).filter((each) => !isUnspaced(each.text)))
        expect(words(token.text)).toBe(token.text);
    }),
    runs(1000),
  );
});
