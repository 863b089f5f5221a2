/** The Chat port over the preview's channels: a card becomes the same body that Discord would be sent. */
import type { Card } from '../../domain/card.ts';
import type { PostedId } from '../../domain/ids.ts';
import type { Audience, Showing, Subject } from '../../domain/message.ts';
import type { Chat, Clock, Finding, Log, Outcome } from '../../domain/ports.ts';
import { between, MINUTE } from '../../domain/time.ts';
import { digestOf, messageBody } from '../payload.ts';
import type { Channels, Content, PreviewMessage } from './channels.ts';

interface ContentParts {
  readonly draw: (subject: Subject, audience: Audience) => Card;
  /** Whether the page can show how a deadline came to its date. */
  readonly hasHistories: boolean;
}

export interface ChatParts extends ContentParts {
  readonly channels: Channels;
  readonly clock: Clock;
  readonly log: Log;
}

/** How far a message may seem older than its first try and still be its fruit: clocks are set now and then. */
const CLOCK_SLACK = MINUTE;

function contentOf({ subject, audience, marker, role }: Showing, { draw, hasHistories }: ContentParts): Content {
  const card = draw(subject, audience);
  const body = messageBody(card, marker, role);
  const deadline = hasHistories && subject.kind === 'deadline' ? subject.deadline.id : null;
  return { body, digest: digestOf(body), summary: card.summary, deadline };
}

/** The role's line stays, so that only a changed card changes the message; nobody is pinged twice. */
function quiet(content: Content): Content {
  return { ...content, body: { ...content.body, allowed_mentions: { parse: [] } } };
}

function done(message: PreviewMessage): Outcome {
  return { kind: 'done', posted: message.id, digest: message.digest };
}

function gone(posted: PostedId, { channel }: Showing): Outcome {
  return { kind: 'gone', what: 'message', reason: `the preview's channel ${channel} has no message ${posted}` };
}

function isTheirs(message: PreviewMessage, { channel, marker, firstTriedAt }: Showing): boolean {
  if (message.channel !== channel || message.marker !== marker) return false;
  return firstTriedAt === null || between(firstTriedAt, message.postedAt) >= -CLOCK_SLACK;
}

/**
 * Posts and edits become visible at once and stay, as far as the channels are kept. Methods never reject: what cannot
 * be written now is `later`, with its cause in the log.
 */
export function previewChat(parts: ChatParts): Chat {
  const { channels, clock, log } = parts;

  const edit = (posted: PostedId, content: Content, showing: Showing): Outcome => {
    const known = channels.message(showing.channel, posted);
    if (known?.digest === content.digest) return done(known);
    const message = channels.edit(showing.channel, posted, quiet(content), clock.now());
    return message ? done(message) : gone(posted, showing);
  };

  /** The message that already carries the nonce may show an older card: then it is brought up to date. */
  const post = (showing: Showing): Outcome => {
    const { channel, nonce, marker, replyTo } = showing;
    const content = contentOf(showing, parts);
    const message = channels.post({ channel, nonce, marker, replyTo, ...content }, clock.now());
    return edit(message.id, content, showing);
  };

  const guarded = (what: string, showing: Showing, act: () => Outcome): Outcome => {
    try {
      return act();
    } catch (error) {
      log.error({ err: error, key: showing.key }, `preview: the ${what} failed`);
      return { kind: 'later', reason: `the preview could not keep the ${what}: ${error}`, retryAt: null };
    }
  };

  const find = (showing: Showing): Finding => {
    const found = channels.messages().findLast((message) => isTheirs(message, showing));
    return found ? { kind: 'found', posted: found.id } : { kind: 'absent' };
  };

  return {
    post: async (showing) => guarded('post', showing, () => post(showing)),
    edit: async (showing, posted) => guarded('edit', showing, () => edit(posted, contentOf(showing, parts), showing)),
    find: async (showing) => find(showing),
  };
}
