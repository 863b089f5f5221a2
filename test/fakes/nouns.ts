/**
 * Builders of nouns: each gives a whole, plausible noun and takes only what a test is about. Days and instants are
 * written as text: `day('2025-08-08')`, `at('2025-08-08T04:00Z')`.
 */
import { vocabularyOf } from '../../src/decide/rules.ts';
import type { CommandPorts } from '../../src/domain/command.ts';
import type { Confirmation, Deadline, Evidence, Rung, Version, Window } from '../../src/domain/deadline.ts';
import type { Development, Report } from '../../src/domain/development.ts';
import type { Edition, Telling } from '../../src/domain/edition.ts';
import type { DueFeed } from '../../src/domain/facts.ts';
import { type DocumentSigns, type Feed, NOTHING_KNOWN, neverPolled, type PollState } from '../../src/domain/feed.ts';
import { type Branded, id } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Subject } from '../../src/domain/message.ts';
import { OWN } from '../../src/domain/origin.ts';
import type { Outlet, Source } from '../../src/domain/outlet.ts';
import type { Fetched, FollowedStoryline } from '../../src/domain/ports.ts';
import type { Proposal } from '../../src/domain/proposal.ts';
import type { Follow, Storyline } from '../../src/domain/storyline.ts';
import { type Day, type Instant, parseDay, parseInstant, parseZone, type Zone } from '../../src/domain/time.ts';

function known<Noun extends Branded<string>>(noun: Noun | null, text: string): Noun {
  if (noun === null) throw new Error(`not a day, instant or zone: ${text}`);
  return noun;
}

export const day = (text: string): Day => known(parseDay(text), text);
export const at = (text: string): Instant => known(parseInstant(text), text);
export const zone = (name: string): Zone => known(parseZone(name), name);

export const NEW_YORK = zone('America/New_York');
export const BRUSSELS = zone('Europe/Brussels');

export function anOutlet(change: Partial<Outlet> = {}): Outlet {
  return {
    id: id('bbc'),
    name: 'BBC News',
    label: 'press',
    group: 'bbc',
    state: null,
    zone: zone('Europe/London'),
    hosts: ['bbc.com', 'bbc.co.uk'],
    names: ['BBC', 'BBC News'],
    ...change,
  };
}

export function aSource(change: Partial<Source> = {}): Source {
  return { outlet: id('bbc'), name: 'BBC News', label: 'press', group: 'bbc', state: null, ...change };
}

/** A publisher of its own group: `press('guardian', 'The Guardian')`. */
export function press(outlet: string, name: string): Source {
  return aSource({ outlet: id(outlet), name, group: outlet });
}

export const TASS = aSource({
  outlet: id('tass'),
  name: 'TASS',
  label: 'state-controlled',
  group: 'tass',
  state: 'RU',
});

export function aFeed(change: Partial<Feed> = {}): Feed {
  const url = 'https://feeds.bbci.co.uk/news/world/rss.xml';
  return { id: id('bbc-world'), url, outlet: id('bbc'), guild: null, everyMinutes: 10, enabled: true, ...change };
}

/** A feed that is due, never polled unless `state` says more. */
export function aDueFeed(change: Partial<Feed> = {}, state: Partial<PollState> = {}): DueFeed {
  const feed = aFeed(change);
  const fresh = neverPolled(feed.id, at('2025-07-14T16:00Z'));
  return { feed, outlet: anOutlet(), state: { ...fresh, ...state }, nextDeadlineAt: null, toldUntil: null };
}

type Items = Extract<Fetched, { kind: 'items' }>;
type Unchanged = Extract<Fetched, { kind: 'unchanged' }>;
type Failed = Extract<Fetched, { kind: 'failed' }>;

/** What a poll that brings these items gives; `signs` null unless a test is about the document. */
export function brings(items: readonly Item[], change: Partial<Items> = {}): Items {
  const document = {
    validators: NOTHING_KNOWN,
    signs: null,
    memory: null,
    movedTo: null,
    problems: [],
    ttlMinutes: null,
  };
  return { kind: 'items', items, ...document, ...change };
}

export function isUnchanged(change: Partial<Unchanged> = {}): Unchanged {
  return {
    kind: 'unchanged',
    validators: NOTHING_KNOWN,
    byBody: false,
    movedTo: null,
    ttlMinutes: null,
    ...change,
  };
}

export function fails(verdict: Failed['verdict'], change: Partial<Failed> = {}): Failed {
  return { kind: 'failed', verdict, reason: `Feed bbc-world (bbc): ${verdict}.`, retryAt: null, ...change };
}

/** The signs of a healthy document of ten entries, a quarter of an hour apart. */
export function signs(change: Partial<DocumentSigns> = {}): DocumentSigns {
  return {
    title: 'BBC News',
    entries: 10,
    known: 0,
    whole: true,
    delta: false,
    newest: at('2025-07-14T16:00Z'),
    oldest: at('2025-07-14T13:45Z'),
    rhythmMinutes: 15,
    undated: 0,
    uncertain: 0,
    future: 0,
    damaged: 0,
    foreign: 0,
    pages: 0,
    teasers: 0,
    repeated: 0,
    doubles: 0,
    trackedGuids: 0,
    ...change,
  };
}

