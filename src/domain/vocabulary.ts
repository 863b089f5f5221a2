/** What queries may name, and what tells rare words from common ones. */
import type { Background } from './background.ts';
import type { Outlet } from './outlet.ts';
import type { Aliases, AliasSet } from './storyline.ts';

export interface Vocabulary {
  readonly aliases: Aliases;
  /** Sets of guilds, for their own storylines. */
  readonly aliasSets: readonly AliasSet[];
  readonly background: Background;
  /** What `source:` may name; null where any name is taken. */
  readonly sources: ReadonlySet<string> | null;
  /** Whom items may credit and quote. */
  readonly outlets: readonly Outlet[];
}
