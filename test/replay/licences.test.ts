/** General licences 126, 128 and 131: three chains, two of them with a date on the same day. */
import { expect, it } from 'vitest';
import { chainsAfter, type Told } from './replaying.ts';

const NEWS: readonly Told[] = [
  [
    '2025-10-22T20:30',
    'ofac',
    'Russia-related Designations; Issuance of Russia-related General Licenses',
    'General License 126 authorizes the wind down of transactions involving Rosneft and Lukoil through 12:01 a.m. eastern standard time, November 21, 2025. General License 128 authorizes certain transactions involving Lukoil retail service stations located outside of Russia through 12:01 a.m. eastern standard time, November 21, 2025.',
  ],
  [
    '2025-10-23T08:00',
    'reuters',
    'US Gives Companies Until Nov 21 to Wind Down Deals With Rosneft, Lukoil',
    'WASHINGTON, Oct 23 - The Treasury issued a general license for the wind-down of transactions with the Russian oil majors.',
  ],
  [
    '2025-11-14T20:00',
    'ofac',
    'Issuance of Russia-related General License 128A',
    'General License 128A, which replaces General License 128, authorizes transactions involving Lukoil retail service stations located outside of Russia through 12:01 a.m. eastern standard time, December 13, 2025.',
  ],
  [
    '2025-11-15T07:00',
    'reuters',
    'US Extends Licence for Lukoil Petrol Stations Abroad Until Dec 13',
    'WASHINGTON, Nov 15 - The Treasury extended a general licence that had been due to expire on Nov. 21 for stations of the Russian oil company.',
  ],
  [
    '2025-11-20T12:00',
    'guardian',
    'Wind-down licence for Rosneft and Lukoil ends on Friday',
    'The US Treasury gave firms until 21 November to close dealings with Russia’s two largest oil companies',
  ],
  [
    '2025-12-04T21:00',
    'ofac',
    'Issuance of Russia-related General License 128B',
    'General License 128B, which replaces General License 128A, authorizes certain transactions involving Lukoil retail service stations located outside of Russia through 12:01 a.m. eastern daylight time, April 29, 2026.',
  ],
  [
    '2025-12-05T08:00',
    'reuters',
    'US Allows Lukoil Stations Outside Russia to Operate Until April 29',
    "WASHINGTON, Dec 5 - The Treasury's general license 128B replaces one that was to expire on Dec. 13.",
  ],
  [
    '2025-12-09T08:00',
    'law-firm-notes',
    'OFAC: GL 128B valid through April 28',
    'The general license for Lukoil stations is in effect through April 28, 2026, the last full day.',
  ],
  [
    '2025-11-14T20:05',
    'ofac',
    'Issuance of Russia-related General License 131',
    'General License 131 authorizes negotiations for the sale of Lukoil International GmbH through 12:01 a.m. eastern standard time, December 13, 2025.',
  ],
  [
    '2025-11-15T09:00',
    'reuters',
    "Bidders for Lukoil's Foreign Assets Have Until Dec 13, US Treasury Licence Shows",
    'WASHINGTON, Nov 15 - The general license lets companies talk to the Russian oil producer.',
  ],
  [
    '2025-12-10T21:00',
    'ofac',
    'Issuance of Russia-related General License 131A',
    'General License 131A, which replaces General License 131, authorizes negotiations for the sale of Lukoil International GmbH through 12:01 a.m. eastern standard time, January 17, 2026.',
  ],
  [
    '2025-12-11T08:00',
    'reuters',
    'US Extends Deadline for Talks on Lukoil Assets to Jan 17',
    'WASHINGTON, Dec 11 - The Treasury general license had been set to expire on Dec. 13.',
  ],
  [
    '2026-01-14T21:00',
    'ofac',
    'Issuance of Russia-related General License 131B',
    'General License 131B, which replaces General License 131A, authorizes negotiations for the sale of Lukoil International GmbH through 12:01 a.m. eastern standard time, February 28, 2026.',
  ],
  [
    '2026-01-15T09:00',
    'guardian',
    'US gives Lukoil buyers until 28 February',
    'Treasury extends general licence for talks over foreign business of Russian oil company for a second time',
  ],
];

it('each licence keeps its own chain through every edition', async () => {
  expect(await chainsAfter('ofac-oil-licences', NEWS, '2026-03-02T00:00Z')).toEqual([
    'Holders of General License 126: set 2025-11-21T05:01Z -> passed_unknown',
    'Holders of General License 128: set 2025-11-21T05:01Z -> extended 2025-12-13T05:01Z -> extended 2026-04-29T04:01Z',
    'Holders of General License 131: set 2025-12-13T05:01Z -> extended 2026-01-17T05:01Z -> extended 2026-02-28T05:01Z -> passed_unknown',
  ]);
});
