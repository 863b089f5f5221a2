/** The storylines: how busy each was lately, where it is shown, and which deadlines it has. */
import { type Html, html } from '../../cards/html.ts';
import { dayText } from '../../cards/when.ts';
import type { StorylineSlug } from '../../domain/ids.ts';
import type { FollowedStoryline } from '../../domain/ports.ts';
import { addDays, type Day, dayIn, type Instant, UTC } from '../../domain/time.ts';
import type { StorylineDay } from '../../domain/views.ts';
import { deadlineTable } from './deadlines.ts';
import { drawing, figure, inTurns, table } from './parts.ts';
import type { Asked, PagePorts, View } from './view.ts';

const DAYS = 60;

function firstDay(now: Instant): Day {
  return addDays(dayIn(now, UTC), 1 - DAYS);
}

async function activityOf({ storyline }: FollowedStoryline, days: readonly StorylineDay[], now: Instant) {
  const { drawActivity } = await import('../plot/activity.ts');
  const counts = days.filter((day) => day.storyline === storyline.slug);
  return drawActivity({ name: storyline.title, from: firstDay(now), until: dayIn(now, UTC), counts });
}

function itemsOf(slug: StorylineSlug, days: readonly StorylineDay[]): number {
  return days.filter(({ storyline }) => storyline === slug).reduce((sum, { items }) => sum + items, 0);
}

function channelLinks({ channels }: FollowedStoryline): Html {
  if (channels.length === 0) return html`not shown`;
  return html`${channels.map((channel) => html`<a href="/channels/${encodeURIComponent(channel)}">${channel}</a> `)}`;
}

/** All storylines, busy or not. */
export async function storylinesPage({ now }: Asked, { store }: PagePorts): Promise<View> {
  const followed = await store.storylines(null);
  const days = await store.activity(firstDay(now));
  const rows = await inTurns(followed, async (one) => [
    html`<a href="/storylines/${encodeURIComponent(one.storyline.slug)}">${one.storyline.title}</a>`,
    html`<div class="drawn small">${drawing(await activityOf(one, days, now))}</div>`,
    html`${itemsOf(one.storyline.slug, days)}`,
    channelLinks(one),
  ]);
  const body = table({
    caption: 'Storylines',
    heads: ['Storyline', `Activity, ${DAYS} days`, 'Items', 'Channels'],
    rows,
    empty: 'the catalogue has none.',
  });
  return { title: 'Storylines', body };
}

function dayTable(days: readonly StorylineDay[]): Html {
  return table({
    caption: 'Items a day, the latest first',
    heads: ['Day (UTC)', 'Items'],
    rows: days.toReversed().map(({ day, items }) => [html`${dayText(day)}`, html`${items}`]),
    empty: `nothing matched in ${DAYS} days.`,
  });
}

/** One storyline. */
export async function storylinePage({ name, now }: Asked, { store }: PagePorts): Promise<View | null> {
  const one = (await store.storylines(null)).find(({ storyline }) => storyline.slug === name);
  if (!one) return null;
  const { title, summary, query, slug } = one.storyline;
  const days = (await store.activity(firstDay(now))).filter(({ storyline }) => storyline === slug);
  const deadlines = (await store.deadlines(null)).filter(({ storyline }) => storyline === slug);
  const body = html`<p>${summary}</p>
<p>Shown in: ${channelLinks(one)}</p>
<p>Takes in: <code>${query}</code></p>
${figure(await activityOf(one, days, now), 'Matched items a day; the last table says the same.')}
${deadlineTable(deadlines, 'Its deadlines, as read from the news')}${dayTable(days)}`;
  return { title, body };
}
