/** What moderators are told of the desk itself: what is wrong, since when, what to do; and that it is over. */
import type { Card } from '../domain/card.ts';
import type { Notice } from '../domain/notice.ts';
import { ACCENTS } from './accent.ts';
import { escaped, plain } from './escape.ts';
import { line, RANK, section, withinLimits } from './limits.ts';
import { saidText, verdictText } from './polling.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

const NAME_LIMIT = 80;
const MEGABYTE = 1_000_000;

/** What is wrong, in a few words; `shown` makes a name fit for where it stands. */
function headlineOf({ concern }: Notice, shown: (name: string) => string): string {
  const { notices } = words;
  switch (concern.kind) {
    case 'feed':
      return notices.feed(concern.feed, shown(concern.outlet));
    case 'network':
      return notices.network(concern.feeds);
    case 'silence':
      return notices.silence(shown(concern.name));
    case 'channel':
      return notices.channel;
    case 'disk':
      return notices.disk(Math.round(concern.freeBytes / MEGABYTE));
    case 'down':
      return notices.down;
  }
}

/** What happened and what to do, a line each. */
function detailsOf({ concern }: Notice): readonly string[] {
  const { notices } = words;
  switch (concern.kind) {
    case 'feed':
      return [`${verdictText(concern.verdict)}: ${saidText(concern.reason)}`, notices.feedRemedy];
    case 'network':
      return [notices.networkRemedy];
    case 'silence':
      return [notices.silenceRemedy];
    case 'channel':
      return [notices.inChannel(concern.channel), saidText(concern.reason)];
    case 'disk':
      return [notices.diskRemedy];
    case 'down':
      return [notices.downRemedy];
  }
}

/** What is over is struck through and needs nobody any more; a break is told when it is over, and needs to be read. */
function textsOf(notice: Notice): readonly string[] {
  const headline = headlineOf(notice, (name) => escaped(name, NAME_LIMIT));
  const since = timestamp(notice.since, 'f');
  if (notice.resolvedAt === null) return [`### ${headline}`, ...detailsOf(notice), words.notices.since(since)];
  const until = timestamp(notice.resolvedAt, 'f');
  if (notice.concern.kind === 'down')
    return [`### ${headline}`, ...detailsOf(notice), words.notices.between(since, until)];
  return [`### ~~${headline}~~`, words.notices.over(since, until)];
}

/** The card of a notice. */
export function noticeCard(notice: Notice): Card {
  const headline = headlineOf(notice, (name) => plain(name, NAME_LIMIT));
  const isOver = notice.resolvedAt !== null && notice.concern.kind !== 'down';
  return {
    summary: isOver ? words.notices.resolved(headline) : headline,
    accent: isOver ? ACCENTS.list : ACCENTS.trouble,
    blocks: withinLimits([section(textsOf(notice).map((text) => line(text, RANK.always)))]),
  };
}
