/** The board's own work: taking what is behind, and recording what became of it. */
import type { CatchUp } from '../domain/catchUp.ts';
import { currentVersion, type Deadline, standingId } from '../domain/deadline.ts';
import type { Development } from '../domain/development.ts';
import type { Digest } from '../domain/digest.ts';
import { type Edition, isEdition, type Ruling, type Telling } from '../domain/edition.ts';
import type { ChannelId, DeadlineId, GuildId, MessageKey, PostedId, RoleId } from '../domain/ids.ts';
import {
  type Audience,
  OF_CHANNELS,
  type Showing,
  type StuckState,
  type Subject,
  type SubjectRef,
  type ToldBriefly,
} from '../domain/message.ts';
import type { Notice } from '../domain/notice.ts';
import type { Proposal } from '../domain/proposal.ts';
import { heldUntil, type QuietHours } from '../domain/quiet.ts';
import { type Follow, type GuildSettings, heardOf, placeOf, type Storyline } from '../domain/storyline.ts';
import { type Instant, MINUTE, plus } from '../domain/time.ts';
import { allIn, type Engine, listOf, type Row, type Statement } from './engine.ts';
import {
  developmentsOf,
  digestsOf,
  editionsOf,
  guildsOf,
  heardDeadlinesOf,
  proposalsOf,
  rungsOf,
  storylinesOf,
} from './nouns.ts';
import { HELD_UNTIL, IS_HELD } from './pauses.ts';
import { answeredRow, type ClaimedRow, catchUpRow, claimedRow, followRow, noticeRow, rulingRow } from './rows.ts';
import { WAITS_FOR_THREAD } from './threads.ts';

/** A process that dies with a message in hand leaves it to be taken again after this long. */
const LEASE = MINUTE;

/** The condition of the partial index `message_behind`. */
const BEHIND = `wanted_rev > shown_rev AND state IN ('waiting', 'shown')`;

/** What waits because moderators paused its storyline there: nothing new is posted, and what stands is kept true. */
const IS_PAUSED = `(posted IS NULL AND subject_kind NOT IN (${OF_CHANNELS.map((kind) => `'${kind}'`).join(', ')})
  AND follow IN (SELECT id FROM follow WHERE paused_at IS NOT NULL))`;

/** The condition of what is behind and could be shown. */
const GOES_ON = `${BEHIND} AND kept_since IS NULL AND NOT ${IS_PAUSED} AND NOT ${WAITS_FOR_THREAD}`;

/** How much is behind, and since when, by priority. */
export const BACKLOG = `SELECT priority, COUNT(*) AS waiting, MIN(wanted_at) AS oldest FROM message WHERE ${BEHIND} AND NOT ${IS_PAUSED} GROUP BY priority ORDER BY priority`;

/** `elsewhere` is a condition, or nothing. */
const claimSql = (
  elsewhere: string,
) => `UPDATE message SET attempts = attempts + 1, first_tried_at = COALESCE(first_tried_at, :now), next_try_at = :lease
  WHERE key IN (SELECT key FROM message WHERE ${GOES_ON} AND next_try_at <= :now AND NOT ${IS_HELD} ${elsewhere} ORDER BY priority, wanted_at, key LIMIT :limit)
  RETURNING key, channel, place, follow, wanted_rev, posted, nonce, marker, first_tried_at, attempts, digest, priority, ping, answers, wanted_at,
    subject_kind, subject_id, subject_version, subject_rung`;

interface Nouns {
  readonly storylines: ReadonlyMap<string, Storyline>;
  readonly developments: ReadonlyMap<string, Telling>;
  readonly rulings: ReadonlyMap<string, Ruling>;
  readonly deadlines: ReadonlyMap<string, Deadline>;
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** What digests and catch-ups tell of, by their ids. */
  readonly several: ReadonlyMap<string, readonly Telling[]>;
  readonly catchUps: ReadonlyMap<string, CatchUp>;
  readonly notices: ReadonlyMap<string, Notice>;
  readonly rungs: Awaited<ReturnType<typeof rungsOf>>;
  readonly follows: ReadonlyMap<string, Follow>;
  readonly guilds: readonly GuildSettings[];
  /** Of the messages that others answer, where they are there: by their keys. */
  readonly answered: ReadonlyMap<string, PostedId>;
}

