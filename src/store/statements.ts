/** Change -> SQL. Who writes this column? is answered here and nowhere else. */
import type { Act, Change, ChangeKind, ChangeOf } from '../domain/change.ts';
import { type Confirmation, type Deadline, endsAt, type Rung, stateAfter, type Version } from '../domain/deadline.ts';
import type { Report } from '../domain/development.ts';
import type { Digest } from '../domain/digest.ts';
import type { Edition } from '../domain/edition.ts';
import { type Feed, hostOf, type PollState } from '../domain/feed.ts';
import type { Item } from '../domain/item.ts';
import type { Notice } from '../domain/notice.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { AliasSet, Draft } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import type { Params, Statement } from './engine.ts';
import { markerOf, nonceOf } from './names.ts';
import { foldedStatement, releasedStatement } from './quietHours.ts';
import { inDoubtStatement } from './restored.ts';
import { stuckStatement } from './stuck.ts';
import { intoThread, replacedStatement } from './threads.ts';

type Writes = { readonly [Kind in ChangeKind]: (change: ChangeOf<Kind>, act: Act) => readonly Statement[] };

function inserting(table: string, columns: readonly string[], conflict: string): string {
  const values = columns.map((column) => `:${column}`);
  return `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${values.join(', ')})${conflict}`;
}

function insert(table: string, params: Params, conflict = ''): Statement {
  return { sql: inserting(table, Object.keys(params), conflict), params };
}

/** `ON CONFLICT` that overwrites all other columns. */
function upsert(table: string, key: string, params: Params): Statement {
  const rest = Object.keys(params).filter((column) => column !== key);
  const assignments = rest.map((column) => `${column} = excluded.${column}`).join(', ');
  return insert(table, params, ` ON CONFLICT (${key}) DO UPDATE SET ${assignments}`);
}

const IGNORE = ' ON CONFLICT DO NOTHING';

/** Fails the batch when the row exists: someone else made it since the facts were read. */
function insertNew(table: string, params: Params, what: string): Statement {
  return { ...insert(table, params, IGNORE), mustChange: what };
}

function bit(truth: boolean): number {
  return truth ? 1 : 0;
}

/** Most items have four names, none more than six. */
const AT_ONCE = 8;
const IDENTITIES = Array.from({ length: AT_ONCE }, (_, last) => {
  const rows = Array.from({ length: last + 1 }, (_row, at) => `(:name${at}, :item)`);
  return `INSERT INTO identity (identity, item) VALUES ${rows.join(', ')}${IGNORE}`;
});

function identities(item: string, names: readonly string[]): readonly Statement[] {
  const some = names.slice(0, AT_ONCE);
  const sql = IDENTITIES[some.length - 1];
  if (sql === undefined) return [];
  const params = Object.fromEntries(some.map((name, at) => [`name${at}`, name]));
  return [{ sql, params: { item, ...params } }, ...identities(item, names.slice(AT_ONCE))];
}

const ITEM_COLUMNS = 'id feed outlet guid link title lede published seen hash baseline'.split(' ');
/** The statement that most commits are made of is spelled once. */
const NEW_ITEM = inserting('item', ITEM_COLUMNS, IGNORE);

function itemRow(item: Item, baseline: boolean): Params {
  const { id, feed, guid, link, title, lede, published, seen, hash } = item;
  return {
    id,
    feed,
    outlet: item.source.outlet,
    guid,
    link,
    title,
    lede,
    published,
    seen,
    hash,
    baseline: bit(baseline),
  };
}

/** Columns of a report in a development or an edition, but for whose it is. */
function reportColumns({ item, formerly, joined, origin, figures }: Report): Params {
  return {
    item,
    formerly: JSON.stringify(formerly),
    joined: JSON.stringify(joined),
    origin: JSON.stringify(origin),
    figures: JSON.stringify(figures),
  };
}

function reportRow(development: string, position: number, report: Report): Statement {
  const row = { development, position, ...reportColumns(report) };
  return insertNew('report', row, `report ${position} of development ${development}`);
}

