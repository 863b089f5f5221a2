import { expect, it } from 'vitest';
import { trapsAmong } from '../../src/decide/traps.ts';

const trapAt = trapsAmong([
  { address: 'ofac.treasury.gov/rss.xml', says: 'pages' },
  { address: 'feeds.reuters.com/*', says: 'closed' },
]);

it.each([
  ['https://ofac.treasury.gov/rss.xml', 'pages'],
  ['http://www.ofac.treasury.gov/RSS.xml/', 'pages'],
  ['https://ofac.treasury.gov/rss.xml?page=2', null],
  ['https://feeds.reuters.com/reuters/worldNews', 'closed'],
  ['https://feeds.reuters.com', 'closed'],
  ['https://feeds.reuters.com.example/', null],
  ['https://reuters.com/', null],
])('against %s is known: %j', (address, says) => {
  expect(trapAt(address)).toBe(says);
});
