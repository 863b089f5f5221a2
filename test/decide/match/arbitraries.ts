/** Queries and texts over one small vocabulary in four scripts, so that they meet often. */
import fc from 'fast-check';
import type { ItemText } from '../../../src/decide/match/fields.ts';
import { parseQuery } from '../../../src/decide/match/parse.ts';
import { all, any, type Enough, type Query, type Weighted } from '../../../src/decide/match/query.ts';
import { id, type OutletId } from '../../../src/domain/ids.ts';
import type { Aliases } from '../../../src/domain/storyline.ts';
import { parseInstant } from '../../../src/domain/time.ts';

export const ALIASES: Aliases = {
  envoys: ['Witkoff', 'special envoy', 'Віткофф'],
  us: ['=US', 'White House', 'Trump*'],
  truce: ['停火', 'هدنة', 'перемир*'],
};

const VOCABULARY = [
  'US',
  'us',
  'U.S.',
  'Trump',
  "Trump's",
  'Kyiv',
  'talks',
  'talking',
  'talk',
  'special',
  'envoy',
  'White',
  'House',
  '1,200',
  'the',
  'of',
  'Віткофф',
  'санкции',
  'санкций',
  'в',
  'не',
  'та',
  'переговорів',
  'перемир’я',
  'перемирия',
  'العقوبات',
  'عقوبات',
  'هدنة',
  'من',
  '停火协议',
  '停火',
  '协议',
  '火',
  'G7峰会',
];

const word = fc.constantFrom('Trump', 'Kyiv', 'talk', 'U.S.', 'talks', '1,200', 'Zagreb', 'санкция', 'переговори');
const otherWord = fc.constantFrom('عقوبة', 'هدنة', '停火', '火', '协议', 'G7峰会', '=US', '=Trump', '="White House"');
const prefix = fc.constantFrom('talk*', 'T*', 'Ві*', 'Kyi*', '120*', 'санкц*', 'перемир*', 'عقو*', '停火*', '峰*');
const phrase = fc.constantFrom(
  '"special envoy"',
  '"White House"',
  '"Trump talk*"',
  '"Kyiv talks Kyiv"',
  '"talk* envoy"',
  '"the talk"',
  '"停火 协议"',
  '"санкции в"',
  '"US talks"',
);
const alias = fc.constantFrom('@envoys', '@us', '@truce');
const bound = fc.constantFrom('title:talk', 'lede:@us', 'title:"White House"', 'lede:停火');
const facet = fc.oneof(
  fc.constantFrom('lang:en', 'lang:uk', 'lang:ru', 'source:tass', 'source:press'),
  fc.constantFrom('since:2025-07-31', 'since:2025-08-01', 'until:2025-07-31', 'until:2025-08-01'),
);

/** A query as parsed; what no parser takes is a mistake of this file. */
function parsed(written: string): Query {
  const read = parseQuery(written, ALIASES);
  if (read.kind === 'error') throw new Error(`${written}: ${read.error.message}`);
  return read.query;
}

const single = fc.oneof(word, otherWord, prefix, phrase, alias);
const near: fc.Arbitrary<Query> = fc
  .tuple(fc.array(single, { minLength: 2, maxLength: 3 }), fc.integer({ min: 0, max: 3 }))
  .map(([terms, within]) => parsed(`NEAR(${terms.join(' ')}, ${within})`));

const weighted = (part: fc.Arbitrary<Query>): fc.Arbitrary<readonly Weighted[]> =>
  fc.array(
    part.map((query) => ({ query, weight: 1 })),
    { minLength: 1, maxLength: 3 },
  );

function nOf(part: fc.Arbitrary<Query>): fc.Arbitrary<Enough> {
  return weighted(part).chain((of) =>
    fc.integer({ min: 1, max: of.length }).map((least) => ({ kind: 'enough', form: 'n-of', of, least })),
  );
}

const inner: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => {
  const parts = (minLength: number) => fc.array(tie('query'), { minLength, maxLength: 3 });
  return {
    query: fc.oneof(
      { maxDepth: 3 },
      { weight: 5, arbitrary: single.map(parsed) },
      fc.oneof(bound.map(parsed), near, facet.map(parsed)),
      fc.tuple(parts(1), parts(0)).map(([of, without]) => all(of, without)),
      parts(1).map(any),
      nOf(tie('query')),
    ),
  };
}).query;

/** A whole query: boosts stand at its end, outside of everything. */
export const query: fc.Arbitrary<Query> = fc.oneof(
  { weight: 4, arbitrary: inner },
  fc.tuple(inner, weighted(inner), fc.integer({ min: 0, max: 1 })).map(([needed, of, least]) => {
    const boosts: Enough = { kind: 'enough', form: 'boosts', of, least };
    const { of: groups, without } = needed.kind === 'all' ? needed : { of: [needed], without: [] };
    return { kind: 'all', of: [...groups, boosts], without } as const;
  }),
);

/** Words of one script mostly, as texts are, and of all at times. */
const text = fc
  .array(fc.constantFrom(...VOCABULARY), { maxLength: 9 })
  .chain((words) => fc.constantFrom(' ', ' ', ', ', '-').map((between) => words.join(between)));

const source: fc.Arbitrary<NonNullable<ItemText['source']>> = fc.constantFrom(
  { outlet: id<OutletId>('tass'), group: 'russian-state', label: 'state-controlled' } as const,
  { outlet: id<OutletId>('bbc'), group: 'bbc', label: 'press' } as const,
);

const published = fc.constantFrom(
  ...[
    '2025-07-30T23:59:59.999Z',
    '2025-07-31T00:00:00.000Z',
    '2025-08-01T12:00:00.000Z',
    '2025-08-02T00:00:00.000Z',
  ].map(parseInstant),
  null,
);

export const item: fc.Arbitrary<ItemText> = fc.record({ title: text, lede: text, source, published });
