/** What moderators are told of the desk itself: what is wrong, since when, what to do; and that it is over. */
import type { Card, CardButton } from '../domain/card.ts';
import { type AskedState, aboutOf, type Concern, type Notice } from '../domain/notice.ts';
import { ACCENTS } from './accent.ts';
import { escaped, plain } from './escape.ts';
import { buttons, line, RANK, section, withinLimits } from './limits.ts';
import { act } from './link.ts';
import { channelText } from './lists.ts';
import { saidText, verdictText } from './polling.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

const NAME_LIMIT = 80;
const TITLE_LIMIT = 200;
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
    case 'message':
      return notices.message[concern.state];
    case 'disk':
      return notices.disk(Math.round(concern.freeBytes / MEGABYTE));
    case 'down':
      return notices.down;
  }
}

type MessageConcern = Extract<Concern, { readonly kind: 'message' }>;

function messageTexts({ channel, wantedAt, title, state, reason }: MessageConcern): readonly string[] {
  const { notices } = words;
  const place = notices.wanted(channelText(channel), timestamp(wantedAt, 'f'));
  const quoted = title === '' ? [] : [`> ${escaped(title, TITLE_LIMIT)}`];
  const why = state === 'refused' ? [saidText(reason)] : [];
  return [place, ...quoted, ...why, notices.messageRemedy[state]];
}

const ANSWERS: Readonly<Record<AskedState, readonly ('isThere' | 'postAgain' | 'tryAgain' | 'leaveIt')[]>> = {
  unproven: ['isThere', 'postAgain'],
  refused: ['tryAgain', 'leaveIt'],
};
const ANSWERED_BY = { isThere: 'leave', leaveIt: 'leave', postAgain: 'resend', tryAgain: 'resend' } as const;

/** The answers to what is asked, while it is. */
function answerButtons({ id, concern, resolvedAt }: Notice): readonly CardButton[] {
  if (concern.kind !== 'message' || resolvedAt !== null) return [];
  return ANSWERS[concern.state].map((answer) =>
    act(words.notices.answers[answer], `desk ${ANSWERED_BY[answer]}`, { message: id }),
  );
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
    case 'message':
      return messageTexts(concern);
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

/** What a notice is about, for who chooses among several. */
export function noticeTitle({ concern }: Notice): string {
  const title = concern.kind === 'message' ? plain(concern.title, NAME_LIMIT) : '';
  return title === '' ? aboutOf(concern) : title;
}

/** The card of a notice. */
export function noticeCard(notice: Notice): Card {
  const headline = headlineOf(notice, (name) => plain(name, NAME_LIMIT));
  const isOver = notice.resolvedAt !== null && notice.concern.kind !== 'down';
  return {
    summary: isOver ? words.notices.resolved(headline) : headline,
    accent: isOver ? ACCENTS.list : ACCENTS.trouble,
    blocks: withinLimits([
      section(textsOf(notice).map((text) => line(text, RANK.always))),
      buttons(answerButtons(notice)),
    ]),
  };
}
