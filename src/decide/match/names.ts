/** The names a query may use beside its own words. */
import type { Aliases } from '../../domain/storyline.ts';

export interface Names {
  readonly aliases: Aliases;
  /** What `source:` may name: outlets, owners and labels; null where they are not known and any name is taken. */
  readonly sources: ReadonlySet<string> | null;
}
