import { describe, expect, it } from 'vitest';
import { messageBody } from '../../../src/chat/payload.ts';
import { Channels, type Draft } from '../../../src/chat/preview/channels.ts';
import type { ChannelEvent } from '../../../src/chat/preview/event.ts';
import { type EventFile, NO_FILE } from '../../../src/chat/preview/file.ts';
import { type ChannelId, id } from '../../../src/domain/ids.ts';
import { at } from '../../fakes/nouns.ts';

const CEASEFIRE: ChannelId = id('ceasefire');
const FIVE = at('2025-08-08T05:00Z');
const SIX = at('2025-08-08T06:00Z');

function aDraft(number: number, change: Partial<Draft> = {}): Draft {
  const body = messageBody({ summary: '', accent: 0, blocks: [] }, number, null);
  const content = { body, digest: 'd', summary: 's', deadline: null, replyTo: null };
  return { channel: CEASEFIRE, nonce: `n${number}`, marker: number, ...content, ...change };
}

/** A file in memory. */
function memory(...earlier: ChannelEvent[]): EventFile & { readonly kept: ChannelEvent[] } {
  const kept: ChannelEvent[] = [];
  return { earlier, kept, append: (event) => kept.push(event), close: () => {} };
}

describe('channels', () => {
  it('post a message and keep it', () => {
    const file = memory();
    const channels = new Channels(file, () => {});
    const message = channels.post(aDraft(1), FIVE);
    expect(message).toMatchObject({ channel: 'ceasefire', nonce: 'n1', postedAt: FIVE, editedAt: null, edits: 0 });
    expect(channels.messages()).toEqual([message]);
    expect(file.kept).toHaveLength(1);
  });

  it('answer a known nonce with the message that carries it, untouched', () => {
    const file = memory();
    const channels = new Channels(file, () => {});
    const message = channels.post(aDraft(1), FIVE);
    expect(channels.post(aDraft(1, { digest: 'other' }), SIX)).toEqual(message);
    expect(file.kept).toHaveLength(1);
  });

  it('replace a body by an edit', () => {
    const channels = new Channels(NO_FILE, () => {});
    const { id: posted } = channels.post(aDraft(1), FIVE);
    const edited = channels.edit(CEASEFIRE, posted, aDraft(1, { digest: 'new' }), SIX);
    expect(edited).toMatchObject({ id: posted, digest: 'new', postedAt: FIVE, editedAt: SIX, edits: 1 });
    expect(channels.messages()).toEqual([edited]);
  });

  it('know no message by the id of another channel', () => {
    const channels = new Channels(NO_FILE, () => {});
    const { id: posted } = channels.post(aDraft(1), FIVE);
    expect(channels.edit(id('elsewhere'), posted, aDraft(1), SIX)).toBeNull();
    expect(channels.edit(CEASEFIRE, id('99'), aDraft(1), SIX)).toBeNull();
    expect(channels.latest()).toBe(1);
  });

  it('count messages, edits and events', () => {
    const channels = new Channels(NO_FILE, () => {});
    const { id: posted } = channels.post(aDraft(1), FIVE);
    channels.post(aDraft(2, { channel: id('talks') }), FIVE);
    channels.post(aDraft(3), FIVE);
    channels.edit(CEASEFIRE, posted, aDraft(1), SIX);
    expect(channels.totals()).toEqual({ messages: 3, edits: 1 });
    expect(channels.counts()).toEqual([
      { channel: 'ceasefire', messages: 2 },
      { channel: 'talks', messages: 1 },
    ]);
    expect(channels.messages().map(({ touched }) => touched)).toEqual([4, 2, 3]);
  });

  it('are after a restart what they were before', () => {
    const file = memory();
    const channels = new Channels(file, () => {});
    const { id: posted } = channels.post(aDraft(1), FIVE);
    channels.post(aDraft(2), FIVE);
    channels.edit(CEASEFIRE, posted, aDraft(1, { summary: 'later' }), SIX);
    const again = new Channels(memory(...file.kept), () => {});
    expect(again.messages()).toEqual(channels.messages());
    expect(again.post(aDraft(2), SIX)).toEqual(channels.messages()[1]);
    expect(again.post(aDraft(3), SIX).id).toBe('3');
  });

  it('show nothing that could not be kept', () => {
    const full: EventFile = {
      ...NO_FILE,
      append: () => {
        throw new Error('ENOSPC: no space left on device');
      },
    };
    const told: string[] = [];
    const channels = new Channels(full, ({ id }) => told.push(id));
    expect(() => channels.post(aDraft(1), FIVE)).toThrow('ENOSPC');
    expect(channels.messages()).toEqual([]);
    expect(told).toEqual([]);
  });
});
