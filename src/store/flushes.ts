/**
 * Puts commits on the disk without holding up whoever committed: SQLite itself waits for the disk in its own thread, up to
 * a tenth of a second while a backup or a checkpoint is written. What is on the disk when a commit is called done is the
 * same: the write-ahead log up to there (documentation, PRAGMA synchronous: all that FULL adds to NORMAL in WAL mode).
 */
import { open } from 'node:fs/promises';

/** What Node's `FileHandle` is, as far as it is needed. */
export interface LogFile {
  datasync(): Promise<void>;
  close(): Promise<void>;
}

export class Flushes {
  readonly #open: () => Promise<LogFile>;
  #file: Promise<LogFile> | null = null;
  #last: Promise<void> = Promise.resolve();
  #next: Promise<void> | null = null;

  constructor(openLog: () => Promise<LogFile>) {
    this.#open = openLog;
  }

  /** Resolves when all that was committed so far is on the disk; one flush serves all that wait for it. */
  onDisk(): Promise<void> {
    this.#next ??= this.#flushAfter(this.#last);
    return this.#next;
  }

  /** A flush under way may have begun before the commit that is waited for. */
  async #flushAfter(last: Promise<void>): Promise<void> {
    await last.catch(() => undefined);
    this.#last = this.#flush();
    this.#next = null;
    return this.#last;
  }

  async #flush(): Promise<void> {
    this.#file ??= this.#open();
    const file = await this.#file;
    return file.datasync();
  }

  /** After all that was committed is on the disk. */
  async close(): Promise<void> {
    while (this.#next) await this.#next.catch(() => undefined);
    await this.#last.catch(() => undefined);
    const file = await this.#file;
    await file?.close();
  }
}

/** Of the database at `path`, whose log is there for as long as its connection is open. */
export function flushesOf(path: string): Flushes {
  return new Flushes(() => open(`${path}-wal`, 'r+'));
}
