/**
 * Which tracked deadline does a report speak of, and what does it do to its chain? The chain that knows the date, else
 * the one that waits for a date of the same kind; a new one begins where there is none.
 */
import type { ChangeOf } from '../../domain/change.ts';
import {
  type Bindingness,
  type ChangeType,
  currentVersion,
  type Deadline,
  type DeadlineReadings,
  type Evidence,
  endsAt,
  type Reading,
  type StatusMention,
  stateAfter,
  type Version,
  type Window,
} from '../../domain/deadline.ts';
import type { Item } from '../../domain/item.ts';
import { type Origin, originsBehind } from '../../domain/origin.ts';
import type { Label } from '../../domain/outlet.ts';
import type { DeadlineTrack, Storyline } from '../../domain/storyline.ts';
import { addDays, between, DAY, type Day, dayIn, daysBetween, type Instant, plus } from '../../domain/time.ts';
import { deadlineId } from '../ids.ts';
import { actOf } from './acts.ts';
import type { Ground } from './cue.ts';
import { cueKind } from './kinds.ts';
import { contradicts, countsSame, isFiner, isWithin, meansSame, statedOf } from './windows.ts';

/** One report in a storyline that tracks deadlines, with everything read out of it. */
export interface DeadlineReport {
  readonly item: Item;
  readonly origin: Origin;
  readonly storyline: Storyline;
  readonly track: DeadlineTrack;
  readonly readings: DeadlineReadings;
  /** Whether the words are about the issuer's deadline for the target. */
  readonly namesParties: (words: Reading | StatusMention) => boolean;
  /** Whether they tie a party to the date itself: "Trump set", "a deadline for Russia". */
  readonly linksParties: (reading: Reading) => boolean;
}

export type DeadlineChange = ChangeOf<'deadline.set' | 'deadline.changed' | 'deadline.confirmed'>;

/** A state's own outlet may confirm what others report; it may not set or move a deadline by itself, nor may a mirror. */
const MAY_ONLY_CONFIRM: ReadonlySet<Label> = new Set<Label>(['state-controlled', 'aggregator']);

const CLAIMS_A_MOVE: ReadonlySet<ChangeType | 'unsaid'> = new Set([
  'brought_forward',
  'extended',
  'fixed',
  'corrected',
]);

function saidAt(item: Item): Instant {
  return item.published ?? item.seen;
}

function bindingnessOf(label: Label): Bindingness {
  if (label === 'official-legal') return 'legal';
  return label === 'official' ? 'announced' : 'reported';
}

function evidenceOf({ item, origin }: DeadlineReport, words: Reading | StatusMention): Evidence {
  const { quote, span, cue } = words;
  const rule = 'rule' in words ? words.rule : 'status';
  const anchor = 'anchor' in words ? words.anchor : { kind: 'none' as const, day: null };
  const { source, link, published } = item;
  return { item: item.id, source, origin, link, published, quote, span, cue, rule, anchor };
}

function versionOf(report: DeadlineReport, reading: Reading, number: number, change: ChangeType): Version {
  const { window, confidence, tier, count, flags, condition, consequence } = reading;
  return {
    number,
    change,
    window,
    saidAt: saidAt(report.item),
    bindingness: bindingnessOf(report.item.source.label),
    confidence,
    tier,
    count,
    flags,
    condition,
    consequence,
    evidence: evidenceOf(report, reading),
    admission: null,
    word: null,
  };
}

/** An act with a number has a chain of its own, told apart from the others of its storyline by name. */
function targetOf(track: DeadlineTrack, { target }: Reading): string {
  const act = actOf(target);
  return act ? `Holders of ${act}` : track.target.name;
}

function setAnew(report: DeadlineReport, reading: Reading): ChangeOf<'deadline.set'> {
  const { item, storyline, track } = report;
  const id = deadlineId(storyline.slug, item, reading.span[0]);
  return {
    kind: 'deadline.set',
    because: `${item.source.name} reports it: "${reading.quote}"`,
    deadline: {
      id,
      storyline: storyline.slug,
      rev: 1,
      issuer: track.issuer.name,
      target: targetOf(track, reading),
      versions: [versionOf(report, reading, 1, 'set')],
      confirmations: [],
      standing: null,
    },
  };
}

