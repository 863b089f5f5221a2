/** Knows everyone: configuration in, adapters opened, loops started and stopped. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { DiscordOptions } from './chat/discord/connect.ts';
import { INVALID_SPAN, type Refusals } from './chat/discord/requests.ts';
import { AVATAR_FILE } from './chat/preview/avatar.ts';
import { drawContent, drawMessages } from './chat/preview/board.ts';
import { openPreview } from './chat/preview/preview.ts';
import { MESSAGE_STYLE } from './chat/preview/style.ts';
import { routedChat, webhookChat } from './chat/webhook/chat.ts';
import { startTimetable, wallClock } from './clock.ts';
import { COMMANDS } from './commands/index.ts';
import { offersAfter } from './commands/offersAfter.ts';
import { type Config, ConfigurationError, type ListenAddress } from './config.ts';
import { type Catalogue, followAll, reconcileCatalogue, settleGuild } from './decide/catalogue.ts';
import { compileQuery } from './decide/match/compile.ts';
import { searchWriter } from './decide/match/search.ts';
import { setsIn } from './decide/match/searchSets.ts';
import { TITLE_READER } from './decide/merge/sought.ts';
import { judgedByAll, prepareRules, type Rules, sourceNames } from './decide/rules.ts';
import { trapsAmong } from './decide/traps.ts';
import type { Change } from './domain/change.ts';
import type { CommandPorts, Pictures } from './domain/command.ts';
import type { StoredCatalogue } from './domain/facts.ts';
import { type ChannelId, type DeadlineId, type GuildId, id, type RoleId } from './domain/ids.ts';
import type { AddressesOf } from './domain/outward.ts';
import type { Chat, Clock, Feeds, Log, Store } from './domain/ports.ts';
import { Refusal } from './domain/refusal.ts';
import type { Aliases, GuildSettings, Storyline } from './domain/storyline.ts';
import { DAY, type Instant, plus, SECOND } from './domain/time.ts';
import type { Vocabulary } from './domain/vocabulary.ts';
import { createFeeds } from './feeds/feeds.ts';
import { namesOfLink } from './feeds/identity.ts';
import { createPoster } from './feeds/post.ts';
import { type Line, startLine } from './run/line.ts';
import { backUpDaily, moveBurst, moveCommitted, retireOld } from './run/maintain.ts';
import { lookAround, tellReturn } from './run/notices.ts';
import { beat, startPulse } from './run/pulse.ts';
import { openRulebook } from './run/rulebook.ts';
import { Indexer } from './run/search.ts';
import { Watch } from './run/watch.ts';
import { welcome } from './run/welcome.ts';
import { openKeeper } from './store/keeper.ts';
import { type OpenOptions, openSqlite } from './store/sqlite.ts';
import { createStore } from './store/store.ts';
import { type HealthOptions, openHealth } from './web/health.ts';
import { type Metrics, openMetrics, type Standing } from './web/metrics/metrics.ts';
import { outwardPath } from './web/out/addresses.ts';
import { type DeskPage, openDeskPage } from './web/page/serve.ts';
import { liveness, readiness } from './web/readiness.ts';

/** This package's version, for `--version` and the User-Agent. */
export const VERSION: string = String(createRequire(import.meta.url)('../package.json').version);

/** The one channel of a desk without Discord. */
export const PREVIEW_PLACE = { guild: id<GuildId>('preview'), channel: id<ChannelId>('desk') } as const;

/** What is wrong with a query, in one line with a mark under the character; null for a good one. */
export function checkQuery(query: string, aliases: Aliases): string | null {
  const compiled = compileQuery(query, aliases);
  if (compiled.kind === 'compiled') return null;
  const { message, at, remedy } = compiled.error;
  return `${message} (at character ${at + 1}: …${query.slice(Math.max(0, at - 12), at + 12)}…); ${remedy}`;
}

/** What the catalogue's queries may name, and how common words are. */
export function vocabularyIn({ catalogue, background }: Pick<Config, 'catalogue' | 'background'>): Vocabulary {
  const { aliases, outlets } = catalogue;
  return { aliases, aliasSets: [], background, sources: sourceNames(outlets), outlets };
}

