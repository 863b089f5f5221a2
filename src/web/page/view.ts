/** What a page is asked with and what it answers. */
import type { Html } from '../../cards/html.ts';
import type { Store } from '../../domain/ports.ts';
import type { Instant } from '../../domain/time.ts';
import type { ChannelMessage } from '../../domain/views.ts';

/** All that pages may ask the store; none of it changes anything. */
export type Readable = Pick<
  Store,
  | 'activity'
  | 'backlog'
  | 'catalogue'
  | 'channelMessages'
  | 'channels'
  | 'deadline'
  | 'deadlines'
  | 'feeds'
  | 'journal'
  | 'pauses'
  | 'storylines'
  | 'stuck'
>;

export interface PagePorts {
  readonly store: Readable;
  /** Draws messages as their channel shows them. */
  readonly drawMessages: (messages: readonly ChannelMessage[]) => Html;
}

/** One page asked for. */
export interface Asked {
  readonly now: Instant;
  /** What stands behind the page's own address, decoded; null for none. */
  readonly name: string | null;
  readonly query: URLSearchParams;
}

export interface View {
  readonly title: string;
  readonly body: Html;
}

/** Null where there is nothing of that name. */
export type DrawView = (asked: Asked, ports: PagePorts) => Promise<View | null>;
