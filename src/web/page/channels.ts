/** What channels show: each as its members read it. */
import { html } from '../../cards/html.ts';
import { id } from '../../domain/ids.ts';
import { counted, table, timeAgo } from './parts.ts';
import type { Asked, PagePorts, View } from './view.ts';

const MOST = 30;

/** All channels that anything was made for. */
export async function channelsPage({ now }: Asked, { store }: PagePorts): Promise<View> {
  const channels = await store.channels();
  const body = table({
    caption: 'Channels, the latest first',
    heads: ['Channel', 'Messages', 'Latest'],
    rows: channels.map(({ channel, messages, latest }) => [
      html`<a href="/channels/${encodeURIComponent(channel)}">${channel}</a>`,
      html`${messages}`,
      timeAgo(latest, now),
    ]),
    empty: 'nothing was made for any channel yet.',
  });
  return { title: 'Channels', body };
}

/** The newest messages of one channel, as they read now. */
export async function channelPage({ name }: Asked, { store, drawMessages }: PagePorts): Promise<View> {
  const messages = await store.channelMessages(id(name ?? ''), MOST);
  const count = counted(messages.length, 'message', 'messages');
  const body = html`<p>The newest ${count}, as they read now; those that wait are marked.</p>
<div class="messages">${drawMessages(messages)}</div>`;
  return { title: `# ${name ?? ''}`, body };
}
