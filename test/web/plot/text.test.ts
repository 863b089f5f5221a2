import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, isolated, linesOf, widthOf } from '../../../src/web/plot/text.ts';
import { runs } from '../../fakes/runs.ts';
import { drawnWidth } from './reading.ts';

const LETTERS = [
  ...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
  ...'абвгдеёжзийклмнопрстуфхцчшщъыьэюяАБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯіїєґІЇЄҐ',
  ...'.,:;!?\'"-–—…()[]/&%@«»“”’·<>+=#',
];

describe('the width of text', () => {
  it.each([
    ['plain', false],
    ['bold', true],
  ])('is never thought smaller than it is drawn, in %s letters', (_, bold) => {
    const tooNarrow = LETTERS.filter((letter) => {
      const text = letter.repeat(20);
      return widthOf(text, { size: 12, bold }) < drawnWidth(text, 12, bold) - 1;
    });
    expect(tooNarrow).toEqual([]);
  });

  it.each([
    'Deadline for Russia, set by Donald Trump',
    'Крайний срок для Российской Федерации, установленный президентом',
    'الموعد النهائي لروسيا الذي حدده دونالد ترامب في البيت الأبيض',
    'Η προθεσμία για τη Ρωσία',
  ])('is near the truth: %s', (text) => {
    const ratio = widthOf(text, { size: 12 }) / drawnWidth(text, 12);
    expect(ratio).toBeGreaterThanOrEqual(1);
    expect(ratio).toBeLessThan(1.75);
  });
});

describe('text without enough room', () => {
  const room = { width: 100, size: 10 };

  it.each([
    ['fits', 'Deadline', 'Deadline'],
    ['is cut between words where one ends near', 'Deadline for Russia', 'Deadline for…'],
    ['is cut between letters where none does', 'a'.repeat(40), `${'a'.repeat(13)}…`],
    ['is never cut within an emoji', '👩‍👩‍👧‍👦'.repeat(10), `${'👩‍👩‍👧‍👦'.repeat(6)}…`],
  ])('%s', (_, text, expected) => {
    expect(cut(text, room)).toBe(expected);
  });

  it('goes on in the next line, and is cut in the last', () => {
    expect(linesOf('Deadline for Russia set by Donald Trump', room, 2)).toEqual(['Deadline for', 'Russia set by…']);
  });

  it('loses nothing as long as there are lines', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('war', 'truce', 'talks', 'Стамбул'), { minLength: 1 }), (words) => {
        expect(linesOf(words.join(' '), room, words.length + 1).join(' ')).toBe(words.join(' '));
      }),
      runs(),
    );
  });

  it('has its own direction', () => {
    expect(isolated('نص')).toBe('\u2068نص\u2069');
  });
});
