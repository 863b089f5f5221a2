import { type DeadlineId, type GuildId, type ItemId, id, type StorylineSlug } from './ids.ts';
import type { Origin } from './origin.ts';
import type { Source } from './outlet.ts';
import { type Day, endOfDay, type Instant, startOfDay, type Zone } from './time.ts';

export const PRECISIONS = ['minute', 'day', 'range', 'month', 'vague'] as const;
export type Precision = (typeof PRECISIONS)[number];

/** How the zone was known: the text says it, the issuer's or outlet's home, or nothing better than the default. */
export const ZONE_BASES = ['stated', 'issuer', 'outlet', 'default'] as const;
export type ZoneBasis = (typeof ZONE_BASES)[number];

/** When a deadline falls: first and last possible day in `zone`, and the exact instant when a time was given. */
export interface Window {
  readonly earliest: Day;
  readonly latest: Day;
  /** Not null exactly when `precision` is `minute`. */
  readonly instant: Instant | null;
  readonly precision: Precision;
  readonly zone: Zone;
  readonly zoneBasis: ZoneBasis;
}

/**
 * What a version did to the chain. "passed_unknown" says the time is over and nobody knows yet what followed, "unmet" that
 * it went by and what was asked had not been done.
 */
export const CHANGE_TYPES = [
  'set',
  'fixed',
  'brought_forward',
  'extended',
  'withdrawn',
  'superseded',
  'met',
  'unmet',
  'lifted',
  'passed_unknown',
  'corrected',
  'disputed',
] as const;
export type ChangeType = (typeof CHANGE_TYPES)[number];

/** Whether it binds by law, was announced by the issuer itself, or is known from reports only. */
export const BINDINGNESS = ['legal', 'announced', 'reported'] as const;
export type Bindingness = (typeof BINDINGNESS)[number];

/** What a count of days or hours starts from; `day` null when the text does not let us know. */
export interface Anchor {
  readonly kind: 'stated' | 'published' | 'announced' | 'act' | 'none';
  readonly day: Day | null;
}

/** `50 days` is from 50 to 50; `10 or 12 days` from 10 to 12. */
export interface Count {
  readonly from: number;
  readonly to: number;
  readonly unit: 'hour' | 'day' | 'week' | 'month';
}

/** A: may post by itself. B: for moderators. C: only touches a deadline that exists. */
export type Tier = 'A' | 'B' | 'C';

/** What a text says has become of a deadline. */
export const DEADLINE_STATUSES = ['pending', 'moved', 'passed', 'met', 'lifted'] as const;
export type DeadlineStatus = (typeof DEADLINE_STATUSES)[number];

/** One deadline read out of a text: what it says, before anyone asked which tracked deadline it speaks of. */
export interface Reading {
  readonly window: Window;
  readonly anchor: Anchor;
  /** The count behind the window; null for a date that was named. */
  readonly count: Count | null;
  /** What the words around it claim: a new deadline, a shorter one, a fixed one …; `unsaid` when they claim nothing. */
  readonly change: ChangeType | 'unsaid';
  /** As the text names them; null where it does not. */
  readonly issuer: string | null;
  readonly target: string | null;
  /** What it hangs on ("unless Moscow agrees"), at most 25 words as the text words them; null where that is unsure. */
  readonly condition: string | null;
  /** What follows when it is missed ("or face tariffs"), likewise. */
  readonly consequence: string | null;
  /** Name of the cue that made this a deadline and of the expression rule that resolved it. */
  readonly cue: string;
  readonly rule: string;
  /** At most 25 words of the text around the expression, and where they stand in it. */
  readonly quote: string;
  readonly span: readonly [start: number, end: number];
  /** 0..1 */
  readonly confidence: number;
  readonly tier: Tier;
  /** Oddities people should see, such as `zone_name_mismatch`. */
  readonly flags: readonly string[];
}

/** What a text says of deadlines without naming a date: "the deadline is withdrawn", "talks replace it". */
export interface StatusMention {
  readonly change: 'withdrawn' | 'superseded' | 'met' | 'lifted' | 'passed_unknown';
  /** The deadline itself, or only what it was to bring about: words about a demand end no deadline that still waits. */
  readonly about: 'deadline' | 'demand';
  readonly cue: string;
  readonly quote: string;
  readonly span: readonly [start: number, end: number];
}

/** Everything one text says of deadlines. */
export interface DeadlineReadings {
  readonly deadlines: readonly Reading[];
  readonly mentions: readonly StatusMention[];
  /**
   * What has become of the deadlines of the whole text; null when it speaks of none. It takes long to tell and chains do
   * without it, so it is told to whoever asks.
   */
  readonly status: () => DeadlineStatus | null;
}

/** Where a version comes from. */
export interface Evidence {
  readonly item: ItemId;
  readonly source: Source;
  readonly origin: Origin;
  readonly link: string | null;
  readonly published: Instant | null;
  readonly quote: string;
  readonly span: readonly [start: number, end: number];
  readonly cue: string;
  readonly rule: string;
  readonly anchor: Anchor;
}

