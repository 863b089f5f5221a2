/** Facts after changes: so that the second item of a document is judged knowing what the first one made true. */
import type { Change, ChangeOf } from '../domain/change.ts';
import type { Deadline } from '../domain/deadline.ts';
import { type Development, itemsOf, type Report, withReport, withRetold } from '../domain/development.ts';
import { type Edition, isSilent } from '../domain/edition.ts';
import type { Facts, KnownItem, Unheard } from '../domain/facts.ts';
import { id } from '../domain/ids.ts';
import type { Item } from '../domain/item.ts';
import type { Message } from '../domain/message.ts';
import { isWaiting } from '../domain/proposal.ts';
import type { Instant } from '../domain/time.ts';
import { knownOf } from './known.ts';
import { reshelve } from './merge/shelf.ts';

function knowing(facts: Facts, item: Item): Facts {
  const known = new Map<string, KnownItem>(facts.known);
  const now = knownOf(item);
  for (const identity of item.identities) if (!known.has(identity)) known.set(identity, now);
  return { ...facts, known };
}

function rereading(facts: Facts, item: Item): Facts {
  const { known } = knowing(facts, item);
  const now = knownOf(item);
  return { ...facts, known: new Map([...known].map(([name, before]) => [name, before.id === item.id ? now : before])) };
}

function withDevelopments(facts: Facts, developments: readonly Development[]): Facts {
  reshelve(facts.developments, developments);
  return { ...facts, developments };
}

function withChanged(facts: Facts, id: string, change: (development: Development) => Development): Facts {
  const changed = (development: Development) => (development.id === id ? change(development) : development);
  return withDevelopments(facts, facts.developments.map(changed));
}

function joined(facts: Facts, change: ChangeOf<'development.joined'>, now: Instant): Facts {
  return withChanged(facts, change.id, (before) => ({ ...withReport(before, change), lastAt: now }));
}

function retold(facts: Facts, change: ChangeOf<'development.retold'>, now: Instant): Facts {
  return withChanged(facts, change.id, (before) => ({ ...withRetold(before, change), lastAt: now }));
}

/** What an edition takes in counts for nothing where its moderators killed or hold it. */
function unheardOf(edition: Edition | undefined, report: Report): readonly Unheard[] {
  if (!edition || !isSilent(edition)) return [];
  return itemsOf(report).map((item) => ({ guild: edition.guild, item }));
}

type EditionChange = ChangeOf<'edition.joined' | 'edition.retold'>;

function withEdition(facts: Facts, { id, report }: EditionChange, change: (edition: Edition) => Edition): Facts {
  const unheard = unheardOf(
    facts.editions.find((edition) => edition.id === id),
    report,
  );
  return {
    ...facts,
    editions: facts.editions.map((edition) => (edition.id === id ? change(edition) : edition)),
    unheard: unheard.length === 0 ? facts.unheard : [...facts.unheard, ...unheard],
  };
}

function withDeadline(facts: Facts, id: string, change: (deadline: Deadline) => Deadline): Facts {
  const changed = (deadline: Deadline) => (deadline.id === id ? change(deadline) : deadline);
  return { ...facts, deadlines: facts.deadlines.map(changed), standings: facts.standings.map(changed) };
}

function withNew(facts: Facts, deadline: Deadline): Facts {
  if (deadline.standing) return { ...facts, standings: [...facts.standings, deadline] };
  return { ...facts, deadlines: [...facts.deadlines, deadline] };
}

function turned(facts: Facts, { id, rev, state, answeredBy }: ChangeOf<'proposal.changed'>): Facts {
  const proposals = facts.proposals.map((one) => (one.id === id ? { ...one, rev, state, answeredBy } : one));
  return { ...facts, proposals: proposals.filter(isWaiting) };
}

function rowOf(change: ChangeOf<'message.wanted'>, now: Instant): Message {
  const { key, follow, channel, subject, rev, ping } = change;
  const place = change.thread ?? id(channel);
  return { key, follow, channel, place, subject, wantedRev: rev, shownRev: 0, state: 'waiting', madeAt: now, ping };
}

function wanted(facts: Facts, change: ChangeOf<'message.wanted'>, now: Instant): Facts {
  const isThere = facts.messages.some((message) => message.key === change.key);
  return isThere || change.opens === false ? facts : { ...facts, messages: [...facts.messages, rowOf(change, now)] };
}

function learnOne(facts: Facts, change: Change, now: Instant): Facts {
  switch (change.kind) {
    case 'item.seen':
      return knowing(facts, change.item);
    case 'item.edited':
      return rereading(facts, change.item);
    case 'development.opened':
      return withDevelopments(facts, [...facts.developments, change.development]);
    case 'development.joined':
      return joined(facts, change, now);
    case 'development.retold':
      return retold(facts, change, now);
    case 'edition.joined':
      return withEdition(facts, change, (before) => ({ ...withReport(before, change), lastAt: now }));
    case 'edition.retold':
      return withEdition(facts, change, (before) => withRetold(before, change));
    case 'deadline.set':
      return withNew(facts, change.deadline);
    case 'deadline.changed':
      return withDeadline(facts, change.id, (before) => ({
        ...before,
        rev: change.rev,
        versions: [...before.versions, change.version],
      }));
    case 'deadline.confirmed':
      return withDeadline(facts, change.id, (before) => ({
        ...before,
        rev: change.rev,
        confirmations: [...before.confirmations, change.confirmation],
      }));
    case 'proposal.made':
      return { ...facts, proposals: [...facts.proposals, change.proposal] };
    case 'proposal.changed':
      return turned(facts, change);
    case 'message.wanted':
      return wanted(facts, change, now);
    case 'digest.opened':
      return { ...facts, digests: [...facts.digests, change.digest] };
    case 'digest.set':
      return { ...facts, digests: facts.digests.map((one) => (one.id === change.digest.id ? change.digest : one)) };
    default:
      return facts;
  }
}

/** Facts as they stand once `changes` are committed at `now`. */
export function learn(facts: Facts, changes: readonly Change[], now: Instant): Facts {
  return changes.reduce((known, change) => learnOne(known, change, now), facts);
}
