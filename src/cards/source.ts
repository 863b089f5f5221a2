/** Who says so: a publisher with its label, and how many publishers stand behind something. */
import type { Evidence } from '../domain/deadline.ts';
import type { Origin, Said } from '../domain/origin.ts';
import type { Source } from '../domain/outlet.ts';
import { escaped, isReadable, plain, quotable } from './escape.ts';
import { type Line, line, RANK } from './limits.ts';
import { maskedLink } from './link.ts';
import { words } from './words.ts';

const NAME_LIMIT = 60;
/** 25 words of ordinary length; longer "words" are cut. */
const QUOTE_LIMIT = 240;

/** `press`, `state-controlled (RU)` */
export function labelText(source: Source): string {
  const label = words.labels[source.label];
  return source.state === null ? label : `${label} (${plain(source.state, 10)})`;
}

/** `BBC News, press`, the name linked to its report where there is a link. Markdown. */
export function sourceText(source: Source, link: string | null): string {
  return `${maskedLink(source.name, link, NAME_LIMIT)}, ${labelText(source)}`;
}

/** `BBC News`, `TASS (state-controlled)`. Markdown. */
export function whom(source: Source): string {
  const name = escaped(source.name, NAME_LIMIT);
  return source.label === 'state-controlled' ? words.origins.stateControlled(name) : name;
}

/** `citing Reuters`, `reprint of BBC News`; null for an outlet's own report. Markdown. */
export function originText(origin: Origin): string | null {
  switch (origin.kind) {
    case 'own':
      return null;
    case 'credited':
      return words.origins.credited(whom(origin.to));
    case 'quoted':
      return words.origins.quoted(whom(origin.primary));
    case 'agencies':
      return words.origins.agencies;
    case 'reprint':
    case 'reworded':
    case 'same_title':
      return words.origins[origin.kind](whom(origin.from));
  }
}

/** `press`, `press, citing Reuters`: what a line says of who says it. Markdown. */
export function standingText({ source, origin }: Said): string {
  const from = originText(origin);
  return from === null ? labelText(source) : `${labelText(source)}, ${from}`;
}

/** `BBC News, press, citing TASS (state-controlled)`, the name linked to its report where there is a link. Markdown. */
export function saidText(said: Said & { readonly link: string | null }): string {
  return `${maskedLink(said.source.name, said.link, NAME_LIMIT)}, ${standingText(said)}`;
}

/** Each publisher once. Markdown. */
export function sourceNames(sources: readonly Source[]): string {
  return [...new Set(sources.map((source) => escaped(source.name, NAME_LIMIT)))].join(', ');
}

/** What was said, in quotation marks; null when nothing readable was kept. Markdown. */
export function quoteText(evidence: Evidence | null): string | null {
  if (evidence === null || !isReadable(evidence.quote)) return null;
  return words.quote(escaped(quotable(evidence.quote), QUOTE_LIMIT));
}

/** The quote and who said it, a line each; nothing without evidence. */
export function evidenceLines(evidence: Evidence | null): readonly Line[] {
  if (evidence === null) return [];
  const quote = quoteText(evidence);
  const source = line(`-# ${saidText(evidence)}`, RANK.note);
  return quote === null ? [source] : [line(`> ${quote}`, RANK.quote), source];
}
