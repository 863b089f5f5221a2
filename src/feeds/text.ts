/** Markup to plain text and plain text to comparable text, linear in the length of whatever is handed in. */
import { decodeHTML } from 'entities';
import { cdataText, localName, type Token, tokens } from './markup.ts';

/** Elements that stand on a line of their own: words on both sides never touch. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody td tfoot th thead ' +
    'title tr ul'
  ).split(' '),
);

/** Unicode's paragraph separator: where a block begins or ends, until line ends of the source have become spaces. */
const BREAK = '\u2029';

/** Spaces but for single plain ones. */
const UNEVEN = /\s{2,}|[^\S ]/;
const ALL_UNEVEN = new RegExp(UNEVEN, 'g');

/** Elements whose contents nobody reads. */
const UNREAD = new Set(['script', 'style']);

/**
 * HTML (or XHTML, or text with entities) to plain text: every word in its order, blocks on lines of their own, spaces
 * collapsed. A `<` that opens no tag stays.
 */
export function plainText(html: string): string {
  if (isPlain(html)) return html.trim();
  let text = '';
  let unread: string | null = null;
  for (const token of tokens(html)) {
    const tag = tagOf(token);
    if (unread === null) text += tag === null ? textOf(html, token) : breakOf(tag);
    if (tag !== null && UNREAD.has(tag)) unread = unreadAfter(unread, tag, token);
  }
  return text.replace(ALL_UNEVEN, lineOrSpace).trim();
}

function isPlain(html: string): boolean {
  return !html.includes('<') && !html.includes('&') && !UNEVEN.test(html);
}

function tagOf(token: Token): string | null {
  return token.kind === 'open' || token.kind === 'close' ? localName(token.name) : null;
}

function breakOf(tag: string): string {
  return BLOCKS.has(tag) ? BREAK : '';
}

function textOf(html: string, token: Token): string {
  if (token.kind === 'cdata') return cdataText(html, token);
  return token.kind === 'text' ? decodeHTML(html.slice(token.start, token.end)) : '';
}

function unreadAfter(unread: string | null, tag: string, token: Token): string | null {
  if (token.kind === 'open') return unread ?? (token.empty ? null : tag);
  return unread === tag ? null : unread;
}

function lineOrSpace(spaces: string): string {
  return spaces.includes(BREAK) ? '\n' : ' ';
}

/** Text that is not markup, spaces collapsed. */
export function oneLine(text: string): string {
  return text.replace(ALL_UNEVEN, ' ').trim();
}

const BEYOND_ASCII = /[^\s -~]/;

/** For comparing: compatibility forms folded, lower case, punctuation and spaces reduced to single spaces. */
export function normalised(text: string): string {
  if (!BEYOND_ASCII.test(text))
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim();
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

/** `[start, rest]`: a start of at most `max` characters that ends between words where it can, and what follows it. */
export function splitAtWord(text: string, max: number): readonly [string, string] {
  if (text.length <= max) return [text, ''];
  const space = Math.max(text.lastIndexOf(' ', max), text.lastIndexOf('\n', max));
  const cut = space > 0 ? space : lastWholeCharacter(text, max);
  return [text.slice(0, cut).trimEnd(), text.slice(cut).trimStart()];
}

/** A surrogate pair is never cut in two. */
function lastWholeCharacter(text: string, max: number): number {
  const code = text.charCodeAt(max - 1);
  return code >= 0xd800 && code <= 0xdbff ? max - 1 : max;
}
