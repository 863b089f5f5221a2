/** What moderators are told of the desk itself: each trouble once, and once more, in the same message, that it is over. */
import type { Change, ChangeOf } from '../domain/change.ts';
import type { ListedFeed, NoticeFacts, Watched } from '../domain/facts.ts';
import { FAILURES } from '../domain/feed.ts';
import type { GuildId, OutletId } from '../domain/ids.ts';
import { PRIORITIES, type StuckAnswer, type Subject } from '../domain/message.ts';
import { ASKED_STATES, aboutOf, type Concern, type Notice } from '../domain/notice.ts';
import { isOpenTo } from '../domain/owner.ts';
import { channelOf, type Follow, type GuildSettings } from '../domain/storyline.ts';
import { HOUR, type Instant, MINUTE, plus } from '../domain/time.ts';
import { noticeId } from './ids.ts';
import { want } from './show.ts';

/** A server that restarts is back sooner. */
const DEAD_AFTER = 3 * HOUR;
const FEWEST_FAILURES = 3;

/** Fewer feeds that fall silent together may well have fallen by themselves. */
const MANY_FEEDS = 3;

/** A week of news needs far less; whoever has to act should have the time. */
const LOW_DISK = 500_000_000;
const ENOUGH_DISK = 750_000_000;

/** A short break is a restart. */
const LONGEST_BREAK = 15 * MINUTE;

/** What fails to answer: servers that answer with an error are reached. */
const UNREACHED: ReadonlySet<string> = new Set(['unreachable', 'timeout']);
const FAILED: ReadonlySet<string> = new Set(FAILURES.filter((verdict) => verdict !== 'rate_limited'));

function isDead({ state }: ListedFeed, now: Instant): boolean {
  if (state.verdict === 'gone') return true;
  const isOld = state.lastSuccessAt === null || state.lastSuccessAt <= plus(now, -DEAD_AFTER);
  return FAILED.has(state.verdict) && state.failures >= FEWEST_FAILURES && isOld;
}

function feedConcern({ feed, outlet, state }: ListedFeed): Concern {
  const { verdict, reason } = state;
  return { kind: 'feed', feed: feed.id, outlet: outlet.name, verdict, reason: reason ?? '' };
}

/** When nothing answers any more, this machine's own network is the likelier culprit than every feed by itself. */
function deadFeeds(feeds: readonly ListedFeed[], now: Instant): readonly Concern[] {
  const dead = feeds.filter((one) => isDead(one, now));
  const isCutOff = feeds.length >= MANY_FEEDS && feeds.every(({ state }) => UNREACHED.has(state.verdict));
  return isCutOff && dead.length > 0 ? [{ kind: 'network', feeds: feeds.length }] : dead.map(feedConcern);
}

/** When most of them are silent it is a quiet night, or our own doing. */
function silentOutlets(feeds: readonly ListedFeed[]): readonly Concern[] {
  const isSilent = ({ state }: ListedFeed) => state.faults.some(({ verdict }) => verdict === 'stale');
  const names = new Map<OutletId, string>(feeds.map(({ outlet }) => [outlet.id, outlet.name]));
  const silent = [...names].filter(([id]) => feeds.every((one) => one.outlet.id !== id || isSilent(one)));
  if (silent.length * 2 >= names.size) return [];
  return silent.map(([outlet, name]): Concern => ({ kind: 'silence', outlet, name }));
}

/** Once told, more must be free before it counts as over. */
function fullDisk({ bytes, freeBytes }: Watched['space'], wasLow: boolean): readonly Concern[] {
  const isLow = bytes > 0 && freeBytes < (wasLow ? ENOUGH_DISK : LOW_DISK);
  return isLow ? [{ kind: 'disk', freeBytes }] : [];
}

/** Whoever reads the notices knows that the bot can write where they are. */
function closedChannels(watched: Watched, { moderators }: GuildSettings, follows: readonly Follow[]) {
  const channels = new Set(follows.map(({ channel }) => channel));
  const threads = watched.threads.filter(({ channel }) => channels.has(channel));
  const own = new Set([...channels, ...threads.flatMap(({ posted }) => posted ?? [])]);
  return watched.closed.flatMap(({ channel, reason }): readonly Concern[] =>
    channel !== null && channel !== moderators && own.has(channel) ? [{ kind: 'channel', channel, reason }] : [],
  );
}

/** What a message speaks of, in as few words as it has. */
function titleOf(subject: Subject): string {
  if ('development' in subject) return subject.development.reports[0]?.title ?? '';
  return 'storyline' in subject ? subject.storyline.title : '';
}

/** Notices themselves are not asked about. */
function askedAbout({ message, subject }: Watched['stuck'][number]): readonly Concern[] {
  const { key, channel, wantedAt, reason } = message;
  const state = ASKED_STATES.find((one) => one === message.state);
  if (state === undefined || subject.kind === 'notice') return [];
  return [{ kind: 'message', key, channel, state, wantedAt, title: titleOf(subject), reason }];
}

