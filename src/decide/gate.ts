/** Who may let a version of a chain stand in a guild, and whom its messages may ping. */
import { type Admission, type Deadline, evidenceBehind, isDateless, type Version } from '../domain/deadline.ts';
import { isLaw, isStateAlone, originsBehind } from '../domain/origin.ts';
import { type Follow, type GuildSettings, heardOf, mutedIn, unchosen } from '../domain/storyline.ts';

/** What becomes of a version in a guild without anybody's doing. */
export type Verdict =
  | { readonly kind: 'stands'; readonly by: Exclude<Admission['by'], 'moderators'> }
  | { readonly kind: 'held' }
  | { readonly kind: 'proposed' };

/** A guild that chose nothing: it has no moderators' channel, and what reports name outright stands by itself. */
export function settingsOf({ guild }: Pick<Follow, 'guild'>, chosen: readonly GuildSettings[]): GuildSettings {
  return chosen.find((one) => one.guild === guild) ?? unchosen(guild);
}

/** A chain is the guild's: the follow that asks for the fewest origins opens it. */
function originsAsked(follows: readonly Follow[]): number {
  return Math.min(...follows.map((follow) => follow.gate.post));
}

/**
 * The law's own words stand. A day that reports name outright, or words that end what exists, stand once enough origins
 * say so, where no moderators want to be asked. Counts, truces and extensions are always for people: agreement of
 * outlets repairs no wrong day. What nobody says who is heard waits for somebody.
 */
export function verdictOn(
  deadline: Deadline,
  version: Version,
  settings: GuildSettings,
  follows: readonly Follow[],
): Verdict {
  const said = heardOf(evidenceBehind(deadline, version), { unheard: mutedIn(follows) });
  if (said.length === 0) return { kind: 'held' };
  if (isLaw(said)) return { kind: 'stands', by: 'law' };
  const isPlain = version.tier === 'A' || isDateless(version.change);
  const isForPeople = settings.moderators !== null && settings.dates === 'propose';
  if (!isPlain || isForPeople) return { kind: 'proposed' };
  const isEnough = originsBehind(said).count >= originsAsked(follows);
  return isEnough ? { kind: 'stands', by: 'origins' } : { kind: 'held' };
}

/** Whether enough stands behind the last word on a deadline. State-controlled outlets never ping by themselves. */
export function mayPing(deadline: Deadline, follow: Follow): boolean {
  const version = deadline.versions.findLast(({ admission }) => admission !== null);
  if (!version) return false;
  if (version.admission?.by === 'moderators') return true;
  const said = heardOf(evidenceBehind(deadline, version), follow);
  if (isLaw(said)) return true;
  const origins = originsBehind(said);
  return !isStateAlone(origins) && origins.count >= follow.gate.ping;
}
