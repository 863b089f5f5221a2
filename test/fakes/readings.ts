/** What is read in a text, its status told. */
import { type ReadingContext, readDeadlines } from '../../src/decide/deadline/read.ts';

export function readWhole(text: string, context: ReadingContext) {
  const { status, ...rest } = readDeadlines(text, context);
  return { ...rest, status: status() };
}
