/**
 * Documents written to make a reader expand, recurse, backtrack or fill its memory. Each is `{ name, write }`;
 * `write(share)` gives it as text at a share (0..1) of its full size, at which most fill the cap on bodies of 5 MB.
 */

function rss(items, { doctype = '', channel = '' } = {}) {
  const head = `<?xml version="1.0"?>${doctype}<rss version="2.0"><channel${channel}><title>Desk</title>`;
  return `${head}${items}</channel></rss>`;
}

function item(inside, attributes = '') {
  return `<item${attributes}><title>The talks go on</title>${inside}</item>`;
}

function described(text) {
  return rss(item(`<description>${text}</description>`));
}

function inCdata(text) {
  return described(`<![CDATA[${text}]]>`);
}

function numbered(count, write) {
  return Array.from({ length: count }, (_, index) => write(index)).join('');
}

/** Ten entities, each ten times the one before: the last stands for `share` of a thousand million laughs. */
function billionLaughs(share) {
  const levels = Math.max(2, Math.round(9 * share));
  const entities = numbered(levels, (level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
  const doctype = `<!DOCTYPE rss [<!ENTITY l0 "laugh">${entities}]>`;
  return rss(item(`<description>&l${levels};</description>`), { doctype });
}

function quadraticEntity(share) {
  const doctype = `<!DOCTYPE rss [<!ENTITY long "${'x'.repeat(100_000 * share)}">]>`;
  return rss(item(`<description>${'&long;'.repeat(100_000 * share)}</description>`), { doctype });
}

function externalEntity() {
  const doctype = '<!DOCTYPE rss [<!ENTITY secret SYSTEM "file:///etc/passwd">]>';
  return rss(item('<description>&secret;</description>'), { doctype });
}

function nested(depth) {
  return described('<b>'.repeat(depth) + '</b>'.repeat(depth));
}

/** Every channel declares one more prefix, and each has a field to be named by all of them. */
function growingNamespaces(count) {
  return rss(numbered(count, (index) => `<channel xmlns:p${index}="urn:${index}">`) + item(''));
}

/** A table of many prefixes that every field adds one to. */
function namespacesByFields(count) {
  const channel = numbered(count, (index) => ` xmlns:p${index}="urn:${index}"`);
  return rss(item('<link xmlns:q="urn:q">https://news.example/a</link>'.repeat(count)), { channel });
}

function jsonNested(depth) {
  return `{"version":"https://jsonfeed.org/version/1.1","items":${'['.repeat(depth)}${']'.repeat(depth)}}`;
}

export const HOSTILE_DOCUMENTS = [
  { name: 'billion laughs', write: billionLaughs },
  { name: 'quadratic entity', write: quadraticEntity },
  { name: 'entity from a file', write: externalEntity },
  { name: '20k nested tags', write: (share) => nested(20_000 * share) },
  { name: '500k nested tags', write: (share) => nested(500_000 * share) },
  {
    name: '100k attributes',
    write: (share) =>
      rss(
        item(
          '',
          numbered(100_000 * share, (index) => ` a${index}="1"`),
        ),
      ),
  },
  { name: 'tag name of 20 MB', write: (share) => rss(item(`<${'x'.repeat(20_000_000 * share)}/>`)) },
  { name: 'tag name of 4.9 MB', write: (share) => rss(item(`<${'x'.repeat(4_900_000 * share)}/>`)) },
  { name: '400 KB of <', write: (share) => described('<'.repeat(400_000 * share)) },
  { name: '400 KB of < in CDATA', write: (share) => inCdata('<'.repeat(400_000 * share)) },
  { name: '4.9 MB of < in CDATA', write: (share) => inCdata('<'.repeat(4_900_000 * share)) },
  { name: 'a<h 100k times', write: (share) => described('a<h'.repeat(100_000 * share)) },
  { name: 'a<h 100k times in CDATA', write: (share) => inCdata('a<h'.repeat(100_000 * share)) },
  { name: '60k tags in quotes of each other', write: (share) => described(`<a ${'b="<a " '.repeat(60_000 * share)}<`) },
  { name: '1M bare &', write: (share) => described('&'.repeat(1_000_000 * share)) },
  { name: '5 MB of empty items', write: (share) => rss('<item></item>'.repeat(380_000 * share)) },
  { name: '5 MB of small items', write: (share) => rss('<item><title>a</title></item>'.repeat(170_000 * share)) },
  { name: '250k dates in an item', write: (share) => rss(item('<pubDate>so</pubDate>'.repeat(235_000 * share))) },
  { name: '100k channels with prefixes', write: (share) => growingNamespaces(100_000 * share) },
  { name: '60k prefixes by 60k fields', write: (share) => namespacesByFields(60_000 * share) },
  { name: '2M nested lists in JSON', write: (share) => jsonNested(2_000_000 * share) },
];
