import { describe, expect, it } from 'vitest';
import { escapeHtml, html, outwardLink, webAddress } from '../../src/cards/html.ts';

describe('html', () => {
  it.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onmouseover="x', '&quot; onmouseover=&quot;x'],
    ["' onmouseover='x", '&#39; onmouseover=&#39;x'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['Minsk–Kyiv “talks” Київ 🕊', 'Minsk–Kyiv “talks” Київ 🕊'],
  ])('escapes %s', (text, escaped) => {
    expect(escapeHtml(text)).toBe(escaped);
    expect(html`<p title="${text}">${text}</p>`.markup).toBe(`<p title="${escaped}">${escaped}</p>`);
  });

  it('takes markup it made as it is, alone or in a list', () => {
    const items = ['a', '<'].map((text) => html`<li>${text}</li>`);
    expect(html`<ul>${items}</ul>${items.length}`.markup).toBe('<ul><li>a</li><li>&lt;</li></ul>2');
  });
});

describe('links', () => {
  it.each([
    ['https://www.bbc.com/news/articles/c1', true],
    ['HTTP://example.org', true],
    ['javascript:alert(1)', false],
    [' javascript:alert(1)//https://', false],
    ['data:text/html,x', false],
    ['//example.org', false],
    ['https://', false],
    ['', false],
  ])('%s may be linked: %s', (address, linked) => {
    expect(webAddress(address) !== null).toBe(linked);
  });

  it('shows the label alone when there is no web page behind it', () => {
    expect(outwardLink('javascript:alert(1)', html`here`).markup).toBe('here');
  });

  it('tells the linked page nothing', () => {
    expect(outwardLink('https://example.org/?a=1&b="2"', html`here`).markup).toBe(
      '<a class="link" href="https://example.org/?a=1&amp;b=&quot;2&quot;" target="_blank" rel="noopener noreferrer nofollow">here</a>',
    );
  });
});
