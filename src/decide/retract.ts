/**
 * Dates that stand on nothing but reports which moderators killed or hold: they end or rest with them, and come back with
 * them. What waits to stand is judged again by what is still heard.
 */
import type { Change } from '../domain/change.ts';
import {
  currentVersion,
  type Deadline,
  evidenceBehind,
  HELD,
  isKilled,
  isRuledOut,
  KILLED,
  RELEASED,
  RESTORED,
  stateAfter,
  type Version,
} from '../domain/deadline.ts';
import { itemsOf } from '../domain/development.ts';
import { type Edition, isEdition, isSilent } from '../domain/edition.ts';
import type { Docket, OpenProposal, Unheard } from '../domain/facts.ts';
import type { ItemId } from '../domain/ids.ts';
import type { Instant } from '../domain/time.ts';
import { goOn } from './chain.ts';
import { reconsider } from './standing.ts';

function isIn({ reports }: Edition, item: ItemId): boolean {
  return reports.some((report) => itemsOf(report).includes(item));
}

/** Whether nothing but `edition`, and what else is killed or held, says so. */
function isOnlyIn(edition: Edition, deadline: Deadline, version: Version, { tellings }: Docket): boolean {
  const others = tellings.filter(isEdition).filter((one) => one.id !== edition.id && isSilent(one));
  const behind = evidenceBehind(deadline, version);
  const isOut = behind.every(({ item }) => [edition, ...others].some((one) => isIn(one, item)));
  return isOut && saysIn(edition, deadline, version);
}

function saysIn(edition: Edition, deadline: Deadline, version: Version): boolean {
  return evidenceBehind(deadline, version).some(({ item }) => isIn(edition, item));
}

/** How a chain goes on; only what is told aloud gets a message of its own. */
interface Next extends Pick<Version, 'change' | 'flags'> {
  readonly because: string;
  readonly isTold: boolean;
}

const OUT: Readonly<Record<'killed' | 'held', Next>> = {
  killed: { change: 'withdrawn', flags: [KILLED], because: 'its report was killed', isTold: true },
  held: { change: 'withdrawn', flags: [HELD], because: 'its report is being checked', isTold: false },
};

/** The chain goes on with what `of` says, under another change. */
function continued(deadline: Deadline, of: Version, next: Next, { follows }: Docket, now: Instant): readonly Change[] {
  const { change, flags } = next;
  const version: Version = { ...of, change, flags, number: currentVersion(deadline).number + 1, saidAt: now };
  const own = follows.filter(({ storyline }) => storyline === deadline.storyline);
  return goOn(deadline, version, { follows: own, now }, next);
}

function ruledOut(by: keyof typeof OUT, edition: Edition, deadline: Deadline, docket: Docket, now: Instant) {
  const current = currentVersion(deadline);
  const next = OUT[by];
  const mayEnd = stateAfter(current) === 'pending' || (isRuledOut(current) && current.flags[0] !== next.flags[0]);
  return mayEnd && current.word === null && isOnlyIn(edition, deadline, current, docket)
    ? continued(deadline, current, next, docket, now)
    : [];
}

function restored(edition: Edition, deadline: Deadline, docket: Docket, now: Instant): readonly Change[] {
  const current = currentVersion(deadline);
  const stood = deadline.versions.findLast((version) => !isRuledOut(version));
  if (!isRuledOut(current) || !stood || !saysIn(edition, deadline, stood)) return [];
  const wasTold = isKilled(current);
  const flag = wasTold ? RESTORED : RELEASED;
  const flags = [...stood.flags.filter((one) => one !== RESTORED && one !== RELEASED), flag];
  const because = wasTold ? 'its report was restored' : 'its report was released';
  return continued(deadline, stood, { change: 'corrected', flags, because, isTold: wasTold }, docket, now);
}

/** What is unheard in the guild once `edition` stands as it does. */
function unheardWith(edition: Edition, { facts }: OpenProposal): readonly Unheard[] {
  const others = facts.unheard.filter(({ item }) => !isIn(edition, item));
  const { guild } = edition;
  const own = isSilent(edition) ? edition.reports.flatMap(itemsOf).map((item) => ({ guild, item })) : [];
  return [...others, ...own];
}

function reconsidered(edition: Edition, { proposals }: Docket, now: Instant): readonly Change[] {
  return proposals.flatMap((open) => {
    const { proposal, read, facts } = open;
    const version = read.versions.find(({ number }) => number === proposal.version);
    if (!version || !evidenceBehind(read, version).some(({ item }) => isIn(edition, item))) return [];
    const unheard = unheardWith(edition, open);
    return reconsider({ ...open, facts: { ...facts, unheard } }, 'moderators ruled on its report', now);
  });
}

/** What it means for dates that `edition` now is told, held or killed. */
export function settleDates(edition: Edition, docket: Docket, now: Instant): readonly Change[] {
  const { kind } = edition.stand;
  if (kind === 'irrelevant' || kind === 'merged') return [];
  const dates = docket.standings.flatMap((deadline) =>
    kind === 'told' ? restored(edition, deadline, docket, now) : ruledOut(kind, edition, deadline, docket, now),
  );
  return [...dates, ...reconsidered(edition, docket, now)];
}
