import { describe, expect, it } from 'vitest';
import { type DeadlineReport, followDeadline, versionSpokenOf } from '../../../src/decide/deadline/lifecycle.ts';
import type { Deadline, Reading, StatusMention, Window } from '../../../src/domain/deadline.ts';
import { id } from '../../../src/domain/ids.ts';
import { OWN } from '../../../src/domain/origin.ts';
import type { Source } from '../../../src/domain/outlet.ts';
import {
  aDeadline,
  anEvidence,
  anItem,
  aSource,
  aStoryline,
  at,
  atMinute,
  aVersion,
  day,
  fromTo,
  onDay,
  press,
  TASS,
} from '../../fakes/nouns.ts';

function aReading(change: Partial<Reading> = {}): Reading {
  return {
    window: onDay('2025-09-02'),
    anchor: { kind: 'published', day: null },
    count: null,
    change: 'unsaid',
    issuer: null,
    target: null,
    condition: null,
    consequence: null,
    cue: 'deadline',
    rule: 'month_day',
    quote: 'by then',
    span: [0, 7],
    confidence: 0.9,
    tier: 'A',
    flags: [],
    ...change,
  };
}

const days = (from: number, to = from) => ({ from, to, unit: 'day' as const });

interface Said {
  readonly on: string;
  readonly reading?: Reading;
  readonly mention?: StatusMention['change'];
  readonly about?: StatusMention['about'];
  readonly by?: Source;
  readonly namesParties?: boolean;
  readonly linksParties?: boolean;
}

let reports = 0;

function report({
  on,
  reading,
  mention,
  about = 'deadline',
  by = press('guardian', 'The Guardian'),
  namesParties = true,
  linksParties = true,
}: Said): DeadlineReport {
  const storyline = aStoryline();
  if (!storyline.deadline) throw new Error('the test storyline tracks deadlines');
  reports += 1;
  const item = anItem({
    id: id(`i${reports}`),
    identities: [`link:${reports}`],
    source: by,
    published: at(on),
    seen: at(on),
  });
  const mentions = mention
    ? [{ change: mention, about, cue: 'status', quote: 'it is over', span: [0, 3] as const }]
    : [];
  const readings = { deadlines: reading ? [reading] : [], mentions, status: () => null };
  return {
    item,
    origin: OWN,
    storyline,
    track: storyline.deadline,
    readings,
    namesParties: () => namesParties,
    linksParties: () => linksParties,
  };
}

/** What a report does to a chain, in a word and a window. */
function effect(said: Said, chain: Deadline | null): string {
  const [change] = followDeadline(report(said), chain ? [chain] : []);
  if (!change) return 'nothing';
  if (change.kind === 'deadline.confirmed') return `confirms ${change.confirmation.version}`;
  const version = change.kind === 'deadline.set' ? change.deadline.versions[0] : change.version;
  return `${version.change} ${version.window.earliest}..${version.window.latest}`;
}

const BBC = press('bbc', 'BBC News');
const set = aVersion({ window: onDay('2025-09-02'), count: days(50) });
const shorter = aVersion({
  number: 2,
  change: 'brought_forward',
  window: fromTo('2025-08-07', '2025-08-09'),
  count: days(10, 12),
  saidAt: at('2025-07-28T14:00Z'),
});
const pinned = aVersion({
  number: 3,
  change: 'fixed',
  window: onDay('2025-08-08'),
  count: days(10),
  saidAt: at('2025-07-29T20:00Z'),
});
const passed = aVersion({
  number: 4,
  change: 'passed_unknown',
  window: onDay('2025-08-08'),
  saidAt: at('2025-08-09T04:00Z'),
  evidence: null,
});
const over = aVersion({
  number: 5,
  change: 'superseded',
  window: onDay('2025-08-08'),
  saidAt: at('2025-08-16T08:00Z'),
});

const AT_SIX = atMinute('2025-09-02T22:00:00.000Z', '2025-09-02');

const SET = aDeadline({ versions: [set] });
const EVENING = aDeadline({ versions: [aVersion({ window: AT_SIX, flags: ['usual_hours'] })] });
const RANGE = aDeadline({ versions: [set, shorter] });
const FIXED = aDeadline({ versions: [set, shorter, pinned] });
const PASSED = aDeadline({ versions: [set, shorter, pinned, passed] });
const OVER = aDeadline({ versions: [set, shorter, pinned, passed, over] });

const on = (date: string, window: Window = onDay(date), change: Partial<Reading> = {}) =>
  aReading({ window, ...change });

