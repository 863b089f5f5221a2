/** Sets of rows against the sets that JavaScript has. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bitsFor, RowSet, withRows } from '../../../src/store/search/rowSet.ts';
import { runs } from '../../fakes/runs.ts';

const LAST = 1_000;
const few = fc.uniqueArray(fc.integer({ min: 0, max: LAST }), { maxLength: 12 });
const many = fc.uniqueArray(fc.integer({ min: 0, max: LAST }), { minLength: 200, maxLength: 300 });
const rows = fc.oneof(few, many).map((list) => [...list].sort((a, b) => a - b));

function setOf(list: readonly number[], isKept: boolean): RowSet {
  return isKept ? RowSet.ofBits(withRows(bitsFor(LAST), list), LAST) : RowSet.of(list, LAST);
}

const set = fc.tuple(rows, fc.boolean()).map(([list, isKept]) => ({ list, set: setOf(list, isKept) }));

describe('sets of rows, as lists or bits', () => {
  it('hold what plain sets hold', () => {
    fc.assert(
      fc.property(set, set, set, fc.nat(300), (one, two, three, count) => {
        expect(one.set.rows).toEqual(one.list);
        expect(one.set.hasAtMost(count)).toBe(one.list.length <= count);
        expect(one.set.and(two.set).rows).toEqual(one.list.filter((row) => two.list.includes(row)));
        expect(one.set.without(two.set).rows).toEqual(one.list.filter((row) => !two.list.includes(row)));
        expect(one.set.filter((row) => row % 3 === 0).rows).toEqual(one.list.filter((row) => row % 3 === 0));
        const any = new Set([...one.list, ...two.list, ...three.list]);
        expect(RowSet.anyOf([one.set, two.set, three.set], LAST).rows).toEqual([...any].sort((a, b) => a - b));
      }),
      runs(200),
    );
  });

  it('grow by rows that come later, from a list to bits and on', () => {
    fc.assert(
      fc.property(set, rows, rows, (one, second, third) => {
        const later = second.map((row) => row + LAST + 1);
        const latest = third.map((row) => row + 2 * LAST + 2);
        const grown = one.set.andLater(later, 2 * LAST + 1).andLater(latest, 3 * LAST + 2);
        expect(grown.rows).toEqual([...one.list, ...later, ...latest]);
      }),
      runs(),
    );
  });

  it('meet all rows there may be, and lack nothing of them', () => {
    const some = RowSet.of([1, 5, 900], LAST);
    expect(RowSet.all(LAST).and(some).rows).toEqual([1, 5, 900]);
    expect(some.and(RowSet.all(LAST)).rows).toEqual([1, 5, 900]);
    expect(some.without(RowSet.all(LAST)).rows).toEqual([]);
    expect(
      RowSet.all(LAST)
        .without(some)
        .and(RowSet.of([4, 5, 6], LAST)).rows,
    ).toEqual([4, 6]);
  });
});
