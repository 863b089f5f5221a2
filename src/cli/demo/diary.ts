/** What happens in the channel, for those who watch the terminal: a line a post, a line an hour for a message's edits. */
import { drawCard } from '../../cards/draw.ts';
import type { MessageKey } from '../../domain/ids.ts';
import type { Showing } from '../../domain/message.ts';
import type { Chat, Outcome } from '../../domain/ports.ts';
import type { Instant } from '../../domain/time.ts';
import { minuteWords } from '../chain.ts';
import type { Terminal } from '../terminal.ts';

export interface Diary {
  readonly posts: number;
  readonly edits: number;
  /** The same chat; each post and edit that it shows is entered. */
  over(chat: Chat): Chat;
  /** Writes down the edits that still wait for the end of their hour, unless it is still that hour at `now`. */
  turnTo(now: Instant): void;
  /** Writes down all that waits. */
  close(): void;
}

/** Edits of one message within one hour: the latest, and how many. */
interface Edits {
  readonly at: Instant;
  readonly count: number;
  readonly showing: Showing;
}

function hour(at: Instant): string {
  return at.slice(0, 13);
}

function entry(at: Instant, kind: 'post' | 'edit', { subject }: Showing, count: number): string {
  const { summary } = drawCard(subject);
  const times = count === 1 ? '' : `${count} times: `;
  return `${minuteWords(at)}  ${kind}  ${subject.kind.padEnd(11)}  ${times}${summary}`;
}

function isVisible(outcome: Outcome, showing: Showing): boolean {
  return outcome.kind === 'done' && outcome.digest !== showing.shownDigest;
}

/** An empty diary; `now` is the simulated clock. */
export function openDiary(terminal: Terminal, now: () => Instant): Diary {
  const waiting = new Map<MessageKey, Edits>();
  let posts = 0;
  let edits = 0;

  const close = () => {
    for (const { at, count, showing } of waiting.values()) terminal.row(entry(at, 'edit', showing, count));
    waiting.clear();
  };

  const turnTo = (at: Instant) => {
    const [first] = waiting.values();
    if (first && hour(first.at) !== hour(at)) close();
  };

  const posted = (showing: Showing) => {
    close();
    posts += 1;
    terminal.row(entry(now(), 'post', showing, 1));
  };

  /** The message edited last comes last, so that the lines stay in the order of their times. */
  const edited = (showing: Showing) => {
    turnTo(now());
    edits += 1;
    const count = (waiting.get(showing.key)?.count ?? 0) + 1;
    waiting.delete(showing.key);
    waiting.set(showing.key, { at: now(), count, showing });
  };

  const entered = (outcome: Outcome, showing: Showing, enter: (showing: Showing) => void): Outcome => {
    if (isVisible(outcome, showing)) enter(showing);
    return outcome;
  };

  return {
    get posts() {
      return posts;
    },
    get edits() {
      return edits;
    },
    over: (chat) => ({
      post: async (showing) => entered(await chat.post(showing), showing, posted),
      edit: async (showing, id) => entered(await chat.edit(showing, id), showing, edited),
      find: (showing) => chat.find(showing),
    }),
    turnTo,
    close,
  };
}
