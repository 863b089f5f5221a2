import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ReadingContext, readDeadlines } from '../../../src/decide/deadline/read.ts';
import { at, NEW_YORK, zone } from '../../fakes/nouns.ts';
import { runs } from '../../fakes/runs.ts';

const LONDON = zone('Europe/London');

function contextOf(published: string | null, more: Partial<ReadingContext> = {}): ReadingContext {
  const moment = published === null ? null : at(published);
  return { published: moment, outletZone: LONDON, issuerZone: NEW_YORK, official: false, ...more };
}

const read = (text: string, published: string | null) => readDeadlines(text, contextOf(published)).deadlines;

const DAY_SAID = {
  'v1 50 days': '2025-07-14T17:00Z',
  'v2 10 or 12 days': '2025-07-28T15:00Z',
  'v3 ten days': '2025-07-29T22:00Z',
  'the day of the order': '2025-08-06T18:00Z',
} as const;

describe('the seed’s own deadlines', () => {
  it.each([
    ['His ultimatum to Moscow falls this Friday.', '2025-08-06T18:00Z', '2025-08-08', '2025-08-08', 'day'],
    ['All sides have to sign by August 8, the diplomat said.', '2025-07-31T18:00Z', '2025-08-08', '2025-08-08', 'day'],
    ['Trump gave Moscow 50 days to stop.', DAY_SAID['v1 50 days'], '2025-09-02', '2025-09-02', 'day'],
    ['Trump Gives Putin 50 Days to Make Peace', DAY_SAID['v1 50 days'], '2025-09-02', '2025-09-02', 'day'],
    ['TRUMP GIVES PUTIN FIFTY DAYS TO MAKE PEACE', DAY_SAID['v1 50 days'], '2025-09-02', '2025-09-02', 'day'],
    ['Trump gives Russia 50-day deadline to end war', DAY_SAID['v1 50 days'], '2025-09-02', '2025-09-02', 'day'],
    ['Tariffs follow if there is no peace in 50 days.', DAY_SAID['v1 50 days'], '2025-09-02', '2025-09-02', 'day'],
    ['Trump set a 50-day deadline for Russia.', DAY_SAID['v1 50 days'], '2025-09-02', '2025-09-02', 'day'],
    [
      'He is making a new deadline of about 10 or 12 days from today.',
      DAY_SAID['v2 10 or 12 days'],
      '2025-08-07',
      '2025-08-09',
      'range',
    ],
    ['“Ten days from today,” he told reporters.', DAY_SAID['v3 ten days'], '2025-08-08', '2025-08-08', 'day'],
    ['Mediators want an armistice by June.', '2026-02-07T10:00Z', '2026-06-01', '2026-06-30', 'month'],
    ['Within two weeks we’ll see, he told the crew.', '2025-08-21T18:00Z', '2025-09-04', '2025-09-04', 'day'],
    ['Kyiv has until next Thursday, Thanksgiving.', '2025-11-21T18:00Z', '2025-11-27', '2025-11-27', 'day'],
    ['Paris decides by the end of August at the latest.', '2025-07-25T10:00Z', '2025-08-31', '2025-08-31', 'day'],
  ])('%s', (text, published, earliest, latest, precision) => {
    const readings = read(text, published);
    expect(readings).toHaveLength(1);
    expect(readings[0]?.window).toMatchObject({ earliest, latest, precision, instant: null, zone: NEW_YORK });
  });
});

