/**
 * Acts with a number of their own, such as OFAC's general licences. A letter marks an edition: 128A and 128B replace
 * 128, so all three are one act and one chain of dates.
 */
import { matchesIn } from './matches.ts';

const ACT = /\b(?:[Gg]eneral [Ll]icen[cs]e|GL)s?(?: [Nn]o\.?| [Nn]umber)?[ -]?(?<number>\d{1,3})[A-Z]{0,2}\b/g;
const NAME = /\bGeneral License \d+\b/;

const actsIn = (text: string) => matchesIn(text, ACT).map((match) => `General License ${match.groups?.number ?? ''}`);

/** The last act that `words` name; null when they name none. */
export function lastActIn(words: string): string | null {
  return actsIn(words).at(-1) ?? null;
}

/** The act a whole text is about: the only one it names. */
export function onlyActIn(text: string): string | null {
  const [act, ...others] = new Set(actsIn(text));
  return act !== undefined && others.length === 0 ? act : null;
}

/** The act that a party's name holds: "Holders of General License 128". */
export function actOf(party: string | null): string | null {
  return (party && NAME.exec(party)?.[0]) ?? null;
}
