/**
 * What moderators of a server are promised, each through the whole line, with their commands as they type them.
 *
 * | 14 | a backtest before enabling  | `test/chat/discord/ownStory.test.ts`; on a terminal: `test/cli/backtest.test.ts`       |
 * | 15 | dates that wait for an OK   | here                                                                                   |
 * | 16 | correct, hold, kill         | here                                                                                   |
 * | 17 | round-ups do not spam       | here                                                                                   |
 * | 18 | splits stick                | here; merges: `test/decide/rulings.test.ts`                                            |
 * | 19 | Istanbul of 16 May          | here                                                                                   |
 * | 20 | what is no deadline         | here; more of them: `test/replay/ceasefire.test.ts`, "what is no news of the deadline" |
 * | 21 | a withdrawal                | here                                                                                   |
 * | 22 | a licence that is replaced  | here; told by several: `test/replay/licences.test.ts`                                  |
 * | 23 | shorthand beside the law    | here                                                                                   |
 * | 24 | permissions                 | `test/chat/discord/gateway.test.ts`, "is refused to who may not …", and the journal    |
 * |    |                             | that keeps its rows: `test/store/journal.test.ts`                                      |
 * | 25 | counted from an act         | here                                                                                   |
 */
import { afterEach, describe, expect, it } from 'vitest';
import {
  headings,
  lastText,
  onlyText,
  openStoryDesk,
  ROLE,
  type StoryDesk,
  type StoryDeskOptions,
} from '../fakes/storyDesk.ts';

let desk: StoryDesk;

async function opened(options: StoryDeskOptions = {}): Promise<StoryDesk> {
  desk = await openStoryDesk(options);
  return desk;
}

afterEach(() => desk.close());

/** A Friday that two outlets name outright. */
async function tellFriday(): Promise<void> {
  await desk.hears('2025-08-05T11:00', 'bbc', 'Trump sets Friday deadline for Russia to agree Ukraine ceasefire');
  await desk.hears('2025-08-05T12:00', 'guardian', 'Trump gives Russia until Friday to agree Ukraine ceasefire');
}

/** The code that the proposal's card tells moderators to type. */
function code(): string {
  return /\/deadline confirm proposal:(\w{6})/.exec(onlyText(desk.cards('proposal')))?.[1] ?? '';
}

describe('an extracted date (15)', () => {
  it('waits in the channel of the moderators, and nothing counts down until they accept it', async () => {
    await opened({ moderators: true, storylines: ['ceasefire-deadline'] });
    await tellFriday();
    await desk.waits('2025-08-07T14:00');
    expect(desk.cards('proposal').map(({ channel }) => channel)).toEqual(['201']);
    expect([...desk.cards('deadline'), ...desk.cards('rung'), ...desk.cards('change')]).toEqual([]);
    await desk.types('deadline confirm', { proposal: code() });
    await desk.waits('2025-08-08T14:00');
    expect(onlyText(desk.cards('deadline'))).toContain('Fri 8 Aug 2025 (US Eastern day)');
    expect(headings(desk.cards('rung'))).toEqual(['Due today: 8 Aug 2025']);
  });

  it('may be put right by who accepts it', async () => {
    await opened({ moderators: true, storylines: ['ceasefire-deadline'] });
    await tellFriday();
    await desk.types('deadline confirm', { proposal: code(), date: '9 August 2025 17:00' });
    expect(onlyText(desk.cards('deadline'))).toContain('9 Aug 2025 21:00 UTC · Sat 9 Aug 2025 17:00 US Eastern time');
  });

  it('is answered by the buttons of its card, with another date where that is wrong', async () => {
    await opened({ moderators: true, storylines: ['ceasefire-deadline'] });
    await tellFriday();
    expect(await desk.presses('proposal', 'Edit the date', '9 August 2025 17:00')).toContain('It stands now');
    expect(onlyText(desk.cards('deadline'))).toContain('9 Aug 2025 21:00 UTC');
    expect(desk.cards('proposal').flatMap(({ buttons }) => buttons)).toEqual([]);
    expect(await desk.presses('deadline', 'History')).toContain('9 Aug 2025 21:00 UTC');
  });

  it('never stands once its button rejects it', async () => {
    await opened({ moderators: true, storylines: ['ceasefire-deadline'] });
    await tellFriday();
    expect(await desk.presses('proposal', 'Reject')).toContain('It will not be shown');
    expect(desk.cards('deadline')).toEqual([]);
  });

  it('never stands once it is dismissed', async () => {
    await opened({ moderators: true, storylines: ['ceasefire-deadline'] });
    await tellFriday();
    await desk.types('deadline dismiss', { proposal: code() });
    await desk.hears('2025-08-05T15:00', 'npr', 'Trump sets Friday deadline for Russia to agree ceasefire in Ukraine');
    await desk.waits('2025-08-10T00:00');
    expect([...desk.cards('deadline'), ...desk.cards('rung'), ...desk.cards('change')]).toEqual([]);
  });

  it('stands by itself where the law says it', async () => {
    await opened({ moderators: true, storylines: ['ofac-oil-licences'] });
    await desk.hears('2025-10-22T20:30', 'ofac', 'Issuance of Russia-related General License 126', LICENCE_126);
    expect(desk.cards('proposal')).toEqual([]);
    expect(onlyText(desk.cards('deadline'))).toContain('-# Binding in law');
  });
});

