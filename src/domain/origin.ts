/** Where a report really comes from, and the one count of those who say so independently. */
import type { ItemId } from './ids.ts';
import type { Label, Source } from './outlet.ts';

/**
 * What the words of a report say of their own origin: nothing, so that they are its outlet's; that another outlet wrote
 * them; that agencies did which they do not name; or that another outlet said first what they tell.
 */
export type Attribution =
  | { readonly kind: 'own' }
  | { readonly kind: 'credited'; readonly to: Source }
  | { readonly kind: 'agencies' }
  | { readonly kind: 'quoted'; readonly primary: Source };

export const COPY_KINDS = ['reprint', 'reworded', 'same_title'] as const;

/**
 * The same words as an earlier report, its facts one by one in other words, or its long title where nothing else can be
 * compared. It counts for what that one counts for.
 */
export interface Copy {
  readonly kind: (typeof COPY_KINDS)[number];
  readonly of: ItemId;
  readonly from: Source;
  readonly attribution: Attribution;
  /** Whose words the copy itself says they are: then that one and the earlier report are one origin. Else null. */
  readonly names: Source | null;
}

/** Decided once, as the report is judged; only new words of its outlet may change it. */
export type Origin = Attribution | Copy;

export const OWN: Attribution = { kind: 'own' };

/** Something said: by whom, and where from. Reports and the evidence of deadlines alike. */
export interface Said {
  readonly source: Source;
  readonly origin: Origin;
}

/** Whom to believe nothing on their word alone: an aggregator only repeats, and nobody looked at an unreviewed outlet. */
const COUNTS_FOR_NOTHING: ReadonlySet<Label> = new Set<Label>(['aggregator', 'unreviewed']);

/** A state's newsroom is heard for itself; that another outlet said so is not known from it. */
const VOUCHES_FOR_NOBODY: ReadonlySet<Label> = new Set<Label>([...COUNTS_FOR_NOTHING, 'state-controlled']);

/** Whether the law itself says so: it needs nobody to say the same. */
export function isLaw(said: readonly Pick<Said, 'source'>[]): boolean {
  return said.some(({ source }) => source.label === 'official-legal');
}

/** Who speaks in what is said; null where it adds nobody. `agencies` are somebody, but nobody knows who. */
export type Speaker = Source | 'agencies' | null;

function counted(source: Source): Source | null {
  return COUNTS_FOR_NOTHING.has(source.label) ? null : source;
}

function isAgency(source: Source): boolean {
  return source.label === 'wire';
}

function speakerIn(source: Source, attribution: Attribution): Speaker {
  if (attribution.kind === 'own') return counted(source);
  if (VOUCHES_FOR_NOBODY.has(source.label)) return null;
  if (attribution.kind === 'agencies') return 'agencies';
  return counted(attribution.kind === 'credited' ? attribution.to : attribution.primary);
}

/** Whether the words are another report's. */
export function isCopy(origin: Origin): origin is Copy {
  return 'of' in origin;
}

/** Who speaks in a report, followed through credits, quotes and copies. */
export function speakerOf({ source, origin }: Said): Speaker {
  if (!isCopy(origin)) return speakerIn(source, origin);
  return counted(source) === null ? null : speakerIn(origin.from, origin.attribution);
}

/** Whose words a report says it has: those it credits or quotes, or its own where it is an agency; null where it says nothing. */
export function namedBy(source: Source, attribution: Attribution): Source | null {
  const speaker = speakerIn(source, attribution);
  if (speaker === null || speaker === 'agencies') return null;
  return attribution.kind !== 'own' || isAgency(speaker) ? speaker : null;
}

/** The independent origins behind what is said. */
export interface Origins {
  /** One for each ownership group that speaks, the first to do so; never more than there are reports. */
  readonly named: readonly Source[];
  /** `named`, and one for all unnamed agencies together where no agency is named that may be meant. */
  readonly count: number;
}

/** Whom the words of a report are known to come from besides its speaker: a copy may name them where the first did not. */
function alsoNamed({ origin }: Said): Source | null {
  return isCopy(origin) ? origin.names : null;
}

/** Ownership groups, joined where the words of one turned out to be another's. */
class Groups {
  readonly #speakers = new Map<string, Source>();
  readonly #joined = new Map<string, string>();

  hear(speaker: Source): void {
    if (!this.#speakers.has(speaker.group)) this.#speakers.set(speaker.group, speaker);
  }

  join(one: Source, other: Source): void {
    const [from, to] = [this.#find(one.group), this.#find(other.group)];
    if (from !== to) this.#joined.set(from, to);
  }

  /** One speaker for all that are joined, the first that was heard. */
  speakers(): readonly Source[] {
    const found = new Map<string, Source>();
    for (const speaker of this.#speakers.values()) {
      const group = this.#find(speaker.group);
      if (!found.has(group)) found.set(group, speaker);
    }
    return [...found.values()];
  }

  #find(group: string): string {
    const next = this.#joined.get(group);
    return next === undefined ? group : this.#find(next);
  }
}

function heard(said: readonly Said[]): readonly Source[] {
  const groups = new Groups();
  for (const one of said) {
    const speaker = speakerOf(one);
    if (speaker === null || speaker === 'agencies') continue;
    groups.hear(speaker);
    const named = alsoNamed(one);
    if (named) groups.join(named, speaker);
  }
  return groups.speakers();
}

/** Everything that counts independence counts it here: cards, gates, pings and backtests. */
export function originsBehind(said: readonly Said[]): Origins {
  const named = heard(said);
  const speakers = said.map(speakerOf);
  const isNamed = speakers.some((speaker) => speaker !== null && speaker !== 'agencies' && isAgency(speaker));
  return { named, count: named.length + Number(speakers.includes('agencies') && !isNamed) };
}

/** Whether nobody but outlets that states control is known to say so. */
export function isStateAlone({ named, count }: Origins): boolean {
  return count > 0 && count === named.length && named.every((source) => source.label === 'state-controlled');
}
