/**
 * Kills desks at every await of the line and starts them again on the same file and at the same channel, until nothing
 * more kills them; then compares the channel with that of a desk that nobody killed. The same seed makes the same plan.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { id } from '../../../src/domain/ids.ts';
import { type QuietHours, quietUntil } from '../../../src/domain/quiet.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { MINUTE, plus, SECOND } from '../../../src/domain/time.ts';
import { type FakeDiscord, fakeDiscord } from '../discord/discord.ts';
import type { Trouble } from '../discord/faults.ts';
import { CROSSPOSTED, type Message, textOf } from '../discord/messages.ts';
import { ANNOUNCEMENT, BOT, CHANNEL, FORUM, GUILD, MODERATORS, TOKEN } from '../discord/world.ts';
import { at } from '../nouns.ts';
import { awaitsOfTheLine, buildVictim, VICTIM } from './built.ts';
import { askFor } from './records.ts';
import type { Death, VictimOptions } from './victim.ts';

/** A date proposed, confirmed, moved and fixed, its first reminder, and what five outlets report beside it. */
const SPAN = {
  ...{ from: at('2025-07-27T00:00Z'), until: at('2025-08-01T14:00Z'), everyMinutes: 240 },
  feeds: ['bbc-europe', 'bbc-world', 'nyt-world', 'rferl', 'kyiv-independent'],
};

/** A forum, where one storyline has a post; another one has a thread in the channel. */
const POSTS = '200000000000000077';

/** A channel for announcements, whose messages are published, and which is left in peace at night. */
const NEWSROOM = '200000000000000078';

/** Kills delay what polls bring: the edges of the newsroom's night are far behind any of them. */
const QUIET: QuietHours = { from: '22:00', until: '13:10', zone: id('UTC'), urgent: false };

/** A play that was killed so often is played to its end and compared. */
const KILLS_A_PLAY = 20;

/** Milliseconds after which a kill meets a request on its way, or Discord's answer to it. */
const LONGEST_DELAY = 20;

/** How long the desk stays dead: the lease of a message is a minute, the nonce is known for two, three in the fake. */
const GAPS = [0, 0, 70 * SECOND, 150 * SECOND, 4 * MINUTE];

/** What goes wrong at Discord on top of it, before it did what it was asked, or after: then it cannot say that it did not. */
const BROKEN: readonly Trouble[] = [500, 502, 'socket closed'];
const TROUBLES: readonly Trouble[] = [...BROKEN, { retryAfter: 1 }, { status: 400, code: 130_000 }];

export interface TortureOptions {
  readonly kills: number;
  readonly seed: number;
  /** Plays at the same time. */
  readonly plays: number;
  readonly onProgress: (words: string) => void;
}

export interface Tortured {
  readonly kills: number;
  /** Of all awaits of the line, those that a desk died at. */
  readonly awaits: {
    readonly all: number;
    /** By any desk at all. */
    readonly reached: number;
    readonly killedAt: number;
    readonly never: readonly string[];
  };
  /** Faults that Discord made on top. */
  readonly faults: number;
  /** Times that a channel was read for a message in doubt. */
  readonly searches: number;
  /** What was lost, came twice, or reads otherwise than without a kill. */
  readonly found: readonly string[];
}

/** mulberry32: a small generator whose numbers look random enough to choose by. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function oneOf<Thing>(things: readonly [Thing, ...Thing[]] | readonly Thing[], roll: () => number): Thing {
  const thing = things[Math.floor(roll() * things.length)];
  if (thing === undefined) throw new Error('nothing to choose from');
  return thing;
}

interface Ended {
  readonly isKilled: boolean;
  readonly out: string;
}

const alive = new Set<ChildProcess>();

/** Ends every desk that a failed test left behind. */
export function killVictims(): void {
  for (const child of alive) child.kill('SIGKILL');
}

