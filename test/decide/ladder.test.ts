import { describe, expect, it } from 'vitest';
import { planRungs } from '../../src/decide/ladder.ts';
import { decideTick, decideTicks } from '../../src/decide/tick.ts';
import type { Change } from '../../src/domain/change.ts';
import { RUNG_STEPS, type RungName, type RungStep, type Window } from '../../src/domain/deadline.ts';
import { type DeadlineId, id } from '../../src/domain/ids.ts';
import type { Instant } from '../../src/domain/time.ts';
import { aDeadline, aFollow, aRung, at, atMinute, aVersion, fromTo, onDay, zone } from '../fakes/nouns.ts';

const LONG_AGO = at('2025-01-01T00:00Z');
/** Nothing waits beside the deadline. */
const ALONE = { guilds: [], proposals: [], readAt: null, toldUntil: null };
const HERE = { guild: aFollow().guild, of: id<DeadlineId>('read-1') };
const INDIA = atMinute('2025-08-27T04:01Z', '2025-08-27');

function planned(window: Window, now: Instant): Readonly<Record<string, string>> {
  const version = aVersion({ window });
  const rungs = planRungs(aDeadline({ versions: [version] }), version, now);
  return Object.fromEntries(
    rungs.map((change) => (change.kind === 'rung.planned' ? [change.rung.name, change.rung.at] : [])),
  );
}

describe('the ladder of an exact instant', () => {
  it('has every rung, counted back from the instant', () => {
    expect(planned(INDIA, LONG_AGO)).toEqual({
      '30d': '2025-07-28T04:01:00.000Z',
      '7d': '2025-08-20T04:01:00.000Z',
      '72h': '2025-08-24T04:01:00.000Z',
      '24h': '2025-08-26T04:01:00.000Z',
      '6h': '2025-08-26T22:01:00.000Z',
      '1h': '2025-08-27T03:01:00.000Z',
      due: '2025-08-27T04:01:00.000Z',
    });
  });

  it('leaves out in silence what is past when it is learnt five hours before', () => {
    expect(Object.keys(planned(INDIA, at('2025-08-26T23:01Z')))).toEqual(['1h', 'due']);
  });
});

describe('the ladder of a day', () => {
  it('speaks at nine in the morning of its issuer, on both sides of a clock change', () => {
    expect(planned(onDay('2025-11-05'), LONG_AGO)).toEqual({
      '30d': '2025-10-06T13:00:00.000Z',
      '7d': '2025-10-29T13:00:00.000Z',
      '3d': '2025-11-02T14:00:00.000Z',
      '1d': '2025-11-04T14:00:00.000Z',
      due: '2025-11-05T14:00:00.000Z',
    });
  });
});

describe('reminders in quiet hours', () => {
  const NIGHT = { from: '22:00', until: '07:00', zone: zone('Europe/Kyiv'), urgent: false };
  const rungs = (['6h', '1h', 'due'] as const).map((name, index) =>
    aRung({ name, at: at(['2025-08-26T22:01Z', '2025-08-27T03:01Z', '2025-08-27T04:01Z'][index] ?? '') }),
  );
  const told = (name: RungName, change: Parameters<typeof aFollow>[0]) => {
    const deadline = { ...aDeadline({ versions: [aVersion({ window: INDIA })] }), standing: HERE };
    const left = rungs.slice(rungs.findIndex((each) => each.name === name));
    const follow = aFollow({ ladder: RUNG_STEPS, ...change });
    const fired = decideTick({ deadline, rungs: left, follows: [follow], ...ALONE }, left[0]?.at ?? LONG_AGO);
    return fired.some((change) => change.kind === 'message.wanted' && change.subject.kind === 'rung');
  };

  it('go untold where a later one waits for the same morning', () => {
    expect([told('6h', { quiet: NIGHT }), told('1h', { quiet: NIGHT })]).toEqual([false, true]);
  });

  it('are all told where none holds them back, or the later one is not asked for', () => {
    expect(told('6h', {})).toBe(true);
    expect(told('6h', { quiet: NIGHT, ladder: ['6h', 'due'] })).toBe(true);
    expect(told('6h', { quiet: { ...NIGHT, until: '01:00' } })).toBe(true);
  });
});

