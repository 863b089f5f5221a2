/** How polling of a feed stands, in pieces that several cards share. All of it is markdown. */
import type { ListedFeed } from '../domain/facts.ts';
import type { FeedVerdict, PollState } from '../domain/feed.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Instant } from '../domain/time.ts';
import { escaped } from './escape.ts';
import { labelText } from './source.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

const NAME_LIMIT = 60;
const REASON_LIMIT = 300;

/** How each outcome of a poll is drawn; what it means is said in words beside it. */
const DRAWN: Readonly<Record<string, string>> = { '+': '▇', '=': '▁', x: '×' };

/** In words, and by the name that logs and the journal have. */
export function verdictText(verdict: FeedVerdict): string {
  return `${words.feeds.verdicts[verdict]} (\`${verdict}\`)`;
}

/** A clause as a sentence's beginning; what begins with a name of a host stays as it is. */
function begun(text: string): string {
  return text.replace(/^[a-z]+(?= )/, (word) => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`);
}

/** What rules and feeds say to operators, where the name of the feed stands beside it. Plain text. */
export function plainReason(text: string): string {
  return begun(text.replace(/^Feed [a-z0-9-]+ \([^)]*\): /, ''));
}

/** The same for members. */
export function saidText(text: string): string {
  return escaped(plainReason(text), REASON_LIMIT);
}

/** Whether something is wrong with a feed that is polled. */
export function isTroubled({ feed, state }: ListedFeed): boolean {
  return feed.enabled && state.verdict !== 'healthy' && state.verdict !== 'new';
}

/** Since when it stands as it does; null when it never stood better. */
export function troubleSince({ verdict, faults, lastSuccessAt }: PollState): Instant | null {
  return faults.find((fault) => fault.verdict === verdict)?.since ?? lastSuccessAt;
}

/** `nothing new for a long time (`stale`) since <t:…:R>` */
export function standing(state: PollState): string {
  const verdict = verdictText(state.verdict);
  const since = state.verdict === 'healthy' ? null : troubleSince(state);
  return since === null ? verdict : words.feeds.since(verdict, timestamp(since, 'R'));
}

/** Last success, next try, and the pause that its host asked for. */
export function timesText({ feed, state, heldUntil }: ListedFeed, now: Instant): string {
  const { lastSuccessAt, nextPollAt } = state;
  const isHeld = heldUntil !== null && heldUntil > now;
  const parts = [
    lastSuccessAt === null ? words.feeds.noSuccess : words.feeds.lastSuccess(timestamp(lastSuccessAt, 'R')),
    feed.enabled ? words.feeds.nextTry(timestamp(nextPollAt, 'R')) : words.feeds.switchedOff,
    ...(isHeld ? [words.feeds.paused(timestamp(heldUntil, 'R'))] : []),
  ];
  return parts.join(' · ');
}

/** `newest entry <t:…:R>, one about every 20 minutes` */
export function rhythmText({ newestAt, rhythmMinutes }: PollState): string {
  const newest = newestAt === null ? words.feeds.noNewest : words.feeds.newest(timestamp(newestAt, 'R'));
  return rhythmMinutes === null ? newest : `${newest}, ${words.feeds.rhythm(rhythmMinutes)}`;
}

/** The last polls drawn, and counted in words; null before the first. */
export function pollsText({ outcomes }: PollState): string | null {
  if (outcomes === '') return null;
  const all = [...outcomes];
  const count = (outcome: string) => all.filter((each) => each === outcome).length;
  const counted: readonly (readonly [number, (count: number) => string])[] = [
    [count('+'), words.feeds.read],
    [count('='), words.feeds.unchanged],
    [count('x'), words.feeds.failed],
  ];
  const said = counted.flatMap(([number, say]) => (number === 0 ? [] : [say(number)]));
  return words.feeds.polls(`\`${all.map((each) => DRAWN[each] ?? each).join('')}\``, all.length, said);
}

/** What the drawing of polls means. */
export function legendText(): string {
  const { '+': read = '', '=': unchanged = '', x: failed = '' } = DRAWN;
  return words.feeds.legend(read, unchanged, failed);
}

/** `BBC News, press` */
export function outletText({ id, name, label, group, state }: Outlet): string {
  return `${escaped(name, NAME_LIMIT)}, ${labelText({ outlet: id, name, label, group, state })}`;
}

/** A feed's name as a heading of its entry. */
export function feedText(feed: string): string {
  return `**${escaped(feed, NAME_LIMIT)}**`;
}
