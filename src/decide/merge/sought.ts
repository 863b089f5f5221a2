/** Which developments an item may join, as a store can find them: more than those it is alike, and never fewer. */
import type { StorylineSlug } from '../../domain/ids.ts';
import type { Item } from '../../domain/item.ts';
import { type Instant, plus } from '../../domain/time.ts';
import type { SoughtTitle, TitleReader } from '../../domain/title.ts';
import type { Commonness } from '../match/commonness.ts';
import { isRare, reachOf } from './candidates.ts';
import { titleWords } from './likeness.ts';

/** How the words of titles are kept in a store. */
export const TITLE_READER: TitleReader = { version: 6, wordsOf: titleWords };

/** A word that is common in news at large is not rare in a storyline either. */
function tellsAlone(word: string, commonness: Commonness): boolean {
  return commonness.hasStem(word) && isRare(-Math.log(commonness.ofStem(word)));
}

/** What to look for developments by that an item of these storylines may join. */
export function soughtTitle(item: Item, storylines: readonly StorylineSlug[], commonness: Commonness): SoughtTitle {
  const words = titleWords(item);
  const written: Instant = item.published ?? item.seen;
  const reach = reachOf(item);
  return {
    identities: item.identities,
    storylines,
    words,
    telling: new Set([...words].filter((word) => tellsAlone(word, commonness))),
    from: plus(written, -reach),
    until: plus(written, reach),
  };
}
