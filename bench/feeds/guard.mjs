/**
 * Whether feeds can lead into private networks. Each address is tried directly, as the target of a redirect and as what
 * a name resolves to, through the feeds port; the guard is asked first, so that an address it would let pass is
 * counted as a miss and nothing is ever sent beyond loopback.
 */
import dns from 'node:dns';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { isIPv6 } from 'node:net';
import { createGuard, RefusedAddress } from '../../dist/feeds/guard.js';
import { columns, say } from '../table.mjs';
import { feedAt, freshState, openDesk, pollOnce, verdictOf } from './desk.mjs';
import {
  LOOPBACK_SPELLINGS,
  METADATA,
  PRIVATE_ADDRESSES,
  PRIVATE_ANSWERS,
  PUBLIC_ADDRESSES,
  REFUSED_NAMES,
} from './guardAddresses.mjs';

/** An outlet's host that the desk may read; it lives on this machine and redirects wherever it is asked to. */
const OUTLET_HOST = 'outlet.example';
const PUBLIC = '8.8.8.8';
const SECRET = '<rss version="2.0"><channel><title>Secret</title><item><title>secret</title></item></channel></rss>';

/** A header holds ASCII; URL parsers decode the rest, in hosts as well. */
function asHeader(encoded) {
  return decodeURIComponent(encoded).replace(/\P{ASCII}+/gu, encodeURIComponent);
}

