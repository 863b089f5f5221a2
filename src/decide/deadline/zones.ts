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
  { words: '(?:Washington|New York(?: City)?|D\\.?C\\.?)(?:,? D\\.?C\\.?)? time', zone: NEW_YORK, offset: null },
  { words: 'EDT', zone: NEW_YORK, offset: -240 },
  { words: 'EST', zone: NEW_YORK, offset: -300 },
  { words: 'ET', zone: NEW_YORK, offset: null },
  { words: '(?:[Pp]acific [Tt]ime|P[SD]?T)', zone: zone('America/Los_Angeles'), offset: null },
  { words: '[Cc]entral [Dd]aylight [Tt]ime|CDT', zone: zone('America/Chicago'), offset: -300 },
  { words: '[Cc]entral [Ss]tandard [Tt]ime', zone: zone('America/Chicago'), offset: -360 },
  { words: '[Mm]ountain (?:[Dd]aylight |[Ss]tandard )?[Tt]ime|MDT', zone: zone('America/Denver'), offset: null },
  { words: '[Pp]acific (?:[Dd]aylight|[Ss]tandard) [Tt]ime', zone: zone('America/Los_Angeles'), offset: null },
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
  { words: '(?:Cairo|Egyptian) time', zone: zone('Africa/Cairo'), offset: null },
  { words: '(?:Beirut|Lebanese) time', zone: zone('Asia/Beirut'), offset: null },
  { words: '(?:Damascus|Syrian) time', zone: zone('Asia/Damascus'), offset: null },
  { words: '(?:Baghdad|Iraqi) time', zone: zone('Asia/Baghdad'), offset: null },
  { words: '(?:Dubai|Emirati) time', zone: zone('Asia/Dubai'), offset: null },
  { words: '(?:Caracas|Venezuelan) time', zone: zone('America/Caracas'), offset: null },
  { words: '(?:Ottawa|Toronto) time', zone: zone('America/Toronto'), offset: null },
  { words: '(?:Islamabad|Pakistani?) time', zone: zone('Asia/Karachi'), offset: null },
  { words: '(?:(?:New )?Delhi|Indian) time', zone: zone('Asia/Kolkata'), offset: null },
  { words: '(?:Seoul|(?:South )?Korean) time', zone: zone('Asia/Seoul'), offset: null },
  { words: '(?:Warsaw|Polish) time', zone: zone('Europe/Warsaw'), offset: null },
  { words: '(?:Budapest|Hungarian) time', zone: zone('Europe/Budapest'), offset: null },
  { words: '(?:Vienna|Austrian) time', zone: zone('Europe/Vienna'), offset: null },
  { words: '(?:Rome|Italian) time', zone: zone('Europe/Rome'), offset: null },
  { words: '(?:Madrid) time', zone: zone('Europe/Madrid'), offset: null },
  { words: '(?:Minsk|Belarusian) time', zone: zone('Europe/Minsk'), offset: null },
  { words: '(?:Tbilisi|Georgian) time', zone: zone('Asia/Tbilisi'), offset: null },
  { words: '(?:Yerevan|Armenian) time', zone: zone('Asia/Yerevan'), offset: null },
  { words: '(?:Baku|Azerbaijani) time', zone: zone('Asia/Baku'), offset: null },
  { words: '(?:Kabul|Afghan) time', zone: zone('Asia/Kabul'), offset: null },
  { words: '(?:Khartoum|Sudanese) time', zone: zone('Africa/Khartoum'), offset: null },
  { words: '(?:Taipei|Taiwan(?:ese)?) time', zone: zone('Asia/Taipei'), offset: null },
  { words: '(?:Hong Kong) time', zone: zone('Asia/Hong_Kong'), offset: null },
  { words: '(?:SGT|Singapore time)', zone: zone('Asia/Singapore'), offset: null },
  { words: '(?:AE[SD]T|Sydney time)', zone: zone('Australia/Sydney'), offset: null },
  { words: '(?:Nairobi|Kenyan) time', zone: zone('Africa/Nairobi'), offset: null },
  { words: '(?:SAST|South African time)', zone: zone('Africa/Johannesburg'), offset: null },
  { words: '[Ll]ocal [Tt]ime', zone: null, offset: null },
];

/** Any zone, as a fragment for case-sensitive patterns. */
export const ZONE = `(?:${ZONE_WORDS.map((entry) => entry.words).join('|')})`;

const WHOLE = ZONE_WORDS.map((entry) => ({ ...entry, pattern: new RegExp(`^(?:${entry.words})$`) }));

/** "5 p.m. Eastern": the hours of the United States by one word, zones only beside a clock time. */
const ONE_WORD: readonly (readonly [pattern: RegExp, zone: Zone])[] = [
  [/^eastern$/i, NEW_YORK],
  [/^central$/i, zone('America/Chicago')],
  [/^mountain$/i, zone('America/Denver')],
  [/^pacific$/i, zone('America/Los_Angeles')],
];

/** The zone that a word such as "Eastern" stands for beside a clock time. */
export function zoneOfWord(word: string): StatedZone {
  const known = ONE_WORD.find(([pattern]) => pattern.test(word));
  return { zone: known ? known[1] : null, offset: null };
}

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
