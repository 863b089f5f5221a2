import { describe, expect, it } from 'vitest';
import type { News } from '../../src/decide/context.ts';
import { editionOf } from '../../src/decide/editions.ts';
import { learn } from '../../src/decide/learn.ts';
import { decideNews, judgeItems } from '../../src/decide/news.ts';
import { prepareRules, type Rules, vocabularyOf } from '../../src/decide/rules.ts';
import type { Change } from '../../src/domain/change.ts';
import { RUNG_STEPS } from '../../src/domain/deadline.ts';
import { type Facts, NO_FACTS } from '../../src/domain/facts.ts';
import { id, type RoleId } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Source } from '../../src/domain/outlet.ts';
import { unchosen } from '../../src/domain/storyline.ts';
import { aFollow, anItem, anOutlet, aStoryline, at, press } from '../fakes/nouns.ts';

const DEADLINE = aStoryline({ query: 'Trump AND (Russia* OR Putin) AND (deadline* OR days)' });
const TALKS = aStoryline({ slug: id('talks'), title: 'Talks', query: 'Putin AND (summit OR talks)', deadline: null });

function rulesFor(...storylines: readonly ReturnType<typeof aStoryline>[]): Rules {
  const prepared = prepareRules(storylines, vocabularyOf({}));
  if (prepared.kind === 'errors') throw new Error(JSON.stringify(prepared.errors));
  return prepared.rules;
}

const RULES = rulesFor(DEADLINE, TALKS);

const FOLLOWS = [
  aFollow({ id: id('d@1'), channel: id('1'), ladder: RUNG_STEPS }),
  aFollow({ id: id('t@1'), channel: id('1'), storyline: TALKS.slug }),
];
const NOTHING: Facts = { ...NO_FACTS, follows: FOLLOWS };

let count = 0;

function item(title: string, when: string, change: Partial<Item> & { readonly by?: Source } = {}): Item {
  count += 1;
  const { by = press(`outlet-${count}`, `Outlet ${count}`), ...rest } = change;
  const link = `https://example.org/${count}`;
  return anItem({
    id: id(`it-${count}`),
    identities: [`link:${link}`],
    source: by,
    title,
    lede: '',
    link,
    published: at(when),
    seen: at(when),
    hash: title,
    ...rest,
  });
}

/** A desk in memory: what it knows grows with every document it is handed. */
function desk(facts: Facts = NOTHING) {
  let known = facts;
  return {
    facts: () => known,
    take(items: readonly Item[], change: Partial<News> = {}): readonly Change[] {
      const now =
        items
          .map((one) => one.seen)
          .sort()
          .at(-1) ?? at('2025-07-14T00:00Z');
      const judged = judgeItems(items, RULES);
      const news: News = {
        judged,
        outlet: anOutlet(),
        baseline: false,
        lastSuccessAt: null,
        toldUntil: null,
        ...change,
      };
      const changes = decideNews(news, known, { rules: RULES, now });
      known = learn(known, changes, now);
      return changes;
    },
  };
}

const kinds = (changes: readonly Change[]) => changes.map((change) => change.kind);
const keys = (changes: readonly Change[]) =>
  changes.flatMap((change) => (change.kind === 'message.wanted' ? [change.key.split(':')[0]] : []));
const SAID = 'Trump gives Putin 50 days to end the war of Russia';
const DATED = 'Trump sets a deadline of September 2 for Russia';

describe('the first document of a feed', () => {
  it('is stored in silence', () => {
    const changes = desk().take([item(SAID, '2025-07-14T16:00Z'), item('Weather', '2025-07-14T17:00Z')], {
      baseline: true,
    });
    expect(kinds(changes)).toEqual(['item.seen', 'item.seen']);
    expect(changes.every((change) => change.kind === 'item.seen' && change.baseline)).toBe(true);
  });

  it('is known afterwards, so that nothing of it is told later either', () => {
    const one = desk();
    const said = item(SAID, '2025-07-14T16:00Z');
    one.take([said], { baseline: true });
    expect(one.take([said])).toEqual([]);
  });
});

