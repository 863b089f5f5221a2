import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHANGE_TYPES, endsAt, opensAt, RUNG_NAMES, type Rung, type Window } from '../../../../src/domain/deadline.ts';
import { DAY, type Instant, instantOf, msOf, plus } from '../../../../src/domain/time.ts';
import { chainAxis } from '../../../../src/web/plot/chain/axis.ts';
import type { ChainPlot } from '../../../../src/web/plot/chain/chainPlot.ts';
import { drawChain } from '../../../../src/web/plot/chain/drawChain.ts';
import { anyText } from '../../../cards/reading.ts';
import {
  aDeadline,
  anEvidence,
  aRung,
  aSource,
  at,
  atMinute,
  aVersion,
  ceasefireDeadline,
  fromTo,
  onDay,
} from '../../../fakes/nouns.ts';
import { runs } from '../../../fakes/runs.ts';
import { drawnWidth, parsed, read } from '../reading.ts';
import { CENTURY, HOURS, LATE, NARROWING, PENDING, renewed, SINGLE, WHOLE } from './chains.ts';

const drawn = (plot: ChainPlot) => read(drawChain(plot));
const numberOf = (found: { getAttribute(name: string): string | null }, name: string) =>
  Number(found.getAttribute(name));

/** Where `instant` stands between the ends of the axis, which are 36 and 378. */
function placeOf(instant: Instant, plot: ChainPlot): number {
  const [first, last] = chainAxis(plot).domain.map((end) => end.getTime());
  return 36 + (342 * (msOf(instant) - (first ?? 0))) / ((last ?? 0) - (first ?? 0));
}

/** One version that is said on 14 July. */
function said(window: Window, rungs: readonly Rung[] = []): ChainPlot {
  return { deadline: aDeadline({ versions: [aVersion({ window })] }), rungs, now: at('2025-07-20T00:00Z') };
}

describe('the versions of a chain', () => {
  it('are a row each, the oldest on top', () => {
    const picture = drawn(PENDING);
    const heads = picture.lines.filter((line) => line.includes(' · ') && !line.includes('as of'));
    expect(heads).toEqual(['14 Jul · Set', '28 Jul · Brought forward', '29 Jul · Fixed']);
    const rows = picture.all('.said').map((dot) => numberOf(dot, 'cy'));
    expect(rows).toEqual(rows.toSorted((one, other) => one - other));
    expect(picture.all('.version.current text')[0]?.textContent).toContain('29 Jul · Fixed');
  });

  it('stand where they were said', () => {
    const places = drawn(PENDING)
      .all('.said')
      .map((dot) => numberOf(dot, 'cx'));
    const expected = PENDING.deadline.versions.map(({ saidAt }) => placeOf(saidAt, PENDING));
    for (const [index, place] of expected.entries()) expect(places[index]).toBeCloseTo(place);
  });

  it('tell their source, and how many others confirm them', () => {
    const { lines } = drawn(PENDING);
    expect(lines.filter((line) => line.startsWith('confirmed'))).toEqual([
      'confirmed by 3 more',
      'confirmed by 1 more',
      'confirmed by 2 more',
    ]);
    expect(lines).toEqual(expect.arrayContaining(['BBC News', 'The Guardian', 'Kyiv Independent']));
    expect(drawn(WHOLE).lines).toContain('by the calendar');
  });

  it('tell the clock too where the axis counts hours', () => {
    expect(drawn(HOURS).lines).toContain('15 Aug 17:40 · Extended');
  });

  it('may be more than a picture holds: the newest are drawn, and the others counted', () => {
    const picture = drawn(renewed(14));
    expect(picture.all('.version')).toHaveLength(12);
    expect(picture.lines).toContain('2 older versions not drawn');
    expect(picture.description).toContain('24 Jan 2020: Set: 31 Jul 2020');
  });

  it.each([1, 2, 6, 7, 12])('have dates above them too when they are many: %d', (length) => {
    const picture = drawn(renewed(length, '2020-03-01T10:00Z'));
    expect(picture.all('.version')).toHaveLength(length);
    expect(picture.all('.dates').length).toBeGreaterThan(length > 6 ? 3 : 0);
  });
});