function rowsIn(engine: Engine, table: string, wanted: readonly string[]) {
  return allIn(engine, wanted, (ids) => `SELECT * FROM ${table} WHERE id IN (${ids})`);
}

function byId<Noun extends { readonly id: string }>(nouns: readonly Noun[]): ReadonlyMap<string, Noun> {
  return new Map(nouns.map((noun) => [noun.id, noun]));
}

function idsOf(claimed: readonly ClaimedRow[], ...kinds: readonly SubjectRef['kind'][]): readonly string[] {
  return claimed.filter((row) => kinds.includes(row.subject.kind)).map((row) => row.subject.id);
}

/** The chain as read, and where it would stand. */
function chainsOf({ deadline, guild }: Proposal): readonly DeadlineId[] {
  return [deadline, standingId(deadline, guild)];
}

/** These, and the ones they were merged into. */
async function withThoseMerged(engine: Engine, editions: readonly Edition[]): Promise<readonly Edition[]> {
  const into = editions.flatMap(({ stand }) => (stand.kind === 'merged' ? [stand.into] : []));
  return [...editions, ...(await editionsOf(engine, await rowsIn(engine, 'edition', into)))];
}

/** These, and the ones they follow up. */
async function withThoseFollowed(engine: Engine, told: readonly Development[]): Promise<readonly Development[]> {
  const followed = told.flatMap(({ follows }) => (follows === null ? [] : [follows]));
  return [...told, ...(await developmentsOf(engine, await rowsIn(engine, 'development', followed)))];
}

async function answeredBy(engine: Engine, claimed: readonly ClaimedRow[]): Promise<ReadonlyMap<string, PostedId>> {
  const wanted = claimed.flatMap(({ answers }) => (answers === null ? [] : [answers]));
  const sql = (keys: string) => `SELECT key, posted FROM message WHERE posted IS NOT NULL AND key IN (${keys})`;
  const rows = await allIn(engine, wanted, sql);
  return new Map(rows.map((row) => answeredRow.parse(row)).map(({ key, posted }) => [key, posted]));
}

/** A message that tells of several developments: its own id, for which follow, and how it names them. */
interface Several {
  readonly id: string;
  readonly follow: string;
  readonly cards: readonly string[];
}

/** What each of them tells, as it stands in the guild of its channel. */
async function severalTellings(engine: Engine, several: readonly Several[]) {
  const cards = several.flatMap((one) => one.cards);
  const developments = byId(await developmentsOf(engine, await rowsIn(engine, 'development', cards)));
  const ruled = await allIn(
    engine,
    cards,
    (ids) => `SELECT edition.*, follow.id AS told_by FROM edition JOIN follow ON follow.guild = edition.guild
      WHERE edition.continues IN (${ids}) OR edition.id IN (${ids})`,
  );
  const editions = await editionsOf(engine, ruled);
  const tellingOf = (follow: string, card: string): Telling | undefined => {
    const at = ruled.findIndex((row) => row.told_by === follow && (row.continues === card || row.id === card));
    return editions[at] ?? developments.get(card);
  };
  const tellings = several.map((one) => {
    return [one.id, one.cards.flatMap((card) => tellingOf(one.follow, card) ?? [])] as const;
  });
  return { tellings: new Map<string, readonly Telling[]>(tellings), all: tellings.flatMap(([, told]) => told) };
}

function severalOf({ id, follow, entries }: Digest): Several {
  return { id, follow, cards: entries };
}

/** For whom it is told, the claimed row knows. */
function severalIn({ id, developments }: CatchUp, claimed: readonly ClaimedRow[]): Several {
  return { id, follow: claimed.find(({ subject }) => subject.id === id)?.follow ?? '', cards: developments };
}

