/** Plots to draw: the summer of 2025 as it was told, with made-up counts of hits, and what is awkward at the edges. */
import type { ChangeType, Window } from '../../../src/domain/deadline.ts';
import {
  DAY,
  type Day,
  HOUR,
  type Instant,
  instantOf,
  MINUTE,
  msOf,
  parseDay,
  parseInstant,
  parseZone,
  UTC,
  type Zone,
} from '../../../src/domain/time.ts';
import type { Hit, HitsPlot, PlottedDeadline, PlottedVersion } from '../../../src/web/plot/hitsPlot.ts';

function known<T>(value: T | null, text: string): T {
  if (value === null) throw new Error(`No such time: ${text}`);
  return value;
}

export const at = (text: string): Instant => known(parseInstant(text), text);
export const day = (text: string): Day => known(parseDay(text), text);
const NEW_YORK: Zone = known(parseZone('America/New_York'), 'New York');

/** A window of days in New York; of one day when only one is given. */
export function days(earliest: string, latest = earliest, precision?: Window['precision']): Window {
  const known = precision ?? (earliest === latest ? 'day' : 'range');
  return {
    earliest: day(earliest),
    latest: day(latest),
    instant: null,
    precision: known,
    zone: NEW_YORK,
    zoneBasis: 'issuer',
  };
}

export function minute(text: string): Window {
  const instant = at(text);
  const today = day(text.slice(0, 10));
  return { earliest: today, latest: today, instant, precision: 'minute', zone: UTC, zoneBasis: 'stated' };
}

export const version = (saidAt: string, change: ChangeType, window: Window): PlottedVersion => ({
  saidAt: at(saidAt),
  change,
  window,
});

/** `counts[n]` hits on the n-th day from `first`, every third of them shown. */
export function hitsOn(first: string, counts: readonly number[], each = DAY): readonly Hit[] {
  const start = msOf(at(first));
  return counts.flatMap((count, index) =>
    Array.from({ length: count }, (_, one) => ({
      at: instantOf(start + index * each + ((one * 37) % 60) * Math.min(MINUTE, each / 60)),
      shown: one % 3 === 0,
    })),
  );
}

const RUSSIA: PlottedDeadline = {
  name: 'Deadline for Russia, set by Donald Trump',
  versions: [
    version('2025-07-14T16:04:00Z', 'set', days('2025-09-02')),
    version('2025-07-28T12:58:00Z', 'brought_forward', days('2025-08-07', '2025-08-09')),
    version('2025-07-29T19:31:00Z', 'fixed', days('2025-08-08')),
    version('2025-08-09T04:00:00Z', 'passed_unknown', days('2025-08-08')),
    version('2025-08-16T08:35:00Z', 'superseded', days('2025-08-08')),
  ],
};

const INDIA: PlottedDeadline = {
  name: 'Deadline for India, set by Donald Trump',
  versions: [version('2025-08-06T15:20:00Z', 'set', minute('2025-08-27T04:01:00Z'))],
};

const SUMMER_COUNTS = [
  9, 7, 4, 3, 2, 1, 1, 2, 1, 3, 2, 1, 0, 1, 8, 11, 6, 4, 5, 2, 3, 3, 4, 5, 7, 9, 3, 2, 2, 1, 3, 4, 2,
];

export const SUMMER: HitsPlot = {
  title: 'Ceasefire deadline for Russia',
  subtitle: '1,482 items from 15 outlets',
  from: at('2025-07-14T00:00:00Z'),
  until: at('2025-08-16T12:00:00Z'),
  hits: hitsOn('2025-07-14T10:00:00Z', SUMMER_COUNTS),
  compared: null,
  deadlines: [RUSSIA, INDIA],
};

export const COMPARED: HitsPlot = {
  ...SUMMER,
  title: 'Ceasefire deadline for Russia, with “ultimatum” added',
  compared: {
    name: 'before',
    hits: hitsOn(
      '2025-07-14T10:00:00Z',
      SUMMER_COUNTS.map((count, index) => Math.max(0, count - (index % 3))),
    ),
  },
};

