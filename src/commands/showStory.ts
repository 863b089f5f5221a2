/** `/story show`: everything that is to be known of one storyline. */
import { escaped } from '../cards/escape.ts';
import { followButton } from '../cards/storyline.ts';
import { storyShownCard } from '../cards/storyShown.ts';
import { words } from '../cards/words.ts';
import { compileQuery } from '../decide/match/compile.ts';
import { namesOf } from '../decide/rules.ts';
import type { Card } from '../domain/card.ts';
import type { Call, CommandPorts } from '../domain/command.ts';
import { currentVersion, stateAfter } from '../domain/deadline.ts';
import type { Store } from '../domain/ports.ts';
import type { Storyline } from '../domain/storyline.ts';
import { addDays, dayIn, type Instant, UTC } from '../domain/time.ts';
import { inWords } from './queryInWords.ts';
import { openStorylines, storylineCalled, textOption } from './settings.ts';

const LATEST_SHOWN = 5;
const QUERY_LIMIT = 1_000;

/** The lines of a storyline's query in words. */
export function queryOf(storyline: Storyline, { vocabulary }: Pick<CommandPorts, 'vocabulary'>): readonly string[] {
  const { aliases, sources } = namesOf(vocabulary())(storyline);
  const compiled = compileQuery(storyline.query, aliases, sources);
  if (compiled.kind === 'compiled') return inWords(compiled.query.query, aliases);
  return [words.story.unreadable(escaped(storyline.query, QUERY_LIMIT))];
}

async function activityOf({ slug }: Storyline, store: Store, now: Instant) {
  const today = dayIn(now, UTC);
  const days = (await store.activity(addDays(today, -30))).filter(({ storyline }) => storyline === slug);
  const since = (day: string) => days.filter((one) => one.day > day).reduce((sum, { items }) => sum + items, 0);
  return { week: since(addDays(today, -7)), month: since(addDays(today, -30)) };
}

/** The card of one storyline, with its role for the asking. */
export async function showStory(call: Call, ports: CommandPorts): Promise<Card> {
  const { guild, now } = call;
  const { store } = ports;
  const storyline = storylineCalled(textOption(call, 'storyline'), await openStorylines(call, ports));
  const follows = (await store.server(guild)).follows.filter((follow) => follow.storyline === storyline.slug);
  const standing = (await store.deadlines(guild)).filter((deadline) => deadline.storyline === storyline.slug);
  return storyShownCard({
    storyline,
    query: queryOf(storyline, ports),
    follows,
    activity: await activityOf(storyline, store, now),
    latest: await store.latest({ storyline: storyline.slug, guild, limit: LATEST_SHOWN }),
    deadlines: standing.filter((deadline) => stateAfter(currentVersion(deadline)) === 'pending'),
    buttons: followButton(storyline, { hasRole: follows.some(({ role }) => role !== null) }),
    now,
  });
}