const LICENCE_126 =
  'General License 126 authorizes the wind down of transactions involving Rosneft and Lukoil through 12:01 a.m. eastern standard time, November 21, 2025.';

describe('a report that was wrong (16)', () => {
  it('killed, is struck through and answered, and its date reminds of nothing, until undo restores all of it', async () => {
    await opened({ storylines: ['ceasefire-deadline'], gate: { post: 2, ping: 2, unconfirmed: 'show' } });
    await desk.hears('2025-07-30T11:00', 'bbc', 'Trump sets 8 August deadline for Russia to agree Ukraine ceasefire');
    await desk.hears('2025-07-30T12:00', 'guardian', 'Trump sets 8 August deadline for Russia to agree ceasefire');
    const before = onlyText(desk.cards('development'));
    await desk.types('development kill', { development: 'Trump deadline', reason: 'a hoax' });
    expect(onlyText(desk.cards('development'))).toMatch(
      /^### ~~Trump sets 8 August .*~~\n\*\*Withdrawn by the moderators\*\*.*: a hoax/,
    );
    expect(desk.cards('ruling').map(({ answers }) => answers?.split('\n')[0])).toEqual([
      '### Trump sets 8 August deadline for Russia to agree Ukraine ceasefire',
    ]);
    expect(headings(desk.cards('change'))).toEqual(['Withdrawn by the moderators, was due: 8 Aug 2025']);
    await desk.waits('2025-08-06T00:00');
    expect(desk.cards('rung')).toEqual([]);
    expect(await desk.types('development rulings')).toContain('Withdrawn · <@300000000000000001>');

    await desk.types('development undo');
    expect(onlyText(desk.cards('development'))).toBe(before);
    expect(headings(desk.cards('change')).slice(1)).toEqual(['Restored by the moderators: 8 Aug 2025']);
    await desk.waits('2025-08-08T14:00');
    expect(desk.cards('rung').map((card) => [...headings([card]), ...card.pings])).toEqual([
      ['1 day left: 8 Aug 2025', ROLE],
      ['Due today: 8 Aug 2025', ROLE],
    ]);
    expect(onlyText(desk.cards('deadline'))).toContain('confirmed by 1 more independent outlet');
  });

  it('may be found irrelevant by a button of its card, which says why it came', async () => {
    await opened({ storylines: ['ceasefire-deadline'] });
    await desk.hears('2025-07-30T11:00', 'bbc', 'Trump sets 8 August deadline for Russia to agree Ukraine ceasefire');
    expect(await desk.presses('development', 'Why?')).toContain('“ceasefire” in the title');
    expect(await desk.presses('development', 'Not relevant')).toContain('Done');
    expect(onlyText(desk.cards('development'))).toContain('**Of no matter here**');
    expect(desk.cards('development').flatMap(({ buttons }) => buttons.map(({ label }) => label))).toEqual([
      'Why?',
      'Follow',
    ]);
  });

  it('held, tells nothing until it is released; corrected, shows what was wrong and what is right', async () => {
    await opened();
    await desk.hears('2025-08-02T07:00', 'bbc', 'US envoy Witkoff to meet Putin in Moscow next week');
    await desk.types('development hold', { development: 'Witkoff', reason: 'is it so?' });
    expect(onlyText(desk.cards('development'))).toMatch(
      /\*\*On hold:\*\* the moderators are checking it .*: is it so\?/,
    );
    await desk.hears('2025-08-02T07:10', 'guardian', 'Witkoff to meet Putin in Moscow next week');
    await desk.hears('2025-08-02T07:20', 'dw', 'US envoy Witkoff will meet Putin in Moscow next week');
    expect(onlyText(desk.cards('development'))).not.toContain('The Guardian');
    expect(desk.cards('corroboration')).toEqual([]);
    await desk.types('development release', { development: 'Witkoff' });
    expect(onlyText(desk.cards('development'))).toContain('The Guardian');
    expect(desk.cards('corroboration').map(({ pings }) => pings)).toEqual([[ROLE]]);
    await desk.types('development correct', { development: 'Witkoff', headline: 'Witkoff to meet Ushakov in Moscow' });
    const lines = onlyText(desk.cards('development')).split('\n');
    expect(lines.slice(0, 2)).toEqual([
      '### Witkoff to meet Ushakov in Moscow',
      '~~US envoy Witkoff to meet Putin in Moscow next week~~',
    ]);
    expect(desk.cards('ruling')).toHaveLength(1);
  });
});