/** The report that was told in item `was`, as its outlet tells it now. */
function retold(table: string, owner: string, id: string, was: string, report: Report): Statement {
  const columns = reportColumns(report);
  const assignments = Object.keys(columns).map((column) => `${column} = :${column}`);
  return {
    sql: `UPDATE ${table} SET ${assignments.join(', ')} WHERE ${owner} = :id AND item = :was`,
    params: { id, was, ...columns },
  };
}

/** One that was past its life may take in reports again: its words are made anew when they are asked for. */
function nextDevelopmentRev(id: string, rev: number, at: string): Statement {
  return {
    sql: `UPDATE development SET rev = :rev, last_at = :at, words = COALESCE(words, 0) WHERE id = :id AND rev = :rev - 1`,
    params: { id, rev, at },
    mustChange: `development ${id} at revision ${rev - 1}`,
  };
}

function editionRow(edition: Edition): Params {
  const { id, guild, storyline, rev, follows, continues, openedAt, lastAt, stand, correction } = edition;
  const told = { stand: JSON.stringify(stand), correction: correction && JSON.stringify(correction) };
  return { id, guild, storyline, rev, follows, continues, opened_at: openedAt, last_at: lastAt, ...told };
}

function editionReport(edition: string, report: Report): Statement {
  return insertNew(
    'edition_report',
    { edition, ...reportColumns(report) },
    `report ${report.item} of edition ${edition}`,
  );
}

function editionParts({ id, of, reports }: Edition): readonly Statement[] {
  return [
    ...of.map((development) => insert('edition_of', { development, edition: id })),
    ...reports.map((report) => editionReport(id, report)),
  ];
}

function forgetParts({ id }: Edition): readonly Statement[] {
  return ['edition_of', 'edition_report'].map((table) => ({
    sql: `DELETE FROM ${table} WHERE edition = :id`,
    params: { id },
  }));
}

function nextEdition(edition: Edition): Statement {
  const { id, rev, stand, correction, last_at } = editionRow(edition);
  return {
    sql: `UPDATE edition SET rev = :rev, stand = :stand, correction = :correction, last_at = :last_at
      WHERE id = :id AND rev = :rev - 1`,
    params: {
      id: id ?? null,
      rev: rev ?? null,
      stand: stand ?? null,
      correction: correction ?? null,
      last_at: last_at ?? null,
    },
    mustChange: `edition ${id} at revision ${edition.rev - 1}`,
  };
}

function nextEditionRev(id: string, rev: number, at: string): Statement {
  return {
    sql: 'UPDATE edition SET rev = :rev, last_at = :at WHERE id = :id AND rev = :rev - 1',
    params: { id, rev, at },
    mustChange: `edition ${id} at revision ${rev - 1}`,
  };
}

function noticeRow({ id, guild, rev, concern, since, resolvedAt }: Notice): Params {
  return { id, guild, rev, concern: JSON.stringify(concern), since, resolved_at: resolvedAt };
}

function digestRow({ id, place, follow, rev, openedAt }: Digest): Params {
  return { id, channel: place, follow, rev, opened_at: openedAt };
}

/** Entries only ever come. */
function digestEntries({ id: digest, entries }: Digest): readonly Statement[] {
  return entries.map((card, index) => insert('digest_entry', { digest, position: index + 1, card }, IGNORE));
}

function versionRow(deadline: string, version: Version): Statement {
  const { number, change, window, saidAt, bindingness, confidence, tier, condition, consequence } = version;
  const { earliest, latest, instant, precision, zone, zoneBasis } = window;
  return insertNew(
    'version',
    {
      deadline,
      number,
      change,
      earliest,
      latest,
      instant,
      precision,
      zone,
      zone_basis: zoneBasis,
      said_at: saidAt,
      bindingness,
      confidence,
      tier,
      counted: version.count && JSON.stringify(version.count),
      flags: JSON.stringify(version.flags),
      condition,
      consequence,
      evidence: version.evidence && JSON.stringify(version.evidence),
      admission: version.admission && JSON.stringify(version.admission),
      word: version.word && JSON.stringify(version.word),
    },
    `version ${number} of deadline ${deadline}`,
  );
}

