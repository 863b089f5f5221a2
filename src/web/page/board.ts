/** The board: what waits to be shown, what is stuck, and which channels may not be used. */
import { type Html, html } from '../../cards/html.ts';
import { PRIORITIES, type Priority, type StuckMessage } from '../../domain/message.ts';
import type { KeptPause } from '../../domain/pause.ts';
import type { Backlog } from '../../domain/ports.ts';
import type { Instant } from '../../domain/time.ts';
import { counted, spanOf, table, timeAgo } from './parts.ts';
import type { Asked, PagePorts, View } from './view.ts';

function urgency(priority: Priority): string {
  return Object.entries(PRIORITIES).find(([, level]) => level === priority)?.[0] ?? String(priority);
}

function levelTable(levels: readonly Backlog[], now: Instant): Html {
  return table({
    caption: 'Waiting to be shown, the most urgent first',
    heads: ['Kind', 'Waiting', 'Oldest'],
    rows: levels.map(({ priority, waiting, oldest }) => [
      html`${urgency(priority)}`,
      html`${waiting}`,
      timeAgo(oldest, now),
    ]),
    empty: 'nothing; everything is shown.',
  });
}

function stuckRow({ key, channel, state, wantedAt, reason }: StuckMessage, now: Instant): readonly Html[] {
  const link = html`<a href="/channels/${encodeURIComponent(channel)}">${channel}</a>`;
  return [html`<code>${key}</code>`, link, html`${state}`, timeAgo(wantedAt, now), html`${reason}`];
}

function pauseRow({ channel, act, cause, since, until, reason }: KeptPause, now: Instant): readonly Html[] {
  const what = act === null ? 'posts and edits' : `${act}s`;
  return [
    html`${channel ?? 'all channels'}`,
    html`${what}, ${cause === 'closed' ? 'closed to us' : 'limited'}`,
    timeAgo(since, now),
    timeAgo(until, now),
    html`${reason}`,
  ];
}

function summary(levels: readonly Backlog[], stuck: number, now: Instant): string {
  const waiting = levels.reduce((sum, level) => sum + level.waiting, 0);
  const [oldest] = levels.map((level) => level.oldest).sort();
  const since = oldest === undefined ? '' : `, the oldest for ${spanOf(oldest, now)}`;
  return `${counted(waiting, 'message waits', 'messages wait')}${since}; ${stuck} stuck.`;
}

/** The board as it stands. */
export async function boardPage({ now }: Asked, { store }: PagePorts): Promise<View> {
  const [levels, stuck, pauses] = await Promise.all([store.backlog(), store.stuck(), store.pauses(now)]);
  const body = html`<p>${summary(levels, stuck.length, now)}</p>
${levelTable(levels, now)}
${table({
  caption: 'Stuck: answer with "desk board resend KEY" or "desk board give-up KEY"',
  heads: ['Message', 'Channel', 'State', 'Wanted', 'Why'],
  rows: stuck.map((message) => stuckRow(message, now)),
  empty: 'nothing.',
})}${table({
  caption: 'Pauses',
  heads: ['Channel', 'What', 'Since', 'Until', 'Why'],
  rows: pauses.map((pause) => pauseRow(pause, now)),
  empty: 'none; every channel may be used.',
})}`;
  return { title: 'Board', body };
}
