import { describe, expect, it } from 'vitest';
import { bugCard, deadlineListCard, inListOrder, refusalCard, storylineListCard } from '../../src/cards/lists.ts';
import { type ChannelId, id } from '../../src/domain/ids.ts';
import {
  aDeadline,
  aFollowedStoryline,
  aStoryline,
  at,
  atMinute,
  aVersion,
  ceasefireDeadline,
  fromTo,
  onDay,
} from '../fakes/nouns.ts';
import { linesOf, measured } from './reading.ts';

const NOW = at('2025-08-06T12:00Z');

describe('the list of deadlines', () => {
  it('shows what comes up, soonest first, each in the words its precision allows', () => {
    const india = aDeadline({
      issuer: 'United States',
      target: 'India',
      storyline: id('secondary-sanctions'),
      versions: [aVersion({ window: atMinute('2025-08-27T04:01Z', '2025-08-27') })],
    });
    expect(linesOf(deadlineListCard([india, ceasefireDeadline(3)], NOW))).toEqual([
      '### Deadlines coming up',
      '**Deadline for Russia, set by Donald Trump**',
      'Pending · Fri 8 Aug 2025 (US Eastern day), no time given · your date: <t:1754668800:D> · in 2 days',
      '-# Number 1 · Storyline: ceasefire-deadline',
      '**Deadline for India, set by United States**',
      'Pending · <t:1756267260:F> (<t:1756267260:R>)',
      '27 Aug 2025 04:01 UTC · Wed 27 Aug 2025 00:01 US Eastern time',
      '-# Number 2 · Storyline: secondary-sanctions',
    ]);
  });

  it.each([
    ['2025-08-08T12:00Z', ' · today'],
    ['2025-08-08T03:00Z', ' · tomorrow'],
    ['2025-08-07T12:00Z', ' · tomorrow'],
    ['2025-08-09T12:00Z', 'your date: <t:1754668800:D>'],
  ])('at %s counts days as its issuer does', (now, ending) => {
    const deadline = aDeadline({ versions: [aVersion({ window: onDay('2025-08-08') })] });
    const entry = linesOf(deadlineListCard([deadline], at(now)))[2] ?? '';
    expect(entry.endsWith(ending)).toBe(true);
  });

  it('counts no days to a range', () => {
    const deadline = aDeadline({ versions: [aVersion({ window: fromTo('2025-08-07', '2025-08-09') })] });
    expect(linesOf(deadlineListCard([deadline], NOW))[2]).toBe(
      'Pending · 7–9 Aug 2025 (approx.), US Eastern days, no time given',
    );
  });

  it('shows what ended for two weeks and then forgets it', () => {
    expect(linesOf(deadlineListCard([ceasefireDeadline(5)], at('2025-08-20T12:00Z')))).toEqual([
      '### Passed or ended in the last 14 days',
      '**Deadline for Russia, set by Donald Trump**',
      'Superseded · ~~8 Aug 2025~~',
      '-# Number 1 · Storyline: ceasefire-deadline',
    ]);
    expect(linesOf(deadlineListCard([ceasefireDeadline(5)], at('2025-09-20T12:00Z')))[1]).toContain('No deadline');
  });

  it('numbers them in their order, whatever order they come in', () => {
    const later = aDeadline({ id: id('later'), versions: [aVersion({ window: onDay('2025-09-30') })] });
    const ordered = inListOrder([ceasefireDeadline(5), later, ceasefireDeadline(3)]);
    expect(ordered.map(({ rev, id: name }) => `${name}/${rev}`)).toEqual(['deadline-1/3', 'later/1', 'deadline-1/5']);
    const lines = linesOf(deadlineListCard([ceasefireDeadline(5), later], at('2025-08-20T12:00Z')));
    expect(lines.filter((each) => each.startsWith('-# Number'))).toEqual([
      '-# Number 1 · Storyline: ceasefire-deadline',
      '-# Number 2 · Storyline: ceasefire-deadline',
    ]);
  });

  it('says what to do when there is none', () => {
    expect(linesOf(deadlineListCard([], NOW))).toEqual([
      '### Deadlines followed here',
      'No deadline is tracked here at the moment. One appears once an official text, enough independent outlets or this server’s moderators let a date stand; `/story list` shows what this server follows.',
    ]);
  });

  it('counts the ones there is no room for, the farthest away', () => {
    const deadlines = Array.from({ length: 90 }, (_, index) =>
      aDeadline({ target: `Party ${index}`, versions: [aVersion({ window: onDay(`20${10 + index}-01-01`) })] }),
    );
    const card = deadlineListCard([...deadlines].reverse(), NOW);
    const lines = linesOf(card);
    const shown = lines.filter((each) => each.startsWith('**'));
    expect(shown[0]).toContain('Party 0');
    expect(lines.at(-1)).toBe(`-# and ${90 - shown.length} more`);
    expect(shown.length).toBeGreaterThan(20);
    expect(measured(card).characters).toBeLessThanOrEqual(4_000);
  });
});

describe('the list of storylines', () => {
  it('shows the followed ones first and where', () => {
    const talks = aStoryline({
      slug: id('istanbul-talks'),
      title: 'Istanbul talks',
      summary: 'Rounds of direct talks.',
    });
    const followed = [
      aFollowedStoryline({ storyline: talks, channels: [] }),
      aFollowedStoryline({ channels: [id('200'), id('preview')] }),
    ];
    expect(linesOf(storylineListCard(followed))).toEqual([
      '### Storylines',
      '**Ceasefire deadline**',
      'Dates by which Russia is asked to agree to a ceasefire in Ukraine.',
      '-# Followed in <#200>, #preview',
      '**Istanbul talks**',
      'Rounds of direct talks.',
      '-# Not followed here',
    ]);
  });

  it('counts channels beyond the fifth', () => {
    const channels = Array.from({ length: 8 }, (_, index) => id<ChannelId>(String(index)));
    expect(linesOf(storylineListCard([aFollowedStoryline({ channels })])).at(-1)).toBe(
      '-# Followed in <#0>, <#1>, <#2>, <#3>, <#4>, and 3 more',
    );
  });

  it('says what to do when there is none', () => {
    expect(linesOf(storylineListCard([]))[1]).toContain('Ask whoever runs this bot');
  });
});

describe('answers to what did not work', () => {
  it('show a refusal in its own words, whatever the person typed', () => {
    expect(linesOf(refusalCard('No storyline "@everyone". Try /story list.'))).toEqual([
      '### That did not work',
      'No storyline "@\u200Beveryone". Try /story list.',
    ]);
  });

  it('show a bug by its reference alone', () => {
    expect(linesOf(bugCard('ab12cd34'))).toEqual([
      '### Something went wrong on our side',
      'Nothing you did wrong; please try again. If it keeps happening, tell whoever runs this bot the reference ab12cd34.',
    ]);
  });
});