function deadlineRow(deadline: Deadline, version: Version, at: string): Statement {
  const { id, storyline, rev, issuer, target } = deadline;
  const state = stateAfter(version);
  const dated = { state, ends_at: endsAt(version.window), last_at: at };
  const stands = { guild: deadline.standing?.guild ?? null, read_as: deadline.standing?.of ?? null };
  const row = { id, storyline, rev, issuer, target, ...dated, ...stands };
  return insertNew('deadline', row, `deadline ${id} as a new one`);
}

function confirmationRow(deadline: string, { version, evidence, otherwise }: Confirmation): Statement {
  const { item } = evidence;
  const said = { evidence: JSON.stringify(evidence), otherwise: otherwise && JSON.stringify(otherwise) };
  const row = { deadline, item, version, ...said };
  return insertNew('confirmation', row, `confirmation of deadline ${deadline} by item ${item}`);
}

function proposalRow(proposal: Proposal): Statement {
  const { madeAt: made_at, answeredBy: answered_by, ...rest } = proposal;
  return insertNew('proposal', { ...rest, made_at, answered_by }, `proposal ${proposal.id} as a new one`);
}

/** Every place that changes a deadline goes through its revision. */
function nextDeadlineRev(id: string, rev: number, at: string, version: Version | null): Statement {
  const moves = version ? ', state = :state, ends_at = :ends_at' : '';
  const moved = version ? { state: stateAfter(version), ends_at: endsAt(version.window) } : {};
  return {
    sql: `UPDATE deadline SET rev = :rev, last_at = :at${moves} WHERE id = :id AND rev = :rev - 1`,
    params: { id, rev, at, ...moved },
    mustChange: `deadline ${id} at revision ${rev - 1}`,
  };
}

/** A guild looks at a few storylines at a time; older drafts were forgotten by whoever made them. */
const DRAFTS_KEPT = 20;

function keptDraft({ id, guild, storyline }: Draft, at: Instant): readonly Statement[] {
  return [
    upsert('draft', 'id', { id, guild, storyline: JSON.stringify(storyline), made_at: at }),
    {
      sql: `DELETE FROM draft WHERE guild = :guild AND id NOT IN
        (SELECT id FROM draft WHERE guild = :guild ORDER BY made_at DESC, id LIMIT :kept)`,
      params: { guild, kept: DRAFTS_KEPT },
    },
  ];
}

/** A set without names is no set. */
function aliasSet({ guild, name, names }: AliasSet): Statement {
  if (names.length === 0)
    return { sql: 'DELETE FROM alias_set WHERE guild = :guild AND name = :name', params: { guild, name } };
  const conflict = ' ON CONFLICT (guild, name) DO UPDATE SET names = excluded.names';
  return insert('alias_set', { guild, name, names: JSON.stringify(names) }, conflict);
}

function plannedRung({ deadline, version, name, at, state, asksAt: asks_at }: Rung): Statement {
  return insert('rung', { deadline, version, name, at, state, asks_at, next_at: asks_at ?? at }, IGNORE);
}

function rungState(change: ChangeOf<'rung.fired' | 'rung.skipped'>): Statement {
  const { deadline, version, name } = change;
  const readAt = change.kind === 'rung.fired' ? change.readAt : null;
  return {
    sql: `UPDATE rung SET state = :state, read_at = :readAt WHERE deadline = :deadline AND version = :version AND name = :name AND state = 'planned'`,
    params: { deadline, version, name, readAt, state: change.kind === 'rung.fired' ? 'fired' : 'skipped' },
    mustChange: `rung ${name} of deadline ${deadline} version ${version} as planned`,
  };
}

