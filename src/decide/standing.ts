/**
 * What the desk reads is offered to every guild that follows it: there it stands at once, waits for another origin, or
 * is proposed to the moderators. Only what stands is shown and counted down.
 */
import type { Change, ChangeOf } from '../domain/change.ts';
import {
  type Admission,
  type ChangeType,
  type Confirmation,
  currentVersion,
  type Deadline,
  heardIn,
  isDateless,
  isHeld,
  isRuledOut,
  isSteered,
  RECONFIRMED,
  standingId,
  stateAfter,
  type Version,
} from '../domain/deadline.ts';
import type { Facts, OpenProposal, Unheard } from '../domain/facts.ts';
import type { GuildId } from '../domain/ids.ts';
import { isWaiting, type Proposal, type ProposalState } from '../domain/proposal.ts';
import type { Follow, GuildSettings } from '../domain/storyline.ts';
import type { Instant } from '../domain/time.ts';
import { watch } from './chain.ts';
import { actOf } from './deadline/acts.ts';
import type { DeadlineChange } from './deadline/lifecycle.ts';
import { meansSame, moveBetween } from './deadline/windows.ts';
import { settingsOf, type Verdict, verdictOn } from './gate.ts';
import { proposalId } from './ids.ts';
import { planRungs, replanRungs } from './ladder.ts';
import { wantCard, wantChange, wantProposal } from './show.ts';

/** A guild that follows a storyline, with what stands and waits there of one chain as read. */
export interface Place {
  readonly settings: GuildSettings;
  /** Of the storyline; at least one. */
  readonly follows: readonly Follow[];
  /** The chain as read, by what is heard there. */
  readonly read: Deadline;
  /** By what is heard there as well; null where nothing of it stands yet. */
  readonly standing: Deadline | null;
  /** Those of this chain that still wait. */
  readonly proposals: readonly Proposal[];
}

function guildsOf(follows: readonly Follow[]): ReadonlyMap<GuildId, readonly Follow[]> {
  const guilds = new Map<GuildId, readonly Follow[]>();
  for (const follow of follows) guilds.set(follow.guild, [...(guilds.get(follow.guild) ?? []), follow]);
  return guilds;
}

function heardBy(guild: GuildId, read: Deadline, unheard: readonly Unheard[]): Deadline {
  const items = new Set(unheard.filter((one) => one.guild === guild).map(({ item }) => item));
  return items.size === 0 ? read : heardIn(read, ({ item }) => !items.has(item));
}

/** Whether reports tell of a date that moderators said before; chains of two acts are never one. */
function isTheirs(read: Deadline, { storyline, target, versions }: Deadline): boolean {
  const [own, said] = [actOf(target), actOf(read.target)];
  if (storyline !== read.storyline || (own !== null && said !== null && own !== said)) return false;
  const theirs = versions.filter(({ word }) => word !== null);
  return theirs.some(({ window }) => read.versions.some((version) => meansSame(window, version.window)));
}

/** Every guild that follows the storyline of `read`. */
export function placesOf(read: Deadline, facts: OpenProposal['facts']) {
  const followed = facts.follows.filter((follow) => follow.storyline === read.storyline);
  return [...guildsOf(followed)].map(([guild, follows]): Place => {
    const here = facts.standings.filter((one) => one.standing?.guild === guild);
    const standing = here.find((one) => one.standing?.of === read.id) ?? here.find((one) => isTheirs(read, one));
    const own = facts.proposals.filter((one) => one.guild === guild && one.deadline === read.id && isWaiting(one));
    return {
      settings: settingsOf({ guild }, facts.guilds),
      follows,
      read: heardBy(guild, read, facts.unheard),
      standing: standing ? heardBy(guild, standing, facts.unheard) : null,
      proposals: own,
    };
  });
}

/** Whether `version` is what stood last, and its reports were killed or are held. */
function isOut(standing: Deadline, version: Version): boolean {
  const current = currentVersion(standing);
  return isRuledOut(current) && current.admission?.of === version.number;
}

/** What a version does to the chain that stands; where versions before it never stood, that is not what it did as read. */
function changeIn({ read }: Place, standing: Deadline, version: Version): ChangeType {
  if (isOut(standing, version)) return 'corrected';
  const current = currentVersion(standing);
  const isAsRead = read.versions.some(({ number, window }) => number === version.number && window === version.window);
  const isNext = isAsRead && current.admission?.of === version.number - 1;
  if (isNext || isDateless(version.change)) return version.change;
  return moveBetween(current.window, version.window);
}

