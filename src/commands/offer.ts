/** What is offered while an option is typed: of everything there is, what fits the words so far. */
import { tokenise } from '../decide/match/normalise.ts';
import type { Choice } from '../domain/command.ts';

/** Those that every word typed so far begins a word of, in their order; all of them before anything is typed. */
export function fitting(choices: readonly Choice[], text: string): readonly Choice[] {
  const typed = tokenise(text).map((token) => token.text);
  return choices.filter(({ name }) => {
    const own = tokenise(name).map((token) => token.text);
    return typed.every((word) => own.some((each) => each.startsWith(word)));
  });
}
