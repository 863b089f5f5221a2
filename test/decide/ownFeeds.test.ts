import { expect, it } from 'vitest';
import { ownFeed } from '../../src/decide/ownFeeds.ts';
import { id } from '../../src/domain/ids.ts';
import { anOutlet } from '../fakes/nouns.ts';

const WANTED = { guild: id<never>('100'), url: 'https://www.harbour.example/rss', title: null, everyMinutes: 10 };

it.each([
  ['The Harbour', 'The Harbour'],
  [null, 'harbour.example'],
  ['  ', 'harbour.example'],
  ['⚓'.repeat(90), '⚓'.repeat(80)],
  [`${'a'.repeat(79)}🚢🚢`, `${'a'.repeat(79)}🚢`],
])('a feed that calls itself %j is called %j', (title, name) => {
  expect(ownFeed({ ...WANTED, title }, []).outlet.name).toBe(name);
});

it('a feed has the same name whenever it is added to a server, and another one in another server', () => {
  const named = (guild: string) => ownFeed({ ...WANTED, guild: id<never>(guild) }, []).feed.id;
  expect(named('100')).toBe(named('100'));
  expect(named('100')).toMatch(/^harbour-example-[0-9a-f]{10}$/);
  expect(named('100')).not.toBe(named('101'));
});

it('a feed on the pages of a known outlet is of its house, and still unreviewed', () => {
  const known = anOutlet({ hosts: ['harbour.example'], group: 'ports', label: 'official', state: 'NL' });
  const { outlet } = ownFeed(WANTED, [known]);
  expect(outlet).toMatchObject({ label: 'unreviewed', group: 'ports', state: 'NL', zone: known.zone, names: [] });
});
