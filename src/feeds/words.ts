/** What an element of a feed says: its words in order, whether written as text, CDATA, escaped HTML or XHTML. */
import { decodeHTMLStrict } from 'entities';
import { cdataText, type Token } from './markup.ts';
import { oneLine, plainText } from './text.ts';

/** What looks like HTML in an Atom text that does not say its type. */
const HTML = /<\/?[a-z][^<>]*>|&#?\w{2,8};/i;

/** Base64 without its line ends. */
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/**
 * Plain text of `parts`, the tokens inside an element of `source` with these `attributes`. RSS has always meant HTML;
 * Atom means what `type` says, and plain text without one unless it looks otherwise.
 */
export function words(
  source: string,
  parts: readonly Token[],
  attributes: ReadonlyMap<string, string>,
  atom: boolean,
): string {
  const type = attributes.get('type')?.trim().toLowerCase() ?? null;
  if (parts.some((part) => part.kind === 'open' || part.kind === 'close')) {
    return plainText(parts.map((part) => asHtml(source, part, type === 'xhtml')).join(''));
  }
  const text = verbatim(source, parts);
  if (!atom) return plainText(text);
  const unpacked = isPacked(type ?? '', attributes.get('mode')) ? fromBase64(text) : null;
  return unpacked === null ? atomWords(text, type) : plainText(unpacked);
}

function atomWords(text: string, type: string | null): string {
  const html = type === null ? HTML.test(text) : type !== 'text' && type !== 'text/plain';
  return html ? plainText(text) : oneLine(text);
}

/** RFC 4287, 4.1.3.3: a media type that is neither text nor XML is written in Base64. Atom 0.3 says so by its mode. */
function isPacked(type: string, mode: string | undefined): boolean {
  if (mode === 'base64') return true;
  return type.includes('/') && !type.startsWith('text/') && !type.endsWith('xml');
}

/** Null when it is no Base64 after all, empty when what it holds is no text. */
function fromBase64(text: string): string | null {
  const packed = text.replace(/\s+/g, '');
  if (packed.length % 4 !== 0 || !BASE64.test(packed)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(packed, 'base64'));
  } catch {
    return '';
  }
}

/** Text and CDATA joined, entities of the text decoded, nothing else touched. */
export function verbatim(source: string, parts: readonly Token[]): string {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return verbatimPart(source, only);
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
