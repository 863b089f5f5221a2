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

/** What a number adds to the name of a message. */
const PLURAL_FORM = /_(?:zero|one|two|few|many|other)$/;

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

function plainMessage(key: string, lng: Language): string {
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

/** The names right below one: of `docket.ruled` and `docket.rulings.split` below `docket`, `ruled`. */
type Below<Prefix extends string> =
  Said<keyof typeof en> extends infer Key
    ? Key extends `${Prefix}.${infer Name}`
      ? Name extends `${string}.${string}`
        ? never
        : Name
      : never
    : never;

function namesBelow(prefix: string): ReadonlySet<string> {
  const below = Object.keys(en).filter((key) => key.startsWith(`${prefix}.`));
  const names = below.map((key) => key.slice(prefix.length + 1).replace(PLURAL_FORM, ''));
  return new Set(names.filter((name) => !name.includes('.')));
}

/**
 * The messages right below a name, each said as it is read, in the language of then. `others` are those that need
 * arguments, and whatever else stands beside them.
 */
export function said<Prefix extends string, Others extends object = object>(
  prefix: Prefix,
  others?: Others,
): Readonly<Omit<Record<Below<Prefix>, string>, keyof Others>> & Others;
export function said(prefix: string, others: object = {}): object {
  const names = [...namesBelow(prefix)].filter((name) => !(name in others));
  const getters = names.map((name) => {
    const key = `${prefix}.${name}`;
    if (plainMessage(key, 'en').includes('{{')) throw new Error(`the message ${key} needs arguments`);
    return [name, { get: () => plainMessage(key, spokenLanguage()), enumerable: true }] as const;
  });
  return Object.defineProperties({}, { ...Object.fromEntries(getters), ...Object.getOwnPropertyDescriptors(others) });
}

/** Whether there is a message of that name. */
export function isSaid(key: string): boolean {
  return messages.exists(key);
}

/** Messages that are lists are written with bars between. */
export function listOf(key: Message): readonly string[] {
  return t(key).split('|');
}
