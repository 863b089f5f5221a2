/**
 * A second look at the dates that no cue claims: each is weighed by how it hangs in its sentence, by the words beside it
 * and by what its clause and its text are about. The weights stand in weights.ts.
 */
import { bareStem, stemOf } from '../match/stems.ts';
import { type Around, CLASS_NAMES, CLASSES, type ClassName } from './classes.ts';
import type { Ground } from './cue.ts';
import { type Attachment, attachmentOf, COUNTED, type Governor, isElsewhere } from './grammar.ts';
import type { Marked } from './marks.ts';
import { matchesIn } from './matches.ts';
import { signOf } from './sieve.ts';
import type { Held } from './stretches.ts';
import * as terms from './terms.ts';
import { BASE, SHAPES, type Shape, type SignKind, WEIGHTS } from './weights.ts';
import type { Expression } from './when.ts';

/** A sentence with what the text around it is about. */
export interface Surrounded extends Marked {
  readonly around: Around;
}

/** Plans govern what stands behind them only. */
const BEFORE_ONLY: ReadonlySet<ClassName> = new Set<ClassName>(['aim']);

function classesOf({ before, after }: Attachment, held: Held): readonly ClassName[] {
  const all = `${before} ⟦⟧ ${after}`;
  return CLASS_NAMES.filter((name) => CLASSES[name](BEFORE_ONLY.has(name) ? before : all, held));
}

function shapesOf({ look, governor }: Attachment, { when, clock, isAdjective }: Expression): readonly Shape[] {
  const isTold = look === 'back' && (when.kind === 'weekday' || when.kind === 'near');
  const shapes: Readonly<Record<Shape, boolean>> = {
    ahead: look === 'ahead',
    back: look === 'back',
    clocked: clock !== null,
    adjective: isAdjective,
    told: isTold,
    told_until: isTold && (governor === 'by' || governor === 'until' || governor === 'on' || governor === 'after'),
  };
  return SHAPES.filter((name) => shapes[name]);
}

