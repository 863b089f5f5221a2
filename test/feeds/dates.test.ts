import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../src/domain/time.ts';
import { readDate } from '../../src/feeds/dates.ts';
import { runs } from '../fakes/runs.ts';

describe('A date with a time and a zone is read', () => {
  it.each([
    ['Wed, 06 Aug 2025 19:27:00 GMT', '2025-08-06T19:27:00.000Z'],
    ['Wed, 6 Aug 2025 19:27 GMT', '2025-08-06T19:27:00.000Z'],
    ['06 Aug 2025 19:27:00 UT', '2025-08-06T19:27:00.000Z'],
    ['06 Aug 25 19:27:00 Z', '2025-08-06T19:27:00.000Z'],
    ['06 Aug 99 19:27:00 GMT', '1999-08-06T19:27:00.000Z'],
    ['Wednesday, 06-Aug-25 19:27:00 GMT', '2025-08-06T19:27:00.000Z'],
    ['Wed, 06 August 2025 19:27:00 +0300', '2025-08-06T16:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 +03:00', '2025-08-06T16:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 GMT+3', '2025-08-06T16:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 -0000', '2025-08-06T19:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 BST', '2025-08-06T18:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 CET', '2025-08-06T18:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 CEST', '2025-08-06T17:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 EET', '2025-08-06T17:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 EEST', '2025-08-06T16:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 MSK', '2025-08-06T16:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 EDT', '2025-08-06T23:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 PST', '2025-08-07T03:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 +0200 (CEST)', '2025-08-06T17:27:00.000Z'],
    ['Sun, 31 Aug 2025 24:00:00 GMT', '2025-09-01T00:00:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 MEST', '2025-08-06T17:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:00 Etc/GMT', '2025-08-06T19:27:00.000Z'],
    ['Wed, 06 Aug 2025 19:27:05 ET', '2025-08-06T23:27:05.000Z'],
    ['Thu, 06 Feb 2025 19:27:05 ET', '2025-02-07T00:27:05.000Z'],
    ['Wed, 06 Aug 2025 24:00 PT', '2025-08-07T07:00:00.000Z'],
    ['Wed, 06 Aug, 2025 19:27:00 GMT', '2025-08-06T19:27:00.000Z'],
    ['Wed, 2025/08/06 19:27:00 EDT', '2025-08-06T23:27:00.000Z'],
    ['2025/08/06 19:27 +0300', '2025-08-06T16:27:00.000Z'],
    ['Aug 6, 2025 19:27 EST', '2025-08-07T00:27:00.000Z'],
    ['Wed Aug  6 19:27:00 UTC 2025', '2025-08-06T19:27:00.000Z'],
    ['2025-08-06T19:27:00Z', '2025-08-06T19:27:00.000Z'],
    ['2025-08-06T19:27:00.125+03:00', '2025-08-06T16:27:00.125Z'],
    ['2025-08-06T19:27Z', '2025-08-06T19:27:00.000Z'],
    ['2025-08-06 19:27:00 -0400', '2025-08-06T23:27:00.000Z'],
    ['  2025-08-06t19:27:00z\n', '2025-08-06T19:27:00.000Z'],
  ])('%s', (text, instant) => {
    expect(readDate(text)).toBe(instant);
  });
});

describe('Nothing is guessed', () => {
  it.each([
    ['06.08.2025', 'June or August'],
    ['06.08.2025 10:00 GMT', 'June or August with a time'],
    ['06/08/2025 10:00 GMT', 'slashes'],
    ['2025-08-06', 'no time'],
    ['2025-08-06T19:27:00', 'no zone'],
    ['Wed, 06 Aug 2025 19:27:00', 'no zone'],
    ['Wed, 06 Aug 2025', 'no time'],
    ['26-10-02 10:45', 'which of them is the year'],
    ['Wed, 31 Feb 2025 10:00:00 GMT', 'no such day'],
    ['Wed, 06 Avg 2025 10:00:00 GMT', 'no such month'],
    ['2025-13-06T10:00:00Z', 'no such month'],
    ['Wed, 06 Aug 2025 25:00:00 GMT', 'no such hour'],
    ['Wed, 06 Aug 2025 10:61:00 GMT', 'no such minute'],
    ['Wed, 06 Aug 2025 10:00:00 XYZ', 'no such zone'],
    ['Wed, 06 Aug 2025 10:00:00 +9900', 'no such offset'],
    ['0001-01-01T00:00:00Z', 'the zero of a program'],
    ['Thu, 01 Jan 0100 00:00:01 +0100', 'older than feeds'],
    ['Fri, 31 Dec 9999 23:59:59 -0500', 'never'],
    ['yesterday', 'no date'],
    ['', 'nothing'],
    ['1'.repeat(100_000), 'far too long'],
  ])('in %j (%s)', (text) => {
    expect(readDate(text)).toBeNull();
  });
});

it('Any instant survives being written as RFC 3339 or RFC 822', () => {
  const instants = fc.integer({ min: Date.UTC(1970, 0, 1) / 1000, max: Date.UTC(2099, 11, 31) / 1000 });
  fc.assert(
    fc.property(instants, (seconds) => {
      const instant = instantOf(seconds * 1000);
      expect(readDate(instant)).toBe(instant);
      expect(readDate(new Date(instant).toUTCString())).toBe(instant);
    }),
    runs(),
  );
});
