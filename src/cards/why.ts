/** Why an article is in a storyline, or is not: every term found, with its words and its place. */
import type { Card } from '../domain/card.ts';
import type { ExplainedItem } from '../domain/facts.ts';
import type { Explanation, Hit, Likeness, StorylineJudgement } from '../domain/match.ts';
import type { Storyline } from '../domain/storyline.ts';
import { ACCENTS } from './accent.ts';
import { escaped } from './escape.ts';
import { DIVIDER, type Line, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { maskedLink } from './link.ts';
import { more } from './lists.ts';
import { sourceText } from './source.ts';
import { storylineTitle } from './storyline.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

const TITLE_LIMIT = 200;
const TERM_LIMIT = 80;
const STOPS_SHOWN = 12;
const NEAR_SHOWN = 5;

/** An article as stored, and what the storylines make of its words now. */
export interface ExplainedArticle {
  readonly item: ExplainedItem;
  /** Every storyline's judgement by today's rules, matching or not. */
  readonly judged: readonly StorylineJudgement[];
}

function quoted(text: string): string {
  return words.quote(escaped(text, TERM_LIMIT));
}

function hitText({ term, text, field, alias }: Hit): string {
  const found = field === 'item' ? escaped(term, TERM_LIMIT) : quoted(text);
  const named = alias === null ? '' : ` ${words.why.byAlias(escaped(alias, TERM_LIMIT))}`;
  return `${found} ${words.why.fields[field]}${named}`;
}

/** One line for each group: what of it was found, each once, however many parts of the query ask for it. */
function groupLines(hits: readonly Hit[], rank: number): readonly Line[] {
  const groups = [...new Set(hits.map((hit) => hit.group))];
  return groups.map((group, index) => {
    const found = new Set(hits.filter((hit) => hit.group === group).map(hitText));
    return line(`- ${[...found].join(' · ')}`, rank + index);
  });
}

function likenessText({ similarity, shared, effect }: Likeness): string {
  const names = shared.map((stem) => escaped(stem, TERM_LIMIT)).join(', ');
  return `-# ${words.why.likeness[effect](Math.round(similarity * 100), names)}`;
}

function stopsText(stops: readonly string[]): string {
  const shown = stops.slice(0, STOPS_SHOWN).map((stop) => escaped(stop, TERM_LIMIT));
  const beyond = stops.length - shown.length;
  const list = [...shown, ...(beyond > 0 ? [words.lists.more(beyond)] : [])].join(', ');
  return `-# ${words.why.wouldStop(list)}`;
}

function explanationLines({ hits, likeness, wouldStop }: Explanation, rank: number): readonly Line[] {
  return [
    ...groupLines(hits, rank),
    ...(likeness === null ? [] : [line(likenessText(likeness), RANK.note)]),
    ...(wouldStop.length === 0 ? [] : [line(stopsText(wouldStop), RANK.lede)]),
  ];
}

function matchSection(storyline: Storyline, why: Explanation, heading: string): Section {
  return section([
    line(`**${storylineTitle(storyline)}** · ${heading}`, RANK.always),
    ...explanationLines(why, RANK.quote),
  ]);
}

/** A rule may have changed since: what was kept is shown, and whether it would still hold. */
function matchSections({ item, judged }: ExplainedArticle): readonly Section[] {
  return item.matches.flatMap((match) => {
    const now = judged.find(({ storyline }) => storyline.slug === match.storyline);
    if (!now) return [];
    return [matchSection(now.storyline, match.why, now.judgement.matched ? words.why.matched : words.why.noLonger)];
  });
}

function mentionSections({ item, judged }: ExplainedArticle): readonly Section[] {
  return item.mentions.flatMap((mention) => {
    const now = judged.find(({ storyline }) => storyline.slug === mention.storyline);
    if (!now) return [];
    const lines = groupLines(mention.hits, RANK.entry);
    return [
      section([line(`**${storylineTitle(now.storyline)}** · ${words.why.mentioned}`, RANK.note), ...lines], () => null),
    ];
  });
}

function missingText({ judgement: { why } }: StorylineJudgement): string {
  if (why.blockedBy.length > 0) return words.why.stopped(why.blockedBy.map(hitText).join(' · '));
  return words.why.missing(why.missing.map((group) => escaped(group, TITLE_LIMIT)).join(' · '));
}

/** Found but for one group, or stopped: what a moderator would want to know of the others. */
function isNear({ judgement: { matched, why } }: StorylineJudgement): boolean {
  if (matched || why.hits.length === 0) return false;
  return why.missing.length === 0 || (why.missing.length === 1 && why.blockedBy.length === 0);
}

function nearSections({ item, judged }: ExplainedArticle): readonly Section[] {
  const told = new Set([...item.matches, ...item.mentions].map((each) => each.storyline));
  const near = judged.filter((each) => isNear(each) && !told.has(each.storyline.slug));
  const ranked = [...near].sort((a, b) => b.judgement.score - a.judgement.score).slice(0, NEAR_SHOWN);
  if (ranked.length === 0) return [];
  const lines = ranked.map((each, index) =>
    line(`**${storylineTitle(each.storyline)}** · ${missingText(each)}`, RANK.entry + index),
  );
  return [DIVIDER, section([line(`### ${words.why.near}`, RANK.note), ...lines], more)];
}

/** By today's rules it would match, but it came before them, or in the first document of its feed. */
function lateSections({ item, judged }: ExplainedArticle): readonly Section[] {
  const told = new Set(item.matches.map((match) => match.storyline));
  const late = judged.filter(({ storyline, judgement }) => judgement.matched && !told.has(storyline.slug));
  const heading = item.baseline ? words.why.baseline : words.why.wouldMatch;
  return late.map(({ storyline, judgement }) => matchSection(storyline, judgement.why, heading));
}

/** The answer to `/story why`: what the article is in, what only its body speaks of, and what it just missed. */
export function whyCard(article: ExplainedArticle): Card {
  const { item } = article;
  const found = [...matchSections(article), ...lateSections(article), ...mentionSections(article)];
  const head = [
    line(`### ${maskedLink(item.title, item.link, TITLE_LIMIT)}`, RANK.always),
    line(`${sourceText(item.source, null)} · ${timestamp(item.published ?? item.seen, 'f')}`, RANK.always),
    ...(found.length === 0 ? [line(words.why.none, RANK.always)] : []),
  ];
  return {
    summary: words.why.summary,
    accent: ACCENTS.list,
    blocks: withinLimits([section(head), ...found, ...nearSections(article)]),
  };
}