describe('stated clock times', () => {
  it.each([
    [
      'Goods entered on or after 12:01 a.m. eastern daylight time, 21 days after the date of this order, pay more.',
      DAY_SAID['the day of the order'],
      '2025-08-27T04:01:00.000Z',
      ['counted_from_publication'],
    ],
    [
      'The tariff takes effect at 12:01 EST on August 27, 2025.',
      '2025-08-12T16:00Z',
      '2025-08-27T04:01:00.000Z',
      ['clock_without_am_pm', 'zone_name_mismatch'],
    ],
    [
      'Fuel sales abroad are authorized through 12:01 a.m. eastern daylight time, April 29, 2026.',
      '2025-12-04T16:00Z',
      '2026-04-29T04:01:00.000Z',
      [],
    ],
    [
      'The wind-down is authorized until 12:01 a.m. EST on November 21, 2025.',
      '2025-10-22T16:00Z',
      '2025-11-21T05:01:00.000Z',
      [],
    ],
    ['Rebels in the port have until midnight on Friday.', '2025-08-06T12:00Z', '2025-08-09T04:00:00.000Z', []],
    [
      'A British permit for the bank lapses at 23:59 GMT on 13 February 2026.',
      '2025-11-03T12:00Z',
      '2026-02-13T23:59:00.000Z',
      [],
    ],
  ])('%s', (text, published, instant, flags) => {
    expect(read(text, published)[0]).toMatchObject({ window: { instant, precision: 'minute' }, flags });
  });

  it.each([
    ['It takes effect 21 days after the date of this order.', DAY_SAID['the day of the order']],
    [
      'Executive Order 14329 of August 6, 2025\nIt takes effect 21 days after the date of this order.',
      '2025-08-12T12:00Z',
    ],
    ['It takes effect 21 days after the date of this order. It is dated 6 August 2025.', '2025-08-12T12:00Z'],
    [
      'It builds on Executive Order 14066 of March 8, 2022, and takes effect 21 days after the date of this order.',
      DAY_SAID['the day of the order'],
    ],
  ])('of an act are anchored in the act: %s', (text, published) => {
    expect(read(text, published)[0]).toMatchObject({
      anchor: { kind: 'act', day: '2025-08-06' },
      window: { latest: '2025-08-27' },
    });
  });
});

describe('what the words claim', () => {
  it.each([
    ['The deadline was brought forward from 50 days to 10 or 12.', 'brought_forward'],
    ['The president shortens the 50-day ultimatum to Russia to 10 or 12 days from today.', 'brought_forward'],
    ['Trump cuts his deadline from 50 days to "10 or 12 days" from now.', 'brought_forward'],
    ['He will make a new deadline of 10 or 12 days from today.', 'brought_forward'],
    ['He would give Putin 10 or 12 days to stop, down from 50 days.', 'brought_forward'],
    ['Trump moves up deadline\nHe told Putin to stop within 10 or 12 days.', 'brought_forward'],
  ])('%s', (text, change) => {
    const readings = read(text, DAY_SAID['v2 10 or 12 days']);
    expect(readings.map((reading) => [reading.window.earliest, reading.window.latest, reading.change])).toEqual([
      ['2025-08-07', '2025-08-09', change],
    ]);
  });

  it.each([
    ['The deadline is now August 8.', 'fixed'],
    ['The truce was extended until August 8.', 'extended'],
    ['Moscow was given more time: the deadline was pushed back to August 8.', 'extended'],
    ['The deadline was shortened to August 8.', 'brought_forward'],
    ['The deadline is August 8.', 'unsaid'],
  ])('%s', (text, change) => {
    expect(read(text, '2025-07-30T10:00Z')[0]?.change).toBe(change);
  });

  it('tells of a shift from one date to another by the date that holds', () => {
    const readings = read('The tariff deadline was moved from 9 July to 1 August.', '2025-07-08T10:00Z');
    expect(readings.map((reading) => reading.window.latest)).toEqual(['2025-08-01']);
  });
});

describe('retellings', () => {
  it('of a deadline that would have run out claim nothing and are only good for one that exists', () => {
    const text = 'The 50-day deadline he set on 14 July, which would have expired on 2 September, is forgotten.';
    const readings = read(text, '2025-08-20T10:00Z');
    expect(readings).toHaveLength(1);
    expect(readings[0]).toMatchObject({ window: { latest: '2025-09-02' }, change: 'unsaid', tier: 'C' });
  });

  it('of an earlier count are not counted from today', () => {
    expect(read('Trump had initially given Putin 50 days to end the war.', '2025-08-20T10:00Z')).toEqual([]);
  });

  it('that name the day of the announcement are counted from it', () => {
    const [reading] = read(
      'The army said on Friday that it had ordered the envoy to leave within 48 hours.',
      '2025-08-09T10:00Z',
    );
    expect(reading).toMatchObject({
      window: { latest: '2025-08-10' },
      anchor: { kind: 'announced', day: '2025-08-08' },
    });
  });

  it('of what was due give way to the date that holds', () => {
    const text =
      'A permit for fuel depots, originally due to expire on September 30, now lasts until December 7, 2025.';
    expect(read(text, '2025-09-08T10:00Z').map((reading) => reading.window.latest)).toEqual(['2025-12-07']);
  });

  it.each([
    'Moscow missed the Friday deadline.',
    'Trump’s Friday deadline comes and goes.',
    'The Friday deadline passes without sanctions.',
    'Another ultimatum came and went on Friday.',
  ])('of what passed point back: %s', (text) => {
    const [reading] = read(text, '2025-08-11T10:00Z');
    expect(reading).toMatchObject({ window: { latest: '2025-08-08' }, tier: 'C', change: 'unsaid' });
  });
});

