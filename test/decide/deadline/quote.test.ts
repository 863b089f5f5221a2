import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quoteOf } from '../../../src/decide/deadline/quote.ts';
import { runs } from '../../fakes/runs.ts';

describe('a quote', () => {
  it('is a short sentence whole', () => {
    const sentence = 'The deadline is Friday.';
    expect(quoteOf(sentence, 10, [16, 22])).toEqual({ quote: sentence, span: [10, 33] });
  });

  it('is cut from the text itself, at most 25 words, around what was read', () => {
    const sentence = fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1, maxLength: 80 });
    fc.assert(
      fc.property(sentence, fc.nat(), (words, pick) => {
        const text = words.join(' ');
        const hit = words.slice(0, pick % words.length).join(' ').length + (pick % words.length > 0 ? 1 : 0);
        const { quote, span } = quoteOf(text, 0, [hit, hit + 1]);
        expect(text.slice(...span)).toBe(quote);
        expect(quote.split(' ').length).toBeLessThanOrEqual(25);
        expect(span[0] <= hit && hit < span[1]).toBe(true);
      }),
      runs(),
    );
  });
});
