import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TITLE_READER } from '../../src/decide/merge/sought.ts';
import { prepareRules, vocabularyOf } from '../../src/decide/rules.ts';
import type { Change } from '../../src/domain/change.ts';
import { type GuildId, id } from '../../src/domain/ids.ts';
import type { Store } from '../../src/domain/ports.ts';
import { openRulebook, type Rulebook } from '../../src/run/rulebook.ts';
import { openSqlite } from '../../src/store/sqlite.ts';
import { createStore } from '../../src/store/store.ts';
import { aStoryline, at } from '../fakes/nouns.ts';
import { fakeLog } from '../fakes/world.ts';

const because = 'a test says so';
const NOW = at('2025-07-14T16:05Z');
const SHIPPED = aStoryline({ query: '@ships AND strike', deadline: null });
const VOCABULARY = vocabularyOf({ ships: ['Ferry'] });

function slugsOf(rulebook: Rulebook, title: string): readonly string[] {
  const matches = rulebook.current().matcher.match({ title, lede: '' });
  return matches.map(({ storyline }) => storyline.slug);
}

describe('the rulebook', () => {
  let store: Store;
  const log = fakeLog();

  const commit = (...changes: readonly Change[]) => store.commit(changes, { at: NOW, actor: 'test' });

  const define = (slug: string, guild: GuildId, query: string): Change => {
    const storyline = aStoryline({ slug: id(slug), guild, query, deadline: null });
    return { kind: 'storyline.defined', storyline, because };
  };

  async function opened(): Promise<Rulebook> {
    const prepared = prepareRules([SHIPPED], VOCABULARY);
    if (prepared.kind === 'errors') throw new Error('the shipped storyline cannot be read');
    return openRulebook({ store, catalogue: prepared.rules, vocabulary: VOCABULARY, log });
  }

  beforeEach(() => {
    store = createStore(openSqlite(':memory:', NOW).engine, TITLE_READER);
  });
  afterEach(() => store.close());

  it('matches a storyline of a guild once it is defined and read', async () => {
    const rulebook = await opened();
    await commit(define('operas', id('7'), 'opera'));
    expect(slugsOf(rulebook, 'Opera opens')).toEqual([]);
    expect(await rulebook.reload()).toEqual([]);
    expect(slugsOf(rulebook, 'Opera opens')).toEqual(['operas']);
    expect(slugsOf(rulebook, 'Ferry strike')).toEqual(['ceasefire-deadline']);
  });

  it('reads storylines and sets of guilds when it opens', async () => {
    await commit(define('operas', id('7'), 'opera'));
    expect(slugsOf(await opened(), 'Opera opens')).toEqual(['operas']);
  });

  it('gives each guild its own alias sets, over the shipped ones', async () => {
    const ships = (guild: string, names: readonly string[]): Change => {
      return { kind: 'aliases.set', set: { guild: id(guild), name: 'ships', names }, because };
    };
    await commit(ships('7', ['Tanker']), define('tankers', id('7'), '@ships'), define('ferries', id('8'), '@ships'));
    const rulebook = await opened();
    expect(slugsOf(rulebook, 'Tanker strike')).toEqual(['tankers']);
    expect(slugsOf(rulebook, 'Ferry strike')).toEqual(['ceasefire-deadline', 'ferries']);
  });

  it('leaves out what cannot be read, says so, and goes on with everything else', async () => {
    await commit(define('operas', id('7'), 'opera'), define('broken', id('7'), '@nobody'));
    const rulebook = await opened();
    expect(slugsOf(rulebook, 'Opera opens')).toEqual(['operas']);
    expect(await rulebook.reload()).toMatchObject([{ storyline: 'broken', where: 'broken' }]);
    expect(log.lines.at(-1)).toMatch(/^warn: broken cannot be read and is left out: There is no alias set @nobody/);
  });

  it('compiles only what changed', async () => {
    await commit(define('operas', id('7'), 'opera'), define('choirs', id('7'), 'choir'));
    const rulebook = await opened();
    const queries = () => new Map(rulebook.current().tracked.map(({ storyline, query }) => [storyline.slug, query]));
    const before = queries();
    await commit(define('choirs', id('7'), 'choirs OR singers'));
    await rulebook.reload();
    const after = queries();
    expect(after.get(id('operas'))).toBe(before.get(id('operas')));
    expect(after.get(SHIPPED.slug)).toBe(before.get(SHIPPED.slug));
    expect(after.get(id('choirs'))).not.toBe(before.get(id('choirs')));
  });

  it('keeps the rules it has until they are read anew', async () => {
    const rulebook = await opened();
    const before = rulebook.current();
    expect(rulebook.current()).toBe(before);
    await commit(define('operas', id('7'), 'opera'));
    await rulebook.reload();
    expect(before.matcher.match({ title: 'Opera', lede: '' })).toEqual([]);
  });
});
