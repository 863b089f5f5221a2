/** What a storyline's own thread begins with: what it is about. */
import type { Card } from '../domain/card.ts';
import type { Audience } from '../domain/message.ts';
import type { Storyline } from '../domain/storyline.ts';
import { ACCENTS } from './accent.ts';
import { escaped, plain } from './escape.ts';
import { buttons, line, RANK, section, withinLimits } from './limits.ts';
import { followButton, storylineTitle } from './storyline.ts';
import { words } from './words.ts';

const SUMMARY_LIMIT = 600;

/** Discord's, for the name of a thread. */
const NAME_LIMIT = 100;

/** What the thread is called: 1 to 100 characters. */
export function threadName({ title, slug }: Storyline): string {
  return plain(title, NAME_LIMIT) || slug;
}

export function threadCard(storyline: Storyline, audience: Pick<Audience, 'hasRole'>): Card {
  const about = escaped(storyline.summary, SUMMARY_LIMIT);
  return {
    summary: threadName(storyline),
    accent: ACCENTS.list,
    blocks: withinLimits([
      section([
        line(`### ${storylineTitle(storyline)}`, RANK.always),
        ...(about === '' ? [] : [line(about, RANK.lede)]),
        line(`-# ${words.thread.says}`, RANK.always),
      ]),
      buttons(followButton(storyline, audience)),
    ]),
  };
}
