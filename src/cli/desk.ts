#!/usr/bin/env node
/** The package's bin; `desk help` lists what it can do. */
import { environment } from '../config.ts';
import { MINUTE } from '../domain/time.ts';
import { guardEventLoop } from './guard.ts';
import { runDesk } from './program.ts';
import { openTerminal } from './terminal.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort(signal));

/** A reader that went away (`desk … | head`) is no failure. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const onOpen = () => guardEventLoop(MINUTE);
const line = { terminal: openTerminal(), env: environment(), stopping: stopping.signal, onOpen };
const code = await runDesk(process.argv.slice(2), line);
process.exitCode = code;
/** What hangs would keep the process. */
if (code === 3) process.exit();
/** Everything is closed by now. A request to Discord that cannot be called off must not hold up who asked us to stop. */
if (stopping.signal.aborted) process.exit();
