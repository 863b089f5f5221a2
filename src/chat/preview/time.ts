/** Times as `<time>` elements: UTC text from the server, put into the reader's zone and language by the page's script. */

import { type Html, html } from '../../cards/html.ts';
import { type Instant, instantOf, msOf, SECOND } from '../../domain/time.ts';

/** Discord's timestamp styles (Discord documentation, Message Formatting). */
export const TIME_STYLES = ['t', 'T', 'd', 'D', 'f', 'F', 's', 'S', 'R'] as const;
export type TimeStyle = (typeof TIME_STYLES)[number];

/** The last second a calendar of this runtime holds (ECMAScript, Time Values). */
const LAST_SECOND = 8_640_000_000_000;

const UTC_TEXT = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** `Fri, 8 Aug 2025, 04:00 UTC`. */
export function utcText(instant: Instant): string {
  return `${UTC_TEXT.format(msOf(instant))} UTC`;
}

/** An instant in one of Discord's styles; readers without the script see it whole, in UTC. */
export function timeElement(instant: Instant, style: TimeStyle, cssClass = 'time'): Html {
  const text = utcText(instant);
  return html`<time class="${cssClass}" datetime="${instant}" data-style="${style}" title="${text}">${text}</time>`;
}

/** The instant of a Discord timestamp, in seconds since 1970; null when no calendar holds it. */
export function instantOfSeconds(seconds: number): Instant | null {
  return Math.abs(seconds) <= LAST_SECOND ? instantOf(seconds * SECOND) : null;
}
