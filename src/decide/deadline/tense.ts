/**
 * Whether the weekday that names a deadline ("by Friday's UN deadline") is the next one or the last: told by the word
 * in front of it, by the verb of its clause and by what is said to become of it.
 */
import { matchesIn } from './matches.ts';
import { DEADLINE } from './terms.ts';

/** `unclear` where the clause looks back and nothing says that its deadline does. */
export type TermLook = 'ahead' | 'back' | 'nearest' | 'unclear';

/** The words before a term and behind it. */
interface Term {
  readonly before: string;
  readonly after: string;
  /** "A Friday deadline" is news of one. */
  readonly isNew: boolean;
}

const MARK = '⟦[ptz]\\w⟧';
const NAMED = '(?: [^\\s⟦,;.]+){0,3}?';
/** "Friday's UN deadline", "the Friday deadline", "the deadline on Friday". */
const TERMS = new RegExp(
  `(?:(?:the|a|last|this|that|its|their|his|her|an?) )*(?:${MARK}(?:['’]s?)?${NAMED} ["“'‘]?${DEADLINE}\\b|${DEADLINE} (?:on|of) ${MARK})`,
  'gi',
);

/** Verbs that look on from the past: what they govern was still to come. */
const LOOKS_ON =
  /\b(?:must|shall|should|will|would|can(?:not)?|could|may|might|won[’']t|[’']ll|needs?|needed|wants?|wanted|hop(?:es?|ed|ing)|expect(?:s|ed|ing)?|planned|aim(?:s|ed|ing)?|sought|seeks?|due|sets?|setting|gave|giv(?:es?|en|ing)|impos(?:es?|ed|ing)|issu(?:es?|ed|ing)|announc(?:es?|ed|ing)|fac(?:es?|ed|ing)|demand(?:s|ed|ing)?|requir(?:es?|ed|ing)|order(?:s|ed|ing)?|urg(?:es?|ed|ing)|told|tells|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|call(?:s|ed|ing)? (?:on|for)|warn(?:s|ed|ing)?|threaten(?:s|ed|ing)?|pledg(?:es?|ed|ing)|vow(?:s|ed|ing)?|promis(?:es?|ed|ing)|rac(?:es?|ed|ing)|rush(?:es|ed|ing)?|scrambl(?:es?|ed|ing)|struggl(?:es?|ed|ing)|(?<!\bhad )to (?!(?:the|a|an|his|her|its|their|that|this|most|almost|all|some|many|both|about|nearly|only|no)\b)[a-z]{2,})\b/gi;

