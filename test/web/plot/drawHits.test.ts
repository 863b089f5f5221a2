import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../../src/cards/escape.ts';
import { CHANGE_TYPES, type Window } from '../../../src/domain/deadline.ts';
import { drawHits } from '../../../src/web/plot/drawHits.ts';
import type { HitsPlot, PlottedDeadline } from '../../../src/web/plot/hitsPlot.ts';
import { anyText } from '../../cards/reading.ts';
import { runs } from '../../fakes/runs.ts';
import { at, COMPARED, CROWDED, days, HOURS, minute, NONE, ONE, SCRIPTS, SUMMER, TWO_YEARS, version } from './plots.ts';
import { drawnWidth, parsed, read } from './reading.ts';

const drawn = (plot: HitsPlot) => read(drawHits(plot));

const deadline = (...versions: PlottedDeadline['versions']): HitsPlot => ({
  ...SUMMER,
  deadlines: [{ name: 'One', versions }],
});

const titlesOf = (plot: HitsPlot, series: string) => drawn(plot).all(`.${series} > rect > title`);

describe('the hits of a picture', () => {
  it('are told apart by whether they post, and counted in words', () => {
    const { lines } = drawn(SUMMER);
    expect(lines).toContain('52 posted or edited');
    expect(lines).toContain('69 only matched');
  });

  it('stand in a bar for every day that has any', () => {
    const [first] = titlesOf(SUMMER, 'posted');
    expect(first?.textContent).toBe('14 Jul 2025: 3 posted or edited, 6 only matched');
    expect(titlesOf(SUMMER, 'posted')).toHaveLength(32);
    expect(titlesOf(SUMMER, 'matched')).toHaveLength(26);
  });

  it.each([
    ['hour', HOURS],
    ['day', SUMMER],
    ['week', TWO_YEARS],
    ['month', { ...TWO_YEARS, from: at('2020-01-01T00:00:00Z') }],
    ['year', { ...TWO_YEARS, from: at('1970-01-01T00:00:00Z') }],
  ])('are counted by the %s where the span asks for it', (unit, plot) => {
    expect(drawn(plot).lines.find((line) => line.startsWith('Hits per'))).toContain(`Hits per ${unit} (UTC), `);
  });

  it('begin weeks on Mondays', () => {
    expect(titlesOf(TWO_YEARS, 'posted')[1]?.textContent).toMatch(/^8 Jan 2024: /);
  });

  it('may be a single one', () => {
    const picture = drawn(ONE);
    expect(picture.all('.posted > rect')).toHaveLength(1);
    expect(picture.all('.matched > rect')).toHaveLength(0);
    expect(picture.description).toBe(
      '1 hit, 1 of them posted or edited, 14 Jul 2025. Most in one hour: 1, 14 Jul 2025 16:00 UTC.',
    );
  });

  it('may be none, which is said in the midst of the picture', () => {
    const picture = drawn(NONE);
    expect(picture.lines).toContain('No hits');
    expect(picture.description).toBe('Nothing matched, 14 Jul 2025 to 16 Aug 2025.');
    expect(picture.all('.posted > rect, .matched > rect')).toHaveLength(0);
  });

  it('are none of a picture that has one to compare with', () => {
    const picture = drawn({ ...NONE, compared: COMPARED.compared });
    expect(picture.lines).toEqual(expect.arrayContaining(['0 posted or edited', 'before: 92 hits']));
    expect(picture.lines).not.toContain('No hits');
  });

  it('count in whole numbers', () => {
    const counts = drawn(ONE).all('.counts text');
    expect(counts.map(({ textContent }) => textContent)).toEqual(['0', '1']);
  });

  it('stretch the axis where they lie outside of the span', () => {
    const plot = { ...ONE, from: at('2025-07-14T18:00:00Z'), until: at('2025-07-14T17:00:00Z') };
    expect(drawn(plot).all('.posted > rect')).toHaveLength(1);
  });
});

