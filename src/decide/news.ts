/**
 * The order of the rules for one document:
 * known? -> which storylines, and why? -> a deadline, new or moved? -> same development as? -> what should be shown?
 */
import type { Change } from '../domain/change.ts';
import type { DeadlineReadings } from '../domain/deadline.ts';
import type { Facts, KnownItem, Question } from '../domain/facts.ts';
import type { Item } from '../domain/item.ts';
import type { Judgement } from '../domain/match.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Follow, Storyline } from '../domain/storyline.ts';
import { DAY, HOUR, type Instant, plus } from '../domain/time.ts';
import { type DeadlineReport, followDeadline, versionSpokenOf } from './deadline/lifecycle.ts';
import { readDeadlines } from './deadline/read.ts';
import { planRungs, replanRungs } from './ladder.ts';
import { learn } from './learn.ts';
import { DEVELOPMENT_LIFE, placeReport } from './merge/place.ts';
import { namesParties, type Rules } from './rules.ts';
import { type Told, wantCard, wantChange, wantDevelopments } from './show.ts';

/** An item with the storylines it is in; found before the facts are asked for, so that only theirs are read. */
export interface JudgedItem {
  readonly item: Item;
  readonly matches: readonly { readonly storyline: Storyline; readonly judgement: Judgement }[];
}

/** One document's items and where they come from. */
export interface News {
  readonly judged: readonly JudgedItem[];
  readonly outlet: Outlet;
  /** The first document of a feed: stored in silence. */
  readonly baseline: boolean;
  /** The poll before this one that brought anything; null when there was none. */
  readonly lastSuccessAt: Instant | null;
}

/** Older than this when first met, and older than the last poll: a feed re-issuing its archive, no news. */
const ARCHIVE_AGE = 3 * DAY;

function writtenAt(item: Item): Instant {
  return item.published ?? item.seen;
}

/** The items in the order they were published, each with its storylines. */
export function judgeItems(items: readonly Item[], rules: Rules): readonly JudgedItem[] {
  const inOrder = [...items].sort((a, b) => (writtenAt(a) < writtenAt(b) ? -1 : Number(writtenAt(a) > writtenAt(b))));
  return inOrder.map((item) => ({ item, matches: rules.matcher.match(item) }));
}

/** What the rules must know before they judge these items. */
export function questionOf(judged: readonly JudgedItem[], now: Instant): Question {
  const slugs = judged.flatMap(({ matches }) => matches.map((match) => match.storyline.slug));
  return {
    identities: [...new Set(judged.flatMap(({ item }) => item.identities))],
    storylines: [...new Set(slugs)],
    since: plus(now, -DEVELOPMENT_LIFE),
  };
}

function knownAs(item: Item, facts: Facts): KnownItem | null {
  const identity = item.identities.find((name) => facts.known.has(name));
  return identity === undefined ? null : (facts.known.get(identity) ?? null);
}

function aliased(item: Item, known: KnownItem, facts: Facts): readonly Change[] {
  const fresh = item.identities.filter((identity) => !facts.known.has(identity));
  if (fresh.length === 0) return [];
  return [{ kind: 'item.aliased', item: known.id, identities: fresh, because: 'another name for the same item' }];
}

function isArchive(item: Item, news: News): boolean {
  const { published, seen } = item;
  if (published === null || published > plus(seen, -ARCHIVE_AGE)) return false;
  return news.lastSuccessAt === null || published < plus(news.lastSuccessAt, -HOUR);
}

function storyFacts(facts: Facts, storyline: Storyline): Facts {
  const { slug } = storyline;
  return {
    ...facts,
    developments: facts.developments.filter((development) => development.storyline === slug),
    deadlines: facts.deadlines.filter((deadline) => deadline.storyline === slug),
    follows: facts.follows.filter((follow) => follow.storyline === slug),
  };
}

const NOTHING_READ: DeadlineReadings = { deadlines: [], mentions: [], status: null };

function readIn(item: Item, storyline: Storyline, outlet: Outlet): DeadlineReadings {
  if (!storyline.deadline) return NOTHING_READ;
  return readDeadlines(`${item.title}\n${item.lede}`, {
    published: item.published,
    outletZone: outlet.zone,
    issuerZone: storyline.deadline.zone,
    official: outlet.label === 'official-legal',
  });
}

function shownChanges(
  changes: readonly Change[],
  facts: Facts,
  follows: readonly Follow[],
  now: Instant,
): readonly Change[] {
  return changes.flatMap((change) => {
    if (change.kind === 'deadline.set') {
      const { deadline } = change;
      return [...planRungs(deadline, deadline.versions[0], now), ...wantCard(deadline, deadline.rev, follows)];
    }
    const deadline = 'id' in change ? facts.deadlines.find((one) => one.id === change.id) : undefined;
    if (!deadline) return [];
    if (change.kind === 'deadline.confirmed') return wantCard(deadline, change.rev, follows);
    if (change.kind !== 'deadline.changed') return [];
    const { version } = change;
    const alert = wantChange(deadline, version, follows);
    return [...replanRungs(deadline, version, now), ...wantCard(deadline, change.rev, follows), ...alert];
  });
}

interface Placed {
  readonly changes: readonly Change[];
  readonly told: Told | null;
}

