import { expect, it } from 'vitest';
import { drawActivity } from '../../../src/web/plot/activity.ts';
import { day } from './plots.ts';
import { parsed, read } from './reading.ts';

const SPAN = { name: 'Istanbul <talks>', from: day('2025-07-01'), until: day('2025-07-31') };

it('draws a bar for every day with items, and says the busiest', () => {
  const counts = [
    { day: day('2025-07-03'), items: 4 },
    { day: day('2025-07-23'), items: 9 },
  ];
  const svg = drawActivity({ ...SPAN, counts });
  const picture = read(svg);
  expect(picture.all('rect').map((bar) => bar.textContent)).toEqual(['3 Jul 2025: 4 items', '23 Jul 2025: 9 items']);
  expect(picture.title).toBe('Istanbul <talks>. Matched items a day, the last 31 days');
  expect(picture.description).toBe('13 items; most on 23 Jul 2025: 9.');
  expect(parsed(svg).height).toBe(44);
});

it('says that nothing matched', () => {
  expect(read(drawActivity({ ...SPAN, counts: [] })).description).toBe('Nothing matched.');
});
