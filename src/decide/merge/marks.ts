/**
 * What a headline pins down: sums, ordinals, numbered papers, terms, days of the year and tariffs. Two reports that
 * name the same kind of thing but no value in common tell of different events. Counts of people are none of these: they
 * rise as an event is told, and what they are counted for is known by its day.
 */
import { tokenise } from '../match/normalise.ts';
import { stemOf } from '../match/stems.ts';
import type { Headed } from './likeness.ts';
import { stageOf } from './stages.ts';
import { struckPlaces, tellsToll, tollPlaces } from './tolls.ts';

/**
 * Role (`toll`: the day, `place`: of a toll, `target`: of a blow, `stage`, `sum in $`, `ordinal round`, `number licence`, `term day`, `date`,
 * `tariff`, `trade partner`) -> the values named in it.
 */
export type Marks = ReadonlyMap<string, ReadonlySet<string>>;

const ONES = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const TENS: Readonly<Record<string, string>> = { twenty: '20', thirty: '30', forty: '40', fifty: '50', sixty: '60' };
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const MONTH =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;
const UNIT = /^(hour|day|week|month)s?$/;
/** What is counted by ordinals while it grows, and what an ordinal only decorates. */
const NO_ORDINALS: ReadonlySet<string> = new Set(
  'time day week month year victim bodi death person anniversari quarter half ladi place'.split(' '),
);
/** Papers, flights and rounds that go by a number: `licence 128B`, `round 3`. */
const NUMBERED: ReadonlySet<string> = new Set(['licence', 'license', 'gl', 'round', 'package', 'resolution', 'phase']);
const SCALES: Readonly<Record<string, number>> = {
  m: 1,
  mn: 1,
  mln: 1,
  million: 1,
  bn: 1_000,
  b: 1_000,
  billion: 1_000,
};

const MONEY = /([$€£])\s?(\d[\d,]*(?:\.\d+)?)[\s-]?(million|billion|mln|mn|bn|m|b)\b/giu;
const PERCENT =
  /\b(\d+(?:\.\d+)?)\s?(?:%|percent\b|per cent\b)\s+(?:\w+\s+){0,2}?(tariffs?|duty|duties|levy|levies)\b/giu;

/** What is levied, or bargained over, with one country and not with another. */
const TRADE = /\b(?:tariffs?|duty|duties|levy|levies|trade|imports?|truce)\b/iu;
const PARTNERS: Readonly<Record<string, RegExp>> = {
  india: /\b(?:India|Indian|Delhi|Modi)\b/u,
  china: /\b(?:China|Chinese|Beijing|Xi)\b/u,
  russia: /\b(?:Russia|Russian|Moscow|Kremlin|Putin)\b/u,
  europe: /\b(?:EU|Europe|European|Brussels)\b/u,
  brazil: /\b(?:Brazil|Brazilian|Lula)\b/u,
  canada: /\b(?:Canada|Canadian|Ottawa|Carney)\b/u,
  mexico: /\b(?:Mexico|Mexican|Sheinbaum)\b/u,
  switzerland: /\b(?:Switzerland|Swiss|Bern)\b/u,
  japan: /\b(?:Japan|Japanese|Tokyo)\b/u,
  korea: /\b(?:Korea|Korean|Seoul)\b/u,
};

class Found {
  readonly marks = new Map<string, Set<string>>();

  add(role: string, value: string): void {
    const values = this.marks.get(role);
    if (values) values.add(value);
    else this.marks.set(role, new Set([value]));
  }
}

function addPartners(text: string, found: Found): void {
  if (!TRADE.test(text)) return;
  for (const [partner, names] of Object.entries(PARTNERS)) if (names.test(text)) found.add('trade partner', partner);
}

/** In millions and two digits, so that $203m and $203.5m are one. */
function sum(amount: string, scale: string): string {
  const millions = Number(amount.replaceAll(',', '')) * (SCALES[scale.toLowerCase()] ?? 1);
  return millions === 0 ? '0' : String(Number(millions.toPrecision(2)));
}

function bare(word: string): string {
  return stemOf(word, 'en').replace(/[\uE100-\uE1FF]$/u, '');
}

/** `ten`, `10` or `fifty` as digits; null for any other word. */
function numberIn(word: string | undefined): string | null {
  if (word === undefined) return null;
  if (/^\d+$/.test(word)) return word;
  const at = ONES.indexOf(word);
  return at >= 0 ? String(at + 1) : (TENS[word] ?? null);
}

