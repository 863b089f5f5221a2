/**
 * What operators are promised of feeds that misbehave, as members would notice it.
 *
 * | 27 | a first run is silent | here; over HTTP and through a restart: `test/cli/run.test.ts`, "polls a first time in silence …" |
 * | 29 | re-dated items        | here; in a feed's whole life: `test/line.test.ts`, "a re-dated article is known again …"          |
 */
import { afterEach, expect, it } from 'vitest';
import { headings, onlyText, openStoryDesk, type StoryDesk } from '../fakes/storyDesk.ts';

let desk: StoryDesk;

afterEach(() => desk.close());

/** So many entries has an archive that a feed may show at first. */
const ARCHIVE = 852;

it('the archive that a feed shows at first is kept in silence, and the next new item is one post (27)', async () => {
  desk = await openStoryDesk({ storylines: ['witkoff-putin'] });
  const archive = Array.from({ length: ARCHIVE }, (_, index) => `Witkoff meets Putin in Moscow, day ${index + 1}`);
  await desk.reads('2025-08-02T07:00', 'bbc', archive);
  expect(desk.cards()).toEqual([]);
  expect(await desk.store.totals()).toMatchObject({ items: ARCHIVE, matched: 0, developments: 0 });
  const news = 'Kremlin says envoy Witkoff will return for talks with Putin';
  await desk.reads('2025-08-02T07:10', 'bbc', [news, ...archive]);
  expect(headings(desk.cards())).toEqual([news]);
  expect(desk.cards()[0]?.texts).toHaveLength(1);
});

it('an article that comes again under a new date tells nothing; one that names another date is one change (29)', async () => {
  desk = await openStoryDesk({ storylines: ['ofac-oil-licences'] });
  const link = 'https://ofac.treasury.gov/recent-actions/20251022';
  const title = 'Issuance of Russia-related General License 126';
  const until = (date: string) =>
    `General License 126 authorizes the wind down of transactions involving Lukoil through 12:01 a.m. eastern standard time, ${date}.`;
  await desk.hears('2025-10-22T20:30', 'ofac', title, { lede: until('November 21, 2025'), link });
  const before = structuredClone(desk.cards());
  await desk.hears('2025-10-23T08:00', 'ofac', title, { lede: until('November 21, 2025'), link });
  expect(desk.cards()).toEqual(before);
  expect(onlyText(desk.cards('deadline'))).toContain('21 Nov 2025 05:01 UTC');
  await desk.hears('2025-10-23T09:00', 'ofac', title, { lede: until('December 13, 2025'), link });
  expect(headings(desk.cards('change'))).toEqual(['Extended: 21 Nov 2025 05:01 UTC → 13 Dec 2025 05:01 UTC']);
  expect(desk.cards('development')).toHaveLength(1);
});
