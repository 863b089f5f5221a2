/** The ceasefire deadline from 14 July to 16 August 2025, as newsrooms of several kinds word it. */
import { describe, expect, it } from 'vitest';
import { chainsAfter, disputesAfter, type Told } from './replaying.ts';

const UNTIL = '2025-08-17T12:00Z';
const CHAIN = [
  'Russia: set 2025-09-02 -> brought_forward 2025-08-07..2025-08-09 -> fixed 2025-08-08 -> passed_unknown -> superseded',
];

const AMERICAN: readonly Told[] = [
  [
    '2025-07-14T15:40',
    'reuters',
    "Trump Threatens 'Severe' Tariffs on Russia if No Ukraine Deal Within 50 Days",
    'WASHINGTON, July 14 - U.S. President Donald Trump said on Monday he would put tariffs of about 100% on Russia and on buyers of its exports unless Moscow agrees to end the war in Ukraine within 50 days.',
  ],
  [
    '2025-07-14T17:05',
    'nyt',
    'Trump Gives Putin 50 Days to Make a Deal, and Promises Ukraine More Weapons',
    'Sitting beside the NATO secretary general, the president said he was “very, very unhappy” with Russia and set a clock running.',
  ],
  [
    '2025-07-17T08:00',
    'opinion-weekly',
    'Opinion: Fifty Days Is an Eternity in This War',
    "Mr. Trump's deadline to Russia hands Vladimir Putin a summer offensive. By September the map of Ukraine may look different.",
  ],
  [
    '2025-07-21T12:00',
    'nyt',
    "Europe Faces Aug. 1 Deadline for Trump's Tariffs",
    'Brussels and Washington were still far apart days before the higher duties were due to begin on Aug. 1, with Russia and Ukraine also on the agenda.',
  ],
  [
    '2025-07-28T12:50',
    'reuters',
    "Trump Says He Will Set New Deadline for Russia of '10 or 12 Days'",
    'TURNBERRY, Scotland, July 28 - U.S. President Donald Trump said on Monday he was going to make a new deadline of about 10 or 12 days from today for Russia to make progress on ending the war in Ukraine.',
  ],
  [
    '2025-07-28T13:30',
    'nyt',
    'Trump Cuts Deadline for Putin to ‘10 or 12 Days’',
    'The president, meeting the British prime minister in Scotland, said there was no reason to wait out the 50 days he had given Russia.',
  ],
  [
    '2025-07-28T20:00',
    'wire-rewrite',
    "Trump's New Russia Deadline: Either August 5 or August 7, by Our Count",
    'The US president moved the deadline for Moscow forward, which puts it on August 5 or 7.',
  ],
  [
    '2025-07-29T06:00',
    'morning-digest',
    "Five Things to Know: Starmer, Gaza Aid, Putin's Clock",
    "Trump shortened Putin's deadline. The earlier one was to expire in early September. Also: Hamas has until Friday to answer, mediators say.",
  ],
  [
    '2025-07-29T21:30',
    'reuters',
    'Trump Says Russia Has 10 Days From Today Before Tariffs',
    'ABOARD AIR FORCE ONE, July 29 - U.S. President Donald Trump said on Tuesday that the United States would start imposing tariffs and other measures on Russia "10 days from today" if Moscow showed no progress toward ending the war in Ukraine.',
  ],
  [
    '2025-07-29T22:10',
    'nyt',
    'Trump Sets Aug. 8 as the Deadline for Russia',
    'Speaking to reporters on the flight home, the president said Moscow had 10 days from Tuesday to end its war in Ukraine.',
  ],
  [
    '2025-07-31T20:00',
    'reuters',
    'US Tells UN Security Council Trump Wants Ukraine Peace Deal by August 8',
    'UNITED NATIONS, July 31 - The United States told the U.N. Security Council that both Russia and Ukraine must negotiate a ceasefire and durable peace and that this must be done by August 8.',
  ],
  [
    '2025-08-05T12:00',
    'market-ticker',
    "Oil Eases as Doubts Grow Over Friday's Russia Deadline",
    "Traders expect Washington to hold fire. Trump's deadline for Russia to end the war in Ukraine expires on Aug. 8.",
  ],
  [
    '2025-08-06T13:00',
    'reuters',
    "Witkoff Holds 'Constructive' Talks With Putin as Deadline Looms",
    'MOSCOW, Aug 6 - U.S. envoy Steve Witkoff met Russian President Vladimir Putin for about three hours on Wednesday, two days before the deadline set by President Donald Trump for Russia to agree to peace in Ukraine or face new sanctions.',
  ],
  [
    '2025-08-06T15:30',
    'reuters',
    'Trump Imposes Extra 25% Tariff on Indian Goods Over Russian Oil',
    "WASHINGTON, Aug 6 - The executive order takes effect in 21 days and is meant to press Russia over its war in Ukraine before Trump's Friday deadline.",
  ],
  [
    '2025-08-09T03:00',
    'nyt',
    "Trump's Deadline for Putin Passes Without New Sanctions",
    'Instead of penalties, the Russian leader got an invitation to American soil.',
  ],
  [
    '2025-08-09T14:00',
    'npr',
    'A deadline came and went. What did Russia pay?',
    'No new tariffs on Moscow were announced when the Aug. 8 deadline expired.',
  ],
  [
    '2025-08-16T09:30',
    'reuters',
    'Trump Drops Ceasefire Demand After Alaska Summit, Says He Wants Full Peace Deal',
    'WASHINGTON, Aug 16 - President Donald Trump said on Saturday that Ukraine and Russia should go directly to a peace agreement rather than a mere ceasefire.',
  ],
];

