/** A storyline that is told no more for a while, and told again. */
import { ACCENTS } from '../cards/accent.ts';
import { buttons, line, RANK, section, withinLimits } from '../cards/limits.ts';
import { act } from '../cards/link.ts';
import { storylineTitle } from '../cards/storyline.ts';
import { words } from '../cards/words.ts';
import { tellAgain, wakes } from '../decide/resume.ts';
import { changeFollows } from '../decide/steer.ts';
import type { Card } from '../domain/card.ts';
import type { Change } from '../domain/change.ts';
import type { Call, Choice, CommandPorts, Typing } from '../domain/command.ts';
import type { Server } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Follow, Storyline } from '../domain/storyline.ts';
import { fitting } from './offer.ts';
import { openStorylines, settle, storylineCalled, textOption } from './settings.ts';

/** So many of the newest developments are looked through for what was missed. */
const LOOKED_THROUGH = 300;

/** What follows from changes that end a pause; `server` is how it stood before them. */
export async function toldAgain(
  changes: readonly Change[],
  { guild, now }: Pick<Call, 'guild' | 'now'>,
  server: Server,
  { store }: Pick<CommandPorts, 'store'>,
): Promise<readonly Change[]> {
  if (!wakes(changes, server.follows)) return [];
  return tellAgain(changes, await store.docket(guild, LOOKED_THROUGH, now), server.settings, now);
}

interface Named {
  readonly storyline: Storyline;
  readonly follows: readonly Follow[];
  readonly server: Server;
}

/** The storyline that is named, and where it is followed. Throws a Refusal where it is not. */
async function followedIn(call: Call, ports: CommandPorts): Promise<Named> {
  const storyline = storylineCalled(textOption(call, 'storyline'), await openStorylines(call, ports));
  const server = await ports.store.server(call.guild);
  const follows = server.follows.filter((follow) => follow.storyline === storyline.slug);
  if (follows.length === 0) throw new Refusal(words.pausing.notFollowed(storyline.title));
  return { storyline, follows, server };
}

function answerCard(summary: string, markdown: string, back: Parameters<typeof buttons>[0]): Card {
  const lines = [line(`### ${summary}`, RANK.always), line(markdown, RANK.always)];
  return { summary, accent: ACCENTS.change, blocks: withinLimits([section(lines), buttons(back)]) };
}

/** Nothing new of it is posted in the server from now on. */
export async function pause(call: Call, ports: CommandPorts): Promise<Card> {
  const { storyline, follows, server } = await followedIn(call, ports);
  const told = follows.filter(({ pausedAt }) => pausedAt === null);
  if (told.length === 0) throw new Refusal(words.pausing.already(storyline.title));
  await settle(call, server, changeFollows(told, { pausedAt: call.now }), ports);
  const back = act(words.buttons.resume, 'story resume', { storyline: storyline.slug });
  return answerCard(words.pausing.paused(storylineTitle(storyline)), words.pausing.pausedMeans, [back]);
}

/** It is posted again, and what was missed comes in one message a channel. */
export async function resume(call: Call, ports: CommandPorts): Promise<Card> {
  const { storyline, follows, server } = await followedIn(call, ports);
  const paused = follows.filter(({ pausedAt }) => pausedAt !== null);
  if (paused.length === 0) throw new Refusal(words.pausing.notPaused(storyline.title));
  const changes = changeFollows(paused, { pausedAt: null });
  const told = await toldAgain(changes, call, server, ports);
  await settle(call, server, [...changes, ...told], ports);
  const back = act(words.buttons.pause, 'story pause', { storyline: storyline.slug });
  const hasMissed = told.some(({ kind }) => kind === 'catch_up.made');
  const missed = hasMissed ? words.pausing.missed : words.pausing.nothingMissed;
  return answerCard(words.pausing.resumed(storylineTitle(storyline)), missed, [back]);
}

/** Storylines that are followed, those paused or those told. */
export async function offerFollowed(
  { guild, text }: Typing,
  arePaused: boolean,
  ports: Pick<CommandPorts, 'store'>,
): Promise<readonly Choice[]> {
  const { follows } = await ports.store.server(guild);
  const fit = follows.filter(({ pausedAt }) => (pausedAt !== null) === arePaused);
  const own = (await openStorylines({ guild }, ports)).filter(({ slug }) => fit.some((one) => one.storyline === slug));
  return fitting(
    own.map(({ title, slug }) => ({ name: title, value: slug })),
    text,
  );
}
