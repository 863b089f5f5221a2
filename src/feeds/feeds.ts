/** The port to news feeds: one poll is one request, one document read, and its items. */
import type { DueFeed } from '../domain/facts.ts';
import { addressOf, hostOf, NOTHING_KNOWN, type Validators } from '../domain/feed.ts';
import type { Feeds, Fetched, Log, PollContext } from '../domain/ports.ts';
import { between, DAY } from '../domain/time.ts';
import { type Failure, failed, failureOfError, Hostile } from './failure.ts';
import { type Body, createHttp, type Http, type HttpOptions, type NotModified } from './fetch.ts';
import { createReader, type Reader } from './reader.ts';
import type { Reading } from './worker.ts';

export interface FeedsOptions extends HttpOptions {
  readonly log: Log;
}

/** No feed is left alone for longer than a day because it asks for it. */
const LONGEST_TTL_MINUTES = 1_440;
/** A broken feed has a problem in every entry; operators need the first ones. */
const PROBLEMS_KEPT = 20;
/** Some servers answer 304 to anything: once in a while the document is read whatever they say. */
const BELIEVED_FOR = 8 * DAY;

/** One poll: what is asked, for whom, and what is known. */
interface Poll extends DueFeed {
  readonly url: string;
  /** What the request may rely on. */
  readonly known: Validators;
  readonly context: PollContext;
  readonly log: Log;
}

interface Adapters {
  readonly http: Http;
  readonly reader: Reader;
  readonly maxBytes: number;
}

/** `maxBytes` is 5 MB for news; see `HttpOptions` for the rest. */
export function createFeeds(options: FeedsOptions): Feeds {
  const adapters = { http: createHttp(options), reader: createReader(), maxBytes: options.maxBytes };
  const { log } = options;
  return {
    fetch: (due, context) => fetchFeed(adapters, pollOf(due, context, log)),
    close: async () => {
      await Promise.all([adapters.http.close(), adapters.reader.close()]);
    },
  };
}

function pollOf(due: DueFeed, context: PollContext, log: Log): Poll {
  return { ...due, url: addressOf(due.feed, due.state), known: believed(due, context), context, log };
}

function believed({ state }: DueFeed, { now }: PollContext): Validators {
  const isFresh = state.lastBodyAt !== null && between(state.lastBodyAt, now) <= BELIEVED_FOR;
  return isFresh ? state.validators : NOTHING_KNOWN;
}

/** A fault of ours in reading one feed must not stop the others: it is logged with its cause and told as a failure. */
async function fetchFeed(adapters: Adapters, poll: Poll): Promise<Fetched> {
  const { now, signal } = poll.context;
  try {
    const isSlow = poll.state.outcomes.includes('x');
    const answer = await adapters.http.get({ url: poll.url, validators: poll.known, now, isSlow, signal });
    if (answer.kind === 'failed') return told(answer, poll);
    return answer.kind === 'body' ? await readBody(answer, poll, adapters) : stillTheSame(answer, poll);
  } catch (error) {
    if (error instanceof Hostile) return told(failureOfError(error), poll);
    poll.log.error({ feed: poll.feed.id, err: error }, 'A feed could not be read because of a fault of the desk.');
    return told(failed('bad_xml', 'a fault of the desk kept it from being read; report it with its log line'), poll);
  }
}

/** A 304 may bring new validators, one or both; those it does not mention still hold. */
function stillTheSame(answer: NotModified, { state }: Poll): Fetched {
  const known = state.validators;
  const validators = {
    ...known,
    etag: answer.etag ?? known.etag,
    lastModified: answer.lastModified ?? known.lastModified,
  };
  return unchanged(validators, answer, false);
}

function unchanged(validators: Validators, { moved, url, freshMinutes }: Body | NotModified, byBody: boolean): Fetched {
  const movedTo = moved ? url : null;
  return { kind: 'unchanged', validators, byBody, movedTo, ttlMinutes: longestTtl(null, freshMinutes) };
}

/** What a server sent is believed only from a whole body; a delta's hash says nothing of the whole. */
function validatorsOf({ etag, lastModified, url, complete, delta }: Body, bodyHash: string | null): Validators {
  return complete ? { etag, lastModified, bodyHash: delta ? null : bodyHash, from: url } : NOTHING_KNOWN;
}

async function readBody(body: Body, poll: Poll, { reader, maxBytes }: Adapters): Promise<Fetched> {
  const knownHash = poll.state.validators.bodyHash;
  if (body.delta && body.bytes.length === 0) return unchanged(validatorsOf(body, null), body, false);
  const { feed, outlet, context } = poll;
  const { bytes, packing, charset, url, complete, delta } = body;
  const { memory, now } = context;
  const document = { bytes, packing, maxBytes, knownHash, charset, url, complete, delta };
  const result = await reader.read({ ...document, feed, outlet, memory, now });
  if (result.kind === 'failed') return told(result, poll);
  if (result.kind === 'not_a_feed') return told(failed(result.verdict, result.reason), poll);
  if (result.kind === 'same') return unchanged(validatorsOf(body, knownHash), body, true);
  return itemsFrom(result, result.signs.whole ? validatorsOf(body, result.bodyHash) : NOTHING_KNOWN, body);
}

function itemsFrom(read: Reading, validators: Validators, { complete, moved, url, freshMinutes }: Body): Fetched {
  const { items, signs, memory, problems } = read;
  const cut = complete ? [] : ['the connection closed before the document ended; it is fetched again'];
  return {
    kind: 'items',
    items,
    validators,
    signs,
    memory,
    movedTo: moved ? url : null,
    problems: firstOf([...cut, ...problems]),
    ttlMinutes: longestTtl(read.ttlMinutes, freshMinutes),
  };
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
function told({ verdict, reason, retryAt }: Failure, { feed, url }: Poll): Fetched {
  const host = URL.canParse(url) ? hostOf(url) : 'no valid address';
  return { kind: 'failed', verdict, reason: `Feed ${feed.id} (${host}): ${reason}.`, retryAt };
}
