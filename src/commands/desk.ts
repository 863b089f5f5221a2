/** `/desk`: the desk in one server. */

import { ACCENTS } from '../cards/accent.ts';
import { auditCard } from '../cards/audit.ts';
import { calendarCard, helpCard, permissionsCard, setUpCard, statusCard } from '../cards/desk.ts';
import { saying } from '../cards/lists.ts';
import { words } from '../cards/words.ts';
import { LATELY } from '../decide/announce.ts';
import { undoRuling } from '../decide/rulings.ts';
import { setUpOf, writeSetUp } from '../decide/setUp.ts';
import { changeGuild, followIn, lastAct, undoAct } from '../decide/steer.ts';
import { takeBack } from '../decide/word.ts';
import type { AuditedAct, AuditedChange } from '../domain/audit.ts';
import type { Card } from '../domain/card.ts';
import type { Change } from '../domain/change.ts';
import type { Call, Command, CommandPorts, Reply, Subcommand } from '../domain/command.ts';
import type { RoleId } from '../domain/ids.ts';
import { outwardsOf } from '../domain/outward.ts';
import type { Server } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import { plus } from '../domain/time.ts';
import { answerMessage, offerMessages } from './messages.ts';
import { openFeeds } from './openFeeds.ts';
import { factsOn } from './ownDates.ts';
import { toldAgain } from './pausing.ts';
import {
  channelOption,
  checkChannel,
  free,
  languageOption,
  needed,
  offerLanguages,
  offerStorylines,
  offerZones,
  openStorylines,
  placeIn,
  roleOption,
  settle,
  storylineCalled,
  textOption,
  zoneOption,
} from './settings.ts';
import { unknownSubcommand } from './unknown.ts';

function answering(name: string, description: string): Subcommand {
  return { name, description, steering: true, options: [needed('message', 'text', words.commands.deskMessage, true)] };
}

const SUBCOMMANDS: readonly Subcommand[] = [
  {
    name: 'setup',
    description: words.commands.deskSetup,
    steering: true,
    options: [
      needed('channel', 'channel', words.commands.deskSetupChannel),
      free('moderators', 'channel', words.commands.deskSetupModerators),
      free('role', 'role', words.commands.deskSetupRole),
      free('zone', 'text', words.commands.deskSetupZone, true),
      free('storyline', 'text', words.commands.deskSetupStoryline, true),
      free('language', 'text', words.commands.deskSetupLanguage, true),
    ],
  },
  { name: 'status', description: words.commands.deskStatus, steering: false, options: [] },
  { name: 'permissions', description: words.commands.deskPermissions, steering: true, options: [] },
  { name: 'calendar', description: words.commands.deskCalendar, steering: false, options: [] },
  { name: 'export', description: words.commands.deskExport, steering: true, options: [] },
  { name: 'audit', description: words.commands.deskAudit, steering: true, options: [] },
  { name: 'undo', description: words.commands.deskUndo, steering: true, options: [] },
  answering('resend', words.commands.deskResend),
  answering('leave', words.commands.deskLeave),
  { name: 'help', description: words.commands.deskHelp, steering: false, options: [] },
];

/** So many changes are looked through. */
const AUDITED = 100;
const NEWEST = 100;

async function storylinesIn(call: Call, ports: CommandPorts) {
  const open = await openStorylines(call, ports);
  const named = textOption(call, 'storyline');
  return named === '' ? open : [storylineCalled(named, open)];
}

/** Every channel that is named must let the bot work, before anything becomes true. */
async function setUp(call: Call, ports: CommandPorts): Promise<Card> {
  const channel = channelOption(call, 'channel') ?? call.channel;
  const moderators = channelOption(call, 'moderators');
  const place = placeIn(channel, ports);
  if (moderators !== null) checkChannel(moderators, ports);
  const role = roleOption(call, channel, ports);
  const zone = zoneOption(call);
  const storylines = await storylinesIn(call, ports);
  const server = await ports.store.server(call.guild);
  const { settings, follows } = server;
  const language = languageOption(call) ?? settings.language;
  const chosen = { moderators: moderators ?? settings.moderators, zone: zone ?? settings.zone, language };
  const changes = [
    ...followIn(storylines, { guild: call.guild, role, ...place }, ports.usual, follows),
    ...changeGuild(settings, chosen),
  ];
  await settle(call, server, changes, ports);
  return setUpCard(await ports.store.server(call.guild), channel);
}

async function status(call: Call, { store }: CommandPorts): Promise<Card> {
  const { guild, now } = call;
  const server = await store.server(guild);
  const own = new Set(server.follows.map(({ id }) => id));
  const threads = (await store.threads()).filter(({ follow }) => own.has(follow));
  const channels = new Set<string | null>([
    ...server.follows.map(({ channel }) => channel),
    ...threads.map(({ posted }) => posted),
  ]);
  const pauses = await store.pauses(now);
  return statusCard({
    server,
    waiting: (await store.proposals(guild)).length,
    closed: pauses.filter(({ cause, channel }) => cause === 'closed' && channels.has(channel)),
    feeds: (await openFeeds(call, { store })).filter(({ feed }) => feed.enabled),
  });
}

async function permissions({ guild }: Call, { store, premises }: CommandPorts): Promise<Card> {
  const { settings, follows } = await store.server(guild);
  const used = [...follows.map(({ channel }) => channel), ...(settings.moderators ? [settings.moderators] : [])];
  const roles = new Map<RoleId, (typeof follows)[number]>();
  for (const follow of follows) if (follow.role !== null) roles.set(follow.role, follow);
  return permissionsCard({
    channels: [...new Set(used)].map((channel) => {
      const inThreads = follows.some((follow) => follow.channel === channel && follow.inThread);
      return { channel, lacks: premises.lacks(channel, inThreads) };
    }),
    roles: [...roles].map(([role, { channel }]) => ({ role, use: premises.roleUse(guild, role, channel) })),
    invitation: premises.invitation(),
  });
}

