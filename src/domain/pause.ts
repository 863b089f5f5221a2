import type { ChannelId } from './ids.ts';
import type { Showing } from './message.ts';
import type { Instant } from './time.ts';

/** What may not be done in a channel for a while. */
export interface Pause {
  /** Null is every channel. */
  readonly channel: ChannelId | null;
  /** Null is all of them. */
  readonly act: 'post' | 'edit' | 'publish' | null;
  /** `limit`: the platform asks us to wait; `closed`: we may not speak there until somebody changes that. */
  readonly cause: 'limit' | 'closed';
  readonly until: Instant;
  readonly reason: string;
}

/** A pause as kept: it began at `since`, however often it was prolonged. */
export interface KeptPause extends Pause {
  readonly since: Instant;
}

/** Whether what `showing` needs, a first post or an edit, has to wait for the pause. */
export function holds({ channel, act }: Pause, showing: Pick<Showing, 'channel' | 'posted'>): boolean {
  if (channel !== null && channel !== showing.channel) return false;
  return act === null || act === (showing.posted === null ? 'post' : 'edit');
}
