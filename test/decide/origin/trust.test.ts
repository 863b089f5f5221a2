/** The trust stories, played through the rules: what eight outlets say of one event, and what a state agency says alone. */

import { describe, expect, it } from 'vitest';
import { drawCard } from '../../../src/cards/draw.ts';
import type { News } from '../../../src/decide/context.ts';
import { mayPing, verdictOn } from '../../../src/decide/gate.ts';
import { learn } from '../../../src/decide/learn.ts';
import { decideNews, judgeItems } from '../../../src/decide/news.ts';
import { prepareRules, type Rules, vocabularyOf } from '../../../src/decide/rules.ts';
import type { Confirmation } from '../../../src/domain/deadline.ts';
import { type Facts, NO_FACTS } from '../../../src/domain/facts.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Item } from '../../../src/domain/item.ts';
import { type Origin, OWN, originsBehind } from '../../../src/domain/origin.ts';
import type { Source } from '../../../src/domain/outlet.ts';
import { unchosen } from '../../../src/domain/storyline.ts';
import {
  aDeadline,
  aFollow,
  anEvidence,
  anItem,
  anOutlet,
  aStoryline,
  at,
  aVersion,
  press,
  toldOf,
} from '../../fakes/nouns.ts';
import { shipped } from '../../fakes/shippedStorylines.ts';

const KYIV = aStoryline({
  slug: id('kyiv-31-july'),
  title: 'Kyiv, 31 July',
  query: 'Kyiv AND (toll OR dead OR killed)',
  deadline: null,
});

function rulesWithOutlets(): Rules {
  const prepared = prepareRules([KYIV], { ...vocabularyOf({}), outlets: shipped.outlets });
  if (prepared.kind === 'errors') throw new Error(JSON.stringify(prepared.errors));
  return prepared.rules;
}

const RULES = rulesWithOutlets();

function outlet(name: string): Source {
  const found = shipped.outlets.find((one) => one.id === name);
  if (!found) throw new Error(`no outlet ${name}`);
  return { outlet: found.id, name: found.name, label: found.label, group: found.group, state: found.state };
}

interface Said {
  readonly by: Source;
  readonly title: string;
  readonly lede?: string;
  readonly body?: string;
  /** The same article again. */
  readonly article?: string;
}

/** A desk in memory that takes one report after the other, ten minutes apart. */
function desk() {
  let facts: Facts = NO_FACTS;
  let minute = 0;
  return {
    facts: () => facts,
    take({ by, title, lede = '', body = '', article = `${minute}` }: Said): void {
      minute += 10;
      const now = at(`2025-08-06T${String(10 + Math.floor(minute / 60))}:${String(minute % 60).padStart(2, '0')}:00Z`);
      const link = `https://example.org/${article}`;
      const words = { title, lede, body, hash: `${title}${lede}` };
      const item: Item = anItem({
        id: id(`it-${article}`),
        identities: [`link:${link}`],
        guid: null,
        source: by,
        link,
        published: now,
        seen: now,
        ...words,
      });
      const news: News = {
        judged: judgeItems([item], RULES),
        outlet: anOutlet(),
        baseline: false,
        lastSuccessAt: now,
        toldUntil: null,
      };
      facts = learn(facts, decideNews(news, facts, { rules: RULES, now }), now);
    },
  };
}

const TOLL_LEDE =
  'The death toll from the Russian strike on Kyiv rose to 32 after rescuers pulled another body from the rubble, said Timur Tkachenko, head of the Kyiv City Military Administration, on Wednesday, adding that 159 people were hurt in the Sviatoshynskyi district.';

/** Four who say so themselves (one agency, three newsrooms), and four who repeat them. */
const EIGHT: readonly Said[] = [
  { by: outlet('reuters'), title: 'Death toll in Kyiv attack rises to 32', lede: TOLL_LEDE },
  {
    by: outlet('bbc'),
    title: 'Kyiv attack death toll rises to 32, officials say',
    lede: 'Emergency workers in the Ukrainian capital have found another victim, nearly a week after a missile tore through a block of flats.',
  },
  {
    by: press('gazette', 'The Gazette'),
    title: 'Kyiv attack death toll rises to 32',
    lede: `KYIV (Reuters) - ${TOLL_LEDE}`,
  },
  { by: press('courier', 'The Courier'), title: 'Death toll from Kyiv attack rises to 32', lede: TOLL_LEDE },
  {
    by: press('spinner', 'News Mill'),
    title: 'Death toll of Kyiv attack climbs to 32',
    lede: 'The number of fatalities from the Russian attack on Kyiv climbed to 32 once crews recovered one more body from the debris, stated Timur Tkachenko, chief of the Kyiv City Military Administration, on Wednesday, noting that 159 persons were injured in the Sviatoshynskyi area.',
  },
  {
    by: outlet('guardian'),
    title: 'Kyiv attack death toll rises to 32 as search ends',
    lede: 'At least 32 people are now known to have died in last Thursday’s bombardment, Reuters reported.',
  },
  {
    by: outlet('kyiv-independent'),
    title: 'Death toll in Kyiv attack rises to 32',
    lede: 'Search teams recovered a woman’s remains on the morning of 6 August, bringing the number of dead to 32, the State Emergency Service told the Kyiv Independent.',
  },
  {
    by: { ...press('blog', 'A blog'), label: 'unreviewed' },
    title: 'Kyiv attack death toll rises to 32',
    lede: 'Sad news again today.',
  },
];

function theDevelopment(facts: Facts) {
  expect(facts.developments).toHaveLength(1);
  const [development] = facts.developments;
  if (!development) throw new Error('no development');
  return development;
}

