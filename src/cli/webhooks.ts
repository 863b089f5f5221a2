/** `desk webhooks`: servers elsewhere that are told what a channel is told. */
import { randomBytes } from 'node:crypto';
import { wallClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Change } from '../domain/change.ts';
import { type FollowId, type GuildId, id } from '../domain/ids.ts';
import type { Store } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import type { Follow } from '../domain/storyline.ts';
import { type Webhook, webhookChannel, webhookIn } from '../domain/webhook.ts';
import { createGuard } from '../feeds/guard.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';
import { withStore } from './withStore.ts';

interface AddOptions {
  readonly guild: string;
  readonly storyline?: readonly string[];
}

/** What may be posted to: a public https address, or a host that the configuration allows. */
function checkedAddress(written: string, { allowedHosts }: Config): string {
  if (!URL.canParse(written)) throw new Refusal('that is no address; write one that begins with https://');
  const url = new URL(written);
  if (url.protocol !== 'https:' && !allowedHosts.includes(url.hostname)) {
    throw new Refusal('alerts are sent to https:// addresses only, or to a host in DESK_ALLOWED_HOSTS');
  }
  try {
    createGuard(allowedHosts).check(url);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : 'it is no public address';
    throw new Refusal(`${why}; a host of your own must be in DESK_ALLOWED_HOSTS`, { cause });
  }
  return url.href;
}

/** One of each storyline the guild follows, as its people are told of it, else of those that were named. */
function followsFor(
  webhook: Webhook,
  known: readonly Follow[],
  wanted: readonly string[] | undefined,
): readonly Follow[] {
  const own = known.filter(({ guild, channel }) => guild === webhook.guild && webhookIn(channel) === null);
  const unknown = (wanted ?? []).filter((slug) => !own.some(({ storyline }) => storyline === slug));
  if (unknown.length > 0) throw new Refusal(`server ${webhook.guild} does not follow ${unknown.join(', ')}`);
  if (own.length === 0) throw new Refusal(`server ${webhook.guild} follows nothing`);
  const chosen = own.filter(({ storyline }) => wanted?.includes(storyline) ?? true);
  const once = new Map(chosen.map((follow) => [follow.storyline, follow]));
  const channel = webhookChannel(webhook);
  return [...once.values()].map((follow): Follow => {
    return { ...follow, id: id<FollowId>(`${follow.storyline}@${channel}`), channel, role: null };
  });
}

async function add(
  store: Store,
  config: Config,
  url: string,
  { guild, storyline }: AddOptions,
  { terminal }: CommandLine,
): Promise<ExitCode> {
  const at = wallClock().now();
  const webhook: Webhook = {
    id: randomBytes(6).toString('hex'),
    guild: id<GuildId>(guild),
    url: checkedAddress(url, config),
    secret: `whsec_${randomBytes(32).toString('base64')}`,
    madeAt: at,
    endedAt: null,
  };
  const follows = followsFor(webhook, (await store.catalogue()).follows, storyline);
  const because = 'an operator added a webhook';
  await store.keepWebhook(webhook);
  await store.commit(
    follows.map((follow): Change => ({ kind: 'follow.set', follow, because })),
    { at, actor: 'webhooks' },
  );
  terminal.out(`Webhook ${webhook.id} is told of ${follows.map((follow) => follow.storyline).join(', ')}.`);
  terminal.out(`Its secret, shown this once: ${webhook.secret}`);
  return 0;
}

function lineOf({ id: name, guild, url, madeAt, endedAt }: Webhook): string {
  const { origin } = new URL(url);
  return `${name}  server ${guild}  ${origin}/…  since ${madeAt}${endedAt === null ? '' : `, ended ${endedAt}`}`;
}

async function list(store: Store, { terminal }: CommandLine): Promise<ExitCode> {
  const webhooks = await store.webhooks();
  for (const webhook of webhooks) terminal.out(lineOf(webhook));
  if (webhooks.length === 0) terminal.out('There is no webhook; "desk webhooks add URL --guild ID" makes one.');
  return 0;
}

async function end(store: Store, name: string, { terminal }: CommandLine): Promise<ExitCode> {
  const webhook = await store.webhook(name);
  if (webhook === null) throw new Refusal(`there is no webhook ${name}; "desk webhooks" lists them`);
  await store.keepWebhook({ ...webhook, endedAt: webhook.endedAt ?? wallClock().now() });
  terminal.out(`Webhook ${name} is told nothing more.`);
  return 0;
}

export const webhooks: Subcommand = {
  add: (program, line, run) => {
    const group = program
      .command('webhooks')
      .description('list the servers elsewhere that are told of alerts')
      .action(() => run(() => withStore(line, (store) => list(store, line))));
    group
      .command('add')
      .description('tell an address of alerts from now on, signed as Standard Webhooks says')
      .argument('<url>', 'an https:// address')
      .requiredOption('--guild <id>', 'the server whose follows count')
      .option('--storyline <slug...>', 'these alone instead of all that the server follows')
      .action((url: string, options: AddOptions) =>
        run(() => withStore(line, (store, config) => add(store, config, url, options, line))),
      );
    group
      .command('end')
      .description('tell a webhook nothing more')
      .argument('<id>', 'as listed')
      .action((name: string) => run(() => withStore(line, (store) => end(store, name, line))));
  },
};
