/** What a text says has become of a deadline, with or without a date. */
import type { DeadlineStatus, Reading, StatusMention } from '../../domain/deadline.ts';
import { quoteOf } from './quote.ts';
import type { Sentence } from './sentences.ts';
import * as terms from './terms.ts';

interface StatusCue {
  readonly name: string;
  readonly status: DeadlineStatus;
  /** What it does to a chain; null for a state that changes nothing ("looms") or needs a date to do so. */
  readonly change: StatusMention['change'] | null;
  readonly pattern: RegExp;
}

const DEADLINE = `${terms.DEADLINE}s?`;
const PAUSE = `${terms.PAUSE}s?`;
const TERM = `(?:${DEADLINE}|${PAUSE}|waivers?|licen[cs]es?|exemptions?|protections?|expiration|expiry|suspension|tariffs?|sanctions|emergency|rules|ban)`;
const DROP =
  '(?:dropp(?:ed|ing)|drops|ditch(?:ed|es|ing)|shelv(?:ed|es|ing)|jettison(?:ed|s)|scrapp(?:ed|ing)|scraps|withdr(?:ew|awn|aws)|withdrawing|abandon(?:ed|s|ing)|rescind(?:ed|s)|cancel(?:led|ed|s|ling)|sett?(?:ing)? aside|gave up|walked back|walk(?:s|ed|ing) away from|row(?:ed|s|ing) back (?:from|on)|back(?:ed|s|ing) (?:away|off|down) from|backpedal\\w*)';
const OVERTAKE =
  '(?:overt(?:ook|akes?|aken)|replac(?:ed?|es|ing)|supersed(?:ed?|es|ing)|eclips(?:ed?|es)|supplant(?:ed|s)?)';
const TALKS = '(?:summit|talks|meeting|negotiations|settlement|agreement|deal)';
const EXTEND = `(?:${terms.EXTEND}|${terms.SHORTEN}|renew(?:s|ed)?)`;
const near = (most: number) => `[^.;]{0,${most}}?`;

type Draft = Omit<StatusCue, 'pattern'> & { readonly words: string };

const cue = ({ words, ...rest }: Draft): StatusCue => ({ ...rest, pattern: new RegExp(words, 'i') });

