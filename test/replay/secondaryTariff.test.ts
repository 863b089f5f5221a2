/** The order of 6 August 2025 on India: 21 days after its date. */
import { expect, it } from 'vitest';
import { chainsAfter, type Told } from './replaying.ts';

const NEWS: readonly Told[] = [
  [
    '2025-07-14T16:00',
    'reuters',
    'Trump Threatens Buyers of Russian Oil Such as India With Tariffs in 50 Days',
    'WASHINGTON, July 14 - U.S. President Donald Trump said secondary tariffs would follow if Russia made no deal in 50 days.',
  ],
  [
    '2025-07-30T14:30',
    'bbc',
    'Trump announces 25% tariff on India from 1 August',
    'The US president also spoke of a penalty for buying Russian oil.',
  ],
  [
    '2025-08-06T15:00',
    'white-house',
    'Addressing Threats to the United States by the Government of the Russian Federation',
    'An additional ad valorem duty of 25 percent on imports of articles of India, which is importing Russian oil, shall be effective 12:01 a.m. eastern daylight time, 21 days after the date of this order.',
  ],
  [
    '2025-08-06T15:30',
    'reuters',
    'Trump Imposes Extra 25% Tariff on Indian Goods Over Russian Oil Purchases',
    'WASHINGTON, Aug 6 - The new tariff takes effect on August 27 and brings duties on goods from India to 50%.',
  ],
  [
    '2025-08-07T08:00',
    'guardian',
    'India calls Trump’s extra tariff over Russian oil ‘unfair’',
    'The first 25% duty comes into force today; the second takes effect in 21 days',
  ],
  [
    '2025-08-20T09:00',
    'dw',
    'India shrugs off US pressure over Russian oil',
    'Trade talks are off before the additional tariffs on India take effect on August 27.',
  ],
  [
    '2025-08-26T10:00',
    'bbc',
    'US publishes notice of 50% tariffs on India',
    'Duties over purchases of Russian oil take effect at 12:01 EST on Wednesday, the notice says.',
  ],
  [
    '2025-08-27T06:00',
    'nyt',
    "Trump's 50% Tariffs on India Take Effect",
    'The duties, punishment for buying Russian oil, began just after midnight.',
  ],
];

it('only the order itself sets a date, to the minute', async () => {
  expect(await chainsAfter('secondary-sanctions', NEWS, '2025-08-29T00:00Z')).toEqual([
    'India: set 2025-08-27T04:01Z -> passed_unknown',
  ]);
});
