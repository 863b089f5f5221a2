/** Child processes of the bench: what they use does not count, and what they do ends with this process. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Starts a module of this folder. What it prints on stderr is shown. */
export function startChild(module, args = []) {
  return fork(fileURLToPath(new URL(module, import.meta.url)), args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
}

/** Its next message; null when it ends, or has to be ended, before it says one. */
export async function heard(child, patienceMs = 60_000) {
  const settled = new AbortController();
  const { signal } = settled;
  const said = once(child, 'message', { signal }).then(([message]) => message);
  const ended = once(child, 'exit', { signal }).then(() => null);
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  try {
    return await Promise.race([said, ended]);
  } finally {
    clearTimeout(timer);
    settled.abort();
  }
}

/** A server child that answers each message with one. Throws when it ends instead. */
export async function openServer(module) {
  const child = startChild(module);
  const next = async () => (await heard(child)) ?? Promise.reject(new Error(`${module} ended before it answered`));
  const { url } = await next();
  return {
    url,
    ask(message) {
      child.send(message);
      return next();
    },
    close: () => child.kill(),
  };
}

/** For the child: it ends with the process that started it. */
export function endWithParent() {
  process.on('disconnect', () => process.exit(0));
}