describe('an ultimatum that is over', () => {
  it('is not counted anew', () => {
    const text = 'A 48-hour ultimatum to the mutineers ended at noon on Tuesday.';
    const { deadlines } = readDeadlines(text, contextOf('2025-08-06T16:00Z'));
    expect(deadlines.map(({ window }) => window.latest)).toEqual(['2025-08-05']);
  });
});

describe('what is no deadline', () => {
  it.each([
    ['a day in a story', 'By Friday morning all ferries had sailed.'],
    ['a forecast', 'The storm is expected to make landfall by Thursday.'],
    ['a trial', 'The trial was postponed until September.'],
    ['sport', 'On deadline day the club paid until Friday.'],
    ['a player', 'The striker’s contract expires in June.'],
    ['a boast', 'Peace in a day was his boast.'],
    ['the day of speaking', 'The minister said on Wednesday that an ultimatum was no answer.'],
    ['a list of counts', 'He spoke of a deadline of 50 days, 60 days, 10 days.'],
    ['a meeting', 'Both presidents fly to Anchorage next Friday, August 15.'],
    ['a death toll', 'Families mourned 32 people after the July 31 attack.'],
    ['a sale', 'Howitzer parts for $104 million were cleared on Tuesday.'],
    ['the weather', 'Snow warnings are in place until Sunday.'],
    ['a stay', 'Inspectors waited at the border until Thursday.'],
    ['an old truce', 'Fighting resumed two years after the October 7 attack.'],
    ['a far plan', 'The fund aims to respond within ten years.'],
    ['a plea for help', 'The mayor asks Brussels for tents within 30 days.'],
  ])('%s', (_, text) => {
    expect(read(text, '2025-08-06T18:00Z')).toEqual([]);
  });

  it.each(['The deadline is this Friday.', 'Kyiv was given 50 days to answer.', 'They must leave by August 8.'])(
    'a relative word in an undated text: %s',
    (text) => {
      expect(read(text, null)).toEqual([]);
    },
  );
});

