/**
 * The linter: what is wrong with a feed that can be read, and what is worth knowing of it. A valid document is not yet a
 * healthy feed: it may be of the wrong content, asleep, cut off, or have lost entries between two polls.
 */
import {
  type DocumentSigns,
  FAULTS,
  type Fault,
  type FaultVerdict,
  type FeedVerdict,
  hostOf,
  POLLED_REMARKS,
  type PolledRemark,
  type PollState,
  type Remark,
} from '../domain/feed.ts';
import { between, DAY, type Instant, MINUTE, plus } from '../domain/time.ts';

/** What the store knew of a document's entries. */
export interface Sight {
  /** Known from before, those that were not read again included. */
  readonly known: number;
  readonly fresh: number;
  /** Known with the same words under another date. */
  readonly redated: number;
}

export const NOTHING_SEEN: Sight = { known: 0, fresh: 0, redated: 0 };

/** A document and what surrounds it. */
export interface Linting {
  readonly signs: DocumentSigns;
  readonly sight: Sight;
  /** Before this document. */
  readonly state: PollState;
  readonly movedTo: string | null;
  /** What is known against its address from elsewhere; null when nothing is. */
  readonly trap: string | null;
  readonly now: Instant;
}

/** A fault as seen now. */
export type Seen = Pick<Fault, 'verdict' | 'says'>;

/** A feed sleeps when it is silent for this many times its rhythm, within these bounds. */
const SILENT_RHYTHMS = 20;
const SILENT_AT_LEAST = 7 * DAY;
const SILENT_AT_MOST = 60 * DAY;

/** A share of entries below which a sign means nothing. */
const MOST = 0.5;
const NEARLY_ALL = 0.8;
const SOME = 0.2;
/** Fewer entries than these show no habit. */
const ENOUGH = 3;
/** More entries than any front page: a whole archive. */
const ARCHIVE = 300;