/** Compiles every query. Throws ConfigurationError with all that cannot be read. */
export function openRules(storylines: readonly Storyline[], vocabulary: Vocabulary): Rules {
  const prepared = prepareRules(storylines, vocabulary);
  if (prepared.kind === 'rules') return prepared.rules;
  throw new ConfigurationError(
    prepared.errors.map(({ where, error }) => `${where}: ${error.message}; ${error.remedy}`),
  );
}

/** Opens and migrates the database; items are found by these sets sooner. Throws StoreError with the remedy. */
export function openStore(path: string, clock: Clock, log: Log, aliases: Aliases, options: OpenOptions = {}): Store {
  const { engine, migrated, backup } = openSqlite(path, clock.now(), options);
  if (migrated.applied.length > 0) log.info({ path, applied: migrated.applied, backup }, 'database migrated');
  if (migrated.newer.length > 0)
    log.warn({ newer: migrated.newer }, 'a newer Deadline Desk added to this database; nothing here depends on it');
  return createStore(engine, TITLE_READER, searchWriter(setsIn(aliases)));
}

/** A channel that shows every storyline, and what its guild is told by the configuration. */
export interface Place {
  readonly guild: GuildId;
  readonly channel: ChannelId;
  /** Pinged where enough stands behind a message; null pings nobody. */
  readonly role?: RoleId | null;
  readonly moderators?: ChannelId | null;
  readonly dates?: GuildSettings['dates'] | null;
}

function placed(
  place: Place,
  { ladder, gate, caps }: Pick<Config, 'ladder' | 'gate' | 'caps'>,
  stored: StoredCatalogue,
  storylines: readonly Storyline[],
) {
  const { guild, channel, role = null, moderators = null, dates = null } = place;
  return [
    ...followAll(storylines, { guild, channel, role, ladder, gate, caps }, stored.follows),
    ...settleGuild({ guild, moderators, dates }, stored.guilds),
  ];
}

/** Makes the configured catalogue true in the store, and `place` follow all of it. */
export async function seedStore(
  store: Pick<Store, 'catalogue' | 'facts' | 'commit'>,
  catalogue: Catalogue,
  usual: Pick<Config, 'ladder' | 'gate' | 'caps'>,
  place: Place | null,
  now: Instant,
): Promise<void> {
  const stored = await store.catalogue();
  const changes = [
    ...reconcileCatalogue(catalogue, stored, now),
    ...(place ? placed(place, usual, stored, catalogue.storylines) : []),
  ];
  const all = [...changes, ...(await offersAfter(changes, stored, store, now))];
  if (all.length > 0) await store.commit(all, { at: now, actor: 'start' });
}

/** The feeds adapter as configured. */
export function openFeeds(config: Config, log: Log) {
  const { userAgent, timeoutSeconds, maxMegabytes, perHost } = config.polling;
  return createFeeds({
    userAgent: userAgent.replace('DeadlineDesk', `DeadlineDesk/${VERSION}`),
    timeoutMs: timeoutSeconds * 1_000,
    maxBytes: maxMegabytes * 1_000_000,
    perHost,
    allowedHosts: config.allowedHosts,
    log,
  });
}

/** Something that speaks for the desk: Discord, or a page on this machine. */
interface Speaker {
  readonly chat: Chat;
  readonly ready: () => boolean;
  /** By how many milliseconds our clock is ahead; null where nobody told. */
  readonly clockAheadMs: () => number | null;
  /** Where people see it; null for Discord. */
  readonly url: string | null;
  readonly close: () => Promise<void>;
}

/** Why a desk can do nothing more by itself. */
export interface Failing {
  readonly reason: string;
  /** Something hangs: only a new process helps, and needs nobody to mend anything first. */
  readonly isStuck: boolean;
}

/** A desk at work. */
export interface Desk {
  readonly previewUrl: string | null;
  readonly pageUrl: string;
  readonly failed: Promise<Failing>;
  stop(): Promise<void>;
}

export interface StartOptions {
  readonly config: Config;
  readonly log: Log;
  /** A page on this machine instead of Discord. */
  readonly preview: boolean;
  /** Calls off what takes long before the desk is open; an open desk is stopped by its own `stop`. */
  readonly stopping: AbortSignal;
}

