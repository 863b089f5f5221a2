/**
 * Reports that count victims, and where: numbers that rise are one event told on, and its place is what stays the same
 * from count to count while all other words change.
 */
import { fold } from '../match/normalise.ts';
import type { Headed } from './likeness.ts';

/** Words of the dead and the hurt. */
const TOLL =
  /(?<![\p{L}])(?:kill(?:s|ed|ing)?|dead|dies|died|deaths?|death toll|toll|victims?|casualties|lives|bodies|injur(?:es|ed|ing)|wound(?:s|ed|ing)?|mourning)(?![\p{L}])/iu;
/** What people die of in one place at one time, and what is left of it. */
const BLOW =
  /(?<![\p{L}])(?:attack|strike|struck|hits?|missile|drone|bomb|shell|barrage|blast|explosion|raid|assault|quake|earthquake|fire|flood|crash|collapse|storm|shooting|toll|debris|rubble|ruin|wreckage)(?:s|ing|ed|es)?(?![\p{L}])/iu;

const PLACE = String.raw`(?!(?:On|In|At|Near|Of) )(?<place>\p{Lu}[\p{L}’'-]+)`;
/** In front of a place where something happened, and behind one. */
const PLACES = [
  new RegExp(
    String.raw`(?<![\p{L}])(?:[Oo]n|[Ii]n|[Aa]t|[Nn]ear|[Oo]f|[Hh]its?|[Hh]itting|[Ss]trikes?|[Pp]ounds?|[Bb]ombs?|[Rr]ocks?)(?: (?:the|a|an|central|eastern|western|southern|northern|[Cc]ity of|[Uu]kraine['’]s|[Rr]ussia['’]s|[Uu]krainian|[Rr]ussian|[Cc]apital|\p{Ll}+ camp in))* ${PLACE}`,
    'gu',
  ),
  new RegExp(
    String.raw`${PLACE} (?:\p{Ll}+ )?(?:[Aa]ttack|[Ss]trike|[Bb]last|[Dd]eath [Tt]oll|[Ff]ire|[Ff]lood|[Qq]uake|[Ee]arthquake|[Rr]egion|[Oo]blast|[Cc]rash|[Ss]hooting|in mourning|mourns)`,
    'gu',
  ),
];
/** Seats of government, as headlines say them without their name. */
const CAPITALS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:Ukraine['’]s|Ukrainian) capital\b/iu, 'kyiv'],
  [/\b(?:Russia['’]s|Russian) capital\b/iu, 'moscow'],
];
/** Who strikes, whole countries, days, and what title case writes with a capital are no places. */
const NO_PLACE: ReadonlySet<string> = new Set(
  [
    'russia russian russians ukraine ukrainian ukrainians israel israeli us american ice',
    'january february march april may june july august september october november december year eve',
    'monday tuesday wednesday thursday friday saturday sunday night overnight',
    'one two three four five six seven eight nine ten dozens hundreds people children',
    'death toll victim victims mass deadly massive air missile missiles drone drones plane car bus small',
    'the a an on in at of near after as from by for to least new board school kills killed',
  ].flatMap((words) => words.split(' ')),
);

const SPELLINGS: Readonly<Record<string, string>> = {
  kiev: 'kyiv',
  zaporizhia: 'zaporizhzhia',
  zaporozhye: 'zaporizhzhia',
};

function placesIn(title: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const pattern of PLACES)
    for (const match of title.matchAll(pattern)) {
      const place = fold((match.groups?.place ?? '').replace(/['’]s$/u, ''));
      if (!NO_PLACE.has(place)) found.add(SPELLINGS[place] ?? place);
    }
  for (const [words, capital] of CAPITALS) if (words.test(title)) found.add(capital);
  return found;
}

const NOWHERE: ReadonlySet<string> = new Set();

const known = new WeakMap<object, ReadonlySet<string>>();

/** The places a report's title says were struck, folded; victims or none. */
export function struckPlaces({ title }: Pick<Headed, 'title'>): ReadonlySet<string> {
  return BLOW.test(title) ? placesIn(title) : NOWHERE;
}

/** Whether a report counts victims. */
export function tellsToll({ title }: Pick<Headed, 'title'>): boolean {
  return TOLL.test(title);
}

/** The places whose victims a report's title counts, folded; worked out once. */
export function tollPlaces(report: Headed): ReadonlySet<string> {
  const before = known.get(report);
  if (before) return before;
  const places = TOLL.test(report.title) && BLOW.test(report.title) ? placesIn(report.title) : NOWHERE;
  known.set(report, places);
  return places;
}
