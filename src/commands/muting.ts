/** An outlet that a server does not hear, and hears again. */
import { ACCENTS } from '../cards/accent.ts';
import { escaped } from '../cards/escape.ts';
import { saying } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import { mute } from '../decide/steer.ts';
import type { Card } from '../domain/card.ts';
import type { Call, Choice, CommandPorts, Typing } from '../domain/command.ts';
import type { GuildId } from '../domain/ids.ts';
import type { Outlet } from '../domain/outlet.ts';
import { Refusal } from '../domain/refusal.ts';
import { mutedIn } from '../domain/storyline.ts';
import { fitting } from './offer.ts';
import { settle, textOption } from './settings.ts';

type Reading = Pick<CommandPorts, 'store'>;

const NAME_LIMIT = 100;

/** Of the catalogue, and those under whose names the server reads feeds of its own. */
async function openOutlets(guild: GuildId, { store }: Reading): Promise<readonly Outlet[]> {
  const own = (await store.server(guild)).feeds;
  return [...(await store.catalogue()).outlets, ...own.map(({ outlet }) => outlet)];
}

/** The one that is named, by its id or its name. Throws a Refusal for none. */
async function outletCalled(text: string, guild: GuildId, ports: Reading): Promise<Outlet> {
  const name = text.toLowerCase();
  const outlet = (await openOutlets(guild, ports)).find((one) => one.id === name || one.name.toLowerCase() === name);
  if (outlet === undefined) throw new Refusal(words.muting.noOutlet(text));
  return outlet;
}

async function setMuted(call: Call, ports: CommandPorts, isMuted: boolean): Promise<string> {
  const { id, name } = await outletCalled(textOption(call, 'outlet'), call.guild, ports);
  const server = await ports.store.server(call.guild);
  if (server.follows.length === 0) throw new Refusal(words.muting.nothingFollowed);
  const changes = mute(id, server.follows, isMuted);
  if (changes.length === 0) throw new Refusal(isMuted ? words.muting.already(name) : words.muting.notMuted(name));
  await settle(call, server, changes, ports);
  return escaped(name, NAME_LIMIT);
}

/** What it reports counts for nothing in the server from now on. */
export async function muteOutlet(call: Call, ports: CommandPorts): Promise<Card> {
  const name = await setMuted(call, ports, true);
  return saying(words.muting.muted(name), ACCENTS.change, words.muting.mutedMeans);
}

export async function unmuteOutlet(call: Call, ports: CommandPorts): Promise<Card> {
  const name = await setMuted(call, ports, false);
  return saying(words.muting.unmuted(name), ACCENTS.change, words.muting.unmutedMeans);
}

/** Outlets that are heard in the server, or those muted. */
export async function offerOutlets({ guild, subcommand, text }: Typing, ports: Reading): Promise<readonly Choice[]> {
  const muted = new Set<string>(mutedIn((await ports.store.server(guild)).follows));
  const fit = (await openOutlets(guild, ports)).filter(({ id }) => muted.has(id) === (subcommand === 'unmute'));
  return fitting(
    fit.map(({ id, name }) => ({ name, value: id })),
    text,
  );
}
