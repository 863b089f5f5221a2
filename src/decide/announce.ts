/** Developments made visible: as far as the gate of each follow lets them, once a channel, and as moderators want it. */
import type { Change } from '../domain/change.ts';
import { isConfirmed, mayCall } from '../domain/development.ts';
import { type Edition, isEdition, type Ruling, type Telling } from '../domain/edition.ts';
import type { Facts } from '../domain/facts.ts';
import type { MessageKey } from '../domain/ids.ts';
import { type Message, PRIORITIES, type SubjectRef } from '../domain/message.ts';
import { originsBehind } from '../domain/origin.ts';
import type { Follow } from '../domain/storyline.ts';
import { messageKey } from './ids.ts';
import { type Wanted, want } from './show.ts';

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
  const card = isEdition(telling) ? (telling.continues ?? telling.id) : telling.id;
  return messageKey({ kind: 'development', id: card }, follow);
}

function isShown({ told, follow }: Place, messages: readonly Message[]): boolean {
  const key = tellingKey(told.development, follow);
  return messages.some((message) => message.key === key);
}

function mayOpen({ told: { development }, follow: { gate } }: Place): boolean {
  return gate.unconfirmed === 'show' || isConfirmed(development, gate.post);
}

function calls({ told: { development }, follow: { gate } }: Place): boolean {
  return mayCall(development, gate.ping);
}

/** Whether the report made it call. */
function beganToCall(place: Place): boolean {
  const { told, follow } = place;
  return told.before !== null && !mayCall(told.before, follow.gate.ping) && calls(place);
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
  const because = `${originsBehind(told.development.reports).count} independent origins report it`;
  const { id } = told.development;
  const answers = tellingKey(told.development, follow);
  const manner = { rev: 1, priority: PRIORITIES.development, because, ping: true, answers };
  return want({ kind: 'corroboration', id }, follow, manner);
}

/** Edits the cards that are there; the first of them that the report made call does so. */
function wantEdits(open: readonly Place[]): readonly Wanted[] {
  const calling = open.find((place) => place.follow.role !== null && beganToCall(place));
  return [
    ...open.map(({ told, follow }) => wantDevelopment(told.development, follow, false)),
    ...(calling ? [wantCorroboration(calling)] : []),
  ];
}

type Shown = Pick<Facts, 'follows' | 'messages'>;

function cardsOf(telling: Telling, { follows, messages }: Shown): readonly Message[] {
  const keys = new Set<string>(follows.map((follow) => tellingKey(telling, follow)));
  return messages.filter(({ key }) => keys.has(key));
}

/** Other words of a report edit the cards that show it, and open none. */
export function wantRetold(telling: Telling, shown: Shown): readonly Change[] {
  const cards = cardsOf(telling, shown);
  return shown.follows
    .filter(({ id }) => cards.some((card) => card.follow === id))
    .map((follow) => wantDevelopment(telling, follow, false));
}

/** What moderators made of a development: its card is brought up to date; one that is told anew gets one, by its gate. */
export function wantEditions(editions: readonly Edition[], shown: Shown): readonly Change[] {
  return editions.flatMap((edition) => {
    const told = wantRetold(edition, shown);
    if (told.length > 0 || edition.stand.kind !== 'told') return told;
    const follows = shown.follows.filter(({ storyline }) => storyline === edition.storyline);
    return wantDevelopments([{ before: null, development: edition, score: 1, follows }], shown.messages);
  });
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

/**
 * One report is told once in a channel: an item of two storylines edits the cards that are there already, and only
 * where there is none opens one, in the storyline it speaks of most of those whose gate lets it.
 */
export function wantDevelopments(told: readonly Told[], messages: readonly Message[]): readonly Change[] {
  const best = [...told].sort((a, b) => b.score - a.score);
  const places = best.flatMap((one) => one.follows.map((follow): Place => ({ told: one, follow })));
  const channels = [...new Set(places.map((place) => place.follow.channel))];
  return channels.flatMap((channel) => {
    const here = places.filter((place) => place.follow.channel === channel);
    const open = here.filter((place) => isShown(place, messages));
    if (open.length > 0) return wantEdits(open);
    const best = here.find(mayOpen);
    return best ? [wantDevelopment(best.told.development, best.follow, calls(best))] : [];
  });
}
