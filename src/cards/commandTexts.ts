/** What commands say of themselves, in every language: Discord is told all of them, and shows each person their own. */
import { LANGUAGES, type Language, MESSAGES, speaking, spokenLanguage } from './language.ts';
import { words } from './words.ts';

/** English texts of commands, and what says them in the language of now. */
const SAYINGS: ReadonlyMap<string, () => string> = new Map([
  ...Object.keys(MESSAGES.en).flatMap((key): [string, () => string][] => {
    const name = key.startsWith('commands.') ? key.slice('commands.'.length) : '';
    return isCommandText(name) ? [[words.commands[name], () => words.commands[name]]] : [];
  }),
  [words.why.alert, () => words.why.alert],
  [words.why.track, () => words.why.track],
]);

type CommandText = Exclude<keyof typeof words.commands, 'unknown'>;

function isCommandText(name: string): name is CommandText {
  return name !== 'unknown' && name in words.commands;
}

/** A command's English text in the language of now; text that no command says stays as it is. */
export function commandText(english: string): string {
  return SAYINGS.get(english)?.() ?? english;
}

/** In every language but English that says it otherwise. */
export function translationsOf(english: string): Readonly<Partial<Record<Language, string>>> {
  const others = LANGUAGES.map((language) => [language, speaking(language, () => commandText(english))] as const);
  return Object.fromEntries(others.filter(([, text]) => text !== english));
}

function nameIn(language: Language, english: string): string {
  const texts: Readonly<Record<string, string>> = MESSAGES[language];
  return texts[`names.${english}`] ?? english;
}

/** A command's, subcommand's or option's own name as Discord shows it in the language of now. */
export function commandName(english: string): string {
  return nameIn(spokenLanguage(), english);
}

/** In every language that calls it otherwise. */
export function namesOf(english: string): Readonly<Partial<Record<Language, string>>> {
  const others = LANGUAGES.map((language) => [language, nameIn(language, english)] as const);
  return Object.fromEntries(others.filter(([, name]) => name !== english));
}
