/**
 * Hostile inputs through the feeds port as it is configured by default. Each has a process of its own, so that what one
 * does to memory and loop is not put down to another; at the end one process takes all of them in turn.
 */
import { columns, say } from '../table.mjs';
import { heard, openServer, startChild } from './children.mjs';
import { HOSTILE_DOCUMENTS } from './hostileDocuments.mjs';
import { HOSTILE_PLAYS } from './hostilePlays.mjs';
import { progress } from './progress.mjs';

const LIMITS = { ms: 5_000, peakMb: 300, p99: 20 };
const UNITS = { ms: 'ms', peakMb: 'MB', p99: 'ms of delay at p99' };
/** Whatever still runs then never ends: beyond the desk's own deadline for those that wait, twice the limit for others. */
const PATIENCE_MS = { waits: 25_000, works: 2 * LIMITS.ms, all: 60_000 };
const HEAD = ['', 'ms', 'verdict', 'MB peak', 'delay p99', 'delay max'];

const INPUTS = [
  ...HOSTILE_DOCUMENTS.map(({ name }, index) => ({ name, path: `/document/${index}`, waits: false })),
  ...HOSTILE_PLAYS.map(({ name, waits = false }, index) => ({ name, path: `/play/${index}`, waits })),
];

/** What `paths` did to a process of their own; a verdict of null when it had to be ended. */
async function fetched(url, paths, patienceMs = PATIENCE_MS.works) {
  const child = startChild('./hostileFetch.mjs', [`${url}/ordinary`, ...paths.map((path) => `${url}${path}`)]);
  const nothing = { ms: patienceMs, verdict: null, peakMb: null, p99: null, max: null };
  return (await heard(child, patienceMs)) ?? nothing;
}

async function inTurn(server, inputs) {
  const found = [];
  for (const { name, path } of inputs) {
    progress(`hostile: ${name}`);
    await server.ask(path);
    found.push({ name, ...(await fetched(server.url, [path])) });
  }
  return found;
}

/** Those that only wait do so together. */
async function together(server, inputs) {
  progress('hostile: those that would wait for ever');
  const { waits } = PATIENCE_MS;
  return Promise.all(inputs.map(async ({ name, path }) => ({ name, ...(await fetched(server.url, [path], waits)) })));
}

/** One process for all that came to an end, as a desk would meet them. */
async function oneAfterTheOther(server, found) {
  progress('hostile: all in one process');
  const ended = INPUTS.filter(({ name, waits }) => !waits && found.some((one) => one.name === name && one.verdict));
  const paths = ended.map(({ path }) => path);
  const together = await fetched(server.url, paths, PATIENCE_MS.all);
  return { ...together, name: `${paths.length} of them in one process`, verdict: together.verdict && 'all ended' };
}

function rowOf({ name, ms, verdict, peakMb, p99, max }) {
  const figures = [peakMb, p99, max].map((figure) => (figure === null ? '–' : figure.toFixed(0)));
  return [name, ms.toFixed(0), verdict ?? 'none', ...figures];
}

function brokenBy({ name, verdict, ...figures }) {
  if (verdict === null) return [`${name}: no verdict after ${figures.ms / 1_000} s`];
  const beyond = Object.keys(LIMITS).filter((figure) => figures[figure] > LIMITS[figure]);
  const said = beyond.map((figure) => `${figures[figure].toFixed(0)} ${UNITS[figure]}, at most ${LIMITS[figure]}`);
  return said.length === 0 ? [] : [`${name}: ${said.join('; ')}`];
}

async function measured(server) {
  const idle = { name: 'nothing at all', ...(await fetched(server.url, [])) };
  const quick = INPUTS.filter(({ waits }) => !waits);
  const found = await inTurn(server, quick);
  found.push(
    ...(await together(
      server,
      INPUTS.filter(({ waits }) => waits),
    )),
  );
  return { idle, found, all: await oneAfterTheOther(server, found) };
}

/** Prints what each input costs; answers the limits it breaks. */
export async function hostile() {
  const server = await openServer('./hostileServer.mjs');
  const { idle, found, all } = await measured(server).finally(() => server.close());
  for (const row of columns([HEAD, ...[idle, ...found, all].map(rowOf)])) say(row);
  say(`\nEach at most ${LIMITS.ms} ms with a verdict, ${LIMITS.peakMb} MB, and ${LIMITS.p99} ms of delay at p99.`);
  return [...found, { ...all, ms: 0 }].flatMap(brokenBy);
}
