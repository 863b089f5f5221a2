import { describe, expect, it } from 'vitest';
import { decideNotices, decideReturn } from '../../src/decide/notices.ts';
import type { Change } from '../../src/domain/change.ts';
import type { ListedFeed, NoticeFacts, Watched } from '../../src/domain/facts.ts';
import type { PollState } from '../../src/domain/feed.ts';
import { id } from '../../src/domain/ids.ts';
import type { StuckMessage, Subject } from '../../src/domain/message.ts';
import type { Notice } from '../../src/domain/notice.ts';
import type { KeptPause } from '../../src/domain/pause.ts';
import { placeOf, unchosen } from '../../src/domain/storyline.ts';
import { aDueFeed, aFollow, anOutlet, at, toldOf } from '../fakes/nouns.ts';

const NOW = at('2025-08-01T12:00Z');
const FOLLOW = aFollow();
const FACTS: NoticeFacts = {
  notices: [],
  guilds: [{ ...unchosen(FOLLOW.guild), moderators: id('300') }],
  follows: [FOLLOW],
};

/** A feed of an outlet of the same name, read a minute ago, unless `state` says more. */
function listed(name: string, state: Partial<PollState> = {}): ListedFeed {
  const lately = { lastPollAt: at('2025-08-01T11:59Z'), lastSuccessAt: at('2025-08-01T11:59Z') };
  const { nextDeadlineAt: _, ...due } = aDueFeed({ id: id(name) }, { ...lately, verdict: 'healthy', ...state });
  return { ...due, outlet: anOutlet({ id: id(name), name }), heldUntil: null };
}

const DEAD: Partial<PollState> = {
  verdict: 'http_error',
  reason: 'it answers 500; it is tried again',
  failures: 9,
  lastSuccessAt: at('2025-08-01T08:59Z'),
};
const CUT_OFF: Partial<PollState> = { ...DEAD, verdict: 'unreachable' };
const STALE: Partial<PollState> = {
  verdict: 'stale',
  faults: [{ verdict: 'stale', says: 'nothing new', since: NOW, lastAt: NOW }],
};
const CLOSED: KeptPause = {
  channel: FOLLOW.channel,
  act: null,
  cause: 'closed',
  since: NOW,
  until: NOW,
  reason: 'Allow the bot Send Messages there.',
};
/** Of the development, in the channel of `FOLLOW`. */
function stuck(change: Partial<StuckMessage>, subject: Subject = toldOf()): Watched['stuck'][number] {
  const ref = { kind: 'development', id: 'development-1' } as const;
  const message: StuckMessage = {
    key: id('development-1/follow-1'),
    follow: FOLLOW.id,
    channel: FOLLOW.channel,
    place: placeOf(FOLLOW),
    subject: ref,
    wantedRev: 1,
    shownRev: 0,
    state: 'unproven',
    madeAt: NOW,
    ping: false,
    wantedAt: NOW,
    reason: 'the bot may not read there',
    ...change,
  };
  return { message, subject };
}

const ROOMY = { bytes: 1_000, freeBytes: 9_000_000_000 };

function watched(change: Partial<Watched> = {}): Watched {
  return { feeds: [listed('bbc'), listed('dw')], closed: [], threads: [], stuck: [], space: ROOMY, ...change };
}

/** `opened feed bbc`, `over feed bbc`, `again feed bbc`, each with its row of the board. */
function told(changes: readonly Change[]): readonly string[] {
  const wanted = changes.filter((change) => change.kind === 'message.wanted');
  const notices = changes.flatMap((change) =>
    change.kind === 'notice.opened' || change.kind === 'notice.set' ? [change] : [],
  );
  expect(wanted.map(({ channel, rev }) => [channel, rev])).toEqual(notices.map(({ notice }) => ['300', notice.rev]));
  return notices.map(({ kind, notice: { concern, resolvedAt } }) => {
    const what = concern.kind === 'feed' ? `feed ${concern.feed}` : concern.kind;
    if (kind === 'notice.opened') return `opened ${what}`;
    return `${resolvedAt === null ? 'again' : 'over'} ${what}`;
  });
}

const decided = (change: Partial<Watched>, facts: Partial<NoticeFacts> = {}) =>
  told(decideNotices(watched(change), { ...FACTS, ...facts }, NOW));

/** The notices that these changes leave. */
function left(changes: readonly Change[]): readonly Notice[] {
  return changes.flatMap((change) =>
    change.kind === 'notice.opened' || change.kind === 'notice.set' ? [change.notice] : [],
  );
}

const A_NOTICE: Subject = {
  kind: 'notice',
  notice: { id: id('no_1'), guild: FOLLOW.guild, rev: 1, concern: { kind: 'down' }, since: NOW, resolvedAt: NOW },
};

it('a feed of a server’s own is told of there, and nowhere else', () => {
  const dead = listed('own', DEAD);
  const feedsOf = (guild: string) => [{ ...dead, feed: { ...dead.feed, guild: id<typeof FOLLOW.guild>(guild) } }];
  expect(decided({ feeds: feedsOf(FOLLOW.guild) })).toEqual(['opened feed own']);
  expect(decided({ feeds: feedsOf('999') })).toEqual([]);
});

