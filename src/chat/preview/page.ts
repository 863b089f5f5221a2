/** The page as first sent: whole without its script, kept up to date with it. */

import { type Html, html, NOTHING } from '../../cards/html.ts';
import type { ChannelId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/time.ts';
import { AVATAR_SYMBOL } from './avatar.ts';
import type { ChannelCount, PreviewMessage, Totals } from './channels.ts';
import { drawMessage } from './message.ts';

/** What the header says; sent again whenever it changes. */
export interface PageState {
  /** The clock of whoever posts, which need not be the reader's. */
  readonly now: Instant;
  readonly caption: string;
  readonly counts: string;
}

export interface Page {
  readonly title: string;
  readonly state: PageState;
  /** Null while nothing was posted anywhere. */
  readonly channel: ChannelId | null;
  readonly channels: readonly ChannelCount[];
  /** Of the shown channel, oldest first. */
  readonly messages: readonly PreviewMessage[];
  /** Number of the latest event the messages know of. */
  readonly latest: number;
}

function counted(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** `12 messages, 1 edit`. */
export function countsText({ messages, edits }: Totals): string {
  return `${counted(messages, 'message', 'messages')}, ${counted(edits, 'edit', 'edits')}`;
}

/** One line of the list of channels. */
export function drawChannel({ channel, messages }: ChannelCount, shown: ChannelId | null): Html {
  const current = channel === shown ? html` aria-current="page"` : NOTHING;
  const unit = messages === 1 ? 'message' : 'messages';
  const count = html`<span class="count">${messages}<span class="unseen"> ${unit}</span></span>`;
  return html`<li data-channel="${channel}"><a href="/?channel=${encodeURIComponent(channel)}"${current}># ${channel} ${count}</a></li>`;
}

function drawHeader({ title, state }: Page): Html {
  return html`<header>
<div class="heading">
<h1>${title}</h1>
<p class="notice">Preview: nothing is sent to Discord</p>
</div>
<p class="caption" id="caption">${state.caption}</p>
<p class="counts"><span id="counts">${state.counts}</span> <span class="connection" id="connection"></span></p>
<button type="button" id="theme" hidden>Theme</button>
</header>`;
}

/** A single channel needs no list. */
function drawChannels({ channels, channel }: Page): Html {
  const hidden = channels.length < 2 ? html` hidden` : NOTHING;
  return html`<nav aria-label="Channels" id="channels"${hidden}>
<ul>${channels.map((one) => drawChannel(one, channel))}</ul>
</nav>`;
}

function drawMain({ channel, messages }: Page): Html {
  return html`<main id="main" tabindex="0">
<h2 id="channel-name">${channel === null ? 'No channel yet' : `# ${channel}`}</h2>
<div id="messages" role="log" aria-live="off" aria-labelledby="channel-name">${messages.map(drawMessage)}</div>
<p class="empty">Nothing has been posted here yet. Messages appear by themselves.</p>
<p class="unseen" id="announcement" role="status"></p>
<button type="button" id="newest" hidden>New messages below</button>
</main>`;
}

/** The whole document. */
export function drawPage(page: Page): Html {
  const { title, channel, latest, state } = page;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} (preview)</title>
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/preview.css">
<script src="/preview.js"></script>
</head>
<body data-channel="${channel ?? ''}" data-latest="${latest}" data-now="${state.now}">
<a class="skip" href="#main">Skip to the messages</a>
${AVATAR_SYMBOL}
${drawHeader(page)}
<div class="columns">
${drawChannels(page)}
${drawMain(page)}
</div>
</body>
</html>
`;
}
