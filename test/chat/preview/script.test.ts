import { runInNewContext, Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { SCRIPT, TIMES_SCRIPT } from '../../../src/chat/preview/script.ts';

/** The script's own words for `text`, an instant, at `now`, in American English. */
function timeText(style: string, text: string, now: string): unknown {
  const script = TIMES_SCRIPT.replace('const LOCALE = undefined;', "const LOCALE = 'en-US';");
  const call = `timeText(${JSON.stringify(style)}, Date.parse(${JSON.stringify(text)}), Date.parse(${JSON.stringify(now)}))`;
  return runInNewContext(script + call);
}

describe("the page's script", () => {
  it('is one that browsers can read', () => {
    expect(() => new Script(SCRIPT)).not.toThrow();
  });

  it.each([
    ['2025-08-08T04:00:30Z', 'in 30 seconds'],
    ['2025-08-08T04:01:00Z', 'in 1 minute'],
    ['2025-08-08T09:00:00Z', 'in 5 hours'],
    ['2025-08-11T04:00:00Z', 'in 3 days'],
    ['2025-10-08T04:00:00Z', 'in 2 months'],
    ['2027-08-08T04:00:00Z', 'in 2 years'],
    ['2025-08-08T04:00:00Z', 'in 0 seconds'],
    ['2025-08-08T03:30:00Z', '30 minutes ago'],
    ['2025-08-06T04:00:00Z', '2 days ago'],
  ])('says of %s at 04:00 on 8 August: %s', (instant, words) => {
    expect(timeText('R', instant, '2025-08-08T04:00:00Z')).toBe(words);
  });

  it.each([
    ['t', /^\d{1,2}:\d\d\s[AP]M$/],
    ['T', /^\d{1,2}:\d\d:\d\d\s[AP]M$/],
    ['d', /^8\/\d{1,2}\/25$/],
    ['D', /^August \d{1,2}, 2025$/],
    ['f', /^August \d{1,2}, 2025 at \d{1,2}:\d\d\s[AP]M$/],
    ['F', /^\w+day, August \d{1,2}, 2025 at \d{1,2}:\d\d\s[AP]M$/],
    ['s', /^8\/\d{1,2}\/25, \d{1,2}:\d\d\s[AP]M$/],
    ['S', /^8\/\d{1,2}\/25, \d{1,2}:\d\d:\d\d\s[AP]M$/],
  ])('writes style %s as Discord does', (style, form) => {
    expect(timeText(style, '2025-08-08T04:00:00Z', '2025-08-08T04:00:00Z')).toMatch(form);
  });
});
