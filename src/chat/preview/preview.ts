/**
 * A second end of the Chat port: channels on a local page that show the very payloads Discord would be sent.
 * Cards come in through `chat`, become bodies, are kept, and are pushed to the pages that are open.
 */
import type { Server } from 'node:http';
import { drawCard } from '../../cards/draw.ts';
import { type ChannelId, type DeadlineId, id } from '../../domain/ids.ts';
import type { Chat, Clock, Log } from '../../domain/ports.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Instant, instantOf, msOf, SECOND } from '../../domain/time.ts';
import { Channels, type PreviewMessage } from './channels.ts';
import { type ChatParts, previewChat } from './chat.ts';
import { NO_FILE, openEventFile } from './file.ts';
import { Live } from './live.ts';
import { countsText, drawPage, type Page, type PageState } from './page.ts';
import { createPreviewServer, type Pages } from './serve.ts';

export interface PreviewOptions {
  /** Where to listen: a loopback address unless others are meant to read along. */
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Where posts and edits are kept as JSON lines over restarts; null keeps them for this process only. */
  readonly file: string | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly title: string;
  /** What a message reads like; the desk's own cards when left out. */
  readonly draw?: ChatParts['draw'];
  /** How a deadline came to its date, as SVG; null for one that is not known. Without it no history is offered. */
  readonly history?: (deadline: DeadlineId) => Promise<string | null>;
}

export interface Preview {
  readonly chat: Chat;
  readonly url: string;
  /** All channels' messages as they stand, in the order they were posted. */
  messages(): readonly PreviewMessage[];
  /** One line for the page's header, such as the simulated time. */
  caption(text: string): void;
  close(): Promise<void>;
}

function listening(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const refuse = (cause: Error) =>
      reject(
        new Refusal(
          `The preview cannot listen on ${host}, port ${port} (${cause.message}). Choose another port, or 0.`,
          {
            cause,
          },
        ),
      );
    server.once('error', refuse);
    server.listen(port, host, () => {
      server.off('error', refuse);
      resolve();
    });
  });
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}/`;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function pageOf(channels: Channels, title: string, state: PageState, asked: string | null): Page {
  const counts = channels.counts();
  const channel = asked === null ? (counts[0]?.channel ?? null) : id<ChannelId>(asked);
  const messages = channels.messages().filter((message) => message.channel === channel);
  return { title, state, channel, channels: counts, messages, latest: channels.latest() };
}

/** Whole seconds, so that a running clock is news no more often than it is shown. */
function secondOf(clock: Clock): Instant {
  return instantOf(Math.floor(msOf(clock.now()) / SECOND) * SECOND);
}

/** Opens the channels and the page. Throws `Refusal` when the port is taken or the file is not the preview's. */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  const { host, port, clock, log, title, draw = drawCard, history } = options;
  let caption = '';
  const file = options.file === null ? NO_FILE : openEventFile(options.file);
  const channels = new Channels(file, (message) => live.tell(message));
  const state = (): PageState => ({ now: secondOf(clock), caption, counts: countsText(channels.totals()) });
  const live = new Live(channels, state);
  const pages: Pages = {
    page: (asked) => drawPage(pageOf(channels, title, state(), asked)).markup,
    events: (response, since) => live.join(response, since),
    history: async (deadline) => (history ? history(id(deadline)) : null),
  };
  const server = createPreviewServer(pages, log);
  const close = async () => {
    live.close();
    await closed(server);
    file.close();
  };
  await listening(server, host, port).catch(async (refusal: unknown) => {
    await close();
    throw refusal;
  });
  return {
    chat: previewChat({ channels, draw, hasHistories: history !== undefined, clock, log }),
    url: urlOf(server, host),
    messages: () => channels.messages(),
    caption: (text) => {
      caption = text;
    },
    close,
  };
}
