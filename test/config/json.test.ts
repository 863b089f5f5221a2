import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readJson } from '../../src/config/json.ts';
import { runs } from '../fakes/runs.ts';

describe('reading JSON', () => {
  it.each([
    ['a comma with nothing behind it', '{\n "a": [1,\n 2,\n ]}', 3, 3, 'nothing follows this comma; remove it'],
    ['a missing comma', '[1\n 2]', 2, 2, 'expected "," or "]" but found 2'],
    ['a missing colon', '{"a" 1}', 1, 6, 'expected ":" but found 1'],
    ['a missing value', '{"a": }', 1, 7, 'expected a value but found }'],
    ['a name without quotes', '{\n  a: 1}', 2, 3, 'a cannot stand here; texts need double quotes around them'],
    ['a number for a name', '{1: 2}', 1, 2, 'expected a name in double quotes but found 1'],
    ['single quotes', "['a']", 1, 2, 'JSON puts texts in double quotes; write " in place of \''],
    ['a comment', '[1] // one', 1, 5, 'JSON knows no comments; remove it'],
    [
      'an open text',
      '["a\n"]',
      1,
      2,
      'a text here is not closed, or holds a line break or a lone backslash; close it with " on its own line',
    ],
    ['an end too early', '{"a": [', 1, 8, 'expected a value but found the end of the file'],
    ['something after the end', '{} {}', 1, 4, 'nothing may follow here; remove {'],
    ['a number with a leading zero', '[01]', 1, 2, '0 cannot stand here; texts need double quotes around them'],
  ])('points at %s', (_, text, line, column, message) => {
    expect(readJson(text)).toEqual({ kind: 'error', line, column, message });
  });

  it('knows the line of everything, and of what is around a thing that is missing', () => {
    const json = readJson('\uFEFF{\n  "feeds": [\n    { "id": "a" },\n    {\n      "id": "b" }\n  ]\n}');
    const lines =
      json.kind === 'json' && [[], ['feeds', 0, 'id'], ['feeds', 1, 'id'], ['feeds', 1, 'url']].map(json.lineOf);
    expect(lines).toEqual([1, 3, 5, 4]);
  });

  it('notices names that are written twice in one object', () => {
    expect(readJson('{"a": {"b": 1, "b": 2}, "b": 3}')).toMatchObject({
      value: { a: { b: 2 }, b: 3 },
      repeated: [['a', 'b']],
    });
  });

  it('reads whatever JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom(undefined, 2), (text, indent) => {
        const pretty = JSON.stringify(JSON.parse(text), null, indent);
        expect(readJson(pretty)).toMatchObject({ kind: 'json', value: JSON.parse(text), repeated: [] });
      }),
      runs(),
    );
  });

  it('takes what JSON.parse takes and refuses what it refuses', () => {
    const piece = fc.constantFrom(
      ...'{}[],:"\\ \n\t-.eE+0123u/\'',
      '"a"',
      'true',
      'null',
      'nul',
      '1',
      '\\u00e9',
      '\u00a0',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        expect(readJson(text).kind).toBe(isJson(text) ? 'json' : 'error');
      }),
      runs(5_000),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
