import { describe, expect, it } from 'vitest';
import { marksOf, tellOneToll } from '../../../src/decide/merge/marks.ts';
import { turnsOf } from '../../../src/decide/merge/turns.ts';

const headed = (title: string) => ({ title, lede: '' });
const marks = (title: string) =>
  [...marksOf(headed(title))].map(([role, values]) => `${role}: ${[...values].join(' ')}`);

describe('what a headline pins down', () => {
  it.each<[string, readonly string[]]>([
    ['State Department clears $322 million in sales', ['sum in $: 320']],
    ['US approves US$203.5m sale', ['sum in $: 200']],
    ['Bank loses €1.2 billion', ['sum in €: 1200']],
    ['Shares rise to $65', []],
    ['Third round of talks ends', ['ordinal round: 3']],
    ['2nd round opens in Istanbul', ['ordinal round: 2']],
    ['32nd victim of the fire dies', []],
    ['Round 3 begins', ['number round: 3']],
    ['Treasury issues General Licence 128B', ['number licenc: 128b']],
    ['Ten days from today', ['term day: 10']],
    ['"10 or 12 days" for the ferrymen', ['term day: 12 10']],
    ['A 50-day ultimatum', ['term day: 50']],
    ['Drones hit the harbour on 2 August', ['date: 8-2']],
    ['Talks on Aug. 15', ['date: 8-15']],
    ['25% tariff on grain', ['tariff: 25']],
    ['100 percent tariffs loom', ['tariff: 100']],
    ['Death toll of July 31 storm rises to 16', ['date: 7-31', 'toll: 7-31']],
    ['Sixteen killed in Harbour town', []],
  ])('%s', (title, expected) => {
    expect(marks(title)).toEqual(expected);
  });

  it('is one toll where victims of one day are counted', () => {
    const [first, later, other] = [
      '31 July storm kills one',
      'Toll of July 31 storm at 26',
      '4 July storm: 3 dead',
    ].map(headed);
    expect(first && later && tellOneToll(first, later)).toBe(true);
    expect(first && other && tellOneToll(first, other)).toBe(false);
  });
});

describe('turns of events', () => {
  it.each<[string, readonly string[]]>([
    ['Council extends sanctions', ['extended']],
    ['Harbour opening postponed', ['postponed']],
    ['Court delays ruling', ['postponed']],
    ['Probe into delayed recall', []],
    ['Mayor moves deadline to May', ['moved']],
    ['Mayor moves house', []],
    ['Sailors freed after a week', ['freed']],
    ['Captain released from prison', ['freed']],
    ['Console release date known', []],
    ['Captain arrested', ['held']],
    ['Island withdraws its claim', ['ended']],
    ['Ferry runs aground', []],
  ])('%s', (title, expected) => {
    expect([...turnsOf(headed(title))]).toEqual(expected);
  });
});