function stuckMessages({ stuck }: Watched, { moderators }: GuildSettings, follows: readonly Follow[]) {
  const own = new Set([moderators, ...follows.map(({ channel }) => channel)]);
  return stuck.filter(({ message }) => own.has(channelOf(message.place))).flatMap(askedAbout);
}

/** A guild that wants to be told, what it has been told, and its follows. */
interface Told {
  readonly settings: GuildSettings;
  readonly follows: readonly [Follow, ...Follow[]];
  readonly notices: readonly Notice[];
}

function toldIn({ guilds, follows, notices }: NoticeFacts): readonly Told[] {
  return guilds.flatMap((settings) => {
    const own = ({ guild }: { readonly guild: GuildId }) => guild === settings.guild;
    const [first, ...rest] = follows.filter(own);
    if (!first || settings.moderators === null) return [];
    return [{ settings, follows: [first, ...rest], notices: notices.filter(own) }];
  });
}

function wantNotice({ id, rev }: Notice, { settings, follows: [follow] }: Told): ChangeOf<'message.wanted'> {
  const place = { ...follow, channel: settings.moderators ?? follow.channel, inThread: false };
  const manner = { rev, priority: PRIORITIES.notice, because: 'its moderators should know' };
  return want({ kind: 'notice', id }, place, manner);
}

function opened(concern: Concern, since: Instant, resolvedAt: Instant | null, told: Told): readonly Change[] {
  const { guild } = told.settings;
  const notice: Notice = { id: noticeId(guild, aboutOf(concern), since), guild, rev: 1, concern, since, resolvedAt };
  return [{ kind: 'notice.opened', notice, because: 'it keeps the desk from its work' }, wantNotice(notice, told)];
}

function moved(notice: Notice, because: string, told: Told): readonly Change[] {
  return [{ kind: 'notice.set', notice, because }, wantNotice(notice, told)];
}

/** What was over and is there again so soon is the same notice: its message is edited, and calls nobody anew. */
function met(concern: Concern, now: Instant, told: Told): readonly Change[] {
  const known = told.notices.find((notice) => aboutOf(notice.concern) === aboutOf(concern));
  if (known === undefined) return opened(concern, now, null, told);
  if (known.resolvedAt === null) return [];
  return moved({ ...known, rev: known.rev + 1, concern, since: now, resolvedAt: null }, 'it is there again', told);
}

function over(notice: Notice, now: Instant, told: Told): readonly Change[] {
  return moved({ ...notice, rev: notice.rev + 1, resolvedAt: now }, 'it is over', told);
}

function concernsOf(watched: Watched, told: Told, now: Instant): readonly Concern[] {
  const open = watched.feeds.filter(({ feed }) => isOpenTo(told.settings.guild, feed));
  const polled = open.filter(({ feed, state }) => feed.enabled && state.lastPollAt !== null);
  const wasLow = told.notices.some(({ concern, resolvedAt }) => concern.kind === 'disk' && resolvedAt === null);
  return [
    ...deadFeeds(polled, now),
    ...silentOutlets(polled),
    ...closedChannels(watched, told.settings, told.follows),
    ...stuckMessages(watched, told.settings, told.follows),
    ...fullDisk(watched.space, wasLow),
  ];
}

function noticesIn(watched: Watched, told: Told, now: Instant): readonly Change[] {
  const concerns = concernsOf(watched, told, now);
  const present = new Set(concerns.map(aboutOf));
  const ended = told.notices.filter(({ resolvedAt, concern }) => resolvedAt === null && !present.has(aboutOf(concern)));
  return [
    ...concerns.flatMap((concern) => met(concern, now, told)),
    ...ended.flatMap((notice) => over(notice, now, told)),
  ];
}

/** What moderators must be told at `now`; guilds without a moderators' channel are told nothing. */
export function decideNotices(watched: Watched, facts: NoticeFacts, now: Instant): readonly Change[] {
  return toldIn(facts).flatMap((told) => noticesIn(watched, told, now));
}

/** Moderators answered what is asked about a message; nothing where `notice` asks for no answer any more. */
export function answerNotice(notice: Notice, answer: StuckAnswer, facts: NoticeFacts, now: Instant): readonly Change[] {
  const { concern, resolvedAt, guild } = notice;
  if (concern.kind !== 'message' || resolvedAt !== null) return [];
  const answered: Change = { kind: 'message.answered', key: concern.key, answer, because: 'a moderator chose it' };
  const told = toldIn(facts).filter(({ settings }) => settings.guild === guild);
  return [answered, ...told.flatMap((each) => over(notice, now, each))];
}

/** The desk is back at `now`, and was last alive at `last` (null: never before): one word about a longer break. */
export function decideReturn(last: Instant | null, facts: NoticeFacts, now: Instant): readonly Change[] {
  if (last === null || last > plus(now, -LONGEST_BREAK)) return [];
  return toldIn(facts).flatMap((told) => opened({ kind: 'down' }, last, now, told));
}
