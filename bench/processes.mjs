/** What a process takes of the machine, as Linux tells. */
import { readFileSync } from 'node:fs';

/** Megabytes by a name of `proc(5)` status; null where there is no such file. */
export function memoryOf(pid, name) {
  try {
    const [, kilobytes] = new RegExp(`^${name}:\\s*(\\d+) kB$`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'));
    return Number(kilobytes) / 1_024;
  } catch {
    return null;
  }
}

/** Hundredths of a second on every Linux that Node runs on. */
const TICKS_A_SECOND = 100;

/** Seconds of CPU of all its threads so far, by `proc(5)` stat; null where there is no such file. */
export function cpuOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
  } catch {
    return null;
  }
}
