/** The board's own work: taking what is behind, and recording what became of it. */
import { currentVersion, type Deadline } from '../domain/deadline.ts';
import type { Development } from '../domain/development.ts';
import type { MessageKey, PostedId, RoleId } from '../domain/ids.ts';
import { PRIORITIES, type Showing, type Subject } from '../domain/message.ts';
import type { Follow, Storyline } from '../domain/storyline.ts';
import { type Instant, MINUTE, plus } from '../domain/time.ts';
import { allIn, type Engine, type Statement } from './engine.ts';
import { deadlinesOf, developmentsOf, rungsOf, storylinesOf } from './nouns.ts';
import { type ClaimedRow, claimedRow, followRow } from './rows.ts';

/** A process that dies with a message in hand leaves it to be taken again after this long. */
const LEASE = MINUTE;

/** The condition of the partial index `message_behind`. */
const BEHIND = `wanted_rev > shown_rev AND state IN ('waiting', 'shown')`;

const CLAIM = `UPDATE message SET attempts = attempts + 1, first_tried_at = COALESCE(first_tried_at, :now), next_try_at = :lease
  WHERE key IN (SELECT key FROM message WHERE ${BEHIND} AND next_try_at <= :now ORDER BY priority, wanted_at, key LIMIT :limit)
  RETURNING key, channel, follow, wanted_rev, posted, nonce, marker, first_tried_at, attempts, digest, priority, wanted_at,
    subject_kind, subject_id, subject_version, subject_rung`;

interface Nouns {
  readonly storylines: ReadonlyMap<string, Storyline>;
  readonly developments: ReadonlyMap<string, Development>;
  readonly deadlines: ReadonlyMap<string, Deadline>;
  readonly rungs: Awaited<ReturnType<typeof rungsOf>>;
  readonly follows: ReadonlyMap<string, Follow>;
}

function rowsIn(engine: Engine, table: string, wanted: readonly string[]) {
  return allIn(engine, wanted, (ids) => `SELECT * FROM ${table} WHERE id IN (${ids})`);
}

function byId<Noun extends { readonly id: string }>(nouns: readonly Noun[]): ReadonlyMap<string, Noun> {
  return new Map(nouns.map((noun) => [noun.id, noun]));
}

async function nounsOf(engine: Engine, claimed: readonly ClaimedRow[]): Promise<Nouns> {
  const told = claimed.filter((row) => row.subject.kind === 'development').map((row) => row.subject.id);
  const dated = claimed.filter((row) => row.subject.kind !== 'development').map((row) => row.subject.id);
  const developments = await developmentsOf(engine, await rowsIn(engine, 'development', told));
  const deadlines = await deadlinesOf(engine, await rowsIn(engine, 'deadline', dated));
  const follows = await rowsIn(
    engine,
    'follow',
    claimed.map((row) => row.follow),
  );
  return {
    storylines: await storylinesOf(
      engine,
      [...developments, ...deadlines].map((noun) => noun.storyline),
    ),
    developments: byId(developments),
    deadlines: byId(deadlines),
    rungs: await rungsOf(engine, dated),
    follows: byId(follows.map((row) => followRow.parse(row))),
  };
}

function found<Noun>(noun: Noun | undefined, what: string): Noun {
  if (!noun) throw new Error(`The board points at ${what}, which the store does not have`);
  return noun;
}

function deadlineSubject(row: ClaimedRow, deadline: Deadline, nouns: Nouns): Subject {
  const storyline = found(nouns.storylines.get(deadline.storyline), `storyline ${deadline.storyline}`);
  const { subject } = row;
  if (subject.kind === 'deadline' || subject.kind === 'development') return { kind: 'deadline', storyline, deadline };
  const index = deadline.versions.findIndex((version) => version.number === subject.version);
  const version = found(deadline.versions[index], `version ${subject.version} of ${deadline.id}`);
  const before = deadline.versions[index - 1] ?? version;
  if (subject.kind === 'change') return { kind: 'change', storyline, deadline, version, before };
  const isOurs = (rung: Nouns['rungs'][number]) =>
    rung.deadline === deadline.id && rung.version === subject.version && rung.name === subject.rung;
  const rung = found(nouns.rungs.find(isOurs), `rung ${subject.rung} of ${deadline.id}`);
  return { kind: 'rung', storyline, deadline, version: currentVersion(deadline), rung };
}

function subjectOf(row: ClaimedRow, nouns: Nouns): Subject {
  const { kind, id } = row.subject;
  if (kind !== 'development') return deadlineSubject(row, found(nouns.deadlines.get(id), `deadline ${id}`), nouns);
  const development = found(nouns.developments.get(id), `development ${id}`);
  const storyline = found(nouns.storylines.get(development.storyline), `storyline ${development.storyline}`);
  return { kind, storyline, development };
}

/** Changes, dues and rungs ping the follow's role; everything else is quiet. */
function roleOf(row: ClaimedRow, nouns: Nouns): RoleId | null {
  return row.priority > PRIORITIES.rung ? null : (nouns.follows.get(row.follow)?.role ?? null);
}

function showingOf(row: ClaimedRow, nouns: Nouns): Showing {
  return {
    key: row.key,
    channel: row.channel,
    rev: row.wanted_rev,
    posted: row.posted,
    nonce: row.nonce,
    marker: row.marker,
    firstTriedAt: row.attempts > 1 ? row.first_tried_at : null,
    attempts: row.attempts,
    shownDigest: row.digest,
    role: roleOf(row, nouns),
    subject: subjectOf(row, nouns),
  };
}

function urgency(a: ClaimedRow, b: ClaimedRow): number {
  return a.priority - b.priority || (a.wanted_at < b.wanted_at ? -1 : Number(a.wanted_at > b.wanted_at));
}

/** Takes what is behind and due, most urgent first; each is leased for a minute and its attempt counted. */
export async function claimBehind(engine: Engine, now: Instant, limit: number): Promise<readonly Showing[]> {
  const [rows = []] = await engine.batch([{ sql: CLAIM, params: { now, lease: plus(now, LEASE), limit } }]);
  const claimed = rows.map((row) => claimedRow.parse(row)).sort(urgency);
  if (claimed.length === 0) return [];
  const nouns = await nounsOf(engine, claimed);
  return claimed.map((row) => showingOf(row, nouns));
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

/** Given up, visibly: kept with its reason, never tried again by itself. */
export function givenUpStatement(key: MessageKey, state: 'refused' | 'gone', reason: string): Statement {
  return {
    sql: 'UPDATE message SET state = :state, reason = :reason WHERE key = :key',
    params: { key, state, reason },
    mustChange: `message ${key}`,
  };
}

/** When the next message that is behind may be tried. */
export const NEXT_DELIVERY = `SELECT MIN(next_try_at) AS at FROM message WHERE ${BEHIND}`;