/** One item in one storyline: its deadline first, because a development never joins reports of different dates. */
function placeIn(
  judged: JudgedItem,
  storyline: Storyline,
  judgement: Judgement,
  news: News,
  facts: Facts,
  context: Context,
): Placed {
  const { item } = judged;
  const own = storyFacts(facts, storyline);
  const report = deadlineReport(item, storyline, news.outlet, context.rules);
  const dated = report ? followDeadline(report, own.deadlines) : [];
  const after = learn(own, dated, context.now);
  const speaksOf = report ? versionSpokenOf(report, after.deadlines) : null;
  const placed = placeReport({ item, storyline, speaksOf, facts: after, now: context.now });
  const { id, rev } = placed.kind === 'development.opened' ? placed.development : placed;
  return {
    changes: [...dated, ...shownChanges(dated, after, own.follows, context.now), placed],
    told: { development: id, rev, score: judgement.score, follows: own.follows },
  };
}

/** What every rule is handed beside the facts. */
export interface Context {
  readonly rules: Rules;
  readonly now: Instant;
}

function deadlineReport(item: Item, storyline: Storyline, outlet: Outlet, rules: Rules): DeadlineReport | null {
  const track = storyline.deadline;
  if (!track) return null;
  const readings = readIn(item, storyline, outlet);
  return { item, storyline, track, readings, namesParties: namesParties(rules, storyline, item) };
}

/** An item that is new, or newly in a storyline, told in each of its storylines. */
function tell(judged: JudgedItem, news: News, facts: Facts, context: Context): readonly Change[] {
  const changes: Change[] = [];
  const told: Told[] = [];
  for (const { storyline, judgement } of judged.matches) {
    const match = { item: judged.item.id, storyline: storyline.slug, score: judgement.score, why: judgement.why };
    changes.push({ kind: 'match.made', match, because: `it matches ${storyline.slug}` });
    const placed = placeIn(judged, storyline, judgement, news, facts, context);
    changes.push(...placed.changes);
    if (placed.told) told.push(placed.told);
  }
  return [...changes, ...wantDevelopments(told, facts.messages)];
}

function seen(item: Item, baseline: boolean, because: string): Change {
  return { kind: 'item.seen', item, baseline, because };
}

function newItem(judged: JudgedItem, news: News, facts: Facts, context: Context): readonly Change[] {
  const { item } = judged;
  if (news.baseline) return [seen(item, true, 'in the first document of its feed')];
  if (isArchive(item, news)) return [seen(item, false, 'an old item issued again: stored, not told')];
  return [seen(item, false, `new in ${item.feed}`), ...tell(judged, news, facts, context)];
}

/** The developments that hold an item, with the new words of its report. */
function retold(item: Item, facts: Facts): readonly Change[] {
  return facts.developments.flatMap((development): readonly Change[] => {
    const report = development.reports.find((one) => one.item === item.id);
    if (!report) return [];
    const { title, lede, link } = item;
    const rev = development.rev + 1;
    const because = `${item.source.name} changed its words`;
    return [{ kind: 'development.retold', id: development.id, rev, report: { ...report, title, lede, link }, because }];
  });
}

function wantRetold(changes: readonly Change[], facts: Facts): readonly Change[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'development.retold') return [];
    const development = facts.developments.find((one) => one.id === change.id);
    const follows = facts.follows.filter((follow) => follow.storyline === development?.storyline);
    const shown = follows.filter((follow) =>
      facts.messages.some((message) => message.subject.id === change.id && message.follow === follow.id),
    );
    return wantDevelopments([{ development: change.id, rev: change.rev, score: 1, follows: shown }], facts.messages);
  });
}

/** New words under a known identity: the same item, its deadlines read again; told anew only where it was not before. */
function editedItem(
  judged: JudgedItem,
  known: KnownItem,
  news: News,
  facts: Facts,
  context: Context,
): readonly Change[] {
  const item: Item = { ...judged.item, id: known.id };
  const edited: Change = {
    kind: 'item.edited',
    item,
    wasTitle: known.title,
    wasLede: known.lede,
    because: `${item.source.name} changed its words`,
  };
  if (news.baseline) return [edited];
  const again = retold(item, facts);
  const after = learn(facts, [edited, ...again], context.now);
  const isTold = (slug: string) =>
    after.developments.some((one) => one.storyline === slug && one.reports.some((report) => report.item === item.id));
  const reread = judged.matches
    .filter(({ storyline }) => isTold(storyline.slug))
    .flatMap(({ storyline }) => {
      const own = storyFacts(after, storyline);
      const report = deadlineReport(item, storyline, news.outlet, context.rules);
      const dated = report ? followDeadline(report, own.deadlines) : [];
      return [...dated, ...shownChanges(dated, learn(own, dated, context.now), own.follows, context.now)];
    });
  const fresh = judged.matches.filter(({ storyline }) => !isTold(storyline.slug));
  const toldNow = isArchive(item, news) ? [] : tell({ item, matches: fresh }, news, after, context);
  return [edited, ...again, ...wantRetold(again, facts), ...reread, ...toldNow];
}

function decideItem(judged: JudgedItem, news: News, facts: Facts, context: Context): readonly Change[] {
  const known = knownAs(judged.item, facts);
  if (!known) return newItem(judged, news, facts, context);
  const names = aliased(judged.item, known, facts);
  if (known.hash === judged.item.hash) return names;
  return [...names, ...editedItem(judged, known, news, facts, context)];
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
