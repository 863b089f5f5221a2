/**
 * Reports that say the same in their titles and openings together, though their titles alone hardly do: desks head one
 * event in words of their own, and name in the opening the places, people and numbers that they have in common.
 */
import type { Development, Report } from '../../domain/development.ts';
import type { Item } from '../../domain/item.ts';
import { HOUR } from '../../domain/time.ts';
import type { Rarity } from '../vector.ts';
import { likeness, tellsEvent, textWords, titleWords } from './likeness.ts';
import { writtenAt } from './shelf.ts';

/** Longer texts say more than chance does: their likeness fades more slowly than that of titles. */
const HALVED_AFTER = 4 * HOUR;
/** Later than this they tell how it went on. */
export const OPENINGS_WITHIN = 12 * HOUR;
/** The mean of how alike the titles are, and the titles with their openings. */
const ALIKE_FROM = 0.05;
/** What both say must tell this much, as a sum of rarities, however short the rest is. */
const TELLS_FROM = 5;
/** Those that tell less than half of it have nothing to do with each other, which is cheaper to know than how alike they are. */
const HALF = 0.5;
/** The more reports a development has, the more must be said. */
const MORE_FOR_MANY = 0.1;

/** A report on its way, and how rare words are where it goes. */
interface Sought {
  readonly item: Item;
  /** When it was written, in ms. */
  readonly at: number;
  readonly rarity: Rarity;
}

/** How much the words tell that both texts hold. */
function toldByBoth(own: ReadonlySet<string>, other: ReadonlySet<string>, rarity: Rarity): number {
  let told = 0;
  for (const word of own) if (other.has(word) && tellsEvent(word)) told += rarity(word);
  return told;
}

/** 1 and more where it is enough. */
function tellsSame(report: Report, { item, at, rarity }: Sought): number {
  const [own, other] = [textWords(item), textWords(report)];
  const fresh = 1 / (1 + Math.abs(at - writtenAt(report)) / HALVED_AFTER);
  const told = (fresh * toldByBoth(own, other, rarity)) / TELLS_FROM;
  if (told < HALF) return 0;
  const titles = likeness(titleWords(item), titleWords(report), rarity);
  const alike = (titles + likeness(own, other, rarity)) / 2;
  return Math.min((fresh * alike) / ALIKE_FROM, told);
}

/**
 * How much an item and the nearer half of the reports of a development say the same, openings and all: 1 is just enough,
 * 0 where the item or most of the reports have no opening.
 */
export function openingsTell({ reports }: Development, sought: Sought): number {
  const opened = reports.filter(({ lede }) => lede !== '');
  if (sought.item.lede === '' || opened.length * 2 < reports.length) return 0;
  const each = opened.map((report) => tellsSame(report, sought)).sort((a, b) => b - a);
  const nearer = each.slice(0, Math.ceil(each.length / 2));
  const mean = nearer.reduce((sum, one) => sum + one, 0) / nearer.length;
  return mean / (1 + MORE_FOR_MANY * Math.log(reports.length));
}
