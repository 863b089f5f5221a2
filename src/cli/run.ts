/** `desk run`: the live bot. */
import { loadConfig } from '../config.ts';
import { SECOND } from '../domain/time.ts';
import { openLog } from '../log.ts';
import { checkQuery, type Desk, type Failing, type StartOptions, startDesk } from '../main.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';
import type { Terminal } from './terminal.ts';
import { uncaught } from './uncaught.ts';

/** Resolves when the process is asked to stop. */
export function stopAsked(stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve();
    stopping.addEventListener('abort', () => resolve(), { once: true });
  });
}

const NO_CHANNEL =
  'desk: no channel is configured: choose one in Discord with /desk setup, or set DISCORD_CHANNEL_ID and DISCORD_GUILD_ID and start again';

/** Null when it was asked to stop before it was open. */
async function opened(options: StartOptions): Promise<Desk | null> {
  try {
    return await startDesk(options);
  } catch (error) {
    if (options.stopping.aborted) return null;
    throw error;
  }
}

/** What hangs may never let go: whatever it holds, the database is whole. */
const LONGEST_FAREWELL = 5 * SECOND;

async function leave(desk: Pick<Desk, 'stop'>, isStuck: boolean): Promise<void> {
  const wait = new Promise<void>((resolve) => {
    if (isStuck) setTimeout(resolve, LONGEST_FAREWELL).unref();
  });
  await Promise.race([desk.stop(), wait]);
}

function said({ reason, isStuck }: Failing, terminal: Terminal): ExitCode {
  terminal.note(`desk: ${reason}`);
  return isStuck ? 3 : 1;
}

/** Waits until an open desk is asked to stop or can do nothing more, and leaves it. */
export async function untilItEnds(
  desk: Pick<Desk, 'failed' | 'stop'>,
  { terminal, stopping }: Pick<CommandLine, 'terminal' | 'stopping'>,
): Promise<ExitCode> {
  const failure = await Promise.race([stopAsked(stopping).then(() => null), desk.failed]);
  await leave(desk, failure?.isStuck ?? false);
  return failure === null ? 0 : said(failure, terminal);
}

async function runBot(preview: boolean, line: CommandLine): Promise<ExitCode> {
  const { env, stopping } = line;
  const config = loadConfig({ env, checkQuery });
  const log = openLog(config, process.stderr.isTTY);
  const crash = uncaught((err) => log.error({ err }, 'an error that nobody caught'));
  try {
    return await live({ config, log, preview, stopping }, crash.failed, line);
  } finally {
    crash.stop();
  }
}

/** From the start to the end, which may come before it is open. */
async function live(options: StartOptions, crashed: Promise<Failing>, line: CommandLine): Promise<ExitCode> {
  const { terminal, stopping, onOpen } = line;
  const desk = await Promise.race([opened(options), crashed]);
  if (desk === null) return 0;
  if ('isStuck' in desk) return said(desk, terminal);
  if (desk.previewUrl)
    terminal.out(`The channel is at ${desk.previewUrl}, the desk page at ${desk.pageUrl} (Ctrl+C stops)`);
  else if (options.config.discord.channel === null) terminal.note(NO_CHANNEL);
  onOpen?.();
  return untilItEnds({ stop: desk.stop, failed: Promise.race([desk.failed, crashed]) }, { terminal, stopping });
}

export const run: Subcommand = {
  add: (program, line, start) => {
    program
      .command('run')
      .description('poll the feeds and post to Discord until stopped')
      .option('--preview', 'show the channel on a local page instead of Discord')
      .addHelpText(
        'after',
        '\nNeeds DISCORD_TOKEN (or DISCORD_TOKEN_FILE); DISCORD_CHANNEL_ID and DISCORD_GUILD_ID name the channel to post to.',
      )
      .action((options: { preview?: true }) => start(() => runBot(options.preview ?? false, line)));
  },
};
