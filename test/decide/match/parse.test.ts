import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '../../../src/decide/match/parse.ts';
import type { Query, QueryError } from '../../../src/decide/match/query.ts';
import type { Aliases } from '../../../src/domain/storyline.ts';
import { runs } from '../../fakes/runs.ts';

const ALIASES: Aliases = {
  zelensky: ['Zelensky', 'Zelenskyy'],
  putin: ['Putin'],
  nobody: [],
  starred: ['Wit*koff'],
  nested: ['@putin'],
  signs: ['…'],
};

function mistakeIn(text: string, aliases: Aliases = ALIASES): QueryError {
  const read = parseQuery(text, aliases);
  if (read.kind === 'parsed') throw new Error(`${text} was taken for a query`);
  return read.error;
}

function parsed(text: string): Query {
  const read = parseQuery(text, ALIASES);
  if (read.kind === 'error') throw new Error(read.error.message);
  return read.query;
}

/** The caret stands under the character the error must point at. */
const MISTAKES: readonly (readonly [what: string, query: string, caret: string, message: RegExp, remedy: RegExp])[] = [
  ['an empty query', ' ', '^', /empty/, /at least one term/],
  ['a bracket never closed', 'a AND (b OR c', '      ^', /never closed/, /Write \)/],
  ['the inner of two brackets never closed', '((a) AND (b)', '^', /never closed/, /Write \)/],
  ['a bracket that closes nothing', 'a) AND b', ' ^', /closes nothing/, /Remove it/],
  ['empty brackets', 'a AND ()', '      ^', /nothing between/, /Write terms/],
  ['a quote never closed', 'a AND "b c', '      ^', /quote is never closed/, /Write "/],
  ['an empty phrase', 'a AND ""', '      ^', /phrase is empty/, /remove the quotes/],
  ['a phrase of blanks', 'a AND "  "', '      ^', /phrase is empty/, /remove the quotes/],
  ['a phrase of signs', 'a AND "…"', '       ^', /no letter or digit/, /at least one letter/],
  ['a mistyped alias', 'a AND @zelenksy', '      ^', /no alias set @zelenksy/, /@zelensky\?/],
  ['an alias in capitals', '@PUTIN', '^', /no alias set @PUTIN/, /@putin\?/],
  ['an alias unlike any other', '@macron', '^', /no alias set @macron/, /Known sets: @zelensky, @putin/],
  ['an alias named like a property of objects', '@constructor', '^', /no alias set/, /Known sets/],
  ['an alias without a name', 'a AND @', '      ^', /no alias set @\./, /Known sets/],
  ['an empty alias set', '@nobody', '^', /@nobody is empty/, /at least one name/],
  ['a star inside a name of a set', 'a OR @starred', '     ^', /"Wit\*koff".*not at the end/, /behind the beginning/],
  ['a set inside a set', '@nested', '^', /"@putin".*another set/, /out/],
  ['a name of signs', '@signs', '^', /"…".*no letter/, /at least one letter/],
  ['only what must not be there', 'NOT gaza', '^', /only says what must not/, /before it/],
  ['a group of what must not be there', 'a AND (NOT b)', '       ^', /only says what must not/, /before it/],
  ['an alternative of what must not be there', 'a OR NOT b', '     ^', /only says what must not/, /before it/],
  ['NOT twice', 'a NOT NOT b', '      ^', /NOT cannot follow NOT/, /Remove both/],
  [
    'two words side by side',
    'a AND ceasefire talks',
    '                ^',
    /connects ceasefire and talks/,
    /ceasefire AND talks, or the phrase "ceasefire talks"/,
  ],
  ['an alias beside a phrase', '@putin "b c"', '       ^', /connects @putin and "b c"/, /@putin AND "b c", or OR/],
  ['a word beside a bracket', 'a (b OR c)', '  ^', /connects a and \(/, /AND/],
  ['two groups side by side', '(a) (b)', '    ^', /connects \) and \(/, /AND/],
  ['a small and', 'a and b', '  ^', /"and" is read as a word/, /AND in capitals/],
  ['a small or', 'a AND (b or c)', '         ^', /"or" is read as a word/, /OR in capitals/],
  ['a small not', 'a AND not b', '      ^', /"not" is read as a word/, /NOT in capitals/],
  ['an operator at the end', 'a AND', '  ^', /AND has nothing behind it/, /behind AND/],
  ['an operator at the end of a group', '(a OR) AND b', '   ^', /OR has nothing behind it/, /behind OR/],
  ['an operator at the beginning', 'OR a', '^', /OR has nothing before it/, /before OR/],
  ['an operator at the beginning of a group', 'a AND (AND b)', '       ^', /AND has nothing before it/, /before AND/],
  ['two operators in a row', 'a AND OR b', '  ^', /AND has nothing behind it/, /behind AND/],
  ['NOT at the end', 'a NOT', '  ^', /NOT has nothing behind it/, /behind NOT/],
  ['a star in the middle', 'a AND licen*e', '           ^', /not at the end of a word/, /sanction\*/],
  [
    'a star in the middle of a phrase',
    '"general licen*e*"',
    '              ^',
    /not at the end of a word/,
    /sanction\*/,
  ],
  ['a star in front', '*tariff', '^', /not at the end of a word/, /sanction\*/],
  ['a star alone', 'a AND *', '      ^', /not at the end of a word/, /sanction\*/],
  ['a word of signs', 'a AND …', '      ^', /no letter or digit/, /at least one letter/],
  ['an ampersand', '& AND b', '^', /& is not an operator/, /AND/],
  ['a bar', 'a AND ||', '      ^', /\| is not an operator/, /OR/],
  ['a comma', 'oil, AND crude', '^', /comma/, /OR or AND/],
  ['a minus', 'a AND -gaza', '      ^', /does not exclude/, /NOT/],
  ['two signs', '~+gaza', '^', /one sign/, /Keep/],
  ['a sign alone', 'a ~ b', '  ^', /connects a and ~/, /AND/],
  ['an unknown field', 'body:gaza', '^', /no field of this name/, /title:/],
  ['a field in capitals', 'a AND TITLE:gaza', '      ^', /no field of this name/, /small letters/],
  ['a field with nothing behind it', 'title:', '^', /no field/, /alone/],
  ['a field before an operator', 'title:AND b', '^', /title: has no term/, /right behind title:/],
  ['a field inside a field', 'title:(a OR lede:b)', '            ^', /bound to a field already/, /Keep one/],
  ['an exact beginning', 'a AND =sanction*', '               ^', /cannot end in \*/, /leave the = out/],
  ['an exact set', '=@putin', '^', /cannot be exact/, /inside the set/],
  ['NEAR never closed', 'a AND NEAR(b c, 5', '      ^', /NEAR\( is never closed/, /Write \)/],
  ['brackets inside NEAR', 'NEAR(a (b OR c), 5)', '^', /NEAR\( is never closed/, /no brackets/],
  ['an operator inside NEAR', 'NEAR(a OR b, 5)', '       ^', /words, phrases and sets only/, /apart by blanks/],
  ['NEAR of one term', 'NEAR(a, 5)', '^', /two terms/, /comma and the distance/],
  ['NEAR without a number behind its comma', 'NEAR(a b, )', '^', /distance/, /5\)/],
  ['NEAR too far', 'NEAR(a b, 101)', '^', /0 to 100/, /5\)/],
  ['a mistyped set inside NEAR', 'NEAR(a @zelenksy, 5)', '       ^', /no alias set @zelenksy/, /@zelensky\?/],
  ['a small near', 'near (a)', '^', /"near" is read as a word/, /NEAR in capitals/],
  ['n-of without a number', 'n-of(a; b)', '^', /how many/, /n-of\(2; oil; gas; coal\)/],
  ['n-of more than there are', 'n-of(3; a; b)', '^', /how many/, /up to that of the choices/],
  ['n-of with an empty choice', 'n-of(1; a; )', '         ^', /; has nothing behind it/, /behind ;/],
  ['a semicolon outside n-of', 'a; b', ' ^', /between the choices of n-of/, /AND or OR/],
  ['a semicolon in a group inside n-of', 'n-of(1; a; (b; c))', '             ^', /between the choices/, /AND or OR/],
  ['an unknown language', 'a AND lang:xx', '      ^', /language "xx"/, /en, ru, uk/],
  ['a day that no calendar has', 'a AND since:2025-02-30', '      ^', /since: names no day/, /since:2025-07-31/],
  ['a day in another order', 'a NOT until:31.07.2025', '      ^', /until: names no day/, /until:2025-07-31/],
  ['a source without a name', 'a NOT source:', '      ^', /names nobody/, /source:tass/],
  ['boosts alone', '~a ~b', '^', /Boosts alone/, /threshold:2/],
  ['a boost in brackets', 'a AND (b ~c)', '         ^', /brackets or beside OR/, /whole query/],
  ['a boost beside OR', 'a OR b ~c', '       ^', /brackets or beside OR/, /\(a OR b\) ~c/],
  ['a threshold in brackets', '(a threshold:1)', '   ^', /brackets or beside OR/, /whole query/],
  ['a threshold out of reach', 'a ~b ~c^2 threshold:4', '          ^', /weigh 3/, /threshold:3 or less/],
  ['a threshold that is none', 'a ~b threshold:0', '     ^', /no number above 0/, /threshold:2/],
  ['two thresholds', 'a ~b threshold:1 threshold:1', '                 ^', /already/, /Keep one/],
  ['a weight on what is needed', 'a^2', ' ^', /has no weight/, /~/],
  ['a weight of nothing', 'a AND ^2', '      ^', /belongs to nothing/, /behind a boost/],
  ['a weight that is none', 'a ~b^x', '    ^', /no number above 0/, /~tariff/],
  ['brackets without end', `${'('.repeat(21)}a${')'.repeat(21)}`, `${' '.repeat(20)}^`, /20 deep/, /Remove/],
];

