/**
 * `board`: 2,000 digests over 200 channels, all due at once, sent to a Discord with Discord's limits; and a change alert
 * that is wanted five seconds after the burst began.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { drawCard } from '../dist/cards/draw.js';
import { discordChat } from '../dist/chat/discord/chat.js';
import { deskClient } from '../dist/chat/discord/client.js';
import { evenly, invalidRequests } from '../dist/chat/discord/requests.js';
import { inputItemSchema } from '../dist/cli/jsonl.js';
import { inTimeOrder } from '../dist/cli/pastItems.js';
import { wallClock } from '../dist/clock.js';
import { loadConfig } from '../dist/config.js';
import { OWN } from '../dist/domain/origin.js';
import { Refusal } from '../dist/domain/refusal.js';
import { openStore } from '../dist/main.js';
import { deliverStep } from '../dist/run/deliver.js';
import { startLoop } from '../dist/run/loop.js';
import { openDiscord } from './discordLimits.mjs';
import { PLAIN_FOLLOW } from './follow.mjs';
import { makeItems } from './items.mjs';
import { columns, say } from './table.mjs';

const MESSAGES = 2_000;
const CHANNELS = 200;
const ALERT_AFTER_MS = 5_000;
const BECAUSE = 'a bench says so';
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const channelOf = (number) => String(300_000_000_000_000_000n + BigInt(number % CHANNELS));

function seed() {
  const { catalogue, ladder, gate, caps } = loadConfig({ env: {} });
  const [storyline] = catalogue.storylines;
  const items = makeItems(1, catalogue.outlets).map((item) => inputItemSchema.parse(item));
  const [{ past }] = inTimeOrder(items, catalogue.outlets);
  const { item } = past;
  const report = {
    item: item.id,
    formerly: [],
    title: item.title,
    link: item.link,
    source: item.source,
    joined: { rule: 'opened' },
  };
  const when = { published: item.published, seen: item.seen };
  const development = {
    ...{ id: 'dv_bench', storyline: storyline.slug, rev: 1, follows: null, openedAt: item.seen, lastAt: item.seen },
    reports: [{ ...report, ...when, lede: item.lede, origin: OWN, figures: [] }],
  };
  const follow = { ...PLAIN_FOLLOW, storyline: storyline.slug, guild: '1', ladder, gate, caps };
  return { catalogue, storyline, item, development, follow, outlet: past.outlet };
}

function wanted(key, channel, priority) {
  const subject = { kind: 'development', id: 'dv_bench' };
  const manner = { rev: 1, priority, ping: false, answers: null, because: BECAUSE };
  return { kind: 'message.wanted', key, follow: `f${channel}`, channel, subject, ...manner };
}

async function fill(store, clock, count) {
  const { catalogue, storyline, item, development, follow, outlet } = seed();
  const channels = Array.from({ length: CHANNELS }, (_, number) => channelOf(number));
  const outlets = [...new Map([...catalogue.outlets, outlet].map((one) => [one.id, one])).values()];
  const follows = channels.map((channel) => ({ ...follow, id: `f${channel}`, channel }));
  await store.commit(
    [
      ...outlets.map((one) => ({ kind: 'outlet.listed', outlet: one, because: BECAUSE })),
      { kind: 'storyline.defined', storyline, because: BECAUSE },
      ...follows.map((one) => ({ kind: 'follow.set', follow: one, because: BECAUSE })),
      { kind: 'item.seen', item, baseline: false, because: BECAUSE },
      { kind: 'development.opened', development, because: BECAUSE },
      ...Array.from({ length: count }, (_, number) => wanted(`digest-${number}`, channelOf(number), 5)),
    ],
    { at: clock.now(), actor: 'bench' },
  );
}

function openChat(apiUrl, clock, leaving) {
  const { client } = deskClient({ apiUrl, loginDeadlineMs: 30_000, clock, onHeld: () => {} });
  client.rest.setToken('bench');
  return discordChat({
    ...{ rest: evenly(client.rest, clock, leaving), mayRead: () => true, self: '1', clock, leaving },
    ...{ draw: drawCard, log: SILENT, invalid: invalidRequests(clock, SILENT, { before: [], keep: async () => {} }) },
    ending: { reason: () => null, end: () => {} },
  });
}

/** Resolves once nothing waits on the board any more. */
async function drained(store) {
  while ((await store.totals()).waiting > 0) await new Promise((resolve) => setTimeout(resolve, 50));
}

/** Milliseconds from the alert's commit until Discord had it. */
async function alerted(store, clock, loop, limits) {
  await new Promise((resolve) => setTimeout(resolve, ALERT_AFTER_MS));
  const channel = String(400_000_000_000_000_000n);
  const began = performance.now();
  await store.commit([{ ...wanted('change', channel, 0), follow: `f${channelOf(0)}` }], {
    at: clock.now(),
    actor: 'bench',
  });
  loop.wake();
  for (;;) {
    const there = limits.posted.find((one) => one.channel === channel);
    if (there) return there.at - began;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function busiestSecond(posted) {
  return Math.max(...posted.map(({ at }, index) => posted.slice(index).filter((one) => one.at < at + 1_000).length));
}

async function measure(folder, count) {
  const clock = wallClock();
  const discord = await openDiscord();
  const store = openStore(join(folder, 'board.db'), clock, SILENT, {});
  const leaving = new AbortController();
  await fill(store, clock, count);
  const chat = openChat(discord.apiUrl, clock, leaving.signal);
  const step = deliverStep({ store, chat, clock, log: SILENT, onUnauthorised: () => {} });
  const began = performance.now();
  const loop = startLoop({ name: 'deliver', step, clock, log: SILENT, signal: leaving.signal });
  const alert = await alerted(store, clock, loop, discord.limits);
  await drained(store);
  const seconds = (discord.limits.posted.at(-1).at - began) / 1_000;
  leaving.abort();
  await loop.ended;
  await store.close();
  discord.close();
  return { seconds, alert, refused: discord.limits.refused, posted: discord.limits.posted };
}

/** Prints how long the burst takes beside what Discord allows, and what was refused. */
export async function run(words) {
  const options = { count: { type: 'string', default: String(MESSAGES) } };
  const count = Number(parseArgs({ args: words, options }).values.count);
  if (!(count >= 500 && count <= 100_000)) throw new Refusal('--count: should be a number from 500 to 100000');
  const folder = mkdtempSync(join(tmpdir(), 'desk-bench-'));
  try {
    const { seconds, alert, refused, posted } = await measure(folder, count);
    const rows = [
      ['messages posted', posted.length.toString()],
      ['seconds until the last', seconds.toFixed(1)],
      ['seconds at 50 a second', (posted.length / 50).toFixed(1)],
      ['most in a second', busiestSecond(posted).toString()],
      ['refused by Discord (429)', refused.toString()],
      ['ms until the alert was out', alert.toFixed(0)],
      ['MB resident', (process.memoryUsage().rss / 1e6).toFixed(0)],
    ];
    for (const row of columns(rows)) say(row);
    return refused === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
