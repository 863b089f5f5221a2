import { describe, expect, it } from 'vitest';
import { aroundOf } from '../../../src/decide/deadline/classes.ts';
import { expressionsOf } from '../../../src/decide/deadline/expressions.ts';
import { markedSentence } from '../../../src/decide/deadline/marks.ts';
import { type ReadingContext, readDeadlines } from '../../../src/decide/deadline/read.ts';
import { heldIn } from '../../../src/decide/deadline/stretches.ts';
import { weighed } from '../../../src/decide/deadline/weigh.ts';
import { at, NEW_YORK } from '../../fakes/nouns.ts';

/** What weighing takes the last date of a sentence for, whatever the cues would say. */
function takenFor(text: string): string | null {
  const expressions = expressionsOf(text);
  const marked = markedSentence(text, expressions);
  const mark = [...marked.matchAll(/⟦\w\w⟧/g)].at(-1);
  const last = expressions.at(-1);
  if (!mark || !last) throw new Error(`no date in "${text}"`);
  const standing = { start: mark.index, end: mark.index + mark[0].length, expression: last };
  return weighed({ marked, held: heldIn(marked), around: aroundOf(text) }, standing)?.name ?? null;
}

describe('a date is weighed by what governs it and the words around it', () => {
  it.each([
    ['The moratorium on evictions stands until 12 April.', 'weighed_until'],
    ['Washington has cleared the yard to serve tankers to March 27.', 'weighed_to'],
    ['The owners are obliged to sell their stake by 7 June.', 'weighed_by'],
    ['The militia must reply inside 72 hours, mediators say.', 'weighed_within'],
    ['New curbs on ore apply to importers from 1 April.', 'weighed_from'],
    ['The duty on lorries lands on 1 April.', 'weighed_on'],
    ['Visa-free travel ends for their diplomats next Friday.', 'weighed_bare'],
    ['The ministers have six weeks to answer.', 'weighed_have'],
    ['Friday is the day the truce ends.', 'weighed_subject'],
    ['The permission to clear payments ended on Monday.', 'weighed_ended'],
  ])('%s', (text, name) => {
    expect(takenFor(text)).toBe(name);
  });
});

describe('a date is no term', () => {
  it.each([
    ['in a tale', 'By Tuesday night three woods had burned down.'],
    ['of a visit', 'The foreign minister is in Ankara until Thursday.'],
    ['of a forecast', 'The bank expects growth to recover by the end of the year.'],
    ['of a show', 'The museum shows the treaty through 30 June.'],
    ['beside a count that looks back', 'Families go home six months after the truce.'],
    ['that only names an event', 'Judges heard the case of the Jan. 6 rioters.'],
    ['just before which something was', 'The order reached the garrison just before 9 p.m.'],
    ['since which something is in force', 'The ban came into force on Monday.'],
    ['that nothing governs', 'Monday was quiet in the port.'],
  ])('%s', (_, text) => {
    expect(takenFor(text)).toBeNull();
  });
});

const context: ReadingContext = {
  published: at('2026-03-04T16:00Z'),
  outletZone: NEW_YORK,
  issuerZone: NEW_YORK,
  official: false,
};

const best = (text: string) => readDeadlines(text, context).deadlines[0];

describe('broad classes read what had no cue of its own', () => {
  it.each([
    ['Imports of the gas are phased out by 1 November 2027.', '2027-11-01'],
    ['Paper permits will no longer be accepted after 1 September.', '2025-09-01'],
    ['A judge froze the removals until at least 20 August.', '2025-08-20'],
    ['Mills brace for a doubling of duties on 27 August.', '2025-08-27'],
    ['Measures would be reimposed on 28 August.', '2025-08-28'],
    ['The border policy is set to end Thursday.', '2025-08-07'],
    ['Farmers may file objections up to and including 12 September.', '2025-09-12'],
    ['Without an accord, tram depots shut at midnight on Friday.', '2025-08-08'],
    ['He said Moscow had ten days to comply.', '2025-08-16'],
    ['The waiver for Iraqi power ended on Monday.', '2025-08-04'],
  ])('%s', (text, day) => {
    const { deadlines } = readDeadlines(text, { ...context, published: at('2025-08-06T16:00Z') });
    expect(deadlines.map(({ window }) => window.latest)).toEqual([day]);
  });
});

describe('of two dates in a sentence the one that held once gives way', () => {
  it.each([
    ['The pause, which was to end on March 9, is prolonged to August 1.', '2026-08-01'],
    ['The truce, due to lapse on Thursday, will hold to Saturday.', '2026-03-07'],
    ['Guns will now stay silent until Sunday rather than Thursday.', '2026-03-08'],
    ['The tariffs, originally due to start on 1 March, now start on 1 April.', '2026-04-01'],
  ])('%s', (text, day) => {
    expect(best(text)?.window.latest).toBe(day);
  });

  it('but a date alone that was to come is still the one that holds', () => {
    expect(best('The minister said the truce was to end on Sunday.')).toMatchObject({ tier: 'A', flags: [] });
  });
});

describe('what is told in the present and is over', () => {
  it.each([
    ['The deadline set for Monday came and went in silence.', '2026-03-02'],
    ['Ultimatum to the junta runs out on Sunday without an answer.', '2026-03-01'],
    ['Truce expires on Monday without renewal.', '2026-03-02'],
  ])('%s', (text, day) => {
    expect(best(text)).toMatchObject({ tier: 'C', window: { latest: day } });
  });

  it('but a weekday that lies ahead stays ahead', () => {
    expect(best('The ultimatum to the junta runs out on Sunday.')?.window.latest).toBe('2026-03-08');
  });
});
