/**
 * Maintenance beside the line: each piece of it in a thread of its own, with a connection of its own, so that no timer
 * waits for the disk; one after the other.
 */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ItemId } from '../domain/ids.ts';
import type { BackedUp, Keeper, Retired } from '../domain/ports.ts';
import type { Instant } from '../domain/time.ts';
import { backupFolder, backupPath, rotate, sweepDrafts } from './backups.ts';
import { StoreError } from './engine.ts';
import type { KeeperAnswer, KeeperJob } from './keeperThread.ts';

/** Node 20 runs no TypeScript: from its sources, as in tests, the desk takes the thread that was built beside them. */
const HERE = import.meta.url;
const THREAD = new URL(HERE.endsWith('.ts') ? '../../dist-test/store/keeperThread.js' : './keeperThread.js', HERE);

function errorOf(answer: Extract<KeeperAnswer, { kind: 'trouble' | 'fault' }>): Error {
  if (answer.kind === 'trouble') return new StoreError(answer.message);
  return new Error('maintenance of the database failed', { cause: answer.error });
}

function stopped(): StoreError {
  return new StoreError('The desk stopped before this piece of maintenance was done');
}

function answered(worker: Worker): Promise<KeeperAnswer> {
  return new Promise((resolve, reject) => {
    worker.once('message', (answer: KeeperAnswer) => resolve(answer));
    worker.once('error', reject);
    worker.once('exit', () => reject(stopped()));
  });
}

class ThreadKeeper implements Keeper {
  readonly #path: string;
  #last: Promise<unknown> = Promise.resolve();
  #worker: Worker | null = null;
  #movedAt = 0;
  #isClosed = false;

  constructor(path: string) {
    this.#path = path;
  }

  async backUp(at: Instant, keep: number): Promise<BackedUp> {
    const folder = backupFolder(dirname(this.#path));
    const to = backupPath(folder, at, 'daily');
    const answer = await this.#inTurn({ kind: 'copy', from: this.#path, to });
    if (answer.kind !== 'copied') throw new Error(`A copy was answered with ${answer.kind}`);
    return { ...answer.copied, gone: rotate(folder, 'daily', keep) };
  }

  async checkpoint(fromBytes = 0): Promise<boolean> {
    const log = statSync(`${this.#path}-wal`, { throwIfNoEntry: false });
    const writtenAt = log?.mtimeMs ?? 0;
    if (writtenAt === this.#movedAt || (log?.size ?? 0) < fromBytes) return true;
    const answer = await this.#inTurn({ kind: 'checkpoint', path: this.#path });
    const isAll = answer.kind === 'moved' && answer.isAll;
    if (isAll) this.#movedAt = writtenAt;
    return isAll;
  }

  async retire(before: Instant, after: ItemId | null): Promise<Retired> {
    const answer = await this.#inTurn({ kind: 'retire', path: this.#path, before, after });
    if (answer.kind !== 'retired') throw new Error(`Retiring was answered with ${answer.kind}`);
    return answer.retired;
  }

  async mergeWords(): Promise<void> {
    await this.#inTurn({ kind: 'merge', path: this.#path });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
    await this.#last;
  }

  #inTurn(job: KeeperJob): Promise<KeeperAnswer> {
    const result = this.#last.then(() => this.#done(job));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #done(job: KeeperJob): Promise<KeeperAnswer> {
    if (this.#isClosed) throw stopped();
    const worker = new Worker(THREAD, { workerData: job });
    this.#worker = worker;
    try {
      const answer = await answered(worker);
      if (answer.kind === 'trouble' || answer.kind === 'fault') throw errorOf(answer);
      return answer;
    } finally {
      await worker.terminate();
      this.#worker = null;
    }
  }
}

/** A keeper of the database at `path`. `close` calls off what is under way. */
export function openKeeper(path: string): Keeper {
  sweepDrafts(backupFolder(dirname(path)), 'daily');
  return new ThreadKeeper(path);
}
