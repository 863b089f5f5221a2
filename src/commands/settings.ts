/** What `/desk` and `/alerts` have in common: options read, storylines found, changes made true with what follows. */
import { LANGUAGES, languageName } from '../cards/language.ts';
import { channelText } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import type { Change } from '../domain/change.ts';
import type { Call, Choice, CommandOption, CommandPorts } from '../domain/command.ts';
import { type ChannelId, id, type RoleId } from '../domain/ids.ts';
import { isOpenTo } from '../domain/owner.ts';
import type { Server } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Storyline } from '../domain/storyline.ts';
import { parseZone, type Zone } from '../domain/time.ts';
import { fitting } from './offer.ts';
import { offersAfter } from './offersAfter.ts';

type Kind = CommandOption['kind'];

/** An option that may be left out. */
export function free(name: string, kind: Kind, description: string, offers = false): CommandOption {
  return { name, kind, description, required: false, ...(offers ? { offers } : {}) };
}

export function needed(name: string, kind: Kind, description: string, offers = false): CommandOption {
  return { ...free(name, kind, description, offers), required: true };
}

export function textOption({ options }: Call, name: string): string {
  return String(options.get(name) ?? '').trim();
}

export function channelOption(call: Call, name: string): ChannelId | null {
  const text = textOption(call, name);
  return text === '' ? null : id<ChannelId>(text);
}

/** A role that is there, and whose mention calls its members; null where none is named. Throws a Refusal otherwise. */
export function roleOption(
  call: Call,
  channel: ChannelId,
  { premises }: Pick<CommandPorts, 'premises'>,
): RoleId | null {
  const text = textOption(call, 'role');
  if (text === '') return null;
  const role = id<RoleId>(text);
  const use = premises.roleUse(call.guild, role, channel);
  if (use === null) throw new Refusal(words.settings.noRole);
  if (!use.calls) throw new Refusal(words.settings.silentRole(`<@&${role}>`));
  return role;
}

/** A whole number within limits; null where none is given. Throws a Refusal for another one. */
export function numberOption({ options }: Call, name: string, least: number, most: number): number | null {
  const value = options.get(name);
  if (value === undefined) return null;
  const number = Number(value);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Refusal(words.settings.noNumber(name, least, most));
}

/** Null where none is named. Throws a Refusal for one that does not exist. */
export function zoneOption(call: Call): Zone | null {
  const text = textOption(call, 'zone');
  if (text === '') return null;
  const zone = /^[A-Za-z]/.test(text) ? parseZone(text) : null;
  if (zone === null) throw new Refusal(words.settings.noZone(text));
  return zone;
}

/** Null where none is named. Throws a Refusal for one that the desk does not speak. */
export function languageOption(call: Call): string | null {
  const text = textOption(call, 'language');
  if (text === '') return null;
  const language = LANGUAGES.find((one) => one === text.toLowerCase());
  if (language === undefined) throw new Refusal(words.settings.noLanguage(text, LANGUAGES.join(', ')));
  return language;
}

/** Each by its own name. */
export function offerLanguages(): readonly Choice[] {
  return LANGUAGES.map((language) => ({ name: languageName(language), value: language }));
}

/** The storylines that anyone in the guild may follow. */
export async function openStorylines({ guild }: Pick<Call, 'guild'>, { store }: Pick<CommandPorts, 'store'>) {
  const all = await store.storylines(guild);
  return all.map(({ storyline }) => storyline).filter((one) => isOpenTo(guild, one));
}

/** The one that is named, by its slug or its title. Throws a Refusal for none. */
export function storylineCalled(text: string, storylines: readonly Storyline[]): Storyline {
  const name = text.toLowerCase();
  const found = storylines.find(({ slug, title }) => slug === name || title.toLowerCase() === name);
  if (found === undefined) throw new Refusal(words.settings.noStoryline(text));
  return found;
}

/** Commits what a moderator chose, and asks about the dates of what is followed anew. */
export async function settle(call: Call, server: Server, changes: readonly Change[], ports: CommandPorts) {
  if (changes.length === 0) return;
  const { guild, member, now } = call;
  const before = { follows: server.follows, guilds: [server.settings] };
  const offers = await offersAfter(changes, before, ports.store, now);
  await ports.commit([...changes, ...offers], { at: now, actor: `member:${member}`, guild });
}

/** The bot can do its work there, or a Refusal says what it lacks and where to allow it. */
export function checkChannel(
  channel: ChannelId,
  { premises }: Pick<CommandPorts, 'premises'>,
  inThreads = false,
): void {
  const lacking = premises.lacks(channel, inThreads);
  if (lacking === null) throw new Refusal(words.desk.noChannel(channelText(channel)));
  if (lacking.length === 0) return;
  const needs = lacking.map((need) => words.desk.needs[need]).join(', ');
  throw new Refusal(words.desk.lacks(channelText(channel), needs));
}

/** Where storylines are told from now on; a forum gives each of them a post of its own. Throws a Refusal as `checkChannel` does. */
export function placeIn(channel: ChannelId, ports: Pick<CommandPorts, 'premises'>, wantsThread = false) {
  const inThread = wantsThread || ports.premises.isForum(channel);
  checkChannel(channel, ports, inThread);
  return { channel, inThread };
}

/** Every zone that this runtime knows. */
const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')];

/** Zones whose name contains what is typed: `kyiv`, `new york`. */
export function offerZones(text: string): readonly Choice[] {
  const typed = text.toLowerCase().replaceAll(' ', '_');
  return ZONES.filter((zone) => zone.toLowerCase().includes(typed)).map((zone) => ({ name: zone, value: zone }));
}

export async function offerStorylines(
  { guild, text }: Pick<Call, 'guild'> & { readonly text: string },
  ports: Pick<CommandPorts, 'store'>,
): Promise<readonly Choice[]> {
  const storylines = await openStorylines({ guild }, ports);
  return fitting(
    storylines.map(({ title, slug }) => ({ name: title, value: slug })),
    text,
  );
}
