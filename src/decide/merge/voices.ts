/** Whose word a headline is: the parties that say or do something in it, whatever name or office speaks for them. */
import type { Headed } from './likeness.ts';

const MARKETS = 'markets';

/** Names a party goes by in headlines: its country, people, seat and bodies, and those who speak for it. */
const PARTIES: Readonly<Record<string, string>> = {
  Russia:
    'Russia, Russian, Moscow, Kremlin, Duma, Putin, Peskov, Lavrov, Ushakov, Dmitriev, Zakharova, Medinsky, Nebenzya, Nebenzia, Ryabkov',
  Ukraine:
    'Ukraine, Ukrainian, Kyiv, Kiev, Zelensky, Zelenskyy, Zelenskiy, Zelenskyi, Zelenskii, Yermak, Umerov, Sybiha, Svyrydenko',
  'the United States':
    'US, U.S., USA, American, America, Washington, White House, State Department, Pentagon, Trump, Rubio, Vance, Witkoff, Bessent, Hegseth, Kellogg, Whitaker, Leavitt, Lutnick, Greer',
  India: 'India, Indian, New Delhi, Delhi, Modi, Jaishankar',
  China: 'China, Chinese, Beijing, Xi, Wang Yi',
  Europe:
    'Europe, European, Europeans, E3, EU, European Union, Brussels, von der Leyen, Kallas, Costa, Šefčovič, Sefcovic',
  NATO: 'NATO, Nato, Rutte',
  Germany: 'Germany, German, Berlin, Merz, Wadephul, Pistorius',
  France: 'France, French, Paris, Macron, Barrot',
  Britain: 'Britain, British, UK, U.K., London, Downing Street, Starmer, Lammy',
  Türkiye: 'Türkiye, Turkey, Turkish, Ankara, Erdogan, Erdoğan, Fidan',
  Poland: 'Poland, Polish, Warsaw, Tusk, Sikorski',
  Belarus: 'Belarus, Belarusian, Minsk, Lukashenko',
  Hungary: 'Hungary, Hungarian, Budapest, Orban, Orbán, Szijjarto, Szijjártó',
  Iran: 'Iran, Iranian, Tehran, Khamenei, Pezeshkian, Araghchi, Araqchi, Baghaei',
  Israel: 'Israel, Israeli, Netanyahu',
  Brazil: 'Brazil, Brazilian, Brasilia, Lula',
  'the United Nations': 'UN, U.N., Guterres',
  'the Vatican': 'Vatican, Pope',
  /** Speaks for himself. */
  Medvedev: 'Medvedev',
  /** They answer too. */
  [MARKETS]:
    'Stocks, stocks, Shares, shares, Markets, markets, Ruble, ruble, Rouble, rouble, Rupee, rupee, Oil prices, oil prices, Oil Prices, Bonds, bonds, Futures, futures, Wall Street, Sensex',
};

const PARTY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(PARTIES).flatMap(([party, names]) => names.split(', ').map((name) => [name, party] as const)),
);

/** Verbs that answer what another one said or did. */
const ANSWERS =
  'reacts?|responds?|repl(?:y|ies)|answers?|rejects?|den(?:y|ies)|dismiss(?:es)?|slams?|blasts?|condemns?|criticis?z?es|welcomes?|praises?|thanks|takes note|notes|plays down|downplays|hits back|shrugs off|brushes (?:aside|off)|accepts?|refuses?|mocks?|scoffs?|rules out|describes|terms|brands|labels|calls(?! for| on| to)|says (?:(?:on|of)(?! \\p{Lu})|it has noted)';
const SAYS =
  'confirms?|approves?|adopts?|signs|backs|vows?|pledges?|says?|said|tells?|told|warns?|urges?|calls?|insists?|claims?|announces?|declares?|demands?|threatens?|expects?|hopes?|wants?|doubts?|believes?|admits?|suggests?|proposes?|promises?|signals?|needs time|reminds?|accuses?|thinks?|intends|plans|puts a date|gives?|sets?|orders?|fixes|cuts?|shortens?|shrinks?|moves? up|brings? forward|reduces?|narrows?|issues?|imposes|adds|punishes|slaps|doubles|raises';

