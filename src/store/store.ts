/** The Store port over any engine: SQL written once in the dialect the engines share. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { AuditedAct } from '../domain/audit.ts';
import type { Act, Change } from '../domain/change.ts';
import { type Deadline, standingId } from '../domain/deadline.ts';
import type { Development } from '../domain/development.ts';
import type { Edition, Telling } from '../domain/edition.ts';
import type {
  Docket,
  DueFeed,
  ExplainedItem,
  Facts,
  Kept,
  KnownItem,
  ListedFeed,
  NoticeFacts,
  OpenProposal,
  OwnFeed,
  Question,
  RipeDeadline,
  StoredCatalogue,
} from '../domain/facts.ts';
import {
  type ChannelId,
  type DeadlineId,
  type DraftId,
  type FeedId,
  type GuildId,
  type ItemId,
  id,
  type MessageKey,
  type OutletId,
  type PostedId,
} from '../domain/ids.ts';
import type { Publishable, Showing, StuckMessage, StuckState, Subject, Thread } from '../domain/message.ts';
import type { KeptPause, Pause } from '../domain/pause.ts';
import type { Backlog, DeadlineHistory, FollowedStoryline, NextDue, Server, Store, Totals } from '../domain/ports.ts';
import type {
  Extent,
  Found,
  FoundText,
  Judging,
  LookedUp,
  Search,
  SearchWriter,
  Span,
  StoredItem,
} from '../domain/search.ts';
import type { Space } from '../domain/space.ts';
import { type Draft, type Follow, placeOf, unchosen } from '../domain/storyline.ts';
import { DAY, type Day, HOUR, type Instant, plus } from '../domain/time.ts';
import type { TitleReader } from '../domain/title.ts';
import type {
  ChannelMessage,
  ChannelSummary,
  JournalPage,
  JournalQuestion,
  NewsQuestion,
  StorylineDay,
} from '../domain/views.ts';
import { type Webhook, webhookIn } from '../domain/webhook.ts';
import { addressKeyOf, renewedKey } from './addressKeys.ts';
import { auditOf } from './audit.ts';
import {
  BACKLOG,
  claimBehind,
  keyedSubject,
  NEXT_DELIVERY,
  postedSubject,
  postponedStatement,
  shownStatement,
  stoppedStatement,
  unsentStatement,
} from './board.ts';
import { allIn, type Engine, type Row } from './engine.ts';
import { journalOf } from './journal.ts';
import {
  deadlinesOf,
  developmentsOf,
  digestsOf,
  editionsOf,
  followsOf,
  guildsOf,
  heardDeadlinesOf,
  listedFeeds,
  proposalsOf,
  rungsOf,
  unheardIn,
} from './nouns.ts';
import { PAUSES, pauseStatements, recheckedChannels, reopenedStatement } from './pauses.ts';
import {
  NEXT_PUBLISHING,
  PUBLISHABLE,
  publishableStatement,
  publishedStatement,
  publishLaterStatement,
  tenthLast,
} from './publishing.ts';
import { KEPT, keptStatement, NEXT_MORNING } from './quietHours.ts';
import { refusalsSince, refusedStatements } from './refusals.ts';
import { lastRestored, toldBefore } from './restored.ts';
import {
  aliasSetRow,
  backlogRow,
  channelRow,
  draftRow,
  explainedRow,
  feedRow,
  followRow,
  guildRow,
  keptRow,
  matchRow,
  mentionRow,
  messageRow,
  noticeRow,
  outletRow,
  pauseRow,
  publishableRow,
  rulingRow,
  storylineRow,
  stuckRow,
  threadRow,
} from './rows.ts';
import { countBehind, ItemSearch, newsExtentOf, newsOf, writeBehind } from './search.ts';
import { setBackStatements } from './setBack.ts';
import { developmentsFor, shelfStatements } from './shelf.ts';
import { statementsOf } from './statements.ts';
import { STUCK } from './stuck.ts';
import { lostStatement, openedStatement, THREADS } from './threads.ts';
import { channelSummaries, journalPage, latestIn, messagesOf, storylineDays } from './views.ts';
import { keptWebhook, webhookOf, webhooksIn } from './webhooks.ts';

/** A deadline that ended stays a candidate this long: reports of its outcome come late. */
const OUTCOME_WINDOW = 90 * DAY;

