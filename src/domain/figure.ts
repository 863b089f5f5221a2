import type { Development, Report } from './development.ts';
import type { Label } from './outlet.ts';
import type { Instant } from './time.ts';

/** What reports count of an event while it is told: these only rise. */
export const COUNTED = ['dead', 'injured', 'missing'] as const;
export type Counted = (typeof COUNTED)[number];

/** A number that a report gives for one of them. */
export interface Figure {
  readonly of: Counted;
  readonly value: number;
}

/** When a higher number was first reported, and by which report. */
export interface Rise {
  readonly value: number;
  readonly at: Instant;
  readonly report: Report;
}

/** Publishers whose numbers and wording come second while another one's are at hand. */
export const SECOND_CHOICE: ReadonlySet<Label> = new Set<Label>(['state-controlled', 'aggregator', 'unreviewed']);

function writtenAt({ published, seen }: Report): Instant {
  return published ?? seen;
}

/** The reports whose numbers count, in the order they were written: those that speak for themselves, else all. */
function countingReports({ reports }: Pick<Development, 'reports'>): readonly Report[] {
  const own = reports.filter(({ source }) => !SECOND_CHOICE.has(source.label));
  return [...(own.length > 0 ? own : reports)].sort((a, b) => (writtenAt(a) < writtenAt(b) ? -1 : 1));
}

/**
 * The highest number that outlets of a state give beyond what is counted; null where they give none, or nobody else is
 * heard.
 */
export function claimOf(development: Pick<Development, 'reports'>, of: Counted): Rise | null {
  const counted = countingReports(development);
  const claiming = development.reports.filter(
    (report) => report.source.label === 'state-controlled' && !counted.includes(report),
  );
  const claimed = risesOf({ reports: claiming }, of).at(-1) ?? null;
  const known = risesOf(development, of).at(-1)?.value ?? 0;
  return claimed && claimed.value > known ? claimed : null;
}

/** How a number rose, the last one first reported being the highest; a later lower one is an old count, told late. */
export function risesOf(development: Pick<Development, 'reports'>, of: Counted): readonly Rise[] {
  const rises: Rise[] = [];
  for (const report of countingReports(development)) {
    const value = Math.max(0, ...report.figures.filter((figure) => figure.of === of).map((figure) => figure.value));
    if (value > (rises.at(-1)?.value ?? 0)) rises.push({ value, at: writtenAt(report), report });
  }
  return rises;
}
