/** What is offered while `/deadline` is typed: deadlines, proposals, and the date as it would be understood. */
import { plainDeadlineName } from '../cards/chain.ts';
import { speaking } from '../cards/language.ts';
import { inListOrder } from '../cards/lists.ts';
import { shortWhen } from '../cards/when.ts';
import { words } from '../cards/words.ts';
import { readTyped } from '../decide/deadline/typed.ts';
import type { Choice, CommandPorts, Typing } from '../domain/command.ts';
import { currentVersion, type Window } from '../domain/deadline.ts';
import type { OpenProposal } from '../domain/facts.ts';
import { codeOf } from '../domain/proposal.ts';
import type { Zone } from '../domain/time.ts';
import { fitting } from './offer.ts';
import { offerOutcomes, zoneFor } from './ownDates.ts';
import { offerStorylines, openStorylines } from './settings.ts';

type Ports = Pick<CommandPorts, 'store'>;

async function deadlines({ guild, text }: Typing, { store }: Ports): Promise<readonly Choice[]> {
  const ordered = inListOrder(await store.deadlines(guild));
  const choices = ordered.map((deadline): Choice => {
    const when = shortWhen(currentVersion(deadline).window);
    return { name: `${plainDeadlineName(deadline)} · ${when}`, value: deadline.id };
  });
  return fitting(choices, text);
}

function versionOf({ proposal, read }: OpenProposal) {
  return read.versions.find(({ number }) => number === proposal.version) ?? currentVersion(read);
}

async function proposals({ guild, text }: Typing, { store }: Ports): Promise<readonly Choice[]> {
  const waiting = await store.proposals(guild);
  const choices = waiting.map((open): Choice => {
    const code = codeOf(open.proposal);
    const when = shortWhen(versionOf(open).window);
    return { name: `${code} · ${plainDeadlineName(open.read)} · ${when}`, value: code };
  });
  return fitting(choices, text);
}

/** That of the proposal, the deadline or the storyline chosen before; the server's own until one is. */
async function zoneOf(typing: Typing, ports: Ports): Promise<Zone> {
  const { guild, options } = typing;
  const chosen = (option: string) => String(options.get(option) ?? '').toLowerCase();
  const proposed = (await ports.store.proposals(guild)).find(({ proposal }) => codeOf(proposal) === chosen('proposal'));
  if (proposed) return versionOf(proposed).window.zone;
  const standing = (await ports.store.deadlines(guild)).find(({ id }) => id.toLowerCase() === chosen('deadline'));
  if (standing) return currentVersion(standing).window.zone;
  const storyline = (await openStorylines(typing, ports)).find(({ slug }) => slug === chosen('storyline'));
  return zoneFor(storyline ?? null, typing, ports);
}

/** `29 Apr 2026 04:01 UTC · US Eastern`: the moment, and the zone it was read in. */
function echo(window: Window): string {
  return `${shortWhen(window)} · ${words.zone(window.zone)}`;
}

/** A date that can be read is echoed as it would be understood; each way of reading it, where there are several. */
async function dates(typing: Typing, ports: Ports): Promise<readonly Choice[]> {
  const { text, now } = typing;
  if (text === '') return [];
  const typed = readTyped(text, await zoneOf(typing, ports), now);
  if (typed.kind === 'problem') return [{ name: words.typed.problems[typed.problem](text), value: text }];
  const [only, ...others] = typed.windows;
  if (others.length === 0) return [{ name: echo(only.window), value: text }];
  // Dates are read in English, whatever language shows them.
  return typed.windows.map(({ window }) => ({
    name: echo(window),
    value: speaking(null, () => shortWhen(window)),
  }));
}

const BY_OPTION: Readonly<Record<string, (typing: Typing, ports: Ports) => Promise<readonly Choice[]>>> = {
  deadline: deadlines,
  proposal: proposals,
  date: dates,
  storyline: offerStorylines,
  outcome: async () => offerOutcomes(),
};

/** Nothing for an option that offers nothing. */
export async function offerDeadlines(typing: Typing, ports: Ports): Promise<readonly Choice[]> {
  return (await BY_OPTION[typing.option]?.(typing, ports)) ?? [];
}
