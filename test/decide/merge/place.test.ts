import { describe, expect, it } from 'vitest';
import { learn } from '../../../src/decide/learn.ts';
import { commonnessIn } from '../../../src/decide/match/commonness.ts';
import { placeReport } from '../../../src/decide/merge/place.ts';
import { type Facts, NO_FACTS } from '../../../src/domain/facts.ts';
import { id } from '../../../src/domain/ids.ts';
import { OWN } from '../../../src/domain/origin.ts';
import { aDeadline, anEvidence, anItem, aStoryline, at, aVersion, press } from '../../fakes/nouns.ts';

const NOTHING: Facts = NO_FACTS;

/** One word as rare as another. */
const commonness = commonnessIn({ items: 1_000, counts: new Map() });

interface Said {
  readonly title: string;
  readonly lede?: string;
  readonly when?: string;
  readonly speaksOf?: string;
}

function itemFor({ title, lede = '', when = '2025-08-06T08:00Z' }: Said, index: number) {
  return anItem({
    id: id(`i${index}`),
    identities: [`link:${index}`],
    source: press(`outlet-${index}`, `Outlet ${index}`),
    title,
    lede,
    published: at(when),
    seen: at(when),
  });
}

/** Places reports one after another and answers for each the number of its development, from 1. */
function placed(said: readonly Said[], start: Facts = NOTHING, known = commonness): readonly number[] {
  const seen: string[] = [];
  let facts = start;
  return said.map((one, index) => {
    const item = itemFor(one, index);
    const change = placeReport({
      item,
      origin: OWN,
      storyline: aStoryline(),
      speaksOf: one.speaksOf ?? null,
      facts,
      commonness: known,
      now: item.seen,
    });
    facts = learn(facts, [change], item.seen);
    const development = change.kind === 'development.opened' ? change.development.id : change.id;
    if (!seen.includes(development)) seen.push(development);
    return seen.indexOf(development) + 1;
  });
}

describe('reports of one event', () => {
  it('join, however each outlet words it', () => {
    const wordings = [
      'Russian strike on holiday camp in Zaporizhzhia kills two',
      'Two killed as Russia hits a holiday camp in the Zaporizhzhia region',
      'Zaporizhzhia holiday camp struck by Russian bombs, two dead',
    ];
    expect(placed(wordings.map((title) => ({ title })))).toEqual([1, 1, 1]);
  });

  it('with the same title join, whatever its quotes and dashes', () => {
    expect(
      placed([{ title: 'Kremlin: “no deadline” – Peskov' }, { title: 'Kremlin: "no deadline" - Peskov' }]),
    ).toEqual([1, 1]);
  });

  it('join from the arrival of those who meet to their parting', () => {
    const titles = [
      'Witkoff lands in Moscow for talks',
      'Putin receives Witkoff in Moscow',
      'Witkoff leaves Moscow after talks',
    ];
    expect(placed(titles.map((title) => ({ title })))).toEqual([1, 1, 1]);
  });

  it('join by the new term, whether it is called a move or not', () => {
    const titles = [
      'Mayor gives ferry 10 or 12 days to leave the harbour',
      'Mayor cuts deadline for ferry in the harbour to 10 or 12 days',
    ];
    expect(placed(titles.map((title) => ({ title })))).toEqual([1, 1]);
  });

  it('keep the reason why they joined', () => {
    const [first, second] = [
      'Putin meets Witkoff in the Kremlin',
      'Witkoff meets Putin at the Kremlin for three hours',
    ];
    const item = itemFor({ title: first ?? '' }, 1);
    const rest = { storyline: aStoryline(), speaksOf: null, commonness };
    const opened = placeReport({ ...rest, item, origin: OWN, facts: NOTHING, now: item.seen });
    const later = itemFor({ title: second ?? '' }, 2);
    const facts = learn(NOTHING, [opened], item.seen);
    const joined = placeReport({ ...rest, item: later, origin: OWN, facts, now: later.seen });
    expect(joined).toMatchObject({ kind: 'development.joined', rev: 2, report: { joined: { rule: 'alike' } } });
    const reason = joined.kind === 'development.joined' ? joined.report.joined : null;
    expect(reason?.rule === 'alike' && [...reason.shared].sort()).toEqual(['kremlin', 'meet', 'putin', 'witkoff']);
  });
});

