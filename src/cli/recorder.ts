/** A chat that only remembers: what a backtest would have posted and edited, and when. */
import { drawCard } from '../cards/draw.ts';
import { digestOf, messageBody } from '../chat/payload.ts';
import { id, type PostedId } from '../domain/ids.ts';
import type { Showing, Subject } from '../domain/message.ts';
import type { Chat, Outcome } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';

/** One post or edit as it would have happened. */
export interface Recorded {
  readonly at: Instant;
  readonly kind: 'post' | 'edit';
  readonly key: string;
  readonly subject: Subject['kind'];
  /** Null for what speaks of several. */
  readonly storyline: string | null;
  /** Whether a role would be called. */
  readonly ping: boolean;
  /** One line, as a notification shows it. */
  readonly summary: string;
  /** The card's text, Discord markdown. */
  readonly text: string;
}

export interface Recorder extends Chat {
  readonly recorded: readonly Recorded[];
}

function textOf(showing: Showing): Pick<Recorded, 'summary' | 'text'> {
  const card = drawCard(showing.subject);
  const blocks = card.blocks.map((block) => (block.kind === 'text' ? block.markdown : ''));
  return { summary: card.summary, text: blocks.filter(Boolean).join('\n') };
}

/** `onRecorded` is told of each post and edit as it happens. An edit that would read the same is none. */
export function openRecorder(now: () => Instant, onRecorded: (recorded: Recorded) => void = () => undefined): Recorder {
  const recorded: Recorded[] = [];
  const record = (kind: Recorded['kind'], showing: Showing, posted: PostedId): Outcome => {
    const digest = digestOf(messageBody(drawCard(showing.subject), showing.marker, showing.role));
    if (digest === showing.shownDigest) return { kind: 'done', posted, digest };
    const { key, subject } = showing;
    const ping = kind === 'post' && showing.role !== null;
    const named = {
      key,
      subject: subject.kind,
      storyline: 'storyline' in subject ? subject.storyline.slug : null,
      ping,
    };
    const one = { at: now(), kind, ...named, ...textOf(showing) };
    recorded.push(one);
    onRecorded(one);
    return { kind: 'done', posted, digest };
  };
  return {
    recorded,
    post: async (showing) => record('post', showing, id(showing.key)),
    edit: async (showing, posted) => record('edit', showing, posted),
    find: async () => ({ kind: 'absent' }),
  };
}
