/**
 * A sentence with each expression of time replaced by a mark, so that cues are written against marks and not against
 * every way to write a date. `⟦p3⟧` is expression 3, a point in time.
 */
import type { Held } from './stretches.ts';
import { DEADLINE } from './terms.ts';
import type { CountStart, Expression, When } from './when.ts';

/**
 * `p` a day; `t` a day with its clock time, `z` with a zone besides; `n` a bare count, `f` one from today or from the
 * date of an act, `g` one from a day that is named; `a` an adjectival count ("50-day"); `x` a count that replaces
 * another; `s` the day on which somebody speaks or acts: never a deadline.
 */
export type Mark = 'p' | 't' | 'z' | 'f' | 'g' | 'n' | 'a' | 'x' | 's';

/** A marked sentence with the stretches that it holds. */
export interface Marked {
  readonly marked: string;
  readonly held: Held;
}

const COUNT_MARKS: Readonly<Record<CountStart['kind'], Mark>> = {
  unsaid: 'n',
  today: 'f',
  act: 'f',
  publication: 'g',
  point: 'g',
};

const MOST = 36;

/** "A year from now" alone tells how things will look, not when they must be done. */
function isOutlook({ count, start }: Extract<When, { kind: 'count' }>): boolean {
  return count.unit === 'month' && start.kind === 'today';
}

function markOf(expression: Expression): Mark {
  if (expression.rule === 'count_from_to') return 'x';
  if (expression.clock) return expression.clock.zone ? 'z' : 't';
  if (expression.when.kind !== 'count') return 'p';
  if (expression.isAdjective) return 'a';
  return isOutlook(expression.when) ? 'g' : COUNT_MARKS[expression.when.start.kind];
}

const SAID =
  'said|says|say|saying|told|announced|announces|declared|warned|reported|added|wrote|posted|tweeted|stated|spoke|confirmed|revealed|vowed|threatened|insisted|acknowledged|testified';
/** Acts: the day stands behind "on" only, for "set Friday" and "extended Friday's deadline" mean the deadline. */
const DID =
  'signed|issued|met|agreed|published|imposed|launched|gave|set|ordered|approved|adopted|unveiled|notified|designated|called|rejected|promised|extended|released|began|started|held|voted|arrived|filed|ruled|took office|shared|swiped|blocked|made|launched|moved|pushed|demanded|asked|urged|offered|presented|sent|delivered|received|visited|travell?ed|attacked|struck|killed|fired';

/** Each with what stands in every match: to look for that takes no time. */
const SPOKEN = [
  {
    beside: ' ⟦p',
    pattern: new RegExp(
      `\\b(?:${SAID})(?: (?:reporters|journalists|lawmakers|parliament|supporters))?(?: in an? (?:\\w+ )?(?:letter|memo|notice|e-?mail|statement|order|message|post|interview))?(?: late| early)?(?: on)? ⟦p(\\w)⟧`,
      'gi',
    ),
  },
  {
    beside: ' on ⟦p',
    pattern: new RegExp(`(?<!\\b(?:will|would|shall|to|not) (?:be )?)\\b(?:${DID})(?: late| early)? on ⟦p(\\w)⟧`, 'gi'),
  },
  {
    beside: ' ⟦p',
    pattern: new RegExp(
      `(?:\\bon|\\blate|\\bearly|\\blate on|\\bearly on) ⟦p(\\w)⟧,? (?:(?:he|she|it|they|that) )?(?!saying\\b)(?:${SAID}|${DID})\\b`,
      'gi',
    ),
  },
  { beside: 'On ⟦p', pattern: /^On ⟦p(\w)⟧,/g },
  {
    beside: ' on ⟦p',
    pattern: /\b(?:told|ordered|asked|warned|instructed|directed|urged) (?:[^\s⟦;,.]+ ){1,5}on ⟦p(\w)⟧ (?:to|that)\b/gi,
  },
] as const;

/** "Set an ultimatum on Monday" tells when it was set; "set the deadline for Monday" and a date in full name the deadline. */
const SET_ON = new RegExp(
  `\\b(?:set|sets|gave|gives|issued|issues|announced|announces|delivered|unveiled|presented|handed|made|imposed)\\b(?:[^⟦;]|⟦[an]\\w⟧){0,60}?\\b${DEADLINE}(?: late| early)? on ⟦p(?<when>\\w)⟧`,
  'gi',
);

/** `Mon` beside "deadline" is the deadline, whatever verb stands before it. */
const NAMES_DEADLINE = /^(?:['’]s?)?(?: [^\s⟦]+){0,2}? (?:deadline|ultimatum|cut-?off)\b/i;

function spoken(marked: string): string {
  let text = marked;
  for (const { beside, pattern } of SPOKEN) {
    if (!text.includes(beside)) continue;
    text = text.replace(pattern, (whole, index: string, offset: number, all: string) => {
      const isDeadline = NAMES_DEADLINE.test(all.slice(all.indexOf(`⟦p${index}⟧`, offset) + 4));
      return isDeadline ? whole : whole.replace(`⟦p${index}⟧`, `⟦s${index}⟧`);
    });
  }
  return text;
}

function setOn(marked: string, expressions: readonly Expression[]): string {
  if (!marked.includes(' on ⟦p')) return marked;
  return marked.replace(SET_ON, (whole, index: string) => {
    const kind = expressionAt(expressions, index)?.when.kind;
    return kind === 'weekday' || kind === 'near' ? whole.replace(`⟦p${index}⟧`, `⟦s${index}⟧`) : whole;
  });
}

const NO_PLAIN_SPACE = /[^\S ]/;

/** Most texts are so already. */
function isEven(text: string): boolean {
  return !text.startsWith(' ') && !text.includes('  ') && !NO_PLAIN_SPACE.test(text);
}

function evenlySpaced(text: string): string {
  return isEven(text) ? text : text.replace(/\s+/g, ' ').trimStart();
}

/** Marks the first 36 expressions of a sentence. */
export function markedSentence(text: string, expressions: readonly Expression[]): string {
  let marked = '';
  let from = 0;
  for (const [index, expression] of expressions.slice(0, MOST).entries()) {
    marked += `${text.slice(from, expression.start)}⟦${markOf(expression)}${index.toString(MOST)}⟧`;
    from = expression.end;
  }
  return setOn(spoken(evenlySpaced(marked + text.slice(from))), expressions);
}

/** The expression that a mark's index stands for. */
export function expressionAt(expressions: readonly Expression[], index: string): Expression | null {
  return expressions[Number.parseInt(index, MOST)] ?? null;
}

/** The day on which somebody speaks or acts in the sentence; null when it names none. */
export function spokenDay(marked: string, expressions: readonly Expression[]): Expression | null {
  const index = /⟦s(\w)⟧/.exec(marked)?.[1];
  return index === undefined ? null : expressionAt(expressions, index);
}
