/** All matches of a global `pattern`, as `matchAll` gives them, without its copy of the pattern. */
export function matchesIn(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}

/**
 * `words` where none of `unless`, which look behind them, holds: looked behind only where the words begin, for to look back
 * from every character takes long.
 */
export const not = (unless: string, words: string) => `(?=${words})${unless}${words}`;
