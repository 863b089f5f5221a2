/** Who sets a deadline and who must meet it, as the words next to the cue name them. */

const NAME = "(?:(?:the |The )?\\p{Lu}[\\p{L}\\p{M}’'.-]*(?: (?:of |the |and )?\\p{Lu}[\\p{L}\\p{M}’'.-]*){0,3})";
const SETS =
  '(?:gave|gives|given|set|sets|told|tells|ordered|orders|issued|issues|warned|warns|demanded|demands|cut|cuts|extended|extends|shortened)';

const ISSUERS = [
  new RegExp(`(?<name>${NAME})(?: (?:on|late) ⟦\\w\\w⟧)? (?:has |had |have |also |then )?${SETS}\\b`, 'u'),
  new RegExp(`(?:set|given|issued|ordered|imposed|announced) by (?<name>${NAME})`, 'u'),
  new RegExp(`(?<name>${NAME})['’]s? (?:[^\\s⟦]+ ){0,3}?(?:deadline|ultimatum)`, 'u'),
];

const TARGETS = [
  new RegExp(`\\b(?:gave|gives|give|given|giving) (?<name>${NAME})`, 'u'),
  new RegExp(`\\b(?:told|tells|ordered|orders|warned|warns) (?<name>${NAME}),? (?:to|it|that|he|they)\\b`, 'u'),
  new RegExp(`\\b(?:deadline|ultimatum) (?:for|to) (?<name>${NAME})`, 'u'),
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
