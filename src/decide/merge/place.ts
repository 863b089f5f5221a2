/**
 * Where a report belongs: a development of its storyline, or a new one. The formula is fixed: cosine with the
 * development's centroid, halved every 24 hours, and at least half of its members alike; never across different dates.
 */
import type { ChangeOf } from '../../domain/change.ts';
import type { Deadline } from '../../domain/deadline.ts';
import type { Development, JoinReason, Report } from '../../domain/development.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Item } from '../../domain/item.ts';
import type { Storyline } from '../../domain/storyline.ts';
import { between, DAY, HOUR, type Instant } from '../../domain/time.ts';
import { developmentId } from '../ids.ts';
import { centroidOf, cosine, type Rarity, sharedWords, type Vector, vectorOf } from '../vector.ts';
import { rarityAmong, titleWords } from './likeness.ts';

/** A development takes in reports for this long after it opened; longer, and a mega-story chains into one. */
export const DEVELOPMENT_LIFE = 2 * DAY;

/** Half-life of likeness: the largest single lever on merging a busy day. */
const HALF_LIFE_HOURS = 24;
const JOIN_FROM = 0.22;
const MEMBER_FROM = 0.12;
const MEMBER_SHARE = 0.5;

export interface Placing {
  readonly item: Item;
  readonly storyline: Storyline;
  /** The deadline version the item speaks of, as `<deadline>/<number>`; null when it names none. */
  readonly speaksOf: string | null;
  /** Of this storyline only. */
  readonly facts: Facts;
  readonly now: Instant;
}

export type Placed = ChangeOf<'development.opened' | 'development.joined'>;

interface Candidate {
  readonly development: Development;
  readonly score: number;
  readonly reason: JoinReason;
}

function writtenAt(report: { readonly published: Instant | null; readonly seen: Instant }): Instant {
  return report.published ?? report.seen;
}

function reportOf(item: Item, joined: JoinReason): Report {
  const { id, source, title, lede, link, published, seen } = item;
  return { item: id, source, title, lede, link, published, seen, joined };
}

function titleOf(report: { readonly title: string }): string {
  return [...titleWords(report)].sort().join(' ');
}

/** Versions that the reports of a development stand behind. */
function versionsOf(development: Development, deadlines: readonly Deadline[]): ReadonlySet<string> {
  const items = new Set(development.reports.map((report) => report.item));
  const said = deadlines.flatMap((deadline) => [
    ...deadline.versions
      .filter((version) => version.evidence && items.has(version.evidence.item))
      .map((version) => `${deadline.id}/${version.number}`),
    ...deadline.confirmations
      .filter((one) => items.has(one.evidence.item))
      .map((one) => `${deadline.id}/${one.version}`),
  ]);
  return new Set(said);
}

function conflicts(development: Development, placing: Placing): boolean {
  if (placing.speaksOf === null) return false;
  const versions = versionsOf(development, placing.facts.deadlines);
  return versions.size > 0 && !versions.has(placing.speaksOf);
}

function decay(development: Development, item: Item): number {
  const last = development.reports.map(writtenAt).sort().at(-1) ?? development.lastAt;
  const hours = Math.abs(between(last, writtenAt(item))) / HOUR;
  return 2 ** (-hours / HALF_LIFE_HOURS);
}

function isAlive(development: Development, item: Item): boolean {
  const first = development.reports[0];
  return first !== undefined && Math.abs(between(writtenAt(first), writtenAt(item))) <= DEVELOPMENT_LIFE;
}

/** Without a word in common there is nothing to compare. */
function sharesWord(development: Development, item: Item): boolean {
  const own = titleWords(item);
  return development.reports.some((report) => [...titleWords(report)].some((word) => own.has(word)));
}

function alike(development: Development, item: Item, own: Vector, rarity: Rarity): Candidate | null {
  const members = development.reports.map((report) => vectorOf(titleWords(report), rarity));
  const centroid = centroidOf(members);
  const score = cosine(own, centroid) * decay(development, item);
  const near = members.filter((member) => cosine(own, member) >= MEMBER_FROM).length;
  if (score < JOIN_FROM || near < members.length * MEMBER_SHARE) return null;
  const reason: JoinReason = {
    rule: 'alike',
    score: Math.round(score * 100) / 100,
    shared: sharedWords(own, centroid, 6),
  };
  return { development, score, reason };
}

function sameTitle(development: Development, item: Item): Candidate | null {
  const title = titleOf(item);
  const twin = development.reports.find((report) => titleOf(report) === title);
  return twin && title ? { development, score: 1, reason: { rule: 'same_title', report: twin.item } } : null;
}

function bestFor(placing: Placing): Candidate | null {
  const { item, facts } = placing;
  const alive = facts.developments.filter(
    (one) => isAlive(one, item) && sharesWord(one, item) && !conflicts(one, placing),
  );
  const rarity = rarityAmong(facts.developments.flatMap((one) => one.reports.map((report) => titleWords(report))));
  const own = vectorOf(titleWords(item), rarity);
  const candidates = alive.flatMap((one) => sameTitle(one, item) ?? alike(one, item, own, rarity) ?? []);
  return candidates.sort((a, b) => b.score - a.score)[0] ?? null;
}

function opened({ item, storyline, now }: Placing): Placed {
  const id = developmentId(storyline.slug, item);
  const reports = [reportOf(item, { rule: 'opened' })];
  const development = { id, storyline: storyline.slug, rev: 1, openedAt: now, lastAt: now, reports };
  return { kind: 'development.opened', development, because: 'no development of the storyline reads like it' };
}

const WORDS: { readonly [Rule in JoinReason['rule']]: string } = {
  opened: 'it opened the development',
  same_article: 'the same article',
  same_title: 'the same title',
  alike: 'it reads like the reports already there',
};

/** The change that puts a report where it belongs, with the reason kept in the report. */
export function placeReport(placing: Placing): Placed {
  const best = bestFor(placing);
  if (!best) return opened(placing);
  const { development, reason } = best;
  const report = reportOf(placing.item, reason);
  return {
    kind: 'development.joined',
    id: development.id,
    rev: development.rev + 1,
    report,
    because: WORDS[reason.rule],
  };
}