function changed(deadline: Deadline, version: Version, because: string): ChangeOf<'deadline.changed'> {
  return { kind: 'deadline.changed', id: deadline.id, rev: deadline.rev + 1, version, because };
}

/** All that speaks of a version already, whether it says the same or disputes it. */
function evidenceOn(deadline: Deadline, version: Version): readonly Evidence[] {
  const said = deadline.confirmations.filter((confirmation) => confirmation.version === version.number);
  return [...(version.evidence ? [version.evidence] : []), ...said.map((confirmation) => confirmation.evidence)];
}

/** A second report from one house adds nothing, unless it speaks for somebody who was not heard yet. */
function addsNothing(before: readonly Evidence[], evidence: Evidence): boolean {
  const isHeard = before.some(({ source }) => source.group === evidence.source.group);
  return isHeard && originsBehind([...before, evidence]).count === originsBehind(before).count;
}

function spoken(
  deadline: Deadline,
  version: Version,
  evidence: Evidence,
  otherwise: Window | null = null,
): readonly DeadlineChange[] {
  const isKnown = addsNothing(evidenceOn(deadline, version), evidence);
  const isRepeated = deadline.confirmations.some((confirmation) => confirmation.evidence.item === evidence.item);
  if (isKnown || isRepeated) return [];
  const confirmation = { version: version.number, evidence, otherwise };
  const says = otherwise === null ? 'says the same as' : 'disputes';
  const because = `${evidence.source.name} ${says} version ${version.number}`;
  return [{ kind: 'deadline.confirmed', id: deadline.id, rev: deadline.rev + 1, confirmation, because }];
}

/** The newest version of the chain that the reading could be a retelling of. */
function retold(deadline: Deadline, reading: Reading): Version | null {
  const newestFirst = [...deadline.versions].reverse();
  const byCount = newestFirst.find((version) => countsSame(version.count, reading.count));
  return byCount ?? newestFirst.find((version) => meansSame(version.window, reading.window)) ?? null;
}

function isYetToCome(report: DeadlineReport, reading: Reading): boolean {
  return endsAt(reading.window) > saidAt(report.item);
}

type Family = 'demand' | 'end' | 'start';

/** A demand to be met, a term that runs out and a rule that begins are dates of three kinds: none is a move of another. */
const FAMILIES: Readonly<Record<Exclude<Ground['kind'], 'moved'>, Family>> = {
  ultimatum: 'demand',
  order: 'demand',
  legal: 'demand',
  expiry: 'end',
  truce: 'end',
  effective: 'start',
};

function familyOf(cue: string | undefined): Family | null {
  const kind = cue === undefined ? null : cueKind(cue);
  return kind === null || kind === 'moved' ? null : FAMILIES[kind];
}

function maySet(report: DeadlineReport, reading: Reading): boolean {
  if (MAY_ONLY_CONFIRM.has(report.item.source.label) || !report.namesParties(reading)) return false;
  return reading.tier !== 'C' && isYetToCome(report, reading);
}

/**
 * Without a word about a move, a demand that would be due today is some other date of the day, and one that would be due
 * later, or that nobody named has set, is somebody else's: only terms and rules are reissued with a later date and
 * nothing else said.
 */
function isOddMove({ item, track, linksParties }: DeadlineReport, reading: Reading, current: Version): boolean {
  const isDemand = familyOf(reading.cue) === 'demand';
  if (endsAt(reading.window) >= endsAt(current.window)) return isDemand && item.source.label !== 'official-legal';
  return reading.window.latest <= dayIn(saidAt(item), track.zone) || (isDemand && !linksParties(reading));
}

/** A move must be claimed by the words or stand on a strong cue with a named date. */
function mayMove(report: DeadlineReport, reading: Reading, current: Version): boolean {
  if (!maySet(report, reading) || saidAt(report.item) < current.saidAt) return false;
  return CLAIMS_A_MOVE.has(reading.change) || (reading.tier === 'A' && !isOddMove(report, reading, current));
}

