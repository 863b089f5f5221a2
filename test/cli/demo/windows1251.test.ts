import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeWindows1251 } from '../../../src/cli/demo/windows1251.ts';
import { runs } from '../../fakes/runs.ts';

const decoder = new TextDecoder('windows-1251', { fatal: true });

it('gives every byte its character and back', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  expect([...encodeWindows1251(decoder.decode(bytes))]).toEqual([...bytes]);
});

it('decodes to the text it was given, for Ukrainian, Russian and English', () => {
  const letters = fc.constantFrom(...'Єрмак, Зеленський, Ґалаґан, Їжак, Путин, Ёлка – “Kyiv” №5'.split(''));
  fc.assert(
    fc.property(fc.string({ unit: letters }), (text) => {
      expect(decoder.decode(encodeWindows1251(text))).toBe(text);
    }),
    runs(),
  );
});

it('writes what the encoding lacks as a numeric reference', () => {
  expect(decoder.decode(encodeWindows1251('café 🕊'))).toBe('caf&#233; &#128330;');
});
