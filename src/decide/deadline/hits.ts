/** Which cue, or else which weight, makes which expression of a sentence a deadline. */
import { CLASSES_OF_ALL } from './classes.ts';
import type { Cue, Ground } from './cue.ts';
import { CUES } from './cues.ts';
import { expressionAt, type Marked } from './marks.ts';
import { matchesIn } from './matches.ts';
import { siftingOf } from './sieve.ts';
import { heldIn } from './stretches.ts';
import { DEADLINE } from './terms.ts';
import { type Surrounded, weighed } from './weigh.ts';
import type { Expression } from './when.ts';

export interface Hit {
  readonly cue: Ground;
  readonly expression: Expression;
  /** The sentence up to the mark. */
  readonly before: string;
  /** It held before: another took its place. */
  readonly isOld: boolean;
}

/** A mark that is not merely the day on which somebody speaks. */
const MARK = /⟦([^s])(\w)⟧/g;

/** The marks of a sentence: what kind each is of, and which expression it stands for. */
type Marks = readonly RegExpExecArray[];

/** One match of a cue: the expression it claims, and the one it says is replaced ("from 50 days to 10"). */
interface Match {
  readonly hit: Hit | null;
  readonly old: Expression | null;
}

/** Sport, shows and private life have terms of their own. */
export function isOtherTrade({ marked, held }: Marked): boolean {
  return CLASSES_OF_ALL.private(marked, held) && !CLASSES_OF_ALL.actor(marked, held);
}

/** Whether the rest of the sentence agrees with the cue. */
function holdsIn(cue: Cue, marked: string): boolean {
  return !cue.except?.test(marked) && (cue.needs?.test(marked) ?? true);
}

function matchesOf(cue: Cue, marked: string, expressions: readonly Expression[]): readonly Match[] {
  const found = matchesIn(marked, cue.pattern);
  if (found.length === 0 || !holdsIn(cue, marked)) return [];
  return found.map((match) => {
    const expression = expressionAt(expressions, match.groups?.when ?? match.groups?.then ?? '');
    const before = marked.slice(0, match.index + match[0].length);
    return {
      hit: expression && { cue, expression, before, isOld: cue.isOld },
      old: expressionAt(expressions, match.groups?.old ?? ''),
    };
  });
}

