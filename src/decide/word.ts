/**
 * What moderators say of dates on their own account: they set, move and end them. Reports that say otherwise are proposed
 * to them afterwards, and overrule them in nothing.
 */
import type { Change } from '../domain/change.ts';
import {
  currentVersion,
  type Deadline,
  endsAt,
  isDateless,
  KILLED,
  RESTORED,
  standingId,
  stateAfter,
  type Version,
  type Window,
  type Word,
} from '../domain/deadline.ts';
import type { Facts } from '../domain/facts.ts';
import type { StorylineSlug } from '../domain/ids.ts';
import type { Follow } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { same } from './catalogue.ts';
import { goOn, watch } from './chain.ts';
import { meansSame, moveBetween } from './deadline/windows.ts';
import { ownDeadlineId } from './ids.ts';
import { planRungs } from './ladder.ts';
import type { Bench } from './rulings.ts';
import { wantCard } from './show.ts';
import { type Place, placesOf, turned } from './standing.ts';

/** What moderators may say became of a deadline. */
export const OUTCOMES = ['met', 'unmet', 'lifted', 'passed_unknown'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Why their word changes nothing: it stands already, it is over, its date is still ahead, it was changed since. */
export type WordProblem = 'stands' | 'over' | 'same' | 'ahead' | 'changed_since';

export type Said =
  | { readonly kind: 'said'; readonly deadline: Deadline['id']; readonly changes: readonly Change[] }
  | { readonly kind: 'problem'; readonly problem: WordProblem };

const BECAUSE = "the guild's moderators say so";

const problem = (problem: WordProblem): Said => ({ kind: 'problem', problem });

/** A date as they type it, with what is odd about it. */
export interface TypedDate {
  readonly window: Window;
  readonly flags: readonly string[];
  readonly word: Word;
}

export interface NewDate extends TypedDate {
  readonly storyline: StorylineSlug;
  readonly issuer: string;
  readonly target: string;
}

/** What the guild follows, and what its chains come from. */
type Known = Pick<Facts, 'deadlines' | 'follows' | 'guilds' | 'standings' | 'proposals' | 'unheard'>;

function placeOf(standing: Deadline, known: Known): Place | null {
  const places = known.deadlines.flatMap((read) => placesOf(read, known));
  return places.find((place) => place.standing?.id === standing.id) ?? null;
}

function followsIn({ follows }: Known, { guild }: Pick<Bench, 'guild'>, storyline: StorylineSlug): readonly Follow[] {
  return follows.filter((follow) => follow.guild === guild && follow.storyline === storyline);
}

/** A date that nobody reported yet: it stands at once. */
export function setDate(date: NewDate, known: Known, bench: Bench): Said {
  const { guild, member, now } = bench;
  const { storyline, issuer, target, window, flags, word } = date;
  const own = known.standings.filter((one) => one.standing?.guild === guild && one.storyline === storyline);
  const isThere = (one: Deadline) => one.target === target && meansSame(currentVersion(one).window, window);
  if (own.some((one) => isThere(one) && stateAfter(currentVersion(one)) === 'pending')) return problem('stands');
  const first: Version = {
    ...{ number: 1, change: 'set', window, saidAt: now, bindingness: 'reported', confidence: 1, tier: 'A' },
    ...{ count: null, flags, condition: null, consequence: null, evidence: null, word },
    admission: { of: 0, by: 'moderators' },
  };
  const id = standingId(ownDeadlineId(storyline, guild, member, now), guild);
  const standing = { guild, of: null };
  const deadline: Deadline = {
    ...{ id, storyline, rev: 1, issuer, target },
    ...{ versions: [first], confirmations: [], standing },
  };
  const changes: readonly Change[] = [
    { kind: 'deadline.set', deadline, because: BECAUSE },
    ...planRungs(deadline, first, now),
    ...watch(first, now),
    ...wantCard(deadline, 1, followsIn(known, bench, storyline)),
  ];
  return { kind: 'said', deadline: id, changes };
}

/** The chain goes on with their word; what was read before it and still waits has been overtaken. */
function said(
  standing: Deadline,
  version: Pick<Version, 'change' | 'window' | 'flags' | 'word'>,
  known: Known,
  bench: Bench,
): Said {
  const { now } = bench;
  const current = currentVersion(standing);
  const place = placeOf(standing, known);
  const of = place === null ? 0 : currentVersion(place.read).number;
  const admission = { of, by: 'moderators' } as const;
  const plain = { saidAt: now, count: null, confidence: 1, tier: 'A', evidence: null, admission } as const;
  const next: Version = { ...current, ...plain, ...version, number: current.number + 1 };
  const follows = followsIn(known, bench, standing.storyline);
  const waiting = place?.proposals ?? [];
  const changes = [
    ...goOn(standing, next, { follows, now }, { because: BECAUSE, isTold: true }),
    ...waiting.flatMap((one) => (place === null ? [] : turned(one, 'overtaken', place, BECAUSE, bench.member))),
  ];
  return { kind: 'said', deadline: standing.id, changes };
}

/** Another date for what has one. */
export function moveDate(standing: Deadline, { window, flags, word }: TypedDate, known: Known, bench: Bench): Said {
  const current = currentVersion(standing);
  if (stateAfter(current) === 'over') return problem('over');
  const before = current.window;
  const isSame =
    [before.earliest, before.latest, before.instant].join() === [window.earliest, window.latest, window.instant].join();
  if (isSame) return problem('same');
  return said(standing, { change: moveBetween(before, window), window, flags, word }, known, bench);
}

/** Of these it is true only once the date went by. */
const AFTERWARDS: ReadonlySet<Outcome> = new Set<Outcome>(['unmet', 'passed_unknown']);

/** What became of it. */
export function endDate(standing: Deadline, outcome: Outcome, word: Word, known: Known, bench: Bench): Said {
  const current = currentVersion(standing);
  if (current.change === outcome && current.word !== null) return problem('same');
  if (AFTERWARDS.has(outcome) && endsAt(current.window) > bench.now) return problem('ahead');
  return said(standing, { change: outcome, window: current.window, flags: [], word }, known, bench);
}

/** What stood before it, let stand again; what nothing stood before is withdrawn. */
function versionBefore({ versions }: Deadline, { number: said }: Version, last: Version, now: Instant): Version {
  const number = last.number + 1;
  const before = versions.find((version) => version.number === said - 1);
  if (!before) return { ...last, number, change: 'withdrawn', flags: [KILLED], saidAt: now, word: null };
  const flags = [...before.flags.filter((flag) => flag !== RESTORED), RESTORED];
  const change = isDateless(before.change) ? before.change : 'corrected';
  return { ...before, number, change, flags, saidAt: now };
}

/** Whether `version` holds, as it was said or let stand again by another act taken back. */
function holds(version: Version, last: Version): boolean {
  if (version.number === last.number) return true;
  return last.flags.includes(RESTORED) && same(last.window, version.window) && same(last.word, version.word);
}

/** Takes back what they said with version `number`. */
export function takeBack(standing: Deadline, number: number, known: Known, bench: Bench): Said {
  const last = currentVersion(standing);
  const own = standing.versions.find((version) => version.number === number);
  if (!own || !holds(own, last)) return problem('changed_since');
  const follows = followsIn(known, bench, standing.storyline);
  const next = versionBefore(standing, own, last, bench.now);
  const because = "the guild's moderators took it back";
  const changes = goOn(standing, next, { follows, now: bench.now }, { because, isTold: true });
  return { kind: 'said', deadline: standing.id, changes };
}
