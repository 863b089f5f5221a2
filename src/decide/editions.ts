/** Editions of developments: where a guild's moderators ruled, what is reported later goes where they put the rest. */
import type { ChangeOf } from '../domain/change.ts';
import type { Development, Report } from '../domain/development.ts';
import { type Edition, isEdition, type Telling } from '../domain/edition.ts';
import type { Facts } from '../domain/facts.ts';
import type { GuildId } from '../domain/ids.ts';
import { editionId } from './ids.ts';
import { likenessToAll, titleWords } from './merge/likeness.ts';

/** A development as it is told until anybody rules on it. */
export function editionOf(development: Development, guild: GuildId): Edition {
  const { id, ...told } = development;
  return {
    ...told,
    id: editionId(guild, id),
    guild,
    of: [id],
    continues: id,
    stand: { kind: 'told' },
    correction: null,
  };
}

function counted({ reports }: Edition): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const report of reports) for (const word of titleWords(report)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** The edition that a report reads like most; of equals the one that continues what was reported. */
function nearest(report: Report, editions: readonly Edition[]): Edition | undefined {
  const words = titleWords(report);
  const ranked = editions.map((edition) => ({ edition, score: likenessToAll(words, counted(edition), () => 1) }));
  ranked.sort(
    (a, b) => b.score - a.score || Number(a.edition.continues === null) - Number(b.edition.continues === null),
  );
  return ranked[0]?.edition;
}

function guildsOf(editions: readonly Edition[]): readonly GuildId[] {
  return [...new Set(editions.map(({ guild }) => guild))];
}

/** Where a report of `development` goes in every guild whose moderators ruled on it. */
export function joinEditions(
  development: Development,
  report: Report,
  { editions }: Pick<Facts, 'editions'>,
): readonly ChangeOf<'edition.joined'>[] {
  const own = editions.filter(({ of }) => of.includes(development.id));
  return guildsOf(own).flatMap((guild) => {
    const near = nearest(
      report,
      own.filter((edition) => edition.guild === guild),
    );
    if (!near) return [];
    const { id, rev } = near;
    return [{ kind: 'edition.joined' as const, id, rev: rev + 1, report, because: 'its development took it in' }];
  });
}

/** Other words of a report, in every edition that holds it. */
export function retellEditions(
  { was, report, because }: Pick<ChangeOf<'development.retold'>, 'was' | 'report' | 'because'>,
  { editions }: Pick<Facts, 'editions'>,
): readonly ChangeOf<'edition.retold'>[] {
  return editions.flatMap(({ id, rev, reports }) => {
    const before = reports.find(({ item }) => item === was);
    if (!before) return [];
    const own = { ...report, joined: before.joined };
    return [{ kind: 'edition.retold' as const, id, rev: rev + 1, was, report: own, because }];
  });
}

/** The follows that a telling is for: of its guild, or of the guilds whose moderators left it as it was reported. */
export function followsOf(telling: Telling, { follows, editions }: Pick<Facts, 'follows' | 'editions'>) {
  if (isEdition(telling)) return follows.filter(({ guild }) => guild === telling.guild);
  const own = editions.filter(({ of, continues }) => continues === telling.id || of.includes(telling.id));
  return follows.filter(({ guild }) => !own.some((edition) => edition.guild === guild));
}

/** Whether news of it may be shown: what is held, killed or of no matter here stays as it is. */
export function isTold(telling: Telling): boolean {
  return !isEdition(telling) || telling.stand.kind === 'told';
}
