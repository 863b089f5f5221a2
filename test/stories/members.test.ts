/** What members of a server are promised, each through the whole line and as they read it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Gate } from '../../src/domain/storyline.ts';
import {
  headings,
  lastText,
  onlyText,
  openStoryDesk,
  ROLE,
  type StoryDesk,
  type StoryDeskOptions,
} from '../fakes/storyDesk.ts';

/**
 * The user stories of the members, by their numbers, and where each is held:
 *
 * |  1 | a deadline that moves                 | here                                                             |
 * |  2 | the right instant                     | here                                                             |
 * |  3 | no false precision                    | here                                                             |
 * |  4 | one message a development             | here                                                             |
 * |  5 | reminders once each                   | here; killed in between: `test/kill.test.ts`, "fires each …"     |
 * |  6 | passed is not enforced                | here                                                             |
 * |  7 | state media                           | here                                                             |
 * |  8 | numbers that rise                     | here, as long as one development lasts                           |
 * |  9 | my topics only                        | here; the role by a button: `test/commands/story.test.ts`         |
 * | 11 | quiet hours                           | here; nights of other lengths: `test/domain/quiet.test.ts`        |
 * | 12 | conflicts                             | here                                                             |
 * | 13 | why did I get this                    | here                                                             |
 */

let desk: StoryDesk;

async function opened(options: StoryDeskOptions = {}): Promise<StoryDesk> {
  desk = await openStoryDesk(options);
  return desk;
}

afterEach(() => desk.close());

/** From fifty days to the eighth of August, each step told by two outlets and confirmed by a moderator who is asked. */
async function tellCeasefire(): Promise<void> {
  await desk.hears(
    '2025-07-14T15:40',
    'reuters',
    'Trump gives Russia 50 days to make peace in Ukraine or face tariffs',
  );
  await desk.hears('2025-07-14T16:10', 'bbc', 'Trump gives Russia 50 days to end the war in Ukraine');
  await desk.confirmsAll();
  await desk.hears('2025-07-28T12:50', 'bbc', 'Trump cuts deadline for Putin to 10 or 12 days from today');
  await desk.hears('2025-07-28T13:20', 'guardian', 'Trump shortens deadline for Russia to 10 or 12 days');
  await desk.confirmsAll();
  await desk.hears('2025-07-29T19:50', 'bbc', 'Ten days from today: Trump fixes deadline for Russia');
  await desk.hears('2025-07-29T21:00', 'kyiv-independent', 'Trump sets 8 August as deadline for Russia to end war');
  await desk.confirmsAll();
}

describe('a deadline that moves (1)', () => {
  it('is one card that is edited, with one alert a move and its history in quotes with links', async () => {
    await opened({ storylines: ['ceasefire-deadline'] });
    await tellCeasefire();
    expect(headings(desk.cards('change'))).toEqual([
      'Brought forward: 2 Sep 2025 → 7–9 Aug 2025 (approx.)',
      'Fixed: 7–9 Aug 2025 (approx.) → 8 Aug 2025',
    ]);
    const card = onlyText(desk.cards('deadline'));
    const history = card.split('**History**\n')[1]?.split('\n') ?? [];
    expect(history.filter((_, index) => index % 2 === 0)).toEqual([
      expect.stringMatching(/^\*\*Set:\*\* ~~2 Sep 2025~~ · reported <t:\d+:D>$/),
      expect.stringMatching(/^\*\*Brought forward:\*\* ~~7–9 Aug 2025 \(approx\.\)~~ · reported <t:\d+:D>$/),
      expect.stringMatching(/^\*\*Fixed:\*\* 8 Aug 2025 · reported <t:\d+:D>$/),
    ]);
    expect(history.filter((_, index) => index % 2 === 1)).toEqual([
      expect.stringMatching(/“Trump gives Russia 50 days .*” · \[Reuters\]\(https:\S+\), wire agency/),
      expect.stringMatching(/“Trump cuts deadline .*” · \[BBC News\]\(https:\S+\), press/),
      expect.stringMatching(/“Ten days from today.*” · \[BBC News\]\(https:\S+\), press/),
    ]);
  });

  it('reminds of no date that no longer holds', async () => {
    await opened({ storylines: ['ceasefire-deadline'] });
    await tellCeasefire();
    await desk.waits('2025-09-10T00:00');
    const reminders = headings(desk.cards('rung'));
    expect(reminders.filter((heading) => !heading.includes('8 Aug 2025'))).toEqual([]);
    expect(reminders).toHaveLength(5);
  });
});

