import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandName, commandText, namesOf, translationsOf } from '../../src/cards/commandTexts.ts';
import {
  LANGUAGES,
  type Language,
  languageName,
  languageOf,
  MESSAGES,
  said,
  speaking,
  spokenLanguage,
  t,
} from '../../src/cards/language.ts';
import { words } from '../../src/cards/words.ts';

const PLURAL = /_(zero|one|two|few|many|other)$/;
const OTHERS = LANGUAGES.filter((language) => language !== 'en');

/** What moderators and operators alone read may be said in English. */
const STEERING =
  /^(?:names|settings|docket|rulingProblems|typed|typedProblems|plot|notices|timeline|activity|ownDates)\b/;
const STEERING_DESK =
  /^desk\.(?:allWell|audit|back|began|exported\w*|gives\w*|invitation|lacks|missing|moved|needs|next|no(?:Audit|Channel|Files)|permissions|proposals|ready|server|tookBack|und\w+|unseen)\b/;
const STEERING_COMMANDS =
  /^commands\.(?:alerts|deadline(?:Confirm|Dismiss|Date|Proposal|Add|Move|Outcome|Which|NewDate|Link|Reason|Storyline|About|Issuer|Became)|desk(?!Calendar|Help|Status)\w+|development|unknown)/;
const WHOLE: readonly Language[] = ['en', 'uk'];

function entriesOf(language: Language): ReadonlyMap<string, string> {
  return new Map(Object.entries(MESSAGES[language]));
}

/** Messages by their names, with their plural forms. */
function formsOf(language: Language): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const forms = new Map<string, Map<string, string>>();
  for (const [key, text] of entriesOf(language)) {
    const form = PLURAL.exec(key)?.[1] ?? '';
    const name = key.replace(PLURAL, '');
    forms.set(name, (forms.get(name) ?? new Map()).set(form, text));
  }
  return forms;
}

function placeholdersIn(text: string): readonly string[] {
  return [...new Set(text.match(/\{\{\w+\}\}/g))].sort();
}

/** What Discord would draw, and the parts of a list. */
function marksIn(text: string): readonly string[] {
  return text.match(/\*\*|~~|`|\||\]\(/g) ?? [];
}

describe.each(OTHERS)('the messages in %s', (language) => {
  const english = formsOf('en');
  const own = formsOf(language);
  /** Where 21 is counted like 1, that form says its number. */
  const isOneAlone = new Intl.PluralRules(language).select(21) !== 'one';
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories;

  it('are all that have to be said, and no others', () => {
    const needed = [...english.keys()].filter((key) => {
      return WHOLE.includes(language) || ![STEERING, STEERING_DESK, STEERING_COMMANDS].some((part) => part.test(key));
    });
    expect(needed.filter((key) => !own.has(key))).toEqual([]);
    expect([...own.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it('have every plural form that the language has', () => {
    const counted = [...own].filter(([key]) => english.get(key)?.has('other'));
    const lacking = counted.filter(([, forms]) => categories.some((category) => !forms.has(category)));
    expect(lacking.map(([key]) => key)).toEqual([]);
  });

  it('have the placeholders and the marks of the English ones, in every form', () => {
    const differing = [...own].flatMap(([key, forms]) => {
      return [...forms].flatMap(([form, text]) => {
        const model =
          english.get(key)?.get(isOneAlone && form === 'one' ? 'one' : 'other') ?? english.get(key)?.get('') ?? '';
        const isSame = JSON.stringify(placeholdersIn(text)) === JSON.stringify(placeholdersIn(model));
        const isMarked = JSON.stringify(marksIn(text)) === JSON.stringify(marksIn(model));
        return isSame && isMarked && text.trim() !== '' ? [] : [text];
      });
    });
    expect(differing).toEqual([]);
  });

  it('name commands and describe them within what Discord takes', () => {
    const tooLong = [...entriesOf(language)].filter(([key, text]) => {
      if (key === 'why.alert' || key === 'why.track') return text.length > 32;
      return key.startsWith('commands.') && key !== 'commands.unknown' && text.length > 100;
    });
    expect(tooLong).toEqual([]);
  });
});

describe('a language', () => {
  it.each([
    ['uk', 'uk'],
    ['de', 'de'],
    ['en-GB', 'en'],
    ['ja', 'en'],
    [null, 'en'],
  ])('of locale %s is %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });

  it('is spoken to the end of the work it is meant for, whoever else speaks meanwhile', async () => {
    const says = async () => {
      await new Promise((resolve) => setImmediate(resolve));
      return words.when.today;
    };
    const said = await Promise.all([speaking('uk', says), speaking('en-US', says), says()]);
    expect(said).toEqual(['сьогодні', 'today', 'today']);
    expect(spokenLanguage()).toBe('en');
  });

  it('counts by its own rules', () => {
    const counted = [1, 2, 5, 11, 21, 22].map((count) => speaking('uk', () => words.rung.daysLeft(count)));
    expect(counted.map((text) => text.split(' ').at(-1))).toEqual(['день', 'дні', 'днів', 'днів', 'день', 'дні']);
  });

  it('puts in what it is given and nothing else', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('{{text}}', '$t(quote)', '$&', '$1', '{{- text}}', '__proto__', '<b>&amp;</b>'),
    );
    fc.assert(
      fc.property(hostile, fc.constantFrom(...LANGUAGES), (text, language) => {
        const said = speaking(language, () => words.quote(text));
        expect(said.slice(1, -1).trim()).toBe(text.trim());
      }),
    );
  });

  it('is called as its speakers call it', () => {
    expect(LANGUAGES.map(languageName)).toEqual(['English', 'українська', 'русский', 'Deutsch', 'français']);
  });
});

describe('what commands say of themselves', () => {
  it('is said in the language of whoever reads it', () => {
    const english = words.commands.story;
    expect(speaking('uk', () => commandText(english))).toBe(MESSAGES.uk['commands.story']);
    expect(translationsOf(t('commands.storyList')).uk).toBe(MESSAGES.uk['commands.storyList']);
  });

  it('is told apart by its English', () => {
    const texts = [...entriesOf('en')].filter(([key]) => key.startsWith('commands.')).map(([, text]) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });

  it('is typed by names that Discord takes', () => {
    const names = LANGUAGES.flatMap((language) => [...entriesOf(language)]).filter(([key]) => key.startsWith('names.'));
    const odd = names.filter(([, name]) => !/^[-_'\p{L}\p{N}]{1,32}$/u.test(name) || name !== name.toLowerCase());
    expect(odd).toEqual([]);
    expect(namesOf('story')).toEqual({ uk: 'сюжет', ru: 'сюжет', de: 'thema', fr: 'sujet' });
    expect(speaking('uk', () => commandName('list'))).toBe('список');
  });

  it('stays as it is where nobody wrote it', () => {
    expect(translationsOf('A text of nobody')).toEqual({});
  });
});

it('a message that needs arguments is not said without them', () => {
  expect(() => said('feeds')).toThrow(/feeds\.\w+ needs arguments/);
  expect(speaking('uk', () => said('changes').extended)).toBe(MESSAGES.uk['changes.extended']);
});
