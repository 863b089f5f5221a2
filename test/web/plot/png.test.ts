import { describe, expect, it } from 'vitest';
import { drawHits } from '../../../src/web/plot/drawHits.ts';
import { pngOf } from '../../../src/web/plot/png.ts';
import { HOURS, ONE, SCRIPTS } from './plots.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width and height, as the first chunk has them. */
function sizeOf(png: Uint8Array): readonly number[] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

const titled = (title: string) => pngOf(drawHits({ ...ONE, title }), 400);

describe('a picture as PNG', () => {
  it('is one, as wide as it was asked for and in the shape of the SVG', async () => {
    const svg = drawHits(HOURS);
    const png = await pngOf(svg, 800);
    const height = Number(/^<svg [^>]* height="(\d+)"/.exec(svg)?.[1]);
    expect([...png.slice(0, 8)]).toEqual(SIGNATURE);
    expect(sizeOf(png)).toEqual([800, 2 * height]);
  });

  it('is the same each time', async () => {
    const svg = drawHits(SCRIPTS);
    expect(same(await pngOf(svg, 400), await pngOf(svg, 400))).toBe(true);
  });

  it('has letters for Cyrillic: other words are another picture, and not other boxes', async () => {
    expect(same(await titled('Киев'), await titled('Мост'))).toBe(false);
    expect(same(await titled('漢字'), await titled('最高'))).toBe(true);
  });

  it.each([
    ['a flag', '🇺🇦 talks', 'UA talks'],
    ['an emoji the font has not', 'Truce🕊️', 'Truce'],
    ['an emoji between words', 'Truce 🕊️ holds', 'Truce holds'],
    ['an emoji behind a flag', '🇺🇦🕊️ talks', 'UA talks'],
    ['an emoji of many people', '👩‍👩‍👧‍👦 talks', 'talks'],
  ])('has no box in the place of %s', async (_, title, expected) => {
    expect(same(await titled(title), await titled(expected))).toBe(true);
  });

  it('is not made of what is no SVG', async () => {
    await expect(pngOf('<svg', 400)).rejects.toThrow();
  });
});
