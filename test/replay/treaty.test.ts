/** The end of New START. */
import { expect, it } from 'vitest';
import { chainsAfter, type Told } from './replaying.ts';

const NEWS: readonly Told[] = [
  [
    '2025-09-22T12:00',
    'reuters',
    'Putin Offers to Keep Nuclear Limits for a Year After New START Expires',
    'MOSCOW, Sept 22 - The New START treaty between Russia and the United States expires on Feb. 5, 2026.',
  ],
  [
    '2025-10-05T20:00',
    'bbc',
    "Trump says Putin's nuclear offer 'sounds like a good idea'",
    'The New START treaty runs out on 5 February next year.',
  ],
  [
    '2026-01-08T20:00',
    'nyt',
    'Trump on Nuclear Pact With Russia: ‘If It Expires, It Expires’',
    'The New START treaty is set to lapse on Feb. 5.',
  ],
  [
    '2026-02-04T10:00',
    'guardian',
    'Last nuclear treaty between Russia and US to expire on Thursday',
    'New START’s end leaves no limits on world’s two largest arsenals',
  ],
  [
    '2026-02-05T08:00',
    'dw',
    'New START nuclear treaty expires today',
    'Moscow says it is no longer bound by limits on US and Russian warheads.',
  ],
  [
    '2026-02-06T09:00',
    'reuters',
    'US, Russia Without Nuclear Limits After New START Expires',
    'The treaty expired on Thursday. Washington wants a new one.',
  ],
];

it('an expiry told for months is one date, and passes', async () => {
  expect(await chainsAfter('new-start', NEWS, '2026-02-08T00:00Z')).toEqual([
    'Russia and the United States: set 2026-02-05 -> passed_unknown',
  ]);
});
