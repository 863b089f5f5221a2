/**
 * A Discord on loopback, real enough for discord.js: HTTP and gateway, tokens, channels, commands, interactions. It
 * judges every body by Discord's documented rules and keeps what it was sent.
 */
import { once } from 'node:events';
import type { AddressInfo, Server } from 'node:net';
import { z } from 'zod';
import { at } from '../nouns.ts';
import type { CommandJson } from './commandRules.ts';
import { commands } from './commands.ts';
import { type FaultInWords, faults } from './faults.ts';
import { type Gateway, gateway } from './gateway.ts';
import { type Answer, httpServer, type Request } from './http.ts';
import {
  type Interactions,
  interactions,
  type Offered,
  type OnMessage,
  type Options,
  type Seen,
  type SlashCaller,
  type Typed,
  type TypedCommand,
} from './interactions.ts';
import { invalid, type Message, type Messages, messages } from './messages.ts';
import { complaintsByDescription } from './openapi/judge.ts';
import { type Place, type Places, places } from './places.ts';
import { router } from './routes.ts';
import { threads } from './threads.ts';
import {
  BOT,
  CHANNEL,
  type Forbidden,
  GUILD,
  guildJson,
  type HandClock,
  handClock,
  MEMBER,
  MODERATORS,
  READY,
  TOKEN,
} from './world.ts';

export interface FakeChannel {
  /** In the order they were posted. */
  readonly messages: readonly Message[];
  /** Someone else writes: text, or a whole body. */
  chatter(said: string | object): Message;
  delete(message: string): void;
  /** The bot is kept from these there from now on, and from nothing else; the gateway says so. */
  forbids(...forbidden: readonly Forbidden[]): void;
  /** The same, and the gateway has not said so yet. */
  forbidsUntold(...forbidden: readonly Forbidden[]): void;
  /** Another kind of channel from now on, or a thread in another state; the gateway says so. */
  becomes(change: Partial<Place>): void;
  /** Its threads, or a forum's posts, in the order they were made. */
  readonly threads: readonly Place[];
  /** Somebody deletes all of it. */
  vanishes(): void;
}

export interface FakeDiscord {
  readonly apiUrl: string;
  readonly clock: HandClock;
  readonly gateway: Gateway;
  /** Everything asked over HTTP whose `METHOD path` contains `part`, in order. */
  asked(part: string): readonly Request[];
  /** Bodies that Discord would have refused, with its reasons. */
  readonly violations: readonly string[];
  readonly commands: readonly CommandJson[];
  /** The channel, made when it is first spoken of. */
  channel(id: string): FakeChannel;
  fails(times: number): FaultInWords;
  revokesToken(): void;
  /** Resolves to what the person sees; a member who may manage nothing, unless said. */
  slash(name: string, subcommand: string, options?: Options, caller?: Partial<SlashCaller>): Promise<Seen>;
  /** Uses a command on a message, from its menu; resolves to what its user sees. */
  onMessage(name: string, message: OnMessage, caller?: Partial<SlashCaller>): Promise<Seen>;
  /** Presses a button; resolves to what its presser sees. */
  press(customId: string, caller?: Partial<SlashCaller>): Promise<Seen>;
  /** Presses a button that opens a form, and fills it in. */
  fill(customId: string, values: Readonly<Record<string, string>>, caller?: Partial<SlashCaller>): Promise<Seen>;
  /** Types a command that opens a form, and fills it in. */
  slashForm(
    typed: TypedCommand,
    values: Readonly<Record<string, string>>,
    caller?: Partial<SlashCaller>,
  ): Promise<Seen>;
  /** Types into an option; resolves to what is offered. */
  typing(name: string, subcommand: string, typed: Typed, caller?: Partial<SlashCaller>): Promise<readonly Offered[]>;
  close(): Promise<void>;
}

const SOMEONE: SlashCaller = { permissions: '0', locale: 'en-GB', guild: GUILD };

function isInternet(address: string | AddressInfo | null): address is AddressInfo {
  return address !== null && typeof address === 'object';
}

function portOf(server: Server): number {
  const address = server.address();
  if (!isInternet(address)) throw new Error('the fake Discord is not listening');
  return address.port;
}

interface Rooms {
  readonly messages: Messages;
  readonly places: Places;
}

