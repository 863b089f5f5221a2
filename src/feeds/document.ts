/** Bytes of a document to a feed: what a poll and `desk inspect feed` share. */
import { decode } from './decode.ts';
import { type FeedDocument, type NotAFeed, parse } from './parse.ts';
import type { Known } from './tidy.ts';

export interface ReadDocument {
  /** WHATWG name of the encoding the bytes were read in. */
  readonly encoding: string;
  readonly document: FeedDocument | NotAFeed;
}

/**
 * `httpCharset` and `documentUrl` are null when nobody knows them. Entries whose digest is `known` are not read again.
 * Never rejects.
 */
export async function readDocument(
  bytes: Uint8Array,
  httpCharset: string | null,
  documentUrl: string | null,
  known: Known | null = null,
): Promise<ReadDocument> {
  const { text, encoding } = decode(bytes, httpCharset);
  return { encoding, document: await parse(text, documentUrl, known) };
}
