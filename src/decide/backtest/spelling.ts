/** Whether two words are probably spellings of one name. */
import { editsBetween } from '../match/nearest.ts';

/** Cyrillic letters as English newsrooms write them; й, ё and ї arrive without their marks. */
const LATIN: Readonly<Record<string, string>> = {
  а: 'a',
  б: 'b',
  в: 'v',
  г: 'g',
  ґ: 'g',
  д: 'd',
  е: 'e',
  є: 'ie',
  ж: 'zh',
  з: 'z',
  и: 'i',
  і: 'i',
  к: 'k',
  л: 'l',
  м: 'm',
  н: 'n',
  о: 'o',
  п: 'p',
  р: 'r',
  с: 's',
  т: 't',
  у: 'u',
  ф: 'f',
  х: 'h',
  ц: 'ts',
  ч: 'ch',
  ш: 'sh',
  щ: 'shch',
  ъ: '',
  ы: 'i',
  ь: '',
  э: 'e',
  ю: 'iu',
  я: 'ia',
};

const SAME_SOUND: readonly (readonly [letters: RegExp, as: string])[] = [
  [/kh/g, 'h'],
  [/ph/g, 'f'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/q/g, 'k'],
  [/[yj]/g, 'i'],
  [/(.)\1+/g, '$1'],
];

/** What spellings of one name share: `Zelenskyy`, `Zelenskiy` and `Зеленский` are `zelenski`. */
export function skeleton(word: string): string {
  const latin = [...word].map((letter) => LATIN[letter] ?? letter).join('');
  return SAME_SOUND.reduce((text, [letters, as]) => text.replace(letters, as), latin);
}

const SHORTEST = 5;
/** A word this long may differ in two letters and still be the same. */
const LONG = 8;

export type Likeness = 'same_sound' | 'near' | 'other';

/** How near two words, as compared, are as spellings. Short words are near to too much. */
export function spelledLike(word: string, other: string): Likeness {
  if (word === other || word.length < SHORTEST || other.length < SHORTEST) return 'other';
  const [own, theirs] = [skeleton(word), skeleton(other)];
  if (own.slice(0, 1) !== theirs.slice(0, 1) || Math.abs(own.length - theirs.length) > 2) return 'other';
  if (own === theirs) return 'same_sound';
  const most = Math.min(own.length, theirs.length) >= LONG ? 2 : 1;
  return editsBetween(own, theirs) <= most ? 'near' : 'other';
}
