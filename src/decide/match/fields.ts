/** An item's texts, each tokenised once for all queries. */
import type { Field } from '../../domain/match.ts';
import type { Source } from '../../domain/outlet.ts';
import { type Day, type Instant, parseDay } from '../../domain/time.ts';
import { type Language, languageOf } from './language.ts';
import { exactly, type Token, tokenise } from './normalise.ts';
import { stemOf } from './stems.ts';

/** Who published something and when, as far as that is known; what names no time itself counts by when it was seen. */
export interface Origin {
  readonly source?: Pick<Source, 'outlet' | 'label' | 'group'>;
  readonly published?: Instant | null;
  readonly seen?: Instant;
}

/** What alerts are judged by: plain texts as published, and where they come from. */
export interface ItemText extends Origin {
  readonly title: string;
  readonly lede: string;
}

export interface FieldText {
  readonly field: Field;
  readonly text: string;
  readonly tokens: readonly Token[];
  /** The stem of each token; the token's own text where the language is not known. */
  readonly stems: readonly string[];
  /** The same words without their places: most patterns are ruled out by one look. */
  readonly letters: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
}

/** An item as queries see it. */
export interface ReadItem {
  /** Title first, then lede; a phrase never runs from one into the other. */
  readonly fields: readonly FieldText[];
  readonly language: Language | null;
  /** What `source:` may name: the outlet, who owns it, what it is. */
  readonly sources: readonly string[];
  /** The day of UTC it was published on; null where that is not known. */
  readonly day: Day | null;
}

/** Most of what is asked of a field is asked by letters: stems are worked out when they are wanted. */
export function fieldOf(field: Field, text: string, tokens: readonly Token[], language: Language | null): FieldText {
  let stems: readonly string[] | null = null;
  let letters: ReadonlySet<string> | null = null;
  let forms: ReadonlySet<string> | null = null;
  return {
    field,
    text,
    tokens,
    get stems() {
      stems ??= tokens.map((token) => (language ? stemOf(token.text, language) : token.text));
      return stems;
    },
    get letters() {
      letters ??= new Set(tokens.map((token) => token.text));
      return letters;
    },
    get forms() {
      forms ??= new Set(this.stems);
      return forms;
    },
  };
}

/** Reads title and lede, which together tell the language. */
export function readItem(item: ItemText): ReadItem {
  const { title, lede } = item;
  const titleTokens = tokenise(title);
  const ledeTokens = tokenise(lede);
  const language = languageOf([...titleTokens, ...ledeTokens]);
  const fields = [fieldOf('title', title, titleTokens, language), fieldOf('lede', lede, ledeTokens, language)];
  return { fields, language, sources: sourcesOf(item), day: dayOf(item) };
}

/** What `source:` may name. */
export function sourcesOf({ source }: Origin): readonly string[] {
  return source ? [source.outlet, source.group, source.label] : [];
}

/** What `since:` and `until:` compare with. */
export function dayOf({ published, seen }: Origin): Day | null {
  const instant = published ?? seen;
  return instant ? parseDay(instant.slice(0, 'YYYY-MM-DD'.length)) : null;
}

/** Reads what follows the lede as one field. */
export function readBody(body: string, origin: Origin): ReadItem {
  const tokens = tokenise(body);
  const language = languageOf(tokens);
  return {
    fields: [fieldOf('body', body, tokens, language)],
    language,
    sources: sourcesOf(origin),
    day: dayOf(origin),
  };
}

/** The token as published, as `=exact` terms compare it. */
export function exactAt({ text, tokens }: FieldText, at: number): string {
  const token = tokens[at];
  return token ? exactly(text.slice(token.start, token.end)) : '';
}
