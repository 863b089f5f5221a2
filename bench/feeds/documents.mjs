/**
 * Fifty feeds of real size in four house styles, the same on every run. Time goes in steps: with each, a tenth of a
 * feed's items is new on top and as many leave at its end.
 */
import { createHash } from 'node:crypto';
import { makeItems } from '../items.mjs';

export const FEED_COUNT = 50;
/** More steps than any bench takes. */
const STEPS = 40;
const NEW_SHARE = 0.1;
const HOST = 'news.example';

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

function rfc822(instant) {
  return new Date(instant).toUTCString();
}

/** A story's paragraphs, `markup` around what is stressed. */
function paragraphs({ lede, more }) {
  return [lede, ...more].map((text) => `<p>${text.replace(/\b(\d+ \w+)\b/, '<strong>$1</strong>')}</p>`);
}

function media({ number }) {
  const url = `https://images.${HOST}/${number}/240.jpg`;
  return `<media:thumbnail url="${url}" width="240" height="135"/>`;
}

function cdataItem(story) {
  return `    <item>
      <title><![CDATA[${story.title}]]></title>
      <description><![CDATA[${story.lede}]]></description>
      <content:encoded><![CDATA[${paragraphs(story).join('\n')}]]></content:encoded>
      <link>${story.link}?at_medium=RSS&amp;at_campaign=rss</link>
      <guid isPermaLink="false">${story.link}#0</guid>
      <pubDate>${rfc822(story.published)}</pubDate>
      <category><![CDATA[World]]></category>
      ${media(story)}
    </item>`;
}

function escapedItem(story) {
  return `<item><title>${escaped(story.title)}</title><link>${story.link}</link>
<guid isPermaLink="true">${story.link}</guid><dc:creator>The desk</dc:creator>
<pubDate>${rfc822(story.published)}</pubDate>
<description>${escaped(paragraphs(story).join(''))}</description></item>`;
}

function atomEntry(story) {
  return `  <entry>
    <id>tag:${HOST},2025:${story.number}</id>
    <title type="html">${escaped(story.title)}</title>
    <link rel="alternate" type="text/html" href="${story.link}"/>
    <link rel="enclosure" type="image/jpeg" href="https://images.${HOST}/${story.number}/640.jpg"/>
    <published>${story.published}</published>
    <updated>${story.published}</updated>
    <author><name>The desk</name></author>
    <summary>${escaped(story.lede)}</summary>
    <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${paragraphs(story).join('\n')}</div></content>
  </entry>`;
}

function rdfItem(story) {
  return `<item rdf:about="${story.link}">
<title>${escaped(story.title)}</title>
<link>${story.link}</link>
<description>${escaped(paragraphs(story).join(' '))}</description>
<dc:date>${story.published}</dc:date>
<dc:subject>World</dc:subject>
</item>`;
}

const CDATA = (stories, built) => `<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/" version="2.0">
  <channel>
    <title><![CDATA[Desk]]></title>
    <link>https://${HOST}/</link>
    <lastBuildDate>${rfc822(built)}</lastBuildDate>
    <ttl>15</ttl>
${stories.map(cdataItem).join('\n')}
  </channel>
</rss>`;

const ESCAPED = (stories, built) => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Desk</title><link>https://${HOST}/</link>
<description>World</description><pubDate>${rfc822(built)}</pubDate>
${stories.map(escapedItem).join('\n')}
</channel></rss>`;

const ATOM = (stories, built) => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
  <title>Desk</title>
  <link rel="self" href="https://${HOST}/atom.xml"/>
  <updated>${built}</updated>
${stories.map(atomEntry).join('\n')}
</feed>`;

const RDF = (stories, built) => `<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="https://${HOST}/"><title>Desk</title><link>https://${HOST}/</link><dc:date>${built}</dc:date>
<items><rdf:Seq>${stories.map(({ link }) => `<rdf:li rdf:resource="${link}"/>`).join('')}</rdf:Seq></items></channel>
${stories.map(rdfItem).join('\n')}
</rdf:RDF>`;

/** As catalogues have them: mostly RSS 2.0. */
const STYLES = [CDATA, ESCAPED, ATOM, CDATA, RDF];

function sizeOf(number) {
  return 40 + ((number * 7) % 21);
}

function newPerStep(number) {
  return Math.round(sizeOf(number) * NEW_SHARE);
}

function storiesOf(number) {
  const count = sizeOf(number) + STEPS * newPerStep(number);
  const items = makeItems(count, [{ id: 'desk', hosts: [HOST] }], number + 1);
  return items.map(({ title, lede, published }, index) => ({
    number: number * 100_000 + index,
    title: `${title} (${index})`,
    lede,
    more: [1, 2].map((offset) => items[(index + 7 * offset) % count].lede),
    link: `https://${HOST}/world/${number}/story-${index}.html`,
    published,
  }));
}

const kept = new Map();

function storiesIn(number) {
  if (!kept.has(number)) kept.set(number, storiesOf(number));
  return kept.get(number);
}

/** Feed `number` (0 to 49) at `step`, newest first: `{ text, titles, fresh, etag, lastModified }`; `fresh` titles are new. */
export function documentAt(number, step) {
  const moved = step * newPerStep(number);
  const stories = storiesIn(number)
    .slice(moved, moved + sizeOf(number))
    .reverse();
  const built = stories[0].published;
  const text = STYLES[number % STYLES.length](stories, built);
  const titles = stories.map(({ title }) => title);
  const etag = `"${createHash('sha256').update(text).digest('hex').slice(0, 16)}"`;
  return { text, titles, fresh: titles.slice(0, newPerStep(number)), etag, lastModified: rfc822(built) };
}

/** All fifty at `step`. */
export function documentsAt(step) {
  return Array.from({ length: FEED_COUNT }, (_, number) => documentAt(number, step));
}