describe('a second version of a query', () => {
  it('is one line over the bars, with its name and count', () => {
    const picture = drawn(COMPARED);
    expect(picture.all('.compared path')).toHaveLength(1);
    expect(picture.lines).toContain('before: 92 hits');
    expect(picture.description).toContain('before: 92 hits.');
  });

  it('is not there where there is none', () => {
    expect(drawn(SUMMER).all('.compared path')).toHaveLength(0);
  });

  it('is a name without a line when it hit nothing', () => {
    const picture = drawn({ ...SUMMER, compared: { name: 'before', hits: [] } });
    expect(picture.lines).toContain('before: 0 hits');
    expect(picture.all('.compared path')).toHaveLength(0);
  });
});

describe('the deadlines of a picture', () => {
  it('tell every version with its day, its change and its date', () => {
    expect(drawn(SUMMER).lines.filter((line) => line.includes(' · '))).toEqual([
      '14 Jul · Set: 2 Sep 2025',
      '28 Jul · Brought forward: 7–9 Aug 2025 (approx.)',
      '29 Jul · Fixed: 8 Aug 2025',
      '9 Aug · Passed, outcome unknown',
      '16 Aug · Superseded',
      '6 Aug · Set: 27 Aug 2025 04:01 UTC',
    ]);
  });

  it.each<[string, Window, string]>([
    ['one day', days('2025-08-08'), 'day'],
    ['days between which it falls', days('2025-08-07', '2025-08-09'), 'range'],
    ['a month', days('2025-08-01', '2025-08-31', 'month'), 'vague'],
    ['no firm date', days('2025-08-01', '2025-08-31', 'vague'), 'vague'],
    ['a minute', minute('2025-08-08T04:01:00Z'), 'instant'],
  ])('draw %s in a shape of its own', (_, window, shape) => {
    const picture = drawn(deadline(version('2025-07-14T16:00:00Z', 'set', window)));
    const shapes = ['day', 'range', 'vague', 'instant'];
    const counts = shapes.map((one) => picture.all(`.deadlines .${one} > rect, .deadlines .${one} > path`).length);
    expect(counts).toEqual(shapes.map((one) => (one === shape ? 1 : 0)));
    expect(picture.all('.arrow > path')).toHaveLength(1);
  });

  it('make a range as long as it is', () => {
    const range = drawn(SUMMER).all('.range > rect')[0];
    const oneDay = Number(drawn(SUMMER).all('.day > rect')[0]?.getAttribute('width'));
    expect(Number(range?.getAttribute('width'))).toBeCloseTo(3 * oneDay);
  });

  it.each(CHANGE_TYPES)('have words and one mark for %s', (change) => {
    const picture = drawn(deadline(version('2025-07-20T16:00:00Z', change, days('2025-08-08'))));
    expect(picture.lines.some((line) => line.startsWith('20 Jul · '))).toBe(true);
    expect(picture.all('.learnt > path, .learnt > circle, .ended > path, .open > circle')).toHaveLength(1);
  });

  it('point nowhere when they name no date', () => {
    const picture = drawn(deadline(version('2025-07-20T16:00:00Z', 'withdrawn', days('2025-08-08'))));
    expect(picture.all('.arrow > path, .day > rect')).toHaveLength(0);
  });

  it('point out of the picture when their date lies far beyond it', () => {
    const picture = drawn(deadline(version('2025-07-20T16:00:00Z', 'extended', days('2031-08-08'))));
    expect(picture.all('.arrow > path')).toHaveLength(1);
    expect(picture.all('.day > rect')).toHaveLength(0);
    expect(picture.lines).toContain('20 Jul · Extended: 8 Aug 2031');
  });

  it.each([
    ['before', days('2025-05-01', '2025-05-09'), 0],
    ['partly before', days('2025-05-01', '2025-07-20'), 1],
    ['partly behind', days('2025-08-01', '2026-12-31', 'vague'), 1],
  ])('stay inside of the picture when their date lies %s it', (_, window, boxes) => {
    const picture = drawn(deadline(version('2025-07-20T16:00:00Z', 'corrected', window)));
    const found = picture.all('.range > rect, .vague > rect');
    expect(found).toHaveLength(boxes);
    for (const box of found) expect(Number(box.getAttribute('x'))).toBeGreaterThanOrEqual(36);
    for (const box of found)
      expect(Number(box.getAttribute('x')) + Number(box.getAttribute('width'))).toBeLessThan(379);
  });

  it('have no arrow back into the past', () => {
    const picture = drawn(deadline(version('2025-08-08T16:00:00Z', 'corrected', days('2025-08-01'))));
    expect(picture.all('.arrow > path')).toHaveLength(0);
    expect(picture.all('.day > rect')).toHaveLength(1);
  });

  it('are left out where there are too many, and counted', () => {
    const { lines } = drawn(CROWDED);
    expect(lines.filter((line) => line.includes(' · '))).toHaveLength(14);
    expect(lines).toContain('16 versions more, not drawn');
  });

  it('are read out to those who cannot see them', () => {
    expect(drawn(SUMMER).description).toContain(
      'Deadline for India, set by Donald Trump: 6 Aug · Set: 27 Aug 2025 04:01 UTC.',
    );
  });
});

