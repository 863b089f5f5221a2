/** Queries as people write them, of the words of given items and the shipped sets, the same on every run. */

const SETS = ['us', 'washington', 'russia', 'ukraine', 'kremlin', 'putin', 'eu', 'iran', 'china', 'india'];
/** Nobody looks for a word that more items have. */
const COMMON = 0.01;
/** Shorter words are mostly small ones. */
const SHORTEST = 4;

function pick(list, random) {
  return list[Math.floor(random() * list.length)];
}

function many(least, most, random, make) {
  return Array.from({ length: least + Math.floor(random() * (most - least + 1)) }, make);
}

function wordsOf({ title, lede }) {
  return `${title} ${lede}`.split(/\s+/u).filter((word) => /^\p{L}+$/u.test(word));
}

/** Words that are not common, each as often as items have it, and what stands beside another. */
function vocabularyOf(items) {
  const counts = new Map();
  for (const word of items.flatMap((item) => [...new Set(wordsOf(item))]))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  const isTelling = (word) => word.length >= SHORTEST && counts.get(word) <= COMMON * items.length;
  const words = items.flatMap(wordsOf).filter(isTelling);
  const pairs = items.flatMap((item) => {
    const all = wordsOf(item);
    return all.slice(1).map((word, index) => [all[index], word]);
  });
  return { words, phrases: pairs.filter((pair) => pair.some(isTelling)).map((pair) => `"${pair.join(' ')}"`) };
}

function termOf({ words, phrases }, random) {
  const chance = random();
  if (chance < 0.3) return pick(phrases, random);
  if (chance < 0.5) return `${pick(words, random).slice(0, 6)}*`;
  return pick(words, random);
}

function choiceOf(vocabulary, random, most) {
  return many(2, most, random, () => termOf(vocabulary, random)).join(' OR ');
}

/** What not every query has, in a share of them. */
const SPECIAL = [
  ({ words }, random) => `NEAR(${pick(words, random)} ${pick(words, random)}, 8)`,
  ({ words }, random) => `NEAR(@${pick(SETS, random)} ${pick(words, random)}, 8)`,
  ({ words }, random) => `(=${pick(words, random)} OR ="${pick(words, random)}")`,
  (vocabulary, random) => `title:(${choiceOf(vocabulary, random, 6)})`,
  (vocabulary, random) => `n-of(2; ${choiceOf(vocabulary, random, 5).replaceAll(' OR ', '; ')})`,
  () => 'lang:en',
  () => 'source:press',
];
const SPECIAL_SHARE = 0.3;
const UNWANTED_SHARE = 0.5;

/** Who, and what of them: of the names that a query begins with, the shipped sets are the commonest. */
function queryOf(vocabulary, random) {
  const names = many(1, 3, random, () => `@${pick(SETS, random)}`).join(' OR ');
  const groups = many(1, 2, random, () => `(${choiceOf(vocabulary, random, 20)})`);
  const special = random() < SPECIAL_SHARE ? [pick(SPECIAL, random)(vocabulary, random)] : [];
  const unwanted = random() < UNWANTED_SHARE ? ` NOT (${choiceOf(vocabulary, random, 6)})` : '';
  return [`(${names})`, ...groups, ...special].join(' AND ') + unwanted;
}

/** `count` queries: names, one or two groups of alternatives, half of them with terms to leave out. */
export function makeQueries(count, items, random) {
  const vocabulary = vocabularyOf(items);
  return Array.from({ length: count }, () => queryOf(vocabulary, random));
}

/** One storyline among thousands: names, and two groups of a few alternatives; half of them with terms to leave out. */
function storylineQuery(vocabulary, random) {
  const names = many(1, 2, random, () => `@${pick(SETS, random)}`).join(' OR ');
  const groups = many(2, 2, random, () => `(${choiceOf(vocabulary, random, 8)})`);
  const unwanted = random() < UNWANTED_SHARE ? ` NOT (${choiceOf(vocabulary, random, 4)})` : '';
  return [`(${names})`, ...groups].join(' AND ') + unwanted;
}

/** `count` queries of three groups, as thousands of storylines side by side have them. */
export function makeStorylineQueries(count, items, random) {
  const vocabulary = vocabularyOf(items);
  return Array.from({ length: count }, () => storylineQuery(vocabulary, random));
}
