/** Words, and pairs of words, that tell some items from others. */
import type { FieldText, ReadItem } from '../match/fields.ts';
import { votesFor } from '../match/language.ts';
import { isUnspaced } from '../match/normalise.ts';
import type { Read } from './item.ts';

/** A word or a pair, and in how many items of either side it stands. */
export interface Telling {
  /** As a query would have it: `envoy`, `"foreign ministers"`. */
  readonly written: string;
  readonly stems: readonly string[];
  readonly inside: number;
  readonly outside: number;
  /** How much likelier inside, as the logarithm of the odds. */
  readonly odds: number;
}

const SHORTEST = 3;

interface Counted {
  readonly stems: readonly string[];
  readonly forms: Map<string, number>;
  count: number;
}

/** Every word and pair that stands in at least `least` items inside, the most telling first. */
export function tellingIn(inside: readonly Read[], outside: readonly Read[], least: number): readonly Telling[] {
  const within = countUnits(inside);
  const beyond = countUnits(outside);
  const telling: Telling[] = [];
  for (const [key, { stems, forms, count }] of within) {
    if (count < least) continue;
    const without = beyond.get(key)?.count ?? 0;
    const odds = logOdds(count, inside.length) - logOdds(without, outside.length);
    telling.push({ written: written(forms), stems, inside: count, outside: without, odds });
  }
  return telling.sort((a, b) => b.odds - a.odds || (a.written < b.written ? -1 : 1));
}

/** Half an item more on either side keeps what was never seen from being certain. */
function logOdds(count: number, of: number): number {
  return Math.log((count + 0.5) / (of - count + 0.5));
}

/** The form published most often stands for all. */
function written(forms: ReadonlyMap<string, number>): string {
  const [most = ''] = [...forms].sort((a, b) => b[1] - a[1])[0] ?? [];
  return most.includes(' ') ? `"${most}"` : most;
}

function countUnits(reads: readonly Read[]): ReadonlyMap<string, Counted> {
  const counts = new Map<string, Counted>();
  for (const { read } of reads) {
    for (const [key, unit] of unitsOf(read)) {
      const counted = counts.get(key) ?? { stems: unit.stems, forms: new Map(), count: 0 };
      counted.count += 1;
      counted.forms.set(unit.form, (counted.forms.get(unit.form) ?? 0) + 1);
      counts.set(key, counted);
    }
  }
  return counts;
}

interface Unit {
  readonly stems: readonly string[];
  readonly form: string;
}

function unitsOf({ fields }: ReadItem): ReadonlyMap<string, Unit> {
  const units = new Map<string, Unit>();
  for (const field of fields) {
    field.tokens.forEach((_, at) => {
      const word = wordAt(field, at);
      const next = word && wordAt(field, at + 1);
      if (word) units.set(word.stems.join(' '), word);
      if (word && next) {
        const stems = [...word.stems, ...next.stems];
        units.set(stems.join(' '), { stems, form: `${word.form} ${next.form}` });
      }
    });
  }
  return units;
}

/** The word at a place; null for small words, numbers and what is too short to tell anything. */
function wordAt({ tokens, stems }: FieldText, at: number): Unit | null {
  const form = tokens[at]?.text ?? '';
  const stem = stems[at];
  if (stem === undefined || form.length < SHORTEST || /^\d/.test(form)) return null;
  return votesFor(form).length > 0 || isUnspaced(form) ? null : { stems: [stem], form };
}
