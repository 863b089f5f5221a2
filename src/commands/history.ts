/** Which deadline is meant, and how it came to its date. */
import { plainDeadlineName } from '../cards/chain.ts';
import { deadlineCard } from '../cards/deadline.ts';
import { inListOrder } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import { tokenise } from '../decide/match/normalise.ts';
import type { Call, CommandPorts, Reply } from '../domain/command.ts';
import type { Deadline } from '../domain/deadline.ts';
import { Refusal } from '../domain/refusal.ts';

/** So many are named to someone who has to choose. */
const NAMED = 5;

function wordsIn(text: string): readonly string[] {
  return tokenise(text).map((token) => token.text);
}

/** Every word asked for begins a word of its name or its storyline. */
function isCalled({ target, issuer, storyline }: Deadline, asked: readonly string[]): boolean {
  const own = wordsIn(`${target} ${issuer} ${storyline}`);
  return asked.every((word) => own.some((each) => each.startsWith(word)));
}

function fitting(ordered: readonly Deadline[], asked: string): readonly Deadline[] {
  const number = /^#?(\d{1,4})$/.exec(asked)?.[1];
  if (number !== undefined) return ordered.slice(Number(number) - 1, Number(number));
  const named = ordered.find(({ id }) => id === asked);
  if (named) return [named];
  const wanted = wordsIn(asked);
  return asked !== '' && wanted.length === 0 ? [] : ordered.filter((deadline) => isCalled(deadline, wanted));
}

function named(ordered: readonly Deadline[], found: readonly Deadline[]): string {
  const entry = (each: Deadline) => words.history.entry(ordered.indexOf(each) + 1, plainDeadlineName(each));
  const rest = found.length > NAMED ? [words.lists.more(found.length - NAMED)] : [];
  return [...found.slice(0, NAMED).map(entry), ...rest].join('; ');
}

/** The one deadline that is meant. Throws Refusal when it is none, or not clear which. */
function chosen(ordered: readonly Deadline[], asked: string): Deadline {
  if (ordered.length === 0) throw new Refusal(words.history.nothing);
  const found = fitting(ordered, asked);
  const [first, another] = found;
  if (first === undefined) throw new Refusal(words.history.none(asked));
  if (another === undefined) return first;
  const names = named(ordered, found);
  throw new Refusal(asked === '' ? words.history.which(names) : words.history.many(asked, names));
}

/** The deadline that the option `deadline` means, with its reminders and its storyline. Throws a Refusal where none does. */
export async function meant({ guild, options }: Call, { store }: Pick<CommandPorts, 'store'>) {
  const ordered = inListOrder(await store.deadlines(guild));
  const { id } = chosen(ordered, String(options.get('deadline') ?? '').trim());
  const [history, followed] = await Promise.all([store.deadline(id), store.storylines(guild)]);
  const storyline = followed.find((each) => each.storyline.slug === history?.deadline.storyline)?.storyline;
  if (history === null || storyline === undefined) throw new Error(`deadline ${id} is listed and cannot be read`);
  return { history, storyline };
}

/** The deadline's card as its channel has it. */
export async function show(call: Call, ports: Pick<CommandPorts, 'store'>): Promise<Reply> {
  const { history, storyline } = await meant(call, ports);
  return { card: deadlineCard(storyline, history.deadline, { hasRole: false }), ephemeral: true };
}

/** The same with the picture of its whole chain. */
export async function history(call: Call, ports: Pick<CommandPorts, 'store' | 'pictures'>): Promise<Reply> {
  const { history, storyline } = await meant(call, ports);
  const card = deadlineCard(storyline, history.deadline, { hasRole: false });
  return { card, ephemeral: true, picture: await ports.pictures.chain(history, call.now) };
}
