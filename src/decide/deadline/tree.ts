/**
 * A list of many words as a tree of their first letters: at each place of a text one letter is looked at, not every word.
 * A tree matches what the plain list matches, with the same preference among its ways.
 */

/** A class of characters, an escape, the opening of a group, or any other character. */
const TOKEN = /\[(?:\\.|[^\]\\])*\]|\\.|\((?:\?(?:[:=!]|<[=!]))?|./gs;
const QUANTIFIER = /^[*+?{]/;

/** The parts of `source` between bars that stand in no group. */
function waysOf(source: string): readonly string[] {
  const ways = [''];
  let depth = 0;
  for (const [token] of source.matchAll(TOKEN)) {
    if (token.startsWith('(')) depth += 1;
    if (token === ')') depth -= 1;
    if (token === '|' && depth === 0) ways.push('');
    else ways.push(`${ways.pop()}${token}`);
  }
  return ways;
}

/** Where the group that opens `source` is closed: behind its bracket. */
function endOfGroup(source: string): number {
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(TOKEN)) {
    if (token.startsWith('(')) depth += 1;
    if (token === ')') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return source.length;
}

/** `(?:a|b)c` as `ac` and `bc`. */
function spread(way: string): readonly string[] {
  if (!way.startsWith('(?:')) return [way];
  const end = endOfGroup(way);
  const rest = way.slice(end);
  if (QUANTIFIER.test(rest)) return [way];
  return waysOf(way.slice('(?:'.length, end - 1)).flatMap((each) => spread(each + rest));
}

/** The ways of `words`, each by itself: groups that a way begins with are spread out. */
export function spreadOut(words: string): readonly string[] {
  return waysOf(words).flatMap(spread);
}

/** The letter that a way begins with; none where that is anything else, or repeated. */
const headOf = (way: string) => /^[a-z](?![*+?{])/.exec(way)?.[0] ?? '';

/** Ways that begin with letters, by letter: of two that begin with different ones at most one matches at a place. */
function branches(ways: readonly string[]): readonly string[] {
  const heads = [...new Set(ways.map(headOf))];
  return heads.map((head) => {
    const tails = ways.filter((way) => way.startsWith(head)).map((way) => way.slice(1));
    return `${head}${tails.length > 1 ? `(?:${written(tails.flatMap(spread))})` : tails.join('')}`;
  });
}

/** Ways that begin with no letter stay where they are: what stands before them is tried before them. */
function written(ways: readonly string[]): string {
  const done: string[] = [];
  let lettered: string[] = [];
  for (const way of ways) {
    if (headOf(way) !== '') {
      lettered.push(way);
      continue;
    }
    done.push(...branches(lettered), way);
    lettered = [];
  }
  return [...done, ...branches(lettered)].join('|');
}

/** `words`, ways between bars in small letters whose groups catch nothing, for a pattern that disregards case. */
export function treeOf(words: string): string {
  return written(spreadOut(words));
}
