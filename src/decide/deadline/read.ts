/**
 * Deadlines out of news text: sentences | expressions of time | marks | cues, then weights | days | readings. The rules
 * are tables; their order is here.
 */
import type { DeadlineReadings, DeadlineStatus, Reading, StatusMention } from '../../domain/deadline.ts';
import { type Day, dayIn, type Instant, type Zone } from '../../domain/time.ts';
import { lastActIn, onlyActIn } from './acts.ts';
import { withClaim } from './claims.ts';
import { type Around, aroundOf } from './classes.ts';
import { withDays, withUsualHour } from './clocks.ts';
import type { Ground } from './cue.ts';
import { mayHoldDeadline, mayNameDeadline } from './cues.ts';
import { distinct, withoutReplaced } from './distinct.ts';
import { expressionsOf } from './expressions.ts';
import { isSupposed, isView } from './hearsay.ts';
import { type Hit, hitsIn, isOtherTrade } from './hits.ts';
import { type Marked, markedSentence, spokenDay } from './marks.ts';
import { type Parties, partiesOf } from './parties.ts';
import { quoteOf } from './quote.ts';
import { daysOf, type Frame, frameOf, windowOf } from './resolve.ts';
import { secondOpinion } from './second.ts';
import { type Sentence, type Sifted, sentencesOf, sifted } from './sentences.ts';
import { signedIn } from './signed.ts';
import { withSnapback } from './snapback.ts';
import { stakesOf } from './stakes.ts';
import { foundIn, isBound, isOfOtherTrade, maySpeakOfDeadline, mentionsOf, statusOf, toldIn } from './status.ts';
import { heldIn } from './stretches.ts';
import { type TermLook, termLook } from './tense.ts';
import { confidenceOf, tierOf } from './tier.ts';
import { type Tongue, tongueOf } from './tongues/tongue.ts';
import { type Expression, isOpenEnd, type When } from './when.ts';

/** What is known of a text beside its words. */
export interface ReadingContext {
  /** Null for an undated text: "this Friday" then says nothing. */
  readonly published: Instant | null;
  /** Where the outlet lives: whose day "Friday" is reckoned from. */
  readonly outletZone: Zone;
  /** Where the issuer lives: whose day a deadline without a stated zone belongs to. */
  readonly issuerZone: Zone | null;
  /** The text is the issuer's own or the law's. */
  readonly official: boolean;
}

/** A sentence taken apart. */
interface Parsed {
  readonly sentence: Sentence;
  readonly expressions: readonly Expression[];
  readonly marked: string;
  /** Words of sport, shows and private life stand in it. */
  readonly isOtherTrade: boolean;
  /** Of a language other than English; null where they are still to be read. */
  readonly parties: Parties | null;
}

/** A sentence with what in it is a deadline. */
interface Dated extends Parsed {
  readonly hits: readonly Hit[];
}

/** How the texts of a language are read. */
interface Reader {
  /** Whether a sentence could say what has become of a deadline. */
  readonly maySpeak: (sentence: Sifted) => boolean;
  /** Whether it is of our trade. */
  readonly isOurs: (sentence: Sifted) => boolean;
  readonly datedIn: (sentence: Sifted, around: Around) => Dated | null;
  readonly toldIn: (sentences: readonly Sifted[], isDated: boolean) => readonly DeadlineStatus[];
  /** What it takes back in words that the cues of English do not know. */
  readonly withdrawalIn: (sentence: Sentence) => StatusMention | null;
}

/** A sentence with the days it is reckoned from. */
interface Placed extends Parsed {
  readonly frame: Frame;
  /** The act the whole text is about; null when it names none, or several. */
  readonly act: string | null;
  readonly official: boolean;
  /** What the verbs of the whole text say has come of its terms. */
  readonly told: readonly DeadlineStatus[];
}