async function nounsOf(engine: Engine, claimed: readonly ClaimedRow[]): Promise<Nouns> {
  const rulings = (await rowsIn(engine, 'ruling', idsOf(claimed, 'ruling'))).map((row) => rulingRow.parse(row));
  const told = idsOf(claimed, 'development', 'edition', 'corroboration');
  const proposals = proposalsOf(await rowsIn(engine, 'proposal', idsOf(claimed, 'proposal')));
  const digests = await digestsOf(engine, await rowsIn(engine, 'digest', idsOf(claimed, 'digest')));
  const missed = await rowsIn(engine, 'catch_up', idsOf(claimed, 'catch_up'));
  const notices = await rowsIn(engine, 'notice', idsOf(claimed, 'notice'));
  const catchUps = missed.map((row) => catchUpRow.parse(row));
  const several = await severalTellings(engine, [
    ...digests.map(severalOf),
    ...catchUps.map((catchUp) => severalIn(catchUp, claimed)),
  ]);
  const dated = [
    ...idsOf(claimed, 'deadline', 'change', 'rung'),
    ...proposals.flatMap(chainsOf),
    ...catchUps.flatMap(({ entries }) => entries.map(({ deadline }) => deadline)),
  ];
  const ruled = [...told, ...rulings.map(({ before: [first] }) => first.edition)];
  const editions = await withThoseMerged(engine, await editionsOf(engine, await rowsIn(engine, 'edition', ruled)));
  const reported = await withThoseFollowed(
    engine,
    await developmentsOf(engine, await rowsIn(engine, 'development', told)),
  );
  const deadlines = await heardDeadlinesOf(engine, await rowsIn(engine, 'deadline', dated));
  const wanted = claimed.flatMap(({ follow }) => follow ?? []);
  const follows = (await rowsIn(engine, 'follow', wanted)).map((row) => followRow.parse(row));
  return {
    storylines: await storylinesOf(engine, [
      ...[...reported, ...editions, ...several.all, ...deadlines].map((noun) => noun.storyline),
      ...idsOf(claimed, 'thread'),
    ]),
    developments: byId<Telling>([...reported, ...editions]),
    rulings: byId(rulings),
    deadlines: byId(deadlines),
    proposals: byId(proposals),
    several: several.tellings,
    catchUps: byId(catchUps),
    notices: byId(notices.map((row) => noticeRow.parse(row))),
    rungs: await rungsOf(engine, dated),
    follows: byId(follows),
    guilds: await guildsOf(engine, [...follows.map(({ guild }) => guild), ...idsOf(claimed, 'welcome')]),
    answered: await answeredBy(engine, claimed),
  };
}

function found<Noun>(noun: Noun | null | undefined, what: string): Noun {
  if (!noun) throw new Error(`The board points at ${what}, which the store does not have`);
  return noun;
}

function storylineOf({ storyline }: { readonly storyline: string }, nouns: Nouns): Storyline {
  return found(nouns.storylines.get(storyline), `storyline ${storyline}`);
}

/** The follow a message is shown for; null where it is its server's. */
function followOf({ follow }: Pick<ClaimedRow, 'follow'>, nouns: Nouns): Follow | null {
  return nouns.follows.get(follow ?? '') ?? null;
}

type DevelopmentRef = Extract<SubjectRef, { readonly kind: 'development' | 'edition' | 'corroboration' }>;

function isOfDevelopment(subject: SubjectRef): subject is DevelopmentRef {
  return subject.kind === 'development' || subject.kind === 'edition' || subject.kind === 'corroboration';
}

type DatedRef = Exclude<
  SubjectRef,
  {
    readonly kind:
      | 'development'
      | 'edition'
      | 'corroboration'
      | 'ruling'
      | 'proposal'
      | 'digest'
      | 'catch_up'
      | 'notice'
      | 'thread'
      | 'welcome';
  }
>;