/** A card whose development moderators ruled on goes on as the card of their edition. */
const WANT = ` ON CONFLICT (key) DO UPDATE SET
  subject_kind = excluded.subject_kind, subject_id = excluded.subject_id,
  wanted_rev = CASE WHEN excluded.wanted_rev > message.wanted_rev THEN excluded.wanted_rev ELSE message.wanted_rev END,
  wanted_at = excluded.wanted_at,
  next_try_at = CASE WHEN message.first_tried_at IS NULL AND message.kept_since IS NULL THEN excluded.next_try_at
    ELSE message.next_try_at END`;

/** What waited for the end of quiet hours that may be others now is looked at again. */
const UNQUIET = `UPDATE message SET next_try_at = :now
  WHERE follow = :follow AND state = 'waiting' AND first_tried_at IS NULL AND next_try_at > :now`;

/** What is there already, at a later revision. */
function wantedAgain({ key, subject, rev }: ChangeOf<'message.wanted'>, act: Act): Statement {
  return {
    sql: `UPDATE message SET subject_kind = :kind, subject_id = :id, wanted_at = :at,
        wanted_rev = CASE WHEN :rev > wanted_rev THEN :rev ELSE wanted_rev END,
        next_try_at = CASE WHEN first_tried_at IS NULL AND kept_since IS NULL THEN :at ELSE next_try_at END
      WHERE key = :key`,
    params: { key, kind: subject.kind, id: subject.id, rev, at: act.at },
  };
}

function wanted(change: ChangeOf<'message.wanted'>, act: Act): Statement {
  if (change.opens === false) return wantedAgain(change, act);
  const { key, follow, channel, subject, answers, rev, priority, ping } = change;
  return insert(
    'message',
    {
      key,
      follow,
      channel,
      place: change.thread ?? channel,
      subject_kind: subject.kind,
      subject_id: subject.id,
      subject_version: 'version' in subject ? subject.version : null,
      subject_rung: 'rung' in subject ? subject.rung : null,
      answers,
      priority,
      ping: bit(ping),
      wanted_rev: rev,
      wanted_at: act.at,
      made_at: act.at,
      shown_rev: 0,
      state: 'waiting',
      nonce: nonceOf(key),
      marker: markerOf(key),
      attempts: 0,
      next_try_at: act.at,
      edits: 0,
    },
    WANT,
  );
}

/** What was learnt at one address says nothing of another: a feed that is listed with a new one is asked afresh. */
const FORGOTTEN_WITH_ITS_ADDRESS = ['etag', 'last_modified', 'body_hash', 'validators_from', 'moved'];

/** What came while a guild read its own feed no more is old: it is taken in as silently as a first document. */
const WAS_LEFT_ALONE = 'feed.guild IS NOT NULL AND (feed.enabled = 0 OR feed.listed = 0)';

/** Another guild's feed of that name, or the catalogue's, stays theirs. */
const SAME_READER = `WHERE COALESCE(feed.guild, '') = COALESCE(excluded.guild, '')`;

function listed({ id, url, outlet, guild, everyMinutes, enabled }: Feed, firstPollAt: Instant): Statement {
  const host = hostOf(url);
  const row = { id, url, outlet, guild, every_minutes: everyMinutes, enabled: bit(enabled), listed: 1, host };
  const fresh = { next_poll_at: firstPollAt, failures: 0, verdict: 'new' };
  const assignments = [
    ...Object.keys(row).map((column) => `${column} = excluded.${column}`),
    ...FORGOTTEN_WITH_ITS_ADDRESS.map(
      (column) =>
        `${column} = CASE WHEN feed.url <> excluded.url OR (${WAS_LEFT_ALONE}) THEN NULL ELSE feed.${column} END`,
    ),
    `baseline_at = CASE WHEN ${WAS_LEFT_ALONE} THEN NULL ELSE feed.baseline_at END`,
    // A mended address is asked at once; one that worked keeps its place among the others.
    'next_poll_at = CASE WHEN feed.url = excluded.url OR feed.failures = 0 THEN feed.next_poll_at ELSE excluded.next_poll_at END',
    'failures = CASE WHEN feed.url = excluded.url THEN feed.failures ELSE 0 END',
  ];
  const conflict = ` ON CONFLICT (id) DO UPDATE SET ${assignments.join(', ')} ${SAME_READER}`;
  return { ...insert('feed', { ...row, ...fresh }, conflict), mustChange: `feed ${id} as its owner's` };
}