const knownRow = z.object({
  identity: z.string(),
  id: z.string().transform((text) => id<ItemId>(text)),
  feed: z.string().transform((text) => id<FeedId>(text)),
  outlet: z.string().transform((text) => id<OutletId>(text)),
  guid: z.string().nullable(),
  link: z.string().nullable(),
  hash: z.string(),
  title: z.string(),
  lede: z.string(),
  published: z
    .string()
    .transform((text) => id<Instant>(text))
    .nullable(),
});

const instantRow = z.object({ at: z.string().nullable() });

function firstInstant(rows: readonly Row[]): Instant | null {
  const at = instantRow.parse(rows[0]).at;
  return at === null ? null : id<Instant>(at);
}

/** The condition of the partial index `feed_due`. */
const POLLED = 'enabled = 1 AND listed = 1';

/** Outlets under whose names guilds read feeds of their own are nobody else's. */
const CATALOGUE_OUTLETS = `SELECT * FROM outlet WHERE id NOT IN (SELECT outlet FROM feed WHERE guild IS NOT NULL) ORDER BY id`;

/**
 * Feeds that fail say nothing, and one that never answered has said nothing yet. A guild's own ones are asked for its
 * own storylines alone.
 */
const ALL_READ_SINCE = `SELECT MIN(last_success_at) AS at FROM feed WHERE ${POLLED} AND failures = 0
  AND (guild IS NULL OR guild = (SELECT storyline.guild FROM storyline WHERE storyline.slug = :storyline))`;

function ownFeedsIn(listed: readonly ListedFeed[]): readonly OwnFeed[] {
  return listed.map(({ feed, outlet }) => ({ feed, outlet }));
}

/** The followed deadline that ends first; one that is just over counts, because its outcome is awaited. */
const NEXT_DEADLINE = `SELECT MIN(ends_at) AS at FROM deadline WHERE state IN ('pending', 'passed') AND ends_at >= :over
  AND storyline IN (SELECT storyline FROM follow)`;

/** The condition of the partial index `proposal_waiting`. */
const WAITING = `state IN ('held', 'open')`;

/** A chain as read is every follow's; what stands in a guild, only that guild's. */
function isShownBy(follow: Follow, { storyline, standing }: Deadline): boolean {
  return follow.storyline === storyline && (standing === null || standing.guild === follow.guild);
}

function soonest(...instants: readonly (Instant | null)[]): Instant | null {
  return instants.filter((at) => at !== null).sort()[0] ?? null;
}

const COUNTS = {
  items: 'SELECT COUNT(*) FROM item',
  matched: 'SELECT COUNT(DISTINCT item) FROM match',
  developments: 'SELECT COUNT(*) FROM development',
  deadlines: 'SELECT COUNT(*) FROM deadline WHERE guild IS NULL',
  posted: 'SELECT COUNT(*) FROM message WHERE posted IS NOT NULL',
  edited: 'SELECT COALESCE(SUM(edits), 0) FROM message',
  waiting: `SELECT COUNT(*) FROM message WHERE wanted_rev > shown_rev AND state IN ('waiting', 'shown')`,
} as const satisfies Record<keyof Totals, string>;

const totalsRow = z.object({
  items: z.number(),
  matched: z.number(),
  developments: z.number(),
  deadlines: z.number(),
  posted: z.number(),
  edited: z.number(),
  waiting: z.number(),
});

/** That of no words: a store without a writer reads every item it looks for. */
const NO_VERSION = -1;

class SqlStore implements Store {
  readonly #engine: Engine;
  readonly #titles: TitleReader;
  readonly #writer: SearchWriter | null;
  readonly #search: ItemSearch;

  constructor(engine: Engine, titles: TitleReader, writer: SearchWriter | null) {
    this.#engine = engine;
    this.#titles = titles;
    this.#writer = writer;
    this.#search = new ItemSearch(engine, writer?.version ?? NO_VERSION);
  }