describe('a date', () => {
  it.each<[string, Window, string, number]>([
    ['a minute', atMinute('2025-08-27T04:01:00Z', '2025-08-27'), 'minute', 0],
    ['one day', onDay('2025-08-08'), 'day', 1],
    ['days between which it falls', fromTo('2025-08-07', '2025-08-09'), 'range', 1],
    ['a month', fromTo('2025-08-01', '2025-08-31', 'month'), 'month', 1],
    ['no firm date', fromTo('2025-08-01', '2025-08-31', 'vague'), 'vague', 1],
  ])('has a shape of its own: %s', (_, window, shape, boxes) => {
    const picture = drawn(said(window));
    expect(picture.all('.date')).toHaveLength(1);
    expect(picture.all(`.date.${shape}`)).toHaveLength(1);
    expect(picture.all('.date rect')).toHaveLength(boxes);
    expect(picture.all('.date path')).toHaveLength(['minute', 'vague'].includes(shape) ? 1 : 0);
  });

  it('is as long as its days, from midnight to midnight where it was set', () => {
    const window = fromTo('2025-08-01', '2025-08-31', 'month');
    const plot = said(window);
    const [box] = drawn(plot).all('.date rect');
    const [left, width] = [box && numberOf(box, 'x'), box && numberOf(box, 'width')];
    expect(left).toBeCloseTo(placeOf(opensAt(window), plot));
    expect((left ?? 0) + (width ?? 0)).toBeCloseTo(placeOf(endsAt(window), plot));
  });

  it('is struck out once another replaces it, in the words and in the picture', () => {
    const picture = drawn(PENDING);
    const struck = picture.all('text[text-decoration]').map(({ textContent }) => textContent);
    expect(struck).toEqual(['\u20682 Sep 2025\u2069', '\u20687–9 Aug 2025 (approx.)\u2069']);
    expect(picture.all('.date.struck')).toHaveLength(2);
    expect(picture.all('.strike')).toHaveLength(2);
    expect(picture.all('.date.day').map((date) => date.getAttribute('class'))).toEqual(['date day struck', 'date day']);
  });

  it('holds when the clock passes it, and when it is disputed', () => {
    const kept = drawn({ ...WHOLE, deadline: ceasefireDeadline(4) });
    expect(kept.all('.strike')).toHaveLength(2);
  });

  it('that lies a century beyond all else is pointed at', () => {
    const picture = drawn(CENTURY);
    expect(picture.all('.date')).toHaveLength(1);
    expect(picture.all('.step')).toHaveLength(2);
    expect(picture.lines).toContain('8 Aug 2125');
  });

  it('that had passed when it was said stands before its report', () => {
    const picture = drawn(LATE);
    const [box] = picture.all('.date rect');
    const [dot] = picture.all('.said');
    expect(box && numberOf(box, 'x')).toBeLessThan((dot && numberOf(dot, 'cx')) ?? 0);
  });
});

describe('the way of a date', () => {
  it('begins where it was first said and goes on from version to version', () => {
    expect(drawn(PENDING).all('.step')).toHaveLength(3);
    expect(drawn(WHOLE).all('.step')).toHaveLength(5);
  });

  it('passes a dispute by, which moves nothing', () => {
    expect(drawn(NARROWING).all('.step')).toHaveLength(NARROWING.deadline.versions.length - 1);
  });

  it('goes down from the old date and to the side of the new one', () => {
    const [, second] = drawn(PENDING).all('.step');
    const [, from, to] = /^M([\d.]+),[\d.]+V[\d.]+H([\d.]+)/.exec(second?.getAttribute('d') ?? '') ?? [];
    const noon = (day: string) => placeOf(at(`${day}T16:00Z`), PENDING);
    expect(Number(from)).toBeCloseTo(noon('2025-09-02'), 0);
    expect(Number(to)).toBeGreaterThan(placeOf(at('2025-08-10T04:00Z'), PENDING));
    expect(Number(to)).toBeLessThan(noon('2025-08-13'));
  });
});

