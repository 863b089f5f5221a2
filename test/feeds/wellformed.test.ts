import { describe, expect, it } from 'vitest';
import { illFormed } from '../../src/feeds/wellformed.ts';

const WHOLE = `<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en">
<title>Harbour &amp; Hill &#8211; &#x2019;</title><!-- a < b & c --><link href="/?a=1&amp;b=2"/>
<entry><media:thumbnail url="a.png"/><content><![CDATA[a < b & c &nbsp; </p>]]></content></entry>
</feed>`;

describe('a document', () => {
  it('that is well-formed has no flaw', () => {
    expect(illFormed(WHOLE)).toBeNull();
  });

  it.each<[string, string, string]>([
    ['a stray end tag', '<rss>\n</item>\n</rss>', 'line 2: </item> comes before the end of <rss> of line 1'],
    ['one end tag too many', '<rss></rss>\n</rss>', 'line 2: </rss> closes nothing'],
    ['an element left open', '<rss>\n<channel></channel>', 'line 1: <rss> is never closed'],
    ['a section left open', '<rss>\n<![CDATA[x</rss>', 'line 2: what begins here never ends'],
    ['a bare ampersand', '<rss>\n\nTea & Co</rss>', 'line 3: a bare & that should be &amp;'],
    ['one in an attribute', '<rss>\n<a href="?a=1&b=2"/></rss>', 'line 2: a bare & that should be &amp;'],
    ['an entity of HTML', '<rss>\n<b>a&nbsp;b</b></rss>', 'line 2: &nbsp; is no entity of XML'],
    ['a character that XML has not', '<rss>&#31;</rss>', 'line 1: &#31; names no character of XML'],
    ['the same in hexadecimal', '<rss>&#x1F;</rss>', 'line 1: &#x1F; names no character of XML'],
    ['a bare angle', '<rss>\n1 < 2</rss>', 'line 2: a bare < that should be &lt;'],
    ['an angle in an attribute', '<rss a="1 < 2"/>', 'line 1: a bare < that should be &lt;'],
    ['an unbound prefix', '<rss>\n<wb:id/></rss>', 'line 2: the prefix of wb:id is declared nowhere around it'],
    ['one on an attribute', '<rss a:b="1"/>', 'line 1: the prefix of a:b is declared nowhere around it'],
    [
      'a prefix used outside of where it is declared',
      '<rss><a:b xmlns:a="urn:a"/>\n<a:c/></rss>',
      'line 2: the prefix of a:c is declared nowhere around it',
    ],
  ])('with %s is told with its line', (_what, source, says) => {
    expect(illFormed(source)).toBe(says);
  });

  it('that defines entities of its own may use them', () => {
    expect(illFormed('<!DOCTYPE rss SYSTEM "rss.dtd"><rss>&nbsp;</rss>')).toBeNull();
  });

  it('with many flaws is told the first of each kind, in their order', () => {
    expect(illFormed('<rss>\n&a; &b;\n<x:y/><z:y/>\n</b></c></rss>')).toBe(
      'line 2: &a; is no entity of XML; line 3: the prefix of x:y is declared nowhere around it; line 4: </b> comes before the end of <rss> of line 1',
    );
  });

  it.each([
    ['open tags', '<a>'],
    ['end tags', '</a>'],
    ['ampersands', '&a'],
    ['angles', '< '],
    ['prefixes', '<a:b c:d="e">'],
    ['comments left open', '<!--'],
  ])(
    'of nothing but %s takes no longer than its length',
    (_what, piece) => {
      expect(illFormed(piece.repeat(200_000))).toMatch(/^line 1: /);
    },
    5_000,
  );
});
