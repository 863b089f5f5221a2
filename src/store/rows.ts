/** Row -> noun: the zod schemas at the database's edge. */
import { z } from 'zod';
import { type CatchUp, MISSED_BY } from '../domain/catchUp.ts';
import {
  BINDINGNESS,
  CHANGE_TYPES,
  type Confirmation,
  type Deadline,
  type Evidence,
  PRECISIONS,
  RUNG_NAMES,
  RUNG_STEPS,
  type Rung,
  type Version,
  ZONE_BASES,
} from '../domain/deadline.ts';
import type { JoinReason, Report } from '../domain/development.ts';
import type { Digest } from '../domain/digest.ts';
import { type Edition, RULINGS, type Ruling, type Stand } from '../domain/edition.ts';
import type { ExplainedItem } from '../domain/facts.ts';
import { FAULTS, FEED_VERDICTS, type Feed, type PollState, REMARKS } from '../domain/feed.ts';
import { COUNTED } from '../domain/figure.ts';
import {
  type Branded,
  type DevelopmentId,
  type EditionId,
  type FeedId,
  type GuildId,
  id,
  type OutletId,
  type PostedId,
  type ProposalId,
  type RulingId,
} from '../domain/ids.ts';
import type { Match, Mention } from '../domain/match.ts';
import {
  MESSAGE_STATES,
  type Message,
  PRIORITIES,
  type StuckMessage,
  type SubjectRef,
  type Thread,
} from '../domain/message.ts';
import { ASKED_STATES, type Concern, type Notice } from '../domain/notice.ts';
import { COPY_KINDS, type Origin, OWN } from '../domain/origin.ts';
import { LABELS, type Outlet, type Source } from '../domain/outlet.ts';
import type { KeptPause } from '../domain/pause.ts';
import { PROPOSAL_STATES, type Proposal } from '../domain/proposal.ts';
import type { Extent, Found, FoundText } from '../domain/search.ts';
import {
  type AliasSet,
  type Draft,
  type Follow,
  type GuildSettings,
  type Storyline,
  UNCONFIRMED,
} from '../domain/storyline.ts';
import type { Day, Instant, Zone } from '../domain/time.ts';

/** Text the desk itself wrote as an id, an instant, a day or a zone. */
export function ours<Kind extends Branded<string>>() {
  return z.string().transform((text) => id<Kind>(text));
}

export function json<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(schema);
}

const truth = z.number().transform((value) => value === 1);
const instant = ours<Instant>();

export const sourceSchema = z.object({
  outlet: ours<Source['outlet']>(),
  name: z.string(),
  label: z.enum(LABELS),
  group: z.string(),
  state: z.string().nullable(),
});

const attributions = [
  z.object({ kind: z.literal('own') }),
  z.object({ kind: z.literal('credited'), to: sourceSchema }),
  z.object({ kind: z.literal('agencies') }),
  z.object({ kind: z.literal('quoted'), primary: sourceSchema }),
] as const;

const originSchema = z.discriminatedUnion('kind', [
  ...attributions,
  z.object({
    kind: z.enum(COPY_KINDS),
    of: ours<Report['item']>(),
    from: sourceSchema,
    attribution: z.discriminatedUnion('kind', attributions),
    names: sourceSchema.nullable(),
  }),
]);

export const outletRow = z
  .object({
    id: ours<Outlet['id']>(),
    name: z.string(),
    label: z.enum(LABELS),
    ownership: z.string(),
    state: z.string().nullable(),
    zone: ours<Zone>(),
    hosts: json(z.array(z.string())),
    names: json(z.array(z.string())),
  })
  .transform(({ ownership, ...outlet }): Outlet => ({ ...outlet, group: ownership }));

export const feedRow = z
  .object({
    id: ours<Feed['id']>(),
    url: z.string(),
    outlet: ours<Outlet['id']>(),
    guild: ours<GuildId>().nullable(),
    every_minutes: z.number(),
    enabled: truth,
  })
  .transform(({ every_minutes, ...feed }): Feed => ({ ...feed, everyMinutes: every_minutes }));

const faultSchema = z.object({
  verdict: z.enum(FAULTS),
  says: z.string(),
  since: instant,
  lastAt: instant,
});

const remarkSchema = z.object({ name: z.enum(REMARKS), says: z.string() });

const movedSchema = z.object({ to: z.string(), times: z.number(), since: instant, learnt: z.boolean() });

