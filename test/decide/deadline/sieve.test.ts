import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUES } from '../../../src/decide/deadline/cues.ts';
import { neededBy, sieveOf, siftingOf, triplesOf } from '../../../src/decide/deadline/sieve.ts';
import { runs } from '../../fakes/runs.ts';

describe('what a pattern cannot match without', () => {
  it.each([
    [/\bexpires?\b/, ' expire'],
    [/(?:waivers?|licen[cs]es?) (?:lapse|end)s?/, { all: [{ any: ['waiver', 'licen'] }, { any: [' lapse', ' end'] }] }],
    [/[Bb]y (?:the )?\d+/, 'by '],
    [/(?:deadline)? on ⟦p(?<when>\w)⟧/, ' on  p'],
    [/(?:deadline){0,2} of/, ' of'],
    [/(?:deadline){1,2} of/, { all: ['deadline', ' of'] }],
    [/(?<=until )(?!never)noon/, 'noon'],
    [/colou+red/, { all: ['colou', 'ured'] }],
    [/\b(?:by|before) ⟦/, { any: [' by  ', ' before  '] }],
    [/\b(?:on|at)\b/, { any: [' on ', ' at '] }],
    [/^the\s+end$/, { all: [' the ', ' end '] }],
    [/(?:truce|\w+)/, null],
    [/to|of/, null],
    [/\bs\.?o\.?/, null],
  ])('%s', (pattern, needed) => {
    expect(neededBy(pattern)).toEqual(needed);
  });

  it.each([
    [/truce/i, 'The TRUCE holds', true],
    [/truce/i, 'The tru-ce holds', false],
    [/ ends /i, 'it\nends\there', true],
    [/time is up/i, 'Time is up.', true],
    [/\bby\b/i, 'By then', true],
    [/\bby\b/i, 'a lobby', false],
    [/\b(?:truce|pause) (?:ends|lapses)\b/, 'the pause ends', true],
    [/\b(?:truce|pause) (?:ends|lapses)\b/, 'the pause goes on', false],
  ])('%s is looked for in "%s"', (pattern, text, isHeld) => {
    expect(sieveOf(pattern)(triplesOf(text))).toBe(isHeld);
  });
});

const WORDS =
  'the deadline ultimatum truce waiver sanctions must expire expires lapsed until by on to within for has given from ends ⟦p0⟧ ⟦n1⟧ ⟦a2⟧ ⟦z3⟧ unless extended moved is now , due set as no later than'.split(
    ' ',
  );

describe('a sieve', () => {
  it('never holds back what would match', () => {
    const text = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (marked) => {
        const held = triplesOf(marked);
        const missed = CUES.filter(({ pattern, mayMatch }) => marked.search(pattern) >= 0 && !mayMatch(held));
        expect(missed.map(({ name }) => name)).toEqual([]);
      }),
      runs(200),
    );
  });

  it('looks for many at once as it does for each', () => {
    const likelyIn = siftingOf(CUES);
    const text = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (marked) => {
        const held = triplesOf(marked);
        expect(likelyIn(held)).toEqual(CUES.filter(({ mayMatch }) => mayMatch(held)));
      }),
      runs(200),
    );
  });

  it('does not mistake one text for the next', () => {
    const truce = sieveOf(/truce/);
    expect(['the truce', 'the pause', 'a truce'].map((text) => truce(triplesOf(text)))).toEqual([true, false, true]);
  });

  it('holds back most cues of a sentence', () => {
    const held = triplesOf('The envoys of both sides ate soup in Geneva ⟦p0⟧ and said nothing.');
    expect(CUES.filter(({ mayMatch }) => mayMatch(held)).length).toBeLessThan(CUES.length / 4);
  });
});
