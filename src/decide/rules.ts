/** The storylines compiled once per change of them: what the rules match with. */
import type { GuildId, StorylineSlug } from '../domain/ids.ts';
import type { StorylineJudgement } from '../domain/match.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Aliases, DeadlineTrack, Storyline } from '../domain/storyline.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';
import { type Commonness, commonnessIn } from './match/commonness.ts';
import { type CompiledQuery, compileQuery } from './match/compile.ts';
import { type ItemText, readItem } from './match/fields.ts';
import { judgeItem } from './match/judge.ts';
import type { Names } from './match/names.ts';
import { withProfiles } from './match/profiled.ts';
import type { QueryError } from './match/query.ts';
import { compileStorylines, type Matcher, type Tracked } from './match/storylines.ts';
import { type AttributionReader, attributionReader } from './origin/credit.ts';

/** The compiled queries of a deadline's issuer and target. */
export interface Parties {
  readonly issuer: CompiledQuery;
  readonly target: CompiledQuery;
}

export interface Rules {
  readonly matcher: Matcher;
  /** Every storyline with its query, in the order of the catalogue. */
  readonly tracked: readonly Tracked[];
  /** How common words are in news at large. */
  readonly commonness: Commonness;
  /** What an item says of its own origin. */
  readonly attributionOf: AttributionReader;
  /** Of storylines with a deadline track, by slug. */
  readonly parties: ReadonlyMap<string, Parties>;
}

/** A query that cannot be read: where it stands (`ceasefire-deadline`, `ceasefire-deadline, issuer`) and what is wrong. */
export interface RuleError {
  readonly storyline: StorylineSlug;
  readonly where: string;
  readonly error: QueryError;
}

export type PreparedRules =
  | { readonly kind: 'rules'; readonly rules: Rules }
  | { readonly kind: 'errors'; readonly errors: readonly RuleError[] };

/** Aliases alone. Every outlet may be named then, and one word is as rare as another. */
export function vocabularyOf(aliases: Aliases): Vocabulary {
  return { aliases, aliasSets: [], background: { items: 1_000, counts: new Map() }, sources: null, outlets: [] };
}

/** What `source:` may name: outlets, who owns them, what they are. */
export function sourceNames(outlets: readonly Outlet[]): ReadonlySet<string> {
  return new Set(outlets.flatMap(({ id, group, label }) => [id, group, label]));
}

/** The names each storyline's query may use: the catalogue's, and over them its guild's. */
export function namesOf({ aliases, aliasSets, sources }: Vocabulary): (storyline: Pick<Storyline, 'guild'>) => Names {
  const catalogue: Names = { aliases, sources };
  const guilds = new Map<GuildId, Names>();
  for (const { guild, name, names } of aliasSets) {
    guilds.set(guild, { aliases: { ...(guilds.get(guild)?.aliases ?? aliases), [name]: names }, sources });
  }
  return ({ guild }) => (guild === null ? catalogue : (guilds.get(guild) ?? catalogue));
}

type PreparedParties =
  | { readonly kind: 'parties'; readonly parties: Parties }
  | { readonly kind: 'errors'; readonly errors: readonly RuleError[] };

function prepareParties(slug: StorylineSlug, track: DeadlineTrack, { aliases, sources }: Names): PreparedParties {
  const issuer = compileQuery(track.issuer.query, aliases, sources);
  const target = compileQuery(track.target.query, aliases, sources);
  if (issuer.kind === 'compiled' && target.kind === 'compiled') {
    return { kind: 'parties', parties: { issuer: issuer.query, target: target.query } };
  }
  const errors: RuleError[] = [];
  if (issuer.kind === 'error') errors.push({ storyline: slug, where: `${slug}, issuer`, error: issuer.error });
  if (target.kind === 'error') errors.push({ storyline: slug, where: `${slug}, target`, error: target.error });
  return { kind: 'errors', errors };
}

/** Compiles every query of the storylines that is not compiled in `before`, or says all that is wrong with them. */
export function prepareRules(storylines: readonly Storyline[], vocabulary: Vocabulary, before?: Rules): PreparedRules {
  const names = namesOf(vocabulary);
  const commonness = commonnessIn(vocabulary.background);
  const compiled = compileStorylines(storylines, names, commonness, before?.tracked);
  const errors: RuleError[] = [];
  if (compiled.kind === 'error') {
    errors.push(...compiled.errors.map(({ storyline: { slug }, error }) => ({ storyline: slug, where: slug, error })));
  }
  const parties = new Map<string, Parties>();
  for (const storyline of storylines) {
    const { slug, deadline } = storyline;
    const prepared = deadline ? prepareParties(slug, deadline, names(storyline)) : null;
    if (prepared?.kind === 'errors') errors.push(...prepared.errors);
    if (prepared?.kind === 'parties') parties.set(slug, prepared.parties);
  }
  if (compiled.kind === 'error' || errors.length > 0) return { kind: 'errors', errors };
  const { tracked } = compiled;
  const matcher = withProfiles(compiled.matcher, tracked, commonness);
  const attributionOf = before?.attributionOf ?? attributionReader(vocabulary.outlets);
  return { kind: 'rules', rules: { matcher, tracked, commonness, attributionOf, parties } };
}

/** Every storyline's judgement of an item, matching or not, in the order of the catalogue. */
export function judgedByAll({ tracked, matcher }: Rules, text: ItemText): readonly StorylineJudgement[] {
  const item = readItem(text);
  const matches = new Map(matcher.match(text).map(({ storyline, judgement }) => [storyline.slug, judgement]));
  return tracked.map(({ storyline, query }) => ({
    storyline,
    judgement: matches.get(storyline.slug) ?? judgeItem(query, item),
  }));
}
