/** What a deadline hangs on and what follows when it is missed, as the words beside it put it. */
import type { Reading } from '../../domain/deadline.ts';

export type Stakes = Pick<Reading, 'condition' | 'consequence'>;

const MOST_WORDS = 25;
const FEWEST_WORDS = 2;

const SAYS = '(?:said|says|warned|warns|told|tells|added|adds|announced|wrote|insisted|vowed)';
/** Where a clause ends: a stop that is none of a number's or an abbreviation's, a dash, a quotation, or who says so. */
const END = new RegExp(
  `[;!?…“”"]|\\.(?=\\s+[\\p{Lu}"“]|\\s*$)(?<!\\b(?:U\\.S|U\\.K|U\\.N|E\\.U|Mr|Mrs|Dr|a\\.m|p\\.m)\\.?)|\\s[–—-]\\s|,?\\s(?:(?:the\\s)?[\\p{L}.’'-]+\\s){1,3}${SAYS}\\b`,
  'u',
);
/** Ends a condition besides: what hangs on it follows. */
const THEN = /,\s|\s(?:or|then)\s/u;

/** Only what must come true; "if needed" and "even if" ask for nothing. */
const CONDITION =
  /\b(?:unless|absent|(?<!\b(?:even|as|what|only|sees?|knows?|ask(?:s|ed)?|wonder\w*|tell|unclear|uncertain) )if(?! (?:needed|necessary|possible|so|any|ever|not)\b)|provided(?: that)?(?= \p{L}+ )|on (?:the )?condition that|without (?=(?:an? |any )?(?:\p{L}+ )?(?:deal|agreement|truce|cease-?fire|settlement|accord|extension|progress)\b))/iu;

const FOLLOWS =
  '(?:follows?|will|would|begins?|starts?|resumes?|kicks? in|takes? effect|comes? into force|snaps? back|returns?|rises?|falls? away)';
const SUFFERS =
  '(?:face|risk|lose|pay|suffer|forfeit|incur|meet|be (?:hit|cut|sanctioned|expelled|arrested|killed|attacked|fined|barred|banned|shut|destroyed|punished|blacklisted|deported))';
const CONSEQUENCE = new RegExp(
  `\\b(?:or(?: else)? ${SUFFERS}|or(?: else)? (?:(?!or\\b)[\\p{L}’'-]+ ){1,5}?${FOLLOWS}|or (?:we|they|he|it|I)[’'](?:ll|d)|otherwise,? (?=\\p{L}+ )|failing (?:which|that),? )`,
  'iu',
);

/** The words from `start` to the end of their clause; null when they are too few or too many to say. */
function clauseFrom(text: string, start: number, end: RegExp | null): string | null {
  const rest = text.slice(start);
  const stops = [END, end].map((stop) => (stop ? rest.search(stop) : -1)).filter((at) => at > 0);
  const clause = rest.slice(0, Math.min(rest.length, ...stops)).replace(/[\s,:)]+$|\.$/gu, '');
  const words = clause.split(/\s+/).length;
  return words < FEWEST_WORDS || words > MOST_WORDS ? null : clause;
}

/** `sentence` is the one that names the deadline. Where more than one thing is on the condition, nobody knows which. */
export function stakesOf(sentence: string): Stakes {
  const condition = CONDITION.exec(sentence);
  const consequence = CONSEQUENCE.exec(sentence);
  return {
    condition: condition && clauseFrom(sentence, condition.index, THEN),
    consequence: consequence && clauseFrom(sentence, consequence.index, null),
  };
}