function channelOf(id: string, { messages: rooms, places: known }: Rooms, wire: Gateway): FakeChannel {
  known.declare(id);
  const tell = () => wire.dispatch(known.get(id)?.parent ? 'THREAD_UPDATE' : 'CHANNEL_UPDATE', known.json(id));
  return {
    get messages() {
      return rooms.in(id);
    },
    chatter: (said) => rooms.chatter(id, MEMBER, said),
    delete: rooms.delete,
    forbids(...forbidden) {
      known.forbid(id, forbidden);
      tell();
    },
    forbidsUntold: (...forbidden) => known.forbid(id, forbidden),
    becomes(change) {
      known.set(id, change);
      tell();
    },
    get threads() {
      return known.all().filter(({ parent }) => parent === id);
    },
    vanishes() {
      const json = known.json(id);
      known.remove(id);
      wire.dispatch('parent_id' in json ? 'THREAD_DELETE' : 'CHANNEL_DELETE', json);
    },
  };
}

/** Documentation, Reference (User Agent): others may be shut out. */
const USER_AGENT = /^DiscordBot \(https?:\/\/\S+, [\d.]+\)/;

/** What of a request cannot be right, whoever it is for. */
function complaintsOf(request: Request): readonly string[] {
  const complaints = complaintsByDescription(request);
  return USER_AGENT.test(request.userAgent) ? complaints : [...complaints, `user-agent: ${request.userAgent}`];
}

/** Codes of what nobody can know before: a thread that is there, archived or locked, a message published already. */
const STATES: ReadonlySet<unknown> = new Set([160_004, 160_005, 50_083, 40_033, 50_068]);

const refusal = z.object({ code: z.number() });

function isViolation({ status, body }: Answer): boolean {
  return status === 400 && !STATES.has(refusal.safeParse(body).data?.code);
}

/** Keeps what was asked and what was wrong with it. */
function witnessed(handle: (request: Request) => Answer, clock: HandClock) {
  const requests: Request[] = [];
  const violations: string[] = [];
  return {
    requests,
    violations,
    arrived(request: Request) {
      requests.push(request);
      if (request.sentAt !== null) clock.reaches(at(request.sentAt));
    },
    handle(request: Request) {
      const complaints = complaintsOf(request);
      const answer = complaints.length > 0 ? invalid(complaints) : handle(request);
      if (isViolation(answer)) violations.push(`${request.method} ${request.path}: ${JSON.stringify(answer.body)}`);
      return answer;
    },
  };
}

/** Starts listening. `close` ends every connection. */
export async function fakeDiscord(start = '2025-08-01T12:00:00Z'): Promise<FakeDiscord> {
  const clock = handClock(at(start));
  const trouble = faults();
  const known = places();
  const rooms = messages(clock, BOT, known);
  const talks = threads(clock, BOT, known, rooms);
  const registry = commands();
  const tokens = new Set([TOKEN]);
  const isToken = (token: string) => tokens.has(token);
  const gatewayUrl = () => `ws://127.0.0.1:${portOf(server)}/gateway`;
  const members: Interactions = interactions({ commands: registry.all, places: known }, (data) =>
    wire.dispatch('INTERACTION_CREATE', data),
  );
  const witness = witnessed(
    router({ commands: registry, interactions: members, messages: rooms, threads: talks, gatewayUrl, isToken }),
    clock,
  );
  const server = httpServer(witness.handle, witness.arrived, trouble);
  const greet = () => ({ ready: READY, guild: guildJson(known.all().map(({ id }) => known.json(id))) });
  const complain = (complaint: string) => void witness.violations.push(complaint);
  const wire = gateway({ server, isToken, greet, url: gatewayUrl, complain });

  known.declare(CHANNEL);
  known.declare(MODERATORS);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    apiUrl: `http://127.0.0.1:${portOf(server)}/api`,
    clock,
    gateway: wire,
    asked: (part) => witness.requests.filter(({ method, path }) => `${method} ${path}`.includes(part)),
    violations: witness.violations,
    get commands() {
      return registry.all();
    },
    channel: (id) => channelOf(id, { messages: rooms, places: known }, wire),
    fails: trouble.fails,
    revokesToken: () => tokens.clear(),
    typing: (name, subcommand, typed, caller = {}) =>
      members.typing(name, subcommand, typed, { ...SOMEONE, ...caller }),
    onMessage: (name, message, caller = {}) => members.onMessage(name, message, { ...SOMEONE, ...caller }),
    press: (customId, caller = {}) => members.press(customId, { ...SOMEONE, ...caller }),
    fill: (customId, values, caller = {}) => members.fill(customId, values, { ...SOMEONE, ...caller }),
    slashForm: (typed, values, caller = {}) => members.slashForm(typed, values, { ...SOMEONE, ...caller }),
    slash: (name, subcommand, options = {}, caller = {}) =>
      members.slash(name, subcommand, options, { ...SOMEONE, ...caller }),
    async close() {
      if (!server.listening) return;
      wire.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