describe('a report with a date, where nothing is tracked', () => {
  it.each<[string, Said, string]>([
    ['sets the deadline', { on: '2025-07-14T16:00Z', reading: on('2025-09-02') }, 'set 2025-09-02..2025-09-02'],
    [
      'sets nothing without its issuer and target',
      { on: '2025-07-14T16:00Z', reading: on('2025-09-02'), namesParties: false },
      'nothing',
    ],
    ['sets nothing for a date already past', { on: '2025-09-04T16:00Z', reading: on('2025-09-02') }, 'nothing'],
    [
      'sets nothing on a weak cue',
      { on: '2025-07-14T16:00Z', reading: on('2025-09-02', onDay('2025-09-02'), { tier: 'C' }) },
      'nothing',
    ],
    [
      'sets nothing on the word of a state-controlled outlet',
      { on: '2025-07-14T16:00Z', reading: on('2025-09-02'), by: TASS },
      'nothing',
    ],
    ['does nothing when it only speaks of an ending', { on: '2025-08-16T16:00Z', mention: 'superseded' }, 'nothing'],
  ])('%s', (_, said, expected) => {
    expect(effect(said, null)).toBe(expected);
  });
});

describe('a report on a pending deadline', () => {
  it.each<[string, Deadline, Said, string]>([
    ['confirms the same date', SET, { on: '2025-07-15T10:00Z', reading: on('2025-09-02') }, 'confirms 1'],
    [
      'confirms a date a day off, as outlets differ around midnight',
      SET,
      { on: '2025-07-15T10:00Z', reading: on('2025-09-03') },
      'confirms 1',
    ],
    [
      'confirms by the same count, whenever it was printed',
      SET,
      { on: '2025-07-20T10:00Z', reading: on('2025-09-08', onDay('2025-09-08'), { count: days(50) }) },
      'confirms 1',
    ],
    [
      'brings it forward when the words say so',
      SET,
      {
        on: '2025-07-28T14:00Z',
        reading: on('', fromTo('2025-08-07', '2025-08-09'), {
          tier: 'B',
          change: 'brought_forward',
          count: days(10, 12),
        }),
      },
      'brought_forward 2025-08-07..2025-08-09',
    ],
    [
      'brings it forward on a strong cue with a named date',
      SET,
      { on: '2025-07-31T10:00Z', reading: on('2025-08-08') },
      'brought_forward 2025-08-08..2025-08-08',
    ],
    [
      'does not move on a weaker cue that claims nothing',
      SET,
      { on: '2025-07-31T10:00Z', reading: on('', fromTo('2025-08-05', '2025-08-07'), { tier: 'B' }) },
      'nothing',
    ],
    [
      'extends it',
      SET,
      { on: '2025-08-30T10:00Z', reading: on('2025-09-16', onDay('2025-09-16'), { change: 'extended', tier: 'B' }) },
      'extended 2025-09-16..2025-09-16',
    ],
    [
      'extends it by one day when that is what the words claim',
      SET,
      { on: '2025-08-30T10:00Z', reading: on('2025-09-03', onDay('2025-09-03'), { change: 'extended' }) },
      'extended 2025-09-03..2025-09-03',
    ],
    [
      'fixes a day inside a range',
      RANGE,
      { on: '2025-07-29T20:00Z', reading: on('2025-08-08', onDay('2025-08-08'), { count: days(10) }) },
      'fixed 2025-08-08..2025-08-08',
    ],
    [
      'retells an older date without moving back',
      FIXED,
      { on: '2025-07-30T10:00Z', reading: on('2025-09-02') },
      'nothing',
    ],
    [
      'retells an older count without moving back',
      FIXED,
      { on: '2025-07-30T10:00Z', reading: on('', onDay('2025-09-18'), { count: days(50), change: 'extended' }) },
      'nothing',
    ],
    [
      'confirms a fixed day by the range it came from',
      FIXED,
      { on: '2025-07-30T10:00Z', reading: on('', fromTo('2025-08-07', '2025-08-09'), { count: days(9, 11) }) },
      'confirms 3',
    ],
    [
      'does not move on a report older than the present version',
      FIXED,
      { on: '2025-07-28T20:00Z', reading: on('2025-08-20') },
      'nothing',
    ],
    [
      'does not move on the word of a state-controlled outlet',
      FIXED,
      { on: '2025-07-30T20:00Z', reading: on('2025-08-20'), by: TASS },
      'nothing',
    ],
    [
      'is confirmed by a state-controlled outlet all the same',
      FIXED,
      { on: '2025-07-30T20:00Z', reading: on('2025-08-08'), by: TASS },
      'confirms 3',
    ],
    [
      'is pinned down by a stated clock time where the hour was only the usual one',
      EVENING,
      { on: '2025-07-30T10:00Z', reading: on('', atMinute('2025-09-03T00:00:00.000Z', '2025-09-02')) },
      'fixed 2025-09-02..2025-09-02',
    ],
    [
      'is not pinned down by a usual hour',
      SET,
      { on: '2025-07-30T10:00Z', reading: on('', AT_SIX, { flags: ['usual_hours'] }) },
      'confirms 1',
    ],
    ['withdraws it', FIXED, { on: '2025-08-05T10:00Z', mention: 'withdrawn' }, 'withdrawn 2025-08-08..2025-08-08'],
  ])('%s', (_, chain, said, expected) => {
    expect(effect(said, chain)).toBe(expected);
  });

  it('is confirmed once by each ownership group', () => {
    const again = report({ on: '2025-07-16T10:00Z', reading: on('2025-09-02'), by: press('bbc', 'BBC News') });
    expect(followDeadline(again, [SET])).toEqual([]);
  });
});

