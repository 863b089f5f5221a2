/** Whether every feed that would be polled answers. */
import type { Config } from '../../config.ts';
import type { DueFeed } from '../../domain/facts.ts';
import { hostOf, neverPolled } from '../../domain/feed.ts';
import type { Log } from '../../domain/ports.ts';
import type { Instant } from '../../domain/time.ts';
import { openFeeds } from '../../main.ts';
import { inLanes } from '../../run/lanes.ts';
import { type Findings, NOTHING_FOUND } from './findings.ts';

function firstPolls({ catalogue }: Config, now: Instant): readonly DueFeed[] {
  const outlets = new Map(catalogue.outlets.map((outlet) => [outlet.id, outlet]));
  return catalogue.feeds.flatMap((feed) => {
    const outlet = outlets.get(feed.outlet);
    if (!feed.enabled || !outlet) return [];
    return [{ feed, outlet, state: neverPolled(feed.id, now), nextDeadlineAt: null, toldUntil: null }];
  });
}

/** One bad feed is its publisher's trouble; when none answers it is ours. */
function judged(asked: number, failed: readonly string[]): Findings {
  const rows = [`feeds      ${asked - failed.length} of ${asked} answer`];
  if (asked === 0 || failed.length < asked) return { rows, warnings: failed, problems: [] };
  return {
    ...NOTHING_FOUND,
    warnings: failed,
    problems: [`no feed answers (${asked} asked); check this machine's network, its proxy and its firewall`],
  };
}

/** Asks each once, as a first poll would; nothing of it is kept. */
export async function checkFeeds(config: Config, now: Instant, signal: AbortSignal, log: Log): Promise<Findings> {
  const feeds = openFeeds(config, log);
  const { concurrency: lanes, perHost } = config.polling;
  const failed: string[] = [];
  const due = firstPolls(config, now);
  const ask = async (one: DueFeed) => {
    const fetched = await feeds.fetch(one, { now, memory: null, signal });
    if (fetched.kind === 'failed') failed.push(`feed ${one.feed.id}: ${fetched.reason}`);
  };
  try {
    const hosts = { perHost: () => perHost, hostOf: ({ feed }: DueFeed) => hostOf(feed.url), isHeld: () => false };
    await inLanes(due, { lanes, ...hosts }, ask);
    return judged(due.length, failed.toSorted());
  } finally {
    await feeds.close();
  }
}
