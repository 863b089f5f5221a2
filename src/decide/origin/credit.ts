/** What a report says of its own origin, read while its body is in flight. */
import type { Item } from '../../domain/item.ts';
import { type Attribution, OWN } from '../../domain/origin.ts';
import type { Label, Outlet, Source } from '../../domain/outlet.ts';
import { creditsAgencies, headsTitle, isCredited, isQuoted } from './cues.ts';
import { type Named, type NameReader, nameReader } from './names.ts';

/** Title, opening and body as published, and by whom. */
export type Words = Pick<Item, 'title' | 'lede' | 'body' | 'source'>;

/** A text's attribution; the same words give the same one. */
export type AttributionReader = (words: Words) => Attribution;

/** A state speaks for itself whatever its papers quote. */
const SPEAKS_ITSELF: ReadonlySet<Label> = new Set<Label>(['official', 'official-legal']);

/** Datelines open a body, credits close it; what it quotes between is background. */
const BODY_OPENING = 200;
const BODY_ENDING = 300;

function endsOf(body: string): readonly string[] {
  if (body === '') return [];
  return body.length <= BODY_OPENING + BODY_ENDING ? [body] : [body.slice(0, BODY_OPENING), body.slice(-BODY_ENDING)];
}

interface Field {
  readonly text: string;
  readonly named: readonly Named[];
}

/** The first outlet named so that is not the source's own house. */
function firstNamed(field: Field, source: Source, isNamedSo: (named: Named) => boolean): Source | null {
  return field.named.find((named) => named.source.group !== source.group && isNamedSo(named))?.source ?? null;
}

function firstIn(fields: readonly Field[], find: (field: Field) => Source | null): Source | null {
  for (const field of fields) {
    const found = field.named.length === 0 ? null : find(field);
    if (found) return found;
  }
  return null;
}

/** Whether an acronym only stands behind its own name: "the Associated Press (AP)". */
function isIntroduced(named: Named, { named: all }: Field): boolean {
  const at = all.indexOf(named);
  return (
    named.before.endsWith('(') && all[at - 1]?.source === named.source && (all[at - 1]?.after.startsWith(' (') ?? false)
  );
}

function creditIn(field: Field, source: Source): Source | null {
  return firstNamed(
    field,
    source,
    (named) => isCredited(named, named.isNearStart, named.isNearEnd) && !isIntroduced(named, field),
  );
}

/** Compiles the names of `outlets`. */
export function attributionReader(outlets: readonly Outlet[]): AttributionReader {
  const namesIn: NameReader = nameReader(outlets);
  const fieldOf = (text: string): Field => ({ text, named: namesIn(text) });
  return ({ title, lede, body, source }) => {
    if (SPEAKS_ITSELF.has(source.label)) return OWN;
    const [head, opening] = [fieldOf(title), fieldOf(lede)];
    const texts = [opening, ...endsOf(body).map(fieldOf)];
    const to = firstIn(texts, (field) => creditIn(field, source));
    if (to) return { kind: 'credited', to };
    if (texts.some(({ text }) => creditsAgencies(text))) return { kind: 'agencies' };
    const headed = firstIn([head], (field) =>
      firstNamed(field, source, (named) => headsTitle(named) || isQuoted(named)),
    );
    const primary = headed ?? firstIn([opening], (field) => firstNamed(field, source, isQuoted));
    return primary ? { kind: 'quoted', primary } : OWN;
  };
}
