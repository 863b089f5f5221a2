import { describe, expect, it } from 'vitest';
import { followAll } from '../../src/decide/catalogue.ts';
import { mayPing, verdictOn } from '../../src/decide/gate.ts';
import { learn } from '../../src/decide/learn.ts';
import { answerProposal } from '../../src/decide/moderate.ts';
import { offerExisting, offerToGuilds, reconsider } from '../../src/decide/standing.ts';
import { decideTick } from '../../src/decide/tick.ts';
import type { Change } from '../../src/domain/change.ts';
import {
  currentVersion,
  type Deadline,
  HELD,
  KILLED,
  RECONFIRMED,
  type Tier,
  type Version,
  type Window,
} from '../../src/domain/deadline.ts';
import { type Facts, NO_FACTS, type OpenProposal } from '../../src/domain/facts.ts';
import { type ChannelId, type ItemId, id } from '../../src/domain/ids.ts';
import type { Source } from '../../src/domain/outlet.ts';
import { type Follow, type GuildSettings, unchosen } from '../../src/domain/storyline.ts';
import {
  aConfirmation,
  aDeadline,
  aFollow,
  anEvidence,
  aSource,
  aStoryline,
  at,
  aVersion,
  CEASEFIRE_VERSIONS,
  onDay,
  press,
  TASS,
} from '../fakes/nouns.ts';

const NOW = at('2025-07-14T16:05Z');
const FOLLOW = aFollow({ gate: { post: 2, ping: 3, unconfirmed: 'show' } });
const OFAC = aSource({ outlet: id('ofac'), name: 'OFAC', label: 'official-legal', group: 'us-treasury' });
const AUTO: GuildSettings = { ...unchosen(FOLLOW.guild), dates: 'auto' };
const ASKED: GuildSettings = { ...unchosen(FOLLOW.guild), moderators: id<ChannelId>('900') };

function saidBy(source: Source, change: Partial<Version> = {}): Version {
  return aVersion({ evidence: anEvidence({ source, item: id(`item-${source.outlet}`) }), ...change });
}

function readFrom(sources: readonly Source[], change: Partial<Version> = {}): Deadline {
  const [first = press('bbc', 'BBC'), ...more] = sources;
  const version = saidBy(first, change);
  return aDeadline({ versions: [version], confirmations: more.map((source) => aConfirmation(1, source)) });
}

const BBC = press('bbc', 'BBC News');
const DW = press('dw', 'DW');
const NPR = press('npr', 'NPR');
const MIRROR = aSource({ outlet: id('mirror'), name: 'Mirror', label: 'aggregator', group: 'mirror' });

describe('a version that is read', () => {
  it.each<[string, readonly Source[], Tier, GuildSettings, string]>([
    ['of the law', [OFAC], 'A', ASKED, 'stands'],
    ['of the law that extends', [OFAC], 'B', ASKED, 'stands'],
    ['of two outlets where dates stand by themselves', [BBC, DW], 'A', AUTO, 'stands'],
    ['of one outlet', [BBC], 'A', AUTO, 'held'],
    ['of one outlet and a mirror', [BBC, MIRROR], 'A', AUTO, 'held'],
    ['of two outlets of one owner', [BBC, { ...BBC, outlet: id('bbc-2') }], 'A', AUTO, 'held'],
    ['of two outlets where moderators are asked', [BBC, DW], 'A', ASKED, 'proposed'],
    ['of two outlets where a channel wants dates by themselves', [BBC, DW], 'A', { ...ASKED, dates: 'auto' }, 'stands'],
    ['that counts days, however many say so', [BBC, DW, NPR], 'B', AUTO, 'proposed'],
  ])('%s %s', (_, sources, tier, settings, kind) => {
    const read = readFrom(sources, { tier });
    expect(verdictOn(read, read.versions[0], settings, [FOLLOW]).kind).toBe(kind);
  });

  it('needs as many origins as the least demanding follow of its guild', () => {
    const read = readFrom([BBC]);
    const bold = aFollow({ gate: { post: 1, ping: 3, unconfirmed: 'show' } });
    expect(verdictOn(read, read.versions[0], AUTO, [FOLLOW, bold]).kind).toBe('stands');
  });
});