const LOGIN_DEADLINE = 30 * SECOND;
/** Standard Webhooks suggests 15 to 30 seconds; a message is leased for a minute. */
const WEBHOOK_TIMEOUT = 15 * SECOND;

async function speakOnDiscord(
  { config, log, stopping }: StartOptions,
  ports: DiscordOptions['ports'],
  clock: Clock,
  { onAccess, onArrivals, onFatal }: Pick<DiscordOptions, 'onAccess' | 'onArrivals' | 'onFatal'>,
): Promise<Speaker> {
  const { token, guild, apiUrl } = config.discord;
  if (!token) {
    throw new Refusal(
      'DISCORD_TOKEN is not set: put the bot token of your Discord application into it (or its file into DISCORD_TOKEN_FILE), ' +
        'or start "desk run --preview" to see the desk at work without Discord.',
    );
  }
  const options = {
    token: token.reveal(),
    apiUrl,
    loginDeadlineMs: LOGIN_DEADLINE,
    stopping,
    guild,
    commands: COMMANDS,
    ports,
    clock,
    log,
    refusals: await refusalsIn(ports.store, clock, log),
    onAccess,
    onArrivals,
    onFatal,
  };
  const { connectDiscord } = await import('./chat/discord/connect.ts');
  const discord = await connectDiscord(options);
  return { ...discord, url: null };
}

/** Discord counts what it refuses over our starts, and so do we. */
async function refusalsIn(store: Store, clock: Clock, log: Log): Promise<Refusals> {
  const since = (now: Instant) => plus(now, -INVALID_SPAN);
  const lost = (err: unknown) => log.error({ err }, 'a refused request could not be counted for the next start');
  return {
    before: await store.refusals(since(clock.now())),
    keep: (at) => void store.refused(at, since(at)).catch(lost),
  };
}

/** Addresses of what is read elsewhere; null while no public address is configured. */
function addressesIn({ publicUrl }: Pick<Config, 'publicUrl'>, store: Store, clock: Clock): AddressesOf {
  return async (guild, outwards) => {
    if (publicUrl === null) return null;
    const key = (await store.addressKey(guild)) ?? (await store.renewAddressKey(guild, clock.now()));
    return outwards.map((outward) => `${publicUrl}${outwardPath(outward, key, guild)}`);
  };
}

/** Draws the history of a deadline as it stands; null for one that the store does not know. */
export function historiesOf(store: Store, clock: Clock) {
  return async (deadline: DeadlineId): Promise<string | null> => {
    const history = await store.deadline(deadline);
    if (history === null) return null;
    const { drawChain } = await import('./web/plot/chain/drawChain.ts');
    return drawChain({ ...history, now: clock.now() });
  };
}

/** The desk page over `store`, where `config` says. Throws `Refusal` when the port is taken. */
export function openPageOf(
  config: Pick<Config, 'page' | 'publicUrl'>,
  store: Store,
  clock: Clock,
  log: Log,
): Promise<DeskPage> {
  const { host, port, token } = config.page;
  return openDeskPage({
    ...{ host, port, token: token?.reveal() ?? null, store, clock, log },
    ...{
      publicUrl: config.publicUrl,
      drawContent,
      drawMessages,
      messageStyle: MESSAGE_STYLE,
      icon: AVATAR_FILE.markup,
    },
  });
}

async function speakOnPage(config: Config, store: Store, clock: Clock, log: Log): Promise<Speaker> {
  const file = join(config.dataFolder, 'preview.jsonl');
  const history = historiesOf(store, clock);
  const preview = await openPreview({ ...config.preview, file, clock, log, title: 'Deadline Desk', history });
  const { chat, url } = preview;
  return { chat, ready: () => true, clockAheadMs: () => null, url, close: () => preview.close() };
}

/** Posts as the feeds are asked: to no address of this machine or its networks that the configuration does not allow. */
function openPoster({ polling, allowedHosts }: Config) {
  const userAgent = polling.userAgent.replace('DeadlineDesk', `DeadlineDesk/${VERSION}`);
  return createPoster({ userAgent, timeoutMs: WEBHOOK_TIMEOUT, allowedHosts });
}