function moved(report: DeadlineReport, deadline: Deadline, reading: Reading): readonly DeadlineChange[] {
  const current = currentVersion(deadline);
  if (!mayMove(report, reading, current)) return [];
  const change = endsAt(reading.window) < endsAt(current.window) ? 'brought_forward' : 'extended';
  const version = versionOf(report, reading, current.number + 1, change);
  return [changed(deadline, version, `${report.item.source.name} reports it: "${reading.quote}"`)];
}

/** Only a day inside the window pins it down, a count only with the day it runs from; a clock time may cross midnight. */
function pinsDown(reading: Reading, current: Version): boolean {
  const [said, known] = [statedOf(reading), statedOf(current)];
  if (!isFiner(said, known) || reading.flags.includes('counted_from_publication')) return false;
  return said.precision === 'minute' || isWithin(said, known);
}

function fixed(report: DeadlineReport, deadline: Deadline, reading: Reading): readonly DeadlineChange[] {
  const current = currentVersion(deadline);
  if (!mayMove(report, { ...reading, change: 'fixed' }, current)) return [];
  const version = versionOf(report, reading, current.number + 1, 'fixed');
  return [changed(deadline, version, `${report.item.source.name} pins it down: "${reading.quote}"`)];
}

/** "Extended by a day" is a move although a day lies within the slack between outlets. */
function claimsAnother(reading: Reading, current: Version): boolean {
  if (reading.change === current.change && meansSame(reading.window, current.window)) return false;
  if (reading.change === 'extended') return reading.window.earliest > current.window.latest;
  return reading.change === 'brought_forward' && reading.window.latest < current.window.earliest;
}

/** "Extended by 90 days" without a day counts from where the term would have ended. */
function fromItsEnd(reading: Reading, current: Version): Reading {
  const { cue, flags, anchor, window } = reading;
  if (cue !== 'extended_by' || anchor.day === null || !flags.includes('counted_from_publication')) return reading;
  const later = daysBetween(anchor.day, current.window.latest);
  const shifted = (day: Day) => addDays(day, later);
  return { ...reading, window: { ...window, earliest: shifted(window.earliest), latest: shifted(window.latest) } };
}

function onPending(report: DeadlineReport, deadline: Deadline, said: Reading): readonly DeadlineChange[] {
  const current = currentVersion(deadline);
  const reading = fromItsEnd(said, current);
  if (claimsAnother(reading, current) && !countsSame(reading.count, current.count))
    return onClaim(report, deadline, reading);
  const told = retold(deadline, reading);
  if (told && told.number !== current.number && !meansSame(current.window, reading.window)) return [];
  if (told && !pinsDown(reading, current)) return spoken(deadline, current, evidenceOf(report, reading));
  return told ? fixed(report, deadline, reading) : moved(report, deadline, reading);
}

/** Words that claim a move still retell an old one when they name an older version. */
function onClaim(report: DeadlineReport, deadline: Deadline, reading: Reading): readonly DeadlineChange[] {
  const current = currentVersion(deadline);
  const told = retold(deadline, reading);
  return told && told.number !== current.number ? [] : moved(report, deadline, reading);
}

function newestFirst(deadlines: readonly Deadline[]): readonly Deadline[] {
  return [...deadlines].sort((a, b) => (currentVersion(a).saidAt < currentVersion(b).saidAt ? 1 : -1));
}

/** Words such as "extended to" fit any kind. */
function isOfKind(deadline: Deadline, reading: Reading): boolean {
  const own = deadline.versions.map((version) => familyOf(version.evidence?.cue)).find((family) => family !== null);
  const said = familyOf(reading.cue);
  return own === undefined || said === null || own === said;
}

/** Words that name an act speak of its chain; words that name none, of any chain whose date they know. */
function isOfAct(deadline: Deadline, reading: Reading): boolean {
  const said = actOf(reading.target);
  const own = actOf(deadline.target);
  return said === null || own === null || said === own;
}

function isPending(deadline: Deadline): boolean {
  return stateAfter(currentVersion(deadline)) === 'pending';
}

