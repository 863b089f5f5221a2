import { describe, expect, it } from 'vitest';
import { type CompiledQuery, compileQuery } from '../../../src/decide/match/compile.ts';
import { judge, mentions } from '../../../src/decide/match/judge.ts';
import type { Aliases } from '../../../src/domain/storyline.ts';

const ALIASES: Aliases = {
  istanbul: ['Istanbul', 'Çırağan Palace'],
  ukraine: ['Ukrain*', 'Kyiv', 'Umerov'],
};

function compiled(text: string): CompiledQuery {
  const result = compileQuery(text, ALIASES);
  if (result.kind === 'error') throw new Error(result.error.message);
  return result.query;
}

const TALKS = compiled('@istanbul AND @ukraine AND (talk* OR "prisoner swap") NOT (e3 OR "nuclear deal" OR iran*)');

describe('an item belongs to a query', () => {
  it.each([
    ['when every group is in its title', 'Kyiv sends Umerov to Istanbul talks', '', true],
    ['when title and lede complete each other', 'Umerov leads team', 'Talks open at the Ciragan Palace.', true],
    ['unless a group is missing', 'Istanbul hosts talks', 'The delegations arrive on Friday.', false],
    ['unless a NOT-term is in its title', 'E3 and Iran hold Istanbul talks', 'Kyiv watches.', false],
    ['unless a NOT-term is in its lede', 'Istanbul talks: Kyiv waits', 'A nuclear deal is on the same table.', false],
    ['unless a phrase only forms across title and lede', 'Kyiv in Istanbul over a prisoner', 'Swap lists ready', false],
    ['unless it is empty', '', '', false],
  ])('%s', (_what, title, lede, matched) => {
    expect(judge(TALKS, { title, lede }).matched).toBe(matched);
  });

  it.each([
    ['a b', true],
    ['a b c', true],
    ['a c', false],
    ['d', true],
    ['d c', true],
    ['a b x', false],
    ['a b x y', true],
  ])('also by nested groups: %s', (title, matched) => {
    expect(judge(compiled('((a AND b) OR (d NOT e)) NOT (x NOT y)'), { title, lede: '' }).matched).toBe(matched);
  });
});

describe('the score', () => {
  it.each([
    ['is 1 for a title that says everything', 'Istanbul talks: Kyiv agrees', '', 1],
    ['is a half for a lede that says everything', 'Round three', 'Kyiv and Moscow hold talks in Istanbul.', 0.5],
    ['counts a group in title and lede once', 'Istanbul talks: Kyiv agrees', 'Talks in Istanbul, says Kyiv.', 1],
    ['lies between for a title that says a part', 'Talks resume', 'Kyiv and Moscow meet in Istanbul.', 2 / 3],
    ['is halved without a match', 'Istanbul talks', '', 1 / 3],
    ['is at most a half for a stopped item', 'Istanbul talks of Kyiv and E3', '', 0.5],
    ['is 0 for nothing', 'Markets rally', '', 0],
  ])('%s', (_what, title, lede, score) => {
    expect(judge(TALKS, { title, lede }).score).toBeCloseTo(score, 10);
  });
});

describe('an explanation', () => {
  it('names group, term, field, place, words and alias of every term found', () => {
    const { why } = judge(TALKS, { title: 'Kyiv’s team at Çırağan Palace', lede: 'U.S. envoys watch the talks.' });
    expect(why.hits).toEqual([
      {
        group: '@istanbul',
        term: 'Çırağan Palace',
        field: 'title',
        start: 15,
        end: 29,
        text: 'Çırağan Palace',
        alias: 'istanbul',
      },
      { group: '@ukraine', term: 'Kyiv', field: 'title', start: 0, end: 4, text: 'Kyiv', alias: 'ukraine' },
      {
        group: 'talk* OR "prisoner swap"',
        term: 'talk*',
        field: 'lede',
        start: 22,
        end: 27,
        text: 'talks',
        alias: null,
      },
    ]);
  });

  it('shows a term once for each field, at its first place', () => {
    const { why } = judge(compiled('talk*'), { title: 'Talks on talks', lede: 'No talking' });
    expect(why.hits.map(({ field, text }) => `${field}: ${text}`)).toEqual(['title: Talks', 'lede: talking']);
  });

  it('names the groups that are missing as written', () => {
    expect(judge(TALKS, { title: 'Kyiv waits', lede: '' }).why.missing).toEqual([
      '@istanbul',
      'talk* OR "prisoner swap"',
    ]);
    expect(judge(TALKS, { title: 'Istanbul talks: Kyiv agrees', lede: '' }).why.missing).toEqual([]);
  });

  it('names the NOT-terms found, with their place', () => {
    const { why } = judge(TALKS, { title: 'Istanbul talks: Kyiv', lede: 'Iranian and E3 teams too' });
    expect(why.blockedBy.map(({ term, field, text }) => [term, field, text])).toEqual([
      ['e3', 'lede', 'E3'],
      ['iran*', 'lede', 'Iranian'],
    ]);
  });

  it('names the NOT-term that stopped an alternative', () => {
    const { why } = judge(compiled('(a NOT b) OR c'), { title: 'a b', lede: '' });
    expect(why.blockedBy.map((hit) => hit.term)).toEqual(['b']);
  });

  it('blames no NOT-term for a match that came another way', () => {
    const judgement = judge(compiled('(a NOT b) OR c'), { title: 'a b c', lede: '' });
    expect(judgement).toMatchObject({ matched: true, why: { blockedBy: [], wouldStop: [] } });
  });

  it('does not blame half of a NOT-group', () => {
    expect(judge(compiled('a NOT (b AND c)'), { title: 'a b', lede: '' })).toMatchObject({
      matched: true,
      why: { blockedBy: [] },
    });
  });

  it('names the NOT-terms that would stop a match, as written', () => {
    const { why } = judge(compiled('a NOT (b OR "c d") NOT @istanbul NOT (e AND f)'), { title: 'a', lede: '' });
    expect(why.wouldStop).toEqual(['b', '"c d"', '@istanbul', 'e AND f']);
  });
});

describe('a body', () => {
  it('mentions a storyline when it holds every group', () => {
    const hits = mentions(TALKS, 'Elsewhere, Umerov flew to Istanbul for talks.');
    expect(hits.map(({ field, text }) => `${field}: ${text}`)).toEqual([
      'body: Istanbul',
      'body: Umerov',
      'body: talks',
    ]);
  });

  it('mentions nothing when a group is missing', () => {
    expect(mentions(TALKS, 'Elsewhere, Umerov flew to Ankara for talks.')).toEqual([]);
  });

  it('may speak of anything else beside it', () => {
    expect(mentions(TALKS, 'Umerov flew to Istanbul for talks; so did Iran and the E3.')).toHaveLength(3);
  });
});
