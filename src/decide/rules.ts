/** The storylines compiled once per change of the catalogue: what the rules match with. */
import type { Aliases, DeadlineTrack, Storyline } from '../domain/storyline.ts';
import { type CompiledQuery, compileQuery } from './match/compile.ts';
import type { QueryError } from './match/query.ts';
import { compileStorylines, type Matcher } from './match/storylines.ts';

/** The compiled queries of a deadline's issuer and target. */
export interface Parties {
  readonly issuer: CompiledQuery;
  readonly target: CompiledQuery;
}

export interface Rules {
  readonly matcher: Matcher;
  /** Of storylines with a deadline track, by slug. */
  readonly parties: ReadonlyMap<string, Parties>;
}

/** A query that cannot be read: where it stands (`ceasefire-deadline`, `ceasefire-deadline, issuer`) and what is wrong. */
export interface RuleError {
  readonly where: string;
  readonly error: QueryError;
}

export type PreparedRules =
  | { readonly kind: 'rules'; readonly rules: Rules }
  | { readonly kind: 'errors'; readonly errors: readonly RuleError[] };

type PreparedParties =
  | { readonly kind: 'parties'; readonly parties: Parties }
  | { readonly kind: 'errors'; readonly errors: readonly RuleError[] };

function prepareParties(slug: string, track: DeadlineTrack, aliases: Aliases): PreparedParties {
  const issuer = compileQuery(track.issuer.query, aliases);
  const target = compileQuery(track.target.query, aliases);
  if (issuer.kind === 'compiled' && target.kind === 'compiled') {
    return { kind: 'parties', parties: { issuer: issuer.query, target: target.query } };
  }
  const errors: RuleError[] = [];
  if (issuer.kind === 'error') errors.push({ where: `${slug}, issuer`, error: issuer.error });
  if (target.kind === 'error') errors.push({ where: `${slug}, target`, error: target.error });
  return { kind: 'errors', errors };
}

/** Compiles every query of the storylines, or says all that is wrong with them. */
export function prepareRules(storylines: readonly Storyline[], aliases: Aliases): PreparedRules {
  const compiled = compileStorylines(storylines, aliases);
  const errors: RuleError[] = [];
  if (compiled.kind === 'error') {
    errors.push(...compiled.errors.map(({ storyline, error }) => ({ where: storyline.slug, error })));
  }
  const parties = new Map<string, Parties>();
  for (const { slug, deadline } of storylines) {
    const prepared = deadline ? prepareParties(slug, deadline, aliases) : null;
    if (prepared?.kind === 'errors') errors.push(...prepared.errors);
    if (prepared?.kind === 'parties') parties.set(slug, prepared.parties);
  }
  if (compiled.kind === 'error' || errors.length > 0) return { kind: 'errors', errors };
  return { kind: 'rules', rules: { matcher: compiled.matcher, parties } };
}
