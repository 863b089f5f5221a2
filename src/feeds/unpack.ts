/** Compressed bodies to bytes, never more than the cap. */
import { promisify } from 'node:util';
import zlib from 'node:zlib';

const { BROTLI_OPERATION_FLUSH, Z_SYNC_FLUSH } = zlib.constants;
const gunzip = promisify(zlib.gunzip);
const inflate = promisify(zlib.inflate);
const inflateRaw = promisify(zlib.inflateRaw);
const brotli = promisify(zlib.brotliDecompress);

/** The body would be larger than the cap. */
export class TooLarge extends Error {
  override readonly name = 'TooLarge';
}

type Unpacker = (bytes: Buffer, maxBytes: number) => Promise<Buffer>;

/** The flush modes give what a body that was cut off still holds. */
const UNPACKERS: ReadonlyMap<string, Unpacker> = new Map([
  ['gzip', (bytes, maxOutputLength) => gunzip(bytes, { maxOutputLength, finishFlush: Z_SYNC_FLUSH })],
  ['x-gzip', (bytes, maxOutputLength) => gunzip(bytes, { maxOutputLength, finishFlush: Z_SYNC_FLUSH })],
  ['deflate', inflateEither],
  ['br', (bytes, maxOutputLength) => brotli(bytes, { maxOutputLength, finishFlush: BROTLI_OPERATION_FLUSH })],
]);

/** Servers send `deflate` with and without the zlib header that the standard asks for. */
function inflateEither(bytes: Buffer, maxOutputLength: number): Promise<Buffer> {
  const options = { maxOutputLength, finishFlush: Z_SYNC_FLUSH };
  return ((bytes[0] ?? 0) & 0x0f) === 8 ? inflate(bytes, options) : inflateRaw(bytes, options);
}

/**
 * `contentEncoding` is the header's value; what it names is undone last first. A body that is called gzip and is not
 * passes as it is, one that is gzip unasked is unpacked. Rejects with `TooLarge`, or with zlib's error for bytes that
 * are broken.
 */
export async function unpack(bytes: Buffer, contentEncoding: string | null, maxBytes: number): Promise<Buffer> {
  const named = (contentEncoding ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim());
  const known = named.filter((name) => UNPACKERS.has(name) && !name.endsWith('gzip')).reverse();
  let unpacked = bytes;
  for (const name of known) unpacked = await capped(name, unpacked, maxBytes);
  return isGzip(unpacked) ? capped('gzip', unpacked, maxBytes) : unpacked;
}

async function capped(name: string, bytes: Buffer, maxBytes: number): Promise<Buffer> {
  try {
    return (await UNPACKERS.get(name)?.(bytes, maxBytes)) ?? bytes;
  } catch (error) {
    const tooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw tooLarge ? new TooLarge(`more than ${maxBytes} bytes when unpacked`, { cause: error }) : error;
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}
