/** The rules as they stand: compiled once, and again when a storyline or an alias set changed. */
import { prepareRules, type RuleError, type Rules } from '../decide/rules.ts';
import type { Log, Store } from '../domain/ports.ts';
import type { Storyline } from '../domain/storyline.ts';
import type { Vocabulary } from '../domain/vocabulary.ts';

export interface Rulebook {
  /** The rules everyone judges by now. */
  current(): Rules;
  /** What queries may name by now, sets of guilds among it. */
  vocabulary(): Vocabulary;
  /**
   * Reads the storylines and alias sets of guilds and compiles what changed. What cannot be read is left out until it
   * can, and answered: one guild's mistake stops nobody else's storylines.
   */
  reload(): Promise<readonly RuleError[]>;
}

export interface RulebookOptions {
  readonly store: Pick<Store, 'catalogue'>;
  /** The catalogue's storylines, known to be readable, compiled. */
  readonly catalogue: Rules;
  /** What the catalogue's queries may name; sets of guilds are read from the store. */
  readonly vocabulary: Vocabulary;
  readonly log: Log;
}

/** A rulebook with the catalogue's rules and, where they can be read, those of guilds. */
export async function openRulebook(options: RulebookOptions): Promise<Rulebook> {
  let rules = options.catalogue;
  let vocabulary = options.vocabulary;
  const rulebook: Rulebook = {
    current: () => rules,
    vocabulary: () => vocabulary,
    async reload() {
      const { aliasSets, storylines } = await options.store.catalogue();
      const own = storylines.filter(({ guild }) => guild !== null);
      const wanted = [...options.catalogue.tracked.map(({ storyline }) => storyline), ...own];
      vocabulary = { ...options.vocabulary, aliasSets };
      const readable = prepareReadable(wanted, vocabulary, rules);
      rules = readable.rules ?? rules;
      tellErrors(readable.errors, options.log);
      return readable.errors;
    },
  };
  await rulebook.reload();
  return rulebook;
}

function prepareReadable(storylines: readonly Storyline[], vocabulary: Vocabulary, before: Rules) {
  const all = prepareRules(storylines, vocabulary, before);
  if (all.kind === 'rules') return { rules: all.rules, errors: [] };
  const broken = new Set(all.errors.map(({ storyline }) => storyline));
  const readable = storylines.filter(({ slug }) => !broken.has(slug));
  const rest = prepareRules(readable, vocabulary, before);
  return { rules: rest.kind === 'rules' ? rest.rules : null, errors: all.errors };
}

function tellErrors(errors: readonly RuleError[], log: Log): void {
  for (const { where, error } of errors) {
    log.warn({ where, at: error.at }, `${where} cannot be read and is left out: ${error.message} ${error.remedy}`);
  }
}
