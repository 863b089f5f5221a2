/** Storylines that are told again after a pause: what was missed comes in one message a place. */
import type { CatchUp, Missed } from '../domain/catchUp.ts';
import type { Change } from '../domain/change.ts';
import { currentVersion } from '../domain/deadline.ts';
import type { Docket } from '../domain/facts.ts';
import type { PlaceId } from '../domain/ids.ts';
import { type Follow, type GuildSettings, placeOf } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { untoldIn } from './announce.ts';
import { catchUpId } from './ids.ts';
import { wantCatchUp, wantProposal } from './show.ts';

/** A follow as it is from now on, and since when it was paused. */
interface Resumed {
  readonly follow: Follow;
  readonly since: Instant;
}

/** The follows that `changes` wake from a pause. */
function resumedBy(changes: readonly Change[], { follows }: Pick<Docket, 'follows'>): readonly Resumed[] {
  return changes.flatMap((change) => {
    if (change.kind !== 'follow.set' || change.follow.pausedAt !== null) return [];
    const since = follows.find(({ id }) => id === change.follow.id)?.pausedAt ?? null;
    return since === null ? [] : [{ follow: change.follow, since }];
  });
}

/** Whether anything is told again by these changes, which asks for a docket. */
export function wakes(changes: readonly Change[], follows: readonly Follow[]): boolean {
  return resumedBy(changes, { follows }).length > 0;
}

function missedOf({ follow, since }: Resumed, { standings }: Docket): readonly Missed[] {
  const own = standings.filter(({ storyline }) => storyline === follow.storyline);
  const moved = own.filter((deadline) => currentVersion(deadline).saidAt > since);
  return moved.map((deadline) => ({ deadline: deadline.id, version: currentVersion(deadline).number, rungs: [] }));
}

function toldIn(resumed: readonly [Resumed, ...Resumed[]], docket: Docket, now: Instant): readonly Change[] {
  const [{ follow }] = resumed;
  const since = resumed.reduce((first, one) => (one.since < first ? one.since : first), resumed[0].since);
  const entries = resumed.flatMap((one) => missedOf(one, docket));
  const developments = resumed.flatMap((one) => untoldIn(one.follow, docket, one.since));
  if (entries.length + developments.length === 0) return [];
  const catchUp: CatchUp = { id: catchUpId(follow, now), cause: 'paused', since, entries, developments };
  return [{ kind: 'catch_up.made', catchUp, because: 'it was paused there' }, ...wantCatchUp(catchUp, follow, false)];
}

/** Moderators are asked what they were not while nothing of it was posted. */
function askedAgain(resumed: readonly Resumed[], { proposals }: Docket, settings: GuildSettings): readonly Change[] {
  return proposals.flatMap(({ proposal }) => {
    const follows = resumed.map(({ follow }) => follow).filter(({ storyline }) => storyline === proposal.storyline);
    return proposal.state === 'open' ? wantProposal(proposal, { settings, follows }) : [];
  });
}

/** What follows from changes that end a pause: one message for each place, and the questions that wait. */
export function tellAgain(
  changes: readonly Change[],
  docket: Docket,
  settings: GuildSettings,
  now: Instant,
): readonly Change[] {
  const resumed = resumedBy(changes, docket);
  const places = new Map<PlaceId, [Resumed, ...Resumed[]]>();
  for (const one of resumed) {
    const there = places.get(placeOf(one.follow));
    if (there) there.push(one);
    else places.set(placeOf(one.follow), [one]);
  }
  return [
    ...[...places.values()].flatMap((here) => toldIn(here, docket, now)),
    ...askedAgain(resumed, docket, settings),
  ];
}
