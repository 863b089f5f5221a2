/** Work on the configured database, beside a desk that may be running. */
import { wallClock } from '../clock.ts';
import { type Config, loadConfig } from '../config.ts';
import type { Store } from '../domain/ports.ts';
import { openStore } from '../main.ts';
import type { CommandLine, ExitCode } from './command.ts';

const SILENT = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** The store is closed however `work` ends. */
export async function withStore(
  line: CommandLine,
  work: (store: Store, config: Config) => Promise<ExitCode>,
): Promise<ExitCode> {
  const config = loadConfig({ env: line.env });
  const store = openStore(config.database, wallClock(), SILENT, config.catalogue.aliases);
  try {
    return await work(store, config);
  } finally {
    await store.close();
  }
}
