/** Waiting until nobody else writes to a database: SQLite lets one write at a time, threads and processes alike. */

const AGAIN_AFTER_MS = 2;
/** Longer than any step of ours takes: beyond it somebody else holds the database. */
const PATIENCE_MS = 5_000;

function waited(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');
}

/** Tries again while somebody else writes; rejects with SQLite's own error when that does not end. */
async function patiently<Answer>(work: () => Answer): Promise<Answer> {
  for (let spent = 0; ; spent += AGAIN_AFTER_MS) {
    try {
      return work();
    } catch (error) {
      if (!isBusy(error) || spent >= PATIENCE_MS) throw error;
    }
    await waited(AGAIN_AFTER_MS);
  }
}

/** Of one connection. Writes happen in the order they were asked for; what can be done at once is done at once. */
export class Turns {
  #waiting = 0;
  #last: Promise<unknown> = Promise.resolve();

  /** What only reads waits for nobody's write. */
  read<Answer>(work: () => Answer): Promise<Answer> {
    return patiently(work);
  }

  async write<Answer>(work: () => Answer): Promise<Answer> {
    const isNext = this.#waiting === 0;
    this.#waiting += 1;
    const done = isNext ? patiently(work) : this.#last.then(() => patiently(work));
    this.#last = done.catch(() => undefined);
    try {
      return await done;
    } finally {
      this.#waiting -= 1;
    }
  }
}
