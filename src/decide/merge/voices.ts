/** Whose word a headline is: the parties that say or do something in it, whatever name or office speaks for them. */
import type { Headed } from './likeness.ts';

/** Names a party goes by in headlines: its country, people, seat and bodies, and those who speak for it. */
const PARTIES: Readonly<Record<string, string>> = {
  Russia:
    'Russia, Russian, Moscow, Kremlin, Duma, Putin, Peskov, Lavrov, Medvedev, Ushakov, Dmitriev, Zakharova, Medinsky, Nebenzya, Nebenzia, Ryabkov',
  Ukraine:
    'Ukraine, Ukrainian, Kyiv, Kiev, Zelensky, Zelenskyy, Zelenskiy, Zelenskyi, Zelenskii, Yermak, Umerov, Sybiha, Svyrydenko',
  'the United States':
    'US, U.S., USA, American, America, Washington, White House, State Department, Pentagon, Trump, Rubio, Vance, Witkoff, Bessent, Hegseth, Kellogg, Whitaker, Leavitt, Lutnick, Greer',
  India: 'India, Indian, New Delhi, Delhi, Modi, Jaishankar',
  China: 'China, Chinese, Beijing, Xi, Wang Yi',
  'the European Union': 'EU, European Union, Brussels, von der Leyen, Kallas, Costa, Šefčovič, Sefcovic',
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
};

const PARTY_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(PARTIES).flatMap(([party, names]) => names.split(', ').map((name) => [name, party] as const)),
);

/** Verbs that answer what another one said or did. */
const ANSWERS =
  'reacts?|responds?|repl(?:y|ies)|answers?|rejects?|den(?:y|ies)|dismiss(?:es)?|slams?|blasts?|condemns?|criticis?z?es|welcomes?|praises?|thanks|takes note|notes|plays down|downplays|hits back|shrugs off|brushes (?:aside|off)|accepts?|refuses?|mocks?|scoffs?|rules out|calls(?! for| on| to)|says (?:(?:on|of)(?! \\p{Lu})|it has noted)';
const SAYS =
  'confirms?|approves?|adopts?|signs|backs|vows?|pledges?|says?|said|tells?|told|warns?|urges?|calls?|insists?|claims?|announces?|declares?|demands?|threatens?|expects?|hopes?|wants?|doubts?|believes?|admits?|suggests?|proposes?|promises?|signals?|needs time|reminds?|accuses?|thinks?|intends|plans|puts a date|gives?|sets?|orders?|fixes|cuts?|shortens?|shrinks?|moves? up|brings? forward|reduces?|narrows?|issues?|imposes|adds|punishes|slaps|doubles|raises';

/** Headlines in title case spell their verbs with a capital. */
const anyHead = (words: string) =>
  words.replace(/(?<![\p{L}\\])[a-z]/gu, (letter) => `[${letter.toUpperCase()}${letter}]`);

const NAMES = [...PARTY_OF.keys()].map((name) => name.replaceAll('.', '\\.')).join('|');
/** What may stand between a party's name and its verb: an office, the name of who holds it, an adverb. */
const BETWEEN = String.raw`(?:['’]s)?(?: (?:ally|aide|envoy|military|army|government|parliament|ministry|lawmakers|chief|spokesman|spokeswoman|president|leader|officials?|minister|also|again|now|still|\p{Lu}[\p{L}.-]+)){0,3}?`;
/** Behind one of these a name is nobody's subject. */
const NO_SUBJECT = String.raw`(?<!(?<![\p{L}])(?:${anyHead('after|against|at|before|by|for|from|in|of|on|over|to|via|with')}) )`;

const SPEAKS = new RegExp(
  String.raw`${NO_SUBJECT}(?<![\p{L}-])(${NAMES})${BETWEEN},? ['‘“"]?(?:(${anyHead(ANSWERS)})|${anyHead(SAYS)})(?![\p{L}])`,
  'gu',
);
/** "Trump and Putin say", up to the second name. */
const BESIDE = new RegExp(`(${NAMES})(?: and|,) $`, 'u');
/** "Peskov: …" */
const AHEAD = new RegExp(`^(${NAMES})${BETWEEN}: `, 'u');
/** "… — Peskov", "… says Peskov", "…, Peskov" */
const BEHIND = new RegExp(
  String.raw`(?:(?:says?|said|according to|[—–-]) (?:\p{L}+ ){0,2}?|, )(${NAMES})(?:['’]s \p{Lu}\p{L}+)?$`,
  'u',
);

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
  readonly name: string | undefined;
  readonly answers: boolean;
}

function spokenIn(title: string): readonly Spoken[] {
  const spoken = [...title.matchAll(SPEAKS)].flatMap(({ 1: name, 2: answer, index }): readonly Spoken[] => {
    const answers = answer !== undefined;
    return [name, BESIDE.exec(title.slice(0, index))?.[1]].map((one) => ({ name: one, answers }));
  });
  if (spoken.length > 0) return spoken;
  return [AHEAD, BEHIND].map((pattern) => ({ name: pattern.exec(title)?.[1], answers: false }));
}

function partiesOf(spoken: readonly Spoken[]): ReadonlySet<string> {
  return new Set(spoken.flatMap(({ name }) => PARTY_OF.get(name ?? '') ?? []));
}

const NOBODY: Voices = { of: new Set(), answering: new Set() };

function voicesIn(title: string): Voices {
  if (!namesParty(title)) return NOBODY;
  const spoken = spokenIn(title);
  return { of: partiesOf(spoken), answering: partiesOf(spoken.filter(({ answers }) => answers)) };
}

const known = new WeakMap<object, Voices>();

/** Whose word a report's title is; worked out once. */
export function voicesOf(report: Headed): Voices {
  const voices = known.get(report) ?? voicesIn(report.title);
  known.set(report, voices);
  return voices;
}
