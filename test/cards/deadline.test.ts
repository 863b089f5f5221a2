import { describe, expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import type { Card } from '../../src/domain/card.ts';
import { type Deadline, KILLED, RECONFIRMED, RESTORED } from '../../src/domain/deadline.ts';
import { UTC } from '../../src/domain/time.ts';
import {
  aConfirmation,
  aDeadline,
  anEvidence,
  aSource,
  aStoryline,
  atMinute,
  aVersion,
  CEASEFIRE_VERSIONS,
  ceasefireDeadline,
  fromTo,
  onDay,
  press,
} from '../fakes/nouns.ts';
import { linesOf, textOf } from './reading.ts';

const drawn = (deadline: Deadline): Card => drawCard({ kind: 'deadline', storyline: aStoryline(), deadline });

const SET_QUOTE =
  '-# “Trump gives Russia 50 days to agree to a ceasefire” · [BBC News](https://www.bbc.com/news/articles/c1), press';
const MOVED_QUOTE =
  '-# “Russia now has 10 or 12 days from today, the president says in Scotland” · [The Guardian](https://www.theguardian.com/world/2025/jul/28/a), press';
const FIXED_QUOTE =
  '-# “It is ten days from today, he tells reporters on the plane” · [Kyiv Independent](https://kyivindependent.com/a), press';
const NOTES = ['-# Known from news reports only', '-# Time zone: US Eastern, where the deadline was set (not stated)'];
const HEADING = ['### Deadline for Russia, set by Donald Trump', '-# Ceasefire deadline'];

describe('the live card of a deadline', () => {
  it('opens with where it stands and when it falls', () => {
    expect(linesOf(drawn(ceasefireDeadline(1)))).toEqual([
      ...HEADING,
      '**Status:** Pending',
      '**When:** Tue 2 Sep 2025 (US Eastern day), no time given · your date: <t:1756828800:D>',
      ...NOTES,
      '---',
      '**History**',
      '**Set:** 2 Sep 2025 · reported <t:1752508800:D>',
      SET_QUOTE,
      '[Open the source] https://www.bbc.com/news/articles/c1',
    ]);
  });

  it('tells the whole chain, dates that no longer hold struck through', () => {
    expect(linesOf(drawn(ceasefireDeadline(3)))).toEqual([
      ...HEADING,
      '**Status:** Pending',
      '**When:** Fri 8 Aug 2025 (US Eastern day), no time given · your date: <t:1754668800:D>',
      ...NOTES,
      '---',
      '**History**',
      '**Set:** ~~2 Sep 2025~~ · reported <t:1752508800:D>',
      SET_QUOTE,
      '**Brought forward:** ~~7–9 Aug 2025 (approx.)~~ · reported <t:1753711200:D>',
      MOVED_QUOTE,
      '**Fixed:** 8 Aug 2025 · reported <t:1753819200:D>',
      FIXED_QUOTE,
      '[Open the source] https://kyivindependent.com/a',
    ]);
  });

  it('says of a date gone by that its outcome is unknown', () => {
    const lines = linesOf(drawn(ceasefireDeadline(4)));
    expect(lines).toContain('**Status:** The date has passed; outcome unknown');
    expect(lines.slice(-5)).toEqual([
      '**Fixed:** 8 Aug 2025 · reported <t:1753819200:D>',
      FIXED_QUOTE,
      '**Passed, outcome unknown** · <t:1754712000:D>',
      '-# By the calendar, not from a report',
      '[Open the source] https://kyivindependent.com/a',
    ]);
  });

  it('strikes the date of a superseded deadline and drops what only mattered while it held', () => {
    expect(linesOf(drawn(ceasefireDeadline(5)))).toEqual([
      ...HEADING,
      '**Status:** Superseded',
      '**When:** ~~8 Aug 2025~~',
      '---',
      '**History**',
      '**Set:** ~~2 Sep 2025~~ · reported <t:1752508800:D>',
      SET_QUOTE,
      '**Brought forward:** ~~7–9 Aug 2025 (approx.)~~ · reported <t:1753711200:D>',
      MOVED_QUOTE,
      '**Fixed:** ~~8 Aug 2025~~ · reported <t:1753819200:D>',
      FIXED_QUOTE,
      '**Passed, outcome unknown** · <t:1754712000:D>',
      '-# By the calendar, not from a report',
      '**Superseded** · reported <t:1755331200:D>',
      '-# “The Anchorage summit has overtaken the date he had set” · [DW](https://www.dw.com/en/a-1), press',
      '[Open the source] https://www.dw.com/en/a-1',
    ]);
  });

  it('keeps the date of a deadline that was met', () => {
    const met = aVersion({ number: 2, change: 'met' });
    const text = textOf(drawn(aDeadline({ versions: [aVersion(), met] })));
    expect(text).toContain('**Status:** Met');
    expect(text).not.toContain('~~');
  });

  it('does not call UTC the place where a deadline was set', () => {
    const deadline = aDeadline({ versions: [aVersion({ window: { ...onDay('2025-08-31'), zone: UTC } })] });
    expect(linesOf(drawn(deadline))).toContain('-# Time zone: UTC, assumed (not stated)');
  });

  it('shows an instant in the reader’s zone, in UTC and where it was set, with the last full day', () => {
    const window = atMinute('2025-08-27T04:01Z', '2025-08-27');
    const version = aVersion({ window, bindingness: 'legal', flags: ['zone_name_mismatch'] });
    expect(linesOf(drawn(aDeadline({ versions: [version] }))).slice(2, 9)).toEqual([
      '**Status:** Pending',
      '**When:** <t:1756267260:F> (<t:1756267260:R>)',
      '27 Aug 2025 04:01 UTC · Wed 27 Aug 2025 00:01 US Eastern time',
      'Last full day before it: Tue 26 Aug 2025 (US Eastern)',
      '-# Binding in law',
      '-# Time zone: US Eastern, as stated',
      '-# Note\\: The text names a time zone that does not fit the date; the clock time where the deadline was set counts',
    ]);
  });

  it('never counts down to anything that is no instant', () => {
    for (const length of [1, 2, 3, 4, 5]) expect(textOf(drawn(ceasefireDeadline(length)))).not.toContain(':R>');
  });

  it('shows who disputes the date, and keeps it', () => {
    const disputed = {
      ...aConfirmation(2, press('independent', 'The Independent')),
      otherwise: fromTo('2025-08-05', '2025-08-07'),
    };
    const lines = textOf(drawn({ ...ceasefireDeadline(2), confirmations: [disputed] }));
    expect(lines).toContain('**Status:** Pending, but disputed by 1 independent source');
    expect(lines).toContain('**When:** 7–9 Aug 2025 (approx.)');
    expect(lines).toContain(
      'Disputed by [The Independent](https://www.bbc.com/news/articles/c1), press: 5–7 Aug 2025 (approx.)',
    );
    expect(lines).not.toContain('confirmed by');
  });

  it('counts confirmations by independent group, the version’s own publisher and aggregators left out', () => {
    const confirmations = [
      press('dw', 'DW'),
      press('npr', 'NPR'),
      { ...press('npr-local', 'NPR Local'), group: 'npr' },
      aSource({ name: 'BBC Two' }),
      { ...press('collector', 'Collector'), label: 'aggregator' as const },
    ].map((source) => aConfirmation(1, source));
    expect(textOf(drawn(aDeadline({ confirmations })))).toContain(', press · confirmed by 2 more independent outlets');
  });

  it('says who disputes a date and leaves the date as it is', () => {
    const disputed = aVersion({
      number: 3,
      change: 'disputed',
      window: CEASEFIRE_VERSIONS.broughtForward.window,
      evidence: anEvidence({ source: press('independent', 'The Independent') }),
    });
    const { set, broughtForward } = CEASEFIRE_VERSIONS;
    const text = textOf(drawn(aDeadline({ versions: [set, broughtForward, disputed] })));
    expect(text).toContain('**Status:** Pending, but disputed by 1 independent source');
    expect(text).toContain('**Brought forward:** 7–9 Aug 2025 (approx.) ·');
  });

  it('tells what moderators did to its date as theirs, not as reported', () => {
    const killed = aVersion({ number: 2, change: 'withdrawn', flags: [KILLED] });
    const restored = aVersion({ number: 3, change: 'corrected', flags: [RESTORED] });
    const over = linesOf(drawn(aDeadline({ versions: [aVersion(), killed] })));
    expect(over).toContain('**Status:** Withdrawn by the moderators');
    expect(over.at(-2)).toBe('**Withdrawn by the moderators** · <t:1752508800:D>');
    const again = linesOf(drawn(aDeadline({ versions: [aVersion(), killed, restored] })));
    expect(again).toContain('**Restored by the moderators** · <t:1752508800:D>');
    expect(again).toContain('-# Note\\: The moderators of this server had withdrawn it, and took that back');
    const reconfirmed = aVersion({ number: 3, change: 'corrected', flags: [RECONFIRMED] });
    expect(linesOf(drawn(aDeadline({ versions: [aVersion(), killed, reconfirmed] })))).toContain(
      '**Stands again: others report it** · reported <t:1752508800:D>',
    );
  });

  it('shortens the oldest entries first when a chain grows too long, and says so', () => {
    const later = Array.from({ length: 40 }, (_, index) =>
      aVersion({
        number: index + 2,
        change: 'extended',
        window: atMinute(`2026-01-${String((index % 28) + 1).padStart(2, '0')}T05:01Z`, '2026-01-01'),
      }),
    );
    const lines = linesOf(drawn(aDeadline({ versions: [aVersion(), ...later] })));
    expect(lines.find((each) => each.startsWith('**Set:'))).toBeDefined();
    expect(lines.filter((each) => each.startsWith('**Extended:'))).toHaveLength(40);
    expect(lines.at(-3)).toContain('-# “');
    expect(lines.at(-2)).toBe('-# Older entries are shortened here');
  });
});