export function anItem(change: Partial<Item> = {}): Item {
  return {
    id: id('item-1'),
    feed: id('bbc-world'),
    source: aSource(),
    identities: ['link:https://www.bbc.com/news/articles/c1'],
    guid: 'c1',
    link: 'https://www.bbc.com/news/articles/c1',
    title: 'Trump gives Russia 50 days to agree to a ceasefire',
    lede: 'Tariffs of about 100% would follow, the president says.',
    body: '',
    published: at('2025-07-14T16:00Z'),
    updated: null,
    seen: at('2025-07-14T16:05Z'),
    hash: 'hash-1',
    ...change,
  };
}

/** Of a command's ports, what judges articles and addresses, and what draws: nothing is known of any. */
export const NO_RULES = {
  commit: async () => undefined,
  trapAt: () => null,
  feedRoom: { perServer: 20, total: 200 },
  namesOf: () => [],
  judgementsOf: () => [],
  vocabulary: () => vocabularyOf({}),
  pictures: {
    chain: () => Promise.reject(new Error('this command draws nothing')),
    trial: () => Promise.reject(new Error('this command draws nothing')),
  },
  addressesOf: async () => null,
  premises: {
    lacks: () => [],
    isAnnouncing: () => false,
    isForum: () => false,
    parentOf: () => null,
    roleUse: () => ({ calls: true, given: true }),
    give: async () => true,
    take: async () => true,
    invitation: () => 'https://discord.example/invite',
  },
  usual: {
    ladder: ['24h', 'due'],
    gate: { post: 2, ping: 3, unconfirmed: 'show' },
    caps: { posts: 12, pings: 4 },
  } satisfies CommandPorts['usual'],
};

export function aStoryline(change: Partial<Storyline> = {}): Storyline {
  return {
    slug: id('ceasefire-deadline'),
    title: 'Ceasefire deadline',
    summary: 'Dates by which Russia is asked to agree to a ceasefire in Ukraine.',
    guild: null,
    query: '@us AND Russia* AND deadline*',
    profile: null,
    deadline: {
      issuer: { name: 'Donald Trump', query: 'Trump OR "White House"' },
      target: { name: 'Russia', query: 'Russia* OR Putin' },
      zone: NEW_YORK,
    },
    ...change,
  };
}

export function aFollow(change: Partial<Follow> = {}): Follow {
  return {
    id: id('follow-1'),
    storyline: id('ceasefire-deadline'),
    guild: id('100'),
    channel: id('200'),
    inThread: false,
    publishes: false,
    role: null,
    ladder: ['7d', '24h', 'due', 'after24h'],
    gate: { post: 1, ping: 3, unconfirmed: 'show' },
    caps: { posts: 60, pings: 60 },
    quiet: null,
    mutedUntil: null,
    pausedAt: null,
    unheard: [],
    steered: false,
    ...change,
  };
}

export function aFollowedStoryline(change: Partial<FollowedStoryline> = {}): FollowedStoryline {
  return { storyline: aStoryline(), channels: [id('200')], ...change };
}

export function aReport(change: Partial<Report> = {}): Report {
  return {
    item: id('item-1'),
    formerly: [],
    source: aSource(),
    origin: OWN,
    title: 'Trump gives Russia 50 days to agree to a ceasefire',
    lede: 'Tariffs of about 100% would follow, the president says.',
    link: 'https://www.bbc.com/news/articles/c1',
    published: at('2025-07-14T16:00Z'),
    seen: at('2025-07-14T16:05Z'),
    figures: [],
    joined: { rule: 'opened' },
    ...change,
  };
}

export function aDevelopment(change: Partial<Development> = {}): Development {
  return {
    id: id('development-1'),
    storyline: id('ceasefire-deadline'),
    rev: 1,
    follows: null,
    openedAt: at('2025-07-14T16:05Z'),
    lastAt: at('2025-07-14T16:05Z'),
    reports: [aReport()],
    ...change,
  };
}

/** The edition that continues `development-1`, as yet untouched. */
export function anEdition(change: Partial<Edition> = {}): Edition {
  const { id: continues, ...told } = aDevelopment();
  return {
    ...told,
    id: id('edition-1'),
    guild: id('100'),
    of: [continues],
    continues,
    stand: { kind: 'told' },
    correction: null,
    ...change,
  };
}

/** What a card of this development is drawn from. */
export function toldOf(
  development: Telling = aDevelopment(),
  change: Partial<Extract<Subject, { kind: 'development' }>> = {},
): Extract<Subject, { kind: 'development' }> {
  return {
    kind: 'development',
    storyline: aStoryline(),
    development,
    before: null,
    into: null,
    gate: aFollow().gate,
    ...change,
  };
}

