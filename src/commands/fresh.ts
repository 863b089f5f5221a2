import { StaleRevision } from '../domain/ports.ts';

/** A report or another moderator may have changed it between our read and our commit: read and decide anew. */
const TRIES = 3;

/** Does `work`, which reads, decides and commits, anew where what it read was changed meanwhile. */
export async function onFreshFacts<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof StaleRevision) || attempt === TRIES) throw error;
    }
  }
}