/** A date that only says when a count is up: "in ten days, on 8 August", "two weeks — until 1 October — to leave". */
const GLOSS =
  /^(?: ?[,—–-]+ ?(?:(?:to|on|until|by|through|ending|that is) ){1,2}| ?\((?:(?:to|on|until|by) )?)⟦[ptz](\w)⟧/;

const GLOSSED = CUES.find(({ name }) => name === 'count_glossed');

/** The date behind the count of a hit, as a hit of its own. */
function glossOf({ expression, before }: Hit, marked: string, expressions: readonly Expression[]): Hit | null {
  if (expression.when.kind !== 'count') return null;
  const mark = `${expressions.indexOf(expression).toString(36)}⟧`;
  const index = GLOSS.exec(marked.slice(marked.indexOf(mark) + mark.length))?.[1];
  const gloss = index === undefined ? null : expressionAt(expressions, index);
  return gloss && GLOSSED ? { cue: GLOSSED, expression: gloss, before, isOld: false } : null;
}

/** Just before a mark: it is the date that held once. */
const ONCE =
  /\b(?![^⟦]*\band (?:given|told|ordered|granted|allowed|must|should|ha(?:s|ve) to)\b[^⟦]*$)(?:originally|initially|previously|formerly|instead of|rather than|in place of|(?:should|would|was (?:meant|supposed) to|were (?:meant|supposed) to) have(?! $)|had (?:been(?! (?:given|told|ordered|allowed|granted|asked|warned)\b)|fallen|expired|run))\b[^⟦;.]{0,45}$/i;
const TERM_WORD = `(?:${DEADLINE}|date|term|start|target|expiry|end|day)`;
/** Just before a mark: another date has taken its place. */
const REPLACED = new RegExp(
  `\\b(?:(?:replac|supersed|overrid)(?:es|e|ed|ing|den)|(?:scrapp|dropp|ditch|abandon|rescind)(?:ed|ing)|(?:scrap|drop|abandon|rescind)s)(?: (?:the|a|an|its|their|his|her|of|on|for|${TERM_WORD}|previous|earlier|original|old)){0,6} $|\\b(?:the|its|their|his|her) (?:original|initial|previous|earlier|old)(?: ${TERM_WORD}){0,2}(?: (?:of|on|for|was|had been))* $|, (?:and )?not (?:on |by |until |from |before )?$|[,(] ?(?:was|formerly|previously|(?:up|down|back) from) $`,
  'i',
);
/** A term told in the past: old where the sentence names another. */
const WAS =
  /\b(?:was|were|had been) (?:to|due|set|scheduled|slated|meant|supposed)\b[^⟦;.]{0,45}$|, (?:once |earlier )?(?:due|set|scheduled|slated|meant) (?:to|for|on)\b[^⟦;.]{0,30}$/i;
/** Words that put another date in its place. */
const NOW =
  /\b(?:now|instead|will|is|are|stays?|remains?|has been|have been|extend\w*|prolong\w*|lengthen\w*|stretch\w*|postpon\w*|delay\w*|defer\w*|push\w*|put back|mov\w+|slip\w*|brought forward|renew\w*|further|more|new)\b/i;

function isOnce({ before }: Hit): boolean {
  const words = before.slice(0, before.lastIndexOf('⟦'));
  return ONCE.test(words) || REPLACED.test(words);
}

function wasTerm({ before }: Hit, others: readonly Hit[], marked: string): boolean {
  return others.length > 0 && WAS.test(before.slice(0, before.lastIndexOf('⟦'))) && NOW.test(marked);
}

/** "On Sunday" without a cue of its own is mostly the day of the news. */
function isPassing({ cue, expression }: Hit): boolean {
  return cue.name === 'weighed_on' && expression.when.kind === 'weekday';
}

/** Of several dates in one sentence, those that words of time put behind the others. */
function withOld(hits: readonly Hit[], marked: string): readonly Hit[] {
  const settled = hits.map((hit) => ({ ...hit, isOld: hit.isOld || isOnce(hit) }));
  const others = (hit: Hit) => settled.filter((each) => each !== hit && !each.isOld && !isPassing(each));
  return settled.map((hit) => ({ ...hit, isOld: hit.isOld || wasTerm(hit, others(hit), marked) }));
}

/** Kinds of mark that weighing looks at: no count before a noun or in place of another. */
const WEIGHABLE = 'ptzfgn';

/** What weighing makes of the expressions that no cue has taken. */
function weighedIn(
  sentence: Surrounded,
  marks: Marks,
  expressions: readonly Expression[],
  taken: ReadonlySet<Expression>,
): readonly Hit[] {
  const { marked } = sentence;
  return marks.flatMap((match) => {
    const [, kind = '', index = ''] = match;
    const expression = WEIGHABLE.includes(kind) ? expressionAt(expressions, index) : null;
    if (!expression || taken.has(expression)) return [];
    const end = match.index + match[0].length;
    const cue = weighed(sentence, { start: match.index, end, expression });
    return cue ? [{ cue, expression, before: marked.slice(0, end), isOld: cue.isOld }] : [];
  });
}

const likelyIn = siftingOf(CUES);
const isStrong = ({ trust }: Cue) => trust === 'strong';

interface Claimed {
  readonly hits: readonly Hit[];
  /** Expressions that are hit or replaced. */
  readonly taken: Set<Expression>;
}

/** At most one hit per expression, by the precedence of the cues; an expression that is replaced has none. */
function claimedBy(cues: readonly Cue[], found: Marks, marked: string, expressions: readonly Expression[]): Claimed {
  const kinds = found.map(([, kind = '']) => kind);
  const fitting = cues.filter(({ marks }) => kinds.some((kind) => marks.includes(kind)));
  const taken = new Set<Expression>();
  const hits: Hit[] = [];
  for (const { hit, old } of fitting.flatMap((cue) => matchesOf(cue, marked, expressions))) {
    if (hit && !taken.has(hit.expression)) hits.push(hit);
    if (hit) taken.add(hit.expression);
    if (old) taken.add(old);
  }
  return { hits, taken };
}

/** What the cues of another table make deadlines, and nothing else. */
export function hitReader(cues: readonly Cue[]) {
  const likelyOf = siftingOf(cues);
  return (marked: string, expressions: readonly Expression[]): readonly Hit[] =>
    claimedBy(likelyOf(heldIn(marked)), matchesIn(marked, MARK), marked, expressions).hits;
}

/** What cues make deadlines, only strong ones beside words of another trade; what only glosses those, and what weighs as one. */
export function hitsIn(sentence: Surrounded, expressions: readonly Expression[], isOther: boolean): readonly Hit[] {
  const { marked, held } = sentence;
  const marks = matchesIn(marked, MARK);
  if (marks.length === 0) return [];
  const cues = likelyIn(held);
  const { hits, taken } = claimedBy(isOther ? cues.filter(isStrong) : cues, marks, marked, expressions);
  const glosses = hits.map((hit) => glossOf(hit, marked, expressions)).filter((gloss) => gloss !== null);
  const glossed = glosses.filter(({ expression }) => !taken.has(expression));
  for (const { expression } of glossed) taken.add(expression);
  return withOld([...hits, ...glossed, ...weighedIn(sentence, marks, expressions, taken)], marked);
}
