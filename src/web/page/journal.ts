/** The journal, page by page, and a search in it. */
import { z } from 'zod';
import { type Html, html, NOTHING } from '../../cards/html.ts';
import { id } from '../../domain/ids.ts';
import { type Instant, parseInstant } from '../../domain/time.ts';
import type { JournalEntry, JournalPlace } from '../../domain/views.ts';
import { table, timeOf } from './parts.ts';
import type { Asked, PagePorts, View } from './view.ts';

const LIMIT = 50;
/** So many entries are read in about ten milliseconds. */
const REACH = 5_000;
const LONGEST_TEXT = 100;

const placeSchema = z.tuple([
  z.string().refine((text) => parseInstant(text) !== null),
  z.string().max(40),
  z.coerce.number().int(),
]);

/** `2025-08-08T04:00:00.000Z,act,3` and back. */
function addressOf({ at, act, position }: JournalPlace): string {
  return [at, act, position].join(',');
}

function placeOf(text: string | null): JournalPlace | null {
  const read = placeSchema.safeParse(text?.split(','));
  if (!read.success) return null;
  const [at, act, position] = read.data;
  return { at: id<Instant>(at), act, position };
}

function textOf(query: URLSearchParams, name: string): string | null {
  const text = query.get(name)?.trim().slice(0, LONGEST_TEXT) ?? '';
  return text === '' ? null : text;
}

function rowOf({ at, kind, subject, because, actor }: JournalEntry): readonly Html[] {
  const about = html`<a href="/journal?subject=${encodeURIComponent(subject)}">${subject}</a>`;
  return [timeOf(at), html`<code>${kind}</code>`, about, html`${because}`, html`${actor}`];
}

function searchForm(text: string | null): Html {
  return html`<form role="search" action="/journal" method="get">
<label for="q">Search the journal</label>
<input id="q" name="q" type="search" value="${text ?? ''}" maxlength="${LONGEST_TEXT}">
<button type="submit">Search</button>
</form>
`;
}

function olderLink(next: JournalPlace | null, text: string | null, subject: string | null): Html {
  if (next === null) return html`<p class="note">This is the beginning of the journal.</p>`;
  const query = new URLSearchParams({
    ...(text === null ? {} : { q: text }),
    ...(subject === null ? {} : { subject }),
    before: addressOf(next),
  });
  return html`<p><a href="/journal?${query.toString()}" rel="next">Older entries, before ${timeOf(next.at)}</a></p>`;
}

/** Entries that the query's `q`, `subject` and `before` ask for. */
export async function journalPage({ query }: Asked, { store }: PagePorts): Promise<View> {
  const [text, subject] = [textOf(query, 'q'), textOf(query, 'subject')];
  const before = placeOf(query.get('before'));
  const { entries, next } = await store.journal({ text, subject, before, limit: LIMIT, reach: REACH });
  const body = html`${searchForm(text)}
${subject === null ? NOTHING : html`<p>About <code>${subject}</code>. <a href="/journal">All entries</a></p>`}
${table({
  caption: 'Entries, the newest first',
  heads: ['When', 'What', 'About', 'Why', 'By'],
  rows: entries.map(rowOf),
  empty: next === null ? 'nothing found.' : `nothing among ${REACH} entries; look further back.`,
})}${olderLink(next, text, subject)}`;
  return { title: 'Journal', body };
}
