/**
 * Where a report belongs: the development of its storyline that it reads like most, or a new one; never across different
 * dates, numbers or turns of events.
 */
import type { ChangeOf } from '../../domain/change.ts';
import { type Development, itemsOf, type JoinReason, type Report } from '../../domain/development.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Item } from '../../domain/item.ts';
import { isCopy, type Origin } from '../../domain/origin.ts';
import type { Storyline } from '../../domain/storyline.ts';
import type { Instant } from '../../domain/time.ts';
import { developmentId } from '../ids.ts';
import type { Commonness } from '../match/commonness.ts';
import { type Candidate, candidatesFor } from './candidates.ts';
import { conflictWith, versionsOf } from './conflict.ts';
import { figuresIn } from './figures.ts';
import { rarityAmong } from './likeness.ts';
import { shelfOf } from './shelf.ts';

export interface Placing {
  readonly item: Item;
  readonly origin: Origin;
  readonly storyline: Storyline;
  /** The deadline version the item speaks of, as `<deadline>/<number>`; null when it names none. */
  readonly speaksOf: string | null;
  /** Developments may be of other storylines as well. */
  readonly facts: Pick<Facts, 'developments' | 'beyond' | 'deadlines'>;
  readonly commonness: Commonness;
  readonly now: Instant;
}

export type Placed = ChangeOf<'development.opened' | 'development.joined' | 'development.retold'>;

function reportOf({ item, origin }: Placing, joined: JoinReason): Report {
  const { id, source, title, lede, link, published, seen } = item;
  const told = { title, lede, link, published, seen, figures: figuresIn(item) };
  return { item: id, formerly: [], source, origin, ...told, joined };
}

/** Whether its reports stand behind the version that the item speaks of. */
function agrees(development: Development, { speaksOf, facts }: Placing): boolean {
  return speaksOf !== null && versionsOf(development, facts.deadlines).has(speaksOf);
}

/** What the outlet told before first, then the most alike; of equals one that speaks of the same date. */
function inOrder(candidates: readonly Candidate[], placing: Placing): readonly Candidate[] {
  const again = ({ retells }: Candidate) => Number(retells !== null);
  const agreement = ({ development }: Candidate) => Number(agrees(development, placing));
  const byId = (a: Candidate, b: Candidate) => (a.development.id < b.development.id ? -1 : 1);
  return [...candidates].sort(
    (a, b) => again(b) - again(a) || b.score - a.score || agreement(b) - agreement(a) || byId(a, b),
  );
}

interface Best {
  /** Where the report belongs; null when it opens a development. */
  readonly joins: Candidate | null;
  /** The development it reads like most, had nothing kept it out, and what did. */
  readonly follows: { readonly development: Development; readonly because: string } | null;
}

function apart({ development }: Candidate, { item, speaksOf, facts }: Placing): string | null {
  return conflictWith(development, item, speaksOf, facts.deadlines);
}

function bestFor(placing: Placing): Best {
  const { item, facts, storyline, commonness } = placing;
  const shelf = shelfOf(facts, storyline.slug);
  const rarity = rarityAmong(shelf.counts, shelf.total, commonness);
  const [first, ...rest] = inOrder(candidatesFor(item, shelf, rarity, commonness), placing);
  const because = first ? apart(first, placing) : null;
  if (!first || because === null) return { joins: first ?? null, follows: null };
  const joins = rest.find((candidate) => apart(candidate, placing) === null) ?? null;
  return { joins, follows: { development: first.development, because } };
}

function opened(placing: Placing, follows: Best['follows']): Placed {
  const { item, storyline, now } = placing;
  const id = developmentId(storyline.slug, item);
  const reports = [reportOf(placing, { rule: 'opened' })];
  const before = follows?.development.id ?? null;
  const development = { id, storyline: storyline.slug, rev: 1, follows: before, openedAt: now, lastAt: now, reports };
  const because = follows
    ? `it follows ${follows.development.id}: ${follows.because}`
    : 'no development of the storyline reads like it';
  return { kind: 'development.opened', development, because };
}

/** Words that name nobody take no credit back, and no report is a copy of itself. */
function originOf({ origin }: Placing, before: Report): Origin {
  const isOwn = isCopy(origin) ? itemsOf(before).includes(origin.of) : origin.kind === 'own';
  return isOwn ? before.origin : origin;
}

function retold(placing: Placing, { id, rev }: Development, before: Report): Placed {
  const formerly = itemsOf(before).filter((item) => item !== placing.item.id);
  const report = { ...reportOf(placing, before.joined), origin: originOf(placing, before), formerly };
  const because = `${report.source.name} tells it again under another link`;
  return { kind: 'development.retold', id, rev: rev + 1, was: before.item, report, because };
}

const WORDS: { readonly [Rule in JoinReason['rule']]: string } = {
  opened: 'it opened the development',
  same_article: 'the same article',
  same_title: 'the same title',
  alike: 'it reads like the reports already there',
};

/** The change that puts a report where it belongs, with the reason kept in the report. */
export function placeReport(placing: Placing): Placed {
  const { joins, follows } = bestFor(placing);
  if (!joins) return opened(placing, follows);
  const { development, reason, retells } = joins;
  if (retells) return retold(placing, development, retells);
  const report = reportOf(placing, reason);
  return {
    kind: 'development.joined',
    id: development.id,
    rev: development.rev + 1,
    report,
    because: WORDS[reason.rule],
  };
}
