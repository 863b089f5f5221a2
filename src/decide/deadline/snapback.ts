/**
 * The snapback clock of resolution 2231 (2015), paragraphs 11 and 12: thirty days behind the notification the earlier
 * measures are back, at the first moment of the day that follows, by the clock of the United Nations.
 */
import type { Window } from '../../domain/deadline.ts';
import { addDays, startOfDay, UTC } from '../../domain/time.ts';
import type { When } from './when.ts';

const RETURN =
  '(?:snap(?:s|ped|ping)?[- ]?back|re-?impos\\w+|re-?instat\\w+|restor\\w+|return(?:s|ed|ing)?|re-?establish\\w*|revival|resum\\w+|bring(?:s|ing)? back)';
const MEASURES =
  "(?:U\\.?N\\.?|United Nations|Security Council)(?:['’]s?)?(?: \\w+){0,2} (?:sanctions|measures|embargo|restrictions)";
const SNAPBACK = new RegExp(
  `\\bsnap-?back\\b|\\b${RETURN}\\b[^.;]{0,40}${MEASURES}|${MEASURES}[^.;]{0,40}\\b${RETURN}`,
  'i',
);

/** `window`, the last of thirty days, as the instant behind it where `marked` speaks of the return of UN measures. */
export function withSnapback(window: Window, when: When, marked: string): Window {
  const isThirty = when.kind === 'count' && when.count.unit === 'day' && when.count.to === 30;
  if (!isThirty || window.precision !== 'day' || !SNAPBACK.test(marked)) return window;
  const day = addDays(window.latest, 1);
  return {
    earliest: day,
    latest: day,
    instant: startOfDay(day, UTC),
    precision: 'minute',
    zone: UTC,
    zoneBasis: 'issuer',
  };
}
