import { describe, expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import type { Subject } from '../../src/domain/message.ts';
import {
  aConfirmation,
  aDeadline,
  aProposal,
  aStoryline,
  CEASEFIRE_VERSIONS,
  ceasefireDeadline,
  fromTo,
  press,
  TASS,
} from '../fakes/nouns.ts';
import { actsOf, linesOf, textOf } from './reading.ts';

type ProposalSubject = Extract<Subject, { kind: 'proposal' }>;

function card(change: Partial<ProposalSubject> = {}) {
  const deadline = ceasefireDeadline(2);
  const version = CEASEFIRE_VERSIONS.broughtForward;
  const subject = { storyline: aStoryline(), deadline, version, proposal: aProposal({ version: 2 }) };
  return drawCard({ kind: 'proposal', standing: ceasefireDeadline(1), ...subject, ...change });
}

describe('the card of a proposal', () => {
  it('has everything an answer needs, and says how to answer', () => {
    expect(linesOf(card())).toEqual([
      '### To confirm: Brought forward: 2 Sep 2025 → 7–9 Aug 2025 (approx.)',
      'Deadline for Russia, set by Donald Trump',
      '7–9 Aug 2025 (approx.), US Eastern days, no time given',
      '> “Russia now has 10 or 12 days from today, the president says in Scotland”',
      '-# [The Guardian](https://www.theguardian.com/world/2025/jul/28/a), press',
      '-# Said by 1 independent outlet: The Guardian',
      '-# The words leave room for another reading, so nobody but people should let it stand',
      '-# Ceasefire deadline',
      'What stands so far stays until it is confirmed: /deadline confirm proposal:1a2b3c or /deadline dismiss proposal:1a2b3c',
      '[Open the source] https://www.theguardian.com/world/2025/jul/28/a',
    ]);
  });

  it('is answered by its buttons while it waits, and by none after that', () => {
    expect(actsOf(card())).toEqual([
      '[Accept] /deadline confirm proposal:1a2b3c',
      '[Edit the date] /deadline confirm proposal:1a2b3c date?',
      '[Reject] /deadline dismiss proposal:1a2b3c',
    ]);
    expect(actsOf(card({ proposal: aProposal({ version: 2, state: 'accepted' }) }))).toEqual([]);
  });

  it('has no date to edit where it is an end that is proposed', () => {
    const version = { ...CEASEFIRE_VERSIONS.set, change: 'withdrawn' } as const;
    expect(actsOf(card({ version })).join()).not.toContain('date?');
  });

  it('says that a date is new where nothing stands yet', () => {
    const lines = linesOf(card({ standing: null }));
    expect(lines[0]).toBe('### To confirm: a new deadline, 7–9 Aug 2025 (approx.)');
    expect(lines.at(-2)).toMatch(/^Nothing counts down until it is confirmed: /);
  });

  it('says what days were counted from, because outlets count differently', () => {
    const version = { ...CEASEFIRE_VERSIONS.set, count: { from: 50, to: 50, unit: 'day' } as const };
    expect(textOf(card({ version }))).toContain('Counted from Mon 14 Jul 2025');
  });

  it('still says what it moved from once it stands itself', () => {
    const { set, broughtForward } = CEASEFIRE_VERSIONS;
    const stands = (of: number) => ({ of, by: 'moderators' }) as const;
    const standing = aDeadline({
      versions: [
        { ...set, admission: stands(1) },
        { ...broughtForward, admission: stands(2) },
      ],
    });
    const [headline] = linesOf(card({ standing, proposal: aProposal({ version: 2, state: 'accepted' }) }));
    expect(headline).toBe('### Confirmed: Brought forward: 2 Sep 2025 → 7–9 Aug 2025 (approx.)');
  });

  it('counts those who say the same', () => {
    const said = [aConfirmation(2, press('bbc', 'BBC News')), aConfirmation(2, TASS)];
    const deadline = { ...ceasefireDeadline(2), confirmations: said };
    expect(textOf(card({ deadline }))).toContain('Said by 3 independent outlets: The Guardian, BBC News, TASS');
  });

  it('shows who makes another day of it, and counts them out', () => {
    const disputed = { ...aConfirmation(2, press('bbc', 'BBC News')), otherwise: fromTo('2025-08-05', '2025-08-07') };
    const text = textOf(card({ deadline: { ...ceasefireDeadline(2), confirmations: [disputed] } }));
    expect(text).toContain('Said by 1 independent outlet: The Guardian');
    expect(text).toContain(
      'Disputed by [BBC News](https://www.bbc.com/news/articles/c1), press: 5–7 Aug 2025 (approx.)',
    );
  });

  it.each([
    ['accepted', '300000000000000001', '**Confirmed by <@300000000000000001>**'],
    ['dismissed', '300000000000000001', '**Dismissed by <@300000000000000001>**'],
    ['accepted', 'a colleague', '**Confirmed by a colleague**'],
    ['admitted', null, '**No answer is needed any more: an official text or enough independent outlets say so**'],
    ['overtaken', null, '**No answer is needed any more: events went on**'],
  ] as const)('%s by %s no longer asks', (state, answeredBy, line) => {
    const lines = linesOf(card({ proposal: aProposal({ state, answeredBy }) }));
    expect(lines).toContain(line);
    expect(lines.join()).not.toContain('To confirm');
    expect(lines.join()).not.toContain('/deadline confirm');
  });
});
