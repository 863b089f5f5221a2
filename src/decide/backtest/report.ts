/** Everything a moderator wants to know of a query before it is switched on. */
import type { Commonness } from '../match/commonness.ts';
import { judgeItem } from '../match/judge.ts';
import { type QueryWarning, warningsOf } from '../match/warn.ts';
import { type Comparison, compare } from './compare.ts';
import { type DayCount, hitsADay } from './days.ts';
import { type GroupEffect, groupEffects, type StopEffect, stopEffects } from './groups.ts';
import { distinct, type Named, named, type Read, spread } from './item.ts';
import { againstLabels, type LabelReport, type Missed, whyMissed } from './labels.ts';
import { type Likeness, likenessTo } from './likeness.ts';
import { proposeStops, type StopProposals } from './stopTerms.ts';
import type { Survey } from './survey.ts';
import { proposeWords, type WordProposal } from './words.ts';

/** A hit, and the words of the item that made it one; none where likeness brought it. */
export interface Sampled extends Named {
  readonly found: readonly string[];
}

/** Of how many items these are the first by strength. */
export interface Strongest {
  readonly total: number;
  readonly shown: readonly Missed[];
}

/** Plain values only. */
export interface Report {
  /** The query in canonical form. */
  readonly query: string;
  readonly warnings: readonly QueryWarning[];
  readonly items: number;
  readonly hits: number;
  /** Hits that likeness brought and the query missed. */
  readonly joined: number;
  /** Of all items, 0..1. */
  readonly share: number;
  readonly days: readonly DayCount[];
  readonly sample: readonly Sampled[];
  readonly groups: readonly GroupEffect[];
  readonly stops: readonly StopEffect[];
  readonly nearMisses: Strongest;
  readonly stopped: Strongest;
  readonly proposedStops: StopProposals;
  readonly proposedWords: readonly WordProposal[];
  readonly compared: Comparison | null;
  readonly labels: LabelReport | null;
}

const SHOWN = 10;

/** What is shown first, and made in a moment. */
export type Brief = Pick<Report, 'warnings' | 'items' | 'hits' | 'days' | 'sample' | 'nearMisses' | 'compared'>;

/** So many are looked at for what reads most like them: more would keep others waiting. */
const LOOKED_AT = 300;

/** The brief of a survey; near misses are looked for among a few hundred that are spread over the whole time. */
export function briefOf(survey: Survey, commonness: Commonness): Brief {
  const likeness = likenessTo(spread(survey.hits, LOOKED_AT), commonness);
  return briefBy({ ...survey, nearMisses: spread(survey.nearMisses, LOOKED_AT) }, likeness, commonness);
}

function briefBy(survey: Survey, likeness: Likeness, commonness: Commonness): Brief {
  const { asked, items, hits, from, until, nearMisses, lost } = survey;
  const missed = lost.reduce((sum, count) => sum + count, 0);
  return {
    warnings: warningsOf(asked.query, commonness),
    items,
    hits: hits.length,
    days: hitsADay(hits, from, until),
    sample: spread(distinct(hits), SHOWN).map((each) => sampled(each, survey)),
    nearMisses: { total: missed, shown: strongest(nearMisses, survey, likeness) },
    compared: compare(survey),
  };
}

/** The report of a survey. */
export function reportOf(survey: Survey, commonness: Commonness): Report {
  const { asked, items, hits, joined, stopped } = survey;
  const likeness = likenessTo(hits, commonness);
  return {
    ...briefBy(survey, likeness, commonness),
    query: asked.query.written,
    joined: joined.length,
    share: items === 0 ? 0 : hits.length / items,
    groups: groupEffects(survey),
    stops: stopEffects(survey),
    stopped: { total: stopped.length, shown: strongest(stopped, survey, likeness) },
    proposedStops: proposeStops(survey, likeness, commonness),
    proposedWords: proposeWords(survey, likeness, commonness),
    labels: againstLabels(survey),
  };
}

function sampled({ item, read }: Read, { asked }: Survey): Sampled {
  const { hits } = judgeItem(asked.query, read).why;
  const found = new Map(hits.map(({ text }) => [text.toLowerCase(), text]));
  return { ...named(item), found: [...found.values()].filter(Boolean) };
}

/** Those that read most like the hits; without hits, those that hold most of the query in their titles. */
function strongest(reads: readonly Read[], survey: Survey, likeness: Likeness): readonly Missed[] {
  const { asked, hits } = survey;
  const strengthOf = (each: Read) => (hits.length > 0 ? likeness(each) : judgeItem(asked.query, each.read).score);
  const byStrength = distinct(reads).map((each) => ({ each, strength: strengthOf(each) }));
  byStrength.sort((a, b) => b.strength - a.strength);
  return byStrength.slice(0, SHOWN).map(({ each }) => ({ ...named(each.item), ...whyMissed(each, survey) }));
}