/** Verbs that tell what was. */
const TELLS =
  /\b(?:was|were|had|did|been|went|came|fell|rose|took|made|saw|got|gave|won|lost|left|met|ran|began|broke|brought|built|drove|fled|found|grew|held|kept|killed|led|paid|sent|shot|spent|stood|struck|swept|sold|[a-z]{2,}(?<!ne)ed|ha(?:s|ve)(?: not|n[’']t)?(?: [a-z]+){0,2} [a-z]+(?:ed|en|ne|wn|ng|ld|nt|id|de|ft))\b/gi;

const CONDITION = /\b(?:if|unless)\b/i;

/** Where another clause begins. */
const BREAK = /[;:.!?—–]\s|\b(?:but|while|although|whereas|because|and) /gi;

const AFTERWARDS =
  /\b(?:after|past|since|following|beyond|despite|missed|ignored|defied|flouted|breached|overran|overshot|blew (?:past|through))(?: (?:the|a|an|\S+['’]s|\S+s['’])){0,2} $/i;
const LIMIT = /\b(?:by|within|in time for|at)(?: (?:the|a|an|\S+['’]s|\S+s['’])){0,2} $/i;
const BEFORE = /\b(?:before|ahead of)(?: (?:the|a|an|\S+['’]s|\S+s['’])){0,2} $/i;
const ALREADY = /\bhad\b(?! to\b)[^;]*\bbefore(?: (?:the|a|an|\S+['’]s|\S+s['’])){0,2} $/i;
const TOWARDS =
  /\b(?:until|for|meet|beat|towards?|to|(?:shrug(?:s|ged)|brush(?:es|ed)) (?:off|aside)|spurn(?:s|ed)|reject(?:s|ed)|dismiss(?:es|ed))(?: (?:the|a|an|\S+['’]s|\S+s['’])){0,2} $/i;

/** What became of it, right behind. */
const OVER =
  /^(?:[^;.,⟦]{0,40}? )?(?:came|arrived|struck|passed|expired|elapsed|lapsed|ended|behind (?:it|them|us|him|her)|gone|(?:is|was|now|all but) over|over(?=[.,;:]|$)|went (?:by|past))(?!\w)/i;
const NEARS =
  /^(?:[^;.,⟦]{0,40}? )?(?:loom(?:s|ed|ing)?|near(?:s|ed|ing)?|approach(?:es|ed|ing)?|draws? (?:near|close)|drew (?:near|close)|stands|remains|will|would|may|might|could|must|is|unless)\b/i;

/** "Had set a Monday deadline": before what is told now, and over as likely as not. */
const BEGUN = /\bhad (?:\w+ )?(?:set|given|imposed|issued|announced|named|fixed)(?: [^\s⟦;,.]+){0,5} $/i;

function clauseBefore(text: string): string {
  const last = matchesIn(text, BREAK).at(-1);
  const own = last ? text.slice(last.index + last[0].length) : text;
  return own.split(/\s/).length > 3 ? own : text;
}

const endOf = (text: string, verbs: RegExp) => {
  const last = matchesIn(text, verbs).at(-1);
  return last ? last.index + last[0].length : -1;
};

/** Where the last verb of the clause before the term looks. */
function verbLook(before: string): 'ahead' | 'back' | 'nowhere' {
  const clause = clauseBefore(before);
  if (CONDITION.test(clause)) return 'ahead';
  const [ahead, back] = [endOf(clause, LOOKS_ON), endOf(clause, TELLS)];
  if (ahead < 0 && back < 0) return 'nowhere';
  return ahead >= back ? 'ahead' : 'back';
}

/** "With days to go before". */
const TO_GO =
  /\b(?:to go|left|remaining|(?:days|hours|weeks) away) (?:before|until|till|to)(?: (?:the|a|an|\S+['’]s|\S+s['’])){0,2} $/i;

function lookByWord({ before }: Term): TermLook | null {
  if (TO_GO.test(before)) return 'ahead';
  const verb = verbLook(before);
  if (AFTERWARDS.test(before)) return verb === 'ahead' ? 'ahead' : 'back';
  if (ALREADY.test(before)) return 'back';
  if (BEFORE.test(before)) return verb === 'back' ? 'nearest' : 'ahead';
  if (LIMIT.test(before)) return verb === 'back' ? 'back' : 'ahead';
  return TOWARDS.test(before) ? 'ahead' : null;
}

/** "… deadline, when the quarter closed". */
const CLOSED = /^, when [^.;,⟦]{1,40}\b(?:was|were|[a-z]+ed)\b/i;

function lookOf(term: Term): TermLook {
  if (CLOSED.test(term.after)) return 'back';
  const byWord = lookByWord(term);
  if (byWord) return byWord;
  if (NEARS.test(term.after)) return 'ahead';
  if (OVER.test(term.after)) return 'back';
  if (BEGUN.test(term.before)) return 'nearest';
  return !term.isNew && verbLook(term.before) === 'back' ? 'unclear' : 'ahead';
}

/**
 * Where the deadline looks that is named by the mark at `at` of a marked sentence; null when the mark names none.
 */
export function termLook(marked: string, at: number): TermLook | null {
  const term = matchesIn(marked, TERMS).find(({ index, 0: words }) => index <= at && at < index + words.length);
  if (!term) return null;
  const [words] = term;
  const after = marked.slice(term.index + words.length);
  return lookOf({ before: marked.slice(0, term.index), after, isNew: /^an? /i.test(words) });
}
