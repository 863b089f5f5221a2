/** The hits of a backtest through the live rules, ladder and delivery: what would have been posted, edited and set. */
import type { Rules } from '../../decide/rules.ts';
import type { Deadline, Evidence } from '../../domain/deadline.ts';
import type { Chat, Log, Store } from '../../domain/ports.ts';
import { type Instant, instantOf } from '../../domain/time.ts';
import { openReplay } from '../../run/replay.ts';
import type { CommandLine } from '../command.ts';
import { openRecorder, type Recorded } from '../recorder.ts';
import type { Past, SourceItem } from './source.ts';

type ItemName = SourceItem['text']['id'];

/** Everything a replay brought. */
export interface Played {
  readonly items: number;
  readonly matched: number;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly recorded: readonly Recorded[];
  readonly deadlines: readonly Deadline[];
  readonly developments: number;
  /** What a version's evidence was called in the file, by `keyOf`. */
  readonly inputs: ReadonlyMap<string, ItemName>;
  /** Items that led to a post or an edit. */
  readonly shown: ReadonlySet<SourceItem['text']>;
}

export interface Work {
  readonly store: Store;
  readonly rules: Rules;
  readonly extent: Past['extent'];
  /** The items that match, in time order. */
  readonly hits: readonly SourceItem[];
  readonly until: Instant | null;
  readonly line: CommandLine;
}

/** Two lines may be two wordings of one article, which is one item: link and date tell them apart. */
export function keyOf({ item, link, published }: Pick<Evidence, 'item' | 'link' | 'published'>): string {
  return link === null ? item : `${link} ${published}`;
}

const SILENT: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

function openRecording({ store, rules, extent }: Work) {
  let recorder: ReturnType<typeof openRecorder> | null = null;
  const chat = (now: () => Instant): Chat => {
    recorder = openRecorder(now);
    return recorder;
  };
  const start = extent.from ?? instantOf(0);
  const replay = openReplay({ store, rules, log: SILENT, start, chat });
  return { replay, recorded: recordedBy(recorder) };
}

function recordedBy(recorder: ReturnType<typeof openRecorder> | null): readonly Recorded[] {
  return recorder?.recorded ?? [];
}

/** Null when it was asked to stop before the end. */
export async function play(work: Work): Promise<Played | null> {
  const { store, extent, hits, line } = work;
  const { replay, recorded } = openRecording(work);
  const inputs = new Map<string, ItemName>();
  const shown = new Set<SourceItem['text']>();
  for (const [index, { text, past }] of hits.entries()) {
    if (line.stopping.aborted) return null;
    if (index % 100 === 0) line.terminal.progress(`${index} of ${hits.length} hits, ${text.published.slice(0, 10)}`);
    const { item, outlet } = past();
    inputs.set(keyOf({ ...item, item: item.id }), text.id);
    const because = 'it publishes an item of the file';
    await store.commit([{ kind: 'outlet.listed', outlet, because }], { at: item.seen, actor: 'backtest' });
    await replay.until(item.seen);
    const before = recorded.length;
    await replay.take({ item, outlet });
    if (recorded.length > before) shown.add(text);
  }
  const until = work.until ?? extent.until;
  if (until) await replay.until(until);
  line.terminal.done();
  const { matched, developments } = await store.totals();
  const deadlines = await store.deadlines(null);
  const { items, from } = extent;
  return { items, matched, from, until, recorded, deadlines, developments, inputs, shown };
}
