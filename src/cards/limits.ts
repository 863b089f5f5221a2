/**
 * Cards within Discord's limits: 4,000 characters of text and 40 components in one message (Components V2). A line is
 * shown whole or not at all, so that no escape, link or timestamp is ever cut; the least important lines go first.
 */
import type { CardBlock, CardButton } from '../domain/card.ts';

const TEXT_LIMIT = 4_000;
const COMPONENT_LIMIT = 40;
/** The chat may add a line with one role mention, and puts all blocks into one container. */
const PING_TEXT = 32;
const FRAME_COMPONENTS = 2;

/** Importance of a line; `always` never goes, of the others the highest number goes first. Ages may be added. */
export const RANK = { always: 0, fact: 10, quote: 20, note: 30, lede: 40, entry: 1_000, detail: 100_000 } as const;

export interface Line {
  readonly markdown: string;
  readonly rank: number;
}

export type Section =
  | {
      readonly kind: 'lines';
      readonly lines: readonly Line[];
      /** What to say when `hidden` lines of this section went; null says nothing. */
      readonly note: (hidden: number) => string | null;
    }
  | { readonly kind: 'divider' }
  | { readonly kind: 'buttons'; readonly buttons: readonly CardButton[] };

export const DIVIDER: Section = { kind: 'divider' };

/** A line; `rank` says how long it is held on to. */
export function line(markdown: string, rank: number): Line {
  return { markdown, rank };
}

/** Lines that belong together, one block of text. */
export function section(lines: readonly Line[], note: (hidden: number) => string | null = () => null): Section {
  return { kind: 'lines', lines, note };
}

/** Buttons in one row, five at most. */
export function buttons(row: readonly CardButton[]): Section {
  return { kind: 'buttons', buttons: row };
}

function blockOf(part: Section, kept: ReadonlySet<Line>): CardBlock | null {
  if (part.kind === 'divider') return part;
  if (part.kind === 'buttons') return part.buttons.length > 0 ? part : null;
  const lines = part.lines.filter((each) => kept.has(each));
  const note = part.note(part.lines.length - lines.length);
  const texts = [...lines.map((each) => each.markdown), ...(note === null ? [] : [note])];
  return texts.length > 0 ? { kind: 'text', markdown: texts.join('\n') } : null;
}

/** A divider divides two texts: none at the edges, before buttons or beside another. */
function withoutIdleDividers(blocks: readonly CardBlock[]): readonly CardBlock[] {
  return blocks.filter((block, index) => block.kind !== 'divider' || (index > 0 && blocks[index + 1]?.kind === 'text'));
}

function blocksOf(sections: readonly Section[], kept: ReadonlySet<Line>): readonly CardBlock[] {
  return withoutIdleDividers(sections.map((part) => blockOf(part, kept)).filter((block) => block !== null));
}

function textOf(block: CardBlock): number {
  if (block.kind === 'text') return block.markdown.length;
  return block.kind === 'buttons' ? block.buttons.reduce((sum, { label }) => sum + label.length, 0) : 0;
}

function componentsOf(block: CardBlock): number {
  return block.kind === 'buttons' ? 1 + block.buttons.length : 1;
}

function fits(blocks: readonly CardBlock[]): boolean {
  const text = blocks.reduce((sum, block) => sum + textOf(block), PING_TEXT);
  const components = blocks.reduce((sum, block) => sum + componentsOf(block), FRAME_COMPONENTS);
  return text <= TEXT_LIMIT && components <= COMPONENT_LIMIT;
}

/** Lines that may go, the first to go first; of equals the later one. */
function expendable(sections: readonly Section[]): readonly Line[] {
  const lines = sections.flatMap((part) => (part.kind === 'lines' ? part.lines : []));
  return lines
    .filter((each) => each.rank > RANK.always)
    .reverse()
    .sort((one, other) => other.rank - one.rank);
}

/** The blocks of a card, shortened until they fit. Lines of rank `always` must fit by themselves. */
export function withinLimits(sections: readonly Section[]): readonly CardBlock[] {
  const kept = new Set(sections.flatMap((part) => (part.kind === 'lines' ? part.lines : [])));
  let blocks = blocksOf(sections, kept);
  for (const least of expendable(sections)) {
    if (fits(blocks)) break;
    kept.delete(least);
    blocks = blocksOf(sections, kept);
  }
  return blocks;
}