function deadlineSubject(subject: DatedRef, follow: Follow | null, nouns: Nouns): Subject {
  const deadline = found(nouns.deadlines.get(subject.id), `deadline ${subject.id}`);
  const storyline = storylineOf(deadline, nouns);
  if (subject.kind === 'deadline') return { kind: 'deadline', storyline, deadline };
  const index = deadline.versions.findIndex((version) => version.number === subject.version);
  const version = found(deadline.versions[index], `version ${subject.version} of ${deadline.id}`);
  const before = deadline.versions[index - 1] ?? version;
  if (subject.kind === 'change') return { kind: 'change', storyline, deadline, version, before };
  const isOurs = (rung: Nouns['rungs'][number]) =>
    rung.deadline === deadline.id && rung.version === subject.version && rung.name === subject.rung;
  const rung = found(nouns.rungs.find(isOurs), `rung ${subject.rung} of ${deadline.id}`);
  const waited = heldUntil(follow?.quiet ?? null, { kind: 'rung', rung }, rung.at) !== null;
  return { kind: 'rung', storyline, deadline, version: currentVersion(deadline), rung, waited };
}

function proposalSubject(id: string, nouns: Nouns): Subject {
  const proposal = found(nouns.proposals.get(id), `proposal ${id}`);
  const [read, stands] = chainsOf(proposal);
  const deadline = found(nouns.deadlines.get(read ?? ''), `deadline ${read}`);
  const version = found(
    deadline.versions.find((one) => one.number === proposal.version),
    `version ${proposal.version} of ${deadline.id}`,
  );
  const standing = nouns.deadlines.get(stands ?? '') ?? null;
  return { kind: 'proposal', storyline: storylineOf(deadline, nouns), proposal, deadline, version, standing };
}

/** As it is heard where the row goes; reports stay of outlets that were muted later where nothing else is left. */
function asHeard(telling: Telling, row: Pick<ClaimedRow, 'follow'>, nouns: Nouns): Telling {
  const follow = followOf(row, nouns);
  const reports = follow ? heardOf(telling.reports, follow) : telling.reports;
  return reports.length === 0 ? telling : { ...telling, reports };
}

function briefly(told: readonly Telling[], row: ClaimedRow, nouns: Nouns): readonly ToldBriefly[] {
  return told.map((one) => ({ development: asHeard(one, row, nouns), storyline: storylineOf(one, nouns) }));
}

function digestSubject(id: string, row: ClaimedRow, nouns: Nouns): Subject {
  return { kind: 'digest', entries: briefly(found(nouns.several.get(id), `digest ${id}`), row, nouns) };
}

function catchUpSubject(id: string, row: ClaimedRow, nouns: Nouns): Subject {
  const { cause, since, entries } = found(nouns.catchUps.get(id), `catch-up ${id}`);
  const whole = entries.map((entry) => {
    const deadline = found(nouns.deadlines.get(entry.deadline), `deadline ${entry.deadline}`);
    return { ...entry, deadline, storyline: storylineOf(deadline, nouns) };
  });
  const developments = briefly(nouns.several.get(id) ?? [], row, nouns);
  return { kind: 'catch_up', cause, since, entries: whole, developments };
}

function reportedIn({ developments }: Nouns, wanted: string | null): Development | null {
  const telling = developments.get(wanted ?? '');
  return telling && !isEdition(telling) ? telling : null;
}

function editionIn({ developments }: Nouns, wanted: string): Edition {
  const telling = found(developments.get(wanted), `edition ${wanted}`);
  if (!isEdition(telling)) throw new Error(`${wanted} is no edition`);
  return telling;
}

function mergedInto({ stand }: Edition, nouns: Nouns): Edition | null {
  return stand.kind === 'merged' ? editionIn(nouns, stand.into) : null;
}

function rulingSubject(id: string, nouns: Nouns): Subject {
  const ruling = found(nouns.rulings.get(id), `ruling ${id}`);
  const edition = editionIn(nouns, ruling.before[0].edition);
  return { kind: 'ruling', storyline: storylineOf(edition, nouns), edition, ruling };
}