export const pollStateRow = z
  .object({
    id: ours<Feed['id']>(),
    etag: z.string().nullable(),
    last_modified: z.string().nullable(),
    body_hash: z.string().nullable(),
    validators_from: z.string().nullable(),
    baseline_at: instant.nullable(),
    last_poll_at: instant.nullable(),
    last_success_at: instant.nullable(),
    last_body_at: instant.nullable(),
    newest_at: instant.nullable(),
    rhythm_minutes: z.number().nullable(),
    next_poll_at: instant,
    failures: z.number(),
    verdict: z.enum(FEED_VERDICTS),
    reason: z.string().nullable(),
    faults: json(z.array(faultSchema)),
    remarks: json(z.array(remarkSchema)),
    moved: json(movedSchema).nullable(),
    outcomes: z.string(),
  })
  .transform(
    (row): PollState => ({
      feed: row.id,
      validators: {
        etag: row.etag,
        lastModified: row.last_modified,
        bodyHash: row.body_hash,
        from: row.validators_from,
      },
      baselineAt: row.baseline_at,
      lastPollAt: row.last_poll_at,
      lastSuccessAt: row.last_success_at,
      lastBodyAt: row.last_body_at,
      newestAt: row.newest_at,
      rhythmMinutes: row.rhythm_minutes,
      nextPollAt: row.next_poll_at,
      failures: row.failures,
      verdict: row.verdict,
      reason: row.reason,
      faults: row.faults,
      remarks: row.remarks,
      moved: row.moved,
      outcomes: row.outcomes,
    }),
  );

export const heldUntilRow = z
  .object({ held_until: instant.nullable() })
  .transform(({ held_until }): Instant | null => held_until);

const party = z.object({ name: z.string(), query: z.string() });

export const storylineSchema = z.object({
  slug: ours<Storyline['slug']>(),
  title: z.string(),
  summary: z.string(),
  guild: ours<Follow['guild']>().nullable(),
  query: z.string(),
  profile: z
    .object({
      seeds: z.array(z.object({ title: z.string(), lede: z.string() })),
      joinAt: z.number().nullable(),
      boostAt: z.number().nullable(),
    })
    .nullable()
    .default(null),
  deadline: z.object({ issuer: party, target: party, zone: ours<Zone>() }).nullable(),
});

export const draftRow = z
  .object({ id: ours<Draft['id']>(), guild: ours<Draft['guild']>(), storyline: json(storylineSchema) })
  .transform((row): Draft => row);

export const storylineRow = z
  .object({ definition: json(storylineSchema) })
  .transform(({ definition }): Storyline => definition);

export const aliasSetRow = z
  .object({ guild: ours<AliasSet['guild']>(), name: z.string(), names: json(z.array(z.string())) })
  .transform((row): AliasSet => row);

/** As a follow keeps them. */
export const quietHours = z.object({
  from: z.string(),
  until: z.string(),
  zone: ours<Zone>(),
  urgent: z.boolean(),
});

export const followRow = z
  .object({
    id: ours<Follow['id']>(),
    storyline: ours<Storyline['slug']>(),
    guild: ours<Follow['guild']>(),
    channel: ours<Follow['channel']>(),
    in_thread: truth,
    publishes: truth,
    role: ours<NonNullable<Follow['role']>>().nullable(),
    ladder: json(z.array(z.enum(RUNG_STEPS))),
    gate_post: z.number(),
    gate_ping: z.number(),
    gate_unconfirmed: z.enum(UNCONFIRMED),
    cap_posts: z.number(),
    cap_pings: z.number(),
    quiet: json(quietHours).nullable(),
    muted_until: ours<Instant>().nullable(),
    paused_at: ours<Instant>().nullable(),
    unheard: json(z.array(ours<Follow['unheard'][number]>())),
    steered: truth,
  })
  .transform(
    ({ gate_post: post, gate_ping: ping, gate_unconfirmed: unconfirmed, cap_posts, cap_pings, ...row }): Follow => {
      const { muted_until: mutedUntil, paused_at: pausedAt, in_thread: inThread, ...rest } = row;
      const [gate, caps] = [
        { post, ping, unconfirmed },
        { posts: cap_posts, pings: cap_pings },
      ];
      return { ...rest, inThread, gate, caps, mutedUntil, pausedAt };
    },
  );

