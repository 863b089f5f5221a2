/**
 * A child process that polls the addresses of its arguments one after the other, as the desk does, and says how long
 * that took, with what verdict, and what it did to the process. Without an address it stays idle for a second.
 */
import { readFileSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { endWithParent } from './children.mjs';
import { feedAt, freshState, openDesk, pollOnce, verdictOf } from './desk.mjs';

const IDLE_MS = 1_000;
const SAMPLE_MS = 20;
const RESOLUTION_MS = 1;
/** The last delay is recorded when the loop turns once more. */
const SETTLING_MS = 50;
const MEGABYTE = 1_000_000;

/** The kernel's own peak, which a sampler on a blocked loop would miss, where it is to be had. */
function peakBytes() {
  try {
    return 1_024 * Number(/^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return 0;
  }
}

/** Samples memory until `stop()`, which answers the peak in megabytes. */
function watchMemory() {
  let peak = 0;
  const sample = () => {
    peak = Math.max(peak, process.memoryUsage.rss());
  };
  const timer = setInterval(sample, SAMPLE_MS);
  return {
    stop() {
      clearInterval(timer);
      sample();
      return Math.max(peak, peakBytes()) / MEGABYTE;
    },
  };
}

async function polledAll(feeds, urls) {
  if (urls.length === 0) await sleep(IDLE_MS);
  let verdict = 'idle';
  for (const url of urls) {
    const feed = feedAt(url);
    verdict = verdictOf((await pollOnce(feeds, feed, freshState(feed))).fetched);
  }
  return verdict;
}

async function watched(work) {
  const memory = watchMemory();
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delay.enable();
  const began = performance.now();
  const verdict = await work();
  const ms = performance.now() - began;
  await sleep(SETTLING_MS);
  delay.disable();
  return { ms, verdict, peakMb: memory.stop(), p99: delay.percentile(99) / 1e6, max: delay.max / 1e6 };
}

endWithParent();
const [ordinary, ...urls] = process.argv.slice(2);
const { feeds } = openDesk();
await polledAll(feeds, [ordinary, ordinary]);
process.send(await watched(() => polledAll(feeds, urls)));
process.disconnect();
await feeds.close();
