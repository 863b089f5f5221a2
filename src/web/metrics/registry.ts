/** The metrics of one desk, named by Prometheus's conventions (prometheus.io/docs/practices/naming): base units, `_total`. */

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { FEED_VERDICTS } from '../../domain/feed.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** News travel within seconds to hours. */
const TRAVEL = [1, 5, 15, 30, MINUTE, 2 * MINUTE, 5 * MINUTE, 10 * MINUTE, 20 * MINUTE, HOUR, 3 * HOUR, 12 * HOUR];
/** Reminders should be exact to the second. */
const LATENESS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, MINUTE, 5 * MINUTE, 15 * MINUTE];
const WAITS = [0.1, 0.5, 1, 2, 5, 10, 30, MINUTE, 5 * MINUTE, 20 * MINUTE, HOUR];

function counters(registers: Registry[]) {
  const counter = <Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter<Label>({ name, help, labelNames: [...labelNames], registers });
  return {
    polls: counter('desk_polls_total', 'Polls, by how the feed stands after them.', ['verdict']),
    items: counter('desk_items_total', 'Items seen for the first time.'),
    matches: counter('desk_matches_total', 'Items that belong to a storyline, counted for each.'),
    deadlineChanges: counter('desk_deadline_changes_total', 'Deadlines set and changed, by what became of them.', [
      'change',
    ]),
    deliveries: counter('desk_deliveries_total', 'Posts, edits and searches, by how they ended.', ['act', 'outcome']),
  };
}

function histograms(registers: Registry[]) {
  const histogram = <Label extends string = never>(
    name: string,
    help: string,
    buckets: number[],
    labelNames: readonly Label[] = [],
  ) => new Histogram<Label>({ name, help, buckets, labelNames: [...labelNames], registers });
  return {
    publishedToSeen: histogram(
      'desk_published_to_seen_seconds',
      'From the date an item bears to our reading it.',
      TRAVEL,
    ),
    seenToShown: histogram('desk_seen_to_shown_seconds', 'From reading what opened a development to its post.', TRAVEL),
    publishedToShown: histogram('desk_published_to_shown_seconds', 'From the date it bears to its post.', TRAVEL),
    lateness: histogram('desk_reminder_lateness_seconds', 'From a reminder’s instant to its post.', LATENESS),
    limitWaits: histogram('desk_rate_limit_wait_seconds', 'Waits that Discord asked for.', WAITS, ['where']),
  };
}

function gauges(registers: Registry[]) {
  const gauge = <Label extends string = never>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Gauge<Label>({ name, help, labelNames: [...labelNames], registers });
  return {
    info: gauge('desk_build_info', 'Always 1; its labels say what runs.', ['version']),
    feeds: gauge('desk_feeds', 'Feeds that are polled, by how they stand and whose they are.', ['verdict', 'owner']),
    waiting: gauge('desk_board_waiting', 'Messages that are not shown as they should be, by urgency.', ['priority']),
    oldest: gauge('desk_board_oldest_seconds', 'How long the oldest of them waits.', ['priority']),
    stuck: gauge('desk_board_stuck', 'Messages that only an operator can help ("desk board").'),
    closed: gauge('desk_channels_closed', 'Channels that the bot may not use.'),
    database: gauge('desk_database_bytes', 'The database on the disk, with its write-ahead log.'),
    free: gauge('desk_disk_free_bytes', 'What is left of the disk that the database is on.'),
    connected: gauge('desk_discord_connected', '1 while the gateway is connected.'),
    clockAhead: gauge('desk_clock_ahead_seconds', 'By how much this machine’s clock is ahead of Discord’s.'),
    overdue: gauge('desk_loops_overdue', 'Loops that should have been heard of.'),
  };
}

/** A registry of its own, so that two desks in one process do not mix; Node’s own metrics are in it. */
export function openRegistry() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const instruments = { registry, ...counters([registry]), ...histograms([registry]), ...gauges([registry]) };
  // A rate over a series that does not exist yet is nothing, not zero.
  for (const verdict of FEED_VERDICTS) instruments.polls.inc({ verdict }, 0);
  return instruments;
}

export type Instruments = ReturnType<typeof openRegistry>;