  async catalogue(): Promise<StoredCatalogue> {
    const outlets = await this.#engine.all(CATALOGUE_OUTLETS, {});
    const feeds = await this.#engine.all('SELECT * FROM feed WHERE listed = 1 AND guild IS NULL ORDER BY id', {});
    const own = 'SELECT *, NULL AS held_until FROM feed WHERE listed = 1 AND guild IS NOT NULL ORDER BY guild, id';
    const storylines = await this.#engine.all('SELECT definition FROM storyline WHERE listed = 1 ORDER BY slug', {});
    const follows = await this.#engine.all('SELECT * FROM follow ORDER BY id', {});
    const guilds = await this.#engine.all('SELECT * FROM guild ORDER BY id', {});
    const aliasSets = await this.#engine.all('SELECT * FROM alias_set ORDER BY guild, name', {});
    return {
      aliasSets: aliasSets.map((row) => aliasSetRow.parse(row)),
      outlets: outlets.map((row) => outletRow.parse(row)),
      feeds: feeds.map((row) => feedRow.parse(row)),
      ownFeeds: ownFeedsIn(await listedFeeds(this.#engine, await this.#engine.all(own, {}))),
      storylines: storylines.map((row) => storylineRow.parse(row)),
      follows: follows.map((row) => followRow.parse(row)),
      guilds: guilds.map((row) => guildRow.parse(row)),
    };
  }

  async dueFeeds(now: Instant, limit: number): Promise<readonly DueFeed[]> {
    const rows = await this.#engine.all(
      `SELECT feed.*, NULL AS held_until FROM feed WHERE ${POLLED} AND next_poll_at <= :now
         AND host NOT IN (SELECT name FROM host WHERE held_until > :now) ORDER BY next_poll_at, id LIMIT :limit`,
      { now, limit },
    );
    const nextDeadlineAt = firstInstant(await this.#engine.all(NEXT_DEADLINE, { over: plus(now, -DAY) }));
    const due = await listedFeeds(this.#engine, rows);
    const restored = await lastRestored(this.#engine);
    return due.map(({ heldUntil: _, ...one }) => ({ ...one, nextDeadlineAt, toldUntil: toldBefore(one, restored) }));
  }

  async feeds(): Promise<readonly ListedFeed[]> {
    const sql = `SELECT feed.*, host.held_until FROM feed LEFT JOIN host ON host.name = feed.host
      WHERE listed = 1 ORDER BY feed.id`;
    return listedFeeds(this.#engine, await this.#engine.all(sql, {}));
  }

  async facts(question: Question): Promise<Facts> {
    const known = await this.#known(question.identities);
    const { developments, beyond } = await developmentsFor(this.#engine, this.#titles, question, known);
    const editions = await this.#editionsOf(developments.map(({ id }) => id));
    const chains = await this.#chainsOf(question);
    const proposals = await allIn(
      this.#engine,
      question.storylines,
      (slugs) => `SELECT * FROM proposal WHERE storyline IN (${slugs}) AND ${WAITING} ORDER BY made_at, id`,
    );
    const follows = await followsOf(this.#engine, question.storylines);
    return {
      known,
      developments,
      editions,
      beyond,
      deadlines: chains.filter(({ standing }) => standing === null),
      standings: chains.filter(({ standing }) => standing !== null),
      proposals: proposalsOf(proposals),
      unheard: await unheardIn(this.#engine, question.storylines),
      follows,
      guilds: await guildsOf(
        this.#engine,
        follows.map(({ guild }) => guild),
      ),
      ...(await this.#boardOf(
        [...developments, ...editions, ...chains].map((noun) => noun.id),
        follows,
        question.lately,
      )),
    };
  }

  /** Of these developments, in whatever guild. */
  async #editionsOf(developments: readonly string[]): Promise<readonly Edition[]> {
    const rows = await allIn(
      this.#engine,
      developments,
      (ids) => `SELECT * FROM edition WHERE id IN (SELECT edition FROM edition_of WHERE development IN (${ids})
        UNION SELECT id FROM edition WHERE continues IN (${ids}))`,
    );
    return editionsOf(this.#engine, rows);
  }

  async docket(guild: GuildId, limit: number, lately: Instant): Promise<Docket> {
    const follows = await this.#followsIn(guild);
    const developments = await allIn(
      this.#engine,
      follows.map(({ storyline }) => storyline),
      (slugs) => `SELECT * FROM development WHERE storyline IN (${slugs})
        AND id NOT IN (SELECT development FROM edition_of JOIN edition ON edition.id = edition WHERE edition.guild = :guild)
        AND id NOT IN (SELECT continues FROM edition WHERE edition.guild = :guild AND continues IS NOT NULL)
        ORDER BY last_at DESC, id LIMIT :limit`,
      { guild, limit },
    );
    const ruled = 'SELECT * FROM edition WHERE guild = :guild ORDER BY last_at DESC, id LIMIT :limit';
    const tellings: readonly Telling[] = [
      ...(await developmentsOf(this.#engine, developments)),
      ...(await editionsOf(this.#engine, await this.#engine.all(ruled, { guild, limit }))),
    ];
    const rulings = 'SELECT * FROM ruling WHERE guild = :guild ORDER BY at DESC, id LIMIT :limit';
    return {
      tellings: [...tellings].sort((a, b) => (a.lastAt > b.lastAt ? -1 : Number(a.lastAt < b.lastAt))),
      rulings: (await this.#engine.all(rulings, { guild, limit })).map((row) => rulingRow.parse(row)),
      follows,
      ...(await this.#boardOf(
        tellings.map(({ id }) => id),
        follows,
        lately,
      )),
      standings: await this.deadlines(guild),
      proposals: await this.#waitingIn(guild),
    };
  }

  subject(key: MessageKey): Promise<Subject | null> {
    return keyedSubject(this.#engine, key);
  }

  posted(message: PostedId, guild: GuildId): Promise<Subject | null> {
    return postedSubject(this.#engine, message, guild);
  }

  async server(guild: GuildId): Promise<Server> {
    const [chosen] = await this.#engine.all('SELECT * FROM guild WHERE id = :guild', { guild });
    const settings = chosen ? guildRow.parse(chosen) : unchosen(guild);
    const own = 'SELECT definition FROM storyline WHERE listed = 1 AND guild = :guild ORDER BY slug';
    const storylines = (await this.#engine.all(own, { guild })).map((row) => storylineRow.parse(row));
    const feeds = 'SELECT *, NULL AS held_until FROM feed WHERE listed = 1 AND guild = :guild ORDER BY id';
    return {
      settings,
      follows: await this.#followsIn(guild),
      storylines,
      feeds: ownFeedsIn(await listedFeeds(this.#engine, await this.#engine.all(feeds, { guild }))),
    };
  }

  async draft(draft: DraftId, guild: GuildId): Promise<Draft | null> {
    const sql = 'SELECT * FROM draft WHERE id = :draft AND guild = :guild';
    const [row] = await this.#engine.all(sql, { draft, guild });
    return row ? draftRow.parse(row) : null;
  }

  audit(guild: GuildId, limit: number): Promise<readonly AuditedAct[]> {
    return auditOf(this.#engine, guild, limit);
  }

  async #followsIn(guild: GuildId): Promise<readonly Follow[]> {
    const rows = await this.#engine.all('SELECT * FROM follow WHERE guild = :guild ORDER BY id', { guild });
    return rows.map((row) => followRow.parse(row));
  }

  /** Chains as read and as they stand. */
  async #chainsOf({ storylines, since }: Question): Promise<readonly Deadline[]> {
    const rows = await allIn(
      this.#engine,
      storylines,
      (slugs) => `SELECT * FROM deadline WHERE storyline IN (${slugs}) AND (state = 'pending' OR last_at >= :recent)
        ORDER BY last_at, id`,
      { recent: plus(since, -OUTCOME_WINDOW) },
    );
    return deadlinesOf(this.#engine, rows);
  }

  async #known(identities: readonly string[]): Promise<ReadonlyMap<string, KnownItem>> {
    const rows = await allIn(
      this.#engine,
      identities,
      (
        names,
      ) => `SELECT identity.identity, item.id, item.feed, item.outlet, item.guid, item.link, item.hash, item.title, item.lede,
         item.published
        FROM identity JOIN item ON item.id = identity.item WHERE identity.identity IN (${names})`,
    );
    return new Map(
      rows.map((row) => {
        const { identity, ...known } = knownRow.parse(row);
        return [identity, known];
      }),
    );
  }

  /** What shows these nouns, and what the channels of these follows got since `lately`. */
  async #boardOf(subjects: readonly string[], follows: readonly Follow[], lately: Instant) {
    const engine = this.#engine;
    const places = follows.map(placeOf);
    const shown = await allIn(
      engine,
      subjects,
      (ids) =>
        `SELECT * FROM message WHERE subject_kind IN ('development', 'edition', 'deadline') AND subject_id IN (${ids})`,
    );
    const made = await allIn(
      engine,
      places,
      (names) => `SELECT * FROM message WHERE place IN (${names}) AND made_at > :lately`,
      { lately },
    );
    const open = 'SELECT id FROM digest WHERE channel IN';
    const holding = 'SELECT digest FROM digest_entry WHERE card IN';
    const digests = [
      ...(await allIn(engine, places, (names) => `${open} (${names}) AND opened_at > :lately`, { lately })),
      ...(await allIn(engine, subjects, (ids) => `${holding} (${ids})`)),
    ].flatMap(({ id: opened, digest }) => opened ?? digest ?? []);
    const rows = await allIn(engine, digests.map(String), (ids) => `SELECT * FROM digest WHERE id IN (${ids})`);
    const messages = new Map([...shown, ...made].map((row) => messageRow.parse(row)).map((one) => [one.key, one]));
    return { messages: [...messages.values()], digests: await digestsOf(engine, rows) };
  }

  async ripe(now: Instant): Promise<readonly RipeDeadline[]> {
    const deadlines = await heardDeadlinesOf(
      this.#engine,
      await this.#engine.all(
        `SELECT * FROM deadline WHERE (state = 'pending' AND ends_at <= :now)
           OR id IN (SELECT deadline FROM rung WHERE state = 'planned' AND next_at <= :now) ORDER BY id`,
        { now },
      ),
    );
    const rungs = await rungsOf(
      this.#engine,
      deadlines.map((deadline) => deadline.id),
    );
    const follows = await followsOf(
      this.#engine,
      deadlines.map((deadline) => deadline.storyline),
    );
    const proposals = await allIn(
      this.#engine,
      deadlines.map((deadline) => deadline.id),
      (ids) => `SELECT * FROM proposal WHERE deadline IN (${ids}) AND ${WAITING} ORDER BY made_at, id`,
    );
    const guilds = await guildsOf(
      this.#engine,
      follows.map(({ guild }) => guild),
    );
    const readAt = await this.#readAt(deadlines);
    const waiting = proposalsOf(proposals);
    const toldUntil = deadlines.length > 0 ? ((await lastRestored(this.#engine))?.toldUntil ?? null) : null;
    return deadlines.map((deadline) => ({
      deadline,
      rungs: rungs.filter((rung) => rung.deadline === deadline.id && rung.state === 'planned'),
      follows: follows.filter((follow) => isShownBy(follow, deadline)),
      guilds,
      readAt: readAt.get(deadline.storyline) ?? null,
      proposals: waiting.filter((proposal) => proposal.deadline === deadline.id),
      toldUntil,
    }));
  }

  /** Since when all that is read for each of their storylines has been read. */
  async #readAt(deadlines: readonly Deadline[]): Promise<ReadonlyMap<string, Instant | null>> {
    const read = new Map<string, Instant | null>();
    for (const storyline of new Set(deadlines.map((deadline) => deadline.storyline))) {
      read.set(storyline, firstInstant(await this.#engine.all(ALL_READ_SINCE, { storyline })));
    }
    return read;
  }

  async commit(changes: readonly Change[], by: Act): Promise<void> {
    const act = randomUUID().slice(0, 13);
    const written = changes.flatMap((change, position) => [
      ...statementsOf(change, by),
      ...shelfStatements(change, this.#titles, by.at),
      ...journalOf(change, by, act, position),
    ]);
    await this.#engine.batch(written);
  }

  claim(now: Instant, limit: number, except: readonly ChannelId[] = []): Promise<readonly Showing[]> {
    return claimBehind(this.#engine, { now, limit, except });
  }

  async shown(key: MessageKey, rev: number, posted: PostedId, digest: string, at: Instant): Promise<ChannelId | null> {
    const statements = [
      publishableStatement(key, at),
      shownStatement(key, rev, posted, digest, at),
      reopenedStatement(key),
      openedStatement(key, posted),
    ];
    const [, , [reopened] = []] = await this.#engine.batch(statements);
    return reopened ? channelRow.parse(reopened).channel : null;
  }

  async postponed(key: MessageKey, until: Instant, reason: string): Promise<void> {
    await this.#engine.batch([postponedStatement(key, until, reason)]);
  }

  async unsent(keys: readonly MessageKey[], now: Instant): Promise<void> {
    await this.#engine.batch(keys.map((key) => unsentStatement(key, now)));
  }

  async stopped(key: MessageKey, state: StuckState, reason: string): Promise<void> {
    await this.#engine.batch([stoppedStatement(key, state, reason)]);
  }

  async pause(pause: Pause, now: Instant): Promise<boolean> {
    const rows = await this.#engine.batch(pauseStatements(pause, now));
    return rows.flat().some((row) => row.since === now);
  }

  recheck(channels: readonly ChannelId[] | null, now: Instant): Promise<readonly ChannelId[]> {
    return recheckedChannels(this.#engine, channels, now);
  }

  async keepBack(key: MessageKey, until: Instant, now: Instant): Promise<void> {
    await this.#engine.batch([keptStatement(key, until, now)]);
  }

  async kept(now: Instant): Promise<readonly Kept[]> {
    const rows = (await this.#engine.all(KEPT, { now })).map((row) => keptRow.parse(row));
    const wanted = rows.map(({ follow }) => follow);
    const found = await allIn(this.#engine, wanted, (ids) => `SELECT * FROM follow WHERE id IN (${ids})`);
    const follows = new Map(found.map((row) => followRow.parse(row)).map((follow) => [follow.id, follow]));
    return rows.flatMap(({ follow: own, ...row }) => {
      const follow = follows.get(own);
      return follow ? [{ ...row, follow }] : [];
    });
  }

  async publishable(now: Instant): Promise<Publishable | null> {
    const [row] = await this.#engine.all(PUBLISHABLE, { now });
    return row ? publishableRow.parse(row) : null;
  }

  async published(key: MessageKey, at: Instant): Promise<Instant | null> {
    const [, tenth = []] = await this.#engine.batch([publishedStatement(key, at), tenthLast(key, at)]);
    const first = firstInstant(tenth);
    return first === null ? null : plus(first, HOUR);
  }

  async publishLater(key: MessageKey, until: Instant): Promise<void> {
    await this.#engine.batch([publishLaterStatement(key, until)]);
  }

  async lost(channel: ChannelId, reason: string): Promise<void> {
    await this.#engine.batch([lostStatement(channel, reason)]);
  }

  async threads(): Promise<readonly Thread[]> {
    return (await this.#engine.all(THREADS, {})).map((row) => threadRow.parse(row));
  }

  async pauses(now: Instant): Promise<readonly KeptPause[]> {
    return (await this.#engine.all(PAUSES, { now })).map((row) => pauseRow.parse(row));
  }

  async stuck(): Promise<readonly StuckMessage[]> {
    return (await this.#engine.all(STUCK, {})).map((row) => stuckRow.parse(row));
  }

  async nextDue(): Promise<NextDue> {
    const polls = `SELECT MIN(CASE WHEN held_until > next_poll_at THEN held_until ELSE next_poll_at END) AS at
      FROM feed LEFT JOIN host ON host.name = feed.host WHERE ${POLLED}`;
    const rung = `SELECT MIN(next_at) AS at FROM rung WHERE state = 'planned'`;
    const end = `SELECT MIN(ends_at) AS at FROM deadline WHERE state = 'pending'`;
    const instants = await Promise.all(
      [polls, rung, end, NEXT_DELIVERY, NEXT_PUBLISHING, NEXT_MORNING].map(async (sql) =>
        firstInstant(await this.#engine.all(sql, {})),
      ),
    );
    const [poll = null, nextRung = null, nextEnd = null, delivery = null, publishing = null, morning = null] = instants;
    return { poll, tick: soonest(nextRung, nextEnd), deliver: soonest(delivery, publishing, morning) };
  }

  async deadlines(guild: GuildId | null): Promise<readonly Deadline[]> {
    const rows = await this.#engine.all(
      `SELECT * FROM deadline WHERE CASE WHEN :guild IS NULL THEN guild IS NULL
         ELSE guild = :guild AND storyline IN (SELECT storyline FROM follow WHERE follow.guild = :guild) END
       ORDER BY CASE state WHEN 'pending' THEN 0 ELSE 1 END, ends_at, id`,
      { guild },
    );
    return deadlinesOf(this.#engine, rows);
  }

  async proposals(guild: GuildId): Promise<readonly OpenProposal[]> {
    return (await this.#waitingIn(guild)).filter(({ proposal }) => proposal.state === 'open');
  }

  /** For moderators, or for another origin. */
  async #waitingIn(guild: GuildId): Promise<readonly OpenProposal[]> {
    const sql = `SELECT * FROM proposal WHERE guild = :guild AND ${WAITING} ORDER BY made_at, id`;
    const waiting = proposalsOf(await this.#engine.all(sql, { guild }));
    const chains = await this.#deadlinesById(
      waiting.flatMap(({ deadline }) => [deadline, standingId(deadline, guild)]),
    );
    const follows = await followsOf(
      this.#engine,
      waiting.map(({ storyline }) => storyline),
    );
    const own = follows.filter((follow) => follow.guild === guild);
    const storylines = waiting.map(({ storyline }) => storyline);
    const facts = {
      unheard: await unheardIn(this.#engine, storylines),
      follows: own,
      guilds: await guildsOf(
        this.#engine,
        own.map(({ guild }) => guild),
      ),
      standings: chains.filter(({ standing }) => standing !== null),
      proposals: waiting,
    };
    return waiting.flatMap((proposal) => {
      const read = chains.find(({ id }) => id === proposal.deadline);
      return read ? [{ proposal, read, facts }] : [];
    });
  }

  async #deadlinesById(ids: readonly string[]): Promise<readonly Deadline[]> {
    const rows = await allIn(this.#engine, ids, (names) => `SELECT * FROM deadline WHERE id IN (${names})`);
    return deadlinesOf(this.#engine, rows);
  }

  async deadline(wanted: DeadlineId): Promise<DeadlineHistory | null> {
    const rows = await this.#engine.all('SELECT * FROM deadline WHERE id = :wanted', { wanted });
    const [deadline] = await deadlinesOf(this.#engine, rows);
    return deadline ? { deadline, rungs: await rungsOf(this.#engine, [deadline.id]) } : null;
  }

  async storylines(guild: GuildId | null): Promise<readonly FollowedStoryline[]> {
    const rows = await this.#engine.all(
      'SELECT definition FROM storyline WHERE listed = 1 AND (guild IS NULL OR guild = :guild) ORDER BY slug',
      { guild },
    );
    const storylines = rows.map((row) => storylineRow.parse(row));
    const follows = await followsOf(
      this.#engine,
      storylines.map((storyline) => storyline.slug),
    );
    return storylines.map((storyline) => {
      const own = follows.filter((follow) => follow.storyline === storyline.slug && (!guild || follow.guild === guild));
      const channels = own.map((follow) => follow.channel).filter((channel) => webhookIn(channel) === null);
      return { storyline, channels };
    });
  }

  async explained(identities: readonly string[]): Promise<ExplainedItem | null> {
    const known = await this.#known(identities);
    const found = identities.map((identity) => known.get(identity)?.id).find((name) => name !== undefined);
    return found === undefined ? null : this.item(found);
  }

  async item(found: ItemId): Promise<ExplainedItem | null> {
    const sql = `SELECT item.*, outlet.name, outlet.label, outlet.ownership, outlet.state, feed.guild FROM item
      JOIN outlet ON outlet.id = item.outlet LEFT JOIN feed ON feed.id = item.feed WHERE item.id = :id`;
    const [item] = await this.#engine.all(sql, { id: found });
    if (item === undefined) return null;
    const matches = await this.#engine.all('SELECT * FROM match WHERE item = :id ORDER BY score DESC, storyline', {
      id: found,
    });
    const mentions = await this.#engine.all('SELECT * FROM mention WHERE item = :id ORDER BY storyline', { id: found });
    return {
      ...explainedRow.parse(item),
      matches: matches.map((row) => matchRow.parse(row)),
      mentions: mentions.map((row) => mentionRow.parse(row)),
    };
  }

  async totals(): Promise<Totals> {
    const columns = Object.entries(COUNTS).map(([name, sql]) => `(${sql}) AS ${name}`);
    const [row] = await this.#engine.all(`SELECT ${columns.join(', ')}`, {});
    return totalsRow.parse(row);
  }

  async backlog(): Promise<readonly Backlog[]> {
    return (await this.#engine.all(BACKLOG, {})).map((row) => backlogRow.parse(row));
  }

  space(): Promise<Space> {
    return this.#engine.space();
  }

  async noticeFacts(since: Instant): Promise<NoticeFacts> {
    const told = `SELECT * FROM notice WHERE resolved_at IS NULL OR resolved_at > :since ORDER BY since, id`;
    const guilds = 'SELECT * FROM guild WHERE moderators IS NOT NULL ORDER BY id';
    const follows = `SELECT * FROM follow WHERE id IN (SELECT MIN(id) FROM follow
      WHERE guild IN (SELECT id FROM guild WHERE moderators IS NOT NULL) GROUP BY guild, channel) ORDER BY id`;
    return {
      notices: (await this.#engine.all(told, { since })).map((row) => noticeRow.parse(row)),
      guilds: (await this.#engine.all(guilds, {})).map((row) => guildRow.parse(row)),
      follows: (await this.#engine.all(follows, {})).map((row) => followRow.parse(row)),
    };
  }

  lookUp(search: Search, span: Span | null, judging: Judging): Promise<LookedUp> {
    return this.#search.lookUp(search, span, judging);
  }

  hits(search: Search, span: Span | null): Promise<readonly Found[]> {
    return this.#search.hits(search, span);
  }

  search(search: Search, span: Span | null, limit?: number): Promise<readonly FoundText[]> {
    return this.#search.texts(search, span, limit);
  }

  news(span: Span | null, owner: GuildId | null, search?: Search): Promise<readonly StoredItem[]> {
    return search ? this.#search.newsFound(search, span, owner) : newsOf(this.#engine, span, owner);
  }

  newsExtent(span: Span | null, owner: GuildId | null): Promise<Extent> {
    return newsExtentOf(this.#engine, span, owner);
  }

  unsearchable(): Promise<number> {
    return countBehind(this.#engine, this.#writer?.version ?? NO_VERSION);
  }

  unsearched(span: Span | null): Promise<readonly FoundText[]> {
    return this.#search.unsearched(span);
  }

  async makeSearchable(limit: number): Promise<number> {
    return this.#writer ? writeBehind(this.#engine, this.#writer, limit) : 0;
  }

  async beat(name: string, at: Instant): Promise<Instant | null> {
    const [former = []] = await this.#engine.batch([
      { sql: 'SELECT at FROM pulse WHERE name = :name', params: { name } },
      {
        sql: 'INSERT INTO pulse (name, at) VALUES (:name, :at) ON CONFLICT (name) DO UPDATE SET at = excluded.at',
        params: { name, at },
      },
    ]);
    return former.length === 0 ? null : firstInstant(former);
  }

  async refused(at: Instant, since: Instant): Promise<void> {
    await this.#engine.batch(refusedStatements(at, since));
  }

  refusals(since: Instant): Promise<readonly Instant[]> {
    return refusalsSince(this.#engine, since);
  }

  async setBack(by: number, now: Instant): Promise<void> {
    await this.#engine.batch(setBackStatements(by, now));
  }

  async lastCommitAt(): Promise<Instant | null> {
    return firstInstant(await this.#engine.all('SELECT MAX(at) AS at FROM journal', {}));
  }

  webhooks(): Promise<readonly Webhook[]> {
    return webhooksIn(this.#engine);
  }

  webhook(name: string): Promise<Webhook | null> {
    return webhookOf(this.#engine, name);
  }

  keepWebhook(webhook: Webhook): Promise<void> {
    return keptWebhook(this.#engine, webhook);
  }

  addressKey(guild: GuildId): Promise<string | null> {
    return addressKeyOf(this.#engine, guild);
  }

  renewAddressKey(guild: GuildId, at: Instant): Promise<string> {
    return renewedKey(this.#engine, guild, at);
  }

  journal(question: JournalQuestion): Promise<JournalPage> {
    return journalPage(this.#engine, question);
  }

  latest(question: NewsQuestion): Promise<readonly Development[]> {
    return latestIn(this.#engine, question);
  }

  activity(from: Day): Promise<readonly StorylineDay[]> {
    return storylineDays(this.#engine, from);
  }

  channels(): Promise<readonly ChannelSummary[]> {
    return channelSummaries(this.#engine);
  }

  channelMessages(channel: ChannelId, limit: number): Promise<readonly ChannelMessage[]> {
    return messagesOf(this.#engine, channel, limit);
  }

  close(): Promise<void> {
    return this.#engine.close();
  }
}

/** The store over an engine that was migrated. Without a `writer` it makes nothing searchable. */
export function createStore(engine: Engine, titles: TitleReader, writer: SearchWriter | null = null): Store {
  return new SqlStore(engine, titles, writer);
}
