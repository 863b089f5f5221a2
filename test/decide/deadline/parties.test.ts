import { describe, expect, it } from 'vitest';
import { partiesOf } from '../../../src/decide/deadline/parties.ts';

describe('parties', () => {
  it.each([
    ['Trump gave Moscow ⟦n0⟧ to agree.', 'Trump', 'Moscow'],
    ['Donald Trump has set a ⟦a0⟧ deadline for Vladimir Putin.', 'Donald Trump', 'Vladimir Putin'],
    ['The deadline set by the White House is ⟦p0⟧.', 'the White House', null],
    ['Ankara’s deadline for Damascus ends ⟦p0⟧.', 'Ankara', 'Damascus'],
    ['Kyiv has until ⟦p0⟧ to answer.', null, 'Kyiv'],
    ['Brussels warned Budapest that it must act by ⟦p0⟧.', 'Brussels', 'Budapest'],
    ['Trump Sets ⟦p0⟧ Deadline for Russia', 'Trump', 'Russia'],
    ['Trump Gives Putin ⟦n0⟧ to Stop', 'Trump', 'Putin'],
    ['Russia given ⟦n0⟧ to end the war', null, null],
    ['Russia told to stop by ⟦p0⟧', null, null],
    ['He gave them until ⟦p0⟧.', null, null],
    ['The licence expires ⟦p0⟧.', null, null],
  ])('%s', (marked, issuer, target) => {
    expect(partiesOf(marked)).toEqual({ issuer, target });
  });
});
