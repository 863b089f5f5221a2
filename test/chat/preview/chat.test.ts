import { describe, expect, it } from 'vitest';
import { digestOf, messageBody } from '../../../src/chat/payload.ts';
import { Channels } from '../../../src/chat/preview/channels.ts';
import { previewChat } from '../../../src/chat/preview/chat.ts';
import { type EventFile, NO_FILE } from '../../../src/chat/preview/file.ts';
import { id } from '../../../src/domain/ids.ts';
import { aDeadline, aStoryline, at, toldOf } from '../../fakes/nouns.ts';
import { aShowing, clockAt, doneOf, drawLine, listeningLog } from './support.ts';

function aDesk(file: EventFile = NO_FILE, draw = drawLine, hasHistories = true) {
  const clock = clockAt('2025-08-08T04:00Z');
  const log = listeningLog();
  const channels = new Channels(file, () => {});
  return { clock, log, channels, chat: previewChat({ channels, draw, hasHistories, clock, log }) };
}

describe('post', () => {
  it('shows the very body Discord would be sent', async () => {
    const { chat, channels } = aDesk();
    const showing = aShowing(7, 'fifty days', { role: id('42') });
    const body = messageBody(drawLine(showing.subject), 7, id('42'));
    const { posted } = doneOf(await chat.post(showing));
    expect(channels.messages()).toMatchObject([
      { id: posted, channel: 'ceasefire', body, digest: digestOf(body), nonce: 'nonce-7', marker: 7, edits: 0 },
    ]);
    expect(channels.messages()[0]?.postedAt).toBe('2025-08-08T04:00:00.000Z');
  });

  it.each([
    ['a deadline', { kind: 'deadline', storyline: aStoryline(), deadline: aDeadline() }, true, 'deadline-1'],
    [
      'a deadline, where no history is drawn',
      { kind: 'deadline', storyline: aStoryline(), deadline: aDeadline() },
      false,
      null,
    ],
    ['a development', toldOf(), true, null],
  ] as const)('keeps whose history it may show: %s', async (_, subject, hasHistories, expected) => {
    const { chat, channels } = aDesk(NO_FILE, drawLine, hasHistories);
    await chat.post(aShowing(7, '', { subject }));
    expect(channels.messages().map(({ deadline }) => deadline)).toEqual([expected]);
  });

  it('answers a second post of one nonce with the first message', async () => {
    const { chat, channels } = aDesk();
    const first = await chat.post(aShowing(1, 'fifty days'));
    expect(await chat.post(aShowing(1, 'fifty days', { attempts: 2 }))).toEqual(first);
    expect(channels.totals()).toEqual({ messages: 1, edits: 0 });
  });

  it('brings the first message up to date when the card has changed meanwhile', async () => {
    const { chat, channels } = aDesk();
    const first = doneOf(await chat.post(aShowing(1, 'fifty days')));
    const second = doneOf(await chat.post(aShowing(1, 'ten days', { rev: 2, attempts: 2 })));
    expect(second.posted).toBe(first.posted);
    expect(channels.messages()).toMatchObject([{ summary: 'Summary of ten days', digest: second.digest, edits: 1 }]);
  });

  it('is to be tried later, and logged, when it cannot be kept', async () => {
    const full: EventFile = {
      ...NO_FILE,
      append: () => {
        throw new Error('ENOSPC: no space left on device');
      },
    };
    const { chat, log } = aDesk(full);
    const reason = expect.stringContaining('no space left on device');
    expect(await chat.post(aShowing(1, 'fifty days'))).toEqual({ kind: 'later', reason, retryAt: null });
    expect(log.errors).toEqual(['preview: the post failed']);
  });

  it('never rejects, not even when the card cannot be drawn', async () => {
    const { chat } = aDesk(NO_FILE, () => {
      throw new Error('no such kind of card');
    });
    expect(await chat.post(aShowing(1, ''))).toMatchObject({ kind: 'later' });
    expect(await chat.edit(aShowing(1, ''), id('1'))).toMatchObject({ kind: 'later' });
  });
});

describe('edit', () => {
  it('replaces the card and says when', async () => {
    const { chat, clock, channels } = aDesk();
    const { posted } = doneOf(await chat.post(aShowing(1, 'fifty days')));
    clock.set('2025-08-08T05:00Z');
    const { digest } = doneOf(await chat.edit(aShowing(1, 'ten days', { rev: 2 }), posted));
    expect(channels.messages()).toMatchObject([{ digest, editedAt: '2025-08-08T05:00:00.000Z', edits: 1 }]);
  });

  it('changes nothing when the card looks the same', async () => {
    const { chat, channels } = aDesk();
    const showing = aShowing(1, 'fifty days', { role: id('42') });
    const first = doneOf(await chat.post(showing));
    expect(await chat.edit({ ...showing, rev: 2 }, first.posted)).toEqual(first);
    expect(channels.totals()).toEqual({ messages: 1, edits: 0 });
  });

  it('keeps the line that names the role and pings nobody', async () => {
    const { chat, channels } = aDesk();
    const { posted } = doneOf(await chat.post(aShowing(1, 'fifty days', { role: id('42') })));
    await chat.edit(aShowing(1, 'ten days', { role: id('42') }), posted);
    expect(channels.messages()[0]?.body).toMatchObject({
      components: [{ content: '<@&42>' }, {}],
      allowed_mentions: { parse: [] },
    });
    expect(channels.messages()[0]?.body.allowed_mentions.roles).toBeUndefined();
  });

  it('of a message that is not there says that it is gone', async () => {
    const { chat } = aDesk();
    const reason = "the preview's channel ceasefire has no message 9";
    expect(await chat.edit(aShowing(1, 'x'), id('9'))).toEqual({ kind: 'gone', what: 'message', reason });
  });
});

describe('find', () => {
  it('finds a message by its marker', async () => {
    const { chat } = aDesk();
    await chat.post(aShowing(1, 'first'));
    const { posted } = doneOf(await chat.post(aShowing(2, 'second')));
    await chat.post(aShowing(3, 'third'));
    expect(await chat.find(aShowing(2, 'whatever'))).toEqual({ kind: 'found', posted });
  });

  it.each([
    ['another marker', aShowing(2, 'x')],
    ['another channel', aShowing(1, 'x', { channel: id('talks') })],
    ['a first try long after it was posted', aShowing(1, 'x', { firstTriedAt: at('2025-08-08T04:02Z') })],
  ])('finds nothing for %s', async (_what, showing) => {
    const { chat } = aDesk();
    await chat.post(aShowing(1, 'first'));
    expect(await chat.find(showing)).toEqual({ kind: 'absent' });
  });

  it('forgives a clock that was set back a little', async () => {
    const { chat } = aDesk();
    await chat.post(aShowing(1, 'first'));
    const showing = aShowing(1, 'x', { firstTriedAt: at('2025-08-08T04:00:30Z') });
    expect(await chat.find(showing)).toMatchObject({ kind: 'found' });
  });
});
