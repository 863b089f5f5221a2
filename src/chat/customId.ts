/**
 * What a button does, in its custom id, so that it works after a restart: `1/deadline/confirm?proposal=1a2b3c`, and with
 * `#date` at its end where that option is asked for first. Discord takes 100 characters at most.
 */
import type { CardAct } from '../domain/card.ts';

/** Before all else, so that a later release can tell its own ids from these, which stay on cards for years. */
const VERSION = 1;

const WRITTEN = new RegExp(`^${VERSION}/([^/?#]+)/([^/?#]+)\\?([^#]*)(?:#(.+))?$`);

export function customId({ command, subcommand, options, asks }: CardAct): string {
  const filled = new URLSearchParams(options).toString();
  return `${VERSION}/${command}/${subcommand}?${filled}${asks === null ? '' : `#${asks}`}`;
}

/** What the button of a custom id does; null for an id that no release of ours gave. */
export function actOf(id: string): CardAct | null {
  const [, command, subcommand, filled, asks = null] = WRITTEN.exec(id) ?? [];
  if (command === undefined || subcommand === undefined) return null;
  return { command, subcommand, options: Object.fromEntries(new URLSearchParams(filled)), asks };
}
