import { describe, expect, it } from 'vitest';
import { type Asked, surveyItems } from '../../../src/decide/backtest/survey.ts';
import { judge } from '../../../src/decide/match/judge.ts';
import { compiled, itemsOf, type Line, surveyOf } from './items.ts';

const LINES: readonly Line[] = [
  [1, 'U.S. envoys dying to meet in Kyiv'],
  [2, '“10–12 days”: Trump’s new deadline'],
  [3, 'Зеленський у Києві про дедлайн'],
  [4, '停火协议今天签署'],
  [5, 'Tariffs of 1,200 dollars, the lying mayor’s skis'],
  [6, 'Deadlines, deadlines: O’Brien in Çırağan Palace'],
  [7, 'He died of cold; the talks go on'],
  [8, ''],
];

const QUERIES = [
  'us',
  'die AND meet',
  'deadline AND ("10 12 days" OR o’brien)',
  'дедлайн* AND київ',
  '停火 AND 签',
  'tariff AND lie AND ski',
  'NEAR(talk die, 5) OR "of 1200 dollars"',
  'n-of(2; deadline; ciragan; trump)',
  'lang:en AND deadline ~palace^2',
  'title:deadline NOT (palace OR trump)',
  '=Palace OR =US',
];

describe('a survey', () => {
  it.each(QUERIES)('hits what the rules hit: %s', (query) => {
    const items = itemsOf(LINES);
    const expected = items.filter((item) => judge(compiled(query), item).matched).map(({ id }) => id);
    expect(surveyOf(query, LINES).hits.map(({ item }) => item.id)).toEqual(expected);
  });

  it('of several queries at once finds for each what it finds alone', () => {
    const asked = QUERIES.map((query): Asked => ({ query: compiled(query), other: null, label: null, joins: null }));
    const together = surveyItems(asked, itemsOf(LINES));
    const alone = QUERIES.map((query) => surveyOf(query, LINES));
    const brief = ({ hits, lost, stopped }: (typeof alone)[number]) => [hits.length, lost, stopped.length];
    expect(together.map(brief)).toEqual(alone.map(brief));
  });

  it('counts what likeness brings as a hit of its own kind', () => {
    const joins: Asked['joins'] = ({ fields }) => fields[0]?.text.includes('Palace') ?? false;
    const asked = { query: compiled('us'), other: null, label: null, joins };
    const [survey] = surveyItems([asked], itemsOf(LINES));
    expect(survey?.hits.map(({ item }) => item.id)).toEqual(['i0', 'i5']);
    expect(survey?.joined.map(({ item }) => item.id)).toEqual(['i5']);
  });
});
