/** A server's set-up as it is read back from a file. */
import { z } from 'zod';
import { SET_UP_FORMAT, SET_UP_VERSION, type SetUp } from '../../decide/setUp.ts';
import { RUNG_STEPS } from '../../domain/deadline.ts';
import {
  type ChannelId,
  type FollowId,
  type GuildId,
  id,
  type OutletId,
  type RoleId,
  type StorylineSlug,
} from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { UNCONFIRMED } from '../../domain/storyline.ts';
import { type Instant, parseInstant, parseZone, type Zone } from '../../domain/time.ts';

const name = z.string().min(1).max(200);
const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)
  .transform((text) => id<StorylineSlug>(text));
const channel = name.transform((text) => id<ChannelId>(text));
const zone = z.string().transform((text, context): Zone => {
  const known = parseZone(text);
  if (known !== null) return known;
  context.addIssue({ code: 'custom', message: 'is no IANA time zone' });
  return z.NEVER;
});
const query = z.string().min(1).max(8_000);
const party = z.strictObject({ name, query });
const share = z.number().min(0).max(1).nullable();

const storylineSchema = z.strictObject({
  slug,
  title: name,
  summary: z.string().max(500),
  query,
  profile: z
    .strictObject({
      seeds: z.array(z.strictObject({ title: z.string().max(300), lede: z.string().max(2_000) })).max(200),
      joinAt: share,
      boostAt: share,
    })
    .nullable(),
  deadline: z.strictObject({ issuer: party, target: party, zone }).nullable(),
});

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const instant = z.string().transform((text, context): Instant => {
  const known = parseInstant(text);
  if (known !== null) return known;
  context.addIssue({ code: 'custom', message: 'is no instant' });
  return z.NEVER;
});
const count = z.int().min(0).max(60);

const followSchema = z.strictObject({
  storyline: slug,
  channel,
  role: name.transform((text) => id<RoleId>(text)).nullable(),
  ladder: z.array(z.enum(RUNG_STEPS)),
  gate: z.strictObject({ post: count.min(1), ping: count.min(1), unconfirmed: z.enum(UNCONFIRMED) }),
  caps: z.strictObject({ posts: count.min(1), pings: count }),
  quiet: z.strictObject({ from: clock, until: clock, zone, urgent: z.boolean() }).nullable(),
  mutedUntil: instant.nullable(),
  inThread: z.boolean().default(false),
  publishes: z.boolean().default(false),
  pausedAt: instant.nullable().default(null),
  unheard: z
    .array(name.transform((text) => id<OutletId>(text)))
    .max(1_000)
    .default([]),
  steered: z.boolean(),
});

function isFeedAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password } = new URL(text);
  return (protocol === 'http:' || protocol === 'https:') && username === '' && password === '';
}

const feedSchema = z.strictObject({
  url: z.string().max(2_000).refine(isFeedAddress, 'is no web address, or has a login in it'),
  name,
  everyMinutes: z.int().min(5).max(1_440),
  enabled: z.boolean(),
});

const fileSchema = z.strictObject({
  format: z.literal(SET_UP_FORMAT),
  version: z.literal(SET_UP_VERSION),
  guild: name.transform((text) => id<GuildId>(text)),
  settings: z
    .strictObject({
      moderators: channel.nullable(),
      dates: z.enum(['auto', 'propose']),
      zone: zone.nullable(),
      language: name.nullable(),
      steered: z.boolean(),
    })
    .nullable(),
  storylines: z.array(storylineSchema).max(1_000),
  aliasSets: z.array(z.strictObject({ name, names: z.array(name).min(1).max(500) })).max(1_000),
  feeds: z.array(feedSchema).max(200).default([]),
  follows: z.array(followSchema).max(5_000),
});

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal('this is no JSON; hand in what "desk export" wrote', { cause });
  }
}

function checked(text: string): z.output<typeof fileSchema> {
  const read = fileSchema.safeParse(parsedJson(text));
  if (read.success) return read.data;
  const problems = read.error.issues.map(({ path, message }) => `- ${path.join('.') || 'the file'}: ${message}`);
  throw new Refusal(`this is no set-up of a server that this version reads:\n${problems.slice(0, 20).join('\n')}`);
}

/** Reads what `writeSetUp` (`decide/setUp.ts`) wrote, for the server it names or for `guild`. Throws `Refusal` with all that is wrong. */
export function readSetUp(text: string, guild: GuildId | null): SetUp {
  const { settings, storylines, aliasSets, feeds, follows, ...file } = checked(text);
  const owner = guild ?? file.guild;
  return {
    guild: owner,
    settings: settings && { guild: owner, ...settings },
    storylines: storylines.map((storyline) => ({ ...storyline, guild: owner })),
    aliasSets: aliasSets.map((set) => ({ ...set, guild: owner })),
    feeds,
    follows: follows.map((follow) => {
      return { ...follow, id: id<FollowId>(`${follow.storyline}@${follow.channel}`), guild: owner };
    }),
  };
}
