/** All feeds at a glance: how they are, and whose they are. */
import type { Card } from '../domain/card.ts';
import type { ListedFeed } from '../domain/facts.ts';
import { FEED_VERDICTS } from '../domain/feed.ts';
import type { Instant } from '../domain/time.ts';
import { ACCENTS } from './accent.ts';
import { line, RANK, type Section, section, withinLimits } from './limits.ts';
import { saying } from './lists.ts';
import {
  feedText,
  isTroubled,
  legendText,
  outletText,
  pollsText,
  rhythmText,
  saidText,
  standing,
  timesText,
} from './polling.ts';
import { words } from './words.ts';

/** No card has room for more; what is beyond is counted. */
const ENTRIES_TRIED = 80;

/** What is said of entries there was no room for. */
type SayMore = (count: number) => string;

/** Entries of which the last ones go first, `rank` telling lists apart. */
function entriesSection(entries: readonly string[], rank: number, sayMore: SayMore): Section {
  const beyond = Math.max(0, entries.length - ENTRIES_TRIED);
  const lines = entries.slice(0, ENTRIES_TRIED).map((entry, index) => line(entry, rank + index));
  return section(lines, (hidden) => (hidden + beyond === 0 ? null : `-# ${sayMore(hidden + beyond)}`));
}

function heading(text: string, rank: number = RANK.always): Section {
  return section([line(`### ${text}`, rank)]);
}

/** Feeds that bring nothing come before those with a fault, the gravest first. */
function gravestFirst(one: ListedFeed, other: ListedFeed): number {
  return FEED_VERDICTS.indexOf(one.state.verdict) - FEED_VERDICTS.indexOf(other.state.verdict);
}

function troubleEntry(listed: ListedFeed, now: Instant): string {
  const { feed, outlet, state } = listed;
  const polls = pollsText(state);
  return [
    `${feedText(feed.id)} · ${outletText(outlet)}`,
    standing(state),
    ...(state.reason === null ? [] : [saidText(state.reason)]),
    `-# ${timesText(listed, now)}`,
    ...(polls === null ? [] : [`-# ${polls}`]),
  ].join('\n');
}

function healthyEntry({ feed, state }: ListedFeed): string {
  return `${feedText(feed.id)} · ${rhythmText(state)}`;
}

interface Sorted {
  readonly troubled: readonly ListedFeed[];
  readonly healthy: readonly ListedFeed[];
  readonly unpolled: number;
  readonly off: number;
}

function sorted(feeds: readonly ListedFeed[]): Sorted {
  const polled = feeds.filter(({ feed }) => feed.enabled);
  return {
    troubled: polled.filter(isTroubled).sort(gravestFirst),
    healthy: polled.filter(({ state }) => state.verdict === 'healthy'),
    unpolled: polled.filter(({ state }) => state.verdict === 'new').length,
    off: feeds.length - polled.length,
  };
}

function countsText(feeds: number, { troubled, healthy, unpolled, off }: Sorted): string {
  const { needCare, healthy: well, unpolled: fresh, off: switchedOff } = words.feeds;
  const counted = [
    needCare(troubled.length),
    well(healthy.length),
    ...(unpolled > 0 ? [fresh(unpolled)] : []),
    ...(off > 0 ? [switchedOff(off)] : []),
  ];
  return words.feeds.counts(feeds, counted);
}

/** Feeds with trouble in full, the healthy ones in brief: those are shortened first. */
export function feedHealthCard(feeds: readonly ListedFeed[], now: Instant): Card {
  if (feeds.length === 0) return saying(words.feeds.health, ACCENTS.list, words.feeds.noFeeds);
  const all = sorted(feeds);
  const { troubled, healthy } = all;
  const troubleEntries = troubled.map((each) => troubleEntry(each, now));
  const top = [line(`### ${words.feeds.health}`, RANK.always), line(countsText(feeds.length, all), RANK.always)];
  return {
    summary: words.feeds.health,
    accent: troubled.length > 0 ? ACCENTS.trouble : ACCENTS.list,
    blocks: withinLimits([
      section(top),
      entriesSection(troubleEntries, RANK.entry, words.feeds.moreTroubled),
      ...(troubled.length > 0 ? [section([line(`-# ${legendText()}`, RANK.always)])] : []),
      ...(healthy.length > 0 ? [heading(words.feeds.wellHeading, RANK.detail - 1)] : []),
      entriesSection(healthy.map(healthyEntry), RANK.detail, words.feeds.moreHealthy),
    ]),
  };
}

function listEntry({ feed, outlet }: ListedFeed): string {
  const own = feed.guild === null ? '' : ` · ${words.feeds.ofServer}`;
  const off = feed.enabled ? '' : ` · ${words.feeds.switchedOff}`;
  return `${feedText(feed.id)} · ${outletText(outlet)}${own}${off}`;
}

/** Every feed with its outlet and the outlet's label. */
export function feedListCard(feeds: readonly ListedFeed[]): Card {
  if (feeds.length === 0) return saying(words.feeds.list, ACCENTS.list, words.feeds.noFeeds);
  const entries = entriesSection(feeds.map(listEntry), RANK.entry, words.lists.more);
  return {
    summary: words.feeds.list,
    accent: ACCENTS.list,
    blocks: withinLimits([heading(words.feeds.list), entries]),
  };
}
