import { describe, expect, it } from 'vitest';
import { figuresIn } from '../../../src/decide/merge/figures.ts';

const told = (title: string, lede = '') =>
  figuresIn({ title, lede })
    .map(({ of, value }) => `${of} ${value}`)
    .join(', ');

describe('what a report counts', () => {
  it.each([
    ['Russian strike on Kyiv kills at least 16', 'dead 16'],
    ['Kyiv attack: death toll rises to 26', 'dead 26'],
    ['Death toll from the strike on Kyiv climbs from 27 to 31', 'dead 31'],
    ['Six people killed in overnight strike', 'dead 6'],
    ['Strike kills 31, including five children, and injures 159', 'dead 31, injured 159'],
    ['At least 28 dead and more than 130 wounded in Kyiv', 'dead 28, injured 130'],
    ['Toll in Kyiv reaches 32 after the search ends', 'dead 32'],
    ['Flood: 1,200 people injured, 14 missing', 'injured 1200, missing 14'],
    ['Число погибших в Киеве выросло до 31', 'dead 31'],
    ['У Києві загинули 16 людей, поранені 155', 'dead 16, injured 155'],
    ['Mindestens 16 Tote in Kiew', 'dead 16'],
  ])('reads %s', (title, expected) => expect(told(title)).toBe(expected));

  it.each([
    ['a day of the month', 'Kyiv mourns those killed 31 July'],
    ['an age', 'Boy killed, 6-year-old sister survives'],
    ['money', 'Fire kills trade worth $31'],
    ['a span of time', 'Kills 50 days of patience'],
    ['the total of a war', 'War has killed 13,000 civilians, UN says'],
    ['another thing', 'Air defence shoots down 288 drones'],
  ])('does not take %s for a count', (_, title) => expect(told(title)).toBe(''));

  it('looks into the opening for what the title does not count', () => {
    expect(told('Missiles hit Kyiv', 'At least 8 people were killed. Since 2022 the war has killed 13,000.')).toBe(
      'dead 8',
    );
    expect(told('Strike kills 31', 'A day before, 16 people were killed and 90 injured.')).toBe('dead 31, injured 90');
  });
});
