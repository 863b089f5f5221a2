/** What happens on the line, counted as it happens. */
import type { Change } from '../../domain/change.ts';
import type { Item } from '../../domain/item.ts';
import type { Showing, Subject } from '../../domain/message.ts';
import type { Chat, Clock, Finding, Outcome } from '../../domain/ports.ts';
import { between, type Instant, SECOND } from '../../domain/time.ts';
import type { Instruments } from './registry.ts';

function secondsBetween(from: Instant, to: Instant): number {
  return between(from, to) / SECOND;
}

/** Items of a feed's first document are old; a date in the future is its publisher's mistake. */
function seen({ published, seen: at }: Item, isBaseline: boolean, to: Instruments): void {
  to.items.inc();
  if (!isBaseline && published !== null && published <= at) to.publishedToSeen.observe(secondsBetween(published, at));
}

function count(change: Change, to: Instruments): void {
  if (change.kind === 'feed.polled') to.polls.inc({ verdict: change.state.verdict });
  if (change.kind === 'item.seen') seen(change.item, change.baseline, to);
  if (change.kind === 'match.made') to.matches.inc();
  if (change.kind === 'deadline.set') to.deadlineChanges.inc({ change: 'set' });
  if (change.kind === 'deadline.changed') to.deadlineChanges.inc({ change: change.version.change });
}

/** Counts what was committed. */
export function countCommitted(to: Instruments): (changes: readonly Change[]) => void {
  return (changes) => {
    for (const change of changes) count(change, to);
  };
}

/** A first post only: what opened it is old by the time of an edit. */
function shown(subject: Subject, now: Instant, to: Instruments): void {
  if (subject.kind === 'rung') to.lateness.observe(Math.max(0, secondsBetween(subject.rung.at, now)));
  const [opener] = subject.kind === 'development' ? subject.development.reports : [];
  if (opener === undefined) return;
  to.seenToShown.observe(secondsBetween(opener.seen, now));
  if (opener.published !== null && opener.published <= now)
    to.publishedToShown.observe(secondsBetween(opener.published, now));
}

function ended(
  act: 'post' | 'edit' | 'find',
  { kind, ...rest }: Outcome | Finding,
  now: Instant,
  to: Instruments,
): void {
  to.deliveries.inc({ act, outcome: kind });
  if ('where' in rest && 'until' in rest)
    to.limitWaits.observe({ where: rest.where }, Math.max(0, secondsBetween(now, rest.until)));
}

/** `chat` with its outcomes counted. */
export function countedChat(chat: Chat, clock: Pick<Clock, 'now'>, to: Instruments): Chat {
  const counted = async <Result extends Outcome | Finding>(act: 'post' | 'edit' | 'find', work: Promise<Result>) => {
    const result = await work;
    ended(act, result, clock.now(), to);
    return result;
  };
  return {
    async post(showing: Showing) {
      const outcome = await counted('post', chat.post(showing));
      if (outcome.kind === 'done') shown(showing.subject, clock.now(), to);
      return outcome;
    },
    edit: (showing, posted) => counted('edit', chat.edit(showing, posted)),
    publish: async (channel, posted) => (await chat.publish?.(channel, posted)) ?? null,
    find: (showing) => counted('find', chat.find(showing)),
  };
}