describe('a report that makes another day of the same count', () => {
  const COUNTED = aReading({ window: fromTo('2025-08-07', '2025-08-09'), count: days(10, 12), tier: 'B' });
  const named = (date: string, window: Window = onDay(date), change: Partial<Reading> = {}) =>
    aReading({ window, cue: 'deadline_point', ...change });
  const told = (reading: Reading, change: Partial<Said> = {}) => {
    const said = report({ on: '2025-07-28T19:30Z', ...change });
    const readings = { ...said.readings, deadlines: [COUNTED, reading] };
    return followDeadline({ ...said, readings }, [RANGE]);
  };

  it('disputes the date: it is kept beside it and moves nothing', () => {
    const window = fromTo('2025-08-04', '2025-08-05');
    expect(told(named('2025-08-04', window))).toMatchObject([
      { kind: 'deadline.confirmed', confirmation: { version: 2, otherwise: window } },
    ]);
  });

  it.each<[string, Reading, Partial<Said>]>([
    ['a day of the range', named('2025-08-08'), {}],
    ['a range that is a day off', named('', fromTo('2025-08-06', '2025-08-08')), {}],
    ['the date that held before', named('2025-09-02'), {}],
    ['a date that it says was moved', named('2025-08-20', onDay('2025-08-20'), { change: 'extended' }), {}],
    ['a date of others', named('2025-08-20'), { namesParties: false }],
    ['a date that nobody named has set', named('2025-08-20'), { linksParties: false }],
    ['a date of another kind', named('2025-08-20', onDay('2025-08-20'), { cue: 'takes_effect' }), {}],
    ['what an aggregator repeats', named('2025-08-20'), { by: aSource({ label: 'aggregator' }) }],
  ])('is no dispute for %s', (_, reading, change) => {
    const disputes = told(reading, change).filter(
      (one) => one.kind === 'deadline.confirmed' && one.confirmation.otherwise !== null,
    );
    expect(disputes).toEqual([]);
  });
});

describe('a report on a deadline whose time is over', () => {
  it.each<[string, Deadline, Said, string]>([
    ['supersedes it', PASSED, { on: '2025-08-16T08:00Z', mention: 'superseded' }, 'superseded 2025-08-08..2025-08-08'],
    ['says it was met', PASSED, { on: '2025-08-16T08:00Z', mention: 'met' }, 'met 2025-08-08..2025-08-08'],
    [
      'retells its date without setting it anew',
      PASSED,
      { on: '2025-08-10T08:00Z', reading: on('2025-08-08') },
      'nothing',
    ],
    [
      'sets a new one when it names a new date',
      PASSED,
      { on: '2025-08-22T08:00Z', reading: on('2025-09-05') },
      'set 2025-09-05..2025-09-05',
    ],
    ['ends nothing twice', OVER, { on: '2025-08-17T08:00Z', mention: 'withdrawn' }, 'nothing'],
    ['says the same of its end', OVER, { on: '2025-08-16T10:00Z', mention: 'superseded' }, 'confirms 5'],
    ['said the same of its end before', OVER, { on: '2025-08-16T06:00Z', mention: 'superseded' }, 'confirms 5'],
    ['says again what its house said', OVER, { on: '2025-08-16T10:00Z', mention: 'superseded', by: BBC }, 'nothing'],
    ['recalls its end long after', OVER, { on: '2025-08-20T10:00Z', mention: 'superseded' }, 'nothing'],
    [
      'says the same of the end of another',
      OVER,
      { on: '2025-08-16T10:00Z', mention: 'superseded', namesParties: false },
      'nothing',
    ],
  ])('%s', (_, chain, said, expected) => {
    expect(effect(said, chain)).toBe(expected);
  });

  it('that says the same of its end ends no other', () => {
    const another = aDeadline({ id: id('another'), versions: [aVersion({ window: onDay('2025-09-20') })] });
    expect(followDeadline(report({ on: '2025-08-16T10:00Z', mention: 'superseded' }), [another, OVER])).toMatchObject([
      { kind: 'deadline.confirmed', id: OVER.id },
    ]);
  });
});

