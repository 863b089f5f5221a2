import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editionOf, joinEditions, retellEditions } from '../../src/decide/editions.ts';
import { type Order, type Ruled, ruleOver, undoRuling } from '../../src/decide/rulings.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Deadline, HELD, KILLED, RELEASED, RESTORED } from '../../src/domain/deadline.ts';
import { type Report, withReport, withRetold } from '../../src/domain/development.ts';
import { type Edition, isEdition, type Ruling, type Telling } from '../../src/domain/edition.ts';
import type { Docket } from '../../src/domain/facts.ts';
import { type ChannelId, type GuildId, id } from '../../src/domain/ids.ts';
import type { Message } from '../../src/domain/message.ts';
import { placeOf, unchosen } from '../../src/domain/storyline.ts';
import { MINUTE, plus } from '../../src/domain/time.ts';
import {
  aDeadline,
  aDevelopment,
  aFollow,
  anEvidence,
  aProposal,
  aReport,
  at,
  aVersion,
  press,
} from '../fakes/nouns.ts';
import { runs } from '../fakes/runs.ts';

const GUILD: GuildId = id('100');
const START = at('2025-07-31T08:00Z');

const report = (name: string, title: string) =>
  aReport({ item: id(name), source: press(name, name), title, seen: plus(START, Number(name.slice(1)) * MINUTE) });

const STRIKE = aDevelopment({
  id: id('dv_strike'),
  reports: [
    report('a1', 'Strike on Kyiv kills 16'),
    report('a2', 'Kyiv strike kills 16 people'),
    report('a3', 'Talks in Rome end'),
  ],
});
const TALKS = aDevelopment({ id: id('dv_talks'), reports: [report('b4', 'Talks in Rome end without a date')] });

/** The card of a development, as it is on the board. */
function card(development: string, shownRev = 1): Message {
  const subject = { kind: 'development', id: development } as const;
  const key = id<Message['key']>(`development:${development}@follow-1`);
  return {
    key,
    follow: aFollow().id,
    channel: aFollow().channel,
    place: placeOf(aFollow()),
    subject,
    wantedRev: 1,
    shownRev,
    state: 'shown',
    madeAt: START,
    ping: false,
  };
}

const NOTHING_RULED: Docket = {
  tellings: [STRIKE, TALKS],
  rulings: [],
  follows: [aFollow()],
  messages: [card('dv_strike'), card('dv_talks')],
  digests: [],
  standings: [],
  proposals: [],
};

function without(tellings: readonly Telling[], { id: own, continues }: Edition): readonly Telling[] {
  return tellings.filter((telling) => telling.id !== own && telling.id !== continues);
}

/** The docket once a change is true. */
function after(docket: Docket, change: Change): Docket {
  if (change.kind === 'edition.made' || change.kind === 'edition.set') {
    return { ...docket, tellings: [...without(docket.tellings, change.edition), change.edition] };
  }
  if (change.kind === 'deadline.changed') {
    const { id: changed, rev, version } = change;
    const standings = docket.standings.map(
      (one): Deadline => (one.id === changed ? { ...one, rev, versions: [...one.versions, version] } : one),
    );
    return { ...docket, standings };
  }
  if (change.kind === 'ruling.made') return { ...docket, rulings: [change.ruling, ...docket.rulings] };
  if (change.kind !== 'ruling.undone') return docket;
  const { id: undone, rev, undoneBy } = change;
  const rulings = docket.rulings.map((ruling) => (ruling.id === undone ? { ...ruling, rev, undoneBy } : ruling));
  return { ...docket, rulings };
}

