import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { DESK } from '../fakes/line/built.ts';

const GUARD = pathToFileURL(join(dirname(DESK), 'guard.js')).href;

/** A process that is guarded with a limit of 100 ms, and then does this. */
async function guarded(work: string) {
  const script = `import('${GUARD}').then(({ guardEventLoop }) => { guardEventLoop(100); setTimeout(() => { ${work} }, 300); });`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });
  let notes = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    notes += text;
  });
  const [code, signal] = await once(child, 'close');
  return { code, signal, notes };
}

it('a process whose event loop stands still is killed, with a word of why', async () => {
  expect(await guarded('for (;;);')).toEqual({
    code: null,
    signal: 'SIGKILL',
    notes: 'desk: the event loop stands still; nothing is lost, and a new start goes on\n',
  });
});

it('a process that is at work ends when it wants to', async () => {
  expect(await guarded('process.exitCode = 0;')).toEqual({ code: 0, signal: null, notes: '' });
});