describe('readings', () => {
  it.each([
    ['The ban takes effect immediately.', '2026-03-11'],
    ['Crews served a 72-hour strike notice.', '2026-03-14'],
    ['Sales of the pens will be illegal across the island from Sunday.', '2026-03-15'],
    ['Rules for bars and restaurants take effect on Saturday.', '2026-03-14'],
    ['The owner was issued an ultimatum: 72 hours to tow the trawler away.', '2026-03-14'],
    ['Railways warn that they will lock out conductors at 12:01 a.m. on Saturday.', '2026-03-14'],
    ['Waiver Runs Through June', '2026-06-30'],
    ['The exemption ends on Friday. The change takes effect at the end of the week.', '2026-03-13'],
    ['Minsk threatens to cut the line unless arrears are paid by Monday; three demands were ignored.', '2026-03-16'],
    ['Rules that let schools skip the form expire on June 30.', '2026-06-30'],
    ['The yard has until 5pm on Friday. It must answer by 5pm on Friday 20 March.', '2026-03-20'],
    ['Traffic will be halted Friday if work on the canal does not stop.', '2026-03-13'],
    ['A measure goes into effect next week.', '2026-03-22'],
    ['Copper, when entered at or after 12:01 a.m. on August 1, 2026, is subject to a duty.', '2026-08-01'],
  ])('take their day from %s', (text, day) => {
    expect(read(text, '2026-03-11T12:00Z').map(({ window }) => window.latest)).toEqual([day]);
  });

  it.each([
    'Emirates is suspending flights to Amman until June 22.',
    'The firm missed the deadline to seal a well that has been leaking for two years.',
    'It was the third ultimatum this year.',
    'Voters have until Saturday to cast ballots.',
    'A broker let the cover expire two days before a fire.',
    'Wheat prices, which had until Tuesday barely moved, jumped.',
    'The firm expects to finish its layoffs by the end of March.',
    'The firms expect the sale to be completed by January 31.',
    'Many homes were without power by Thursday morning.',
    'By Tuesday afternoon, the port had turned away nine ships.',
    'The money won’t come until next year.',
  ])('are none of %s', (text) => {
    expect(read(text, '2026-03-11T12:00Z')).toEqual([]);
  });

  it('merge what title and lede both say, with the instant that one of them knows', () => {
    const text = 'Kyiv has until Friday\nTrump gave Kyiv until 6 p.m. ET on Friday to answer.';
    const readings = read(text, '2025-08-06T18:00Z');
    expect(readings).toHaveLength(1);
    expect(readings[0]).toMatchObject({
      window: { instant: '2025-08-08T22:00:00.000Z' },
      issuer: 'Trump',
      target: 'Kyiv',
    });
  });

  it('come best first', () => {
    const text = 'The waiver was extended to 20 August. Moscow has until 8 August.';
    expect(read(text, '2025-08-01T10:00Z').map((reading) => reading.tier)).toEqual(['A', 'B']);
  });

  it('say which zone their days belong to, and why', () => {
    const text = 'The deadline is 8 August.';
    const zoneOf = (more: Partial<ReadingContext>) => {
      const window = readDeadlines(text, contextOf('2025-08-01T10:00Z', more)).deadlines[0]?.window;
      return [window?.zone, window?.zoneBasis];
    };
    expect(zoneOf({})).toEqual(['America/New_York', 'issuer']);
    expect(zoneOf({ issuerZone: null })).toEqual(['Europe/London', 'outlet']);
  });

  it('quote the text itself, in at most 25 words, whatever they are read from', () => {
    const phrase = fc.constantFrom(
      'The deadline is',
      'Moscow has until',
      'this Friday',
      'August 8',
      '12:01 a.m. ET',
      'extended to',
      '10 or 12 days',
      'from today',
      'by June',
      'expires',
      'Trump gave Kyiv',
      'tariffs take effect',
      'and',
      'U.S.',
      '. ',
      '\n',
      '“',
      '⟦p0⟧',
    );
    const text = fc.array(phrase, { maxLength: 40 }).map((phrases) => phrases.join(' '));
    fc.assert(
      fc.property(text, (words) => {
        for (const reading of read(words, '2025-08-06T18:00Z')) {
          expect(words.slice(...reading.span)).toBe(reading.quote);
          expect(reading.quote.split(/\s+/).length).toBeLessThanOrEqual(25);
          expect(reading.window.earliest <= reading.window.latest).toBe(true);
          expect(reading.window.instant !== null).toBe(reading.window.precision === 'minute');
        }
      }),
      runs(),
    );
  });

  it('take no time to speak of, however a text repeats itself', () => {
    for (const part of ['extended deadline ', 'if not ', 'must gave Kyiv ', 'from 50 days to ', 'on Monday said ']) {
      expect(read(part.repeat(400), '2025-08-06T18:00Z').length).toBeLessThan(40);
    }
  }, 5_000);
});

describe('a notification that brings United Nations measures back', () => {
  it.each([
    ['The letter set off a 30-day process for the return of United Nations sanctions.'],
    ['Snapback: the council opened a 30-day window on Thursday.'],
  ])('takes thirty days and ends at midnight in UTC: %s', (text) => {
    const [reading] = readDeadlines(text, contextOf('2025-08-28T16:00Z')).deadlines;
    expect(reading?.window).toMatchObject({ precision: 'minute', instant: '2025-09-28T00:00:00.000Z', zone: 'UTC' });
  });

  it('has no midnight of its own in other thirty days', () => {
    const [reading] = readDeadlines(
      'Lawmakers opened a 30-day process on the sale.',
      contextOf('2025-08-28T16:00Z'),
    ).deadlines;
    expect(reading?.window).toMatchObject({ precision: 'day', latest: '2025-09-27' });
  });
});

