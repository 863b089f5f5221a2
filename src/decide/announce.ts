/** Developments made visible: as far as the gate of each follow lets them, once a channel, and as moderators want it. */
import type { Change } from '../domain/change.ts';
import { isConfirmed, mayCall } from '../domain/development.ts';
import type { Digest } from '../domain/digest.ts';
import { type Edition, isEdition, type Ruling, type Telling } from '../domain/edition.ts';
import type { Docket, Facts } from '../domain/facts.ts';
import type { MessageKey, PlaceId } from '../domain/ids.ts';
import { type Message, PRIORITIES, type SubjectRef } from '../domain/message.ts';
import { originsBehind } from '../domain/origin.ts';
import { type Follow, heardOf, placeOf } from '../domain/storyline.ts';
import { HOUR, type Instant, plus } from '../domain/time.ts';
import { digestId, messageKey } from './ids.ts';
import { type Wanted, want } from './show.ts';

/** What a channel already got: an hour of it counts for its caps. */
export type Board = Pick<Facts, 'messages' | 'digests'>;

/** The span of a cap, and for how long a digest takes in more. */
export const LATELY = HOUR;

/** A development that took in a report just now. */
export interface Told {
  /** Without the report; null when it opened with it. */
  readonly before: Telling | null;
  readonly development: Telling;
  readonly score: number;
  readonly follows: readonly Follow[];
}

interface Place {
  readonly told: Told;
  readonly follow: Follow;
}

/** An edition takes over the card of the development that it continues. */
function tellingKey(telling: Telling, follow: Follow): MessageKey {
  return messageKey({ kind: 'development', id: cardOf(telling) }, follow);
}

function isShown({ told, follow }: Place, messages: readonly Message[]): boolean {
  const key = tellingKey(told.development, follow);
  return messages.some((message) => message.key === key);
}

/** Under whose id its card and its entry in a digest stand. */
function cardOf(telling: Telling): string {
  return isEdition(telling) ? (telling.continues ?? telling.id) : telling.id;
}

/** A paused storyline must not keep what another one of its channel tells from being told. */
function isAwake({ follow }: Place): boolean {
  return follow.pausedAt === null;
}

/** A telling without what its follow does not hear. */
function heard({ reports }: Telling, follow: Follow): Pick<Telling, 'reports'> {
  return { reports: heardOf(reports, follow) };
}

function mayOpen({ told: { development }, follow }: Place): boolean {
  const { reports } = heard(development, follow);
  const isMuted = reports.length === 0 && development.reports.length > 0;
  return !isMuted && (follow.gate.unconfirmed === 'show' || isConfirmed({ reports }, follow.gate.post));
}

function mayPing(telling: Telling, follow: Follow): boolean {
  return mayCall(heard(telling, follow), follow.gate.ping);
}

function calls({ told: { development }, follow }: Place): boolean {
  return mayPing(development, follow);
}

/** Whether the report made it call. */
function beganToCall(place: Place): boolean {
  const { told, follow } = place;
  return told.before !== null && !mayPing(told.before, follow) && calls(place);
}

/** The development's card as it now is. */
function wantDevelopment(telling: Telling, follow: Follow, ping: boolean): Wanted {
  const { id, rev } = telling;
  const manner = { rev, priority: PRIORITIES.development, because: 'its card shows every report', ping };
  const subject: SubjectRef = { kind: isEdition(telling) ? 'edition' : 'development', id };
  return { ...want(subject, follow, manner), key: tellingKey(telling, follow) };
}

/** Edits notify nobody: who asked to be called is called by an answer to the card, once. */
function wantCorroboration({ told, follow }: Place): Wanted {
  const because = `${originsBehind(heard(told.development, follow).reports).count} independent origins report it`;
  const { id } = told.development;
  const answers = tellingKey(told.development, follow);
  const manner = { rev: 1, priority: PRIORITIES.development, because, ping: true, answers };
  const key = messageKey({ kind: 'corroboration', id: cardOf(told.development) }, follow);
  return { ...want({ kind: 'corroboration', id }, follow, manner), key };
}

const CAPPED: ReadonlySet<SubjectRef['kind']> = new Set<SubjectRef['kind']>(['development', 'edition']);