function developmentSubject(row: ClaimedRow, nouns: Nouns): Subject {
  const { subject, follow } = row;
  const development = asHeard(found(nouns.developments.get(subject.id), `development ${subject.id}`), row, nouns);
  const storyline = storylineOf(development, nouns);
  if (subject.kind === 'corroboration') return { kind: 'corroboration', storyline, development };
  const before = reportedIn(nouns, development.follows);
  const into = isEdition(development) ? mergedInto(development, nouns) : null;
  const { gate } = found(followOf({ follow }, nouns), `follow ${follow}`);
  return { kind: 'development', storyline, development, before, into, gate };
}

function subjectOf(row: ClaimedRow, nouns: Nouns): Subject {
  const { subject } = row;
  if (subject.kind === 'proposal') return proposalSubject(subject.id, nouns);
  if (subject.kind === 'digest') return digestSubject(subject.id, row, nouns);
  if (subject.kind === 'catch_up') return catchUpSubject(subject.id, row, nouns);
  if (subject.kind === 'ruling') return rulingSubject(subject.id, nouns);
  if (subject.kind === 'notice')
    return { kind: 'notice', notice: found(nouns.notices.get(subject.id), `notice ${subject.id}`) };
  if (subject.kind === 'thread') return { kind: 'thread', storyline: storylineOf({ storyline: subject.id }, nouns) };
  if (subject.kind === 'welcome') return { kind: 'welcome' };
  return isOfDevelopment(subject)
    ? developmentSubject(row, nouns)
    : deadlineSubject(subject, followOf(row, nouns), nouns);
}

function roleOf(row: ClaimedRow, nouns: Nouns, now: Instant): RoleId | null {
  const { role = null, mutedUntil = null } = followOf(row, nouns) ?? {};
  return row.ping && (mutedUntil === null || mutedUntil <= now) ? role : null;
}

function audienceOf(row: ClaimedRow, nouns: Nouns): Audience {
  const own = followOf(row, nouns);
  const settings = nouns.guilds.find(({ guild }) => guild === (own?.guild ?? row.subject.id));
  return { language: settings?.language ?? null, hasRole: own !== null && own.role !== null };
}

/** Moderators are asked where they are at any time. */
function quietOf(row: ClaimedRow, nouns: Nouns): QuietHours | null {
  const own = followOf(row, nouns);
  return own !== null && placeOf(own) === row.place ? own.quiet : null;
}

function showingOf(row: ClaimedRow, nouns: Nouns, now: Instant): Showing {
  return {
    key: row.key,
    channel: row.channel,
    replyTo: nouns.answered.get(row.answers ?? '') ?? null,
    rev: row.wanted_rev,
    posted: row.posted,
    nonce: row.nonce,
    marker: row.marker,
    firstTriedAt: row.attempts > 1 ? row.first_tried_at : null,
    attempts: row.attempts,
    shownDigest: row.digest,
    role: roleOf(row, nouns, now),
    quiet: quietOf(row, nouns),
    audience: audienceOf(row, nouns),
    subject: subjectOf(row, nouns),
  };
}

function urgency(a: ClaimedRow, b: ClaimedRow): number {
  return a.priority - b.priority || (a.wanted_at < b.wanted_at ? -1 : Number(a.wanted_at > b.wanted_at));
}

interface Claim {
  readonly now: Instant;
  readonly limit: number;
  /** Channels that are left alone. */
  readonly except: readonly ChannelId[];
}

function claimStatement({ now, limit, except }: Claim): Statement {
  const params = { now, lease: plus(now, LEASE), limit };
  if (except.length === 0) return { sql: claimSql(''), params };
  const others = listOf(except);
  return { sql: claimSql(`AND channel NOT IN (${others.list})`), params: { ...params, ...others.params } };
}

/** Takes what is behind and due, most urgent first; each is leased for a minute and its attempt counted. */
export async function claimBehind(engine: Engine, wanted: Claim): Promise<readonly Showing[]> {
  const [rows = []] = await engine.batch([claimStatement(wanted)]);
  return showingsOf(engine, rows.map((row) => claimedRow.parse(row)).sort(urgency), () => wanted.now);
}

