/**
 * A list of many words as a tree of their first letters: at each place of a text one letter is looked at, not every word.
 * A tree matches what the plain list matches, with the same preference among its ways.
 */
import { endOfGroup, QUANTIFIER, waysOf } from './ways.ts';

/** `(?:a|b)c` as `ac` and `bc`. */
function spread(way: string): readonly string[] {
  if (!way.startsWith('(?:')) return [way];
  const end = endOfGroup(way);
  const rest = way.slice(end);
  if (QUANTIFIER.test(rest)) return [way];
  return waysOf(way.slice('(?:'.length, end - 1)).flatMap((each) => spread(each + rest));
}

/** The letter that a way begins with; none where that is anything else, or repeated. */
const headOf = (way: string) => /^[a-z](?![*+?{])/.exec(way)?.[0] ?? '';

/** Ways that begin with letters, by letter: of two that begin with different ones at most one matches at a place. */
function branches(ways: readonly string[]): readonly string[] {
  const heads = [...new Set(ways.map(headOf))];
  return heads.map((head) => {
    const tails = ways.filter((way) => way.startsWith(head)).map((way) => way.slice(1));
    return `${head}${tails.length > 1 ? `(?:${written(tails)})` : tails.join('')}`;
  });
}

/** Ways that begin with no letter stay where they are: what stands before them is tried before them. */
function written(ways: readonly string[]): string {
  const done: string[] = [];
  let lettered: string[] = [];
  for (const way of ways.flatMap(spread)) {
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
  return written(waysOf(words));
}
