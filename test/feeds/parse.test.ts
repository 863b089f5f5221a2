import { describe, expect, it } from 'vitest';
import { type FeedDocument, type NotAFeed, parse } from '../../src/feeds/parse.ts';

const HOME = 'https://news.example/feed';

async function feedOf(text: string): Promise<FeedDocument> {
  const document = await parse(text, HOME);
  if (document.kind === 'not_a_feed') throw new Error(document.reason);
  return document;
}

async function refusalOf(text: string): Promise<NotAFeed> {
  const document = await parse(text, HOME);
  if (document.kind === 'feed') throw new Error('it was read as a feed');
  return document;
}

const rss = (items: string, head = ''): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title>${head}${items}</channel></rss>`;
const atom = (entries: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title>${entries}</feed>`;

async function firstOf(text: string) {
  const [entry] = (await feedOf(text)).entries;
  if (entry === undefined) throw new Error('the feed has no entry');
  return entry;
}

describe('Every format gives the same entry', () => {
  const ENTRY = {
    title: 'Talks end without a date',
    link: 'https://news.example/talks',
    published: '2025-07-23T18:00:00.000Z',
    summary: 'Forty minutes in the palace.',
  };

  it.each([
    [
      'rss2',
      rss(
        `<item><title>${ENTRY.title}</title><link>${ENTRY.link}</link><description>${ENTRY.summary}</description>` +
          '<pubDate>Wed, 23 Jul 2025 21:00:00 +0300</pubDate></item>',
      ),
    ],
    [
      'rss0.9x',
      `<rss version="0.91"><channel><title>Desk</title><item><title>${ENTRY.title}</title><link>${ENTRY.link}</link>` +
        `<description>${ENTRY.summary}</description><pubDate>Wed, 23 Jul 2025 18:00:00 GMT</pubDate></item></channel></rss>`,
    ],
    [
      'rss1',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" ' +
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Desk</title></channel>' +
        `<item rdf:about="${ENTRY.link}"><title>${ENTRY.title}</title><description>${ENTRY.summary}</description>` +
        '<dc:date>2025-07-23T18:00:00Z</dc:date></item></rdf:RDF>',
    ],
    [
      'atom',
      atom(
        `<entry><title>${ENTRY.title}</title><link href="${ENTRY.link}"/><summary>${ENTRY.summary}</summary>` +
          '<published>2025-07-23T18:00:00Z</published></entry>',
      ),
    ],
    [
      'json',
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Desk',
        items: [
          { title: ENTRY.title, url: ENTRY.link, summary: ENTRY.summary, date_published: '2025-07-23T18:00:00Z' },
        ],
      }),
    ],
  ])('%s', async (format, text) => {
    const feed = await feedOf(text);
    expect(feed).toMatchObject({ format, title: 'Desk', entries: [ENTRY], problems: [], cutOff: false });
  });

  it('an rss element without a version is read as 2.0', async () => {
    expect((await feedOf('<rss><channel><item><title>a</title></item></channel></rss>')).format).toBe('rss2');
  });

  it('RSS 0.90 is told from 1.0 by its namespace', async () => {
    const text =
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/">' +
      '<channel><title>Desk</title></channel><item><title>a</title></item></rdf:RDF>';
    expect(await feedOf(text)).toMatchObject({ format: 'rss0.9x', entries: [{ title: 'a' }] });
  });

  it('prefixes may be anything, declared or usual', async () => {
    const declared =
      '<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:entry><a:id>urn:1</a:id><a:title>t</a:title></a:entry></a:feed>';
    expect(await firstOf(declared)).toMatchObject({ guid: 'urn:1', title: 't' });
    const undeclared = rss('<item><title>t</title><content:encoded>Long</content:encoded></item>');
    expect(await firstOf(undeclared)).toMatchObject({ content: 'Long' });
  });

  it.each([
    ['https instead of http', 'https://purl.org/dc/elements/1.1/'],
    ['no slash at the end', 'http://purl.org/dc/elements/1.1'],
    ['another version', 'http://purl.org/dc/elements/1.0/'],
  ])('a vocabulary is known by %s', async (_sentence, uri) => {
    const text = `<rss version="2.0" xmlns:d="${uri}"><channel><item><d:title>t</d:title></item></channel></rss>`;
    expect(await firstOf(text)).toMatchObject({ title: 't' });
  });

  it('an entry may hold nothing that is read', async () => {
    const nothing = { guid: null, title: '', link: null, published: null, updated: null, summary: '', content: '' };
    expect((await feedOf(rss('<item><author>Desk</author></item>'))).entries).toEqual([nothing]);
    expect((await feedOf(atom('<entry><author><name>Desk</name></author></entry>'))).entries).toEqual([nothing]);
  });

  it('a feed of Atom may be without title and entries', async () => {
    expect(await feedOf('<feed xmlns="http://www.w3.org/2005/Atom"></feed>')).toMatchObject({ title: '', entries: [] });
  });

  it('a feed of Atom may call its entries items', async () => {
    const text = atom('<item><title>a</title></item><entry><title>b</title><x><item>no</item></x></entry>');
    expect((await feedOf(text)).entries.map((entry) => entry.title)).toEqual(['a', 'b']);
  });

  it('elements of other vocabularies are not taken for ours', async () => {
    const text = rss(
      '<item xmlns:m="http://search.yahoo.com/mrss/"><m:title>wrong</m:title><media:title>wrong</media:title><itunes:summary>wrong</itunes:summary><title>right</title>' +
        '<media:group><title>wrong</title></media:group></item>',
    );
    expect(await firstOf(text)).toMatchObject({ title: 'right', summary: '' });
  });
});

