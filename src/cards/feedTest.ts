/** What one reading of an address gave, for the moderator who asked. */
import type { Card } from '../domain/card.ts';
import type { OwnFeed } from '../domain/facts.ts';
import type { DocumentSigns, PollState, Remark } from '../domain/feed.ts';
import type { FeedId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Fetched } from '../domain/ports.ts';
import type { Storyline } from '../domain/storyline.ts';
import { ACCENTS } from './accent.ts';
import { escaped, isReadable } from './escape.ts';
import { headed, hostText, plainHostText, remarksSections, trapText } from './feedDetail.ts';
import { type Line, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { feedText, rhythmText, saidText, verdictText } from './polling.ts';
import { storylineTitle } from './storyline.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

const TITLE_LIMIT = 150;
const TITLES_SHOWN = 3;
const STORYLINES_SHOWN = 10;

/** An address that was read once, and what a first poll of it would make true. */
export interface TestedFeed {
  readonly address: string;
  readonly fetched: Fetched;
  /** After that poll. */
  readonly state: PollState;
  readonly trap: string | null;
  /** Until the next poll there would be. */
  readonly everyMinutes: number;
  /** The catalogue's feed at this address; null when it has none. */
  readonly listed: FeedId | null;
}

type Failed = Extract<Fetched, { kind: 'failed' }>;

function titleText(title: string | null, otherwise: string): string {
  return title !== null && isReadable(title) ? words.quote(escaped(title, TITLE_LIMIT)) : otherwise;
}

function foundText({ title, entries }: DocumentSigns): string {
  return words.feeds.found(titleText(title, words.feeds.untitled), entries);
}

function successLines({ fetched, state, everyMinutes }: TestedFeed): readonly string[] {
  const signs = fetched.kind === 'items' ? fetched.signs : null;
  return [...(signs === null ? [] : [foundText(signs)]), rhythmText(state), words.feeds.wouldPoll(everyMinutes)];
}

function failureLines({ verdict, reason, retryAt }: Failed): readonly string[] {
  return [
    saidText(reason),
    ...(verdict === 'refused_address' ? [words.feeds.privateHost] : []),
    ...(retryAt === null ? [] : [words.feeds.again(timestamp(retryAt, 'R'))]),
  ];
}

function facts(tested: TestedFeed): readonly Line[] {
  const { fetched, state, trap, listed } = tested;
  const lines = [
    words.feeds.verdict(`**${verdictText(state.verdict)}**`),
    ...(trap === null ? [] : [trapText(trap)]),
    ...(fetched.kind === 'failed' ? failureLines(fetched) : successLines(tested)),
    ...(listed === null ? [] : [words.feeds.alreadyListed(escaped(listed, TITLE_LIMIT))]),
  ];
  return lines.map((text) => line(text, RANK.fact));
}

function firstTitles(items: readonly Item[]): readonly Section[] {
  const titles = items.slice(0, TITLES_SHOWN).map(({ title }) => titleText(title, words.feeds.noTitle));
  return headed(words.feeds.firstTitles, titles, RANK.entry);
}

/** A trap stands above already. */
function faultTexts({ state, trap }: TestedFeed): readonly string[] {
  const others = state.faults.filter(({ says }) => says !== trap);
  return others.map(({ verdict, says }) => `**${verdictText(verdict)}** · ${saidText(says)}`);
}

function remarksOf({ fetched, state }: TestedFeed): readonly Remark[] {
  return fetched.kind === 'items' ? state.remarks : [];
}

/** What a reading is shown under, and what became of it. */
interface Frame {
  readonly summary: string;
  readonly heading: string;
  readonly accent: number;
  readonly closing: readonly string[];
}

function readingCard(tested: TestedFeed, { summary, heading, accent, closing }: Frame): Card {
  const { fetched } = tested;
  return {
    summary,
    accent,
    blocks: withinLimits([
      section([line(`### ${heading}`, RANK.always), ...facts(tested)]),
      ...headed(words.feeds.faults, faultTexts(tested), RANK.entry),
      ...firstTitles(fetched.kind === 'items' ? fetched.items : []),
      ...remarksSections(remarksOf(tested)),
      section(closing.map((text) => line(text, RANK.always))),
    ]),
  };
}

function testFrame({ address, state }: TestedFeed, closing: readonly string[]): Frame {
  const summary = words.feeds.testOf(plainHostText(address));
  const accent = state.verdict === 'healthy' ? ACCENTS.list : ACCENTS.trouble;
  return { summary, heading: words.feeds.testOf(hostText(address)), accent, closing };
}

/** Verdict, what was found, and what to do. */
export function feedTestCard(tested: TestedFeed): Card {
  return readingCard(tested, testFrame(tested, [`-# ${words.feeds.nothingKept}`]));
}

/** The same where it was to be added and is none. */
export function notAddedCard(tested: TestedFeed): Card {
  return readingCard(tested, testFrame(tested, [words.ownFeeds.notAdded]));
}

/** What is read of a server's own feed, and for which of its own storylines. */
export function addedFeedCard(
  tested: TestedFeed,
  { feed }: Pick<OwnFeed, 'feed'>,
  storylines: readonly Storyline[],
): Card {
  const { ownFeeds } = words;
  const titles = storylines.slice(0, STORYLINES_SHOWN).map(storylineTitle);
  const beyond = storylines.length - titles.length;
  const named = beyond > 0 ? [...titles, words.lists.more(beyond)] : titles;
  const readFor = named.length === 0 ? ownFeeds.readForNone : ownFeeds.readFor(named);
  const closing = [readFor, ownFeeds.addedMeans];
  const summary = ownFeeds.added(feed.id);
  return readingCard(tested, { summary, heading: ownFeeds.added(feedText(feed.id)), accent: ACCENTS.change, closing });
}