export const guildRow = z
  .object({
    id: ours<GuildSettings['guild']>(),
    moderators: ours<Follow['channel']>().nullable(),
    dates: z.enum(['auto', 'propose']),
    zone: ours<Zone>().nullable(),
    language: z.string().nullable(),
    steered: truth,
  })
  .transform(({ id: guild, ...row }): GuildSettings => ({ guild, ...row }));

const item = ours<Report['item']>();

const hitSchema = z.object({
  group: z.string(),
  term: z.string(),
  field: z.enum(['title', 'lede', 'body', 'item']),
  start: z.number(),
  end: z.number(),
  text: z.string(),
  alias: z.string().nullable(),
});

const likenessSchema = z.object({
  similarity: z.number(),
  shared: z.array(z.string()),
  effect: z.enum(['joined', 'boosted', 'none']),
});

const explanationSchema = z.object({
  hits: z.array(hitSchema),
  missing: z.array(z.string()),
  blockedBy: z.array(hitSchema),
  wouldStop: z.array(z.string()),
  likeness: likenessSchema.nullable().default(null),
});

export const matchRow = z
  .object({ item, storyline: ours<Storyline['slug']>(), score: z.number(), why: json(explanationSchema) })
  .transform((row): Match => row);

export const mentionRow = z
  .object({ item, storyline: ours<Storyline['slug']>(), why: json(z.array(hitSchema)) })
  .transform(({ why, ...row }): Mention => ({ ...row, hits: why }));

/** Of an item joined with its outlet: what was published, and by whom. */
const publishedColumns = {
  outlet: ours<Outlet['id']>(),
  name: z.string(),
  label: z.enum(LABELS),
  ownership: z.string(),
  state: z.string().nullable(),
  title: z.string(),
  lede: z.string(),
  link: z.string().nullable(),
  published: instant.nullable(),
  seen: instant,
};

/** An item joined with its outlet. */
export const explainedRow = z
  .object({
    id: item,
    ...publishedColumns,
    guild: ours<GuildId>().nullable(),
    baseline: truth,
  })
  .transform(({ outlet, name, label, ownership, state, ...rest }) => {
    const explained: Omit<ExplainedItem, 'matches' | 'mentions'> = {
      ...rest,
      source: { outlet, name, label, group: ownership, state },
    };
    return explained;
  });

const joinSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('opened') }),
  z.object({ rule: z.literal('same_article'), identity: z.string() }),
  z.object({ rule: z.literal('same_title'), report: item }),
  z.object({ rule: z.literal('alike'), score: z.number(), shared: z.array(z.string()) }),
]);

/** A report joined with its item and outlet. */
export const reportRow = z
  .object({
    development: z.string(),
    item,
    formerly: json(z.array(item)),
    ...publishedColumns,
    figures: json(z.array(z.object({ of: z.enum(COUNTED), value: z.number() }))),
    joined: json(joinSchema).transform((reason): JoinReason => reason),
    /** Null for reports older than origins. */
    origin: json(originSchema)
      .nullable()
      .transform((origin): Origin => origin ?? OWN),
  })
  .transform(({ development, outlet, name, label, ownership, state, ...rest }) => {
    const report: Report = { ...rest, source: { outlet, name, label, group: ownership, state } };
    return { development, report };
  });

export const silentRow = z.object({
  guild: z.string().transform((text) => id<GuildId>(text)),
  item,
  formerly: json(z.array(item)),
});

const textRow = z.object({ id: item, title: z.string(), lede: z.string() });

/** A found item's texts with its outlet. */
export const foundTextRow = z
  .object({
    ...textRow.shape,
    published: instant.nullable(),
    seen: instant,
    outlet: ours<Outlet['id']>(),
    label: z.enum(LABELS),
    ownership: z.string(),
  })
  .transform(
    ({ outlet, label, ownership, ...text }): FoundText => ({ ...text, source: { outlet, label, group: ownership } }),
  );

/** Many items in one row: a row for each would take three times as long to read. */
export const foundRow = z
  .object({ ids: json(z.array(z.string())), instants: json(z.array(z.string())) })
  .transform(({ ids, instants }) => ids.map((text, at): Found => ({ id: id(text), seen: id(instants[at] ?? '') })));

/** There may be hundreds of thousands, which `z.array` takes milliseconds for. */
const numbers = json(z.custom<readonly number[]>((value) => Array.isArray(value) && value.every(Number.isInteger)));

/** Rows of items, and days counted from 1970. */
export const numbersRow = z.object({ numbers });
export const daysRow = z.object({ rows: numbers, days: numbers });