describe('reports of different events', () => {
  it('stay apart', () => {
    expect(
      placed([
        { title: 'Refinery in Ryazan burns after a drone attack' },
        { title: 'Witkoff lands in Moscow for talks with Putin' },
        { title: 'India rejects the extra tariff on Russian oil' },
      ]),
    ).toEqual([1, 2, 3]);
  });

  it.each([
    ['are of the same leaders', 'Putin receives Trump envoy at dawn', 'Trump greets Putin on a red carpet'],
    [
      'are an act and the word of another on it',
      'EU approves ferry package',
      'Nothing in ferry package, Kremlin says of EU',
    ],
    ['are a claim and its denial', 'Russia says it has Esbjerg', "Ukraine's military denies loss of Esbjerg"],
    ['are a law and the protests over it', 'Ferry law passed in Esbjerg', 'Protests in Esbjerg over ferry law'],
    [
      'are an act and what markets make of it',
      'Trump threatens ferry tariffs in 50 days',
      'Stocks rally after Trump threatens ferry tariffs in 50 days',
    ],
    [
      'are news and a piece that explains it',
      'Mayor orders ferry to leave harbour',
      'Why mayor ordered ferry to leave harbour – analysis',
    ],
    [
      'share the cast alone',
      'Trump, Putin and Zelensky quarrel in US over Russia and Ukraine',
      'Trump, Putin and Zelensky embrace in US over Russia and Ukraine',
    ],
    ['are blows to two places', 'Drones hit Esbjerg refinery, source says', 'Drones hit a refinery in Aarhus'],
    [
      'are the words of two parties',
      'US tariff order doubles duties, Trump says',
      'Delhi vows answer to US tariff order',
    ],
  ])('stay apart when they %s', (_, one, other) => {
    expect(placed([{ title: one }, { title: other }])).toEqual([1, 2]);
  });

  it('are told of by one party, whatever its answer calls them', () => {
    const said = ["Kremlin takes note of Trump's ferry deadline", "Kremlin 'takes note' of Trump's new ferry deadline"];
    expect(placed(said.map((title) => ({ title })))).toEqual([1, 1]);
  });

  it('stay apart when they lie more than two days from the first', () => {
    const title = 'Ukrainian drones hit an oil refinery in Samara';
    expect(
      placed([
        { title, when: '2025-08-10T08:00Z' },
        { title, when: '2025-08-12T09:00Z' },
      ]),
    ).toEqual([1, 2]);
  });

  it('need more than one word in common, unless news at large seldom has it', () => {
    const counts = new Map([
      ['talks', 6_000],
      ['brushfire', 20],
    ]);
    const known = commonnessIn({ items: 100_000, counts });
    const talks = ['Esbjerg ferry talks end', 'Porto talks resume'].map((title) => ({ title }));
    expect(placed(talks, NOTHING, known)).toEqual([1, 2]);
    const fire = ['Esbjerg brushfire spreads', 'Villages flee brushfire'].map((title) => ({ title }));
    expect(placed(fire, NOTHING, known)).toEqual([1, 1]);
  });

  it('need two words in common where no words were counted', () => {
    const [first, one, two] = [
      'Паром сел на мель у острова',
      'Губернатор острова подал в отставку',
      'У острова на мели паром',
    ];
    expect(placed([{ title: first ?? '' }, { title: one ?? '' }, { title: two ?? '' }])).toEqual([1, 2, 1]);
  });

  it('need more in common the later they come', () => {
    const said = (when: string) => [
      { title: 'Drones hit a refinery in Saratov', when: '2025-08-10T06:00Z' },
      { title: 'Refinery fire: governor of Saratov counts the losses of the night', when },
    ];
    expect(placed(said('2025-08-10T08:00Z'))).toEqual([1, 1]);
    expect(placed(said('2025-08-12T05:00Z'))).toEqual([1, 2]);
  });

  it('never join across two dates of one deadline, however alike they read', () => {
    const evidence = anEvidence({ item: id('i0') });
    const facts = { ...NOTHING, deadlines: [aDeadline({ id: id('d'), versions: [aVersion({ evidence })] })] };
    const said = [
      { title: 'Trump gives Putin a new deadline', speaksOf: 'd/1' },
      { title: 'Trump gives Putin a new deadline', speaksOf: 'd/2' },
      { title: 'Trump gives Putin a new deadline', speaksOf: 'd/1' },
    ];
    expect(placed(said, facts)).toEqual([1, 2, 1]);
  });
});

