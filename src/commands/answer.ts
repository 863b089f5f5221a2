/** A moderator's answer to a proposal. */
import { ACCENTS } from '../cards/accent.ts';
import { plainDeadlineName } from '../cards/chain.ts';
import { saying } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import { type Answer, answerProposal } from '../decide/moderate.ts';
import type { Card } from '../domain/card.ts';
import type { Call, CommandPorts } from '../domain/command.ts';
import { currentVersion, type Window } from '../domain/deadline.ts';
import type { OpenProposal } from '../domain/facts.ts';
import { codeOf } from '../domain/proposal.ts';
import { Refusal } from '../domain/refusal.ts';
import { onFreshFacts } from './fresh.ts';
import { typedDate } from './typedDate.ts';

type Ports = Pick<CommandPorts, 'store' | 'commit'>;

/** The proposal that the caller names by its code. Throws a Refusal that names those there are. */
function named(code: string, waiting: readonly OpenProposal[]): OpenProposal {
  if (waiting.length === 0) throw new Refusal(words.proposal.none);
  const found = waiting.find(({ proposal }) => codeOf(proposal) === code.toLowerCase());
  if (found) return found;
  const codes = waiting.map(({ proposal, read }) => `${codeOf(proposal)} (${plainDeadlineName(read)})`);
  throw new Refusal(words.proposal.unknown(code, codes.join(', ')));
}

/** The date that was typed instead of the proposed one, in the zone of its issuer. Throws a Refusal where it is unclear. */
function dateIn({ options, now }: Call, { read, proposal }: OpenProposal): Window | null {
  const text = String(options.get('date') ?? '').trim();
  if (text === '') return null;
  const { window } = read.versions.find(({ number }) => number === proposal.version) ?? currentVersion(read);
  return typedDate(text, window.zone, now).window;
}

function answerOf(kind: Answer['kind'], call: Call, chosen: OpenProposal): Answer {
  return kind === 'accept' ? { kind, date: dateIn(call, chosen) } : { kind };
}

async function makeTrue(kind: Answer['kind'], call: Call, { store, commit }: Ports) {
  const code = String(call.options.get('proposal') ?? '').trim();
  return onFreshFacts(async () => {
    const chosen = named(code, await store.proposals(call.guild));
    const answered = answerProposal(chosen, answerOf(kind, call, chosen), call.member, call.now);
    await commit(answered.changes, { at: call.now, actor: `member:${call.member}`, guild: call.guild });
    return { chosen, answered };
  });
}

/** Makes the answer true and says what follows from it. */
export async function answer(kind: Answer['kind'], call: Call, ports: Ports): Promise<Card> {
  const { chosen, answered } = await makeTrue(kind, call, ports);
  const name = plainDeadlineName(chosen.read);
  if (answered.kind === 'accepted')
    return saying(words.proposal.headlines.accepted, ACCENTS.change, words.proposal.stands(name));
  if (answered.kind === 'overtaken')
    return saying(words.proposal.headlines.overtaken, ACCENTS.change, words.proposal.tooLate);
  return saying(words.proposal.headlines.dismissed, ACCENTS.change, words.proposal.isDismissed(name));
}
