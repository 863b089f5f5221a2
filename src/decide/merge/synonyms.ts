/**
 * Words of headlines that say the same: names in other spellings, a country and its people, the words of attacks and
 * of deadlines, numbers in letters. Reports of one event are worded by many desks; these are where they differ most.
 */
import { stemOf } from '../match/stems.ts';

/** The word compared, and those that say the same; each with all its forms. */
const SAME: Readonly<Record<string, string>> = {
  zelensky: 'zelenskyy zelenskiy zelenskyi zelenskii',
  russia: 'russian russians',
  ukraine: 'ukrainian ukrainians',
  kyiv: 'kiev',
  zaporizhzhia: 'zaporizhia zaporozhye zaporizhzhya',
  us: 'american america washington',
  india: 'indian delhi',
  china: 'chinese beijing',
  turkey: 'turkiye turkish',
  israel: 'israeli',
  iran: 'iranian tehran',
  europe: 'european eu',
  killed: 'kill dead die death toll casualties fatalities victims',
  injured: 'wounded hurt',
  attack: 'strike struck shelling bombing bombardment barrage assault',
  deadline: 'ultimatum',
  shorten: 'shorter shrink reduce tighten tighter cut slash',
  submarines: 'subs',
  tariff: 'duty duties levy levies',
  oil: 'crude',
  raise: 'raises hike increase higher steeper',
  arrive: 'lands landed',
  territory: 'land territorial',
  exchange: 'swap',
  prisoner: 'pow pows captives',
  ceasefire: 'truce',
};

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
/** "One" is as often no number. */
const FIRST_NUMBER = 2;

function stems(): ReadonlyMap<string, string> {
  const words = Object.entries(SAME).flatMap(([word, others]) =>
    others.split(' ').map((other) => [stemOf(other, 'en'), stemOf(word, 'en')] as const),
  );
  const numbers = NUMBERS.map((word, value) => [stemOf(word, 'en'), String(value)] as const);
  return new Map([...words, ...numbers.slice(FIRST_NUMBER)]);
}

const STEMS = stems();

/** The stem that stands for this one and all that say the same. */
export function sameStem(stem: string): string {
  return STEMS.get(stem) ?? stem;
}
