import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learn } from '../../../src/decide/learn.ts';
import { commonnessIn } from '../../../src/decide/match/commonness.ts';
import { type Placed, placeReport } from '../../../src/decide/merge/place.ts';
import { reshelve, shelfOf } from '../../../src/decide/merge/shelf.ts';
import type { Change } from '../../../src/domain/change.ts';
import type { Development } from '../../../src/domain/development.ts';
import { type Facts, NO_FACTS } from '../../../src/domain/facts.ts';
import { id } from '../../../src/domain/ids.ts';
import { OWN } from '../../../src/domain/origin.ts';
import { instantOf } from '../../../src/domain/time.ts';
import { aDevelopment, anItem, aReport, aStoryline } from '../../fakes/nouns.ts';
import { runs } from '../../fakes/runs.ts';

const commonness = commonnessIn({ items: 1_000, counts: new Map() });
const storyline = aStoryline();
const among = (developments: readonly Development[]) => ({ developments, beyond: new Map() });

const WORDS = ['ferry', 'aground', 'island', 'choir', 'harbour', 'prize', 'storm', 'bridge'];
const title = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 }).map((words) => words.join(' '));
const said = fc.record({ title, minutes: fc.integer({ min: 0, max: 300 }), retold: fc.option(title) });

type Said = typeof said extends fc.Arbitrary<infer Value> ? Value : never;

function itemOf({ title, minutes }: Said, index: number) {
  const seen = instantOf(Date.UTC(2025, 7, 6) + (index * 300 + minutes) * 60_000);
  return anItem({ id: id(`i${index}`), title, lede: '', published: seen, seen });
}

function retold(facts: Facts, title: string): readonly Change[] {
  const [development] = facts.developments;
  const [report] = development?.reports ?? [];
  if (!development || !report) return [];
  const change = { id: development.id, rev: development.rev + 1, was: report.item, report: { ...report, title } };
  return [{ kind: 'development.retold', ...change, because: 'other words' }];
}

/** What becomes of items one after another; `remember` hands the facts on from item to item. */
function placedAll(items: readonly Said[], remember: (facts: Facts) => Facts): readonly Placed[] {
  let facts = NO_FACTS;
  return items.map((one, index) => {
    const item = itemOf(one, index);
    const placed = placeReport({ item, origin: OWN, storyline, speaksOf: null, facts, commonness, now: item.seen });
    const after = learn(facts, [placed], item.seen);
    const edits = one.retold === null ? [] : retold(after, one.retold);
    facts = remember(learn(after, edits, item.seen));
    return placed;
  });
}

describe('a shelf', () => {
  it('that followed every change places items as one made anew', () => {
    const anew = (facts: Facts): Facts => ({ ...facts, developments: [...facts.developments] });
    fc.assert(
      fc.property(fc.array(said, { maxLength: 25 }), (items) => {
        expect(placedAll(items, (facts) => facts)).toEqual(placedAll(items, anew));
      }),
      runs(),
    );
  });

  it('finds developments by any word of their titles, in any of its forms', () => {
    const report = aReport({ title: 'Two ferries collide', lede: '' });
    const shelf = shelfOf(among([aDevelopment({ reports: [report] })]), aDevelopment().storyline);
    const found = (...words: readonly string[]) => [...shelf.sharing(new Set(words), () => 2).values()];
    expect([...shelf.counts.keys()].length).toBe(3);
    expect([...shelf.counts.keys()].map((word) => found(word))).toEqual([[2], [2], [2]]);
    expect(found(...shelf.counts.keys())).toEqual([6]);
    expect(found('choir')).toEqual([]);
  });

  it('is of one storyline alone', () => {
    const development = aDevelopment({ reports: [aReport()] });
    expect(shelfOf(among([development]), development.storyline).total).toBe(1);
    expect(shelfOf(among([development]), id('another')).total).toBe(0);
  });

  it('counts the reports beyond its list with those on it', () => {
    const [report, later] = ['Ferry aground', 'Ferry afloat'].map((title) => aReport({ title, lede: '' }));
    if (!report || !later) throw new Error('two reports');
    const [ferry = ''] = [...shelfOf(among([aDevelopment({ reports: [report] })]), storyline.slug).counts.keys()];
    const beyond = new Map([[storyline.slug, { reports: 5, words: new Map([[ferry, 3]]) }]]);
    const before = [aDevelopment({ reports: [report] })];
    const shelf = shelfOf({ developments: before, beyond }, storyline.slug);
    expect([shelf.total, shelf.counts.get(ferry)]).toEqual([6, 4]);
    reshelve(before, [aDevelopment({ reports: [report, later] })]);
    expect([shelf.total, shelf.counts.get(ferry)]).toEqual([7, 5]);
  });

  it('stays right for who asks for the old list again', () => {
    const before = [aDevelopment({ reports: [aReport({ title: 'Ferry aground' })] })];
    const slug = before[0]?.storyline ?? storyline.slug;
    shelfOf(among(before), slug);
    const after = [...before, aDevelopment({ id: id('other'), reports: [aReport({ title: 'Choir wins' })] })];
    reshelve(before, after);
    expect([shelfOf(among(after), slug).total, shelfOf(among(before), slug).total]).toEqual([2, 1]);
  });
});
