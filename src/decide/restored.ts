/** What a desk before told its channels, of which this one, restored from a backup of it, knows nothing. */
import type { Change } from '../domain/change.ts';
import type { Item } from '../domain/item.ts';
import type { SubjectRef } from '../domain/message.ts';
import type { News } from './context.ts';

/** What has no date stood in the feed before, as far as anybody can tell. */
export function wasTold({ published }: Item, { toldUntil }: News): boolean {
  return toldUntil !== null && (published === null || published <= toldUntil);
}

/** Cards that are kept up to date and answered: without them the channel would show what no longer holds. */
const LIVE: ReadonlySet<SubjectRef['kind']> = new Set(['deadline', 'proposal']);

function quiet(change: Change): readonly Change[] {
  if (change.kind === 'digest.opened' || change.kind === 'digest.set') return [];
  if (change.kind !== 'message.wanted') return [change];
  return LIVE.has(change.subject.kind) ? [{ ...change, ping: false }] : [];
}

/** The same made true, without telling it again. */
export function quietly(changes: readonly Change[]): readonly Change[] {
  return changes.flatMap(quiet);
}
