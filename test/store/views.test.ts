import { beforeEach, describe, expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import type { Change } from '../../src/domain/change.ts';
import { id, type MessageKey } from '../../src/domain/ids.ts';
import type { Store } from '../../src/domain/ports.ts';
import type { JournalPlace } from '../../src/domain/views.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { aDevelopment, aFollow, anItem, anOutlet, aReport, aStoryline, at, day } from '../fakes/nouns.ts';

const NOW = at('2025-07-14T16:05Z');
const LATER = at('2025-07-15T09:00Z');
const because = 'a test says so';

const CATALOGUE: readonly Change[] = [
  { kind: 'outlet.listed', outlet: anOutlet(), because: 'the 100% catalogue says so' },
  { kind: 'storyline.defined', storyline: aStoryline(), because },
  { kind: 'follow.set', follow: aFollow(), because },
];

const item = anItem({ id: id('it_202507141605_aaaa') });

function matched(): readonly Change[] {
  const why = { hits: [], missing: [], blockedBy: [], wouldStop: [], likeness: null };
  return [
    { kind: 'item.seen', item, baseline: false, because },
    { kind: 'match.made', match: { item: item.id, storyline: aStoryline().slug, score: 1, why }, because },
  ];
}

function told(): readonly Change[] {
  const { id: follow, channel } = aFollow();
  const development = aDevelopment({ reports: [aReport({ item: item.id })] });
  return [
    { kind: 'development.opened', development, because },
    {
      kind: 'message.wanted',
      key: id<MessageKey>('development:1@a'),
      follow,
      channel,
      subject: { kind: 'development', id: development.id },
      answers: null,
      rev: 1,
      priority: 4,
      ping: false,
      because,
    },
  ];
}

let store: Store;

beforeEach(async () => {
  store = createStore(openSqlite(':memory:', NOW).engine, TITLE_READER);
  await store.commit(CATALOGUE, { at: NOW, actor: 'start' });
  await store.commit(matched(), { at: LATER, actor: 'poll:bbc-world' });
  return () => store.close();
});

/** Kinds of the entries that a question finds, page after page. */
async function kindsOf(text: string | null, sizes: { limit: number; reach: number }, subject: string | null = null) {
  const pages: string[][] = [];
  let before: JournalPlace | null = null;
  do {
    const page = await store.journal({ text, subject, before, ...sizes });
    pages.push(page.entries.map(({ kind }) => kind));
    before = page.next;
  } while (before !== null && pages.length < 20);
  return pages;
}

const WIDE = { limit: 50, reach: 1_000 };

describe('the journal as a page', () => {
  it('gives the newest entries first, to its end', async () => {
    expect(await kindsOf(null, WIDE)).toEqual([
      ['match.made', 'item.seen', 'follow.set', 'storyline.defined', 'outlet.listed'],
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['CATALOGUE says', ['outlet.listed']],
    ['100%', ['outlet.listed']],
    ['_', ['match.made', 'item.seen']],
    ['poll:', ['match.made', 'item.seen']],
    ['follow', ['follow.set']],
    ['nowhere', []],
  ])('finds %s in what entries say', async (text, kinds) => {
    expect((await kindsOf(text, WIDE)).flat()).toEqual(kinds);
  });

  it('goes on where a page ended, and ends', async () => {
    const pages = await kindsOf(null, { limit: 2, reach: 1_000 });
    expect(pages.slice(0, 3)).toEqual([
      ['match.made', 'item.seen'],
      ['follow.set', 'storyline.defined'],
      ['outlet.listed'],
    ]);
  });

  it('looks no further back at once than it is told, and says where it stopped', async () => {
    expect(await kindsOf('catalogue', { limit: 50, reach: 2 })).toEqual([[], [], ['outlet.listed']]);
  });

  it('gives the entries about one noun alone', async () => {
    expect(await kindsOf(null, WIDE, item.id)).toEqual([['match.made', 'item.seen']]);
  });
});

describe('what is read of the desk', () => {
  it('counts matches by storyline and day, from a day on', async () => {
    const storyline = aStoryline().slug;
    expect(await store.activity(day('2025-07-14'))).toEqual([{ storyline, day: '2025-07-14', items: 1 }]);
    expect(await store.activity(day('2025-07-15'))).toEqual([]);
  });

  it('says how much waits at each urgency, since when, and in which channels', async () => {
    expect(await store.backlog()).toEqual([]);
    await store.commit(told(), { at: LATER, actor: 'poll:bbc-world' });
    expect(await store.backlog()).toEqual([{ priority: 4, waiting: 1, oldest: LATER }]);
    expect(await store.channels()).toEqual([{ channel: aFollow().channel, messages: 1, latest: LATER }]);
  });

  it('gives the messages of a channel with what their cards are drawn from', async () => {
    await store.commit(told(), { at: LATER, actor: 'poll:bbc-world' });
    const [message] = await store.channelMessages(aFollow().channel, 10);
    expect(message).toMatchObject({ state: 'waiting', madeAt: LATER, shownAt: null, edits: 0 });
    expect(message?.showing.subject).toMatchObject({
      kind: 'development',
      development: { reports: [{ item: item.id }] },
    });
    expect(await store.channelMessages(id('elsewhere'), 10)).toEqual([]);
  });
});