/** Of several acts that wait, a new date without a name could be any's; of one, it must claim to move it. */
function isAmbiguous(waiting: readonly Deadline[], reading: Reading): boolean {
  const named = waiting.filter((chain) => actOf(chain.target) !== null);
  if (named.length === 0 || actOf(reading.target) !== null) return false;
  return waiting.length > 1 || !CLAIMS_A_MOVE.has(reading.change);
}

/** Beside a chain that waits, a date of another kind counts only when it is named, not when it must be reckoned. */
function isBeside(chains: readonly Deadline[], reading: Reading): boolean {
  return (
    reading.flags.includes('counted_from_publication') &&
    chains.some((chain) => isPending(chain) && actOf(chain.target) === null)
  );
}

function onReading(
  report: DeadlineReport,
  deadlines: readonly Deadline[],
  reading: Reading,
): readonly DeadlineChange[] {
  const chains = newestFirst(deadlines).filter((chain) => isOfAct(chain, reading));
  const known = chains.find((chain) => retold(chain, reading));
  if (known && !isPending(known)) return [];
  const waiting = chains.filter((one) => isPending(one) && isOfKind(one, reading));
  if (!known && isAmbiguous(waiting, reading)) return [];
  const chain = known ?? waiting[0];
  if (chain) return onPending(report, chain, reading);
  return maySet(report, reading) && !isBeside(chains, reading) ? [setAnew(report, reading)] : [];
}

/** Nobody ends a deadline that passed longer ago: the words are about another. */
const MEMORY = 21 * DAY;

const ENDS = new Set<ChangeType>(['withdrawn', 'superseded', 'met', 'lifted']);

function onMention(report: DeadlineReport, chain: Deadline, mention: StatusMention): readonly DeadlineChange[] {
  const current = currentVersion(chain);
  const state = stateAfter(current);
  const isOpen = mention.about === 'deadline' ? state !== 'over' : state === 'passed';
  const mayTell = report.namesParties(mention) && !MAY_ONLY_CONFIRM.has(report.item.source.label);
  const isStale = saidAt(report.item) > plus(endsAt(current.window), MEMORY);
  if (!isOpen || isStale || !ENDS.has(mention.change) || !mayTell || saidAt(report.item) < current.saidAt) return [];
  const version: Version = {
    ...current,
    number: current.number + 1,
    change: mention.change,
    saidAt: saidAt(report.item),
    bindingness: bindingnessOf(report.item.source.label),
    tier: 'C',
    flags: [],
    evidence: evidenceOf(report, mention),
  };
  return [changed(chain, version, `${report.item.source.name} reports it: "${mention.quote}"`)];
}

const TIER_ORDER = { A: 0, B: 1, C: 2 } as const;

function mostTrusted(readings: readonly Reading[]): readonly Reading[] {
  return [...readings].sort((a, b) => TIER_ORDER[a.tier] - TIER_ORDER[b.tier] || b.confidence - a.confidence);
}

/** Words about an ending this close to those that ended a chain tell the same ending. */
const ECHO = 2 * DAY;

/** The chain whose end the words tell, which another report told first. */
function endedBy(report: DeadlineReport, { change }: StatusMention, deadlines: readonly Deadline[]): Deadline | null {
  const isEcho = (version: Version) =>
    version.change === change && Math.abs(between(version.saidAt, saidAt(report.item))) <= ECHO;
  return newestFirst(deadlines).find((chain) => isEcho(currentVersion(chain))) ?? null;
}

/** Words about an ending confirm the one that was told just now; where none was, they end the chain that is open. */
function onEnding(
  report: DeadlineReport,
  deadlines: readonly Deadline[],
  mention: StatusMention,
): readonly DeadlineChange[] {
  const ended = ENDS.has(mention.change) && report.namesParties(mention) ? endedBy(report, mention, deadlines) : null;
  if (ended) return spoken(ended, currentVersion(ended), evidenceOf(report, mention));
  const open = openChain(deadlines);
  return open ? onMention(report, open, mention) : [];
}

/** The chain that words about an ending belong to: the latest that is not over. */
function openChain(deadlines: readonly Deadline[]): Deadline | null {
  return newestFirst(deadlines).find((chain) => stateAfter(currentVersion(chain)) !== 'over') ?? null;
}