/** The instant that a legal text gives, as a card shows it. */
const INSTANTS: readonly (readonly [
  what: string,
  said: string,
  outlet: string,
  title: string,
  lede: string,
  card: RegExp,
])[] = [
  [
    'summer time at the date, though it is winter when it is written',
    '2025-12-10T20:30',
    'ofac',
    'Issuance of Russia-related General License 128B',
    'General License 128B authorizes transactions involving Lukoil retail service stations outside of Russia through 12:01 a.m. eastern daylight time, April 29, 2026.',
    /<t:1777435260:F> .*\n29 Apr 2026 04:01 UTC/,
  ],
  [
    'winter time at the date, though it is summer when it is written',
    '2025-10-22T20:30',
    'ofac',
    'Issuance of Russia-related General License 126',
    'General License 126 authorizes the wind down of transactions involving Rosneft and Lukoil through 12:01 a.m. eastern standard time, November 21, 2025.',
    /<t:1763701260:F> .*\n21 Nov 2025 05:01 UTC/,
  ],
  [
    'the clock on the wall, where the zone is misnamed',
    '2025-08-06T18:00',
    'white-house',
    'Addressing threats to the United States by the Government of the Russian Federation',
    'The additional ad valorem duty on imports from India, which buys Russian oil, takes effect at 12:01 a.m. EST on August 27, 2025.',
    /<t:1756267260:F> .*\n27 Aug 2025 04:01 UTC/,
  ],
];

describe('an instant (2)', () => {
  it.each(INSTANTS)('goes by %s', async (_, said, outlet, title, lede, card) => {
    await opened();
    await desk.hears(said, outlet, title, lede);
    expect(onlyText(desk.cards('deadline'))).toMatch(card);
  });
});

describe('no false precision (3)', () => {
  it('a day is shown as a day, without an hour and without a countdown', async () => {
    await opened({ storylines: ['ceasefire-deadline'] });
    await desk.hears('2025-08-05T11:00', 'bbc', 'Trump sets Friday deadline for Russia to agree Ukraine ceasefire');
    await desk.hears('2025-08-05T12:00', 'guardian', 'Trump gives Russia until Friday to agree Ukraine ceasefire');
    await desk.waits('2025-08-09T12:00');
    expect(desk.cards('deadline')[0]?.texts[0]).toMatch(/Fri 8 Aug 2025 \(US Eastern day\), no time given .*:D>/);
    expect(desk.cards('rung').map(lastText).join()).toContain('no time given');
    expect([...desk.cards('deadline'), ...desk.cards('rung')].map(lastText).join()).not.toMatch(/:[RF]>/);
  });

  it('ten or twelve days are a range of days, about', async () => {
    await opened({ storylines: ['ceasefire-deadline'] });
    await desk.hears('2025-07-28T12:50', 'bbc', 'Trump gives Putin new deadline of 10 or 12 days from today');
    await desk.hears('2025-07-28T13:20', 'guardian', 'Trump sets deadline for Russia of 10 or 12 days from today');
    await desk.confirmsAll();
    const card = onlyText(desk.cards('deadline'));
    expect(card).toContain('7–9 Aug 2025 (approx.), US Eastern days, no time given');
    expect(card).not.toMatch(/:[RF]>/);
  });
});