/** The first that matches a sentence counts: endings, then moves, then what only waits. */
const STATUS_CUES: readonly StatusCue[] = [
  cue({
    name: 'deadline_when_over',
    status: 'lifted',
    change: 'withdrawn',
    words: `\\bdeadline\\b${near(25)} (?:is|was|will be) when (?:it|the war|the fighting|this)(?:['’]s| is| was)? (?:all )?over`,
  }),
  cue({
    name: 'no_deadline',
    status: 'lifted',
    change: 'withdrawn',
    words: `\\b(?:no longer (?:has|have|sets?|a|any)|there(?:['’]s| is| was) no|without a firm) ${near(12)}\\b${DEADLINE}\\b`,
  }),
  cue({
    name: 'dropped_for',
    status: 'lifted',
    change: 'superseded',
    words: `\\b${DROP}\\b${near(60)}\\b(?:${DEADLINE}|demand)\\b${near(60)}\\b(?:in favou?r of|instead|and (?:turned|turns) to|as ${TALKS}|for (?:a |an )?(?:\\w+ )?${TALKS})\\b`,
  }),
  cue({
    name: 'was_dropped_for',
    status: 'lifted',
    change: 'superseded',
    words: `\\b(?:${DEADLINE}|${PAUSE} demand|demand for (?:a|an) (?:\\w+ )?${PAUSE})\\b${near(40)}\\b(?:dropped|scrapped|abandoned|set aside)\\b${near(40)}\\b(?:in favou?r of|instead|as ${TALKS}|for (?:a |an )?(?:\\w+ )?${TALKS})\\b`,
  }),
  cue({
    name: 'overtaken',
    status: 'lifted',
    change: 'superseded',
    words: `\\b${TALKS}\\b${near(60)}\\b${OVERTAKE}\\b${near(50)}\\b${DEADLINE}\\b`,
  }),
  cue({
    name: 'gave_way',
    status: 'lifted',
    change: 'superseded',
    words: `\\b${DEADLINE}\\b${near(60)}\\b(?:(?:gave|gives|given|giving) way to|made way for|(?:was|is|were|been) ${OVERTAKE} by)`,
  }),
  cue({
    name: 'demand_dropped_for',
    status: 'lifted',
    change: 'superseded',
    words: `\\b${DROP}\\b${near(40)}\\b(?:${PAUSE} (?:demand|call|push)|(?:demands?|calls?|push|insistence) for (?:(?:a|an|the) )?(?:\\w+ )?${PAUSE})\\b(?=${near(80)}\\b${TALKS}\\b)`,
  }),
  cue({
    name: 'settlement_instead',
    status: 'lifted',
    change: 'superseded',
    words: `\\b(?:peace (?:deal|agreement|settlement|treaty)|settlement)\\b${near(40)}\\b(?:not|rather than|instead of|over|without|skip(?:s|ped|ping)|bypass(?:es|ed|ing))\\b${near(30)}\\b${PAUSE}\\b|\\b${PAUSE}\\b${near(30)}\\b(?:(?:dropped|abandoned|skipped|bypassed|set aside) for|gives? way to|gave way to)\\b${near(40)}\\b(?:peace|${TALKS})\\b`,
  }),
  cue({
    name: 'withdrawn',
    status: 'lifted',
    change: 'withdrawn',
    words: `\\b${DROP}\\b(?: (?!(?:as|before|after|ahead|while|when|over|despite)\\b)[^\\s.;,]+){0,5} (?:${DEADLINE}|demand that)\\b`,
  }),
  cue({
    name: 'was_withdrawn',
    status: 'lifted',
    change: 'withdrawn',
    words: `\\b${DEADLINE}\\b${near(40)}\\b(?:was|were|is|has been|had been|have been) (?:dropped|scrapped|withdrawn|abandoned|rescinded|cancell?ed|lifted|off the table|taken off the table)`,
  }),
  cue({
    name: 'lifted',
    status: 'lifted',
    change: 'lifted',
    words: `\\b(?:lift(?:s|ed|ing)?|suspend(?:s|ed|ing)?|block(?:s|ed|ing)?|halt(?:s|ed)|prevents?)\\b${near(40)}\\b(?:${DEADLINE}|expiration|expiry)\\b`,
  }),
  cue({
    name: 'met',
    status: 'met',
    change: 'met',
    words: `\\b(?:met|meets|complied with|beat|beats) (?:the|a|its|his|her|their|that|\\S+['’]s) (?:\\S+ ){0,2}${DEADLINE}\\b`,
  }),
  cue({
    name: 'done_before',
    status: 'met',
    change: 'met',
    words: `\\b(?:completed|hammered out|struck|reached|handed over|signed|finished|evacuated|complied)\\b${near(200)}\\b(?:before|by|ahead of|within) (?:the|a|its|his|their) (?:\\S+ ){0,2}${DEADLINE}\\b`,
  }),
  cue({
    name: 'came_and_went',
    status: 'passed',
    change: 'passed_unknown',
    words: `\\b${DEADLINE}\\b${near(80)}\\b(?:came and went|comes and goes|pass(?:ed|es)(?! (?:by )?(?:the|a) )|expired|expires(?= (?:and|without|as|with)\\b|$|[,.])|elaps(?:ed|es)|lapsed|ran out|has gone by)`,
  }),
  cue({
    name: 'passed_deadline',
    status: 'passed',
    change: 'passed_unknown',
    words: `\\b(?:miss(?:ed|es)|past|bl(?:e|o)w[ns]? (?:past|through)|let|def(?:ied|ies|ying|y|iance of)|ignor(?:ed|es|ing)|reach(?:ed|es)?(?= (?:the|a|an|its|their) ))\\b${near(30)}\\b${DEADLINE}\\b`,
  }),
  cue({
    name: 'ended',
    status: 'passed',
    change: null,
    words: `\\b(?:${PAUSE}|waiver|licen[cs]e|emergency)\\b${near(60)}\\b(?:expired|lapsed|ended|collapsed|to expire while)\\b|\\b(?:end(?:ed|ing|s) (?:the|a)|after (?:the |a )?(?:latest )?) ?${near(20)}\\b${PAUSE}(?: ends| expires|\\b)`,
  }),
  cue({
    name: 'extended',
    status: 'moved',
    change: null,
    words: `\\b${EXTEND}\\b${near(60)}\\b${TERM}\\b|\\b${EXTEND}\\b${near(90)}\\bexpire\\b|\\bexpire\\b${near(60)}\\bextended\\b`,
  }),
  cue({
    name: 'was_extended',
    status: 'moved',
    change: null,
    words: `\\b${TERM}\\b${near(40)}\\b(?:extended|extension|pushed back|postponed|prolonged|moved|shortened|brought forward)\\b`,
  }),
  cue({ name: 'looms', status: 'pending', change: null, words: `\\b${DEADLINE}\\b` }),
  cue({
    name: 'due',
    status: 'pending',
    change: null,
    words: `\\b(?:expir(?:y|ation|es)|(?:set|due) to (?:end|expire)|end of ${near(40)}\\b${PAUSE}|(?:takes?|goes?|comes?|enters?) (?:in(?:to)? )?(?:effect|force))\\b`,
  }),
];

const NAMES_DEADLINE = new RegExp(`\\b(?:${DEADLINE}|expiration|expiry)\\b`, 'i');