/** Rows of the board with all that their cards are drawn from at a time, in their order. */
export async function showingsOf(
  engine: Engine,
  rows: readonly ClaimedRow[],
  timeOf: (row: ClaimedRow) => Instant,
): Promise<readonly Showing[]> {
  if (rows.length === 0) return [];
  const nouns = await nounsOf(engine, rows);
  return rows.map((row) => showingOf(row, nouns, timeOf(row)));
}

const ROW = `SELECT key, channel, place, follow, wanted_rev, posted, nonce, marker, COALESCE(first_tried_at, wanted_at) AS first_tried_at,
    attempts, digest, priority, ping, answers, wanted_at, subject_kind, subject_id, subject_version, subject_rung FROM message`;
const POSTED = `${ROW} WHERE posted = :posted AND follow IN (SELECT id FROM follow WHERE guild = :guild)`;
const KEYED = `${ROW} WHERE key = :key`;

async function subjectIn(engine: Engine, rows: readonly Row[]): Promise<Subject | null> {
  const [found] = rows;
  if (found === undefined) return null;
  const row = claimedRow.parse(found);
  return subjectOf(row, await nounsOf(engine, [row]));
}

/** What a row of the board speaks of; null for none of that key. */
export async function keyedSubject(engine: Engine, key: MessageKey): Promise<Subject | null> {
  return subjectIn(engine, await engine.all(KEYED, { key }));
}

/** What a posted message speaks of; null for one that is not on the guild's board. */
export async function postedSubject(engine: Engine, posted: PostedId, guild: GuildId): Promise<Subject | null> {
  return subjectIn(engine, await engine.all(POSTED, { posted, guild }));
}

/** A message is visible at revision `rev`. It counts as an edit when it was visible before and now reads differently. */
export function shownStatement(key: MessageKey, rev: number, posted: PostedId, digest: string, at: Instant): Statement {
  return {
    sql: `UPDATE message SET
        shown_rev = CASE WHEN :rev > shown_rev THEN :rev ELSE shown_rev END, shown_at = :at, state = 'shown', posted = :posted,
        edits = edits + CASE WHEN digest IS NOT NULL AND digest <> :digest THEN 1 ELSE 0 END,
        digest = :digest, attempts = 0, first_tried_at = NULL, next_try_at = :at, reason = NULL
      WHERE key = :key`,
    params: { key, rev, posted, digest, at },
    mustChange: `message ${key}`,
  };
}

/** Not now: tried again at `until`. */
export function postponedStatement(key: MessageKey, until: Instant, reason: string): Statement {
  return {
    sql: 'UPDATE message SET next_try_at = :until, reason = :reason WHERE key = :key',
    params: { key, until, reason },
    mustChange: `message ${key}`,
  };
}

/** Taken for nothing: neither the attempt nor, if it was the first, its instant counts. */
export function unsentStatement(key: MessageKey, now: Instant): Statement {
  return {
    sql: `UPDATE message SET attempts = attempts - 1, first_tried_at = CASE WHEN attempts > 1 THEN first_tried_at END,
        next_try_at = :now WHERE key = :key`,
    params: { key, now },
    mustChange: `message ${key}`,
  };
}

/** Kept with its reason, never tried again by itself. */
export function stoppedStatement(key: MessageKey, state: StuckState, reason: string): Statement {
  return {
    sql: 'UPDATE message SET state = :state, reason = :reason WHERE key = :key',
    params: { key, state, reason },
    mustChange: `message ${key}`,
  };
}

/** When the next message that is behind may be tried. */
export const NEXT_DELIVERY = `SELECT MIN(CASE WHEN held_until > next_try_at THEN held_until ELSE next_try_at END) AS at
  FROM (SELECT next_try_at, ${HELD_UNTIL} AS held_until FROM message WHERE ${GOES_ON}) AS behind`;
