import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type ClusterFigures, clusterFiguresOf } from '../../../src/cli/eval/clustering.ts';
import { desk } from '../../fakes/deskCommand.ts';
import { temporaryFolder } from '../../fakes/temporaryFolder.ts';

function aFile(...rows: readonly object[]): string {
  return temporaryFolder().writeLines('rows.jsonl', rows);
}

function row(id: string, cluster: string, title: string, minute: number) {
  return {
    id,
    cluster,
    title,
    outlet: `Outlet ${id}`,
    published: `2025-08-10T08:${String(minute).padStart(2, '0')}:00Z`,
  };
}

const FERRY = [
  row('f1', 'ferry', 'Ferry runs aground off Tallow Island', 1),
  row('f2', 'ferry', 'Passengers safe after ferry runs aground off Tallow Island', 2),
  row('f3', 'ferry', 'Tallow Island ferry aground: passengers safe', 3),
];
const CHOIR = [
  row('c1', 'choir', 'Choir wins the Harbour prize', 4),
  row('c2', 'choir', 'Harbour prize goes to village choir', 5),
  row('c3', 'choir', 'Singers of the valley celebrate all night', 6),
];

const part = z.object({
  items: z.array(z.looseObject({ id: z.string(), joined: z.looseObject({ rule: z.string() }) })),
});
const misplaced = z.array(z.object({ name: z.string(), wrong: z.number(), parts: z.array(part) }));
const value = z.looseObject({ items: z.number(), merges: misplaced, splits: misplaced });

async function scored(...words: readonly string[]) {
  const { code, out, notes } = await desk(['eval', 'developments', '--json', ...words]);
  expect({ code, notes }).toEqual({ code: 0, notes: '' });
  return value.parse(JSON.parse(out[0] ?? ''));
}

/** `ab|c` are two developments; letters are clusters of the items in them. */
function figuresOf(ours: string): ClusterFigures {
  const items = ours
    .split('|')
    .flatMap((letters, at) => [...letters].map((cluster) => ({ development: `${at}`, cluster })));
  return clusterFiguresOf(items);
}

describe('scores of developments', () => {
  it.each<[string, Partial<ClusterFigures>]>([
    ['aa|bb', { bcubed: { precision: 1, recall: 1, f1: 1 }, pairwise: { precision: 1, recall: 1, f1: 1 } }],
    ['aabb', { bcubed: { precision: 0.5, recall: 1, f1: 2 / 3 }, pairwise: { precision: 1 / 3, recall: 1, f1: 0.5 } }],
    ['a|a', { bcubed: { precision: 1, recall: 0.5, f1: 2 / 3 }, pairwise: { precision: 1, recall: 0, f1: 0 } }],
    ['aab|b|c', { items: 5, developments: 3, clusters: 3, largest: 3 }],
  ])('of %s are as the definitions say', (ours, expected) => {
    expect(figuresOf(ours)).toMatchObject(expected);
  });
});

describe('eval developments', () => {
  it('scores a labelled file and lists the splits with the reasons kept for their joins', async () => {
    const score = await scored(aFile(...FERRY, ...CHOIR));
    expect(score).toMatchObject({ items: 6, developments: 3, clusters: 2, largest: 3, merges: [] });
    expect(score.splits.map(({ name, wrong }) => [name, wrong])).toEqual([['choir', 2]]);
    const rules = score.splits[0]?.parts.map(({ items }) => items.map(({ id, joined }) => [id, joined.rule]));
    expect(rules).toEqual([
      [
        ['c1', 'opened'],
        ['c2', 'alike'],
      ],
      [['c3', 'opened']],
    ]);
  });

  it('lists developments that hold several clusters', async () => {
    const [first, second] = FERRY;
    const score = await scored(aFile(first ?? {}, { ...second, cluster: 'rescue' }));
    expect(score.merges.map(({ wrong, parts }) => [wrong, parts.length])).toEqual([[1, 2]]);
    expect(score.splits).toEqual([]);
  });

  it('takes of each cluster the first by time, and lists no more than asked', async () => {
    const score = await scored('--per-cluster', '2', '--worst', '0', aFile(...[...FERRY, ...CHOIR].reverse()));
    expect(score).toMatchObject({ items: 4, bcubed: { f1: 1 }, merges: [], splits: [] });
  });

  it('says the same in lines for people', async () => {
    const { out } = await desk(['eval', 'developments', aFile(...FERRY, ...CHOIR)]);
    expect(out.slice(0, 4).map((line) => line.trim().split(/\s{2,}/))).toEqual([
      ['items', '6', 'in 2 labelled clusters'],
      ['B-cubed', expect.stringMatching(/^F1 \d/), 'precision 100.0 %, recall 77.8 %'],
      ['pairwise', expect.stringMatching(/^F1 \d/), 'precision 100.0 %, recall 66.7 %'],
      ['developments', '3', 'the largest of 3 items'],
    ]);
    expect(out.join('\n')).toContain('SPLIT: 2 pairs, choir\n  1  Choir wins the Harbour prize  [opened]');
  });

  it.each([
    [
      'a row without its cluster',
      [{ id: 'a', title: 'Ferry aground' }],
      '"cluster" should name the cluster of the item',
    ],
    ['an empty file', [], 'holds no row to score'],
  ])('refuses %s', async (_, rows, message) => {
    const { code, notes } = await desk(['eval', 'developments', aFile(...rows)]);
    expect(code).toBe(2);
    expect(notes).toContain(message);
  });

  it('refuses a sample of nothing', async () => {
    const { code, notes } = await desk(['eval', 'developments', '--per-cluster', '0', aFile(...FERRY)]);
    expect(code).toBe(2);
    expect(notes).toContain('should be a whole number from 1');
  });
});
