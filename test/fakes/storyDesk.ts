/**
 * A desk as the people of one server meet it: the shipped catalogue, the real rules and steps over a store in memory,
 * and a channel that keeps what members read. `desk.hears('2025-07-14T16:00', 'nyt', 'Trump gives …')`,
 * `desk.types('development kill', { development: 'abc123' })`, `desk.cards('deadline')`.
 */
import { drawCard } from '../../src/cards/draw.ts';
import { messageBody } from '../../src/chat/payload.ts';
import { outletOf } from '../../src/cli/pastItems.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import { loadConfig } from '../../src/config.ts';
import { judgedByAll } from '../../src/decide/rules.ts';
import type { Card, CardButton } from '../../src/domain/card.ts';
import type { CommandPorts } from '../../src/domain/command.ts';
import { neverPolled, type PollState } from '../../src/domain/feed.ts';
import { id, type PostedId, type RoleId } from '../../src/domain/ids.ts';
import type { Item } from '../../src/domain/item.ts';
import type { Showing, Subject } from '../../src/domain/message.ts';
import type { Chat, Store } from '../../src/domain/ports.ts';
import type { Gate, GuildSettings } from '../../src/domain/storyline.ts';
import { type Instant, MINUTE, plus } from '../../src/domain/time.ts';
import { namesOfLink } from '../../src/feeds/identity.ts';
import { itemAlone } from '../../src/feeds/item.ts';
import { checkQuery, openRules, openStore, seedStore, vocabularyIn } from '../../src/main.ts';
import { deliverStep } from '../../src/run/deliver.ts';
import { takeFetched } from '../../src/run/poll.ts';
import { openReplay } from '../../src/run/replay.ts';
import { textOf } from '../cards/reading.ts';
import { aFeed, at, brings, NO_RULES } from './nouns.ts';
import { fakeLog } from './world.ts';

export type ActButton = Extract<CardButton, { kind: 'act' }>;

/** A message as members meet it. */
export interface Read {
  readonly kind: Subject['kind'];
  readonly channel: string;
  readonly postedAt: Instant;
  /** What it read like, from its post to its last edit. */
  readonly texts: readonly [string, ...string[]];
  /** Whom its post pinged; an edit pings nobody. */
  readonly pings: readonly string[];
  /** The last text of the message it answers; null where it answers none. */
  readonly answers: string | null;
  /** The buttons it has now that use commands. */
  readonly buttons: readonly ActButton[];
}

export interface StoryDeskOptions {
  readonly gate?: Gate;
  readonly moderators?: boolean;
  readonly dates?: GuildSettings['dates'];
  /** Slugs of the storylines that the channel follows; all that are shipped unless a test is about some. */
  readonly storylines?: readonly string[];
  /** When it opens. */
  readonly start?: string;
}

/** An article's words, beside its title, and where it lies. */
export interface Article {
  readonly lede?: string;
  readonly body?: string;
  /** Its address; made of its outlet and title otherwise. */
  readonly link?: string;
  /** When the feed brings it; as it is published otherwise. */
  readonly seen?: string;
}

export const ROLE = '700000000000000001';
export const MODERATOR = '300000000000000001';
const PLACE = { guild: id<GuildSettings['guild']>('100'), channel: '200', moderators: '201' };

const config = loadConfig({ env: {}, checkQuery });
const { catalogue } = config;

/** The last thing it reads like. */
export function lastText({ texts }: Read): string {
  return texts[texts.length - 1] ?? texts[0];
}

