/** A desk at the fake Discord: what the tests of this folder begin with. */
import { afterEach, expect } from 'vitest';
import { connectDiscord, type DiscordChat, type DiscordOptions } from '../../../src/chat/discord/connect.ts';
import type { Command } from '../../../src/domain/command.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Showing, Subject } from '../../../src/domain/message.ts';
import type { Feeds, Log, Store } from '../../../src/domain/ports.ts';
import type { Arrival } from '../../../src/domain/premises.ts';
import { type FakeDiscord, fakeDiscord } from '../../fakes/discord/discord.ts';
import { CHANNEL, TOKEN } from '../../fakes/discord/world.ts';
import { aDevelopment, aReport, NO_RULES, toldOf } from '../../fakes/nouns.ts';

export interface LogLine {
  readonly level: 'debug' | 'info' | 'warn' | 'error';
  readonly message: string;
  readonly fields: object;
}

export interface Desk extends DiscordChat {
  readonly discord: FakeDiscord;
  readonly log: readonly LogLine[];
  /** What `onFatal` was told. */
  readonly fatal: readonly string[];
  /** What `onAccess` was told. */
  readonly access: readonly (readonly string[] | null)[];
  /** What `onArrivals` was told. */
  readonly arrivals: readonly Arrival[];
}

export function keptLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const at = (level: LogLine['level']) => (fields: object, message: string) =>
    void lines.push({ level, fields, message });
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

/** A port whose every method is a bug to call: the commands of these tests need none. */
function unusedPort<Port extends object>(): Port {
  return new Proxy<Port>(Object.create(null), {
    get: (_target, name) => {
      throw new Error(`no command of these tests asks for ${String(name)}`);
    },
  });
}

const endings: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end();
});

/** The fake, closed after the test; bodies that Discord would refuse fail it, unless `mayViolate`. */
export async function aDiscord(mayViolate = false): Promise<FakeDiscord> {
  const discord = await fakeDiscord();
  endings.push(async () => {
    await discord.close();
    if (!mayViolate) expect(discord.violations).toEqual([]);
  });
  return discord;
}

/** The desk connected to `discord`, closed after the test. */
export async function deskAt(discord: FakeDiscord, change: Partial<DiscordOptions> = {}): Promise<Desk> {
  const log = keptLog();
  const fatal: string[] = [];
  const access: (readonly string[] | null)[] = [];
  const arrivals: Arrival[] = [];
  const connected = await connectDiscord({
    token: TOKEN,
    apiUrl: discord.apiUrl,
    loginDeadlineMs: 10_000,
    stopping: new AbortController().signal,
    guild: null,
    commands: [],
    ports: { store: unusedPort<Store>(), feeds: unusedPort<Feeds>(), ...NO_RULES },
    clock: discord.clock,
    log,
    refusals: { before: [], keep: () => undefined },
    onAccess: (channels) => void access.push(channels),
    onArrivals: (arrived) => void arrivals.push(...arrived),
    onFatal: (reason) => void fatal.push(reason),
    ...change,
  });
  endings.push(() => connected.close());
  return { ...connected, discord, log: log.lines, fatal, access, arrivals };
}

export async function aDesk(commands: readonly Command[] = []): Promise<Desk> {
  return deskAt(await aDiscord(), { commands });
}

export function newsOf(title: string): Subject {
  return toldOf(aDevelopment({ reports: [aReport({ title })] }));
}

/** A message never tried before. */
export function aShowing(change: Partial<Showing> = {}): Showing {
  return {
    key: id('development-1/follow-1'),
    channel: id(CHANNEL),
    rev: 1,
    posted: null,
    replyTo: null,
    nonce: 'n-development-1-follow-1',
    marker: 1_234_567_890,
    firstTriedAt: null,
    attempts: 1,
    shownDigest: null,
    role: null,
    quiet: null,
    audience: { language: null, hasRole: false },
    subject: newsOf('Envoys agree on a date'),
    ...change,
  };
}