function share(count: number, { entries }: DocumentSigns): number {
  return entries === 0 ? 0 : count / entries;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

function dayOf(instant: Instant): string {
  return instant.slice(0, 10);
}

function decoy({ signs, trap }: Linting): string | null {
  if (trap !== null) return trap;
  if (signs.entries < ENOUGH) return null;
  if (share(signs.pages, signs) >= MOST) {
    return `${signs.pages} of ${counted(signs.entries, 'entry', 'entries')} are pages of a site, no news; look up the address of the news feed`;
  }
  if (share(signs.foreign, signs) < NEARLY_ALL) return null;
  return `${signs.foreign} of ${counted(signs.entries, 'entry', 'entries')} lead to other sites than the outlet's; check whose feed this is`;
}

/** How long a feed may be silent before it counts as asleep. */
function patience(rhythmMinutes: number | null): number {
  if (rhythmMinutes === null) return SILENT_AT_MOST;
  return Math.min(Math.max(rhythmMinutes * MINUTE * SILENT_RHYTHMS, SILENT_AT_LEAST), SILENT_AT_MOST);
}

/** Why a feed whose newest entry is from `newestAt` counts as asleep; null when it does not. */
export function sleep(newestAt: Instant | null, rhythmMinutes: number | null, now: Instant): string | null {
  if (newestAt === null || between(newestAt, now) <= patience(rhythmMinutes)) return null;
  const days = Math.floor(between(newestAt, now) / DAY);
  return `its newest entry is of ${dayOf(newestAt)}, ${counted(days, 'day')} ago; look up whether the outlet has another feed`;
}

function stale({ signs, sight, state, now }: Linting): string | null {
  return sleep(newestAfter(state, signs, sight, now), signs.rhythmMinutes ?? state.rhythmMinutes, now);
}

/** A document that lists only what changed since a given one says nothing about what is left. */
function gap({ signs, sight, state }: Linting): string | null {
  const isFirst = state.baselineAt === null;
  if (isFirst || signs.delta || signs.entries === 0 || sight.known > 0) return null;
  return 'none of its entries was known: some may have come and gone since the poll before; it is polled more often';
}

function emptyFlap({ signs, state }: Linting): string | null {
  if (signs.entries > 0 || signs.delta || state.newestAt === null) return null;
  return 'it had entries and has none now; when they come back they are not told again';
}

function truncated({ signs }: Linting): string | null {
  return signs.whole
    ? null
    : 'the document ended before its end; its whole entries were taken, and it is fetched again';
}

function badEncoding({ signs }: Linting): string | null {
  if (signs.damaged === 0 || share(signs.damaged, signs) < SOME) return null;
  return `letters are lost in ${signs.damaged} of ${counted(signs.entries, 'entry', 'entries')}; tell the outlet that its feed has a wrong encoding`;
}

/** What is to be said of a feed that permanent redirects led to `movedTo`; null when none did. */
export function moveIn(movedTo: string | null): string | null {
  return movedTo === null ? null : `it moved for good to another address on ${hostOf(movedTo)}; update its address`;
}

function redated({ sight }: Linting): string | null {
  if (sight.redated === 0) return null;
  return `${counted(sight.redated, 'old entry', 'old entries')} came with a new date; nothing is told again`;
}

const CHECKS: readonly (readonly [verdict: FaultVerdict, check: (linting: Linting) => string | null])[] = [
  ['decoy', decoy],
  ['stale', stale],
  ['gap', gap],
  ['empty_flap', emptyFlap],
  ['truncated', truncated],
  ['bad_encoding', badEncoding],
  ['moved', ({ movedTo }) => moveIn(movedTo)],
  ['redated', redated],
];

/** What is wrong with a document that was read, the gravest first. */
export function faultsIn(linting: Linting): readonly Seen[] {
  return CHECKS.flatMap(([verdict, check]) => {
    const says = check(linting);
    return says === null ? [] : [{ verdict, says }];
  });
}

/** One for each remark that a poll can make. */
const REMARKED: Readonly<Record<PolledRemark, (signs: DocumentSigns) => string | null>> = {
  no_entries: (signs) => (signs.entries === 0 ? 'it is a feed without entries' : null),
  archive: (signs) =>
    signs.entries > ARCHIVE ? `it lists ${signs.entries} entries; the first reading stores them in silence` : null,
  teaser_only: (signs) =>
    signs.entries >= ENOUGH && share(signs.teasers, signs) >= NEARLY_ALL
      ? 'its entries are headlines or openings that break off'
      : null,
  undated: (signs) =>
    signs.undated > 0
      ? `${counted(signs.undated, 'entry', 'entries')} without a date count from when they are seen`
      : null,
  date_uncertain: (signs) =>
    signs.uncertain > 0 ? `dates that cannot be read or name no zone: ${signs.uncertain}; nothing is guessed` : null,
  future_date: (signs) => (signs.future > 0 ? `dates that lie ahead: ${signs.future}; they are taken as now` : null),
  repeated_link: (signs) =>
    signs.repeated > 0 ? `entries that are listed again: ${signs.repeated}; each counts once` : null,
  repeated_title: (signs) => (signs.doubles > 0 ? `titles that stand under two addresses: ${signs.doubles}` : null),
  tracked_guid: (signs) =>
    signs.trackedGuids > 0
      ? `guids that end in a fragment: ${signs.trackedGuids}; the link tells their entries apart`
      : null,
};

/** What else is worth knowing of a document. */
export function remarksOn(signs: DocumentSigns): readonly Remark[] {
  return POLLED_REMARKS.flatMap((name) => {
    const says = REMARKED[name](signs);
    return says === null ? [] : [{ name, says }];
  });
}

/** The newest entry after a document: as dated, or now for new ones that say no date. */
export function newestAfter(state: PollState, signs: DocumentSigns, sight: Sight, now: Instant): Instant | null {
  const isUndated = signs.newest === null && (sight.fresh > 0 || (state.baselineAt === null && signs.entries > 0));
  const found = [state.newestAt, signs.newest, isUndated ? now : null].filter((at) => at !== null);
  return found.sort().at(-1) ?? null;
}

/** Faults of single polls are remembered for this long, so that a habit is one fault and not many. */
const HABIT = DAY;
const HABITUAL: ReadonlySet<FaultVerdict> = new Set(['gap', 'empty_flap', 'truncated', 'redated']);

/** The faults of a feed after those `seen` now; a fault that goes on keeps its beginning. */
export function faultsAfter(before: readonly Fault[], seen: readonly Seen[], now: Instant): readonly Fault[] {
  const since = (verdict: FaultVerdict) => before.find((fault) => fault.verdict === verdict)?.since ?? now;
  const present = seen.map((one): Fault => ({ ...one, since: since(one.verdict), lastAt: now }));
  const isGone = ({ verdict }: Fault) => !seen.some((one) => one.verdict === verdict);
  const habits = before.filter(
    (fault) => HABITUAL.has(fault.verdict) && isGone(fault) && fault.lastAt > plus(now, -HABIT),
  );
  const all = [...present, ...habits];
  return all.sort((a, b) => FAULTS.indexOf(a.verdict) - FAULTS.indexOf(b.verdict));
}

/** The gravest of some faults as a verdict. */
export function verdictOf(faults: readonly Seen[]): FeedVerdict {
  return faults[0]?.verdict ?? 'healthy';
}
