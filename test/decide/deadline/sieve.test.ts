import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CUES } from '../../../src/decide/deadline/cues.ts';
import { sieveOf, siftingOf, wholly, wordsOf } from '../../../src/decide/deadline/sieve.ts';
import { heldIn } from '../../../src/decide/deadline/stretches.ts';
import { runs } from '../../fakes/runs.ts';

describe('a text is looked through for what a pattern cannot match without', () => {
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
    expect(sieveOf(pattern)(heldIn(text))).toBe(isHeld);
  });
});

const WORDS =
  'the deadline ultimatum truce waiver sanctions must expire expires lapsed until by on to within for has given from ends ⟦p0⟧ ⟦n1⟧ ⟦a2⟧ ⟦z3⟧ unless extended moved is now , due set as no later than 15 2026 at 12:01 a.m. 1st 90-day'.split(
    ' ',
  );

const likelyIn = siftingOf(CUES);

describe('a sieve', () => {
  it('never holds back what would match', () => {
    const text = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (marked) => {
        const likely = likelyIn(heldIn(marked)).map(({ name }) => name);
        const found = CUES.filter((cue) => marked.search(cue.pattern) >= 0).map(({ name }) => name);
        expect(found.filter((name) => !likely.includes(name))).toEqual([]);
      }),
      runs(200),
    );
  });

  it('looks for many at once as it does for each', () => {
    const looks = CUES.map(({ pattern }) => sieveOf(pattern));
    const text = fc.array(fc.constantFrom(...WORDS), { minLength: 2, maxLength: 14 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, (marked) => {
        const held = heldIn(marked);
        const likely = CUES.filter((_, at) => looks[at]?.(held)).map(({ name }) => name);
        expect(likelyIn(held).map(({ name }) => name)).toEqual(likely);
      }),
      runs(200),
    );
  });

  it('does not mistake one text for the next', () => {
    const truce = sieveOf(/truce/);
    expect(['the truce', 'the pause', 'a truce'].map((text) => truce(heldIn(text)))).toEqual([true, false, true]);
  });

  it('holds back most cues of a sentence', () => {
    const held = heldIn('The envoys of both sides ate soup in Geneva ⟦p0⟧ and said nothing.');
    expect(likelyIn(held).length).toBeLessThan(CUES.length / 4);
  });
});

describe('a list of words', () => {
  const isHeld = (words: string, text: string) => wordsOf(words)(text, heldIn(text));

  it.each([
    ['truce|laps(?:e|ed)', 'The TRUCE holds', true],
    ['truce|laps(?:e|ed)', 'it lapsed', true],
    ['truce|laps(?:e|ed)', 'relapses', false],
    ['truce', 'all truces', true],
    ['truce\\b', 'all truces', false],
    ['day', 'by 2days', false],
    ['day\\b', 'day2', false],
    ['day\\b', 'by 2-day steps', true],
    ['cut-?off', 'the cut-off', true],
    ['cut-?off', 'cut it off', false],
    [wholly('truce|pact'), 'pacts', false],
    [wholly('truce|pact'), 'a pact.', true],
  ])('of %s in "%s": %s', (words, text, expected) => {
    expect(isHeld(words, text)).toBe(expected);
  });

  it('is held where a pattern of them matches', () => {
    const way = fc.constantFrom('ab', 'a', 'b\\b', 'abba\\b', 'a b', '(?:a|b)c', 'ba?c', '\\w+ c\\b', 'a-?b', 'c1');
    const lists = fc.array(way, { minLength: 1, maxLength: 5 }).map((ways) => ways.join('|'));
    const texts = fc.string({ unit: fc.constantFrom('a', 'B', 'c', '1', '_', '-', ' ', '’'), maxLength: 16 });
    fc.assert(
      fc.property(lists, texts, (words, text) => {
        expect(isHeld(words, text)).toBe(new RegExp(`\\b(?:${words})`, 'i').test(text));
      }),
      runs(1000),
    );
  });
});