function polled(state: PollState, host: string): Statement {
  const { etag, lastModified, bodyHash, from } = state.validators;
  const row = {
    id: state.feed,
    host,
    etag,
    last_modified: lastModified,
    body_hash: bodyHash,
    validators_from: from,
    baseline_at: state.baselineAt,
    last_poll_at: state.lastPollAt,
    last_success_at: state.lastSuccessAt,
    last_body_at: state.lastBodyAt,
    newest_at: state.newestAt,
    rhythm_minutes: state.rhythmMinutes,
    next_poll_at: state.nextPollAt,
    failures: state.failures,
    verdict: state.verdict,
    reason: state.reason,
    faults: JSON.stringify(state.faults),
    remarks: JSON.stringify(state.remarks),
    moved: state.moved && JSON.stringify(state.moved),
    outcomes: state.outcomes,
  };
  const assignments = Object.keys(row).filter((column) => column !== 'id');
  const sql = `UPDATE feed SET ${assignments.map((column) => `${column} = :${column}`).join(', ')} WHERE id = :id`;
  return { sql, params: row };
}

/** An answer that was under way when a host asked for a longer pause does not shorten it. */
const LATER = ` ON CONFLICT (name) DO UPDATE SET held_until =
  CASE WHEN excluded.held_until > host.held_until THEN excluded.held_until ELSE host.held_until END`;

/** Another server's storyline of that name stays theirs, also when it was removed. */
const SAME_OWNER = 'WHERE storyline.guild IS excluded.guild';

