import { beforeEach, describe, expect, it } from 'vitest';
import { webhookChat } from '../../src/chat/webhook/chat.ts';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import type { Change } from '../../src/domain/change.ts';
import { id } from '../../src/domain/ids.ts';
import type { Store } from '../../src/domain/ports.ts';
import { type Instant, MINUTE, plus } from '../../src/domain/time.ts';
import { type Post, webhookChannel } from '../../src/domain/webhook.ts';
import { deliverStep } from '../../src/run/deliver.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { desk } from '../fakes/deskCommand.ts';
import { aDevelopment, aFollow, anItem, anOutlet, aStoryline, at } from '../fakes/nouns.ts';
import { temporaryFolder } from '../fakes/temporaryFolder.ts';

const because = 'a test says so';
const NOW = at('2025-07-14T16:05Z');
const HOME = aFollow().guild;
const QUIET = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

const CATALOGUE: readonly Change[] = [
  { kind: 'outlet.listed', outlet: anOutlet(), because },
  { kind: 'storyline.defined', storyline: aStoryline(), because },
  { kind: 'follow.set', follow: aFollow(), because },
  { kind: 'item.seen', item: anItem(), baseline: false, because },
  { kind: 'development.opened', development: aDevelopment(), because },
];

let env: { readonly DESK_DATA: string };

async function within<Answer>(work: (store: Store) => Promise<Answer>): Promise<Answer> {
  const store = createStore(openSqlite(`${env.DESK_DATA}/desk.db`, NOW).engine, TITLE_READER);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}

beforeEach(async () => {
  env = { DESK_DATA: temporaryFolder().at('data') };
  await within((store) => store.commit(CATALOGUE, { at: NOW, actor: 'test' }));
});

const webhooks = (...words: readonly string[]) => desk(['webhooks', ...words], env);
const add = () => webhooks('add', 'https://hooks.example.org/desk?key=hidden', '--guild', HOME);

describe('desk webhooks', () => {
  it('adds one that follows what the server follows, and shows its secret once', async () => {
    const { code, out } = await add();
    expect([code, out[0]]).toEqual([0, expect.stringMatching(/^Webhook [0-9a-f]{12} is told of \S+\.$/)]);
    expect(out[1]).toMatch(/^Its secret, shown this once: whsec_[\w+/]{43}=$/);
    const [listed = '', ...rest] = (await webhooks()).out;
    expect([listed.includes('https://hooks.example.org/…'), listed.includes('hidden'), rest]).toEqual([
      true,
      false,
      [],
    ]);
    const { follows, storylines } = await within(async (store) => {
      return { follows: (await store.catalogue()).follows, storylines: await store.storylines(HOME) };
    });
    expect(follows.map(({ channel }) => channel.split(':')[0]).sort()).toEqual([aFollow().channel, 'webhook'].sort());
    expect(storylines[0]?.channels).toEqual([aFollow().channel]);
  });

  it('ends one for good', async () => {
    await add();
    const [webhook] = await within((store) => store.webhooks());
    expect((await webhooks('end', webhook?.id ?? '')).out[0]).toMatch(/is told nothing more\.$/);
    expect((await webhooks()).out[0]).toMatch(/, ended 20\d\d-/);
  });

  it.each<[string, readonly string[], RegExp]>([
    [
      'an address of this machine',
      ['add', 'https://127.0.0.1/', '--guild', HOME],
      /is no public address; .*DESK_ALLOWED_HOSTS/,
    ],
    ['an address in the clear', ['add', 'http://hooks.example.org/', '--guild', HOME], /https:\/\/ addresses only/],
    ['no address', ['add', 'hooks', '--guild', HOME], /that is no address/],
    ['a server that follows nothing', ['add', 'https://a.example.org/', '--guild', '9'], /server 9 follows nothing/],
    ['one that nobody knows', ['end', 'none'], /there is no webhook none/],
  ])('refuses %s', async (_, words, reason) => {
    expect(await webhooks(...words)).toMatchObject({ code: 2, notes: expect.stringMatching(reason) });
    expect(await within((store) => store.webhooks())).toEqual([]);
  });
});

it('tells a webhook by way of the board: tried again under one id until it is taken', async () => {
  await add();
  const posts: Post[] = [];
  await within(async (store) => {
    const [webhook] = await store.webhooks();
    const channel = webhookChannel(webhook ?? expect.fail());
    const follow = id<ReturnType<typeof aFollow>['id']>(`${aStoryline().slug}@${channel}`);
    const subject = { kind: 'development', id: aDevelopment().id } as const;
    const manner = { subject, answers: null, rev: 1, priority: 4, ping: false, because } as const;
    await store.commit([{ kind: 'message.wanted', key: id('development:1'), follow, channel, ...manner }], {
      at: NOW,
      actor: 'test',
    });
    const post = async (one: Post) => {
      posts.push(one);
      return { kind: 'answered', status: posts.length < 3 ? 500 : 200, retryAt: null } as const;
    };
    const poster = { post, close: async () => {} };
    let now: Instant = NOW;
    const clock = { now: () => now, sleepUntil: async () => {} };
    const chat = webhookChat({ store, poster, clock });
    const step = deliverStep({ store, chat, clock, log: QUIET, onUnauthorised: () => {} });
    for (let round = 0; round < 6; round += 1) {
      await step(now, new AbortController().signal);
      now = plus(now, 5 * MINUTE);
    }
    expect((await store.channelMessages(channel, 5))[0]).toMatchObject({ state: 'shown', edits: 0 });
  });
  expect(posts).toHaveLength(3);
  expect(new Set(posts.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
});
