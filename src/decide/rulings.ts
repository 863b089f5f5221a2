/** What moderators do to developments: each act is a ruling that keeps what was before, and can be undone. */
import type { Change } from '../domain/change.ts';
import { itemsOf, type Report } from '../domain/development.ts';
import {
  type Before,
  type Edition,
  isEdition,
  type Ruling,
  type RulingKind,
  type RulingProblem,
  type Stand,
  type Telling,
} from '../domain/edition.ts';
import type { Docket } from '../domain/facts.ts';
import type { GuildId, ItemId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { wantCalls, wantEditions, wantRuling } from './announce.ts';
import { editionOf } from './editions.ts';
import { rulingId, splitId } from './ids.ts';
import { settleDates } from './retract.ts';

/** What a moderator asks for. */
export type Order =
  | { readonly kind: 'split'; readonly items: readonly ItemId[] }
  | { readonly kind: 'merge'; readonly other: Telling }
  | { readonly kind: 'hold' | 'kill' | 'irrelevant'; readonly reason: string | null }
  | { readonly kind: 'release' }
  | { readonly kind: 'correct'; readonly title: string; readonly reason: string | null };

export type Ruled =
  | { readonly kind: 'ruled'; readonly ruling: Ruling; readonly changes: readonly Change[] }
  | { readonly kind: 'problem'; readonly problem: RulingProblem };

/** Who rules, where and when. */
export interface Bench {
  readonly guild: GuildId;
  readonly member: string;
  readonly now: Instant;
}

/** An edition before and after a ruling; `fresh` where the ruling makes it. */
interface Step {
  readonly before: Before;
  readonly after: Edition;
  readonly fresh: boolean;
}

const problem = (name: RulingProblem): Ruled => ({ kind: 'problem', problem: name });

function beforeOf(edition: Edition): Before {
  const { id, of, reports, stand, correction } = edition;
  return { edition: id, items: reports.map(({ item }) => item), of, stand, correction };
}

function step(telling: Telling, guild: GuildId, change: (edition: Edition) => Partial<Edition>): Step {
  const edition = isEdition(telling) ? telling : editionOf(telling, guild);
  const after = { ...edition, ...change(edition), rev: edition.rev + 1 };
  return { before: beforeOf(edition), after, fresh: !isEdition(telling) };
}

function inOrder(reports: readonly Report[]): readonly Report[] {
  return [...reports].sort((a, b) => (a.seen < b.seen ? -1 : Number(a.seen > b.seen)));
}

/** The reports split off, as an edition of their own; before the ruling it was nothing but part of the other one. */
function splitOff(base: Edition, reports: readonly Report[], now: Instant): Step {
  const id = splitId(base.id, now);
  const merged: Stand = { kind: 'merged', into: base.id };
  const openedAt = reports[0]?.seen ?? now;
  const lastAt = reports.at(-1)?.seen ?? now;
  const stand: Stand = { kind: 'told' };
  const own = { reports, openedAt, lastAt, stand, follows: base.continues, continues: null, correction: null };
  const after = { ...base, ...own, id, rev: 1 };
  return { before: { edition: id, items: [], of: [], stand: merged, correction: null }, after, fresh: true };
}

function split(telling: Telling, items: readonly ItemId[], { guild, now }: Bench): readonly Step[] | RulingProblem {
  const isOff = ({ item }: Report) => items.includes(item);
  const off = telling.reports.filter(isOff);
  if (off.length === 0) return 'splits_nothing';
  if (off.length === telling.reports.length) return 'splits_all';
  const base = step(telling, guild, ({ reports }) => ({ reports: reports.filter((report) => !isOff(report)) }));
  return [base, splitOff(base.after, off, now)];
}

function merge(telling: Telling, other: Telling, { guild }: Bench): readonly Step[] | RulingProblem {
  if (telling.id === other.id) return 'with_itself';
  if (telling.storyline !== other.storyline) return 'other_storyline';
  const gone = step(other, guild, () => ({ reports: [], of: [] }));
  const whole = isEdition(other) ? other : editionOf(other, guild);
  const base = step(telling, guild, ({ reports, of }) => ({
    reports: inOrder([...reports, ...whole.reports]),
    of: [...of, ...whole.of],
  }));
  const stand: Stand = { kind: 'merged', into: base.after.id };
  return [base, { ...gone, after: { ...gone.after, stand } }];
}

const STANDS = { hold: 'held', kill: 'killed', irrelevant: 'irrelevant' } as const;

function ruleOn(telling: Telling, order: Order, bench: Bench): readonly Step[] | RulingProblem {
  const { guild, now: at } = bench;
  const stands = isEdition(telling) ? telling.stand.kind : 'told';
  if (stands === 'merged') return 'merged';
  switch (order.kind) {
    case 'split':
      return split(telling, order.items, bench);
    case 'merge':
      return isEdition(order.other) && order.other.stand.kind === 'merged'
        ? 'merged'
        : merge(telling, order.other, bench);
    case 'release':
      return stands === 'held' ? [step(telling, guild, () => ({ stand: { kind: 'told' } }))] : 'not_held';
    case 'correct': {
      const { title, reason } = order;
      return [step(telling, guild, () => ({ correction: { title, at, reason } }))];
    }
    default: {
      const kind = STANDS[order.kind];
      if (stands === kind) return 'already';
      return [step(telling, guild, () => ({ stand: { kind, since: at, reason: order.reason } }))];
    }
  }
}

const BECAUSE: Readonly<Record<RulingKind, string>> = {
  split: 'a moderator split reports off',
  merge: 'a moderator merged two developments',
  hold: 'a moderator holds it',
  release: 'a moderator released it',
  correct: 'a moderator corrected it',
  kill: 'a moderator killed it',
  irrelevant: 'a moderator says it is of no matter here',
};

function written({ after, fresh }: Step, because: string): Change {
  return { kind: fresh ? 'edition.made' : 'edition.set', edition: after, because };
}

/** As members knew it: what came while nothing was told is news to them. */
function heard(telling: Telling): Telling {
  if (!isEdition(telling) || !('since' in telling.stand)) return telling;
  const { since } = telling.stand;
  return { ...telling, reports: telling.reports.filter(({ seen }) => seen <= since) };
}

/** Those who read a card before should hear that it was wrong. */
const ANSWERED: ReadonlySet<RulingKind> = new Set<RulingKind>(['correct', 'kill']);

/** Dates stand and fall with the reports they rest on. */
const SETTLING: ReadonlySet<RulingKind> = new Set<RulingKind>(['hold', 'release', 'kill']);

/** Carries out what a moderator orders of a development that is told in their guild. */
export function ruleOver(telling: Telling, order: Order, docket: Docket, bench: Bench): Ruled {
  const steps = ruleOn(telling, order, bench);
  if (typeof steps === 'string') return problem(steps);
  const [first, ...rest] = steps;
  if (!first) return problem('splits_nothing');
  const { guild, member, now: at } = bench;
  const id = rulingId(first.after.id, member, at);
  const before: Ruling['before'] = [first.before, ...rest.map((one) => one.before)];
  const reason = 'reason' in order ? order.reason : null;
  const ruling: Ruling = { id, guild, kind: order.kind, member, at, reason, before, rev: 1, undoneBy: null };
  const because = BECAUSE[order.kind];
  const editions = steps.map(({ after }) => after);
  const changes: readonly Change[] = [
    ...steps.map((one) => written(one, because)),
    { kind: 'ruling.made', ruling, because },
    ...wantEditions(editions, docket, at),
    ...wantCalls(heard(telling), first.after, docket, at),
    ...(ANSWERED.has(order.kind) ? wantRuling(ruling, first.after, docket) : []),
    ...(SETTLING.has(order.kind) ? settleDates(first.after, docket, at) : []),
  ];
  return { kind: 'ruled', ruling, changes };
}

/** Every report goes back where it was; one that came since stays where it is, unless that edition came with the ruling. */
function homeOf(report: Report, where: Edition, { before }: Ruling): Edition['id'] {
  const known = before.find(({ items }) => itemsOf(report).some((item) => items.includes(item)));
  if (known) return known.edition;
  const own = before.find(({ edition }) => edition === where.id);
  return own?.stand.kind === 'merged' ? own.stand.into : where.id;
}

function restored(ruling: Ruling, editions: readonly Edition[]): readonly Edition[] {
  const homes = editions.flatMap((edition) =>
    edition.reports.map((report) => ({ report, home: homeOf(report, edition, ruling) })),
  );
  return ruling.before.flatMap(({ edition: id, of, stand, correction }) => {
    const now = editions.find((edition) => edition.id === id);
    if (!now) return [];
    const reports = inOrder(homes.filter(({ home }) => home === id).map(({ report }) => report));
    return [{ ...now, reports, of, stand, correction, rev: now.rev + 1 }];
  });
}

function touches(one: Ruling, other: Ruling): boolean {
  return one.before.some(({ edition }) => other.before.some((before) => before.edition === edition));
}

/** Restores what was before a ruling; what was reported since is kept. */
export function undoRuling(ruling: Ruling, docket: Docket, { member, now }: Bench): Ruled {
  if (ruling.undoneBy !== null) return problem('undone');
  const later = docket.rulings.filter(({ at, undoneBy }) => undoneBy === null && at > ruling.at);
  if (later.some((one) => touches(one, ruling))) return problem('ruled_since');
  const touched = new Set<string>(ruling.before.map(({ edition }) => edition));
  const editions = docket.tellings.filter(isEdition).filter(({ id }) => touched.has(id));
  const after = restored(ruling, editions);
  const [first] = after;
  if (!first) return problem('undone');
  const because = 'a moderator took it back';
  const undone: Ruling = { ...ruling, rev: ruling.rev + 1, undoneBy: member };
  const changes: readonly Change[] = [
    ...after.map((edition): Change => ({ kind: 'edition.set', edition, because })),
    { kind: 'ruling.undone', id: ruling.id, rev: undone.rev, undoneBy: member, because },
    ...wantEditions(after, docket, now),
    ...after.flatMap((edition) => {
      const before = editions.find(({ id }) => id === edition.id);
      return before ? wantCalls(heard(before), edition, docket, now) : [];
    }),
    ...(ANSWERED.has(ruling.kind) ? wantRuling(undone, first, docket) : []),
    ...(SETTLING.has(ruling.kind) ? settleDates(first, docket, now) : []),
  ];
  return { kind: 'ruled', ruling: undone, changes };
}
