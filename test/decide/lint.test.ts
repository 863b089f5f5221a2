import { describe, expect, it } from 'vitest';
import { faultsAfter, faultsIn, type Linting, NOTHING_SEEN, remarksOn, type Sight } from '../../src/decide/lint.ts';
import type { DocumentSigns, Fault, FaultVerdict, PollState } from '../../src/domain/feed.ts';
import { type Instant, plus } from '../../src/domain/time.ts';
import { aDueFeed, at, signs } from '../fakes/nouns.ts';

const NOW = at('2025-07-14T17:00Z');
const KNOWN: Sight = { known: 9, fresh: 1, redated: 0 };

function lint(
  document: Partial<DocumentSigns>,
  sight: Sight = KNOWN,
  state: Partial<PollState> = {},
  rest: Partial<Linting> = {},
) {
  const before = aDueFeed(
    {},
    { baselineAt: at('2025-07-01T00:00Z'), newestAt: at('2025-07-14T15:00Z'), ...state },
  ).state;
  return faultsIn({ signs: signs(document), sight, state: before, movedTo: null, trap: null, now: NOW, ...rest }).map(
    ({ verdict }) => verdict,
  );
}

describe('a document', () => {
  it('of a healthy feed has no fault', () => {
    expect(lint({})).toEqual([]);
  });

  it.each<[FaultVerdict, string, Partial<DocumentSigns>]>([
    ['decoy', 'that lists pages of a site', { pages: 6 }],
    ['decoy', 'that leads to other sites', { foreign: 9 }],
    ['stale', 'whose newest entry is much older than its rhythm', { newest: at('2025-07-01T00:00Z') }],
    ['truncated', 'that ended before its end', { whole: false }],
    ['bad_encoding', 'whose letters are lost', { damaged: 3 }],
  ])('is %s %s', (verdict, _what, document) => {
    expect(lint(document, KNOWN, { newestAt: null })).toEqual([verdict]);
  });

  it.each<[string, Partial<DocumentSigns>]>([
    ['a headline is a question now and then', { pages: 4 }],
    ['some entries lead elsewhere', { foreign: 7 }],
    ['one letter was lost', { damaged: 1 }],
    ['a feed of one entry a week is silent for a month', { newest: at('2025-06-14T00:00Z'), rhythmMinutes: 10_080 }],
  ])('has no fault when %s', (_what, document) => {
    expect(lint(document, KNOWN, { newestAt: null })).toEqual([]);
  });

  it('is a decoy wherever its address is known as one, healthy as it looks', () => {
    expect(lint({}, KNOWN, {}, { trap: 'it carries no recent actions' })).toEqual(['decoy']);
  });

  it('leaves a gap when none of its entries is known', () => {
    expect(lint({}, { known: 0, fresh: 10, redated: 0 })).toEqual(['gap']);
  });

  it.each<[string, Partial<DocumentSigns>, Partial<PollState>]>([
    ['the first of a feed', {}, { baselineAt: null }],
    ['one that lists only what is new', { delta: true }, {}],
  ])('leaves no gap when it is %s', (_what, document, state) => {
    expect(lint(document, { known: 0, fresh: 10, redated: 0 }, state)).toEqual([]);
  });

  it('without entries flaps when the feed had some', () => {
    const empty = { entries: 0, newest: null, oldest: null, rhythmMinutes: null };
    expect(lint(empty, NOTHING_SEEN)).toEqual(['empty_flap']);
    expect(lint(empty, NOTHING_SEEN, { newestAt: null })).toEqual([]);
  });

  it('that came from another address for good is a moved one', () => {
    expect(lint({}, KNOWN, {}, { movedTo: 'https://new.example/feed' })).toEqual(['moved']);
  });

  it('with old entries under new dates is redated', () => {
    expect(lint({}, { known: 9, fresh: 1, redated: 2 })).toEqual(['redated']);
  });

  it('names its faults with the gravest first', () => {
    const document = { pages: 10, whole: false, newest: at('2025-01-01T00:00Z') };
    expect(lint(document, { known: 9, fresh: 1, redated: 1 }, { newestAt: null })).toEqual([
      'decoy',
      'stale',
      'truncated',
      'redated',
    ]);
  });
});

describe('a feed without dates', () => {
  const undated = { newest: null, oldest: null, rhythmMinutes: null, undated: 10 };

  it('is as fresh as its last new entry', () => {
    expect(lint(undated, KNOWN, { newestAt: at('2025-05-01T00:00Z') })).toEqual([]);
  });

  it('sleeps when nothing new was seen for two months', () => {
    const nothing = { known: 10, fresh: 0, redated: 0 };
    expect(lint(undated, nothing, { newestAt: at('2025-05-01T00:00Z') })).toEqual(['stale']);
  });
});

it.each<[string, Partial<DocumentSigns>]>([
  ['no_entries', { entries: 0 }],
  ['archive', { entries: 852 }],
  ['teaser_only', { teasers: 8 }],
  ['undated', { undated: 1 }],
  ['date_uncertain', { uncertain: 1 }],
  ['future_date', { future: 1 }],
  ['repeated_link', { repeated: 2 }],
  ['repeated_title', { doubles: 1 }],
  ['tracked_guid', { trackedGuids: 1 }],
])('a document is remarked on: %s', (name, document) => {
  expect(remarksOn(signs(document)).map((remark) => remark.name)).toEqual([name]);
  expect(remarksOn(signs())).toEqual([]);
});

describe('faults over time', () => {
  const hours = (count: number): Instant => plus(NOW, count * 3_600_000);
  const fault = (verdict: FaultVerdict, since: Instant, lastAt = since): Fault => ({
    verdict,
    says: 'x',
    since,
    lastAt,
  });
  const seen = (verdict: FaultVerdict) => [{ verdict, says: 'x' }];

  it('keep their beginning while they go on', () => {
    expect(faultsAfter([fault('stale', NOW)], seen('stale'), hours(5))).toEqual([fault('stale', NOW, hours(5))]);
  });

  it('that show now and then are kept for a day', () => {
    const before = [fault('redated', NOW)];
    expect(faultsAfter(before, [], hours(23))).toEqual(before);
    expect(faultsAfter(before, [], hours(24))).toEqual([]);
  });

  it('that are over are gone at once', () => {
    expect(faultsAfter([fault('decoy', NOW)], [], hours(1))).toEqual([]);
  });

  it('stand with the gravest first', () => {
    const both = faultsAfter([fault('redated', NOW)], seen('decoy'), hours(1));
    expect(both.map(({ verdict }) => verdict)).toEqual(['decoy', 'redated']);
  });
});
