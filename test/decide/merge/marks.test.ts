import { describe, expect, it } from 'vitest';
import { locatesToll, marksOf, tellOneToll } from '../../../src/decide/merge/marks.ts';
import { stageOf } from '../../../src/decide/merge/stages.ts';
import { tollPlaces } from '../../../src/decide/merge/tolls.ts';
import { turnsOf } from '../../../src/decide/merge/turns.ts';
import { voicesOf } from '../../../src/decide/merge/voices.ts';

const headed = (title: string) => ({ title, lede: '' });
const marks = (title: string) =>
  [...marksOf(headed(title))].map(([role, values]) => `${role}: ${[...values].join(' ')}`);

describe('what a headline pins down', () => {
  it.each<[string, readonly string[]]>([
    ['State Department clears $322 million in sales', ['sum in $: 320']],
    ['US approves US$203.5m sale', ['sum in $: 200']],
    ['Bank loses €1.2 billion', ['sum in €: 1200']],
    ['Shares rise to $65', []],
    ['Third round of talks ends', ['ordinal round: 3', 'stage: held']],
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
    ['Beijing offers lower tariffs', ['trade partner: china']],
    ['Levy on Swiss and Indian goods', ['trade partner: india switzerland']],
    ['Beijing wakes to snow', []],
    ['Mayor cuts the 50-day ultimatum', []],
    ['Death toll of July 31 storm rises to 16', ['date: 7-31', 'toll: 7-31']],
    ['Storm in Esbjerg kills two', ['place: esbjerg', 'target: esbjerg']],
    ['Mayor to meet ferrymen', ['stage: planned']],
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

  it('is one toll where victims of one place are counted', () => {
    const said = [
      'Blast in Esbjerg kills one',
      'Esbjerg blast: toll climbs to 26',
      'Blast in Aarhus: 3 dead',
      '3 dead',
    ];
    const [first, later, elsewhere, somewhere] = said.map(headed);
    if (!first || !later || !elsewhere || !somewhere) throw new Error('four headlines');
    expect([later, elsewhere, somewhere].map((other) => tellOneToll(first, other))).toEqual([true, false, false]);
    expect([first, somewhere].map(locatesToll)).toEqual([true, false]);
  });
});

describe('the place of a toll', () => {
  it.each<[string, readonly string[]]>([
    ['Night strike on Kyiv kills four', ['kyiv']],
    ['Kiev strike: 12 dead', ['kyiv']],
    ["Toll of attack on Ukraine's capital reaches 31", ['kyiv']],
    ['Two killed as Russians bomb a camp in the Zaporizhia region', ['zaporizhzhia']],
    ['Kharkiv mourns: attack killed nine', ['kharkiv']],
    ['Russian Strike On Dnipro Kills Five', ['dnipro']],
    ['Three more bodies under the rubble in Odesa', ['odesa']],
    ['Talks in Istanbul end', []],
    ['Composer dies in Vienna', []],
  ])('%s', (title, expected) => {
    expect([...tollPlaces(headed(title))]).toEqual(expected);
  });
});

describe('whose word a headline is', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['Kremlin says the ferry may sail', ['Russia'], []],
    ["Russia's Medvedev hits back at ferrymen", ['Medvedev'], ['Medvedev']],
    ['Moscow won’t pay for ferry — Medvedev', ['Medvedev'], []],
    ['‘Ferry toll unfair’: India', ['India'], []],
    ['‘Unfair’: Brazil on ferry toll', ['Brazil'], ['Brazil']],
    ['Europeans start ferry', ['Europe'], []],
    ['Rutte welcomes European move on ferries', ['NATO'], ['NATO']],
    ['UK, France and Germany trigger ferry clause', ['Europe', 'France', 'Germany'], []],
    ['Russian shares rally after Trump puts off ferry toll', ['markets'], ['markets']],
    ['Tehran vows to sail on after London closes strait', ['Iran'], ['Iran']],
    ['Tehran vows to sail on after Iranian ferry returns', ['Iran'], []],
    ['Shipowner Olsen hits back at Brussels over ferries', ['another party'], ['another party']],
    ['Ferry to sail on Friday — Kremlin aide', ['Russia'], []],
    ['Shares rise as banks lend more', [], []],
    ['Shares rise on Trump ferry deal', ['markets'], []],
    ['India studying ferry tolls', ['India'], []],
    ['Kremlin describes ferry toll as serious', ['Russia'], ['Russia']],
    ['Everybody on the quay knows that Polish ferries are late: Anna Berg', ['another party'], ['another party']],
    ['Polish Ferry War: Latest News', [], []],
    ['Ferry will sail, Peskov says', ['Russia'], []],
    ['Ferry to sail on Friday — Ushakov', ['Russia'], []],
    ['No ferry before spring, says Yermak', ['Ukraine'], []],
    ['Zelenskyy: no ferry before spring', ['Ukraine'], []],
    ['Trump Envoy Witkoff Says Ferry Sails', ['the United States'], []],
    ['Trump and Putin say ferry sails', ['Russia', 'the United States'], []],
    ['New Delhi slams ferry tariff', ['India'], ['India']],
    ['Beijing calls ferry tariff bullying', ['China'], ['China']],
    ['Kallas calls for ferry tariff', ['Europe'], []],
    ['Deadline for Russia gives way to talks', [], []],
    ['Ferry sails, harbour master says', [], []],
    ['Trump meets Putin', [], []],
  ])('%s', (title, of, answering) => {
    const voices = voicesOf(headed(title));
    expect([[...voices.of].sort(), [...voices.answering].sort()]).toEqual([of, answering]);
  });
});

describe('stages of a meeting', () => {
  it.each<[string, string | null]>([
    ['Envoy to visit the island', 'planned'],
    ['Envoy heading to island for talks', 'planned'],
    ['Envoy arrives on the island', 'held'],
    ['Mayor receives envoy', 'held'],
    ['Envoy leaves the island after talks', 'held'],
    ['Island talks end without a date', 'held'],
    ['Mayor says she is arranging a meeting of islanders', 'planned'],
    ['Ferry season ends', null],
    ['Envoy praised', null],
  ])('%s', (title, stage) => {
    expect(stageOf(headed(title))).toBe(stage);
  });
});

describe('turns of events', () => {
  it.each<[string, readonly string[]]>([
    ['Council extends sanctions', ['extended']],
    ['Harbour opening postponed', ['postponed']],
    ['Court delays ruling', ['postponed']],
    ['Probe into delayed recall', []],
    ['Mayor moves deadline to May', ['moved']],
    ['Mayor slashing the deadline he gave', ['moved']],
    ['Mayor moves house', []],
    ['Sailors freed after a week', ['freed']],
    ['Captain released from prison', ['freed']],
    ['Console release date known', []],
    ['Captain arrested', ['held']],
    ['Harbour town holds vigil for its sailors', ['mourned']],
    ['Harbour town mourns: toll of the storm at nine', []],
    ['Island withdraws its claim', ['ended']],
    ['Ferry runs aground', []],
    ['Kremlin shrugs off new deadline', []],
  ])('%s', (title, expected) => {
    expect([...turnsOf(headed(title))]).toEqual(expected);
  });
});
