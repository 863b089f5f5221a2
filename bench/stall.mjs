/** How much later than planned a timer of a millisecond fires, and how much of that was waiting for a core of the machine. */
import { readFileSync } from 'node:fs';

const PLANNED_MS = 1;

/** Milliseconds that the first thread of this process was ready to run and did not, because others did (Linux, proc(5)). */
export function waitedForCore() {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Of some milliseconds, the one at a share of them from the shortest on. */
function at(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/**
 * Starts to measure; answers what ends it, which answers milliseconds: the `longest` stall and the `p99` of all, each
 * without the time that others had the cores, and the longest `onTheWall`.
 */
export function measureStalls() {
  const stalls = [];
  let onTheWall = 0;
  let [began, waited] = [performance.now(), waitedForCore()];
  const look = () => {
    const [now, waitedNow] = [performance.now(), waitedForCore()];
    const late = Math.max(0, now - began - PLANNED_MS);
    onTheWall = Math.max(onTheWall, late);
    stalls.push(Math.max(0, late - (waitedNow - waited)));
    [began, waited] = [now, waitedNow];
    timer = setTimeout(look, PLANNED_MS);
  };
  let timer = setTimeout(look, PLANNED_MS);
  return () => {
    clearTimeout(timer);
    stalls.sort((a, b) => a - b);
    return { longest: stalls.at(-1) ?? 0, p99: at(stalls, 0.99), onTheWall };
  };
}
