/** `desk addresses`: where calendars and the feed of alerts of each server are read, and how to make others. */
import { wallClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type GuildId, id } from '../domain/ids.ts';
import { type Outward, outwardsOf } from '../domain/outward.ts';
import type { Store } from '../domain/ports.ts';
import { Refusal } from '../domain/refusal.ts';
import { outwardPath } from '../web/out/addresses.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';
import { withStore } from './withStore.ts';

interface Options {
  readonly guild?: string;
  readonly renew?: true;
}

const NOT_PUBLIC =
  'DESK_PUBLIC_URL is not set: these addresses work on this machine alone; set it to where others reach the desk page';

function baseOf({ publicUrl, page }: Config): string {
  const host = page.host.includes(':') ? `[${page.host}]` : page.host;
  return publicUrl ?? `http://${host}:${page.port}`;
}

/** The guilds that are asked for, each with the storylines it follows. */
async function followedIn(store: Store, { guild }: Options): Promise<ReadonlyMap<GuildId, readonly Outward[]>> {
  const { follows } = await store.catalogue();
  const asked = follows.filter((follow) => guild === undefined || follow.guild === guild);
  return new Map(
    [...new Set(asked.map((follow) => follow.guild))].map((owner) => {
      const own = asked.filter((follow) => follow.guild === owner);
      return [owner, outwardsOf(own.map(({ storyline }) => storyline))];
    }),
  );
}

function labelOf(outward: Outward): string {
  if (outward.kind === 'alerts') return 'alerts (Atom)';
  return outward.storyline === null ? 'all deadlines (calendar)' : `${outward.storyline} (calendar)`;
}

async function keyFor(store: Store, guild: GuildId, { renew }: Options): Promise<string> {
  const known = renew ? null : await store.addressKey(guild);
  return known ?? store.renewAddressKey(guild, wallClock().now());
}

async function list(store: Store, config: Config, options: Options, line: CommandLine): Promise<ExitCode> {
  if (options.renew && options.guild === undefined) {
    throw new Refusal('--renew makes every address of a server another one: say which with --guild ID');
  }
  const followed = await followedIn(store, options);
  if (followed.size === 0) throw new Refusal('no such server follows anything; "desk run" makes the first one follow');
  if (config.publicUrl === null) line.terminal.note(NOT_PUBLIC);
  for (const [guild, outward] of followed) {
    const key = await keyFor(store, id(guild), options);
    line.terminal.out(`server ${guild}`);
    for (const one of outward) {
      line.terminal.out(`  ${labelOf(one).padEnd(36)} ${baseOf(config)}${outwardPath(one, key, guild)}`);
    }
  }
  return 0;
}

export const addresses: Subcommand = {
  add: (program, line, run) => {
    program
      .command('addresses')
      .description('print where the calendars and the alerts of each server are read')
      .option('--guild <id>', 'of this server alone')
      .option('--renew', 'make others first; those handed out before lead nowhere from then on')
      .action((options: Options) => run(() => withStore(line, (store, config) => list(store, config, options, line))));
  },
};
