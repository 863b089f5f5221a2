import { deadlineListCard } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import type { Answer } from '../decide/moderate.ts';
import type { Call, Command, CommandOption, CommandPorts, Reply, Subcommand } from '../domain/command.ts';
import { answer } from './answer.ts';
import { history, show } from './history.ts';
import { offerDeadlines } from './offerDeadlines.ts';
import { add, move, outcome } from './ownDates.ts';
import { free, needed } from './settings.ts';
import { unknownSubcommand } from './unknown.ts';

const PROPOSAL: CommandOption = {
  name: 'proposal',
  description: words.commands.deadlineProposal,
  required: true,
  kind: 'text',
  offers: true,
};

const DEADLINE: CommandOption = {
  name: 'deadline',
  description: words.commands.deadlineHistoryDeadline,
  required: false,
  kind: 'text',
  offers: true,
};

const DATE: CommandOption = {
  name: 'date',
  description: words.commands.deadlineDate,
  required: false,
  kind: 'text',
  offers: true,
};

const CHOSEN = needed('deadline', 'text', words.commands.deadlineWhich, true);
const NEW_DATE = needed('date', 'text', words.commands.deadlineNewDate, true);
const SOURCE: readonly CommandOption[] = [
  free('link', 'text', words.commands.deadlineLink),
  free('reason', 'text', words.commands.deadlineReason),
];

const SUBCOMMANDS: readonly Subcommand[] = [
  { name: 'list', description: words.commands.deadlineList, steering: false, options: [] },
  { name: 'show', description: words.commands.deadlineShow, steering: false, options: [DEADLINE] },
  { name: 'history', description: words.commands.deadlineHistory, steering: false, options: [DEADLINE] },
  { name: 'confirm', description: words.commands.deadlineConfirm, steering: true, options: [PROPOSAL, DATE] },
  { name: 'dismiss', description: words.commands.deadlineDismiss, steering: true, options: [PROPOSAL] },
  {
    name: 'add',
    description: words.commands.deadlineAdd,
    steering: true,
    options: [
      needed('storyline', 'text', words.commands.deadlineStoryline, true),
      NEW_DATE,
      free('about', 'text', words.commands.deadlineAbout),
      free('issuer', 'text', words.commands.deadlineIssuer),
      ...SOURCE,
    ],
  },
  { name: 'move', description: words.commands.deadlineMove, steering: true, options: [CHOSEN, NEW_DATE, ...SOURCE] },
  {
    name: 'outcome',
    description: words.commands.deadlineOutcome,
    steering: true,
    options: [CHOSEN, needed('outcome', 'text', words.commands.deadlineBecame, true), ...SOURCE],
  },
];

type Doing = (call: Call, ports: CommandPorts) => Promise<Reply>;

function answering(kind: Answer['kind']): Doing {
  return async (call, ports) => ({ card: await answer(kind, call, ports), ephemeral: true });
}

const DOES: Readonly<Record<string, Doing>> = {
  list: async ({ guild, now }, { store }) => {
    return { card: deadlineListCard(await store.deadlines(guild), now), ephemeral: true };
  },
  ...{ show, history, add, move, outcome },
  confirm: answering('accept'),
  dismiss: answering('dismiss'),
};

/** `/deadline`: what stands in this server, and the moderators' answers to what does not yet. */
export const deadline: Command = {
  name: 'deadline',
  description: words.commands.deadline,
  steering: false,
  subcommands: SUBCOMMANDS,
  async run(call, ports) {
    const does = DOES[call.subcommand];
    if (does !== undefined) return does(call, ports);
    throw unknownSubcommand(deadline, call);
  },
  offer: offerDeadlines,
};
