import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import { importChanges } from '../../src/cli/guild/changes.ts';
import { readSetUp } from '../../src/cli/guild/file.ts';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { ownFeed } from '../../src/decide/ownFeeds.ts';
import { setUpOf, writeSetUp } from '../../src/decide/setUp.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import { unchosen } from '../../src/domain/storyline.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { desk } from '../fakes/deskCommand.ts';
import { aFollow, aStoryline, at } from '../fakes/nouns.ts';
import { type TemporaryFolder, temporaryFolder } from '../fakes/temporaryFolder.ts';

const because = 'a test says so';
const NOW = at('2025-07-14T16:05Z');
const HOME = aFollow().guild;
const OWN = aStoryline({ slug: id('own-story'), guild: HOME, query: '@rivals AND talks', deadline: null });

const READ = { guild: HOME, url: 'https://harbour.example/rss', title: 'The Harbour', everyMinutes: 10 };
const { feed: FEED, outlet: OUTLET } = ownFeed(READ, []);

const SET_UP: readonly Change[] = [
  { kind: 'outlet.listed', outlet: OUTLET, because },
  { kind: 'feed.listed', feed: { ...FEED, enabled: false }, firstPollAt: NOW, because },
  { kind: 'storyline.defined', storyline: aStoryline(), because },
  { kind: 'storyline.defined', storyline: OWN, because },
  { kind: 'aliases.set', set: { guild: HOME, name: 'rivals', names: ['Sparta', 'Athens'] }, because },
  { kind: 'follow.set', follow: aFollow({ id: id(`${aStoryline().slug}@${aFollow().channel}`) }), because },
  { kind: 'guild.set', settings: { ...unchosen(HOME), moderators: id('300'), dates: 'auto' }, because },
];

let folder: TemporaryFolder;
let env: { readonly DESK_DATA: string };

/** The catalogue as a database called `name` holds it, after these changes. */
async function storedIn(name: string, changes: readonly Change[] = []) {
  const store = createStore(openSqlite(folder.at(`${name}/desk.db`), NOW).engine, TITLE_READER);
  if (changes.length > 0) await store.commit(changes, { at: NOW, actor: 'test' });
  const stored = await store.catalogue();
  await store.close();
  return stored;
}

beforeEach(async () => {
  folder = temporaryFolder();
  env = { DESK_DATA: folder.at('home') };
  await storedIn('home', SET_UP);
});

async function exported(): Promise<string> {
  const file = folder.at('set-up.json');
  expect(await desk(['export', '--to', file], env)).toMatchObject({ code: 0, out: [] });
  return file;
}

describe('a set-up', () => {
  it('that was exported is set up so already', async () => {
    const { code, out } = await desk(['import', await exported()], env);
    expect({ code, out }).toEqual({ code: 0, out: [`Server ${HOME} is set up so already.`] });
  });

  it('moves to another desk whole', async () => {
    const before = await storedIn('home');
    await storedIn('away', [{ kind: 'storyline.defined', storyline: aStoryline(), because }]);
    const { code, out } = await desk(['import', await exported()], { DESK_DATA: folder.at('away') });
    const changes = ['aliases.set', 'storyline.defined', 'outlet.listed', 'feed.listed', 'follow.set', 'guild.set'];
    expect({ code, out }).toEqual({ code: 0, out: changes });
    expect(await storedIn('away')).toEqual(before);
  });

  it('serves another server of the same desk, but for the storylines that only one can own', async () => {
    const file = await exported();
    const text = readFileSync(file, 'utf8').replaceAll('own-story', 'their-story');
    const { code } = await desk(['import', folder.write('other.json', text), '--guild', '999'], env);
    const { follows, guilds, storylines } = await storedIn('home');
    expect([code, storylines.find(({ slug }) => slug === 'their-story')?.guild]).toEqual([0, '999']);
    expect(guilds.map(({ guild }) => guild)).toContain('999');
    expect(follows.map(({ guild }) => guild)).toContain('999');
    const added = (await storedIn('home')).ownFeeds.map(({ feed }) => [feed.guild, feed.url, feed.enabled]);
    expect(added).toEqual([HOME, '999'].map((guild) => [guild, FEED.url, false]));
  });

  it('changes nothing when it is only tried', async () => {
    await storedIn('away', [{ kind: 'storyline.defined', storyline: aStoryline(), because }]);
    const away = { DESK_DATA: folder.at('away') };
    expect(await desk(['import', await exported(), '--dry-run'], away)).toMatchObject({ code: 0 });
    expect((await storedIn('away')).follows).toEqual([]);
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['that is no JSON', () => 'set-up', /this is no JSON; hand in what "desk export" wrote/],
    ['of a version to come', (text) => text.replace('"version": 1', '"version": 2'), /- version: /],
    ['with what it does not know', (text) => text.replace('"settings"', '"other": 1, "settings"'), /Unrecognized key/],
    ['with a query that cannot be read', (text) => text.replace('AND talks', 'AND ('), /storyline own-story: /],
    [
      'that follows what nobody has',
      (text) => text.replace(`"storyline": "${aStoryline().slug}"`, '"storyline": "none"'),
      /follow of none: there is no such/,
    ],
    [
      'with a feed whose address has a login',
      (text) => text.replace('https://harbour', 'https://me:word@harbour'),
      /feeds.0.url: is no web address, or has a login in it/,
    ],
    [
      'with a storyline of the catalogue',
      (text) => text.replace('own-story', aStoryline().slug),
      /another server or the catalogue has one/,
    ],
  ])('%s is refused, with the reason', async (_, change, reason) => {
    const stored = await storedIn('home');
    const text = change(writeSetUp(setUpOf(HOME, stored)));
    expect(() => importChanges(readSetUp(text, null), stored, {}, NOW)).toThrow(reason);
  });

  it('of a server that the desk does not know is no set-up', async () => {
    const { code, notes } = await desk(['export', '--guild', '1'], env);
    expect([code, notes]).toEqual([2, `desk: the desk knows no server 1; it knows ${HOME}`]);
  });
});

describe('desk addresses', () => {
  const addresses = (...words: readonly string[]) => desk(['addresses', ...words], env);

  it('prints the same ones every time, until they are renewed', async () => {
    const first = await addresses();
    expect(first).toMatchObject({ code: 0, notes: expect.stringContaining('DESK_PUBLIC_URL is not set') });
    expect(first.out[0]).toBe(`server ${HOME}`);
    expect(first.out.slice(1).join('\n')).toMatch(
      /^ {2}alerts \(Atom\) +http:\/\/127\.0\.0\.1:8082\/out\/.*alerts\.atom$/m,
    );
    expect((await addresses()).out).toEqual(first.out);
    expect((await addresses('--guild', HOME, '--renew')).out).not.toEqual(first.out);
  });

  it('begin with where others reach the desk', async () => {
    const { out, notes } = await desk(['addresses'], { ...env, DESK_PUBLIC_URL: 'https://desk.example.org/' });
    expect(notes).toBe('');
    expect(out[1]).toContain(' https://desk.example.org/out/');
  });

  it.each([
    [['--renew'], /say which with --guild ID/],
    [['--guild', '1'], /no such server follows anything/],
  ])('%j says what is missing', async (words, reason) => {
    expect(await addresses(...words)).toMatchObject({ code: 2, notes: expect.stringMatching(reason) });
  });
});
