/** The index of words, made of few parts: every step of writing adds one, and a search asks each of them. */
import { z } from 'zod';
import type { Engine } from './engine.ts';

/** Of a million items they take some milliseconds, during which nobody else writes. */
const PAGES_A_STEP = 8;

/** A few pages (documentation of FTS5, The 'merge' Command). */
const MERGE = {
  sql: "INSERT INTO item_words (item_words, rank) VALUES ('merge', :pages)",
  params: { pages: PAGES_A_STEP },
};

const CHANGES = 'SELECT total_changes() AS count';
const changesRow = z.object({ count: z.number() });

async function changesOf(engine: Engine): Promise<number> {
  return changesRow.parse((await engine.all(CHANGES, {}))[0]).count;
}

/** A merge that found nothing to do has changed one row, its own (documentation of FTS5, The 'merge' Command). */
async function isMerged(engine: Engine): Promise<boolean> {
  const before = await changesOf(engine);
  await engine.batch([MERGE]);
  return (await changesOf(engine)) - before < 2;
}

/**
 * Merges what is worth merging, step by step, with a `rest` after each that wrote, so that somebody else can write. Beside
 * the line only: where many items went, a step of a few pages reads thousands that held them.
 */
export async function mergeWords(engine: Engine, rest: () => Promise<void>): Promise<void> {
  while (!(await isMerged(engine))) await rest();
}
