/** An outlet's report told again under another link: its headline word for word, or all of it with a little more or less. */
import type { Report } from '../../domain/development.ts';
import type { Item } from '../../domain/item.ts';
import type { Label } from '../../domain/outlet.ts';
import { HOUR } from '../../domain/time.ts';
import { type Token, tokenise } from '../match/normalise.ts';
import { type TellingToken, tellingTokens } from './likeness.ts';
import { type Marks, marksOf } from './marks.ts';
import { writtenAt } from './shelf.ts';
import { turnsOf } from './turns.ts';
import { voicesOf } from './voices.ts';

/** Notices of one day share their titles, and who lists the pages of others tells each for itself. */
const EACH_LINK_ITS_OWN: ReadonlySet<Label> = new Set<Label>(['official', 'official-legal', 'aggregator']);
/** The same headline on the next day is the next day's. */
const WITHIN = 12 * HOUR;
const SHARED = 0.8;
const SHARED_FROM = 4;

/** In front of a headline, how it comes. */
const MANNER =
  /^(?:breaking|live|updated?(?: \d+)?|correct(?:ed|ion)|exclusive|watch|video|flash|urgent)(?: news)?\s*[-:–—|]\s*/iu;

const wordsOf = (...lists: readonly string[]) => new Set(lists.flatMap((list) => list.split(' ')));

/** As compared: days, and words that turn a headline's sense about. */
const PINNED = wordsOf(
  'monday tuesday wednesday thursday friday saturday sunday today tonight tomorrow yesterday next last this',
  'january february march april may june july august september october november december',
  'no not nor none never neither nobody nothing without cannot unlikely wont cant isnt arent wasnt werent doesnt dont didnt',
  'refuse refuses refused fail fails failed stop stops stopped halt halts halted end ends ended drop drops dropped',
  'не ни нет без никогда ні немає nicht kein keine ohne ne pas sans non sin',
);

function isPinned({ text }: Token): boolean {
  return /^\p{Nd}/u.test(text) || PINNED.has(text);
}

function pinsIn(title: string): string {
  return tokenise(title)
    .filter(isPinned)
    .map(({ text }) => text)
    .sort()
    .join(' ');
}

/** A name, or a number in words, may make it another event. */
function isLittle({ token, word }: TellingToken, title: string): boolean {
  return /^\p{Ll}/u.test(title.slice(token.start)) && !/^\d/.test(word);
}

function isMoreOf(long: string, short: string): boolean {
  const [all, few] = [tellingTokens(long), tellingTokens(short)];
  const words = new Set(all.map(({ word }) => word));
  const shared = new Set(few.map(({ word }) => word));
  if (shared.size === 0 || ![...shared].every((word) => words.has(word))) return false;
  if (words.size === shared.size) return true;
  if (shared.size < SHARED_FROM || shared.size < words.size * SHARED) return false;
  return all.every((one) => shared.has(one.word) || isLittle(one, long));
}

function areEqual(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  return one.size === other.size && [...one].every((each) => other.has(each));
}

function areEqualMarks(one: Marks, other: Marks): boolean {
  return one.size === other.size && [...one].every(([role, values]) => areEqual(values, other.get(role) ?? new Set()));
}

/** Whether both pin down the same, say it with the same turns, and are the word of the same parties. */
function meanTheSame(item: Item, report: Report): boolean {
  const [own, other] = [voicesOf(item), voicesOf(report)];
  return (
    areEqual(own.of, other.of) &&
    areEqual(own.answering, other.answering) &&
    areEqual(turnsOf(item), turnsOf(report)) &&
    areEqualMarks(marksOf(item), marksOf(report))
  );
}

/**
 * Whether an item is a report of its outlet told again. A headline with another number, day, name or sense is news, and
 * so is all that a state publishes under a link of its own.
 */
export function retells(item: Item, report: Report): boolean {
  const { source } = item;
  if (source.outlet !== report.source.outlet || EACH_LINK_ITS_OWN.has(source.label)) return false;
  if (Math.abs(writtenAt(item) - writtenAt(report)) > WITHIN) return false;
  const [title, other] = [item.title.replace(MANNER, ''), report.title.replace(MANNER, '')];
  if (pinsIn(title) !== pinsIn(other)) return false;
  return (isMoreOf(title, other) || isMoreOf(other, title)) && meanTheSame(item, report);
}
