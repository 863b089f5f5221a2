/** Rows without labels: what the line would flag of them, storylines matched first. */
import { wallClock } from '../../clock.ts';
import type { Config } from '../../config.ts';
import { openRules, vocabularyIn } from '../../main.ts';
import { pastItemOf } from '../pastItems.ts';
import type { Judged } from './judge.ts';
import { type Cost, costOf, judgeAll, prepare } from './reading.ts';
import type { Row } from './rows.ts';

export interface Flagged {
  readonly rows: number;
  /** Rows that a storyline takes in: only those are read. */
  readonly matched: number;
  readonly flagged: readonly Judged[];
  /** Of all rows, matched or not. */
  readonly cost: Cost;
}

function onTopic(config: Config): (row: Row) => boolean {
  const { matcher } = openRules(config.catalogue.storylines, vocabularyIn(config));
  const now = wallClock().now();
  return ({ item }) => matcher.match(pastItemOf(item, config.catalogue.outlets, now).item).length > 0;
}

export function flaggedIn(rows: readonly Row[], config: Config): Flagged {
  const prepared = rows.map((row) => prepare(row, config));
  const isOnTopic = onTopic(config);
  const matched = prepared.filter(({ row }) => isOnTopic(row));
  return {
    rows: rows.length,
    matched: matched.length,
    flagged: judgeAll(matched).filter((one) => one.isFlagged),
    cost: costOf(prepared, wallClock()),
  };
}
