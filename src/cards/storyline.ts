import type { Storyline } from '../domain/storyline.ts';
import { escaped } from './escape.ts';

const TITLE_LIMIT = 100;

/** A storyline's title; markdown. */
export function storylineTitle({ title }: Storyline): string {
  return escaped(title, TITLE_LIMIT);
}

/** The small line that says which storyline a card belongs to; markdown. */
export function storylineText(storyline: Storyline): string {
  return `-# ${storylineTitle(storyline)}`;
}
