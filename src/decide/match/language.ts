/** Which language a text is in, told by the small words no sentence does without. */
import type { Token } from './normalise.ts';

/**
 * Languages whose words are stemmed, those that most news is in first; `null` elsewhere stands for a text whose language
 * is not known.
 */
export const LANGUAGES = ['en', 'ru', 'uk', 'de', 'fr', 'es', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * As compared: lower case, without marks. A word that two of the languages share is a vote for both, which the other
 * words decide; words that are also names or numbers elsewhere are left out.
 */
const SMALL_WORDS: Readonly<Record<Language, string>> = {
  en: 'the of to and a in it for on with is as at by from that after over it are was has have will be his their its he not but who an says said new into amid against would more than about up could may been were they us out how why what',
  ru: 'и в на не что с по о об от для из его как это за к у но был была были до при после или их она они мы я же бы если чтобы также уже еще заявил сообщил',
  uk: 'і та в у на не що з про від для із його як це за до але був була були при після або їх вона вони ми я же б якщо щоб також вже ще й є заявив повідомив',
  de: 'der die das und in zu den mit von fur auf ist im nicht eine ein dem des sich auch als an es nach bei wird aus hat dass sie er werden uber vor zum zur gegen sind',
  fr: 'le la les de des et en un une du dans pour sur que qui au aux par avec est ce pas plus son sa ses ne se apres sont contre leur cette comme ont',
  es: 'el la los las de y en que un una del por con para su al se lo como no es mas sus tras sobre entre este pero ha fue son contra desde',
  ar: 'في من على الى عن ان التي الذي هذا هذه مع بعد قال ما لا بين او كان قبل حول كما خلال ذلك بان وقد',
};

const VOTES: ReadonlyMap<string, readonly Language[]> = votesOf();

function votesOf(): ReadonlyMap<string, readonly Language[]> {
  const votes = new Map<string, Language[]>();
  for (const language of LANGUAGES) {
    for (const word of SMALL_WORDS[language].split(' ')) votes.set(word, [...(votes.get(word) ?? []), language]);
  }
  return votes;
}

/** The languages a word as compared speaks for; mostly none. */
export function votesFor(word: string): readonly Language[] {
  return VOTES.get(word) ?? [];
}

/** The language with the most votes, by place among `LANGUAGES`, of several the one that most news is in; null when none has any. */
export function mostVoted(votes: Int32Array): Language | null {
  let best = -1;
  let most = 0;
  for (let language = 0; language < votes.length; language += 1) {
    const count = votes[language] ?? 0;
    if (count <= most) continue;
    best = language;
    most = count;
  }
  return LANGUAGES[best] ?? null;
}

/** The language of a text; null when its words do not tell. */
export function languageOf(tokens: readonly Token[]): Language | null {
  const votes = new Int32Array(LANGUAGES.length);
  for (const { text } of tokens) {
    for (const language of votesFor(text)) {
      const place = LANGUAGES.indexOf(language);
      votes[place] = (votes[place] ?? 0) + 1;
    }
  }
  return mostVoted(votes);
}
