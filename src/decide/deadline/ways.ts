/** A list of words between bars, as a pattern writes it, taken apart into its ways. */

/** A class of characters, an escape, or the opening of a group. */
const WHOLE = String.raw`\[(?:\\.|[^\]\\])*\]|\\.|\((?:\?(?:[:=!]|<[=!]))?`;
/** One of those, a bar, the end of a group, or whatever stands between. */
const TOKEN = new RegExp(String.raw`${WHOLE}|[|)]|[^\\[()|]+`, 'gs');
const CHARACTER = new RegExp(`${WHOLE}|.`, 'gs');
export const QUANTIFIER = /^[*+?{]/;

export const tokensIn = (source: string) => [...source.matchAll(TOKEN)];

/** The parts of `source` between bars that stand in no group. */
export function waysOf(source: string): readonly string[] {
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
export function endOfGroup(source: string): number {
  let depth = 0;
  for (const { 0: token, index } of source.matchAll(TOKEN)) {
    if (token.startsWith('(')) depth += 1;
    if (token === ')') depth -= 1;
    if (depth === 0) return index + 1;
  }
  return source.length;
}

/** What of a way is one thing or another: from where to where, and which. */
interface Choice {
  readonly start: number;
  readonly end: number;
  readonly ways: readonly string[];
}

const MAY_BE_LEFT_OUT = /^(?:[a-z -]|\\\.)$/;
const isOptional = (rest: string) => /^\?(?!\?)/.test(rest);

/** The group that opens at `start`; no ways where it is more than one thing or another. */
function groupAt(way: string, start: number): Choice {
  const inner = start + '(?:'.length;
  const end = start + endOfGroup(way.slice(start));
  const rest = way.slice(end);
  if (!way.startsWith('(?:', start)) return { start, end, ways: [] };
  const ways = waysOf(way.slice(inner, end - 1));
  if (isOptional(rest)) return { start, end: end + 1, ways: [...ways, ''] };
  return { start, end, ways: QUANTIFIER.test(rest) ? [] : ways };
}

/** The first of a way that is one thing or another: a group, or a character that may be left out. */
function choiceIn(way: string): Choice | null {
  let skipped = 0;
  for (const { 0: token, index } of way.matchAll(CHARACTER)) {
    if (index < skipped) continue;
    const behind = index + token.length;
    if (MAY_BE_LEFT_OUT.test(token) && isOptional(way.slice(behind)))
      return { start: index, end: behind + 1, ways: [token, ''] };
    if (!token.startsWith('(')) continue;
    const group = groupAt(way, index);
    if (group.ways.length > 0) return group;
    skipped = group.end;
  }
  return null;
}

/** Of most ways that are left to spell: none of their characters could be one thing or another. */
const PLAIN = /^[^(?]+$/;

/** `(?:a|b)cd?` as `acd`, `ac`, `bcd` and `bc`. */
function spelt(way: string): readonly string[] {
  const choice = PLAIN.test(way) ? null : choiceIn(way);
  if (!choice) return [way];
  const { start, end, ways } = choice;
  return ways.flatMap((each) => spelt(way.slice(0, start) + each + way.slice(end)));
}

/** The ways of `words`, each by itself and spelt out as far as it can be. */
export function speltOut(words: string): readonly string[] {
  return waysOf(words).flatMap(spelt);
}