describe('Every word is kept in its order', () => {
  it.each([
    ['inline markup', rss('<item><description>By <b>Friday</b>, not <i>Monday</i>.</description></item>')],
    [
      'escaped markup',
      rss('<item><description>By &lt;b&gt;Friday&lt;/b&gt;, not &lt;i&gt;Monday.</description></item>'),
    ],
    ['CDATA', rss('<item><description><![CDATA[By <b>Friday</b>, not <i>Monday</i>.]]></description></item>')],
    [
      'CDATA in pieces',
      rss('<item><description><![CDATA[By <b>Fri]]><![CDATA[day</b>, not]]> Monday.</description></item>'),
    ],
    ['CDATA inside markup', rss('<item><description>By <b><![CDATA[Friday]]></b>, not Monday.</description></item>')],
    [
      'Atom XHTML',
      atom(
        '<entry><summary type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">By <b>Friday</b>, not <i>Monday</i>.' +
          '</div></summary></entry>',
      ),
    ],
    ['Atom HTML', atom('<entry><summary type="html">By &lt;b&gt;Friday&lt;/b&gt;, not Monday.</summary></entry>')],
    ['Atom text', atom('<entry><summary>By Friday, not Monday.</summary></entry>')],
    ['Atom HTML without a type', atom('<entry><summary>By &lt;b&gt;Friday&lt;/b&gt;, not Monday.</summary></entry>')],
  ])('through %s', async (_form, text) => {
    expect((await firstOf(text)).summary).toBe('By Friday, not Monday.');
  });

  it('in an XHTML title', async () => {
    const title = '<title type="xhtml"><div>The <em>very</em> last day</div></title>';
    expect((await firstOf(atom(`<entry>${title}</entry>`))).title).toBe('The very last day');
  });

  it('and Atom text that looks like markup stays when it is said to be text', async () => {
    const text = atom('<entry><title type="text">The &lt;b&gt; tag</title></entry>');
    expect((await firstOf(text)).title).toBe('The <b> tag');
  });

  it('and the end of a CDATA section inside a text harms nothing', async () => {
    expect((await firstOf(rss('<item><title>a ]]&gt; b</title></item>'))).title).toBe('a ]]> b');
  });

  it.each([
    ['named entities without a declaration', 'Rock &nbsp;&amp;&nbsp; R&D &ldquo;x&rdquo;', 'Rock & R&D “x”'],
    ['twice escaped entities', 'Moscow&amp;#039;s answer', "Moscow's answer"],
    ['entities of a document type are not expanded', 'see &a9; there', 'see &a9; there'],
  ])('%s', async (_sentence, written, title) => {
    const text = `<!DOCTYPE rss [<!ENTITY a9 "boom">]>${rss(`<item><title>${written}</title></item>`)}`;
    expect((await firstOf(text)).title).toBe(title);
  });

  it('and summary and content are told apart', async () => {
    const text = rss('<item><description>short</description><content:encoded>&lt;p&gt;long</content:encoded></item>');
    expect(await firstOf(text)).toMatchObject({ summary: 'short', content: 'long' });
  });
});