/** One death in hospital as eight outlets have it: two reprint Reuters, one quotes it. */
const TOLL: readonly (readonly [at: string, outlet: string, title: string, lede: string])[] = [
  ['07:00', 'kyiv-independent', 'Death toll of July 31 attack on Kyiv rises to 32', 'A man died in hospital.'],
  [
    '07:10',
    'reuters',
    'Death toll from Russian strike on Kyiv on July 31 rises to 32',
    'KYIV, Aug 6 (Reuters) - He was 38.',
  ],
  [
    '07:15',
    'harbour',
    'Death toll from Russian strike on Kyiv on July 31 rises to 32',
    'KYIV, Aug 6 (Reuters) - He was 38.',
  ],
  [
    '07:20',
    'north',
    'Death toll from Russian strike on Kyiv on July 31 rises to 32',
    'KYIV, Aug 6 (Reuters) - He was 38.',
  ],
  [
    '07:30',
    'rt',
    'Toll of July 31 strike on Kyiv said to be 32, according to Reuters',
    'Reuters reports another death.',
  ],
  ['07:40', 'tass', 'Kyiv reports death toll of July 31 strike at 32', 'A wounded man died in hospital.'],
  ['07:50', 'ukrainska-pravda', 'Russian attack on Kyiv on 31 July: death toll rises to 32', 'He died in hospital.'],
  ['08:50', 'bbc', 'Kyiv strike of 31 July: death toll now 32', 'Officials said a victim died of wounds in hospital.'],
];

describe('one message a development (4)', () => {
  it('eight outlets are one post with edits, with no more origins than there are, and a ping only at the gate', async () => {
    await opened();
    const counted: string[] = [];
    for (const [hour, outlet, title, lede] of TOLL) {
      await desk.hears(`2025-08-06T${hour}`, outlet, title, lede);
      const pings = desk.cards().flatMap((card) => card.pings).length;
      const origins = /Reported by (\d+) independent/.exec(onlyText(desk.cards('development')))?.[1] ?? '1';
      counted.push(`${origins}${pings > 0 ? ' pings' : ''}`);
    }
    expect(counted).toEqual(['1', '2', '2', '2', '2', '3 pings', '4 pings', '5 pings']);
    expect(desk.cards().map(({ kind }) => kind)).toEqual(['development', 'corroboration']);
  });
});

describe('reminders (5)', () => {
  it('a date learnt five hours before reminds an hour before and when it is due, once each', async () => {
    await opened({ storylines: ['ofac-oil-licences'] });
    const lede =
      'General License 126 authorizes the wind down of transactions involving Lukoil through 12:01 a.m. eastern standard time, November 21, 2025.';
    await desk.hears('2025-11-21T00:01', 'ofac', 'Issuance of Russia-related General License 126', lede);
    await desk.waits('2025-11-21T05:01');
    await desk.waits('2025-11-21T09:00');
    expect(desk.cards('rung').map((card) => `${card.postedAt.slice(11, 16)} ${headings([card])[0]}`)).toEqual([
      '04:01 1 hour left: 21 Nov 2025 05:01 UTC',
      '05:01 Due now: 21 Nov 2025 05:01 UTC',
    ]);
  });
});

const CLAIMS_AN_OUTCOME = /enforced|took effect|in force/i;

function everythingRead(): string {
  return desk
    .cards()
    .flatMap(({ texts }) => texts)
    .join('\n');
}

