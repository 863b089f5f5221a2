/** An item that is news in its storylines: matched, dated, placed in a development each, and shown once in a channel. */
import type { Change, ChangeOf } from '../domain/change.ts';
import { type Development, withReport } from '../domain/development.ts';
import type { Facts } from '../domain/facts.ts';
import type { Item } from '../domain/item.ts';
import { DAY, HOUR, plus } from '../domain/time.ts';
import { type Told, wantDevelopments } from './announce.ts';
import { type Context, factsOf, type JudgedItem, type News } from './context.ts';
import { dateItem, offerDates } from './dated.ts';
import { isTold, joinEditions, retellEditions } from './editions.ts';
import { learn } from './learn.ts';
import { type Placed as PlacedReport, placeReport } from './merge/place.ts';
import { originIn } from './origin/origin.ts';
import { isRetold, wantRenamed } from './renamed.ts';

/** Older than this when first met, and older than the last poll: a feed re-issuing its archive, no news. */
const ARCHIVE_AGE = 3 * DAY;

/**
 * Whether an item is an old one that its feed issues again. What was published or changed while the desk was down is
 * news.
 */
export function isArchive({ published, updated, seen }: Item, { lastSuccessAt }: News): boolean {
  if (published === null) return false;
  const last = updated !== null && updated > published ? updated : published;
  if (last > plus(seen, -ARCHIVE_AGE)) return false;
  return lastSuccessAt === null || last < plus(lastSuccessAt, -HOUR);
}

interface Placed {
  readonly changes: readonly Change[];
  readonly told: readonly Told[];
}

type Match = JudgedItem['matches'][number];

function matched(item: Item, { storyline, judgement }: Match): Change {
  const match = { item: item.id, storyline: storyline.slug, score: judgement.score, why: judgement.why };
  return { kind: 'match.made', match, because: `it matches ${storyline.slug}` };
}

function afterwards(
  placed: Exclude<PlacedReport, ChangeOf<'development.retold'>>,
  before: Development | null,
): Development {
  if (placed.kind === 'development.opened') return placed.development;
  if (before === null) throw new Error(`Development ${placed.id} takes in a report and is not known`);
  return withReport(before, placed);
}

/** Guilds whose moderators ruled on a development are told of their edition of it, the others of what was reported. */
function toldByGuild(told: Told, joined: readonly ChangeOf<'edition.joined'>[], { editions }: Facts): readonly Told[] {
  const ruled = joined.flatMap((change): readonly Told[] => {
    const before = editions.find(({ id }) => id === change.id);
    if (!before) return [];
    const follows = told.follows.filter(({ guild }) => guild === before.guild);
    return [{ ...told, before, development: withReport(before, change), follows }];
  });
  const guilds = new Set<string>(ruled.flatMap(({ follows }) => follows.map(({ guild }) => guild)));
  const others = { ...told, follows: told.follows.filter(({ guild }) => !guilds.has(guild)) };
  return [others, ...ruled.filter(({ development }) => isTold(development))];
}

/**
 * Its deadline is read first, because a development never joins reports of different dates; what comes to stand of it
 * is known last, because what moderators ruled out takes in reports that count for nothing.
 */
function placeIn({ item, attribution }: JudgedItem, match: Match, news: News, facts: Facts, context: Context): Placed {
  const { storyline, judgement } = match;
  const own = factsOf(facts, storyline);
  const origin = originIn(item, attribution, own.developments);
  const dated = dateItem({ item, origin }, storyline, news.outlet, own, context);
  const { commonness } = context.rules;
  const { developments, beyond } = facts;
  const known = { developments, beyond, deadlines: dated.facts.deadlines };
  const { speaksOf } = dated;
  const placed = placeReport({ item, origin, storyline, speaksOf, facts: known, commonness, now: context.now });
  const found = (editions: readonly Change[]): readonly Change[] => {
    const offered = offerDates(dated, learn(dated.facts, editions, context.now), context.now);
    return [matched(item, match), ...dated.changes, ...offered, placed, ...editions];
  };
  if (placed.kind === 'development.retold') return { changes: found(retellEditions(placed, own)), told: [] };
  const before = facts.developments.find(({ id }) => placed.kind === 'development.joined' && id === placed.id) ?? null;
  const development = afterwards(placed, before);
  const [report] = development.reports.slice(-1);
  const joined = report ? joinEditions(development, report, own) : [];
  const told = { before, development, score: judgement.score, follows: own.follows };
  return { changes: found(joined), told: toldByGuild(told, joined, own) };
}

/** A round-up speaks of everything: what only its body speaks of is kept with it and alerts nobody. */
function mentioned({ item, matches }: JudgedItem, { rules }: Context): readonly Change[] {
  if (item.body === '') return [];
  const told = new Set(matches.map(({ storyline }) => storyline.slug));
  const mentions = rules.matcher.mentioned(item.body, item).filter(({ storyline }) => !told.has(storyline.slug));
  return mentions.map(({ storyline: { slug }, hits }): Change => {
    const mention = { item: item.id, storyline: slug, hits };
    return { kind: 'mention.made', mention, because: `its body speaks of ${slug}` };
  });
}

/** Everything that follows from an item in the storylines of `judged`. */
export function tell(judged: JudgedItem, news: News, facts: Facts, context: Context): readonly Change[] {
  const placed = judged.matches.map((match) => placeIn(judged, match, news, facts, context));
  const made = placed.flatMap((one) => one.changes);
  const told = placed.flatMap((one) => one.told);
  const renamed = made.filter(isRetold);
  return [
    ...made,
    ...mentioned(judged, context),
    ...wantRenamed(renamed, learn(facts, renamed, context.now)),
    ...wantDevelopments(told, facts, context.now),
  ];
}