describe('eight outlets report one event', () => {
  const played = desk();
  for (const said of EIGHT) played.take(said);
  const development = theDevelopment(played.facts());

  it('gives one development that knows where each report comes from', () => {
    expect(development.reports.map(({ source, origin }) => [source.name, origin.kind])).toEqual([
      ['Reuters', 'own'],
      ['BBC News', 'own'],
      ['The Gazette', 'reprint'],
      ['The Courier', 'reprint'],
      ['News Mill', 'reworded'],
      ['The Guardian', 'quoted'],
      ['The Kyiv Independent', 'own'],
      ['A blog', 'same_title'],
    ]);
  });

  it('counts three: an agency with all that repeat it, and two newsrooms', () => {
    const card = drawCard(toldOf(development, { storyline: KYIV }));
    expect(JSON.stringify(card)).toContain('Reported by 3 independent outlets (8 reports)');
  });

  it('counts as many when the copies are seen before their originals', () => {
    const turned = desk();
    for (const said of [...EIGHT].reverse()) turned.take(said);
    expect(originsBehind(theDevelopment(turned.facts()).reports).count).toBe(3);
  });
});

describe('a state agency', () => {
  const tass: Said = {
    by: outlet('tass'),
    title: 'Death toll in Kyiv rises to 32',
    lede: 'Sources in the city said so.',
  };

  it('is shown as its own word while it is alone, and corroborated by a newsroom', () => {
    const played = desk();
    played.take(tass);
    expect(JSON.stringify(drawCard(toldOf(theDevelopment(played.facts()), { storyline: KYIV })))).toContain(
      'Per TASS (state-controlled)',
    );
    played.take({
      by: outlet('bbc'),
      title: 'Death toll in Kyiv rises to 32, mayor says',
      lede: 'The mayor gave the number.',
    });
    const card = JSON.stringify(drawCard(toldOf(theDevelopment(played.facts()), { storyline: KYIV })));
    expect(card).toContain('Reported by 2 independent outlets (2 reports)');
  });

  it('gains nobody from a newsroom that only passes its word on', () => {
    const played = desk();
    played.take(tass);
    played.take({ by: outlet('bbc'), title: 'Death toll in Kyiv rises to 32, TASS reports', lede: '' });
    expect(JSON.stringify(drawCard(toldOf(theDevelopment(played.facts()), { storyline: KYIV })))).toContain(
      'Per TASS (state-controlled)',
    );
  });
});

describe('new words of a report', () => {
  const first: Said = {
    by: outlet('bbc'),
    title: 'Kyiv toll at 32 dead',
    lede: 'Officials gave the number.',
    article: 'a',
  };
  const originOf = (...said: readonly Said[]) => {
    const played = desk();
    for (const one of said) played.take(one);
    return theDevelopment(played.facts()).reports[0]?.origin;
  };

  it('may name whom it took them from', () => {
    const origin = originOf(first, { ...first, lede: 'Officials gave the number, Reuters reported.' });
    expect(origin).toMatchObject({ kind: 'quoted', primary: { name: 'Reuters' } });
  });

  it('take no credit back when they name nobody', () => {
    const credited = { ...first, body: 'KYIV (AFP) - Officials gave the number.' };
    expect(originOf(credited, { ...first, lede: 'Officials gave the number at noon.' })).toMatchObject({
      kind: 'credited',
      to: { name: 'Agence France-Presse' },
    });
  });
});

describe('a date that reports name', () => {
  const quoting = (primary: string): Origin => ({ kind: 'quoted', primary: outlet(primary) });
  const confirmed = (by: string, origin: Origin): Confirmation => ({
    version: 1,
    evidence: anEvidence({ item: id(by), source: outlet(by), origin }),
    otherwise: null,
  });
  const said = (by: string, origin: Origin, ...others: readonly Confirmation[]) =>
    aDeadline({
      versions: [
        aVersion({ evidence: anEvidence({ source: outlet(by), origin }), admission: { of: 1, by: 'origins' } }),
      ],
      confirmations: others,
    });
  const follow = aFollow({ gate: { post: 2, ping: 2, unconfirmed: 'show' } });
  const auto = { ...unchosen(follow.guild), dates: 'auto' as const };

  it.each([
    ['two newsrooms', said('bbc', OWN, confirmed('guardian', OWN)), true],
    [
      'two newsrooms that quote one agency',
      said('bbc', quoting('reuters'), confirmed('guardian', quoting('reuters'))),
      false,
    ],
    ['an agency and a newsroom that quotes it', said('reuters', OWN, confirmed('bbc', quoting('reuters'))), false],
    ['a newsroom and an aggregator', said('bbc', OWN, confirmed('trump-truth', OWN)), false],
  ])('by %s stands or is held, and pings or does not', (_, deadline, isEnough) => {
    expect(verdictOn(deadline, deadline.versions[0], auto, [follow]).kind).toBe(isEnough ? 'stands' : 'held');
    expect(mayPing(deadline, follow)).toBe(isEnough);
  });

  it.each([
    ['two state agencies', said('tass', OWN, confirmed('ukrinform', OWN)), false],
    [
      'newsrooms that only quote state agencies',
      said('bbc', quoting('tass'), confirmed('guardian', quoting('ukrinform'))),
      false,
    ],
    ['a state agency and a newsroom', said('tass', OWN, confirmed('bbc', OWN)), true],
    ['the law alone', said('ofac', OWN), true],
  ])('pings or does not when said by %s', (_, deadline, pings) => {
    expect(mayPing(deadline, follow)).toBe(pings);
  });
});