/** A guild's moderators at work, a minute apart. */
function aBench(start: Docket = NOTHING_RULED) {
  let docket = start;
  let minutes = 60;
  const bench = () => {
    minutes += 1;
    return { guild: GUILD, member: 'olena', now: plus(START, minutes * MINUTE) };
  };
  const take = (ruled: Ruled): readonly Change[] => {
    if (ruled.kind === 'problem') throw new Error(ruled.problem);
    docket = ruled.changes.reduce(after, docket);
    return ruled.changes;
  };
  const telling = (name: string): Telling => {
    const found = docket.tellings.find((one) => one.id === name || (isEdition(one) && one.continues === name));
    if (!found) throw new Error(`nothing is told of ${name}`);
    return found;
  };
  return {
    docket: () => docket,
    telling,
    rule: (name: string, order: Order) => take(ruleOver(telling(name), order, docket, bench())),
    asks: (name: string, order: Order) => ruleOver(telling(name), order, docket, bench()),
    undo: (ruling: Ruling | undefined = docket.rulings[0]) => {
      if (!ruling) throw new Error('nothing to undo');
      return take(undoRuling(ruling, docket, bench()));
    },
    retells: (was: string, one: Report) => {
      const editions = docket.tellings.filter(isEdition);
      for (const retold of retellEditions({ was: id(was), report: one, because: '' }, { editions })) {
        const edition = editions.find((each) => each.id === retold.id);
        if (edition) docket = after(docket, { kind: 'edition.set', edition: withRetold(edition, retold), because: '' });
      }
    },
    asksBack: (ruling: Ruling) => undoRuling(ruling, docket, bench()),
    hears: (one: Report) => {
      const editions = docket.tellings.filter(isEdition);
      for (const joined of joinEditions(STRIKE, one, { editions })) {
        const edition = editions.find((each) => each.id === joined.id);
        if (edition) docket = after(docket, { kind: 'edition.set', edition: withReport(edition, joined), because: '' });
      }
    },
  };
}

const itemsOf = ({ reports }: Telling) => reports.map(({ item }) => String(item)).join(' ');

/** Which reports are told together, most reports first, with how they stand where that is not plain. */
function groups({ tellings }: Docket): readonly string[] {
  return tellings
    .filter((telling) => telling.reports.length > 0)
    .map(
      (telling) =>
        `${itemsOf(telling)}${isEdition(telling) && telling.stand.kind !== 'told' ? ` (${telling.stand.kind})` : ''}`,
    )
    .sort();
}

const wants = (changes: readonly Change[]) =>
  changes.flatMap((change) =>
    change.kind === 'message.wanted' ? [`${change.subject.kind} ${change.key}${change.answers ? ' answers' : ''}`] : [],
  );