describe('passed is not enforced (6)', () => {
  it('a date without news passes with its outcome unknown, and nothing says that anything followed', async () => {
    await opened({ storylines: ['ceasefire-deadline'] });
    await tellCeasefire();
    await desk.waits('2025-08-10T12:00');
    expect(onlyText(desk.cards('deadline'))).toContain('**Status:** The date has passed; outcome unknown');
    expect(headings(desk.cards('change')).slice(2)).toEqual(['Date passed, outcome unknown: 8 Aug 2025']);
    expect(everythingRead()).not.toMatch(CLAIMS_AN_OUTCOME);
  });

  it('talks that two outlets say replace it supersede it, once', async () => {
    await opened({ storylines: ['ceasefire-deadline'] });
    await tellCeasefire();
    await desk.waits('2025-08-10T12:00');
    const dw = 'Trump seeks full peace deal after Alaska: summit with Putin replaces deadline for Russia';
    await desk.hears('2025-08-16T08:50', 'dw', dw);
    expect(headings(desk.cards('change'))).toHaveLength(3);
    await desk.hears('2025-08-16T09:20', 'bbc', 'Trump drops ceasefire demand after Alaska summit with Putin');
    expect(headings(desk.cards('change')).slice(3)).toEqual(['Superseded, was due: 8 Aug 2025']);
    await desk.hears('2025-08-16T10:00', 'guardian', 'Trump drops call for ceasefire as Putin talks end in Alaska');
    expect(headings(desk.cards('change'))).toHaveLength(4);
    const card = onlyText(desk.cards('deadline'));
    expect(card).toContain('**Status:** Superseded');
    expect(card).toMatch(/\*\*Superseded\*\*.*\n.*Deutsche Welle.*confirmed by 2 more independent outlets/);
    expect(everythingRead()).not.toMatch(CLAIMS_AN_OUTCOME);
  });
});

describe('state media (7)', () => {
  it('alone are named as what they are and ping nobody, and count beside another', async () => {
    await opened({ gate: { post: 2, ping: 2, unconfirmed: 'show' } });
    await desk.hears('2025-08-02T07:00', 'tass', 'Witkoff to meet Putin in Moscow next week, Ushakov says');
    await desk.hears('2025-08-02T07:30', 'rt', 'Putin to meet Witkoff in Moscow next week, says Ushakov');
    expect(onlyText(desk.cards('development'))).toContain('Per TASS (state-controlled)');
    expect(desk.cards().flatMap(({ pings }) => pings)).toEqual([]);
    await desk.hears('2025-08-02T09:00', 'bbc', 'US envoy Witkoff to meet Putin in Moscow next week');
    expect(onlyText(desk.cards('development'))).toContain('Reported by 2 independent outlets (3 reports)');
    expect(desk.cards('corroboration').map(({ pings }) => pings)).toEqual([[ROLE]]);
  });
});

