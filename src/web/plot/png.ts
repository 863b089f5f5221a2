/** A picture as PNG, the same on every machine: no font counts but the two that are shipped. */
import { createRequire } from 'node:module';
import { renderAsync } from '@resvg/resvg-js';

const { resolve } = createRequire(import.meta.url);

const FONTS = [resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')];

const FLAG_LETTER = /\p{Regional_Indicator}/gu;
const FLAG_A = 0x1_f1e6;
/** Emoji the fonts do not have, with what joins and colours them; faces they have. */
const NO_GLYPH = /(?:(?![\u{1F600}-\u{1F640}])[\u{1F300}-\u{1FAFF}\u{E0020}-\u{E007F}](?:\u200D|\uFE0F)*)+/u;
/** A word of nothing else leaves no second space behind. */
const NO_GLYPHS = new RegExp(`(?<=[ \u2068])${NO_GLYPH.source} |${NO_GLYPH.source}`, 'gu');

/** Flags as the letters of their country, and no boxes in the place of other emoji. */
function withGlyphs(svg: string): string {
  const letterOf = (flag: string) => String.fromCharCode(65 + (flag.codePointAt(0) ?? FLAG_A) - FLAG_A);
  return svg.replace(FLAG_LETTER, letterOf).replace(NO_GLYPHS, '');
}

/** Draws `svg` on another thread, `width` pixels wide and as high as its shape asks. Rejects what is no SVG. */
export async function pngOf(svg: string, width: number): Promise<Uint8Array> {
  const image = await renderAsync(withGlyphs(svg), {
    font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'DejaVu Sans' },
    fitTo: { mode: 'width', value: width },
  });
  return image.asPng();
}
