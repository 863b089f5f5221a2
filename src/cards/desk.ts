/** The desk in one server: set up, how it stands, what it may do, what there is. */
import type { Card } from '../domain/card.ts';
import type { Command } from '../domain/command.ts';
import type { ListedFeed } from '../domain/facts.ts';
import type { ChannelId, RoleId } from '../domain/ids.ts';
import type { Outward } from '../domain/outward.ts';
import type { KeptPause } from '../domain/pause.ts';
import type { Server } from '../domain/ports.ts';
import type { Need, RoleUse } from '../domain/premises.ts';
import type { GuildSettings, Storyline } from '../domain/storyline.ts';
import { ACCENTS } from './accent.ts';
import { roleText } from './alerts.ts';
import { commandName, commandText } from './commandTexts.ts';
import { escaped } from './escape.ts';
import { languageName, languageOf } from './language.ts';
import { type Line, line, RANK, type Section, section, withinLimits } from './limits.ts';
import { channelText, more } from './lists.ts';
import { isTroubled } from './polling.ts';
import { storylineTitle } from './storyline.ts';
import { words } from './words.ts';

const REASON_LIMIT = 200;

function heading(text: string): Section {
  return section([line(`### ${text}`, RANK.always)]);
}

function listCard(summary: string, texts: readonly string[], after: readonly Section[] = []): Card {
  const lines = texts.map((text, index) => line(text, RANK.entry + index));
  return {
    summary,
    accent: ACCENTS.list,
    blocks: withinLimits([heading(summary), section(lines, more), ...after]),
  };
}

/** Where what is followed, the channels in the order of their first storyline. */
function followTexts({ follows }: Server): readonly string[] {
  const channels = [...new Set(follows.map(({ channel }) => channel))];
  return channels.map((channel) => {
    const storylines = new Set(follows.filter((one) => one.channel === channel).map((one) => one.storyline));
    return words.desk.follows(storylines.size, channelText(channel));
  });
}

/** What the server chose for all that it follows. */
export function settingTexts({ moderators, zone, language }: GuildSettings): readonly string[] {
  return [
    moderators === null ? words.desk.askedHere : words.desk.asked(channelText(moderators)),
    zone === null ? words.desk.noZone : words.desk.zone(words.zone(zone)),
    words.desk.language(languageName(languageOf(language))),
  ];
}

/** The answer to a set-up: how the channel stands, and what comes next. */
export function setUpCard(server: Server, channel: ChannelId): Card {
  const here = { ...server, follows: server.follows.filter((follow) => follow.channel === channel) };
  const next = section([line(`-# ${words.desk.next}`, RANK.always)]);
  return listCard(words.desk.ready, [...followTexts(here), ...settingTexts(server.settings)], [next]);
}

export interface DeskStatus {
  readonly server: Server;
  /** Proposals that wait for moderators. */
  readonly waiting: number;
  /** Its channels that are closed to the bot. */
  readonly closed: readonly KeptPause[];
  /** Those that are read. */
  readonly feeds: readonly ListedFeed[];
}

function closedText({ channel, reason }: KeptPause): string {
  return words.desk.closed(channel === null ? '' : channelText(channel), escaped(reason, REASON_LIMIT));
}

export function statusCard({ server, waiting, closed, feeds }: DeskStatus): Card {
  return listCard(words.desk.status, [
    ...closed.map((pause) => `**${closedText(pause)}**`),
    ...(server.follows.length === 0 ? [words.desk.nothing] : followTexts(server)),
    words.desk.waiting(waiting),
    ...settingTexts(server.settings),
    words.desk.feeds(feeds.length, feeds.filter(isTroubled).length),
  ]);
}

export interface DeskPermissions {
  readonly channels: readonly { readonly channel: ChannelId; readonly lacks: readonly Need[] | null }[];
  readonly roles: readonly { readonly role: RoleId; readonly use: RoleUse | null }[];
  readonly invitation: string;
}

function channelEntry({ channel, lacks }: DeskPermissions['channels'][number]): string {
  const name = channelText(channel);
  if (lacks === null) return words.desk.unseen(name);
  if (lacks.length === 0) return words.desk.allWell(name);
  return words.desk.missing(name, lacks.map((need) => words.desk.needs[need]).join(', '));
}

function roleEntries({ role, use }: DeskPermissions['roles'][number]): readonly string[] {
  const name = roleText(role);
  if (use === null) return [words.settings.noRole];
  const gives = use.given ? words.desk.gives(name) : words.desk.givesNot(name);
  return use.calls ? [gives] : [gives, words.settings.silentRole(name)];
}

export function permissionsCard({ channels, roles, invitation }: DeskPermissions): Card {
  const invite = section([line(words.desk.invitation(invitation), RANK.always)]);
  const texts = [...channels.map(channelEntry), ...roles.flatMap(roleEntries)];
  return listCard(words.desk.permissions, texts.length === 0 ? [words.desk.nothing] : texts, [invite]);
}

function outwardName(outward: Outward, storylines: readonly Storyline[]): string {
  if (outward.kind === 'alerts') return words.desk.alertsFeed;
  const storyline = storylines.find(({ slug }) => slug === outward.storyline);
  return storyline === undefined ? words.desk.allDeadlines : storylineTitle(storyline);
}

/** Addresses as text to copy: a link would be opened by the browser, and subscribed to by nothing. */
export function calendarCard(
  entries: readonly { readonly outward: Outward; readonly address: string }[],
  storylines: readonly Storyline[],
): Card {
  const texts = entries.map(({ outward, address }) => `**${outwardName(outward, storylines)}**\n\`${address}\``);
  return listCard(words.desk.calendar, texts, [section([line(`-# ${words.desk.calendarNote}`, RANK.always)])]);
}

/** Where there is no room for all, what everyone may use goes last. */
function commandLines({ name, description, steering, subcommands }: Command, index: number): readonly Line[] {
  const own = commandName(name);
  const heading = `**/${own}** · ${commandText(description)}`;
  const entries = subcommands.map((each) => {
    const mark = !steering && each.steering ? ` (${words.desk.helpSteering})` : '';
    const rank = (steering || each.steering ? RANK.detail : RANK.entry) + index;
    return line(`- \`/${own} ${commandName(each.name)}\` ${commandText(each.description)}${mark}`, rank);
  });
  return [line(heading, RANK.always), ...entries];
}

export function helpCard(commands: readonly Command[]): Card {
  return {
    summary: words.desk.help,
    accent: ACCENTS.list,
    blocks: withinLimits([
      heading(words.desk.help),
      section([line(words.desk.helpIntro, RANK.always)]),
      ...commands.map((command, index) => section(commandLines(command, index), more)),
    ]),
  };
}
