/** What a backtest is asked of: storylines, and a query to compare with. */
import { existsSync, readFileSync } from 'node:fs';
import { type Config, parseStorylineFile } from '../../config.ts';
import { type CompiledQuery, compileQuery } from '../../decide/match/compile.ts';
import { sourceNames } from '../../decide/rules.ts';
import { Refusal } from '../../domain/refusal.ts';
import type { Aliases, Storyline } from '../../domain/storyline.ts';
import { checkQuery } from '../../main.ts';

export interface Chosen {
  readonly storylines: readonly Storyline[];
  readonly aliases: Aliases;
}

/** A slug of the catalogue, `all` of it, or a file with one storyline in the catalogue's own format. */
export function chooseStoryline(name: string, { catalogue }: Config): Chosen {
  const { aliases, storylines } = catalogue;
  if (name === 'all') return { storylines, aliases };
  const shipped = storylines.filter((storyline) => storyline.slug === name);
  if (shipped.length > 0) return { storylines: shipped, aliases };
  return readStoryline(name, readStorylineText(name, storylines), aliases);
}

function readStoryline(path: string, text: string, known: Aliases): Chosen {
  const { storyline, aliases } = parseStorylineFile(text, path, known, checkQuery);
  return { storylines: [storyline], aliases };
}

function readStorylineText(name: string, storylines: readonly Storyline[]): string {
  try {
    return readFileSync(name, 'utf8');
  } catch (error) {
    const slugs = storylines.map((storyline) => storyline.slug).join(', ');
    throw new Refusal(
      `--storyline ${name}: neither a storyline of the catalogue (${slugs}) nor a file that can be read`,
      { cause: error },
    );
  }
}

/** A query to compare with, and what it is called. */
export interface Against {
  readonly name: string;
  readonly query: CompiledQuery;
}

/** A slug of the catalogue, a file with a storyline, or a query as it is; it may use the aliases of what was chosen. */
export function chooseAgainst(text: string, { aliases }: Chosen, { catalogue }: Config): Against {
  const shipped = catalogue.storylines.find(({ slug }) => slug === text);
  if (shipped) return compiled(text, shipped.query, catalogue.aliases, catalogue.outlets);
  if (!existsSync(text)) return compiled('the other query', text, aliases, catalogue.outlets);
  const own = readStoryline(text, readFileSync(text, 'utf8'), catalogue.aliases);
  return compiled(text, own.storylines[0]?.query ?? '', own.aliases, catalogue.outlets);
}

function compiled(name: string, query: string, aliases: Aliases, outlets: Config['catalogue']['outlets']): Against {
  const read = compileQuery(query, aliases, sourceNames(outlets));
  if (read.kind === 'compiled') return { name, query: read.query };
  const { message, at, remedy } = read.error;
  const mark = `${query.slice(Math.max(0, at - 12), at)}>>${query.slice(at, at + 12)}`;
  throw new Refusal(
    `--against ${name}: neither a storyline of the catalogue, a file nor a query: ${message} (…${mark}…) ${remedy}`,
  );
}