describe('a date of another kind', () => {
  const threat = aDeadline({
    versions: [aVersion({ window: onDay('2025-09-02'), evidence: anEvidence({ cue: 'given_count' }) })],
  });

  it('is a deadline of its own: an order that takes effect moves no ultimatum', () => {
    const said = { on: '2025-08-06T16:00Z', reading: on('2025-08-27', onDay('2025-08-27'), { cue: 'takes_effect' }) };
    expect(effect(said, threat)).toBe('set 2025-08-27..2025-08-27');
  });

  it('is no reason to lose sight of the first: both are followed', () => {
    const order = aDeadline({
      id: id('order'),
      versions: [
        aVersion({
          window: onDay('2025-08-27'),
          saidAt: at('2025-08-06T16:00Z'),
          evidence: anEvidence({ cue: 'takes_effect' }),
        }),
      ],
    });
    const shorter = report({
      on: '2025-08-07T10:00Z',
      reading: on('2025-08-20', onDay('2025-08-20'), { cue: 'has_until' }),
    });
    expect(followDeadline(shorter, [threat, order])).toMatchObject([{ kind: 'deadline.changed', id: threat.id }]);
    const retold = report({
      on: '2025-08-07T10:00Z',
      reading: on('2025-08-27', onDay('2025-08-27'), { cue: 'takes_effect' }),
    });
    expect(followDeadline(retold, [threat, order])).toMatchObject([{ kind: 'deadline.confirmed', id: 'order' }]);
  });

  it('is moved by words that fit any kind', () => {
    const said = {
      on: '2025-08-20T16:00Z',
      reading: on('2025-10-02', onDay('2025-10-02'), { cue: 'extended_to', change: 'extended' }),
    };
    expect(effect(said, threat)).toBe('extended 2025-10-02..2025-10-02');
  });
});

describe('words about the demand behind a deadline', () => {
  it.each<[string, Deadline, string]>([
    ['end nothing that still waits', FIXED, 'nothing'],
    ['supersede what has passed', PASSED, 'superseded 2025-08-08..2025-08-08'],
  ])('%s', (_, chain, expected) => {
    expect(effect({ on: '2025-08-16T08:00Z', mention: 'superseded', about: 'demand' }, chain)).toBe(expected);
  });
});

describe('the version a report speaks of', () => {
  it.each<[string, Reading | undefined, string | null]>([
    ['the present one', on('2025-08-08'), 'deadline-1/3'],
    ['an older one', on('2025-09-02'), 'deadline-1/1'],
    ['none it knows', on('2025-12-24'), null],
    ['none at all', undefined, null],
  ])('is %s', (_, reading, expected) => {
    const said = report({ on: '2025-07-30T10:00Z', ...(reading ? { reading } : {}) });
    expect(versionSpokenOf(said, [FIXED])).toBe(expected);
  });
});