const BRITISH: readonly Told[] = [
  [
    '2025-07-14T18:10',
    'france24',
    "Trump's fifty-day ultimatum to Putin: what we know",
    'The American president announced weapons for Ukraine and set Russia a fifty-day ultimatum on Monday.',
  ],
  [
    '2025-07-15T10:45',
    'guardian',
    'EU foreign policy chief says 50 days is ‘a very long time’ as civilians die in Ukraine',
    'Kallas welcomes Trump’s tougher line on Russia but questions the timeline',
  ],
  [
    '2025-07-28T12:40',
    'guardian',
    'Trump says he will shorten 50-day deadline for Putin to ‘10 or 12 days’',
    'US president says at Turnberry there is ‘no reason in waiting’ for Russia to end the Ukraine war',
  ],
  [
    '2025-07-28T12:45',
    'bbc',
    'Trump sets Putin new Ukraine deadline of 10 or 12 days',
    'The US president said he was disappointed with the Russian leader as he met Sir Keir Starmer in Scotland.',
  ],
  [
    '2025-07-28T19:30',
    'independent-daily',
    'Trump’s new deadline for Putin: what happens on 5 or 7 August?',
    'The president gave the Russian leader 10 or 12 days to end the war, meaning either 5 or 7 August.',
  ],
  [
    '2025-07-29T09:15',
    'guardian',
    'Ukraine hails Trump’s decision to cut deadline as Russian strikes kill at least 20',
    'Zelenskyy thanks US president for ‘focused’ stance after deadline for Moscow was cut from 50 days to 12',
  ],
  [
    '2025-07-29T21:45',
    'bbc',
    'Trump says Russia has 10 days from Tuesday to end war',
    'The US president told journalists on Air Force One that tariffs would follow "ten days from today" if the fighting in Ukraine did not stop.',
  ],
  [
    '2025-08-05T18:00',
    'dw',
    'Trump deadline: does Russia fear secondary tariffs?',
    'The deadline ends this Friday. Experts in Berlin see little sign that Moscow will give way on Ukraine.',
  ],
  [
    '2025-08-07T22:00',
    'france24',
    'Trump hedges on Friday deadline for Putin',
    "“It's going to be up to him,” the US president said when asked whether the deadline still held, adding that Russia had disappointed him.",
  ],
  [
    '2025-08-09T06:00',
    'dw',
    "Trump's ultimatum to Putin expires, talks take its place",
    'The US deadline for Russia passed on Friday night with no sanctions announced.',
  ],
  [
    '2025-08-16T10:10',
    'bbc',
    'Trump says Ukraine should make peace deal, skipping ceasefire, after Putin summit',
    'The US president said an agreement would end the war, "not a mere Ceasefire Agreement, which often times do not hold up".',
  ],
];

const UKRAINIAN: readonly Told[] = [
  [
    '2025-07-15T06:45',
    'kyiv-post',
    'Why 50 Days? Ukrainians React With Hope and Scorn to Trump’s Clock',
    'Many in Kyiv fear that Russia will use the time until early September to press its offensive.',
  ],
  [
    '2025-07-28T12:35',
    'kyiv-independent',
    "'I'm not so interested in talking anymore' — Trump cuts Putin's deadline to 10-12 days",
    'Trump said on July 28 that he would reduce the 50-day deadline he had given Russia to end its war against Ukraine.',
  ],
  [
    '2025-07-28T14:40',
    'kyiv-post',
    'Trump Slashes Ultimatum to Russia: Ten or Twelve Days, Not Fifty',
    "The US president said in Scotland that he already knows what Moscow's answer will be on Ukraine.",
  ],
  [
    '2025-07-28T16:00',
    'euromaidan',
    'Trump: Putin now has under two weeks to make peace with Ukraine',
    "The new deadline could fall on August 7, 8 or 9, depending on how one counts the US president's words.",
  ],
  [
    '2025-07-29T21:20',
    'kyiv-independent',
    'Trump officially sets Aug. 8 deadline for Russia to end war',
    '"Ten days from today," U.S. President Donald Trump told reporters aboard Air Force One on July 29 when asked about tariffs on Moscow.',
  ],
  [
    '2025-07-29T21:50',
    'ukrainska-pravda',
    'Trump: Russia has 10 days starting from today',
    'The US president said on 29 July that he would impose tariffs on Russia in 10 days. The deadline is 8 August.',
  ],
  [
    '2025-08-13T15:30',
    'kyiv-independent',
    "Trump vows 'severe consequences' if Putin doesn't agree to ceasefire on Friday",
    "The U.S. president spoke with Zelensky and European leaders two days before the Alaska summit with Russia's president.",
  ],
  [
    '2025-08-16T09:10',
    'ukrainska-pravda',
    'Trump after Alaska: a full peace agreement instead of a ceasefire',
    'The US president now rejects a ceasefire as a first step after talks with Putin and calls with Zelenskyy.',
  ],
];

