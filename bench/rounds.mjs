/** Rounds of the same work, measured in CPU time (user and system) of this process and in time on the wall. */

/** Milliseconds that `work` took and what it answered: `{ cpuMs, wallMs, answer }`. */
export async function timed(work) {
  const began = performance.now();
  const cpu = process.cpuUsage();
  const answer = await work();
  const { user, system } = process.cpuUsage(cpu);
  return { cpuMs: (user + system) / 1_000, wallMs: performance.now() - began, answer };
}

/** The middle of an odd number of figures. */
export function median(figures) {
  return [...figures].sort((a, b) => a - b)[Math.floor(figures.length / 2)];
}

/**
 * Runs `work` once unmeasured and `count` times measured. Rounds that did not all do the same work cannot be
 * compared: it throws when their answers differ.
 */
export async function rounds(count, work) {
  await work();
  const measured = [];
  for (let round = 0; round < count; round += 1) measured.push(await timed(work));
  const answers = new Set(measured.map(({ answer }) => JSON.stringify(answer)));
  if (answers.size > 1) throw new Error(`The rounds did different work: ${[...answers].join(' and ')}`);
  return measured;
}

/**
 * Runs several works in turn, `count` rounds of them measured after `warmUp` that are not, so that a slow spell of the
 * machine falls on all alike. `works` is name -> work, `before(round)` runs unmeasured ahead of each round. Answers
 * name -> what `timed` says of each round.
 */
export async function interleaved({ count, warmUp, before, works }) {
  const measured = new Map(Object.keys(works).map((name) => [name, []]));
  for (let round = 0; round < warmUp + count; round += 1) {
    await before(round);
    for (const [name, work] of Object.entries(works)) {
      const one = await timed(() => work(round));
      if (round >= warmUp) measured.get(name).push(one);
    }
  }
  return measured;
}
