/** Scores for people and for machines. */
import { type Cell, columns, section } from '../backtest/table.ts';
import { type Figures, type Ratio, shareOf } from './figures.ts';
import { ERROR_CLASSES, errorsOf, type Judged, readWords, rightWords } from './judge.ts';
import type { Cost } from './reading.ts';
import type { Flagged } from './stream.ts';

const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const ofWords = (ratio: Ratio) => `${ratio.right} of ${ratio.of} (${percent(shareOf(ratio))})`;

type Line = readonly [name: string, value: string, note: string];

function foundLines(figures: Figures): readonly Line[] {
  if (figures.scored === 0) return [];
  const { scored, found, missed, falseAlarms, precision, recall, strictF1, days, tierA } = figures;
  return [
    ['scored', String(scored), 'rows that say whether they hold a deadline with its day'],
    ['found', String(found), `${missed} missed, ${falseAlarms} false`],
    ['precision', percent(precision), 'flagged rightly, whatever the day'],
    ['recall', percent(recall), ''],
    ['strict F1', percent(strictF1), 'flagged with the right day'],
    ['right day', ofWords(days), 'of those found'],
    ['tier A', ofWords(tierA), 'may post by itself, with the right day'],
  ];
}

function askedLine(name: string, ratio: Ratio, note: string): readonly Line[] {
  return ratio.of === 0 ? [] : [[name, ofWords(ratio), note]];
}

function ratioLines(figures: Figures): readonly Line[] {
  return [
    ...askedLine('instant', figures.instants, 'stated clock times, to the right UTC instant'),
    ...askedLine('status', figures.statuses, 'pending, moved, passed, met, lifted'),
    ...askedLine('phrases', figures.phrases, 'kind and value'),
  ];
}

const costLines = ({ scored, inLine }: Cost): readonly Line[] => [
  ['cost', `${scored.toFixed(1)} µs`, 'an item, all that is scored; median of rounds'],
  ['in line', `${inLine.toFixed(1)} µs`, 'an item, as the line reads it: no status of the whole text'],
];

export function figureLines(figures: Figures, cost: Cost): readonly string[] {
  const lines: readonly Line[] = [
    ['rows', String(figures.rows), ''],
    ...foundLines(figures),
    ...ratioLines(figures),
    ['flagged', `${figures.flaggedPerThousand.toFixed(1)} ‰`, 'of all rows'],
    ...costLines(cost),
  ];
  return columns(lines);
}

function errorLine(judged: Judged): readonly string[] {
  const { row, text, readings } = judged;
  return [
    `  ${row.item.id}  ${text.replace(/\s+/g, ' ')}`,
    `    read  ${readWords(readings)}`,
    `    right ${rightWords(row.truth)}`,
  ];
}

/** The errors of each class, under its name. */
export function errorLines(judged: readonly Judged[]): readonly string[] {
  return ERROR_CLASSES.flatMap((name) => {
    const wrong = judged.filter((one) => errorsOf(one).includes(name));
    return section(`${name.toUpperCase()} (${wrong.length})`, wrong.flatMap(errorLine));
  });
}

export function scoreJson(figures: Figures, cost: Cost, judged: readonly Judged[]) {
  const errors = judged.filter((one) => errorsOf(one).length > 0);
  return {
    ...figures,
    microseconds: cost,
    errors: errors.map((one) => ({ ...readJson(one), classes: errorsOf(one), right: rightWords(one.row.truth) })),
  };
}

function readJson({ row, text, readings }: Judged) {
  return { id: row.item.id, text, read: readWords(readings) };
}

const perThousand = (count: number, of: number) => (of === 0 ? 0 : (1000 * count) / of);

export function streamLines({ rows, matched, flagged, cost }: Flagged): readonly string[] {
  const share = (of: number) => `${perThousand(flagged.length, of).toFixed(2)} ‰`;
  const lines: readonly (readonly Cell[])[] = [
    ['rows', String(rows), ''],
    ['matched', String(matched), 'taken in by a storyline of the catalogue'],
    ['flagged', `${flagged.length}: ${share(rows)}`, `of all rows, ${share(matched)} of those matched`],
    ...costLines(cost),
  ];
  const read = flagged.flatMap((one) => [errorLine(one)[0] ?? '', `    read  ${readWords(one.readings)}`]);
  return [...columns(lines), ...section('FLAGGED', read)];
}

export function streamJson(found: Flagged) {
  const { rows, matched, flagged, cost } = found;
  return {
    rows,
    matched,
    flaggedPerThousand: perThousand(flagged.length, rows),
    flaggedPerThousandMatched: perThousand(flagged.length, matched),
    microseconds: cost,
    flagged: flagged.map(readJson),
  };
}
