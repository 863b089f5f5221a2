/** Hits against what people said. */
import { judgeItem } from '../match/judge.ts';
import { isRight, type Named, named, type Read } from './item.ts';
import type { Survey } from './survey.ts';

/** Of labelled items. */
export interface Counts {
  /** Hits labelled as right. */
  readonly found: number;
  /** Hits labelled otherwise. */
  readonly wrong: number;
  /** Right items that no hit was. */
  readonly missed: number;
}

export interface Score extends Counts {
  /** Null where nothing was hit. */
  readonly precision: number | null;
  /** Null where nothing is right. */
  readonly recall: number | null;
  readonly f1: number | null;
}

/** A right item that was not hit: the groups it lacks and the NOT-terms that stand in it. */
export interface Missed extends Named {
  readonly missing: readonly string[];
  readonly stoppedBy: readonly string[];
}

export interface LabelReport extends Score {
  readonly label: string;
  readonly labelled: number;
  readonly falseHits: readonly Named[];
  readonly misses: readonly Missed[];
}

/** The shares these counts come to. */
export function scoreOf({ found, wrong, missed }: Counts): Score {
  const shareOf = (all: number) => (all === 0 ? null : found / all);
  const f1 = found + wrong + missed === 0 ? null : (2 * found) / (2 * found + wrong + missed);
  return { found, wrong, missed, precision: shareOf(found + wrong), recall: shareOf(found + missed), f1 };
}

/** All together, every item counting once in each. */
export function micro(scores: readonly Counts[]): Score {
  const sum = (count: keyof Counts) => scores.reduce((total, score) => total + score[count], 0);
  return scoreOf({ found: sum('found'), wrong: sum('wrong'), missed: sum('missed') });
}

/** The survey against its label; null where nobody labelled an item. */
export function againstLabels({ asked, labelled, hits, missed }: Survey): LabelReport | null {
  const { label } = asked;
  if (label === null || labelled === 0) return null;
  const wrong = hits.filter(({ item }) => isRight(item, label) === false);
  const found = hits.filter(({ item }) => isRight(item, label) === true).length;
  return {
    label,
    labelled,
    ...scoreOf({ found, wrong: wrong.length, missed: missed.length }),
    falseHits: wrong.map(({ item }) => named(item)),
    misses: missed.map((each) => ({ ...named(each.item), ...whyMissed(each, { asked }) })),
  };
}

/** What keeps an item from being a hit. */
export function whyMissed({ read }: Read, { asked }: Pick<Survey, 'asked'>): Pick<Missed, 'missing' | 'stoppedBy'> {
  const { missing, blockedBy } = judgeItem(asked.query, read).why;
  return { missing, stoppedBy: [...new Set(blockedBy.map(({ term }) => term))] };
}