describe('what ends a chain', () => {
  it.each(CHANGE_TYPES)('has words and one mark for %s', (change) => {
    const first = aVersion();
    const later = aVersion({ number: 2, change, saidAt: at('2025-07-20T16:00Z') });
    const picture = drawn({ ...PENDING, deadline: aDeadline({ versions: [first, later] }), rungs: [] });
    expect(picture.all('.said, .end')).toHaveLength(2);
    expect(picture.lines.some((line) => line.startsWith('20 Jul · '))).toBe(true);
  });

  it('is a cross, a check mark where it was met, and a ring where that is not known', () => {
    const shapeOf = (plot: ChainPlot) =>
      drawn(plot)
        .all('.end')
        .map(({ tagName }) => tagName);
    expect(shapeOf(WHOLE)).toEqual(['circle', 'path']);
    expect(shapeOf(HOURS)).toEqual(['path']);
    const paths = [WHOLE, HOURS].map((plot) => drawn(plot).all('path.end')[0]?.getAttribute('d') ?? '');
    expect(paths.map((d) => d.split('M').length - 1)).toEqual([2, 1]);
  });
});

describe('evidence', () => {
  it('is a line for every report that confirms, where it was published', () => {
    const places = drawn(PENDING)
      .all('.confirming')
      .map((line) => numberOf(line, 'x1'));
    expect(places).toHaveLength(6);
    expect(places[0]).toBeCloseTo(placeOf(at('2025-07-14T17:10Z'), PENDING));
  });

  it('is not spoken of where there is none', () => {
    const { lines } = drawn(SINGLE);
    expect(lines).not.toContain('confirming report');
    expect(lines).not.toContain('date replaced');
  });
});

describe('reminders', () => {
  it('are told apart by their shape', () => {
    const picture = drawn(PENDING);
    expect(picture.all('circle.planned')).toHaveLength(1);
    expect(picture.all('path.fired')).toHaveLength(1);
    expect(picture.all('path.skipped')).toHaveLength(1);
    expect(picture.all('path.cancelled')).toHaveLength(5);
    const shapes = ['fired', 'skipped', 'cancelled'].map((state) => {
      const d = picture.all(`path.${state}`)[0]?.getAttribute('d') ?? '';
      return d.replace(/[^a-z]/gi, '');
    });
    expect(new Set(shapes).size).toBe(3);
    expect(picture.lines).toEqual(expect.arrayContaining(['reminder planned', 'reminder sent', 'reminder skipped']));
  });

  it('of one state that lie close are one mark, which names them all', () => {
    const marks = drawn(SINGLE).all('.planned > title');
    expect(marks.map(({ textContent }) => textContent)).toEqual(['7d', '72h', '24h', '6h, 1h, due']);
  });

  it('never lie on each other', () => {
    const states = ['planned', 'fired', 'skipped', 'cancelled'] as const;
    const anyRung = fc
      .record({
        day: fc.integer({ min: 0, max: 48 }),
        state: fc.constantFrom(...states),
        name: fc.constantFrom(...RUNG_NAMES),
      })
      .map(({ day, state, name }) => aRung({ name, state, at: plus(at('2025-07-15T13:00Z'), day * DAY) }));
    fc.assert(
      fc.property(fc.array(anyRung, { maxLength: 12 }), (rungs) => {
        const marks = drawn(said(onDay('2025-09-02'), rungs)).all(
          'circle.planned, path.fired, path.skipped, path.cancelled',
        );
        const places = marks.map((mark) => {
          const [, x, y] = /^M([\d.]+),([\d.]+)/.exec(mark.getAttribute('d') ?? '') ?? [];
          return [Number(x ?? mark.getAttribute('cx')), Number(y ?? mark.getAttribute('cy'))] as const;
        });
        const near = places.filter(([x, y], index) =>
          places.slice(index + 1).some(([otherX, otherY]) => Math.abs(x - otherX) < 3 && Math.abs(y - otherY) < 3),
        );
        expect(near).toEqual([]);
      }),
      runs(40),
    );
  });
});

