/** One document's bytes to items: all that is done to what strangers send, and nothing else, so that it can be fenced. */

import { readDocument } from './document.ts';
import { type ItemReading, type ItemsOfDocument, itemsOf } from './item.ts';
import type { NotAFeed } from './parse.ts';

/** A document as it was fetched, and for whom it is read. Plain data: it travels between threads. */
export interface Job extends ItemReading {
  readonly bytes: Uint8Array;
  /** The charset its header names; null when it names none. */
  readonly charset: string | null;
}

export interface ReadFeed extends ItemsOfDocument {
  readonly kind: 'read';
  /** Minutes the channel asks to wait between polls; null when it asks nothing. */
  readonly ttlMinutes: number | null;
}

export type ReadResult = ReadFeed | NotAFeed;

/** Never rejects for what a document holds. */
export async function read(job: Job): Promise<ReadResult> {
  const { document } = await readDocument(job.bytes, job.charset, job.url, job.memory);
  if (document.kind === 'not_a_feed') return document;
  const found = itemsOf(document, job);
  return {
    kind: 'read',
    ...found,
    problems: [...document.problems, ...found.problems],
    ttlMinutes: document.ttlMinutes,
  };
}
