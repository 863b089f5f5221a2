import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../../../src/decide/match/normalise.ts';
import { HASH_SEED, hashOn, Lexicon } from '../../../../src/decide/match/percolator/lexicon.ts';
import { BARRIER, Scanner } from '../../../../src/decide/match/percolator/scan.ts';
import { runs } from '../../../fakes/runs.ts';

function scannerOver(limit?: number) {
  const lexicon = new Lexicon(limit);
  const scanner = new Scanner(lexicon);
  return (text: string): readonly string[] => {
    scanner.begin(text.length);
    scanner.scan(text);
    return [...scanner.words.subarray(0, scanner.count)].map((word) => lexicon.textOf(word));
  };
}

const wordsOf = (text: string) => tokenise(text).map((token) => token.text);

const piece = fc.constantFrom(
  ...['U.S.', 'J.D', '.', ',', "'", '’', 'ʼ', 's', 'S', 'Trump’s', '1,200', '10,12', '1', '½', '²', '-', '–', '“', '/'],
  ...['й', 'и\u0306', 'Й', 'ё', 'ї', 'Σ', 'ς', 'ß', 'ﬁ', 'İ', 'ı', 'Çırağan', '\u00AD', '\u200D', '\u200B', '\u0306'],
  ...['停火', 'タワー', '대통령', 'هدنــة', 'ة', '😀', '\uD83D', '\uFEFF', '\u3000', '\u00A0', '\u2029', ' ', '\n'],
  ...['a', 'B', 'é', 'e\u0301', 'Kyiv', 'x'.repeat(70)],
);

describe('the scanner reads the words of the tokeniser', () => {
  const same = (text: string, scan = scannerOver()) => expect(scan(text)).toEqual(wordsOf(text));

  it('in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => void same(text)),
      runs(2_000),
    );
  });

  it('in texts made of what is awkward', () => {
    const text = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (one) => void same(one)),
      runs(5_000),
    );
  });

  it('in one text after another, forgetting on the way', () => {
    const texts = fc.array(
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join('')),
      { maxLength: 20 },
    );
    fc.assert(
      fc.property(texts, (all) => {
        const scan = scannerOver(10);
        for (const text of all) same(text, scan);
      }),
      runs(500),
    );
  });
});

it('words whose hashes are alike are told apart by their letters', () => {
  const lexicon = new Lexicon();
  const letters = (word: string) => Uint16Array.from(word, (letter) => letter.charCodeAt(0));
  const hash = HASH_SEED;
  const numbers = ['oil', 'gas', 'oils', 'oil'].map((word) => lexicon.numberOf(letters(word), word.length, hash));
  expect(numbers).toEqual([0, 1, 2, 0]);
  expect(numbers.map((number) => lexicon.textOf(number))).toEqual(['oil', 'gas', 'oils', 'oil']);
  expect(hashOn(hashOn(HASH_SEED, 1), 2)).not.toBe(hashOn(hashOn(HASH_SEED, 2), 1));
});

it('a barrier is no word', () => {
  const scanner = new Scanner(new Lexicon());
  scanner.begin(10);
  scanner.scan('a');
  scanner.part();
  scanner.scan('a');
  expect([...scanner.words.subarray(0, scanner.count)]).toEqual([0, BARRIER, 0]);
});
