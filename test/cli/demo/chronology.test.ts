/** The facts of the shipped chronology: what must be told, by how many outlets, and what must never be said. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type DemoItem, demoFeeds, loadWorld } from '../../../src/cli/demo/world.ts';
import { at } from '../../fakes/nouns.ts';

const world = loadWorld();
const feeds = [...world.feeds.values()];
const items = feeds.flatMap((feed) => feed.items.map((item) => ({ ...item, outlet: feed.outlet })));
const wordsOf = ({ title, summary }: Pick<DemoItem, 'title' | 'summary'>) => `${title}\n${summary}`;

function catalogue<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> {
  return schema.parse(JSON.parse(readFileSync(new URL(`../../../config/${name}`, import.meta.url), 'utf8')));
}

/** Reports in a span of time that carry all of the words. */
function telling(from: string, until: string, ...words: readonly RegExp[]) {
  const within = items.filter(({ published }) => published.at >= at(from) && published.at < at(until));
  return within.filter((item) => words.every((word) => word.test(wordsOf(item))));
}

describe('every event is told by several outlets', () => {
  it.each([
    ['round one', 4, '2025-05-16T10:30Z', '2025-05-17T00:00Z', [/Istanbul/, /1,000/]],
    ['round two', 4, '2025-06-02T12:58Z', '2025-06-03T00:00Z', [/Istanbul/, /[Ss]econd/]],
    ['round three', 7, '2025-07-23T17:40Z', '2025-07-24T00:00Z', [/Istanbul/, /prisoner|POWs/i]],
    ['50 days', 8, '2025-07-14T15:30Z', '2025-07-15T00:00Z', [/Trump/, /50[ -][Dd]ays/]],
    ['10 or 12 days', 8, '2025-07-28T12:00Z', '2025-07-29T00:00Z', [/Trump/, /10 (or|OR|Or) 12 [Dd]ays/]],
    ['ten days from today', 8, '2025-07-29T19:00Z', '2025-07-30T00:00Z', [/Trump/, /(10|ten) days from today/i]],
    ['8 August at the UN', 3, '2025-07-31T20:00Z', '2025-08-01T06:00Z', [/Kelley/, /August 8|Aug\. 8/]],
    ['322 million of arms', 2, '2025-07-23T20:00Z', '2025-07-25T00:00Z', [/322 million/, /HAWK/, /Bradley/]],
    ['203.5 million of arms', 2, '2025-08-05T18:00Z', '2025-08-07T00:00Z', [/203\.5 million/, /M777/]],
    ['the camp', 7, '2025-08-06T03:10Z', '2025-08-07T00:00Z', [/Zaporizhzhia/, /holiday camp|recreation center/]],
    ['Witkoff and Putin', 5, '2025-08-06T00:00Z', '2025-08-07T00:00Z', [/Witkoff/, /Putin/]],
    ['this Friday', 3, '2025-08-06T00:00Z', '2025-08-07T00:00Z', [/by this Friday|until this Friday/, /Russia|Moscow/]],
    ['the order on India', 3, '2025-08-06T14:00Z', '2025-08-07T00:00Z', [/India/, /25(%| [Pp]ercent)/]],
    ['no sanctions on the day', 4, '2025-08-09T04:00Z', '2025-08-10T00:00Z', [/deadline/i, /sanctions/i]],
    ['Alaska announced', 4, '2025-08-08T21:00Z', '2025-08-09T00:00Z', [/Alaska/, /Putin/]],
    ['no agreement', 6, '2025-08-15T23:00Z', '2025-08-16T06:00Z', [/Alaska|Anchorage/, /no deal|without|fail/i]],
    [
      'talks for a deadline',
      4,
      '2025-08-16T08:00Z',
      '2025-08-16T12:00Z',
      [/deadline/i, /overtook|g[ai]ves? way|replace/i],
    ],
    ['dropped', 4, '2025-08-16T12:00Z', '2025-08-17T00:00Z', [/ceasefire/i, /drop|abandons|backs away/i]],
  ])('%s: at least %i', (_, most, from, until, words) => {
    const outlets = new Set(telling(from, until, ...words).map((item) => item.outlet));
    expect(outlets.size).toBeGreaterThanOrEqual(most);
  });

  it.each([
    ['Ryazan', '2025-08-02'],
    ['Novokuibyshevsk', '2025-08-02'],
    ['Afipsky', '2025-08-07'],
    ['Saratov', '2025-08-10'],
    ['Volgograd', '2025-08-13'],
    ['Syzran', '2025-08-15'],
  ])('the refinery of %s is hit on %s, which Ukraine claims', (town, day) => {
    const told = telling('2025-08-01T00:00Z', '2025-08-17T00:00Z', new RegExp(town), /refiner/);
    expect(told.length).toBeGreaterThan(0);
    expect(told.every(({ published }) => published.text.startsWith(day))).toBe(true);
    expect(told.some((item) => /claim|says|confirms|military/.test(wordsOf(item)))).toBe(true);
  });
});

