/** `desk run`: the live bot. */
import { loadConfig } from '../config.ts';
import { checkQuery, openLog, startDesk } from '../main.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';

/** Resolves when the process is asked to stop. */
export function stopAsked(stopping: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stopping.aborted) return resolve();
    stopping.addEventListener('abort', () => resolve(), { once: true });
  });
}

async function runBot(preview: boolean, { env, terminal, stopping }: CommandLine): Promise<ExitCode> {
  const config = loadConfig({ env, checkQuery });
  const log = openLog(config, process.stderr.isTTY);
  const desk = await startDesk({ config, log, preview });
  if (desk.previewUrl) terminal.out(`The channel is at ${desk.previewUrl} (Ctrl+C stops)`);
  const failure = await Promise.race([stopAsked(stopping).then(() => null), desk.failed]);
  await desk.stop();
  if (failure === null) return 0;
  terminal.note(`desk: ${failure}`);
  return 1;
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
