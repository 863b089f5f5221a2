/**
 * A second look at the dates that no cue claims: each is weighed by how it hangs in its sentence and by the classes of
 * words around it. The weights stand in weights.ts.
 */
import { CLASSES } from './classes.ts';
import type { Ground } from './cue.ts';
import { type Attachment, attachmentOf, COUNTED, type Governor, isElsewhere } from './grammar.ts';
import type { Marked } from './marks.ts';
import { signOf, type Triples } from './sieve.ts';
import { PAUSE } from './terms.ts';
import { ANY, BY_GOVERNOR } from './weights.ts';
import type { Expression } from './when.ts';

/** A class of words in the clause, or something of its grammar. */
export type Feature =
  | keyof typeof CLASSES
  | 'base'
  | 'ahead'
  | 'back'
  | 'clocked'
  | 'today'
  | 'named_date'
  | 'told'
  | 'ruled';

const NAMES = Object.keys(CLASSES) as readonly (keyof typeof CLASSES)[];

/** Plans govern what stands behind them only. */
const BEFORE_ONLY: ReadonlySet<string> = new Set(['aim']);

function classesIn({ before, after }: Attachment, held: Triples): readonly (keyof typeof CLASSES)[] {
  const all = `${before} ⟦⟧ ${after}`;
  return NAMES.filter((name) => CLASSES[name](BEFORE_ONLY.has(name) ? before : all, held));
}

/** Beside one who sets or must meet terms these tell of a rule. */
const RULED: ReadonlySet<string> = new Set(['end', 'begin', 'measure', 'deed', 'demand']);

function shapesOf(attachment: Attachment, { when, clock }: Expression): readonly Feature[] {
  const { look } = attachment;
  const shapes: (readonly [Feature, boolean])[] = [
    ['ahead', look === 'ahead'],
    ['back', look === 'back'],
    ['clocked', clock !== null],
    ['today', when.kind === 'near'],
    ['named_date', when.kind === 'date'],
    ['told', look === 'back' && (when.kind === 'weekday' || when.kind === 'near')],
  ];
  return shapes.filter(([, holds]) => holds).map(([name]) => name);
}

/** What speaks for and against a term. */
function featuresOf(attachment: Attachment, expression: Expression, held: Triples): readonly Feature[] {
  const classes = classesIn(attachment, held);
  const isRuled = classes.includes('actor') && classes.some((name) => RULED.has(name));
  return ['base', ...shapesOf(attachment, expression), ...classes, ...(isRuled ? (['ruled'] as const) : [])];
}

const ground = (name: string, kind: Ground['kind'], trust: Ground['trust'] = 'medium'): Ground => ({
  ...{ name, kind, trust },
  ...{ direction: 'forward', change: 'unsaid', isOld: false },
});

/** What a date is taken for by what governs it. */
const GROUNDS: Readonly<Record<Exclude<Governor, 'other'> | 'ended', Ground>> = {
  until: ground('weighed_until', 'expiry'),
  to: ground('weighed_to', 'expiry'),
  by: ground('weighed_by', 'order'),
  from: ground('weighed_from', 'effective'),
  on: ground('weighed_on', 'expiry'),
  bare: ground('weighed_bare', 'expiry'),
  after: ground('weighed_after', 'expiry'),
  within: ground('weighed_within', 'order', 'review'),
  have: ground('weighed_have', 'order', 'review'),
  subject: ground('weighed_subject', 'ultimatum'),
  ended: { ...ground('weighed_ended', 'expiry'), direction: 'back' },
};

/** Every ground that weighing can give. */
export const WEIGHED: readonly Ground[] = Object.values(GROUNDS);

/** What was in force and ended on the day. */
const ENDED = signOf(
  /\b(?:ended|expired|lapsed|ran (?:out|dry)|terminated|died|fell (?:away|due)|(?:was|were) up|(?<!\b(?:was|were|been|is|are) )(?:stopped|closed))(?: [a-z]+ly)?(?: on| at)? (?:the )?$/i,
);

/** Fighting that is on again has its own news. */
const LULL = signOf(new RegExp(`\\b${PAUSE}`, 'i'));

function hasEnded({ before, after }: Attachment, held: Triples): boolean {
  if (!ENDED(before, held) || !CLASSES.measure(before, held)) return false;
  return !CLASSES.private(before + after, held) && !CLASSES.calendar(before, held) && !LULL(before, held);
}

/** "Brought in 28 billion in July": the month of a tale. */
function isBygone({ governor, look }: Attachment, { when }: Expression): boolean {
  return governor === 'bare' && look === 'back' && when.kind === 'month';
}

/** What somebody means to do by then himself: "expects to publish the files by May". */
const PLAN = signOf(
  /\b(?:expect(?:s|ed)?|hope[sd]?|plan(?:s|ned)?|aim(?:s|ed)?|intend(?:s|ed)?) to (?!be\b)[a-z]+\b[^⟦]*$|\bexpect(?:s|ed)? [^⟦]{1,60} to be (?:completed?|finished|done|ready)\b[^⟦]*$/i,
);
/** "By Tuesday the port had …": how far a tale had got. */
const TALE = /^,? [^.;]{1,80}?\b(?:had|were|was)\b/;

function isTale({ governor, before, after }: Attachment, held: Triples): boolean {
  if (governor !== 'by') return false;
  return PLAN(before, held) || (/^By $/.test(before) && TALE.test(after));
}

/** The sum of all signs; a term from 0 on. */
function weightOf(attachment: Attachment, expression: Expression, held: Triples): number {
  const own = BY_GOVERNOR[attachment.governor];
  return featuresOf(attachment, expression, held).reduce((sum, name) => sum + (ANY[name] ?? 0) + (own[name] ?? 0), 0);
}

/** Why the date of the mark between `start` and `end` is a term by its weight; null when it is none. */
export function weighed({ marked, held }: Marked, start: number, end: number, expression: Expression): Ground | null {
  if (isElsewhere(marked.slice(0, start), marked.slice(end))) return null;
  const attachment = attachmentOf(marked, start, end);
  if (hasEnded(attachment, held)) return GROUNDS.ended;
  if (isBygone(attachment, expression) || isTale(attachment, held)) return null;
  const { governor } = attachment;
  if (governor === 'other' || (expression.when.kind === 'count' && !COUNTED.has(governor))) return null;
  return weightOf(attachment, expression, held) < 0 ? null : GROUNDS[governor];
}
