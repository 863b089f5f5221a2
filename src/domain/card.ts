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
  | { readonly kind: 'buttons'; readonly buttons: readonly CardButton[] };

/** A button that opens a page (its URL at most 512 characters), or uses a command. Label at most 80 characters. */
export type CardButton =
  | { readonly kind: 'link'; readonly label: string; readonly url: string }
  | { readonly kind: 'act'; readonly label: string; readonly act: CardAct };

/** A command with its options filled in: whoever presses the button uses it, with the permissions of their own. */
export interface CardAct {
  readonly command: string;
  readonly subcommand: string;
  readonly options: Readonly<Record<string, string>>;
  /** The option that is asked for in a form first; null asks for nothing. */
  readonly asks: string | null;
}
