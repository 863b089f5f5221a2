/** What one poll does to its feed: its state, its next poll, and the pause its host asks for. */
import type { Change } from '../domain/change.ts';
import type { DueFeed } from '../domain/facts.ts';
import {
  addressOf,
  type DocumentSigns,
  type Fault,
  type FaultVerdict,
  hostOf,
  type PollState,
} from '../domain/feed.ts';
import type { Fetched } from '../domain/ports.ts';
import { type Instant, plus } from '../domain/time.ts';
import { pauseOf, waitAfterFailure, waitAfterSuccess } from './interval.ts';
import {
  faultsAfter,
  faultsIn,
  moveIn,
  newestAfter,
  remarksOn,
  type Seen,
  type Sight,
  sleep,
  verdictOf,
} from './lint.ts';
import { movedAfter } from './moved.ts';

type Failed = Extract<Fetched, { kind: 'failed' }>;
type Succeeded = Exclude<Fetched, Failed>;

/** What the rules know of a poll beside what it brought. */
export interface PollView {
  readonly sight: Sight;
  /** What is known against the feed's address; null when nothing is. */
  readonly trap: string | null;
  readonly now: Instant;
}

/** Polls whose outcome is remembered. */
const REMEMBERED = 24;
/** A feed that changed between failing and working this often among its last polls flaps. */
const FLAPS = 3;
const FLAPS_AMONG = 8;
/** Failing this often in a row is no flapping any more. */
const DOWN = 4;

function outcomeOf(fetched: Fetched): string {
  if (fetched.kind === 'failed') return 'x';
  return fetched.kind === 'items' ? '+' : '=';
}

function flaps(outcomes: string): boolean {
  const failing = [...outcomes.slice(-FLAPS_AMONG)].map((outcome) => outcome === 'x');
  return failing.filter((isFailing, index) => index > 0 && isFailing !== failing[index - 1]).length >= FLAPS;
}

const FLAPPING = 'it fails and works by turns; what it lists is taken whenever it can be read';

function sentence({ feed, state }: DueFeed, says: string): string {
  return `Feed ${feed.id} (${hostOf(addressOf(feed, state))}): ${says}.`;
}

/** When the present pause of the host ends, or its own next poll, whichever is later. */
function failedState(due: DueFeed, { verdict, reason, retryAt }: Failed, outcomes: string, now: Instant): PollState {
  const failures = due.state.failures + 1;
  const own = plus(now, waitAfterFailure(due, verdict, now));
  const nextPollAt = retryAt !== null && retryAt > own ? retryAt : own;
  const isFlapping = flaps(outcomes) && failures < DOWN;
  return {
    ...due.state,
    lastPollAt: now,
    failures,
    outcomes,
    nextPollAt,
    verdict: isFlapping ? 'flapping' : verdict,
    reason,
  };
}

function seen(verdict: FaultVerdict, says: string | null): readonly Seen[] {
  return says === null ? [] : [{ verdict, says }];
}

/** What a look at the clock and the redirects shows even where the document is the known one. */
function standing(due: DueFeed, fetched: Succeeded, now: Instant): readonly Seen[] {
  const { faults, newestAt, rhythmMinutes } = due.state;
  const kept = faults.filter(({ verdict }) => verdict === 'decoy' || verdict === 'bad_encoding');
  const asleep = sleep(newestAt, rhythmMinutes, now);
  const moved = moveIn(fetched.movedTo);
  return [...kept, ...seen('stale', asleep), ...seen('moved', moved)];
}

function seenIn(due: DueFeed, fetched: Succeeded, { sight, trap, now }: PollView): readonly Seen[] {
  if (fetched.kind !== 'items' || fetched.signs === null) return standing(due, fetched, now);
  const { signs, movedTo } = fetched;
  return faultsIn({ signs, sight, state: due.state, movedTo, trap, now });
}

function withFlapping(seen: readonly Seen[], outcomes: string): readonly Seen[] {
  return flaps(outcomes) ? [...seen, { verdict: 'flapping', says: FLAPPING }] : seen;
}

/** Readings after which a feed that is never whole is taken as it is. */
const READINGS = 3;

/** What a document that was cut off left out would be told as news the next time. */
function isBaseline({ state }: DueFeed, signs: DocumentSigns | null): boolean {
  return (
    signs === null || signs.whole || [...state.outcomes].filter((outcome) => outcome === '+').length + 1 >= READINGS
  );
}