const WRITES: Writes = {
  'outlet.listed': ({ outlet }) => {
    const { id, name, label, group, state, zone } = outlet;
    const [hosts, names] = [JSON.stringify(outlet.hosts), JSON.stringify(outlet.names)];
    return [upsert('outlet', 'id', { id, name, label, ownership: group, state, zone, hosts, names })];
  },
  'feed.listed': ({ feed, firstPollAt }) => [listed(feed, firstPollAt)],
  'feed.unlisted': ({ feed }) => [{ sql: 'UPDATE feed SET listed = 0 WHERE id = :feed', params: { feed } }],
  'storyline.defined': ({ storyline }) => {
    const { slug, guild } = storyline;
    const row = upsert('storyline', 'slug', { slug, guild, definition: JSON.stringify(storyline), listed: 1 });
    return [{ ...row, sql: `${row.sql} ${SAME_OWNER}`, mustChange: `storyline ${slug} as its owner's` }];
  },
  'storyline.unlisted': ({ slug }) => [{ sql: 'UPDATE storyline SET listed = 0 WHERE slug = :slug', params: { slug } }],
  'draft.kept': ({ draft }, act) => keptDraft(draft, act.at),
  'draft.dropped': ({ draft }) => [{ sql: 'DELETE FROM draft WHERE id = :draft', params: { draft } }],
  'follow.set': ({ follow }, act) => {
    const { id, storyline, guild, channel, role } = follow;
    const { post: gate_post, ping: gate_ping, unconfirmed: gate_unconfirmed } = follow.gate;
    const { posts: cap_posts, pings: cap_pings } = follow.caps;
    const ladder = JSON.stringify(follow.ladder);
    return [
      upsert('follow', 'id', {
        id,
        storyline,
        guild,
        channel,
        role,
        ladder,
        gate_post,
        gate_ping,
        gate_unconfirmed,
        cap_posts,
        cap_pings,
        quiet: follow.quiet === null ? null : JSON.stringify(follow.quiet),
        muted_until: follow.mutedUntil,
        in_thread: bit(follow.inThread),
        publishes: bit(follow.publishes),
        paused_at: follow.pausedAt,
        unheard: JSON.stringify(follow.unheard),
        steered: bit(follow.steered),
      }),
      { sql: UNQUIET, params: { follow: id, now: act.at } },
      replacedStatement(follow),
    ];
  },
  'guild.set': ({ settings: { guild, steered, ...chosen } }) => [
    upsert('guild', 'id', { id: guild, ...chosen, steered: bit(steered) }),
  ],
  'act.undone': () => [],
  'aliases.set': ({ set }) => [aliasSet(set)],
  'feed.polled': ({ state, host }) => [polled(state, host)],
  'host.held': ({ host, until }) => [insert('host', { name: host, held_until: until }, LATER)],
  'feed.moved': () => [],
  'feeds.hurried': ({ latest, unlessPolledSince: since }) => [
    {
      sql: `UPDATE feed SET next_poll_at = :latest WHERE next_poll_at > :latest AND failures = 0
        AND (:since IS NULL OR last_poll_at IS NULL OR last_poll_at < :since)`,
      params: { latest, since },
    },
  ],
  'feed.judged': () => [],
  'item.seen': ({ item, baseline }) => [
    { sql: NEW_ITEM, params: itemRow(item, baseline), mustChange: `item ${item.id} as a new one` },
    ...identities(item.id, item.identities),
  ],
  'item.edited': ({ item }) => [
    {
      sql: 'UPDATE item SET title = :title, lede = :lede, link = :link, hash = :hash WHERE id = :id',
      params: { id: item.id, title: item.title, lede: item.lede, link: item.link, hash: item.hash },
    },
    ...identities(item.id, item.identities),
  ],
  'item.aliased': (change) => identities(change.item, change.identities),
  'match.made': ({ match }) => [
    insert(
      'match',
      { item: match.item, storyline: match.storyline, score: match.score, why: JSON.stringify(match.why) },
      ' ON CONFLICT (item, storyline) DO UPDATE SET score = excluded.score, why = excluded.why',
    ),
  ],
  'mention.made': ({ mention: { item, storyline, hits } }) => [
    insert('mention', { item, storyline, why: JSON.stringify(hits) }, IGNORE),
  ],
  'development.opened': ({ development }) => {
    const { id, storyline, rev, follows, openedAt, lastAt, reports } = development;
    const row = { id, storyline, rev, follows, opened_at: openedAt, last_at: lastAt };
    return [
      insertNew('development', row, `development ${id} as a new one`),
      ...reports.map((report, index) => reportRow(id, index + 1, report)),
    ];
  },
  'development.joined': ({ id, rev, report }, act) => [nextDevelopmentRev(id, rev, act.at), reportRow(id, rev, report)],
  'development.retold': ({ id, rev, was, report }, act) => [
    nextDevelopmentRev(id, rev, act.at),
    retold('report', 'development', id, was, report),
  ],
  'edition.made': ({ edition }) => [
    insertNew('edition', editionRow(edition), `edition ${edition.id} as a new one`),
    ...editionParts(edition),
  ],
  'edition.set': ({ edition }) => [nextEdition(edition), ...forgetParts(edition), ...editionParts(edition)],
  'edition.joined': ({ id, rev, report }, act) => [nextEditionRev(id, rev, act.at), editionReport(id, report)],
  'edition.retold': ({ id, rev, was, report }, act) => [
    nextEditionRev(id, rev, act.at),
    retold('edition_report', 'edition', id, was, report),
  ],
  'ruling.made': ({ ruling: { before, undoneBy: undone_by, ...rest } }) => [
    insertNew('ruling', { ...rest, before: JSON.stringify(before), undone_by }, `ruling ${rest.id} as a new one`),
  ],
  'ruling.undone': ({ id, rev, undoneBy }) => [
    {
      sql: 'UPDATE ruling SET rev = :rev, undone_by = :undoneBy WHERE id = :id AND rev = :rev - 1',
      params: { id, rev, undoneBy },
      mustChange: `ruling ${id} at revision ${rev - 1}`,
    },
  ],
  'deadline.set': ({ deadline }, act) => {
    const versions = deadline.versions.map((version) => versionRow(deadline.id, version));
    const current = deadline.versions[deadline.versions.length - 1] ?? deadline.versions[0];
    const confirmed = deadline.confirmations.map((confirmation) => confirmationRow(deadline.id, confirmation));
    return [deadlineRow(deadline, current, act.at), ...versions, ...confirmed];
  },
  'deadline.changed': ({ id, rev, version }, act) => [
    nextDeadlineRev(id, rev, act.at, version),
    versionRow(id, version),
  ],
  'deadline.confirmed': ({ id, rev, confirmation }, act) => [
    nextDeadlineRev(id, rev, act.at, null),
    confirmationRow(id, confirmation),
  ],
  'proposal.made': ({ proposal }) => [proposalRow(proposal)],
  'proposal.changed': ({ id, rev, state, answeredBy }) => [
    {
      sql: 'UPDATE proposal SET rev = :rev, state = :state, answered_by = :answeredBy WHERE id = :id AND rev = :rev - 1',
      params: { id, rev, state, answeredBy },
      mustChange: `proposal ${id} at revision ${rev - 1}`,
    },
  ],
  'rung.planned': ({ rung }) => [plannedRung(rung)],
  'rung.asked': ({ deadline, version, name }) => [
    {
      sql: `UPDATE rung SET asks_at = NULL, next_at = at WHERE deadline = :deadline AND version = :version AND name = :name`,
      params: { deadline, version, name },
    },
  ],
  'digest.opened': ({ digest }) => [
    insertNew('digest', digestRow(digest), `digest ${digest.id} as a new one`),
    ...digestEntries(digest),
  ],
  'digest.set': ({ digest }) => [
    {
      sql: 'UPDATE digest SET rev = :rev WHERE id = :id AND rev = :rev - 1',
      params: { id: digest.id, rev: digest.rev },
      mustChange: `digest ${digest.id} at revision ${digest.rev - 1}`,
    },
    ...digestEntries(digest),
  ],
  'catch_up.made': ({ catchUp: { entries, developments, ...rest } }) => [
    insert(
      'catch_up',
      { ...rest, entries: JSON.stringify(entries), developments: JSON.stringify(developments) },
      IGNORE,
    ),
  ],
  'notice.opened': ({ notice }) => [insert('notice', noticeRow(notice), IGNORE)],
  'notice.set': ({ notice }) => [
    {
      sql: `UPDATE notice SET rev = :rev, concern = :concern, since = :since, resolved_at = :resolved_at
        WHERE id = :id AND guild = :guild AND rev = :rev - 1`,
      params: noticeRow(notice),
      mustChange: `notice ${notice.id} at revision ${notice.rev - 1}`,
    },
  ],
  'rungs.cancelled': ({ deadline, version }) => [
    {
      sql: `UPDATE rung SET state = 'cancelled' WHERE deadline = :deadline AND version = :version AND state = 'planned'`,
      params: { deadline, version },
    },
  ],
  'rung.fired': (change) => [rungState(change)],
  'rung.skipped': (change) => [rungState(change)],
  'message.wanted': (change, act) => [wanted(change, act), ...intoThread(change), inDoubtStatement(change.key, act.at)],
  'message.folded': ({ key }) => [foldedStatement(key)],
  'message.released': ({ key }, act) => [releasedStatement(key, act.at)],
  'message.answered': ({ key, answer }, act) => [stuckStatement(key, answer, act.at)],
};

function writesOf<Kind extends ChangeKind>(kind: Kind, change: ChangeOf<Kind>, act: Act): readonly Statement[] {
  return WRITES[kind](change, act);
}

/** The statements that make one change true. */
export function statementsOf(change: Change, act: Act): readonly Statement[] {
  return writesOf(change.kind, change, act);
}