describe('a mistake is pointed at, with its remedy:', () => {
  it.each(MISTAKES)('%s', (_what, query, caret, message, remedy) => {
    const error = mistakeIn(query);
    expect(error.message).toMatch(message);
    expect(error.remedy).toMatch(remedy);
    expect(error.at).toBe(caret.indexOf('^'));
  });

  it('an alias where no sets are defined', () => {
    expect(mistakeIn('@us', {}).remedy).toContain('write the names out');
  });

  it('the first of several terms', () => {
    expect(mistakeIn('@first AND NOT @second').at).toBe(0);
  });
});

it('NOT binds before AND, AND before OR', () => {
  expect(parsed('a AND NOT b OR c AND d')).toEqual(parsed('(a NOT (b)) OR (c AND d)'));
});

it('an alias stands for all its names', () => {
  expect(parsed('@zelensky')).toMatchObject({
    alias: 'zelensky',
    patterns: [
      { written: 'Zelensky', comparison: 'letters', words: [{ text: 'zelensky', prefix: false }] },
      { written: 'Zelenskyy', comparison: 'letters', words: [{ text: 'zelenskyy', prefix: false }] },
    ],
  });
});

it('a word of several parts is a phrase, and its star belongs to the last part', () => {
  expect(parsed('Zelensky-Put*')).toMatchObject({
    patterns: [
      {
        words: [
          { text: 'zelensky', prefix: false },
          { text: 'put', prefix: true },
        ],
      },
    ],
  });
});

