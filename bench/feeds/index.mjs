/**
 * `feeds`: reading, hostile inputs, polling, throughput and the guard of the feeds room, beside other readers where
 * there are any. Everything is made here and served on this machine.
 */
import { parseArgs } from 'node:util';
import { Refusal } from '../../dist/domain/refusal.js';
import { say } from '../table.mjs';

const PARTS = {
  reading: async (options) => (await import('./reading.mjs')).reading(options),
  hostile: async () => (await import('./hostile.mjs')).hostile(),
  poll: async () => (await import('./poll.mjs')).poll(),
  throughput: async () => (await import('./throughput.mjs')).throughput(),
  guard: async () => (await import('./guard.mjs')).guard(),
};

function partsOf(part) {
  if (part === undefined) return Object.keys(PARTS);
  if (Object.hasOwn(PARTS, part)) return [part];
  throw new Refusal(`--part ${part}: there is no such part; there are ${Object.keys(PARTS).join(', ')}`);
}

/** Prints the tables of one part or of all; answers 1 when a limit is broken, and says which. */
export async function run(words) {
  const options = { part: { type: 'string' }, suite: { type: 'string' } };
  const { values } = parseArgs({ args: words, options });
  const broken = [];
  for (const part of partsOf(values.part)) {
    say(`\n== ${part}\n`);
    broken.push(...(await PARTS[part](values)).map((limit) => `${part}: ${limit}`));
  }
  say(broken.length === 0 ? '\nNo limit is broken.' : `\nLimits broken: ${broken.length}`);
  for (const limit of broken) say(`  ${limit}`);
  return broken.length === 0 ? 0 : 1;
}
