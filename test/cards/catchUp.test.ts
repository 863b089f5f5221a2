import { expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import { aDeadline, aStoryline, at, aVersion, CEASEFIRE_VERSIONS, ceasefireDeadline, onDay } from '../fakes/nouns.ts';
import { linesOf } from './reading.ts';

const AWAY = { kind: 'catch_up', cause: 'away', developments: [] } as const;

it('a question that was not asked in time is of a date that went by, not of one ahead', () => {
  const deadline = ceasefireDeadline(4);
  const version = CEASEFIRE_VERSIONS.passed.number;
  const entry = { storyline: aStoryline(), deadline, version, rungs: ['after24h' as const] };
  const lines = linesOf(drawCard({ ...AWAY, since: at('2025-08-10T04:00Z'), entries: [entry] }));
  expect(lines).toContain('Its date went by: 8 Aug 2025. The outcome is not known here');
  expect(lines.join()).not.toContain('Still ahead');
});

it('what was missed is one message: what went by, and what is still ahead', () => {
  const ahead = aDeadline({ target: 'India', versions: [aVersion({ window: onDay('2025-08-27') })] });
  const card = drawCard({
    ...AWAY,
    since: at('2025-08-07T13:00Z'),
    entries: [
      {
        storyline: aStoryline(),
        deadline: ceasefireDeadline(4),
        version: CEASEFIRE_VERSIONS.passed.number,
        rungs: ['1d', 'due'],
      },
      { storyline: aStoryline(), deadline: ahead, version: 1, rungs: ['30d'] },
    ],
  });
  expect(card.summary).toBe('What was missed here: 8 Aug 2025; 27 Aug 2025');
  expect(linesOf(card)).toEqual([
    '### What was missed here',
    'This bot was not running at <t:1754571600:f> or later. In one message, instead of many that come too late:',
    '**Deadline for Russia, set by Donald Trump**',
    'Status: The date has passed; outcome unknown',
    'Its date went by: 8 Aug 2025. The outcome is not known here',
    '-# Reminders that did not go out: 1 day left, Due now',
    '-# Ceasefire deadline',
    '**Deadline for India, set by Donald Trump**',
    'Status: Pending',
    'Still ahead: Wed 27 Aug 2025 (US Eastern day), no time given · your date: <t:1756310400:D>',
    '-# Reminders that did not go out: 30 days left',
    '-# Ceasefire deadline',
  ]);
});
