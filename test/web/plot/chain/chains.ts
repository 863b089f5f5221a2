/** Chains to draw: the summer of 2025 as it was told, and what is awkward at the edges. */
import type { Confirmation, Deadline, Rung, Version } from '../../../../src/domain/deadline.ts';
import { id } from '../../../../src/domain/ids.ts';
import type { Source } from '../../../../src/domain/outlet.ts';
import type { ChainPlot } from '../../../../src/web/plot/chain/chainPlot.ts';
import {
  aDeadline,
  anEvidence,
  aRung,
  aSource,
  at,
  atMinute,
  aVersion,
  CEASEFIRE_VERSIONS,
  ceasefireDeadline,
  fromTo,
  onDay,
  press,
} from '../../../fakes/nouns.ts';

function confirms(version: number, source: Source, published: string): Confirmation {
  const evidence = anEvidence({ source, item: id(`item-${source.outlet}`), published: at(published) });
  return { version, evidence, otherwise: null };
}

const GUARDIAN = press('guardian', 'The Guardian');
const DW = press('dw', 'DW');
const FRANCE24 = press('france24', 'France 24');

const CONFIRMATIONS = [
  confirms(1, DW, '2025-07-14T17:10Z'),
  confirms(1, FRANCE24, '2025-07-14T21:00Z'),
  confirms(1, GUARDIAN, '2025-07-15T06:30Z'),
  confirms(2, DW, '2025-07-28T15:00Z'),
  confirms(3, GUARDIAN, '2025-07-30T09:00Z'),
  confirms(3, FRANCE24, '2025-08-01T09:00Z'),
];

function rung(version: number, name: Rung['name'], instant: string, state: Rung['state']): Rung {
  return aRung({ version, name, at: at(instant), state });
}

const SUMMER_RUNGS: readonly Rung[] = [
  rung(1, '30d', '2025-08-03T13:00Z', 'cancelled'),
  rung(1, '7d', '2025-08-26T13:00Z', 'cancelled'),
  rung(1, '24h', '2025-09-01T13:00Z', 'cancelled'),
  rung(2, '7d', '2025-07-31T13:00Z', 'cancelled'),
  rung(2, '24h', '2025-08-06T13:00Z', 'cancelled'),
  rung(3, '7d', '2025-08-01T13:00Z', 'fired'),
  rung(3, '72h', '2025-08-05T13:00Z', 'skipped'),
  rung(3, '24h', '2025-08-07T13:00Z', 'planned'),
  rung(3, 'due', '2025-08-08T13:00Z', 'planned'),
];

const ENDED: Readonly<Record<string, Rung['state']>> = { '24h': 'fired', due: 'fired' };

/** In the midst of it: the third date holds. */
export const PENDING: ChainPlot = {
  deadline: { ...ceasefireDeadline(3), confirmations: CONFIRMATIONS },
  rungs: SUMMER_RUNGS,
  now: at('2025-08-06T12:00Z'),
};

/** The whole of it, as seen in the week after. */
export const WHOLE: ChainPlot = {
  deadline: { ...ceasefireDeadline(), confirmations: CONFIRMATIONS },
  rungs: [
    ...SUMMER_RUNGS.map((one) => (one.version === 3 ? { ...one, state: ENDED[one.name] ?? one.state } : one)),
    rung(4, 'after24h', '2025-08-10T04:00Z', 'fired'),
  ],
  now: at('2025-08-20T08:00Z'),
};

/** One version, which names an exact instant. */
export const SINGLE: ChainPlot = {
  deadline: aDeadline({
    issuer: 'US Treasury (OFAC)',
    target: 'wind-down of transactions with Lukoil International',
    versions: [aVersion({ window: atMinute('2025-11-21T05:01Z', '2025-11-21'), saidAt: at('2025-10-22T19:00Z') })],
  }),
  rungs: (['7d', '72h', '24h', '6h', '1h', 'due'] as const).map((name, index) =>
    rung(
      1,
      name,
      `2025-11-${[14, 18, 20, 20, 21, 21][index]}T${['05:01', '05:01', '05:01', '23:01', '04:01', '05:01'][index]}Z`,
      'planned',
    ),
  ),
  now: at('2025-10-23T09:00Z'),
};

