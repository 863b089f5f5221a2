/** The count of independent origins: a table of who speaks, and the laws it keeps. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { originAmong } from '../../../src/decide/origin/origin.ts';
import type { Report } from '../../../src/domain/development.ts';
import { id } from '../../../src/domain/ids.ts';
import {
  type Attribution,
  COPY_KINDS,
  isStateAlone,
  type Origin,
  OWN,
  originsBehind,
  type Said,
  speakerOf,
} from '../../../src/domain/origin.ts';
import type { Label, Source } from '../../../src/domain/outlet.ts';
import { aReport, press, TASS } from '../../fakes/nouns.ts';
import { runs } from '../../fakes/runs.ts';

const labelled = (name: string, label: Label): Source => ({ ...press(name, name), label });

const BBC = press('bbc', 'BBC News');
const GUARDIAN = press('guardian', 'The Guardian');
const REUTERS = labelled('reuters', 'wire');
const MIRROR = labelled('mirror', 'aggregator');
const STRANGER = labelled('stranger', 'unreviewed');

const own = (source: Source): Said => ({ source, origin: OWN });
const credits = (source: Source, to: Source): Said => ({ source, origin: { kind: 'credited', to } });
const quotes = (source: Source, primary: Source): Said => ({ source, origin: { kind: 'quoted', primary } });
const agencies = (source: Source): Said => ({ source, origin: { kind: 'agencies' } });
const reprint = (source: Source, from: Source, attribution: Attribution = OWN, names: Source | null = null): Said => ({
  source,
  origin: { kind: 'reprint', of: id('item-1'), from, attribution, names },
});

describe('the count of independent origins', () => {
  it.each<[string, readonly Said[], number]>([
    ['of nothing', [], 0],
    ['of two newsrooms', [own(BBC), own(GUARDIAN)], 2],
    ['of two arms of one house', [own(BBC), own({ ...BBC, name: 'BBC Russian' })], 1],
    ['of two papers with one agency text', [credits(BBC, REUTERS), credits(GUARDIAN, REUTERS)], 1],
    ['of an agency and a paper with its text', [own(REUTERS), credits(BBC, REUTERS)], 1],
    ['of an agency and a paper that quotes it', [own(REUTERS), quotes(BBC, REUTERS)], 1],
    ['of a reprint', [own(BBC), reprint(GUARDIAN, BBC)], 1],
    ['of a reprint of an agency text', [own(REUTERS), reprint(GUARDIAN, BBC, { kind: 'credited', to: REUTERS })], 1],
    ['of a copy that names whose the words are', [own(BBC), own(REUTERS), reprint(GUARDIAN, BBC, OWN, REUTERS)], 1],
    ['of an agency whose words were copied first', [own(BBC), reprint(REUTERS, BBC, OWN, REUTERS)], 1],
    ['of texts by agencies without a name', [agencies(BBC), agencies(GUARDIAN)], 1],
    ['of such a text where the agency may be there', [agencies(BBC), own(REUTERS)], 1],
    ['of such a text beside a newsroom', [agencies(BBC), own(GUARDIAN)], 2],
    ['of an aggregator', [own(MIRROR)], 0],
    ['of an aggregator that names an agency', [credits(MIRROR, REUTERS)], 0],
    ['of an outlet nobody reviewed', [own(STRANGER)], 0],
    ['of an unreviewed outlet that quotes an agency', [quotes(STRANGER, REUTERS)], 0],
    ['of a paper that quotes an unreviewed outlet', [quotes(BBC, STRANGER)], 0],
    ['of an aggregator beside a newsroom', [own(BBC), own(MIRROR)], 1],
    ['of a state agency', [own(TASS)], 1],
    ['of a state agency and a newsroom', [own(TASS), own(BBC)], 2],
    ['of a state agency that quotes an agency', [quotes(TASS, REUTERS)], 0],
    ['of a state agency and a newsroom that quotes it', [own(TASS), quotes(BBC, TASS)], 1],
  ])('%s is right', (_, said, expected) => {
    expect(originsBehind(said).count).toBe(expected);
  });

  it.each<[string, readonly Said[], boolean]>([
    ['a state agency', [own(TASS)], true],
    ['two state agencies', [own(TASS), own({ ...TASS, group: 'ukrainian-state' })], true],
    ['a newsroom that quotes a state agency', [quotes(BBC, TASS)], true],
    ['a state agency beside an unreviewed outlet', [own(TASS), own(STRANGER)], true],
    ['a state agency and a newsroom', [own(TASS), own(BBC)], false],
    ['a state agency and unnamed agencies', [own(TASS), agencies(BBC)], false],
    ['nobody', [own(STRANGER)], false],
  ])('knows whether states alone speak: %s', (_, said, expected) => {
    expect(isStateAlone(originsBehind(said))).toBe(expected);
  });
});

const anySource = fc
  .record({
    name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    label: fc.constantFrom<Label>('wire', 'press', 'state-funded', 'state-controlled', 'aggregator', 'unreviewed'),
  })
  .map(({ name, label }) => labelled(`${name}-${label}`, label));

const anyAttribution: fc.Arbitrary<Attribution> = fc.oneof(
  fc.constant(OWN),
  fc.constant<Attribution>({ kind: 'agencies' }),
  anySource.map((to): Attribution => ({ kind: 'credited', to })),
  anySource.map((primary): Attribution => ({ kind: 'quoted', primary })),
);

const anyOrigin: fc.Arbitrary<Origin> = fc.oneof(
  anyAttribution,
  fc
    .record({
      from: anySource,
      attribution: anyAttribution,
      kind: fc.constantFrom(...COPY_KINDS),
      names: fc.option(anySource),
    })
    .map((copy): Origin => ({ ...copy, of: id('item-1') })),
);

const anySaid: fc.Arbitrary<Said> = fc.record({ source: anySource, origin: anyOrigin });

describe('the laws of the count', () => {
  it('is never more than there are reports', () => {
    fc.assert(
      fc.property(fc.array(anySaid), (said) => {
        expect(originsBehind(said).count).toBeLessThanOrEqual(said.length);
      }),
      runs(),
    );
  });

  it('does not depend on the order of what is said', () => {
    fc.assert(
      fc.property(
        fc
          .array(anySaid)
          .chain((said) => fc.tuple(fc.constant(said), fc.shuffledSubarray(said, { minLength: said.length }))),
        ([said, shuffled]) => {
          expect(originsBehind(shuffled).count).toBe(originsBehind(said).count);
        },
      ),
      runs(),
    );
  });

  it('never falls when somebody else is heard who copies nobody, and grows by one at most', () => {
    fc.assert(
      fc.property(fc.array(anySaid), fc.record({ source: anySource, origin: anyAttribution }), (said, one) => {
        const grown = originsBehind([...said, one]).count - originsBehind(said).count;
        expect([0, 1]).toContain(grown);
      }),
      runs(),
    );
  });

  it('is not raised by a reprint of a report that counts', () => {
    fc.assert(
      fc.property(
        fc.array(anySaid),
        anySaid,
        anySource,
        anyAttribution,
        (others, { source, origin }, by, attribution) => {
          const first: Report = aReport({ source, origin });
          const all = [...others, first];
          fc.pre(speakerOf(first) !== null);
          const copy = originAmong({ title: first.title, lede: LEDE, source: by }, attribution, [
            { ...first, lede: LEDE },
          ]);
          const after = originsBehind([...all, { source: by, origin: copy }]).count;
          expect(after).toBeLessThanOrEqual(originsBehind(all).count);
        },
      ),
      runs(),
    );
  });

  it('is raised by no aggregator and no unreviewed outlet, whatever they say of their origin', () => {
    const nobody = anySource.filter(({ label }) => label === 'aggregator' || label === 'unreviewed');
    fc.assert(
      fc.property(fc.array(anySaid), nobody, anyOrigin, (said, source, origin) => {
        expect(originsBehind([...said, { source, origin }]).count).toBe(originsBehind(said).count);
      }),
      runs(),
    );
  });
});

const LEDE =
  'The president set a new term on Monday and said that tariffs of about 100 percent would follow unless a ceasefire is agreed within 50 days.';

describe('a report among earlier ones', () => {
  const earlier = aReport({
    item: id('item-1'),
    source: BBC,
    title: 'Trump sets a term of 50 days for Russia',
    lede: LEDE,
  });
  const origin = (source: Source, words: { readonly title?: string; readonly lede?: string }, before = [earlier]) =>
    originAmong({ title: 'Another headline', lede: LEDE, source, ...words }, OWN, before);

  it.each([
    ['the same words under another headline', LEDE, 'reprint'],
    ['the same words behind a dateline', `WASHINGTON (Skerry) - ${LEDE}`, 'reprint'],
    ['the opening cut short', LEDE.slice(0, 95), 'reprint'],
    [
      'its own words of the same event',
      'Moscow has less than two months to stop the war, the White House warned, or buyers of its oil will pay steep duties.',
      'own',
    ],
    ['a teaser', 'Tariffs of about 100 percent would follow.', 'own'],
    ['nothing', '', 'own'],
  ])('with %s', (_, lede, expected) => {
    expect(origin(GUARDIAN, { lede }).kind).toBe(expected);
  });

  it('of the same long title alone is no reprint, and no origin of its own either', () => {
    const bare = { ...earlier, lede: '' };
    expect(origin(GUARDIAN, { title: 'Trump Sets a Term of 50 Days for Russia', lede: '' }, [bare]).kind).toBe(
      'same_title',
    );
    const short = { ...bare, title: 'Russia rejects deadline' };
    expect(origin(GUARDIAN, { title: 'Russia rejects deadline', lede: '' }, [short]).kind).toBe('own');
  });

  it('names the first of a row of copies, and whom that one credits', () => {
    const agency = aReport({ ...earlier, origin: { kind: 'credited', to: REUTERS } });
    const first = origin(GUARDIAN, {}, [agency]);
    const second = aReport({ item: id('item-2'), source: GUARDIAN, lede: LEDE, origin: first });
    expect(origin(press('third', 'Third'), {}, [second])).toEqual({
      kind: 'reprint',
      of: agency.item,
      from: BBC,
      attribution: { kind: 'credited', to: REUTERS },
      names: null,
    });
  });

  it('is no copy of a page nobody reviewed, which may have had the words first', () => {
    expect(origin(GUARDIAN, {}, [{ ...earlier, source: STRANGER }])).toEqual(OWN);
    expect(origin(press('x', 'X'), {}, [{ ...earlier, source: STRANGER }, earlier])).toMatchObject({ from: BBC });
  });

  it('is nobody’s copy when a state publishes its own text', () => {
    expect(origin(labelled('ofac', 'official-legal'), {})).toEqual(OWN);
  });
});

const TOLL =
  'The death toll from the Russian strike on Kyiv rose to 32 after rescuers pulled another body from the rubble, said Timur Tkachenko, head of the Kyiv City Military Administration, on Wednesday, adding that 159 people were hurt in the Sviatoshynskyi district.';

describe('a machine-spun copy', () => {
  const earlier = aReport({ title: 'Kyiv toll rises to 32', lede: TOLL, source: BBC });
  const kindOf = (lede: string) =>
    originAmong({ title: 'Fatalities climb in capital', lede, source: GUARDIAN }, OWN, [earlier]).kind;

  it('has the same facts in the same order, other words between', () => {
    expect(
      kindOf(
        'The number of fatalities from the Russian attack on Kyiv climbed to 32 once crews recovered one more body from the debris, stated Timur Tkachenko, chief of the Kyiv City Military Administration, on Wednesday, noting that 159 persons were injured in the Sviatoshynskyi area.',
      ),
    ).toBe('reworded');
  });

  it('is told from an independent report of the same numbers', () => {
    expect(
      kindOf(
        'Rescuers in Kyiv ended their search on Wednesday; 32 people died and 159 were wounded when a missile hit a block of flats in Sviatoshynskyi last week, according to Mayor Vitali Klitschko and the State Emergency Service.',
      ),
    ).toBe('own');
  });

  it('is told from a report of another event in much the same words', () => {
    expect(
      kindOf(
        'Number of victims of the Russian raid on Kharkiv grew to 7 when helpers found one more body in a ruin, said Oleh Syniehubov, leader of the Kharkiv Regional Military Administration, on Friday, adding that 60 people were hurt in the Saltivskyi district.',
      ),
    ).toBe('own');
  });
});