describe('the present', () => {
  it('is a line where it is', () => {
    const [line] = drawn(PENDING).all('line.now');
    expect(line && numberOf(line, 'x1')).toBeCloseTo(placeOf(PENDING.now, PENDING));
    expect(drawn(PENDING).lines).toContain('now');
  });

  it('is left out when it is long after all that happened, and still said in words', () => {
    const picture = drawn(LATE);
    expect(picture.all('line.now')).toHaveLength(0);
    expect(picture.description).toContain('As of 1 Aug 2026 09:00 UTC.');
  });
});

describe('the words of a chain', () => {
  const plots = { PENDING, WHOLE, SINGLE, HOURS, NARROWING, CENTURY, LATE, twelve: renewed(12) };

  /** Texts of one line that overlap, or leave the picture. */
  function collisions(plot: ChainPlot): readonly string[] {
    const texts = drawn(plot)
      .all('.version text')
      .filter((text) => text.getAttribute('fill') !== '#ffffff')
      .map((text) => {
        const content = text.textContent ?? '';
        const width = drawnWidth(content, numberOf(text, 'font-size'), text.getAttribute('font-weight') === 'bold');
        const isEnd = text.getAttribute('text-anchor') === 'end';
        const x = numberOf(text, 'x');
        return { content, y: numberOf(text, 'y'), left: isEnd ? x - width : x, right: isEnd ? x : x + width };
      });
    const collide = texts.filter((one, index) =>
      texts.slice(index + 1).some((other) => one.y === other.y && one.right > other.left && other.right > one.left),
    );
    return [...collide, ...texts.filter(({ left, right }) => left < 0 || right > 396)].map(({ content }) => content);
  }

  it.each(Object.entries(plots))('never run into each other: %s', (_, plot) => {
    expect(collisions(plot)).toEqual([]);
  });

  it('have marks of their own row below them, and none of another', () => {
    for (const plot of Object.values(plots)) {
      const picture = drawn(plot);
      const lanes = picture.all('.said, .end').map((mark) => mark.getAttribute('cy'));
      const texts = picture.all('.version text').map((text) => numberOf(text, 'y'));
      const close = lanes.filter((y) => y !== null && texts.some((text) => Math.abs(text - 4 - Number(y)) < 10));
      expect(close).toEqual([]);
    }
  });

  it('cannot open an element, nor end one', () => {
    const evil = '</title><script>alert(1)</script>&lt;"\'';
    const versions = [aVersion({ evidence: anEvidence({ source: aSource({ name: evil }) }) })] as const;
    const svg = drawChain({ ...PENDING, deadline: aDeadline({ issuer: evil, target: evil, versions: [...versions] }) });
    expect(svg).not.toContain('<script');
    expect(read(svg).title).toContain(evil);
  });

  it('are well-formed XML, whatever they are', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (issuer, target, name) => {
        const version = aVersion({ evidence: anEvidence({ source: aSource({ name }) }) });
        const plot = { ...PENDING, deadline: aDeadline({ issuer, target, versions: [version] }) };
        expect(parsed(drawChain(plot)).width).toBe(400);
      }),
      runs(60),
    );
  });
});

it('a picture of a chain is the same however often it is drawn, and whatever was drawn before', () => {
  const first = drawChain(WHOLE);
  drawChain(renewed(12));
  expect(drawChain(WHOLE)).toBe(first);
});

it('a chain is drawn whatever its dates are', () => {
  const instants = fc
    .integer({ min: 0, max: 4_000 })
    .map((days) => instantOf(msOf(at('2020-01-01T00:00Z')) + days * DAY));
  const windows = fc.constantFrom(
    onDay('2025-08-08'),
    fromTo('2021-01-01', '2029-12-31', 'vague'),
    fromTo('2025-02-01', '2025-02-28', 'month'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.tuple(instants, windows, fc.constantFrom(...CHANGE_TYPES)), { minLength: 1, maxLength: 5 }),
      instants,
      (made, now) => {
        const versions = made.map(([saidAt, window, change], index) =>
          aVersion({ number: index + 1, saidAt, window, change }),
        );
        const [first = aVersion(), ...later] = versions;
        const svg = drawChain({ deadline: aDeadline({ versions: [first, ...later] }), rungs: [], now });
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(parsed(svg).width).toBe(400);
      },
    ),
    runs(60),
  );
});