/** Words without which no status cue can match. */
const STATUS_WORD =
  /deadline|ultimatum|cut-?off|truce|cease-?fire|pause|waiver|licen[cs]e|exemption|protection|expir|suspension|tariff|sanction|emergency|rules|\bban\b|demand|effect|in(?:to)? force/i;

/** Whether a text could say what has become of a deadline. */
export function maySpeakOfDeadline(text: string): boolean {
  return STATUS_WORD.test(text);
}

/** A wish to extend moves nothing: the deadline waits where it was. */
const WISH =
  /\b(?:call(?:s|ed|ing)? (?:on|for)|push(?:es|ed)? to|seek(?:s|ing)?|efforts? to|fail(?:s|ed|ing)? to|hint(?:s|ed)? at|talks? (?:to|on|about)|ask(?:s|ed)? (?:for|to)|request\w*|demand(?:s|ed)|wants? to|could|may|might|would|likely|secured? an|raced to|if)\b/i;
const NEGATED =
  /\b(?:(?:have|has|had|did|do|does|will|wo)(?: not|n[’']t)|would have|not yet|fail(?:s|ed|ing)? to|if)\b/i;

/** Sport, shops, shows and the weather have deadlines and warnings of their own: other trades. */
export const OTHER_TRADES =
  /\b(?:deadline day|(?:trade|transfer)(?: window)? deadline|arbitration|back-to-school|shoppers?|shops?|discounts?|tickets?|wedding|midfielder|striker|quarterback|pitcher|premier league|NBA|NFL|NHL|MLB|playoffs?|restaurants?|recipes?|weather|snow|sleet|ice-skating|(?:amber|yellow|red) warnings?|Met Office)\b/i;

interface Found {
  readonly status: DeadlineStatus;
  readonly mention: StatusMention | null;
}

/** Just before words about an ending: it has not come to that. */
const NOT_ENDED = /(?:\b(?:if|unless|whether|not|never|could|may|might|den(?:y|ies|ied|ying))|n[’']t)\b[^.;,]{0,40}$/i;

/** What the sentence denies or only wishes for has not happened; `before` is what stands before the cue. */
function isDenied(status: DeadlineStatus, text: string, before: string): boolean {
  if (status === 'moved') return WISH.test(text);
  if (status === 'lifted') return NOT_ENDED.test(before);
  return (status === 'passed' || status === 'met') && NEGATED.test(text);
}

function mentionOf(cue: StatusCue, match: RegExpExecArray, sentence: Sentence): StatusMention | null {
  const around = [match.index, match.index + match[0].length] as const;
  if (!cue.change) return null;
  const about = NAMES_DEADLINE.test(match[0]) ? 'deadline' : 'demand';
  return { change: cue.change, about, cue: cue.name, ...quoteOf(sentence.text, sentence.start, around) };
}

function foundIn(sentence: Sentence, isDoubtful: boolean): Found | null {
  if (!STATUS_WORD.test(sentence.text) || OTHER_TRADES.test(sentence.text)) return null;
  for (const cue of STATUS_CUES) {
    const match = cue.pattern.exec(sentence.text);
    if (!match) continue;
    if (!isDenied(cue.status, sentence.text, sentence.text.slice(0, match.index)))
      return { status: cue.status, mention: isDoubtful ? null : mentionOf(cue, match, sentence) };
    if (cue.status === 'moved') return { status: 'pending', mention: null };
  }
  return null;
}

/**
 * Endings outrank moves, moves outrank what only waits. A date that is told to have held before says that something
 * moved, where nothing else tells more.
 */
const WEIGHT: Readonly<Record<DeadlineStatus | 'replaced', number>> = {
  lifted: 0,
  met: 1,
  moved: 2,
  passed: 3,
  replaced: 4,
  pending: 5,
};

function statusOfReading(reading: Reading): DeadlineStatus | 'replaced' {
  if (reading.change === 'extended' || reading.change === 'brought_forward') return 'moved';
  if (reading.flags.includes('replaced')) return 'replaced';
  return reading.flags.includes('past') ? 'passed' : 'pending';
}

export interface Status {
  readonly mentions: readonly StatusMention[];
  readonly status: DeadlineStatus | null;
}

/**
 * What the sentences say has become of a deadline; readings count for what their own cues say. Doubtful sentences have
 * a status but end nothing.
 */
export function statusOf(
  sentences: readonly Sentence[],
  readings: readonly Reading[],
  isDoubtful: (sentence: Sentence) => boolean,
): Status {
  const found = sentences.map((sentence) => foundIn(sentence, isDoubtful(sentence))).filter((each) => each !== null);
  const said = [...found.map((each) => each.status), ...readings.map(statusOfReading)];
  const strongest = said.sort((a, b) => WEIGHT[a] - WEIGHT[b])[0] ?? null;
  const mentions = found.map((each) => each.mention).filter((mention) => mention !== null);
  return { mentions, status: strongest === 'replaced' ? 'moved' : strongest };
}