describe('moderators are told', () => {
  it.each<[string, Partial<Watched>, readonly string[]]>([
    ['nothing while all is well', {}, []],
    ['of a feed that fails for hours', { feeds: [listed('bbc', DEAD), listed('dw')] }, ['opened feed bbc']],
    ['of one that is gone, at once', { feeds: [listed('bbc', { verdict: 'gone', failures: 1 })] }, ['opened feed bbc']],
    [
      'of one that never answered',
      { feeds: [listed('bbc', { ...DEAD, lastSuccessAt: null }), listed('dw')] },
      ['opened feed bbc'],
    ],
    ['nothing of a server that restarts', { feeds: [listed('bbc', { ...DEAD, failures: 2 }), listed('dw')] }, []],
    [
      'nothing of one that failed for a short time',
      { feeds: [listed('bbc', { ...DEAD, lastSuccessAt: at('2025-08-01T09:01Z') }), listed('dw')] },
      [],
    ],
    ['nothing of one that asks for patience', { feeds: [listed('bbc', { ...DEAD, verdict: 'rate_limited' })] }, []],
    ['nothing of one that was not polled yet', { feeds: [listed('bbc', { ...DEAD, lastPollAt: null })] }, []],
    [
      'of the network, when no feed at all is reached',
      { feeds: ['a', 'b', 'c'].map((name) => listed(name, CUT_OFF)) },
      ['opened network'],
    ],
    [
      'of an outlet that is silent while others publish',
      { feeds: [listed('bbc', STALE), listed('dw'), listed('dpa')] },
      ['opened silence'],
    ],
    ['nothing of a night when most are silent', { feeds: [listed('bbc', STALE), listed('dw')] }, []],
    ['of a channel that is closed to the bot', { closed: [CLOSED] }, ['opened channel']],
    ['nothing of a channel of others', { closed: [{ ...CLOSED, channel: id('900') }] }, []],
    ['nothing of the channel where they are', { closed: [{ ...CLOSED, channel: id('300') }] }, []],
    ['of a message that may not have arrived', { stuck: [stuck({})] }, ['opened message']],
    ['of one that is not taken', { stuck: [stuck({ state: 'refused' })] }, ['opened message']],
    ['nothing of one that somebody deleted', { stuck: [stuck({ state: 'gone' })] }, []],
    ['nothing of one in a channel of others', { stuck: [stuck({ channel: id('900'), place: id('900') })] }, []],
    ['nothing of what they are told themselves', { stuck: [stuck({ channel: id('300') }, A_NOTICE)] }, []],
    ['of a disk that is nearly full', { space: { bytes: 1, freeBytes: 499_000_000 } }, ['opened disk']],
    ['nothing of a database in memory', { space: { bytes: 0, freeBytes: 0 } }, []],
  ])('%s', (_, change, expected) => {
    expect(decided(change)).toEqual(expected);
  });

  it('once, however long it lasts, and once that it is over, by the same message', () => {
    const feeds = [listed('bbc', DEAD), listed('dw')];
    const first = decideNotices(watched({ feeds }), FACTS, NOW);
    const notices = left(first);
    expect(decided({ feeds }, { notices })).toEqual([]);
    const second = decideNotices(watched(), { ...FACTS, notices }, NOW);
    expect(told(second)).toEqual(['over feed bbc']);
    const keys = [first, second].flatMap((all) =>
      all.flatMap((one) => (one.kind === 'message.wanted' ? [one.key] : [])),
    );
    expect(new Set(keys).size).toBe(1);
    expect(decided({}, { notices: left(second) })).toEqual([]);
  });

  it('by the same message again, when it comes again soon', () => {
    const feeds = [listed('bbc', DEAD), listed('dw')];
    const [notice] = left(decideNotices(watched({ feeds }), FACTS, NOW));
    if (!notice) throw new Error('nothing was told');
    expect(decided({ feeds }, { notices: [{ ...notice, rev: 2, resolvedAt: NOW }] })).toEqual(['again feed bbc']);
  });

  it('that the disk is well only once there is room again', () => {
    const notices = left(decideNotices(watched({ space: { bytes: 1, freeBytes: 1 } }), FACTS, NOW));
    expect(decided({ space: { bytes: 1, freeBytes: 700_000_000 } }, { notices })).toEqual([]);
    expect(decided({ space: { bytes: 1, freeBytes: 750_000_000 } }, { notices })).toEqual(['over disk']);
  });

  it('nothing where no channel of theirs is set, or nothing is followed', () => {
    const space = { bytes: 1, freeBytes: 1 };
    expect(decided({ space }, { guilds: [{ ...unchosen(FOLLOW.guild), dates: 'auto' }] })).toEqual([]);
    expect(decided({ space }, { follows: [] })).toEqual([]);
  });
});

describe('after a break moderators are told', () => {
  it.each([
    ['once, when it was long', at('2025-08-01T11:44Z'), ['opened down']],
    ['nothing of a restart', at('2025-08-01T11:46Z'), []],
    ['nothing at a first start', null, []],
  ])('%s', (_, last, expected) => {
    const changes = decideReturn(last, FACTS, NOW);
    expect(told(changes)).toEqual(expected);
    expect(left(changes).map(({ since, resolvedAt }) => [since, resolvedAt])).toEqual(expected.map(() => [last, NOW]));
  });
});