describe('a new item', () => {
  it('of no storyline is stored and nothing more', () => {
    expect(kinds(desk().take([item('Weather', '2025-07-14T16:00Z')]))).toEqual(['item.seen']);
  });

  it('whose body alone speaks of a storyline is kept as a mention and told nobody', () => {
    const body = 'Elsewhere the talks with Putin went on, Brazil or no Brazil.';
    const changes = desk().take([item('Weather', '2025-07-14T16:00Z', { body })]);
    expect(kinds(changes)).toEqual(['item.seen', 'mention.made']);
    expect(changes[1]).toMatchObject({
      mention: { storyline: 'talks', hits: [{ text: 'Putin', field: 'body' }, { text: 'talks' }] },
      because: 'its body speaks of talks',
    });
  });

  it('that matches a storyline does not mention it as well', () => {
    const changes = desk().take([item('Putin joins talks', '2025-07-14T16:00Z', { body: 'More of Putin and talks.' })]);
    expect(kinds(changes)).not.toContain('mention.made');
  });

  it('with a deadline sets it, plans its rungs, and wants its card and its development', () => {
    const changes = desk().take([item(DATED, '2025-07-14T16:00Z')]);
    expect(kinds(changes).filter((kind) => kind !== 'rung.planned')).toEqual([
      'item.seen',
      'match.made',
      'deadline.set',
      'deadline.set',
      'message.wanted',
      'development.opened',
      'message.wanted',
    ]);
    expect(keys(changes)).toEqual(['deadline', 'development']);
    const rungs = changes.filter((change) => change.kind === 'rung.planned');
    expect(rungs.map((change) => change.rung.name)).toEqual(['30d', '7d', '3d', '1d', 'due']);
  });

  it('that only counts days is proposed and counts nothing down', () => {
    const changes = desk().take([item(SAID, '2025-07-14T16:00Z')]);
    expect(kinds(changes)).toContain('proposal.made');
    expect(kinds(changes)).not.toContain('rung.planned');
    expect(keys(changes)).toEqual(['proposal', 'development']);
  });

  it('is judged knowing what the one before it in the same document made true', () => {
    const changes = desk().take([
      item(SAID, '2025-07-14T16:00Z'),
      item('Russia has 50 days to end the war, Trump tells Putin', '2025-07-14T17:00Z'),
    ]);
    expect(kinds(changes)).toContain('deadline.confirmed');
    expect(kinds(changes).filter((kind) => kind === 'deadline.set')).toHaveLength(1);
  });

  it('is taken in the order of publication, whatever the order of the document', () => {
    const changes = desk().take(
      [
        item('Trump cuts the deadline for Russia to August 8', '2025-07-29T16:00Z'),
        item(SAID, '2025-07-14T16:00Z', { seen: at('2025-07-29T16:00Z') }),
      ],
      { lastSuccessAt: at('2025-07-14T15:00Z') },
    );
    const said = changes.flatMap((change) => {
      if (change.kind === 'deadline.set') return change.deadline.standing ? [] : ['set'];
      return change.kind === 'deadline.changed' ? [change.version.change] : [];
    });
    expect(said).toEqual(['set', 'brought_forward']);
  });

  it('that sets a date for tomorrow hurries the polls, one for weeks ahead does not', () => {
    const near = desk().take([item('Trump gives Russia a deadline of 15 July to end the war', '2025-07-14T16:00Z')]);
    expect(near.filter(({ kind }) => kind === 'feeds.hurried')).toMatchObject([{ latest: at('2025-07-14T16:10Z') }]);
    expect(kinds(desk().take([item(SAID, '2025-07-14T16:00Z')]))).not.toContain('feeds.hurried');
  });

  it('is told once in a channel, although it is in two storylines', () => {
    const changes = desk().take([
      item('Trump and Putin plan a summit as the deadline for Russia nears', '2025-08-07T10:00Z'),
    ]);
    expect(kinds(changes).filter((kind) => kind === 'development.opened')).toHaveLength(2);
    expect(keys(changes)).toEqual(['development']);
  });

  it('that an archive issues again long after its day is stored and not told', () => {
    const old = item(SAID, '2025-07-14T16:00Z', { seen: at('2025-08-14T16:00Z') });
    expect(kinds(desk().take([old], { lastSuccessAt: at('2025-08-14T15:00Z') }))).toEqual(['item.seen']);
  });

  it('that a desk told before its backup was restored comes true, and only its deadline is shown, quietly', () => {
    const changes = desk().take([item(DATED, '2025-07-14T16:00Z')], { toldUntil: at('2025-07-14T16:00Z') });
    expect(kinds(changes)).toEqual(expect.arrayContaining(['deadline.set', 'development.opened']));
    expect(new Set(keys(changes))).toEqual(new Set(keys(changes).filter((key) => /deadline|proposal/.test(key ?? ''))));
    expect(changes.some((change) => change.kind === 'message.wanted' && change.ping)).toBe(false);
  });

  it.each([
    ['after that desk stopped is told', '2025-07-14T16:00Z', '2025-07-14T15:59Z', true],
    ['before is not', '2025-07-14T16:00Z', '2025-07-14T16:01Z', false],
  ])('that was published %s', (_, published, toldUntil, expected) => {
    const changes = desk().take([item(SAID, published)], { toldUntil: at(toldUntil) });
    expect(keys(changes).includes('development')).toBe(expected);
  });

  it('that was published long ago and changed today is told when it is first met', () => {
    const changed = { seen: at('2025-08-14T16:00Z'), updated: at('2025-08-14T15:55Z') };
    const notice = item(SAID, '2025-07-14T16:00Z', changed);
    expect(kinds(desk().take([notice], { lastSuccessAt: at('2025-08-14T15:00Z') }))).toContain('development.opened');
  });

  it('that was published while the desk was down for a week is told all the same', () => {
    const missed = item(SAID, '2025-07-14T16:00Z', { seen: at('2025-07-20T16:00Z') });
    expect(kinds(desk().take([missed], { lastSuccessAt: at('2025-07-13T16:00Z') }))).toContain('development.opened');
  });
});