/** What they are about to do or busy with: the verb is left out. */
const IS = '(?:studying|weighing|examining|considering|mulling|reviewing)';

/** What parties do, and markets: said of one with an `s`, of several without. */
const ACTS =
  'trigger launch start begin move take invoke activate reinstate restore vent hail press host arrange unveil offer agree boost send deploy reposition defend lash hit push present consider weigh join let leave keep make end hold rally jump rise fall slip slide gain climb drop surge tumble edge'.split(
    ' ',
  );
const ofOne = (verb: string) =>
  /(?:[sx]|[cs]h)$/.test(verb) ? `${verb}es` : `${verb.replace(/(?<![aeiou])y$/, 'ie')}s`;
/** Behind several, whatever they are: "Europeans start", "Paris and London move". */
const SEVERAL = String.raw`(?<=(?:\p{Ll}s| and \p{L}+) )`;

/** Headlines in title case spell their verbs with a capital. */
const anyHead = (words: string) =>
  words.replace(/(?<![\p{L}\\])[a-z]/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);

const NAMES = [...PARTY_OF.keys()].map((name) => name.replaceAll('.', '\\.')).join('|');
/** What may stand between a party's name and its verb: an office, the name of who holds it, an adverb. */
const BETWEEN = String.raw`(?:['’]s)?(?: (?:ally|aide|envoy|leaders|powers|nations|countries|allies|military|army|government|parliament|ministry|lawmakers|chief|spokesman|spokeswoman|president|leader|officials?|minister|also|again|now|still|(?!(?:Medvedev|Stocks|Shares|Markets|Bonds|Futures|War|Talks|Summit|Tariffs?|Sanctions|Deal|Crisis|Live|Latest|Strikes?|Attacks?)\b)\p{Lu}[\p{L}.-]+)){0,3}?`;
/** Behind one of these a name is nobody's subject. */
const NO_SUBJECT = String.raw`(?<!(?<![\p{L}])(?:${anyHead('after|against|at|before|by|for|from|in|of|on|over|to|via|with')}) )`;

const SPEAKS = new RegExp(
  String.raw`${NO_SUBJECT}(?<![\p{L}-])(${NAMES})${BETWEEN},? ['‘“"]?(?:(${anyHead(ANSWERS)})|${anyHead(`${SAYS}|${IS}|${ACTS.map(ofOne).join('|')}`)}|${SEVERAL}(?:${anyHead(ACTS.join('|'))}))(?![\p{L}])`,
  'gu',
);
/** "Trump and Putin say", up to the second name. */
const BESIDE = new RegExp(`(${NAMES})(?: and|,) $`, 'u');
/** "Peskov: …" */
const AHEAD = new RegExp(`^(${NAMES})${BETWEEN}: `, 'u');
/** "… — Peskov", "… says Peskov", "“…”: Peskov" */
const BEHIND = new RegExp(
  String.raw`(?:(?:says?|said|according to|[—–-]|(?<=['’”"]):) (?:(?!(?:of|on|to|in|by|for|with|about|that)\b)\p{L}+ ){0,2}?)(${NAMES})(?:['’]s \p{Lu}\p{L}+)?(?: (?:aide|adviser|spokesman|spokeswoman|officials?|envoy|minister|ministry|chief|leader))?(?: says| said)?$`,
  'u',
);
/** "…, Peskov": a list as often. */
const LAST = new RegExp(String.raw`, (${NAMES})(?:['’]s \p{Lu}\p{L}+)?$`, 'u');
/** "…: India on …" */
const ON = new RegExp(`: (${NAMES})${BETWEEN} on `, 'u');

/** Most headlines name no party, and are done with. */
const FIRST_WORDS: ReadonlySet<string> = new Set([...PARTY_OF.keys()].map((name) => name.split(/[ .]/)[0] ?? name));
const namesParty = (title: string) => title.split(/[^\p{L}\p{M}]+/u).some((word) => FIRST_WORDS.has(word));

export interface Voices {
  /** Parties that say or do something. */
  readonly of: ReadonlySet<string>;
  /** Those of them that answer what another one said or did. */
  readonly answering: ReadonlySet<string>;
}