describe('entry into force behind publication', () => {
  it.each([
    ['The rules enter into force on the day following their publication in the Official Journal.', '2025-12-16'],
    ['The rules enter into force on the twentieth day following that of its publication.', '2026-01-04'],
    ['They take effect the day after publication in the Official Journal, expected on Thursday.', '2025-12-19'],
    ['They take effect the day after publication on 18 December.', '2025-12-19'],
  ])('%s', (text, day) => {
    const [reading] = readDeadlines(text, contextOf('2025-12-15T12:00Z')).deadlines;
    expect(reading?.window).toMatchObject({ precision: 'day', latest: day });
  });

  it('is sure only in the journal itself, whose day it is', () => {
    const text = 'This Regulation shall enter into force on the day following that of its publication.';
    const tiers = [true, false].map((official) => {
      const { deadlines } = readDeadlines(text, contextOf('2025-12-15T12:00Z', { official }));
      return deadlines[0]?.tier;
    });
    expect(tiers).toEqual(['A', 'B']);
  });
});

it('takes the close of business for five o’clock, and says so', () => {
  const [reading] = readDeadlines(
    'Banks must reply by close of business on Friday.',
    contextOf('2025-08-06T12:00Z'),
  ).deadlines;
  expect(reading?.window.instant).toBe('2025-08-08T21:00:00.000Z');
  expect(reading?.flags).toContain('usual_hours');
});

it.each([
  ['Villagers must be out by Friday evening.', '2025-08-08T22:00:00.000Z'],
  ['Traders have until Friday afternoon to answer.', '2025-08-08T16:00:00.000Z'],
])('takes the hour at which a part of a day begins, and says so: %s', (text, instant) => {
  const [reading] = readDeadlines(text, contextOf('2025-08-06T12:00Z')).deadlines;
  expect(reading?.window.instant).toBe(instant);
  expect(reading?.flags).toContain('usual_hours');
});

it('takes a stated clock time before a usual one', () => {
  const { deadlines } = readDeadlines(
    'Villagers must be out by Friday evening.\nEveryone must leave by 8 p.m. on Friday.',
    contextOf('2025-08-06T12:00Z'),
  );
  expect(deadlines.map(({ window, flags, quote }) => [window.instant, flags, quote])).toEqual([
    ['2025-08-09T00:00:00.000Z', [], 'Everyone must leave by 8 p.m. on Friday.'],
  ]);
});

it('withdraws nothing where one sentence moves a deadline and another names its hour', () => {
  const { deadlines, mentions } = readDeadlines(
    'Brussels drops its 1 June deadline and extends it to 5 July.\nAnswers are due by 5 p.m. on 5 July.',
    contextOf('2025-05-20T12:00Z'),
  );
  expect(deadlines.map(({ change, window }) => [change, window.instant])).toEqual([
    ['extended', '2025-07-05T21:00:00.000Z'],
  ]);
  expect(mentions).toEqual([]);
});

it('takes no hour of the day for the hour of a deadline', () => {
  const { deadlines } = readDeadlines(
    'A ban on adverts before 9pm comes into force on Friday.',
    contextOf('2025-08-06T12:00Z'),
  );
  expect(deadlines.map(({ window }) => [window.latest, window.instant])).toEqual([['2025-08-08', null]]);
});

it('knows no hour of a morning or a night', () => {
  const [reading] = readDeadlines('Villagers must be out by Friday night.', contextOf('2025-08-06T12:00Z')).deadlines;
  expect([reading?.window.latest, reading?.window.instant]).toEqual(['2025-08-08', null]);
});

it('knows the end of the month as an adjective', () => {
  const [reading] = readDeadlines('Congress faces an end-of-month deadline.', contextOf('2026-01-05T12:00Z')).deadlines;
  expect(reading?.window.latest).toBe('2026-01-31');
});

describe('a count glossed by a date', () => {
  it.each([
    ['He has 10 or 12 days from Monday, meaning either 5 or 7 August.', '2025-08-05', '2025-08-07'],
    ['Penalties follow in ten days, i.e. by 7 August.', '2025-08-07', '2025-08-07'],
    ['He gave Minsk ten days, which would be August 7, to answer.', '2025-08-07', '2025-08-07'],
    ['A ten-day grace period was named (that is, until 7 August).', '2025-08-07', '2025-08-07'],
  ])('gives that date too: %s', (text, earliest, latest) => {
    const windows = read(text, '2025-07-29T15:00Z').map(({ window }) => [window.earliest, window.latest]);
    expect(windows).toContainEqual([earliest, latest]);
  });
});

