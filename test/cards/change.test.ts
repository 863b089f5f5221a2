import { describe, expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import { words } from '../../src/cards/words.ts';
import { type Deadline, KILLED, RESTORED, type Version } from '../../src/domain/deadline.ts';
import { aDeadline, aStoryline, atMinute, aVersion, CEASEFIRE_VERSIONS, ceasefireDeadline } from '../fakes/nouns.ts';
import { linesOf } from './reading.ts';

const { set, broughtForward, fixed, passed, superseded } = CEASEFIRE_VERSIONS;
const NAME = 'Deadline for Russia, set by Donald Trump';

function alert(deadline: Deadline, version: Version, before: Version) {
  return drawCard({ kind: 'change', storyline: aStoryline(), deadline, version, before });
}

/** The alert as it is sent at once: the version is still the last word. */
function fresh(version: Version, before: Version) {
  return linesOf(alert(ceasefireDeadline(version.number), version, before));
}

describe('the alert of a change', () => {
  it('announces a new deadline', () => {
    expect(fresh(set, set)).toEqual([
      '### New deadline: 2 Sep 2025',
      NAME,
      'Tue 2 Sep 2025 (US Eastern day), no time given · your date: <t:1756828800:D>',
      '> “Trump gives Russia 50 days to agree to a ceasefire”',
      '-# [BBC News](https://www.bbc.com/news/articles/c1), press',
      '-# Ceasefire deadline',
      '[Open the source] https://www.bbc.com/news/articles/c1',
    ]);
  });

  it('shows where a date moved from and to', () => {
    expect(fresh(broughtForward, set)).toEqual([
      '### Brought forward: 2 Sep 2025 → 7–9 Aug 2025 (approx.)',
      NAME,
      '7–9 Aug 2025 (approx.), US Eastern days, no time given',
      '> “Russia now has 10 or 12 days from today, the president says in Scotland”',
      '-# [The Guardian](https://www.theguardian.com/world/2025/jul/28/a), press',
      '-# Ceasefire deadline',
      '[Open the source] https://www.theguardian.com/world/2025/jul/28/a',
    ]);
  });

  it('says what a range was fixed to', () => {
    expect(fresh(fixed, broughtForward)[0]).toBe('### Fixed: 7–9 Aug 2025 (approx.) → 8 Aug 2025');
  });

  it('is said in the language of its readers, whatever the change', () => {
    const inUkrainian = { language: 'uk', hasRole: false };
    const headline = (version: Version, before: Version) => {
      const deadline = ceasefireDeadline(version.number);
      const change = { kind: 'change', storyline: aStoryline(), deadline, version, before } as const;
      return linesOf(drawCard(change, inUkrainian))[0];
    };
    expect(headline(broughtForward, set)).toMatch(/^### Перенесено на раніше: /);
    expect(headline(fixed, broughtForward)).toMatch(/^### Уточнено: /);
  });

  it('says of a date gone by only that, without a source it does not have', () => {
    expect(fresh(passed, fixed)).toEqual([
      '### Date passed, outcome unknown: 8 Aug 2025',
      NAME,
      '-# By the calendar, not from a report',
      '-# Ceasefire deadline',
    ]);
  });

  it('says that moderators withdrew it, and cites no report for what none says', () => {
    const killed = aVersion({ ...fixed, number: 4, change: 'withdrawn', flags: [KILLED] });
    const restored = aVersion({ ...fixed, number: 5, change: 'corrected', flags: [RESTORED] });
    const deadline = { ...ceasefireDeadline(3), versions: [set, broughtForward, fixed, killed] as const };
    expect(linesOf(alert(deadline, killed, fixed))).toEqual([
      '### Withdrawn by the moderators, was due: 8 Aug 2025',
      NAME,
      '-# Ceasefire deadline',
    ]);
    expect(linesOf(alert(deadline, restored, killed))[0]).toBe('### Restored by the moderators: 8 Aug 2025');
  });

  it('tells what superseded a deadline', () => {
    expect(fresh(superseded, passed)).toEqual([
      '### Superseded, was due: 8 Aug 2025',
      NAME,
      '> “The Anchorage summit has overtaken the date he had set”',
      '-# [DW](https://www.dw.com/en/a-1), press',
      '-# Ceasefire deadline',
      '[Open the source] https://www.dw.com/en/a-1',
    ]);
  });

  it.each([
    ['withdrawn', 'Withdrawn, was due: 2 Sep 2025'],
    ['met', 'Met, was due: 2 Sep 2025'],
    ['lifted', 'Lifted, was due: 2 Sep 2025'],
    ['disputed', 'Disputed: 2 Sep 2025'],
  ] as const)('names a date once when it was %s', (change, headline) => {
    const version = aVersion({ number: 2, change });
    expect(linesOf(alert(aDeadline({ versions: [set, version] }), version, set))[0]).toBe(`### ${headline}`);
  });

  it('gives an extended instant in full', () => {
    const before = aVersion({ window: atMinute('2025-12-13T05:01Z', '2025-12-13') });
    const after = aVersion({ number: 2, change: 'extended', window: atMinute('2026-04-29T04:01Z', '2026-04-29') });
    expect(linesOf(alert(aDeadline({ versions: [before, after] }), after, before)).slice(0, 5)).toEqual([
      '### Extended: 13 Dec 2025 05:01 UTC → 29 Apr 2026 04:01 UTC',
      NAME,
      '<t:1777435260:F> (<t:1777435260:R>)',
      '29 Apr 2026 04:01 UTC · Wed 29 Apr 2026 00:01 US Eastern time',
      'Last full day before it: Tue 28 Apr 2026 (US Eastern)',
    ]);
  });

  it('admits that it is no longer the last word when it is read late', () => {
    expect(linesOf(alert(ceasefireDeadline(3), broughtForward, set))).toContain(
      'Changed again since then: Fixed: 8 Aug 2025',
    );
    expect(linesOf(alert(ceasefireDeadline(5), fixed, broughtForward))).toContain(
      'Changed again since then: Superseded',
    );
  });

  it('has words for every change, none of which claims that anything was enforced', () => {
    const sayings = [...Object.values(words.changes), ...Object.values(words.alerts), ...Object.values(words.rungs)];
    expect(sayings.filter((each) => /enforc|effect|in force/i.test(each))).toEqual([]);
    expect(JSON.stringify([words.deadline, words.rung])).not.toMatch(/enforc|took effect/i);
  });

  it('reads as one line for notifications', () => {
    expect(alert(ceasefireDeadline(2), broughtForward, set).summary).toBe(
      'Brought forward: 2 Sep 2025 → 7–9 Aug 2025 (approx.). Deadline for Russia, set by Donald Trump',
    );
  });
});
