/**
 * Turns of the event loop, one to whoever asks: what works in one each leaves the others to timers and sockets, however
 * many ask at once. Alone, `setImmediate` gives all who ask the same turn.
 */
export function breaths(): () => Promise<void> {
  let last: Promise<void> = Promise.resolve();
  return () => {
    last = last.then(() => new Promise((resolve) => setImmediate(resolve)));
    return last;
  };
}
