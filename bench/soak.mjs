/**
 * `soak`: a month of the demo's news by a clock that does not wait: polls, alerts and reminders in a process of their own,
 * with a backup, a checkpoint and retention beside it after each day. Fails when its memory grows, when it does not
 * come to the end, or when its database is not whole then. The curve of its memory is drawn into `out/soak.svg`.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Refusal } from '../dist/domain/refusal.js';
import { DAY, instantOf, plus } from '../dist/domain/time.js';
import { retireOld } from '../dist/run/maintain.js';
import { openKeeper } from '../dist/store/keeper.js';
import { verify } from '../dist/store/restore.js';
import { containerStart } from './container.mjs';
import { memoryOf } from './processes.mjs';
import { say } from './table.mjs';
import { growthOf } from './trend.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const FROM = '2025-07-12';
const DAYS = 31;
const KEPT_DAYS = 7;
const KEPT_BACKUPS = 2;
const SAMPLED_EVERY_MS = 500;
const MOST_GROWTH = 0.05;
const WIDTH = 800;
const HEIGHT = 240;

const midnight = (day) => instantOf(Date.parse(`${day}T00:00:00Z`));
const dayAfter = (day, days) => plus(midnight(day), days * DAY).slice(0, 10);

function startDemo(folder, { days, every }) {
  const span = ['--from', FROM, '--until', dayAfter(FROM, days)];
  const words = ['demo', '--exit', '--seconds', '0', '--port', '0', '--every', every, '--data', folder, ...span];
  const { env, words: started } = containerStart();
  return spawn(process.execPath, [...started.slice(0, -1), ...words], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** What the timetable does in a night. */
async function keptOn(keeper, day) {
  const { gone } = await keeper.backUp(midnight(day), KEPT_BACKUPS);
  const isAll = await keeper.checkpoint();
  await keeper.mergeWords();
  const retired = await retireOld({ keeper, log: { info: () => {} } }, plus(midnight(day), -KEPT_DAYS * DAY));
  return `${day}: backed up, ${gone.length} older gone; ${retired} items retired; log moved ${isAll ? 'whole' : 'in part'}`;
}

/** The curve as a picture: megabytes over the time of the play. */
function drawn(megabytes) {
  const most = Math.max(...megabytes) * 1.1;
  const x = (index) => ((index / Math.max(1, megabytes.length - 1)) * WIDTH).toFixed(1);
  const y = (value) => (HEIGHT - (value / most) * HEIGHT).toFixed(1);
  const points = megabytes.map((value, index) => `${x(index)},${y(value)}`).join(' ');
  const label = `memory of a desk over a simulated month, 0 to ${most.toFixed(0)} MB`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
<title>${label}</title><rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
<polyline points="${points}" fill="none" stroke="#1f6feb" stroke-width="2"/></svg>
`;
}

/** Tells the first line of each day; nights are kept one after the other, and none twice. */
function watchDays(desk, keeper) {
  const lines = createInterface({ input: desk.stdout });
  let last = FROM;
  let nights = Promise.resolve();
  lines.on('line', (line) => {
    const [day] = /^2025-\d\d-\d\d(?= \d\d:\d\d {2})/.exec(line) ?? [];
    if (day === undefined || day <= last) return;
    last = day;
    nights = nights.then(async () =>
      say(`${await keptOn(keeper, day)}, ${memoryOf(desk.pid, 'VmRSS')?.toFixed(0)} MB`),
    );
  });
  return () => nights;
}

async function played(folder, asked) {
  const path = join(folder, 'demo.db');
  const desk = startDemo(folder, asked);
  const ended = once(desk, 'exit');
  const keeper = openKeeper(path);
  const nights = watchDays(desk, keeper);
  const megabytes = [];
  const sampling = setInterval(() => {
    const now = memoryOf(desk.pid, 'VmRSS');
    if (now !== null) megabytes.push(now);
  }, SAMPLED_EVERY_MS);
  const [code] = await ended;
  clearInterval(sampling);
  await nights();
  await keeper.close();
  verify(path);
  return { code, megabytes };
}

function verdictOf({ code, megabytes }) {
  if (code !== 0) return `the desk ended with ${code}`;
  const growth = growthOf(megabytes);
  return growth <= MOST_GROWTH ? null : `its memory grew by ${(growth * 100).toFixed(0)} % in the last third`;
}

/** Prints each day and what became of the memory. */
export async function run(words) {
  const options = { days: { type: 'string', default: String(DAYS) }, every: { type: 'string', default: '60' } };
  const { values } = parseArgs({ args: words, options });
  const days = Number(values.days);
  if (!(days >= 1 && days <= DAYS)) throw new Refusal(`--days: should be a number from 1 to ${DAYS}`);
  const folder = mkdtempSync(join(tmpdir(), 'desk-soak-'));
  try {
    const done = await played(folder, { days, every: values.every });
    mkdirSync(join(ROOT, 'out'), { recursive: true });
    writeFileSync(join(ROOT, 'out', 'soak.svg'), drawn(done.megabytes));
    const verdict = verdictOf(done);
    const share = (growthOf(done.megabytes) * 100).toFixed(1);
    say(
      `${days} days; memory ${share} % above that of the second third, at most ${Math.max(...done.megabytes).toFixed(0)} MB`,
    );
    say(verdict === null ? 'It is flat, and the database is whole.' : `Failed: ${verdict}.`);
    return verdict === null ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