/** Redirects `/to/<address>`; whatever else is asked has reached what it should not, unless it is the outlet's own. */
async function openServer() {
  const reached = [];
  const server = createServer(({ url, headers }, response) => {
    if (url.startsWith('/to/')) return response.writeHead(302, { location: asHeader(url.slice('/to/'.length)) }).end();
    if (!headers.host.startsWith(OUTLET_HOST)) reached.push(headers.host);
    return response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(SECRET);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, reached, port: server.address().port };
}

/** `lookup` for `createGuard`: answers `answers` (lists of addresses) in turn, the last one for ever. */
function resolverOf(...answers) {
  const left = [...answers];
  return (hostname, _options, callback) => {
    const next = left.length > 1 ? () => left.shift() : () => left[0];
    const addresses = hostname === OUTLET_HOST ? ['127.0.0.1'] : next();
    callback(null, addresses.map(resolvedAs));
  };
}

function resolvedAs(address) {
  return { address, family: isIPv6(address.replace(/%.*/, '')) ? 6 : 4 };
}

/** Puts `names.resolve`, whatever it is then, in the place of the system's resolver until `release()`. */
function takeOverNames() {
  const { lookup } = dns;
  const names = { resolve: resolverOf(['127.0.0.1']), release: () => put(lookup) };
  const put = (resolver) => {
    dns.lookup = resolver;
    syncBuiltinESMExports();
  };
  put((...question) => names.resolve(...question));
  return names;
}

function refusesOutright(address) {
  if (!URL.canParse(address)) return true;
  try {
    createGuard([]).check(new URL(address));
    return false;
  } catch (error) {
    if (error instanceof RefusedAddress) return true;
    throw error;
  }
}

/** What the guard lets a connector have for a name that `resolve` resolves; null when it refuses. */
function offeredBy(resolve) {
  const { lookup } = createGuard([], resolve);
  return new Promise((answer) => {
    lookup('news.example', { all: true }, (error, offered) => answer(error ? null : offered));
  });
}

/** Whether a poll of `url` is refused by name, and nothing was reached. */
async function isRefused({ feeds, reached }, url) {
  const feed = feedAt(url);
  const before = reached.length;
  const { fetched } = await pollOnce(feeds, feed, freshState(feed));
  return verdictOf(fetched) === 'refused_address' && reached.length === before;
}

/** An address that no URL can hold leads nowhere, which is as good. */
async function refusesDirectly(bench, address) {
  if (!refusesOutright(address)) return false;
  return !URL.canParse(address) || isRefused(bench, address);
}

async function refusesRedirect(bench, address) {
  if (!refusesOutright(address)) return false;
  if (!URL.canParse(address)) return true;
  return isRefused(bench, `http://${OUTLET_HOST}:${bench.port}/to/${encodeURIComponent(address)}`);
}

async function refusesAnswer(bench, addresses) {
  if ((await offeredBy(resolverOf(addresses))) !== null) return false;
  bench.names.resolve = resolverOf(addresses);
  const direct = `http://news.example:${bench.port}/`;
  const redirect = `http://${OUTLET_HOST}:${bench.port}/to/${encodeURIComponent(direct)}`;
  return (await isRefused(bench, direct)) && (await isRefused(bench, redirect));
}

/** The name is public for whoever checks it first, and private for the connection. */
async function refusesRebinding(bench, addresses) {
  if ((await offeredBy(resolverOf(addresses))) !== null) return false;
  bench.names.resolve = resolverOf([PUBLIC], addresses);
  const checked = await offeredBy(bench.names.resolve);
  return checked?.[0].address === PUBLIC && isRefused(bench, `http://news.example:${bench.port}/`);
}

/** A private address among public ones is not offered. */
async function dropsFromMixed(_bench, addresses) {
  const offered = await offeredBy(resolverOf([PUBLIC, ...addresses]));
  return offered.length === 1 && offered[0].address === PUBLIC;
}

function atPort(addresses, port) {
  return addresses.map((address) => address.replaceAll('PORT', port));
}

function checksOf({ port }) {
  const loopback = atPort(LOOPBACK_SPELLINGS, port);
  const names = atPort(REFUSED_NAMES, port);
  const all = [...loopback, ...PRIVATE_ADDRESSES, ...METADATA, ...names];
  return [
    ['spellings of this machine', loopback, refusesDirectly],
    ['private and reserved networks', PRIVATE_ADDRESSES, refusesDirectly],
    ['metadata services', METADATA, refusesDirectly],
    ['private names and other schemes', names, refusesDirectly],
    ['redirects to each of these', all, refusesRedirect],
    ['names that resolve to private addresses', PRIVATE_ANSWERS, refusesAnswer],
    ['names public first and private later', PRIVATE_ANSWERS, refusesRebinding],
    ['private addresses among public ones', PRIVATE_ANSWERS, dropsFromMixed],
    ['public addresses let pass', PUBLIC_ADDRESSES, async (_bench, address) => !refusesOutright(address)],
  ];
}

async function missesOf(bench, cases, holds) {
  const misses = [];
  for (const each of cases) if (!(await holds(bench, each))) misses.push(String(each));
  return misses;
}

/** That the allowed outlet is reached shows that refusals are the guard's doing. */
async function demandReach({ feeds, port }) {
  const feed = feedAt(`http://${OUTLET_HOST}:${port}/`);
  const { fetched } = await pollOnce(feeds, feed, freshState(feed));
  if (fetched.kind !== 'items') throw new Error(`The bench's own outlet is not reached: ${verdictOf(fetched)}`);
}

async function checked(bench) {
  await demandReach(bench);
  const found = [];
  for (const [name, cases, holds] of checksOf(bench)) {
    found.push({ name, count: cases.length, misses: await missesOf(bench, cases, holds) });
  }
  return found;
}

async function measured() {
  const { server, reached, port } = await openServer();
  const names = takeOverNames();
  const { feeds } = openDesk(OUTLET_HOST);
  try {
    return await checked({ feeds, reached, port, names });
  } finally {
    names.release();
    await feeds.close();
    server.close();
  }
}

/** Prints how many of how many are refused; answers the misses. */
export async function guard() {
  const found = await measured();
  const rows = found.map(({ name, count, misses }) => [name, `${count - misses.length} of ${count}`]);
  for (const row of columns([['', 'held'], ...rows])) say(row);
  return found.flatMap(({ name, misses }) => misses.map((miss) => `${name}: ${miss}`));
}
