/** Who sets a deadline and who must meet it, by the verbs of a language. Names stay as they are inflected. */
import type { Parties } from '../parties.ts';
import type { Bindings } from './words.ts';

/** German writes every noun with a capital: one behind an article is no name. */
const ARTICLE = '(?<!(?<!\\p{L})(?:[Dd](?:er|ie|as|en|em|es)|[Ee]in(?:e[nmrs]?)?) )';
const NAME = `${ARTICLE}(?<!\\p{L})(?<name>\\p{Lu}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}-]+){0,2})`;

/** Words that open a sentence with a capital and name nobody. */
const NOBODY =
  /^(?:[EI]r|Sie|Es|Wir|Man|Wer|Ihr|D(?:er|ie|as)|Elle|Ils?|On|Elles|Ce(?:la)?|Qui|Nous|Vous|Tou[ts]|Он[аи]?|Это|Мы|Вы|Кто|Все|Він|Вон[аи]|Це|Ми|Ви|Хто|Усі)(?!\p{L})/u;

function firstName(marked: string, patterns: readonly RegExp[]): string | null {
  const names = patterns.map((pattern) => pattern.exec(marked)?.groups?.name ?? null);
  return names.find((name) => name !== null && !NOBODY.test(name)) ?? null;
}

/** Reads a marked sentence in the case it was written in. */
export function partiesReader({ gives, to, has, left }: Bindings): (marked: string) => Parties {
  const bind = (words: string) => new RegExp(words, 'u');
  const issuers = [bind(`${NAME}(?: ⟦\\w\\w⟧)? (?:${gives})(?!\\p{L})`)];
  const targets = [
    bind(`(?<!\\p{L})(?:${gives})(?: (?:${to}))? ?${NAME}`),
    bind(`(?<!\\p{L})(?:${left})`),
    bind(`(?<!\\p{L})(?:[Uu]ltimatum|[Уу]льтиматум)\\p{L}*(?: (?:${to}))? ?${NAME}`),
    bind(`${NAME} (?:${has})(?!\\p{L})`),
  ];
  return (marked) => {
    const issuer = firstName(marked, issuers);
    const target = firstName(marked, targets);
    return issuer === target ? { issuer, target: null } : { issuer, target };
  };
}
