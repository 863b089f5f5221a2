/** The shapes of the files. Messages read on from the value: `"ftp://…" is not a web address; …`. */
import { z } from 'zod';
import type { FeedId, OutletId, StorylineSlug } from '../domain/ids.ts';
import { type Branded, id } from '../domain/ids.ts';
import { LABELS } from '../domain/outlet.ts';
import { parseDay, parseZone, type Zone } from '../domain/time.ts';

const about = z.string().optional();

function text(most: number): z.ZodType<string> {
  return z.string().regex(/\S/, 'is empty; write something').max(most, `is too long; use at most ${most} characters`);
}

function slug<Kind extends Branded<string>>(): z.ZodType<Kind> {
  return z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is no id; use lower-case letters, digits and single dashes between them')
    .max(64, 'is too long; use at most 64 characters')
    .transform((name) => id<Kind>(name));
}

function whole(least: number, most: number): z.ZodType<number> {
  return z
    .int(`is not a whole number; use one from ${least} to ${most}`)
    .min(least, `is too small; use at least ${least}`)
    .max(most, `is too large; use at most ${most}`);
}

/** `EST` and its like are zones to the runtime, but without summer time: only names of places and UTC are taken. */
function isPlace(name: string): boolean {
  return name === 'UTC' || /^[A-Z]\w*(\/[\w+-]+)+$/.test(name);
}

const zone: z.ZodType<Zone> = z.string().transform((name, context) => {
  const known = isPlace(name) ? parseZone(name) : null;
  if (known !== null) return known;
  context.addIssue({ code: 'custom', message: 'is no IANA time zone; use a name such as Europe/Kyiv or UTC' });
  return z.NEVER;
});

/** True for absolute http and https addresses. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

export const webAddress = z
  .string()
  .refine(isWebAddress, 'is no web address; write one that begins with https:// or http://');

function hasCredentials(address: string): boolean {
  const { username, password } = URL.canParse(address) ? new URL(address) : { username: '', password: '' };
  return username !== '' || password !== '';
}

const feedAddress = webAddress.refine(
  (address) => !hasCredentials(address),
  'holds a name or password, which the desk never sends; use an address that is open to all',
);

/** An address that paths are put behind: without the slash at its end. */
export const baseAddress = webAddress.transform((address) => address.replace(/\/+$/, ''));

const host = z
  .string()
  .regex(/^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'is no host name; write it in lower case without www. and https://');

const day = z.string().refine((written) => parseDay(written) !== null, 'is no date; write it as 2026-09-05');

export const outletSchema = z.strictObject({
  id: slug<OutletId>(),
  name: text(60),
  label: z.enum(LABELS),
  group: slug(),
  state: z
    .string()
    .regex(/^[A-Z]{2}$/, 'is no country code; write two capital letters such as DE, or null')
    .nullable(),
  zone,
  hosts: z.array(host).min(1, 'is empty; name at least one host its articles live on'),
  names: z.array(text(60)).default([]),
});

/** `note` and `lastVerified` are for the people who keep the file. */
export const feedSchema = z.strictObject({
  id: slug<FeedId>(),
  outlet: z.string(),
  url: feedAddress,
  everyMinutes: whole(5, 1_440).optional(),
  enabled: z.boolean().optional(),
  note: z.string().optional(),
  lastVerified: day.optional(),
});

/** One text, or lines that are read as one: long queries stay readable. */
const query = z
  .union([text(4_000), z.array(text(4_000)).min(1)])
  .transform((lines) => (typeof lines === 'string' ? lines : lines.join(' ')));

/**
 * Measured on labelled news with a storyline's other items as seeds: from 0.3 on 69 % of its items join and 0.4 % of the
 * others of the same days; from 0.15 on 93 % and 13 %, enough to rank by.
 */
const JOIN_AT = 0.3;
const BOOST_AT = 0.15;

const party = z.strictObject({ name: text(80), query });

const likeness = z
  .number('is no number; use one above 0, up to 1')
  .gt(0, 'is too small; use a number above 0')
  .max(1, 'is too large; use at most 1');

/** A seed may be its title alone. Without thresholds, the desk's own hold. */
const profile = z
  .strictObject({
    seeds: z
      .array(z.union([text(300), z.strictObject({ title: text(300), lede: z.string().max(2_000).default('') })]))
      .min(1, 'is empty; write at least one item that belongs to the storyline')
      .max(200, 'is too long; two hundred items show enough'),
    joinAt: likeness.nullable().default(JOIN_AT),
    boostAt: likeness.nullable().default(BOOST_AT),
  })
  .transform(({ seeds, ...thresholds }) => ({
    seeds: seeds.map((seed) => (typeof seed === 'string' ? { title: seed, lede: '' } : seed)),
    ...thresholds,
  }));

export const storylineSchema = z.strictObject({
  slug: slug<StorylineSlug>(),
  title: text(100),
  summary: text(500),
  query,
  profile: profile.nullish(),
  deadline: z.strictObject({ issuer: party, target: party, zone }).nullish(),
});

export const aliasesSchema = z.record(
  z.string(),
  z.array(text(200)).min(1, 'is empty; write at least one name or remove the set'),
);

/** How a set is named in queries, behind its `@`. */
export const ALIAS_NAME = /^[a-z][a-z0-9_]*$/;

const entries = z.array(z.unknown()).min(1, 'is empty; list at least one, or copy the shipped file');

export const outletsFileSchema = z.strictObject({ about, outlets: entries });
const trapSchema = z.strictObject({
  address: z
    .string()
    .regex(
      /^(?!www\.)(?!https?:)[a-z0-9.-]+(?:\/\S*)?$/,
      'is no address; write host and path without https:// and www.',
    ),
  says: text(300),
});

export const feedsFileSchema = z.strictObject({ about, feeds: entries, traps: z.array(trapSchema).optional() });
export const storylinesFileSchema = z.strictObject({ about, storylines: entries });
export const aliasesFileSchema = z.strictObject({ about, aliases: aliasesSchema });

/** A storyline in a file of its own, with aliases beside it. */
export const storylineFileSchema = z.strictObject({ about, storyline: z.unknown(), aliases: aliasesSchema.optional() });

/** Words of one count are one text, apart by blanks. */
export const backgroundFileSchema = z.strictObject({
  about,
  items: whole(1, 1_000_000_000),
  counts: z.array(z.strictObject({ items: whole(1, 1_000_000_000), words: z.string() })),
});
