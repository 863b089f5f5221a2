/** Nouns with their histories, loaded by id: a development with its reports, a deadline with its chain. */
import { type Deadline, heardIn, type Rung, type Version } from '../domain/deadline.ts';
import { type Development, itemsOf, type Report } from '../domain/development.ts';
import type { Digest } from '../domain/digest.ts';
import type { Edition } from '../domain/edition.ts';
import type { ListedFeed, Unheard } from '../domain/facts.ts';
import type { Proposal } from '../domain/proposal.ts';
import type { Follow, GuildSettings, Storyline } from '../domain/storyline.ts';
import { allIn, type Engine, type Row } from './engine.ts';
import {
  confirmationRow,
  deadlineRow,
  developmentRow,
  digestEntryRow,
  digestRow,
  editionOfRow,
  editionRow,
  feedRow,
  followRow,
  guildRow,
  heldUntilRow,
  outletRow,
  pollStateRow,
  proposalRow,
  reportRow,
  rungRow,
  silentRow,
  storylineRow,
  versionRow,
} from './rows.ts';

function groupBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): ReadonlyMap<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

/** Of an item joined with its outlet. */
const PUBLISHED = `item.outlet, item.title, item.lede, item.link, item.published, item.seen, outlet.name, outlet.label,
  outlet.ownership, outlet.state`;

/** The developments of these rows (columns of `development`), in their order. */
export async function developmentsOf(engine: Engine, rows: readonly Row[]): Promise<readonly Development[]> {
  const heads = rows.map((row) => developmentRow.parse(row));
  const reports = await allIn(
    engine,
    heads.map((head) => head.id),
    (
      ids,
    ) => `SELECT report.development, report.item, report.formerly, report.joined, report.origin, report.figures, ${PUBLISHED}
     FROM report JOIN item ON item.id = report.item JOIN outlet ON outlet.id = item.outlet
     WHERE report.development IN (${ids}) ORDER BY report.development, report.position`,
  );
  const byDevelopment = groupBy(
    reports.map((row) => reportRow.parse(row)),
    (row) => row.development,
  );
  return heads.map((head): Development => {
    const own: readonly Report[] = (byDevelopment.get(head.id) ?? []).map((row) => row.report);
    const { id, storyline, rev, follows, opened_at, last_at } = head;
    return { id, storyline, rev, follows, openedAt: opened_at, lastAt: last_at, reports: own };
  });
}

/** The editions of these rows (columns of `edition`), in their order. */
export async function editionsOf(engine: Engine, rows: readonly Row[]): Promise<readonly Edition[]> {
  const heads = rows.map((row) => editionRow.parse(row));
  const ids = heads.map((head) => head.id);
  const reports = await allIn(
    engine,
    ids,
    (list) => `SELECT edition_report.edition AS development, edition_report.item, edition_report.formerly,
       edition_report.joined, edition_report.origin, edition_report.figures, ${PUBLISHED} FROM edition_report JOIN item ON item.id = edition_report.item JOIN outlet ON outlet.id = item.outlet
     WHERE edition_report.edition IN (${list}) ORDER BY edition_report.edition, item.seen, item.id`,
  );
  const sources = await allIn(
    engine,
    ids,
    (list) => `SELECT edition, development FROM edition_of WHERE edition IN (${list}) ORDER BY edition, development`,
  );
  const byEdition = groupBy(
    reports.map((row) => reportRow.parse(row)),
    (row) => row.development,
  );
  const ofEdition = groupBy(
    sources.map((row) => editionOfRow.parse(row)),
    (row) => row.edition,
  );
  return heads.map((head): Edition => {
    const own: readonly Report[] = (byEdition.get(head.id) ?? []).map((row) => row.report);
    return { ...head, reports: own, of: (ofEdition.get(head.id) ?? []).map((row) => row.development) };
  });
}

/** The condition of the partial index `edition_silent`: how `stand` begins is how it is written. */
const SILENT = `(stand LIKE '{"kind":"killed"%' OR stand LIKE '{"kind":"held"%')`;

/** What counts for nothing in the guilds whose moderators said so, of these storylines. */
export async function unheardIn(engine: Engine, storylines: readonly string[]): Promise<readonly Unheard[]> {
  const rows = await allIn(
    engine,
    storylines,
    (slugs) => `SELECT edition.guild, edition_report.item, edition_report.formerly
      FROM edition JOIN edition_report ON edition_report.edition = edition.id
      WHERE edition.storyline IN (${slugs}) AND ${SILENT} ORDER BY edition.guild, edition_report.item`,
  );
  return rows.flatMap((row) => {
    const { guild, ...report } = silentRow.parse(row);
    return itemsOf(report).map((item) => ({ guild, item }));
  });
}

/** The digests of these rows (columns of `digest`), in their order. */
export async function digestsOf(engine: Engine, rows: readonly Row[]): Promise<readonly Digest[]> {
  const heads = rows.map((row) => digestRow.parse(row));
  const found = await allIn(
    engine,
    heads.map((head) => head.id),
    (ids) => `SELECT digest, card FROM digest_entry WHERE digest IN (${ids}) ORDER BY digest, position`,
  );
  const entries = groupBy(
    found.map((row) => digestEntryRow.parse(row)),
    (row) => row.digest,
  );
  return heads.map((head) => ({ ...head, entries: (entries.get(head.id) ?? []).map(({ card }) => card) }));
}

