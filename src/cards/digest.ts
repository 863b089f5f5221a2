/** Several developments in one message: what a channel is told of beyond the messages that it wants. */
import type { Card } from '../domain/card.ts';
import type { Report } from '../domain/development.ts';
import type { Telling } from '../domain/edition.ts';
import type { Subject, ToldBriefly } from '../domain/message.ts';
import { ACCENTS } from './accent.ts';
import { countText, headlineOf, isVoid } from './development.ts';
import { escaped } from './escape.ts';
import { type Line, line, RANK, section, withinLimits } from './limits.ts';
import { maskedLink } from './link.ts';
import { more } from './lists.ts';
import { storylineTitle } from './storyline.ts';
import { words } from './words.ts';

type DigestSubject = Extract<Subject, { kind: 'digest' }>;

const HEADLINE_LIMIT = 160;

function linkOf([first]: readonly Report[]): string | null {
  return first?.link ?? null;
}

function headlineText(telling: Telling): string {
  const headline = headlineOf(telling);
  if (isVoid(telling)) return `~~${escaped(headline, HEADLINE_LIMIT)}~~`;
  return `**${maskedLink(headline, linkOf(telling.reports), HEADLINE_LIMIT)}**`;
}

/** A headline with its link, and how many tell it. */
export function brieflyLine({ storyline, development }: ToldBriefly, index: number): Line {
  return line(
    `${headlineText(development)}\n-# ${countText(development)} · ${storylineTitle(storyline)}`,
    RANK.entry + index,
  );
}

/** What was merged is told where it went. */
export function isToldHere({ development }: ToldBriefly): boolean {
  return development.reports.length > 0;
}

/** The newest development last, as they came. */
export function digestCard(subject: DigestSubject): Card {
  const entries = subject.entries.filter(isToldHere);
  const lines = entries.map(brieflyLine);
  const summary = words.digest.headline(entries.length);
  return {
    summary,
    accent: ACCENTS.development,
    blocks: withinLimits([section([line(`### ${summary}`, RANK.always)]), section(lines, more)]),
  };
}