/** Quotation marks stand anywhere in an expression: `"10 or 12 days" from now`. */
const QUOTATION = /["“”„«»]|['‘](?<=\s.)(?!til)(?=[\p{L}\d])/gu;

/** The point is over, or somebody beat it: "missed the Friday deadline", "tendered by the Tuesday deadline". */
const DONE =
  /\b(?:deadlines?\b[^.;]{0,60} (?:pass(?:es|ed)|(?:comes|came) and (?:goes|went)|expire[sd] without|went by|has gone|slipped by|(?:was|went|goes|is) (?:ignored|missed|defied|disregarded|unmet|unheeded|unanswered))|(?:runs out|expires|ends|lapses|passes)\b[^.;]{0,25} (?:without (?:an? |any )?(?:answer|reply|response|deal|agreement|accord|breakthrough|renewal|extension|word)|unanswered|unmet|unheeded)|(?<!\b(?:an?|for|of|on|over) )missed|completed|tendered|blew (?:past|through)|overshot|fail(?:s|ed) to (?:meet|make|beat)|let\b[^.;]{0,40} (?:deadline|cut-?off) (?:slide|slip|lapse|pass)|lets? (?:pass|slip|lapse|slide|go by)|elapsed|laid down|was the (?:last|final) day)\b/i;

/** Done in time: the day is the one closest to the news of it. */
const IN_TIME =
  /\b(?:came|arrived|passed|approved|cleared|signed|struck|sealed|reached|beats?|met|avert(?:s|ed|ing)|avoid(?:s|ed|ing)|(?:just|hours|minutes|moments|shortly|narrowly|barely) (?:ahead of|before))\b[^;]{0,60}\bdeadline/i;

/** What comes "after the pause expires on Sunday" has mostly come: headlines tell it in the present. */
const AFTER_END = /\bafter\b[^;,.]*\b(?:expires?|ends|lapses?|runs? out)\b[^⟦;,.]*⟦\w+⟧$/i;

/** Told in the past, and by nobody who then still waited for it. */
const HAD_UNTIL =
  /^(?!.*\b(?:said|says|told|tells|warned|announced|wrote|declared)\b).*\bhad (?:only )?until [^⟦;,.]*⟦\w+⟧$/i;

/** Tells of an earlier deadline: a count in such words has no day that the text gives away. */
const EARLIER =
  /\b(?:initially|originally|previously|at first|had (?:first |earlier )?(?:given|set)|last (?:week|month)|weeks ago)\b/i;

function announcedIn(marked: string, expressions: readonly Expression[], frame: Frame): Day | null {
  const spoken = spokenDay(marked, expressions);
  return spoken && (daysOf(spoken.when, spoken.weekday, frame, 'back')?.latest ?? null);
}

function parse(sentence: Sifted): (Parsed & Marked) | null {
  const { text } = sentence;
  if (!mayHoldDeadline(sentence)) return null;
  const plain = text.replace(QUOTATION, ' ');
  const expressions = expressionsOf(plain, sentence.held);
  if (expressions.length === 0) return null;
  const marked = markedSentence(plain, expressions);
  const held = heldIn(marked);
  return { sentence, expressions, marked, held, isOtherTrade: isOtherTrade({ marked, held }), parties: null };
}

function place(parsed: Parsed, text: string, context: ReadingContext, told: Placed['told']): Placed {
  const { published, outletZone, issuerZone, official } = context;
  const frame = frameOf(published, outletZone, issuerZone);
  const announced = announcedIn(parsed.marked, parsed.expressions, frame);
  const signed = signedIn(text, frame);
  return { ...parsed, frame: { ...frame, announced, signed }, act: onlyActIn(text), official, told };
}

/** What the day it is said on, and what is said of it, settle together. */
function isOpen(when: When): boolean {
  return isOpenEnd(when) || (when.kind === 'weekday' && when.week === 'any');
}

/** Where the weekday of a hit looks that names a deadline; null for any other hit. */
function lookOf({ cue, expression, before }: Hit, marked: string): TermLook | null {
  const { when } = expression;
  return cue.direction === 'forward' && isOpen(when) ? termLook(marked, before.lastIndexOf('⟦')) : null;
}

/** Verbs of the present before a weekday: it is still to come, whatever else the text tells. */
const STILL_AHEAD =
  /(?:⟦s\w⟧ (?:ordered|directed|instructed|told|gave|asked|demanded|set)\b[^⟦]*$)|\b(?:told|ordered|asked|warned|instructed|directed|urged)\b[^⟦;]{0,60}⟦s\w⟧ (?:to|that)\b[^⟦]*$|\b(?:must|will|shall|has|have|is|are|(?<!\b(?:was|were|been) )(?:due|set|scheduled) to|now|may|can|faces?|unless|threatens|expires|ends|lapses|finishes|closes|stops|concludes|runs|run out|expire|lapse|wants|demands|gives|sets|warns|next|new|come)\b[^⟦]*(?:⟦s\w⟧[^⟦]*)?$/i;

/** Where an open weekday lies in a text that tells of something over: missed behind, met on either side. */
function overDirection({ before }: Hit, told: Placed['told']): Ground['direction'] | null {
  if (told.includes('moved') || STILL_AHEAD.test(before.slice(0, before.lastIndexOf('⟦')))) return null;
  if (told.includes('met')) return 'nearest';
  return told.includes('passed') ? 'back' : null;
}

/** Right before a date without its year: a verb that looks on. A text that comes a little late still means the last one. */
const TO_COME =
  /\b(?:will|shall|must|takes|comes|goes|enters|kicks|expires|ends|lapses|starts|begins|(?:is|are) (?:due|set|scheduled|to))\b[^⟦;.]{0,60}(?:⟦s\w⟧[^⟦;.]{0,20})?$/i;

function isToCome({ cue, before }: Hit): boolean {
  return cue.direction === 'forward' && TO_COME.test(before.slice(0, before.lastIndexOf('⟦')));
}

/** On whichever side of the news it lies closest. */
function isNear({ cue, expression, before }: Hit, look: TermLook | null, marked: string): boolean {
  const isEither = expression.when.kind === 'weekday' && (AFTER_END.test(before) || HAD_UNTIL.test(before));
  return look === 'nearest' || isEither || (cue.kind === 'ultimatum' && IN_TIME.test(marked));
}

/** A bare weekday, or "the end of the month", beside something done is the last one, not the next. */
function directionOf(hit: Hit, look: TermLook | null, { marked, told }: Placed): Ground['direction'] {
  const { cue, expression } = hit;
  const { when } = expression;
  if (when.kind === 'date' && isToCome(hit)) return 'ahead';
  if (cue.direction !== 'forward' || !(when.kind === 'weekday' || isOpenEnd(when))) return cue.direction;
  const isGone = told.includes('lifted') && !told.includes('passed') && !told.includes('met');
  if (isGone && look !== 'back') return cue.direction;
  if (look === 'back' || DONE.test(marked)) return 'back';
  if (isNear(hit, look, marked)) return 'nearest';
  return (isOpen(when) && overDirection(hit, told)) || cue.direction;
}

/** A weaker cue beside a day that is over tells a story, but where verbs tell what came of a term. */
function isStory(cue: Ground, isPast: boolean, told: Placed['told']): boolean {
  const isOver = told.includes('passed') || told.includes('met');
  return isPast && cue.trust !== 'strong' && cue.direction === 'forward' && !isOver;
}

/** A count retold without its day would be counted from the wrong one; so would that of an ultimatum that is over. */
function isRetoldCount({ expression, before }: Hit, { frame, told }: Placed): boolean {
  const { when, isAdjective } = expression;
  if (when.kind !== 'count' || when.start.kind !== 'unsaid' || frame.announced) return false;
  return EARLIER.test(before) || (isAdjective && told.includes('passed') && !told.includes('moved'));
}

/** A date told as one that was to be: it held before what the text tells. */
const WAS_TO = '(?:was|were|had been) (?:due|set|scheduled|slated|supposed|meant|expected|to)\\b';
const UP_TO_DATE = '[^⟦;,]{0,40}(?:⟦s\\w⟧[^⟦;,]{0,20})?$';
const WAS_TO_BE = new RegExp(`\\b${WAS_TO}${UP_TO_DATE}`, 'i');
/** Beside news of a move, whatever else was told of it. */
const WAS_DUE = new RegExp(
  `\\b(?:${WAS_TO}|had (?:told|ordered|asked|given|demanded|wanted|instructed)\\b|(?:said|saying|warned|warning|threatened|threatening|announced)\\b[^⟦;,]{0,40} would\\b)${UP_TO_DATE}`,
  'i',
);

/** Whether the date is the one before a move that the text tells of. */
function isFormer({ isOld, before }: Hit, told: Placed['told']): boolean {
  const words = before.slice(0, before.lastIndexOf('⟦'));
  return isOld || (told.includes('moved') && WAS_DUE.test(words)) || (told.includes('lifted') && WAS_TO_BE.test(words));
}

function pastFlags(isOld: boolean, isPast: boolean): readonly string[] {
  return [...(isPast ? ['past'] : []), ...(isOld ? ['replaced'] : [])];
}

function wordsOf({ expression }: Hit, { text }: Sentence): string {
  return text.slice(expression.start, expression.end);
}

/** When it falls by the words and the frame, and whether that is over; null when it is no deadline after all. */
function timeOf(hit: Hit, placed: Placed) {
  const { sentence, marked, frame, told } = placed;
  const look = lookOf(hit, marked);
  const direction = directionOf(hit, look, placed);
  const words = wordsOf(hit, sentence);
  const isAhead = direction === 'forward' || direction === 'ahead';
  const expression = isAhead ? withUsualHour(hit.expression, words) : hit.expression;
  const resolved = isRetoldCount(hit, placed) ? null : windowOf(expression, frame, direction);
  if (!resolved) return null;
  const isPast = direction === 'back' || (frame.reference !== null && resolved.window.latest < frame.reference);
  if (isStory(hit.cue, isPast, told)) return null;
  const window = withSnapback(resolved.window, hit.expression.when, marked);
  // What is past posts nothing, whoever agrees.
  const doubts = isPast ? [] : secondOpinion(words, hit.expression, resolved.window, frame.reference);
  const isUnclear = direction === 'nearest' || look === 'unclear';
  const tense = isUnclear && hit.cue.direction === 'forward' ? ['tense_unclear'] : [];
  const gone = told.includes('lifted') && !told.includes('moved') ? ['taken_back'] : [];
  const trade = placed.isOtherTrade ? ['other_trade'] : [];
  return {
    ...resolved,
    window,
    isPast,
    flags: [...resolved.flags, ...doubts, ...tense, ...gone, ...trade, ...pastFlags(isFormer(hit, told), isPast)],
  };
}

/** An act with a number is what the date belongs to, whoever else is named. */
function partiesIn(hit: Hit, { marked, act, parties: read }: Placed): Parties {
  const parties = read ?? partiesOf(marked);
  return { ...parties, target: lastActIn(hit.before) ?? act ?? parties.target };
}

function readHit(hit: Hit, placed: Placed): Reading | null {
  const { cue, expression } = hit;
  const isOld = isFormer(hit, placed.told);
  const time = timeOf(hit, placed);
  if (!time) return null;
  const { window, anchor, flags, isPast } = time;
  const grounds = {
    cue,
    when: expression.when,
    precision: window.precision,
    flags,
    isPast,
    isOld,
    official: placed.official,
  };
  return {
    window,
    anchor,
    count: expression.when.kind === 'count' ? expression.when.count : null,
    change: isPast || isOld ? 'unsaid' : cue.change,
    ...partiesIn(hit, placed),
    ...stakesOf(placed.sentence.text),
    cue: cue.name,
    rule: expression.rule,
    ...quoteOf(placed.sentence.text, placed.sentence.start, [expression.start, expression.end]),
    confidence: confidenceOf(grounds),
    tier: tierOf(grounds),
    flags,
  };
}

/** A guess or a view speaks of a deadline that is known already, or of none. */
function asHearsay(reading: Reading): Reading {
  return { ...reading, change: 'unsaid', tier: 'C', flags: [...reading.flags, 'supposed'] };
}

function datedIn(sentence: Sifted, around: Around): Dated | null {
  const parsed = parse(sentence);
  if (!parsed) return null;
  const { marked, held, expressions } = parsed;
  const hits = hitsIn({ marked, held, around }, expressions, parsed.isOtherTrade);
  return hits.length > 0 ? { ...parsed, hits } : null;
}

function readDated(dated: Dated, placed: Placed, isDoubtful: boolean): readonly Reading[] {
  const readings = dated.hits.map((hit) => readHit(hit, placed)).filter((reading) => reading !== null);
  return isDoubtful ? readings.map(asHearsay) : readings;
}

const ENGLISH: Reader = {
  maySpeak: maySpeakOfDeadline,
  isOurs: (sentence) => !isOfOtherTrade(sentence),
  datedIn,
  toldIn,
  withdrawalIn: () => null,
};

/** Of a language whose words are tables (tongues/). */
function readerIn({ takeApart, fates, withdrawalIn }: Tongue): Reader {
  return {
    maySpeak: () => true,
    isOurs: () => true,
    datedIn: (sentence) => {
      const apart = takeApart(sentence.text);
      return apart.hits.length > 0 ? { sentence, ...apart, isOtherTrade: false } : null;
    },
    toldIn: (sentences) => sentences.flatMap(({ text }) => fates(text)),
    withdrawalIn,
  };
}

/** Where nothing tells what has become of a deadline: somebody may still be bound to something by one. */
function boundIn(sentences: readonly Sifted[], ours: readonly Sifted[]): DeadlineStatus | null {
  return ours.some(isBound) && mayNameDeadline(sentences) ? 'pending' : null;
}

/**
 * Reads every deadline out of `text` (usually title, line break, lede), best first, and what it says has become of
 * deadlines. Days belong to the zone stated, else the issuer's, else the outlet's; never throws.
 */
export function readDeadlines(text: string, context: ReadingContext): DeadlineReadings {
  const tongue = tongueOf(text);
  const reader = tongue ? readerIn(tongue) : ENGLISH;
  const sentences = sentencesOf(text).map(sifted);
  const ours = sentences.filter(reader.isOurs);
  const isDoubtful = isView(text) ? () => true : isSupposed;
  const around = aroundOf(text);
  const read = (sentence: Sifted) => reader.datedIn(sentence, around);
  const dated = withDays(ours.map(read).filter((each) => each !== null));
  const isDated = dated.length > 0;
  if (!isDated && !sentences.some(reader.maySpeak))
    return { deadlines: [], mentions: [], status: () => boundIn(sentences, ours) };
  const told = isDated ? reader.toldIn(ours, true) : null;
  const readings = dated.flatMap((each) =>
    readDated(each, place(each, text, context, told ?? []), isDoubtful(each.sentence)),
  );
  const all = withClaim(distinct(readings), sentences);
  const today = all.length > 0 && context.published ? dayIn(context.published, context.outletZone) : null;
  const found = foundIn(ours, readings, isDoubtful);
  const withdrawn = sentences.map(reader.withdrawalIn).filter((each) => each !== null);
  const mentions = [...mentionsOf(found), ...withdrawn];
  return {
    deadlines: withoutReplaced(all),
    mentions,
    status: () => statusOf(ours, found, all, told ?? reader.toldIn(ours, false), today),
  };
}