/** How a version came to stand in a guild. */
export interface Admission {
  /** Its number in the chain as read. */
  readonly of: number;
  /** Who let it: the law's own words, enough independent origins, or the guild's moderators. */
  readonly by: 'law' | 'origins' | 'moderators';
}

/** What the moderators of a guild say of a date on their own account. */
export interface Word {
  /** At most 200 characters of theirs; null where they give none. */
  readonly reason: string | null;
  /** The page that says it. */
  readonly link: string | null;
}

/** One link of the chain; never edited once written. */
export interface Version {
  /** 1, 2, 3 … within its deadline. */
  readonly number: number;
  readonly change: ChangeType;
  /** Changes that name no new date keep the window before them. */
  readonly window: Window;
  /** When it was said: the publication of its evidence, or the instant itself for what the clock did. */
  readonly saidAt: Instant;
  readonly bindingness: Bindingness;
  readonly confidence: number;
  readonly tier: Tier;
  readonly count: Count | null;
  readonly flags: readonly string[];
  /** What it hangs on, and what follows when it is missed, as its evidence words them. */
  readonly condition: string | null;
  readonly consequence: string | null;
  /** Null for what the clock did. */
  readonly evidence: Evidence | null;
  /** Null in a chain as read, and for what the clock did. */
  readonly admission: Admission | null;
  /** Null for all but what moderators set, moved or ended themselves. */
  readonly word: Word | null;
}

/** Another report that speaks of a version: it says the same, or disputes it. */
export interface Confirmation {
  readonly version: number;
  readonly evidence: Evidence;
  /** The window it gives instead; null where it says the same. Disputes are shown; they move nothing. */
  readonly otherwise: Window | null;
}

/**
 * Where a chain stands: in a guild, drawn from the chain `of` that the desk reads out of the news; null for one that its
 * moderators set themselves.
 */
export interface Standing {
  readonly guild: GuildId;
  readonly of: DeadlineId | null;
}

/**
 * An identity with its append-only chain of versions. The desk keeps one chain as it reads the news; a guild's own holds
 * what stands there, and only that is shown and counted down.
 */
export interface Deadline {
  readonly id: DeadlineId;
  readonly storyline: StorylineSlug;
  readonly rev: number;
  readonly issuer: string;
  readonly target: string;
  readonly versions: readonly [Version, ...Version[]];
  readonly confirmations: readonly Confirmation[];
  /** Null for a chain as read. */
  readonly standing: Standing | null;
}

export const DEADLINE_STATES = ['pending', 'passed', 'over'] as const;
/** Waiting, past with its outcome unknown, or ended by word of mouth (met, lifted, withdrawn, superseded). */
export type DeadlineState = (typeof DEADLINE_STATES)[number];

const ENDINGS: ReadonlySet<ChangeType> = new Set<ChangeType>(['withdrawn', 'superseded', 'met', 'unmet', 'lifted']);

const DATELESS: ReadonlySet<ChangeType> = new Set<ChangeType>([...ENDINGS, 'passed_unknown', 'disputed']);

/** Whether it names no date of its own, and is told without one. */
export function isDateless(change: ChangeType): boolean {
  return DATELESS.has(change);
}

/** Reports that give another window than `version`, one a group. */
export function disputesOf({ confirmations }: Deadline, { number }: Version): readonly Confirmation[] {
  return confirmations.filter(({ version, otherwise }) => version === number && otherwise !== null);
}

/** The name of what stands of the chain `read` in a guild, whether anything does or not. */
export function standingId(read: DeadlineId, guild: GuildId): DeadlineId {
  return id<DeadlineId>(`${read}@${guild}`);
}

/** The version that holds now. */
export function currentVersion(deadline: Deadline): Version {
  return deadline.versions[deadline.versions.length - 1] ?? deadline.versions[0];
}

/** The version, and those before it that it only ends on the word of moderators, or lets stand again. */
function restingOn({ versions }: Deadline, { number }: Version): readonly Version[] {
  const upTo = versions.filter((each) => each.number <= number);
  const own = upTo.findLastIndex((each) => !isRuledOut(each) && !isRestored(each) && !isReconfirmed(each));
  return upTo.slice(Math.max(0, own));
}

/** All that says what `version` says, what it was read from first. */
export function evidenceBehind(deadline: Deadline, version: Version): readonly Evidence[] {
  const numbers = new Set(restingOn(deadline, version).map(({ number }) => number));
  const said = deadline.confirmations.filter(({ version: of, otherwise }) => numbers.has(of) && otherwise === null);
  return [...(version.evidence ? [version.evidence] : []), ...said.map((confirmation) => confirmation.evidence)];
}

type IsHeard = (evidence: Evidence) => boolean;

