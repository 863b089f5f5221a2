/** What the desk would say of saved documents of one feed: the rules of a poll, run over files. */

import { vocabularyOf } from '../../decide/rules.ts';
import type { DueFeed } from '../../domain/facts.ts';
import {
  type Fault,
  type Feed,
  type FeedVerdict,
  NOTHING_KNOWN,
  neverPolled,
  type PollState,
  type Remark,
} from '../../domain/feed.ts';
import type { Outlet } from '../../domain/outlet.ts';
import type { Fetched } from '../../domain/ports.ts';
import type { Instant } from '../../domain/time.ts';
import { decode } from '../../feeds/decode.ts';
import type { Failure } from '../../feeds/failure.ts';
import { type Memory, NOTHING_REMEMBERED } from '../../feeds/memory.ts';
import type { NotAFeed } from '../../feeds/parse.ts';
import { type ReadFeed, read, type SameDocument } from '../../feeds/read.ts';
import { illFormed } from '../../feeds/wellformed.ts';
import { openRules } from '../../main.ts';
import { type TakePorts, takeFetched } from '../../run/poll.ts';
import { KnownItems } from './knownItems.ts';

/** Whose documents they are, and when they were read. */
export interface LintSubject {
  readonly feed: Feed;
  readonly outlet: Outlet;
  /** Where they were read; null when nobody knows. */
  readonly url: string | null;
  readonly now: Instant;
  readonly trapAt: (address: string) => string | null;
}

export interface Lint {
  readonly verdict: FeedVerdict;
  /** The gravest first; what a document is instead when it is no feed. */
  readonly faults: readonly { readonly verdict: FeedVerdict; readonly says: string }[];
  readonly remarks: readonly Remark[];
}

/** What a document says of its feed needs no storyline. */
const NO_RULES = openRules([], vocabularyOf({}));

/** Documents of one feed in the order they were polled, each judged knowing those before it. */
export class Linter {
  readonly #subject: LintSubject;
  readonly #ports: TakePorts;
  #state: PollState;
  #memory: Memory = NOTHING_REMEMBERED;
  /** Of the last document that was a feed. */
  #hash: string | null = null;

  constructor(subject: LintSubject) {
    this.#subject = subject;
    this.#state = neverPolled(subject.feed.id, subject.now);
    const { trapAt } = subject;
    this.#ports = { store: new KnownItems(), rules: () => NO_RULES, trapAt, onCommitted: () => undefined };
  }

  /** Judges the next document. */
  async lint(bytes: Uint8Array): Promise<Lint> {
    const result = await read({ ...this.#subject, bytes, ...UNSAID, knownHash: this.#hash }, this.#memory);
    await this.#take(fetchedBy(result));
    if (result.kind === 'not_a_feed' || result.kind === 'failed') return lintOfFailure(result, bytes);
    if (result.kind === 'read') this.#remember(result);
    return lintOf(this.#state, bytes);
  }

  #remember({ memory, bodyHash }: ReadFeed): void {
    this.#memory = memory;
    this.#hash = bodyHash;
  }

  async #take(fetched: Fetched): Promise<void> {
    const { feed, outlet, now } = this.#subject;
    const due: DueFeed = { feed, outlet, state: this.#state, nextDeadlineAt: null, toldUntil: null };
    this.#state = await takeFetched(due, fetched, now, this.#ports);
  }
}

/** Larger than any feed that is ever polled. */
const LARGEST = 100_000_000;

/** What a file does not say of how it was fetched. */
const UNSAID = { charset: null, packing: null, complete: true, delta: false, memory: null, maxBytes: LARGEST } as const;
const UNCHANGED: Fetched = {
  kind: 'unchanged',
  validators: NOTHING_KNOWN,
  byBody: true,
  movedTo: null,
  ttlMinutes: null,
};

type Unread = NotAFeed | Failure;

function fetchedBy(result: ReadFeed | SameDocument | Unread): Fetched {
  if (result.kind === 'same') return UNCHANGED;
  if (result.kind !== 'read') {
    return { kind: 'failed', verdict: result.verdict, reason: result.reason, retryAt: null };
  }
  const { items, signs, problems, ttlMinutes } = result;
  return { kind: 'items', items, validators: NOTHING_KNOWN, signs, memory: null, movedTo: null, problems, ttlMinutes };
}

/** A remark on what keeps a document that is XML from being well-formed. */
function formRemarks(bytes: Uint8Array): readonly Remark[] {
  const { text } = decode(bytes, null);
  const says = text.trimStart().startsWith('{') ? null : illFormed(text);
  return says === null ? [] : [{ name: 'ill_formed', says }];
}

function lintOf({ verdict, faults, remarks }: PollState, bytes: Uint8Array): Lint {
  const shown = faults.map((fault: Fault) => ({ verdict: fault.verdict, says: fault.says }));
  return { verdict, faults: shown, remarks: [...remarks, ...formRemarks(bytes)] };
}

/** How well an HTML page is formed concerns nobody. */
function lintOfFailure({ verdict, reason }: Unread, bytes: Uint8Array): Lint {
  const remarks = verdict === 'bad_xml' || verdict === 'truncated' ? formRemarks(bytes) : [];
  return { verdict, faults: [{ verdict, says: reason }], remarks };
}
