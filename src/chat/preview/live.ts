/**
 * What happens, pushed to open pages as Server-Sent Events: `message` for every post and edit, numbered so that a page
 * that lost its connection asks for what it missed; `state` for the header; `reset` when a page knows more than we do.
 */
import type { ServerResponse } from 'node:http';
import type { ChannelCount, Channels, PreviewMessage } from './channels.ts';
import { drawMessage } from './message.ts';
import { drawChannel, type PageState } from './page.ts';

/** The header is told this often at most: a simulated clock moves faster than anyone reads. */
const STATE_EVERY_MS = 250;
/** A page that reads nothing for so long is let go; its browser connects again and asks for the rest. */
const MOST_UNREAD_BYTES = 16 * 1024 * 1024;

const STREAM_HEADERS = { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store' };

function frame(name: string, data: object, number: number | null = null): string {
  const numbered = number === null ? '' : `id: ${number}\n`;
  return `event: ${name}\n${numbered}data: ${JSON.stringify(data)}\n\n`;
}

function send(page: ServerResponse, text: string): void {
  if (page.destroyed) return;
  if (page.writableLength > MOST_UNREAD_BYTES) page.destroy();
  else page.write(text);
}

function announcement({ channel, editedAt, summary }: PreviewMessage): string {
  return `${editedAt === null ? 'New message' : 'Message edited'} in ${channel}: ${summary}`;
}

/** Everything a page needs to show one post or edit. */
function messageFrame(message: PreviewMessage, counts: readonly ChannelCount[]): string {
  const { channel, touched } = message;
  const count = counts.find((one) => one.channel === channel) ?? { channel, messages: 0 };
  const data = {
    channel,
    channelCount: count.messages,
    channelItem: drawChannel(count, null).markup,
    announcement: announcement(message),
    html: drawMessage(message).markup,
  };
  return frame('message', data, touched);
}

/** The pages that are open now. */
export class Live {
  readonly #channels: Channels;
  readonly #state: () => PageState;
  readonly #pages = new Set<ServerResponse>();
  readonly #timer: NodeJS.Timeout;
  #told = '';

  /** `state` is asked for again and again; pages hear of it when it changed. */
  constructor(channels: Channels, state: () => PageState) {
    this.#channels = channels;
    this.#state = state;
    this.#timer = setInterval(() => this.#tellState(), STATE_EVERY_MS).unref();
  }

  /** Turns `page` into a stream that starts after event number `since`. */
  join(page: ServerResponse, since: number): void {
    page.writeHead(200, STREAM_HEADERS).write('retry: 1000\n\n');
    page.on('close', () => this.#pages.delete(page));
    if (since > this.#channels.latest()) send(page, frame('reset', {}));
    this.#catchUp(page, since);
    send(page, frame('state', this.#state()));
    this.#pages.add(page);
  }

  /** Tells every page of a post or an edit. */
  tell(message: PreviewMessage): void {
    this.#sendToAll(messageFrame(message, this.#channels.counts()));
  }

  close(): void {
    clearInterval(this.#timer);
    for (const page of this.#pages) page.end();
  }

  #catchUp(page: ServerResponse, since: number): void {
    const missed = this.#channels.messages().filter(({ touched }) => touched > since);
    const inOrder = missed.toSorted((one, other) => one.touched - other.touched);
    for (const message of inOrder) send(page, messageFrame(message, this.#channels.counts()));
  }

  #tellState(): void {
    const text = frame('state', this.#state());
    if (text === this.#told) return;
    this.#told = text;
    this.#sendToAll(text);
  }

  #sendToAll(text: string): void {
    for (const page of this.#pages) send(page, text);
  }
}
