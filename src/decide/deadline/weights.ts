/**
 * What each sign is worth, in quarters: fitted by logistic regression (the lasso chose the signs) to some seven thousand
 * labelled rows, in which dates are terms or none, and, as what is none, to ten days of news. A term from 0 on, which is a
 * little more than even odds. `told_until` is set by hand, for tales of that shape are too rare there. Names of people and
 * places have no say.
 */
import type { ClassName } from './classes.ts';
import type { Governor } from './grammar.ts';
import type { When } from './when.ts';

export const SHAPES = ['ahead', 'back', 'clocked', 'adjective', 'told', 'told_until'] as const;
export type Shape = (typeof SHAPES)[number];

/** What all dates begin with. */
export const BASE = -3.5;

const GOVERNOR: Readonly<Partial<Record<Governor, number>>> = {
  by: -0.75,
  from: -0.25,
  have: 0.75,
  on: -2,
  subject: 0.5,
  until: -0.5,
};

const WHEN: Readonly<Partial<Record<When['kind'], number>>> = {
  date: 2.25,
  month: -0.5,
  near: -0.75,
  weekday: 0.75,
};

const SHAPE: Readonly<Partial<Record<Shape, number>>> = {
  ahead: -0.5,
  back: -0.25,
  clocked: 1.25,
  told: -1,
  told_until: -2,
};

const CLAUSE: Readonly<Partial<Record<ClassName, number>>> = {
  actor: 0.75,
  aim: -0.5,
  begin: 0.75,
  calendar: -0.25,
  deed: 0.75,
  demand: 0.5,
  end: 0.5,
  figure: -0.25,
  guess: -0.5,
  measure: 0.5,
  permit: 0.5,
  private: -1.25,
  threat: 1,
};

/** Classes of the clause beside what governs the date, on top of both. */
const GOVERNED: Readonly<Partial<Record<`${Governor} ${ClassName}`, number>>> = {
  'after deed': 0.75,
  'bare actor': -0.75,
  'bare begin': 1,
  'bare deed': -0.75,
  'bare demand': -1,
  'bare end': 1,
  'bare measure': 0.5,
  'by actor': 0.25,
  'by aim': -0.5,
  'by calendar': 0.5,
  'by deed': 0.5,
  'by demand': 1.5,
  'by figure': -0.75,
  'by measure': -0.25,
  'by permit': -0.5,
  'from begin': 0.5,
  'from calendar': -0.5,
  'from permit': -0.5,
  'on actor': -0.75,
  'on begin': 1.25,
  'on calendar': -0.75,
  'on deed': -0.75,
  'on end': 1.5,
  'on guess': 0.75,
  'on measure': 0.5,
  'on private': -0.5,
  'to measure': 0.5,
  'to permit': 0.5,
  'until begin': -1.25,
  'until calendar': -1,
  'until demand': 0.75,
  'until measure': 0.75,
  'within actor': 0.25,
  'within deed': -0.5,
  'within demand': 0.75,
  'within end': -1,
};

const TEXT: Readonly<Partial<Record<ClassName, number>>> = {
  actor: 0.5,
  aim: -0.75,
  calendar: -0.25,
  deed: 0.25,
  demand: 0.5,
  end: 0.5,
  figure: -0.25,
  guess: -1.25,
  measure: 1.5,
  permit: 0.25,
  private: -1,
  threat: 1.25,
};

/** Stems of words, by what they are worth. */
type Grouped = readonly (readonly [weight: number, stems: string])[];

/** Ahead of the date. */
const BEFORE: Grouped = [
  [2.25, 'expir'],
  [2, 'effect'],
  [1.75, 'contract deadlin if'],
  [1.25, 'kick must now'],
  [1, 'agre ban cover govern has have levi limit million not out their threaten tool up walk'],
  [
    0.75,
    'act becom bind bite can duti end feder give good hand lose measur need period program rate sale sanction silent tell',
  ],
  [0.5, 'agenc awai come compani demand for hold laps law made take were'],
  [0.25, 'forc new said start the to with'],
  [-0.25, 'had he is of on would'],
  [-0.5, 'and at call could count court due from judg justic last may nation poll return run stai than worker'],
  [
    -0.75,
    'airport all case close deleg expect hall her meet open oper owner power releas result sai servic set shut sinc talk',
  ],
  [-1, 'decision down finish in'],
  [-1.25, 'should'],
  [-1.5, 'flight'],
];

/** Behind it. */
const AFTER: Grouped = [
  [1.5, 'deadlin'],
  [1.25, 'if or'],
  [1, 'confirm'],
  [0.75, 'allow back close no now without'],
  [0.5, 'it million on'],
  [0.25, 'for the'],
  [-0.25, 'and at of will'],
  [-0.5, 'new would'],
  [-0.75, 'due in peopl'],
  [-1, 'was'],
  [-1.25, 'sinc until'],
];

function byStem(groups: Grouped): ReadonlyMap<string, number> {
  return new Map(groups.flatMap(([weight, stems]) => stems.split(' ').map((stem) => [stem, weight] as const)));
}

/** What governs the date, what kind of date it is, how it stands, and what is spoken of around it; the rest is worth nothing. */
export const WEIGHTS = {
  governor: new Map(Object.entries(GOVERNOR)),
  when: new Map(Object.entries(WHEN)),
  shape: new Map(Object.entries(SHAPE)),
  clause: new Map(Object.entries(CLAUSE)),
  governed: new Map(Object.entries(GOVERNED)),
  text: new Map(Object.entries(TEXT)),
  before: byStem(BEFORE),
  after: byStem(AFTER),
} as const satisfies Readonly<Record<string, ReadonlyMap<string, number>>>;

export type SignKind = keyof typeof WEIGHTS;