describe('moderators', () => {
  it('split reports off, which get a card of their own', () => {
    const bench = aBench();
    const changes = bench.rule('dv_strike', { kind: 'split', items: [id('a3')] });
    expect(groups(bench.docket())).toEqual(['a1 a2', 'a3', 'b4']);
    expect(wants(changes)).toEqual([
      'edition development:dv_strike@follow-1',
      expect.stringMatching(/^edition development:ed_\w+@follow-1$/),
    ]);
  });

  it('keep a split for good: later reports go where they read alike, and move nothing', () => {
    const bench = aBench();
    bench.rule('dv_strike', { kind: 'split', items: [id('a3')] });
    for (let more = 10; more < 20; more += 1) bench.hears(report(`c${more}`, `Strike on Kyiv kills ${more}`));
    bench.hears(report('d30', 'Talks in Rome end, no date'));
    expect(groups(bench.docket())).toEqual([
      `a1 a2 ${Array.from({ length: 10 }, (_, index) => `c${index + 10}`).join(' ')}`,
      'a3 d30',
      'b4',
    ]);
  });

  it('merge two developments into the card of the first, and the other says where it went', () => {
    const bench = aBench();
    const changes = bench.rule('dv_strike', { kind: 'merge', other: TALKS });
    expect(groups(bench.docket())).toEqual(['a1 a2 a3 b4']);
    expect(bench.telling('dv_talks')).toMatchObject({ stand: { kind: 'merged', into: bench.telling('dv_strike').id } });
    expect(wants(changes)).toHaveLength(2);
  });

  it('take a merge back with a report that its outlet told under another link since', () => {
    const bench = aBench();
    bench.rule('dv_strike', { kind: 'merge', other: TALKS });
    bench.retells('b4', { ...report('b5', 'Talks in Rome end without any date'), formerly: [id('b4')] });
    bench.undo();
    expect(groups(bench.docket())).toEqual(['a1 a2 a3', 'b5']);
  });

  it.each([
    ['hold', { kind: 'hold', reason: 'the ministry denies it' }, 'held'],
    ['kill', { kind: 'kill', reason: null }, 'killed'],
    ['set aside', { kind: 'irrelevant', reason: null }, 'irrelevant'],
  ] as const)('%s a development, and no later report changes that', (_, order, stand) => {
    const bench = aBench();
    bench.rule('dv_strike', order);
    bench.hears(report('c10', 'Strike on Kyiv kills 17'));
    expect(groups(bench.docket())).toEqual([`a1 a2 a3 c10 (${stand})`, 'b4']);
  });

  it.each(['correct', 'kill'] as const)('answer the card that was read, when they %s it', (kind) => {
    const bench = aBench();
    const changes = bench.rule('dv_strike', { kind, title: 'Strike on Kyiv kills 15', reason: 'miscounted' });
    expect(wants(changes)[1]).toMatch(/^ruling ruling:ru_\w+@follow-1 answers$/);
    const undone = bench.undo();
    expect(wants(undone)[1]).toBe(wants(changes)[1]);
  });

  it('answer nothing where nobody read the card yet', () => {
    const bench = aBench({ ...NOTHING_RULED, messages: [card('dv_strike', 0)] });
    expect(wants(bench.rule('dv_strike', { kind: 'kill', reason: null }))).toEqual([
      'edition development:dv_strike@follow-1',
    ]);
  });

  it('open no card for what they hold before it was shown, and one when they release it', () => {
    const bench = aBench({ ...NOTHING_RULED, messages: [] });
    expect(wants(bench.rule('dv_strike', { kind: 'hold', reason: null }))).toEqual([]);
    expect(wants(bench.rule('dv_strike', { kind: 'release' }))).toEqual(['edition development:dv_strike@follow-1']);
  });

  describe('where a role is called from two origins', () => {
    const TWO = aFollow({ role: id('7'), gate: { post: 1, ping: 2, unconfirmed: 'show' } });
    const one = aDevelopment({ id: id('dv_strike'), reports: [report('a1', 'Strike on Kyiv kills 16')] });
    const bench = () => aBench({ ...NOTHING_RULED, tellings: [one, TALKS], follows: [TWO] });
    const calls = (changes: readonly Change[]) =>
      changes.flatMap((change) =>
        change.kind === 'message.wanted' && change.subject.kind === 'corroboration' && change.ping ? [change.key] : [],
      );

    it.each<Exclude<Order['kind'], 'split' | 'merge' | 'release' | 'correct'>>(['hold', 'kill', 'irrelevant'])(
      'call once what is told again is confirmed since they %s it',
      (kind) => {
        const here = bench();
        expect(calls(here.rule('dv_strike', { kind, reason: null }))).toEqual([]);
        here.hears(report('c90', 'Strike on Kyiv kills 16 people'));
        expect(calls(here.undo())).toEqual(['corroboration:dv_strike@follow-1']);
      },
    );

    it('call as they release it, and not for what was known before', () => {
      const here = bench();
      here.rule('dv_strike', { kind: 'hold', reason: null });
      expect(calls(here.rule('dv_strike', { kind: 'release' }))).toEqual([]);
      here.rule('dv_strike', { kind: 'hold', reason: null });
      here.hears(report('c90', 'Strike on Kyiv kills 16 people'));
      expect(calls(here.rule('dv_strike', { kind: 'release' }))).toEqual(['corroboration:dv_strike@follow-1']);
    });

    it('call for two that are one, which they now are together', () => {
      expect(calls(bench().rule('dv_strike', { kind: 'merge', other: TALKS }))).toEqual([
        'corroboration:dv_strike@follow-1',
      ]);
    });
  });

  /** A date that two reports of `dv_strike` say, killed with it, and what taking that back makes true. */
  function killedAndRestored(tellings: readonly Telling[] = [STRIKE, TALKS]) {
    const only = aVersion({
      evidence: anEvidence({ item: id('a1') }),
      flags: ['weekday_mismatch'],
      admission: { of: 1, by: 'origins' },
    });
    const second = { version: 1, evidence: anEvidence({ item: id('a2'), source: press('dw', 'DW') }), otherwise: null };
    const standing = aDeadline({
      standing: { guild: GUILD, of: id('dl') },
      versions: [only],
      confirmations: [second],
    });
    const follows = [aFollow({ guild: GUILD, role: id('7'), gate: { post: 2, ping: 2, unconfirmed: 'show' } })];
    const bench = aBench({ ...NOTHING_RULED, tellings, standings: [standing], follows });
    const killed = bench.rule('dv_strike', { kind: 'kill', reason: null });
    const ended = killed.find((change) => change.kind === 'deadline.changed');
    const [ruling] = bench.docket().rulings;
    if (ended?.kind !== 'deadline.changed' || !ruling) throw new Error('the date still stands');
    const now = { ...standing, rev: 2, versions: [only, ended.version] as const };
    const undone = undoRuling(
      ruling,
      { ...bench.docket(), standings: [now] },
      { guild: GUILD, member: 'olena', now: START },
    );
    if (undone.kind === 'problem') throw new Error(undone.problem);
    return { killed, ended, undone: undone.changes, only };
  }

  const pinged = (changes: readonly Change[]) =>
    changes.filter((change) => change.kind === 'message.wanted' && change.subject.kind === 'change' && change.ping);

  it('end what stands on killed reports alone, and undo lets it stand again', () => {
    const { killed, ended, undone, only } = killedAndRestored();
    expect(ended).toMatchObject({ version: { number: 2, change: 'withdrawn' } });
    expect(killed.map(({ kind }) => kind)).toContain('rungs.cancelled');
    expect(undone.find((change) => change.kind === 'deadline.changed')).toMatchObject({
      version: { number: 3, change: 'corrected', window: only.window, flags: ['weekday_mismatch', RESTORED] },
    });
    expect(undone.map(({ kind }) => kind)).toContain('rung.planned');
  });

  it('end it, too, where an outlet told its report under another link since', () => {
    const [first, ...rest] = STRIKE.reports;
    const again = { ...(first ?? aReport()), item: id<Report['item']>('a9'), formerly: [id<Report['item']>('a1')] };
    const { ended, undone } = killedAndRestored([{ ...STRIKE, reports: [again, ...rest] }, TALKS]);
    expect(ended).toMatchObject({ version: { number: 2, change: 'withdrawn' } });
    expect(undone.find((change) => change.kind === 'deadline.changed')).toMatchObject({ version: { number: 3 } });
  });

  describe('of a date that stands on a report alone', () => {
    const evidence = anEvidence({ item: id('a1') });
    const alone = aVersion({ evidence, admission: { of: 1, by: 'moderators' } });
    const standing = aDeadline({ standing: { guild: GUILD, of: id('dl') }, versions: [alone] });
    const bench = () => aBench({ ...NOTHING_RULED, standings: [standing] });
    const kinds = (changes: readonly Change[]) =>
      changes.map((change) => (change.kind === 'message.wanted' ? change.subject.kind : change.kind));
    const said = ({ docket }: ReturnType<typeof bench>) =>
      docket().standings[0]?.versions.map(({ change, flags }) => [change, ...flags].join(' '));
    const hold = { kind: 'hold', reason: null } as const;

    it('stop its countdown while they hold the report, and start it again, without a word of its own', () => {
      const here = bench();
      const held = kinds(here.rule('dv_strike', hold));
      const released = kinds(here.rule('dv_strike', { kind: 'release' }));
      expect(said(here)).toEqual(['set', `withdrawn ${HELD}`, `corrected ${RELEASED}`]);
      expect(held).toEqual(expect.arrayContaining(['rungs.cancelled', 'deadline']));
      expect(held).not.toContain('rung.planned');
      expect(released).toEqual(expect.arrayContaining(['rung.planned', 'deadline']));
      expect([...held, ...released]).not.toContain('change');
    });

    it('start its countdown again as they take the hold back', () => {
      const here = bench();
      here.rule('dv_strike', hold);
      here.undo();
      expect(said(here)?.at(-1)).toBe(`corrected ${RELEASED}`);
    });

    it('end it aloud when what they held proves wrong, and rest it again when they take that back', () => {
      const here = bench();
      here.rule('dv_strike', hold);
      expect(kinds(here.rule('dv_strike', { kind: 'kill', reason: null }))).toContain('change');
      here.undo();
      here.undo(here.docket().rulings[1]);
      expect(said(here)).toEqual([
        'set',
        `withdrawn ${HELD}`,
        `withdrawn ${KILLED}`,
        `withdrawn ${HELD}`,
        `corrected ${RELEASED}`,
      ]);
    });

    it('leave it when other reports say the same', () => {
      const other = {
        version: 1,
        evidence: anEvidence({ item: id('zz'), source: press('dw', 'DW') }),
        otherwise: null,
      };
      const here = aBench({ ...NOTHING_RULED, standings: [{ ...standing, confirmations: [other] }] });
      here.rule('dv_strike', hold);
      expect(said(here)).toEqual(['set']);
    });

    it('end it with the last of its reports, wherever that is, and let it stand with the first that comes back', () => {
      const other = {
        version: 1,
        evidence: anEvidence({ item: id('b4'), source: press('dw', 'DW') }),
        otherwise: null,
      };
      const here = aBench({ ...NOTHING_RULED, standings: [{ ...standing, confirmations: [other] }] });
      here.rule('dv_strike', { kind: 'kill', reason: null });
      expect(said(here)).toEqual(['set']);
      here.rule('dv_talks', hold);
      expect(said(here)).toEqual(['set', `withdrawn ${HELD}`]);
      here.rule('dv_talks', { kind: 'release' });
      expect(said(here)).toEqual(['set', `withdrawn ${HELD}`, `corrected ${RELEASED}`]);
    });

    it('ask no longer whether a date should stand that only such a report gives', () => {
      const read = aDeadline({ versions: [aVersion({ evidence })] });
      const follow = aFollow({ guild: GUILD });
      const settings = { ...unchosen(GUILD), moderators: id<ChannelId>('900') };
      const proposal = aProposal({ guild: GUILD });
      const facts = { follows: [follow], guilds: [settings], standings: [], proposals: [proposal], unheard: [] };
      const here = aBench({ ...NOTHING_RULED, proposals: [{ proposal, read, facts }] });
      const changes = here.rule('dv_strike', { kind: 'kill', reason: null });
      expect(changes).toContainEqual(expect.objectContaining({ kind: 'proposal.changed', state: 'held', rev: 2 }));
      expect(kinds(here.rule('dv_talks', { kind: 'kill', reason: null }))).not.toContain('proposal.changed');
    });
  });

  it('keep who confirmed a date through its end and its return: both call those whom it called', () => {
    const { killed, undone } = killedAndRestored();
    expect([pinged(killed), pinged(undone)].map(({ length }) => length)).toEqual([1, 1]);
  });

  it.each<[string, string, Order, string]>([
    ['split nothing off', 'dv_strike', { kind: 'split', items: [id('zz')] }, 'splits_nothing'],
    ['split everything off', 'dv_talks', { kind: 'split', items: [id('b4')] }, 'splits_all'],
    ['merge with itself', 'dv_strike', { kind: 'merge', other: STRIKE }, 'with_itself'],
    [
      'merge across storylines',
      'dv_strike',
      { kind: 'merge', other: { ...TALKS, storyline: id('other') } },
      'other_storyline',
    ],
    ['release what is not held', 'dv_strike', { kind: 'release' }, 'not_held'],
  ])('are told why they cannot %s', (_, name, order, expected) => {
    expect(aBench().asks(name, order)).toEqual({ kind: 'problem', problem: expected });
  });

  it('rule on no merged development, and kill nothing twice', () => {
    const bench = aBench();
    bench.rule('dv_strike', { kind: 'merge', other: TALKS });
    expect(bench.asks('dv_talks', { kind: 'kill', reason: null })).toEqual({ kind: 'problem', problem: 'merged' });
    bench.rule('dv_strike', { kind: 'kill', reason: null });
    expect(bench.asks('dv_strike', { kind: 'kill', reason: null })).toEqual({ kind: 'problem', problem: 'already' });
  });
});