const ALL = [...AMERICAN, ...BRITISH, ...UKRAINIAN];

/** Up to six hours late, in an order that has nothing to do with publication. */
const late = (index: number) => (index * 5) % 7;

describe('the chain is the same', () => {
  it.each<[string, readonly Told[], (index: number) => number]>([
    ['told by all', ALL, () => 0],
    ['told late and in another order', ALL, late],
    ['told by every other item', ALL.filter((_, index) => index % 2 === 0), late],
    ['told by American papers alone', AMERICAN, () => 0],
  ])('%s', async (_, news, delay) => {
    expect(await chainsAfter('ceasefire-deadline', news, UNTIL, delay)).toEqual(CHAIN);
  });
});

it('the outlet that counted otherwise disputes the date, and nobody else', async () => {
  expect(await disputesAfter('ceasefire-deadline', ALL, UNTIL)).toEqual([
    'independent-daily: version 2 is 2025-08-05..2025-08-07',
  ]);
});

describe('what is no news of the deadline', () => {
  const SET: Told = [
    '2025-07-14T15:40',
    'reuters',
    'Trump Threatens Tariffs on Russia if No Ukraine Deal Within 50 Days',
    'He would act unless Moscow agrees to end the war in Ukraine within 50 days.',
  ];

  it.each<[title: string, lede: string, outlet?: string]>([
    [
      'Putin Gives Ukraine Until August 1 to Withdraw, Trump Told',
      "The Russian president's ultimatum reached Washington.",
    ],
    ["Ukraine has until 20 July to answer Russia's ultimatum, Trump envoy says", 'Moscow demanded a withdrawal.'],
    ['Trump gives Zelensky until Friday to fire aide, Russia watches', 'A deadline for Kyiv.'],
    [
      'Senator says Trump should set 1 August deadline for Russia',
      'The lawmaker urged the president to shorten the 50 days.',
    ],
    ['Zelensky asks Trump to move deadline for Russia to July 25', "Ukraine's leader says 50 days is too long."],
    ['Fake post claims Trump cut Russia deadline to 5 days', 'The White House says the image about Ukraine is false.'],
    ['White House denies Trump extended deadline for Russia to October 1', 'The 50-day deadline on Ukraine stands.'],
    ["Trump's deadline for Russia could be extended to 1 November, insiders say", 'No decision on Ukraine.'],
    ['If Trump drops his deadline for Russia, Kyiv is lost, warns ex-general', 'He fears for Ukraine.'],
    ['Will Trump drop his deadline for Russia?', 'Doubts grow in Kyiv.'],
    ["Russia missed Trump's deadline? Not yet", 'The date for Ukraine peace is 2 September.'],
    ['Satire: Trump gives Russia 3 days to end war', 'Ukraine laughs.'],
    ['Trump drops deadline for Russia', 'Washington abandons ultimatum over Ukraine.', 'rt'],
    ['Trump extends deadline for Russia to December 1', 'MOSCOW. The new deadline on Ukraine is December 1.', 'tass'],
    ['Hungary meets deadline on Russia sanctions, Trump pleased', 'Budapest complied over Ukraine.'],
    ['Trump deadline: EU has until Friday to match Russia sanctions', 'Brussels weighs steps for Ukraine.'],
    ['NATO summit deadline of 31 July for Ukraine aid, as Trump presses Russia', 'Allies must pledge by 31 July.'],
    [
      'US court sets August 5 deadline in Russia sanctions case against Trump ally',
      'Judge orders reply on Ukraine payments.',
    ],
    ["Trump: I won't wait 50 days for Russia", 'He said he may shorten the deadline on Ukraine.'],
    ["Trump's Ukraine deadline: 38 days to go for Russia", 'A reminder of the clock.'],
    [
      'Medvedev gives Trump 10 days to apologise',
      "The ultimatum by Russia's former president over Ukraine was a joke.",
    ],
    [
      'Deal with EU leaves Russia deadline untouched: Trump',
      'The EU pact was signed before the August deadline. Ukraine was not discussed.',
    ],
  ])('%s', async (title, lede, outlet = 'guardian') => {
    const news: readonly Told[] = [SET, ['2025-07-22T10:00', outlet, title, lede]];
    const chains = await chainsAfter('ceasefire-deadline', news, '2025-07-28T10:00Z');
    expect(chains).toEqual(['Russia: set 2025-09-02']);
  });
});
