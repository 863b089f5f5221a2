import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentenceAt, sentencesOf } from '../../../src/decide/deadline/sentences.ts';
import { runs } from '../../fakes/runs.ts';

const texts = (text: string) => sentencesOf(text).map((sentence) => sentence.text);

describe('sentences', () => {
  it.each([
    ['a full stop and a capital', 'Talks failed. Tariffs follow.', ['Talks failed.', 'Tariffs follow.']],
    ['a line break', 'Deadline looms\nKyiv waits', ['Deadline looms', 'Kyiv waits']],
    ['a question', 'What now? Nobody knows.', ['What now?', 'Nobody knows.']],
    ['a closing quotation mark', '“It is over.” He left.', ['“It is over.”', 'He left.']],
  ])('end at %s', (_, text, expected) => {
    expect(texts(text)).toEqual(expected);
  });

  it.each([
    'The U.S. Treasury renewed the licence.',
    'It lapses at 12:01 a.m. Eastern on Friday.',
    'Sie gilt bis zum 8. August und nicht länger.',
    'The order of Aug. 8 stands.',
    'Gen. Kellogg met Mr. Yermak on Mon. 4 August.',
    'Oil rose 1.5 percent to 70.2 dollars.',
  ])('do not end inside: %s', (text) => {
    expect(texts(text)).toEqual([text]);
  });

  it('keep "that is the deadline" with what it speaks of', () => {
    expect(texts('Monday of next week. That is their deadline.')).toHaveLength(1);
  });

  it('know where they stand in the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        for (const sentence of sentencesOf(text)) {
          expect(text.slice(sentence.start, sentence.start + sentence.text.length)).toBe(sentence.text);
        }
      }),
      runs(),
    );
  });
});

describe('the sentence at a position', () => {
  it.each([
    [0, 'Talks go on.'],
    [11, 'Talks go on.'],
    [13, 'The date holds.'],
    [999, 'The date holds.'],
  ])('%i', (position, expected) => {
    expect(sentenceAt('Talks go on. The date holds.', position)).toBe(expected);
  });
});
