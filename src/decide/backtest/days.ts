/** Hits a day. */
import { addDays, type Day, dayIn, type Instant, UTC } from '../../domain/time.ts';
import type { Read } from './item.ts';

export interface DayCount {
  readonly day: Day;
  readonly hits: number;
}

/** Every day (UTC) from the first item to the last, days without hits too. */
export function hitsADay(hits: readonly Read[], from: Instant | null, until: Instant | null): readonly DayCount[] {
  if (from === null || until === null) return [];
  const counts = new Map<Day, number>();
  const last = dayIn(until, UTC);
  for (let day = dayIn(from, UTC); day <= last; day = addDays(day, 1)) counts.set(day, 0);
  for (const { item } of hits) {
    const day = dayIn(item.published, UTC);
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  return [...counts].map(([day, hits]) => ({ day, hits }));
}
