import { deadlineListCard } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import type { Command, CommandOption, Subcommand } from '../domain/command.ts';
import { answer } from './answer.ts';
import { history, show } from './history.ts';
import { offerDeadlines } from './offerDeadlines.ts';
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

const SUBCOMMANDS: readonly Subcommand[] = [
  { name: 'list', description: words.commands.deadlineList, steering: false, options: [] },
  { name: 'show', description: words.commands.deadlineShow, steering: false, options: [DEADLINE] },
  { name: 'history', description: words.commands.deadlineHistory, steering: false, options: [DEADLINE] },
  { name: 'confirm', description: words.commands.deadlineConfirm, steering: true, options: [PROPOSAL, DATE] },
  { name: 'dismiss', description: words.commands.deadlineDismiss, steering: true, options: [PROPOSAL] },
];

/** `/deadline`: what stands in this server, and the moderators' answers to what does not yet. */
export const deadline: Command = {
  name: 'deadline',
  description: words.commands.deadline,
  steering: false,
  subcommands: SUBCOMMANDS,
  async run(call, ports) {
    if (call.subcommand === 'list')
      return { card: deadlineListCard(await ports.store.deadlines(call.guild), call.now), ephemeral: true };
    if (call.subcommand === 'show') return show(call, ports);
    if (call.subcommand === 'history') return history(call, ports);
    if (call.subcommand === 'confirm') return { card: await answer('accept', call, ports), ephemeral: true };
    if (call.subcommand === 'dismiss') return { card: await answer('dismiss', call, ports), ephemeral: true };
    throw unknownSubcommand(deadline, call);
  },
  offer: offerDeadlines,
};
