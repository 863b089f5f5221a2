/** Cards of what was told with the old words of a report. */
import type { Change, ChangeOf } from '../domain/change.ts';
import type { Telling } from '../domain/edition.ts';
import type { Facts } from '../domain/facts.ts';
import { wantRetold } from './announce.ts';
import { followsOf, isTold } from './editions.ts';

/** A report reads differently, where it is told. */
export type Retold = ChangeOf<'development.retold' | 'edition.retold'>;

export function isRetold(change: Change): change is Retold {
  return change.kind === 'development.retold' || change.kind === 'edition.retold';
}

/** Edits what shows the retold reports; `after` are the facts once they are. */
export function wantRenamed(renamed: readonly Change[], after: Facts): readonly Change[] {
  const ids = new Set<string>(renamed.filter(isRetold).map(({ id }) => id));
  if (ids.size === 0) return [];
  const tellings: readonly Telling[] = [...after.developments, ...after.editions];
  return tellings
    .filter((telling) => ids.has(telling.id) && isTold(telling))
    .flatMap((telling) => wantRetold(telling, { ...after, follows: followsOf(telling, after) }));
}