type AuditedDate = Extract<AuditedChange, { kind: 'deadline' }>;

/** What takes back what a moderator said of a date. Throws a Refusal where that was changed since. */
async function dateBack({ id: act }: AuditedAct, said: AuditedDate, call: Call, { store }: CommandPorts) {
  const found = await store.deadline(said.deadline.id);
  if (found === null) throw new Refusal(words.ownDates.problems.changed_since);
  const { deadline } = found;
  const back = takeBack(deadline, said.after.number, await factsOn(deadline.storyline, call, { store }), call);
  if (back.kind === 'problem') throw new Refusal(words.ownDates.problems[back.problem]);
  const undone: Change = { kind: 'act.undone', act, because: 'a moderator took it back' };
  return [...back.changes, undone];
}

/** What takes an act back: dates and rulings have an undoing of their own. Throws a Refusal where nothing does. */
async function backOf(act: AuditedAct, server: Server, call: Call, ports: CommandPorts): Promise<readonly Change[]> {
  const date = act.changes.find((change) => change.kind === 'deadline');
  if (date?.kind === 'deadline') return dateBack(act, date, call, ports);
  const ruled = act.changes.find((change) => change.kind === 'ruling');
  if (ruled?.kind !== 'ruling') {
    const undone = undoAct(act, server, call.now);
    if (undone.kind === 'problem') throw new Refusal(words.desk.undo[undone.problem]);
    return undone.changes;
  }
  const docket = await ports.store.docket(call.guild, NEWEST, plus(call.now, -LATELY));
  const ruling = docket.rulings.find(({ id }) => id === ruled.ruling);
  if (ruling === undefined) throw new Refusal(words.desk.undo.changed_since);
  const undone = undoRuling(ruling, docket, call);
  if (undone.kind === 'problem') throw new Refusal(words.docket.problems[undone.problem]);
  return undone.changes;
}

async function undo(call: Call, ports: CommandPorts): Promise<Card> {
  const act = lastAct(await ports.store.audit(call.guild, AUDITED));
  if (act === null) throw new Refusal(words.desk.undo.nothing);
  const server = await ports.store.server(call.guild);
  const back = await backOf(act, server, call, ports);
  const changes = [...back, ...(await toldAgain(back, call, server, ports))];
  await ports.commit(changes, { at: call.now, actor: `member:${call.member}`, guild: call.guild });
  const rests = back.some((change) => change.kind === 'follow.set' && change.follow.pausedAt === call.now);
  return auditCard([act], rests ? words.desk.undo.rests : words.desk.back, await openStorylines(call, ports));
}

async function audit(call: Call, ports: CommandPorts): Promise<Card> {
  const acts = await ports.store.audit(call.guild, AUDITED);
  if (acts.length === 0) return saying(words.desk.audit, ACCENTS.list, words.desk.noAudit);
  return auditCard(acts, words.desk.audit, await openStorylines(call, ports));
}

/** Where the calendars and the alerts of this server are read elsewhere. Throws a Refusal where nobody could read them. */
async function calendar(call: Call, ports: CommandPorts): Promise<Card> {
  const { follows } = await ports.store.server(call.guild);
  const outwards = outwardsOf(follows.map(({ storyline }) => storyline));
  const addresses = await ports.addressesOf(call.guild, outwards);
  if (addresses === null) throw new Refusal(words.desk.noAddress);
  const storylines = await openStorylines(call, ports);
  return calendarCard(
    outwards.flatMap((outward, index) => {
      const address = addresses[index];
      return address === undefined ? [] : [{ outward, address }];
    }),
    storylines,
  );
}

async function exported({ guild }: Call, { store }: CommandPorts): Promise<Reply> {
  const text = writeSetUp(setUpOf(guild, await store.catalogue()));
  const card = saying(words.desk.exported, ACCENTS.list, words.desk.exportedSays);
  const handout = { name: `deadline-desk-${guild}.json`, bytes: new TextEncoder().encode(text) };
  return { card, ephemeral: true, handout };
}

/** `others` are what `/desk help` tells of, beside itself. */
export function deskCommand(others: readonly Command[]): Command {
  const cardOf = async (call: Call, ports: CommandPorts): Promise<Card> => {
    switch (call.subcommand) {
      case 'setup':
        return setUp(call, ports);
      case 'status':
        return status(call, ports);
      case 'permissions':
        return permissions(call, ports);
      case 'calendar':
        return calendar(call, ports);
      case 'audit':
        return audit(call, ports);
      case 'undo':
        return undo(call, ports);
      case 'resend':
        return answerMessage('resend', call, ports);
      case 'leave':
        return answerMessage('give_up', call, ports);
      case 'help':
        return helpCard([desk, ...others]);
      default:
        throw unknownSubcommand(desk, call);
    }
  };
  const desk: Command = {
    name: 'desk',
    description: words.commands.desk,
    steering: false,
    subcommands: SUBCOMMANDS,
    async run(call, ports) {
      if (call.subcommand === 'export') return exported(call, ports);
      return { card: await cardOf(call, ports), ephemeral: true };
    },
    async offer(typing, ports) {
      if (typing.option === 'zone') return offerZones(typing.text);
      if (typing.option === 'message') return offerMessages(typing, ports);
      return typing.option === 'language' ? offerLanguages() : offerStorylines(typing, ports);
    },
  };
  return desk;
}
