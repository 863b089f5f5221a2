import { describe, expect, it } from 'vitest';
import { charsetOf, freshMinutes, headerOf, retryAt, wantsNothingKept } from '../../src/feeds/headers.ts';
import { at } from '../fakes/nouns.ts';

const NOW = at('2025-08-06T10:00Z');

it.each([
  ['120', at('2025-08-06T10:02Z')],
  ['0', NOW],
  ['Wed, 06 Aug 2025 10:30:00 GMT', at('2025-08-06T10:30Z')],
  ['Wed, 06 Aug 2025 09:30:00 GMT', NOW],
  ['999999999', at('2025-08-07T10:00Z')],
  ['Thu, 01 Jan 2099 00:00:00 GMT', at('2025-08-07T10:00Z')],
  ['later', null],
  ['-5', null],
])('Retry-After: %s', (value, expected) => {
  expect(retryAt({ 'retry-after': value }, NOW)).toBe(expected);
});

it.each([
  ['max-age=600', 10],
  ['public, max-age=61, must-revalidate', 2],
  ['max-age="300"', 5],
  ['MAX-AGE = 60', 1],
  ['max-age=0', null],
  ['no-cache, max-age=600', null],
  ['no-store', null],
  ['s-maxage=600', null],
  ['private', null],
])('Cache-Control: %s', (value, minutes) => {
  expect(freshMinutes({ 'cache-control': value }, NOW)).toBe(minutes);
});

it.each([
  [{ expires: 'Wed, 06 Aug 2025 10:30:00 GMT' }, 30],
  [{ expires: 'Wed, 06 Aug 2025 10:30:00 GMT', 'cache-control': 'max-age=60' }, 1],
  [{ expires: 'Wed, 06 Aug 2025 09:30:00 GMT' }, null],
  [{ expires: '0' }, null],
  [{ expires: 'soon' }, null],
  [{ expires: 'Wed, 06 Aug 2025 10:30:00 GMT', 'cache-control': 'no-cache' }, null],
])('%j stays fresh for %j minutes', (headers, minutes) => {
  expect(freshMinutes(headers, NOW)).toBe(minutes);
});

it.each([
  [{ expires: '0' }, true],
  [{ expires: '-1' }, true],
  [{ expires: 'Wed, 06 Aug 2025 09:30:00 GMT' }, false],
  [{}, false],
])('%j wants nothing kept: %j', (headers, nothing) => {
  expect(wantsNothingKept(headers)).toBe(nothing);
});

it.each([
  ['text/xml; charset=utf-8', 'utf-8'],
  ['text/xml;charset="windows-1251"', 'windows-1251'],
  ["text/xml; Charset='koi8-r'; x=y", 'koi8-r'],
  ['text/xml', null],
])('Content-Type: %s', (value, charset) => {
  expect(charsetOf({ 'content-type': value })).toBe(charset);
});

describe('A header', () => {
  it.each([
    [{}, null],
    [{ etag: '' }, null],
    [{ etag: ' "1" ' }, '"1"'],
    [{ etag: ['"1"', '"2"'] }, '"1", "2"'],
  ])('of %j is %j', (headers, value) => {
    expect(headerOf(headers, 'etag')).toBe(value);
  });
});
