/** `desk healthcheck`: asks the running desk how it is; what a container's HEALTHCHECK runs. */
import { z } from 'zod';
import { loadConfig } from '../config.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';

const TIMEOUT = 4_000;

const answerSchema = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })).default([]),
});

async function ask({ env, terminal }: CommandLine): Promise<ExitCode> {
  const { host, port } = loadConfig({ env }).health;
  const url = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/readyz`;
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
    const { ok, checks } = answerSchema.parse(await response.json());
    for (const check of checks) terminal.out(`${check.ok ? 'ok    ' : 'not ok'} ${check.name}: ${check.detail}`);
    return ok ? 0 : 1;
  } catch (error) {
    const why = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    terminal.note(`desk: no answer at ${url} (${why}); is "desk run" running with the same DESK_HEALTH_PORT?`);
    return 1;
  }
}

export const healthcheck: Subcommand = {
  add: (program, line, run) => {
    program
      .command('healthcheck')
      .description('ask the running desk whether it is well')
      .action(() => run(() => ask(line)));
  },
};
