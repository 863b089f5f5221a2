import { describe, expect, it } from 'vitest';
import { loadConfig } from '../../../src/config.ts';
import { commonnessIn } from '../../../src/decide/match/commonness.ts';
import { compileQuery } from '../../../src/decide/match/compile.ts';
import { withProfiles } from '../../../src/decide/match/profiled.ts';
import { compileStorylines, type Matcher } from '../../../src/decide/match/storylines.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Explanation } from '../../../src/domain/match.ts';
import type { Profile } from '../../../src/domain/storyline.ts';
import { aStoryline } from '../../fakes/nouns.ts';

const commonness = commonnessIn(loadConfig({ env: {} }).background);

const NAMES = { aliases: {}, sources: null };

const FERRIES: Profile = {
  seeds: [
    { title: 'Ferries across the strait stop as crews walk out', lede: 'Harbour pilots joined the strike at noon.' },
    { title: 'Strike keeps ferries in the harbour for a third day', lede: 'Passengers wait for crews to return.' },
  ],
  joinAt: 0.3,
  boostAt: 0.15,
};

function matcher(query: string, profile: Profile | null): Matcher {
  const storyline = aStoryline({ query, profile, deadline: null });
  const queries = compileStorylines([storyline], () => NAMES, commonness);
  if (queries.kind === 'error') throw new Error(query);
  return withProfiles(queries.matcher, queries.tracked, commonness);
}

interface Found {
  readonly score: number;
  readonly why: Explanation;
}

function found(query: string, profile: Profile | null, title: string, lede = ''): Found | null {
  return matcher(query, profile).match({ title, lede })[0]?.judgement ?? null;
}

const MISSED = 'Harbour crews of the strait ferries vote to go on with their strike';

describe('an item that reads like the seeds', () => {
  it('joins although the query misses it, and says what is missing and what they share', () => {
    const one = found('"ferry strike"', FERRIES, MISSED);
    expect(one).toMatchObject({ score: 0.5, why: { missing: ['"ferry strike"'], likeness: { effect: 'joined' } } });
    expect(one?.why.likeness?.similarity).toBeGreaterThan(0.3);
    expect(one?.why.likeness?.shared).toEqual(expect.arrayContaining(['ferri', 'strait', 'crew', 'strike']));
  });

  it('does not join where the query alone decides', () => {
    expect(found('"ferry strike"', { ...FERRIES, joinAt: null }, MISSED)).toBeNull();
    expect(found('"ferry strike"', null, MISSED)).toBeNull();
  });

  it.each([
    ['a NOT-term of the query stops it', '"ferry strike" NOT vote', MISSED],
    ['another outlet is asked for', '"ferry strike" AND source:bbc', MISSED],
    ['another language is asked for', '"ferry strike" AND lang:de', MISSED],
    ['it shares too little', '"ferry strike"', 'Ferries get a new harbour near the opera house'],
    ['it shares only small words', '"ferry strike"', 'The crew of the ship that is in the news at noon'],
  ])('does not join when %s', (_what, query, title) => {
    expect(found(query, FERRIES, title)).toBeNull();
  });

  it('scores higher when the query finds it too', () => {
    const alone = found('ferries AND strike', null, 'Strike', MISSED);
    const beside = found('ferries AND strike', FERRIES, 'Strike', MISSED);
    expect(beside?.why.likeness?.effect).toBe('boosted');
    expect(beside?.score ?? 0).toBeGreaterThan(alone?.score ?? 1);
    expect(beside?.score).toBeLessThanOrEqual(1);
  });
});

it('an item of the query that reads otherwise keeps its score and says how unlike it is', () => {
  const one = found('opera', FERRIES, 'Opera singers rehearse', 'A festival begins as winter ends.');
  expect(one).toMatchObject({ score: 1, why: { likeness: { effect: 'none' } } });
  expect(one?.why.likeness?.similarity).toBeLessThan(0.15);
});

it('storylines without a profile are matched as before, in the same order', () => {
  const plain = aStoryline({ slug: id('plain'), query: 'ferries', profile: null, deadline: null });
  const profiled = aStoryline({ query: '"ferry strike"', profile: FERRIES, deadline: null });
  const compiled = compileStorylines([plain, profiled], () => NAMES, commonness);
  if (compiled.kind === 'error') throw new Error('no query');
  const tracked = [plain, profiled].flatMap((storyline) => {
    const query = compileQuery(storyline.query, {});
    return query.kind === 'compiled' ? [{ storyline, query: query.query, names: NAMES }] : [];
  });
  const matches = withProfiles(compiled.matcher, tracked, commonness).match({ title: MISSED, lede: '' });
  expect(matches.map(({ storyline }) => storyline.slug)).toEqual(['plain', 'ceasefire-deadline']);
});