/** What a place got within the hour: messages of developments, and pings of any kind. */
function spentIn(follow: Follow, { messages }: Board, now: Instant) {
  const place = placeOf(follow);
  const lately = messages.filter((message) => message.place === place && message.madeAt > plus(now, -LATELY));
  return {
    posts: lately.filter(({ subject }) => CAPPED.has(subject.kind)).length,
    pings: lately.filter(({ ping }) => ping).length,
  };
}

function wantDigest(digest: Digest, follow: Follow): Wanted {
  const manner = { rev: digest.rev, priority: PRIORITIES.digest, because: 'the channel had enough messages' };
  return want({ kind: 'digest', id: digest.id }, { ...follow, id: digest.follow }, manner);
}

/** What is told of a development in a digest, once more where it stands in one already. */
function tellInDigest({ told, follow }: Place, board: Board, now: Instant): readonly Change[] {
  const place = placeOf(follow);
  const card = cardOf(told.development);
  const own = board.digests.filter((digest) => digest.place === place);
  const open =
    own.find(({ entries }) => entries.includes(card)) ?? own.find(({ openedAt }) => openedAt > plus(now, -LATELY));
  const because = 'its channel had as many messages as it wants';
  if (!open) {
    const digest = { id: digestId(place, now), place, follow: follow.id, rev: 1, openedAt: now, entries: [card] };
    return [{ kind: 'digest.opened', digest, because }, wantDigest(digest, follow)];
  }
  const entries = open.entries.includes(card) ? open.entries : [...open.entries, card];
  const digest = { ...open, rev: open.rev + 1, entries };
  return [{ kind: 'digest.set', digest, because }, wantDigest(digest, follow)];
}

/**
 * What came after `since` and has no place in the follow's channel although its gate lets it in, the oldest first, as a
 * digest names it.
 */
export function untoldIn(
  follow: Follow,
  { tellings, messages, digests }: Pick<Docket, 'tellings' | 'messages' | 'digests'>,
  since: Instant,
): readonly string[] {
  const own = tellings.filter(({ storyline, lastAt }) => storyline === follow.storyline && lastAt > since);
  const told = own.filter((telling) => !isEdition(telling) || telling.stand.kind === 'told');
  const places = told.map((development): Place => {
    return { told: { before: null, development, score: 1, follows: [follow] }, follow };
  });
  const untold = places.filter((place) => !isShown(place, messages) && !isInDigest(place, { messages, digests }));
  return untold
    .filter(mayOpen)
    .map((place) => cardOf(place.told.development))
    .reverse();
}

/** A call, where the channel was not called too often lately: then a digest says so in silence. */
function callFor(place: Place, board: Board, now: Instant): readonly Change[] {
  const isCalm = spentIn(place.follow, board, now).pings < place.follow.caps.pings;
  return isCalm ? [wantCorroboration(place)] : tellInDigest(place, board, now);
}

/** Edits the cards that are there; the first of them that the report made call does so. */
function wantEdits(open: readonly Place[], board: Board, now: Instant): readonly Change[] {
  const edits = open.map(({ told, follow }) => wantDevelopment(told.development, follow, false));
  const calling = open.find((place) => isAwake(place) && place.follow.role !== null && beganToCall(place));
  if (!calling) return edits;
  return [...edits, ...callFor(calling, board, now)];
}

/** A message of its own, unless the channel had as many as it wants. */
function wantFirst(place: Place, board: Board, now: Instant): readonly Change[] {
  const { told, follow } = place;
  const spent = spentIn(follow, board, now);
  const isCalling = calls(place) && (follow.role === null || spent.pings < follow.caps.pings);
  if (spent.posts < follow.caps.posts) return [wantDevelopment(told.development, follow, isCalling)];
  return isCalling && follow.role !== null
    ? [wantDevelopment(told.development, follow, true)]
    : tellInDigest(place, board, now);
}

type Shown = Board & Pick<Facts, 'follows'>;

function cardsOf(telling: Telling, { follows, messages }: Shown): readonly Message[] {
  const keys = new Set<string>(follows.map((follow) => tellingKey(telling, follow)));
  return messages.filter(({ key }) => keys.has(key));
}

