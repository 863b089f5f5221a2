/**
 * The order of the rules for one document:
 * known? -> which storylines, and why? -> a deadline, new or moved? -> same development as? -> what should be shown?
 */
import type { Change } from '../domain/change.ts';
import { DEVELOPMENT_LIFE } from '../domain/development.ts';
import type { Facts, KnownItem, Question } from '../domain/facts.ts';
import type { Item } from '../domain/item.ts';
import { type Instant, plus } from '../domain/time.ts';
import { LATELY } from './announce.ts';
import type { Context, JudgedItem, News } from './context.ts';
import { editItem } from './edit.ts';
import { knownAs } from './known.ts';
import { learn } from './learn.ts';
import type { Sight } from './lint.ts';
import { soughtTitle } from './merge/sought.ts';
import { quietly, wasTold } from './restored.ts';
import type { Rules } from './rules.ts';
import { isArchive, tell } from './tell.ts';

function writtenAt(item: Item): Instant {
  return item.published ?? item.seen;
}

/** The items in the order they were published. */
export function inOrder(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (writtenAt(a) < writtenAt(b) ? -1 : Number(writtenAt(a) > writtenAt(b))));
}

/** The items in the order they were published, each with its storylines and what it says of its origin. */
export function judgeItems(items: readonly Item[], rules: Rules): readonly JudgedItem[] {
  return inOrder(items).map((item) => ({
    item,
    attribution: rules.attributionOf(item),
    matches: rules.matcher.match(item),
  }));
}

/** What the rules must know before they judge these items. */
export function questionOf(judged: readonly JudgedItem[], { rules, now }: Context): Question {
  const slugsOf = ({ matches }: JudgedItem) => matches.map(({ storyline }) => storyline.slug);
  const storylines = [...new Set(judged.flatMap(slugsOf))];
  // Where nothing is placed, no title matters.
  const titled = storylines.length > 0 ? judged : [];
  return {
    identities: [...new Set(judged.flatMap(({ item }) => item.identities))],
    storylines,
    titles: titled.map((one) => soughtTitle(one.item, slugsOf(one), rules.commonness)),
    since: plus(now, -DEVELOPMENT_LIFE),
    lately: plus(now, -LATELY),
  };
}

/** Whether a known item came with the same words under another date. */
function isRedated({ published, hash }: Item, known: KnownItem): boolean {
  return hash === known.hash && published !== null && known.published !== null && published !== known.published;
}

/** What was known of the items before they were judged. */
export function sightOf(items: readonly Item[], facts: Facts): Sight {
  const pairs = items.map((item) => ({ item, known: knownAs(item, facts) }));
  const known = pairs.filter((pair) => pair.known !== null).length;
  const redated = pairs.filter((pair) => pair.known !== null && isRedated(pair.item, pair.known)).length;
  return { known, fresh: items.length - known, redated };
}

function aliased(item: Item, known: KnownItem, facts: Facts): readonly Change[] {
  const fresh = item.identities.filter((identity) => !facts.known.has(identity));
  if (fresh.length === 0) return [];
  return [{ kind: 'item.aliased', item: known.id, identities: fresh, because: 'another name for the same item' }];
}

function seen(item: Item, baseline: boolean, because: string): Change {
  return { kind: 'item.seen', item, baseline, because };
}

function newItem(judged: JudgedItem, news: News, facts: Facts, context: Context): readonly Change[] {
  const { item } = judged;
  if (news.baseline) return [seen(item, true, 'in the first document of its feed')];
  if (isArchive(item, news)) return [seen(item, false, 'an old item issued again: stored, not told')];
  const told = tell(judged, news, facts, context);
  if (wasTold(item, news)) return [seen(item, false, 'told before this database was restored'), ...quietly(told)];
  return [seen(item, false, `new in ${item.feed}`), ...told];
}

/** Two feeds of an outlet open one article differently: only another headline, or its own feed, changes it. */
function isOtherOpening({ feed, title }: Item, known: KnownItem): boolean {
  return feed !== known.feed && title === known.title;
}

function decideItem(judged: JudgedItem, news: News, facts: Facts, context: Context): readonly Change[] {
  const known = knownAs(judged.item, facts);
  if (!known) return newItem(judged, news, facts, context);
  const names = aliased(judged.item, known, facts);
  if (known.hash === judged.item.hash || isOtherOpening(judged.item, known)) return names;
  return [...names, ...editItem(judged, known, news, facts, context)];
}

/** What one document makes true. Pure: the same facts, news and instant give the same changes. */
export function decideNews(news: News, facts: Facts, context: Context): readonly Change[] {
  const changes: Change[] = [];
  let known = facts;
  for (const judged of news.judged) {
    const made = decideItem(judged, news, known, context);
    changes.push(...made);
    known = learn(known, made, context.now);
  }
  return changes;
}
