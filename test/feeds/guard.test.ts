import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { createGuard, isRefusedAddress, RefusedAddress, type Resolve } from '../../src/feeds/guard.ts';

describe('The guard refuses every spelling of a private address', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://127.255.255.254/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0x7f000001/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.0.0.1./',
    'http://１２７.0.0.1/',
    'http://0/',
    'http://0.0.0.0/',
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://app.localhost/',
    'http://[::1]/',
    'http://[::]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::127.0.0.1]/',
    'http://[2002:7f00:1::]/',
    'http://10.0.0.1/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://100.64.0.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::ffff:169.254.169.254]/',
    'http://168.63.129.16/',
    'http://metadata.google.internal/',
    'http://printer.local/',
    'http://224.0.0.1/',
    'http://255.255.255.255/',
    'http://[fe80::1]/',
    'http://[fd00:ec2::254]/',
    'http://[ff02::1]/',
    'ftp://news.example/feed',
    'file:///etc/passwd',
  ])('%s', (url) => {
    expect(() => createGuard([]).check(new URL(url))).toThrow(RefusedAddress);
  });

  it.each([
    'https://feeds.bbci.co.uk/news/rss.xml',
    'http://8.8.8.8/',
    'http://172.32.0.1/',
    'http://100.128.0.1/',
    'http://[2606:4700::1111]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::8.8.8.8]/',
    'http://localhost.example/',
  ])('and lets %s pass', (url) => {
    expect(() => createGuard([]).check(new URL(url))).not.toThrow();
  });

  it.each([
    ['127.0.0.1', 'http://127.1:8080/a'],
    ['::1', 'http://[::1]/'],
    ['[::1]', 'http://[::1]/'],
    ['LocalHost', 'http://localhost/'],
  ])('and an operator who allows %s reaches %s', (allowed, url) => {
    expect(() => createGuard([allowed]).check(new URL(url))).not.toThrow();
    expect(() => createGuard([allowed]).check(new URL('http://10.0.0.1/'))).toThrow(RefusedAddress);
  });

  it.each([
    ['another host', 'http://news.example/', 'http://127.1:8080/a'],
    ['another allowed host', 'http://localhost/', 'http://127.0.0.1/'],
  ])('and lets no redirect of %s into an allowed one', (_whose, asked, target) => {
    const guard = createGuard(['127.0.0.1', 'localhost']);
    expect(() => guard.checkRedirect(new URL(asked), new URL(target))).toThrow(RefusedAddress);
  });

  it.each([
    ['within an allowed host', 'http://localhost:80/', 'http://LOCALHOST:8080/'],
    ['out of one', 'http://localhost/', 'http://news.example/'],
    ['between others', 'http://news.example/', 'http://feeds.example/'],
  ])('and lets a redirect %s pass', (_how, asked, target) => {
    const guard = createGuard(['localhost']);
    expect(() => guard.checkRedirect(new URL(asked), new URL(target))).not.toThrow();
  });

  it.each([
    ['IPv4-translated', '::ffff:0:127.0.0.1'],
    ['local-use NAT64', '64:ff9b:1::127.0.0.1'],
    ['discard-only', '100::1'],
    ['dummy prefix', '100:0:0:1::1'],
    ['Teredo', '2001:0:4136:e378:8000:63bf:3fff:fdd2'],
    ['benchmarking', '2001:2::1'],
    ['ORCHID', '2001:10::1'],
    ['documentation', '3fff::1'],
    ['segment routing', '5f00::1'],
    ['unassigned', '9000::1'],
    ['no address at all', 'not an address'],
    ['nothing', ''],
  ])('%s is no public address: %s', (_what, address) => {
    expect(isRefusedAddress(address)).toBe(true);
  });

  it('also with a zone behind it', () => {
    expect(isRefusedAddress('fe80::1%eth0')).toBe(true);
  });
});

describe('What a name resolves to', () => {
  /** A resolver that knows one answer. */
  function resolverOf(...addresses: string[]): Resolve {
    const found: LookupAddress[] = addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
    return (_name, _options, callback) => callback(null, found);
  }

  function resolved(addresses: string[], allowed: string[], all: boolean): Promise<unknown> {
    const guard = createGuard(allowed, resolverOf(...addresses));
    return new Promise((answer, refuse) => {
      guard.lookup('news.example', { all }, (error, address) => (error ? refuse(error) : answer(address)));
    });
  }

  it.each([[['127.0.0.1']], [['::1', '10.0.0.1']], [['::ffff:169.254.169.254']], [[]]])(
    '%j is refused',
    async (addresses) => {
      await expect(resolved(addresses, [], true)).rejects.toThrow(RefusedAddress);
      await expect(resolved(addresses, [], false)).rejects.toThrow(RefusedAddress);
    },
  );

  it('is reduced to what is public', async () => {
    expect(await resolved(['127.0.0.1', '8.8.8.8'], [], true)).toEqual([{ address: '8.8.8.8', family: 4 }]);
    expect(await resolved(['127.0.0.1', '8.8.8.8'], [], false)).toBe('8.8.8.8');
  });

  it('counts again once the connection is made, whoever answered before', () => {
    const guard = createGuard(['friend.example']);
    expect(() => guard.checkReached('news.example', '127.0.0.1')).toThrow(RefusedAddress);
    expect(() => guard.checkReached('news.example', undefined)).toThrow(RefusedAddress);
    expect(() => guard.checkReached('news.example', '8.8.8.8')).not.toThrow();
    expect(() => guard.checkReached('friend.example', '127.0.0.1')).not.toThrow();
  });

  it('is taken as it is for an allowed name', async () => {
    expect(await resolved(['127.0.0.1'], ['news.example'], false)).toBe('127.0.0.1');
  });
});
