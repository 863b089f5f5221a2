/** HTML that can only be built escaped: text becomes markup through `html` or not at all. */

/** Markup whose every part was escaped or written by us. */
export interface Html {
  readonly markup: string;
}

type Part = Html | readonly Html[] | string | number;

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Text as it may stand in an element or in a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES.get(sign) ?? sign);
}

function markupOf(part: Part): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeHtml(part);
  if ('markup' in part) return part.markup;
  return part.map((one) => one.markup).join('');
}

/** Template tag: strings put into it are escaped, `Html` is taken as it is. */
export function html(template: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const markup = template.map((text, index) => {
    const part = parts[index];
    return part === undefined ? text : text + markupOf(part);
  });
  return { markup: markup.join('') };
}

/** Several pieces as one. */
export function joined(pieces: readonly Html[]): Html {
  return html`${pieces}`;
}

export const NOTHING: Html = { markup: '' };

/**
 * The address when it may be linked, null otherwise: only web pages, so that a `javascript:` or `data:` address from a
 * feed stays text.
 */
export function webAddress(address: string): string | null {
  return /^https?:\/\//i.test(address) && URL.canParse(address) ? address : null;
}

/** A link to a page elsewhere, which learns nothing of this one; the label alone when the address is no web page. */
export function outwardLink(address: string, label: Html, cssClass = 'link'): Html {
  const href = webAddress(address);
  if (href === null) return label;
  return html`<a class="${cssClass}" href="${href}" target="_blank" rel="noopener noreferrer nofollow">${label}</a>`;
}
