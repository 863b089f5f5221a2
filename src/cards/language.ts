/**
 * The languages of what members read. A card is drawn, and a command answered, in the language of whoever is told: the
 * caller says it once, and everything said meanwhile, also after waiting, is in it.
 */
import { AsyncLocalStorage } from 'node:async_hooks';
import { createInstance } from 'i18next';
import de from './languages/de.json' with { type: 'json' };
import en from './languages/en.json' with { type: 'json' };
import fr from './languages/fr.json' with { type: 'json' };
import ru from './languages/ru.json' with { type: 'json' };
import uk from './languages/uk.json' with { type: 'json' };

/** What a file does not say is said in English. */
export const MESSAGES = { en, uk, ru, de, fr } as const;
export type Language = keyof typeof MESSAGES;
export const LANGUAGES: readonly Language[] = ['en', 'uk', 'ru', 'de', 'fr'];

/** Without its plural form, which follows from the number. */
type Said<Key extends string> = Key extends `${infer Base}_one` ? Base : Key extends `${infer Base}_other` ? Base : Key;
type Message = Said<keyof typeof en> | `zones.${string}` | `flags.${string}`;

const messages = createInstance({
  resources: Object.fromEntries(LANGUAGES.map((language) => [language, { translation: MESSAGES[language] }])),
  fallbackLng: 'en',
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { escapeValue: false },
});
void messages.init();

const spoken = new AsyncLocalStorage<Language>();

/** The language of now; English where nobody said another one. */
export function spokenLanguage(): Language {
  return spoken.getStore() ?? 'en';
}

/** A locale as Discord names them (`uk`, `en-GB`) to a language that we speak: English for any other, and for none. */
export function languageOf(locale: string | null): Language {
  const [base] = (locale ?? '').toLowerCase().split('-');
  return LANGUAGES.find((language) => language === base) ?? 'en';
}

/** What its speakers call it. */
export function languageName(language: Language): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}

/** Does `work` in the language of a locale. */
export function speaking<Result>(locale: string | null, work: () => Result): Result {
  return spoken.run(languageOf(locale), work);
}

/** Messages without placeholders, found once: a card says dozens of them. */
const plain = new Map<string, string>();

function plainMessage(key: Message, lng: Language): string {
  const known = plain.get(`${lng} ${key}`);
  if (known !== undefined) return known;
  const found = messages.t(key, { lng });
  plain.set(`${lng} ${key}`, found);
  return found;
}

/** A message with its placeholders filled in; `count` chooses its plural form. */
export function t(key: Message, values?: Readonly<Record<string, string | number>>): string {
  const lng = spokenLanguage();
  return values === undefined ? plainMessage(key, lng) : messages.t(key, { ...values, lng });
}

/** Whether there is a message of that name. */
export function isSaid(key: string): boolean {
  return messages.exists(key);
}

/** Messages that are lists are written with bars between. */
export function listOf(key: Message): readonly string[] {
  return t(key).split('|');
}