/** The feeds of these rows (columns of `feed`, and `held_until` of its host), in their order, with their outlets. */
export async function listedFeeds(engine: Engine, rows: readonly Row[]): Promise<readonly ListedFeed[]> {
  const found = rows.map((row) => ({
    feed: feedRow.parse(row),
    state: pollStateRow.parse(row),
    heldUntil: heldUntilRow.parse(row),
  }));
  const outlets = await allIn(
    engine,
    found.map(({ feed }) => feed.outlet),
    (ids) => `SELECT * FROM outlet WHERE id IN (${ids})`,
  );
  const byId = new Map(outlets.map((row) => outletRow.parse(row)).map((outlet) => [outlet.id, outlet]));
  return found.flatMap((one) => {
    const outlet = byId.get(one.feed.outlet);
    return outlet ? [{ ...one, outlet }] : [];
  });
}

async function versionsOf(engine: Engine, deadlines: readonly string[]): Promise<ReadonlyMap<string, Version[]>> {
  const rows = await allIn(
    engine,
    deadlines,
    (ids) => `SELECT * FROM version WHERE deadline IN (${ids}) ORDER BY deadline, number`,
  );
  const groups = groupBy(
    rows.map((row) => versionRow.parse(row)),
    (row) => row.deadline,
  );
  return new Map([...groups].map(([deadline, found]) => [deadline, found.map((row) => row.version)]));
}

/** The deadlines of these rows (columns of `deadline`), in their order. A deadline without a version is damage: it throws. */
export async function deadlinesOf(engine: Engine, rows: readonly Row[]): Promise<readonly Deadline[]> {
  const heads = rows.map((row) => deadlineRow.parse(row));
  const ids = heads.map((head) => head.id);
  const versions = await versionsOf(engine, ids);
  const confirmed = await allIn(
    engine,
    ids,
    (
      list,
    ) => `SELECT confirmation.deadline, confirmation.version, confirmation.evidence, confirmation.otherwise FROM confirmation
     WHERE confirmation.deadline IN (${list}) ORDER BY confirmation.deadline, confirmation.item`,
  );
  const confirmations = groupBy(
    confirmed.map((row) => confirmationRow.parse(row)),
    (row) => row.deadline,
  );
  return heads.map((head): Deadline => {
    const [first, ...later] = versions.get(head.id) ?? [];
    if (!first) throw new Error(`Deadline ${head.id} has no version`);
    const said = (confirmations.get(head.id) ?? []).map((row) => row.confirmation);
    return { ...head, versions: [first, ...later], confirmations: said };
  });
}

/** What nobody else says keeps its report: cards name what moderators ruled out. */
function asHeard(deadline: Deadline, unheard: readonly Unheard[]): Deadline {
  const guild = deadline.standing?.guild;
  const items = new Set(unheard.filter((one) => one.guild === guild).map(({ item }) => item));
  if (items.size === 0) return deadline;
  const heard = heardIn(deadline, ({ item }) => !items.has(item));
  const [first, ...rest] = heard.versions;
  const named = (version: Version, at: number) => (version.evidence ? version : (deadline.versions[at] ?? version));
  return { ...heard, versions: [named(first, 0), ...rest.map((version, at) => named(version, at + 1))] };
}

/** The same chains as `deadlinesOf`; where they stand, what the moderators of their guild killed or hold counts no more. */
export async function heardDeadlinesOf(engine: Engine, rows: readonly Row[]): Promise<readonly Deadline[]> {
  const deadlines = await deadlinesOf(engine, rows);
  const unheard = await unheardIn(
    engine,
    deadlines.filter(({ standing }) => standing !== null).map(({ storyline }) => storyline),
  );
  return deadlines.map((deadline) => asHeard(deadline, unheard));
}

/** Rungs of these deadlines, in time order. */
export async function rungsOf(engine: Engine, deadlines: readonly string[]): Promise<readonly Rung[]> {
  const rows = await allIn(
    engine,
    deadlines,
    (ids) => `SELECT * FROM rung WHERE deadline IN (${ids}) ORDER BY at, name`,
  );
  return rows.map((row) => rungRow.parse(row));
}

/** Of these rows, columns of `proposal`, in their order. */
export function proposalsOf(rows: readonly Row[]): readonly Proposal[] {
  return rows.map((row) => proposalRow.parse(row));
}

/** What these guilds chose; nothing of a guild that chose nothing. */
export async function guildsOf(engine: Engine, guilds: readonly string[]): Promise<readonly GuildSettings[]> {
  const rows = await allIn(engine, [...new Set(guilds)], (ids) => `SELECT * FROM guild WHERE id IN (${ids})`);
  return rows.map((row) => guildRow.parse(row));
}

/** Follows of these storylines. */
export async function followsOf(engine: Engine, storylines: readonly string[]): Promise<readonly Follow[]> {
  const rows = await allIn(
    engine,
    storylines,
    (slugs) => `SELECT * FROM follow WHERE storyline IN (${slugs}) ORDER BY id`,
  );
  return rows.map((row) => followRow.parse(row));
}

/** Storylines by slug. */
export async function storylinesOf(engine: Engine, wanted: readonly string[]): Promise<ReadonlyMap<string, Storyline>> {
  const rows = await allIn(engine, wanted, (slugs) => `SELECT definition FROM storyline WHERE slug IN (${slugs})`);
  return new Map(rows.map((row) => storylineRow.parse(row)).map((storyline) => [storyline.slug, storyline]));
}
