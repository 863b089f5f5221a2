/**
 * A desk that is killed without warning at one `await` of the line: the demo's outlets, SQLite in a folder, and the fake
 * Discord of the process that started it, to which every request says what time it is here. When nothing kills it, it
 * prints how often each await was reached.
 */
import { join } from 'node:path';
import { REST } from 'discord.js';
import { z } from 'zod';
import { connectDiscord } from '../../../src/chat/discord/connect.ts';
import { startModerator } from '../../../src/cli/demo/moderator.ts';
import { startDemoServer } from '../../../src/cli/demo/server.ts';
import { demoFeeds, loadWorld } from '../../../src/cli/demo/world.ts';
import { simulatedClock } from '../../../src/clock.ts';
import { loadConfig } from '../../../src/config.ts';
import { vocabularyOf } from '../../../src/decide/rules.ts';
import { changeFollows, followIn } from '../../../src/decide/steer.ts';
import type { Change } from '../../../src/domain/change.ts';
import type { CommandPorts } from '../../../src/domain/command.ts';
import { type ChannelId, type GuildId, id, type StorylineSlug } from '../../../src/domain/ids.ts';
import type { Follow } from '../../../src/domain/storyline.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { createFeeds } from '../../../src/feeds/feeds.ts';
import { checkQuery, openRules, openStore, seedStore, vocabularyIn } from '../../../src/main.ts';
import { type Line, LOOPS, startLine } from '../../../src/run/line.ts';
import { quietHours } from '../../../src/store/rows.ts';

const death = z.object({
  name: z.string(),
  moment: z.enum(['begun', 'ended']),
  nth: z.int(),
  delay: z.int(),
});

/** The `nth` time that the await `name` has `moment`, and some milliseconds later. */
export type Death = z.output<typeof death>;

const schema = z.object({
  folder: z.string(),
  apiUrl: z.string(),
  token: z.string(),
  guild: z.string().transform((text) => id<GuildId>(text)),
  channel: z.string().transform((text) => id<ChannelId>(text)),
  moderators: z.string().transform((text) => id<ChannelId>(text)),
  forum: z.string().transform((text) => id<ChannelId>(text)),
  /** Its messages are published. */
  newsroom: z.string().transform((text) => id<ChannelId>(text)),
  /** The newsroom's. */
  quiet: quietHours,
  from: z.string().transform((text) => id<Instant>(text)),
  until: z.string().transform((text) => id<Instant>(text)),
  everyMinutes: z.number(),
  /** Of the demo's. */
  feeds: z.array(z.string()),
  dies: death.nullable(),
});

export type VictimOptions = z.input<typeof schema>;

/** Told in a thread of its own in the channel, in a post of the forum, and in the newsroom. */
const IN_THREADS = id<StorylineSlug>('ceasefire-deadline');

/** How often each await was reached: `begun run/tick.ts:20:9` -> 40. */
export type Hits = Readonly<Record<string, number>>;

const options = schema.parse(JSON.parse(process.env.VICTIM ?? '{}'));
const hits: Record<string, number> = {};

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

function reached<Value>(moment: Death['moment'], name: string, value: Value): Value {
  const count = (hits[`${moment} ${name}`] ?? 0) + 1;
  hits[`${moment} ${name}`] = count;
  const { dies } = options;
  if (dies?.name !== name || dies.moment !== moment || dies.nth !== count) return value;
  if (dies.delay === 0) die();
  else setTimeout(die, dies.delay);
  return value;
}

Object.assign(globalThis, {
  deskAwaits: {
    begun: <Value>(name: string, value: Value) => reached('begun', name, value),
    ended: <Value>(name: string, value: Value) => reached('ended', name, value),
  },
});

const silent = { debug: () => undefined, info: () => undefined, warn: () => undefined };
const log = {
  ...silent,
  error: (fields: object, text: string) => void process.stderr.write(`${text} ${JSON.stringify(fields)}\n`),
};

const ended = new AbortController();
const clock = simulatedClock({
  start: options.from,
  end: options.until,
  workers: LOOPS + 1,
  pace: async () => undefined,
  onEnd: () => ended.abort(),
});

const request = REST.prototype.request;
REST.prototype.request = function dated(this: REST, asked) {
  return request.call(this, { ...asked, headers: { ...asked.headers, 'x-desk-clock': clock.now() } });
};

const config = loadConfig({ env: {}, checkQuery });
const world = loadWorld();
const server = await startDemoServer(world, clock.now);
const { everyMinutes, guild, channel, moderators, forum, newsroom, quiet } = options;
const feed = { guild: null, everyMinutes, enabled: true };
const feeds = demoFeeds(world)
  .filter(({ id: name }) => options.feeds.includes(name))
  .map((one) => ({ ...one, url: server.url(one.id), ...feed }));
const store = openStore(join(options.folder, 'desk.db'), clock, log, config.catalogue.aliases);
await seedStore(store, { ...config.catalogue, feeds }, config, { guild, channel, moderators }, options.from);

async function follows(where: ChannelId): Promise<readonly Follow[]> {
  const all = (await store.server(guild)).follows;
  return all.filter(({ storyline, channel: told }) => storyline === IN_THREADS && told === where);
}

async function steer(changes: readonly Change[]): Promise<void> {
  await store.commit(changes, { at: options.from, actor: 'test', guild });
}

/** Where it is followed already, it stays as it is. */
async function followed(where: ChannelId, inThread: boolean): Promise<void> {
  const place = { guild, channel: where, role: null, inThread };
  await steer(followIn([{ slug: IN_THREADS }], place, config, await follows(where)));
}

await steer(changeFollows(await follows(channel), { inThread: true }));
await followed(forum, true);
await followed(newsroom, false);
await steer(changeFollows(await follows(newsroom), { publishes: true, quiet }));
const reader = createFeeds({
  ...{ userAgent: 'DeadlineDesk/test', timeoutMs: 20_000, maxBytes: 5_000_000, perHost: 8, log },
  allowedHosts: ['127.0.0.1'],
});
const rules = openRules(config.catalogue.storylines, vocabularyIn(config));
const { concurrency } = config.polling;
const ports: Omit<CommandPorts, 'premises'> = {
  store,
  commit: (changes, act) => store.commit(changes, act),
  feeds: reader,
  pictures: {
    chain: () => Promise.reject(new Error('nobody asks for pictures here')),
    trial: () => Promise.reject(new Error('nobody asks for pictures here')),
  },
  usual: config,
  feedRoom: config.serverFeeds,
  addressesOf: async () => null,
  trapAt: () => null,
  namesOf: () => [],
  judgementsOf: () => [],
  vocabulary: () => vocabularyOf({}),
};
let line: Line | null = null;
const discord = await connectDiscord({
  ...{ token: options.token, apiUrl: options.apiUrl, loginDeadlineMs: 20_000, stopping: ended.signal },
  ...{ guild: null, commands: [], ports, clock, log, refusals: { before: [], keep: () => undefined } },
  onAccess: (channels) => line?.accessChanged(channels),
  onArrivals: () => undefined,
  onFatal: (reason) => log.error({}, reason),
});
const rest = { concurrency, perHost: concurrency, trapAt: () => null, onUnauthorised: () => undefined };
line = startLine({ store, feeds: reader, chat: discord.chat, clock, log, rules: () => rules, ...rest });
const moderator = startModerator({ store, guild, line, clock, log, signal: ended.signal });
await new Promise((resolve) => ended.signal.addEventListener('abort', resolve));
await moderator.ended;
await line.stop();
for (const part of [discord, reader, server, store]) await part.close();
process.stdout.write(JSON.stringify(hits));
