/** Links, built by us alone: no link that feed text asks for is ever made. */
import type { CardAct, CardButton } from '../domain/card.ts';
import { escapeMarkdown, plain } from './escape.ts';

/** Discord's limit for the URL of a button; longer ones would crowd out the text elsewhere. */
const URL_LIMIT = 512;
const LABEL_LIMIT = 80;

/** Characters that could end a masked link early. `encodeURIComponent` leaves parentheses and `'` as they are. */
function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`;
}

/** An http(s) URL that fits a masked link and a button; null for anything else, also for one that carries a login. */
export function httpUrl(text: string | null): string | null {
  if (text === null || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol) || url.username !== '' || url.password !== '') return null;
  const href = url.href.replace(/[()<>[\]\\|`"'\s]/g, percentEncoded);
  return href.length <= URL_LIMIT ? href : null;
}

/**
 * `[label](url)` of a label from outside, or the label alone when the URL is none. Brackets in the label become
 * parentheses: Discord pairs brackets before it looks at backslashes.
 */
export function maskedLink(label: string, url: string | null, max: number): string {
  const text = escapeMarkdown(plain(label, max).replaceAll('[', '(').replaceAll(']', ')'));
  const href = httpUrl(url);
  return href === null ? text : `[${text}](${href})`;
}

/** A row of at most one button; empty when there is nowhere to go. */
export function button(label: string, url: string | null): readonly CardButton[] {
  const href = httpUrl(url);
  return href === null ? [] : [{ kind: 'link', label: plain(label, LABEL_LIMIT), url: href }];
}

/** A button that uses a command with these options: `act('Why?', 'story why', { link })`. */
export function act(
  label: string,
  command: string,
  options: CardAct['options'],
  asks: string | null = null,
): CardButton {
  const [name = '', subcommand = ''] = command.split(' ');
  return { kind: 'act', label: plain(label, LABEL_LIMIT), act: { command: name, subcommand, options, asks } };
}
