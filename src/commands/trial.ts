/** A storyline tried on what is stored, before it is switched on. */
import { words } from '../cards/words.ts';
import { pastTextOf } from '../decide/backtest/item.ts';
import { narrowed } from '../decide/backtest/narrow.ts';
import { type Report, reportOf } from '../decide/backtest/report.ts';
import { type Asked, surveyItems } from '../decide/backtest/survey.ts';
import { commonnessIn } from '../decide/match/commonness.ts';
import { type CompiledQuery, compileQuery } from '../decide/match/compile.ts';
import { joinsBy } from '../decide/match/profiled.ts';
import { setsIn } from '../decide/match/searchSets.ts';
import { namesOf } from '../decide/rules.ts';
import type { CommandPorts } from '../domain/command.ts';
import { Refusal } from '../domain/refusal.ts';
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

async function pastOf(asked: Asked, { guild }: Storyline, ports: Ports, now: Instant) {
  const { store } = ports;
  const span = { from: plus(now, -LOOKED_BACK), until: plus(now, 1) };
  const search = narrowed([asked], setsIn(ports.vocabulary().aliases));
  const news = await store.news(span, guild, search ?? undefined);
  return { texts: news.slice(-READ_AT_MOST).map(pastTextOf), extent: await store.newsExtent(span, guild) };
}

/** What it takes of the last 30 days, beside what it took `before`. Throws a Refusal for a query that cannot be read. */
export async function tried(
  storyline: Storyline,
  before: Storyline | null,
  ports: Ports,
  now: Instant,
): Promise<Report | null> {
  const asked = askedOf(storyline, before, ports);
  const { texts, extent } = await pastOf(asked, storyline, ports, now);
  const [survey] = surveyItems([asked], texts, extent);
  return survey ? reportOf(survey, commonnessIn(ports.vocabulary().background)) : null;
}
