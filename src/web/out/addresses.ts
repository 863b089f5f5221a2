/** Outward addresses: each names its guild and carries a token that only its key makes. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { GuildId } from '../../domain/ids.ts';
import type { Outward } from '../../domain/outward.ts';

const ALERTS = 'alerts.atom';
const CALENDAR = 'deadlines.ics';

function tokenOf(key: string, guild: GuildId): string {
  return createHmac('sha256', key).update(`outward addresses of ${guild}`).digest('base64url');
}

/** Whether `token` is that of `guild`; comparing takes the same time whatever is wrong with it. */
export function isTokenOf(token: string, key: string, guild: GuildId): boolean {
  const digest = (text: string) => createHmac('sha256', key).update(text).digest();
  return timingSafeEqual(digest(token), digest(tokenOf(key, guild)));
}

function fileOf(outward: Outward): string {
  if (outward.kind === 'alerts') return ALERTS;
  return outward.storyline === null ? CALENDAR : `storylines/${encodeURIComponent(outward.storyline)}.ics`;
}

/** The path of an address, such as `/out/1234/TOKEN/deadlines.ics`. */
export function outwardPath(outward: Outward, key: string, guild: GuildId): string {
  return `/out/${encodeURIComponent(guild)}/${tokenOf(key, guild)}/${fileOf(outward)}`;
}
