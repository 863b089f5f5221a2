import { describe, expect, it } from 'vitest';
import type { ReadingContext } from '../../../src/decide/deadline/read.ts';
import { at, NEW_YORK } from '../../fakes/nouns.ts';
import { readWhole } from '../../fakes/readings.ts';

/** A Wednesday. */
const WEDNESDAY = '2026-03-11T15:00Z';
const CONTEXT: ReadingContext = {
  published: at(WEDNESDAY),
  outletZone: NEW_YORK,
  issuerZone: NEW_YORK,
  official: false,
};

function read(text: string, published: string) {
  const { deadlines, status } = readWhole(text, { ...CONTEXT, published: at(published) });
  return { day: deadlines[0]?.window.latest, tier: deadlines[0]?.tier, status };
}

/** By the weekday of the deadline, for a text of Wednesday, 11 March 2026. */
const LAST = { Tuesday: '2026-03-10', Wednesday: '2026-03-11', Thursday: '2026-03-05' } as const;
const NEXT = { Tuesday: '2026-03-17', Wednesday: '2026-03-11', Thursday: '2026-03-12' } as const;
const WEEKDAYS = ['Tuesday', 'Wednesday', 'Thursday'] as const;

const BACK = [
  (day: string) => `Only part of the files appeared by ${day}'s deadline.`,
  (day: string) => `Only nine mines had filed by ${day}'s UN deadline.`,
  (day: string) => `Half of the mines reported by the ${day} deadline.`,
  (day: string) => `The bank has not paid by ${day}'s deadline.`,
  (day: string) => `Troops hold five hills after ${day}'s deadline to pull out.`,
  (day: string) => `Troops held five hills past ${day}'s cut-off.`,
  (day: string) => `Nobody has been let in since ${day}'s deadline.`,
  (day: string) => `Shelling went on following ${day}'s deadline to stop.`,
  (day: string) => `Refiners missed ${day}'s deadline.`,
  (day: string) => `Few refiners had applied before ${day}'s deadline.`,
  (day: string) => `Nothing had moved when ${day}'s deadline came.`,
  (day: string) => `With ${day}'s deadline behind them, the envoys packed.`,
];

const AHEAD = [
  (day: string) => `Refiners rushed to sell ahead of ${day}'s deadline.`,
  (day: string) => `Refiners rush to sell before ${day}'s deadline.`,
  (day: string) => `Nerves frayed as ${day}'s deadline neared.`,
  (day: string) => `Nerves fray as ${day}'s tariff deadline looms.`,
  (day: string) => `The militia must leave by ${day}'s deadline.`,
  (day: string) => `The king told the militia to leave by ${day}'s deadline.`,
  (day: string) => `The troops will stay after ${day}'s deadline to pull out.`,
  (day: string) => `The army said it would fire if nobody left by ${day}'s deadline.`,
  (day: string) => `The king set a ${day} deadline for the militia.`,
  (day: string) => `${day}'s deadline stands, the king said.`,
];

const each = (forms: readonly ((day: string) => string)[]) =>
  forms.flatMap((form) => WEEKDAYS.map((day) => [form(day), day] as const));

describe('the weekday of a deadline', () => {
  it.each(each(BACK))('is over: %s', (text, day) => {
    expect(read(text, WEDNESDAY)).toEqual({ day: LAST[day], tier: 'C', status: 'passed' });
  });

  it.each(each(AHEAD))('lies ahead: %s', (text, day) => {
    expect(read(text, WEDNESDAY)).toMatchObject({ day: NEXT[day], tier: 'A' });
  });

  it.each([
    ['Thirty states sent plans before Monday’s deadline.', '2026-03-09', 'C'],
    ['Envoys met twice before Friday’s deadline.', '2026-03-13', 'B'],
    ['Beirut protested at length over Friday’s deadline.', '2026-03-13', 'B'],
    ['Beirut had set a Monday deadline, and the cabinet agreed.', '2026-03-09', 'C'],
    ['The regulator had set the firm a deadline of Monday to explain.', '2026-03-09', 'C'],
    ['Rivals turned in objections ahead of Monday’s deadline.', '2026-03-09', 'C'],
    ['Both raced for cheques before Friday’s deadline, when the quarter closed.', '2026-03-06', 'C'],
  ])('asks a moderator where the tense does not tell: %s', (text, day, tier) => {
    expect(read(text, WEDNESDAY)).toMatchObject({ day, tier });
  });
});

describe('the end of a year, a month or a week', () => {
  it.each([
    ['Tehran missed the year-end deadline for a deal.', '2026-01-05', '2025-12-31'],
    ['Refiners missed the end-of-the-month deadline.', '2026-02-02', '2026-01-31'],
    ['Troops held five hills past the month-end cut-off.', '2026-02-02', '2026-01-31'],
    ['Refiners blew through the deadline at the end of the week.', '2026-03-09', '2026-03-08'],
    ['Tehran missed the year-end deadline for a deal.', '2025-12-31', '2025-12-31'],
  ])('is the last one where it is over: %s', (text, day, expected) => {
    expect(read(text, `${day}T15:00Z`).day).toBe(expected);
  });

  it.each([
    ['Tehran faces a year-end deadline for a deal.', '2026-01-05', '2026-12-31'],
    ['Refiners must comply by the end of the month.', '2026-02-02', '2026-02-28'],
    ['Talks failed on Friday, and Tehran must still sign by the end of the year.', '2026-01-05', '2026-12-31'],
  ])('is the next one where it is not: %s', (text, day, expected) => {
    expect(read(text, `${day}T15:00Z`).day).toBe(expected);
  });
});
