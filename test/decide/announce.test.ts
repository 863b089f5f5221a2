import { describe, expect, it } from 'vitest';
import { wantDevelopments } from '../../src/decide/announce.ts';
import { learn } from '../../src/decide/learn.ts';
import type { Change } from '../../src/domain/change.ts';
import { type Development, type Report, withReport } from '../../src/domain/development.ts';
import { type Facts, NO_FACTS } from '../../src/domain/facts.ts';
import { id } from '../../src/domain/ids.ts';
import type { Source } from '../../src/domain/outlet.ts';
import type { Follow, Gate } from '../../src/domain/storyline.ts';
import { MINUTE, plus } from '../../src/domain/time.ts';
import { aDevelopment, aFollow, aReport, aSource, at, press, TASS } from '../fakes/nouns.ts';

const NOW = at('2025-07-14T16:05Z');
const BBC = press('bbc', 'BBC News');
const DW = press('dw', 'DW');
const CNN = press('cnn', 'CNN');
const AP = press('ap', 'AP');
const RIA = aSource({ ...TASS, outlet: id('ria'), name: 'RIA', group: 'ria' });
const RT = aSource({ ...TASS, outlet: id('rt'), name: 'RT', group: 'rt' });
const OFAC = aSource({ outlet: id('ofac'), name: 'OFAC', label: 'official-legal', group: 'ofac' });
const DIGEST = aSource({ outlet: id('digest'), name: 'Digest', label: 'aggregator', group: 'digest' });

const SHOW: Gate = { post: 2, ping: 3, unconfirmed: 'show' };
const HOLD: Gate = { post: 2, ping: 3, unconfirmed: 'hold' };

const reportBy = (source: Source) => aReport({ source, item: id(`item-${source.outlet}`) });

/** What a message does: `post`, `edit` and `call` (the answer that notifies), with `!` where it pings. */
function said(changes: readonly Change[], known: ReadonlySet<string>): string {
  const words = changes.flatMap((change) => {
    if (change.kind !== 'message.wanted') return [];
    const isKnown = known.has(change.key);
    if (change.subject.kind === 'digest') return [isKnown ? 'digest+' : 'digest'];
    const verb = change.subject.kind === 'corroboration' ? 'call' : isKnown ? 'edit' : 'post';
    return [change.ping ? `${verb}!` : verb];
  });
  return words.join(' ') || '-';
}

/** What each of the reports makes visible, one after another. */
function told(sources: readonly Source[], follow: Follow): readonly string[] {
  const [first, ...rest] = sources;
  let facts = NO_FACTS;
  const tell = (before: ReturnType<typeof aDevelopment> | null, development: ReturnType<typeof aDevelopment>) => {
    const known = new Set<string>(facts.messages.map(({ key }) => key));
    const changes = wantDevelopments([{ before, development, score: 1, follows: [follow] }], facts, NOW);
    facts = learn(facts, changes, NOW);
    return said(changes, known);
  };
  let development = aDevelopment({ reports: first ? [reportBy(first)] : [] });
  const words = [tell(null, development)];
  for (const source of rest) {
    const after = withReport(development, { rev: development.rev + 1, report: reportBy(source) });
    words.push(tell(development, after));
    development = after;
  }
  return words;
}

describe('an outlet that is muted', () => {
  const muted = (gate: Gate, ...unheard: readonly Source[]) =>
    aFollow({ role: id('77'), gate, unheard: unheard.map(({ outlet }) => outlet) });

  it.each<[string, readonly Source[], Follow, readonly string[]]>([
    ['opens nothing; the next one does', [BBC, DW], muted(SHOW, BBC), ['-', 'post']],
    ['confirms nothing', [BBC, DW, CNN], muted(HOLD, BBC), ['-', '-', 'post']],
    ['calls nobody', [BBC, DW, CNN, AP], muted(SHOW, CNN), ['post', 'edit', 'edit', 'edit call!']],
    ['is not heard as the law', [OFAC, BBC], muted(HOLD, OFAC), ['-', '-']],
    ['leaves a state alone with its word', [RIA, BBC], muted({ ...SHOW, ping: 1 }, BBC), ['post', 'edit']],
    ['changes nothing for those who hear it', [BBC, DW, CNN], muted(SHOW), ['post', 'edit', 'edit call!']],
  ])('%s', (_, sources, follow, expected) => {
    expect(told(sources, follow)).toEqual(expected);
  });
});

describe('a follow that is paused', () => {
  const paused = aFollow({ pausedAt: at('2025-07-14T12:00Z'), role: id('77'), gate: { ...SHOW, ping: 2 } });

  it('is told of nothing new, and keeps what stands up to date without a call', () => {
    expect(told([BBC, DW, CNN], paused)).toEqual(['-', '-', '-']);
    const [opening] = wantDevelopments(
      [{ before: null, development: aDevelopment(), score: 1, follows: [{ ...paused, pausedAt: null }] }],
      NO_FACTS,
      NOW,
    );
    const facts = learn(NO_FACTS, opening ? [opening] : [], NOW);
    const before = aDevelopment();
    const development = withReport(before, { rev: 2, report: reportBy(DW) });
    const [edit, ...others] = wantDevelopments([{ before, development, score: 1, follows: [paused] }], facts, NOW);
    expect(edit).toMatchObject({ kind: 'message.wanted', rev: 2, opens: false });
    expect(others).toEqual([]);
  });

  it('does not keep another storyline of its channel from telling it', () => {
    const other = aFollow({ id: id('follow-2'), storyline: id('talks') });
    const loud = { before: null, development: aDevelopment(), score: 1, follows: [paused] };
    const quiet = { ...loud, development: aDevelopment({ id: id('development-2') }), score: 0.5, follows: [other] };
    const wanted = wantDevelopments([loud, quiet], NO_FACTS, NOW);
    expect(wanted).toMatchObject([{ kind: 'message.wanted', follow: 'follow-2' }]);
  });
});

