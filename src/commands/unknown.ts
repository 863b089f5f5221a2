import { words } from '../cards/words.ts';
import type { Call, Command } from '../domain/command.ts';
import { Refusal } from '../domain/refusal.ts';

/** Discord may still offer a subcommand that this release no longer has, until commands are registered anew. */
export function unknownSubcommand(command: Command, call: Call): Refusal {
  const known = command.subcommands.map((each) => each.name).join(' | ');
  return new Refusal(words.commands.unknown(command.name, call.subcommand, known));
}
