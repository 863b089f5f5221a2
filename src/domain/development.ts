import type { Figure } from './figure.ts';
import type { DevelopmentId, ItemId, StorylineSlug } from './ids.ts';
import { DAY, type Instant } from './time.ts';

/** A development takes in reports for this long after it opened; longer, and a mega-story chains into one. */
export const DEVELOPMENT_LIFE = 2 * DAY;

import { isLaw, isStateAlone, type Origin, originsBehind } from './origin.ts';
import type { Source } from './outlet.ts';

/** Why a report belongs to its development. */
export type JoinReason =
  | { readonly rule: 'opened' }
  | { readonly rule: 'same_article'; readonly identity: string }
  | { readonly rule: 'same_title'; readonly report: ItemId }
  | { readonly rule: 'alike'; readonly score: number; readonly shared: readonly string[] };

/** One item inside a development, and those that it took the place of. */
export interface Report {
  readonly item: ItemId;
  /** Items that its outlet told it in before, under other links, the first one first. */
  readonly formerly: readonly ItemId[];
  readonly source: Source;
  readonly origin: Origin;
  readonly title: string;
  readonly lede: string;
  readonly link: string | null;
  readonly published: Instant | null;
  readonly seen: Instant;
  /** What it counts of the event: at most one number of each kind. */
  readonly figures: readonly Figure[];
  readonly joined: JoinReason;
}

/** One event inside a storyline: its reports in the order they were seen. One development is one message, edited. */
export interface Development {
  readonly id: DevelopmentId;
  readonly storyline: StorylineSlug;
  /** Grows by one with every change. */
  readonly rev: number;
  /** The one it follows up: what it reads like most, had a date, a number or a turn of events not set it apart. */
  readonly follows: DevelopmentId | null;
  readonly openedAt: Instant;
  readonly lastAt: Instant;
  readonly reports: readonly Report[];
}

/** All items that a report is or was told in. */
export function itemsOf({ item, formerly }: Pick<Report, 'item' | 'formerly'>): readonly ItemId[] {
  return [...formerly, item];
}

/** A development one of whose reports, told in item `was` until now, reads differently. */
export function withRetold<Told extends Omit<Development, 'id'>>(
  development: Told,
  { rev, was, report }: { readonly rev: number; readonly was: ItemId; readonly report: Report },
): Told {
  return { ...development, rev, reports: development.reports.map((one) => (one.item === was ? report : one)) };
}

/** A development that took in a report. */
export function withReport<Told extends Omit<Development, 'id'>>(
  development: Told,
  { rev, report }: { readonly rev: number; readonly report: Report },
): Told {
  return { ...development, rev, lastAt: report.seen, reports: [...development.reports, report] };
}

/** A development, or a guild's edition of it. */
type Reported = Pick<Development, 'reports'>;

/** Whether enough stands behind a development for those who ask for `origins` of them; the law alone is enough. */
export function isConfirmed({ reports }: Reported, origins: number): boolean {
  return isLaw(reports) || originsBehind(reports).count >= origins;
}

/** Whether a development may ping those who ask for `origins`: states that report it alone never do. */
export function mayCall(development: Reported, origins: number): boolean {
  return isConfirmed(development, origins) && !isStateAlone(originsBehind(development.reports));
}
