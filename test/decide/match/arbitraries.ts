/** Queries and texts over one small vocabulary, so that they meet often. */
import fc from 'fast-check';
import { parseQuery } from '../../../src/decide/match/parse.ts';
import { all, any, type Query } from '../../../src/decide/match/query.ts';
import type { Aliases } from '../../../src/domain/storyline.ts';

export const ALIASES: Aliases = {
  envoys: ['Witkoff', 'special envoy', 'Віткофф'],
  us: ['US', 'White House', 'Trump*'],
};

const VOCABULARY = [
  'US',
  'U.S.',
  'Trump',
  "Trump's",
  'Kyiv',
  'talks',
  'talk',
  'special',
  'envoy',
  'White',
  'House',
  '1,200',
  'Віткофф',
];

const word = fc.constantFrom('Trump', 'Kyiv', 'talk', 'U.S.', 'talks', '1,200', 'Zagreb');
const prefix = fc.constantFrom('talk*', 'T*', 'Ві*', 'Kyi*', '120*');
const phrase = fc.constantFrom(
  '"special envoy"',
  '"White House"',
  '"Trump talk*"',
  '"Kyiv talks Kyiv"',
  '"talk* envoy"',
);
const alias = fc.constantFrom('@envoys', '@us');

/** Terms as parsed; a term no parser takes is a mistake of this file. */
const term: fc.Arbitrary<Query> = fc.oneof(word, prefix, phrase, alias).map((written) => {
  const parsed = parseQuery(written, ALIASES);
  if (parsed.kind === 'error') throw new Error(`${written}: ${parsed.error.message}`);
  return parsed.query;
});

export const query: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => {
  const parts = (minLength: number) => fc.array(tie('query'), { minLength, maxLength: 3 });
  return {
    query: fc.oneof(
      { maxDepth: 3 },
      term,
      fc.tuple(parts(1), parts(0)).map(([of, without]) => all(of, without)),
      parts(1).map(any),
    ),
  };
}).query;

const text = fc.array(fc.constantFrom(...VOCABULARY), { maxLength: 7 }).map((words) => words.join(' '));

export const item = fc.record({ title: text, lede: text });