describe('reports that read alike and name something else', () => {
  it.each([
    ['another sum', 'US approves $322 million sale to Ukraine', 'US approves $203.5 million sale to Ukraine'],
    ['another round', 'Second round of talks in Istanbul ends', 'Third round of talks in Istanbul ends'],
    ['another licence', 'Treasury issues general licence 128A', 'Treasury issues general licence 128B'],
    ['another day', 'Drones hit refinery in Saratov on 2 August', 'Drones hit refinery in Saratov on 3 August'],
    ['another term', 'Trump gives Putin 50 days', 'Trump gives Putin 10 days'],
    ['an arrest', 'Captain of the ferry questioned in Samara', 'Captain of the ferry arrested in Samara'],
    ['a release', 'Captain of the ferry arrested in Samara', 'Captain of the ferry freed in Samara'],
    ['another place', 'Russian strike on Dnipro kills four', 'Russian strike on Kharkiv kills four'],
    ['an answer', 'Trump hits India with tariff over Russian oil', 'India calls Trump tariff over Russian oil unfair'],
    [
      'the word of another party',
      'Trump says he will meet Putin in Alaska',
      'Kremlin confirms Putin will meet Trump in Alaska',
    ],
    ['a plan that is carried out', 'Witkoff to meet Putin in Moscow', 'Putin receives Witkoff in Moscow'],
    ['an extension', 'Treasury licence for stations abroad', 'Treasury extends licence for stations abroad'],
  ])('open a development of their own: %s', (_, first, second) => {
    expect(placed([{ title: first }, { title: second }])).toEqual([1, 2]);
  });

  it.each([
    ['a toll that rises', 'Strike on Kyiv kills 16', 'Strike on Kyiv: killed rise to 26'],
    ['a sum told in full', 'US approves $203m sale to Ukraine', 'US approves $203.5 million sale to Ukraine'],
    ['a range and its end', 'Trump gives Putin 10 or 12 days', 'Trump: Putin has 12 days'],
    [
      'the same turn in other words',
      'Captain of the ferry arrested',
      'Police detain captain of the ferry, arrested at sea',
    ],
  ])('join all the same: %s', (_, first, second) => {
    expect(placed([{ title: first }, { title: second }])).toEqual([1, 1]);
  });

  it('say what they follow, and the next report joins the development it agrees with', () => {
    const said = [
      { title: 'Second round of talks in Istanbul ends' },
      { title: 'Third round of talks in Istanbul ends' },
      { title: 'In Istanbul the third round of talks ends' },
      { title: 'In Istanbul the second round of talks ends' },
    ];
    expect(placed(said)).toEqual([1, 2, 2, 1]);
    const items = said.map(itemFor);
    const [first, second] = items;
    if (!first || !second) throw new Error('two items');
    const rest = { storyline: aStoryline(), speaksOf: null, commonness };
    const opened = placeReport({ ...rest, item: first, origin: OWN, facts: NOTHING, now: first.seen });
    const facts = learn(NOTHING, [opened], first.seen);
    const next = placeReport({ ...rest, item: second, origin: OWN, facts, now: second.seen });
    expect(next.because).toMatch(/^it follows dv_\w+: another ordinal round$/);
    expect(next).toMatchObject({ development: { follows: facts.developments[0]?.id } });
  });
});

