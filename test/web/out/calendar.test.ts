import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { CHANGE_TYPES, type Deadline, type Version } from '../../../src/domain/deadline.ts';
import { id } from '../../../src/domain/ids.ts';
import { addDays, dayIn, instantOf, msOf, plus, UTC } from '../../../src/domain/time.ts';
import { drawCalendar } from '../../../src/web/out/calendar.ts';
import { aDeadline, anEvidence, at, atMinute, aVersion, ceasefireDeadline, fromTo, onDay } from '../../fakes/nouns.ts';

/** The events of a calendar as an independent reader takes them. */
function eventsOf(deadlines: readonly Deadline[]) {
  const calendar = new ICAL.Component(ICAL.parse(drawCalendar({ name: 'Deadlines', deadlines })));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const said = (name: string) => String(component.getFirstPropertyValue(name) ?? '');
    return { event, said, uid: event.uid, sequence: event.sequence, status: said('status') };
  });
}

const only = (deadline: Deadline) => eventsOf([deadline])[0] ?? expect.fail('no event');

/** With one more version than `deadline`. */
function then(deadline: Deadline, change: Partial<Version>): Deadline {
  const number = deadline.versions.length + 1;
  return { ...deadline, versions: [...deadline.versions, aVersion({ number, ...change })] };
}

describe('an event', () => {
  it('keeps its UID and counts up when the date moves', () => {
    const before = only(ceasefireDeadline(2));
    const after = only(ceasefireDeadline(3));
    expect(after.uid).toBe(before.uid);
    expect([before.sequence, after.sequence]).toEqual([1, 2]);
    expect(after.said('last-modified') > before.said('last-modified')).toBe(true);
  });

  it.each(['withdrawn', 'superseded', 'lifted'] as const)('is cancelled, not dropped, when it was %s', (change) => {
    const gone = only(
      then(ceasefireDeadline(3), { change, window: onDay('2025-08-08'), saidAt: at('2025-08-15T20:00Z') }),
    );
    expect([gone.status, gone.sequence, gone.said('last-modified')]).toEqual(['CANCELLED', 3, '2025-08-15T20:00:00Z']);
  });

  it('is a day of the issuer as a date, which no zone moves', () => {
    const { event, said } = only(aDeadline({ versions: [aVersion({ window: onDay('2025-08-08') })] }));
    expect([event.startDate.isDate, said('dtstart'), said('dtend')]).toEqual([true, '2025-08-08', '2025-08-09']);
  });

  it('covers every day of a range, and is not certain', () => {
    const { said, status } = only(aDeadline({ versions: [aVersion({ window: fromTo('2025-08-07', '2025-08-09') })] }));
    expect([said('dtstart'), said('dtend'), status]).toEqual(['2025-08-07', '2025-08-10', 'TENTATIVE']);
  });

  it('is an instant in UTC, certain where the law says so', () => {
    const window = atMinute('2025-08-27T04:01Z', '2025-08-27');
    const { said, status } = only(aDeadline({ versions: [aVersion({ window, bindingness: 'legal' })] }));
    expect([said('dtstart'), status]).toEqual(['2025-08-27T04:01:00Z', 'CONFIRMED']);
  });

  it('takes no day for itself, and tells its source', () => {
    const evidence = anEvidence({ quote: 'Talks; or, "else": a\nnew line', link: 'https://www.bbc.com/a,b;c' });
    const { said } = only(aDeadline({ versions: [aVersion({ evidence })] }));
    expect(said('transp')).toBe('TRANSPARENT');
    expect(said('url')).toBe('https://www.bbc.com/a%2Cb%3Bc');
    expect(said('description')).toContain('Talks; or, "else": a new line');
    expect(said('description')).toContain('BBC News');
  });
});

describe('a calendar', () => {
  it('is folded at 75 octets and ends its lines as the standard asks', () => {
    const target = 'Россия, '.repeat(40);
    const text = drawCalendar({ name: 'Сроки', deadlines: [aDeadline({ target }), ceasefireDeadline(3)] });
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });

  it('is the same text for the same deadlines', () => {
    const deadlines = [ceasefireDeadline(3)];
    expect(drawCalendar({ name: 'a', deadlines })).toBe(drawCalendar({ name: 'a', deadlines }));
  });

  it('is valid without any deadline', () => {
    expect(eventsOf([])).toEqual([]);
  });

  /** A deadline every second week in each of ten storylines, moved, met, withdrawn or passed by turns. */
  function aYear(): readonly Deadline[] {
    const start = msOf(at('2025-01-01T09:30Z'));
    return Array.from({ length: 260 }, (_, index) => {
      const saidAt = instantOf(start + Math.floor(index / 10) * 14 * 86_400_000);
      const due = addDays(dayIn(saidAt, UTC), 30 + (index % 10));
      const windows = [onDay(due), fromTo(due, addDays(due, 2)), atMinute(`${due}T04:01Z`, due)];
      const window = windows[index % 3] ?? onDay(due);
      const change = CHANGE_TYPES[index % CHANGE_TYPES.length] ?? 'set';
      const first = aVersion({ window, saidAt });
      const second = aVersion({ number: 2, window, saidAt: plus(saidAt, 86_400_000), change });
      return aDeadline({ id: id(`dl_${index}`), storyline: id(`storyline-${index % 10}`), versions: [first, second] });
    });
  }

  it('holds a full year of ten storylines, each event valid and once', () => {
    const events = eventsOf(aYear());
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(260);
    for (const { event, said, status } of events) {
      expect(event.startDate.compare(event.endDate)).toBeLessThanOrEqual(0);
      expect(['CONFIRMED', 'TENTATIVE', 'CANCELLED']).toContain(status);
      expect(said('dtstamp')).toMatch(/^2025-|^2026-/);
      expect(event.summary).not.toBe('');
    }
    expect(new Set(events.map(({ said }) => said('categories'))).size).toBe(10);
  });
});
