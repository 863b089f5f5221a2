/** The shipped storylines and alias sets, asked directly. */
import { loadConfig } from '../../src/config.ts';
import { compileQuery } from '../../src/decide/match/compile.ts';
import { judge } from '../../src/decide/match/judge.ts';
import type { Instant } from '../../src/domain/time.ts';
import { checkQuery, openRules, vocabularyIn } from '../../src/main.ts';

const config = loadConfig({ env: {}, checkQuery });
export const { catalogue: shipped, ladder: shippedLadder } = config;

const { matcher } = openRules(shipped.storylines, vocabularyIn(config));

/** The storylines an item belongs to, by name; of a day only where it says when it was published. */
export function storylinesOf(title: string, lede = '', published: Instant | null = null): readonly string[] {
  return matcher
    .match({ title, lede, published })
    .map(({ storyline }) => String(storyline.slug))
    .sort();
}

/** Whether a query that may use the shipped sets finds a title. */
export function isFound(query: string, title: string): boolean {
  const compiled = compileQuery(query, shipped.aliases);
  if (compiled.kind === 'error') throw new Error(compiled.error.message);
  return judge(compiled.query, { title, lede: '' }).matched;
}