/** What is known of the feed once its answer was read. */
function readState(due: DueFeed, fetched: Succeeded, { sight, now }: PollView): Partial<PollState> {
  const { validators } = fetched;
  if (fetched.kind === 'unchanged') return fetched.byBody ? { validators, lastBodyAt: now } : { validators };
  const { signs } = fetched;
  const baselineAt = due.state.baselineAt ?? (isBaseline(due, signs) ? now : null);
  if (signs === null) return { validators, baselineAt };
  return {
    validators,
    baselineAt,
    lastBodyAt: now,
    newestAt: newestAfter(due.state, signs, sight, now),
    rhythmMinutes: signs.rhythmMinutes ?? due.state.rhythmMinutes,
    remarks: remarksOn(signs),
  };
}

function reasonOf(due: DueFeed, [gravest]: readonly Fault[]): string | null {
  return gravest === undefined ? null : sentence(due, gravest.says);
}

function succeededState(due: DueFeed, fetched: Succeeded, outcomes: string, view: PollView): PollState {
  const { now } = view;
  const faults = faultsAfter(due.state.faults, withFlapping(seenIn(due, fetched, view), outcomes), now);
  const read = { ...due.state, ...readState(due, fetched, view) };
  const isOverrun = faults.some(({ verdict, lastAt }) => verdict === 'gap' && lastAt === now);
  const wait = waitAfterSuccess({ ...due, state: read }, fetched.ttlMinutes, isOverrun, now);
  const fresh = { lastPollAt: now, lastSuccessAt: now, failures: 0, outcomes, faults };
  return { ...read, ...fresh, verdict: verdictOf(faults), reason: reasonOf(due, faults), nextPollAt: plus(now, wait) };
}

function stateAfter(due: DueFeed, fetched: Fetched, view: PollView): PollState {
  const outcomes = (due.state.outcomes + outcomeOf(fetched)).slice(-REMEMBERED);
  const isOurs = fetched.kind === 'unchanged' || view.sight.known > 0;
  const moved = movedAfter(due, fetched, isOurs, view.now);
  const state =
    fetched.kind === 'failed'
      ? failedState(due, fetched, outcomes, view.now)
      : succeededState(due, fetched, outcomes, view);
  return { ...state, moved };
}

function judged({ feed, state: before }: DueFeed, { verdict, reason }: PollState): readonly Change[] {
  if (verdict === before.verdict) return [];
  const because = reason ?? 'it answers as it should';
  return [{ kind: 'feed.judged', feed: feed.id, was: before.verdict, verdict, reason, because }];
}

function readdressed({ feed, state: before }: DueFeed, { moved }: PollState): readonly Change[] {
  const [was, is] = [before.moved?.learnt ? before.moved.to : null, moved?.learnt ? moved.to : null];
  if (was === is) return [];
  const because = is === null ? 'the address it moved to fails' : 'it moved for good, seen again and again over days';
  return [{ kind: 'feed.moved', feed: feed.id, to: is, because }];
}

/** The pause the answer asks for, or the one its host asks of everyone. */
function held(host: string, fetched: Fetched, now: Instant): readonly Change[] {
  const asked = fetched.kind === 'failed' && fetched.verdict === 'rate_limited' ? fetched.retryAt : null;
  const pause = pauseOf(host);
  if (asked === null && pause === 0) return [];
  const until = asked ?? plus(now, pause);
  return [{ kind: 'host.held', host, until, because: asked ? 'it asked for a pause' : 'it wants few requests' }];
}

export interface DecidedPoll {
  readonly state: PollState;
  readonly changes: readonly Change[];
}

/** What one poll makes true beside its items, and the feed's state then. */
export function decidePoll(due: DueFeed, fetched: Fetched, view: PollView): DecidedPoll {
  const state = stateAfter(due, fetched, view);
  const polled: Change = { kind: 'feed.polled', state, host: hostOf(addressOf(due.feed, state)), because: 'polled' };
  const asked = hostOf(addressOf(due.feed, due.state));
  const changes = [polled, ...judged(due, state), ...readdressed(due, state), ...held(asked, fetched, view.now)];
  return { state, changes };
}