describe('the gate of a follow', () => {
  it.each<[string, Gate, Source[], string[]]>([
    [
      'shows one outlet at once, and calls when a third says so',
      SHOW,
      [BBC, DW, CNN, AP],
      ['post', 'edit', 'edit call!', 'edit'],
    ],
    ['holds one outlet until another says so', HOLD, [BBC, DW, CNN], ['-', 'post', 'edit call!']],
    ['does not count an outlet twice', HOLD, [BBC, BBC, BBC], ['-', '-', '-']],
    ['takes the law at its word', HOLD, [OFAC, BBC], ['post!', 'edit']],
    ['calls when the law says so', SHOW, [BBC, OFAC, DW, CNN], ['post', 'edit call!', 'edit', 'edit']],
    ['never calls for states alone', SHOW, [TASS, RIA, RT, BBC], ['post', 'edit', 'edit', 'edit call!']],
    ['does not count aggregators', HOLD, [DIGEST, BBC, DW], ['-', '-', 'post']],
    ['calls at once where one is enough', { post: 1, ping: 1, unconfirmed: 'show' }, [BBC, DW], ['post!', 'edit']],
  ])('%s', (_, gate, sources, expected) => {
    expect(told(sources, aFollow({ gate, role: id('77') }))).toEqual(expected);
  });

  it('calls nobody where no role asked for it', () => {
    expect(told([BBC, DW, CNN], aFollow({ gate: SHOW, role: null }))).toEqual(['post', 'edit', 'edit']);
  });

  it('lets the storyline that is confirmed open the message where another is held', () => {
    const held = aFollow({ id: id('a'), gate: HOLD });
    const open = aFollow({ id: id('b'), gate: SHOW });
    const development = aDevelopment();
    const other = aDevelopment({ id: id('development-2') });
    const changes = wantDevelopments(
      [
        { before: null, development, score: 2, follows: [held] },
        { before: null, development: other, score: 1, follows: [open] },
      ],
      NO_FACTS,
      NOW,
    );
    expect(changes).toMatchObject([{ follow: 'b', subject: { id: 'development-2' } }]);
  });
});

describe('a channel that had as many messages as it wants', () => {
  const follow = aFollow({
    caps: { posts: 2, pings: 1 },
    gate: { post: 1, ping: 2, unconfirmed: 'show' },
    role: id('77'),
  });

  /** A desk that knows what it wanted; `tell('a', BBC)` reports of development `a`. */
  function aChannel() {
    let facts: Facts = NO_FACTS;
    let now = NOW;
    const developments = new Map<string, Development>();
    return {
      digests: () => facts.digests.map(({ entries }) => entries.join(' ')),
      wait: (minutes: number) => {
        now = plus(now, minutes * MINUTE);
      },
      tell(name: string, source: Source): string {
        const known = new Set<string>(facts.messages.map(({ key }) => key));
        const before = developments.get(name) ?? null;
        const report = { ...reportBy(source), item: id<Report['item']>(`${name}-${source.outlet}`) };
        const development = before
          ? withReport(before, { rev: before.rev + 1, report })
          : aDevelopment({ id: id(name), reports: [report] });
        developments.set(name, development);
        const changes = wantDevelopments([{ before, development, score: 1, follows: [follow] }], facts, now);
        facts = learn(facts, changes, now);
        return said(changes, known);
      },
    };
  }

  it('gets a digest of what is beyond, which grows while the burst lasts', () => {
    const channel = aChannel();
    expect(['a', 'b', 'c', 'd'].map((name) => channel.tell(name, BBC))).toEqual(['post', 'post', 'digest', 'digest+']);
    expect(channel.digests()).toEqual(['c d']);
  });

  it('gets messages again after an hour, and a digest of its own for the next burst', () => {
    const channel = aChannel();
    for (const name of ['a', 'b', 'c']) channel.tell(name, BBC);
    channel.wait(61);
    expect(['d', 'e', 'f'].map((name) => channel.tell(name, BBC))).toEqual(['post', 'post', 'digest']);
    expect(channel.digests()).toEqual(['c', 'f']);
  });

  it('keeps a development in its digest up to date, and calls for it as soon as enough stands behind it', () => {
    const channel = aChannel();
    for (const name of ['a', 'b', 'c']) channel.tell(name, TASS);
    expect(channel.tell('c', TASS)).toBe('digest+');
    expect(channel.tell('c', BBC)).toBe('post!');
    expect(channel.tell('c', CNN)).toBe('edit');
  });

  it('is called no more than it wants: the next call is a line in the digest', () => {
    const channel = aChannel();
    channel.tell('a', BBC);
    channel.tell('b', BBC);
    expect(channel.tell('a', CNN)).toBe('edit call!');
    expect(channel.tell('b', CNN)).toBe('edit digest');
    channel.wait(61);
    expect(channel.tell('b', DW)).toBe('edit');
  });
});
