import { describe, expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import { RUNG_NAMES, type RungName, type Window } from '../../src/domain/deadline.ts';
import {
  aDeadline,
  aRung,
  aStoryline,
  at,
  atMinute,
  aVersion,
  ceasefireDeadline,
  fromTo,
  onDay,
} from '../fakes/nouns.ts';
import { actsOf, linesOf, textOf } from './reading.ts';

const INSTANT = atMinute('2025-08-27T04:01Z', '2025-08-27');
const DAY = onDay('2025-08-08');
const RANGE = fromTo('2025-08-07', '2025-08-09');

function reminder(window: Window, name: RungName, firedAt: string, waited = false) {
  const version = aVersion({ window });
  const deadline = aDeadline({ versions: [version] });
  const rung = aRung({ name, at: at(firedAt) });
  return drawCard({ kind: 'rung', storyline: aStoryline(), deadline, version, rung, waited });
}

describe('a reminder', () => {
  it.each<[RungName, Window, string, string]>([
    ['30d', INSTANT, '2025-07-28T04:01Z', '30 days left: 27 Aug 2025 04:01 UTC'],
    ['7d', INSTANT, '2025-08-20T04:01Z', '7 days left: 27 Aug 2025 04:01 UTC'],
    ['72h', INSTANT, '2025-08-24T04:01Z', '72 hours left: 27 Aug 2025 04:01 UTC'],
    ['24h', INSTANT, '2025-08-26T04:01Z', '24 hours left: 27 Aug 2025 04:01 UTC'],
    ['6h', INSTANT, '2025-08-26T22:01Z', '6 hours left: 27 Aug 2025 04:01 UTC'],
    ['1h', INSTANT, '2025-08-27T03:01Z', '1 hour left: 27 Aug 2025 04:01 UTC'],
    ['due', INSTANT, '2025-08-27T04:01Z', 'Due now: 27 Aug 2025 04:01 UTC'],
    ['after24h', INSTANT, '2025-08-28T04:01Z', 'What happened? The date was 27 Aug 2025 04:01 UTC'],
    ['3d', DAY, '2025-08-05T13:00Z', '3 days left: 8 Aug 2025'],
    ['1d', DAY, '2025-08-07T13:00Z', '1 day left: 8 Aug 2025'],
    ['due', DAY, '2025-08-08T13:00Z', 'Due today: 8 Aug 2025'],
    ['due', DAY, '2025-08-09T04:00Z', 'Time is up: 8 Aug 2025'],
    ['after24h', DAY, '2025-08-10T04:00Z', 'What happened? The date was 8 Aug 2025'],
    ['1d', RANGE, '2025-08-06T13:00Z', '1 day to the first possible day: 7–9 Aug 2025 (approx.)'],
    ['opens', RANGE, '2025-08-07T13:00Z', 'The window opens today: 7–9 Aug 2025 (approx.)'],
  ])('of %s opens with what is left', (name, window, firedAt, headline) => {
    expect(linesOf(reminder(window, name, firedAt))[0]).toBe(`### ${headline}`);
  });

  it('that waited for the end of quiet hours says no more how long is left, but when it was due', () => {
    const lines = linesOf(reminder(INSTANT, '24h', '2025-08-26T04:01Z', true));
    expect(lines[0]).toBe('### Reminder: 27 Aug 2025 04:01 UTC');
    expect(lines.join()).toContain('-# This reminder was for <t:1756180860:f>; it waited');
  });

  it('has its whole history behind a button', () => {
    expect(actsOf(reminder(DAY, '1d', '2025-08-07T13:00Z'))).toEqual([
      '[History] /deadline history deadline:deadline-1',
    ]);
  });

  it('gives the date in full and the way to the source', () => {
    expect(linesOf(reminder(INSTANT, '24h', '2025-08-26T04:01Z'))).toEqual([
      '### 24 hours left: 27 Aug 2025 04:01 UTC',
      'Deadline for Russia, set by Donald Trump',
      '<t:1756267260:F> (<t:1756267260:R>)',
      '27 Aug 2025 04:01 UTC · Wed 27 Aug 2025 00:01 US Eastern time',
      'Last full day before it: Tue 26 Aug 2025 (US Eastern)',
      '-# Ceasefire deadline',
      '[Open the source] https://www.bbc.com/news/articles/c1',
    ]);
  });

  it('never speaks of hours where no time was given', () => {
    for (const name of RUNG_NAMES) {
      expect(textOf(reminder(DAY, name, '2025-08-07T13:00Z'))).not.toMatch(/hour|:R>/);
    }
  });

  it('a day after asks what happened and says what is known', () => {
    const deadline = ceasefireDeadline(4);
    const [, , version = deadline.versions[0]] = deadline.versions;
    const rung = aRung({ name: 'after24h', version: 3, at: at('2025-08-10T04:00Z') });
    expect(
      linesOf(drawCard({ kind: 'rung', storyline: aStoryline(), deadline, version, rung, waited: false })).slice(0, 3),
    ).toEqual([
      '### What happened? The date was 8 Aug 2025',
      'Deadline for Russia, set by Donald Trump',
      '**Status:** The date has passed; outcome unknown',
    ]);
  });
});
