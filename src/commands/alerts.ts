/** `/alerts`: where alerts go, whom they ping, and when. */
import { alertsCard } from '../cards/alerts.ts';
import { channelText } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import { threadKey } from '../decide/ids.ts';
import { changeFollows } from '../decide/steer.ts';
import type { Change } from '../domain/change.ts';
import type { Call, Command, CommandOption, CommandPorts, Subcommand } from '../domain/command.ts';
import { RUNG_STEPS, type RungStep } from '../domain/deadline.ts';
import type { ChannelId } from '../domain/ids.ts';
import type { Server } from '../domain/ports.ts';
import type { QuietHours } from '../domain/quiet.ts';
import { Refusal } from '../domain/refusal.ts';
import { type Follow, placeOf, UNCONFIRMED } from '../domain/storyline.ts';
import { HOUR, plus, UTC } from '../domain/time.ts';
import {
  channelOption,
  free,
  needed,
  numberOption,
  offerStorylines,
  offerZones,
  openStorylines,
  placeIn,
  roleOption,
  settle,
  textOption,
  zoneOption,
} from './settings.ts';
import { unknownSubcommand } from './unknown.ts';

const PLACE: readonly CommandOption[] = [
  free('channel', 'channel', words.commands.alertsWhere),
  free('storyline', 'text', words.commands.alertsStoryline, true),
];

function steering(name: string, description: string, options: readonly CommandOption[]): Subcommand {
  return { name, description, steering: true, options: [...options, ...PLACE] };
}

const SUBCOMMANDS: readonly Subcommand[] = [
  steering('channel', words.commands.alertsChannel, [needed('to', 'channel', words.commands.alertsTo)]),
  steering('thread', words.commands.alertsThread, [needed('own', 'yes_no', words.commands.alertsOwn)]),
  steering('publish', words.commands.alertsPublish, [needed('on', 'yes_no', words.commands.alertsOn)]),
  steering('role', words.commands.alertsRole, [free('role', 'role', words.commands.alertsRoleRole)]),
  steering('ladder', words.commands.alertsLadder, [needed('steps', 'text', words.commands.alertsSteps)]),
  steering('gate', words.commands.alertsGate, [
    free('post', 'number', words.commands.alertsPost),
    free('ping', 'number', words.commands.alertsPing),
    free('unconfirmed', 'text', words.commands.alertsUnconfirmed, true),
  ]),
  steering('quiet', words.commands.alertsQuiet, [
    needed('from', 'text', words.commands.alertsFrom),
    needed('until', 'text', words.commands.alertsUntil),
    free('zone', 'text', words.commands.alertsZone, true),
    free('urgent', 'yes_no', words.commands.alertsUrgent),
  ]),
  steering('digest', words.commands.alertsDigest, [
    free('posts', 'number', words.commands.alertsPosts),
    free('pings', 'number', words.commands.alertsPings),
  ]),
  steering('mute', words.commands.alertsMute, [needed('hours', 'number', words.commands.alertsHours)]),
];

/** `7d 24h, due` in the order of the ladder. Throws a Refusal for what is no step. */
function stepsIn(text: string): readonly RungStep[] {
  const named = text
    .toLowerCase()
    .split(/[\s,;]+/)
    .filter((part) => part !== '' && part !== 'none');
  const stranger = named.find((part) => !RUNG_STEPS.some((step) => step === part));
  if (stranger !== undefined) throw new Refusal(words.settings.noStep(stranger, RUNG_STEPS.join(', ')));
  return RUNG_STEPS.filter((step) => named.includes(step));
}

/** `7:00`, `07:00`. Throws a Refusal for what no clock shows. */
function clockIn(text: string): string {
  const [, hours, minutes] = /^(\d{1,2}):(\d{2})$/.exec(text) ?? [];
  if (hours === undefined || minutes === undefined || Number(hours) > 23 || Number(minutes) > 59) {
    throw new Refusal(words.settings.noClock(text));
  }
  return `${hours.padStart(2, '0')}:${minutes}`;
}

/** Hours that begin as they end are none. */
function quietIn(call: Call, { settings }: Server): QuietHours | null {
  const [from, until] = [clockIn(textOption(call, 'from')), clockIn(textOption(call, 'until'))];
  const zone = zoneOption(call) ?? settings.zone ?? UTC;
  return from === until ? null : { from, until, zone, urgent: call.options.get('urgent') === true };
}

function gateIn(call: Call, { gate }: Follow): Follow['gate'] {
  const wanted = textOption(call, 'unconfirmed');
  return {
    post: numberOption(call, 'post', 1, 9) ?? gate.post,
    ping: numberOption(call, 'ping', 1, 9) ?? gate.ping,
    unconfirmed: UNCONFIRMED.find((one) => one === wanted) ?? gate.unconfirmed,
  };
}

function capsIn(call: Call, { caps }: Follow): Follow['caps'] {
  return {
    posts: numberOption(call, 'posts', 1, 60) ?? caps.posts,
    pings: numberOption(call, 'pings', 0, 60) ?? caps.pings,
  };
}