/** What was opened, closed in reverse order. */
class Opened {
  readonly #closers: (() => Promise<void>)[] = [];

  closing(close: () => Promise<void>): void {
    this.#closers.push(close);
  }

  async close(): Promise<void> {
    for (const close of this.#closers.splice(0).reverse()) await close();
  }
}

interface Failure {
  readonly failed: Promise<Failing>;
  readonly fail: (reason: string, isStuck?: boolean) => void;
}

function failure(): Failure {
  let fail: Failure['fail'] = () => undefined;
  const failed = new Promise<Failing>((resolve) => {
    fail = (reason, isStuck = false) => resolve({ reason, isStuck });
  });
  return { failed, fail };
}

/** The feeds as commands read them: what is under way ends as soon as we leave. */
function untilLeaving(feeds: Feeds, leaving: AbortSignal): Feeds {
  return { ...feeds, fetch: (due, context) => feeds.fetch(due, { ...context, signal: leaving }) };
}

/** What draws takes a while to load, and many a desk never needs it. */
const PICTURES: Pictures = {
  chain: async (history, now) => (await import('./web/plot/chain/picture.ts')).chainPicture(history, now),
  trial: async (plot) => (await import('./web/plot/trialPicture.ts')).trialPicture(plot),
};

function placeOf(config: Config, preview: boolean): Place | null {
  const { guild, channel, moderators, dates } = config.discord;
  if (preview) return PREVIEW_PLACE;
  return channel && guild ? { guild, channel, moderators, dates } : null;
}

async function openHealthAt({ host, port }: ListenAddress, pages: Omit<HealthOptions, 'host' | 'port'>) {
  try {
    return await openHealth({ host, port, ...pages });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Refusal(
      `The health check cannot listen on ${host}, port ${port} (${why}). Set DESK_HEALTH_PORT to another port, or to 0.`,
      { cause: error },
    );
  }
}

interface Watched {
  readonly store: Store;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly standing: () => Standing;
}

function pagesOf({ store, metrics, standing, clock }: Watched): Omit<HealthOptions, 'host' | 'port'> {
  return {
    live: async () => liveness(standing().overdue),
    ready: () => readiness({ store, now: clock.now(), ...standing() }),
    metrics: () => metrics.read(store, standing()),
  };
}

/** What the rules are compiled of. */
function isOfRules({ kind }: Change): boolean {
  return kind === 'storyline.defined' || kind === 'storyline.unlisted' || kind === 'aliases.set';
}

const NO_CONTACT =
  'DESK_CONTACT is not set: outlets that polling troubles cannot write to you and may block the desk instead';

async function openAll(options: StartOptions, opened: Opened): Promise<Desk> {
  const { config, log, preview } = options;
  const clock = wallClock();
  const { failed, fail } = failure();
  const metrics = openMetrics(VERSION, clock);
  for (const warning of config.catalogue.warnings) log.warn({}, warning);
  if (!config.polling.userAgent.includes('(+')) log.info({}, NO_CONTACT);
  const vocabulary = vocabularyIn(config);
  const catalogueRules = openRules(config.catalogue.storylines, vocabulary);
  const store = openStore(config.database, clock, log, config.catalogue.aliases);
  opened.closing(() => store.close());
  await seedStore(store, config.catalogue, config, placeOf(config, preview), clock.now());
  const rulebook = await openRulebook({ store, catalogue: catalogueRules, vocabulary, log });
  const feeds = openFeeds(config, log);
  opened.closing(() => feeds.close());
  const leaving = new AbortController();
  const trapAt = trapsAmong(config.catalogue.traps);
  const judgementsOf: CommandPorts['judgementsOf'] = (item) => judgedByAll(rulebook.current(), item);
  let line: Line | null = null;
  const onCommitted = (changes: readonly Change[]) => line?.committed(changes);
  const ports: DiscordOptions['ports'] = {
    store,
    commit: async (changes, act) => {
      await store.commit(changes, act);
      if (changes.some(isOfRules)) await rulebook.reload();
      onCommitted(changes);
    },
    feeds: untilLeaving(feeds, leaving.signal),
    pictures: PICTURES,
    addressesOf: addressesIn(config, store, clock),
    usual: config,
    feedRoom: config.serverFeeds,
    trapAt,
    namesOf: namesOfLink,
    judgementsOf,
    vocabulary: () => rulebook.vocabulary(),
  };
  const speaker = await (preview
    ? speakOnPage(config, store, clock, log)
    : speakOnDiscord(options, ports, clock, {
        onAccess: (channels) => line?.accessChanged(channels),
        onArrivals: (arrivals) => void welcome(arrivals, clock.now(), { store, log, onCommitted }),
        onFatal: fail,
      }));
  opened.closing(speaker.close);
  opened.closing(async () => leaving.abort());
  const poster = openPoster(config);
  opened.closing(() => poster.close());
  const { concurrency, perHost } = config.polling;
  const lastAlive = await beat(clock.now(), { store, log });
  line = startLine({
    store,
    feeds,
    trapAt,
    chat: metrics.counted(routedChat(speaker.chat, webhookChat({ store, poster, clock }))),
    onCommitted: metrics.committed,
    clock,
    log,
    rules: () => rulebook.current(),
    concurrency,
    perHost,
    onUnauthorised: fail,
  });
  const { stop, boardChanged, lookAgain, overdue, committed } = line;
  const noticePorts = { store, onCommitted: committed };
  await tellReturn(lastAlive, clock.now(), noticePorts);
  const watch = new Watch();
  const lookForStuck = async (now: Instant) => {
    const stuck = watch.look(overdue(now));
    if (stuck.length > 0)
      fail(`no sign of life from ${stuck.join(', ')}; nothing is lost, and a new start goes on`, true);
  };
  opened.closing(stop);
  const keeper = openKeeper(config.database);
  const keeping = { store, keeper, log };
  const indexer = new Indexer(keeping);
  opened.closing(() => indexer.close());
  opened.closing(() => keeper.close());
  const timetable = startTimetable(
    [
      {
        name: 'retention',
        cron: '17 3 * * *',
        run: (now) => retireOld(keeping, plus(now, -config.retentionDays * DAY)),
      },
      { name: 'backup', cron: '41 2 * * *', run: (now) => backUpDaily(keeping, config.backups.keep, now) },
      { name: 'words to search by', cron: '*/10 * * * * *', run: () => indexer.catchUp() },
      { name: 'parts of the words', cron: '5 * * * * *', run: () => indexer.merge() },
      { name: 'write-ahead log', cron: '* * * * *', run: () => moveCommitted(keeper, log) },
      { name: 'long write-ahead log', cron: '*/10 * * * * *', run: () => moveBurst(keeper, log) },
      { name: 'answers of `desk board`', cron: '* * * * *', run: async () => boardChanged() },
      { name: 'watch', cron: '* * * * *', run: lookForStuck },
      { name: 'notices', cron: '*/2 * * * *', run: (now) => lookAround(now, noticePorts) },
    ],
    log,
  );
  opened.closing(() => timetable.stop());
  const onSetBack = () => {
    lookAgain();
    void timetable.restart();
  };
  opened.closing(startPulse({ store, clock, log, onSetBack }));
  const standing = () => ({
    isConnected: speaker.ready(),
    clockAheadMs: speaker.clockAheadMs(),
    overdue: overdue(clock.now()),
  });
  const health = await openHealthAt(config.health, pagesOf({ store, metrics, standing, clock }));
  opened.closing(() => health.close());
  const page = await openPageOf(config, store, clock, log);
  opened.closing(() => page.close());
  log.info({ health: health.url, preview: speaker.url, page: page.url, version: VERSION }, 'the desk is open');
  return { previewUrl: speaker.url, pageUrl: page.url, failed, stop: () => opened.close() };
}

/** Opens everything and starts the line. Rejects with what the operator must mend; what was opened is closed again. */
export async function startDesk(options: StartOptions): Promise<Desk> {
  const opened = new Opened();
  try {
    return await openAll(options, opened);
  } catch (error) {
    await opened.close();
    throw error;
  }
}
