import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { desk } from '../fakes/deskCommand.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

function aFile(...rows: readonly object[]): string {
  return temporaryFolder().writeLines('rows.jsonl', rows);
}

const value = z.looseObject({ errors: z.array(z.looseObject({ id: z.string(), classes: z.array(z.string()) })) });

/** The whole score as a value. */
async function scored(...rows: readonly object[]) {
  const { code, out, notes } = await desk(['eval', 'deadlines', '--json', aFile(...rows)]);
  expect({ code, notes }).toEqual({ code: 0, notes: '' });
  return value.parse(JSON.parse(out[0] ?? ''));
}

const news = (id: string, text: string, label: string, deadline: object | null = null) => ({
  id,
  published: '2025-08-06T12:00:00Z',
  text,
  label,
  deadline: deadline && { tz: 'America/New_York', tol_days: 0, ...deadline },
});

const onDay = (day: string, more: object = {}) => ({ date_start: day, date_end: day, ...more });

const FOUND = news('found', 'The militia has until Friday to leave the port.', 'deadline', {
  ...onDay('2025-08-08'),
  status: 'approaching',
});
const WRONG_DAY = news('day', 'The militia has until Monday to leave the port.', 'deadline', onDay('2025-08-12'));
const MISSED = news('missed', 'The harbour master spoke of the ninth.', 'deadline', onDay('2025-08-09'));
const FALSE = news('false', 'The miners have until Friday to dig.', 'none');
const QUIET = news('quiet', 'The choir sang on Friday.', 'none');
const CLOCK = news('clock', 'Crews have until 4pm on Friday to leave.', 'deadline', {
  ...onDay('2025-08-08', { time: '17:00' }),
  status: 'set',
});
const OVER = news('over', 'The deadline passed without a word.', 'deadline_nodate', { status: 'met' });
const AMBIGUOUS = news('ambiguous', 'The miners have until Friday to dig.', 'ambiguous', onDay('2025-08-20'));