describe('Atom content in Base64', () => {
  const packed = (text: string) => Buffer.from(text).toString('base64');
  const content = (attributes: string, text: string) => atom(`<entry><content ${attributes}>${text}</content></entry>`);

  it.each([
    ['is told by a media type that is no text', 'type="application/octet-stream"'],
    ['is told by the mode of Atom 0.3', 'type="text/html" mode="base64"'],
  ])('%s', async (_sentence, attributes) => {
    const text = content(attributes, packed('By <b>Friday</b> &amp; not later – so Kyiv'));
    expect((await firstOf(text)).content).toBe('By Friday & not later – so Kyiv');
  });

  it('may be broken into lines', async () => {
    const lines = packed('By Friday, not Monday.').replace(/.{8}/g, '$&\n  ');
    expect((await firstOf(content('mode="base64"', lines))).content).toBe('By Friday, not Monday.');
  });

  it.each([
    ['a picture has no words', 'type="image/png"', Buffer.from([0x89, 0x50, 0xff, 0xfe]).toString('base64'), ''],
    ['what is none stays as written', 'type="application/pdf"', 'By Friday.', 'By Friday.'],
    ['XML is written as it is', 'type="application/xhtml+xml"', '<div>By <b>Friday</b>.</div>', 'By Friday.'],
    ['text is written as it is', 'type="text/plain"', 'deadline', 'deadline'],
  ])('%s', async (_sentence, attributes, written, expected) => {
    expect((await firstOf(content(attributes, written))).content).toBe(expected);
  });
});

describe('A text under a rare name', () => {
  it.each([
    ['a second summary is the content', '<description>short</description><summary>long</summary>'],
    ['a body', '<description>short</description><body>l<b>on</b>g</body>'],
    ['a full item', '<description>short</description><fullitem>l&lt;b&gt;on&lt;/b&gt;g</fullitem>'],
  ])('%s', async (_sentence, fields) => {
    expect(await firstOf(rss(`<item>${fields}</item>`))).toMatchObject({ summary: 'short', content: 'long' });
  });

  it('and the same summary twice is no content', async () => {
    const fields = '<description>short</description><dc:description>short</dc:description>';
    expect(await firstOf(rss(`<item>${fields}</item>`))).toMatchObject({ summary: 'short', content: '' });
  });
});

describe('A bad field harms itself alone', () => {
  it.each([
    ['RSS', rss('<item><title>a</title><pubDate>06.08.2025</pubDate></item><item><title>b</title></item>')],
    ['Atom', atom('<entry><title>a</title><published>06.08.2025</published></entry><entry><title>b</title></entry>')],
  ])('a date of %s', async (_format, text) => {
    const feed = await feedOf(text);
    expect(feed.entries.map(({ title, published }) => [title, published])).toEqual([
      ['a', null],
      ['b', null],
    ]);
    expect(feed.problems).toEqual(['entry 1: published "06.08.2025" is unreadable or names no zone, left out']);
  });

  it('of two dates the readable one counts', async () => {
    const text = rss('<item><title>a</title><pubDate>soon</pubDate><dc:date>2025-08-06T10:00:00Z</dc:date></item>');
    expect((await firstOf(text)).published).toBe('2025-08-06T10:00:00.000Z');
  });

  it('a link without an address is no link', async () => {
    expect((await firstOf(atom('<entry><title>a</title><link/></entry>'))).link).toBeNull();
  });

  it('a link that is no web address is named and left out', async () => {
    const feed = await feedOf(rss('<item><title>a</title><link>javascript:alert(1)</link></item>'));
    expect(feed.entries[0]?.link).toBeNull();
    expect(feed.problems).toEqual(['entry 1: link "javascript:alert(1)" is no web address, left out']);
  });
});

describe('The link of an entry', () => {
  it.each([
    [
      'is the alternate one',
      atom('<entry><link rel="self" href="/s"/><link rel="alternate" href="/a"/></entry>'),
      '/a',
    ],
    [
      'is the alternate one by its URI',
      atom('<entry><link rel="http://www.iana.org/assignments/relation/alternate" href="/a"/></entry>'),
      '/a',
    ],
    ['is the one without a relation', atom('<entry><link rel="enclosure" href="/e"/><link href="/a"/></entry>'), '/a'],
    ['is the guid when there is no other', rss('<item><guid>https://news.example/g</guid></item>'), '/g'],
    ['stands on xml:base', atom('<entry xml:base="/x/"><link href="a"/></entry>'), '/x/a'],
    [
      'stands on the channel’s link in RSS',
      rss('<item><link>/a</link></item>', '<link>https://news.example/y/</link>'),
      '/a',
    ],
  ])('%s', async (_sentence, text, path) => {
    expect((await firstOf(text)).link).toBe(`https://news.example${path}`);
  });

  it('stands on xml:base rather than on the channel’s link', async () => {
    const channel = '<channel><link>https://other.example/</link><item><link>a</link></item></channel>';
    const text = `<rss version="2.0" xml:base="https://news.example/x/">${channel}</rss>`;
    expect((await firstOf(text)).link).toBe('https://news.example/x/a');
  });

  it('is not a guid that says it is none', async () => {
    const text = rss('<item><guid isPermaLink="false">https://news.example/g</guid></item>');
    expect(await firstOf(text)).toMatchObject({ link: null, guid: 'https://news.example/g' });
  });

  it('keeps its parameters as published', async () => {
    const text = rss('<item><link>https://news.example/a?at_medium=RSS&amp;b=1#0</link></item>');
    expect((await firstOf(text)).link).toBe('https://news.example/a?at_medium=RSS&b=1#0');
  });
});