describe('an item of another outlet that leads to a known page', () => {
  const link = 'https://bbc.example/said';
  const [bbc, digest] = [press('bbc', 'BBC'), press('digest', 'Digest')];
  const said = (by: Source, title: string, when: string) =>
    item(title, when, { by, link, identities: [`link:${link}`, `by:${by.outlet}/1`] });

  it('changes no word and no date of the report that is there', () => {
    const one = desk();
    one.take([said(bbc, SAID, '2025-07-14T16:00Z')]);
    const before = one.facts();
    const changes = one.take([said(digest, 'Trump withdraws the deadline for Russia', '2025-07-14T17:00Z')]);
    expect(kinds(changes)).toContain('item.seen');
    expect(kinds(changes)).not.toContain('item.edited');
    expect(kinds(changes)).not.toContain('development.retold');
    const [first] = before.developments;
    const now = one.facts().developments.find((development) => development.id === first?.id);
    expect(now?.reports[0]).toEqual(first?.reports[0]);
  });

  it('is known again by a name of its own', () => {
    const one = desk();
    one.take([said(bbc, SAID, '2025-07-14T16:00Z')]);
    const other = said(digest, 'Digest of the day: Putin and Russia', '2025-07-14T17:00Z');
    one.take([other]);
    expect(one.take([{ ...other, id: id('again') }])).toEqual([]);
  });
});

