/** The feeds: how each is, how often it brings something, and when it is asked next. */
import { type Html, html } from '../../cards/html.ts';
import { isTroubled, plainReason, troubleSince } from '../../cards/polling.ts';
import { labelText } from '../../cards/source.ts';
import { words } from '../../cards/words.ts';
import type { ListedFeed } from '../../domain/facts.ts';
import { addressOf } from '../../domain/feed.ts';
import type { Instant } from '../../domain/time.ts';
import { counted, drawing, inTurns, table, timeAgo } from './parts.ts';
import type { Asked, PagePorts, View } from './view.ts';

function nameCell({ feed, outlet, state }: ListedFeed): Html {
  const { id: outletId, name, label, group, state: country } = outlet;
  const source = labelText({ outlet: outletId, name, label, group, state: country });
  const own = feed.guild === null ? html`` : html`<br>of server ${feed.guild} alone`;
  return html`${feed.id}<span class="note">${name}, ${source}<br>${addressOf(feed, state)}${own}</span>`;
}

function healthCell(listed: ListedFeed, now: Instant): Html {
  const { feed, state } = listed;
  if (!feed.enabled) return html`switched off`;
  const verdict = words.feeds.verdicts[state.verdict];
  if (!isTroubled(listed)) return html`<span class="good">${verdict}</span>`;
  const since = troubleSince(state);
  const reason = html`<span class="note">${plainReason(state.reason ?? '')}</span>`;
  return html`<strong class="bad">${verdict}</strong>${since ? html` since ${timeAgo(since, now)}` : html``}${reason}`;
}

function rhythmCell({ state }: ListedFeed, now: Instant): Html {
  const { newestAt, rhythmMinutes } = state;
  const rhythm = rhythmMinutes === null ? 'not known yet' : words.feeds.rhythm(rhythmMinutes);
  return html`${rhythm}${newestAt ? html`<span class="note">newest ${timeAgo(newestAt, now)}</span>` : html``}`;
}

async function pollsCell({ state }: ListedFeed): Promise<Html> {
  if (state.outcomes === '') return html`none yet`;
  const { drawPolls } = await import('../plot/polls.ts');
  return html`<div class="drawn polls">${drawing(drawPolls(state.outcomes))}</div>`;
}

async function rowOf(listed: ListedFeed, now: Instant): Promise<readonly Html[]> {
  const { feed, state, heldUntil } = listed;
  const isHeld = heldUntil !== null && heldUntil > state.nextPollAt;
  const next = isHeld ? heldUntil : state.nextPollAt;
  return [
    nameCell(listed),
    healthCell(listed, now),
    rhythmCell(listed, now),
    await pollsCell(listed),
    state.lastSuccessAt ? timeAgo(state.lastSuccessAt, now) : html`never`,
    feed.enabled ? html`${timeAgo(next, now)}${isHeld ? ' (its host asked for a pause)' : ''}` : html`–`,
  ];
}

/** Those with trouble come first, then as they are named. */
function inOrder(one: ListedFeed, other: ListedFeed): number {
  const rank = (listed: ListedFeed) => (listed.feed.enabled ? (isTroubled(listed) ? 0 : 1) : 2);
  return rank(one) - rank(other) || one.feed.id.localeCompare(other.feed.id);
}

/** All feeds, of the catalogue and of servers. */
export async function feedsPage({ now }: Asked, { store }: PagePorts): Promise<View> {
  const feeds = (await store.feeds()).toSorted(inOrder);
  const troubled = feeds.filter(isTroubled).length;
  const rows = await inTurns(feeds, (listed) => rowOf(listed, now));
  const body = html`<p>${counted(feeds.length, 'feed', 'feeds')}, ${troubled} with trouble.</p>
${table({
  caption: 'Feeds, those with trouble first',
  heads: ['Feed', 'Health', 'Rhythm', 'Last polls', 'Last success', 'Next try'],
  rows,
  empty: 'the catalogue has none.',
})}`;
  return { title: 'Feeds', body };
}