export const extentRow = z
  .object({ items: z.number(), from: instant.nullable(), until: instant.nullable() })
  .transform((row): Extent => row);

/** An item with its identities. */
export const itemRow = z.object({
  ...textRow.shape,
  feed: ours<Feed['id']>(),
  outlet: ours<Outlet['id']>(),
  guid: z.string().nullable(),
  link: z.string().nullable(),
  published: instant.nullable(),
  seen: instant,
  hash: z.string(),
  identities: json(z.array(z.string())),
});

export const developmentRow = z.object({
  id: ours<DevelopmentId>(),
  storyline: ours<Storyline['slug']>(),
  rev: z.number(),
  follows: ours<DevelopmentId>().nullable(),
  opened_at: instant,
  last_at: instant,
  words: z.number().nullable(),
  written_at: instant.nullable(),
});

const standSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('told') }),
  z.object({ kind: z.enum(['held', 'killed', 'irrelevant']), since: instant, reason: z.string().nullable() }),
  z.object({ kind: z.literal('merged'), into: ours<EditionId>() }),
]);

const correctionSchema = z.object({ title: z.string(), at: instant, reason: z.string().nullable() });

export const editionRow = z
  .object({
    ...developmentRow.omit({ words: true, written_at: true }).shape,
    id: ours<EditionId>(),
    guild: ours<Follow['guild']>(),
    continues: ours<DevelopmentId>().nullable(),
    stand: json(standSchema).transform((stand): Stand => stand),
    correction: json(correctionSchema).nullable(),
  })
  .transform(({ opened_at, last_at, ...row }): Omit<Edition, 'reports' | 'of'> => {
    return { ...row, openedAt: opened_at, lastAt: last_at };
  });

export const editionOfRow = z.object({ edition: ours<EditionId>(), development: ours<DevelopmentId>() });

const beforeSchema = z.object({
  edition: ours<EditionId>(),
  items: z.array(item),
  of: z.array(ours<DevelopmentId>()),
  stand: standSchema,
  correction: correctionSchema.nullable(),
});

export const rulingRow = z
  .object({
    id: ours<RulingId>(),
    guild: ours<Follow['guild']>(),
    kind: z.enum(RULINGS),
    member: z.string(),
    at: instant,
    reason: z.string().nullable(),
    before: json(z.tuple([beforeSchema], beforeSchema)),
    rev: z.number(),
    undone_by: z.string().nullable(),
  })
  .transform(({ undone_by, ...row }): Ruling => ({ ...row, undoneBy: undone_by }));

const anchorSchema = z.object({
  kind: z.enum(['stated', 'published', 'announced', 'act', 'none']),
  day: ours<Day>().nullable(),
});

const evidenceSchema = z.object({
  item,
  source: sourceSchema,
  origin: originSchema.default(OWN),
  link: z.string().nullable(),
  published: instant.nullable(),
  quote: z.string(),
  span: z.tuple([z.number(), z.number()]),
  cue: z.string(),
  rule: z.string(),
  anchor: anchorSchema,
});

const countSchema = z.object({ from: z.number(), to: z.number(), unit: z.enum(['hour', 'day', 'week', 'month']) });

const admissionSchema = z.object({ of: z.number(), by: z.enum(['law', 'origins', 'moderators']) });

export const wordSchema = z.object({ reason: z.string().nullable(), link: z.string().nullable() });

export const versionRow = z
  .object({
    deadline: z.string(),
    number: z.number(),
    change: z.enum(CHANGE_TYPES),
    earliest: ours<Day>(),
    latest: ours<Day>(),
    instant: instant.nullable(),
    precision: z.enum(PRECISIONS),
    zone: ours<Zone>(),
    zone_basis: z.enum(ZONE_BASES),
    said_at: instant,
    bindingness: z.enum(BINDINGNESS),
    confidence: z.number(),
    tier: z.enum(['A', 'B', 'C']),
    counted: json(countSchema).nullable(),
    flags: json(z.array(z.string())),
    evidence: json(evidenceSchema).nullable(),
    admission: json(admissionSchema).nullable(),
    word: json(wordSchema).nullable(),
    condition: z.string().nullable(),
    consequence: z.string().nullable(),
  })
  .transform((row) => {
    const { deadline, earliest, latest, precision, zone, zone_basis, said_at, counted, ...rest } = row;
    const window = { earliest, latest, instant: row.instant, precision, zone, zoneBasis: zone_basis };
    const { number, change, bindingness, confidence, tier, flags, evidence, admission, condition, consequence, word } =
      rest;
    const version: Version = {
      number,
      change,
      window,
      saidAt: said_at,
      bindingness,
      confidence,
      tier,
      count: counted,
      flags,
      condition,
      consequence,
      evidence,
      admission,
      word,
    };
    return { deadline, version };
  });