describe('An ill-formed document gives what it holds', () => {
  it.each([
    ['a bare ampersand', rss('<item><title>Q&A</title></item>'), ['Q&A']],
    [
      'elements closed by others',
      rss('<item><title>a</title><x><y></x></item><item><title>b</title></item>'),
      ['a', 'b'],
    ],
    ['an entry that is never closed', rss('<item><title>a</title><item><title>b</title></item>'), ['a', 'b']],
    ['words before it', `Warning: cannot modify header<br/>${rss('<item><title>a</title></item>')}`, ['a']],
    ['words after it', `${rss('<item><title>a</title></item>')}<p>generated</p>`, ['a']],
    ['entries outside the channel', '<rss><channel></channel><item><title>a</title></item></rss>', ['a']],
    ['no root', '<channel><item><title>a</title></item></channel>', ['a']],
    ['names in other letter case', '<RSS><CHANNEL><ITEM><TITLE>a</TITLE></ITEM></CHANNEL></RSS>', ['a']],
  ])('%s', async (_sentence, text, titles) => {
    const feed = await feedOf(text);
    expect(feed.entries.map((entry) => entry.title)).toEqual(titles);
    expect(feed.cutOff).toBe(false);
  });

  it.each([
    ['inside a text', '<title>c'],
    ['inside a tag', '<title'],
    ['inside CDATA', '<title><![CDATA[c'],
    ['inside a comment', '<!-- c'],
    ['between elements', '<title>c</title>'],
  ])('a document cut off %s keeps its complete entries', async (_where, rest) => {
    const whole = '<item><title>a</title></item><item><title>b</title></item>';
    const feed = await feedOf(`<rss version="2.0"><channel>${whole}<item>${rest}`);
    expect(feed.entries.map((entry) => entry.title)).toEqual(['a', 'b']);
    expect(feed.cutOff).toBe(true);
    expect(feed.problems).toEqual([
      'the last entry is incomplete and was left out',
      'the document ends before its end; its complete entries were kept',
    ]);
  });

  it('a document with more entries than anyone writes is cut short and says so', async () => {
    const item = '<item><title>a</title></item>';
    expect((await feedOf(rss(item.repeat(10_000)))).problems).toEqual([]);
    const feed = await feedOf(rss(item.repeat(10_001)));
    expect(feed.entries).toHaveLength(10_000);
    expect(feed.problems).toEqual(['more than 10000 entries: the later ones were left out']);
  });
});

it('Halves of characters in JSON are replaced, so that a guid comes back as it was stored', async () => {
  const items = [{ id: 'a\uD83D', title: 'Half \uDE00 and whole \uD83D\uDE00' }];
  const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1.1', items });
  expect(await firstOf(text)).toMatchObject({ guid: 'a\uFFFD', title: 'Half \uFFFD and whole \uD83D\uDE00' });
});