describe('a count with its day behind it', () => {
  it.each([
    ['Permit holders have two weeks — until 20 August — to leave.', '2025-08-20'],
    ['Emergency powers lapse in three weeks, on 27 August.', '2025-08-27'],
    ['Carriers have one more week, to 15 August, to pay refunds.', '2025-08-15'],
    ['The regulator has 30 days (to 8 September) to object.', '2025-09-08'],
  ])('is up on that day: %s', (text, latest) => {
    expect(read(text, '2025-08-06T10:00Z')[0]?.window.latest).toBe(latest);
  });
});

describe('wordings of every trade', () => {
  it.each([
    ['The vote came just ahead of a Friday deadline.', '2025-08-09T10:00Z', '2025-08-08'],
    ['The vote came well before a Friday deadline.', '2025-08-06T10:00Z', '2025-08-08'],
    [
      'The duty, originally due to kick in on Friday, will now start on 1 September.',
      '2025-08-06T10:00Z',
      '2025-09-01',
    ],
    ['Anyone who has not left by noon on Friday faces arrest.', '2025-08-06T10:00Z', '2025-08-08'],
    ['The militia is to hand over its guns by the 20th of August.', '2025-08-06T10:00Z', '2025-08-20'],
    ['The junta gave marchers until dawn on Friday to go home.', '2025-08-06T10:00Z', '2025-08-08'],
    ['The law is set to sunset on 20 August.', '2025-08-06T10:00Z', '2025-08-20'],
    ['The waiver for the port is to be revoked on 20 August.', '2025-08-06T10:00Z', '2025-08-20'],
    ['The bridge reopens only if the bodies are returned by Sunday.', '2025-08-06T10:00Z', '2025-08-10'],
    ['From next month, barges without cover will be refused entry.', '2025-08-06T10:00Z', '2025-09-30'],
    ['The firm blew through Monday’s cutoff.', '2025-08-06T10:00Z', '2025-08-04'],
    ['Owners have until Halloween to register dogs.', '2025-08-06T10:00Z', '2025-10-31'],
    ['Envoys set October 10 as the date by which both must reply.', '2025-08-06T10:00Z', '2025-10-10'],
    ['Consular staff are required to leave by the weekend.', '2025-08-06T10:00Z', '2025-08-10'],
    ['The closing date is 12 September.', '2025-08-06T10:00Z', '2025-09-12'],
    ['Minsk has between 10 and 15 days to sign.', '2025-08-06T10:00Z', '2025-08-21'],
    ['A contract covering 900 dockers expires at midnight Monday.', '2025-08-06T10:00Z', '2025-08-11'],
    ['The treaty gives them 60 days, until early October, to leave.', '2025-08-06T10:00Z', '2025-10-10'],
  ])('%s', (text, published, latest) => {
    expect(read(text, published)[0]?.window.latest).toBe(latest);
  });
});

describe('the weekday of a text that tells what came of its term', () => {
  it.each([
    ['Ultimatum elapses in silence. The bloc had demanded an answer by Tuesday.', '2025-08-05', ['past']],
    ['The firm complies with the ruling. It had been told to hand over its files by Tuesday.', '2025-08-05', ['past']],
    ['Moscow misses the deadline. It must now answer by Tuesday, the president said.', '2025-08-12', []],
    ['Guns fall silent. The army demanded an answer by Tuesday.', '2025-08-12', []],
  ])('%s', (text, latest, flags) => {
    const [reading] = read(text, '2025-08-07T12:00Z');
    expect(reading?.window.latest).toBe(latest);
    expect(reading?.flags).toEqual(expect.arrayContaining(flags));
  });

  it('may post no date by itself beside a demand that was taken back', () => {
    const [reading] = read('The judge froze the order. Staff had until 20 August to return.', '2025-08-07T12:00Z');
    expect(reading).toMatchObject({ tier: 'B', flags: ['taken_back'] });
  });

  it('is replaced by a date that stays', () => {
    const readings = read(
      'The licence, which was to lapse on 9 August, stays valid until 9 September.',
      '2025-08-07T12:00Z',
    );
    expect(readings.map(({ window }) => window.latest)).toEqual(['2025-09-09']);
  });
});
