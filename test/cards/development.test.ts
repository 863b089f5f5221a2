import { describe, expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import type { Report } from '../../src/domain/development.ts';
import { id } from '../../src/domain/ids.ts';
import { type Copy, type Origin, OWN } from '../../src/domain/origin.ts';
import { aDevelopment, anEdition, aReport, aSource, at, press, TASS, toldOf } from '../fakes/nouns.ts';
import { actsOf, linesOf } from './reading.ts';

const drawn = (...reports: readonly Report[]) => drawCard(toldOf(aDevelopment({ reports })));

const guardian = aReport({
  source: press('guardian', 'The Guardian'),
  title: 'Kremlin told to end the war within 50 days',
  link: 'https://www.theguardian.com/a',
  published: at('2025-07-14T17:30Z'),
});

const REUTERS = aSource({ outlet: id('reuters'), name: 'Reuters', label: 'wire', group: 'thomson-reuters' });

function copy(kind: Copy['kind']): Origin {
  return { kind, of: id('item-1'), from: aSource(), attribution: OWN, names: null };
}

describe('the card of a development', () => {
  it('is short while one outlet reports it', () => {
    expect(linesOf(drawn(aReport()))).toEqual([
      '### Trump gives Russia 50 days to agree to a ceasefire',
      '-# Ceasefire deadline',
      'Tariffs of about 100% would follow, the president says.',
      '---',
      'Reported by [BBC News](https://www.bbc.com/news/articles/c1), press · <t:1752508800:f>',
      '[Open the report] https://www.bbc.com/news/articles/c1',
    ]);
  });

  it('says why it is here, and takes the word of moderators that it is not relevant', () => {
    expect(actsOf(drawn(aReport()))).toEqual([
      '[Why?] /story why link:item-1',
      '[Not relevant] /development irrelevant development:development-1',
    ]);
  });

  it('offers the role of its storyline where there is one', () => {
    const card = drawCard(toldOf(aDevelopment()), { language: null, hasRole: true });
    expect(actsOf(card)).toContain('[Follow] /story follow storyline:ceasefire-deadline');
  });

  it('is not struck twice', () => {
    const killed = { kind: 'killed', since: at('2025-07-31T08:00Z'), reason: null } as const;
    const telling = anEdition({ reports: [aReport()], stand: killed });
    expect(actsOf(drawCard(toldOf(telling)))).toEqual(['[Why?] /story why link:item-1']);
  });

  it.each([
    ['one outlet of two asked for', [aReport()], 2, true],
    ['one outlet where one is enough', [aReport()], 1, false],
    ['two outlets', [aReport(), guardian], 2, false],
    ['one outlet twice', [aReport(), aReport()], 2, true],
    ['the law alone', [aReport({ source: aSource({ label: 'official-legal' }) })], 2, false],
  ])('says what is not confirmed: %s', (_, reports, post, expected) => {
    const gate = { post, ping: 3, unconfirmed: 'show' } as const;
    const lines = linesOf(drawCard(toldOf(aDevelopment({ reports }), { gate })));
    const unconfirmed = '**Unconfirmed:** fewer than 2 independent outlets report it so far';
    expect(lines.includes(unconfirmed)).toBe(expected);
  });

  describe('of a number that rises', () => {
    const counting = (value: number, when: string, change: Partial<Report> = {}) =>
      aReport({
        source: press(`outlet-${value}`, `Outlet ${value}`),
        title: `Strike on Kyiv kills ${value}`,
        published: at(`2025-07-31T${when}Z`),
        figures: [{ of: 'dead', value }],
        ...change,
      });
    const rising = [1, 16, 26, 27, 31, 32].map((value, index) => counting(value, `0${index + 1}:00`));

    it('is headed by the highest, and tells how it rose', () => {
      const lines = linesOf(drawn(...rising));
      expect(lines[0]).toBe('### Strike on Kyiv kills 32');
      expect(lines).toContainEqual(
        '**Dead:** 32 · before that 31 (<t:1753938000:f>), 27 (<t:1753934400:f>), 26 (<t:1753930800:f>), 16 (<t:1753927200:f>), 1 (<t:1753923600:f>)',
      );
    });

    it('is not lowered by a late report of fewer, nor raised by a state that speaks through its outlet', () => {
      const late = counting(31, '09:00');
      const claimed = counting(60, '10:00', { source: TASS });
      expect(linesOf(drawn(...rising, late, claimed))[0]).toBe('### Strike on Kyiv kills 32');
    });

    it('tells a higher number of a state second, and one that is not higher not at all', () => {
      const claimed = counting(60, '10:00', { source: TASS });
      const dead = (...reports: readonly Report[]) =>
        linesOf(drawn(...reports)).find((text) => text.startsWith('**Dead'));
      expect(dead(counting(16, '01:00'), claimed)).toBe('**Dead:** 16 · 60 per TASS (state-controlled)');
      expect(dead(...rising, claimed)).toMatch(
        /^\*\*Dead:\*\* 32 · before that 31 .* · 60 per TASS \(state-controlled\)$/,
      );
      expect(dead(counting(60, '01:00'), counting(16, '02:00', { source: TASS }))).toBeUndefined();
      expect(dead(claimed)).toBeUndefined();
    });

    it('tells nothing of a number that stayed', () => {
      expect(linesOf(drawn(counting(16, '01:00'), counting(16, '02:00'))).join()).not.toContain('Dead');
    });
  });

  it('names what it follows up, unless that is not known any more', () => {
    const before = aDevelopment({ reports: [aReport({ title: 'Deadline set for *2 September*' })] });
    const lines = linesOf(drawCard(toldOf(aDevelopment(), { before })));
    expect(lines[2]).toBe('-# Follows up: Deadline set for \\*2 September\\*');
    expect(linesOf(drawCard(toldOf())).join()).not.toContain('Follows up');
  });

  it('counts independent outlets, not reports, and links every report', () => {
    const reprint = aReport({ source: aSource({ name: 'BBC Russian' }), link: 'https://www.bbc.com/russian/a' });
    expect(linesOf(drawn(aReport(), guardian, reprint)).slice(4, -1)).toEqual([
      '**Reported by 2 independent outlets (3 reports)**',
      '<t:1752508800:t> · [BBC News](https://www.bbc.com/news/articles/c1), press',
      '<t:1752514200:t> · The Guardian, press: [Kremlin told to end the war within 50 days](https://www.theguardian.com/a)',
      '<t:1752508800:t> · [BBC Russian](https://www.bbc.com/russian/a), press',
    ]);
  });

  it('gives the date of a report that came much later', () => {
    const late = { ...guardian, published: at('2025-07-16T08:00Z') };
    expect(linesOf(drawn(aReport(), late))[6]).toContain('<t:1752652800:f> · The Guardian');
  });

  it('goes by when a report was seen where its outlet gives no time', () => {
    expect(linesOf(drawn(aReport({ published: null })))[4]).toContain('<t:1752509100:f>');
  });

  it('says so when only state-controlled outlets report it', () => {
    const tass = aReport({ source: TASS, title: 'US sets a term of 50 days', link: 'https://tass.com/world/1' });
    expect(linesOf(drawn(tass)).slice(4, -1)).toEqual([
      '**Per TASS (state-controlled); no independent outlet here has reported it**',
      '<t:1752508800:t> · [TASS](https://tass.com/world/1), state-controlled (RU)',
    ]);
  });

  it('takes its headline from an outlet that speaks for itself as soon as there is one', () => {
    const tass = aReport({ source: TASS, title: 'US sets a term of 50 days' });
    const lines = linesOf(drawn(tass, guardian));
    expect(lines[0]).toBe('### Kremlin told to end the war within 50 days');
    expect(lines[4]).toBe('**Reported by 2 independent outlets (2 reports)**');
    expect(lines.at(-1)).toBe('[Open the report] https://www.theguardian.com/a');
  });

  it('counts no aggregator as an independent outlet', () => {
    const mirror = (name: string) => aReport({ source: { ...press(name, name), label: 'aggregator' } });
    expect(linesOf(drawn(mirror('a'), guardian))[4]).toBe('**Reported by 1 independent outlet (2 reports)**');
    expect(linesOf(drawn(mirror('a'), mirror('b')))).toContain('**No independent origin is known (2 reports)**');
  });

  it.each<[string, Origin, string]>([
    ['its own', OWN, 'press'],
    ['written by an agency', { kind: 'credited', to: REUTERS }, 'press, text by Reuters'],
    ['quoting another outlet', { kind: 'quoted', primary: REUTERS }, 'press, citing Reuters'],
    ['quoting a state', { kind: 'quoted', primary: TASS }, 'press, citing TASS (state-controlled)'],
    ['of unnamed agencies', { kind: 'agencies' }, 'press, text by news agencies it does not name'],
    ['a reprint', copy('reprint'), 'press, reprint of BBC News'],
    ['a long title alone', copy('same_title'), 'press, same headline as BBC News'],
    ['a reworded copy', copy('reworded'), 'press, reworded copy of BBC News'],
  ])('says on its line that a report is %s', (_, origin, expected) => {
    const lines = linesOf(drawn(aReport(), { ...guardian, title: aReport().title, origin }));
    expect(lines[6]).toBe(`<t:1752514200:t> · [The Guardian](https://www.theguardian.com/a), ${expected}`);
  });

  it('counts origins: agencies, quoted outlets and copies add nobody', () => {
    const by = (name: string, origin: Origin) => ({ ...guardian, source: press(name, name), origin });
    const credited: Origin = { kind: 'credited', to: REUTERS };
    const reports = [
      aReport(),
      guardian,
      by('a', credited),
      by('b', credited),
      by('c', { kind: 'quoted', primary: REUTERS }),
      by('d', copy('reprint')),
      by('e', copy('reworded')),
    ];
    expect(linesOf(drawn(...reports))[4]).toBe('**Reported by 3 independent outlets (7 reports)**');
  });

  it('says whose word it is when an independent outlet only quotes a state', () => {
    const quoting = { ...guardian, origin: { kind: 'quoted' as const, primary: TASS } };
    expect(linesOf(drawn(quoting))[4]).toBe(
      '**Per TASS (state-controlled); no independent outlet here has reported it**',
    );
  });

  it('shows eight reports and counts the others', () => {
    const reports = Array.from({ length: 11 }, (_, index) =>
      aReport({ source: press(`o${index}`, `Outlet ${index}`) }),
    );
    const lines = linesOf(drawn(...reports));
    expect(lines.filter((each) => each.includes('Outlet'))).toHaveLength(8);
    expect(lines.at(-2)).toBe('-# and 3 more');
  });

  it('cuts a long opening between words', () => {
    const [, , lede = ''] = linesOf(drawn(aReport({ lede: 'tariffs and talks '.repeat(40) })));
    expect(lede.length).toBeLessThanOrEqual(200);
    expect(lede).toMatch(/(tariffs|and|talks)…$/);
  });

  it('leaves out what is missing', () => {
    expect(linesOf(drawn(aReport({ title: ' ', lede: '', link: null })))).toEqual([
      '### Report without a title',
      '-# Ceasefire deadline',
      '---',
      'Reported by BBC News, press · <t:1752508800:f>',
    ]);
  });
});
