/** What a picture says, read back out of its SVG. */
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import { DOMParser } from 'linkedom';

const { resolve } = createRequire(import.meta.url);
const FONTS = [resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')];

interface Found {
  readonly tagName: string;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
}

export interface Picture {
  all(selector: string): readonly Found[];
  /** Every line that is written, without what sets its direction. */
  readonly lines: readonly string[];
  readonly title: string;
  readonly description: string;
}

const shown = (text: string | null) => (text ?? '').replace(/[\u2068\u2069]/g, '');

export function read(svg: string): Picture {
  const root = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const all = (selector: string): readonly Found[] => [...root.querySelectorAll(selector)];
  return {
    all,
    lines: all('text').map((text) => shown(text.textContent)),
    title: shown(root.querySelector('svg > title')?.textContent ?? null),
    description: shown(root.querySelector('svg > desc')?.textContent ?? null),
  };
}

/** Throws on anything but well-formed XML. */
export function parsed(svg: string): Resvg {
  return new Resvg(svg, { font: { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: 'DejaVu Sans' } });
}

/** How wide `text` really is in the shipped font, in units of the picture. */
export function drawnWidth(text: string, size: number, bold = false): number {
  const weight = bold ? ' font-weight="bold"' : '';
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9000" height="100"><text y="50" font-family="DejaVu Sans" font-size="${size}"${weight}>${escaped}</text></svg>`;
  return parsed(svg).getBBox()?.width ?? 0;
}
