/** The shipped counts of words in news at large. */
import type { Background } from '../domain/background.ts';
import { checked, openFile } from './file.ts';
import type { Problems } from './problems.ts';
import { backgroundFileSchema } from './schemas.ts';

/** Reads `background.json`; null, with the problems told, when it cannot be used. */
export function readBackground(path: string, name: string, problems: Problems): Background | null {
  const file = openFile(path, name, problems);
  const read = file && checked(file, [], backgroundFileSchema, problems);
  if (!read) return null;
  const counts = new Map(read.counts.flatMap(({ items, words }) => words.split(' ').map((word) => [word, items])));
  return { items: read.items, counts };
}
