/** The journal read by people: what members did in a guild, with what stood before. Rules never read it. */
import { z } from 'zod';
import type { AuditedAct, AuditedChange, AuditedVersion } from '../domain/audit.ts';
import { CHANGE_TYPES, RUNG_STEPS } from '../domain/deadline.ts';
import { RULINGS } from '../domain/edition.ts';
import type { Feed } from '../domain/feed.ts';
import { type DeadlineId, type GuildId, id } from '../domain/ids.ts';
import { STUCK_ANSWERS } from '../domain/message.ts';
import { PROPOSAL_STATES } from '../domain/proposal.ts';
import { type Follow, type GuildSettings, type Storyline, UNCONFIRMED } from '../domain/storyline.ts';
import type { Instant, Zone } from '../domain/time.ts';
import type { Engine, Row } from './engine.ts';
import { json, ours, quietHours, storylineSchema, windowSchema, wordSchema } from './rows.ts';

/** What was journaled before a field was there had none of it. */
const follow: z.ZodType<Follow> = z.object({
  id: ours<Follow['id']>(),
  storyline: ours<Follow['storyline']>(),
  guild: ours<GuildId>(),
  channel: ours<Follow['channel']>(),
  role: ours<NonNullable<Follow['role']>>().nullable(),
  ladder: z.array(z.enum(RUNG_STEPS)),
  gate: z.object({ post: z.number(), ping: z.number(), unconfirmed: z.enum(UNCONFIRMED) }),
  caps: z.object({ posts: z.number(), pings: z.number() }),
  quiet: quietHours.nullable().default(null),
  mutedUntil: ours<Instant>().nullable().default(null),
  inThread: z.boolean().default(false),
  publishes: z.boolean().default(false),
  pausedAt: ours<Instant>().nullable().default(null),
  unheard: z.array(ours<Follow['unheard'][number]>()).default([]),
  steered: z.boolean().default(false),
});

const settings: z.ZodType<GuildSettings> = z.object({
  guild: ours<GuildId>(),
  moderators: ours<Follow['channel']>().nullable(),
  dates: z.enum(['auto', 'propose']),
  zone: ours<Zone>().nullable().default(null),
  language: z.string().nullable().default(null),
  steered: z.boolean().default(false),
});

const feedSchema: z.ZodType<Feed> = z.object({
  id: ours<Feed['id']>(),
  url: z.string(),
  outlet: ours<Feed['outlet']>(),
  guild: ours<GuildId>().nullable(),
  everyMinutes: z.number(),
  enabled: z.boolean(),
});

const ruling = z.object({
  ruling: z.object({ id: ours<never>(), kind: z.enum(RULINGS), reason: z.string().nullable() }),
});

/** What was journaled before moderators could say dates themselves has none of their words. */
const version: z.ZodType<AuditedVersion> = z.object({
  number: z.number(),
  change: z.enum(CHANGE_TYPES),
  window: windowSchema,
  word: wordSchema.nullable().default(null),
});

const auditRow = z.object({
  at: ours<Instant>(),
  act: z.string(),
  actor: z.string(),
  kind: z.string(),
  subject: z.string(),
  data: json(z.unknown()),
  before: json(z.unknown()).nullable(),
  target: z.string().nullable(),
  issuer: z.string().nullable(),
  undone: z.number(),
});
type AuditRow = z.infer<typeof auditRow>;

const MEMBER = 'member:';

/** What people are told of; the rest of an act follows from these. */
const STEERED = [
  'follow.set',
  'storyline.defined',
  'storyline.unlisted',
  'feed.listed',
  'feed.unlisted',
  'guild.set',
  'ruling.made',
  'ruling.undone',
  'proposal.changed',
  'message.answered',
  'act.undone',
  'deadline.set',
  'deadline.changed',
];

/** What comes and goes, and what is set and changed, stands under kinds of two names. */
const FAMILY = (kind: string) =>
  `REPLACE(REPLACE(REPLACE(${kind}, 'line.unlisted', 'line.defined'), '.unlisted', '.listed'), '.changed', '.set')`;
const IS_EARLIER = `${FAMILY('earlier.kind')} = ${FAMILY('journal.kind')} AND earlier.at < journal.at
  ORDER BY earlier.at DESC LIMIT 1`;

const AUDIT = `SELECT journal.at, journal.act, journal.actor, journal.kind, journal.subject, journal.data,
    deadline.target, deadline.issuer,
    (SELECT earlier.data FROM journal AS earlier WHERE earlier.subject = journal.subject AND ${IS_EARLIER}) AS before,
    EXISTS (SELECT 1 FROM journal AS later WHERE (later.subject = journal.act AND later.kind = 'act.undone')
      OR (journal.kind = 'ruling.made' AND later.subject = journal.subject AND later.kind = 'ruling.undone')) AS undone
  FROM journal LEFT JOIN deadline ON deadline.id = journal.subject WHERE journal.guild = :guild AND journal.kind IN (${STEERED.map((kind) => `'${kind}'`).join(', ')})
    AND journal.actor LIKE '${MEMBER}%'
  ORDER BY journal.at DESC, journal.act, journal.position LIMIT :limit`;

