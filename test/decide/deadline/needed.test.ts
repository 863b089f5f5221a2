import { describe, expect, it } from 'vitest';
import { neededBy } from '../../../src/decide/deadline/needed.ts';

describe('what a pattern cannot match without, where that tells texts apart', () => {
  it.each([
    [/\bexpires?\b/, [[[' expire']]]],
    [
      /(?:waivers?|licen[cs]es?) (?:lapse|end)s?/,
      [
        [
          ['waiver', 'licen'],
          [' lapse', ' end'],
        ],
      ],
    ],
    [/[Bb]y (?:the )?\d+/, [[['by ']]]],
    [/(?:deadline)? on ⟦p(?<when>\w)⟧/, [[[' on  p']]]],
    [/(?:deadline){0,2} of/, [[[' of']]]],
    [/(?:deadline){1,2} ending/, [[['deadline'], [' ending']]]],
    [/(?<=until )(?!never)noon/, [[['noon']]]],
    [/colou+red/, [[['colou'], ['ured']]]],
    [/\b(?:by|before) ⟦/, [[[' by  ', ' before  ']]]],
    [/\b(?:on|at)\b/, [[[' on ', ' at ']]]],
    [/^this\s+end$/, [[[' this '], [' end ']]]],
    [/^the\s+end$/, [[[' end ']]]],
    [/truce ends|pause \w+ over/, [[['truce ends']], [['pause '], [' over']]]],
    [/new (?:truce \w+ ends|jazz)/, [[['new '], ['w truce ', 'w jazz']]]],
    [/(?:truce|\w+)/, [[]]],
    [/to|of/, [[], []]],
    [/\bs\.?o\.?/, [[]]],
    [/\d:\d\d [ap]m/, [[['9 99 ']]]],
    [/\b[12]\d{3}\b/, [[[' 99']]]],
    [/\bby 2024\b/, [[[' by 9999 ']]]],
    [/[\d.]+ days/, [[[' days']]]],
    [/(?:to|of) (?:truce|pact)/, [[[' truce', ' pact']]]],
    [/the|of/, [[['the']], []]],
  ])('%s', (pattern, needed) => {
    expect(neededBy(pattern)).toEqual(needed);
  });
});
