/** What an element of a feed says: its words in order, whether written as text, CDATA, escaped HTML or XHTML. */
import { decodeHTMLStrict } from 'entities';
import { cdataText, type Token } from './markup.ts';
import { oneLine, plainText } from './text.ts';

/** What looks like HTML in an Atom text that does not say its type. */
const HTML = /<\/?[a-z][^<>]*>|&#?\w{2,8};/i;

/**
 * Plain text of `parts`, the tokens inside an element of `source`. RSS has always meant HTML; Atom means what `type`
 * says, and plain text without one unless it looks otherwise.
 */
export function words(source: string, parts: readonly Token[], type: string | null, atom: boolean): string {
  if (parts.some((part) => part.kind === 'open' || part.kind === 'close')) {
    return plainText(parts.map((part) => asHtml(source, part, type === 'xhtml')).join(''));
  }
  const text = verbatim(source, parts);
  const html = !atom || (type === null ? HTML.test(text) : !/^\s*text(?:\/plain)?\s*$/i.test(type));
  return html ? plainText(text) : oneLine(text);
}

/** Text and CDATA joined, entities of the text decoded, nothing else touched. */
export function verbatim(source: string, parts: readonly Token[]): string {
  return parts.map((part) => verbatimPart(source, part)).join('');
}

function verbatimPart(source: string, part: Token): string {
  if (part.kind === 'text') return decodeHTMLStrict(source.slice(part.start, part.end));
  return part.kind === 'cdata' ? cdataText(source, part) : '';
}

/** Between elements, a CDATA section of XHTML is text; elsewhere it is HTML like its surroundings. */
function asHtml(source: string, part: Token, xhtml: boolean): string {
  if (part.kind === 'aside') return '';
  if (part.kind !== 'cdata') return source.slice(part.start, part.end);
  const text = cdataText(source, part);
  return xhtml ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
}