/** A report that tells the date that holds and claims no move has no other date for the same chain. */
function withoutBystanders(readings: readonly Reading[], deadlines: readonly Deadline[]): readonly Reading[] {
  const current = deadlines.filter(isPending).map(currentVersion);
  const holds = (reading: Reading) => current.some(({ window }) => meansSame(window, reading.window));
  if (!readings.some(holds)) return readings;
  return readings.filter(
    (reading) => holds(reading) || CLAIMS_A_MOVE.has(reading.change) || actOf(reading.target) !== null,
  );
}

function onDates(
  report: DeadlineReport,
  deadlines: readonly Deadline[],
  readings: readonly Reading[],
): readonly DeadlineChange[] {
  for (const reading of readings) {
    const changes = onReading(report, deadlines, reading);
    if (changes.length > 0) return changes;
  }
  return [];
}

/** The day that a report makes of a count which is not ours; null when it names none, or retells an older version. */
function otherDay(deadline: Deadline, readings: readonly Reading[]): Reading | null {
  const current = currentVersion(deadline);
  if (!readings.some((reading) => countsSame(reading.count, current.count))) return null;
  const isOld = ({ window }: Reading) =>
    deadline.versions.some((version) => version !== current && meansSame(version.window, window));
  const named = readings.filter(
    ({ count, change, cue }) => count === null && !CLAIMS_A_MOVE.has(change) && familyOf(cue) === 'demand',
  );
  return named.find((reading) => contradicts(reading.window, current.window) && !isOld(reading)) ?? null;
}

/** Outlets reckon counts differently; a report that makes another day of ours is shown beside it, and moves nothing. */
function onDispute(report: DeadlineReport, deadlines: readonly Deadline[]): readonly DeadlineChange[] {
  if (report.item.source.label === 'aggregator') return [];
  for (const chain of newestFirst(deadlines).filter(isPending)) {
    const current = currentVersion(chain);
    const other = saidAt(report.item) < current.saidAt ? null : otherDay(chain, report.readings.deadlines);
    if (other && report.namesParties(other) && report.linksParties(other))
      return spoken(chain, current, evidenceOf(report, other), other.window);
  }
  return [];
}

/**
 * What a report does to the chains of its storyline: at most one change for each act, the most trusted words first. A reading of a
 * date outranks words about an ending; old reports never move what newer ones said.
 */
export function followDeadline(report: DeadlineReport, deadlines: readonly Deadline[]): readonly DeadlineChange[] {
  const readings = withoutBystanders(mostTrusted(report.readings.deadlines), deadlines);
  const disputed = onDispute(report, deadlines);
  if (disputed.length > 0) return disputed;
  const acts = new Set(readings.map((reading) => actOf(reading.target)));
  const dated = [...acts].flatMap((act) =>
    onDates(
      report,
      deadlines,
      readings.filter((reading) => actOf(reading.target) === act),
    ),
  );
  if (dated.length > 0) return dated;
  for (const mention of report.readings.mentions) {
    const changes = onEnding(report, deadlines, mention);
    if (changes.length > 0) return changes;
  }
  return [];
}

/** The version a report speaks of, once its changes are made: `<deadline>/<number>`; null when it names no date of a chain. */
export function versionSpokenOf(report: DeadlineReport, deadlines: readonly Deadline[]): string | null {
  const [reading] = mostTrusted(report.readings.deadlines);
  if (!reading) return null;
  for (const chain of newestFirst(deadlines)) {
    const version = retold(chain, reading);
    if (version) return `${chain.id}/${version.number}`;
  }
  return null;
}

/** The version the clock adds when a pending deadline's time is over: what followed is for evidence to say. */
export function passedVersion(deadline: Deadline): Version {
  const current = currentVersion(deadline);
  const number = current.number + 1;
  const saidAt = endsAt(current.window);
  return {
    ...current,
    number,
    change: 'passed_unknown',
    saidAt,
    flags: [],
    evidence: null,
    admission: null,
    word: null,
  };
}
