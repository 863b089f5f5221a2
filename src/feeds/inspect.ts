/** What `desk inspect feed` says of one saved document. */

import type { Entry } from '../domain/item.ts';
import type { Instant } from '../domain/time.ts';
import { readDocument } from './document.ts';
import type { FeedFormat } from './parse.ts';

export interface ReportedItem {
  /** The entry's guid, else its link: by what the document itself tells entries apart. */
  readonly id: string | null;
  readonly guid: string | null;
  readonly title: string;
  readonly link: string | null;
  readonly published: Instant | null;
  readonly updated: Instant | null;
  /** Plain text; the content's where the entry has none of its own. */
  readonly summary: string;
  /** Plain text. */
  readonly content: string;
}

export interface FeedReport {
  readonly file: string;
  readonly ok: boolean;
  readonly format: FeedFormat | null;
  readonly encoding: string;
  readonly title: string | null;
  readonly items: readonly ReportedItem[];
  readonly problems: readonly string[];
}

function reportedItem(entry: Entry): ReportedItem {
  const { guid, link, summary, content } = entry;
  return { ...entry, id: guid ?? link, summary: summary === '' ? content : summary };
}

/** `name` is how the file is called in the report; relative links stand on `baseUrl`. Never rejects. */
export async function inspectFeed(bytes: Uint8Array, name: string, baseUrl?: string): Promise<FeedReport> {
  const { encoding, document } = await readDocument(bytes, null, baseUrl ?? null);
  if (document.kind === 'not_a_feed') {
    return { file: name, ok: false, format: null, encoding, title: null, items: [], problems: [document.reason] };
  }
  const items = document.entries.map(reportedItem);
  const { format, title, problems } = document;
  return { file: name, ok: true, format, encoding, title, items, problems };
}
