/** The port to news feeds: one poll is one request, one document read, and its items. */
import { createHash } from 'node:crypto';
import type { Feed, PollState, Validators } from '../domain/feed.ts';
import type { Outlet } from '../domain/outlet.ts';
import type { Feeds, Fetched, Log } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { readDocument } from './document.ts';
import { type Failure, failed } from './failure.ts';
import { type Body, createHttp, type Http, type HttpOptions, type NotModified } from './fetch.ts';
import { itemsOf } from './item.ts';
import type { FeedDocument } from './parse.ts';

export interface FeedsOptions extends HttpOptions {
  readonly log: Log;
}

/** No feed is left alone for longer than a day because it asks for it. */
const LONGEST_TTL_MINUTES = 1_440;
/** A broken feed has a problem in every entry; operators need the first ones. */
const PROBLEMS_KEPT = 20;
const NOTHING_KNOWN: Validators = { etag: null, lastModified: null, bodyHash: null };

/** One poll: what is asked, for whom, and what is known. */
interface Poll {
  readonly feed: Feed;
  readonly outlet: Outlet;
  readonly known: Validators;
  readonly now: Instant;
  readonly log: Log;
}

/** `maxBytes` is 5 MB for news; see `HttpOptions` for the rest. */
export function createFeeds(options: FeedsOptions): Feeds {
  const http = createHttp(options);
  const { log } = options;
  return {
    fetch: (feed, outlet, state, now, signal) => fetchFeed(http, pollOf(feed, outlet, state, now, log), signal),
    close: () => http.close(),
  };
}

function pollOf(feed: Feed, outlet: Outlet, state: PollState, now: Instant, log: Log): Poll {
  return { feed, outlet, known: state.validators, now, log };
}

/** A fault of ours in reading one feed must not stop the others: it is logged with its cause and told as a failure. */
async function fetchFeed(http: Http, poll: Poll, signal: AbortSignal): Promise<Fetched> {
  try {
    const answer = await http.get(poll.feed.url, poll.known, poll.now, signal);
    if (answer.kind === 'failed') return told(answer, poll.feed);
    return answer.kind === 'body' ? await readBody(answer, poll) : stillTheSame(answer, poll);
  } catch (error) {
    poll.log.error({ feed: poll.feed.id, err: error }, 'A feed could not be read because of a fault of the desk.');
    return told(
      failed('bad_xml', 'a fault of the desk kept it from being read; report it with its log line'),
      poll.feed,
    );
  }
}

/** A 304 may bring new validators, one or both; those it does not mention still hold. */
function stillTheSame({ etag, lastModified, maxAgeMinutes }: NotModified, { known }: Poll): Fetched {
  const validators = { ...known, etag: etag ?? known.etag, lastModified: lastModified ?? known.lastModified };
  return { kind: 'unchanged', validators, ttlMinutes: longestTtl(null, maxAgeMinutes) };
}

async function readBody(body: Body, poll: Poll): Promise<Fetched> {
  const { etag, lastModified, maxAgeMinutes, bytes, complete } = body;
  const bodyHash = createHash('sha256').update(bytes).digest('hex');
  const validators = complete ? { etag, lastModified, bodyHash } : NOTHING_KNOWN;
  if (body.moved) poll.log.warn({ feed: poll.feed.id, url: body.url }, 'A feed moved for good: update its address.');
  if (complete && bodyHash === poll.known.bodyHash) {
    return { kind: 'unchanged', validators, ttlMinutes: longestTtl(null, maxAgeMinutes) };
  }
  const { document } = await readDocument(bytes, body.charset, body.url);
  if (document.kind === 'not_a_feed') return told(failed(document.verdict, document.reason), poll.feed);
  const ttlMinutes = longestTtl(document.ttlMinutes, maxAgeMinutes);
  return itemsFrom(document, document.cutOff ? NOTHING_KNOWN : validators, complete, ttlMinutes, poll);
}

function itemsFrom(
  document: FeedDocument,
  validators: Validators,
  complete: boolean,
  ttlMinutes: number | null,
  { feed, outlet, now }: Poll,
): Fetched {
  const { items, problems } = itemsOf(document.entries, feed, outlet, now);
  const cut = complete ? [] : ['the connection closed before the document ended; it is fetched again'];
  const all = [...cut, ...document.problems, ...problems];
  return { kind: 'items', items, validators, problems: firstOf(all), ttlMinutes };
}

function firstOf(problems: readonly string[]): readonly string[] {
  const more = problems.length - PROBLEMS_KEPT;
  return more > 0 ? [...problems.slice(0, PROBLEMS_KEPT), `and ${more} more`] : problems;
}

function longestTtl(...asked: readonly (number | null)[]): number | null {
  const minutes = asked.filter((each) => each !== null);
  return minutes.length === 0 ? null : Math.min(Math.ceil(Math.max(...minutes)), LONGEST_TTL_MINUTES);
}

/** One sentence for operators. Only the host is named: paths and parameters of some feeds are their readers' secrets. */
function told({ verdict, reason, retryAt }: Failure, { id, url }: Feed): Fetched {
  const host = URL.canParse(url) ? new URL(url).host : 'no valid address';
  return { kind: 'failed', verdict, reason: `Feed ${id} (${host}): ${reason}.`, retryAt };
}
