import { expect, it } from 'vitest';
import { compileQuery } from '../../../src/decide/match/compile.ts';

it('a compiled query lists what must be found and what must not', () => {
  expect(compileQuery('(talk* OR "prisoner swap") AND Istanbul AND NOT (e3 OR tehran)', {})).toMatchObject({
    kind: 'compiled',
    query: {
      written: '(talk* OR "prisoner swap") AND Istanbul NOT (e3 OR tehran)',
      groups: [{ written: 'talk* OR "prisoner swap"' }, { written: 'Istanbul' }],
      stops: ['e3', 'tehran'],
    },
  });
});

it('a query without AND is one group', () => {
  expect(compileQuery('(a AND b) OR c', {})).toMatchObject({
    query: { groups: [{ written: '(a AND b) OR c' }], stops: [] },
  });
});

it('a mistake is a value that points at its character', () => {
  expect(compileQuery('Istanbul AND @kiyv', { kyiv: ['Kyiv', 'Kiev'] })).toEqual({
    kind: 'error',
    error: { message: 'There is no alias set @kiyv.', at: 13, remedy: 'Did you mean @kyiv?' },
  });
});
