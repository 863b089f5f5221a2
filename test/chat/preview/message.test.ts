import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { act } from '../../../src/cards/link.ts';
import { messageBody } from '../../../src/chat/payload.ts';
import type { PreviewMessage } from '../../../src/chat/preview/channels.ts';
import { drawMessage } from '../../../src/chat/preview/message.ts';
import type { CardBlock } from '../../../src/domain/card.ts';
import { id } from '../../../src/domain/ids.ts';
import { at } from '../../fakes/nouns.ts';

function aMessage(blocks: readonly CardBlock[], change: Partial<PreviewMessage> = {}): PreviewMessage {
  return {
    id: id('3'),
    channel: id('ceasefire'),
    body: messageBody({ summary: '', accent: 0x00ff7f, blocks }, 3, null),
    digest: '',
    summary: 'Fixed: 8 Aug',
    deadline: null,
    replyTo: null,
    nonce: '',
    marker: 3,
    postedAt: at('2025-07-29T20:10Z'),
    editedAt: null,
    edits: 0,
    touched: 1,
    ...change,
  };
}

const drawn = (...blocks: CardBlock[]) => drawMessage(aMessage(blocks)).markup;

describe('a message', () => {
  it('is an article with who, when and its summary', () => {
    const markup = drawn();
    expect(markup).toMatch(/^<article class="message" id="m-3" data-number="3" aria-label="Fixed: 8 Aug">/);
    expect(markup).toContain('<span class="author">Deadline Desk</span> <span class="tag">APP</span>');
    expect(markup).toContain('<time class="posted" datetime="2025-07-29T20:10:00.000Z" data-style="s"');
    expect(markup).not.toContain('(edited)');
  });

  it('says that it was edited, how often and when last', () => {
    const edited = aMessage([], { editedAt: at('2025-08-16T08:05Z'), edits: 3 });
    expect(drawMessage(edited).markup).toContain(
      '<span class="edited" title="Edited 3 times, last on Sat, 16 Aug 2025, 08:05 UTC">(edited)</span>',
    );
  });

  it('draws text, divider, links and the accent of its container', () => {
    const markup = drawn(
      { kind: 'text', markdown: '### Fixed' },
      { kind: 'divider' },
      { kind: 'buttons', buttons: [{ kind: 'link', label: 'Open <it>', url: 'https://dw.com/a' }] },
    );
    expect(markup).toContain('<rect width="100%" height="100%" fill="#00ff7f"/>');
    expect(markup).toContain('<h5 class="heading-3">Fixed</h5></div><hr><div class="row">');
    expect(markup).toContain('<a class="button" href="https://dw.com/a" target="_blank"');
    expect(markup).toContain('>Open &lt;it&gt;</a>');
  });

  it('shows the ping above the card', () => {
    const body = messageBody({ summary: '', accent: 0, blocks: [] }, 3, id('42'));
    expect(drawMessage(aMessage([], { body })).markup).toMatch(/@role<\/span><\/p><\/div><div class="card">/);
  });

  it('offers no button to anything but a web page', () => {
    const markup = drawn({ kind: 'buttons', buttons: [{ kind: 'link', label: 'Open', url: 'javascript:alert(1)' }] });
    expect(markup).toContain('<div class="row">Open</div>');
  });

  it('uses no inline style or script, which the content policy would stop', () => {
    expect(drawn({ kind: 'text', markdown: '**a** <t:1:R>' })).not.toMatch(/ style=|<script| on\w+=/);
  });

  it('offers the history of a deadline below its card, and of nothing else', () => {
    const markup = drawMessage(aMessage([], { deadline: id('dl_0f3a') })).markup;
    expect(markup).toContain('<details class="history"><summary>History as a picture</summary>');
    expect(markup).toContain('data-source="/history/dl_0f3a.svg"><a class="link" href="/history/dl_0f3a.svg">');
    expect(drawn()).not.toContain('history');
  });

  it('leads from an answer to the message it answers', () => {
    const markup = drawMessage(aMessage([], { replyTo: id('7') })).markup;
    expect(markup).toContain('<p class="reply"><a class="link" href="#m-7">In answer to an earlier message</a></p>');
    expect(drawn()).not.toContain('reply');
  });

  it('shows what a button that uses a command says, and does nothing', () => {
    const markup = drawn({ kind: 'buttons', buttons: [act('Why <it>?', 'story why', { link: 'it_1' })] });
    expect(markup).toContain('<span class="act" title="A button on Discord">Why &lt;it&gt;?</span>');
  });

  it('says so when it cannot draw a component', () => {
    const body = messageBody({ summary: '', accent: 0, blocks: [] }, 3, null);
    const components: typeof body.components = [
      {
        type: ComponentType.Container,
        components: [
          { type: ComponentType.MediaGallery, items: [] },
          {
            type: ComponentType.ActionRow,
            components: [{ type: ComponentType.Button, style: ButtonStyle.Premium, sku_id: '1' }],
          },
        ],
      },
    ];
    const markup = drawMessage(aMessage([], { body: { ...body, components } })).markup;
    expect(markup).toContain('The preview cannot show a component of type 12.');
    expect(markup).toContain('The preview cannot show a component of type 2.');
  });
});
