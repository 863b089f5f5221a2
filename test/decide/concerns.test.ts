import { describe, expect, it } from 'vitest';
import { concernsOf } from '../../src/decide/concerns.ts';
import { readDeadlines } from '../../src/decide/deadline/read.ts';
import { prepareRules, vocabularyOf } from '../../src/decide/rules.ts';
import type { Storyline } from '../../src/domain/storyline.ts';
import { anItem, aStoryline, at, NEW_YORK } from '../fakes/nouns.ts';

const storyline: Storyline = {
  ...aStoryline(),
  query: 'deadline* OR day*',
  deadline: {
    issuer: { name: 'Donald Trump', query: 'Trump OR Washington' },
    target: { name: 'Russia', query: '(Russia* OR Putin OR Moscow) NOT India*' },
    zone: NEW_YORK,
  },
};
const prepared = prepareRules([storyline], vocabularyOf({}));
if (prepared.kind === 'errors') throw new Error(JSON.stringify(prepared.errors));
const { rules } = prepared;

/** Whether the words about a deadline in a text concern Trump's deadline for Russia. */
function isConcerned(title: string, lede = ''): boolean {
  const context = { published: at('2025-07-22T10:00Z'), outletZone: NEW_YORK, issuerZone: NEW_YORK, official: false };
  const { deadlines, mentions } = readDeadlines(`${title}\n${lede}`, context);
  const [said] = [...deadlines, ...mentions];
  if (!said) throw new Error(`no words about a deadline in: ${title}`);
  return concernsOf(rules, storyline, anItem({ title, lede })).namesParties(said);
}

describe('words about a deadline concern the parties', () => {
  it.each([
    ['Trump gives Russia until 8 August', ''],
    ['Trump loses patience with Putin', 'The deadline is now 8 August.'],
    ['Putin has until Friday, Trump says', ''],
    ['Russia given 10 days to stop, Trump says', ''],
    ['Trump drops ceasefire demand, seeks a peace settlement after summit', 'He had hosted Putin.'],
    ['Moscow met the deadline, Trump says', ''],
  ])('%s', (title, lede) => {
    expect(isConcerned(title, lede)).toBe(true);
  });
});

describe('words about a deadline of others', () => {
  it.each([
    ['Europe faces 1 August deadline for Trump tariffs', 'Russia was discussed as well.'],
    ['Trump gives Zelensky until Friday, and Russia watches', ''],
    ['Ukraine has until 25 July to answer Russia, Trump envoy says', ''],
    ['Putin gave Ukraine until 1 August, Trump was told', ''],
    ['Trump tariff on India over Russian oil: deadline is 27 August', ''],
    ['Hungary met the deadline on Russia, pleasing Trump', ''],
    ['Putin gives Kyiv until Friday', ''],
  ])('%s', (title, lede) => {
    expect(isConcerned(title, lede)).toBe(false);
  });
});
