import { Webhook as Verifier } from 'standardwebhooks';
import { beforeEach, describe, expect, it } from 'vitest';
import { routedChat, webhookChat } from '../../../src/chat/webhook/chat.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Showing } from '../../../src/domain/message.ts';
import type { Chat, Outcome } from '../../../src/domain/ports.ts';
import { instantOf, msOf, plus } from '../../../src/domain/time.ts';
import { type Post, type PostAnswer, type Webhook, webhookChannel } from '../../../src/domain/webhook.ts';
import { aStoryline, at, ceasefireDeadline } from '../../fakes/nouns.ts';
import { aShowing } from '../preview/support.ts';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes long').toString('base64')}`;
/** The verifier reads the clock on the wall: what is signed now is checked now. */
const NOW = instantOf(Math.floor(msOf(at(new Date().toISOString())) / 1_000) * 1_000);

const WEBHOOK: Webhook = {
  id: 'abc',
  guild: id('100'),
  url: 'https://hooks.example.org/desk',
  secret: SECRET,
  madeAt: NOW,
  endedAt: null,
};

let posts: Post[];
let answers: PostAnswer[];
beforeEach(() => {
  posts = [];
  answers = [];
});

const answered = (status: number, wait: number | null = null): PostAnswer => {
  return { kind: 'answered', status, retryAt: wait === null ? null : plus(NOW, wait) };
};

/** A chat that knows `webhook` and is answered `answers` in turn, then 204. */
function chatWith(webhook: Webhook | null = WEBHOOK): Chat {
  const poster = {
    post: async (post: Post) => {
      posts.push(post);
      return answers.shift() ?? answered(204);
    },
    close: async () => undefined,
  };
  return webhookChat({ store: { webhook: async () => webhook }, poster, clock: { now: () => NOW } });
}

const storyline = aStoryline();
const deadline = ceasefireDeadline(3);
const [set, forward, fixed] = deadline.versions;

function alert(change: Partial<Showing> = {}): Showing {
  const subject = { kind: 'change', storyline, deadline, version: fixed ?? set, before: forward ?? set } as const;
  return aShowing(1, '', { channel: webhookChannel(WEBHOOK), subject, ...change });
}

const idOf = ({ headers }: Post) => headers['webhook-id'];

describe('what is sent', () => {
  it('is verified by the scheme’s own library, and by no other secret', async () => {
    await chatWith().post(alert());
    const [{ body, headers } = { body: '', headers: {} }] = posts;
    expect(new Verifier(SECRET).verify(body, headers)).toMatchObject({ type: 'alert.posted' });
    expect(() => new Verifier(Buffer.from('another').toString('base64')).verify(body, headers)).toThrow('signature');
    expect(() => new Verifier(SECRET).verify(`${body} `, headers)).toThrow('signature');
  });

  it('says in words and as data what changed, and by whom it was said', async () => {
    await chatWith().post(alert());
    expect(JSON.parse(posts[0]?.body ?? '')).toMatchObject({
      timestamp: NOW,
      data: {
        key: 'key-1',
        revision: 1,
        kind: 'change',
        summary: expect.stringContaining('8 Aug 2025'),
        deadline: {
          id: deadline.id,
          state: 'pending',
          version: { number: 3, change: 'fixed', window: { precision: 'day' } },
        },
      },
    });
  });

  it('carries the same id on every try of a revision, and another one on the next', async () => {
    const chat = chatWith();
    await chat.post(alert());
    await chat.post(alert({ attempts: 2, firstTriedAt: NOW }));
    await chat.edit(alert({ rev: 2, posted: id('msg_1') }), id('msg_1'));
    expect(idOf(posts[1] ?? expect.fail())).toBe(idOf(posts[0] ?? expect.fail()));
    expect(posts[1]?.body).toBe(posts[0]?.body);
    expect(idOf(posts[2] ?? expect.fail())).not.toBe(idOf(posts[0] ?? expect.fail()));
    expect(posts[2]?.body).toContain('"type":"alert.edited"');
  });

  it('is nothing where the alert reads as it did', async () => {
    const chat = chatWith();
    const first = await chat.post(alert());
    const shownDigest = first.kind === 'done' ? first.digest : null;
    await chat.edit(alert({ rev: 2, posted: id('msg_1'), shownDigest }), id('msg_1'));
    expect(posts).toHaveLength(1);
  });

  it('may be sent again at any time: its receiver knows it by its id', async () => {
    expect(await chatWith().find(alert())).toEqual({ kind: 'absent' });
  });
});

describe('an answer', () => {
  it.each<[string, PostAnswer, Partial<Outcome>]>([
    ['200', answered(200), { kind: 'done' }],
    ['204', answered(204), { kind: 'done' }],
    ['410', answered(410), { kind: 'gone', what: 'channel' }],
    ['429', answered(429), { kind: 'limited', where: 'channel', until: plus(NOW, 60_000) }],
    ['429 with a wait', answered(429, 5_000), { kind: 'limited', where: 'channel', until: plus(NOW, 5_000) }],
    ['503 with a wait', answered(503, 9_000), { kind: 'limited', until: plus(NOW, 9_000) }],
    ['500', answered(500), { kind: 'later', retryAt: null }],
    ['400', answered(400), { kind: 'later' }],
    ['413', answered(413), { kind: 'refused' }],
    ['a redirect', answered(302), { kind: 'denied' }],
    ['401', answered(401), { kind: 'denied' }],
    ['404', answered(404), { kind: 'denied' }],
    ['no public address', { kind: 'forbidden', reason: '10.0.0.1 is no public address' }, { kind: 'denied' }],
    ['no answer', { kind: 'failed', reason: 'no answer came in time' }, { kind: 'later' }],
  ])('%s is understood', async (_, answer, outcome) => {
    answers = [answer];
    expect(await chatWith().post(alert())).toMatchObject(outcome);
  });
});

describe('a webhook', () => {
  it('that ended is sent nothing, and owed nothing', async () => {
    expect(await chatWith({ ...WEBHOOK, endedAt: NOW }).post(alert())).toMatchObject({ kind: 'done' });
    expect(posts).toEqual([]);
  });

  it('that nobody knows is gone', async () => {
    expect(await chatWith(null).post(alert())).toMatchObject({ kind: 'gone', what: 'channel' });
  });

  it('has its own messages, and people have theirs', async () => {
    const told: string[] = [];
    const people: Chat = {
      post: async ({ channel }) => {
        told.push(channel);
        return { kind: 'done', posted: id('1'), digest: '' };
      },
      edit: async () => expect.fail(),
      find: async () => ({ kind: 'unprovable', reason: 'it does not say' }),
    };
    const chat = routedChat(people, chatWith());
    await chat.post(alert({ channel: id('200') }));
    await chat.post(alert());
    expect([told, posts.length]).toEqual([['200'], 1]);
    expect((await chat.find(alert({ channel: id('200') }))).kind).toBe('unprovable');
  });
});