describe('an item of one outlet that tells its report again under another link', () => {
  const TITLE = 'Trump sets a deadline of September 2 for Russia';
  const [bbc, dw] = [press('bbc', 'BBC'), press('dw', 'DW')];
  const told = () => {
    const one = desk();
    const first = item(TITLE, '2025-07-14T16:00Z', { by: bbc });
    one.take([first]);
    return { one, first };
  };
  const again = (title: string, by = bbc) =>
    item(title, '2025-07-14T18:00Z', { by, link: 'https://bbc.example/again' });
  const reports = (one: ReturnType<typeof desk>) => one.facts().developments.flatMap((each) => each.reports);

  it('edits the card that is there, which leads to the new page from then on', () => {
    const { one, first } = told();
    const changes = one.take([again(`BREAKING: ${TITLE}`)]);
    expect(kinds(changes)).toContain('development.retold');
    expect(keys(changes)).toEqual(['development']);
    const [only, ...rest] = reports(one);
    expect(only).toMatchObject({
      title: `BREAKING: ${TITLE}`,
      link: 'https://bbc.example/again',
      formerly: [first.id],
    });
    expect(rest).toEqual([]);
  });

  it('is a report of its own by another outlet', () => {
    const { one } = told();
    expect(kinds(one.take([again(TITLE, dw)]))).toContain('development.joined');
  });

  it('says nothing new when either page comes once more', () => {
    const { one, first } = told();
    const later = again(TITLE);
    one.take([later]);
    expect([one.take([first]), one.take([later]), one.take([first, later])]).toEqual([[], [], []]);
  });

  it('moves the deadline when its day is another one', () => {
    const { one } = told();
    const changes = one.take([again('Trump sets a new deadline of August 8 for Russia')]);
    expect(kinds(changes)).toContain('development.opened');
    expect(one.facts().deadlines[0]?.versions.map(({ change }) => change)).toEqual(['set', 'brought_forward']);
  });

  it('moves the deadline even when only its opening says so, and never in the card of the old day', () => {
    const one = desk();
    const title = 'Trump tightens the deadline for Russia to end its war';
    const opening = (day: string) => ({ by: bbc, lede: `The deadline for Russia is ${day}, Trump said.` });
    one.take([item(title, '2025-07-14T16:00Z', opening('September 2'))]);
    const changes = one.take([
      item(title, '2025-07-14T18:00Z', { ...opening('August 8'), link: 'https://bbc.example/2' }),
    ]);
    expect(one.facts().deadlines[0]?.versions.map(({ change }) => change)).toEqual(['set', 'brought_forward']);
    expect(kinds(changes)).toContain('development.opened');
  });
});

describe('a known item', () => {
  it('that was only re-dated changes nothing', () => {
    const one = desk();
    const said = item(SAID, '2025-07-14T16:00Z');
    one.take([said]);
    expect(one.take([{ ...said, published: at('2025-07-15T16:00Z'), seen: at('2025-07-15T16:00Z') }])).toEqual([]);
  });

  it('under one more name is remembered by it', () => {
    const one = desk();
    const said = item(SAID, '2025-07-14T16:00Z');
    one.take([said]);
    const changes = one.take([{ ...said, identities: [...said.identities, 'guid:new'] }]);
    expect(changes).toMatchObject([{ kind: 'item.aliased', identities: ['guid:new'] }]);
  });

  it('with new words is the same report: its development reads differently, and no second one opens', () => {
    const one = desk();
    const said = item(SAID, '2025-07-14T16:00Z');
    one.take([said]);
    const changes = one.take([{ ...said, id: id('it-other'), title: `${SAID}, he says`, hash: 'new' }]);
    expect(kinds(changes)).toEqual(['item.edited', 'development.retold', 'message.wanted']);
    expect(changes[0]).toMatchObject({ item: { id: said.id }, wasTitle: SAID });
  });

  it('whose words leave its storyline and come back is not reported twice', () => {
    const one = desk();
    const said = item(SAID, '2025-07-14T16:00Z');
    one.take([said]);
    one.take([{ ...said, title: 'Weather', hash: 'weather' }]);
    expect(kinds(one.take([said]))).toEqual(['item.edited', 'development.retold', 'message.wanted']);
  });

  it('has its deadlines read again when its words change', () => {
    const one = desk();
    const said = item('Trump sets a deadline for Russia', '2025-07-14T16:00Z');
    one.take([said]);
    const changes = one.take([{ ...said, title: 'Trump sets a deadline of September 2 for Russia', hash: 'new' }]);
    expect(kinds(changes)).toContain('deadline.set');
  });

  it('of the first document stays silent when only its wording changes', () => {
    const one = desk();
    const said = item(SAID, '2025-07-14T16:00Z');
    one.take([said], { baseline: true });
    const changes = one.take([{ ...said, title: `${SAID}, he says`, hash: 'new', seen: at('2025-07-14T18:00Z') }]);
    expect(kinds(changes).filter((kind) => kind.startsWith('development'))).toEqual([]);
  });

  it('stays the same item when its words change long after its development closed', () => {
    const one = desk();
    const said = item(SAID, '2025-07-14T16:00Z');
    one.take([said]);
    const later = desk({ ...one.facts(), developments: [] });
    const changes = later.take([{ ...said, title: `${SAID}, he says`, hash: 'new', seen: at('2025-07-18T16:00Z') }]);
    expect(kinds(changes)).toEqual(['item.edited']);
  });

  it('is told as new when only its new words are in a storyline', () => {
    const one = desk();
    const said = item('Trump speaks', '2025-07-14T16:00Z');
    one.take([said]);
    const changes = one.take([{ ...said, title: SAID, hash: 'new' }]);
    expect(kinds(changes)).toContain('development.opened');
  });
});