function ordinalIn(word: string): string | null {
  const digits = /^(\d+)(?:st|nd|rd|th)$/.exec(word);
  if (digits) return digits[1] ?? null;
  const at = ORDINALS.indexOf(word);
  return at >= 0 ? String(at + 1) : null;
}

function dayOf(word: string | undefined): string | null {
  const day = word === undefined ? null : /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(word)?.[1];
  return day && Number(day) >= 1 && Number(day) <= 31 ? String(Number(day)) : null;
}

function addDate(words: readonly string[], at: number, found: Found): void {
  const month = words[at] ?? '';
  if (!MONTH.test(month)) return;
  const day = dayOf(words[at + 1]) ?? dayOf(words[at - 1]);
  if (day) found.add('date', `${MONTHS.findIndex((name) => month.startsWith(name)) + 1}-${day}`);
}

function addOrdinal(words: readonly string[], at: number, found: Found): void {
  const ordinal = ordinalIn(words[at] ?? '');
  const noun = words[at + 1];
  if (ordinal === null || noun === undefined || MONTH.test(noun) || MONTH.test(words[at - 1] ?? '')) return;
  if (!NO_ORDINALS.has(bare(noun)) && noun !== 'of') found.add(`ordinal ${bare(noun)}`, ordinal);
}

function addNumbered(words: readonly string[], at: number, found: Found): void {
  const noun = words[at] ?? '';
  const number = words[at + 1];
  if (NUMBERED.has(noun) && number && /^\d+[a-z]?$/.test(number)) found.add(`number ${bare(noun)}`, number);
}

const CHANGES = /^(?:cuts?|shorten(?:s|ed)?|shrinks?|reduces?|tightens?|extends?|brings?|moves?)$/;

/** A term that is cut or extended is the one before: "to shorten 50-day deadline" names no other one yet. */
function isFormer(words: readonly string[], at: number): boolean {
  return /^(?:deadline|ultimatum)$/.test(words[at + 1] ?? '') && words.slice(0, at).some((word) => CHANGES.test(word));
}

/** `10 or 12 days` are both. */
function addTerm(words: readonly string[], at: number, found: Found): void {
  const unit = UNIT.exec(words[at] ?? '')?.[1];
  const number = numberIn(words[at - 1]);
  if (unit === undefined || number === null || isFormer(words, at)) return;
  found.add(`term ${unit}`, number);
  const before = /^(?:or|to|and)$/.test(words[at - 2] ?? '') ? numberIn(words[at - 3]) : null;
  if (before !== null) found.add(`term ${unit}`, before);
}

function marksIn(report: Headed): Marks {
  const text = report.title;
  const found = new Found();
  for (const [, sign, amount = '', scale = ''] of text.matchAll(MONEY)) found.add(`sum in ${sign}`, sum(amount, scale));
  for (const [, share = ''] of text.matchAll(PERCENT)) found.add('tariff', share);
  addPartners(text, found);
  const words = tokenise(text).map((token) => token.text);
  words.forEach((_, at) => {
    for (const add of [addDate, addOrdinal, addNumbered, addTerm]) add(words, at, found);
  });
  if (tellsToll(report)) for (const date of found.marks.get('date') ?? []) found.add('toll', date);
  const stage = stageOf(report);
  if (stage !== null) found.add('stage', stage);
  for (const place of tollPlaces(report)) found.add('place', place);
  for (const place of struckPlaces(report)) found.add('target', place);
  return found.marks;
}

const known = new WeakMap<object, Marks>();

/** What a report's title pins down; worked out once. */
export function marksOf(report: Headed): Marks {
  const marks = known.get(report) ?? marksIn(report);
  known.set(report, marks);
  return marks;
}

const TOLL_ROLES = ['toll', 'place'];

/** Whether a report counts victims of a day or a place that it names. */
export function locatesToll(report: Headed): boolean {
  return TOLL_ROLES.some((role) => marksOf(report).has(role));
}

/** Whether both count the victims of one day or place. */
export function tellOneToll(one: Headed, other: Headed): boolean {
  const [own, others] = [marksOf(one), marksOf(other)];
  return TOLL_ROLES.some((role) => [...(own.get(role) ?? [])].some((value) => others.get(role)?.has(value)));
}