/** The version that a change of a chain brought; null for other changes. */
function versionIn(data: unknown): AuditedVersion | null {
  const set = z.object({ deadline: z.object({ versions: z.array(version).min(1) }) }).safeParse(data);
  if (set.success) return set.data.deadline.versions[0] ?? null;
  return z.object({ version }).parse(data).version;
}

/** Only what moderators said themselves: the rest of what their acts do to dates follows from those. */
function dateOf({ subject, data, before, target, issuer }: AuditRow): AuditedChange | null {
  const after = versionIn(data);
  if (after === null || after.word === null || target === null || issuer === null) return null;
  const deadline = { id: id<DeadlineId>(subject), target, issuer };
  return { kind: 'deadline', deadline, before: before === null ? null : versionIn(before), after };
}

const defined = z.object({ storyline: storylineSchema });

/** Null for one that was not there. */
function definedIn(before: unknown): Storyline | null {
  const read = defined.safeParse(before);
  return read.success ? read.data.storyline : null;
}

const listed = z.object({ feed: feedSchema });

/** Null for one that was not there. */
function listedIn(before: unknown): Feed | null {
  const read = listed.safeParse(before);
  return read.success ? read.data.feed : null;
}

/** What a guild makes for itself, comes and goes by these. */
const OWN: ReadonlySet<string> = new Set(['storyline.defined', 'storyline.unlisted', 'feed.listed', 'feed.unlisted']);

function ownChange({ kind, data, before }: AuditRow): AuditedChange | null {
  const after = kind.endsWith('.unlisted') ? null : data;
  if (kind.startsWith('feed.')) {
    const was = listedIn(before);
    if (after === null) return was && { kind: 'feed', after, before: was };
    return { kind: 'feed', after: listed.parse(after).feed, before: was };
  }
  const was = definedIn(before);
  if (after === null) return was && { kind: 'storyline', after, before: was };
  return { kind: 'storyline', after: defined.parse(after).storyline, before: was };
}

function changeOf(row: AuditRow): AuditedChange | null {
  const { kind, data, before } = row;
  if (kind === 'deadline.set' || kind === 'deadline.changed') return dateOf(row);
  if (kind === 'follow.set') {
    const read = z.object({ follow });
    return {
      kind: 'follow',
      after: read.parse(data).follow,
      before: before === null ? null : read.parse(before).follow,
    };
  }
  if (kind === 'guild.set') {
    const read = z.object({ settings });
    const [after, was] = [read.parse(data).settings, before === null ? null : read.parse(before).settings];
    return { kind: 'guild', after, before: was };
  }
  if (OWN.has(kind)) return ownChange(row);
  if (kind === 'proposal.changed') {
    return { kind: 'proposal', ...z.object({ state: z.enum(PROPOSAL_STATES) }).parse(data) };
  }
  if (kind === 'message.answered') {
    return { kind: 'message', ...z.object({ answer: z.enum(STUCK_ANSWERS) }).parse(data) };
  }
  if (kind !== 'ruling.made') return null;
  const { id, kind: what, reason } = ruling.parse(data).ruling;
  return { kind: 'ruling', ruling: id, what, reason };
}

function actOf(rows: readonly [AuditRow, ...AuditRow[]]): AuditedAct {
  const [{ act, at, actor }] = rows;
  return {
    id: act,
    at,
    member: actor.slice(MEMBER.length),
    changes: rows.map(changeOf).filter((change) => change !== null),
    takesBack: rows.find(({ kind }) => kind === 'act.undone' || kind === 'ruling.undone')?.subject ?? null,
    isUndone: rows.some(({ undone }) => undone === 1),
  };
}

/** Rows of one act stand together. */
function byAct(rows: readonly AuditRow[]): readonly [AuditRow, ...AuditRow[]][] {
  const acts = new Map<string, [AuditRow, ...AuditRow[]]>();
  for (const row of rows) {
    const there = acts.get(row.act);
    if (there) there.push(row);
    else acts.set(row.act, [row]);
  }
  return [...acts.values()];
}

/** What members did in `guild`, the newest first; of the newest `limit` changes. */
export async function auditOf(engine: Engine, guild: GuildId, limit: number): Promise<readonly AuditedAct[]> {
  const rows: readonly Row[] = await engine.all(AUDIT, { guild, limit });
  return byAct(rows.map((row) => auditRow.parse(row))).map(actOf);
}
