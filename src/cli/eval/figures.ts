/** Many judged rows -> figures. */
import type { Judged } from './judge.ts';

/** So many of so many. */
export interface Ratio {
  readonly right: number;
  readonly of: number;
}

export interface Figures {
  readonly rows: number;
  /** Rows that say whether they hold a deadline with its day. */
  readonly scored: number;
  readonly found: number;
  readonly missed: number;
  readonly falseAlarms: number;
  /** Of found or not, whatever the day. */
  readonly precision: number;
  readonly recall: number;
  /** Of found with the right day. */
  readonly strictF1: number;
  readonly days: Ratio;
  readonly instants: Ratio;
  readonly statuses: Ratio;
  /** Rows whose best reading may post by itself, and those of them whose day is right. */
  readonly tierA: Ratio;
  readonly phrases: Ratio;
  readonly flaggedPerThousand: number;
}

/** 0 of none. */
export function shareOf({ right, of }: Ratio): number {
  return of === 0 ? 0 : right / of;
}

/** Rows that answer, and those of them that are right. */
function ratioOf(answers: readonly (boolean | null)[]): Ratio {
  const asked = answers.filter((answer) => answer !== null);
  return { right: asked.filter(Boolean).length, of: asked.length };
}

function f1(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

function foundFigures(scored: readonly Judged[]) {
  const deadlines = scored.filter((one) => one.isDeadline);
  const flagged = scored.filter((one) => one.isFlagged).length;
  const found = deadlines.filter((one) => one.isFlagged).length;
  const days = ratioOf(scored.map((one) => one.isDayRight));
  const part = (right: number, of: number) => shareOf({ right, of });
  return {
    found,
    missed: deadlines.length - found,
    falseAlarms: flagged - found,
    precision: part(found, flagged),
    recall: part(found, deadlines.length),
    strictF1: f1(part(days.right, flagged), part(days.right, deadlines.length)),
    days,
  };
}

function tierAOf(scored: readonly Judged[]): Ratio {
  const posted = scored.filter(({ readings }) => readings.deadlines[0]?.tier === 'A');
  return ratioOf(posted.map((one) => one.isDayRight === true));
}

export function figuresOf(judged: readonly Judged[]): Figures {
  const scored = judged.filter((one) => one.isDeadline !== null);
  const flagged = judged.filter((one) => one.isFlagged).length;
  return {
    rows: judged.length,
    scored: scored.length,
    ...foundFigures(scored),
    instants: ratioOf(judged.map((one) => one.isInstantRight)),
    statuses: ratioOf(judged.map((one) => one.isStatusRight)),
    tierA: tierAOf(scored),
    phrases: ratioOf(judged.map((one) => one.isPhraseRight)),
    flaggedPerThousand: 1000 * shareOf({ right: flagged, of: judged.length }),
  };
}
