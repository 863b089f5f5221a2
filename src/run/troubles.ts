/**
 * What operators are told of feeds: each trouble once. When nothing answers any more, this machine's own network is the
 * likelier culprit than every feed by itself: that is said instead, once, until something answers.
 */
import type { DueFeed } from '../domain/facts.ts';
import type { FeedVerdict } from '../domain/feed.ts';
import type { FeedId } from '../domain/ids.ts';
import type { Fetched, Log } from '../domain/ports.ts';

export interface Polled {
  readonly due: DueFeed;
  readonly fetched: Fetched;
  /** How the feed stands after it. */
  readonly verdict: FeedVerdict;
  /** Why it is not healthy, in one sentence; null while it is. */
  readonly reason: string | null;
}

/** Fewer hosts that fall silent together may well have fallen by themselves. */
const MANY_HOSTS = 3;

function isSilent({ fetched }: Polled): boolean {
  return fetched.kind === 'failed' && fetched.verdict === 'unreachable';
}

/** Old entries under new dates trouble nobody: `/feed health` says it, the log does not. */
function toldAs(verdict: FeedVerdict): FeedVerdict {
  return verdict === 'new' || verdict === 'redated' ? 'healthy' : verdict;
}

/** What was told of a feed before: in this process or, as the store remembers, in one before it. */
function toldBefore({ due }: Polled): FeedVerdict {
  return toldAs(due.state.verdict);
}

export class Troubles {
  readonly #log: Log;
  readonly #told = new Map<FeedId, FeedVerdict>();
  /** Fallen silent since anything answered. */
  readonly #silentHosts = new Set<string>();
  #isCutOff = false;

  constructor(log: Log) {
    this.#log = log;
  }

  /** Feeds polled together, however each of them ended. */
  report(round: readonly Polled[]): void {
    const changed = round.filter(
      (polled) => toldAs(polled.verdict) !== (this.#told.get(polled.due.feed.id) ?? toldBefore(polled)),
    );
    for (const { due } of changed.filter(isSilent)) this.#silentHosts.add(new URL(due.feed.url).host);
    if (!round.every(isSilent)) this.#answered();
    if (round.every(isSilent) && this.#silentHosts.size >= MANY_HOSTS) this.#cutOff();
    else for (const polled of changed) this.#tell(polled);
  }

  #tell({ due, verdict, reason }: Polled): void {
    const feed = due.feed.id;
    this.#told.set(feed, toldAs(verdict));
    if (reason === null || toldAs(verdict) === 'healthy')
      this.#log.info({ feed, verdict }, `Feed ${feed}: is well again.`);
    else this.#log.warn({ feed, verdict }, reason);
  }

  #answered(): void {
    if (this.#isCutOff) this.#log.info({}, 'Feeds can be reached again.');
    this.#isCutOff = false;
    this.#silentHosts.clear();
  }

  /** The feeds count as untold: those that stay silent when others are back are told then. */
  #cutOff(): void {
    if (this.#isCutOff) return;
    this.#isCutOff = true;
    const hosts = this.#silentHosts.size;
    this.#log.warn(
      { hosts },
      `No feed can be reached (${hosts} hosts tried): check this machine's network. Each feed is tried again by itself.`,
    );
  }
}
