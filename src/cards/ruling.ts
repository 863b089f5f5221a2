/** What moderators did to a card that people had read: the answer to it that those who read it see. */
import type { Card } from '../domain/card.ts';
import type { Subject } from '../domain/message.ts';
import { ACCENTS } from './accent.ts';
import { headlineOf, withReason } from './development.ts';
import { escaped, plain } from './escape.ts';
import { line, RANK, section, withinLimits } from './limits.ts';
import { storylineText } from './storyline.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

type RulingSubject = Extract<Subject, { kind: 'ruling' }>;

const HEADLINE_LIMIT = 250;

/** A correction or a kill; struck through where it was taken back. */
export function rulingCard({ storyline, edition, ruling }: RulingSubject): Card {
  const headline = headlineOf(edition);
  const { title, says } = ruling.kind === 'kill' ? words.ruling.kill : words.ruling.correct;
  const told = withReason(`**${title}** (${timestamp(ruling.at, 'f')})`, ruling.reason);
  const isUndone = ruling.undoneBy !== null;
  return {
    summary: `${isUndone ? words.ruling.undone : title}: ${plain(headline, HEADLINE_LIMIT)}`,
    accent: ACCENTS.change,
    blocks: withinLimits([
      section([
        line(isUndone ? `~~${told}~~` : told, RANK.always),
        line(isUndone ? `**${words.ruling.undone}**` : says(escaped(headline, HEADLINE_LIMIT)), RANK.always),
        line(storylineText(storyline), RANK.note),
      ]),
    ]),
  };
}
