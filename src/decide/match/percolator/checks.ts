/** A query in the numbers of its words: what is judged for each candidate, cheapest and rarest parts first. */
import { format } from '../format.ts';
import type { Pattern } from '../pattern.ts';
import type { Query, Term } from '../query.ts';
import type { AnchorFinder } from './anchors.ts';
import type { TermNumbers } from './terms.ts';

/** One of the words, or one of the phrases. */
export interface WordsCheck {
  readonly kind: 'words';
  readonly singles: Int32Array;
  readonly phrases: readonly Int32Array[];
}

export interface AllCheck {
  readonly kind: 'all';
  readonly of: readonly Check[];
  readonly without: readonly Check[];
}

export interface AnyCheck {
  readonly kind: 'any';
  readonly of: readonly Check[];
}

export interface EnoughCheck {
  readonly kind: 'enough';
  readonly of: readonly { readonly check: Check; readonly weight: number }[];
  readonly least: number;
}

/** A part whose words are all there, which only its plain meaning can judge: exact, near, bound to a field. */
export interface PlainCheck {
  readonly kind: 'plain';
  readonly words: Check;
  readonly query: Query;
  /** Its own number among such parts: an item is asked each of them once, however many queries share it. */
  readonly number: number;
}

export type Check = WordsCheck | AllCheck | AnyCheck | EnoughCheck | PlainCheck;

/** Turns queries into checks; equal alias sets share theirs. */
export class CheckMaker {
  readonly #terms: TermNumbers;
  readonly #finder: AnchorFinder;
  readonly #made = new WeakMap<readonly Pattern[], WordsCheck>();
  readonly #plain = new WeakMap<readonly Pattern[], PlainCheck>();
  #plainCount = 0;

  constructor(terms: TermNumbers, finder: AnchorFinder) {
    this.#terms = terms;
    this.#finder = finder;
  }

  checkOf(query: Query): Check {
    switch (query.kind) {
      case 'term':
        return this.#termCheck(query);
      case 'facet':
        return { kind: 'words', singles: Int32Array.of(this.#terms.ofFacet(format(query))), phrases: [] };
      case 'near':
        return this.#plainCheck(this.#allCheck(query.of, []), query);
      case 'all':
        return this.#allCheck(query.of, query.without);
      case 'any':
        return joined(query.of.map((part) => this.checkOf(part)));
      case 'enough': {
        const of = query.of.map((part) => ({ check: this.checkOf(part.query), weight: part.weight }));
        return { kind: 'enough', of, least: query.least };
      }
    }
  }

  /** The rarest part made the item a candidate, so that it decides least: it comes last, after the next rarest. */
  #allCheck(of: readonly Query[], without: readonly Query[]): AllCheck {
    const [rarest, ...others] = this.#rarestFirst(of);
    return {
      kind: 'all',
      of: (rarest ? [...others, rarest] : others).map((part) => this.checkOf(part)),
      without: without.map((part) => this.checkOf(part)),
    };
  }

  #rarestFirst(of: readonly Query[]): readonly Query[] {
    const shares = new Map(of.map((part) => [part, this.#finder.anchorsOf(part).share]));
    return [...of].sort((a, b) => (shares.get(a) ?? 0) - (shares.get(b) ?? 0));
  }

  #termCheck(term: Term): Check {
    const words = this.#made.get(term.patterns) ?? this.#wordsCheck(term.patterns);
    this.#made.set(term.patterns, words);
    if (term.field !== null) return this.#plainCheck(words, term);
    return term.patterns.some(({ comparison }) => comparison === 'exact') ? this.#sharedPlain(words, term) : words;
  }

  #sharedPlain(words: WordsCheck, term: Term): PlainCheck {
    const check = this.#plain.get(term.patterns) ?? this.#plainCheck(words, term);
    this.#plain.set(term.patterns, check);
    return check;
  }

  #plainCheck(words: Check, query: Query): PlainCheck {
    this.#plainCount += 1;
    return { kind: 'plain', words, query, number: this.#plainCount - 1 };
  }

  /** How many parts only their plain meaning can judge. */
  get plainCount(): number {
    return this.#plainCount;
  }

  #wordsCheck(patterns: readonly Pattern[]): WordsCheck {
    const numbers = patterns.map(({ words, comparison }) =>
      Int32Array.from(words, (word) => this.#terms.ofWord(word, comparison)),
    );
    return {
      kind: 'words',
      singles: Int32Array.from(numbers.filter(({ length }) => length === 1).flatMap((each) => [...each])),
      phrases: numbers.filter(({ length }) => length > 1),
    };
  }
}

/** Words of several terms are one list; other parts stay apart behind it. */
function joined(checks: readonly Check[]): Check {
  const words = checks.filter((check) => check.kind === 'words');
  const others = checks.filter((check) => check.kind !== 'words');
  const list: WordsCheck = {
    kind: 'words',
    singles: Int32Array.from(new Set(words.flatMap(({ singles }) => [...singles]))),
    phrases: words.flatMap(({ phrases }) => phrases),
  };
  if (others.length === 0) return list;
  return { kind: 'any', of: words.length > 0 ? [list, ...others] : others };
}
