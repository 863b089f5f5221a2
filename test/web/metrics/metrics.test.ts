import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { TITLE_READER } from '../../../src/decide/merge/sought.ts';
import { want } from '../../../src/decide/show.ts';
import type { Change } from '../../../src/domain/change.ts';
import { FEED_VERDICTS, neverPolled } from '../../../src/domain/feed.ts';
import { type FeedId, id, type OutletId } from '../../../src/domain/ids.ts';
import { PRIORITIES, type Showing } from '../../../src/domain/message.ts';
import type { Outcome } from '../../../src/domain/ports.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { createStore } from '../../../src/store/store.ts';
import { openMetrics } from '../../../src/web/metrics/metrics.ts';
import {
  aDeadline,
  aDevelopment,
  aFollow,
  anItem,
  anOutlet,
  aReport,
  aRung,
  aStoryline,
  at,
  aVersion,
  toldOf,
} from '../../fakes/nouns.ts';
import { fakeChat, handClock } from '../../fakes/world.ts';

const because = 'a test says so';
const FEED = {
  id: id<FeedId>('bbc-world'),
  url: 'https://a.example/',
  outlet: id<OutletId>('bbc'),
  guild: null,
  everyMinutes: 10,
  enabled: true,
};

const EMPTY = {
  feeds: async () => [],
  backlog: async () => [],
  stuck: async () => [],
  pauses: async () => [],
  space: async () => ({ bytes: 4096, freeBytes: 5_000 }),
};
const STANDING = { isConnected: true, clockAheadMs: -1_500, overdue: [] };

/** Metrics at noon, and the samples they give: `name{label="…"}` -> value. */
function measuring() {
  const clock = handClock('2025-08-01T12:00Z');
  const metrics = openMetrics('1.2.3', clock);
  const samples = async (store: Partial<typeof EMPTY> = {}) => {
    const { text } = await metrics.read({ ...EMPTY, ...store }, STANDING);
    return new Map(
      text.split('\n').map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]),
    );
  };
  return { clock, metrics, samples };
}

describe('what is counted', () => {
  it('as it is committed: polls by verdict, items, matches, changes of deadlines, and how news travelled', async () => {
    const { metrics, samples } = measuring();
    const item = anItem({ published: at('2025-08-01T11:57Z'), seen: at('2025-08-01T12:00Z') });
    const state = { ...neverPolled(FEED.id, at('2025-08-01T12:00Z')), verdict: 'healthy' as const };
    const why = { hits: [], missing: [], blockedBy: [], wouldStop: [], likeness: null };
    const changes: readonly Change[] = [
      { kind: 'feed.polled', state, host: 'a.example', because },
      { kind: 'item.seen', item, baseline: false, because },
      { kind: 'item.seen', item, baseline: true, because },
      { kind: 'match.made', match: { item: item.id, storyline: aStoryline().slug, score: 1, why }, because },
      { kind: 'deadline.set', deadline: aDeadline(), because },
    ];
    metrics.committed(changes);
    const found = await samples();
    expect(found.get('desk_polls_total{verdict="healthy"}')).toBe(1);
    expect(found.get('desk_items_total')).toBe(2);
    expect(found.get('desk_matches_total')).toBe(1);
    expect(found.get('desk_deadline_changes_total{change="set"}')).toBe(1);
    expect(found.get('desk_published_to_seen_seconds_sum')).toBe(180);
    expect(found.get('desk_published_to_seen_seconds_count')).toBe(1);
  });

  const showing = (change: Partial<Showing>): Showing => ({
    key: id('key'),
    channel: id('channel'),
    replyTo: null,
    rev: 1,
    posted: null,
    nonce: 'nonce',
    marker: 1,
    firstTriedAt: null,
    attempts: 1,
    shownDigest: null,
    role: null,
    quiet: null,
    audience: { language: null, hasRole: false },
    subject: toldOf(aDevelopment()),
    ...change,
  });

  it('as it is shown: outcomes, how long news took, how late a reminder came, and waits for limits', async () => {
    const { metrics, samples } = measuring();
    const fake = fakeChat();
    const chat = metrics.counted(fake);
    const report = aReport({ published: at('2025-08-01T11:59Z'), seen: at('2025-08-01T11:59:55Z') });
    await chat.post(showing({ subject: toldOf(aDevelopment({ reports: [report] })) }));
    const version = aVersion();
    const rung = aRung({ at: at('2025-08-01T11:59:58Z') });
    await chat.post(
      showing({
        subject: { kind: 'rung', storyline: aStoryline(), deadline: aDeadline(), version, rung, waited: false },
      }),
    );
    const limited: Outcome = {
      kind: 'limited',
      where: 'channel',
      act: 'edit',
      until: at('2025-08-01T12:00:07Z'),
      reason: 'wait',
    };
    fake.fails(limited);
    await chat.edit(showing({}), id('posted'));
    await chat.find(showing({}));
    const found = await samples();
    expect(found.get('desk_deliveries_total{act="post",outcome="done"}')).toBe(2);
    expect(found.get('desk_deliveries_total{act="edit",outcome="limited"}')).toBe(1);
    expect(found.get('desk_deliveries_total{act="find",outcome="absent"}')).toBe(1);
    expect(found.get('desk_seen_to_shown_seconds_sum')).toBe(5);
    expect(found.get('desk_published_to_shown_seconds_sum')).toBe(60);
    expect(found.get('desk_reminder_lateness_seconds_sum')).toBe(2);
    expect(found.get('desk_rate_limit_wait_seconds_sum{where="channel"}')).toBe(7);
  });

  it('as it stands: the board by priority, feeds by verdict, the disk, the process', async () => {
    const { metrics, clock } = measuring();
    const store = createStore(openSqlite(':memory:', clock.now()).engine, TITLE_READER);
    await store.commit(
      [
        { kind: 'outlet.listed', outlet: anOutlet(), because },
        { kind: 'feed.listed', feed: FEED, firstPollAt: clock.now(), because },
        { kind: 'storyline.defined', storyline: aStoryline(), because },
        { kind: 'follow.set', follow: aFollow(), because },
        { kind: 'item.seen', item: anItem(), baseline: false, because },
        { kind: 'development.opened', development: aDevelopment(), because },
        want({ kind: 'development', id: aDevelopment().id }, aFollow(), {
          rev: 1,
          priority: PRIORITIES.development,
          because,
        }),
      ],
      { at: at('2025-08-01T11:50Z'), actor: 'test' },
    );
    const { text } = await metrics.read(store, STANDING);
    await store.close();
    for (const line of [
      'desk_build_info{version="1.2.3"} 1',
      'desk_board_waiting{priority="development"} 1',
      'desk_board_oldest_seconds{priority="development"} 600',
      'desk_board_waiting{priority="rung"} 0',
      'desk_feeds{verdict="new",owner="catalogue"} 1',
      'desk_discord_connected 1',
      'desk_clock_ahead_seconds -1.5',
      'desk_database_bytes 0',
    ])
      expect(text.split('\n')).toContain(line);
  });
});