/** Confirmations of the version as read, under the number it has where it stands. */
function carried({ read }: Place, version: Version, number: number): readonly Confirmation[] {
  return read.confirmations
    .filter((confirmation) => confirmation.version === version.number && confirmation.evidence !== version.evidence)
    .map((confirmation) => ({ ...confirmation, version: number }));
}

/** The first version that stands in a guild. */
function began(place: Place, version: Version, by: Admission['by']): Deadline {
  const { read, settings } = place;
  const first: Version = { ...version, number: 1, change: 'set', admission: { of: version.number, by } };
  return {
    ...read,
    id: standingId(read.id, settings.guild),
    rev: 1,
    versions: [first],
    confirmations: carried(place, version, 1),
    standing: { guild: settings.guild, of: read.id },
  };
}

function continued(place: Place, standing: Deadline, version: Version, by: Admission['by']): Version {
  const number = currentVersion(standing).number + 1;
  const flags = isOut(standing, version) ? [...version.flags, RECONFIRMED] : version.flags;
  const change = changeIn(place, standing, version);
  return { ...version, number, change, flags, admission: { of: version.number, by } };
}

function saying({ evidence, otherwise }: Confirmation): string {
  return `${evidence.source.name} ${otherwise === null ? 'said the same' : 'disputes it'}`;
}

function confirmedBy(standing: Deadline, confirmations: readonly Confirmation[], from: number): readonly Change[] {
  return confirmations.map((confirmation, index): Change => {
    const because = saying(confirmation);
    return { kind: 'deadline.confirmed', id: standing.id, rev: from + index, confirmation, because };
  });
}

/** What came true in a guild, and the chain that stands there now. */
interface Admitted {
  readonly changes: readonly Change[];
  readonly standing: Deadline;
}

/** Lets a version stand. `isTold` says whether it gets an alert of its own beside the card. */
function admitOne(place: Place, version: Version, by: Admission['by'], now: Instant, isTold: boolean): Admitted {
  const { standing: before, follows } = place;
  const because = BECAUSE[by];
  if (before === null) {
    const deadline = began(place, version, by);
    const [first] = deadline.versions;
    const set: Change = { kind: 'deadline.set', deadline, because };
    const rest = [...planRungs(deadline, first, now), ...watch(first, now), ...wantCard(deadline, 1, follows)];
    return { changes: [set, ...rest], standing: deadline };
  }
  const added = continued(place, before, version, by);
  const known = new Set(before.confirmations.map(({ evidence }) => evidence.item));
  const confirmations = carried(place, version, added.number).filter(({ evidence }) => !known.has(evidence.item));
  const rev = before.rev + 1 + confirmations.length;
  const standing: Deadline = {
    ...before,
    rev,
    versions: [...before.versions, added],
    confirmations: [...before.confirmations, ...confirmations],
  };
  const changes: readonly Change[] = [
    { kind: 'deadline.changed', id: before.id, rev: before.rev + 1, version: added, because },
    ...confirmedBy(before, confirmations, before.rev + 2),
    ...replanRungs(standing, added, now),
    ...watch(added, now),
    ...wantCard(standing, rev, follows),
    ...(isTold && !isHeld(currentVersion(before)) ? wantChange(standing, added, follows) : []),
  ];
  return { changes, standing };
}

const BECAUSE: Readonly<Record<Admission['by'], string>> = {
  law: 'an official text says so',
  origins: 'enough independent origins say so',
  moderators: "the guild's moderators say so",
};

/** The newest version as read that stands, 0 for none. */
function lastAdmitted(standing: Deadline | null): number {
  return Math.max(0, ...(standing?.versions ?? []).map((version) => version.admission?.of ?? 0));
}

/** Words about an ending need something to end, and nothing older comes after what is newer. */
export function mayStand({ standing, read }: Pick<Place, 'standing' | 'read'>, version: Version): boolean {
  if (standing !== null && isOut(standing, version)) return true;
  const isOwn = standing?.standing?.of === null || standing?.standing?.of === read.id;
  if (isOwn && version.number <= lastAdmitted(standing)) return false;
  if (standing === null) return !isDateless(version.change);
  const current = currentVersion(standing);
  return stateAfter(current) !== 'over' || (isRuledOut(current) && !isDateless(version.change));
}

/** A proposal's next state, its card with it where it has one. */
export function turned(
  proposal: Proposal,
  state: ProposalState,
  place: Pick<Place, 'settings' | 'follows'>,
  because: string,
  answeredBy: string | null = null,
): readonly Change[] {
  const rev = proposal.rev + 1;
  const change: ChangeOf<'proposal.changed'> = {
    kind: 'proposal.changed',
    id: proposal.id,
    rev,
    state,
    answeredBy,
    because,
  };
  const wasShown = proposal.state === 'open' || state === 'open';
  return [change, ...(wasShown ? wantProposal({ ...proposal, rev, state }, place) : [])];
}