describe('a deadline that moves', () => {
  const one = desk();
  one.take([item(DATED, '2025-07-14T16:00Z')]);
  const changes = one.take([item('Trump sets a new deadline of August 8 for Russia', '2025-07-28T14:00Z')]);

  it('gets a version, cancels the old rungs, plans new ones, edits its card and is told in a message of its own', () => {
    expect(keys(changes)).toEqual(['deadline', 'change', 'development']);
    expect(changes.find((change) => change.kind === 'rungs.cancelled')).toMatchObject({ version: 1 });
    const [moved] = one.facts().deadlines;
    expect(moved?.versions.map((version) => version.change)).toEqual(['set', 'brought_forward']);
    const [standing] = one.facts().standings;
    expect(standing?.versions.map((version) => version.change)).toEqual(['set', 'brought_forward']);
  });

  it('is never joined to the development that spoke of the old date', () => {
    expect(kinds(changes)).toContain('development.opened');
    expect(one.facts().developments).toHaveLength(2);
  });
});

describe('a development that moderators killed', () => {
  const GUILD = FOLLOWS[0]?.guild ?? id('100');
  const auto = { ...unchosen(GUILD), dates: 'auto' as const };
  const gate = { post: 2, ping: 2, unconfirmed: 'show' as const };
  const follows = FOLLOWS.map((follow) => ({ ...follow, gate, role: id<RoleId>('7') }));

  /** One outlet's report of a date, killed. */
  function killed() {
    const first = desk({ ...NOTHING, follows, guilds: [auto] });
    first.take([item(DATED, '2025-07-14T16:00Z')]);
    const facts = first.facts();
    const editions = facts.developments.map((development) => ({
      ...editionOf(development, GUILD),
      stand: { kind: 'killed' as const, since: at('2025-07-14T16:05Z'), reason: null },
    }));
    const unheard = editions.flatMap(({ reports }) => reports.map((one) => ({ guild: GUILD, item: one.item })));
    return desk({ ...facts, editions, unheard });
  }

  it('takes in reports that count for nothing, in their own document and after it', () => {
    const one = killed();
    const changes = one.take([item(DATED, '2025-07-14T16:10Z'), item(DATED, '2025-07-14T16:12Z')]);
    expect(kinds(changes)).toContain('edition.joined');
    expect(kinds(changes)).toContain('deadline.confirmed');
    expect(keys(changes)).toEqual([]);
    expect(one.facts().standings).toEqual([]);
    expect(keys(one.take([item(DATED, '2025-07-14T16:20Z')]))).toEqual([]);
  });

  it('is all that counts for nothing: others that say the same are heard', () => {
    const one = killed();
    one.take([
      item('Kremlin mulls September 2 deadline of Trump for Putin', '2025-07-17T16:10Z'),
      item('Putin unmoved as Trump holds to deadline of September 2', '2025-07-17T16:12Z'),
    ]);
    expect(one.facts().standings).toHaveLength(1);
  });
});
