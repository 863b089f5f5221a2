import type { Deadline, Version } from './deadline.ts';
import type { RulingKind } from './edition.ts';
import type { Feed } from './feed.ts';
import type { RulingId } from './ids.ts';
import type { StuckAnswer } from './message.ts';
import type { ProposalState } from './proposal.ts';
import type { Follow, GuildSettings, Storyline } from './storyline.ts';
import type { Instant } from './time.ts';

/** One thing that a moderator changed; `before` null where nothing stood before. */
export type AuditedChange =
  | { readonly kind: 'follow'; readonly before: Follow | null; readonly after: Follow }
  | { readonly kind: 'guild'; readonly before: GuildSettings | null; readonly after: GuildSettings }
  /** A guild's own; `after` null for one that was removed. */
  | { readonly kind: 'storyline'; readonly before: Storyline | null; readonly after: Storyline | null }
  /** A guild's own; `after` null for one that was removed. */
  | { readonly kind: 'feed'; readonly before: Feed | null; readonly after: Feed | null }
  | { readonly kind: 'ruling'; readonly ruling: RulingId; readonly what: RulingKind; readonly reason: string | null }
  | { readonly kind: 'message'; readonly answer: StuckAnswer }
  | { readonly kind: 'proposal'; readonly state: ProposalState }
  | {
      readonly kind: 'deadline';
      readonly deadline: Pick<Deadline, 'id' | 'target' | 'issuer'>;
      readonly before: AuditedVersion | null;
      readonly after: AuditedVersion;
    };

/** A version as people are told of it. */
export type AuditedVersion = Pick<Version, 'number' | 'change' | 'window' | 'word'>;

/** What a member did in a guild at once, as the journal keeps it. */
export interface AuditedAct {
  readonly id: string;
  readonly at: Instant;
  readonly member: string;
  readonly changes: readonly AuditedChange[];
  /** The act, or the ruling, that it took back; null for one of its own. */
  readonly takesBack: string | null;
  /** Whether a later act took it back. */
  readonly isUndone: boolean;
}
