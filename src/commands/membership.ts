/** Members who want to be called by a storyline have its role: asked for, and given back. */
import { ACCENTS } from '../cards/accent.ts';
import { roleText } from '../cards/alerts.ts';
import { buttons, line, RANK, section, withinLimits } from '../cards/limits.ts';
import { act } from '../cards/link.ts';
import { storylineTitle } from '../cards/storyline.ts';
import { words } from '../cards/words.ts';
import type { Card, CardButton } from '../domain/card.ts';
import type { Call, CommandPorts } from '../domain/command.ts';
import type { RoleId } from '../domain/ids.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Storyline } from '../domain/storyline.ts';
import { openStorylines, storylineCalled, textOption } from './settings.ts';

interface Membership {
  readonly storyline: Storyline;
  readonly role: RoleId;
}

/** The role of a storyline: that of the channel where it is asked for, else the first there is. Throws a Refusal for none. */
async function membershipIn(call: Call, ports: CommandPorts): Promise<Membership> {
  const storyline = storylineCalled(textOption(call, 'storyline'), await openStorylines(call, ports));
  const { follows } = await ports.store.server(call.guild);
  const calling = follows.filter((one) => one.storyline === storyline.slug && one.role !== null);
  const role = (calling.find(({ channel }) => channel === call.channel) ?? calling[0])?.role ?? null;
  if (role === null) throw new Refusal(words.follow.noRole(storyline.title));
  return { storyline, role };
}

function answerCard(summary: string, markdown: string, back: CardButton): Card {
  const lines = [line(`### ${summary}`, RANK.always), line(markdown, RANK.always)];
  return { summary, accent: ACCENTS.list, blocks: withinLimits([section(lines), buttons([back])]) };
}

/** The member has the role from now on. */
export async function follow(call: Call, ports: CommandPorts): Promise<Card> {
  const { storyline, role } = await membershipIn(call, ports);
  const isGiven = await ports.premises.give(call.guild, call.member, role);
  if (!isGiven) throw new Refusal(words.follow.denied(roleText(role)));
  const back = act(words.buttons.unfollow, 'story unfollow', { storyline: storyline.slug });
  return answerCard(words.follow.done(storylineTitle(storyline)), words.follow.called(roleText(role)), back);
}

/** The member has it no more. */
export async function unfollow(call: Call, ports: CommandPorts): Promise<Card> {
  const { storyline, role } = await membershipIn(call, ports);
  const isTaken = await ports.premises.take(call.guild, call.member, role);
  if (!isTaken) throw new Refusal(words.follow.denied(roleText(role)));
  const back = act(words.buttons.follow, 'story follow', { storyline: storyline.slug });
  return answerCard(words.follow.gone(storylineTitle(storyline)), words.follow.silent(roleText(role)), back);
}
