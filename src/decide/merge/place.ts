/**
 * Where a report belongs: the development of its storyline that it reads like most, or a new one; never across different
 * dates, numbers or turns of events.
 */
import type { ChangeOf } from '../../domain/change.ts';
import type { Development, JoinReason, Report } from '../../domain/development.ts';
import type { Facts } from '../../domain/facts.ts';
import type { Item } from '../../domain/item.ts';
import type { Origin } from '../../domain/origin.ts';
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

export type Placed = ChangeOf<'development.opened' | 'development.joined'>;

function reportOf({ item, origin }: Placing, joined: JoinReason): Report {
  const { id, source, title, lede, link, published, seen } = item;
  const told = { title, lede, link, published, seen, figures: figuresIn(item) };
  return { item: id, formerly: [], source, origin, ...told, joined };
}

/** Whether its reports stand behind the version that the item speaks of. */
function agrees(development: Development, { speaksOf, facts }: Placing): boolean {
  return speaksOf !== null && versionsOf(development, facts.deadlines).has(speaksOf);
}

/** The most alike first; of equals one that speaks of the same date. */
function inOrder(candidates: readonly Candidate[], placing: Placing): readonly Candidate[] {
  const agreement = ({ development }: Candidate) => Number(agrees(development, placing));
  const byId = (a: Candidate, b: Candidate) => (a.development.id < b.development.id ? -1 : 1);
  return [...candidates].sort((a, b) => b.score - a.score || agreement(b) - agreement(a) || byId(a, b));
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
  const { development, reason } = joins;
  const report = reportOf(placing, reason);
  return {
    kind: 'development.joined',
    id: development.id,
    rev: development.rev + 1,
    report,
    because: WORDS[reason.rule],
  };
}
