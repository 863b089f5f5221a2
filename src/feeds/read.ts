/** One document's bytes to items: all that is done to what strangers send, and nothing else, so that it can be fenced. */
import { hash } from 'node:crypto';
import type { DocumentMemory } from '../domain/feed.ts';
import { readDocument } from './document.ts';
import { type Failure, failureOfError } from './failure.ts';
import { type ItemReading, type ItemsOfDocument, itemsOf } from './item.ts';
import type { Memory } from './memory.ts';
import type { FeedDocument, NotAFeed } from './parse.ts';
import { unpack } from './unpack.ts';

/** A document as it was fetched, and for whom it is read. Plain data: it travels between threads. */
export interface Job extends Omit<ItemReading, 'memory'> {
  /** As they were sent. */
  readonly bytes: Uint8Array;
  /** How they are packed: Content-Encoding's value, null when it says nothing. */
  readonly packing: string | null;
  /** Of the unpacked document. */
  readonly maxBytes: number;
  /** sha-256 of the last document that was read; null when none was. */
  readonly knownHash: string | null;
  /** The charset its header names; null when it names none. */
  readonly charset: string | null;
  /** What the last document left; null when nothing is known of it. */
  readonly memory: DocumentMemory | null;
}

export interface ReadFeed extends ItemsOfDocument {
  readonly kind: 'read';
  /** sha-256 of the unpacked document. */
  readonly bodyHash: string;
  /** Minutes the channel asks to wait between polls; null when it asks nothing. */
  readonly ttlMinutes: number | null;
}

const CUT_BEFORE_ALL: NotAFeed = {
  kind: 'not_a_feed',
  verdict: 'truncated',
  reason: 'the document ends before its first entry does; look again later',
};

/** Half an entry would be met again whole, under another name. */
function isCutBeforeAll({ slots }: FeedDocument): boolean {
  return slots.length > 0 && slots.every((slot) => slot.kind === 'read' && slot.isCut);
}

/** A document that is the last one again. */
export interface SameDocument {
  readonly kind: 'same';
}

/** Never rejects for what a document holds. `memory` is what the job's name stands for. */
export async function read(job: Job, memory: Memory): Promise<ReadFeed | SameDocument | NotAFeed | Failure> {
  const bytes = unpacked(job);
  if (!Buffer.isBuffer(bytes)) return bytes;
  const bodyHash = hash('sha256', bytes, 'hex');
  if (job.complete && bodyHash === job.knownHash) return { kind: 'same' };
  const { document } = await readDocument(bytes, job.charset, job.url, memory);
  if (document.kind === 'not_a_feed') return document;
  if (isCutBeforeAll(document)) return CUT_BEFORE_ALL;
  const found = itemsOf(document, { ...job, memory });
  const problems = [...document.problems, ...found.problems];
  return { kind: 'read', ...found, bodyHash, problems, ttlMinutes: document.ttlMinutes };
}

function unpacked({ bytes, packing, maxBytes }: Job): Buffer | Failure {
  try {
    return unpack(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), packing, maxBytes);
  } catch (error) {
    return failureOfError(error);
  }
}