/** The versions as read that come to stand with `version` when people accept it: it moves from those before it. */
function together({ read, standing, proposals }: Place, version: Version): readonly Version[] {
  const waiting = new Set(proposals.map((proposal) => proposal.version));
  const since = lastAdmitted(standing);
  const before = read.versions.filter(({ number }) => number > since && number < version.number && waiting.has(number));
  return [...before, version];
}

/**
 * Lets `version` stand in a guild, and where people say so what waited before it as well; the proposals of all of these
 * end as `ended`, older ones as overtaken.
 */
function admit(
  place: Place,
  version: Version,
  by: Admission['by'],
  now: Instant,
  ended: { readonly state: ProposalState; readonly answeredBy: string | null },
): readonly Change[] {
  const chosen = by === 'moderators' ? together(place, version) : [version];
  let standing = place.standing;
  const changes: Change[] = [];
  for (const each of chosen) {
    const isTold = each.number === version.number;
    const admitted = admitOne({ ...place, standing }, each, by, now, isTold);
    changes.push(...admitted.changes);
    standing = admitted.standing;
  }
  const numbers = new Set(chosen.map(({ number }) => number));
  const answered = place.proposals.flatMap((proposal) => {
    const { state, answeredBy } = numbers.has(proposal.version)
      ? ended
      : { state: 'overtaken' as const, answeredBy: null };
    return proposal.version > version.number ? [] : turned(proposal, state, place, BECAUSE[by], answeredBy);
  });
  return [...changes, ...answered];
}

/** People let a version stand that was proposed to them. */
export function accept(place: Place, version: Version, answeredBy: string, now: Instant): readonly Change[] {
  return admit(place, version, 'moderators', now, { state: 'accepted', answeredBy });
}

function made(place: Place, version: Version, state: 'held' | 'open', now: Instant): readonly Change[] {
  const { read, settings, standing } = place;
  const after = standing !== null && isOut(standing, version) ? currentVersion(standing).number : null;
  const proposal: Proposal = {
    id: proposalId(settings.guild, read.id, version.number, after),
    guild: settings.guild,
    storyline: read.storyline,
    deadline: read.id,
    version: version.number,
    rev: 1,
    state,
    madeAt: now,
    answeredBy: null,
  };
  const because = state === 'held' ? 'one origin is too few' : 'people should look at it';
  const change: Change = { kind: 'proposal.made', proposal, because };
  return [change, ...(state === 'open' ? wantProposal(proposal, place) : [])];
}

/** Of a proposal that nobody needs to answer: the law or enough origins did. */
const BY_ITSELF = { state: 'admitted', answeredBy: null } as const;

/** What becomes of a version without anybody's doing; what moderators said themselves is moved by no report alone. */
function verdictIn({ read, settings, follows, standing }: Place, version: Version): Verdict {
  const verdict = verdictOn(read, version, settings, follows);
  return standing !== null && isSteered(standing) && verdict.kind === 'stands' ? { kind: 'proposed' } : verdict;
}

/** A report that says what moderators said before it confirms them; null where it says anything else. */
function agrees({ standing, follows }: Place, version: Version): readonly Change[] | null {
  if (standing === null || !isSteered(standing) || isDateless(version.change)) return null;
  const current = currentVersion(standing);
  if (stateAfter(current) !== 'pending' || !meansSame(current.window, version.window)) return null;
  const { evidence } = version;
  const isKnown = standing.confirmations.some((one) => one.evidence.item === evidence?.item);
  if (evidence === null || isKnown) return [];
  const confirmation: Confirmation = { version: current.number, evidence, otherwise: null };
  const rev = standing.rev + 1;
  return [...confirmedBy(standing, [confirmation], rev), ...wantCard(standing, rev, follows)];
}

/** Where nothing stands, words about an ending only take back what was proposed. */
function offerVersion(place: Place, version: Version, now: Instant): readonly Change[] {
  const { proposals, standing } = place;
  if (standing === null && isDateless(version.change))
    return proposals.flatMap((one) => turned(one, 'overtaken', place, `the deadline is ${version.change}`));
  const agreed = agrees(place, version);
  if (agreed !== null) return agreed;
  if (!mayStand(place, version)) return [];
  const verdict = verdictIn(place, version);
  if (verdict.kind === 'stands') return admit(place, version, verdict.by, now, BY_ITSELF);
  return made(place, version, verdict.kind === 'held' ? 'held' : 'open', now);
}