describe('the ladder of vaguer dates', () => {
  it('counts to the first day of a range', () => {
    expect(planned(fromTo('2025-08-07', '2025-08-09'), LONG_AGO)).toEqual({
      '7d': '2025-07-31T13:00:00.000Z',
      '1d': '2025-08-06T13:00:00.000Z',
      opens: '2025-08-07T13:00:00.000Z',
    });
  });

  it.each(['month', 'vague'] as const)('has no rung for a %s', (precision) => {
    expect(planned(fromTo('2026-06-01', '2026-06-30', precision), LONG_AGO)).toEqual({});
  });
});

describe('the clock', () => {
  const version = aVersion({ window: onDay('2025-08-08') });
  const deadline = aDeadline({ versions: [version], standing: HERE });
  const rung = (name: RungName, when: string) => aRung({ name, at: at(when) });
  const follows = [aFollow({ ladder: RUNG_STEPS })];
  const kinds = (changes: readonly Change[]) => changes.map((change) => change.kind);

  it('fires a due rung and wants one message for each follow that has it', () => {
    const quiet = aFollow({ id: aFollow().id, ladder: ['due'] });
    const ripe = { deadline, rungs: [rung('1d', '2025-08-07T13:00Z')], follows: [...follows, quiet], ...ALONE };
    const changes = decideTick(ripe, at('2025-08-07T13:00Z'));
    expect(kinds(changes)).toEqual(['rung.fired', 'message.wanted']);
    expect(changes[1]).toMatchObject({ key: 'rung:deadline-1/1/1d@follow-1', priority: 2 });
  });

  it.each<[RungName, (typeof RUNG_STEPS)[number]]>([
    ['3d', '72h'],
    ['1d', '24h'],
    ['opens', 'due'],
    ['7d', '7d'],
  ])('tells %s to a follow whose ladder has the step %s, and to no other', (name, step) => {
    const chosen = aFollow({ ladder: [step] });
    const other = aFollow({ ladder: RUNG_STEPS.filter((each) => each !== step) });
    const ripe = { deadline, rungs: [rung(name, '2025-08-01T13:00Z')], follows: [chosen, other], ...ALONE };
    const changes = decideTick(ripe, at('2025-08-01T13:00Z'));
    expect(kinds(changes)).toEqual(['rung.fired', 'message.wanted']);
  });

  it('asks the sources three minutes before a rung, once, and says as it fires when they were last read', () => {
    const asking = aRung({ name: '1d', at: at('2025-08-07T13:00Z'), asksAt: at('2025-08-07T12:57Z') });
    const ripe = { deadline, rungs: [asking], follows, ...ALONE };
    expect(decideTick(ripe, at('2025-08-07T12:56Z'))).toEqual([]);
    expect(decideTick(ripe, at('2025-08-07T12:57Z'))).toMatchObject([
      { kind: 'rung.asked', name: '1d' },
      { kind: 'feeds.hurried', latest: '2025-08-07T12:57:00.000Z', unlessPolledSince: '2025-08-07T12:52:00.000Z' },
    ]);
    const asked = { ...ripe, rungs: [{ ...asking, asksAt: null }] };
    expect(decideTick(asked, at('2025-08-07T12:58Z'))).toEqual([]);
    const readAt = at('2025-08-07T12:57:20Z');
    expect(decideTick({ ...asked, readAt }, at('2025-08-07T13:00Z'))[0]).toMatchObject({ kind: 'rung.fired', readAt });
  });

  it('leaves rungs alone that are still to come', () => {
    expect(
      decideTick({ deadline, rungs: [rung('1d', '2025-08-07T13:00Z')], follows, ...ALONE }, at('2025-08-07T12:59Z')),
    ).toEqual([]);
  });

  it('lets only the last of several missed rungs speak', () => {
    const rungs = [rung('7d', '2025-08-01T13:00Z'), rung('3d', '2025-08-05T13:00Z'), rung('1d', '2025-08-07T13:00Z')];
    const changes = decideTick({ deadline, rungs, follows, ...ALONE }, at('2025-08-06T00:00Z'));
    expect(kinds(changes)).toEqual(['rung.skipped', 'rung.fired', 'message.wanted']);
    expect(changes[1]).toMatchObject({ name: '3d' });
  });

  it('says that a day has passed when it is over in its own zone, and plans to ask what happened', () => {
    expect(decideTick({ deadline, rungs: [], follows, ...ALONE }, at('2025-08-09T03:59Z'))).toEqual([]);
    const changes = decideTick({ deadline, rungs: [], follows, ...ALONE }, at('2025-08-09T04:00Z'));
    expect(kinds(changes)).toEqual([
      'deadline.changed',
      'rungs.cancelled',
      'rung.planned',
      'message.wanted',
      'message.wanted',
    ]);
    expect(changes[0]).toMatchObject({ rev: 2, version: { number: 2, change: 'passed_unknown', evidence: null } });
    expect(changes[2]).toMatchObject({ rung: { name: 'after24h', at: '2025-08-10T04:00:00.000Z' } });
    expect(changes[4]).toMatchObject({ key: 'change:deadline-1/2@follow-1', priority: 0 });
  });

  it('tells the end of an exact instant once: by its due rung', () => {
    const exact = aDeadline({ standing: HERE, versions: [aVersion({ window: INDIA })] });
    const rungs = [rung('due', '2025-08-27T04:01Z')];
    const changes = decideTick({ deadline: exact, rungs, follows, ...ALONE }, at('2025-08-27T04:01Z'));
    const keys = changes.map((change) => (change.kind === 'message.wanted' ? change.key : null)).filter(Boolean);
    expect(keys).toEqual(['rung:deadline-1/1/due@follow-1', 'deadline:deadline-1@follow-1']);
  });

  it('never passes a deadline twice', () => {
    const passed = aDeadline({
      standing: HERE,
      versions: [version, aVersion({ number: 2, change: 'passed_unknown', window: onDay('2025-08-08') })],
    });
    expect(decideTick({ deadline: passed, rungs: [], follows, ...ALONE }, at('2025-09-01T00:00Z'))).toEqual([]);
  });
});