describe('an outlet that a guild does not hear', () => {
  const deaf = (...outlets: readonly Source[]) => ({ ...FOLLOW, unheard: outlets.map(({ outlet }) => outlet) });
  const stands = { of: 1, by: 'origins' } as const;

  it.each<[string, readonly Source[], readonly Follow[], string]>([
    ['lets no version stand', [BBC, DW], [deaf(BBC)], 'held'],
    ['is not missed where others say so', [BBC, DW, NPR], [deaf(BBC)], 'stands'],
    ['lets nothing stand as the law', [OFAC], [deaf(OFAC)], 'held'],
    ['counts where one of its follows hears it', [BBC, DW], [deaf(BBC), FOLLOW], 'stands'],
  ])('%s', (_, sources, follows, kind) => {
    const read = readFrom(sources);
    expect(verdictOn(read, read.versions[0], AUTO, follows).kind).toBe(kind);
  });

  it.each<[string, readonly Source[], Follow, boolean]>([
    ['one of three origins', [BBC, DW, NPR], deaf(NPR), false],
    ['the law', [BBC, OFAC], deaf(OFAC), false],
    ['another one', [BBC, DW, NPR], deaf(OFAC), true],
  ])('that is %s is not counted for a ping', (_, sources, follow, pings) => {
    expect(mayPing(readFrom(sources, { admission: stands }), follow)).toBe(pings);
  });

  it('is not heard either where the configuration begins to follow', () => {
    const { id: _, storyline: __, ...place } = FOLLOW;
    const theirs = aFollow({ id: id('theirs'), guild: id('999') });
    const [change] = followAll([aStoryline({ slug: id('talks') })], place, [deaf(BBC), theirs]);
    expect(change).toMatchObject({ follow: { storyline: 'talks', unheard: ['bbc'] } });
  });
});

describe('a message of what stands', () => {
  const RUSSIAN: Source = { ...TASS, outlet: id('ria'), group: 'ria' };
  const THIRD: Source = { ...TASS, outlet: id('rt'), group: 'rt' };
  const stands = { of: 1, by: 'origins' } as const;

  it.each<[string, readonly Source[], Version['admission'], boolean]>([
    ['two origins', [BBC, DW], stands, false],
    ['three origins', [BBC, DW, NPR], stands, true],
    ['the law', [OFAC], { of: 1, by: 'law' }, true],
    ['moderators', [BBC], { of: 1, by: 'moderators' }, true],
    ['three state-controlled outlets alone', [TASS, RUSSIAN, THIRD], stands, false],
    ['two state-controlled outlets and another', [TASS, RUSSIAN, BBC], stands, true],
    ['nobody yet', [BBC, DW, NPR], null, false],
  ])('of %s pings: %s', (_, sources, admission, pings) => {
    expect(mayPing(readFrom(sources, { admission }), FOLLOW)).toBe(pings);
  });

  it('of a version that the law confirmed later pings', () => {
    expect(mayPing(readFrom([BBC, OFAC], { admission: stands }), FOLLOW)).toBe(true);
  });
});

const unheardFrom = ({ outlet }: Source) => ({ guild: FOLLOW.guild, item: id<ItemId>(`item-${outlet}`) });

