/** Compressed bodies to bytes, never more than the cap. Synchronous: it runs where documents are read, in their thread. */
import { brotliDecompressSync, constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const { BROTLI_OPERATION_FLUSH, Z_SYNC_FLUSH } = constants;

/** The body would be larger than the cap. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

/** The body is packed again and again, which no server does by mistake. */
export class PackedTooOften extends Error {
  override readonly name = 'PackedTooOften';
}

/** Every one costs a pass over up to the cap. */
const PACKINGS_AT_MOST = 2;

type Unpacker = (bytes: Buffer, maxBytes: number) => Buffer;

/** Most feeds fit into one or two pieces of this size; each piece has its price, and joining them another. */
const chunkSize = 64 * 1024;

/** The flush modes give what a body that was cut off still holds. */
const UNPACKERS: ReadonlyMap<string, Unpacker> = new Map([
  ['gzip', unzip],
  ['x-gzip', unzip],
  ['deflate', inflateEither],
  ['br', unpackBrotli],
]);

function unzip(bytes: Buffer, maxOutputLength: number): Buffer {
  return gunzipSync(bytes, { chunkSize, maxOutputLength, finishFlush: Z_SYNC_FLUSH });
}

function unpackBrotli(bytes: Buffer, maxOutputLength: number): Buffer {
  return brotliDecompressSync(bytes, { chunkSize, maxOutputLength, finishFlush: BROTLI_OPERATION_FLUSH });
}

/** Servers send `deflate` with and without the zlib header that the standard asks for. */
function inflateEither(bytes: Buffer, maxOutputLength: number): Buffer {
  const options = { chunkSize, maxOutputLength, finishFlush: Z_SYNC_FLUSH };
  return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflateSync(bytes, options) : inflateRawSync(bytes, options);
}

/**
 * `contentEncoding` is the header's value; what it names is undone last first. A body that is called gzip and is not
 * passes as it is, one that is gzip unasked is unpacked. Throws `TooLarge`, `PackedTooOften`, or zlib's error for bytes
 * that are broken.
 */
export function unpack(bytes: Buffer, contentEncoding: string | null, maxBytes: number): Buffer {
  const named = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => UNPACKERS.has(name));
  if (named.length > PACKINGS_AT_MOST) throw new PackedTooOften('its body is packed more than twice');
  let unpacked = bytes;
  for (const name of named.reverse()) {
    if (!name.endsWith('gzip') || isGzip(unpacked)) unpacked = capped(name, unpacked, maxBytes);
  }
  return isGzip(unpacked) ? capped('gzip', unpacked, maxBytes) : unpacked;
}

function capped(name: string, bytes: Buffer, maxBytes: number): Buffer {
  try {
    return UNPACKERS.get(name)?.(bytes, maxBytes) ?? bytes;
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLarge ? new TooLarge(`more than ${maxBytes} bytes when unpacked`, { cause: error }) : error;
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
