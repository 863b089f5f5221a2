/** Markup to plain text and plain text to comparable text, linear in the length of whatever is handed in. */
import { decodeHTML } from 'entities';
import { cdataText, localName, type OpenTag, type Token, tokens } from './markup.ts';

/** Elements that stand on a line of their own: words on both sides never touch. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption dd details div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hr html li main nav ol option p pre section summary table tbody td tfoot th thead ' +
    'title tr ul'
  ).split(' '),
);

/** Spaces other than the plain one: in HTML they all mean the same, and lines end with elements. */
const OTHER_SPACES = /[^\S ]+/g;

/** What most titles hold nothing of: markup, entities, and spaces to collapse. */
const UNTIDY = /[<&]|\s\s|[^\S ]/;

/** Elements whose contents nobody reads. */
const UNREAD = new Set(['script', 'style']);

/**
 * HTML (or XHTML, or text with entities) to plain text: every word in its order, blocks on lines of their own, spaces
 * collapsed. A `<` that opens no tag stays.
 */
export function plainText(html: string): string {
  if (!UNTIDY.test(html)) return html.trim();
  const pieces: string[] = [];
  let unread: string | null = null;
  for (const token of tokens(html)) {
    if (unread === null) pieces.push(pieceOf(html, token));
    unread = unreadAfter(unread, token);
  }
  return pieces
    .join('')
    .replace(/\s{2,}/g, lineOrSpace)
    .trim();
}

function unreadAfter(unread: string | null, token: Token): string | null {
  if (unread !== null) return token.kind === 'close' && localName(token.name) === unread ? null : unread;
  return opensUnread(token) ? localName(token.name) : null;
}

function opensUnread(token: Token): token is OpenTag {
  return token.kind === 'open' && !token.empty && UNREAD.has(localName(token.name));
}

function pieceOf(html: string, token: Token): string {
  if (token.kind === 'text') return decodeHTML(html.slice(token.start, token.end)).replace(OTHER_SPACES, ' ');
  if (token.kind === 'cdata') return cdataText(html, token).replace(OTHER_SPACES, ' ');
  if (token.kind === 'open' || token.kind === 'close') return BLOCKS.has(localName(token.name)) ? '\n' : '';
  return '';
}

function lineOrSpace(spaces: string): string {
  return spaces.includes('\n') ? '\n' : ' ';
}

/** Text that is not markup, spaces collapsed. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** For comparing: compatibility forms folded, lower case, punctuation and spaces reduced to single spaces. */
export function normalised(text: string): string {
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