describe('numbers that rise (8)', () => {
  it('are told in place, and an old count told late lowers nothing', async () => {
    await opened();
    const told = [
      ['2025-07-31T04:00', 'kyiv-independent', 'Russian attack on Kyiv on July 31 kills 1, injures dozens'],
      ['2025-07-31T17:00', 'ukrainska-pravda', 'Death toll of July 31 attack on Kyiv rises to 16'],
      ['2025-08-01T04:50', 'kyiv-independent', 'Death toll of July 31 attack on Kyiv rises to 26'],
      ['2025-08-01T05:52', 'bbc', 'Kyiv attack of 31 July: death toll climbs to 27'],
      ['2025-08-01T12:00', 'kyiv-independent', 'Death toll of July 31 attack on Kyiv rises to 31'],
      ['2025-08-01T13:00', 'guardian', 'Kyiv attack of 31 July: death toll rises to 27'],
    ] as const;
    for (const [at, outlet, title] of told) await desk.hears(at, outlet, title);
    const card = onlyText(desk.cards('development'));
    expect(card).toMatch(/^### Death toll of July 31 attack on Kyiv rises to 31\n/);
    expect(card).toMatch(/\*\*Dead:\*\* 31 · before that 27 \(.*\), 26 \(.*\), 16 \(.*\), 1 \(/);
  });
});

const EAGER: Gate = { post: 1, ping: 1, unconfirmed: 'show' };

describe('my topics only (9)', () => {
  it('a ping names the role of the follow and nobody else, whatever an article says', async () => {
    await opened({ gate: EAGER });
    const title = '@everyone US envoy Witkoff to meet Putin in Moscow <@&700000000000000009> @here';
    await desk.hears('2025-08-02T09:00', 'bbc', title, 'He told <@300000000000000002> so.');
    const [card] = desk.cards();
    expect(card?.pings).toEqual([ROLE]);
    expect(card?.texts.join()).not.toMatch(/@everyone|@here|<@[&!]?\d/);
  });
});

describe('conflicts (12)', () => {
  it('an outlet that counts otherwise disputes the date, which stays as it is', async () => {
    await opened({ storylines: ['ceasefire-deadline'] });
    await desk.hears('2025-07-28T12:50', 'bbc', 'Trump gives Putin new deadline of 10 or 12 days from today');
    await desk.hears('2025-07-28T13:20', 'guardian', 'Trump sets deadline for Russia of 10 or 12 days from today');
    await desk.confirmsAll();
    const lede = 'The president gave the Russian leader 10 or 12 days to end the war, meaning either 5 or 7 August.';
    await desk.hears('2025-07-28T19:30', 'npr', 'Trump’s new deadline for Putin: what we know', lede);
    const card = onlyText(desk.cards('deadline'));
    expect(card).toContain('**When:** 7–9 Aug 2025 (approx.)');
    expect(card).toContain('**Status:** Pending, but disputed by 1 independent source');
    expect(card).toMatch(/Disputed by \[NPR\].*: no firm date \(some time in 5–7 Aug 2025\)/);
  });
});

describe('quiet hours (11)', () => {
  const NIGHT = { from: '22:00', until: '07:00', zone: 'Europe/Kyiv' };
  const tellAtNight = async () => {
    await desk.hears('2025-08-01T21:00', 'bbc', 'Trump sets 8 August deadline for Russia to agree Ukraine ceasefire');
    await desk.hears('2025-08-01T22:00', 'guardian', 'Trump gives Russia until 8 August to agree Ukraine ceasefire');
    await desk.confirmsAll();
  };

  it('tell nothing new before they are over, and lose nothing', async () => {
    await opened({ storylines: ['ceasefire-deadline'], start: '2025-08-01T12:00' });
    await desk.types('alerts quiet', NIGHT);
    await tellAtNight();
    await desk.waits('2025-08-02T03:59');
    expect(desk.cards()).toEqual([]);
    await desk.waits('2025-08-02T04:30');
    expect(desk.cards('development').map(({ postedAt }) => postedAt)).toEqual(['2025-08-02T04:00:00.000Z']);
    expect(onlyText(desk.cards('deadline'))).toContain('Fri 8 Aug 2025');
  });

  it('that begin and end together hold nothing back', async () => {
    await opened({ storylines: ['ceasefire-deadline'], start: '2025-08-01T12:00' });
    await desk.types('alerts quiet', { ...NIGHT, until: '22:00' });
    await tellAtNight();
    expect(desk.cards('development').map(({ postedAt }) => postedAt.slice(0, 13))).toEqual(['2025-08-01T21']);
  });
});

describe('why an alert came (13)', () => {
  it('is told of the article behind it, and of the chain of its deadline', async () => {
    await opened({ storylines: ['ceasefire-deadline'] });
    await tellCeasefire();
    expect(await desk.asksWhy('development')).toContain('“Russia” in the title');
    expect(await desk.asksWhy('change')).toContain('**History**');
    expect(await desk.asksWhy('deadline')).toContain('**History**');
  });
});

describe('alerts in the language of the server', () => {
  it('are written in it from the moment it is chosen', async () => {
    await opened({ storylines: ['ceasefire-deadline'] });
    await desk.types('desk setup', { channel: '200', language: 'uk' });
    await tellCeasefire();
    expect(onlyText(desk.cards('deadline'))).toContain('**Стан:** Очікується');
    expect(headings(desk.cards('change')).at(-1)).toMatch(/8 серп\. 2025$/);
  });
});
