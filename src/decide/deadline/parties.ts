/** Who sets a deadline and who must meet it, as the words next to the cue name them. */

const NAME = "(?:(?:the |The )?\\p{Lu}[\\p{L}\\p{M}’'.-]*(?: (?:of |the |and )?\\p{Lu}[\\p{L}\\p{M}’'.-]*){0,3})";
/** Headlines in title case spell their verbs with a capital. */
const anyHead = (words: string) =>
  words.replace(/[a-z]+/g, (word) => `[${word.charAt(0).toUpperCase()}${word.charAt(0)}]${word.slice(1)}`);
const either = (words: string) => `(?:${words.split('|').map(anyHead).join('|')})`;

const SETS = either(
  'gave|gives|set|sets|tells|orders|issued|issues|warned|warns|demanded|demands|cut|cuts|extended|extends|shortened',
);
/** Without a helping verb, "Russia told to stop" and "Russia given 10 days" are passives. */
const TOLD = `(?:${either('told|ordered')}(?! to\\b)|(?:has|had|have|having) given)`;

const ISSUERS = [
  new RegExp(`(?<name>${NAME})(?: (?:on|late) ⟦\\w\\w⟧)? (?:has |had |have |also |then )?(?:${SETS}|${TOLD})\\b`, 'u'),
  new RegExp(`(?:set|given|issued|ordered|imposed|announced) by (?<name>${NAME})`, 'u'),
  new RegExp(`(?<name>${NAME})['’]s? (?:[^\\s⟦]+ ){0,3}?${either('deadline|ultimatum')}`, 'u'),
];

const TARGETS = [
  new RegExp(`\\b${either('gave|gives|give|given|giving')} (?<name>${NAME})`, 'u'),
  new RegExp(`\\b(?:told|tells|ordered|orders|warned|warns) (?<name>${NAME}),? (?:to|it|that|he|they)\\b`, 'u'),
  new RegExp(`\\b${either('deadline|ultimatum')} (?:for|to) (?<name>${NAME})`, 'u'),
  new RegExp(
    `(?<name>${NAME}) (?:now |still |only )?(?:has|have|had|must|was told|were told|was given|were given)\\b`,
    'u',
  ),
];

/** Words that open a sentence with a capital and name nobody. */
const NOBODY =
  /^(?:the |The )?(?:He|She|It|They|We|I|You|This|That|These|Those|There|Who|Which|And|But|If|When|While|After|Before|In|On|By|At|His|Her|Its|Their|Under)\b/;

function firstName(marked: string, patterns: readonly RegExp[]): string | null {
  for (const pattern of patterns) {
    const name = pattern
      .exec(marked)
      ?.groups?.name?.replace(/['’]s$|(?<![.]\p{Lu})\.$/u, '')
      .replace(/^The /, 'the ');
    if (name !== undefined && !NOBODY.test(name)) return name;
  }
  return null;
}

export interface Parties {
  readonly issuer: string | null;
  readonly target: string | null;
}

/** The parties a marked sentence names; null where it names none. Nobody sets a deadline for themselves. */
export function partiesOf(marked: string): Parties {
  const target = firstName(marked, TARGETS);
  const issuer = firstName(marked, ISSUERS);
  return issuer === target ? { issuer, target: null } : { issuer, target };
}
