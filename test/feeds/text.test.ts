import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalised, plainText, splitAtWord } from '../../src/feeds/text.ts';
import { runs } from '../fakes/runs.ts';

describe('Plain text', () => {
  it.each([
    ['inline markup keeps every word in order', 'until <b>Friday</b>, not <i>Monday</i>.', 'until Friday, not Monday.'],
    ['markup inside a word does not split it', 'Zel<b>en</b>sky', 'Zelensky'],
    ['blocks stand on lines of their own', '<p>One</p><p>Two<br/>Three</p>', 'One\nTwo\nThree'],
    ['line ends of the source are spaces', 'by\n  August\t8', 'by August 8'],
    ['named entities are decoded', 'R&amp;D &laquo;&nbsp;&eacute;&raquo; &ldquo;x&rdquo;', 'R&D « é» “x”'],
    ['numeric entities are decoded', '&#8217;&#x2019;', '’’'],
    ['windows-1252 numbers become what they were meant as', '&#146;&#147;', '’“'],
    ['an unknown entity stays', 'AT&T &unknownthing; &', 'AT&T &unknownthing; &'],
    ['escaped markup stays as text', '&lt;b&gt; is a tag', '<b> is a tag'],
    ['a lone less-than stays', '5 < 6 and a<7', '5 < 6 and a<7'],
    ['an address in angle brackets stays', 'write to <desk@example.org>', 'write to <desk@example.org>'],
    ['greater-than inside an attribute ends no tag', '<a title="x > y" href=\'z\'>word</a>', 'word'],
    ['a quote that never closes swallows nothing', '<a href="x>one</a> two', 'one two'],
    ['an apostrophe in a tag swallows nothing', "<p don't>one</p> it's <b>two</b>", "one\nit's two"],
    ['an instruction that never ends stays', 'a <?b c', 'a <?b c'],
    ['scripts, styles and comments are not read', 'a<script>if (a<b) {}</script><style>p{}</style><!-- no -->b', 'ab'],
    ['a CDATA section is text', 'a <![CDATA[<b>]]> c', 'a <b> c'],
    ['prefixes of XHTML do not matter', '<h:p>One</h:p><h:p>Two</h:p>', 'One\nTwo'],
  ])('%s', (_sentence, html, text) => {
    expect(plainText(html)).toBe(text);
  });

  it('of words between tags is those words, whatever the tags', () => {
    const tag = fc.constantFrom('b', 'i', 'p', 'span class="x"', 'a href="https://a.example/?b=1&c=2"', 'br/', '/em');
    const word = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(fc.tuple(tag, word), { maxLength: 40 }), (pairs) => {
        const html = pairs.map(([name, letters]) => ` <${name}>${letters}`).join('');
        expect(plainText(html).split(/\s+/).filter(Boolean)).toEqual(pairs.map(([, letters]) => letters));
      }),
      runs(),
    );
  });

  it.each([
    ['a<h'],
    ['<'],
    ['<!--'],
    ['<a b="'],
    ['<a b=\'<a b="'],
    ['<script>'],
    ['&'],
    [' <b> '],
    ['<!DOCTYPE ['],
    ['<?'],
  ])('of %j fifty thousand times takes linear time', (piece) => {
    const started = process.hrtime.bigint();
    plainText(piece.repeat(50_000));
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2_000);
  });
});

describe('Comparable text', () => {
  it.each([
    ['Trump’s deadline: 8 August!', 'trump s deadline 8 august'],
    ['  FULL   width ＡＢＣ ', 'full width abc'],
    ['Путін – «строк»', 'путін строк'],
    ['', ''],
  ])('of %j', (text, expected) => {
    expect(normalised(text)).toBe(expected);
  });
});

describe('Splitting at a word', () => {
  it.each([
    ['one two three', 7, 'one two', 'three'],
    ['one two three', 8, 'one two', 'three'],
    ['one two three', 9, 'one two', 'three'],
    ['one two', 7, 'one two', ''],
    ['unbroken', 4, 'unbr', 'oken'],
    ['ab😀cd', 3, 'ab', '😀cd'],
  ])('%j at %i', (text, max, start, rest) => {
    expect(splitAtWord(text, max)).toEqual([start, rest]);
  });

  it('loses nothing but spaces and keeps to its limit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 2, max: 100 }), (text, max) => {
        const [start, rest] = splitAtWord(text, max);
        expect(start.length).toBeLessThanOrEqual(max);
        expect((start + rest).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      runs(),
    );
  });
});
