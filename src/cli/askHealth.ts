/** `desk healthcheck` by itself, for containers: asked every half minute, it loads nothing of the desk but its settings. */
import { environment } from '../config.ts';
import { askHealth } from './healthcheck.ts';
import { openTerminal } from './terminal.ts';

process.exitCode = await askHealth({ terminal: openTerminal(), env: environment() });
