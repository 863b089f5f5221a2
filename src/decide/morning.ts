/** Quiet hours that are over: what was kept back comes in one message a place, dates that moved first. */
import type { CatchUp, Missed } from '../domain/catchUp.ts';
import type { Change } from '../domain/change.ts';
import { RUNG_NAMES } from '../domain/deadline.ts';
import type { Kept } from '../domain/facts.ts';
import { id, type PlaceId } from '../domain/ids.ts';
import type { SubjectRef } from '../domain/message.ts';
import { heldUntil } from '../domain/quiet.ts';
import type { Instant } from '../domain/time.ts';
import { catchUpId } from './ids.ts';
import { wantCatchUp } from './show.ts';

const because = 'the quiet hours of its place are over';

/** A message of its own tells as much as one for a single thing. */
const FEWEST = 2;

function isDated({ subject }: Kept): boolean {
  return subject.kind === 'change' || subject.kind === 'rung';
}

function isDevelopment({ subject }: Kept): boolean {
  return subject.kind === 'development' || subject.kind === 'edition';
}

/** What of a deadline was kept: its newest version, and the reminders. */
function missedOf(deadline: string, kept: readonly Kept[]): Missed {
  const own = kept.map(({ subject }) => subject).filter(({ id }) => id === deadline);
  const versions = own.flatMap((subject) => ('version' in subject ? subject.version : []));
  const names = own.flatMap((subject) => (subject.kind === 'rung' ? subject.rung : []));
  const rungs = RUNG_NAMES.filter((name) => names.includes(name));
  return { deadline: id(deadline), version: Math.max(...versions), rungs };
}

/** Deadlines that moved before those that only came nearer, each by when the first of it was wanted. */
function entriesOf(kept: readonly Kept[]): readonly Missed[] {
  const dated = kept.filter(isDated);
  const moved = dated.filter(({ subject }) => subject.kind === 'change');
  const deadlines = new Set([...moved, ...dated].map(({ subject }) => subject.id));
  return [...deadlines].map((deadline) => missedOf(deadline, dated));
}

/** As far as its urgency goes. */
function urgencyOf(subject: SubjectRef): Parameters<typeof heldUntil>[1] {
  if (subject.kind === 'rung') return { kind: 'rung', rung: { name: subject.rung } };
  return { kind: subject.kind === 'edition' ? 'development' : subject.kind };
}

/** Whether its place still wants to be left in peace, or is told nothing: it comes by itself when it may. */
function mayBeTold({ subject, follow, wasTried }: Kept, now: Instant): boolean {
  const isHeld = heldUntil(follow.quiet, urgencyOf(subject), now) !== null;
  return !wasTried && !isHeld && follow.pausedAt === null;
}

/** A call to a card that is told here needs no message of its own. */
function callsTo(told: readonly Kept[], kept: readonly Kept[]): readonly Kept[] {
  const cards = new Set(told.filter(isDevelopment).map(({ subject }) => subject.id));
  return kept.filter(({ subject, wasTried }) => subject.kind === 'corroboration' && !wasTried && cards.has(subject.id));
}

function toldIn(kept: readonly Kept[], now: Instant): readonly Change[] {
  const [first] = kept;
  const told = kept.filter((one) => mayBeTold(one, now) && (isDated(one) || isDevelopment(one)));
  if (first === undefined || told.length < FEWEST) return [];
  const folded = [...told, ...callsTo(told, kept)];
  const { follow, since } = first;
  const developments = told.filter(isDevelopment).map(({ subject }) => subject.id);
  const catchUp: CatchUp = {
    id: catchUpId(follow, now),
    cause: 'quiet',
    since,
    entries: entriesOf(told),
    developments,
  };
  return [
    { kind: 'catch_up.made', catchUp, because },
    ...wantCatchUp(
      catchUp,
      follow,
      folded.some(({ ping }) => ping),
    ),
    ...folded.map(
      ({ key }): Change => ({ kind: 'message.folded', key, because: 'one message tells all of the night' }),
    ),
  ];
}

/** What is told of what was kept back until now, the oldest first; the rest of it comes by itself. */
export function decideMorning(kept: readonly Kept[], now: Instant): readonly Change[] {
  const places = new Map<PlaceId, Kept[]>();
  for (const one of kept) places.set(one.place, [...(places.get(one.place) ?? []), one]);
  const told = [...places.values()].flatMap((here) => toldIn(here, now));
  const folded = new Set(told.flatMap((change) => (change.kind === 'message.folded' ? change.key : [])));
  const left = kept.filter(({ key }) => !folded.has(key));
  return [...told, ...left.map(({ key }): Change => ({ kind: 'message.released', key, because }))];
}
