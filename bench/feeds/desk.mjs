/** The feeds port as the desk runs it, and what it wants to be handed. */
import { loadConfig } from '../../dist/config.js';
import { neverPolled } from '../../dist/domain/feed.js';
import { checkQuery, openFeeds } from '../../dist/main.js';

export const NOW = '2025-08-06T10:00:00.000Z';
export const OUTLET = {
  id: 'desk',
  name: 'Desk',
  label: 'press',
  group: 'desk',
  state: null,
  zone: 'Europe/London',
  hosts: ['news.example'],
};

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
const NEVER = new AbortController().signal;

/** The feeds port with the shipped defaults; `allowed` are hosts it may reach although they are private. */
export function openDesk(allowed = '127.0.0.1') {
  const config = loadConfig({ env: { DESK_ALLOWED_HOSTS: allowed }, checkQuery });
  return { feeds: openFeeds(config, SILENT), concurrency: config.polling.concurrency };
}

export function feedAt(url, id = 'desk-news') {
  return { id, url, outlet: OUTLET.id, guild: null, everyMinutes: 10, enabled: true };
}

/** The state of a feed that was never polled, and nothing remembered of its documents. */
export function freshState(feed) {
  return { poll: neverPolled(feed.id, NOW), memory: null };
}

/** One poll as `run/poll` does it, and the state it leaves: the only place that knows what goes from one to the next. */
export async function pollOnce(feeds, feed, state) {
  const due = { feed, outlet: OUTLET, state: state.poll, nextDeadlineAt: null };
  const fetched = await feeds.fetch(due, { now: NOW, memory: state.memory, signal: NEVER });
  const { validators = state.poll.validators, memory = state.memory } = fetched;
  return { fetched, state: { poll: { ...state.poll, validators, lastBodyAt: NOW }, memory } };
}

/** `kind`, and the verdict or the number of items behind it. */
export function verdictOf(fetched) {
  if (fetched.kind === 'failed') return fetched.verdict;
  return fetched.kind === 'items' ? `${fetched.items.length} items` : fetched.kind;
}