/** A guild in memory: the chain as read grows, and what stands follows. */
function guild(settings: GuildSettings) {
  let facts: Facts = { ...NO_FACTS, follows: [FOLLOW], guilds: [settings] };
  const take = (changes: readonly Change[]) => {
    facts = learn(facts, changes, NOW);
    return changes;
  };
  const offer = (change: Parameters<typeof offerToGuilds>[0]) => {
    take([change]);
    return take(offerToGuilds(change, facts, NOW));
  };
  return {
    set: (version: Version) =>
      offer({ kind: 'deadline.set', deadline: aDeadline({ versions: [version] }), because: 'a test says so' }),
    changed: (version: Version) => {
      const rev = (facts.deadlines[0]?.rev ?? 0) + 1;
      return offer({ kind: 'deadline.changed', id: aDeadline().id, rev, version, because: 'a test says so' });
    },
    confirmed: (version: number, source: Source) => {
      const rev = (facts.deadlines[0]?.rev ?? 0) + 1;
      const confirmation = aConfirmation(version, source);
      return offer({ kind: 'deadline.confirmed', id: aDeadline().id, rev, confirmation, because: 'a test says so' });
    },
    disputed: (version: number, source: Source) => {
      const rev = (facts.deadlines[0]?.rev ?? 0) + 1;
      const confirmation = { ...aConfirmation(version, source), otherwise: onDay('2025-08-15') };
      return offer({ kind: 'deadline.confirmed', id: aDeadline().id, rev, confirmation, because: 'a test says so' });
    },
    answer: (version: number, kind: 'accept' | 'dismiss', date: Window | null = null) => {
      const proposal = facts.proposals.find((one) => one.version === version);
      const [read] = facts.deadlines;
      if (!proposal || !read) throw new Error(`nothing waits as version ${version}`);
      const open: OpenProposal = { proposal, read, facts };
      const answered = answerProposal(open, kind === 'accept' ? { kind, date } : { kind }, '7', NOW);
      take(answered.changes);
      return answered;
    },
    unhear: (...sources: readonly Source[]) => {
      facts = { ...facts, unheard: sources.map(unheardFrom) };
    },
    /** Moderators kill or hold the reports that what stands rests on. */
    ruledOut: (flag: typeof KILLED | typeof HELD, ...sources: readonly Source[]) => {
      const [standing] = facts.standings;
      if (!standing) throw new Error('nothing stands');
      const { id, rev } = standing;
      const current = currentVersion(standing);
      const version = { ...current, number: current.number + 1, change: 'withdrawn' as const, flags: [flag] };
      take([{ kind: 'deadline.changed', id, rev: rev + 1, version, because: 'a test says so' }]);
      facts = { ...facts, unheard: sources.map(unheardFrom) };
    },
    reconsidered: () => {
      const [proposal] = facts.proposals;
      const [read] = facts.deadlines;
      if (!proposal || !read) throw new Error('nothing waits');
      return take(reconsider({ proposal, read, facts }, 'a test says so', NOW));
    },
    follow: (follow: Follow) => {
      facts = { ...facts, follows: [follow, ...facts.follows] };
    },
    standing: () => facts.standings[0]?.versions.map(({ change }) => change) ?? [],
    waiting: () => facts.proposals.map(({ version, state }) => `${version} ${state}`),
    facts: () => facts,
  };
}

const messages = (changes: readonly Change[]) =>
  changes.flatMap((change) => (change.kind === 'message.wanted' ? [change.key.split(':')[0]] : []));

const { set, broughtForward, fixed, passed } = CEASEFIRE_VERSIONS;
const COUNTED = { ...set, tier: 'B' as const };

describe('a guild without moderators', () => {
  it('shows a date once a second origin names it, and only then', () => {
    const here = guild(AUTO);
    expect(messages(here.set(saidBy(BBC)))).toEqual([]);
    expect(here.waiting()).toEqual(['1 held']);
    expect(messages(here.confirmed(1, MIRROR))).toEqual([]);
    const shown = here.confirmed(1, DW);
    expect(messages(shown)).toEqual(['deadline']);
    expect(here.standing()).toEqual(['set']);
    expect(here.waiting()).toEqual([]);
    expect(here.facts().standings[0]?.confirmations).toHaveLength(2);
  });

  it('is shown a count as a proposal in the channel of its follow', () => {
    const changes = guild(AUTO).set(COUNTED);
    const [card] = changes.filter((change) => change.kind === 'message.wanted');
    expect(card).toMatchObject({ channel: FOLLOW.channel, subject: { kind: 'proposal' }, ping: false });
  });

  it('is told what a move did to what stands there, not to what it never saw', () => {
    const here = guild({ ...AUTO });
    here.set(saidBy(OFAC));
    here.changed(broughtForward);
    const changes = here.changed(saidBy(OFAC, { ...fixed, evidence: saidBy(OFAC).evidence }));
    expect(here.standing()).toEqual(['set', 'brought_forward']);
    expect(messages(changes)).toEqual(['deadline', 'change', 'proposal']);
    expect(here.waiting()).toEqual([]);
  });
});

