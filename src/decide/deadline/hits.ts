/** Which cue makes which expression of a sentence a deadline. */
import { CUES, type Cue } from './cues.ts';
import { expressionAt } from './marks.ts';
import { matchesIn } from './matches.ts';
import type { Expression } from './when.ts';

export interface Hit {
  readonly cue: Cue;
  readonly expression: Expression;
  /** The sentence up to the mark. */
  readonly before: string;
}

/** A mark that is not merely the day on which somebody speaks. */
const MARK = /⟦([^s])/g;

/** The kinds of mark that a sentence holds. */
function marksOf(marked: string): readonly string[] {
  return matchesIn(marked, MARK).map((match) => match[1] ?? '');
}

/** One match of a cue: the expression it claims, and the one it says is replaced ("from 50 days to 10"). */
interface Match {
  readonly hit: Hit | null;
  readonly old: Expression | null;
}

function matchesOf(cue: Cue, marked: string, expressions: readonly Expression[]): readonly Match[] {
  const found = matchesIn(marked, cue.pattern);
  if (found.length === 0 || cue.except?.test(marked)) return [];
  return found.map((match) => {
    const expression = expressionAt(expressions, match.groups?.when ?? match.groups?.then ?? '');
    const before = marked.slice(0, match.index + match[0].length);
    return { hit: expression && { cue, expression, before }, old: expressionAt(expressions, match.groups?.old ?? '') };
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
  return gloss && GLOSSED ? { cue: GLOSSED, expression: gloss, before } : null;
}

/** At most one hit per expression, by the precedence of the cues; an expression that is replaced has none. */
export function hitsIn(marked: string, expressions: readonly Expression[]): readonly Hit[] {
  const kinds = marksOf(marked);
  const cues = kinds.length === 0 ? [] : CUES.filter(({ marks }) => kinds.some((kind) => marks.includes(kind)));
  const taken = new Set<Expression>();
  const hits: Hit[] = [];
  for (const { hit, old } of cues.flatMap((cue) => matchesOf(cue, marked, expressions))) {
    if (hit && !taken.has(hit.expression)) hits.push(hit);
    if (hit) taken.add(hit.expression);
    if (old) taken.add(old);
  }
  const glosses = hits.map((hit) => glossOf(hit, marked, expressions)).filter((gloss) => gloss !== null);
  return [...hits, ...glosses.filter(({ expression }) => !taken.has(expression))];
}
