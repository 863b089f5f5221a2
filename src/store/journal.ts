/** Change -> its row in the journal: what it was about, why, and the data that no other table keeps for ever. */
import type { Act, Change, ChangeKind, ChangeOf } from '../domain/change.ts';
import type { Edition } from '../domain/edition.ts';
import type { Statement } from './engine.ts';

type Subjects = { readonly [Kind in ChangeKind]: ((change: ChangeOf<Kind>) => string) | null };

/** Which noun a change is about; null for heartbeats, which are not journaled. */
const SUBJECTS: Subjects = {
  'outlet.listed': (change) => change.outlet.id,
  'feed.listed': (change) => change.feed.id,
  'feed.unlisted': (change) => change.feed,
  'storyline.defined': (change) => change.storyline.slug,
  'storyline.unlisted': ({ slug }) => slug,
  'draft.kept': null,
  'draft.dropped': null,
  'aliases.set': ({ set }) => `${set.guild} @${set.name}`,
  'follow.set': (change) => change.follow.id,
  'digest.opened': ({ digest }) => digest.id,
  'digest.set': ({ digest }) => digest.id,
  'catch_up.made': ({ catchUp }) => catchUp.id,
  'notice.opened': ({ notice }) => notice.id,
  'notice.set': ({ notice }) => notice.id,
  'guild.set': ({ settings }) => settings.guild,
  'act.undone': ({ act }) => act,
  'proposal.made': ({ proposal }) => proposal.id,
  'proposal.changed': (change) => change.id,
  'feed.polled': null,
  'feed.judged': (change) => change.feed,
  'feed.moved': (change) => change.feed,
  'host.held': null,
  'feeds.hurried': null,
  'item.seen': (change) => change.item.id,
  'item.edited': (change) => change.item.id,
  'item.aliased': (change) => change.item,
  'match.made': (change) => change.match.item,
  'mention.made': (change) => change.mention.item,
  'development.opened': (change) => change.development.id,
  'development.joined': (change) => change.id,
  'development.retold': (change) => change.id,
  'edition.made': ({ edition }) => edition.id,
  'edition.set': ({ edition }) => edition.id,
  'edition.joined': (change) => change.id,
  'edition.retold': (change) => change.id,
  'ruling.made': ({ ruling }) => ruling.id,
  'ruling.undone': (change) => change.id,
  'deadline.set': (change) => change.deadline.id,
  'deadline.changed': (change) => change.id,
  'deadline.confirmed': (change) => change.id,
  'rung.planned': (change) => change.rung.deadline,
  'rungs.cancelled': (change) => change.deadline,
  'rung.asked': null,
  'rung.fired': (change) => change.deadline,
  'rung.skipped': (change) => change.deadline,
  'message.wanted': (change) => change.key,
  'message.folded': (change) => change.key,
  'message.released': (change) => change.key,
  'message.answered': (change) => change.key,
};

/** What a ruling left of it: the other half of what its `ruling.made` says was before. */
function editionData({ reports, of, continues, stand, correction, rev }: Edition): object {
  return { rev, of, continues, stand, correction, items: reports.map(({ item }) => item) };
}

/** Texts of items stay out: they live in the item's own row, for as long as items are kept. */
function dataOf(change: Change): object {
  const { kind, because, ...data } = change;
  if (kind === 'item.seen') return { feed: change.item.feed, baseline: change.baseline };
  if (kind === 'match.made') return { storyline: change.match.storyline, score: change.match.score };
  if (kind === 'mention.made') return { storyline: change.mention.storyline };
  if (kind === 'development.opened') return { storyline: change.development.storyline };
  if (kind === 'edition.made' || kind === 'edition.set') return editionData(change.edition);
  if (kind === 'edition.joined') return { rev: change.rev, item: change.report.item };
  if (kind === 'edition.retold') return { rev: change.rev, item: change.report.item, was: change.was };
  if (kind === 'development.joined')
    return { rev: change.rev, item: change.report.item, joined: change.report.joined, origin: change.report.origin };
  if (kind === 'development.retold')
    return { rev: change.rev, item: change.report.item, was: change.was, origin: change.report.origin };
  if (kind === 'item.edited') return { wasTitle: change.wasTitle, title: change.item.title, wasLede: change.wasLede };
  return data;
}

const INSERT = `INSERT INTO journal (at, act, position, actor, guild, kind, subject, because, data)
  VALUES (:at, :act, :position, :actor, :guild, :kind, :subject, :because, :data)`;

function subjectOf<Kind extends ChangeKind>(kind: Kind, change: ChangeOf<Kind>): string | null {
  return SUBJECTS[kind]?.(change) ?? null;
}

/** The journal's row for one change of a commit; none for a heartbeat. `act` tells commits of one instant apart. */
export function journalOf(change: Change, by: Act, act: string, position: number): readonly Statement[] {
  const subject = subjectOf(change.kind, change);
  if (subject === null) return [];
  const { kind, because } = change;
  const data = JSON.stringify(dataOf(change));
  const { at, actor, guild = null } = by;
  return [{ sql: INSERT, params: { at, act, position, actor, guild, kind, subject, because, data } }];
}
