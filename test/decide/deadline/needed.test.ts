import { describe, expect, it } from 'vitest';
import { neededBy } from '../../../src/decide/deadline/needed.ts';

describe('what a pattern cannot match without', () => {
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
    [/(?:deadline){1,2} of/, [[['deadline'], [' of']]]],
    [/(?<=until )(?!never)noon/, [[['noon']]]],
    [/colou+red/, [[['colou'], ['ured']]]],
    [/\b(?:by|before) ⟦/, [[[' by  ', ' before  ']]]],
    [/\b(?:on|at)\b/, [[[' on ', ' at ']]]],
    [/^the\s+end$/, [[[' the '], [' end ']]]],
    [/truce ends|pause \w+ over/, [[['truce ends']], [['pause '], [' over']]]],
    [/the (?:truce \w+ ends|jazz)/, [[['the '], ['e truce ', 'e jazz']]]],
    [/(?:truce|\w+)/, [[]]],
    [/to|of/, [[], []]],
    [/\bs\.?o\.?/, [[]]],
  ])('%s', (pattern, needed) => {
    expect(neededBy(pattern)).toEqual(needed);
  });
});