describe('text of any kind', () => {
  it('is an image with a title to screen readers', () => {
    const svg = drawHits(SUMMER);
    expect(svg).toMatch(/^<svg [^>]*role="img"[^>]*><title>Ceasefire deadline for Russia<\/title><desc>/);
  });

  it('cannot open an element, nor end one', () => {
    const evil = '</title><script>alert(1)</script>&lt;"\'';
    const svg = drawHits({ ...SUMMER, title: evil, subtitle: evil, deadlines: [{ name: evil, versions: [] }] });
    expect(svg).not.toContain('<script');
    expect(read(svg).title).toBe(evil);
  });

  it('has a title even where none can be read', () => {
    expect(drawn({ ...ONE, title: ' \u200B\u0000 ' }).title).toBe('Hits over time');
  });

  it('is cut with an ellipsis, and stays whole for screen readers', () => {
    const title = 'Sanctions and ceasefire talks '.repeat(6).trim();
    const picture = drawn({ ...ONE, title });
    expect(picture.lines.slice(0, 2)).toEqual(['Sanctions and ceasefire talks', 'Sanctions and ceasefire talks…']);
    expect(picture.title).toBe(title);
  });

  it.each([
    ['Latin', COMPARED],
    ['Arabic and Cyrillic', SCRIPTS],
    ['two years', TWO_YEARS],
    ['hours', HOURS],
  ])('stays inside of the picture: %s', (_, plot) => {
    const outside = drawn(plot)
      .all('text[x]')
      .filter((text) => text.getAttribute('text-anchor') === 'start')
      .map((text) => {
        const bold = text.getAttribute('font-weight') === 'bold';
        const width = drawnWidth(text.textContent ?? '', Number(text.getAttribute('font-size')), bold);
        return { text: text.textContent, end: Number(text.getAttribute('x')) + width };
      })
      .filter(({ end }) => end > 395);
    expect(outside).toEqual([]);
  });

  it('is well-formed XML that says the same, whatever it is', () => {
    const elements = new Set(['svg', 'title', 'desc', 'g', 'rect', 'path', 'text', 'tspan', 'line', 'circle']);
    const texts = fc.oneof(anyText, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(texts, texts, texts, (title, subtitle, name) => {
        const deadlines = [{ name, versions: [version('2025-07-14T16:04:00Z', 'set', days('2025-07-20'))] }];
        const svg = drawHits({ ...ONE, title, subtitle, compared: { name, hits: ONE.hits }, deadlines });
        expect(parsed(svg).width).toBe(400);
        const picture = read(svg);
        expect(picture.all('*').every(({ tagName }) => elements.has(tagName))).toBe(true);
        const cleaned = clean(title).replace(/[\uFFFE\uFFFF]/g, '');
        if (cleaned.length <= 300 && /[\p{L}\p{N}]/u.test(cleaned)) expect(picture.title).toBe(clean(cleaned));
      }),
      runs(),
    );
  });
});

it('a picture is the same however often it is drawn, and whatever was drawn before', () => {
  const first = drawHits(SUMMER);
  drawHits(TWO_YEARS);
  expect(drawHits(SUMMER)).toBe(first);
});
