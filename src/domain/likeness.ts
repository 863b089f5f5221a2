/** Whether two titles may be those of one article. */

/** Titles of one article in two places share most of their words, and every number. */
const ALIKE = 0.5;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .filter((word) => word !== ''),
  );
}

function numbersIn(words: ReadonlySet<string>): string {
  return [...words]
    .filter((word) => /\d/.test(word))
    .sort()
    .join(' ');
}

/** Says nothing of an empty title: it is like no other. */
export function areAlike(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)];
  if (words.size === 0 || others.size === 0) return false;
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared / (words.size + others.size - shared) >= ALIKE && numbersIn(words) === numbersIn(others);
}

/** A fragment of a guid that is an address says where on a page the entry stood, or who reads it. */
export function bareGuid(guid: string): string {
  return /^https?:/i.test(guid) ? guid.replace(/#.*$/s, '') : guid;
}
