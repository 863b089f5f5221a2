/** `desk board`: what is stuck or held on the board of messages, and an operator's answers to what is stuck. */
import { wallClock } from '../clock.ts';
import type { Change } from '../domain/change.ts';
import { id, type MessageKey } from '../domain/ids.ts';
import type { StuckAnswer, StuckMessage } from '../domain/message.ts';
import type { KeptPause } from '../domain/pause.ts';
import { StaleRevision, type Store } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';
import { withStore } from './withStore.ts';

const ACTS: Readonly<Record<string, string>> = { post: 'posts', edit: 'edits' };

function pauseLine({ channel, act, cause, since, until, reason }: KeptPause): string {
  const where = channel === null ? 'every channel' : `channel ${channel}`;
  if (cause === 'closed') return `closed    ${where} since ${since}, tried again at ${until}: ${reason}`;
  return `limit     ${ACTS[act ?? ''] ?? 'posts and edits'} in ${where} until ${until}: ${reason}`;
}

function stuckLine({ state, key, channel, wantedAt, reason }: StuckMessage): string {
  return `${state.padEnd(9)} ${key} in channel ${channel}, wanted at ${wantedAt}: ${reason}`;
}

async function list(store: Store, { terminal }: CommandLine): Promise<ExitCode> {
  const [pauses, stuck] = [await store.pauses(wallClock().now()), await store.stuck()];
  for (const text of [...pauses.map(pauseLine), ...stuck.map(stuckLine)]) terminal.out(text);
  if (pauses.length + stuck.length === 0) terminal.out('Nothing is stuck, and nothing is held.');
  if (stuck.length > 0) terminal.note('Answer with "desk board resend KEY" or "desk board give-up KEY".');
  return 0;
}

const DONE: Readonly<Record<StuckAnswer, string>> = {
  resend: 'is sent again within a minute, if a desk runs',
  give_up: 'is given up',
};

/** Answers false for a message that is not stuck. */
async function settle(store: Store, text: string, chosen: StuckAnswer): Promise<boolean> {
  const change: Change = {
    kind: 'message.answered',
    key: id<MessageKey>(text),
    answer: chosen,
    because: 'an operator chose it',
  };
  try {
    await store.commit([change], { at: wallClock().now(), actor: 'operator' });
    return true;
  } catch (error) {
    if (error instanceof StaleRevision) return false;
    throw error;
  }
}

async function answer(
  store: Store,
  keys: readonly string[],
  chosen: StuckAnswer,
  line: CommandLine,
): Promise<ExitCode> {
  const unknown: string[] = [];
  for (const key of keys) {
    if (await settle(store, key, chosen)) line.terminal.out(`${key} ${DONE[chosen]}.`);
    else unknown.push(key);
  }
  if (unknown.length === 0) return 0;
  throw new Refusal(`${unknown.join(', ')}: not among the stuck messages, which "desk board" lists`);
}

export const board: Subcommand = {
  add: (program, line, run) => {
    const group = program
      .command('board')
      .description('list messages that are stuck and channels that are closed')
      .action(() => run(() => withStore(line, (store) => list(store, line))));
    const add = (name: string, description: string, chosen: StuckAnswer) =>
      group
        .command(name)
        .description(description)
        .argument('<key...>', 'keys as listed')
        .action((keys: string[]) => run(() => withStore(line, (store) => answer(store, keys, chosen, line))));
    add('resend', 'post stuck messages anew (edit them again, where an edit was refused)', 'resend');
    add('give-up', 'leave stuck messages as they are, for good', 'give_up');
  },
};