interface Spoken {
  readonly party: string | undefined;
  readonly answers: boolean;
}

/** Whoever it is answers: "… hits back at …". */
const OTHER = 'another party';
const OTHERS = new RegExp(
  String.raw`\p{Lu}[\p{L}.-]+,? (?:${anyHead('hits back|hits out|lashes out|slams|blasts|condemns|reacts|responds|replies|rejects|dismisses|criticis?zes|welcomes|praises|mocks|scoffs|shrugs off|thanks')})(?![\p{L}])`,
  'u',
);

/** "… : Rahul Gandhi", where the headline is no title in capitals. */
const SOMEBODY = /(?: \p{Ll}[\p{L}’']*){2}.*[:—–] \p{Lu}\p{L}+ \p{Lu}\p{L}+$/u;

const partyIn = (title: string, pattern: RegExp) => PARTY_OF.get(pattern.exec(title)?.[1] ?? '');

function subjectsIn(title: string): readonly Spoken[] {
  return [...title.matchAll(SPEAKS)].flatMap(({ 1: name = '', 2: answer, index }): readonly Spoken[] => {
    const answers = answer !== undefined;
    return [PARTY_OF.get(name), partyIn(title.slice(0, index), BESIDE)].map((party) => ({ party, answers }));
  });
}

/** Who is said to say it all speaks, whoever is the subject of what is said. */
function spokenIn(title: string, main: string): readonly Spoken[] {
  const on = partyIn(title, ON);
  if (on !== undefined) return [{ party: on, answers: true }];
  const said = partyIn(title, AHEAD) ?? partyIn(title, BEHIND);
  if (said !== undefined) return [{ party: said, answers: false }];
  const subjects = subjectsIn(main);
  if (subjects.length > 0) return subjects;
  if (OTHERS.test(main) || SOMEBODY.test(title)) return [{ party: OTHER, answers: true }];
  return [{ party: partyIn(title, LAST), answers: false }];
}

/** Several of these together speak for Europe. */
const EUROPEANS: ReadonlySet<string> = new Set(['Germany', 'France', 'Britain', 'Poland']);

function partiesOf(spoken: readonly Spoken[]): ReadonlySet<string> {
  const parties = new Set(spoken.flatMap(({ party }) => party ?? []));
  const europeans = [...parties].filter((party) => EUROPEANS.has(party));
  return europeans.length > 1 ? parties.add('Europe') : parties;
}

const NOBODY: Voices = { of: new Set(), answering: new Set() };

/** What a headline says happened, and behind it what that came after: "Delhi vows to buy on after Washington raises duties". */
const AFTER = /^(.{10,}?),? (?:after|following|amid|despite|in (?:response|reply) to|over|as(?= \S+ \S+s ))\s(.+)$/iu;

const NAMED = new RegExp(`(?<![\\p{L}-])(${NAMES})(?![\\p{L}])`, 'gu');

function namedIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(NAMED)].flatMap(([, name = '']) => PARTY_OF.get(name) ?? []));
}

/** Markets answer a party, or are a matter of their own. */
function isVoice({ party }: Spoken, title: string): boolean {
  return party !== MARKETS || [...namedIn(title)].some((named) => named !== MARKETS);
}

/** Whether what it came after is another party's doing. */
function answersTo(behind: string, own: ReadonlySet<string>): boolean {
  const named = namedIn(behind);
  return named.size > 0 && ![...own].some((party) => named.has(party));
}

function voicesIn(title: string): Voices {
  if (!namesParty(title)) return NOBODY;
  const [, main = title, behind = ''] = AFTER.exec(title) ?? [];
  const spoken = spokenIn(title, main).filter((one) => isVoice(one, title));
  const of = partiesOf(spoken);
  const answering = answersTo(behind, of) ? of : partiesOf(spoken.filter(({ answers }) => answers));
  return { of, answering };
}

const known = new WeakMap<object, Voices>();

/** Whose word a report's title is; worked out once. */
export function voicesOf(report: Headed): Voices {
  const voices = known.get(report) ?? voicesIn(report.title);
  known.set(report, voices);
  return voices;
}
