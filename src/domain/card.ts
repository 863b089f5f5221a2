/**
 * What a message reads like, before any platform's format: blocks of Discord markdown, already escaped and within
 * limits (4,000 characters and 40 components together).
 */
export interface Card {
  /** One line for notifications and screen readers, plain text. */
  readonly summary: string;
  /** Edge colour, `0xRRGGBB`; decoration only, never meaning. */
  readonly accent: number;
  readonly blocks: readonly CardBlock[];
}

export type CardBlock =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'divider' }
  | { readonly kind: 'links'; readonly links: readonly CardLink[] };

/** A button that opens a page. Label at most 80 characters, URL at most 512. */
export interface CardLink {
  readonly label: string;
  readonly url: string;
}