describe('a guild with moderators', () => {
  it('counts nothing down before they say so, and everything after', () => {
    const here = guild(ASKED);
    const asked = here.set(COUNTED);
    expect(asked.map(({ kind }) => kind)).toEqual(['proposal.made', 'message.wanted']);
    expect(asked[1]).toMatchObject({ channel: '900' });
    const { kind, changes } = here.answer(1, 'accept');
    expect(kind).toBe('accepted');
    expect(changes.filter((change) => change.kind === 'rung.planned').length).toBeGreaterThan(0);
    expect(messages(changes)).toEqual(['deadline', 'proposal']);
    expect(here.facts().standings[0]?.versions[0].admission).toEqual({ of: 1, by: 'moderators' });
  });

  it('lets an answer to a move stand for the date it moved from as well, with one alert', () => {
    const here = guild(ASKED);
    here.set(COUNTED);
    here.changed(broughtForward);
    const { changes } = here.answer(2, 'accept');
    expect(here.standing()).toEqual(['set', 'brought_forward']);
    expect(messages(changes).filter((kind) => kind === 'change')).toHaveLength(1);
    expect(here.waiting()).toEqual([]);
  });

  it('leaves out what they dismissed', () => {
    const here = guild(ASKED);
    here.set(COUNTED);
    here.answer(1, 'accept');
    here.changed(broughtForward);
    const { changes } = here.answer(2, 'dismiss');
    expect(messages(changes)).toEqual(['proposal']);
    here.changed(fixed);
    here.answer(3, 'accept');
    expect(here.standing()).toEqual(['set', 'brought_forward']);
    expect(here.facts().standings[0]?.versions[1]?.window).toEqual(onDay('2025-08-08'));
  });

  it('may put the date right, and is told what that does to what stands', () => {
    const here = guild(ASKED);
    here.set(COUNTED);
    here.answer(1, 'accept');
    here.changed(broughtForward);
    here.answer(2, 'accept', onDay('2025-09-30'));
    const [standing] = here.facts().standings;
    expect(standing?.versions[1]).toMatchObject({
      change: 'extended',
      window: onDay('2025-09-30'),
      flags: ['corrected_by_moderators'],
    });
  });

  it('sees more origins on the card that asks, without being asked again', () => {
    const here = guild(ASKED);
    here.set(COUNTED);
    const changes = here.confirmed(1, DW);
    expect(messages(changes)).toEqual(['proposal']);
    expect(here.waiting()).toEqual(['1 open']);
  });

  it('is told that an outlet disputes what stands, in the journal as on the card', () => {
    const here = guild(ASKED);
    here.set(COUNTED);
    const [asked] = here.disputed(1, DW);
    expect(asked?.because).toBe('DW disputes it');
    here.answer(1, 'accept');
    const [shown] = here.disputed(1, NPR);
    expect(shown?.because).toBe('NPR disputes it');
    expect(here.facts().standings[0]?.confirmations.filter(({ otherwise }) => otherwise !== null)).toHaveLength(2);
  });

  it('is asked no longer when words end what was never confirmed', () => {
    const here = guild(ASKED);
    here.set(COUNTED);
    const changes = here.changed({ ...set, number: 2, change: 'withdrawn', tier: 'C' });
    expect(messages(changes)).toEqual(['proposal']);
    expect(here.waiting()).toEqual([]);
    expect(here.standing()).toEqual([]);
  });

  it('is asked in one message, whichever of its follows comes first', () => {
    const here = guild(ASKED);
    const [, asked] = here.set(COUNTED);
    here.follow(aFollow({ id: id('follow-0'), channel: id('199') }));
    const [, again] = here.confirmed(1, DW);
    expect([asked, again].map((change) => (change?.kind === 'message.wanted' ? change.key : null))).toEqual([
      `proposal:${here.facts().proposals[0]?.id}`,
      `proposal:${here.facts().proposals[0]?.id}`,
    ]);
  });

  it('is asked no longer when the date went by', () => {
    const here = guild(ASKED);
    here.set(COUNTED);
    const [deadline] = here.facts().deadlines;
    if (!deadline) throw new Error('it was read');
    const { follows, guilds, proposals } = here.facts();
    const changes = decideTick(
      { deadline, rungs: [], follows, guilds, proposals, readAt: null, toldUntil: null },
      at('2025-09-03T04:00Z'),
    );
    expect(changes.map(({ kind }) => kind)).toEqual(['deadline.changed', 'proposal.changed', 'message.wanted']);
  });

  it('cannot confirm what something newer has overtaken', () => {
    const here = guild(ASKED);
    here.set(COUNTED);
    const facts = here.facts();
    const [proposal] = facts.proposals;
    const [read] = facts.deadlines;
    if (!proposal || !read) throw new Error('it was proposed');
    here.changed(saidBy(OFAC, { ...broughtForward, evidence: saidBy(OFAC).evidence }));
    const late: OpenProposal = { proposal, read, facts: here.facts() };
    expect(answerProposal(late, { kind: 'accept', date: null }, '7', NOW).kind).toBe('overtaken');
  });

  it('may confirm an extension after the old date went by', () => {
    const here = guild(ASKED);
    here.set(COUNTED);
    here.answer(1, 'accept');
    here.changed({ ...set, number: 2, change: 'extended', window: onDay('2025-10-02'), tier: 'B' });
    const [standing] = here.facts().standings;
    if (!standing) throw new Error('it stands');
    const gone = { ...passed, number: 2, window: onDay('2025-09-02') };
    const facts = learn(
      here.facts(),
      [{ kind: 'deadline.changed', id: standing.id, rev: standing.rev + 1, version: gone, because: 'the clock' }],
      NOW,
    );
    const [proposal] = facts.proposals;
    const [read] = facts.deadlines;
    if (!proposal || !read) throw new Error('it was proposed');
    expect(answerProposal({ proposal, read, facts }, { kind: 'accept', date: null }, '7', NOW).kind).toBe('accepted');
  });
});