export const ONE: HitsPlot = {
  title: 'A single report',
  subtitle: null,
  from: at('2025-07-14T16:04:00Z'),
  until: at('2025-07-14T16:04:00Z'),
  hits: [{ at: at('2025-07-14T16:04:00Z'), shown: true }],
  compared: null,
  deadlines: [],
};

export const NONE: HitsPlot = {
  ...SUMMER,
  title: 'A storyline that nothing matched',
  hits: [],
  deadlines: [],
};

const WEEKS = Array.from({ length: 730 }, (_, index) =>
  Math.round(2 + 2 * Math.sin(index / 40) + ((index * 7) % 5) / 2),
);

export const TWO_YEARS: HitsPlot = {
  title: 'EU sanctions renewals',
  subtitle: '48,210 items from 15 outlets',
  from: at('2024-01-01T00:00:00Z'),
  until: at('2025-12-30T00:00:00Z'),
  hits: hitsOn('2024-01-01T06:00:00Z', WEEKS),
  compared: null,
  deadlines: [
    {
      name: 'Economic sanctions, set by the European Union',
      versions: [
        version('2024-01-29T10:00:00Z', 'extended', days('2024-07-31')),
        version('2024-07-22T10:00:00Z', 'extended', days('2025-01-31')),
        version('2025-01-27T10:00:00Z', 'extended', days('2025-07-31')),
        version('2025-06-30T10:00:00Z', 'extended', days('2026-01-31')),
      ],
    },
    {
      name: 'Oil price cap, set by the G7',
      versions: [
        version('2024-05-12T10:00:00Z', 'set', days('2024-12-01', '2024-12-31', 'month')),
        version('2024-11-12T10:00:00Z', 'disputed', days('2024-12-01', '2024-12-31', 'month')),
        version('2024-12-02T10:00:00Z', 'extended', days('2025-06-01', '2025-08-31', 'vague')),
        version('2025-03-02T10:00:00Z', 'withdrawn', days('2025-06-01', '2025-08-31', 'vague')),
      ],
    },
  ],
};

export const SCRIPTS: HitsPlot = {
  ...COMPARED,
  title:
    'ترامب يمهل روسيا خمسين يوما لإنهاء الحرب في أوكرانيا والمفاوضات مستمرة في إسطنبول — Трамп дал России пятьдесят дней на завершение войны',
  subtitle:
    'Срок для «Газпромбанка» & других <банков> 🇺🇦🕊️ по сообщениям пятнадцати изданий, двух агентств и одного министерства',
  compared: { name: 'запрос до правки', hits: COMPARED.compared?.hits ?? [] },
  deadlines: [
    {
      name: 'الموعد النهائي لروسيا الذي حدده دونالد ترامب في البيت الأبيض أمام الصحفيين بعد اجتماعه',
      versions: RUSSIA.versions.slice(0, 2),
    },
    { name: 'Крайний срок для Российской Федерации, установленный президентом США', versions: INDIA.versions },
  ],
};

export const HOURS: HitsPlot = {
  title: 'Alaska summit, hour by hour',
  subtitle: null,
  from: at('2025-08-15T00:00:00Z'),
  until: at('2025-08-16T23:00:00Z'),
  hits: hitsOn(
    '2025-08-15T00:10:00Z',
    [0, 0, 1, 0, 0, 0, 2, 3, 1, 0, 4, 5, 6, 2, 3, 8, 12, 9, 14, 22, 17, 9, 4, 2, 1],
    HOUR,
  ),
  compared: null,
  deadlines: [],
};

/** More than any picture can hold. */
export const CROWDED: HitsPlot = {
  ...SUMMER,
  title: 'Everything at once',
  deadlines: Array.from({ length: 6 }, (_, index) => ({ ...RUSSIA, name: `Deadline ${index + 1} for Russia` })),
};