const WORD = /\p{L}+(?:['’]\p{L}+)?/gu;
const MARKS = /⟦\w+⟧/g;
/** Words of the clause that have a say, nearest to the date. */
const REACH = { before: 10, after: 6 } as const;

/** Of these the last word ahead of the date is the preposition, which is weighed as what governs it. */
const PREPOSITIONS: ReadonlySet<Governor> = new Set<Governor>(['until', 'by', 'within', 'from', 'to', 'after', 'on']);

function wordsIn(text: string): readonly string[] {
  return matchesIn(text.replace(MARKS, ' ').toLowerCase(), WORD).map(([word]) => word);
}

const stems = (words: readonly string[]) => words.map((word) => bareStem(stemOf(word, 'en')));

/** What signs of one kind are worth; a word that stands there twice says no more than once. */
function worthOf(kind: SignKind, names: readonly string[]): number {
  let worth = 0;
  for (const name of new Set(names)) worth += WEIGHTS[kind].get(name) ?? 0;
  return worth;
}

/** What speaks for and against a term in its own clause. */
function ownWorth(attachment: Attachment, expression: Expression, held: Held): number {
  const { governor, before, after } = attachment;
  const classes = classesOf(attachment, held);
  const governed = classes.map((name) => `${governor} ${name}`);
  const skipped = PREPOSITIONS.has(governor) ? 1 : 0;
  const near = wordsIn(before).slice(-REACH.before - skipped, -skipped || undefined);
  return (
    worthOf('governor', [governor]) +
    worthOf('when', [expression.when.kind]) +
    worthOf('shape', shapesOf(attachment, expression)) +
    worthOf('clause', classes) +
    worthOf('governed', governed) +
    worthOf('before', stems(near)) +
    worthOf('after', stems(wordsIn(after).slice(0, REACH.after)))
  );
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
  /(?<!\bto have )\b(?:ended|expired|lapsed|ran (?:out|dry)|terminated|died|fell (?:away|due)|(?:was|were) up|(?<!\b(?:was|were|been|is|are|have) )(?:stopped|closed))(?: [a-z]+ly)?(?: on| at)? (?:the )?$/i,
);

/** Fighting that is on again has its own news. */
const LULL = signOf(new RegExp(`\\b${terms.PAUSE}`, 'i'));

function hasEnded({ before, after }: Attachment, held: Held): boolean {
  if (!ENDED(before, held) || !CLASSES.measure(before, held)) return false;
  return !CLASSES.private(before + after, held) && !CLASSES.calendar(before, held) && !LULL(before, held);
}

/** Who holds office ends his own term. */
const IN_OFFICE =
  /\b(?:governor|president|premier|minister|chief|judge|banker|mayor|senator|commissioner|chair\w*|speaker|his|her|whose|current|incumbent)(?:['’]s)? (?:\w+ )?(?:term|tenure)(?: in office)? (?:ends|expires|runs out|is up) [^⟦]*$|\b(?:will|would|plans to|intends to) (?:leave office|step down|stand down|resign|retire|depart|quit)\b[^⟦;]*$/i;
/** A vote that is put off is an event. */
const BALLOT = /\b(?:votes?|elections?|polls?|ballots?) to $/i;

function isOfOffice({ governor, before }: Attachment): boolean {
  return IN_OFFICE.test(before) || (governor === 'to' && BALLOT.test(before));
}

/** "Brought in 28 billion in July": the month of a tale. */
function isBygone({ governor, look }: Attachment, { when }: Expression): boolean {
  return governor === 'bare' && look === 'back' && when.kind === 'month';
}

/** What somebody means to do by then himself: "expects to publish the files by May". */
const PLAN = signOf(
  /\b(?:will|would) be (?:available|ready|published|released|unveiled|online|announced) [^⟦]*$|\bdecision (?:will|to) come [^⟦]*$|\b(?:results?|figures|data|tall(?:y|ies))\b[^⟦;.]{0,40} due [^⟦]*$|\bwants? to (?:close|complete|finish|buy|open|launch|build|sell|raise|list|double|hire)\b[^⟦]*$|(?<!\b(?:has|have|had|ought|obliged|required|forced|ordered|asked|told|due|bound) )\b(?:will|would|to) (?:seek|announce|decide|unveil|publish|reveal|outline|present)\b[^⟦]*$|\b(?:expect(?:s|ed)?|hope[sd]?|plan(?:s|ned)?|aim(?:s|ed)?|intend(?:s|ed)?) to (?!be\b)[a-z]+\b[^⟦]*$|\bexpect(?:s|ed)? [^⟦]{1,60} to (?:be (?:completed?|finished|done|ready)|come|make landfall|arrive|reach|fall|rise)\b[^⟦]*$/i,
);
/** "They must have known by Monday": a guess at what was. */
const SUPPOSED = signOf(
  /\b(?:must|may|might|could|would|should) have (?:[a-z]+ly )?(?:[a-z]+(?:ed|en|wn|ne)|been|had|got|made|met|left|done|seen|heard|sent|built|found|come|gone)\b[^⟦]*$/i,
);
/** "By Tuesday the port had …": how far a tale had got. */
const TALE = /^,? [^.;]{1,80}?\b(?:had|were|was)\b/;

/** On a weekday things happen; it is a term where something ends or begins then. */
function isOccasion({ governor, before, after }: Attachment, { when }: Expression, held: Held): boolean {
  if (governor !== 'on' || (when.kind !== 'weekday' && when.kind !== 'near')) return false;
  const clause = `${before} ⟦⟧ ${after}`;
  return !CLASSES.end(clause, held) && !CLASSES.begin(clause, held);
}

/** "Divers had to stop on Tuesday": they did. */
const HAD_TO = /\bhad to [a-z]+(?: \w+){0,2} on (?:\w+ )?$/i;
/** What somebody does on a day: it is on the calendar. Days of strikes are news by themselves. */
const AGENDA = signOf(
  /\b(?:will|would|to) (?:sign|call|meet|visit|speak|address|host|attend|travel|vote)\b[^⟦;.]{0,60} on $|\b(?:walk(?:s|ing)? out|stop(?:s|ping)? work|go(?:es|ing)? on strike) on $/i,
);
const PROPOSED = signOf(new RegExp(terms.PROPOSED, 'i'));
/** What was always to last so long: drills, visits, shows. */
const PROGRAMME = signOf(
  /\b(?:exercises?|drills|war games|man(?:oeuv|euv)res|visits?|tour|trip|festival|exhibition|conference|forum|summit|show)\b[^⟦;.]{0,80} (?:last|run|continue|go on|be held|stays? open)s? [^⟦;.]{0,20}$|\bon (?:view|show|display) [^⟦;.]{0,20}$/i,
);

/** What somebody wanted before it came otherwise. */
const HAD_WANTED = /\bhad (?:\w+ )?(?:wanted|hoped|wished)\b[^⟦;.]*$/i;
const FLIGHTS = signOf(new RegExp(terms.FLIGHTS, 'i'));

function isTale({ governor, before, after }: Attachment, held: Held): boolean {
  if (HAD_WANTED.test(before)) return true;
  if (governor === 'on') return HAD_TO.test(before) || AGENDA(before, held);
  if (governor === 'within') return PROPOSED(before + after, held);
  if (governor === 'until')
    return (/^Until $/.test(before) && TALE.test(after)) || PROGRAMME(before, held) || FLIGHTS(before, held);
  if (governor !== 'by') return false;
  return PLAN(before, held) || SUPPOSED(before, held) || (/^By $/.test(before) && TALE.test(after));
}

/** What a text is about can speak for a term by no more than this. */
const MOST_OF_TEXT = [...WEIGHTS.text.values()].reduce((sum, weight) => sum + Math.max(0, weight), 0);

/** Whether all signs together speak for a term, from 0 on; the whole text is read only where it could decide. */
function isTerm(attachment: Attachment, expression: Expression, { held, around }: Surrounded): boolean {
  const own = BASE + ownWorth(attachment, expression, held);
  return own + MOST_OF_TEXT >= 0 && own + worthOf('text', around()) >= 0;
}

/** A date where it stands in its sentence. */
export interface Standing {
  readonly start: number;
  readonly end: number;
  readonly expression: Expression;
}

type Hanging = Attachment & { readonly governor: Exclude<Governor, 'other'> };

function isGoverned(attachment: Attachment): attachment is Hanging {
  return attachment.governor !== 'other';
}

/** "Within twelve days of the raid": counted from a day that the words do not give. */
const OF_AN_EVENT = /^ (?:of (?!today\b|now\b|grace\b)|(?:when|whenever|if) an?\b)/i;

/** "After 9 p.m.", "before 9 p.m.": how things are, not when they change. */
function isHour({ before, governor }: Attachment, { rule }: Expression): boolean {
  return rule.startsWith('clock') && (governor === 'after' || /\bbefore $/i.test(before));
}

/** How a date hangs in its sentence; null where it hangs on nothing that could make it a term. */
function hangingOf({ marked }: Marked, { start, end, expression }: Standing): Hanging | null {
  if (isElsewhere(marked.slice(0, start), marked.slice(end))) return null;
  const attachment = attachmentOf(marked, start, end);
  if (!isGoverned(attachment) || isHour(attachment, expression)) return null;
  if (attachment.governor === 'have' && expression.when.kind === 'weekday') return null;
  if (expression.when.kind !== 'count') return attachment;
  return COUNTED.has(attachment.governor) && !OF_AN_EVENT.test(marked.slice(end)) ? attachment : null;
}

/** Why a date is a term by its weight; null when it is none. */
export function weighed(sentence: Surrounded, standing: Standing): Ground | null {
  const { expression } = standing;
  const attachment = hangingOf(sentence, standing);
  if (!attachment) return null;
  if (hasEnded(attachment, sentence.held)) return GROUNDS.ended;
  if (isOfOffice(attachment) || isBygone(attachment, expression)) return null;
  if (isTale(attachment, sentence.held)) return null;
  if (isOccasion(attachment, expression, sentence.held)) return null;
  return isTerm(attachment, expression, sentence) ? GROUNDS[attachment.governor] : null;
}