describe('a toll that rises', () => {
  const said: readonly Said[] = [
    { title: 'Night attack on Kyiv: one killed, dozens hurt', when: '2025-07-31T03:52Z' },
    { title: 'Kyiv strike kills 16 as rescuers dig through flats', when: '2025-07-31T17:35Z' },
    { title: "Toll in Ukraine's capital after missile strike at 26", when: '2025-08-01T03:56Z' },
    { title: '27 dead in Kyiv, emergency service says of missile attack', when: '2025-08-01T04:52Z' },
    { title: 'Kyiv in mourning as toll of the strike reaches 31', when: '2025-08-01T12:35Z' },
    { title: 'Wounded man dies: strike on Kyiv has killed 32', when: '2025-08-02T01:00Z' },
  ];

  it('is one development, however its headlines differ', () => {
    expect(placed(said)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('is another one where far fewer are counted hours later', () => {
    const next = { title: 'Attack on Kyiv kills three', when: '2025-08-01T20:00Z' };
    const early = { title: 'Attack on Kyiv kills three', when: '2025-07-31T18:00Z' };
    expect(placed([...said.slice(0, 5), next])).toEqual([1, 1, 1, 1, 1, 2]);
    expect(placed([...said.slice(0, 2), early])).toEqual([1, 1, 1]);
  });
});

describe('openings', () => {
  const [lede, other] = [
    'The captain radioed for help off Esbjerg at dawn',
    'Harbour workers in Esbjerg want more pay',
  ];
  const first = { title: 'Ferry in distress near Esbjerg', lede, when: '2025-08-06T08:00Z' };
  const second = {
    title: 'Esbjerg ferry: passengers wait for a tug and for news of the crew',
    when: '2025-08-06T12:00Z',
  };

  it('help titles that are nearly alike enough', () => {
    expect(placed([first, second])).toEqual([1, 2]);
    expect(placed([first, { ...second, lede: other }])).toEqual([1, 2]);
    expect(placed([first, { ...second, lede: `${lede} on Wednesday` }])).toEqual([1, 1]);
  });
});

describe('a blow that desks head by different places', () => {
  const first = { title: 'Drones hit Esbjerg refinery, source says', lede: 'Two tanks of the plant burn.' };
  const second = { title: 'Drones hit a refinery in Jutland overnight', lede: 'Two tanks of the plant burn.' };

  it.each([
    ['is one where an opening names the other', { lede: 'Two tanks of the plant in Esbjerg burn.' }, [1, 1]],
    ['is two where none does', {}, [1, 2]],
    ['is two where a seat of government only speaks of it', { title: 'Drones hit Kyiv refinery overnight' }, [1, 2]],
  ])('%s', (_what, other, expected) => {
    const lede = 'title' in other ? 'Two tanks of the plant burn, officials in Kyiv said.' : first.lede;
    expect(
      placed([
        { ...first, lede },
        { ...second, ...other },
      ]),
    ).toEqual(expected);
    const swapped = placed([
      { ...second, ...other },
      { ...first, lede },
    ]);
    expect(swapped).toEqual(expected);
  });
});

describe('titles and openings together', () => {
  const first = {
    title: 'Harbour masters of Esbjerg to strike over pay',
    lede: 'Ferries to Harwich and Fanø will stay in port from Monday, the union said.',
    when: '2025-08-06T08:00Z',
  };
  const second = {
    title: 'No boats at all next week: harbour crews in Esbjerg walk out',
    lede: 'The union of harbour masters said that ferries would stay in port from Monday.',
    when: '2025-08-06T13:00Z',
  };

  it('make reports one event that each outlet heads in its own words', () => {
    expect(placed([first, second])).toEqual([1, 1]);
    expect(placed([first, { ...second, lede: '' }])).toEqual([1, 2]);
    expect(placed([{ ...first, lede: '' }, second])).toEqual([1, 2]);
  });

  it('do so for the hours of one event only', () => {
    expect(placed([first, { ...second, when: '2025-08-06T21:00Z' }])).toEqual([1, 2]);
  });

  it('do so where they tell the same, and not of the same place alone', () => {
    const lede = 'The museum shows nets, lamps and a whale.';
    const later = { ...second, when: '2025-08-06T16:00Z' };
    expect(placed([first, later])).toEqual([1, 1]);
    expect(placed([first, { ...later, lede }])).toEqual([1, 2]);
  });
});

describe('a long story', () => {
  it('follows a toll for the day it is counted for over a day of silence', () => {
    const said = [
      { title: 'Russian attack on Kyiv on 31 July: one killed', when: '2025-07-31T04:00Z' },
      { title: 'Death toll of July 31 attack on Kyiv rises to 16', when: '2025-07-31T17:00Z' },
      { title: 'Death toll of July 31 attack on Kyiv rises to 31', when: '2025-08-01T11:00Z' },
    ];
    expect(placed(said)).toEqual([1, 1, 1]);
  });

  it('does not chain into one development', () => {
    const said = Array.from({ length: 60 }, (_, index) => ({
      title: `Minneapolis protest: ${['march', 'vigil', 'speech', 'rally', 'arrival', 'answer'][index % 6]} number ${index}`,
      when: `2025-08-06T${String(8 + Math.floor(index / 6)).padStart(2, '0')}:${String((index % 6) * 10).padStart(2, '0')}Z`,
    }));
    const numbers = placed(said);
    const sizes = [...new Set(numbers)].map((one) => numbers.filter((other) => other === one).length);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(20);
  });

  it('is no series of one outlet', () => {
    const said = ['5/29: The Harbour Hour', '6/2: The Harbour Hour', '6/3: The Harbour Hour'];
    let facts = NOTHING;
    const kinds = said.map((title, index) => {
      const item = { ...itemFor({ title }, index), source: press('harbour', 'Harbour Radio') };
      const change = placeReport({
        item,
        origin: OWN,
        storyline: aStoryline(),
        speaksOf: null,
        facts,
        commonness,
        now: item.seen,
      });
      facts = learn(facts, [change], item.seen);
      return change.kind;
    });
    expect(kinds).toEqual(['development.opened', 'development.opened', 'development.opened']);
  });
});
