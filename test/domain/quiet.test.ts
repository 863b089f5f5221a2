import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { heldUntil, type QuietHours, quietUntil } from '../../src/domain/quiet.ts';
import { clockIn, instantOf, MINUTE } from '../../src/domain/time.ts';
import { at, zone } from '../fakes/nouns.ts';

const KYIV: QuietHours = { from: '22:00', until: '07:00', zone: zone('Europe/Kyiv'), urgent: false };

describe('quiet hours', () => {
  it.each([
    ['before the evening', KYIV, '2025-07-14T18:59Z', null],
    ['as they begin', KYIV, '2025-07-14T19:00Z', '2025-07-15T04:00Z'],
    ['after midnight', KYIV, '2025-07-14T23:00Z', '2025-07-15T04:00Z'],
    ['as they end', KYIV, '2025-07-15T04:00Z', null],
    ['in the night that is an hour short', KYIV, '2025-03-29T21:00Z', '2025-03-30T04:00Z'],
    ['in the night that is an hour long', KYIV, '2025-10-25T20:00Z', '2025-10-26T05:00Z'],
    ['until a clock that the night leaves out', { ...KYIV, until: '03:30' }, '2025-03-30T00:00Z', '2025-03-30T01:30Z'],
    [
      'until the first of a clock that comes twice',
      { ...KYIV, until: '03:30' },
      '2025-10-26T00:00Z',
      '2025-10-26T00:30Z',
    ],
    ['of a day', { ...KYIV, from: '09:00', until: '17:00' }, '2025-07-14T10:00Z', '2025-07-14T14:00Z'],
    ['outside of those of a day', { ...KYIV, from: '09:00', until: '17:00' }, '2025-07-14T15:00Z', null],
    ['that begin and end together, which are none', { ...KYIV, until: '22:00' }, '2025-07-14T23:00Z', null],
  ])('%s', (_, hours, now, until) => {
    expect(quietUntil(hours, at(now))).toBe(until === null ? null : at(until));
  });

  const clock = fc
    .record({ hour: fc.nat(23), minute: fc.nat(59) })
    .map(({ hour, minute }) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

  /** Without the days around a change of clocks, when a clock may come twice or never. */
  const summer = fc.integer({ min: 1_748_000_000, max: 1_755_000_000 }).map((seconds) => instantOf(seconds * 1_000));

  it('hold when a clock on the wall says so, and end at their end', () => {
    fc.assert(
      fc.property(clock, clock, summer, (from, until, now) => {
        const shown = clockIn(now, KYIV.zone);
        const isQuiet = from <= until ? from <= shown && shown < until : from <= shown || shown < until;
        const end = quietUntil({ ...KYIV, from, until }, now);
        expect(end !== null).toBe(isQuiet);
        if (end !== null) expect(clockIn(end, KYIV.zone)).toBe(until);
      }),
    );
  });

  it('hold back everything but what their moderators let through', () => {
    const night = at('2025-07-14T23:00Z');
    const rung = (name: string) => ({ kind: 'rung' as const, rung: { name } });
    const subjects = [
      { kind: 'development' as const },
      rung('24h'),
      rung('1h'),
      rung('due'),
      { kind: 'change' as const },
    ];
    const held = (hours: QuietHours | null) => subjects.map((subject) => heldUntil(hours, subject, night) !== null);
    expect(held(KYIV)).toEqual([true, true, true, true, true]);
    expect(held({ ...KYIV, urgent: true })).toEqual([true, true, false, false, false]);
    expect(held(null)).toEqual([false, false, false, false, false]);
  });

  it('are over within a day', () => {
    const within = (end: string | null, now: string) =>
      end === null || Date.parse(end) - Date.parse(now) <= 25 * 60 * MINUTE;
    fc.assert(
      fc.property(clock, clock, fc.integer({ min: 1_735_000_000, max: 1_766_000_000 }), (from, until, seconds) => {
        const now = instantOf(seconds * 1_000);
        expect(within(quietUntil({ ...KYIV, from, until }, now), now)).toBe(true);
      }),
    );
  });
});
