import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { retells } from '../../../src/decide/merge/retitles.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Label } from '../../../src/domain/outlet.ts';
import { HOUR, plus } from '../../../src/domain/time.ts';
import { anItem, aReport, at, press } from '../../fakes/nouns.ts';

const START = at('2025-08-06T08:00Z');
const GAZETTE = press('gazette', 'Gazette');

function isAgain(before: string, now: string, { hours = 1, by = GAZETTE } = {}): boolean {
  const seen = plus(START, hours * HOUR);
  const report = aReport({ source: GAZETTE, title: before, lede: '', published: START, seen: START });
  return retells(anItem({ id: id('again'), source: by, title: now, lede: '', published: seen, seen }), report);
}

describe('a headline of one outlet under another link', () => {
  it.each([
    ['Kremlin: “no deadline” – Peskov', 'Kremlin: "no deadline" - Peskov'],
    ['Witkoff meets Putin at the Kremlin', 'BREAKING: Witkoff meets Putin at the Kremlin'],
    ['Kyiv mourns its dead after night of strikes', 'LIVE | Kyiv mourns its dead after a night of strikes'],
    ['Drones set refinery in Ryazan on fire', 'Drones set refinery in Ryazan on fire, governor says'],
    ['Envoys of Ukraine and Russia meet in Istanbul palace', 'Envoys of Ukraine and Russia meet in Istanbul'],
    ['Zelensky thanks Rome for air defence', 'Zelenskyy thanks Rome for air defence'],
    ['На переговорах в Стамбуле обсудили обмен пленными', 'На переговорах в Стамбуле обсудили обмен пленными'],
  ])('is told again: %s -> %s', (before, now) => {
    expect(isAgain(before, now)).toBe(true);
    expect(isAgain(now, before)).toBe(true);
  });

  it.each([
    ['another number', 'Strike on Kyiv kills 26 people at night', 'Strike on Kyiv kills 27 people at night'],
    [
      'another number in words',
      'Strike near Odesa kills two dock workers',
      'Strike near Odesa kills three dock workers',
    ],
    ['another day', 'Trump gives Putin a deadline of August 8', 'Trump gives Putin a deadline of August 9'],
    ['another weekday', 'Envoys meet in Rome on Friday, ministry says', 'Envoys meet in Rome on Monday, ministry says'],
    [
      'a day more',
      'Trump gives Putin his last deadline for peace',
      'Trump gives Putin his last deadline for peace: Friday',
    ],
    ['another week', 'Talks resume this week in the old palace', 'Talks resume next week in the old palace'],
    ['a denial', 'Russia will attend the talks in the palace', 'Russia will not attend the talks in the palace'],
    ['the opposite', 'Russia accepts the plan for talks in Rome', 'Russia rejects the plan for talks in Rome'],
    ['a turn', 'Deadline for talks in the palace passes quietly', 'Deadline for talks in the palace extended quietly'],
    ['another place', 'Drones hit a refinery in Ryazan at dawn', 'Drones hit a refinery in Saratov at dawn'],
    ['a place more', 'Drones hit a large refinery and oil depot', 'Drones hit a large refinery and oil depot Syzran'],
    ['another word', 'Putin says talks with envoy were useful', 'Peskov says talks with envoy were useful'],
    ['too little in common', 'Talks in palace end', 'Talks in palace end with handshakes and cake'],
    ['nothing', '', ''],
  ])('is another report with %s', (_, before, now) => {
    expect(isAgain(before, now)).toBe(false);
    expect(isAgain(now, before)).toBe(false);
  });

  const TITLE = 'Drones set refinery in Ryazan on fire';

  it('is the next of a series a day later', () => {
    expect([isAgain(TITLE, TITLE, { hours: 11 }), isAgain(TITLE, TITLE, { hours: 23 })]).toEqual([true, false]);
  });

  it('is a report of its own from any other outlet', () => {
    expect(isAgain(TITLE, TITLE, { by: press('herald', 'Herald') })).toBe(false);
  });

  it.each<Label>(['official', 'official-legal', 'aggregator'])('is a page of its own where it is %s', (label) => {
    const source = { ...GAZETTE, label };
    const notice = { title: 'Notice of new licences', lede: '', published: START, seen: START };
    expect(retells(anItem({ source, ...notice }), aReport({ source, ...notice }))).toBe(false);
  });

  it('is never told again with another set of numbers, whatever else it says', () => {
    const words = fc.array(fc.constantFrom('drones', 'hit', 'refinery', 'dock', 'port', 'night'), { minLength: 1 });
    const numbers = fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { minLength: 2, maxLength: 2 });
    fc.assert(
      fc.property(words, numbers, (said, [one, other]) => {
        expect(isAgain(`${one} ${said.join(' ')}`, `${other} ${said.join(' ')}`)).toBe(false);
        expect(isAgain(`${one} ${said.join(' ')}`, `${one} ${said.join(' ')}`)).toBe(true);
      }),
    );
  });
});
