import { describe, expect, it } from 'vitest';
import { readTyped } from '../../../src/decide/deadline/typed.ts';
import { at, BRUSSELS, NEW_YORK } from '../../fakes/nouns.ts';

/** A Tuesday, two days behind the change of clocks in New York and before the one in Brussels. */
const NOW = at('2026-03-10T15:00Z');

const typed = (text: string, zone = NEW_YORK) => readTyped(text, zone, NOW);

function windowsOf(text: string, zone = NEW_YORK) {
  const read = typed(text, zone);
  return read.kind === 'windows' ? read.windows.map(({ window }) => window) : [];
}

describe('what moderators type', () => {
  it.each([
    ['9 Aug', '2026-08-09', '2026-08-09', 'day'],
    ['9 aug', '2026-08-09', '2026-08-09', 'day'],
    ['aug 9', '2026-08-09', '2026-08-09', 'day'],
    ['in 3 days', '2026-03-13', '2026-03-13', 'day'],
    ['tomorrow', '2026-03-11', '2026-03-11', 'day'],
    ['day after tomorrow', '2026-03-12', '2026-03-12', 'day'],
    ['fri', '2026-03-13', '2026-03-13', 'day'],
    ['by friday', '2026-03-13', '2026-03-13', 'day'],
    ['next friday', '2026-03-20', '2026-03-20', 'day'],
    ['7-9 Aug', '2026-08-07', '2026-08-09', 'range'],
    ['August', '2026-08-01', '2026-08-31', 'month'],
    ['end of August', '2026-08-31', '2026-08-31', 'day'],
    ['29.4.2026', '2026-04-29', '2026-04-29', 'day'],
    ['15/9/2026', '2026-09-15', '2026-09-15', 'day'],
  ])('%s', (text, earliest, latest, precision) => {
    expect(windowsOf(text)).toMatchObject([{ earliest, latest, precision, instant: null, zone: NEW_YORK }]);
  });

  it.each([
    ['friday 17:00', '2026-03-13T21:00:00.000Z'],
    ['2026-04-29 00:01 ET', '2026-04-29T04:01:00.000Z'],
    ['2026-04-29 00:01 et', '2026-04-29T04:01:00.000Z'],
    ['12:01am EDT April 7 2027', '2027-04-07T04:01:00.000Z'],
    ['noon tomorrow', '2026-03-11T16:00:00.000Z'],
    ['midnight friday', '2026-03-14T04:00:00.000Z'],
    ['28 march 10pm cet', '2026-03-28T21:00:00.000Z'],
    ['in 36 hours', '2026-03-12T03:00:00.000Z'],
    ['tuesday 10am', '2026-03-17T14:00:00.000Z'],
    ['15/9/2026 17:00', '2026-09-15T21:00:00.000Z'],
  ])('%s is the instant %s', (text, instant) => {
    expect(windowsOf(text)).toMatchObject([{ precision: 'minute', instant }]);
  });

  it('takes the offset of the day meant, on both sides of the change of clocks', () => {
    const instants = ['28 March 23:00', '30 March 23:00'].map((text) => windowsOf(text, BRUSSELS)[0]?.instant);
    expect(instants).toEqual(['2026-03-28T22:00:00.000Z', '2026-03-30T21:00:00.000Z']);
  });

  it('offers both days where day and month may be meant either way', () => {
    expect(typed('4/5/2026')).toMatchObject({
      windows: [
        { window: { latest: '2026-04-05' }, flags: ['other_reading'] },
        { window: { latest: '2026-05-04' }, flags: ['other_reading'] },
      ],
    });
  });

  it('says what is odd about a zone that does not fit the season', () => {
    expect(typed('12:01 a.m. EST August 27')).toMatchObject({
      windows: [{ window: { instant: '2026-08-27T04:01:00.000Z' }, flags: ['zone_name_mismatch'] }],
    });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['soon', 'no_date'],
    ['31 April', 'no_such_day'],
    ['9 Aug 2024', 'past'],
    ['2026-03-09', 'past'],
    ['friday and then some talks', 'more_than_a_date'],
    ['9 Aug or 12 September', 'more_than_a_date'],
  ])('%j is refused: %s', (text, problem) => {
    expect(typed(text)).toEqual({ kind: 'problem', problem });
  });
});

describe('chrono-node’s own readings', () => {
  it.each([
    ['a weekday is not moved a week by the hour of the day', 'tuesday', '2026-03-10'],
    ['a range of days is no time of today', 'in 10 to 12 days', '2026-03-22'],
    ['12:01 is the minute after midnight', '12:01 EST on August 27', '2026-08-27'],
    ['a count from a day is counted from it', '10 days from 5 May', '2026-05-15'],
  ])('are not taken over: %s', (_, text, latest) => {
    expect(windowsOf(text)).toMatchObject([{ latest }]);
  });
});
