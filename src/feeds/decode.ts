/**
 * Bytes of a feed to text. What the bytes themselves show counts more than what anyone declares: byte order mark, then
 * the zero bytes of UTF-16 and UTF-32, then validity as UTF-8; only then the HTTP header and the XML declaration.
 * Miniflux and newsboat go the same way, because servers and templates declare encodings that files do not have.
 */

import { isUtf8 as isWholeUtf8 } from 'node:buffer';

export interface Decoded {
  readonly text: string;
  /** WHATWG name of the encoding used, such as `utf-8`, `windows-1251`, `utf-16le`. */
  readonly encoding: string;
}

const BYTE_ORDER_MARKS: readonly (readonly [encoding: string, mark: readonly number[]])[] = [
  ['utf-32le', [0xff, 0xfe, 0, 0]],
  ['utf-32be', [0, 0, 0xfe, 0xff]],
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** Which of the first four bytes are zero, when the text begins with `<` or space. */
const ZERO_PATTERNS: ReadonlyMap<string, string> = new Map([
  ['x000', 'utf-32le'],
  ['000x', 'utf-32be'],
  ['x0x0', 'utf-16le'],
  ['0x0x', 'utf-16be'],
]);

/**
 * 0x80-0x9F in windows-1252; U+FFFD marks bytes it does not use. Node 20 decodes them as control characters
 * (nodejs/node#56542, #60888), so this table does it on every version.
 */
const WINDOWS_1252 = '€\uFFFD‚ƒ„…†‡ˆ‰Š‹Œ\uFFFDŽ\uFFFD\uFFFD‘’“”•–—˜™š›œ\uFFFDžŸ';

const DECLARATION = /^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']/;
/** All but spaces and what is printed; a class that names Unicode's controls is searched four times as slowly. */
const CONTROLS = /[^\t\n\r -~\u00A0-\uFFFD]/g;

const UTF_8 = new TextDecoder('utf-8');

/** `httpCharset` is the charset of the Content-Type header, null when it names none. Never fails. */
export function decode(bytes: Uint8Array, httpCharset: string | null): Decoded {
  const encoding = encodingOf(bytes, httpCharset);
  return { encoding, text: cleaned(decodeAs(bytes, encoding)) };
}

function encodingOf(bytes: Uint8Array, httpCharset: string | null): string {
  const seen = markedEncoding(bytes) ?? ZERO_PATTERNS.get(zeroPattern(bytes)) ?? null;
  if (seen !== null) return seen;
  if (isUtf8(bytes)) return 'utf-8';
  const declared = [httpCharset, declaredEncoding(bytes)].map(knownEncoding);
  const single = declared.find((name) => name !== null && !name.startsWith('utf-'));
  return single ?? (declared.includes('utf-8') ? 'utf-8' : 'windows-1252');
}

function markedEncoding(bytes: Uint8Array): string | null {
  const found = BYTE_ORDER_MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  return found?.[0] ?? null;
}

function zeroPattern(bytes: Uint8Array): string {
  return Array.from(bytes.subarray(0, 4), (byte) => (byte === 0 ? '0' : 'x')).join('');
}

/** A character cut in two at the very end does not count against it: bodies are cut off. */
function isUtf8(bytes: Uint8Array): boolean {
  if (isWholeUtf8(bytes)) return true;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 512)).toString('latin1');
  return DECLARATION.exec(head)?.[1] ?? null;
}

/** Russian servers write `win-1251` and `windows1251`, and some put the label into quotes. */
function knownEncoding(label: string | null): string | null {
  if (label === null) return null;
  const bare = label.replace(/["'\s]/g, '');
  return encodingNamed(bare) ?? encodingNamed(bare.replace(/^(?:win|windows|cp)[-_]?(?=\d)/i, 'windows-'));
}

function encodingNamed(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  if (encoding === 'utf-8') return UTF_8.decode(bytes);
  if (encoding === 'windows-1252') return Buffer.from(bytes).toString('latin1');
  if (encoding.startsWith('utf-32')) return decodeUtf32(bytes, encoding === 'utf-32le');
  return new TextDecoder(encoding).decode(bytes);
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const characters: string[] = [];
  for (let at = 0; at + 4 <= bytes.byteLength; at += 4) {
    const code = view.getUint32(at, littleEndian);
    characters.push(code > 0x10_ffff ? '\uFFFD' : String.fromCodePoint(code));
  }
  return characters.join('').replace(/^\uFEFF/, '');
}

/** Controls 0x80-0x9F are windows-1252 quotes and dashes in a wrong dress; the others mean nothing in a feed. */
function cleaned(text: string): string {
  return text.replace(CONTROLS, (control) => WINDOWS_1252[control.charCodeAt(0) - 0x80] ?? '');
}