function nothing(): never {
  throw new Error('there is no card');
}

const ROUND_UP = [
  'The US envoy held talks in the Kremlin days before the American deadline of 8 August for a ceasefire in Ukraine.',
  'In Istanbul, Ukrainian and Russian delegations had agreed to exchange 1,200 prisoners each.',
  'The death toll of the 31 July attack on Kyiv rose to 32.',
  'The State Department approved an arms sale to Ukraine of $203 million for M777 howitzers.',
  'Two people were killed at a holiday camp in the Zaporizhzhia region.',
  'Ukrainian drones struck an oil refinery in Ryazan, Russia.',
  'OFAC general licence 124 for Lukoil expires at 12:01 a.m. eastern daylight time on August 20, 2025.',
];

describe('a round-up (17)', () => {
  it('is one message of what its title and opening say; the rest is mentioned to who asks why', async () => {
    await opened();
    const title = 'Witkoff meets Putin in Moscow as Trump deadline for Russia nears';
    const body = ROUND_UP.map((sentence) => `<p>${sentence}</p>`).join('');
    const link = 'https://www.france24.com/en/round-up';
    await desk.hears('2025-08-06T11:00', 'france24', title, { lede: ROUND_UP[0] ?? '', body, link });
    expect(headings(desk.cards())).toEqual([title]);
    const why = await desk.types('story why', { link });
    const storylines = why.split('\n').filter((line) => line.startsWith('**'));
    expect(storylines.filter((line) => line.endsWith('· matches'))).toHaveLength(2);
    expect(storylines.filter((line) => line.endsWith('which never alerts')).length).toBeGreaterThan(3);
  });
});

describe('a split (18)', () => {
  it('sticks: what comes later joins one side or the other, and neither swallows the other', async () => {
    await opened({ storylines: ['witkoff-putin'] });
    await desk.hears('2025-08-02T07:00', 'bbc', 'US envoy Witkoff to meet Putin in Moscow next week');
    await desk.hears('2025-08-02T07:10', 'guardian', 'Witkoff to meet Putin in Moscow next week');
    await desk.hears('2025-08-02T07:20', 'nyt', 'Putin to receive US envoy Witkoff in Moscow next week, aide says');
    expect(desk.cards('development')).toHaveLength(1);
    await desk.types('development split', { development: 'Witkoff', reports: '3' });
    const later = ['dw', 'npr', 'france24', 'aljazeera', 'meduza', 'rferl', 'reuters', 'ap', 'dpa', 'afp'];
    for (const [index, outlet] of later.entries()) {
      const title = index % 2 === 0 ? 'Putin to receive envoy Witkoff next week' : 'Witkoff to meet Putin next week';
      await desk.hears(`2025-08-02T08:${10 + index}`, outlet, `${title}, ${outlet} learns`);
    }
    expect(desk.cards('development').map((card) => /\((\d+) reports\)/.exec(lastText(card))?.[1])).toEqual(['7', '6']);
    expect(desk.cards('corroboration').map(({ answers }) => answers?.split('\n')[0])).toEqual([
      '### US envoy Witkoff to meet Putin in Moscow next week',
      '### Putin to receive US envoy Witkoff in Moscow next week, aide says',
    ]);
  });
});

describe('two meetings in one city (19)', () => {
  it('Iran and the E3 on 16 May are not among the Istanbul talks; Ukraine and Russia are', async () => {
    await opened({ storylines: ['istanbul-talks'] });
    await desk.hears(
      '2025-05-16T09:00',
      'dw',
      'Iran meets E3 envoys in Istanbul for nuclear talks',
      'Tehran talks on Friday.',
    );
    expect(desk.cards()).toEqual([]);
    const lede = 'The delegations agree to exchange 1,000 prisoners each.';
    await desk.hears('2025-05-16T14:00', 'bbc', 'Ukraine and Russia end first direct talks in Istanbul', lede);
    expect(headings(desk.cards())).toEqual(['Ukraine and Russia end first direct talks in Istanbul']);
  });
});

