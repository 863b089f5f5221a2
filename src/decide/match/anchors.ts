/**
 * The words a query cannot do without: of the groups it needs, the one whose words look rarest. A text without any
 * of these words cannot match, so most texts cost a lookup and no judging.
 */
import type { Pattern, PatternWord } from './pattern.ts';
import type { Query } from './query.ts';

/** One of these stands in every text that satisfies the query. */
export function anchorsOf(query: Query): readonly PatternWord[] {
  if (query.kind === 'term') return query.patterns.flatMap(rarestWord);
  if (query.kind === 'any') return query.of.flatMap(anchorsOf);
  return least(query.of.map(anchorsOf), commonness) ?? [];
}

function rarestWord(pattern: Pattern): readonly PatternWord[] {
  const word = least(pattern.words, (each) => commonness([each]));
  return word ? [word] : [];
}

/** Longer words are rarer, by about half for each letter; a prefix stands for more words than a word does. */
function commonness(words: readonly PatternWord[]): number {
  return words.reduce((sum, word) => sum + 2 ** (Number(word.prefix) - word.text.length), 0);
}

function least<Each>(each: readonly Each[], weight: (one: Each) => number): Each | undefined {
  return each.reduce<Each | undefined>(
    (best, one) => (best === undefined || weight(one) < weight(best) ? one : best),
    undefined,
  );
}

/** Anchors by their letters: words that end at a node, prefixes that any longer word passes. */
interface Node {
  readonly next: Map<string, Node>;
  readonly words: number[];
  readonly prefixes: number[];
}

function emptyNode(): Node {
  return { next: new Map(), words: [], prefixes: [] };
}

/** Finds the numbers of queries by the words of a text. */
export class AnchorIndex {
  private readonly root = emptyNode();

  add(anchor: PatternWord, query: number): void {
    let node = this.root;
    for (const letter of anchor.text) {
      const next = node.next.get(letter) ?? emptyNode();
      node.next.set(letter, next);
      node = next;
    }
    const list = anchor.prefix ? node.prefixes : node.words;
    list.push(query);
  }

  /** Adds to `found` every query with an anchor that `word` is or begins with. */
  collect(word: string, found: Set<number>): void {
    let node: Node | undefined = this.root;
    for (const letter of word) {
      node = node.next.get(letter);
      if (!node) return;
      for (const query of node.prefixes) found.add(query);
    }
    for (const query of node.words) found.add(query);
  }
}