/** What waits may stand now that one more says so; `confirmation` is known of the version as read. */
function offerWaiting(place: Place, version: Version, confirmation: Confirmation, now: Instant): readonly Change[] {
  const proposal = place.proposals.find((one) => one.version === confirmation.version);
  const verdict = verdictIn(place, version);
  if (!proposal) return [];
  if (verdict.kind === 'stands' && mayStand(place, version)) return admit(place, version, verdict.by, now, BY_ITSELF);
  if (proposal.state !== 'open' && verdict.kind !== 'proposed') return [];
  return turned(proposal, 'open', place, saying(confirmation));
}

/** Moderators are asked once whether what they ruled out stands again; who else says so shows on the card that asks. */
function askAgain(place: Place, version: Version, confirmation: Confirmation, now: Instant): readonly Change[] {
  const waiting = place.proposals.find((one) => one.version === version.number);
  return waiting ? turned(waiting, 'open', place, saying(confirmation)) : made(place, version, 'open', now);
}

/** The version as read has one more source: what stands shows it, what waits or was ruled out may now stand. */
function offerConfirmation(place: Place, confirmation: Confirmation, now: Instant): readonly Change[] {
  const { standing, read, follows } = place;
  const version = read.versions.find((one) => one.number === confirmation.version);
  if (!version) return [];
  const own = standing?.versions.findLast(({ admission }) => admission?.of === confirmation.version);
  if (!standing || !own) return offerWaiting(place, version, confirmation, now);
  const isAgain = isOut(standing, version) && confirmation.otherwise === null;
  const verdict = isAgain ? verdictIn(place, version) : null;
  if (verdict?.kind === 'stands') return admit(place, version, verdict.by, now, BY_ITSELF);
  const rev = standing.rev + 1;
  const confirmed = confirmedBy(standing, [{ ...confirmation, version: own.number }], rev);
  const asked = verdict?.kind === 'proposed' ? askAgain(place, version, confirmation, now) : [];
  return [...confirmed, ...wantCard(standing, rev, follows), ...asked];
}

/** What waits, judged again by what is heard in its guild now. */
export function reconsider({ proposal, read, facts }: OpenProposal, because: string, now: Instant): readonly Change[] {
  const place = placesOf(read, facts).find(({ settings }) => settings.guild === proposal.guild);
  const version = place?.read.versions.find(({ number }) => number === proposal.version);
  if (!place || !version) return [];
  const verdict = verdictIn(place, version);
  if (verdict.kind === 'stands' && mayStand(place, version)) return admit(place, version, verdict.by, now, BY_ITSELF);
  const state = verdict.kind === 'proposed' ? 'open' : 'held';
  return state === proposal.state ? [] : turned(proposal, state, place, because);
}

function offer(place: Place, change: DeadlineChange, now: Instant): readonly Change[] {
  if (change.kind === 'deadline.confirmed') return offerConfirmation(place, change.confirmation, now);
  return offerVersion(place, currentVersion(place.read), now);
}

/** What a change of a chain as read brings to the guilds that follow it; `facts` know the change already. */
export function offerToGuilds(change: DeadlineChange, facts: Facts, now: Instant): readonly Change[] {
  const id = change.kind === 'deadline.set' ? change.deadline.id : change.id;
  const read = facts.deadlines.find((deadline) => deadline.id === id);
  return read ? placesOf(read, facts).flatMap((place) => offer(place, change, now)) : [];
}

/** Chains that were read before a guild followed their storyline: what waits for its date comes to stand, or is asked. */
export function offerExisting(facts: Facts, now: Instant): readonly Change[] {
  const pending = facts.deadlines.filter((read) => stateAfter(currentVersion(read)) === 'pending');
  const places = pending.flatMap((read) => placesOf(read, facts));
  const unknown = places.filter(({ standing, proposals }) => standing === null && proposals.length === 0);
  return unknown.flatMap((place) => offerVersion(place, currentVersion(place.read), now));
}

/** The chain as read is past: what still waits of it has been overtaken by the clock. */
export function overtakeAll(
  read: Deadline,
  facts: Omit<OpenProposal['facts'], 'standings' | 'unheard'>,
): readonly Change[] {
  const because = 'its date went by without an answer';
  return placesOf(read, { ...facts, standings: [], unheard: [] }).flatMap((place) =>
    place.proposals.flatMap((proposal) => turned(proposal, 'overtaken', place, because)),
  );
}