const NO_DEADLINES = [
  'Trump said he could end the war in Ukraine in a day',
  'Trump promised to stop Russia’s war in Ukraine within 24 hours of taking office',
  'Putin offers 30-hour Easter truce in Ukraine, Trump welcomes it',
  'Trump marks 100 days in office as Russia presses Ukraine',
  'Russia fired drones at Ukraine for 12 days in a row, Trump told',
  'Trump and Putin to meet in Alaska on 15 August over Ukraine ceasefire',
  'Zelensky asks Trump for Patriots within 30 days as Russia attacks',
  'Ukraine war day 1,260: Trump, Putin and the days ahead',
];

describe('what is no deadline (20)', () => {
  it('proposes no date and starts no chain', async () => {
    await opened({ moderators: true });
    for (const [index, title] of NO_DEADLINES.entries()) await desk.hears(`2025-08-01T1${index}:00`, 'bbc', title);
    expect(desk.cards('proposal')).toEqual([]);
    expect(await desk.store.deadlines(null)).toEqual([]);
  });
});

describe('a withdrawal (21)', () => {
  it('“the deadline for me is when it’s over” is proposed as the end of the date that stands', async () => {
    await opened({ moderators: true, storylines: ['ceasefire-deadline'] });
    await desk.hears(
      '2025-12-01T16:00',
      'reuters',
      'Trump sets 20 December deadline for Russia to agree Ukraine peace',
    );
    await desk.confirmsAll();
    const title = 'The deadline for me is when it’s over, Trump says of Russia and Ukraine';
    await desk.hears('2025-12-05T16:00', 'bbc', title);
    const proposal = lastText(desk.cards('proposal')[1] ?? nothing());
    expect(proposal).toMatch(/^### To confirm: Withdrawn: 20 Dec 2025\n/);
    expect(onlyText(desk.cards('deadline'))).toContain('**Status:** Pending');
    await desk.confirmsAll();
    await desk.waits('2025-12-22T00:00');
    expect(onlyText(desk.cards('deadline'))).toContain('**Status:** Withdrawn');
    expect(headings(desk.cards('change'))).toEqual(['Withdrawn, was due: 20 Dec 2025']);
    expect(desk.cards('rung')).toEqual([]);
  });
});

describe('a licence that is replaced (22)', () => {
  it('goes on in the same chain, which is extended, and its old date reminds no more', async () => {
    await opened({ storylines: ['ofac-oil-licences'] });
    const lede = (edition: string, date: string) =>
      `General License ${edition} authorizes the sale of Lukoil International GmbH through 12:01 a.m. eastern standard time, ${date}.`;
    const first = lede('131A', 'January 17, 2026');
    const second = lede('131B, which replaces General License 131A,', 'February 28, 2026');
    await desk.hears('2025-12-10T20:30', 'ofac', 'Issuance of Russia-related General License 131A', first);
    await desk.hears('2026-01-14T20:30', 'ofac', 'Issuance of Russia-related General License 131B', second);
    await desk.waits('2026-01-25T00:00');
    expect(headings(desk.cards('change'))).toEqual(['Extended: 17 Jan 2026 05:01 UTC → 28 Feb 2026 05:01 UTC']);
    expect(onlyText(desk.cards('deadline'))).toContain('28 Feb 2026 05:01 UTC · Sat 28 Feb 2026 00:01 US Eastern time');
    expect(desk.cards('rung').filter(({ postedAt }) => postedAt > '2026-01-14T20:30')).toEqual([]);
  });
});

describe('shorthand beside the law (23)', () => {
  it('keeps the stated minute, and says which day is the last full one', async () => {
    await opened({ storylines: ['ofac-oil-licences'] });
    const lede =
      'General License 128B authorizes transactions involving Lukoil retail service stations through April 29, 2026. It expires at 12:01 a.m. eastern daylight time, April 29, 2026.';
    await desk.hears(
      '2026-03-14T20:30',
      'ofac',
      'Issuance of Russia-related General License 128B and a Frequently Asked Question',
      lede,
    );
    const card = onlyText(desk.cards('deadline'));
    expect(card).toContain('29 Apr 2026 04:01 UTC · Wed 29 Apr 2026 00:01 US Eastern time');
    expect(card).toContain('Last full day before it: Tue 28 Apr 2026 (US Eastern)');
  });
});

describe('a count from an act (25)', () => {
  it('runs from the date that the order bears, however late it is printed', async () => {
    await opened({ storylines: ['secondary-sanctions'] });
    const title = 'Addressing Threats to the United States by the Government of the Russian Federation';
    const lede =
      'Executive Order 14329 of August 6, 2025. Articles of India, which imports Russian oil, are subject to an additional ad valorem duty effective at 12:01 a.m. eastern daylight time, 21 days after the date of this order.';
    await desk.hears('2025-08-12T12:00', 'federal-register', title, lede);
    expect(onlyText(desk.cards('deadline'))).toContain('27 Aug 2025 04:01 UTC · Wed 27 Aug 2025 00:01 US Eastern time');
  });
});