export const windowSchema = z.object({
  earliest: ours<Day>(),
  latest: ours<Day>(),
  instant: instant.nullable(),
  precision: z.enum(PRECISIONS),
  zone: ours<Zone>(),
  zoneBasis: z.enum(ZONE_BASES),
});

export const confirmationRow = z
  .object({
    deadline: z.string(),
    version: z.number(),
    evidence: json(evidenceSchema).transform((evidence): Evidence => evidence),
    otherwise: json(windowSchema).nullable(),
  })
  .transform(({ deadline, ...rest }) => {
    const confirmation: Confirmation = rest;
    return { deadline, confirmation };
  });

export const deadlineRow = z
  .object({
    id: ours<Rung['deadline']>(),
    storyline: ours<Storyline['slug']>(),
    rev: z.number(),
    issuer: z.string(),
    target: z.string(),
    guild: ours<Follow['guild']>().nullable(),
    read_as: ours<Rung['deadline']>().nullable(),
  })
  .transform(({ guild, read_as, ...row }): Omit<Deadline, 'versions' | 'confirmations'> => {
    return { ...row, standing: guild && { guild, of: read_as } };
  });

export const proposalRow = z
  .object({
    id: ours<ProposalId>(),
    guild: ours<Follow['guild']>(),
    storyline: ours<Storyline['slug']>(),
    deadline: ours<Rung['deadline']>(),
    version: z.number(),
    rev: z.number(),
    state: z.enum(PROPOSAL_STATES),
    made_at: instant,
    answered_by: z.string().nullable(),
  })
  .transform(({ made_at, answered_by, ...row }): Proposal => ({ ...row, madeAt: made_at, answeredBy: answered_by }));

export const rungRow = z
  .object({
    deadline: ours<Rung['deadline']>(),
    version: z.number(),
    name: z.enum(RUNG_NAMES),
    at: instant,
    state: z.enum(['planned', 'fired', 'skipped', 'cancelled']),
    asks_at: instant.nullable(),
    read_at: instant.nullable(),
  })
  .transform(({ asks_at, read_at, ...row }): Rung => ({ ...row, asksAt: asks_at, readAt: read_at }));

const missedSchema = z.object({
  deadline: ours<Rung['deadline']>(),
  version: z.number(),
  rungs: z.array(z.enum(RUNG_NAMES)),
});

export const digestRow = z
  .object({
    id: ours<Digest['id']>(),
    channel: ours<Digest['place']>(),
    follow: ours<Digest['follow']>(),
    rev: z.number(),
    opened_at: instant,
  })
  .transform(
    ({ opened_at, channel, ...row }): Omit<Digest, 'entries'> => ({ ...row, place: channel, openedAt: opened_at }),
  );

export const digestEntryRow = z.object({ digest: z.string(), card: z.string() });

export const catchUpRow = z
  .object({
    id: ours<CatchUp['id']>(),
    cause: z.enum(MISSED_BY),
    since: instant,
    entries: json(z.array(missedSchema)),
    developments: json(z.array(z.string())),
  })
  .transform((row): CatchUp => row);

const concernSchema: z.ZodType<Concern> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('feed'),
    feed: ours<FeedId>(),
    outlet: z.string(),
    verdict: z.enum(FEED_VERDICTS),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('network'), feeds: z.number() }),
  z.object({ kind: z.literal('silence'), outlet: ours<OutletId>(), name: z.string() }),
  z.object({ kind: z.literal('channel'), channel: ours<Follow['channel']>(), reason: z.string() }),
  z.object({
    kind: z.literal('message'),
    key: ours<Message['key']>(),
    channel: ours<Follow['channel']>(),
    state: z.enum(ASKED_STATES),
    wantedAt: instant,
    title: z.string(),
    reason: z.string(),
  }),
  z.object({ kind: z.literal('disk'), freeBytes: z.number() }),
  z.object({ kind: z.literal('down') }),
]);

export const noticeRow = z
  .object({
    id: ours<Notice['id']>(),
    guild: ours<Notice['guild']>(),
    rev: z.number(),
    concern: json(concernSchema),
    since: instant,
    resolved_at: instant.nullable(),
  })
  .transform(({ resolved_at, ...row }): Notice => ({ ...row, resolvedAt: resolved_at }));

