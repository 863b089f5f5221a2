/**
 * Words of headlines that say the same: names in other spellings, a country and its people, newsrooms' words of attacks,
 * of talks, of threats and of deadlines, numbers in letters. Reports of one event are worded by many desks; these are where they differ most.
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
  attack: 'strike struck shelling bombing bombardment bombard barrage assault raid airstrike blitz onslaught pound',
  deadline: 'ultimatum',
  shorten: 'shorter shrink reduce tighten tighter cut slash',
  submarines: 'subs',
  tariff: 'duty duties levy levies',
  oil: 'crude',
  raise: 'raises hike increase higher steeper',
  arrive: 'lands landed',
  soil: 'territory land territorial',
  exchange: 'swap',
  prisoner: 'pow pows captives inmates',
  prison: 'jail penitentiary',
  ceasefire: 'truce',
  fire: 'ablaze blaze burn burning',
  rubble: 'debris ruins wreckage',
  flat: 'apartment flats apartments residential',
  child: 'children kids toddler boy girl baby',
  evacuate: 'evacuation',
  quake: 'earthquake tremor',
  drone: 'uav uavs shahed shaheds',
  howitzer: 'artillery guns',
  troops: 'soldiers servicemen',
  capture: 'seize seizure liberate',
  meet: 'meeting summit encounter',
  talk: 'negotiations negotiate',
  envoy: 'emissary',
  parliament: 'rada lawmakers mps legislators deputies',
  corruption: 'graft anticorruption',
  extend: 'prolong extension renew',
  approve: 'approval okay okays greenlight',
  restore: 'reverse reinstate',
  resume: 'restart',
  threaten: 'threat vow warn pledge',
  condemn: 'slam blast denounce criticize criticise',
  reject: 'refuse dismiss rebuff',
  buy: 'purchase import',
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
