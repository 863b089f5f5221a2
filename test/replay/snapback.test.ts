/** The European demand of the summer of 2025, and the thirty-day clock that followed it. */
import { expect, it } from 'vitest';
import { chainsAfter, type Told } from './replaying.ts';

const NEWS: readonly Told[] = [
  [
    '2025-07-15T20:00',
    'reuters',
    'US, E3 Set End of August Deadline for Iran Nuclear Deal',
    'PARIS, July 15 - France, Germany and Britain would trigger the snapback of U.N. sanctions if there is no agreement by the end of August.',
  ],
  [
    '2025-08-13T08:00',
    'guardian',
    'European powers tell UN they are ready to reimpose sanctions on Iran',
    'E3 letter says snapback will be triggered if Tehran does not act by 31 August',
  ],
  [
    '2025-08-28T14:00',
    'reuters',
    'European Powers Launch UN Sanctions Snapback on Iran',
    'PARIS, Aug 28 - Britain, France and Germany notified the Security Council on Thursday, launching a 30-day process that would reimpose U.N. sanctions on Tehran.',
  ],
  [
    '2025-08-28T15:00',
    'bbc',
    'UK, France and Germany trigger snapback of sanctions on Iran',
    'The UN measures will be reimposed on 28 September unless the Security Council decides otherwise.',
  ],
  [
    '2025-09-19T16:00',
    'dw',
    'UN Security Council votes against keeping Iran sanctions relief',
    'Without a deal the snapback takes effect at 00:00 GMT on September 28.',
  ],
  [
    '2025-09-26T20:00',
    'nyt',
    'Bid to Delay Iran Sanctions Fails at U.N.',
    'The snapback of sanctions on Iran will take effect at 8 p.m. Eastern time on Saturday.',
  ],
  [
    '2025-09-27T10:00',
    'gulf-report',
    'UN sanctions on Iran to snap back at 0000 GMT on Saturday',
    'European states said Tehran had missed its chance.',
  ],
  [
    '2025-09-28T01:00',
    'reuters',
    'UN Reinstates Sanctions on Iran',
    'UNITED NATIONS, Sept 27 - The snapback triggered by the E3 took effect on Saturday evening.',
  ],
];

it('the end of August passes, and the snapback has a chain of its own to the minute', async () => {
  expect(await chainsAfter('iran-snapback', NEWS, '2025-09-30T00:00Z')).toEqual([
    'Iran: set 2025-08-31 -> passed_unknown',
    'Iran: set 2025-09-28T00:00Z -> passed_unknown',
  ]);
});