describe('undoing', () => {
  it('keeps what was reported since: beside what it reads like, or where its edition came from', () => {
    const bench = aBench();
    bench.rule('dv_strike', { kind: 'split', items: [id('a3')] });
    bench.hears(report('c10', 'Strike on Kyiv kills 17'));
    bench.hears(report('d30', 'Talks in Rome end, no date'));
    bench.undo();
    expect(groups(bench.docket())).toEqual(['a1 a2 a3 c10 d30', 'b4']);
  });

  it('is refused twice, and while something later stands on it', () => {
    const bench = aBench();
    bench.rule('dv_strike', { kind: 'merge', other: TALKS });
    const [merge] = bench.docket().rulings;
    bench.rule('dv_strike', { kind: 'hold', reason: null });
    if (!merge) throw new Error('no ruling');
    expect(bench.asksBack(merge)).toEqual({ kind: 'problem', problem: 'ruled_since' });
    bench.undo();
    bench.undo(merge);
    const [, again] = bench.docket().rulings;
    if (!again) throw new Error('no ruling');
    expect(bench.asksBack(again)).toEqual({ kind: 'problem', problem: 'undone' });
  });

  type Bench = ReturnType<typeof aBench>;

  const anyOrder: fc.Arbitrary<(bench: Bench) => Order> = fc.oneof(
    fc.subarray(['a1', 'a2', 'a3'], { minLength: 1, maxLength: 2 }).map((names) => (): Order => {
      return { kind: 'split', items: names.map((name) => id(name)) };
    }),
    fc.constantFrom('hold' as const, 'kill' as const, 'irrelevant' as const).map((kind) => (): Order => {
      return { kind, reason: null };
    }),
    fc.constant((): Order => ({ kind: 'correct', title: 'Right', reason: null })),
    fc.constant((bench: Bench): Order => ({ kind: 'merge', other: bench.telling('dv_talks') })),
  );

  it('step by step restores what was, whatever was done', () => {
    const state = ({ tellings }: Docket) =>
      tellings
        .map((telling) => [itemsOf(telling), isEdition(telling) ? telling.correction : null] as const)
        .filter(([items]) => items !== '')
        .sort();
    fc.assert(
      fc.property(fc.array(anyOrder, { maxLength: 4 }), (orders) => {
        const bench = aBench({ ...NOTHING_RULED, tellings: [STRIKE, editionOf(TALKS, GUILD)] });
        const before = state(bench.docket());
        let made = 0;
        for (const orderFor of orders) {
          const order = orderFor(bench);
          if (bench.asks('dv_strike', order).kind === 'problem') continue;
          bench.rule('dv_strike', order);
          made += 1;
          const items = bench.docket().tellings.flatMap((telling) => telling.reports.map(({ item }) => item));
          expect([...items].sort()).toEqual(['a1', 'a2', 'a3', 'b4']);
        }
        for (const ruling of [...bench.docket().rulings].slice(0, made)) bench.undo(ruling);
        expect(state(bench.docket())).toEqual(before);
      }),
      runs(200),
    );
  });
});
