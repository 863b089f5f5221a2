import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitOfOne, heldIn } from '../../../src/decide/deadline/stretches.ts';
import { runs } from '../../fakes/runs.ts';

const isHeld = (text: string, list: readonly string[]) => {
  const { word, mask } = bitOfOne(list);
  return ((heldIn(text)[word] ?? 0) & mask) !== 0;
};

describe('stretches that a text holds', () => {
  it.each([
    ['he', 'she', true],
    ['hers', 'ushers', true],
    [' he ', 'ushers', false],
    [' he ', 'He said', true],
    [' end', 'the-end', true],
    ['dead end', 'a dead\nend', true],
    ['deadline', 'dead line', false],
    ['abab', 'aababab', true],
    ['an ', 'a man', true],
  ])('"%s" in "%s": %s', (stretch, text, expected) => {
    expect(isHeld(text, [stretch])).toBe(expected);
  });

  it('are found by a list that holds any of them', () => {
    expect(isHeld('the pause goes on', ['truce', 'pause'])).toBe(true);
    expect(isHeld('the talks go on', ['truce', 'pause'])).toBe(false);
  });

  it('are those that the text holds as a plain search finds them', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' '), minLength: 3, maxLength: 6 });
    const text = fc.string({ unit: fc.constantFrom('a', 'B', 'c', '-', ' '), maxLength: 40 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), text, (words, written) => {
        const plain = ` ${written.toLowerCase().replaceAll('-', ' ')} `;
        for (const each of words) bitOfOne([each]);
        expect(words.map((each) => isHeld(written, [each]))).toEqual(words.map((each) => plain.includes(each)));
      }),
      runs(200),
    );
  });
});
