/** A moderator's answer to a proposal. */
import { ACCENTS } from '../cards/accent.ts';
import { plainDeadlineName } from '../cards/chain.ts';
import { saying } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import { answerProposal } from '../decide/moderate.ts';
import type { Card } from '../domain/card.ts';
import type { Call, CommandPorts } from '../domain/command.ts';
import type { OpenProposal } from '../domain/facts.ts';
import { StaleRevision } from '../domain/ports.ts';
import { codeOf } from '../domain/proposal.ts';
import { Refusal } from '../domain/refusal.ts';

type Ports = Pick<CommandPorts, 'store' | 'commit'>;

/** The proposal that the caller names by its code. Throws a Refusal that names those there are. */
function named(code: string, waiting: readonly OpenProposal[]): OpenProposal {
  if (waiting.length === 0) throw new Refusal(words.proposal.none);
  const found = waiting.find(({ proposal }) => codeOf(proposal) === code.toLowerCase());
  if (found) return found;
  const codes = waiting.map(({ proposal, read }) => `${codeOf(proposal)} (${plainDeadlineName(read)})`);
  throw new Refusal(words.proposal.unknown(code, codes.join(', ')));
}

/** A report or another moderator may have changed it between our read and our commit: read and decide anew. */
const TRIES = 3;

async function makeTrue(kind: 'accept' | 'dismiss', call: Call, { store, commit }: Ports) {
  const code = String(call.options.get('proposal') ?? '').trim();
  for (let attempt = 1; ; attempt += 1) {
    const chosen = named(code, await store.proposals(call.guild));
    const answered = answerProposal(chosen, kind, call.member, call.now);
    try {
      await commit(answered.changes, { at: call.now, actor: `member:${call.member}` });
      return { chosen, answered };
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt === TRIES) throw error;
    }
  }
}

/** Makes the answer true and says what follows from it. */
export async function answer(kind: 'accept' | 'dismiss', call: Call, ports: Ports): Promise<Card> {
  const { chosen, answered } = await makeTrue(kind, call, ports);
  const name = plainDeadlineName(chosen.read);
  if (answered.kind === 'accepted')
    return saying(words.proposal.confirmed, ACCENTS.change, words.proposal.stands(name));
  const text = answered.kind === 'overtaken' ? words.proposal.tooLate : words.proposal.isDismissed(name);
  return saying(words.proposal.dismissed, ACCENTS.change, text);
}