/** Digests that name it read differently, too. */
function wantDigests(telling: Telling, { digests, follows }: Shown): readonly Change[] {
  const naming = digests.filter(({ entries }) => entries.includes(cardOf(telling)));
  return naming.flatMap((digest): readonly Change[] => {
    const follow = follows.find((one) => placeOf(one) === digest.place);
    if (!follow) return [];
    const next = { ...digest, rev: digest.rev + 1 };
    return [{ kind: 'digest.set', digest: next, because: 'it tells of it' }, wantDigest(next, follow)];
  });
}

/** Other words of a report edit what shows it, and open nothing. */
export function wantRetold(telling: Telling, shown: Shown): readonly Change[] {
  const cards = cardsOf(telling, shown);
  const edits = shown.follows
    .filter(({ id }) => cards.some((card) => card.follow === id))
    .map((follow) => wantDevelopment(telling, follow, false));
  return [...edits, ...wantDigests(telling, shown)];
}

/** What moderators made of a development: its card is brought up to date; one that is told anew gets one, by its gate. */
export function wantEditions(editions: readonly Edition[], shown: Shown, now: Instant): readonly Change[] {
  return editions.flatMap((edition) => {
    const told = wantRetold(edition, shown);
    if (told.length > 0 || edition.stand.kind !== 'told') return told;
    const follows = shown.follows.filter(({ storyline }) => storyline === edition.storyline);
    return wantDevelopments([{ before: null, development: edition, score: 1, follows }], shown, now);
  });
}

/** A ruling that makes a card call which did not before, given what its members knew by then, calls as a report would. */
export function wantCalls(before: Telling, edition: Edition, shown: Shown, now: Instant): readonly Change[] {
  if (edition.stand.kind !== 'told') return [];
  const follows = shown.follows.filter(({ role, storyline }) => role !== null && storyline === edition.storyline);
  const told: Told = { before, development: edition, score: 1, follows };
  const places = follows.map((follow): Place => ({ told, follow })).filter(isAwake);
  const open = places.filter((place) => isShown(place, shown.messages));
  return open.filter(beganToCall).flatMap((place) => callFor(place, shown, now));
}

/** Answers the cards that were read before a ruling; where none was, there is nothing to put right. */
export function wantRuling({ id, rev, kind }: Ruling, edition: Edition, shown: Shown): readonly Change[] {
  const read = cardsOf(edition, shown).filter(({ shownRev }) => shownRev > 0);
  return shown.follows.flatMap((follow) => {
    const answers = read.find((card) => card.follow === follow.id)?.key;
    if (answers === undefined) return [];
    const manner = { rev, priority: PRIORITIES.change, because: `moderators: ${kind}`, answers };
    return [want({ kind: 'ruling', id }, follow, manner)];
  });
}

function isInDigest({ told, follow }: Place, { digests }: Board): boolean {
  const card = cardOf(told.development);
  return digests.some(({ place, entries }) => place === placeOf(follow) && entries.includes(card));
}

/** In one channel, the storyline it speaks of most first. */
function tellIn(here: readonly Place[], board: Board, now: Instant): readonly Change[] {
  const open = here.filter((place) => isShown(place, board.messages));
  if (open.length > 0) return wantEdits(open, board, now);
  const awake = here.filter(isAwake);
  const digested = awake.find((place) => isInDigest(place, board));
  const best = digested ?? awake.find(mayOpen);
  if (!best) return [];
  return digested && !beganToCall(digested) ? tellInDigest(digested, board, now) : wantFirst(best, board, now);
}

/**
 * One report is told once in a channel: an item of two storylines edits what is there already, and only where nothing
 * is opens a message, in the storyline it speaks of most of those whose gate lets it. What a digest tells stays in it
 * until enough stands behind it to call.
 */
export function wantDevelopments(told: readonly Told[], board: Board, now: Instant): readonly Change[] {
  const best = [...told].sort((a, b) => b.score - a.score);
  const places = best.flatMap((one) => one.follows.map((follow): Place => ({ told: one, follow })));
  const where = new Map<PlaceId, Place[]>();
  for (const one of places) where.set(placeOf(one.follow), [...(where.get(placeOf(one.follow)) ?? []), one]);
  return [...where.values()].flatMap((here) => tellIn(here, board, now));
}
