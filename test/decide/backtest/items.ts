/** Items of our own writing, and what a backtest makes of them. */

import type { PastText } from '../../../src/decide/backtest/item.ts';
import { type Report, reportOf } from '../../../src/decide/backtest/report.ts';
import { type Survey, surveyItems } from '../../../src/decide/backtest/survey.ts';
import { commonnessIn } from '../../../src/decide/match/commonness.ts';
import { type CompiledQuery, compileQuery } from '../../../src/decide/match/compile.ts';
import type { Aliases } from '../../../src/domain/storyline.ts';
import { instantOf, parseInstant } from '../../../src/domain/time.ts';

/** News at large, as far as these tests need it: a few words known, one of them common. */
export const COMMONNESS = commonnessIn({
  items: 1_000,
  counts: new Map([
    ['talks', 20],
    ['envoys', 5],
    ['monday', 90],
    ['istanbul', 3],
  ]),
});

/** A title on a day of July 2025, with its labels. */
export type Line = readonly [day: number, title: string, labels?: readonly string[]];

/** The lines as items, an hour after one another. */
export function itemsOf(lines: readonly Line[]): readonly PastText[] {
  return lines.map(([day, title, labels], index) => ({
    id: `i${index}`,
    title,
    lede: '',
    link: null,
    outlet: 'The Harbour',
    published: parseInstant(`2025-07-${String(day).padStart(2, '0')}T12:00:00Z`) ?? instantOf(0),
    labels: labels ?? null,
  }));
}

export function compiled(text: string, aliases: Aliases = {}): CompiledQuery {
  const read = compileQuery(text, aliases);
  if (read.kind === 'error') throw new Error(read.error.message);
  return read.query;
}

export interface Asking {
  readonly against?: string;
  readonly label?: string;
  readonly aliases?: Aliases;
}

export function surveyOf(query: string, lines: readonly Line[], { against, label, aliases }: Asking = {}): Survey {
  const other = against === undefined ? null : compiled(against, aliases);
  const asked = { query: compiled(query, aliases), other, label: label ?? null, joins: null };
  const [survey] = surveyItems([asked], itemsOf(lines));
  if (!survey) throw new Error('One query makes one survey');
  return survey;
}

export function reportOn(query: string, lines: readonly Line[], asking: Asking = {}): Report {
  return reportOf(surveyOf(query, lines, asking), COMMONNESS);
}

export const titles = (items: readonly { readonly title: string }[]) => items.map(({ title }) => title);

const TALKS = ['talks'];

/** Two storylines meet in one city, and it has news of its own; half of what names it is right. */
export const CITY: readonly Line[] = [
  [16, 'Kyiv and Moscow delegations sit down in Istanbul', TALKS],
  [16, 'Iran and European envoys meet in Istanbul over enrichment', ['snapback']],
  [17, 'Istanbul talks end with a swap of a thousand prisoners', TALKS],
  [18, 'Ferry aground in Istanbul, nobody hurt', []],
  [19, 'Ukraine names its delegation for Istanbul', TALKS],
  [20, 'Enrichment stays, Iran says in Istanbul', ['snapback']],
  [21, 'Ferry service in Istanbul resumes', []],
  [25, 'Third round in Istanbul brings another swap', TALKS],
  [26, 'Rain over the harbour', []],
];
