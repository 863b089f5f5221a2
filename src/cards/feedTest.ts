/** What one reading of an address gave, for the moderator who asked. */
import type { Card } from '../domain/card.ts';
import type { DocumentSigns, PollState, Remark } from '../domain/feed.ts';
import type { FeedId } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Fetched } from '../domain/ports.ts';
import { ACCENTS } from './accent.ts';
import { escaped, isReadable } from './escape.ts';
import { headed, hostText, plainHostText, remarksSections, trapText } from './feedDetail.ts';
import { type Line, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { rhythmText, saidText, verdictText } from './polling.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

const TITLE_LIMIT = 150;
const TITLES_SHOWN = 3;

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

/** Verdict, what was found, and what to do. */
export function feedTestCard(tested: TestedFeed): Card {
  const { address, fetched, state } = tested;
  const title = words.feeds.testOf(hostText(address));
  return {
    summary: words.feeds.testOf(plainHostText(address)),
    accent: state.verdict === 'healthy' ? ACCENTS.list : ACCENTS.trouble,
    blocks: withinLimits([
      section([line(`### ${title}`, RANK.always), ...facts(tested)]),
      ...headed(words.feeds.faults, faultTexts(tested), RANK.entry),
      ...firstTitles(fetched.kind === 'items' ? fetched.items : []),
      ...remarksSections(remarksOf(tested)),
      section([line(`-# ${words.feeds.nothingKept}`, RANK.always)]),
    ]),
  };
}
