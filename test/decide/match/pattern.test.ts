import { describe, expect, it } from 'vitest';
import { readItem } from '../../../src/decide/match/fields.ts';
import { findPattern } from '../../../src/decide/match/find.ts';
import { type Comparison, readPattern } from '../../../src/decide/match/pattern.ts';

/** What a written pattern finds in a text, as published; null for nothing. */
function found(written: string, text: string, comparison: Comparison = 'letters'): string | null {
  const read = readPattern(written, comparison);
  if (read.kind === 'error') throw new Error(read.error.message);
  const [field] = readItem({ title: text, lede: '' }).fields;
  const place = field && findPattern({ ...read, written }, field);
  return field && place ? text.slice(field.tokens[place.from]?.start, field.tokens[place.to - 1]?.end) : null;
}

describe('a pattern finds its words in a row', () => {
  it.each([
    ['a word', 'Kyiv', 'Strikes on KYIV again', 'KYIV'],
    ['the first of two places', 'talks', 'Talks about talks', 'Talks'],
    ['a whole word only', 'talk', 'Talks resume', null],
    ['a beginning', 'talk*', 'Talks resume', 'Talks'],
    ['the beginning itself', 'talk*', 'A talk', 'talk'],
    ['no beginning in the middle of a word', 'port*', 'The airport', null],
    ['a phrase', '10 or 12 days', 'Putin has ‘10 or 12 days’ left', '10 or 12 days'],
    ['a phrase across a hyphen', '50 days', 'the 50-day, then 50-days limit', '50-days'],
    ['a phrase whose first word stands alone before', 'white house', 'White paper, White House', 'White House'],
    ['a phrase that the text breaks off', 'white house', 'The new White', null],
    ['a phrase in another order', 'white house', 'The House White', null],
    ['a phrase that ends in a beginning', 'secondary tariff*', 'Secondary tariffs loom', 'Secondary tariffs'],
    ['beginnings inside a phrase', 'general licen* 1*', 'General licence 128B', 'General licence 128B'],
    ['an acronym however dotted', 'U.S.', 'the US and', 'US'],
    ['a number however grouped', '1200', 'All 1,200 came home', '1,200'],
    ['a possessive', 'Russia', 'Russia’s answer', 'Russia'],
    ['a name with an accent written without', 'Ciragan', 'at Çırağan Palace', 'Çırağan'],
    ['a longer pattern than text', 'white house press pool', 'White House', null],
    ['nothing in nothing', 'kyiv', '', null],
  ])('%s', (_what, written, text, expected) => {
    expect(found(written, text)).toBe(expected);
  });
});

describe('a pattern of forms finds every form of its words in the language of the text', () => {
  it.each([
    ['the plural of a noun', 'sanction', 'The sanctions of the West', 'sanctions'],
    ['a form of a verb', 'extended', 'They are extending it', 'extending'],
    ['a phrase in other forms', 'secondary sanction', 'The secondary sanctions', 'secondary sanctions'],
    ['cases of a Russian noun', 'санкция', 'Что дали санкциями и без них', 'санкциями'],
    ['a Russian adjective whose й fell off with its mark', 'новый', 'О новой и старой', 'новой'],
    ['cases of a Ukrainian noun', 'переговори', 'Що сталося на переговорах', 'переговорах'],
    ['a German plural', 'Sanktion', 'Die Sanktionen und der Rat', 'Sanktionen'],
    ['an Arabic noun with its article', 'عقوبة', 'قال ان العقوبات', 'العقوبات'],
    ['no other word of a short one', 'US', 'It is up to u', null],
    ['no form of news', 'news', 'The new and the old', null],
    ['nothing but the word where the language is not known', 'sanction', 'Sanctions Kyiv', null],
    ['the word itself where the language is not known', 'sanctions', 'Sanctions Kyiv', 'Sanctions'],
    ['letters only beside a star', 'secondary tariff*', 'The secondaries of tariffs', null],
  ])('%s', (_what, written, text, expected) => {
    expect(found(written, text, 'forms')).toBe(expected);
  });
});

describe('an exact pattern finds what is published just so', () => {
  it.each([
    ['an acronym in capitals', 'US', 'Tell us what the US wants', 'US'],
    ['an acronym with dots', 'US', 'what the U.S. wants', 'U.S.'],
    ['no small letters', 'US', 'Tell us', null],
    ['the later of two places', 'Fed up', 'Those fed up say Fed up', 'Fed up'],
    ['accents', 'Çırağan', 'at Ciragan and Çırağan', 'Çırağan'],
  ])('%s', (_what, written, text, expected) => {
    expect(found(written, text, 'exact')).toBe(expected);
  });
});

describe('a script without spaces is found by pairs of characters', () => {
  it.each([
    ['a word of two', '停火', '俄乌停火协议', '停火'],
    ['a longer word', '停火协议', '俄乌停火协议谈判', '停火协议'],
    ['a character', '火', '停火协议', '火协'],
    ['a character at the end', '议', '停火协议', '议'],
    ['words apart', '停火 G7', '停火 G7', '停火 G7'],
    ['no word that only begins alike', '停火线', '停火协议', null],
    ['no pair across a gap', '停火', '停 火', null],
    ['a Japanese word', 'タワー', '東京タワーで', 'タワー'],
    ['a Korean name with its particle', '대통령', '대통령이 말했다', '대통령'],
  ])('%s', (_what, written, text, expected) => {
    expect(found(written, text, 'forms')).toBe(expected);
  });
});

describe('a star stands at the end of a word', () => {
  it.each([
    ['li*n', 2],
    ['*port', 0],
    ['oil * depot', 4],
    ['depot**', 5],
    ['depot*s', 5],
  ])('and not as in %s', (written, at) => {
    expect(readPattern(written, 'forms')).toMatchObject({ kind: 'error', error: { at } });
  });
});
