import type { Card } from '../domain/card.ts';
import type { Audience, Subject } from '../domain/message.ts';
import { catchUpCard } from './catchUp.ts';
import { changeCard } from './change.ts';
import { corroborationCard } from './corroboration.ts';
import { deadlineCard } from './deadline.ts';
import { developmentCard } from './development.ts';
import { digestCard } from './digest.ts';
import { speaking } from './language.ts';
import { noticeCard } from './notice.ts';
import { proposalCard } from './proposal.ts';
import { rulingCard } from './ruling.ts';
import { rungCard } from './rung.ts';
import { threadCard } from './thread.ts';
import { welcomeCard } from './welcome.ts';

/** Whoever reads English and asks for no role. */
const ANYONE: Audience = { language: null, hasRole: false };

/** The card of a row of the board, in its readers' language. The same subject gives the same card: nothing in it depends on the hour. */
export function drawCard(subject: Subject, audience: Audience = ANYONE): Card {
  return speaking(audience.language, () => cardOf(subject, audience));
}

function cardOf(subject: Subject, audience: Audience): Card {
  switch (subject.kind) {
    case 'development':
      return developmentCard(subject, audience);
    case 'corroboration':
      return corroborationCard(subject);
    case 'digest':
      return digestCard(subject);
    case 'ruling':
      return rulingCard(subject);
    case 'deadline':
      return deadlineCard(subject.storyline, subject.deadline, audience);
    case 'change':
      return changeCard(subject);
    case 'rung':
      return rungCard(subject);
    case 'catch_up':
      return catchUpCard(subject);
    case 'notice':
      return noticeCard(subject.notice);
    case 'proposal':
      return proposalCard(subject);
    case 'thread':
      return threadCard(subject.storyline, audience);
    case 'welcome':
      return welcomeCard();
  }
}
