import { describe, expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import type { Edition, Ruling } from '../../src/domain/edition.ts';
import { id } from '../../src/domain/ids.ts';
import { aDevelopment, anEdition, aReport, aStoryline, at, toldOf } from '../fakes/nouns.ts';
import { linesOf, textOf } from './reading.ts';

const SINCE = at('2025-07-31T08:00Z');

const drawn = (change: Partial<Edition>, into: Edition | null = null) =>
  linesOf(drawCard(toldOf(anEdition(change), { into })));

describe('the card of a development that moderators ruled on', () => {
  it.each([
    ['held', '### Trump gives', '**On hold:** the moderators are checking it since <t:1753948800:f>: *who* says so?'],
    ['killed', '### ~~Trump gives', '**Withdrawn by the moderators** on <t:1753948800:f>: \\*who\\* says so?'],
    [
      'irrelevant',
      '### ~~Trump gives',
      '**Of no matter here**, the moderators say since <t:1753948800:f>: \\*who\\* says so?',
    ],
  ] as const)('says that it is %s, since when and why', (kind, heading, told) => {
    const lines = drawn({ stand: { kind, since: SINCE, reason: '*who* says so?' } });
    expect(lines[0]).toContain(heading);
    expect(lines[1]).toBe(told.replace(': *who*', ': \\*who\\*'));
  });

  it.each([
    ['held', true],
    ['killed', false],
    ['irrelevant', false],
  ] as const)('that is %s waits for more outlets: %s', (kind, expected) => {
    const edition = anEdition({ stand: { kind, since: SINCE, reason: null } });
    const gate = { post: 2, ping: 3, unconfirmed: 'show' } as const;
    expect(textOf(drawCard(toldOf(edition, { gate }))).includes('**Unconfirmed:**')).toBe(expected);
  });

  it('shows what was wrong, struck through, and what is right', () => {
    const lines = drawn({ correction: { title: 'Trump gives Russia 10 days', at: SINCE, reason: null } });
    expect(lines.slice(0, 3)).toEqual([
      '### Trump gives Russia 10 days',
      '~~Trump gives Russia 50 days to agree to a ceasefire~~',
      '**Corrected by the moderators** on <t:1753948800:f>',
    ]);
  });

  it('says where it went when it was merged', () => {
    const into = anEdition({ id: id('edition-2'), reports: [aReport({ title: 'Deadline set' })] });
    const lines = drawn({ reports: [], stand: { kind: 'merged', into: into.id } }, into);
    expect(lines.slice(0, 2)).toEqual(['**Told together with:** Deadline set', '-# Ceasefire deadline']);
  });

  it('is called in lists of messages by what it is told with, once it was merged', () => {
    const into = anEdition({ id: id('edition-2'), reports: [aReport({ title: 'Deadline set' })] });
    const merged = anEdition({ reports: [], stand: { kind: 'merged', into: into.id } });
    expect(drawCard(toldOf(merged, { into })).summary).toBe('Deadline set');
  });

  it('reads as reported while nothing was ruled', () => {
    expect(drawn({})).toEqual(linesOf(drawCard(toldOf(aDevelopment()))));
  });
});

describe('the answer to a card that was wrong', () => {
  const ruling: Ruling = {
    id: id('ru_1'),
    guild: id('100'),
    kind: 'kill',
    member: '7',
    at: SINCE,
    reason: 'the ministry denies it',
    before: [{ edition: id('edition-1'), items: [], of: [], stand: { kind: 'told' }, correction: null }],
    rev: 1,
    undoneBy: null,
  };
  const answer = (change: Partial<Ruling>, edition: Partial<Edition> = {}) =>
    drawCard({
      kind: 'ruling',
      storyline: aStoryline(),
      edition: anEdition(edition),
      ruling: { ...ruling, ...change },
    });

  it.each<[string, Partial<Ruling>, readonly string[]]>([
    [
      'a kill',
      {},
      [
        '**Withdrawn** (<t:1753948800:f>): the ministry denies it',
        'Not to be relied on: ~~Trump gives Russia 50 days to agree to a ceasefire~~',
      ],
    ],
    [
      'a correction',
      { kind: 'correct', reason: null },
      ['**Correction** (<t:1753948800:f>)', 'Right is: Trump gives Russia 50 days to agree to a ceasefire'],
    ],
    [
      'a kill that was taken back',
      { undoneBy: '8' },
      ['~~**Withdrawn** (<t:1753948800:f>): the ministry denies it~~', '**The moderators took this back**'],
    ],
  ])('tells of %s', (_, change, expected) => {
    expect(linesOf(answer(change))).toEqual([...expected, '-# Ceasefire deadline']);
  });
});
