/** Zones as news and legal texts write them. */
import { id } from '../../domain/ids.ts';
import { type Day, HOUR, instantIn, MINUTE, msOf, UTC, type Zone } from '../../domain/time.ts';

/** A zone that a text states. `offset`, in minutes east of UTC, only where the name fixes one: "EST", not "ET". */
export interface StatedZone {
  /** Null for "local time": the zone of the place the text speaks of. */
  readonly zone: Zone | null;
  readonly offset: number | null;
}

const zone = (name: string) => id<Zone>(name);
const NEW_YORK = zone('America/New_York');
const BERLIN = zone('Europe/Berlin');

interface ZoneWords extends StatedZone {
  readonly words: string;
}

/** Longer names first. Ambiguous abbreviations (CST, IST) are left out on purpose: no zone beats the wrong one. */
const ZONE_WORDS: readonly ZoneWords[] = [
  { words: '(?:[Uu]\\.?[Ss]\\.? )?[Ee]astern [Dd]aylight(?: [Ss]avings?)? [Tt]ime', zone: NEW_YORK, offset: -240 },
  { words: '(?:[Uu]\\.?[Ss]\\.? )?[Ee]astern [Ss]tandard [Tt]ime', zone: NEW_YORK, offset: -300 },
  { words: '(?:[Uu]\\.?[Ss]\\.? )?[Ee]astern [Tt]ime|U\\.?S\\.? [Ee]astern', zone: NEW_YORK, offset: null },
  { words: '(?:Washington|New York|D\\.?C\\.?)(?:,? D\\.?C\\.?)? time', zone: NEW_YORK, offset: null },
  { words: 'EDT', zone: NEW_YORK, offset: -240 },
  { words: 'EST', zone: NEW_YORK, offset: -300 },
  { words: 'ET', zone: NEW_YORK, offset: null },
  { words: '(?:[Pp]acific [Tt]ime|P[SD]?T)', zone: zone('America/Los_Angeles'), offset: null },
  { words: '(?:GMT|UTC|Greenwich [Mm]ean [Tt]ime)', zone: UTC, offset: 0 },
  { words: '(?:BST|British [Ss]ummer [Tt]ime)', zone: zone('Europe/London'), offset: 60 },
  { words: '(?:London|UK|British) time', zone: zone('Europe/London'), offset: null },
  { words: '(?:CEST|[Cc]entral European [Ss]ummer [Tt]ime)', zone: BERLIN, offset: 120 },
  { words: '(?:CET|[Cc]entral European [Tt]ime)', zone: BERLIN, offset: 60 },
  { words: '(?:Brussels|Belgian) time', zone: zone('Europe/Brussels'), offset: null },
  { words: '(?:Paris|French) time', zone: zone('Europe/Paris'), offset: null },
  { words: '(?:Berlin|German) time', zone: BERLIN, offset: null },
  { words: '(?:Geneva|Swiss) time', zone: zone('Europe/Zurich'), offset: null },
  { words: '(?:(?:Moscow|Russian) [Tt]ime|MSK)', zone: zone('Europe/Moscow'), offset: null },
  { words: '(?:(?:Kyiv|Kiev|Ukrainian) time|EES?T)', zone: zone('Europe/Kyiv'), offset: null },
  { words: '(?:(?:Istanbul|Ankara|Turkish) time|TRT)', zone: zone('Europe/Istanbul'), offset: null },
  { words: '(?:Jerusalem|Israeli?) time', zone: zone('Asia/Jerusalem'), offset: null },
  { words: '(?:Tehran|Iranian|Iran) time', zone: zone('Asia/Tehran'), offset: null },
  { words: '(?:Doha|Qatari?) time', zone: zone('Asia/Qatar'), offset: null },
  { words: '(?:Riyadh|Saudi) time', zone: zone('Asia/Riyadh'), offset: null },
  { words: '(?:Beijing|Chinese|China) time', zone: zone('Asia/Shanghai'), offset: null },
  { words: '(?:(?:Tokyo|Japanese) time|JST)', zone: zone('Asia/Tokyo'), offset: null },
  { words: '[Ll]ocal [Tt]ime', zone: null, offset: null },
];

/** Any zone, as a fragment for case-sensitive patterns. */
export const ZONE = `(?:${ZONE_WORDS.map((entry) => entry.words).join('|')})`;

const WHOLE = ZONE_WORDS.map((entry) => ({ ...entry, pattern: new RegExp(`^(?:${entry.words})$`) }));

/** The zone that `words`, which matched `ZONE`, stand for. */
export function zoneOf(words: string): StatedZone {
  const { zone, offset } = WHOLE.find((entry) => entry.pattern.test(words)) ?? { zone: null, offset: null };
  return { zone, offset };
}

/** Minutes east of UTC at noon of `day` in `zone`. */
function offsetOn(day: Day, zone: Zone): number {
  return (Date.parse(`${day}T00:00:00Z`) + 12 * HOUR - msOf(instantIn(day, '12:00', zone))) / MINUTE;
}

/** Whether the name stated belongs to another season than `day`, such as "EST" in August. */
export function isMisnamed(stated: StatedZone, day: Day): boolean {
  if (stated.zone === null || stated.offset === null) return false;
  return offsetOn(day, stated.zone) !== stated.offset;
}
