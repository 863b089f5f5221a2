/** Enough origins report what a card already shows: the call that an edit cannot make. */
import type { Card } from '../domain/card.ts';
import type { Subject } from '../domain/message.ts';
import { ACCENTS } from './accent.ts';
import { countText, headlineOf } from './development.ts';
import { escaped, plain } from './escape.ts';
import { line, RANK, section, withinLimits } from './limits.ts';
import { storylineText } from './storyline.ts';
import { words } from './words.ts';

type CorroborationSubject = Extract<Subject, { kind: 'corroboration' }>;

const HEADLINE_LIMIT = 250;

/** Says what is reported and by how many; the reports themselves stand in the card that this answers. */
export function corroborationCard({ storyline, development }: CorroborationSubject): Card {
  const headline = headlineOf(development);
  return {
    summary: `${words.corroboration}: ${plain(headline, HEADLINE_LIMIT)}`,
    accent: ACCENTS.development,
    blocks: withinLimits([
      section([
        line(`**${words.corroboration}:** ${escaped(headline, HEADLINE_LIMIT)}`, RANK.always),
        line(countText(development), RANK.always),
        line(storylineText(storyline), RANK.note),
      ]),
    ]),
  };
}
