/** What pages are made of: times, tables and drawings, each with what a screen reader needs of it. */
import { setImmediate } from 'node:timers/promises';
import { type Html, html, NOTHING } from '../../cards/html.ts';
import { utcText } from '../../cards/when.ts';
import { between, DAY, HOUR, type Instant, MINUTE } from '../../domain/time.ts';

/** One after the other, with room between them for whatever else waits: drawing holds up no reminder. */
export async function inTurns<From, To>(
  all: readonly From[],
  draw: (one: From) => Promise<To>,
): Promise<readonly To[]> {
  const drawn: To[] = [];
  for (const one of all) {
    drawn.push(await draw(one));
    await setImmediate();
  }
  return drawn;
}

/** `8 Aug 2025 04:00 UTC` */
export function timeOf(instant: Instant): Html {
  return html`<time datetime="${instant}">${utcText(instant)}</time>`;
}

const UNITS: readonly (readonly [ms: number, name: string])[] = [
  [DAY, 'd'],
  [HOUR, 'h'],
  [MINUTE, 'min'],
];

/** `3 d`, `5 h`, `12 min`, and `less than 1 min`; never negative. */
export function spanOf(from: Instant, until: Instant): string {
  const ms = Math.max(0, between(from, until));
  const unit = UNITS.find(([length]) => ms >= length);
  return unit ? `${Math.floor(ms / unit[0])} ${unit[1]}` : 'less than 1 min';
}

/** `8 Aug 2025 04:00 UTC (3 h ago)` */
export function timeAgo(instant: Instant, now: Instant): Html {
  const [from, until] = instant > now ? [now, instant] : [instant, now];
  const span = spanOf(from, until);
  return html`${timeOf(instant)} <span class="note">(${instant > now ? `in ${span}` : `${span} ago`})</span>`;
}

export interface Table {
  /** Names it to screen readers; seen above it. */
  readonly caption: string;
  readonly heads: readonly string[];
  /** The first cell of a row names it. */
  readonly rows: readonly (readonly Html[])[];
  /** Said where there are no rows. */
  readonly empty: string;
}

function rowOf([first = NOTHING, ...rest]: readonly Html[]): Html {
  return html`<tr><th scope="row">${first}</th>${rest.map((cell) => html`<td>${cell}</td>`)}</tr>
`;
}

/** A table that scrolls by itself where the page is narrow, by touch and by keys. */
export function table({ caption, heads, rows, empty }: Table): Html {
  if (rows.length === 0) return html`<p class="empty"><strong>${caption}:</strong> ${empty}</p>`;
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}</caption>
<thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>
${rows.map(rowOf)}</tbody>
</table></div>
`;
}

/** A drawing of ours: well-formed SVG that holds its own words for those who cannot see it. */
export function drawing(svg: string): Html {
  return { markup: svg };
}

export function figure(svg: string, caption: string): Html {
  return html`<figure><div class="drawn">${drawing(svg)}</div><figcaption>${caption}</figcaption></figure>
`;
}

/** `1 item`, `2 items` */
export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