/** Hours alone: everything on two days. */
export const HOURS: ChainPlot = {
  deadline: aDeadline({
    versions: [
      aVersion({ window: atMinute('2025-08-15T19:00Z', '2025-08-15'), saidAt: at('2025-08-14T18:00Z') }),
      aVersion({
        number: 2,
        change: 'extended',
        window: atMinute('2025-08-15T22:30Z', '2025-08-15'),
        saidAt: at('2025-08-15T17:40Z'),
      }),
      aVersion({
        number: 3,
        change: 'met',
        window: atMinute('2025-08-15T22:30Z', '2025-08-15'),
        saidAt: at('2025-08-15T21:15Z'),
        evidence: anEvidence({ source: DW }),
      }),
    ],
  }),
  rungs: [rung(2, '1h', '2025-08-15T21:30Z', 'cancelled'), rung(2, 'due', '2025-08-15T22:30Z', 'cancelled')],
  now: at('2025-08-15T22:00Z'),
};

/** From no firm date over a month and some days to one day, disputed on the way, and lifted. */
export const NARROWING: ChainPlot = {
  deadline: aDeadline({
    issuer: 'Совет Европейского союза',
    target: 'الموعد النهائي لروسيا الذي حدده دونالد ترامب في البيت الأبيض أمام الصحفيين',
    versions: [
      aVersion({ window: fromTo('2025-10-01', '2025-12-31', 'vague'), saidAt: at('2025-08-02T10:00Z') }),
      aVersion({
        number: 2,
        change: 'fixed',
        window: fromTo('2025-11-01', '2025-11-30', 'month'),
        saidAt: at('2025-08-25T10:00Z'),
        evidence: anEvidence({ source: aSource({ name: 'Комсомольская правда — ежедневная газета' }) }),
      }),
      aVersion({
        number: 3,
        change: 'fixed',
        window: fromTo('2025-11-10', '2025-11-14'),
        saidAt: at('2025-09-20T10:00Z'),
        evidence: anEvidence({ source: aSource({ name: 'الجزيرة' }) }),
      }),
      aVersion({
        number: 4,
        change: 'disputed',
        window: fromTo('2025-11-10', '2025-11-14'),
        saidAt: at('2025-10-01T10:00Z'),
        evidence: anEvidence({ source: DW }),
      }),
      aVersion({ number: 5, change: 'corrected', window: onDay('2025-11-12'), saidAt: at('2025-10-12T10:00Z') }),
      aVersion({ number: 6, change: 'lifted', window: onDay('2025-11-12'), saidAt: at('2025-11-03T10:00Z') }),
    ],
  }),
  rungs: [rung(5, '7d', '2025-11-05T14:00Z', 'cancelled')],
  now: at('2025-11-05T10:00Z'),
};

function renewal(index: number): Version {
  const year = 2020 + Math.floor(index / 2);
  const said = index % 2 === 0 ? `${year}-01-24T10:00Z` : `${year}-07-22T10:00Z`;
  const date = index % 2 === 0 ? `${year}-07-31` : `${year + 1}-01-31`;
  const change = index === 0 ? 'set' : 'extended';
  return aVersion({ number: index + 1, change, window: onDay(date), saidAt: at(said) });
}

/** A chain that is extended every half a year; `length` versions of it. */
export function renewed(length: number, now = '2026-02-01T10:00Z'): ChainPlot {
  const versions = Array.from({ length }, (_, index) => renewal(index));
  const [first = renewal(0), ...later] = versions;
  const target = 'economic sanctions against Russia';
  const deadline: Deadline = aDeadline({ issuer: 'European Union', target, versions: [first, ...later] });
  return { deadline, rungs: [], now: at(now) };
}

/** A slip of the pen sets it a century ahead; the next version says what was meant. */
export const CENTURY: ChainPlot = {
  deadline: aDeadline({
    versions: [
      aVersion({ window: onDay('2125-08-08'), saidAt: at('2025-07-14T16:00Z') }),
      aVersion({ number: 2, change: 'corrected', window: onDay('2025-08-08'), saidAt: at('2025-07-15T09:00Z') }),
    ],
  }),
  rungs: [],
  now: at('2025-07-16T09:00Z'),
};

/** A date that had passed when its report was read, seen a year later. */
export const LATE: ChainPlot = {
  deadline: aDeadline({
    versions: [
      aVersion({ window: onDay('2025-07-01'), saidAt: at('2025-07-14T16:00Z') }),
      { ...CEASEFIRE_VERSIONS.passed, number: 2, window: onDay('2025-07-01'), saidAt: at('2025-07-14T16:01Z') },
    ],
  }),
  rungs: [],
  now: at('2026-08-01T09:00Z'),
};
