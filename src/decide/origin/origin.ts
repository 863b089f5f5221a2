/** Where a report comes from: what its words say of it, and whose words they are. */
import type { Development, Report } from '../../domain/development.ts';
import type { Item } from '../../domain/item.ts';
import { type Attribution, type Copy, isCopy, namedBy, type Origin, speakerOf } from '../../domain/origin.ts';
import type { Label } from '../../domain/outlet.ts';
import { copyOf } from './copies.ts';

/** A state's own text is nobody's copy: others copy it. */
const ORIGINALS: ReadonlySet<Label> = new Set<Label>(['official', 'official-legal']);

type Judged = Pick<Item, 'title' | 'lede' | 'source'>;

/** Nobody who is heard is made the copy of somebody who is not: an unreviewed page may have had the words first. */
function mayBeCopied(report: Report, item: Judged, attribution: Attribution): boolean {
  return speakerOf(report) !== null || speakerOf({ source: item.source, origin: attribution }) === null;
}

function copied(report: Report, kind: Copy['kind'], names: Copy['names']): Copy {
  const { item, source, origin } = report;
  if (isCopy(origin)) return { ...origin, kind, names };
  return { kind, of: item, from: source, attribution: origin, names };
}

/** The origin of an item, given the reports before it; of several that it copies, the first counts. */
export function originAmong(item: Judged, attribution: Attribution, earlier: readonly Report[]): Origin {
  if (ORIGINALS.has(item.source.label)) return attribution;
  for (const report of earlier) {
    if (!mayBeCopied(report, item, attribution)) continue;
    const kind = copyOf(item, report);
    if (kind) return copied(report, kind, namedBy(item.source, attribution));
  }
  return attribution;
}

/** The same among the reports of developments, in the order they were opened. */
export function originIn(item: Judged, attribution: Attribution, developments: readonly Development[]): Origin {
  const earlier = developments.flatMap(({ reports }) => reports);
  return originAmong(item, attribution, earlier);
}

/** What new words make of a report's origin. Words that name nobody take no credit back. */
export function reconsidered(
  report: Report,
  item: Judged,
  attribution: Attribution,
  earlier: readonly Report[],
): Origin {
  const fresh = originAmong(item, attribution, earlier);
  return fresh.kind === 'own' ? report.origin : fresh;
}
