import type { CardButton } from '../domain/card.ts';
import type { Audience } from '../domain/message.ts';
import type { Storyline } from '../domain/storyline.ts';
import { escaped } from './escape.ts';
import { act } from './link.ts';
import { words } from './words.ts';

const TITLE_LIMIT = 100;

/** A storyline's title; markdown. */
export function storylineTitle({ title }: Storyline): string {
  return escaped(title, TITLE_LIMIT);
}

/** The small line that says which storyline a card belongs to; markdown. */
export function storylineText(storyline: Storyline): string {
  return `-# ${storylineTitle(storyline)}`;
}

/** Gives whoever presses it the role that a storyline calls; none where it calls none. */
export function followButton({ slug }: Storyline, { hasRole }: Pick<Audience, 'hasRole'>): readonly CardButton[] {
  return hasRole ? [act(words.buttons.follow, 'story follow', { storyline: slug })] : [];
}
