/**
 * What each sign is worth, in halves: fitted to our labelled sentences and, as what is none, to ten days of news; signs
 * of little weight are left out. Set by hand, for they are too rare there: "told" and "aim" beside "by", "told" and
 * "calendar" beside "until". The sum of "any" and of the governor's own row speaks for a term from 0 on.
 */
import type { Governor } from './grammar.ts';
import type { Feature } from './weigh.ts';

type Row = Readonly<Partial<Record<Feature, number>>>;

/** Whatever governs the date. */
export const ANY: Row = {
  back: -0.5,
  base: -3,
  calendar: -1,
  clocked: 0.5,
  deed: 1,
  demand: 0.5,
  end: 1,
  figure: -0.5,
  guess: -3,
  measure: 1.5,
  named_date: 2,
  permit: 0.5,
  private: -3.5,
  ruled: 1.5,
  threat: 1.5,
  today: -1,
};

export const BY_GOVERNOR: Readonly<Record<Governor, Row>> = {
  until: { ahead: -1, back: 0.5, begin: -1, calendar: -1, demand: 1, measure: 0.5, permit: 1.5, told: -2 },
  by: { aim: -1.5, deed: 1.5, demand: 1, measure: -0.5, named_date: -1, told: -3 },
  within: { base: -1, demand: 1, measure: -1, permit: -2, ruled: 1 },
  from: { base: -1.5, begin: 1.5, end: -1.5, permit: 1 },
  on: {
    actor: -0.5,
    ahead: -1,
    back: -0.5,
    base: -2,
    begin: 2,
    clocked: 0.5,
    deed: -1,
    demand: -1,
    end: 2.5,
    measure: 1,
    permit: -2,
    told: -1,
  },
  bare: { actor: -1, base: -1.5, begin: 1.5, measure: 1.5 },
  have: { actor: 1.5, base: 1.5 },
  subject: { base: 0.5 },
  to: { actor: 1.5 },
  after: { base: 0.5 },
  other: {},
};
