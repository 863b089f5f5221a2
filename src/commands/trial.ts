/** A storyline tried on what is stored, before it is switched on. */
import { words } from '../cards/words.ts';
import { pastTextOf } from '../decide/backtest/item.ts';
import { narrowed } from '../decide/backtest/narrow.ts';
import { type Brief, briefOf } from '../decide/backtest/report.ts';
import { type Asked, openSurvey, type Survey } from '../decide/backtest/survey.ts';
import { commonnessIn } from '../decide/match/commonness.ts';
import { type CompiledQuery, compileQuery } from '../decide/match/compile.ts';
import { joinsBy } from '../decide/match/profiled.ts';
import { setsIn } from '../decide/match/searchSets.ts';
import { namesOf } from '../decide/rules.ts';
import type { CommandPorts } from '../domain/command.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Span, StoredItem } from '../domain/search.ts';
import type { Storyline } from '../domain/storyline.ts';
import { DAY, type Instant, plus } from '../domain/time.ts';

/** What a moderator remembers, and can judge. */
const LOOKED_BACK = 30 * DAY;
/** Few enough to be read while others wait for their answers. */
const READ_AT_MOST = 10_000;

type Ports = Pick<CommandPorts, 'store' | 'vocabulary'>;

/** The query as it would be judged by. Throws a Refusal that says what is wrong with it. */
export function compiledFor(storyline: Storyline, { vocabulary }: Pick<CommandPorts, 'vocabulary'>): CompiledQuery {
  const { aliases, sources } = namesOf(vocabulary())(storyline);
  const compiled = compileQuery(storyline.query, aliases, sources);
  if (compiled.kind === 'compiled') return compiled.query;
  throw new Refusal(words.own.unreadable(compiled.error.message, compiled.error.remedy));
}

function askedOf(storyline: Storyline, before: Storyline | null, ports: Ports): Asked {
  const query = compiledFor(storyline, ports);
  const { profile } = storyline;
  return {
    query,
    other: before && compiledFor(before, ports),
    label: storyline.slug,
    joins: profile && joinsBy({ query, profile }, commonnessIn(ports.vocabulary().background)),
  };
}

/** The newest of the last days, in order of time; read a day at a time. */
async function newsOf(asked: Asked, span: Span, ports: Ports, owner: Storyline['guild']) {
  const { store } = ports;
  const search = narrowed([asked], setsIn(ports.vocabulary().aliases));
  const days: (readonly StoredItem[])[] = [];
  let read = 0;
  for (let until = span.until; until > span.from && read < READ_AT_MOST; until = plus(until, -DAY)) {
    const from = plus(until, -DAY);
    const day = await store.news({ from: from < span.from ? span.from : from, until }, owner, search ?? undefined);
    days.unshift(day);
    read += day.length;
    await breath();
  }
  return days.flat().slice(-READ_AT_MOST);
}

/** So few at once that whoever asks meanwhile is answered in time. */
const AT_ONCE = 25;

function breath(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

async function surveyed(asked: Asked, span: Span, ports: Ports, owner: Storyline['guild']): Promise<Survey | null> {
  const growing = openSurvey([asked], new Set());
  for (const [index, item] of (await newsOf(asked, span, ports, owner)).entries()) {
    growing.take(pastTextOf(item));
    if (index % AT_ONCE === 0) await breath();
  }
  return growing.surveys(await ports.store.newsExtent(span, owner))[0] ?? null;
}

/** A trial: its figures, and when each report came that it takes. */
export interface Tried {
  readonly figures: Brief;
  readonly span: Span;
  readonly hits: readonly Instant[];
  readonly otherHits: readonly Instant[];
}

function timesOf(reads: Survey['hits']): readonly Instant[] {
  return reads.map(({ item }) => item.published);
}

/** What it takes of the last 30 days, beside what it took `before`. Throws a Refusal for a query that cannot be read. */
export async function tried(
  storyline: Storyline,
  before: Storyline | null,
  ports: Ports,
  now: Instant,
): Promise<Tried | null> {
  const asked = askedOf(storyline, before, ports);
  const span = { from: plus(now, -LOOKED_BACK), until: plus(now, 1) };
  const survey = await surveyed(asked, span, ports, storyline.guild);
  if (survey === null) return null;
  await breath();
  const figures = briefOf(survey, commonnessIn(ports.vocabulary().background));
  await breath();
  return { figures, span, hits: timesOf(survey.hits), otherHits: timesOf(survey.otherHits) };
}
