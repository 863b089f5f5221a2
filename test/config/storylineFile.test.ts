import { describe, expect, it } from 'vitest';
import { ConfigurationError, parseStorylineFile } from '../../src/config.ts';

const PARTY = { name: 'Washington', query: 'washington' };
const WRITTEN = {
  slug: 'abu-dhabi-talks',
  title: 'Abu Dhabi talks',
  summary: 'Three-sided talks in Abu Dhabi.',
  query: '@abu_dhabi AND talk*',
  deadline: { issuer: PARTY, target: PARTY, zone: 'Asia/Dubai' },
};
const SHIPPED = { abu_dhabi: ['Abu Dhabi'] };
const READ = { ...WRITTEN, guild: null, profile: null };

const parse = (content: unknown, aliases = SHIPPED) =>
  parseStorylineFile(JSON.stringify(content, null, 2), 'mine.json', aliases);

function problemsOf(act: () => unknown): readonly string[] {
  try {
    act();
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.problems;
  }
}

describe('a storyline in a file of its own', () => {
  it('may be a single object', () => {
    expect(parse(WRITTEN)).toEqual({ storyline: READ, aliases: SHIPPED });
  });

  it('may bring aliases, which go before the shipped ones', () => {
    const aliases = { abu_dhabi: ['Emirates'], doha: ['Doha'] };
    expect(parse({ about: 'Mine.', storyline: WRITTEN, aliases })).toEqual({ storyline: READ, aliases });
  });

  it('may track no deadline', () => {
    expect(parse({ ...WRITTEN, deadline: null }).storyline.deadline).toBeNull();
  });

  it.each<[string, unknown, readonly string[]]>([
    ['a missing title', { ...WRITTEN, title: undefined }, ['mine.json line 1, title: is missing; add it']],
    [
      'an alias nobody has',
      { storyline: { ...WRITTEN, query: '@abudhabi' } },
      ['mine.json line 6, storyline.query: "@abudhabi" is no set of aliases; did you mean "abu_dhabi"?'],
    ],
    [
      'a storyline that is none',
      { storyline: 'abu-dhabi-talks' },
      ['mine.json line 2, storyline: "abu-dhabi-talks" should be an object in { }'],
    ],
    [
      'aliases of the wrong kind',
      { storyline: WRITTEN, aliases: { doha: 'Doha' } },
      ['mine.json line 20, aliases.doha: "Doha" should be a list in [ ]'],
    ],
    ['a whole list', [WRITTEN], ['mine.json line 1: should be an object in { }']],
  ])('is refused for %s', (_, content, problems) => {
    expect(problemsOf(() => parse(content))).toEqual(problems);
  });

  it('is refused for what the query language finds in it', () => {
    const refuse = () => parseStorylineFile(JSON.stringify(WRITTEN), 'mine.json', SHIPPED, () => 'no');
    expect(problemsOf(refuse)).toHaveLength(3);
  });

  it.each([
    ['', 'mine.json: the file is empty; copy the shipped file of this name and change it'],
    ['{', 'mine.json line 1, column 2: not valid JSON: expected a name in double quotes but found the end of the file'],
  ])('is refused when the text is %j', (text, problem) => {
    expect(problemsOf(() => parseStorylineFile(text, 'mine.json', SHIPPED))).toEqual([problem]);
  });
});
