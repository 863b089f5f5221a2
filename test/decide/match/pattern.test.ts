import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../src/decide/match/normalise.ts';
import { findPattern, readPattern } from '../../../src/decide/match/pattern.ts';

/** What a written pattern finds in a text, as published; null for nothing. */
function found(written: string, text: string): string | null {
  const read = readPattern(written);
  if (read.kind === 'error') throw new Error(read.error.message);
  const span = findPattern({ written, words: read.words }, tokenise(text));
  return span ? text.slice(span.start, span.end) : null;
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

describe('a star stands at the end of a word', () => {
  it.each([
    ['li*n', 2],
    ['*port', 0],
    ['oil * depot', 4],
    ['depot**', 5],
    ['depot*s', 5],
  ])('and not as in %s', (written, at) => {
    expect(readPattern(written)).toMatchObject({ kind: 'error', error: { at } });
  });
});