describe('the clock after an interruption', () => {
  const follow = aFollow({ role: id('77'), gate: { post: 1, ping: 1, unconfirmed: 'show' }, ladder: RUNG_STEPS });
  const elsewhere = aFollow({ id: id('follow-2'), channel: id('201') });
  const ends = (date: string, name: string, follows = [follow]) => {
    const versions = [aVersion({ window: onDay(date), admission: { of: 1, by: 'law' } })] as const;
    return { deadline: aDeadline({ id: id(name), standing: HERE, versions }), rungs: [], follows, ...ALONE };
  };
  const due = (name: RungName, when: string) => aRung({ deadline: id('ahead'), name, at: at(when) });
  const wanted = (changes: readonly (readonly Change[])[]) =>
    changes
      .flat()
      .flatMap((change) => (change.kind === 'message.wanted' ? [change.key.replace(/_[0-9a-f]+/, '')] : []));

  it('tells all that came too late in one message a channel, and counts it down no more', () => {
    const passed = ends('2025-08-05', 'gone', [follow, elsewhere]);
    const rungs = [due('3d', '2025-08-05T13:00Z'), due('1d', '2025-08-07T13:00Z'), due('due', '2025-08-08T13:00Z')];
    const ahead = { ...ends('2025-08-08', 'ahead'), rungs };
    const changes = decideTicks([passed, ahead], at('2025-08-07T15:00Z'));
    expect(wanted(changes)).toEqual([
      'deadline:gone@follow-1',
      'deadline:gone@follow-2',
      'catch_up:cu@follow-1',
      'catch_up:cu@follow-2',
    ]);
    expect(changes.flat().filter((change) => change.kind === 'catch_up.made')).toMatchObject([
      {
        catchUp: {
          since: '2025-08-05T13:00:00.000Z',
          entries: [
            { deadline: 'gone', version: 2, rungs: [] },
            { deadline: 'ahead', version: 1, rungs: ['3d', '1d'] },
          ],
        },
      },
      { catchUp: { entries: [{ deadline: 'gone' }] } },
    ]);
    const skipped = changes.flat().flatMap((change) => (change.kind === 'rung.skipped' ? [change.name] : []));
    expect(skipped).toEqual(['3d', '1d']);
    const pings = changes.flat().flatMap((change) => (change.kind === 'message.wanted' ? [change.ping] : []));
    expect(pings).toEqual([false, false, true, false]);
  });

  it('tells a channel of no reminder that nobody there asked for', () => {
    const rungs = [due('3d', '2025-08-05T13:00Z'), due('1d', '2025-08-07T13:00Z')];
    const ahead = (ladder: readonly RungStep[]) => ({ ...ends('2025-08-08', 'ahead', [aFollow({ ladder })]), rungs });
    const now = at('2025-08-07T15:00Z');
    expect(wanted(decideTicks([ahead([])], now))).toEqual([]);
    const [made] = decideTicks([ahead(['24h'])], now)
      .flat()
      .filter((change) => change.kind === 'catch_up.made');
    expect(made?.catchUp.entries).toMatchObject([{ rungs: ['1d'] }]);
    const passed = ends('2025-08-05', 'gone', [aFollow({ ladder: [] })]);
    expect(wanted(decideTicks([passed], now))).toEqual(['deadline:gone@follow-1', 'catch_up:cu@follow-1']);
  });

  it('takes a few minutes for no interruption', () => {
    const ahead = { ...ends('2025-08-08', 'ahead'), rungs: [due('1d', '2025-08-07T13:00Z')] };
    expect(wanted(decideTicks([ahead], at('2025-08-07T13:14Z')))).toEqual(['rung:ahead/1/1d@follow-1']);
  });

  it('keeps deadlines that are on time apart, each with changes of its own', () => {
    const timely = { ...ends('2025-08-08', 'ahead'), rungs: [due('1d', '2025-08-07T13:00Z')] };
    const changes = decideTicks([ends('2025-08-05', 'gone'), timely], at('2025-08-07T13:00Z'));
    expect(changes).toHaveLength(2);
    expect(changes[1]?.map((change) => change.kind)).toEqual(['rung.fired', 'message.wanted']);
  });

  it('skips what a desk told before its backup was restored, and looks at the rest again', () => {
    const rungs = [due('3d', '2025-08-05T13:00Z'), due('1d', '2025-08-07T13:00Z')];
    const ahead = { ...ends('2025-08-08', 'ahead'), rungs, toldUntil: at('2025-08-06T12:00Z') };
    const [gone, now] = [ends('2025-08-05', 'gone'), at('2025-08-07T13:00Z')];
    const changes = decideTicks([{ ...gone, toldUntil: ahead.toldUntil }, ahead], now);
    expect(wanted(changes)).toEqual(['deadline:gone@follow-1']);
    const skipped = changes.flat().flatMap((change) => (change.kind === 'rung.skipped' ? [change.name] : []));
    expect(skipped).toEqual(['3d']);
    const rest = { ...ahead, rungs: rungs.slice(1) };
    expect(wanted(decideTicks([rest], now))).toEqual(['rung:ahead/1/1d@follow-1']);
  });

  it('says nothing of a chain that is only read', () => {
    const read = {
      ...ends('2025-08-05', 'read'),
      deadline: aDeadline({ versions: [aVersion({ window: onDay('2025-08-05') })] }),
    };
    expect(wanted(decideTicks([read], at('2025-08-07T13:00Z')))).toEqual([]);
  });
});
