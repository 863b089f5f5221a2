/** The truce between the United States and China, extended twice. */
import { expect, it } from 'vitest';
import { chainsAfter, type Told } from './replaying.ts';

const NEWS: readonly Told[] = [
  [
    '2025-05-12T08:00',
    'bbc',
    'US and China agree to cut tariffs for 90 days',
    'The truce will run until 12 August, the two sides said in Geneva.',
  ],
  [
    '2025-07-29T19:00',
    'reuters',
    'US, China Agree to Seek Extension of Tariff Truce',
    'STOCKHOLM, July 29 - The current 90-day truce is due to expire on Aug. 12. Trump will have the final say.',
  ],
  [
    '2025-08-11T22:30',
    'reuters',
    'Trump Extends China Tariff Truce by 90 Days',
    'WASHINGTON, Aug 11 - The order prevents duties from rising until 12:01 a.m. EST on Nov. 10.',
  ],
  [
    '2025-08-12T06:00',
    'guardian',
    'US and China extend tariff truce for another 90 days',
    'Agreement had been due to expire on Tuesday; it now runs until 10 November',
  ],
  [
    '2025-08-12T08:00',
    'asia-daily',
    'Truce between US and China on tariffs extended to Nov 9',
    'Beijing confirmed the suspension for 90 days.',
  ],
  [
    '2025-10-30T09:00',
    'bbc',
    'Trump and Xi agree to extend truce',
    "The US and China will hold off higher tariffs for a year after the leaders' meeting in Busan.",
  ],
  [
    '2025-11-04T22:00',
    'white-house',
    'Modifying reciprocal tariff rates consistent with the economic and trade arrangement between the United States and China',
    'The suspension of heightened reciprocal tariffs on imports from China is extended until 12:01 a.m. eastern standard time on November 10, 2026.',
  ],
  [
    '2025-11-05T08:00',
    'reuters',
    'US Formally Extends China Tariff Truce Until November 10, 2026',
    'WASHINGTON, Nov 5 - Trump signed orders implementing the trade truce with Beijing.',
  ],
  [
    '2025-11-10T10:00',
    'guardian',
    'US–China trade truce takes effect',
    'Tariff suspension, which was to end today, now lasts until 10 November 2026',
  ],
];

it('a day more or less between outlets moves nothing; each extension does, once', async () => {
  expect(await chainsAfter('us-china-truce', NEWS, '2025-11-20T00:00Z')).toEqual([
    'China: set 2025-08-12 -> extended 2025-11-10T05:01Z -> extended 2026-11-10T05:01Z',
  ]);
});
