/** A thousand feeds of one server on loopback, as changes: all outlets and storylines there are, and each feed due at once. */
export const FEEDS = 1_000;

export const BECAUSE = 'a bench says so';
export const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export function feedsAt({ catalogue: { outlets, storylines } }, port, start) {
  const feed = (number) => ({ id: `feed-${number}`, url: `http://127.0.0.1:${port}/${number}`, outlet: outlets[0].id });
  return [
    ...outlets.map((outlet) => ({ kind: 'outlet.listed', outlet, because: BECAUSE })),
    ...storylines.map((storyline) => ({ kind: 'storyline.defined', storyline, because: BECAUSE })),
    ...Array.from({ length: FEEDS }, (_, number) => ({
      ...{ kind: 'feed.listed', firstPollAt: start, because: BECAUSE },
      feed: { ...feed(number), guild: null, everyMinutes: 10, enabled: true },
    })),
  ];
}