describe('a guild that follows later', () => {
  const read = (change: Partial<Version>) => ({
    ...NO_FACTS,
    follows: [FOLLOW],
    deadlines: [readFrom([BBC, DW], change)],
  });
  const kinds = (facts: Facts) => offerExisting(facts, NOW).map(({ kind }) => kind);

  it('gets what would stand, and is asked about the rest', () => {
    expect(kinds(read({ tier: 'A' }))).toContain('deadline.set');
    expect(kinds(read({ tier: 'B' }))).toEqual(['proposal.made', 'message.wanted']);
  });

  it('gets nothing that is over, and nothing twice', () => {
    expect(kinds(read({ change: 'passed_unknown', evidence: null }))).toEqual([]);
    const facts = read({ tier: 'A' });
    const known = learn(facts, offerExisting(facts, NOW), NOW);
    expect(kinds(known)).toEqual([]);
  });
});

describe('evidence that the moderators of a guild killed or hold', () => {
  const sources = (deadline: Deadline | undefined) => [
    ...(deadline?.versions ?? []).map(({ evidence }) => evidence?.source.name),
    ...(deadline?.confirmations ?? []).map(({ evidence }) => evidence.source.name),
  ];

  it('is none for those that confirm it later, and nothing shows it', () => {
    const here = guild(AUTO);
    here.set(saidBy(BBC));
    here.unhear(BBC);
    expect(messages(here.confirmed(1, DW))).toEqual([]);
    expect(messages(here.confirmed(1, NPR))).toEqual(['deadline']);
    expect(sources(here.facts().standings[0])).toEqual(['DW', 'NPR']);
  });

  it('counts in every other guild', () => {
    const here = guild(AUTO);
    here.follow(aFollow({ id: id('elsewhere'), guild: id('101'), gate: FOLLOW.gate }));
    here.set(saidBy(BBC));
    here.unhear(BBC);
    here.confirmed(1, DW);
    expect(here.facts().standings.map(({ standing }) => standing?.guild)).toEqual(['101']);
  });

  it('asks its moderators no longer, until another report says the same', () => {
    const here = guild(ASKED);
    here.set(saidBy(BBC, { tier: 'B' }));
    here.unhear(BBC);
    expect(messages(here.reconsidered())).toEqual(['proposal']);
    expect(here.waiting()).toEqual(['1 held']);
    expect(here.reconsidered()).toEqual([]);
    expect(messages(here.confirmed(1, DW))).toEqual(['proposal']);
    expect(here.waiting()).toEqual(['1 open']);
  });

  it('asks them again once it is heard', () => {
    const here = guild(ASKED);
    here.set(saidBy(BBC, { tier: 'B' }));
    here.unhear(BBC);
    here.reconsidered();
    here.unhear();
    expect(messages(here.reconsidered())).toEqual(['proposal']);
    expect(here.waiting()).toEqual(['1 open']);
  });

  it('lets a date stand at once when it was all that was missing', () => {
    const here = guild(AUTO);
    here.set(saidBy(BBC));
    here.unhear(BBC);
    here.confirmed(1, DW);
    here.unhear();
    expect(messages(here.reconsidered())).toEqual(['deadline']);
    expect(here.waiting()).toEqual([]);
  });
});

