import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { format } from '../../../src/decide/match/format.ts';
import { parseQuery } from '../../../src/decide/match/parse.ts';
import { positiveTerms, type Query } from '../../../src/decide/match/query.ts';
import { runs } from '../../fakes/runs.ts';
import { ALIASES, query } from './arbitraries.ts';

function parsed(text: string): Query {
  const read = parseQuery(text, ALIASES);
  if (read.kind === 'error') throw new Error(`${text}: ${read.error.message}`);
  return read.query;
}

describe('a query is printed in one canonical form', () => {
  it.each([
    ['a AND b OR c', '(a AND b) OR c'],
    ['a OR b AND c', 'a OR (b AND c)'],
    ['a AND NOT b', 'a NOT b'],
    ['a NOT b AND c', 'a AND c NOT b'],
    ['NOT b AND a', 'a NOT b'],
    ['a NOT b OR c', '(a NOT b) OR c'],
    ['a NOT (b OR c) NOT d', 'a NOT (b OR c) NOT d'],
    ['a NOT (b AND c NOT d)', 'a NOT (b AND c NOT d)'],
    ['(a AND b) AND (c)', 'a AND b AND c'],
    ['(a NOT b) AND c', 'a AND c NOT b'],
    ['(a OR (b OR c)) AND d', '(a OR b OR c) AND d'],
    ['  a\n AND(b)', 'a AND b'],
    ['“special   envoy” AND @us', '"special envoy" AND @us'],
    ['«Білий дім»', '"Білий дім"'],
    ["Russia's AND U.S. AND tariff*", "Russia's AND U.S. AND tariff*"],
    ['"AND" AND and', '"AND" AND and'],
    ['+a +(b OR c)', 'a AND (b OR c)'],
    ['a ~b^2 ~(c OR d) threshold:2 NOT e', 'a NOT e ~b^2 ~(c OR d) threshold:2'],
    ['a ~b^1 AND c', 'a AND c ~b'],
    ['~a ~b ~c^0.5 threshold:1.5', '~a ~b ~c^0.5 threshold:1.5'],
    ['title:(a OR "b c") AND lede:d', '(title:a OR title:"b c") AND lede:d'],
    ['NEAR(a "b  c" =D @us,  3)', 'NEAR(a "b c" =D @us, 3)'],
    ['NEAR(a b)', 'NEAR(a b, 10)'],
    ['title:NEAR(a b*, 0)', 'title:NEAR(a b*, 0)'],
    ['n-of( 2;a;b OR c ; d NOT e)', 'n-of(2; a; b OR c; d NOT e)'],
    ['=US AND ="Fed up"', '=US AND ="Fed up"'],
    ['a AND lang:uk NOT source:tass', 'a AND lang:uk NOT source:tass'],
    ['a AND since:2025-07-31 NOT until:2025-08-07', 'a AND since:2025-07-31 NOT until:2025-08-07'],
  ])('%s', (text, expected) => {
    expect(format(parsed(text))).toBe(expected);
    expect(parsed(expected)).toEqual(parsed(text));
  });

  it('which parses to the same tree', () => {
    fc.assert(
      fc.property(query, (tree) => {
        expect(parsed(format(tree))).toEqual(tree);
      }),
      runs(500),
    );
  });
});

it('terms behind NOT do not count as positive', () => {
  const terms = positiveTerms(parsed('a AND (b NOT c OR @us) NOT (d OR e)'));
  expect(terms.map((term) => term.written)).toEqual(['a', 'b', '@us']);
});
