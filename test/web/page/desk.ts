/** A desk page over a store with the summer of 2025 in it, on a free port of this machine. */
import { DOMParser } from 'linkedom/worker';
import { onTestFinished } from 'vitest';
import { drawContent, drawMessages } from '../../../src/chat/preview/board.ts';
import { MESSAGE_STYLE } from '../../../src/chat/preview/style.ts';
import { TITLE_READER } from '../../../src/decide/merge/sought.ts';
import type { Change } from '../../../src/domain/change.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Log, Store } from '../../../src/domain/ports.ts';
import { openSqlite } from '../../../src/store/sqlite.ts';
import { createStore } from '../../../src/store/store.ts';
import { type DeskPage, type DeskPageOptions, openDeskPage } from '../../../src/web/page/serve.ts';
import { aFeed, aFollow, anItem, anOutlet, aRung, aStoryline, at, ceasefireDeadline } from '../../fakes/nouns.ts';

export const NOW = at('2025-08-01T12:00Z');
const because = 'a test says so';
const HOSTILE = '<script>alert("x")</script>';

const item = anItem({ id: id('it_202507141605_aaaa') });
const { id: follow, channel, guild } = aFollow();
const read = ceasefireDeadline(3);
const STANDING = { ...read, id: id<typeof read.id>(`${read.id}@${guild}`), standing: { guild, of: read.id } };
const NOTHING_FOUND = { hits: [], missing: [], blockedBy: [], wouldStop: [], likeness: null };

export const NAMES = { channel, guild, deadline: STANDING.id, storyline: aStoryline().slug, hostile: HOSTILE };

const CHANGES: readonly Change[] = [
  { kind: 'outlet.listed', outlet: anOutlet({ name: `BBC ${HOSTILE}` }), because },
  { kind: 'feed.listed', feed: aFeed(), firstPollAt: NOW, because },
  { kind: 'storyline.defined', storyline: aStoryline(), because },
  { kind: 'follow.set', follow: aFollow(), because: `because of ${HOSTILE}` },
  { kind: 'item.seen', item, baseline: false, because },
  { kind: 'match.made', match: { item: item.id, storyline: aStoryline().slug, score: 1, why: NOTHING_FOUND }, because },
  { kind: 'deadline.set', deadline: read, because },
  { kind: 'deadline.set', deadline: STANDING, because },
  { kind: 'rung.planned', rung: aRung({ deadline: STANDING.id, version: 3 }), because },
  {
    kind: 'message.wanted',
    key: id('deadline:1@a'),
    follow,
    channel,
    subject: { kind: 'deadline', id: STANDING.id },
    answers: null,
    rev: 1,
    priority: 3,
    ping: false,
    because,
  },
];

export async function aStore(): Promise<Store> {
  const store = createStore(openSqlite(':memory:', NOW).engine, TITLE_READER);
  await store.commit(CHANGES, { at: at('2025-07-30T09:00Z'), actor: 'poll:bbc-world' });
  return store;
}

export function aLog(): Log & { readonly errors: string[] } {
  const errors: string[] = [];
  const quiet = () => undefined;
  return { errors, debug: quiet, info: quiet, warn: quiet, error: (_, message) => errors.push(message) };
}

export async function openedPage(change: Partial<DeskPageOptions> = {}): Promise<DeskPage> {
  return openDeskPage({
    store: change.store ?? (await aStore()),
    drawMessages,
    drawContent,
    publicUrl: null,
    host: '127.0.0.1',
    port: 0,
    token: null,
    clock: { now: () => NOW },
    log: aLog(),
    messageStyle: MESSAGE_STYLE,
    icon: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    ...change,
  });
}

/** The address of a page that is closed when the test is over. */
export async function aDeskPage(change: Partial<DeskPageOptions> = {}): Promise<string> {
  const page = await openedPage(change);
  onTestFinished(() => page.close());
  return page.url.slice(0, -1);
}

export async function documentAt(address: string) {
  const response = await fetch(address);
  const text = await response.text();
  return { status: response.status, text, document: new DOMParser().parseFromString(text, 'text/html') };
}
