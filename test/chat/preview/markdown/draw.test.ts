import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeHtml } from '../../../../src/cards/html.ts';
import { drawMarkdown } from '../../../../src/chat/preview/markdown/draw.ts';
import { runs } from '../../../fakes/runs.ts';

const drawn = (text: string) => drawMarkdown(text).markup;

describe('markdown', () => {
  it.each([
    ['# One', '<h3 class="heading-1">One</h3>'],
    ['## Two **b**', '<h4 class="heading-2">Two <strong>b</strong></h4>'],
    ['### Three', '<h5 class="heading-3">Three</h5>'],
    ['#### Four', '<p>#### Four</p>'],
    ['#hashtag', '<p>#hashtag</p>'],
    ['-# small\n-# print', '<p class="subtext">small<br>print</p>'],
    ['> a\n> ### b\nc', '<blockquote><p>a</p><h5 class="heading-3">b</h5></blockquote><p>c</p>'],
    ['> > a', '<blockquote><p>&gt; a</p></blockquote>'],
    ['- a\n  - b\n* c', '<ul><li class="level-0">a</li><li class="level-1">b</li><li class="level-0">c</li></ul>'],
    ['3. a\n4. b', '<ol><li class="level-0" value="3">a</li><li class="level-0" value="4">b</li></ol>'],
    ['one\ntwo', '<p>one<br>two</p>'],
    ['\\# no heading', '<p># no heading</p>'],
    ['\\> no quote', '<p>&gt; no quote</p>'],
    ['\\- no list', '<p>- no list</p>'],
    ['\\-# no subtext', '<p>-# no subtext</p>'],
    ['', '<p></p>'],
  ])('draws %j', (text, markup) => {
    expect(drawn(text)).toBe(markup);
  });

  const HOSTILE = [
    '<',
    '>',
    '"',
    "'",
    '&',
    '*',
    '**',
    '_',
    '__',
    '~~',
    '`',
    '[a](',
    'https://x.y',
    ')',
    '\\',
    '\n',
    '> ',
  ].concat([
    '# ',
    '- ',
    '1. ',
    '-# ',
    '<t:1:R>',
    '<@&1>',
    '<script>',
    'javascript:',
    ' onload=',
    '<img src=x>',
    'a',
    ' ',
  ]);
  const hostileText = fc.oneof(
    fc.array(fc.constantFrom(...HOSTILE), { maxLength: 40 }).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary', maxLength: 200 }),
  );
  const OURS =
    /<\/?(?:strong|em|u|s|code|p|ul|ol|li|blockquote|h[345]|br|a|span|time)(?: (?:class|href|title|datetime|data-style|target|rel|value)="[^"<>]*")*>/g;

  it('lets no text become markup of its own', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(drawn(text).replace(OURS, '')).not.toMatch(/[<>"']/);
      }),
      runs(),
    );
  });

  it('links web pages only', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const [, address] of drawn(text).matchAll(/href="([^"]*)"/g)) expect(address).toMatch(/^https?:\/\//);
      }),
      runs(),
    );
  });

  it('shows text without marks as it is', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z0-9<&>"' ,.?!äжの]+$/), (text) => {
        fc.pre(!/^\s*(>|\d+\.) |<t:|<@/.test(text));
        expect(drawn(text)).toBe(`<p>${escapeHtml(text)}</p>`);
      }),
      runs(),
    );
  });

  it.each(['*_', '**', '[', '`', '~~__', '[a](', '\\*', '``a`', '[[a]'])(
    'draws a whole message of %s without stalling',
    (sign) => expect(drawn(sign.repeat(4_000 / sign.length))).toMatch(/^<p>/),
    1_000,
  );
});
