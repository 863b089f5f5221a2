import { describe, expect, it } from 'vitest';
import { stakesOf } from '../../../src/decide/deadline/stakes.ts';

describe('what a deadline hangs on, and what follows', () => {
  it.each([
    ['Tariffs start on Friday unless Moscow agrees to a ceasefire.', 'unless Moscow agrees to a ceasefire', null],
    ['Moscow must stop by Friday or face tariffs of 100 %.', null, 'or face tariffs of 100 %'],
    ['He gave Minsk until Monday to reply, or secondary tariffs follow.', null, 'or secondary tariffs follow'],
    ['Sign by 1 May or we’ll walk, he told them.', null, 'or we’ll walk'],
    [
      'If there is no truce by 9 May, the banks will be cut off, the minister said.',
      'If there is no truce by 9 May',
      null,
    ],
    [
      'The port closes on Sunday unless the blockade is lifted, or the army will move in.',
      'unless the blockade is lifted',
      'or the army will move in',
    ],
    ['The minister warned that without a deal by noon, talks would end.', 'without a deal by noon', null],
    ['The waiver lapses on 3 June; otherwise, no bank may clear oil.', null, 'otherwise, no bank may clear oil'],
    ['Fees rise on Friday unless the U.S. signs, Mr. Orr told parliament.', 'unless the U.S. signs', null],
    ['“Leave by dawn or be arrested,” the general said.', null, 'or be arrested'],
  ])('%s', (sentence, condition, consequence) => {
    expect(stakesOf(sentence)).toEqual({ condition, consequence });
  });

  it.each([
    ['He set a deadline of 10 or 12 days.'],
    ['They decide on Friday or Saturday.'],
    ['Nobody knows if the deadline of Friday holds.'],
    ['The licence runs to 3 June, even if the talks end.'],
    ['The deadline is Friday, if needed.'],
    ['The deadline is Friday.'],
  ])('is nothing in: %s', (sentence) => {
    expect(stakesOf(sentence)).toEqual({ condition: null, consequence: null });
  });

  it('is not told beyond 25 words', () => {
    const long = Array.from({ length: 30 }, (_, index) => `word${index}`).join(' ');
    expect(stakesOf(`The ban starts on Friday unless ${long}.`).condition).toBeNull();
  });
});
