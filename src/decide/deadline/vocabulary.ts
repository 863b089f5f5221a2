/** Months, weekdays and numbers as English writes them: fragments for patterns, and what the words stand for. */

/** A month in full. "May" is the verb too, and "march": patterns that use it are case-sensitive. */
export const MONTH_NAME = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';

/** Any month, abbreviated or not. */
export const MONTH = `(?:${MONTH_NAME}|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)`;

export const WEEKDAY =
  '(?:(?:[Ss]un|[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur)day|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\\.)';

export const YEAR = '(?:19|20)\\d\\d';

const MONTH_HEADS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const WEEKDAY_HEADS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

const head = (name: string) => name.slice(0, 3).toLowerCase();

/** 1 January … 12 December; 0 for no month. */
export function monthOf(name: string): number {
  return MONTH_HEADS.indexOf(head(name)) + 1;
}

/** 0 Sunday … 6 Saturday; -1 for no weekday. */
export function weekdayNamed(name: string): number {
  return WEEKDAY_HEADS.indexOf(head(name));
}

const UNITS = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
];
const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];

const TEN_WORD = `(?:${TENS.filter(Boolean).join('|')})`;
const UNIT_WORD = `(?:${[...UNITS].reverse().join('|')})`;

/** Digits, number words up to ninety-nine, and "a" for one; for case-insensitive patterns. */
export const NUMBER = `(?:\\d{1,3}|${TEN_WORD}(?:[- ]${UNIT_WORD})?|${UNIT_WORD}|an?)`;

function wordValue(word: string): number {
  const unit = UNITS.indexOf(word);
  if (unit >= 0) return unit;
  const ten = TENS.indexOf(word);
  return ten > 0 ? ten * 10 : 1;
}

/** What a text that matched `NUMBER` counts. */
export function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  return text
    .toLowerCase()
    .split(/[- ]/)
    .reduce((sum, word) => sum + wordValue(word), 0);
}