describe('a date whose reports were killed or are held', () => {
  const NYT = press('nyt', 'The New York Times');

  function ruledOut(flag: typeof KILLED | typeof HELD = KILLED) {
    const here = guild(AUTO);
    here.set(saidBy(BBC));
    here.confirmed(1, NYT);
    here.ruledOut(flag, BBC, NYT);
    return here;
  }

  it('stands again once as many others as it takes say the same, and says so', () => {
    const here = ruledOut();
    expect(messages(here.confirmed(1, DW))).toEqual(['deadline']);
    expect(here.standing()).toEqual(['set', 'withdrawn']);
    const again = here.confirmed(1, NPR);
    expect(messages(again)).toEqual(['deadline', 'change']);
    expect(again.map(({ kind }) => kind)).toContain('rung.planned');
    const version = here.facts().standings[0]?.versions.at(-1);
    expect(version).toMatchObject({ number: 3, change: 'corrected', flags: [RECONFIRMED], evidence: { source: DW } });
  });

  it('stands again without a word of its own where it was only held', () => {
    const here = ruledOut(HELD);
    here.confirmed(1, DW);
    expect(messages(here.confirmed(1, NPR))).toEqual(['deadline']);
    expect(here.standing()).toEqual(['set', 'withdrawn', 'corrected']);
  });

  it('stands no more for another who says otherwise, or who was ruled out as well', () => {
    const here = ruledOut();
    here.disputed(1, DW);
    here.confirmed(1, MIRROR);
    here.unhear(BBC, NYT, NPR);
    here.confirmed(1, NPR);
    expect(here.standing()).toEqual(['set', 'withdrawn']);
  });

  it('is asked about anew where moderators are', () => {
    const here = guild(ASKED);
    here.set(saidBy(BBC));
    here.answer(1, 'accept');
    here.ruledOut(KILLED, BBC);
    expect(messages(here.confirmed(1, DW))).toEqual(['deadline', 'proposal']);
    expect(here.waiting()).toEqual(['1 open']);
    expect(messages(here.confirmed(1, NPR))).toEqual(['deadline', 'proposal']);
    here.answer(1, 'accept');
    expect(here.standing()).toEqual(['set', 'withdrawn', 'corrected']);
    expect(here.waiting()).toEqual([]);
  });

  it('may be ruled out again, and come back again by others still', () => {
    const here = ruledOut();
    here.confirmed(1, DW);
    here.confirmed(1, NPR);
    here.ruledOut(KILLED, BBC, NYT, DW, NPR);
    here.confirmed(1, press('ap', 'AP'));
    here.confirmed(1, press('cnn', 'CNN'));
    expect(here.standing()).toEqual(['set', 'withdrawn', 'corrected', 'withdrawn', 'corrected']);
  });
});