function heardVersion(version: Version, confirmations: readonly Confirmation[], isHeard: IsHeard): Version {
  if (version.evidence === null || isHeard(version.evidence)) return version;
  const instead = confirmations.find((one) => one.version === version.number && one.otherwise === null);
  return { ...version, evidence: instead?.evidence ?? null };
}

/** The chain without the evidence that is not heard; where a version comes from it, another that says the same stands in. */
export function heardIn<Read extends Pick<Deadline, 'versions' | 'confirmations'>>(read: Read, isHeard: IsHeard): Read {
  const confirmations = read.confirmations.filter(({ evidence }) => isHeard(evidence));
  const [first, ...rest] = read.versions;
  const heard = (version: Version) => heardVersion(version, confirmations, isHeard);
  return { ...read, versions: [heard(first), ...rest.map(heard)], confirmations };
}

/** Where the chain stands after `version`. */
export function stateAfter(version: Pick<Version, 'change'>): DeadlineState {
  if (ENDINGS.has(version.change)) return 'over';
  return version.change === 'passed_unknown' ? 'passed' : 'pending';
}

/** Among the flags of a version: the guild's moderators killed the reports it stood on, or took back that they set it. */
export const KILLED = 'killed_by_moderators';

/** Among the flags of a version: the guild's moderators killed what it stood on, moved or ended it, and took that back. */
export const RESTORED = 'restored_by_moderators';

/** Among the flags of a version: the guild's moderators hold the reports that it stood on until they are checked. */
export const HELD = 'held_by_moderators';

/** Among the flags of a version: the guild's moderators held what it stood on, and released it. */
export const RELEASED = 'released_by_moderators';

/** Whether a chain rests because its report is being checked. */
export function isHeld({ change, flags }: Pick<Version, 'change' | 'flags'>): boolean {
  return change === 'withdrawn' && flags.includes(HELD);
}

/** Whether a chain ended for nothing but what moderators think of its report. */
export function isRuledOut(version: Pick<Version, 'change' | 'flags'>): boolean {
  return isKilled(version) || isHeld(version);
}

/** Whether a chain ended because its report was killed, and not because anybody withdrew the deadline. */
export function isKilled({ change, flags }: Pick<Version, 'change' | 'flags'>): boolean {
  return change === 'withdrawn' && flags.includes(KILLED);
}

/** Whether a version only lets stand again what was killed or held. */
export function isRestored({ change, flags }: Pick<Version, 'change' | 'flags'>): boolean {
  return change === 'corrected' && (flags.includes(RESTORED) || flags.includes(RELEASED));
}

/** Among the flags of a version: what it stood on was killed or is held, and others came to say the same. */
export const RECONFIRMED = 'reconfirmed_by_others';

/** Whether a version lets stand again what was killed or held, because others say the same. */
export function isReconfirmed({ change, flags }: Pick<Version, 'change' | 'flags'>): boolean {
  return change === 'corrected' && flags.includes(RECONFIRMED);
}

/** Whether the last word on what stands, but for the clock's, is that of the guild's moderators: no report moves it by itself. */
export function isSteered({ versions }: Deadline): boolean {
  const last = versions.findLast(({ admission }) => admission !== null);
  return last !== undefined && last.word !== null;
}

/** The first instant at which the deadline could fall. */
export function opensAt(window: Window): Instant {
  return window.instant ?? startOfDay(window.earliest, window.zone);
}

/** The first instant at which it is over: its own instant, or the end of its last possible day. */
export function endsAt(window: Window): Instant {
  return window.instant ?? endOfDay(window.latest, window.zone);
}

/** What a ladder is chosen from: a step stands for a count of hours and for the days that are as long. */
export const RUNG_STEPS = ['30d', '7d', '72h', '24h', '6h', '1h', 'due', 'after24h'] as const;
export type RungStep = (typeof RUNG_STEPS)[number];

/** Reminders of a deadline, in their order: an instant has hours, a day or a range has days; `after24h` asks what happened. */
export const RUNG_NAMES = ['30d', '7d', '72h', '3d', '24h', '1d', '6h', '1h', 'opens', 'due', 'after24h'] as const;
export type RungName = (typeof RUNG_NAMES)[number];

/** One reminder of one version. */
export interface Rung {
  readonly deadline: DeadlineId;
  readonly version: number;
  readonly name: RungName;
  readonly at: Instant;
  readonly state: 'planned' | 'fired' | 'skipped' | 'cancelled';
  /** When the sources are asked once more before it; null once they were. */
  readonly asksAt: Instant | null;
  /** Since when every working source had been read as it was fired; null before, and where no source works. */
  readonly readAt: Instant | null;
}

/** What is wrong with a typed date: none typed, none in it, more than one, a day no calendar has, a moment that is over. */
export type TypedProblem = 'empty' | 'no_date' | 'more_than_a_date' | 'no_such_day' | 'past';
