/** A word -> what its forms have in common, by the stemmer of its language. */
import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as russian } from '@orama/stemmers/russian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';
import { LANGUAGES, type Language } from './language.ts';
import { fold, isUnspaced } from './normalise.ts';

/** For these the Ukrainian stemmer's answer depends on what it was asked before (a sticky `test`), so it is not asked. */
const UNSTEADY = /ост/u;

/** Words arrive without marks; where an ending cannot be anything else, й and ї are put back for the stemmer. */
const STEMMERS: Readonly<Record<Language, (word: string) => string>> = {
  en: english,
  ru: (word) => russian(word.replace(/([оеы])и$/u, '$1й')),
  uk: (word) => (UNSTEADY.test(word) ? word : ukrainian(word.replace(/([ои])и$/u, '$1й').replace(/([оі])і$/u, '$1ї'))),
  de: german,
  fr: french,
  es: spanish,
  ar: arabic,
};

/** Where the script of a word rules a language out, its stemmer has nothing to say. */
const SCRIPTS: Readonly<Record<Language, RegExp>> = {
  en: /^[a-z]+$/,
  ru: /^[а-я]+$/,
  uk: /^[а-яєґі]+$/,
  de: /^[a-z]+$/,
  fr: /^[a-z]+$/,
  es: /^[a-z]+$/,
  ar: /^\p{Script=Arabic}+$/u,
};

/** Shorter words are names, acronyms and small words: `US` is no form of `u`. */
const SHORTEST = 4;

/** A stem that would be another word: `news` is nothing `new`, `arms` are not what someone `armed` has two of. */
const NOT_FORMS: ReadonlySet<string> = new Set(['news', 'arms', 'united', 'general', 'customs']);

/** Words of news come back all the time, and a stemmer takes longer than everything else that is done with one. */
const KNOWN: Readonly<Record<Language, Map<string, string>>> = {
  en: new Map(),
  ru: new Map(),
  uk: new Map(),
  de: new Map(),
  fr: new Map(),
  es: new Map(),
  ar: new Map(),
};
const MOST_KNOWN = 50_000;

/** The stem of a word as compared, marked with its language; the word itself where nothing is to be cut. */
export function stemOf(word: string, language: Language): string {
  const known = KNOWN[language];
  const before = known.get(word);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const stem = cut(word, language);
  known.set(word, stem);
  return stem;
}

/**
 * Behind a stem, its language: an English `tank` is no form of what a German stemmer makes of `tanker`. Private
 * characters, so that no word of a text is ever taken for a stem.
 */
function marked(stem: string, language: Language): string {
  return stem + String.fromCharCode(0xe100 + LANGUAGES.indexOf(language));
}

const MARK = /[\uE100-\uE1FF]$/u;

/** A stem for people: without its language. */
export function bareStem(stem: string): string {
  return stem.replace(MARK, '');
}

function cut(word: string, language: Language): string {
  if (word.length < SHORTEST || NOT_FORMS.has(word) || !SCRIPTS[language].test(word)) return word;
  const stem = fold(STEMMERS[language](word));
  return marked(stem === '' ? word : stem, language);
}

/** A word of a query, as compared, and its stems in every language: what its other forms are known by. */
export function stemsOf(word: string): readonly string[] {
  const known = KNOWN_FORMS.get(word);
  if (known) return known;
  if (KNOWN_FORMS.size >= MOST_KNOWN) KNOWN_FORMS.clear();
  const forms = isUnspaced(word) ? [word] : [...new Set([word, ...LANGUAGES.map((language) => cut(word, language))])];
  KNOWN_FORMS.set(word, forms);
  return forms;
}

const KNOWN_FORMS = new Map<string, readonly string[]>();
