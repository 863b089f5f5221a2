/** A tiny Discord: channels of messages, with Discord's own rules for nonces and edits. */
import { type ChannelId, type DeadlineId, id, type PostedId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import type { MessageBody } from '../payload.ts';
import type { ChannelEvent } from './event.ts';
import type { EventFile } from './file.ts';

export interface PreviewMessage {
  readonly id: PostedId;
  readonly channel: ChannelId;
  readonly body: MessageBody;
  readonly digest: string;
  readonly summary: string;
  /** The deadline whose history can be shown below it; null for other messages. */
  readonly deadline: DeadlineId | null;
  /** The message it answers; null where it answers none. */
  readonly replyTo: PostedId | null;
  readonly nonce: string;
  readonly marker: number;
  readonly postedAt: Instant;
  readonly editedAt: Instant | null;
  readonly edits: number;
  /** Number of the event that touched it last: events count from 1 over all channels and restarts. */
  readonly touched: number;
}

/** A message as its sender hands it over. */
export interface Draft {
  readonly channel: ChannelId;
  readonly nonce: string;
  readonly marker: number;
  readonly replyTo: PostedId | null;
  readonly body: MessageBody;
  readonly digest: string;
  readonly summary: string;
  readonly deadline: DeadlineId | null;
}

/** What an edit replaces. */
export type Content = Pick<Draft, 'body' | 'digest' | 'summary' | 'deadline'>;

export interface ChannelCount {
  readonly channel: ChannelId;
  readonly messages: number;
}

export interface Totals {
  readonly messages: number;
  readonly edits: number;
}

function first(event: ChannelEvent & { kind: 'posted' }, touched: number): PreviewMessage {
  const { kind: _kind, at, ...draft } = event;
  return { ...draft, postedAt: at, editedAt: null, edits: 0, touched };
}

function again(message: PreviewMessage | null, event: ChannelEvent, touched: number): PreviewMessage {
  const { id, at, body, digest, summary, deadline } = event;
  if (message === null) throw new Error(`Message ${id} was edited before it was posted`);
  return { ...message, body, digest, summary, deadline, editedAt: at, edits: message.edits + 1, touched };
}

/** The messages of all channels, as the event file left them and as they go on. */
export class Channels {
  readonly #file: EventFile;
  readonly #onTouched: (message: PreviewMessage) => void;
  readonly #byId = new Map<PostedId, PreviewMessage>();
  readonly #byNonce = new Map<string, PreviewMessage>();
  #latest = 0;

  /** `onTouched` hears of every post and edit from now on, once it is kept. */
  constructor(file: EventFile, onTouched: (message: PreviewMessage) => void) {
    this.#file = file;
    this.#onTouched = onTouched;
    for (const event of file.earlier) this.#apply(event);
  }

  /** The message posted, or the one that already carries the nonce, untouched (Discord's `enforce_nonce`). */
  post(draft: Draft, at: Instant): PreviewMessage {
    const known = this.#byNonce.get(draft.nonce);
    return known ?? this.#keep({ kind: 'posted', id: id<PostedId>(`${this.#byId.size + 1}`), at, ...draft });
  }

  /** Null when there is no such message in the channel. */
  edit(channel: ChannelId, posted: PostedId, content: Content, at: Instant): PreviewMessage | null {
    if (this.message(channel, posted) === null) return null;
    return this.#keep({ kind: 'edited', id: posted, at, ...content });
  }

  /** Null when there is no such message in the channel. */
  message(channel: ChannelId, posted: PostedId): PreviewMessage | null {
    const known = this.#byId.get(posted);
    return known?.channel === channel ? known : null;
  }

  /** In the order they were posted. */
  messages(): readonly PreviewMessage[] {
    return [...this.#byId.values()];
  }

  /** How many messages each channel holds, in the order the channels were first posted to. */
  counts(): readonly ChannelCount[] {
    const counts = new Map<ChannelId, number>();
    for (const { channel } of this.#byId.values()) counts.set(channel, (counts.get(channel) ?? 0) + 1);
    return [...counts].map(([channel, messages]) => ({ channel, messages }));
  }

  totals(): Totals {
    return { messages: this.#byId.size, edits: this.#latest - this.#byId.size };
  }

  /** Number of the latest event; 0 before the first. */
  latest(): number {
    return this.#latest;
  }

  #keep(event: ChannelEvent): PreviewMessage {
    this.#file.append(event);
    const message = this.#apply(event);
    this.#onTouched(message);
    return message;
  }

  #apply(event: ChannelEvent): PreviewMessage {
    const known = this.#byId.get(event.id) ?? null;
    const number = this.#latest + 1;
    const message = event.kind === 'posted' ? first(event, number) : again(known, event, number);
    this.#latest = number;
    this.#byId.set(message.id, message);
    this.#byNonce.set(message.nonce, message);
    return message;
  }
}
