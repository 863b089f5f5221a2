/** Quiet hours: a part of every day in which a channel is left in peace. */
import type { Subject } from './message.ts';
import { addDays, dayIn, type Instant, instantIn, type Zone } from './time.ts';

/** Clocks as `HH:MM` on the walls of `zone`; the night when `from` is the later one, and none at all when both are one. */
export interface QuietHours {
  readonly from: string;
  readonly until: string;
  readonly zone: Zone;
  /** Whether changes of deadlines and the reminders that they are due come all the same. */
  readonly urgent: boolean;
}

/** When the quiet hours that hold at `now` are over; null outside of them. */
export function quietUntil({ from, until, zone }: QuietHours, now: Instant): Instant | null {
  if (from === until) return null;
  const today = dayIn(now, zone);
  for (const day of [addDays(today, -1), today]) {
    const end = instantIn(until > from ? day : addDays(day, 1), until, zone);
    if (instantIn(day, from, zone) <= now && now < end) return end;
  }
  return null;
}

/** What moderators may let through: a date that moved, or one that is now. */
export function isUrgent(subject: Pick<Subject, 'kind'> & { readonly rung?: { readonly name: string } }): boolean {
  if (subject.kind === 'change') return true;
  return subject.kind === 'rung' && ['1h', 'opens', 'due'].includes(subject.rung?.name ?? '');
}

/** Until when a channel with these hours is not told of `subject`; null when it may be told at once. */
export function heldUntil(
  quiet: QuietHours | null,
  subject: Parameters<typeof isUrgent>[0],
  now: Instant,
): Instant | null {
  if (quiet === null || (quiet.urgent && isUrgent(subject))) return null;
  return quietUntil(quiet, now);
}
