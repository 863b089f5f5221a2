/** What a server reads first: what the bot does, and how its moderators begin. */
import type { Card } from '../domain/card.ts';
import { ACCENTS } from './accent.ts';
import { line, RANK, section, withinLimits } from './limits.ts';
import { words } from './words.ts';

export function welcomeCard(): Card {
  const { headline, does, begin, ask } = words.welcome;
  return {
    summary: headline,
    accent: ACCENTS.list,
    blocks: withinLimits([section([`### ${headline}`, does, begin, ask].map((text) => line(text, RANK.always)))]),
  };
}
