/** After the Anchorage summit: two weeks, a date for Kyiv that is no date for Moscow, and a month told at second hand. */
import { expect, it } from 'vitest';
import { chainsAfter, type Told } from './replaying.ts';

const NEWS: readonly Told[] = [
  [
    '2025-08-21T20:00',
    'reuters',
    "Trump Gives It Two Weeks: 'We'll Know About Putin'",
    "WASHINGTON, Aug 21 - U.S. President Donald Trump said that within two weeks we're going to know whether there would be peace between Russia and Ukraine.",
  ],
  [
    '2025-08-22T18:30',
    'bbc',
    "Trump: 'In two weeks, we'll know which way I'm going' on Russia",
    'The US president again floated massive sanctions on Moscow or doing nothing about the war in Ukraine.',
  ],
  [
    '2025-08-22T20:10',
    'guardian',
    'Trump sets another two-week deadline for Putin as Lavrov says no meeting is planned',
    'US president says he will decide on sanctions or tariffs against Russia',
  ],
  [
    '2025-08-24T10:00',
    'nyt',
    "Two Weeks: Trump's Favorite Deadline Returns, This Time for Russia",
    'He has used it for trade, for Iran and for Ukraine.',
  ],
  [
    '2025-09-02T09:00',
    'dw',
    "Trump's first deadline for Putin would have expired today",
    'On 14 July the US president had given Russia 50 days to end the war in Ukraine.',
  ],
  [
    '2025-09-05T12:00',
    'kyiv-independent',
    "Trump's two weeks are up. Where are the sanctions on Russia?",
    'Another deadline for the Kremlin has passed in silence.',
  ],
  [
    '2025-11-21T16:00',
    'reuters',
    'Trump Says Thursday Is Deadline for Kyiv to Accept Peace Plan',
    'WASHINGTON, Nov 21 - U.S. President Donald Trump said Thanksgiving was an appropriate deadline for Ukraine to accept a 28-point plan to end the war with Russia.',
  ],
  [
    '2025-11-21T17:30',
    'guardian',
    'Ukraine has until Thanksgiving to agree to US peace plan, says Trump',
    'Zelenskyy says his country faces one of the most difficult moments in its history as Russia advances',
  ],
  [
    '2025-11-22T10:00',
    'bbc',
    'Trump gives Zelensky until Thursday to respond to peace plan',
    'The US president said next Thursday was the deadline for Kyiv.',
  ],
  [
    '2025-11-25T22:30',
    'reuters',
    "'The Deadline for Me Is When It's Over': Trump Backs Off Thanksgiving Date for Ukraine",
    'ABOARD AIR FORCE ONE, Nov 25 - Trump said he no longer has a deadline for Ukraine and Russia to agree to his plan.',
  ],
  [
    '2025-11-26T09:00',
    'kyiv-independent',
    'Trump drops Thanksgiving deadline for Ukraine peace deal',
    '"The deadline for me is when it\'s over," the U.S. president said aboard Air Force One. Witkoff will travel to Russia.',
  ],
  [
    '2026-02-07T11:00',
    'bbc',
    'US wants Russia and Ukraine to end war by June, says Zelensky',
    'The Trump administration has proposed talks in Miami, the Ukrainian president said.',
  ],
  [
    '2026-02-07T13:00',
    'kyiv-independent',
    'US gave Ukraine and Russia June deadline to reach peace deal, Zelensky says',
    '"They want to do everything by June," the president said of Washington.',
  ],
];

it('a soft date is set, passes and is followed by another; a deadline for Kyiv is none for Moscow', async () => {
  expect(await chainsAfter('ceasefire-deadline', NEWS, '2026-03-01T00:00Z')).toEqual([
    'Russia: set 2025-09-04 -> passed_unknown',
    'Russia: set 2026-06-01..2026-06-30',
  ]);
});
