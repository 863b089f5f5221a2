/** The EU's economic measures against Russia, prolonged every six months. */
import { expect, it } from 'vitest';
import { chainsAfter, type Told } from './replaying.ts';

const NEWS: readonly Told[] = [
  [
    '2025-06-30T12:00',
    'eu-council',
    "Russia's war of aggression against Ukraine: Council extends economic sanctions for a further six months",
    "The Council today prolonged the EU's restrictive measures in view of the Russian Federation's continuing actions until 31 January 2026.",
  ],
  [
    '2025-06-30T15:00',
    'reuters',
    'EU Extends Russia Sanctions by Six Months',
    'BRUSSELS, June 30 - The European Union on Monday extended its economic sanctions against Russia until Jan. 31, 2026. They had been due to expire on July 31.',
  ],
  [
    '2025-07-18T09:00',
    'bbc',
    'EU agrees new sanctions on Russia',
    "The 18th package lowers the oil price cap. The bloc's sanctions, renewed last month, run until 31 January.",
  ],
  [
    '2025-12-15T10:00',
    'dw',
    'EU foreign ministers discuss Russia sanctions',
    "The measures expire on 31 January unless the bloc's members renew them.",
  ],
  [
    '2025-12-22T12:30',
    'eu-council',
    'Council prolongs economic sanctions against Russia for a further six months',
    "The EU's restrictive measures targeting sectors of Russia's economy are extended until 31 July 2026.",
  ],
  [
    '2025-12-22T15:00',
    'reuters',
    'EU Rolls Over Russia Sanctions to July 31, 2026',
    'BRUSSELS, Dec 22 - The European Union on Monday renewed its economic sanctions against Russia, which were to expire on Jan. 31.',
  ],
  [
    '2026-01-20T09:00',
    'guardian',
    'Hungary renews threat to block EU sanctions on Russia',
    'Orbán’s government says extension agreed in December until 31 July will be the last it backs',
  ],
];

it('each renewal extends the one chain', async () => {
  expect(await chainsAfter('eu-renewals', NEWS, '2026-02-02T00:00Z')).toEqual([
    'Russia: set 2026-01-31 -> extended 2026-07-31',
  ]);
});
