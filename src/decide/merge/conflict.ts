/** What keeps a report out of a development it reads like: another deadline date, another number, a turn of events. */
import type { Deadline } from '../../domain/deadline.ts';
import { type Development, itemsOf, type Report } from '../../domain/development.ts';
import type { Item } from '../../domain/item.ts';
import { HOUR } from '../../domain/time.ts';
import { tokenise } from '../match/normalise.ts';
import { figuresIn } from './figures.ts';
import { type Headed, titleWords } from './likeness.ts';
import { marksOf } from './marks.ts';
import { writtenAt } from './shelf.ts';
import { tellsToll } from './tolls.ts';
import { turnsOf } from './turns.ts';
import { voicesOf } from './voices.ts';

/** Versions that the reports of a development stand behind, as `<deadline>/<number>`. */
export function versionsOf(development: Development, deadlines: readonly Deadline[]): ReadonlySet<string> {
  const items = new Set(development.reports.flatMap(itemsOf));
  const said = deadlines.flatMap((deadline) => [
    ...deadline.versions
      .filter((version) => version.evidence && items.has(version.evidence.item))
      .map((version) => `${deadline.id}/${version.number}`),
    ...deadline.confirmations
      .filter((one) => items.has(one.evidence.item))
      .map((one) => `${deadline.id}/${one.version}`),
  ]);
  return new Set(said);
}

/** Whether reports name values in this role, and none of these. */
function nameOthers(reports: readonly Report[], role: string, values: ReadonlySet<string>): boolean {
  const named = reports.flatMap((report) => [...(marksOf(report).get(role) ?? [])]);
  return named.length > 0 && !named.some((value) => values.has(value));
}

const PLACES: ReadonlySet<string> = new Set(['place', 'target']);
/** Of governments that say what happened elsewhere. */
const SEATS: ReadonlySet<string> = new Set(['kyiv', 'moscow']);

const told = new WeakMap<object, ReadonlySet<string>>();

/** The words of a report's title and opening as they are compared; worked out once. */
function wordsTold(report: Headed): ReadonlySet<string> {
  const found = told.get(report) ?? new Set(tokenise(`${report.title}\n${report.lede}`).map(({ text }) => text));
  told.set(report, found);
  return found;
}

function namesPlaceOf(report: Headed, role: string, other: Headed): boolean {
  return [...(marksOf(other).get(role) ?? [])].some((place) => !SEATS.has(place) && wordsTold(report).has(place));
}

/** One desk heads a blow by the town, another by its region or its plant: who opens with the other's place means that. */
function tellOfOnePlace(reports: readonly Report[], role: string, item: Item): boolean {
  if (!PLACES.has(role)) return false;
  return reports.some((report) => namesPlaceOf(report, role, item) || namesPlaceOf(item, role, report));
}

function otherMark({ reports }: Development, item: Item): string | null {
  const other = [...marksOf(item)].find(
    ([role, values]) => nameOthers(reports, role, values) && !tellOfOnePlace(reports, role, item),
  );
  return other ? `another ${other[0]}` : null;
}

const isNumber = (word: string) => /^\d+$/.test(word);
const numbersIn = (report: Headed) => [...titleWords(report)].filter(isNumber).sort().join(' ');
const wordsIn = (report: Headed) =>
  [...titleWords(report)]
    .filter((word) => !isNumber(word))
    .sort()
    .join(' ');

/** One outlet's headline again with other numbers is the next of a series, unless it is a toll that rises. */
function nextOfSeries({ reports }: Development, item: Item): string | null {
  if (tellsToll(item)) return null;
  const own = reports.filter((report) => report.source.group === item.source.group);
  const before = own.filter((report) => wordsIn(report) === wordsIn(item));
  const isNext = before.length > 0 && !before.some((report) => numbersIn(report) === numbersIn(item));
  return isNext ? 'the next of a series' : null;
}

/** Turns of a date, told of by the date they lead to as well. */
const OF_DATES: ReadonlySet<string> = new Set(['extended', 'postponed', 'moved']);
const isOfDate = (role: string) => role === 'date' || role.startsWith('term ');

/** The same new date or term is the same move, whether it is called one or not. */
function nameOneDate(report: Headed, item: Item): boolean {
  return [...marksOf(item)].some(
    ([role, values]) => isOfDate(role) && [...values].some((value) => marksOf(report).get(role)?.has(value)),
  );
}

function tellsTurn(turn: string, report: Headed, item: Item): boolean {
  return turnsOf(report).has(turn) || (OF_DATES.has(turn) && nameOneDate(report, item));
}

function newTurn({ reports }: Development, item: Item): string | null {
  const turn = [...turnsOf(item)].find((one) => !reports.some((report) => tellsTurn(one, report, item)));
  return turn ?? null;
}

/** Counts of the dead only rise: long after many, a few are the dead of another blow. */
const FEWER_AFTER = 6 * HOUR;
const FEWER = 0.5;

function deadIn({ title }: Headed): number {
  return figuresIn({ title, lede: '' }).find(({ of }) => of === 'dead')?.value ?? 0;
}

function fewerVictims({ reports }: Development, item: Item): string | null {
  const dead = tellsToll(item) ? deadIn(item) : 0;
  if (dead === 0) return null;
  const more = reports.find(
    (report) => writtenAt(item) - writtenAt(report) >= FEWER_AFTER && dead < FEWER * deadIn(report),
  );
  return more ? 'far fewer victims than before' : null;
}

/** What one party says or answers is an event of its own, beside what another one said or did. */
function anothersWord({ reports }: Development, item: Item): string | null {
  const { of, answering } = voicesOf(item);
  const said = reports.map(voicesOf).filter((voices) => voices.of.size > 0);
  const [one] = of;
  if (one === undefined || said.some((voices) => [...of].some((party) => voices.of.has(party)))) return null;
  if (said.length > 0) return `the word of ${one}`;
  return answering.size > 0 ? `an answer of ${one}` : null;
}

/** Explains what others reported: it tells of no event, and confirms none. */
const EXPLAINS =
  /^(?:explainer|explained|analysis|opinion|editorial|comment|column) ?[:|–—-]|[–—|:-] (?:analysis|opinion|explainer|editorial|column|comment)$/i;

function explains({ title }: Headed): boolean {
  return EXPLAINS.test(title);
}

function explanation({ reports }: Development, item: Item): string | null {
  if (explains(item)) return reports.every(explains) ? null : 'an explanation';
  return reports.every(explains) ? 'news beside an explanation' : null;
}

const APART = [explanation, otherMark, nextOfSeries, newTurn, fewerVictims, anothersWord];

/** What of the item the development has not and cannot have, in words; null when nothing keeps them apart. */
export function conflictWith(
  development: Development,
  item: Item,
  speaksOf: string | null,
  deadlines: readonly Deadline[],
): string | null {
  const versions = speaksOf === null ? new Set<string>() : versionsOf(development, deadlines);
  if (speaksOf !== null && versions.size > 0 && !versions.has(speaksOf)) return 'another date of the deadline';
  return APART.map((apart) => apart(development, item)).find((because) => because !== null) ?? null;
}
