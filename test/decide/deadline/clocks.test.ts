import { describe, expect, it } from 'vitest';
import { type ReadingContext, readDeadlines } from '../../../src/decide/deadline/read.ts';
import { at, NEW_YORK, zone } from '../../fakes/nouns.ts';

const CONTEXT: ReadingContext = {
  published: at('2026-03-10T15:00Z'),
  outletZone: zone('Europe/London'),
  issuerZone: NEW_YORK,
  official: false,
};

const windowsOf = (text: string, published = '2026-03-10T15:00Z') =>
  readDeadlines(text, { ...CONTEXT, published: at(published) }).deadlines.map(({ window }) => window);

describe('a clock time joins its day whatever stands between', () => {
  it.each([
    ['12:01 a.m. eastern on Sunday, March 15', '2026-03-15T04:01'],
    ['12:01 a.m. Eastern, Sunday, March 15', '2026-03-15T04:01'],
    ['Sunday, March 15, at 12:01 a.m. eastern', '2026-03-15T04:01'],
    ['Sunday (12:01 a.m. Eastern)', '2026-03-15T04:01'],
    ['11:59 p.m. Eastern on Monday', '2026-03-17T03:59'],
    ['Monday at 11:59 p.m. Eastern', '2026-03-17T03:59'],
    ['11:59 p.m. Pacific on Monday', '2026-03-17T06:59'],
    ['noon Washington time on Friday', '2026-03-13T16:00'],
    ['Friday at noon Washington time', '2026-03-13T16:00'],
    ['Friday noon, Washington time', '2026-03-13T16:00'],
    ['18:00 Kyiv time (16:00 GMT) on 14 March', '2026-03-14T16:00'],
    ['14 March at 18:00 Kyiv time (16:00 GMT)', '2026-03-14T16:00'],
    ['6 p.m. local time (1600 GMT) on Saturday', '2026-03-14T16:00'],
    ['noon ET/1600 GMT on Friday', '2026-03-13T16:00'],
    ['5 p.m. ET Friday', '2026-03-13T21:00'],
    ['Friday, 5 p.m. ET', '2026-03-13T21:00'],
    ['5 p.m. by the tower clock on Friday', '2026-03-13T21:00'],
    ['8 p.m. Seoul time on Friday', '2026-03-13T11:00'],
    ['5 p.m., New York City time, on 13 March', '2026-03-13T21:00'],
  ])('the militia must leave by %s', (words, instant) => {
    expect(windowsOf(`The militia must leave the port by ${words}.`)).toMatchObject([
      { instant: `${instant}:00.000Z` },
    ]);
  });

  it.each([
    ['Congress faces a midnight deadline on Friday.', '2026-03-14T04:00'],
    ['Congress faces a midnight Eastern deadline Friday.', '2026-03-14T04:00'],
    ['Congress faces Friday’s midnight deadline.', '2026-03-14T04:00'],
    ['Congress may miss Friday’s deadline of 5 p.m.', '2026-03-13T21:00'],
    ['To the garrison: Friday, 5 p.m. Washington time, or else.', '2026-03-13T21:00'],
  ])('%s', (text, instant) => {
    expect(windowsOf(text)).toMatchObject([{ instant: `${instant}:00.000Z` }]);
  });

  it.each([
    ['by 5 p.m. Eastern on Monday', '2026-10-30T12:00Z', '2026-11-02T22:00'],
    ['by 5 p.m. Eastern on Saturday', '2026-10-30T12:00Z', '2026-10-31T21:00'],
    ['by 5 p.m. Eastern on Monday', '2026-03-06T12:00Z', '2026-03-09T21:00'],
    ['by 5 p.m. Eastern on Friday', '2026-03-06T12:00Z', '2026-03-06T22:00'],
    ['by 10 a.m. Brussels time on Saturday', '2026-03-27T12:00Z', '2026-03-28T09:00'],
    ['by 10 a.m. Brussels time on Monday', '2026-03-27T12:00Z', '2026-03-30T08:00'],
  ])('the banks must answer %s, said on %s, by the clock of the day meant', (words, published, instant) => {
    expect(windowsOf(`The banks must answer ${words}.`, published)).toMatchObject([{ instant: `${instant}:00.000Z` }]);
  });

  it('has a day and no instant where the place of the clock is unknown', () => {
    expect(windowsOf('The militia must leave by 5 p.m. Atlantis time on Friday.')).toMatchObject([
      { latest: '2026-03-13', instant: null },
    ]);
  });

  it.each([
    'The army said it would hold the eastern bank by 5 p.m. and rest.',
    'The choir sang at noon and left on Friday.',
  ])('takes no more than what is said: %s', (text) => {
    expect(windowsOf(text)).toEqual([]);
  });
});

describe('a clock time in a sentence without its day', () => {
  it('means the one day that the text names', () => {
    const [window, ...others] = windowsOf(
      'The pause is to start on Friday. The truce begins at 4 a.m. local time, the premier said.',
    );
    expect(window).toMatchObject({ instant: at('2026-03-13T08:00Z'), latest: '2026-03-13' });
    expect(others).toEqual([]);
  });

  it('means today where the text names no other day, or several', () => {
    expect(windowsOf('The truce begins at 6 p.m. local time, the premier said.')).toMatchObject([
      { latest: '2026-03-10' },
    ]);
    const days = windowsOf(
      'The waiver expires on Friday. The licence expires on Monday. The truce begins at 6 p.m. local time.',
    ).map(({ latest }) => latest);
    expect(days).toContain('2026-03-10');
  });
});
