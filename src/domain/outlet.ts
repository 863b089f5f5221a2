import type { OutletId } from './ids.ts';
import type { Zone } from './time.ts';

/** How far a publisher speaks for itself, for a state or for the law; the same rule for every bloc. */
export const LABELS = [
  'official-legal',
  'official',
  'wire',
  'press',
  'state-funded',
  'state-controlled',
  'aggregator',
  'unreviewed',
] as const;

export type Label = (typeof LABELS)[number];

/** Who publishes. Independence is counted over origins, by `group`, never over outlets or URLs. */
export interface Outlet {
  readonly id: OutletId;
  readonly name: string;
  readonly label: Label;
  /** Ownership group; an outlet that belongs to nobody else is its own group. */
  readonly group: string;
  /** ISO 3166 country of the state that funds, controls or speaks through it; null where no state does. */
  readonly state: string | null;
  /** Home zone: the day of "this Friday" in its articles. */
  readonly zone: Zone;
  /** Host names its articles live on, without `www.`. */
  readonly hosts: readonly string[];
  /** What texts call it that quote or credit it, as written: `AFP`, `РИА Новости`. */
  readonly names: readonly string[];
}

/** What a line on a card says of a publisher. */
export interface Source {
  readonly outlet: OutletId;
  readonly name: string;
  readonly label: Label;
  readonly group: string;
  readonly state: string | null;
}
