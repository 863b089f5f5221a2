import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { pacer } from '../../../src/cli/demo/pace.ts';
import { END, START } from '../../../src/cli/demo/span.ts';
import type { Instant } from '../../../src/domain/time.ts';
import { at } from '../../fakes/nouns.ts';

const WHOLE = { seconds: 60, from: START, until: END };
const FORTNIGHT = { seconds: 60, from: at('2025-07-28T00:00Z'), until: at('2025-08-11T00:00Z') };

describe('the pace of the demo', () => {
  let stopping: AbortController;
  beforeEach(() => {
    stopping = new AbortController();
    vi.useFakeTimers();
  });
  afterEach(() => vi.useRealTimers());

  /** Seconds until a jump to `to` may be made. */
  async function heldFor(span: typeof WHOLE, start: Instant, to: Instant): Promise<number> {
    const began = Date.now();
    const held = pacer(span, start, stopping.signal)(start, to).then(() => (Date.now() - began) / 1_000);
    await vi.runAllTimersAsync();
    return held;
  }

  it.each([
    ['the whole', WHOLE, START, END, 60],
    ['a shorter span', FORTNIGHT, FORTNIGHT.from, FORTNIGHT.until, 60],
    ['half of a span', FORTNIGHT, FORTNIGHT.from, at('2025-08-04T00:00Z'), 30],
    ['what is left of a span', FORTNIGHT, at('2025-08-04T00:00Z'), FORTNIGHT.until, 30],
    ['any span, as fast as can be', { ...WHOLE, seconds: 0 }, START, END, 0],
  ])('gives %s its share of the seconds', async (_, span, start, to, seconds) => {
    expect(await heldFor(span, start, to)).toBeCloseTo(seconds, 1);
  });

  it('hurries through weeks without a report', async () => {
    const quiet = await heldFor(WHOLE, at('2025-06-10T00:00Z'), at('2025-06-20T00:00Z'));
    const told = await heldFor(WHOLE, at('2025-08-01T00:00Z'), at('2025-08-11T00:00Z'));
    expect(told / quiet).toBeCloseTo(20, 0);
  });

  it('holds nobody who was asked to stop', async () => {
    stopping.abort();
    expect(await heldFor(WHOLE, START, END)).toBe(0);
  });
});
