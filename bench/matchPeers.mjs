/** What others match with, given the same queries: each answers how many matches it finds in the items. */
import AhoCorasick from 'ahocorasick';
import Database from 'better-sqlite3';
import { tokenise } from '../dist/decide/match/normalise.js';

const FTS_BATCH = 200;

function escaped(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Words of a text as all of these see them, apart by single blanks. */
function normalised({ title, lede }) {
  const words = (text) => tokenise(text).map((token) => token.text);
  return ` ${[...words(title), ...words(lede)].join(' ')} `;
}

/** The patterns of the groups that must be there and of what must not; what cannot be said so is left out. */
function groupsOf({ query }) {
  const patterns = (part) => {
    if (part.kind === 'term') return part.patterns;
    if (part.kind === 'facet') return [];
    return part.kind === 'enough' ? part.of.flatMap((each) => patterns(each.query)) : part.of.flatMap(patterns);
  };
  const { query: root } = query;
  const needed = (root.kind === 'all' ? root.of : [root]).map(patterns).filter((group) => group.length > 0);
  const unwanted = root.kind === 'all' ? root.without.flatMap(patterns) : [];
  return { needed, unwanted };
}

function expressionOf(patterns) {
  const words = (pattern) =>
    pattern.words.map(({ text, prefix }) => `${escaped(text)}${prefix ? '[^ ]*' : ''}`).join(' ');
  return patterns.map(words).join('|');
}

/** One expression a query: all groups ahead, nothing unwanted anywhere. */
function regexOf(tracked) {
  const { needed, unwanted } = groupsOf(tracked);
  const ahead = needed.map((group) => `(?=.* (?:${expressionOf(group)}) )`).join('');
  const not = unwanted.length > 0 ? `(?!.* (?:${expressionOf(unwanted)}) )` : '';
  return new RegExp(`^${not}${ahead}`);
}

function byRegex(tracked, items) {
  const expressions = tracked.map(regexOf);
  return () => {
    let found = 0;
    for (const item of items) {
      const text = normalised(item);
      for (const expression of expressions) if (expression.test(text)) found += 1;
    }
    return found;
  };
}

/** Every pattern with the groups it is in, found in one pass; a query is found when all of its groups are. */
function byAhoCorasick(tracked, items) {
  const uses = new Map();
  const sizes = tracked.map((each, query) => {
    const { needed, unwanted } = groupsOf(each);
    const add = (group, pattern) => {
      const key = ` ${pattern.words.map(({ text }) => text).join(' ')}${pattern.words.at(-1).prefix ? '' : ' '}`;
      uses.set(key, [...(uses.get(key) ?? []), { query, group }]);
    };
    for (const [group, patterns] of needed.entries()) for (const pattern of patterns) add(group, pattern);
    for (const pattern of unwanted) add(-1, pattern);
    return needed.length;
  });
  const automaton = new AhoCorasick([...uses.keys()]);
  return () => {
    let found = 0;
    for (const item of items) found += countIn(automaton.search(normalised(item)), uses, sizes);
    return found;
  };
}

function countIn(hits, uses, sizes) {
  const groups = new Map();
  for (const { query, group } of hits.flatMap(([, keys]) => keys.flatMap((key) => uses.get(key)))) {
    const met = groups.get(query) ?? new Set();
    groups.set(query, met.add(group));
  }
  return [...groups].filter(([query, met]) => !met.has(-1) && met.size === sizes[query]).length;
}

function ftsText(patterns) {
  const words = (pattern) => {
    const last = pattern.words.at(-1);
    return `"${pattern.words.map(({ text }) => text).join(' ')}"${last.prefix ? '*' : ''}`;
  };
  return `(${patterns.map(words).join(' OR ')})`;
}

function ftsQuery(tracked) {
  const { needed, unwanted } = groupsOf(tracked);
  const not = unwanted.length > 0 ? ` NOT ${ftsText(unwanted)}` : '';
  return `${needed.map(ftsText).join(' AND ')}${not}`;
}

/** Items in batches into a table of their own, every query asked of each batch. */
function byFts(tracked, items) {
  const database = new Database(':memory:');
  database.exec("CREATE VIRTUAL TABLE item USING fts5(words, content='', tokenize='ascii')");
  const insert = database.prepare('INSERT INTO item (rowid, words) VALUES (?, ?)');
  const count = database.prepare('SELECT COUNT(*) AS found FROM item WHERE item MATCH ?');
  const clear = database.prepare("INSERT INTO item (item) VALUES ('delete-all')");
  const queries = tracked.map(ftsQuery);
  const batch = database.transaction((some) => {
    for (const [index, item] of some.entries()) insert.run(index + 1, normalised(item));
    const found = queries.reduce((sum, query) => sum + count.get(query).found, 0);
    clear.run();
    return found;
  });
  return () => {
    let found = 0;
    for (let at = 0; at < items.length; at += FTS_BATCH) found += batch(items.slice(at, at + FTS_BATCH));
    return found;
  };
}

/** `most` storylines each can be asked to match; `share` of the items it is given, so that it ends in time. */
export const PEERS = [
  { name: 'a regular expression a query', most: 1_000, share: (size) => (size > 10 ? 0.01 : 0.2), prepare: byRegex },
  { name: 'Aho-Corasick (npm ahocorasick)', most: 10_000, share: () => 0.1, prepare: byAhoCorasick },
  { name: 'FTS5, batches of 200', most: 1_000, share: (size) => (size > 10 ? 0.02 : 0.2), prepare: byFts },
];