/** Longer than a month is no pause. */
const LONGEST_MUTE = 720;

function mutedUntilIn(call: Call): Follow['mutedUntil'] {
  const hours = numberOption(call, 'hours', 0, LONGEST_MUTE) ?? 0;
  return hours === 0 ? null : plus(call.now, hours * HOUR);
}

/** Throws a Refusal where the channel is a forum, and a thread of its own is not wanted. */
function threadIn(call: Call, { channel }: Follow, ports: CommandPorts): Partial<Follow> {
  const isWanted = call.options.get('own') === true;
  if (!isWanted && ports.premises.isForum(channel)) throw new Refusal(words.settings.forumOnly);
  return placeIn(channel, ports, isWanted);
}

/** Throws a Refusal where nothing can be published: in threads, and in any other channel than one for announcements. */
function publishingIn(call: Call, { channel, inThread }: Follow, { premises }: CommandPorts): Partial<Follow> {
  const publishes = call.options.get('on') === true;
  if (publishes && (inThread || !premises.isAnnouncing(channel))) {
    throw new Refusal(words.settings.noAnnouncements(channelText(channel)));
  }
  return { publishes };
}

/** A thread that somebody deleted is made anew when moderators ask for it, and never by itself. */
async function threadsAgain(
  call: Call,
  follows: readonly Follow[],
  { store }: CommandPorts,
): Promise<readonly Change[]> {
  if (call.subcommand !== 'thread' || call.options.get('own') !== true) return [];
  const keys = new Set(follows.filter(({ inThread }) => inThread).map((follow) => threadKey(placeOf(follow))));
  const gone = (await store.threads()).filter(({ key, state }) => state === 'gone' && keys.has(key));
  return gone.map(({ key }): Change => {
    return { kind: 'message.answered', key, answer: 'resend', because: 'a moderator wants another thread' };
  });
}

/** What of one follow the call changes. */
function changeIn(call: Call, follow: Follow, server: Server, ports: CommandPorts): Partial<Follow> {
  switch (call.subcommand) {
    case 'channel':
      return placeIn(channelOption(call, 'to') ?? call.channel, ports, follow.inThread);
    case 'thread':
      return threadIn(call, follow, ports);
    case 'publish':
      return publishingIn(call, follow, ports);
    case 'role':
      return { role: roleOption(call, follow.channel, ports) };
    case 'ladder':
      return { ladder: stepsIn(textOption(call, 'steps')) };
    case 'gate':
      return { gate: gateIn(call, follow) };
    case 'quiet':
      return { quiet: quietIn(call, server) };
    case 'digest':
      return { caps: capsIn(call, follow) };
    case 'mute':
      return { mutedUntil: mutedUntilIn(call) };
    default:
      throw unknownSubcommand(alerts, call);
  }
}

/** In a thread that one storyline has for its own, that one; else all that is followed in the channel. */
async function followsAt(channel: ChannelId, follows: readonly Follow[], { store, premises }: CommandPorts) {
  const parent = premises.parentOf(channel);
  if (parent === null) return follows.filter((follow) => follow.channel === channel);
  const owner = (await store.threads()).find(({ posted }) => posted === channel)?.follow;
  return follows.filter((follow) => follow.channel === channel || follow.id === owner);
}

/** The follows that the call speaks of. Throws a Refusal where there is none. */
async function followsIn(call: Call, { follows }: Server, ports: CommandPorts): Promise<readonly Follow[]> {
  const channel = channelOption(call, 'channel') ?? call.channel;
  const here = await followsAt(channel, follows, ports);
  const others = [...new Set(follows.map((follow) => channelText(follow.channel)))];
  if (here.length === 0) throw new Refusal(words.settings.nothingHere(channelText(channel), others.join(', ')));
  const storyline = textOption(call, 'storyline');
  const own = storyline === '' ? here : here.filter((follow) => follow.storyline === storyline);
  if (own.length === 0) throw new Refusal(words.settings.notHere(storyline));
  return own;
}

export const alerts: Command = {
  name: 'alerts',
  description: words.commands.alerts,
  steering: true,
  subcommands: SUBCOMMANDS,
  async run(call, ports) {
    const server = await ports.store.server(call.guild);
    const follows = await followsIn(call, server, ports);
    const changes = [
      ...follows.flatMap((follow) => changeFollows([follow], changeIn(call, follow, server, ports))),
      ...(await threadsAgain(call, follows, ports)),
    ];
    await settle(call, server, changes, ports);
    const after = (await ports.store.server(call.guild)).follows;
    const touched = after.filter(({ id }) => follows.some((follow) => follow.id === id));
    const storylines = await openStorylines(call, ports);
    return { card: alertsCard(touched, storylines, { now: call.now, isChanged: changes.length > 0 }), ephemeral: true };
  },
  async offer(typing, ports) {
    if (typing.option === 'zone') return offerZones(typing.text);
    if (typing.option === 'unconfirmed') return UNCONFIRMED.map((one) => ({ name: one, value: one }));
    return offerStorylines(typing, ports);
  },
};
