/** A date as moderators type it. */
import { shortWhen } from '../cards/when.ts';
import { words } from '../cards/words.ts';
import { readTyped, type TypedWindow } from '../decide/deadline/typed.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Instant, Zone } from '../domain/time.ts';

/** The one thing that `text` may mean, in `zone` where it names none. Throws a Refusal where it is unclear. */
export function typedDate(text: string, zone: Zone, now: Instant): TypedWindow {
  const typed = readTyped(text, zone, now);
  if (typed.kind === 'problem') throw new Refusal(words.typed.problems[typed.problem](text));
  const [first, ...others] = typed.windows;
  if (others.length === 0) return first;
  throw new Refusal(words.typed.ambiguous(typed.windows.map((each) => shortWhen(each.window))));
}