describe('times and figures', () => {
  const TOLL =
    /(\d+|one) killed|toll[^.\n]*(?:rises|climbs) to (\d+)|toll[^.\n]*reaches (\d+)|kills (\d+)|^(\d+)(?:nd|st) victim|the (\d+) people killed/i;

  it('the toll of 31 July rises to 32 while one late report still says 31', () => {
    const told = telling('2025-07-31T03:00Z', '2025-08-08T00:00Z', /Kyiv/, /31|Sviatoshyn/, TOLL);
    const tolls = told
      .sort((a, b) => (a.published.at < b.published.at ? -1 : 1))
      .map((item) => TOLL.exec(wordsOf(item))?.slice(1).find(Boolean));
    expect(tolls).toEqual(['one', '1', '16', '16', '26', '27', '31', '31', '32', '32', '31']);
  });

  it('the camp is struck at dawn of 6 August and no report is earlier', () => {
    const camp = items.filter((item) => /holiday camp|recreation center/.test(wordsOf(item)));
    expect(camp.every(({ published }) => published.at > at('2025-08-06T03:10Z'))).toBe(true);
  });

  it('the order on India carries its own clock', () => {
    const [order] = telling(
      '2025-08-06T00:00Z',
      '2025-08-07T00:00Z',
      /12:01 a\.m\. eastern daylight time 21 days after/,
    );
    expect(order).toMatchObject({ feed: 'whitehouse-actions', published: { text: '2025-08-06T10:20:00-04:00' } });
  });

  it('later reports repeat the first date', () => {
    expect(telling('2025-07-28T00:00Z', '2025-08-10T00:00Z', /50-day deadline.*2 September|Sept\. 2/)).toHaveLength(2);
  });

  it('nothing is published outside the weeks that are told', () => {
    const weeks = [
      ['2025-05-12T00:00Z', '2025-05-17T00:00Z'],
      ['2025-06-02T00:00Z', '2025-06-04T00:00Z'],
      ['2025-07-14T00:00Z', '2025-08-17T00:00Z'],
    ] as const;
    const outside = items.filter(
      ({ published }) => !weeks.some(([from, until]) => published.at >= at(from) && published.at < at(until)),
    );
    expect(outside).toEqual([]);
  });

  it('every feed holds something before the first round, so that its first document is no news', () => {
    const late = feeds.filter((feed) => !feed.items.some(({ published }) => published.at < at('2025-05-15T00:00Z')));
    expect(late).toEqual([]);
  });
});

describe('what must not be said', () => {
  it.each([
    [/former president donald/i, 'Donald Trump is in office'],
    [/\bindirect talks\b/i, 'the rounds in Istanbul are direct'],
    [/deadliest[^.]*(since the (full-scale )?invasion|of the war)/i, 'an attack of December 2023 killed more'],
    [/days before the (meeting|talks)/i, 'the camp was struck on the day of the meeting'],
    [/(central|southern) Zaporizhzhia region/i, 'outlets disagree on where in the country it lies'],
    [/\$200 million/, 'it is 203.5'],
  ])('%s: %s', (words) => {
    expect(items.filter((item) => words.test(wordsOf(item)))).toEqual([]);
  });
});

