/**
 * Where feeds may not lead: addresses of this machine and its networks. Asked three times, because each alone can be
 * got round: literal addresses are judged from the URL, names by what they resolve to when the connection is made, and
 * the connection itself by the address it reached, before a byte is sent.
 */
import { type LookupAddress, type LookupAllOptions, lookup as systemLookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** IPv4 networks that are not public (IANA special-purpose registry), and Azure's metadata address. */
const REFUSED_V4: readonly (readonly [network: string, prefix: number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/**
 * IPv6 networks that are not public: all beyond global unicast (2000::/3), and of that what documentation, tests and
 * identifiers use. Teredo (in 2001::/23) and 6to4 (2002::/16) carry IPv4 addresses of anybody's choice.
 */
const REFUSED_V6: readonly (readonly [network: string, prefix: number])[] = [
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

/** Below 2000::/3 only spellings of IPv4 addresses lead anywhere: mapped, and NAT64, which IPv6-only networks need. */
const CARRIERS_OF_V4 = ['::ffff:', '64:ff9b::'];

const REFUSED_NAMES = /(?:^|\.)(?:localhost|local|internal|localdomain)$/;

const refused = new BlockList();
const belowGlobal = new BlockList();
const carriers = new BlockList();
belowGlobal.addSubnet('::', 3, 'ipv6');
for (const carrier of CARRIERS_OF_V4) carriers.addSubnet(`${carrier}0.0.0.0`, 96, 'ipv6');
for (const [network, prefix] of REFUSED_V6) refused.addSubnet(network, prefix, 'ipv6');
for (const [network, prefix] of REFUSED_V4) {
  refused.addSubnet(network, prefix, 'ipv4');
  for (const carrier of CARRIERS_OF_V4) refused.addSubnet(`${carrier}${network}`, 96 + prefix, 'ipv6');
}

/** An address the guard would not connect to. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
  /** One clause. */
  readonly remedy: string;

  constructor(message: string, remedy = 'allow the host in the configuration if it is meant') {
    super(message);
    this.remedy = remedy;
  }
}

export interface Guard {
  /** Throws `RefusedAddress` when `url` names a refused address outright, or is not http(s). */
  check(url: URL): void;
  /**
   * Throws `RefusedAddress` when a request for `asked` is redirected into an allowed host that is another: the operator
   * trusts their own host with their own addresses, and strangers with none of them.
   */
  checkRedirect(asked: URL, target: URL): void;
  /** For a connector: resolves a name to its public addresses; fails with `RefusedAddress` when it has none. */
  readonly lookup: LookupFunction;
  /** Throws `RefusedAddress` when a connection made for `hostname` ended at `address`, which is refused or unknown. */
  checkReached(hostname: string, address: string | undefined): void;
}

/** Whether `address` belongs to no public network. What is no IP literal belongs to none. */
export function isRefusedAddress(address: string): boolean {
  const plain = address.replace(/%.*$/, '');
  const version = isIP(plain);
  if (version === 4) return refused.check(plain, 'ipv4');
  if (version === 0 || refused.check(plain, 'ipv6')) return true;
  return belowGlobal.check(plain, 'ipv6') && !carriers.check(plain, 'ipv6');
}

/** How names become addresses: `dns.lookup` when asked for all of them. */
export type Resolve = (
  hostname: string,
  options: LookupAllOptions,
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void;

/** `resolve` is the system's resolver unless a test has its own. */
export function createGuard(allowedHosts: readonly string[], resolve: Resolve = systemLookup): Guard {
  const allowed = new Set(allowedHosts.map(bareName));
  return {
    check(url) {
      const host = bareName(url.hostname);
      if (url.protocol !== 'http:' && url.protocol !== 'https:')
        throw new RefusedAddress(`${url.protocol} is not http`);
      if (!allowed.has(host) && isRefusedHost(host)) throw new RefusedAddress(`${host} is no public address`);
    },
    checkRedirect(asked, target) {
      const host = bareName(target.hostname);
      if (!allowed.has(host) || host === bareName(asked.hostname)) return;
      throw new RefusedAddress(`it redirects to ${host}, which no other host may do`, 'list the address there itself');
    },
    lookup(hostname, options, callback) {
      const exempt = allowed.has(bareName(hostname));
      resolve(hostname, { ...options, all: true }, (error, addresses) => {
        const usable = (addresses ?? []).filter(({ address }) => exempt || !isRefusedAddress(address));
        if (error) callback(error, '');
        else answer(hostname, usable, options.all === true, callback);
      });
    },
    checkReached(hostname, address) {
      if (allowed.has(bareName(hostname)) || (address !== undefined && !isRefusedAddress(address))) return;
      throw new RefusedAddress(`the connection to ${bareName(hostname)} ended at no public address`);
    },
  };
}

function answer(
  hostname: string,
  addresses: readonly LookupAddress[],
  all: boolean,
  callback: Parameters<LookupFunction>[2],
): void {
  const [first] = addresses;
  if (first === undefined) callback(new RefusedAddress(`${hostname} resolves to no public address`), '');
  else if (all) callback(null, [...addresses]);
  else callback(null, first.address, first.family);
}

function isRefusedHost(host: string): boolean {
  return isIP(host) === 0 ? REFUSED_NAMES.test(host) : isRefusedAddress(host);
}

/** A URL parser has already turned `0x7f.1` and `2130706433` into dotted form; brackets and the last dot are left. */
function bareName(hostname: string): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}