/** First lines: what members see in their list of messages. */
export function headings(cards: readonly Read[]): readonly string[] {
  return cards.map((card) => (lastText(card).split('\n')[0] ?? '').replace(/^### /, ''));
}

/** The last text of the one card there is. */
export function onlyText(cards: readonly Read[]): string {
  const [card, another] = cards;
  if (card === undefined || another !== undefined) throw new Error(`${cards.length} cards where one was expected`);
  return lastText(card);
}

type Kept = { -readonly [Field in keyof Read]: Read[Field] } & { readonly posted: PostedId };

function addressed(outlet: string, title: string): string {
  return `https://${outlet}.example/${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

function buttonsOf({ blocks }: Card): readonly ActButton[] {
  const all = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  return all.flatMap((button) => (button.kind === 'act' ? [button] : []));
}

/** The channels of the server, message by message. */
function keepingChat(now: () => Instant): Chat & { readonly kept: readonly Kept[] } {
  const kept: Kept[] = [];
  const drawn = ({ subject, audience, marker, role }: Showing, pings: RoleId | null) => {
    const card = drawCard(subject, audience);
    return {
      text: textOf(card),
      buttons: buttonsOf(card),
      pings: messageBody(card, marker, pings === null ? null : role).allowed_mentions,
    };
  };
  const done = (posted: PostedId, rev: number) => ({ kind: 'done' as const, posted, digest: `${posted}/${rev}` });
  return {
    kept,
    async post(showing) {
      const posted = id<PostedId>(`posted-${kept.length + 1}`);
      const { text, buttons, pings } = drawn(showing, showing.role);
      const answered = kept.find((one) => one.posted === showing.replyTo);
      const { channel, subject } = showing;
      const answers = answered ? lastText(answered) : null;
      const roles = [...(pings.parse ?? []), ...(pings.roles ?? [])];
      const { kind } = subject;
      kept.push({ posted, kind, channel, postedAt: now(), texts: [text], pings: roles, answers, buttons });
      return done(posted, showing.rev);
    },
    async edit(showing, posted) {
      const message = kept.find((one) => one.posted === posted);
      if (!message) return { kind: 'gone', what: 'message', reason: 'it was never posted' };
      const { text, buttons } = drawn(showing, null);
      message.texts = [...message.texts, text];
      message.buttons = buttons;
      return done(posted, showing.rev);
    },
    find: async () => ({ kind: 'absent' }),
  };
}

export interface StoryDesk {
  readonly store: Store;
  /** An article comes; `published` to the minute, UTC: `2025-07-14T16:00`. */
  hears(published: string, outlet: string, title: string, article?: Article | string): Promise<void>;
  /** A feed's whole document comes, its first one in silence; `titles` are articles published as it is read. */
  reads(read: string, outlet: string, titles: readonly string[]): Promise<void>;
  /** Time passes without news. */
  waits(until: string): Promise<void>;
  /** A command as someone uses it a minute later: `types('deadline confirm', { proposal: '1a2b3c' })`; what it answers. */
  types(command: string, options?: Readonly<Record<string, string>>): Promise<string>;
  /** Presses a button of the last message of a kind a minute later, filling in what its form asks for; what it answers. */
  presses(kind: Subject['kind'], label: string, written?: string): Promise<string>;
  /** A member asks of the last message of a kind why it came, from its menu. */
  asksWhy(kind: Subject['kind']): Promise<string>;
  /** A moderator confirms whatever waits, a minute later. */
  confirmsAll(): Promise<void>;
  /** Messages of one kind, or all, in the order they were posted. */
  cards(kind?: Subject['kind']): readonly Read[];
  close(): Promise<void>;
}

/** Opens a server's desk with one channel that follows storylines, and another one for its moderators where it has one. */
export async function openStoryDesk(options: StoryDeskOptions = {}): Promise<StoryDesk> {
  const { gate = config.gate, moderators = false, dates = null, start = '2025-05-01T00:00' } = options;
  const storylines = catalogue.storylines.filter(({ slug }) => options.storylines?.includes(slug) ?? true);
  let present = at(`${start}Z`);
  const clock = { now: () => present, sleepUntil: async () => undefined };
  const log = fakeLog();
  const store = openStore(':memory:', clock, log, {});
  const place = {
    guild: PLACE.guild,
    channel: id<Showing['channel']>(PLACE.channel),
    moderators: moderators ? id<Showing['channel']>(PLACE.moderators) : null,
    dates,
    role: id<RoleId>(ROLE),
  };
  await seedStore(store, { ...catalogue, feeds: [], storylines }, { ...config, gate }, place, present);
  const rules = openRules(storylines, vocabularyIn(config));
  let replayed = clock.now;
  const chat = keepingChat(() => (replayed() > present ? replayed() : present));
  const replay = openReplay({
    ...{ store, rules, log, start: present },
    chat: (now) => {
      replayed = now;
      return chat;
    },
  });
  const deliver = deliverStep({ store, chat, clock, log, onUnauthorised: () => undefined });
  const ports: CommandPorts = {
    ...NO_RULES,
    pictures: {
      chain: async () => ({ name: 'history.png', bytes: new Uint8Array(), alt: '' }),
      trial: async () => ({ name: 'backtest.png', bytes: new Uint8Array(), alt: '' }),
    },
    store,
    commit: (changes, act) => store.commit(changes, act),
    feeds: { fetch: () => Promise.reject(new Error('nothing is read')), close: async () => undefined },
    namesOf: namesOfLink,
    vocabulary: () => vocabularyIn(config),
    judgementsOf: (item: Pick<Item, 'title' | 'lede' | 'source'>) => judgedByAll(rules, item),
  };

  const waits = async (until: Instant) => {
    await replay.until(until);
    present = until;
  };

  const deliverAll = async () => {
    const never = new AbortController().signal;
    for (let next = (await store.nextDue()).deliver; next && next <= present; ) next = await deliver(present, never);
  };

  const types: StoryDesk['types'] = async (words, typed = {}) => {
    await waits(plus(present, MINUTE));
    const [name = '', subcommand = ''] = words.split(' ');
    const command = COMMANDS.find((one) => one.name === name);
    if (!command) throw new Error(`there is no /${name}`);
    const { guild, channel } = place;
    const call = { subcommand, options: new Map(Object.entries(typed)), member: MODERATOR, guild, channel };
    const { card } = await command.run({ ...call, locale: 'en-GB', now: present }, ports);
    await deliverAll();
    return textOf(card);
  };

  const states = new Map<string, PollState>();
  const reads: StoryDesk['reads'] = async (read, name, titles) => {
    const now = at(`${read}Z`);
    await waits(now);
    const outlet = outletOf({ outlet: name }, catalogue.outlets);
    const feed = aFeed({ id: id(`${name}-news`), outlet: outlet.id });
    const items = titles.map((title) => {
      const link = addressed(outlet.id, title);
      const entry = { guid: link, title, link, published: now, updated: null, summary: '', content: '' };
      return itemAlone(entry, feed, outlet, now);
    });
    const state = states.get(name) ?? neverPolled(feed.id, now);
    const taking = { store, rules: () => rules, trapAt: () => null, onCommitted: () => undefined };
    states.set(
      name,
      await takeFetched({ feed, outlet, state, nextDeadlineAt: null, toldUntil: null }, brings(items), now, taking),
    );
    await deliverAll();
  };

  return {
    store,
    types,
    reads,
    waits: (until) => waits(at(`${until}Z`)),
    async hears(published, name, title, more = {}) {
      const { lede = '', body = '', link, seen } = typeof more === 'string' ? { lede: more } : more;
      const outlet = outletOf({ outlet: name }, catalogue.outlets);
      const address = link ?? addressed(outlet.id, title);
      const said = at(`${published}Z`);
      const brought = at(`${seen ?? published}Z`);
      const entry = {
        guid: address,
        title,
        link: address,
        published: said,
        updated: null,
        summary: lede,
        content: body,
      };
      const item = itemAlone(entry, aFeed({ outlet: outlet.id }), outlet, brought);
      const listed = { kind: 'outlet.listed' as const, outlet, because: 'it publishes' };
      await store.commit([listed], { at: brought, actor: 'test' });
      await waits(brought);
      await replay.take({ item, outlet });
    },
    async presses(kind, label, written = '') {
      const card = chat.kept.findLast((one) => one.kind === kind);
      const button = card?.buttons.find((one) => one.label === label);
      if (!button) throw new Error(`no ${kind} has a button "${label}"`);
      const { command, subcommand, options, asks } = button.act;
      return types(`${command} ${subcommand}`, asks === null ? options : { ...options, [asks]: written });
    },
    async asksWhy(kind) {
      const card = chat.kept.findLast((one) => one.kind === kind);
      return types('story alert', { message: card?.posted ?? '', link: '' });
    },
    async confirmsAll() {
      for (const { proposal } of await store.proposals(place.guild)) {
        await types('deadline confirm', { proposal: proposal.id.slice(3, 9) });
      }
    },
    cards: (kind) => chat.kept.filter((one) => kind === undefined || one.kind === kind),
    close: () => store.close(),
  };
}
