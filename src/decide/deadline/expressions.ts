/**
 * Neighbouring atoms make one expression: "12:01 a.m. | eastern daylight time, | April 29, 2026" and "Thursday | 1 June"
 * in whatever order their writer chose. A count with words that name its start ("90 days from 15 January") takes them in.
 */
import { type Atom, atomsOf } from './atoms.ts';
import { type Held, heldIn } from './stretches.ts';
import type { Clock, Expression, When } from './when.ts';
import type { StatedZone } from './zones.ts';

/** What may stand between the atoms of one expression, and between a count and the day that starts it. */
export interface Joints {
  readonly glue: RegExp;
  readonly from: RegExp;
}

const ENGLISH: Joints = {
  glue: /^(?:['’]s)?[\s,()/]*(?:(?:on|at|of|the|by|in|early|late|(?<=[\s,(])or)\s+){0,3}$/,
  from: /^,?\s+(?:from|after|past|following|beyond|starting|starting on)\s+(?:the\s+)?$/i,
};
/** "Its publication, which is expected on Monday". */
const PUBLISHED = /^,?\s+(?:(?:which\s+is\s+)?(?:expected|due|scheduled|set|planned)\s+)?(?:on|for|of)\s+(?:the\s+)?$/i;
/** "After the entry into force of this decision on 20 March". */
const ACTED = /^(?:\s+of\s+(?:this|the)\s+[a-z]+)?,?\s+(?:on|dated)\s+(?:the\s+)?$/i;
const LIST = /^(?:,|,? and|,? then)\s+$/;

interface Draft {
  readonly start: number;
  end: number;
  rule: string;
  point: When | null;
  weekday: number | null;
  isAdjective: boolean;
  clocks: Clock[];
  zone: StatedZone | null;
  isElsewhere: boolean;
}

const TAKES_WEEKDAY: ReadonlySet<When['kind']> = new Set<When['kind']>(['date', 'holiday']);

/** What a clock time can stand beside. */
const NAMED_DAYS: ReadonlySet<When['kind']> = new Set<When['kind']>(['date', 'weekday', 'near', 'holiday']);

function emptyDraft(atom: Atom): Draft {
  const { start, rule } = atom;
  return {
    start,
    end: start,
    rule,
    point: null,
    weekday: null,
    isAdjective: false,
    clocks: [],
    zone: null,
    isElsewhere: false,
  };
}

/** Whether the point of `atom` fits beside what the draft has: a weekday beside a date, anything beside no point. */
function pointFits(draft: Draft, point: When): boolean {
  if (draft.isAdjective) return false;
  if (draft.point === null) return true;
  if (draft.weekday !== null) return false;
  if (point.kind === 'weekday') return TAKES_WEEKDAY.has(draft.point.kind);
  return draft.point.kind === 'weekday' && TAKES_WEEKDAY.has(point.kind);
}

/** A weekday beside a date is its witness, on whichever side it stands. */
function addPoint(draft: Draft, point: When, rule: string, isAdjective: boolean): void {
  if (draft.point !== null && point.kind === 'weekday') {
    draft.weekday = point.weekday;
    return;
  }
  if (draft.point?.kind === 'weekday') draft.weekday = draft.point.weekday;
  draft.point = point;
  draft.rule = rule;
  draft.isAdjective = isAdjective;
}

/** A zone belongs to the clock time before it; without one, to the expression. */
function addZone(draft: Draft, zone: StatedZone): void {
  const clock = draft.clocks.pop();
  if (clock) draft.clocks.push({ ...clock, zone: clock.zone ?? zone });
  else draft.zone = zone;
}

function add(draft: Draft, { meaning, rule, end }: Atom): void {
  draft.end = end;
  if (meaning.role === 'point') addPoint(draft, meaning.when, rule, meaning.isAdjective);
  if (meaning.role === 'clock') draft.clocks.push({ time: meaning.time, zone: null, flags: meaning.flags });
  if (meaning.role === 'zone') addZone(draft, meaning.zone);
  if (meaning.role === 'elsewhere') draft.isElsewhere = true;
}

/** Whether the count so far leaves its start open, and the words before the next point name that start. */
function isOpenCount({ start }: Extract<When, { kind: 'count' }>, between: string, { from }: Joints): boolean {
  if (start.kind === 'publication') return PUBLISHED.test(between);
  if (start.kind === 'act') return ACTED.test(between);
  return start.kind === 'unsaid' && from.test(between);
}

/** "ten days past Monday": the count so far runs from the point that follows. */
function startCount(draft: Draft, { meaning, end }: Atom, between: string, joints: Joints): boolean {
  if (meaning.role !== 'point' || draft.point?.kind !== 'count' || draft.isAdjective) return false;
  if (meaning.when.kind === 'count' || !isOpenCount(draft.point, between, joints)) return false;
  draft.point = { ...draft.point, start: { kind: 'point', when: meaning.when } };
  draft.end = end;
  return true;
}

function joins(draft: Draft, atom: Atom, between: string, joints: Joints): boolean {
  if (startCount(draft, atom, between, joints)) return true;
  if (!joints.glue.test(between)) return false;
  if (atom.meaning.role === 'point' && !pointFits(draft, atom.meaning.when)) return false;
  add(draft, atom);
  return true;
}

function draftsOf(text: string, atoms: readonly Atom[], joints: Joints): readonly Draft[] {
  const drafts: Draft[] = [];
  for (const atom of atoms) {
    const last = drafts.at(-1);
    if (last && joins(last, atom, text.slice(last.end, atom.start), joints)) continue;
    const draft = emptyDraft(atom);
    add(draft, atom);
    drafts.push(draft);
  }
  return drafts;
}

/** "A midnight deadline on Friday". */
const CLOCK_DEADLINE = /^\s+(?:[^\s,;.:]+\s+){0,2}(?:deadline|ultimatum|cut-?off)(?:\s+(?:on|of|for))?\s+(?:the\s+)?$/i;
/** "5 p.m. by the court's clock on Friday". */
const CLOCK_WORDS =
  /^(?:\s+(?!(?:and|or|but|after|before|until|till|to|from|as|if|unless|while|when|comes?|goes?|enters?|takes?|kicks?|sa(?:id|ys)|\w+ed)\b)[^\s,;.:]+){1,4}\s+(?:on|of)\s+(?:the\s+)?$/i;
/** "Friday's deadline of 5 p.m." */
const DAY_DEADLINE = /^(?:['’]s)?\s+(?:deadline|ultimatum|cut-?off)\s+(?:of|at|is|was)\s+$/i;

const isClockAlone = ({ point, clocks }: Draft) => point === null && clocks.length > 0;
const isDayAlone = ({ point, clocks }: Draft) => point !== null && NAMED_DAYS.has(point.kind) && clocks.length === 0;

function withClockOf(day: Draft, { clocks, zone, isElsewhere }: Draft): Draft {
  return { ...day, clocks, zone: day.zone ?? zone, isElsewhere };
}

/** The day that takes over the clock of its neighbour, whatever stands between the two; null when they are apart. */
function joinedOver(text: string, first: Draft, second: Draft): Draft | null {
  const between = text.slice(first.end, second.start);
  if (isDayAlone(first) && isClockAlone(second) && DAY_DEADLINE.test(between)) return withClockOf(first, second);
  if (!isClockAlone(first) || !isDayAlone(second)) return null;
  if (CLOCK_DEADLINE.test(between)) return withClockOf(second, first);
  if (CLOCK_WORDS.test(between)) return { ...withClockOf(second, first), start: first.start };
  return null;
}

/** A clock that stands apart from its day is handed over: alone it would mean today. */
function withHandedClocks(text: string, drafts: readonly Draft[]): readonly Draft[] {
  const handed: Draft[] = [];
  for (const draft of drafts) {
    const last = handed.at(-1);
    const joined = last ? joinedOver(text, last, draft) : null;
    if (joined) handed[handed.length - 1] = joined;
    else handed.push(draft);
  }
  return handed;
}

/** Of two clock times that say the same, the one with a zone that can be placed is kept; none of a place unknown. */
function clockOf({ clocks, zone, isElsewhere }: Draft): Clock | null {
  const placed = clocks.find((each) => (each.zone ?? zone)?.zone);
  if (placed) return placed;
  return isElsewhere ? null : (clocks[0] ?? null);
}

/** A clock time alone means today. */
function expressionOf(draft: Draft): Expression | null {
  const { start, end, rule, weekday, zone, isAdjective } = draft;
  const clock = clockOf(draft);
  const isDayEnd = rule === 'filler' && draft.point === null;
  const when = draft.point ?? (draft.clocks.length > 0 || isDayEnd ? { kind: 'near' as const, days: 0 } : null);
  return when && { start, end, rule, when, weekday, clock, zone, isAdjective };
}

const isCount = (expression: Expression | undefined) => expression?.when.kind === 'count';

/** "50 days, 60 days, 10 days" lists counts: none of them is a deadline. */
function isListed(text: string, all: readonly Expression[], index: number): boolean {
  const pairs = [all.slice(index - 1, index + 1), all.slice(index, index + 2)];
  return pairs.some(([a, b]) => a && b && isCount(a) && isCount(b) && LIST.test(text.slice(a.end, b.start)));
}

/** What the atoms of a sentence, from left to right, make where `joints` stand between them. */
export function joined(text: string, atoms: readonly Atom[], joints: Joints): readonly Expression[] {
  const all = withHandedClocks(text, draftsOf(text, atoms, joints))
    .map(expressionOf)
    .filter((expression) => expression !== null);
  return all.filter((_, index) => !isListed(text, all, index));
}

/** Every expression of time in a sentence, from left to right. */
export function expressionsOf(text: string, held: Held = heldIn(text)): readonly Expression[] {
  return joined(text, atomsOf(text, held), ENGLISH);
}
