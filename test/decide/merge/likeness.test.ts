import { describe, expect, it } from 'vitest';
import { commonnessIn } from '../../../src/decide/match/commonness.ts';
import { bareStem } from '../../../src/decide/match/stems.ts';
import {
  isSaid,
  likeness,
  likenessToAll,
  rarityAmong,
  tellingWords,
  tellsEvent,
  textWords,
  titleWords,
} from '../../../src/decide/merge/likeness.ts';

const commonness = commonnessIn({
  items: 1_000,
  counts: new Map([
    ['minister', 400],
    ['ferry', 2],
  ]),
});

const stemsIn = (text: string) => [...tellingWords(text)].map(bareStem);
const sharedBy = (a: string, b: string) => [...tellingWords(a)].filter((word) => tellingWords(b).has(word)).length;

describe('telling words', () => {
  it.each([
    ['forms of one word', 'Ferry sinks', 'Ferries sank, one sinking', 2],
    ['headlines too short to tell their language', 'Bridge closes', 'Closing of the bridge', 2],
    ['Russian', 'Паром сел на мель', 'На мели паром у острова', 2],
    ['Ukrainian without a small word', 'Пором врятовано, пасажирів знайшли', 'Пасажири та екіпаж порома', 1],
    ['another language with the same letters', 'Die Fähre sinkt', 'The die is cast', 0],
  ])('of %s meet', (_, a, b, shared) => {
    expect(sharedBy(a, b)).toBe(shared);
  });

  it.each([
    ['names in other spellings', 'Zelenskiy', 'Zelenskyy'],
    ['a country and its people', 'Indian', 'India'],
    ['words of attacks', 'Strikes', 'attacking'],
    ['words of the dead', 'Dead', 'killed'],
    ['numbers in letters', 'Sixteen', '16'],
  ])('are the same for %s', (_, one, other) => {
    expect(sharedBy(`${one} ferry`, `${other} ferry`)).toBe(2);
  });

  it('leave "one" alone, which is as often no number', () => {
    expect(sharedBy('One ferry', '1 ferry')).toBe(1);
  });

  it('of a title say where victims are counted and whose word it is', () => {
    const words = [...titleWords({ title: 'Two killed in Dnipro strike, Kyiv says', lede: '' })];
    expect(words.filter((word) => !isSaid(word))).toEqual(['toll@dnipro', 'voice@Ukraine']);
    expect(words.filter((word) => !tellsEvent(word))).toEqual(['voice@Ukraine']);
  });

  it('of a text are those of its title and of the beginning of its opening', () => {
    const words = textWords({ title: 'Ferry aground', lede: `Bridge ${'and '.repeat(80)} island` });
    expect([...words].map(bareStem)).toEqual(['ferri', 'aground', 'bridg']);
  });

  it('are no small words of their language and no single letters', () => {
    expect(stemsIn('Why the ferry is at B')).toEqual(['ferri']);
  });

  it('come from the opening where there is no title', () => {
    expect([...titleWords({ title: '', lede: 'Ferry aground' })]).toEqual([...tellingWords('Ferry aground')]);
  });
});

describe('rarity', () => {
  const [minister = '', ferry = '', choir = ''] = tellingWords('Minister ferry choir');
  const among = (count: number, total: number) => rarityAmong(new Map([[ferry, count]]), total, commonness);

  it('is that of news at large while the storyline is young', () => {
    const rarity = among(0, 0);
    expect(rarity(minister)).toBeCloseTo(-Math.log(0.4));
    expect(rarity(ferry)).toBeCloseTo(-Math.log(0.002));
  });

  it('falls as the storyline says a word again and again, and never grows by silence', () => {
    const rarities = [among(0, 500), among(1, 500), among(50, 500), among(500, 500)].map((rarity) => rarity(ferry));
    expect(rarities).toEqual([...rarities].sort((a, b) => b - a));
    expect(among(0, 10_000)(ferry)).toBeCloseTo(among(0, 0)(ferry));
  });

  it('is capped, so that one word alone makes nothing alike', () => {
    const wide = commonnessIn({ items: 1_000_000, counts: new Map() });
    expect(rarityAmong(new Map(), 0, wide)(choir)).toBe(7);
  });
});

describe('likeness', () => {
  const rarity = rarityAmong(new Map(), 0, commonness);
  const words = tellingWords;

  it('is 1 for the same words, 0 for none shared, and the same both ways', () => {
    expect(likeness(words('Ferry aground'), words('Aground: a ferry'), rarity)).toBeCloseTo(1);
    expect(likeness(words('Ferry aground'), words('Choir wins'), rarity)).toBe(0);
    const [a, b] = [words('Ferry aground off island'), words('Minister on ferry')];
    expect(likeness(a, b, rarity)).toBeCloseTo(likeness(b, a, rarity));
  });

  it('to several reports weighs what most of them say', () => {
    const [ferry = '', aground = '', choir = ''] = words('ferry aground choir');
    const counts = new Map([
      [ferry, 5],
      [aground, 1],
      [choir, 1],
    ]);
    expect(likenessToAll(new Set([ferry]), counts, rarity)).toBeGreaterThan(
      likenessToAll(new Set([choir]), counts, rarity),
    );
    expect(likenessToAll(words('prize'), counts, rarity)).toBe(0);
  });
});
