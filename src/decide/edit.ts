/** New words under a known identity: the same report, its deadlines read again; never a new item. */
import type { Change, ChangeOf } from '../domain/change.ts';
import { itemsOf } from '../domain/development.ts';
import type { Facts, KnownItem } from '../domain/facts.ts';
import type { StorylineSlug } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Attribution, Origin } from '../domain/origin.ts';
import { type Context, factsOf, type JudgedItem, type News } from './context.ts';
import { dateItem, offerDates } from './dated.ts';
import { retellEditions } from './editions.ts';
import { learn } from './learn.ts';
import { figuresIn } from './merge/figures.ts';
import { originIn, reconsidered } from './origin/origin.ts';
import { type Retold, wantRenamed } from './renamed.ts';
import { isArchive, tell } from './tell.ts';

function edited(item: Item, known: KnownItem): Change {
  const because = `${item.source.name} changed its words`;
  return { kind: 'item.edited', item, wasTitle: known.title, wasLede: known.lede, because };
}

/** The developments that hold the item, with the new words of its report. */
function retold(item: Item, attribution: Attribution, facts: Facts): readonly Retold[] {
  const developments = retoldDevelopments(item, attribution, facts);
  return [...developments, ...developments.slice(0, 1).flatMap((change) => retellEditions(change, facts))];
}

function retoldDevelopments(
  item: Item,
  attribution: Attribution,
  facts: Facts,
): readonly ChangeOf<'development.retold'>[] {
  return facts.developments.flatMap((development) => {
    const at = development.reports.findIndex((one) => one.item === item.id);
    const report = development.reports[at];
    if (!report) return [];
    const { title, lede, link } = item;
    const origin = reconsidered(report, item, attribution, development.reports.slice(0, at));
    const because = `${item.source.name} changed its words`;
    const { id, rev } = development;
    const change = { kind: 'development.retold' as const, id, rev: rev + 1, was: item.id, because };
    return [{ ...change, report: { ...report, origin, title, lede, link, figures: figuresIn(item) } }];
  });
}

/** As its report has it; of an item that is in no development any more, as its words say. */
function originOf({ item, attribution }: JudgedItem, { developments }: Facts): Origin {
  const report = developments.flatMap(({ reports }) => reports).find((one) => one.item === item.id);
  return report?.origin ?? originIn(item, attribution, developments);
}

/** The storylines an item was told in: those of its words of before, and of the developments that hold it. */
function toldIn(item: Item, { title, lede }: KnownItem, facts: Facts, { rules }: Context): ReadonlySet<StorylineSlug> {
  const { source, published, seen } = item;
  const matched = rules.matcher.match({ title, lede, source, published, seen });
  const held = facts.developments.filter(({ reports }) => reports.some((report) => itemsOf(report).includes(item.id)));
  return new Set([...matched.map(({ storyline }) => storyline.slug), ...held.map(({ storyline }) => storyline)]);
}

/**
 * What an edit does: its developments read differently, and where it was told in a storyline already its dates are
 * read again. Only a storyline that the new words brought it into is told of it; its body was looked at when it
 * was news.
 */
export function editItem(
  judged: JudgedItem,
  known: KnownItem,
  news: News,
  facts: Facts,
  context: Context,
): readonly Change[] {
  const item: Item = { ...judged.item, id: known.id };
  const { attribution } = judged;
  const renamed = [edited(item, known), ...retold(item, attribution, facts)];
  if (news.baseline) return renamed;
  const after = learn(facts, renamed, context.now);
  const before = toldIn(item, known, facts, context);
  const reread = judged.matches
    .filter(({ storyline }) => before.has(storyline.slug))
    .flatMap(({ storyline }) => {
      const own = factsOf(after, storyline);
      const origin = originOf({ ...judged, item }, own);
      const dated = dateItem({ item, origin }, storyline, news.outlet, own, context);
      return [...dated.changes, ...offerDates(dated, dated.facts, context.now)];
    });
  const fresh = judged.matches.filter(({ storyline }) => !before.has(storyline.slug));
  const unread = { item: { ...item, body: '' }, attribution, matches: fresh };
  const told = isArchive(item, news) ? [] : tell(unread, news, after, context);
  return [...renamed, ...wantRenamed(renamed, after), ...reread, ...told];
}
