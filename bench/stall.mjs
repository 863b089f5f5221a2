/** How much later than planned a timer of a millisecond fires, and how much of that was waiting for a core or for the disk. */
import { readFileSync } from 'node:fs';

const PLANNED_MS = 1;

/**
 * Of the first thread of this process, the milliseconds that it ran and those that it was ready to run and did not, because
 * others did (Linux, proc(5)).
 */
export function threadTimes() {
  try {
    const [ran, waited] = readFileSync('/proc/self/schedstat', 'utf8').split(' ');
    return { ran: Number(ran) / 1e6, waited: Number(waited) / 1e6 };
  } catch {
    return { ran: 0, waited: 0 };
  }
}

/** Of some milliseconds, the one at a share of them from the shortest on. */
function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/**
 * Starts to measure; answers what ends it, which answers milliseconds: the `longest` stall and the `p99` of all, each
 * without the time that others had the cores; the longest `onTheWall`; and `busy`, the longest that the thread ran itself,
 * without what it waited for the disk.
 */
export function measureStalls() {
  const stalls = [];
  let [onTheWall, busy] = [0, 0];
  let [began, before] = [performance.now(), threadTimes()];
  const look = () => {
    const [now, { ran, waited }] = [performance.now(), threadTimes()];
    const late = Math.max(0, now - began - PLANNED_MS);
    onTheWall = Math.max(onTheWall, late);
    busy = Math.max(busy, ran - before.ran);
    stalls.push(Math.max(0, late - (waited - before.waited)));
    [began, before] = [now, { ran, waited }];
    timer = setTimeout(look, PLANNED_MS);
  };
  let timer = setTimeout(look, PLANNED_MS);
  return () => {
    clearTimeout(timer);
    stalls.sort((a, b) => a - b);
    return { longest: stalls.at(-1) ?? 0, p99: at(stalls, 0.99), onTheWall, busy };
  };
}