describe('what stands in ops/', () => {
  const read = (name: string) => readFileSync(new URL(`../../../ops/${name}`, import.meta.url), 'utf8');

  /** Metrics and labels' values are words; what is in quotes is no metric. */
  function namesIn(expression: string): readonly string[] {
    const bare = expression.replaceAll(/"[^"]*"/g, '');
    return [...bare.matchAll(/\b(?:desk|nodejs|process)_[a-z0-9_]+/g)].map(([name]) => name);
  }

  /** Every name that Prometheus would know of us. */
  async function known(): Promise<ReadonlySet<string>> {
    const { text } = await openMetrics('1', handClock('2025-08-01T12:00Z')).read(EMPTY, STANDING);
    const types = [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)];
    const parts = ['_bucket', '_sum', '_count'];
    return new Set(
      types.flatMap(([, name = '', type]) => (type === 'histogram' ? parts.map((part) => name + part) : [name])),
    );
  }

  const dashboard = z
    .object({ panels: z.array(z.object({ targets: z.array(z.object({ expr: z.string() })).min(1) })).min(10) })
    .parse(JSON.parse(read('grafana/deadline-desk.json')));
  const shown = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
  const rule = z.strictObject({
    alert: z.string(),
    expr: z.string(),
    for: z.string().optional(),
    labels: z.strictObject({ severity: z.enum(['warning', 'critical']) }),
    annotations: z.strictObject({ summary: z.string(), action: z.string() }),
  });
  const { groups } = z
    .strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule).min(1) })) })
    .parse(parse(read('prometheus/alerts.yaml')));
  const alerted = groups.flatMap(({ rules }) => rules.map(({ expr }) => expr));

  it('the dashboard and the alerts name metrics that there are, and only those', async () => {
    const names = await known();
    const used = [...shown, ...alerted].flatMap(namesIn);
    expect(used.filter((name) => !names.has(name))).toEqual([]);
    expect(used.length).toBeGreaterThan(shown.length);
  });

  it('the dashboard shows every metric of ours but the one that says what runs', async () => {
    const used = new Set(shown.flatMap(namesIn).map((name) => name.replace(/_(?:bucket|sum|count)$/, '')));
    const { text } = await openMetrics('1', handClock('2025-08-01T12:00Z')).read(EMPTY, STANDING);
    const ours = [...text.matchAll(/^# TYPE (desk_\S+) /gm)].map(([, name = '']) => name);
    expect(ours.filter((name) => !used.has(name))).toEqual(['desk_build_info']);
  });

  it('verdicts and priorities that alerts choose by exist', () => {
    const chosen = alerted.flatMap((expr) => [...expr.matchAll(/(verdict|priority)[=!]~"([^"]+)"/g)]);
    const values: Readonly<Record<string, readonly string[]>> = {
      verdict: FEED_VERDICTS,
      priority: Object.keys(PRIORITIES),
    };
    const unknown = chosen.flatMap(([, label = '', words = '']) =>
      words.split('|').filter((word) => !values[label]?.includes(word)),
    );
    expect({ found: chosen.length, unknown }).toEqual({ found: 2, unknown: [] });
  });
});
