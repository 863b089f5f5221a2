/**
 * What nobody caught. discord.js throws where the gateway says what it does not expect, beyond anybody's reach, and Node ends
 * a process for it at once: the desk ends in its own way instead, and a new start goes on.
 */
import type { Failing } from '../main.ts';

export interface Uncaught {
  /** Resolves at the first. */
  readonly failed: Promise<Failing>;
  /** Leaves them to Node again. */
  stop(): void;
}

/** `onError` hears of each, for the log. */
export function uncaught(onError: (error: unknown) => void): Uncaught {
  let resolve: (failing: Failing) => void = () => undefined;
  const failed = new Promise<Failing>((settle) => {
    resolve = settle;
  });
  const heard = (error: unknown) => {
    onError(error);
    const what = error instanceof Error ? error.name : 'something';
    resolve({
      reason: `${what} that nobody foresaw (the log has it); nothing is lost, and a new start goes on`,
      isStuck: true,
    });
  };
  process.on('uncaughtException', heard);
  return { failed, stop: () => void process.off('uncaughtException', heard) };
}
