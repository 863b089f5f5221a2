/** Every kind of rule that the field knows, in words of our own; one row is one way to write it. */
import { describe, expect, it } from 'vitest';
import { type ReadingContext, readDeadlines } from '../../../src/decide/deadline/read.ts';
import { at, BRUSSELS, NEW_YORK, zone } from '../../fakes/nouns.ts';

const LONDON = zone('Europe/London');

function best(text: string, published: string, issuerZone = NEW_YORK) {
  const context: ReadingContext = { published: at(published), outletZone: issuerZone, issuerZone, official: false };
  return readDeadlines(text, context).deadlines[0];
}

describe('American licences', () => {
  it.each([
    ['The wind-down is authorized through 12:01 a.m. eastern standard time, January 17, 2026.', '2026-01-17T05:01'],
    ['The licence lapses at 12:01 a.m. EDT on April 29, 2026.', '2026-04-29T04:01'],
    ['On April 29, 2026, at 12:01 a.m. Eastern Time, the permission expires.', '2026-04-29T04:01'],
    ['Sales may continue until 12:01 a.m. (eastern daylight time) on 29 April 2026.', '2026-04-29T04:01'],
    ['GL 141B replaces 141A and runs until 12:01 a.m. ET Feb. 28, 2026.', '2026-02-28T05:01'],
  ])('%s', (text, instant) => {
    expect(best(text, '2025-12-04T16:00Z')?.window.instant).toBe(`${instant}:00.000Z`);
  });

  it('belong to their number, whatever the letter', () => {
    expect(best('GL 141B, which replaces 141A, expires on February 28.', '2026-01-15T16:00Z')?.target).toBe(
      'General License 141',
    );
  });
});

describe('British and European wording', () => {
  it.each([
    ['The permission for legal fees runs until 28 November 2025.', LONDON, '2025-11-28'],
    ['OFSI has extended the term of the licence until 26 March 2026.', LONDON, '2026-03-26'],
    ['The sectoral measures were renewed for six months, until 31 July 2026.', BRUSSELS, '2026-07-31'],
    ['The listings apply until 15 March 2026.', BRUSSELS, '2026-03-15'],
    ['Ministers prolonged the regime for the occupied regions by a year, to 24 February 2026.', BRUSSELS, '2026-02-24'],
    ['The rules enter into force on the day following publication in the OJ, on 16 December.', BRUSSELS, '2025-12-17'],
    ['Old deals may be carried out for 90 days from 15 January.', BRUSSELS, '2026-04-15'],
    ['The transition remains in effect until 16 April 2026.', BRUSSELS, '2026-04-16'],
  ])('%s', (text, issuer, latest) => {
    expect(best(text, '2025-11-03T12:00Z', issuer)?.window).toMatchObject({ latest, precision: 'day', zone: issuer });
  });

  it('ends at 23:59 where the licence says so', () => {
    const reading = best('The licence expires at 23:59 on 28 November 2025.', '2025-11-03T12:00Z', LONDON);
    expect(reading?.window.instant).toBe('2025-11-28T23:59:00.000Z');
  });
});

describe('a day set as deadline', () => {
  it.each([
    ['The palace sets 20 August as deadline.', '2025-08-20'],
    ['The palace sets this Friday as deadline for a reply.', '2025-08-08'],
    ['Kyiv named Monday as final deadline.', '2025-08-11'],
  ])('%s', (text, latest) => {
    expect(best(text, '2025-08-06T18:00Z')?.window.latest).toBe(latest);
  });
});

describe('clocks that start with an act', () => {
  it.each([
    ['The levy is due from 12:01 a.m. eastern daylight time, 21 days after the date of this order.', '2025-08-27'],
    ['The envoys launched a 30-day process on the matter.', '2025-09-05'],
    ['Congress has 30 days to block the sale.', '2025-09-05'],
    ['Lawmakers have 15 days to object.', '2025-08-21'],
  ])('%s', (text, latest) => {
    expect(best(text, '2025-08-06T18:00Z')?.window.latest).toBe(latest);
  });
});

describe('an act that states no clock', () => {
  it.each([
    ['The tariffs take effect 21 days after the date of this order.', '2025-08-27'],
    ['General License 141B authorizes the sales through August 29.', '2025-08-29'],
  ])('means a day, no minute of it: %s', (text, latest) => {
    expect(best(text, '2025-08-06T18:00Z')?.window).toMatchObject({ latest, instant: null, precision: 'day' });
  });
});

describe('ultimatums and truces', () => {
  it.each([
    ['The truce holds until 10 November.', '2025-11-10', '2025-11-10', 'day'],
    ['They must agree by the end of August at the latest.', '2025-08-31', '2025-08-31', 'day'],
    ['The mediators want an accord by October.', '2025-10-01', '2025-10-31', 'month'],
    ['The deadline falls in early September.', '2025-09-01', '2025-09-10', 'range'],
    ['He gave them 10 or 12 days from today.', '2025-08-16', '2025-08-18', 'range'],
    ['The ultimatum runs out between 7 and 9 September.', '2025-09-07', '2025-09-09', 'range'],
    ['Minsk has until this Friday.', '2025-08-08', '2025-08-08', 'day'],
    ['The treaty expires on 5 February.', '2026-02-05', '2026-02-05', 'day'],
    ['The resolution’s restrictions terminate on 18 October.', '2025-10-18', '2025-10-18', 'day'],
  ])('%s', (text, earliest, latest, precision) => {
    expect(best(text, '2025-08-06T18:00Z')?.window).toMatchObject({ earliest, latest, precision });
  });

  it('keeps the wall clock of a tariff truce whose zone has another name in that season', () => {
    const reading = best('The truce runs until 12:01 a.m. EDT on Nov. 10.', '2025-08-12T16:00Z');
    expect(reading?.window.instant).toBe('2025-11-10T05:01:00.000Z');
    expect(reading?.flags).toContain('zone_name_mismatch');
  });
});

describe('the change of clocks', () => {
  it.each([
    [NEW_YORK, '2026-03-07', '2026-03-07T22:00'],
    [NEW_YORK, '2026-03-08', '2026-03-08T21:00'],
    [NEW_YORK, '2026-10-31', '2026-10-31T21:00'],
    [NEW_YORK, '2026-11-01', '2026-11-01T22:00'],
    [LONDON, '2026-03-28', '2026-03-28T17:00'],
    [LONDON, '2026-03-29', '2026-03-29T16:00'],
    [LONDON, '2026-10-24', '2026-10-24T16:00'],
    [LONDON, '2026-10-25', '2026-10-25T17:00'],
    [BRUSSELS, '2026-03-28', '2026-03-28T16:00'],
    [BRUSSELS, '2026-03-29', '2026-03-29T15:00'],
    [BRUSSELS, '2026-10-24', '2026-10-24T15:00'],
    [BRUSSELS, '2026-10-25', '2026-10-25T16:00'],
  ])('moves five o’clock in %s on %s', (issuer, day, instant) => {
    const reading = best(`The licence expires at 5 p.m. on ${day}.`, '2026-02-01T12:00Z', issuer);
    expect(reading?.window.instant).toBe(`${instant}:00.000Z`);
  });
});
