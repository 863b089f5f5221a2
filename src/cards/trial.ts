/** What a storyline would have taken of what is stored: looked at before it is switched on. */
import type { Card, CardButton } from '../domain/card.ts';
import type { Storyline } from '../domain/storyline.ts';
import { ACCENTS } from './accent.ts';
import { escaped } from './escape.ts';
import { buttons, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { maskedLink } from './link.ts';
import { more } from './lists.ts';
import { storylineTitle } from './storyline.ts';
import { words } from './words.ts';

const TITLE_LIMIT = 120;
const WARNING_LIMIT = 300;

interface Titled {
  readonly title: string;
  readonly outlet: string;
  readonly link: string | null;
}

/** Reports that only one of two versions takes. */
interface OneSide {
  readonly items: number;
  readonly sample: readonly Titled[];
}

/** The figures of a backtest. */
export interface TrialFigures {
  readonly items: number;
  readonly hits: number;
  readonly days: readonly { readonly hits: number }[];
  readonly warnings: readonly { readonly message: string; readonly remedy: string }[];
  readonly sample: readonly Titled[];
  readonly nearMisses: { readonly total: number; readonly shown: readonly Titled[] };
  readonly compared: { readonly onlyFirst: OneSide; readonly onlySecond: OneSide } | null;
}

export interface Trial {
  readonly storyline: Storyline;
  /** Its query in words, a line each; markdown. */
  readonly query: readonly string[];
  readonly figures: TrialFigures;
  /** What stands at the end. */
  readonly close: string;
  readonly buttons: readonly CardButton[];
}

function titled({ title, outlet, link }: Titled): string {
  return `- ${maskedLink(title, link, TITLE_LIMIT)} · ${escaped(outlet, TITLE_LIMIT)}`;
}

function listed(heading: string, reports: readonly Titled[], rank: number): readonly Section[] {
  if (reports.length === 0) return [];
  const lines = reports.map((report, index) => line(titled(report), rank + index));
  return [section([line(`**${heading}**`, RANK.lede)]), section(lines, more)];
}

/** How much it takes, in a sentence. */
export function trialText({ items, hits, days }: TrialFigures): string {
  if (items === 0) return words.own.nothingStored;
  const rate = (hits / Math.max(1, days.length)).toFixed(1);
  return words.own.found(hits, items, days.length, rate);
}

function comparedSections({ compared }: TrialFigures): readonly Section[] {
  if (compared === null) return [];
  const { onlyFirst, onlySecond } = compared;
  return [
    section([
      line(words.own.gains(onlyFirst.items), RANK.always),
      ...onlyFirst.sample.map((report, index) => line(titled(report), RANK.entry + index)),
    ]),
    section([
      line(words.own.loses(onlySecond.items), RANK.always),
      ...onlySecond.sample.map((report, index) => line(titled(report), RANK.entry + index)),
    ]),
  ];
}

export function trialCard({ storyline, query, figures, close, buttons: row }: Trial): Card {
  const warned = figures.warnings.map(({ message, remedy }) => {
    return line(`**${escaped(`${message} ${remedy}`, WARNING_LIMIT)}**`, RANK.fact);
  });
  const { total, shown } = figures.nearMisses;
  return {
    summary: words.own.trial(storyline.title),
    accent: ACCENTS.change,
    blocks: withinLimits([
      section([line(`### ${words.own.trial(storylineTitle(storyline))}`, RANK.always)]),
      section([
        line(`**${words.story.looksFor}**`, RANK.quote),
        ...query.map((text, index) => line(`- ${text}`, RANK.quote + index)),
      ]),
      section([line(trialText(figures), RANK.always), ...warned]),
      ...comparedSections(figures),
      ...listed(words.own.wouldTake, figures.sample, RANK.entry),
      ...listed(words.own.nearMisses(total), shown, RANK.detail),
      section([line(`-# ${close}`, RANK.always)]),
      buttons(row),
    ]),
  };
}
