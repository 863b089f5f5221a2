import { describe, expect, it } from 'vitest';
import { at, NEW_YORK } from '../../fakes/nouns.ts';
import { readWhole } from '../../fakes/readings.ts';

function read(text: string) {
  const context = { outletZone: NEW_YORK, issuerZone: NEW_YORK, official: false };
  const { deadlines, status } = readWhole(text, { ...context, published: at('2026-03-10T15:00Z') });
  return { days: deadlines.map(({ window }) => window.latest), status };
}

describe('a date that is replaced never stands beside the new one', () => {
  it.each([
    ['Rome pushes the start of the levy back to April 1. It replaces the March 20 cut-off that worried importers.'],
    ['Rome pushes the start of the levy back to April 1. The order supersedes the deadline of March 20.'],
    ['The treasury moved the wind-down date to April 1 from the original 20 March.'],
    ['The licence, previously set to lapse on March 20, now runs through April 1.'],
    ['Importers now have until April 1. The tariffs had been due on March 20.'],
    ['The levy starts on April 1, not on March 20 as first announced.'],
    ['The council will now decide by April 1; its earlier deadline was March 20.'],
    ['Rome agreed to hold off on the duty until April 1. It had warned that the levy would begin on March 20.'],
    ['The levy that was due to bite on March 20 has been pushed back. Importers have until April 1.'],
    ['Rome extends the truce for 30 days. It holds until April 1.'],
    ['The new checks are delayed by a month. They will now come in on April 1.'],
  ])('%s', (text) => {
    expect(read(text)).toEqual({ days: ['2026-04-01'], status: 'moved' });
  });

  it('but not for the day on which somebody guesses', () => {
    const text = 'Mills were left guessing on Tuesday whether the truce, due to lapse on Thursday, would be prolonged.';
    expect(read(text)).toMatchObject({ status: 'pending' });
    expect(read(text).days[0]).toBe('2026-03-12');
  });

  it('nor alone, where it is dropped, may it post by itself', () => {
    const context = { outletZone: NEW_YORK, issuerZone: NEW_YORK, official: false };
    const text = 'The king scrapped the March 20 deadline for the port.';
    const { deadlines, status } = readWhole(text, { ...context, published: at('2026-03-10T15:00Z') });
    expect(deadlines).toMatchObject([{ tier: 'C' }]);
    expect(status).toBe('lifted');
  });

  it('but a new one that replaces the old keeps its own day', () => {
    const text = 'The new order, which replaces the old one, takes effect on April 1.';
    expect(read(text).days).toEqual(['2026-04-01']);
  });
});