const subjectColumns = {
  subject_kind: z.enum([
    'development',
    'edition',
    'corroboration',
    'ruling',
    'deadline',
    'change',
    'rung',
    'proposal',
    'digest',
    'catch_up',
    'notice',
    'thread',
    'welcome',
  ]),
  subject_id: z.string(),
  subject_version: z.number().nullable(),
  subject_rung: z.string().nullable(),
};

type SubjectColumns = z.output<z.ZodObject<typeof subjectColumns>>;

function subjectOf(row: SubjectColumns): SubjectRef {
  const { subject_kind: kind, subject_id, subject_version: version, subject_rung: rung } = row;
  if (kind === 'change') return { kind, id: subject_id, version: version ?? 0 };
  if (kind === 'rung') return { kind, id: subject_id, version: version ?? 0, rung: rung ?? '' };
  return { kind, id: subject_id };
}

const messageColumns = z.object({
  key: ours<Message['key']>(),
  follow: ours<Follow['id']>().nullable(),
  channel: ours<Follow['channel']>(),
  place: ours<Message['place']>(),
  wanted_rev: z.number(),
  shown_rev: z.number(),
  state: z.enum(MESSAGE_STATES),
  made_at: instant,
  ping: truth,
  ...subjectColumns,
});

function messageOf(row: z.output<typeof messageColumns>): Message {
  const { key, follow, channel, place, state, ping } = row;
  const { wanted_rev: wantedRev, shown_rev: shownRev, made_at: madeAt } = row;
  return { key, follow, channel, place, subject: subjectOf(row), wantedRev, shownRev, state, madeAt, ping };
}

export const messageRow = messageColumns.transform(messageOf);

export const keptRow = messageColumns
  .extend({ follow: ours<Follow['id']>(), kept_since: instant, was_tried: truth })
  .transform(({ key, place, follow, ping, kept_since: since, was_tried: wasTried, ...row }) => ({
    ...{ key, place, follow, ping, since, wasTried },
    subject: subjectOf(row),
  }));

export const stuckRow = messageColumns
  .extend({ wanted_at: instant, reason: z.string() })
  .transform((row): StuckMessage => ({ ...messageOf(row), wantedAt: row.wanted_at, reason: row.reason }));

export const backlogRow = z.object({
  priority: z.literal(Object.values(PRIORITIES)),
  waiting: z.number(),
  oldest: instant,
});

export const channelRow = z.object({ channel: ours<Follow['channel']>() });

/** `*` stands for all. */
export const pauseRow = z
  .object({
    channel: ours<Follow['channel']>(),
    act: z.enum(['post', 'edit', 'publish', '*']),
    cause: z.enum(['limit', 'closed']),
    since: instant,
    until: instant,
    reason: z.string(),
  })
  .transform(
    ({ channel, act, ...row }): KeptPause => ({
      ...row,
      channel: channel === '*' ? null : channel,
      act: act === '*' ? null : act,
    }),
  );

export const threadRow = z
  .object({
    key: ours<Message['key']>(),
    follow: ours<Follow['id']>(),
    channel: ours<Follow['channel']>(),
    posted: ours<Follow['channel']>().nullable(),
    state: z.enum(MESSAGE_STATES),
  })
  .transform((row): Thread => row);

export const publishableRow = z.object({
  key: ours<Message['key']>(),
  channel: ours<Follow['channel']>(),
  posted: ours<PostedId>(),
});

export const answeredRow = z.object({ key: ours<Message['key']>(), posted: ours<PostedId>() });

/** A row of the board as taken for delivery, with the role its follow pings. */
export const claimedRow = z
  .object({
    key: ours<Message['key']>(),
    channel: ours<Follow['channel']>(),
    place: ours<Message['place']>(),
    follow: ours<Follow['id']>().nullable(),
    wanted_rev: z.number(),
    posted: ours<PostedId>().nullable(),
    nonce: z.string(),
    marker: z.number(),
    first_tried_at: instant,
    attempts: z.number(),
    digest: z.string().nullable(),
    priority: z.number(),
    ping: truth,
    answers: ours<Message['key']>().nullable(),
    wanted_at: instant,
    ...subjectColumns,
  })
  .transform((row) => ({ ...row, subject: subjectOf(row) }));

export type ClaimedRow = z.output<typeof claimedRow>;
