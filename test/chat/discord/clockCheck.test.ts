import { expect, it } from 'vitest';
import { clockCheck } from '../../../src/chat/discord/clockCheck.ts';
import { at } from '../../fakes/nouns.ts';

const clock = { now: () => at('2025-08-01T12:00:00Z') };

it.each<[string, readonly (string | null)[], number | null]>([
  ['nothing before an answer', [], null],
  ['how far it is ahead', ['Fri, 01 Aug 2025 11:59:20 GMT'], 40_000],
  [
    'how far it is behind, by the last answer',
    ['Fri, 01 Aug 2025 12:00:00 GMT', 'Fri, 01 Aug 2025 12:01:00 GMT'],
    -60_000,
  ],
  ['what it knew, when an answer says nothing', ['Fri, 01 Aug 2025 12:00:00 GMT', null, 'soon'], 0],
])('a clock tells %s', (_, headers, ahead) => {
  const check = clockCheck(clock);
  for (const header of headers) check.heard(header);
  expect(check.aheadMs()).toBe(ahead);
});
