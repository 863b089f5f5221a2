/** The demo's world: what outlets reported and when, read from `config/demo/chronology.json`. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type FeedId, id, type OutletId } from '../../domain/ids.ts';
import { Refusal } from '../../domain/refusal.ts';
import { type Instant, parseInstant } from '../../domain/time.ts';

const SHIPPED = new URL('../../../config/demo/chronology.json', import.meta.url);

/** A point in time as an outlet writes it, with its own offset, and the same as an instant. */
export interface Stamp {
  readonly text: string;
  readonly at: Instant;
}

const stamp = z.string().transform((text, context): Stamp => {
  const at = parseInstant(text);
  if (at !== null) return { text, at };
  context.addIssue('not a date and time with an offset, such as 2025-07-14T16:38:00+01:00');
  return z.NEVER;
});

const path = z.string().startsWith('/', 'not a path on the site of its feed: start it with /');

/** The awkward thing one item does; kinds without fields only name what the item's own data already shows. */
const itemQuirkSchema = z.discriminatedUnion('kind', [
  /** Comes back unchanged under a new date. */
  z.strictObject({ kind: z.literal('redated'), at: stamp }),
  /** Gets another headline, and another slug with it, under the same guid. */
  z.strictObject({ kind: z.literal('retitled'), at: stamp, title: z.string().min(1), link: path }),
  /** Another outlet's words, with the credit of the wire both print. */
  z.strictObject({ kind: z.literal('reprint'), credit: z.string().min(1) }),
  /** The link says where its reader came from. */
  z.strictObject({ kind: z.literal('tracking_link') }),
  /** The same article stands in another feed of the outlet. */
  z.strictObject({ kind: z.literal('same_article') }),
  /** Talks in Istanbul, but between others. */
  z.strictObject({ kind: z.literal('wrong_istanbul') }),
  /** Its body mentions everything. */
  z.strictObject({ kind: z.literal('round_up') }),
]);

const itemSchema = z.strictObject({
  feed: z.string(),
  published: stamp,
  title: z.string().min(1),
  summary: z.string().min(1),
  /** Markup, as published beside the summary. */
  body: z.string().nullable().default(null),
  link: path,
  /** Null: the link is the guid. */
  guid: z.string().nullable().default(null),
  quirk: itemQuirkSchema.nullable().default(null),
});

const feedSchema = z.strictObject({
  id: z.string().transform((text) => id<FeedId>(text)),
  outlet: z.string().transform((text) => id<OutletId>(text)),
  title: z.string().min(1),
  /** What the paths of its links are relative to. */
  site: z.httpUrl(),
  format: z.enum(['rss2', 'rss1', 'atom']).default('rss2'),
  encoding: z.enum(['utf-8', 'windows-1251']).default('utf-8'),
  /** `block_guids`: the guid ends in `#n`, the place on the page, which moves as news comes in. */
  quirk: z.enum(['block_guids']).nullable().default(null),
});

/** Hours in which a feed answers 200 with something that is no whole feed. */
const outageSchema = z.strictObject({
  feed: z.string(),
  from: stamp,
  until: stamp,
  kind: z.enum(['challenge_page', 'truncated']),
});

const chronologySchema = z.strictObject({
  about: z.string(),
  feeds: z.array(feedSchema).min(1),
  outages: z.array(outageSchema),
  /** In the order of publication. */
  items: z.array(itemSchema).min(1),
});

type Chronology = Readonly<z.output<typeof chronologySchema>>;

export type DemoItem = Readonly<z.output<typeof itemSchema>>;
export type Outage = Readonly<z.output<typeof outageSchema>>;

/** A feed with everything it will ever publish, in the order of publication. */
export interface DemoFeed extends Readonly<z.output<typeof feedSchema>> {
  readonly items: readonly DemoItem[];
  readonly outages: readonly Outage[];
}

export interface DemoWorld {
  readonly feeds: ReadonlyMap<string, DemoFeed>;
}

function refused(name: string, faults: readonly string[]): Refusal {
  return new Refusal(`${name}\n${faults.join('\n')}\nRestore the file as it was shipped, or mend what is named here.`);
}

function placeOf(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '');
}

function strangersIn({ feeds, items, outages }: Chronology): readonly string[] {
  const known = new Set<string>(feeds.map((feed) => feed.id));
  const named = [
    ...items.map(({ feed }, index) => ({ feed, place: `items[${index}].feed` })),
    ...outages.map(({ feed }, index) => ({ feed, place: `outages[${index}].feed` })),
  ];
  return named
    .filter(({ feed }) => !known.has(feed))
    .map(({ feed, place }) => `${place}: "${feed}" is none of its feeds`);
}

function misplacedIn({ items }: Chronology): readonly string[] {
  return items.flatMap(({ published }, index) => {
    const before = items[index - 1];
    const isInOrder = before === undefined || before.published.at <= published.at;
    return isInOrder ? [] : [`items[${index}].published: earlier than the item before it`];
  });
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused(name, [error instanceof Error ? error.message : String(error)]);
  }
}

function parseChronology(text: string, name: string): Chronology {
  const parsed = chronologySchema.safeParse(parseJson(text, name));
  if (!parsed.success)
    throw refused(
      name,
      parsed.error.issues.map(({ path, message }) => `${placeOf(path)}: ${message}`),
    );
  const faults = [...strangersIn(parsed.data), ...misplacedIn(parsed.data)];
  if (faults.length > 0) throw refused(name, faults);
  return parsed.data;
}

/** A chronology's text to its world; `name` is what people know the file by. Throws a Refusal that names every fault. */
export function parseWorld(text: string, name: string): DemoWorld {
  const { feeds, items, outages } = parseChronology(text, name);
  const whole = feeds.map(
    (feed): DemoFeed => ({
      ...feed,
      items: items.filter((item) => item.feed === feed.id),
      outages: outages.filter((outage) => outage.feed === feed.id),
    }),
  );
  return { feeds: new Map(whole.map((feed) => [feed.id, feed])) };
}

function readText(file: URL, name: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw refused(name, [`cannot be read: ${error instanceof Error ? error.message : String(error)}`]);
  }
}

/** Reads the shipped chronology, or another file of its form. Throws a Refusal when it is missing or faulty. */
export function loadWorld(file: URL = SHIPPED): DemoWorld {
  const name = fileURLToPath(file);
  return parseWorld(readText(file, name), name);
}

/** The feeds this world serves and whose they are, by the catalogue's ids. */
export function demoFeeds(world: DemoWorld): readonly { readonly id: FeedId; readonly outlet: OutletId }[] {
  return [...world.feeds.values()].map(({ id, outlet }) => ({ id, outlet }));
}