/** Anything but a kill or a good end is a fault of the desk: its words are the error. */
function run(options: VictimOptions): Promise<Ended> {
  const child = spawn(process.execPath, [VICTIM], {
    env: { PATH: process.env.PATH ?? '', VICTIM: JSON.stringify(options) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  alive.add(child);
  const [out, notes]: [string[], string[]] = [[], []];
  child.stdout.setEncoding('utf8').on('data', (text: string) => out.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => notes.push(text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      alive.delete(child);
      if (code === 0 || signal === 'SIGKILL') resolve({ isKilled: signal !== null, out: out.join('') });
      else reject(new Error(`a desk ended with ${code ?? signal}:\n${notes.join('')}`));
    });
  });
}

interface Stage {
  readonly folder: string;
  readonly discord: FakeDiscord;
}

async function stage(): Promise<Stage> {
  const discord = await fakeDiscord(SPAN.from);
  discord.channel(POSTS).becomes({ type: FORUM });
  discord.channel(NEWSROOM).becomes({ type: ANNOUNCEMENT });
  return { folder: mkdtempSync(join(tmpdir(), 'desk-torture-')), discord };
}

async function strike({ folder, discord }: Stage): Promise<void> {
  await discord.close();
  rmSync(folder, { recursive: true });
}

function optionsFor({ folder, discord }: Stage, from: Instant, dies: Death | null): VictimOptions {
  const place = {
    guild: GUILD,
    channel: CHANNEL,
    moderators: MODERATORS,
    forum: POSTS,
    newsroom: NEWSROOM,
    quiet: QUIET,
  };
  return { ...SPAN, ...place, folder, from, dies, token: TOKEN, apiUrl: discord.apiUrl };
}

const boardRow = z.object({
  key: z.string(),
  place: z.string(),
  made_at: z.string().transform(at),
  state: z.string(),
  wanted_rev: z.number(),
  shown_rev: z.number(),
  posted: z.string().nullable(),
  nonce: z.string(),
  marker: z.number(),
});

/** How a channel ended: every message of the board as it reads there, and what is wrong with them. */
export interface Channel {
  readonly tellings: readonly string[];
  readonly faults: readonly string[];
}

/**
 * A card says when its sources were last read, ids say when a noun was first seen, and reports of one minute come in any
 * order: all that shifts while a desk lies dead.
 */
function tellingOf(key: string, messages: readonly Message[]): string {
  const text = messages.map(({ components }) => textOf({ components: [...components] })).join('\n');
  const lines = text.replace(/<t:\d+:\w>/g, '<t>').split('\n');
  return `${key.replace(/\b([a-z]{2})_[0-9a-f]{20}/g, '$1')}\n${lines.sort().join('\n')}`;
}

export type BoardRow = z.output<typeof boardRow>;

/** What is wrong with a message of the board, `own` being those in the channel that carry its nonce. */
export function faultsOf({ key, state, posted, ...row }: BoardRow, own: readonly Message[]): readonly string[] {
  if (own.length !== 1) return [`${key} is in the channel ${own.length} times (${state})`];
  const isEven = state === 'shown' && row.wanted_rev === row.shown_rev;
  if (!isEven) return [`${key} is ${state}, ${row.shown_rev} of ${row.wanted_rev}`];
  return own[0]?.id === posted ? [] : [`${key} counts as ${posted} and is ${own[0]?.id}`];
}

/** What is wrong with what the newsroom told: all of it is published. */
export function newsroomFaults(told: readonly Message[]): readonly string[] {
  const unpublished = told.filter(({ flags }) => (flags & CROSSPOSTED) === 0);
  return unpublished.map(({ id: name }) => `message ${name} is not published`);
}

const nightRow = z.object({ entries: z.string(), developments: z.string() });
const missed = z.array(z.object({ rungs: z.array(z.string()) }));

/** What the mornings of the newsroom told together. */
async function toldTogether(folder: string): Promise<readonly string[]> {
  const nights = await askFor(
    folder,
    nightRow,
    `SELECT entries, developments FROM catch_up WHERE cause = 'quiet'`,
    'desk.db',
  );
  return nights.flatMap(({ entries, developments }) => [
    ...missed.parse(JSON.parse(entries)).flatMap(({ rungs }) => rungs.map((rung) => `rung ${rung}`)),
    ...z
      .array(z.string())
      .parse(JSON.parse(developments))
      .map(() => 'development'),
  ]);
}

/**
 * What a row tells of the newsroom's night; null for any other. A desk that dies with such a message in hand may have sent
 * it: it comes by itself then, and not in the message of the morning.
 */
export function ofTheNight({ key, place, made_at: made }: Pick<BoardRow, 'key' | 'place' | 'made_at'>): string | null {
  const [kind, rest = ''] = key.split(':');
  const isOfNight = kind === 'catch_up' || quietUntil(QUIET, made) !== null;
  if (place !== NEWSROOM || !isOfNight) return null;
  return kind === 'rung' ? `rung ${rest.split('/').at(-1)?.split('@')[0]}` : `${kind}`;
}

/** A post of a forum begins without a nonce. */
function isOf({ nonce, marker }: BoardRow, message: Message): boolean {
  return message.nonce === undefined ? message.components.some(({ id }) => id === marker) : message.nonce === nonce;
}

async function channelOf({ folder, discord }: Stage): Promise<Channel> {
  const rows = await askFor(folder, boardRow, 'SELECT * FROM message ORDER BY key', 'desk.db');
  const threads = [CHANNEL, POSTS].flatMap((channel) => discord.channel(channel).threads);
  const places = [CHANNEL, MODERATORS, NEWSROOM, ...threads.map(({ id }) => id)];
  const ours = places.flatMap((place) => discord.channel(place).messages).filter(({ author }) => author.id === BOT);
  const strays = ours.filter((message) => !rows.some((row) => isOf(row, message)));
  const ownOf = (row: BoardRow) => ours.filter((message) => isOf(row, message));
  const alone = rows.flatMap((row) => ofTheNight(row) ?? []).filter((told) => told !== 'catch_up');
  return {
    tellings: [
      ...rows.filter((row) => ofTheNight(row) === null).map((row) => tellingOf(row.key, ownOf(row))),
      ...[...alone, ...(await toldTogether(folder))].map((told) => `in the night: ${told}`),
      ...threads.map(({ name, parent }) => `thread ${name} in ${parent}`),
    ].sort(),
    faults: [
      ...rows.flatMap((row) => faultsOf(row, ownOf(row))),
      ...strays.map(({ id }) => `message ${id} is on no board`),
      ...newsroomFaults(ours.filter(({ channel_id }) => channel_id === NEWSROOM)),
      ...(threads.length === 2 ? [] : [`there are ${threads.length} threads, and not two`]),
      ...discord.violations,
    ],
  };
}

/** Of these, what the others lack. */
function without(these: readonly string[], others: readonly string[]): readonly string[] {
  const left = [...others];
  return these.filter((one) => {
    const index = left.indexOf(one);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** What differs from the channel of a desk that nobody killed. */
export function differences({ tellings, faults }: Channel, undisturbed: Channel): readonly string[] {
  const lost = without(undisturbed.tellings, tellings).map((telling) => `lost: ${telling}`);
  const more = without(tellings, undisturbed.tellings).map((telling) => `too much: ${telling}`);
  return [...faults, ...lost, ...more];
}

const hitsSchema = z.record(z.string(), z.number());

/** What can be killed at: both sides of every await that a desk was seen to come by, as often as it did. */
class Plan {
  readonly kills = new Map<string, number>();
  readonly #missed = new Map<string, number>();
  readonly #hits = new Map<string, number>();
  readonly #roll: () => number;

  constructor(roll: () => number) {
    this.#roll = roll;
  }

  /** What a desk that played to its end came by: after a kill it may be more than before. */
  learn(out: string): void {
    const hits = hitsSchema.parse(JSON.parse(out));
    for (const [side, count] of Object.entries(hits)) this.#hits.set(side, Math.max(count, this.#hits.get(side) ?? 0));
  }

  get sides(): readonly string[] {
    return [...this.#hits.keys()];
  }

  /** One of those that were killed at, or missed, the least often. */
  next(): Death {
    const tries = (side: string) => (this.kills.get(side) ?? 0) + (this.#missed.get(side) ?? 0);
    const least = Math.min(...this.sides.map(tries));
    const rarest = this.sides.filter((side) => tries(side) === least);
    const side = oneOf(rarest, this.#roll);
    const [moment, name = ''] = side.split(' ');
    const most = Math.max(1, (this.#hits.get(side) ?? 1) / KILLS_A_PLAY);
    const delay = moment === 'begun' && this.#roll() < 0.5 ? Math.ceil(this.#roll() * LONGEST_DELAY) : 0;
    return { name, moment: moment === 'begun' ? 'begun' : 'ended', nth: Math.ceil(this.#roll() * most), delay };
  }

  note({ moment, name }: Death, isKilled: boolean): void {
    const counts = isKilled ? this.kills : this.#missed;
    counts.set(`${moment} ${name}`, (counts.get(`${moment} ${name}`) ?? 0) + 1);
  }

  count(): number {
    return [...this.kills.values()].reduce((sum, kills) => sum + kills, 0);
  }
}

interface Played {
  readonly channel: Channel;
  readonly searches: number;
}

class Torture {
  readonly #options: TortureOptions;
  readonly #roll: () => number;
  readonly #plan: Plan;
  readonly #undisturbed: Channel;
  faults = 0;
  searches = 0;
  readonly found: string[] = [];

  constructor(options: TortureOptions, roll: () => number, plan: Plan, undisturbed: Channel) {
    this.#options = options;
    this.#roll = roll;
    this.#plan = plan;
    this.#undisturbed = undisturbed;
  }

  get #isDone(): boolean {
    return this.#plan.count() >= this.#options.kills;
  }

  /** One play after the other, until there were enough kills. */
  async lane(): Promise<void> {
    while (!this.#isDone) {
      const { channel, searches } = await this.#play();
      this.searches += searches;
      const found = differences(channel, this.#undisturbed);
      this.found.push(...found);
      for (const fault of found) this.#options.onProgress(fault);
      this.#options.onProgress(this.#standing());
    }
  }

  #standing(): string {
    const { kills, seed } = this.#options;
    const done = `${this.#plan.count()} of ${kills} kills at ${this.#plan.kills.size} places`;
    return `${done}, ${this.faults} faults made, ${this.searches} searches, ${this.found.length} faults found (seed ${seed})`;
  }

  #trouble({ discord }: Stage): void {
    if (this.#roll() < 0.5) return;
    this.faults += 1;
    const [moment, troubles] = oneOf([['before', TROUBLES] as const, ['after', BROKEN] as const], this.#roll);
    const place = oneOf(['/messages', '/threads', '/crosspost'], this.#roll);
    const fault = discord.fails(1).at(place).with(oneOf(troubles, this.#roll));
    fault[moment]('commit');
  }

  /** Answers whether the desk played to its end. */
  async #oneLife(where: Stage, from: Instant): Promise<boolean> {
    const dies = this.#plan.next();
    this.#trouble(where);
    const { isKilled, out } = await run(optionsFor(where, from, dies));
    this.#plan.note(dies, isKilled);
    if (!isKilled) this.#plan.learn(out);
    return !isKilled;
  }

  async #play(): Promise<Played> {
    const where = await stage();
    let from: Instant = SPAN.from;
    let isOver = false;
    for (let kill = 0; kill < KILLS_A_PLAY && !isOver && !this.#isDone; kill += 1) {
      isOver = await this.#oneLife(where, from);
      from = plus(where.discord.clock.now(), oneOf(GAPS, this.#roll));
    }
    if (!isOver) this.#plan.learn((await run(optionsFor(where, from, null))).out);
    const channel = await channelOf(where);
    const searches = where.discord.asked('GET /channels').length;
    await strike(where);
    return { channel, searches };
  }
}

/** A desk that nobody kills. */
async function undisturbedPlay(plan: Plan): Promise<Channel> {
  const where = await stage();
  plan.learn((await run(optionsFor(where, SPAN.from, null))).out);
  const channel = await channelOf(where);
  await strike(where);
  return channel;
}

/** Kills until there were enough. Rejects when a desk ends in another way than by a kill or well. */
export async function torture(options: TortureOptions): Promise<Tortured> {
  buildVictim();
  const awaits = awaitsOfTheLine();
  const roll = dice(options.seed);
  const plan = new Plan(roll);
  const channel = await undisturbedPlay(plan);
  options.onProgress(
    `${channel.tellings.length} messages, ${awaits.length} awaits, ${plan.sides.length} sides come by`,
  );
  const work = new Torture(options, roll, plan, channel);
  await Promise.all(Array.from({ length: options.plays }, () => work.lane()));
  const killedAt = new Set([...plan.kills.keys()].map((target) => target.split(' ')[1] ?? ''));
  return {
    kills: plan.count(),
    awaits: {
      all: awaits.length,
      reached: new Set(plan.sides.map((side) => side.split(' ')[1])).size,
      killedAt: killedAt.size,
      never: awaits.filter((name) => !killedAt.has(name)),
    },
    faults: work.faults,
    searches: work.searches,
    found: [...channel.faults, ...work.found],
  };
}
