import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { act } from '../../../src/cards/link.ts';
import { digestOf, messageBody } from '../../../src/chat/payload.ts';
import type { ChannelEvent } from '../../../src/chat/preview/event.ts';
import { openEventFile } from '../../../src/chat/preview/file.ts';
import type { Card, CardBlock } from '../../../src/domain/card.ts';
import { id } from '../../../src/domain/ids.ts';
import { Refusal } from '../../../src/domain/refusal.ts';
import { at } from '../../fakes/nouns.ts';
import { runs } from '../../fakes/runs.ts';
import { aFolder } from './support.ts';

const aCard = (text: string): Card => ({ summary: text, accent: 0, blocks: [{ kind: 'text', markdown: text }] });

function posted(number: number, card: Card): ChannelEvent {
  const body = messageBody(card, number, id('77'));
  return {
    kind: 'posted',
    id: id(`${number}`),
    at: at('2025-08-08T04:00Z'),
    body,
    digest: digestOf(body),
    summary: card.summary,
    deadline: null,
    replyTo: null,
    channel: id('ceasefire'),
    nonce: `nonce-${number}`,
    marker: number,
  };
}

function kept(file: string): readonly ChannelEvent[] {
  const opened = openEventFile(file);
  opened.close();
  return opened.earlier;
}

function keep(file: string, ...events: readonly ChannelEvent[]): void {
  const opened = openEventFile(file);
  for (const event of events) opened.append(event);
  opened.close();
}

const FIRST = posted(1, aCard('first'));
const SECOND = posted(2, aCard('Київ\nsecond'));

describe('the event file', () => {
  it('starts empty, in a folder it makes', () => {
    expect(kept(join(aFolder(), 'deep', 'channels.jsonl'))).toEqual([]);
  });

  it('reads back what was appended, one line each', () => {
    const file = join(aFolder(), 'channels.jsonl');
    keep(file, FIRST);
    keep(file, SECOND);
    expect(kept(file)).toEqual([FIRST, SECOND]);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(3);
  });

  it('is written by one desk alone: the other is told so, and what the first wrote stays whole', () => {
    const file = join(aFolder(), 'channels.jsonl');
    const one = openEventFile(file);
    const other = openEventFile(file);
    one.append(FIRST);
    expect(() => other.append(SECOND)).toThrow(/another desk writes to it. Stop one of them/);
    one.append(SECOND);
    one.close();
    other.close();
    expect(kept(file)).toEqual([FIRST, SECOND]);
  });

  it('has an event on the disk before append returns', () => {
    const file = join(aFolder(), 'channels.jsonl');
    const opened = openEventFile(file);
    opened.append(FIRST);
    expect(readFileSync(file, 'utf8')).toBe(`${JSON.stringify(FIRST)}\n`);
    opened.close();
  });

  it('ignores and cuts a last line at whatever byte writing stopped', () => {
    const file = join(aFolder(), 'channels.jsonl');
    keep(file, FIRST, SECOND);
    const whole = readFileSync(file);
    const end = Buffer.byteLength(`${JSON.stringify(FIRST)}\n`);
    for (let size = end; size < whole.length; size += 7) {
      writeFileSync(file, whole);
      truncateSync(file, size);
      expect(kept(file)).toEqual([FIRST]);
      keep(file, SECOND);
      expect(readFileSync(file)).toEqual(whole);
    }
  });

  it.each([
    ['no JSON', 'nonsense'],
    ['another kind', '{"kind":"deleted"}'],
    ['a component it does not know', JSON.stringify(FIRST).replace('"type":10', '"type":12')],
    ['an instant that is none', JSON.stringify(FIRST).replace('2025-08-08T04', '2025-08-08T99')],
  ])('refuses a whole line with %s, saying where and what to do', (_what, line) => {
    const file = join(aFolder(), 'channels.jsonl');
    keep(file, FIRST);
    appendFileSync(file, `${line}\n`);
    expect(() => openEventFile(file)).toThrow(Refusal);
    expect(() => openEventFile(file)).toThrow(`${file}, line 2: not a message of the preview. Move the file away`);
  });

  it('reads back every body a card can become', () => {
    const block: fc.Arbitrary<CardBlock> = fc.oneof(
      fc.record({ kind: fc.constant('text' as const), markdown: fc.string({ unit: 'binary' }) }),
      fc.constant({ kind: 'divider' as const }),
      fc.record({
        kind: fc.constant('buttons' as const),
        buttons: fc.array(
          fc.oneof(
            fc.record({ kind: fc.constant('link' as const), label: fc.string(), url: fc.webUrl() }),
            fc.string().map((label) => act(label, 'deadline history', { deadline: 'dl_1' })),
          ),
        ),
      }),
    );
    const card = fc.record({ summary: fc.string(), accent: fc.nat(0xffffff), blocks: fc.array(block) });
    const file = join(aFolder(), 'channels.jsonl');
    fc.assert(
      fc.property(card, (drawn) => {
        writeFileSync(file, '');
        const event = posted(1, drawn);
        keep(file, event);
        expect(kept(file)).toEqual([event]);
      }),
      runs(),
    );
  });
});
