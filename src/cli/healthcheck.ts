/** `desk healthcheck`: asks the running desk how it is; what a container's HEALTHCHECK runs. */
import { isIPv6 } from 'node:net';
import { z } from 'zod';
import { healthAddress, type ListenAddress } from '../config.ts';
import type { CommandLine, ExitCode, Subcommand } from './command.ts';
import type { Terminal } from './terminal.ts';

const TIMEOUT = 4_000;

const checkSchema = z.object({ name: z.string(), ok: z.boolean(), detail: z.string() });

/** Every check of a desk that could look at itself; else the one reason why it could not. */
const answerSchema = z.union([
  z.object({ ok: z.boolean(), checks: z.array(checkSchema) }),
  z
    .object({ ok: z.literal(false), detail: z.string() })
    .transform(({ ok, detail }) => ({ ok, checks: [{ name: 'desk', ok, detail }] })),
]);

/** Where a server that listens on every address of this machine is asked. */
const OWN_ADDRESS: ReadonlyMap<string, string> = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
]);

function urlOf({ host, port }: ListenAddress): string {
  const address = OWN_ADDRESS.get(host) ?? host;
  return `http://${isIPv6(address) ? `[${address}]` : address}:${port}/readyz`;
}

/** Node hides the reason behind "fetch failed"; where a name has several addresses only its code is left. */
function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  if (!(cause instanceof Error)) return String(cause);
  return cause.message === '' && 'code' in cause ? String(cause.code) : cause.message;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function report(text: string, url: string, terminal: Terminal): ExitCode {
  const answer = answerSchema.safeParse(jsonOf(text));
  if (!answer.success) {
    terminal.note(`desk: what answers at ${url} is no Deadline Desk; give "desk run" a DESK_HEALTH_PORT of its own`);
    return 1;
  }
  for (const { ok, name, detail } of answer.data.checks) terminal.out(`${ok ? 'ok    ' : 'not ok'} ${name}: ${detail}`);
  return answer.data.ok ? 0 : 1;
}

/** Asks the desk that runs with the same settings, and says what it answers. Throws ConfigurationError. */
export async function askHealth({ env, terminal }: Pick<CommandLine, 'env' | 'terminal'>): Promise<ExitCode> {
  const url = urlOf(healthAddress(env));
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT) });
    return report(await response.text(), url, terminal);
  } catch (error) {
    const why = reasonOf(error);
    terminal.note(`desk: no answer at ${url} (${why}); is "desk run" running with the same DESK_HEALTH_PORT?`);
    return 1;
  }
}

export const healthcheck: Subcommand = {
  add: (program, line, run) => {
    program
      .command('healthcheck')
      .description('ask the running desk whether it is well')
      .action(() => run(() => askHealth(line)));
  },
};