/** A day in New York; say `precision` along with anything else. */
export function aWindow(change: Partial<Window> = {}): Window {
  return {
    earliest: day('2025-08-08'),
    latest: day('2025-08-08'),
    instant: null,
    precision: 'day',
    zone: NEW_YORK,
    zoneBasis: 'issuer',
    ...change,
  };
}

export function onDay(date: string): Window {
  return aWindow({ earliest: day(date), latest: day(date) });
}

export function fromTo(first: string, last: string, precision: 'range' | 'month' | 'vague' = 'range'): Window {
  return aWindow({ earliest: day(first), latest: day(last), precision });
}

/** A stated clock time; `date` is its day in New York. */
export function atMinute(instant: string, date: string): Window {
  return aWindow({
    earliest: day(date),
    latest: day(date),
    instant: at(instant),
    precision: 'minute',
    zoneBasis: 'stated',
  });
}

export function anEvidence(change: Partial<Evidence> = {}): Evidence {
  return {
    item: id('item-1'),
    source: aSource(),
    origin: OWN,
    link: 'https://www.bbc.com/news/articles/c1',
    published: at('2025-07-14T16:00Z'),
    quote: 'Trump gives Russia 50 days to agree to a ceasefire',
    span: [0, 50],
    cue: 'given_count',
    rule: 'count_of_days',
    anchor: { kind: 'published', day: day('2025-07-14') },
    ...change,
  };
}

export function aVersion(change: Partial<Version> = {}): Version {
  return {
    number: 1,
    change: 'set',
    window: onDay('2025-09-02'),
    saidAt: at('2025-07-14T16:00Z'),
    bindingness: 'reported',
    confidence: 0.9,
    tier: 'A',
    count: null,
    flags: [],
    evidence: anEvidence(),
    condition: null,
    consequence: null,
    admission: null,
    word: null,
    ...change,
  };
}

export function aConfirmation(version: number, source: Source): Confirmation {
  return { version, evidence: anEvidence({ source, item: id(`item-${source.outlet}`) }), otherwise: null };
}

export function aDeadline(change: Partial<Deadline> = {}): Deadline {
  return {
    id: id('deadline-1'),
    storyline: id('ceasefire-deadline'),
    rev: 1,
    issuer: 'Donald Trump',
    target: 'Russia',
    versions: [aVersion()],
    confirmations: [],
    standing: null,
    ...change,
  };
}

export function aProposal(change: Partial<Proposal> = {}): Proposal {
  return {
    id: id('pr_1a2b3c4d5e6f'),
    guild: id('100'),
    storyline: id('ceasefire-deadline'),
    deadline: id('deadline-1'),
    version: 1,
    rev: 1,
    state: 'open',
    madeAt: at('2025-07-14T16:05Z'),
    answeredBy: null,
    ...change,
  };
}

export function aRung(change: Partial<Rung> = {}): Rung {
  return {
    deadline: id('deadline-1'),
    version: 1,
    name: '24h',
    at: at('2025-09-01T13:00Z'),
    state: 'planned',
    asksAt: null,
    readAt: null,
    ...change,
  };
}

/** What the ceasefire chain went through between 14 July and 16 August 2025, version by version. */
export const CEASEFIRE_VERSIONS = {
  set: aVersion(),
  broughtForward: aVersion({
    number: 2,
    change: 'brought_forward',
    window: fromTo('2025-08-07', '2025-08-09'),
    saidAt: at('2025-07-28T14:00Z'),
    tier: 'B',
    evidence: anEvidence({
      source: press('guardian', 'The Guardian'),
      link: 'https://www.theguardian.com/world/2025/jul/28/a',
      quote: 'Russia now has 10 or 12 days from today, the president says in Scotland',
    }),
  }),
  fixed: aVersion({
    number: 3,
    change: 'fixed',
    window: onDay('2025-08-08'),
    saidAt: at('2025-07-29T20:00Z'),
    evidence: anEvidence({
      source: press('kyiv-independent', 'Kyiv Independent'),
      link: 'https://kyivindependent.com/a',
      quote: 'It is ten days from today, he tells reporters on the plane',
    }),
  }),
  passed: aVersion({
    number: 4,
    change: 'passed_unknown',
    window: onDay('2025-08-08'),
    saidAt: at('2025-08-09T04:00Z'),
    evidence: null,
  }),
  superseded: aVersion({
    number: 5,
    change: 'superseded',
    window: onDay('2025-08-08'),
    saidAt: at('2025-08-16T08:00Z'),
    evidence: anEvidence({
      source: press('dw', 'DW'),
      link: 'https://www.dw.com/en/a-1',
      quote: 'The Anchorage summit has overtaken the date he had set',
    }),
  }),
} as const;

/** The ceasefire deadline as it stood after its first `length` versions (1 … 5). */
export function ceasefireDeadline(length = 5): Deadline {
  const { set, ...later } = CEASEFIRE_VERSIONS;
  const versions = [later.broughtForward, later.fixed, later.passed, later.superseded];
  return aDeadline({ rev: length, versions: [set, ...versions.slice(0, length - 1)] });
}
