/** What follows when what stands in a guild goes on with another version. */
import type { Change } from '../domain/change.ts';
import { type Deadline, endsAt, stateAfter, type Version } from '../domain/deadline.ts';
import type { Follow } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { hurryBefore } from './interval.ts';
import { replanRungs } from './ladder.ts';
import { wantCard, wantChange } from './show.ts';

/** A date that is learnt late, or moved close, is watched at once: most moves come within days of it. */
export function watch(version: Version, now: Instant): readonly Change[] {
  if (stateAfter(version) !== 'pending') return [];
  const latest = hurryBefore(endsAt(version.window), now);
  return latest === null
    ? []
    : [{ kind: 'feeds.hurried', latest, unlessPolledSince: null, because: 'a followed deadline is near' }];
}

/** The chain with `version` as its next one; `isTold` says whether that gets an alert of its own beside the card. */
export function goOn(
  deadline: Deadline,
  version: Version,
  { follows, now }: { readonly follows: readonly Follow[]; readonly now: Instant },
  { because, isTold }: { readonly because: string; readonly isTold: boolean },
): readonly Change[] {
  const rev = deadline.rev + 1;
  const after: Deadline = { ...deadline, rev, versions: [...deadline.versions, version] };
  return [
    { kind: 'deadline.changed', id: deadline.id, rev, version, because },
    ...replanRungs(after, version, now),
    ...watch(version, now),
    ...wantCard(after, rev, follows),
    ...(isTold ? wantChange(after, version, follows) : []),
  ];
}