describe('a report that could mislead', () => {
  const GUESS = ['counted_from_publication'];
  it.each<[string, Deadline, Said, string]>([
    [
      'pins no range down by a count whose day it does not tell',
      RANGE,
      { on: '2025-07-29T09:00Z', reading: on('2025-08-08', onDay('2025-08-08'), { count: days(10), flags: GUESS }) },
      'confirms 2',
    ],
    [
      'pins no range down to a day outside it',
      RANGE,
      { on: '2025-07-29T09:00Z', reading: on('2025-08-10') },
      'confirms 2',
    ],
    [
      'brings nothing forward to the day it is told on',
      SET,
      { on: '2025-07-14T20:00Z', reading: on('2025-07-14', onDay('2025-07-14'), { cue: 'deadline_of' }) },
      'nothing',
    ],
    [
      'brings no demand forward without a party tied to the date',
      SET,
      {
        on: '2025-07-21T12:00Z',
        reading: on('2025-08-01', onDay('2025-08-01'), { cue: 'point_deadline' }),
        linksParties: false,
      },
      'nothing',
    ],
    [
      'puts no demand off without words about a move',
      FIXED,
      { on: '2025-08-01T12:00Z', reading: on('2025-09-17', onDay('2025-09-17'), { cue: 'has_until' }) },
      'nothing',
    ],
    [
      'sets no second chain by a count it had to reckon',
      aDeadline({ versions: [aVersion({ evidence: anEvidence({ cue: 'given_count' }) })] }),
      {
        on: '2025-08-06T12:00Z',
        reading: on('2025-08-27', onDay('2025-08-27'), { cue: 'takes_effect', tier: 'B', flags: GUESS }),
      },
      'nothing',
    ],
    ['ends nothing that passed long ago', PASSED, { on: '2025-11-25T22:00Z', mention: 'withdrawn' }, 'nothing'],
  ])('%s', (_, chain, said, expected) => {
    expect(effect(said, chain)).toBe(expected);
  });

  it('has no other date for a chain whose date it tells', () => {
    const said = report({ on: '2025-08-01T12:00Z', reading: on('2025-08-05') });
    const both = { ...said.readings, deadlines: [on('2025-08-05'), on('2025-08-08')] };
    expect(followDeadline({ ...said, readings: both }, [FIXED])).toMatchObject([{ kind: 'deadline.confirmed' }]);
  });
});

describe('an extension', () => {
  const truce = aDeadline({
    versions: [aVersion({ window: onDay('2025-08-12'), evidence: anEvidence({ cue: 'runs_until' }) })],
  });
  const count = {
    count: days(90),
    change: 'extended' as const,
    cue: 'extended_by',
    tier: 'B' as const,
    anchor: { kind: 'published' as const, day: day('2025-08-11') },
    flags: ['counted_from_publication'],
  };

  it('by a count runs from the end of the term', () => {
    const said = { on: '2025-08-11T22:00Z', reading: on('2025-11-09', onDay('2025-11-09'), count) };
    expect(effect(said, truce)).toBe('extended 2025-11-10..2025-11-10');
  });

  it('told again a day off is the same extension', () => {
    const later = aVersion({
      number: 2,
      change: 'extended',
      window: onDay('2025-11-09'),
      saidAt: at('2025-08-11T22:00Z'),
    });
    const chain = aDeadline({ versions: [...truce.versions, later] });
    const said = on('2025-11-10', onDay('2025-11-10'), { change: 'extended', cue: 'now_runs_until' });
    expect(effect({ on: '2025-08-12T06:00Z', reading: said }, chain)).toBe('confirms 2');
  });
});

describe('acts with a number', () => {
  const licence = (target: string, date: string, name: string) =>
    aDeadline({
      id: id(name),
      target,
      versions: [aVersion({ window: onDay(date), evidence: anEvidence({ cue: 'authorized_through' }) })],
    });
  const A = licence('Holders of General License 128', '2025-12-13', 'a');
  const B = licence('Holders of General License 131', '2025-12-13', 'b');
  const through = (date: string, change: Partial<Reading> = {}) =>
    on(date, onDay(date), { cue: 'authorized_through', ...change });
  const apply = (reading: Reading, chains: readonly Deadline[]) =>
    followDeadline(report({ on: '2025-12-04T21:00Z', reading }), chains);

  it.each([
    ['General License 128', 'a'],
    ['General License 131', 'b'],
  ])('%s moves its own chain', (target, expected) => {
    expect(apply(through('2026-04-29', { target }), [A, B])).toMatchObject([
      { kind: 'deadline.changed', id: expected },
    ]);
  });

  it('a new one has a chain of its own, though it ends on the same day', () => {
    const target = 'General License 140';
    expect(apply(through('2025-12-13', { target }), [A, B])).toMatchObject([
      { kind: 'deadline.set', deadline: { target: 'Holders of General License 140' } },
    ]);
  });

  it('a date without a name moves none of several', () => {
    expect(apply(through('2026-01-17', { change: 'extended' }), [A, B])).toEqual([]);
  });

  it('a date without a name that claims a move moves the only one', () => {
    expect(apply(through('2026-01-17', { change: 'extended' }), [A])).toMatchObject([{ id: 'a' }]);
    expect(apply(through('2026-01-17'), [A])).toEqual([]);
  });

  it('one text that names two sets two', () => {
    const said = report({ on: '2025-10-22T20:30Z' });
    const deadlines = [
      through('2025-11-21', { target: 'General License 126' }),
      through('2025-11-21', { target: 'General License 128', span: [50, 57] }),
    ];
    expect(followDeadline({ ...said, readings: { ...said.readings, deadlines } }, [])).toHaveLength(2);
  });
});
