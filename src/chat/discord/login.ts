/** Coming in: a login that either succeeds or says in plain words why it did not. */

import { type Client, DiscordjsError, DiscordjsErrorCodes, Events } from 'discord.js';
import { GatewayCloseCodes } from 'discord-api-types/v10';
import { Refusal } from '../../domain/refusal.ts';
import type { DeskClient } from './client.ts';
import { meaningOf, said } from './errors.ts';

const WRONG_TOKEN =
  'Discord does not accept the bot token. Set DISCORD_TOKEN to the one shown under "Bot" in the Discord developer portal (Reset Token makes a new one).';

/** Closes of the gateway after which connecting again is pointless (documentation, Gateway Close Event Codes). */
const FINAL_CLOSES: ReadonlyMap<number, string> = new Map([
  [GatewayCloseCodes.AuthenticationFailed, WRONG_TOKEN],
  [GatewayCloseCodes.InvalidShard, 'Discord does not know the shard we asked for. This is a bug: report it.'],
  [
    GatewayCloseCodes.ShardingRequired,
    'The bot is in more than 2,500 servers, too many for one connection. Run it with several shards.',
  ],
  [GatewayCloseCodes.InvalidAPIVersion, 'Discord no longer speaks version 10 of its gateway. Update Deadline Desk.'],
  [GatewayCloseCodes.InvalidIntents, 'Discord does not know an intent we asked for. This is a bug: report it.'],
  [
    GatewayCloseCodes.DisallowedIntents,
    'Discord does not allow this bot an intent it asked for. Deadline Desk needs no privileged intent: check that DISCORD_TOKEN belongs to your own, unlimited application.',
  ],
]);

/** Why the gateway's close `code` is the end. */
export function finalClose(code: number): string {
  return FINAL_CLOSES.get(code) ?? `Discord closed the gateway for good (code ${code}). Start again.`;
}

function isWrongToken(error: unknown): boolean {
  return error instanceof DiscordjsError && error.code === DiscordjsErrorCodes.TokenInvalid;
}

/** discord.js says so in a plain error that names the time at which the day's logins are renewed. */
function areLoginsSpent(error: unknown): error is Error {
  return error instanceof Error && error.message.startsWith('Not enough sessions');
}

/** The failed login in words; null for an error that nobody foresaw. `closes` are the final closes seen during it. */
function explanation(error: unknown, closes: readonly number[], api: string): string | null {
  const [code] = closes;
  if (code !== undefined) return finalClose(code);
  if (isWrongToken(error)) return WRONG_TOKEN;
  if (areLoginsSpent(error)) return `The bot has logged in too often today. ${error.message}. Start again then.`;
  if (meaningOf(error) === null) return null;
  return `Discord (${api}) did not let the bot in. ${said(error)} Check the network, then start again.`;
}

async function enter(client: Client, token: string): Promise<Client<true>> {
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  return ready;
}

function refusalAfter(ms: number): { readonly passed: Promise<never>; readonly stop: () => void } {
  const text = `Discord did not let the bot in within ${ms} ms. See https://discordstatus.com, then start again.`;
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Refusal(text)), ms);
  });
  return { passed, stop: () => clearTimeout(timer) };
}

function refusalAt(stopping: AbortSignal): { readonly passed: Promise<never>; readonly stop: () => void } {
  const over = new AbortController();
  const passed = new Promise<never>((_resolve, reject) => {
    const refuse = () => reject(new Refusal('The login was called off.'));
    if (stopping.aborted) return refuse();
    stopping.addEventListener('abort', refuse, { signal: over.signal });
  });
  return { passed, stop: () => over.abort() };
}

/**
 * The client, logged in and ready. Rejects with Refusal when the token is wrong, Discord cannot be reached, closes the
 * gateway for good or has not let us in after `deadlineMs`, for discord.js on its own tries for ever, and as soon as
 * `stopping` aborts. The client has left then.
 */
export async function login(
  desk: DeskClient,
  token: string,
  deadlineMs: number,
  stopping: AbortSignal,
): Promise<Client<true>> {
  const { client, leave } = desk;
  const closes: number[] = [];
  const onClose = ({ code }: { readonly code: number }) => closes.push(code);
  client.on(Events.ShardDisconnect, onClose);
  const deadline = refusalAfter(deadlineMs);
  const called = refusalAt(stopping);
  try {
    return await Promise.race([enter(client, token), deadline.passed, called.passed]);
  } catch (error) {
    await leave();
    if (error instanceof Refusal) throw error;
    const text = explanation(error, closes, client.rest.options.api);
    throw text === null ? error : new Refusal(text, { cause: error });
  } finally {
    client.off(Events.ShardDisconnect, onClose);
    deadline.stop();
    called.stop();
  }
}
