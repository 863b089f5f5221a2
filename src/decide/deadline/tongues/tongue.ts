/** Which language a text is in, and how its deadlines are read where that is not English. */
import type { DeadlineStatus, StatusMention } from '../../../domain/deadline.ts';
import { languageOf } from '../../match/language.ts';
import { tokenise } from '../../match/normalise.ts';
import { joined } from '../expressions.ts';
import { type Hit, hitReader } from '../hits.ts';
import { markedSentence } from '../marks.ts';
import type { Parties } from '../parties.ts';
import type { Sentence } from '../sentences.ts';
import type { Expression } from '../when.ts';
import { cuesOf } from './cues.ts';
import { fateReader } from './fates.ts';
import { FRENCH } from './french.ts';
import { GERMAN } from './german.ts';
import { partiesReader } from './parties.ts';
import { lowered, sign } from './patterns.ts';
import { RUSSIAN } from './russian.ts';
import { atomReader } from './times.ts';
import { UKRAINIAN } from './ukrainian.ts';
import { withdrawalReader } from './withdrawals.ts';
import type { Words } from './words.ts';

/** A sentence taken apart. */
export interface Apart {
  readonly expressions: readonly Expression[];
  readonly marked: string;
  readonly hits: readonly Hit[];
  readonly parties: Parties;
}

export interface Tongue {
  /** Of one sentence; no hits where it holds no deadline. */
  readonly takeApart: (sentence: string) => Apart;
  readonly fates: (sentence: string) => readonly DeadlineStatus[];
  readonly withdrawalIn: (sentence: Sentence) => StatusMention | null;
}

/** Quotation marks stand anywhere in an expression. */
const QUOTATION = /["“”„«»‹›]/g;

function tongueFrom(words: Words): Tongue {
  const { times, classes, fates, bindings } = words;
  const atomsOf = atomReader(times);
  const joints = {
    glue: sign(`^[\\s,()]*(?:(?:${times.glue})\\s*){0,3}$`),
    from: sign(`^,?\\s+(?:${times.after})\\s+(?:(?:dem|der|den|le|la|du)\\s+)?$`),
  };
  const hitsIn = hitReader(cuesOf(classes));
  const partiesIn = partiesReader(bindings);
  return {
    takeApart: (sentence) => {
      const written = sentence.replace(QUOTATION, ' ');
      const plain = lowered(written);
      const expressions = joined(plain, atomsOf(plain), joints);
      const marked = markedSentence(plain, expressions);
      const hits = hitsIn(marked, expressions);
      return { expressions, marked, hits, parties: partiesIn(markedSentence(written, expressions)) };
    },
    fates: fateReader(fates),
    withdrawalIn: withdrawalReader(words),
  };
}

/** The cues, called the same in every language. */
export const TONGUE_CUES = cuesOf(GERMAN.classes);

const TONGUES: ReadonlyMap<Words['language'], Tongue> = new Map(
  [GERMAN, FRENCH, RUSSIAN, UKRAINIAN].map((words) => [words.language, tongueFrom(words)]),
);

/** Small words of English, and of no other language that is read: most texts are told by them at once. */
const ENGLISH =
  / (?:the|to|and|of|for|with|by|is|has|have|which|from|says|at|after|that|over|against|into|amid|about|his|their|its|are|were|new) /;
/** What gives a language away where it has few small words; Russian and Ukrainian share those, not all their letters. */
const TELLTALES: readonly (readonly [sign: RegExp, language: Words['language']])[] = [
  [/[ыэъё]/i, 'ru'],
  [/[іїєґ]/i, 'uk'],
  [/[а-я]{4}/i, 'ru'],
  [/[äöüß]|(?:^|\s)(?:der|die|das|ist|bis) /i, 'de'],
  [/[àâçèêîôû]|été|(?:^|\s)(?:[ldnsc]|qu|jusqu|aujourd)['’]/i, 'fr'],
];
const CYRILLIC = /[а-яіїєґ]{3}/i;

function languageIn(text: string): Words['language'] | null {
  const language = CYRILLIC.test(text) ? null : languageOf(tokenise(text));
  if (language !== null && language !== 'en') return language;
  return TELLTALES.find(([telltale]) => telltale.test(text))?.[1] ?? null;
}

/** How to read `text` in its own language; null for English and what is read as such. */
export function tongueOf(text: string): Tongue | null {
  if (ENGLISH.test(text)) return null;
  const language = languageIn(text);
  return language && (TONGUES.get(language) ?? null);
}