it('an unknown outlet is a mistake where the outlets are known', () => {
  const sources = new Set(['tass', 'bbc', 'state-controlled']);
  expect(parseQuery('a NOT source:tas', {}, sources)).toMatchObject({ error: { at: 6, remedy: /source:tass/ } });
  expect(parseQuery('a NOT source:state-controlled', {}, sources).kind).toBe('parsed');
  expect(parseQuery('a NOT source:anyone', {}).kind).toBe('parsed');
});

it('any text is a query or a mistake inside it', () => {
  const piece = fc.constantFrom(
    'a',
    'b*',
    '*',
    '"',
    '(',
    ')',
    'AND',
    'OR',
    'NOT',
    '@putin',
    '@x',
    'and',
    ' ',
    '-',
    '…',
    '~',
    '+',
    '=',
    '^2',
    ';',
    ',',
    'NEAR(',
    'n-of(',
    '1',
    'title:',
    'lang:en',
    'source:',
    'since:',
    'until:2025-07-31',
    'threshold:1',
  );
  fc.assert(
    fc.property(fc.array(piece), fc.constantFrom('', ' '), (pieces, between) => {
      const text = pieces.join(between);
      const read = parseQuery(text, ALIASES);
      if (read.kind === 'parsed') return;
      expect(read.error.at).toBeGreaterThanOrEqual(0);
      expect(read.error.at).toBeLessThanOrEqual(Math.max(0, text.length - 1));
      expect(read.error.remedy).not.toBe('');
    }),
    runs(3000),
  );
});