describe('the items that matching has to refuse', () => {
  it.each([
    ['sport', /transfer deadline day/],
    ['sport', /trade deadline/],
    ['an app', /TikTok[\s\S]*deadline/],
    ['Gaza', /Gaza ceasefire talks[\s\S]*Witkoff/],
    ['tariffs for others', /1 August[\s\S]*Canada/],
    ['the nuclear plant', /Zaporizhzhia nuclear plant/],
    ['Iran in Istanbul', /Iran[\s\S]*Istanbul/],
    ['an envoy elsewhere', /US envoy[\s\S]*Syria/],
    ['another truce', /Cambodia[\s\S]*ceasefire/],
    ['weather', /Texas/],
    ['a strike of another kind', /strike deadline/],
  ])('%s: %s', (_, words) => {
    expect(items.some((item) => words.test(wordsOf(item)))).toBe(true);
  });
});

describe('the world as a whole', () => {
  it('has every quirk', () => {
    const kinds = new Set([
      ...items.flatMap((item) => (item.quirk ? [item.quirk.kind] : [])),
      ...feeds.flatMap((feed) => [feed.quirk, feed.encoding, feed.format, ...feed.outages.map((one) => one.kind)]),
    ]);
    expect([...kinds].filter((kind) => kind !== null).sort()).toEqual(
      [
        ...['redated', 'retitled', 'reprint', 'tracking_link', 'same_article', 'wrong_istanbul', 'round_up'],
        ...['block_guids', 'challenge_page', 'truncated', 'utf-8', 'windows-1251', 'rss2', 'rss1', 'atom'],
      ].sort(),
    );
  });

  it('meets Iran and the E3 in Istanbul on 25 July', () => {
    const wrong = items.filter((item) => item.quirk?.kind === 'wrong_istanbul');
    expect(wrong.map(({ published }) => published.text.slice(0, 10))).toContain('2025-07-25');
  });

  it('has a reprint for every one it names: the same words at another outlet, with the credit', () => {
    for (const reprint of items.filter((item) => item.quirk?.kind === 'reprint')) {
      const twin = items.find((item) => item.title === reprint.title && item.outlet !== reprint.outlet);
      expect(twin?.summary).toBe(reprint.summary);
      expect(reprint.summary).toMatch(/\(AFP\)$/);
    }
  });

  it('uses the ids of the catalogue, nine outlets or more, each linking to its own hosts', () => {
    const known = catalogue(
      'feeds.json',
      z.object({ feeds: z.array(z.object({ id: z.string(), outlet: z.string() })) }),
    );
    const { outlets } = catalogue(
      'outlets.json',
      z.object({ outlets: z.array(z.object({ id: z.string(), hosts: z.array(z.string()) })) }),
    );
    const own = demoFeeds(world);
    expect(known.feeds).toEqual(expect.arrayContaining(own.map((feed) => expect.objectContaining(feed))));
    expect(new Set(own.map((feed) => feed.outlet)).size).toBeGreaterThanOrEqual(9);
    for (const { outlet, site } of feeds) {
      const hosts = outlets.find(({ id }) => id === outlet)?.hosts;
      expect(hosts).toContain(new URL(site).host.replace(/^www\./, ''));
    }
  });

  it('gives every item of an outlet a link of its own, save one article that stands in two feeds', () => {
    const links = items.map((item) => `${item.outlet} ${item.link.split('?')[0]}`);
    const repeated = items.filter((_, index) => links.indexOf(links[index] ?? '') !== index);
    expect(repeated.map((item) => item.quirk?.kind)).toEqual(['same_article']);
  });
});
