import { describe, expect, it } from 'vitest';
import { drawInline } from '../../../../src/chat/preview/markdown/inline.ts';

const drawn = (text: string) => drawInline(text).markup;
const link = (address: string, label: string) =>
  `<a class="link" href="${address}" target="_blank" rel="noopener noreferrer nofollow">${label}</a>`;

describe('inline markdown', () => {
  it.each([
    ['**bold**', '<strong>bold</strong>'],
    ['*italic* and _italic_', '<em>italic</em> and <em>italic</em>'],
    ['***both***', '<strong><em>both</em></strong>'],
    ['__under__', '<u>under</u>'],
    ['~~2 Sep 2025~~', '<s>2 Sep 2025</s>'],
    ['**a ~~b~~ *c***', '<strong>a <s>b</s> <em>c</em></strong>'],
    ['`**code** <b>`', '<code>**code** &lt;b&gt;</code>'],
    ['``a ` b``', '<code>a ` b</code>'],
    ['one\ntwo', 'one<br>two'],
  ])('draws %j', (text, markup) => {
    expect(drawn(text)).toBe(markup);
  });

  it.each([
    ['an unclosed **mark', 'an unclosed **mark'],
    ['2 * 3 * 4', '2 * 3 * 4'],
    ['snake_case_name', 'snake_case_name'],
    ['a lone ` sign', 'a lone ` sign'],
    ['<@123> <#456> @everyone', '&lt;@123&gt; &lt;#456&gt; @everyone'],
    ['[no address]', '[no address]'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['C:\\temp', 'C:\\temp'],
  ])('leaves %j as typed', (text, markup) => {
    expect(drawn(text)).toBe(markup);
  });

  it.each([
    ['\\*\\*not bold\\*\\*', '**not bold**'],
    ['\\<t:1:R\\>', '&lt;t:1:R&gt;'],
    ['\\[a\\]\\(https\\://x.org\\)', '[a](https://x.org)'],
    ['\\<@&1\\>', '&lt;@&amp;1&gt;'],
    ['\\\\*a*', '\\<em>a</em>'],
    ['**a \\*\\* b**', '<strong>a ** b</strong>'],
    ['\\# \\> \\-', '# &gt; -'],
  ])('takes the escaped signs of %j as text', (text, markup) => {
    expect(drawn(text)).toBe(markup);
  });

  it.each([
    ['[BBC **News**](https://bbc.com/a?b=1&c=2)', link('https://bbc.com/a?b=1&amp;c=2', 'BBC <strong>News</strong>')],
    ['[a \\] b](https://x.org)', link('https://x.org', 'a ] b')],
    ['[a [b] c](https://x.org)', link('https://x.org', 'a [b] c')],
    ['<https://x.org/a>', link('https://x.org/a', 'https://x.org/a')],
    ['see https://x.org/a.', `see ${link('https://x.org/a', 'https://x.org/a')}.`],
    ['[https://y.org](https://x.org)', link('https://x.org', 'https://y.org')],
    ['[<b>](https://x.org/"onclick="alert)', link('https://x.org/&quot;onclick=&quot;alert', '&lt;b&gt;')],
  ])('links %j', (text, markup) => {
    expect(drawn(text)).toBe(markup);
  });

  it.each(['t', 'T', 'd', 'D', 'f', 'F', 's', 'S', 'R'])('draws a timestamp of style %s', (style) => {
    expect(drawn(`<t:1756267260:${style}>`)).toBe(
      `<time class="time" datetime="2025-08-27T04:01:00.000Z" data-style="${style}" title="Wed, 27 Aug 2025, 04:01 UTC">Wed, 27 Aug 2025, 04:01 UTC</time>`,
    );
  });

  it('takes a timestamp without a style for date and time', () => {
    expect(drawn('<t:0>')).toContain('datetime="1970-01-01T00:00:00.000Z" data-style="f"');
  });

  it.each(['<t:99999999999999:R>', '<t:1:Q>', '<t:x>'])('leaves %s, which no calendar knows, as typed', (text) => {
    expect(drawn(text)).toBe(text.replace('<', '&lt;').replace('>', '&gt;'));
  });

  it('shows a role as a pill', () => {
    expect(drawn('<@&42>')).toBe('<span class="mention" title="Role 42">@role</span>');
  });
});
