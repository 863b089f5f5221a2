import type { DeadlineState } from '../domain/deadline.ts';

/** Edge colours: decoration that tells kinds of cards apart at a glance; whatever they mean is also written. */
export const ACCENTS = { development: 0x64748b, change: 0xd97706, rung: 0x2563eb, list: 0x475569, trouble: 0xb91c1c };

export const STATE_ACCENTS: Readonly<Record<DeadlineState, number>> = {
  pending: 0x2563eb,
  passed: 0x92400e,
  over: 0x6b7280,
};
