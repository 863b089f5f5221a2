/** News of the past through the live line, with the shipped catalogue and a store in memory: what becomes of the chains? */
import { pastItemOf } from '../../src/cli/pastItems.ts';
import { loadConfig } from '../../src/config.ts';
import type { Deadline, Version } from '../../src/domain/deadline.ts';
import { type ChannelId, type GuildId, id } from '../../src/domain/ids.ts';
import { HOUR, type Instant, plus } from '../../src/domain/time.ts';
import { checkQuery, openRules, openStore, seedStore, vocabularyIn } from '../../src/main.ts';
import { openReplay, type PastItem } from '../../src/run/replay.ts';
import { at } from '../fakes/nouns.ts';
import { fakeChat, fakeLog } from '../fakes/world.ts';

/** `published` to the minute, UTC: `2025-07-14T16:00`. */
export type Told = readonly [published: string, outlet: string, title: string, lede: string];

/** Hours after its publication at which an item is seen. */
export type Delay = (index: number) => number;

const PLACE = { guild: id<GuildId>('replay'), channel: id<ChannelId>('replay') };
const config = loadConfig({ env: {}, checkQuery });
const { catalogue } = config;

function pastOf([published, outlet, title, lede]: Told, index: number, delay: Delay): PastItem {
  const said = at(`${published}Z`);
  const input = { id: `item-${index}`, title, lede, outlet, published: said, link: `https://example.org/${index}` };
  const past = pastItemOf(input, catalogue.outlets, said);
  return { ...past, item: { ...past.item, seen: plus(said, delay(index) * HOUR) } };
}

const NAMES_NO_DATE = new Set<Version['change']>(['withdrawn', 'superseded', 'met', 'lifted', 'passed_unknown']);

/** `set 2025-09-02`, `brought_forward 2025-08-07..2025-08-09`, `fixed 2025-09-28T00:00Z`, `passed_unknown`. */
function versionWords({ change, window }: Version): string {
  if (NAMES_NO_DATE.has(change)) return change;
  if (window.instant) return `${change} ${window.instant.slice(0, 16)}Z`;
  return window.earliest === window.latest
    ? `${change} ${window.latest}`
    : `${change} ${window.earliest}..${window.latest}`;
}

function chainWords({ target, versions }: Deadline): string {
  return `${target}: ${versions.map(versionWords).join(' -> ')}`;
}

function bySeen(a: PastItem, b: PastItem): number {
  return a.item.seen < b.item.seen ? -1 : Number(a.item.seen > b.item.seen);
}

function openDesk(slug: string, start: Instant) {
  const storylines = catalogue.storylines.filter((storyline) => storyline.slug === slug);
  const log = fakeLog();
  const store = openStore(':memory:', { now: () => start, sleepUntil: async () => undefined }, log, {});
  const rules = openRules(storylines, vocabularyIn(config));
  return { store, storylines, rules, replay: openReplay({ store, rules, log, start, chat: () => fakeChat() }) };
}

/** The chains of storyline `slug` as read, once all is told and the clock stands at `until`. */
async function readAfter(
  slug: string,
  told: readonly Told[],
  until: string,
  delay: Delay,
): Promise<readonly Deadline[]> {
  const items = told.map((each, index) => pastOf(each, index, delay)).sort(bySeen);
  const start = items[0]?.item.seen ?? at(until);
  const { store, storylines, rules, replay } = openDesk(slug, start);
  try {
    await seedStore(store, { outlets: catalogue.outlets, feeds: [], storylines }, config, PLACE, start);
    for (const past of items) {
      if (rules.matcher.match(past.item).length === 0) continue;
      const listed = { kind: 'outlet.listed' as const, outlet: past.outlet, because: 'it publishes' };
      await store.commit([listed], { at: past.item.seen, actor: 'replay' });
      await replay.take(past);
    }
    await replay.until(at(until));
    return await store.deadlines(null);
  } finally {
    await store.close();
  }
}

/** These chains, each in one line, in the order of their lines. */
export async function chainsAfter(
  slug: string,
  told: readonly Told[],
  until: string,
  delay: Delay = () => 0,
): Promise<readonly string[]> {
  const deadlines = await readAfter(slug, told, until, delay);
  return deadlines.map(chainWords).sort();
}

/** Who disputes a version of these chains: `independent-daily: version 2 is 2025-08-05..2025-08-07`. */
export async function disputesAfter(slug: string, told: readonly Told[], until: string): Promise<readonly string[]> {
  const deadlines = await readAfter(slug, told, until, () => 0);
  return deadlines
    .flatMap(({ confirmations }) => confirmations)
    .flatMap(({ version, evidence, otherwise }) =>
      otherwise ? [`${evidence.source.name}: version ${version} is ${otherwise.earliest}..${otherwise.latest}`] : [],
    );
}
