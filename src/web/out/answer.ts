/** What stands at outward addresses, for those who know them. */
import { createHash } from 'node:crypto';
import type { Html } from '../../cards/html.ts';
import { type GuildId, id, type StorylineSlug } from '../../domain/ids.ts';
import type { Outward } from '../../domain/outward.ts';
import type { Store } from '../../domain/ports.ts';
import type { Instant } from '../../domain/time.ts';
import type { ChannelMessage } from '../../domain/views.ts';
import { webhookIn } from '../../domain/webhook.ts';
import { isTokenOf } from './addresses.ts';
import { drawAtom } from './atom.ts';
import { drawCalendar } from './calendar.ts';

/** Of each channel that a guild follows in. */
const ALERTS = 50;

export interface OutwardPorts {
  readonly store: Pick<Store, 'addressKey' | 'catalogue' | 'channelMessages' | 'deadlines'>;
  readonly drawContent: (message: ChannelMessage) => Html;
}

export interface Document {
  readonly type: string;
  readonly text: string;
  /** Changes whenever the text does. */
  readonly etag: string;
}

interface Asked {
  readonly guild: GuildId;
  readonly token: string;
  readonly outward: Outward;
}

const PATH = /^\/out\/([^/]+)\/([\w-]{43})\/(?:(alerts)\.atom|deadlines\.ics|storylines\/([^/]+)\.ics)$/;

function decoded(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return '';
  }
}

function askedIn(path: string): Asked | null {
  const [all, guild = '', token = '', alerts, storyline] = PATH.exec(path) ?? [];
  if (all === undefined) return null;
  const slug = storyline === undefined ? null : id<StorylineSlug>(decoded(storyline));
  const outward: Outward = alerts ? { kind: 'alerts' } : { kind: 'calendar', storyline: slug };
  return { guild: id<GuildId>(decoded(guild)), token, outward };
}

function documentOf(type: string, text: string): Document {
  return { type, text, etag: `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"` };
}

async function calendarOf(guild: GuildId, storyline: StorylineSlug | null, { store }: OutwardPorts): Promise<Document> {
  const all = await store.deadlines(guild);
  const deadlines = all.filter((deadline) => storyline === null || deadline.storyline === storyline);
  const name = storyline === null ? 'Deadlines' : `Deadlines: ${storyline}`;
  return documentOf('text/calendar; charset=utf-8', drawCalendar({ name, deadlines }));
}

async function alertsOf(guild: GuildId, address: string, now: Instant, ports: OutwardPorts): Promise<Document> {
  const { follows } = await ports.store.catalogue();
  const own = follows.filter((follow) => follow.guild === guild && webhookIn(follow.channel) === null);
  const channels = new Set(own.map(({ channel }) => channel));
  const all = await Promise.all([...channels].map((channel) => ports.store.channelMessages(channel, ALERTS)));
  const { drawContent } = ports;
  const atom = { address, name: guild, title: 'Deadline Desk: alerts', messages: all.flat(), drawContent, now };
  return documentOf('application/atom+xml; charset=utf-8', drawAtom(atom));
}

/** The document at `path` of `base`; null where there is none, or the token is another guild's, without saying which. */
export async function outwardAt(
  base: string,
  path: string,
  now: Instant,
  ports: OutwardPorts,
): Promise<Document | null> {
  const asked = askedIn(path);
  const key = asked && (await ports.store.addressKey(asked.guild));
  if (!asked || !key || !isTokenOf(asked.token, key, asked.guild)) return null;
  const { guild, outward } = asked;
  if (outward.kind === 'calendar') return calendarOf(guild, outward.storyline, ports);
  return alertsOf(guild, base + path, now, ports);
}
