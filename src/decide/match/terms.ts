/** One term of a query -> the patterns it stands for. */
import type { Aliases } from '../../domain/storyline.ts';
import type { Lexeme } from './lexemes.ts';
import { nearest } from './nearest.ts';
import { type Pattern, readPattern } from './pattern.ts';
import type { QueryError, Term } from './query.ts';

export type ReadTerm =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'error'; readonly error: QueryError };

/** Habits from search engines that would silently mean something else here. */
const FOREIGN: readonly { readonly sign: RegExp; readonly message: string; readonly remedy: string }[] = [
  { sign: /^&+$/, message: '& is not an operator.', remedy: 'Write AND.' },
  { sign: /^\|+$/, message: '| is not an operator.', remedy: 'Write OR.' },
  { sign: /^,|,$/, message: 'A comma does not separate terms.', remedy: 'Write OR or AND between them.' },
  { sign: /^[-–—!]./u, message: 'A sign in front of a term does not exclude it.', remedy: 'Write NOT and a space.' },
  { sign: /^[+=~]/, message: 'A sign in front of a term has no meaning.', remedy: 'Write the term alone.' },
  {
    sign: /^\p{L}+:/u,
    message: 'A term cannot name a field.',
    remedy: 'Write the term alone: title and lede are both searched.',
  },
];

/** Reads a word, a phrase or an alias set. Errors point into the query. */
export function readTerm(lexeme: Lexeme, aliases: Aliases): ReadTerm {
  if (lexeme.kind === 'alias') return aliasTerm(lexeme, aliases);
  if (lexeme.kind === 'phrase') return phraseTerm(lexeme);
  return wordTerm(lexeme);
}

function failed(message: string, at: number, remedy: string): ReadTerm {
  return { kind: 'error', error: { message, at, remedy } };
}

function wordTerm(lexeme: Lexeme): ReadTerm {
  const foreign = FOREIGN.find(({ sign }) => sign.test(lexeme.text));
  if (foreign) return failed(foreign.message, lexeme.at, foreign.remedy);
  return writtenTerm(lexeme.text, lexeme.text, lexeme.at);
}

function phraseTerm(lexeme: Lexeme): ReadTerm {
  if (lexeme.text.trim() === '') {
    return failed('The phrase is empty.', lexeme.at, 'Write words between the quotes, or remove the quotes.');
  }
  const written = `"${lexeme.text.trim().split(/\s+/u).join(' ')}"`;
  return writtenTerm(lexeme.text, written, lexeme.at + 1);
}

function writtenTerm(text: string, written: string, at: number): ReadTerm {
  const read = readPattern(text);
  if (read.kind === 'error') return failed(read.error.message, at + read.error.at, read.error.remedy);
  return { kind: 'term', term: { kind: 'term', written, alias: null, patterns: [{ written, words: read.words }] } };
}

function aliasTerm(lexeme: Lexeme, aliases: Aliases): ReadTerm {
  const name = lexeme.text;
  const names = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
  if (!names) return failed(`There is no alias set @${name}.`, lexeme.at, knownInstead(name, Object.keys(aliases)));
  if (names.length === 0) return failed(`The alias set @${name} is empty.`, lexeme.at, 'Add at least one name to it.');
  const patterns: Pattern[] = [];
  for (const written of names) {
    const read = readName(written);
    if (read.kind === 'error') {
      return failed(`The alias set @${name} holds "${written}": ${read.error.message}`, lexeme.at, read.error.remedy);
    }
    patterns.push({ written, words: read.words });
  }
  return { kind: 'term', term: { kind: 'term', written: `@${name}`, alias: name, patterns } };
}

function readName(written: string): ReturnType<typeof readPattern> {
  if (!written.includes('@')) return readPattern(written);
  const message = 'A set cannot hold another set.';
  return { kind: 'error', error: { message, at: 0, remedy: 'Write the names of the other set out.' } };
}

function knownInstead(name: string, known: readonly string[]): string {
  const meant = nearest(name, known);
  if (meant !== null) return `Did you mean @${meant}?`;
  if (known.length === 0) return 'No alias sets are defined: write the names out with OR between them.';
  return `Known sets: ${known.map((each) => `@${each}`).join(', ')}.`;
}
