import { describe, expect, it } from 'vitest';
import { isSupposed, isView } from '../../../src/decide/deadline/hearsay.ts';

describe('a sentence that only supposes', () => {
  it.each([
    ['Putin has 24 hours, says source', true],
    ['Sources say the deadline moves to Friday', true],
    ['An unconfirmed report names 1 August', true],
    ['Trump abandoned his deadline, critics say', true],
    ['The new deadline could fall on August 7', true],
    ['The deadline may be extended to 1 November', true],
    ['Zelensky asks Trump to move the deadline to July 25', true],
    ['Senator says Trump should set an August deadline', true],
    ['White House denies it extended the deadline', true],
    ['Will Moscow meet the Friday deadline?', true],
    ['Trump gives Russia 50 days', false],
    ['If there is no deal in 50 days, tariffs follow', false],
    ['People must leave by Friday because geology experts say the slope is moving', false],
    ['The law, which takes effect in March, could bring arrests', false],
  ])('%s: %s', (text, expected) => {
    expect(isSupposed({ text, start: 0 })).toBe(expected);
  });
});

describe('a headline that announces a view', () => {
  it.each([
    ['Opinion: Fifty days is an eternity', true],
    ['Analysis | The clock in the Kremlin', true],
    ['EXPLAINER – How the deadline moved', true],
    ['Opinion polls show support for the deadline', false],
    ['Trump sets a deadline', false],
  ])('%s: %s', (title, expected) => {
    expect(isView(title)).toBe(expected);
  });
});
