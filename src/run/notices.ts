/** What the world around the line is like -> what moderators are told of it. */
import { decideNotices, decideReturn } from '../decide/notices.ts';
import type { Change } from '../domain/change.ts';
import type { Watched } from '../domain/facts.ts';
import type { Store } from '../domain/ports.ts';
import { DAY, type Instant, plus } from '../domain/time.ts';

export interface NoticePorts {
  readonly store: Pick<
    Store,
    'feeds' | 'pauses' | 'threads' | 'stuck' | 'subject' | 'space' | 'noticeFacts' | 'commit'
  >;
  readonly onCommitted: (changes: readonly Change[]) => void;
}

/** What ended this long ago and comes again is told anew. */
const FORGOTTEN = DAY;

async function commit(changes: readonly Change[], now: Instant, { store, onCommitted }: NoticePorts): Promise<void> {
  if (changes.length === 0) return;
  await store.commit(changes, { at: now, actor: 'notices' });
  onCommitted(changes);
}

async function stuckIn({ store }: NoticePorts): Promise<Watched['stuck']> {
  const whole: Watched['stuck'][number][] = [];
  for (const message of await store.stuck()) {
    const subject = await store.subject(message.key);
    if (subject !== null) whole.push({ message, subject });
  }
  return whole;
}

/** Looks at feeds, channels, messages and the disk, and has moderators told what is new or over. */
export async function lookAround(now: Instant, ports: NoticePorts): Promise<void> {
  const { store } = ports;
  const [feeds, pauses, space] = [await store.feeds(), await store.pauses(now), await store.space()];
  const closed = pauses.filter(({ cause }) => cause === 'closed');
  const watched = { feeds, closed, threads: await store.threads(), stuck: await stuckIn(ports), space };
  await commit(decideNotices(watched, await store.noticeFacts(plus(now, -FORGOTTEN)), now), now, ports);
}

/** Has moderators told of a longer break; `last` is when the desk was last alive. */
export async function tellReturn(last: Instant | null, now: Instant, ports: NoticePorts): Promise<void> {
  const { store } = ports;
  await commit(decideReturn(last, await store.noticeFacts(plus(now, -FORGOTTEN)), now), now, ports);
}
