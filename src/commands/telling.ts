/** Which development is meant: by its code, by the link of one of its reports, or by words of its headline. */
import { headlineOf } from '../cards/development.ts';
import { plain } from '../cards/escape.ts';
import { words } from '../cards/words.ts';
import { tokenise } from '../decide/match/normalise.ts';
import type { CommandPorts } from '../domain/command.ts';
import { itemsOf } from '../domain/development.ts';
import { codeOfTelling, isEdition, type Telling } from '../domain/edition.ts';
import type { Docket } from '../domain/facts.ts';
import type { GuildId, ItemId } from '../domain/ids.ts';
import { ownName } from '../domain/owner.ts';
import { Refusal } from '../domain/refusal.ts';

/** So many are named to someone who has to choose. */
const NAMED = 5;
const HEADLINE_LIMIT = 80;

function isCalled(telling: Telling, asked: readonly string[]): boolean {
  const own = tokenise(`${headlineOf(telling)} ${telling.storyline}`).map(({ text }) => text);
  return asked.every((word) => own.some((each) => each.startsWith(word)));
}

/** The items behind a link, of the catalogue's feeds and of the guild's own; none for what is no link, or unknown. */
async function itemsAt(
  text: string,
  guild: GuildId,
  { store, namesOf }: Pick<CommandPorts, 'store' | 'namesOf'>,
): Promise<readonly ItemId[]> {
  const names = namesOf(text);
  if (names.length === 0) return [];
  const own = names.map((name) => ownName(name, guild));
  const found = [await store.explained(names), await store.explained(own)];
  return found.flatMap((item) => item?.id ?? []);
}

function named(found: readonly Telling[]): string {
  const entry = (each: Telling) => `${codeOfTelling(each)}: ${plain(headlineOf(each), HEADLINE_LIMIT)}`;
  return [
    ...found.slice(0, NAMED).map(entry),
    ...(found.length > NAMED ? [words.lists.more(found.length - NAMED)] : []),
  ].join('; ');
}

/** By its code, or as its card's buttons name it. */
function isNamed(telling: Telling, asked: string): boolean {
  if (codeOfTelling(telling) === asked || telling.id === asked) return true;
  return isEdition(telling) && telling.continues === asked;
}

/** The development that `asked` means. Throws a Refusal when it is none, or not clear which. */
export async function tellingFor(
  asked: string,
  { tellings }: Docket,
  guild: GuildId,
  ports: Pick<CommandPorts, 'store' | 'namesOf'>,
): Promise<Telling> {
  const byName = tellings.find((telling) => isNamed(telling, asked.toLowerCase()));
  if (byName) return byName;
  const items = new Set(await itemsAt(asked, guild, ports));
  const wanted = tokenise(asked).map(({ text }) => text);
  const holds = ({ reports }: Telling) => reports.some((report) => itemsOf(report).some((item) => items.has(item)));
  const found = tellings.filter((telling) =>
    items.size === 0 ? wanted.length > 0 && isCalled(telling, wanted) : holds(telling),
  );
  const [first, another] = found;
  if (first === undefined) throw new Refusal(words.docket.none(asked));
  if (another !== undefined) throw new Refusal(words.docket.many(asked, named(found)));
  return first;
}

/** Reports by their numbers in `/development show`: `2`, `2 4`, `2, 4`. Throws a Refusal for anything else. */
export function reportsIn(text: string, { reports }: Telling): readonly ItemId[] {
  const parts = text.split(/[\s,;]+/).filter((part) => part !== '');
  return parts.map((part) => {
    const report = /^\d{1,4}$/.test(part) ? reports[Number(part) - 1] : undefined;
    if (report === undefined) throw new Refusal(words.docket.noReport(part, reports.length));
    return report.item;
  });
}