describe('What is no feed is refused by its right name', () => {
  it.each([
    ['nothing', '', 'empty', 'empty'],
    ['spaces', ' \n\t', 'empty', 'empty'],
    [
      'an HTML page',
      '<!DOCTYPE html><html><title>Sign in &amp; read</title></html>',
      'not_a_feed',
      '("Sign in & read")',
    ],
    [
      'a challenge',
      '<html><head><title>Just a moment...</title></head></html>',
      'challenge_page',
      'tests for browsers',
    ],
    ['another XML', '<?xml version="1.0"?><urlset><url/></urlset>', 'not_a_feed', '<urlset>'],
    ['plain text', 'Service unavailable', 'not_a_feed', 'plain text'],
    ['other JSON', '{"error":"load shedding"}', 'not_a_feed', 'JSON'],
    ['JSON of nothing but lists', `{"items":[${'[],'.repeat(100_001)}[]]}`, 'not_a_feed', 'JSON'],
    ['JSON that is cut off', '{"version":"https://jsonfeed.org/version/1","items":[', 'not_a_feed', 'cut off'],
    ['a feed cut off before its first entry', '<rss version="2.0"><channel><title>a', 'truncated', 'first entry'],
    ['something like XML', '<<<< <1> </', 'bad_xml', 'no element'],
  ])('%s', async (_what, text, verdict, word) => {
    const refusal = await refusalOf(text);
    expect(refusal.verdict).toBe(verdict);
    expect(refusal.reason).toContain(word);
  });

  it('and a feed without entries is a feed', async () => {
    expect(await feedOf(rss(''))).toMatchObject({ entries: [], problems: ['the feed has no entries'] });
  });
});

describe('Hostile documents cost linear time', () => {
  const inDescription = (text: string) => rss(`<item><title>t</title><description>${text}</description></item>`);

  it.each([
    ['a<h fifty thousand times', inDescription('a<h'.repeat(50_000))],
    ['four million less-than signs', inDescription('<'.repeat(4_000_000))],
    ['half a million nested tags', inDescription('<b>'.repeat(500_000))],
    ['a tag name of five megabytes', rss(`<item><title>t</title><${'x'.repeat(5_000_000)}/></item>`)],
    ['a hundred thousand attributes', rss(`<item ${'a="1" '.repeat(100_000)}><title>t</title></item>`)],
    ['a million bare ampersands', inDescription('&'.repeat(1_000_000))],
    [
      'a link of a megabyte',
      rss(`<item><title>t</title><link>https://a.example/${'x'.repeat(1_000_000)}</link></item>`),
    ],
    ['three hundred thousand guids', rss(`<item><title>t</title>${'<guid>a</guid>'.repeat(300_000)}</item>`)],
    [
      'five megabytes of Base64',
      atom(`<entry><title>t</title><content mode="base64">${'QUJD'.repeat(1_250_000)}!</content></entry>`),
    ],
    ['sixty thousand tags in quotes of each other', inDescription(`<a ${'b="<a " '.repeat(60_000)}<`)],
    ['the same in CDATA', inDescription(`<![CDATA[<a ${'b="<a " '.repeat(60_000)}<]]>`)],
    ['a hundred thousand quotes in a tag', rss(`<item><title>t</title><x ${'" '.repeat(100_000)}/></item>`)],
    [
      'a hundred thousand texts with entities',
      rss(`<item><title>t</title>${'<summary>&amp;</summary>'.repeat(100_000)}</item>`),
    ],
    ['names of prototypes', rss('<item><title>t</title><__proto__>x</__proto__><constructor>y</constructor></item>')],
  ])('%s', async (_what, text) => {
    const started = process.hrtime.bigint();
    const feed = await feedOf(text);
    expect(feed.entries.map((entry) => entry.title)).toEqual(['t']);
    expect(Number(process.hrtime.bigint() - started) / 1e6).toBeLessThan(2_000);
  });
});

it.each([
  ['45', 45],
  [' 60 ', 60],
  ['-1', null],
  ['often', null],
])('A ttl of %j is %j minutes', async (ttl, minutes) => {
  expect((await feedOf(rss('<item><title>a</title></item>', `<ttl>${ttl}</ttl>`))).ttlMinutes).toBe(minutes);
});

describe('JSON Feed', () => {
  const jsonFeed = (item: object) =>
    JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 't', items: [item] });

  it('may number its items, and its HTML becomes text', async () => {
    const entry = await firstOf(jsonFeed({ id: 7, content_html: 'By <b>Friday</b>', external_url: '/x' }));
    expect(entry).toMatchObject({ guid: '7', content: 'By Friday', link: 'https://news.example/x' });
  });

  it('with more items than anyone writes is cut short and says so', async () => {
    const items = Array.from({ length: 10_001 }, (_, id) => ({ id }));
    const feed = await feedOf(JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 't', items }));
    expect(feed.entries).toHaveLength(10_000);
    expect(feed.problems).toEqual(['more than 10000 entries: the later ones were left out']);
  });

  it('with an item that is none keeps the others', async () => {
    const text = JSON.stringify({ version: 'https://jsonfeed.org/version/1', title: 't', items: [3, { title: 'a' }] });
    expect(await feedOf(text)).toMatchObject({
      entries: [{ title: 'a' }],
      problems: ['entry 1: is no object, left out'],
    });
  });
});