describe('eval deadlines', () => {
  it('counts what was found, missed and false, whose day is right, and what may post by itself', async () => {
    const score = await scored(FOUND, WRONG_DAY, MISSED, FALSE, QUIET, AMBIGUOUS);
    expect(score).toMatchObject({
      rows: 6,
      scored: 5,
      found: 2,
      missed: 1,
      falseAlarms: 1,
      precision: 2 / 3,
      recall: 2 / 3,
      strictF1: 1 / 3,
      days: { right: 1, of: 2 },
      tierA: { right: 1, of: 3 },
    });
    expect(score.errors.map(({ id, classes }) => [id, ...classes])).toEqual([
      ['day', 'wrong day'],
      ['missed', 'missed'],
      ['false', 'false alarm'],
    ]);
  });

  it('takes a day within the tolerance of its label for right', async () => {
    const lenient = { ...WRONG_DAY, deadline: { ...onDay('2025-08-12'), tol_days: 1, tz: 'America/New_York' } };
    expect(await scored(lenient)).toMatchObject({ strictF1: 1, errors: [] });
  });

  it('judges stated clock times by their instant in the zone of the label, and what has become of it', async () => {
    const score = await scored(CLOCK, OVER);
    expect(score).toMatchObject({ instants: { right: 0, of: 1 }, statuses: { right: 1, of: 2 } });
    expect(score.errors.map(({ id, classes }) => [id, ...classes])).toEqual([
      ['clock', 'wrong instant'],
      ['over', 'wrong status'],
    ]);
  });

  it('judges phrases by kind and value', async () => {
    const phrase = (id: string, kind: string, expected: unknown, text: string) => ({
      ...{ id, kind, expected, text },
      published: '2025-08-06T18:00:00-04:00',
      issuer_zone: 'America/New_York',
    });
    const score = await scored(
      phrase('p1', 'date', '2025-08-08', 'The ultimatum runs out on Friday.'),
      phrase('p2', 'instant', '2025-08-08T04:01:00Z', 'The waiver ends at 12:01 a.m. EDT on August 8.'),
      phrase('p3', 'month', '2025-09', 'They want a deal by September.'),
      phrase('p4', 'range', ['2025-08-13', '2025-08-15'], 'A deadline of 7 to 9 days from today.'),
      phrase('p5', 'none', null, 'The envoys dined on Friday.'),
      phrase('p6', 'cancel', null, 'The minister dropped the deadline.'),
      phrase('p7', 'past', '2025-08-05', 'The licence expired on 5 August.'),
      phrase('p8', 'date', '2025-08-09', 'The ultimatum runs out on Friday.'),
    );
    expect(score).toMatchObject({ phrases: { right: 7, of: 8 }, instants: { right: 1, of: 1 } });
    expect(score.errors).toMatchObject([{ id: 'p8', classes: ['wrong kind or value'], right: 'date 2025-08-09' }]);
  });

  it('prints figures and then each error with what was read, by which cue and rule, and what is right', async () => {
    const { out } = await desk(['eval', 'deadlines', aFile(FOUND, WRONG_DAY)]);
    const lines = out.map((line) => line.replace(/ +/g, ' '));
    expect(lines).toContain(' strict F1 50.0 % flagged with the right day');
    expect(lines).toContain('WRONG DAY (1)');
    expect(lines).toContain(' read 2025-08-11 by has_until, weekday; tier A, 0.9 | status pending');
    expect(lines).toContain(' right 2025-08-12');
    expect(out.find((line) => line.includes('cost'))).toMatch(/\d µs/);
    expect(out.find((line) => line.includes('in line'))).toMatch(/\d µs/);
  });

  it('lists what is flagged of the unlabelled items that a storyline takes in', async () => {
    const items = [
      {
        id: 1,
        title: 'Trump gives Putin until Friday to agree to a ceasefire in Ukraine',
        lede: 'Sanctions on Russia follow, the White House said.',
        published: '2025-08-06T12:00:00Z',
      },
      { id: 2, title: 'Bakers have until Friday to enter', lede: '', published: '2025-08-06T12:00:00Z' },
    ];
    const { out } = await desk(['eval', 'deadlines', '--stream', '--json', aFile(...items)]);
    expect(JSON.parse(out[0] ?? '')).toMatchObject({
      rows: 2,
      matched: 1,
      flaggedPerThousand: 500,
      flagged: [{ id: 1 }],
    });
    const { out: told } = await desk(['eval', 'deadlines', '--stream', aFile(...items)]);
    expect(told).toContain('FLAGGED');
  });

  it.each([
    [{ id: 'x', published: '2025-08-06T12:00:00Z' }, 'should hold "label"'],
    [{ ...FOUND, label: 'perhaps' }, '"label" should be one of deadline, deadline_nodate, none, offdomain, ambiguous'],
    [news('s', 'x', 'deadline', { status: 'vanished' }), '"deadline.status" should be one of pending, set'],
    [news('d', 'x', 'deadline', { date_start: '2025-13-01' }), '"deadline.date_start" should be a day'],
    [{ ...FOUND, deadline: { tz: 'Mars/Olympus' } }, '"deadline.tz" should be an IANA time zone'],
    [{ id: 'p', text: 'x', expected: null, kind: 'sometime', issuer_zone: 'UTC' }, '"kind" should be one of instant'],
  ])('names the line and what is wrong with it: %j', async (row, message) => {
    const file = aFile(FOUND, row);
    const { code, notes } = await desk(['eval', 'deadlines', file]);
    expect(code).toBe(2);
    expect(notes).toContain(`${file} line 2: ${message}`);
  });

  it('refuses an empty file', async () => {
    const file = aFile();
    expect(await desk(['eval', 'deadlines', file])).toMatchObject({
      code: 2,
      notes: `desk: ${file}: holds no row to score`,
    });
  });
});

const figures = z.looseObject({ strictF1: z.number(), precision: z.number() });

/**
 * Written by us and measured before any rule was tuned on them. `blind` and `unseen` were written by somebody who knew
 * no rule; `wide` says terms in as many ways as we could think of. The weights were fitted to all but `unseen`, which
 * is no longer clean either: two thresholds were decided on it. `newsroom` holds the faults of a blind set in words of
 * our own; its twin `newsroom_held` was written with it; one of its rows decided that a dropped date is replaced.
 * `fate` and its twin `fate_held` say what became of terms, in other words than the rules knew.
 */
describe('our own sentences', () => {
  it.each([
    ['tuned', 0.98, 0.98],
    ['later', 0.95, 0.98],
    ['blind', 0.98, 0.98],
    ['heldout', 0.88, 0.93],
    ['unseen', 0.85, 0.9],
    ['wide', 0.88, 0.97],
    ['newsroom', 0.95, 0.98],
    ['newsroom_held', 0.88, 0.95],
    ['fate', 0.88, 0.98],
    ['fate_held', 0.66, 0.98],
  ])('of %s are read at least so well: strict F1 %d, precision %d', async (name, strictF1, precision) => {
    const { out } = await desk(['eval', 'deadlines', '--json', `test/fixtures/deadlines/${name}.jsonl`]);
    const score = figures.parse(JSON.parse(out[0] ?? ''));
    expect(score.strictF1).toBeGreaterThanOrEqual(strictF1);
    expect(score.precision).toBeGreaterThanOrEqual(precision);
  });
});
