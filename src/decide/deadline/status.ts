/** What a text says has become of a deadline, with or without a date. */
import type { DeadlineStatus, Reading, StatusMention } from '../../domain/deadline.ts';
import type { Day } from '../../domain/time.ts';
import { cueKind } from './kinds.ts';
import { not } from './matches.ts';
import { outcomesIn } from './outcomes.ts';
import { quoteOf } from './quote.ts';
import type { Sentence, Sifted } from './sentences.ts';
import { siftingOf, wholly, wordsOf } from './sieve.ts';
import * as terms from './terms.ts';
import { MONTH, WEEKDAY } from './vocabulary.ts';

interface StatusCue {
  readonly pattern: RegExp;
  readonly name: string;
  readonly status: DeadlineStatus;
  /** What it does to a chain; null for a state that changes nothing ("looms") or needs a date to do so. */
  readonly change: StatusMention['change'] | null;
  /** Words before or behind may make it a wish that moves nothing. */
  readonly isWishable: boolean;
  /** Tells of something not done: a negation beside it is its own. */
  readonly isUndone: boolean;
}

const DEADLINE = `${terms.DEADLINE}s?`;
const PAUSE = `${terms.PAUSE}s?`;
const TERM = `(?:${DEADLINE}|${PAUSE}|waivers?|licen[cs]es?|exemptions?|protections?|expiration|expiry|suspension|tariffs?|sanctions|emergency|rules|ban)`;
const DROP =
  "(?:dropp(?:ed|ing)|drops|ditch(?:ed|es|ing)|shelv(?:ed|es|ing)|jettison(?:ed|s)|scrapp(?:ed|ing)|scraps|withdr(?:ew|awn|aws)|withdrawing|abandon(?:ed|s|ing)|rescind(?:ed|s)|cancel(?:led|ed|s|ling)|sett?(?:ing)? aside|gave up|walked back|walk(?:s|ed|ing) away from|(?<!\\b(?:to|would|could|will|must|should|may|might|can|not|never) |n[’']t )(?:drop|ditch|shelve|scrap|withdraw|abandon|rescind|cancel)(?= (?:its|their|his|her|the|an?|(?:\\w+[- ])?(?:deadline|ultimatum)))|row(?:ed|s|ing) back (?:from|on)|back(?:ed|s|ing) (?:away|off|down)(?: from)?|backpedal\\w*)";
const OVERTAKE =
  '(?:overt(?:ook|akes?|aken)|replac(?:ed?|es|ing)|supersed(?:ed?|es|ing)|eclips(?:ed?|es)|supplant(?:ed|s)?)';
const TALKS = '(?:summit|talks|meeting|negotiations|settlement|agreement|deal)';
const EXTEND = `(?:${terms.EXTEND}|renew(?:s|ed)?)`;
/** Stops an order before it bites. */
const STAY =
  '(?:put(?:s|ting)? on hold|fr(?:eezes|oze)|stay(?:s|ed)|block(?:s|ed)|paus(?:es|ed)|halt(?:s|ed)|lift(?:s|ed)|rescind(?:s|ed)|revok(?:es|ed)|scrap(?:s|ped)|withdr(?:ew|aws)|annul(?:s|led)|overturn(?:s|ed)|str(?:ikes|uck) down|call(?:s|ed) off)';
const ORDER = '(?:orders?|ruling|rules?|requirement|decree|directive|instruction|curfew|evacuation)';
/** Within a sentence: the dot of a number or of an abbreviation ends none. */
const near = (most: number) => `(?:[^.;]|\\.(?=\\S)){0,${most}}?`;
/** As `near`, and within a clause. */
const clause = (most: number) => `(?:(?!\\b(?:as|before|after|ahead|while|when|because|despite) )[^.;,]){0,${most}}?`;
/** Beside a verb: "was quietly dropped". */
const ADVERB = '(?:\\w+ly )?';

const DATE = `(?:\\d{1,2} )?${MONTH}\\b`;

type Draft = Omit<StatusCue, 'pattern' | 'isWishable' | 'isUndone'> & {
  readonly words: string;
  readonly isWishable?: true;
  readonly isUndone?: true;
};

function cue({ words, ...rest }: Draft): StatusCue {
  return { isWishable: false, isUndone: false, ...rest, pattern: new RegExp(words, 'i') };
}

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
    words: `\\b(?:${DEADLINE}|${PAUSE} demand|demand for (?:a|an) (?:\\w+ )?${PAUSE})\\b${near(40)}\\b${ADVERB}(?:dropped|scrapped|abandoned|set aside)\\b${near(40)}\\b(?:in favou?r of|instead|as ${TALKS}|for (?:a |an )?(?:\\w+ )?${TALKS})\\b`,
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
    words: `\\b${DROP}\\b(?! (?:the |its |their )?(?:earlier|old|original|previous|initial)\\b)(?: (?!(?:as|before|after|ahead|while|when|over|despite)\\b)[^\\s.;,]+){0,5} (?:${DEADLINE}|demand that)\\b`,
  }),
  cue({
    name: 'was_withdrawn',
    status: 'lifted',
    change: 'withdrawn',
    words: `\\b${DEADLINE}\\b${near(40)}\\b(?:was|were|is|are|has been|had been|have been|being) ${ADVERB}(?:dropped|shelved|ditched|waived|called off|revoked|scrapped|withdrawn|abandoned|rescinded|cancell?ed|lifted|off the table|taken off the table)`,
  }),
  cue({
    name: 'lifted',
    status: 'lifted',
    change: 'lifted',
    words: `\\b(?:lift(?:s|ed|ing)?|suspend(?:s|ed|ing)?|block(?:s|ed|ing)?|halt(?:s|ed)|prevents?)\\b${clause(40)}\\b(?:${DEADLINE}|expiration|expiry)\\b`,
  }),
  cue({
    name: 'no_longer',
    status: 'lifted',
    change: 'withdrawn',
    words: `\\b${DEADLINE}\\b${near(15)} (?:no longer|does not|doesn[’']t) (?:appl(?:y|ies)|stands?|holds?|matters?)\\b`,
  }),
  cue({
    name: 'not_enforced',
    status: 'lifted',
    change: 'withdrawn',
    words: `\\b(?:(?:will|would|does|did|do) not|(?:wo|would|does|did|do)n[’']t|no longer)\\b (?:be )?(?:enforc\\w+|insist(?:s|ing)? on|stand(?:s|ing)? by|hold(?:s|ing)? to)\\b${near(20)}\\b${DEADLINE}\\b`,
  }),
  cue({
    name: 'strike_called_off',
    status: 'lifted',
    change: null,
    words: `\\b(?:call(?:s|ed|ing)? off|stood down|cancel(?:s|led|ed)?|scrap(?:s|ped)?|withdr(?:ew|aws?)|suspend(?:s|ed)?)(?: (?!(?:as|over|amid|for|ahead|before|after|during|due|because|in|on|to|flights?|trains?|services?)\\b)[^\\s.;,]+){0,4} (?:strikes?|walkouts?|industrial action|stoppages?|lockout)\\b(?! (?:deadline|threat|looms))`,
  }),
  cue({
    name: 'order_stayed',
    status: 'lifted',
    change: null,
    words: `\\b${STAY}\\b${near(30)}\\b${ORDER}\\b(?! (?:until|for))${near(25)}\\b(?:that|which|to|due|telling|requiring|giving)\\b|\\b${ORDER}\\b${near(80)}\\b(?:was|were|is|has been|have been|had been) ${ADVERB}(?:put on hold|rescinded|revoked|annulled|struck down|overturned|scrapped|withdrawn|called off)\\b`,
  }),
  cue({
    name: 'to_spare',
    status: 'met',
    change: null,
    words: `\\bwith (?!little\\b)(?:\\S+ ){1,4}to spare\\b(?!${near(120)}\\b(?:another|more|extend\\w*|grant\\w*|postpone\\w*|prolong\\w*|renew\\w*)\\b)|\\bin the nick of time\\b|(?<!\\bto )\\bbeat(?:s|ing)? (?:(?!the\\b)\\w+ |the )clock\\b|\\bunder the wire\\b|\\b(?:days?|hours?|weeks?) early\\b(?=[;,.]|${near(60)}\\bdue\\b)`,
  }),
  cue({
    name: 'averted',
    status: 'met',
    change: null,
    words: `\\bavert(?:s|ed|ing)\\b${near(40)}\\b(?:shutdown|default|strikes?|walkouts?|closures?|lapse|lockout|stoppage)\\b`,
  }),
  cue({
    name: 'met',
    status: 'met',
    change: 'met',
    words: `\\b${not(terms.SCARCELY, '(?:met|meets|meeting|complied with|complying with|beat|beats) ')}(?:the|a|its|his|her|their|that|\\S+['’]s) (?:\\S+ ){0,2}${DEADLINE}\\b`,
  }),
  cue({
    name: 'done_before',
    status: 'met',
    change: 'met',
    words: `\\b${not('(?<!\\b(?:only|few|fewer|half|part|none|nobody|hardly|barely|some)\\b[^.;]{0,80})', '(?:completed|hammered out|struck|reached|handed over|signed|finished|wrapped up|sealed|clinched|concluded|settled|passed|approved|cleared|agreed|paid|accepted|submitted|filed|handed in|evacuated|complied|tendered|turned in|pulled out|withdrew|freed|released|delivered|repaid|surrendered|vacated|divested|disarmed)\\b')}${near(200)}\\b(?:before|by|ahead of|within|(?:hours|days|minutes) before) (?:(?:the|a|its|his|their) )?(?:\\S+ ){0,2}${DEADLINE}\\b`,
  }),
  cue({
    name: 'came_and_went',
    status: 'passed',
    change: 'passed_unknown',
    words: `\\b${not('(?<!\\bbefore (?:\\S+ ){0,4})', `${DEADLINE}\\b`)}${near(80)}\\b(?:came and went|comes and goes|come and gone|slip(?:s|ped)?\\b|pass(?:ed|es)(?! (?:by )?(?:the|a) )|expired|expires(?= (?:and|without|as|with)\\b|$|[,.])|elaps(?:ed|es)|lapsed|(?:ran|run) out|runs out(?= (?:and|without|as|with)\\b)|has gone by)|\\b(?:clock|time) (?:has |have |had )?(?:run|ran) out on\\b`,
  }),
  cue({
    name: 'passed_deadline',
    status: 'passed',
    change: 'passed_unknown',
    words: `\\b(?:miss(?:ed|es)|past|(?:blew|blow(?:n|s|ing)?|sail(?:ed|s)|drift(?:ed|s)|roll(?:ed|s)|sle(?:pt|eps)) (?:past|through)|let|lets|letting|def(?:ied|ies|ying|y|iance of)|ignor(?:ed|es|ing)|reach(?:ed|es)?(?= (?:the|a|an|its|their) ))\\b${near(30)}\\b${DEADLINE}\\b`,
  }),
  cue({
    name: 'not_met',
    status: 'passed',
    change: null,
    isUndone: true,
    words: `\\b(?:(?:fail(?:s|ed|ing)? to|(?:did|does)(?: not|n[’']t)|without) (?:meet(?:ing)?|beat(?:ing)?|make|making|honou?r(?:ing)?|keep(?:ing)?(?: to)?|heed(?:ing)?|respect(?:ing)?)|overshot|overshoots?|overran|overruns?)\\b${near(30)}\\b${DEADLINE}\\b`,
  }),
  cue({
    name: 'ended',
    status: 'passed',
    change: null,
    words: `\\b${PAUSE} (?:is|was|lies) (?:over|dead|finished)\\b|(?<!\\b(?:earlier|previous|past|prior|other) (?:\\w+ )?)\\b(?:${PAUSE}|waiver|licen[cs]e|emergency)\\b${near(60)}\\b(?:expired|lapsed|ended|collapsed|to expire while)\\b|\\b(?:end(?:ed|ing|s) (?:the|a)|after (?:the |a )?(?:latest )?) ?[^.;,]{0,20}?\\b${PAUSE}(?: ends| expires|\\b)`,
  }),
  cue({
    name: 'extended',
    status: 'moved',
    isWishable: true,
    change: null,
    words: `\\b${EXTEND}\\b${clause(60)}\\b${TERM}\\b|\\b${terms.SHORTEN}\\b${clause(60)}\\b(?:${DEADLINE}|${PAUSE})\\b|\\b${EXTEND}\\b${near(90)}\\bexpire\\b|\\bexpire\\b${near(60)}\\bextended\\b`,
  }),
  cue({
    name: 'was_extended',
    status: 'moved',
    isWishable: true,
    change: null,
    words: `\\b${TERM}\\b${near(40)}\\b(?:extended|extension|pushed back|put (?:back|off)|moved back|postponed|prolonged|moved|shortened|brought forward)\\b`,
  }),
  cue({
    name: 'new_date',
    status: 'moved',
    isWishable: true,
    change: null,
    words: `\\b${DEADLINE}\\b${near(50)}\\b(?:now becomes|becomes|is now|has become|(?:has |was |been )*changed to|rather than|instead of)\\b|\\b(?:rather than|instead of|originally|initially|previously|should have (?:begun|started|ended|expired|lapsed|run out|taken effect))\\b${near(25)}\\b(?:${DATE}|${WEEKDAY}|${DEADLINE})`,
  }),
  cue({
    name: 'more_time',
    status: 'moved',
    isWishable: true,
    change: null,
    words: `\\b(?:giv(?:es?|en|ing)|gave|grant(?:s|ed|ing)?|gets?|got|won|buys?|bought|allow(?:s|ed))\\b${near(30)}\\b(?:more|extra|additional|further) (?:time|days|weeks|months)\\b`,
  }),
  cue({
    name: 'another_while',
    status: 'moved',
    isWishable: true,
    change: null,
    words: `\\b(?:giv(?:es?|en|ing)|gave|grant(?:s|ed|ing)?|gets?|got|w[io]ns?|buys?|bought|allow(?:s|ed)|adds?|added|receiv(?:es|ed)|for|kept|keeps?)\\b${near(40)}\\b(?:another|an? (?:further|additional|extra|new)|\\w+ (?:more|further|additional|extra)) (?:\\w+[- ])?(?:hours?|days?|weeks?|months?|years?)\\b`,
  }),
  cue({
    name: 'now_then',
    status: 'moved',
    change: null,
    words: `\\b(?:which|that|and|it|they|will|${TERM}),? (?:will )?now (?:be |only )?(?:runs?|closes?|ends?|expires?|lasts?|lapses?|holds?|stays?|begins?|starts?|appl(?:y|ies)|takes? effect|falls? due|remains?)\\b`,
  }),
  cue({
    name: 'edition',
    status: 'moved',
    change: null,
    words: `\\b(?:GL|General Licen[cs]e)s?(?: No\\.?)? ?\\d+[A-Z]\\b${near(60)}\\b(?:replac|supersed|now\\b)`,
  }),
  cue({
    name: 'nears_its_end',
    status: 'pending',
    change: null,
    words: `\\b(?:days?|weeks?|hours?) (?:to go|left|away) before\\b|\\b(?:days|weeks|hours) from (?:ending|expiring|lapsing|running out)\\b|\\bonly (?:a few|a couple of|\\d+) (?:days|hours|weeks)\\b${near(40)}\\bto\\b|\\bto (?:pay|comply|leave|withdraw|sign|accept|surrender)\\b${near(30)} or (?:see|face|lose|be)\\b|\\b(?:about|set|due) to (?:close|run out|expire|lapse|dry up)\\b|\\bwindow (?:is|was) (?:closing|narrowing)\\b|\\brac(?:e|es|ing) to\\b${near(60)}\\bbefore\\b`,
  }),
  cue({
    name: 'follows_if_not',
    status: 'pending',
    change: null,
    words: `\\b(?:will|would)\\b${near(90)}\\b(?:if|unless)\\b${near(50)}\\b(?:(?:does|do)(?: not|n[’']t)|fails? to|refuses? to|pays?|agrees?)\\b`,
  }),
  cue({
    name: 'pause_of',
    status: 'pending',
    change: null,
    words: `\\b(?:\\d+|two|three|four|five|six|seven|ten|thirty|sixty|ninety|week|month)-?(?:hour|day|week|month|year|long)?[- ](?:\\w+ ){0,2}?${PAUSE}\\b`,
  }),
  cue({ name: 'looms', status: 'pending', change: null, words: `\\b${DEADLINE}\\b` }),
  cue({
    name: 'clock_runs',
    status: 'pending',
    change: null,
    words:
      '\\b(?:clos(?:es|ing) soon|(?:last|final) days|be its last day|fiscal cliff|dries up|(?:dates?|deadlines?) (?:loom|near|approach)\\w*|(?:truce|pause|cease-?fire|reprieve) ticks|beat the clock|clock (?:ticking|is (?:ticking|running)|running|ticks|winds? down|(?:is )?runn?(?:s|ing) (?:down|out))|time is (?:running out|running short|short)|(?:head|stave) off (?:\\w+ )?(?:snapback|sanctions|default|shutdown))\\b',
  }),
  cue({
    name: 'asked',
    status: 'pending',
    change: null,
    words: `\\b(?:must|ha(?:s|ve) to|(?:ordered|told|asked|required|obliged|due|set|is|are) to|demands?|wants?|given|gives|until|unless|or (?:face|risk|else)|by|from|within)\\b${near(90)}\\b(?:${DATE}|${WEEKDAY}|midnight|noon|(?:hours|days|weeks|months)\\b)`,
  }),
  cue({
    name: 'spoken_of',
    status: 'pending',
    change: null,
    words: `\\bto (?:extend|prolong|postpone|delay|renew|lift|scrap)\\b|\\b(?:more time|extensions?|renewal|patience|time is (?:short|tight)|(?:hours|days|weeks|months|much time|little time|time) (?:left|to go|remain|before|until)|no (?:new )?date|time ?frame|(?:grace|notice|short|stipulated|prescribed|allotted|final|set) (?:time|period|term|window|date)|last chance|(?:last|final) warning|given (?:only |just )?(?:days|weeks|hours|months|a term)|(?:only|just|mere) (?:days|weeks|hours) (?:left|to)|how long|running out|time(?:table|scale)|milestones|target dates?|in the coming (?:days|weeks)|promptly|without delay|not (?:much|long) (?:time|left)|longer)\\b|\\b(?:will|would|is to|are to)\\b${near(40)}\\b(?:bite|apply|kick in|take effect|start|begin|expire|lapse|end)\\b`,
  }),
  cue({
    name: 'due',
    status: 'pending',
    change: null,
    words: `\\b(?:expir(?:y|ation|es)|lapses|${PAUSE} ends|(?:close to|about to|near(?:s|ing)?) (?:laps\\w+|expir\\w+|ending|its end|the end|end)|(?:set|due) to (?:end|expire|begin|start)|end of ${near(40)}\\b${PAUSE}|(?:takes?|goes?|comes?|enters?) (?:in(?:to)? )?(?:effect|force|hold)|(?:before|once|when) (?:it|they|the \\w+) (?:kicks? in|goes? in|bites?|starts?|begins?|takes? hold)|runs? out before|before [^.;]{1,60} (?:expires?|lapses?|runs? out|ends?)|(?:once|when|before) (?:the|its|their) window closes|dates? by which|(?:race|racing) against time|(?:runs?|running) short of time|(?:nears?|nearing) its close)\\b`,
  }),
];

const likelyIn = siftingOf(STATUS_CUES);

const NAMES_DEADLINE = new RegExp(`\\b(?:${DEADLINE}|expiration|expiry)\\b`, 'i');

/** Words without which no status cue can match. */
const STATUS_WORDS = String.raw`about to (?:run|expire|lapse|dry|close)|terminat|amnest|only (?:a few|a couple)|(?:days|weeks|hours) from|to go before|or (?:see|face|lose)|window|rac(?:e|es|ing) to|(?:does|do)(?: not|n[’']t) (?:pay|comply|agree|leave|withdraw)|(?:in|for) (?:time|longer)|(?:get|gets|given) longer|deadline|ultimatum|cut-?off|truce|cease-?fire|pause|waiver|licen[cs]e|exemption|protection|call(?:s|ed) off|walkout|avert(?:s|ed|ing)|expir|suspension|tariff|duties|embargo|sanction|emergency|rules|ban\b|demand|effect|more time|now\b|(?:another|more|further|additional|extra) (?:\w+[- ])?(?:hour|day|week|month|year)|in(?:to)? force|clock|time is\b|snapback|to spare|nick of time|under the wire|early\b|orders?\b|ruling|requirement|decree|directive|instruction|curfew|pact\b|accord\b|treaty|freeze|permit|quota|mandate|blockade|lev(?:y|ies)\b|visa|summons|expulsion|evict|stoppage|industrial action|due\b|limit\b|no rush|hurry|no (?:new |fixed |firm )?date\b|da(?:te|y) (?:for|set|named)\b|longer (?:to|than|until)|extension|renewal|patience|(?:last|final) day|strike (?:is|was|set|due|planned)\b|(?:hours|days|weeks|months|time|period|window) (?:is|are|was|were|has|have|left|to go|remain)\b|rule\b|to go before\b|laps(?:e[sd]?|ing)\b|exten(?:d|sion)|prolong|postpon|put(?:s|ting)? (?:off|back)|push(?:ed|es) back|near(?:s|ing)? (?:its|an|the) end\b|shrug|tax credits?|subsid(?:y|ies)\b|time ?frame|(?:grace|notice|short|stipulated|prescribed|allotted|final|set) (?:time|period|term|window|date)\b|window\b|grace\b|last chance|(?:on|in) time\b|fiscal cliff|dries up|ran its course|dates? (?:loom|near|approach)|x-date|reprieve|subpoena|obligation|indefinitely|strike (?:call|notice|vote)\b|given (?:only |just )?(?:days|weeks|hours|months|a term)\b|(?:only|just|mere) (?:days|weeks|hours) (?:left|to)\b|how long\b|(?:last|final) warning|r[ua]n(?:ning|s)? out\b|time(?:table|scale|line)|(?:takes?|taking) hold|kicks? in|dates? by which|race against time|(?:day|week|month|year)[- ](?:delay|postponement)|short of time|hits? zero|delay(?:s|ed)? (?:\w+ )?(?:law|rule|ban|vote|curbs)|overdue|notice\b|warrant\b|eleventh hour|after all\b|elaps|promptly|without delay|in the coming (?:days|weeks)|time (?:allowed|given|set)\b|gone by\b|milestone|target date|time\b[^.;]{0,20}\bup\b|extra (?:time|room)|dates?\b[^.;]{0,30} (?:slip|pass|slide)|maturity`;
const holdsStatusWord = wordsOf(STATUS_WORDS);

/** Whether a sentence could say what has become of a deadline. */
export function maySpeakOfDeadline({ text, held }: Sifted): boolean {
  return holdsStatusWord(text, held);
}

/** A wish to extend moves nothing: the deadline waits where it was. */
const WISH =
  /\b(?:call(?:s|ed|ing)? (?:on|for)|push(?:es|ed)? to|rul(?:es|ed|ing) out|refus\w+|reject\w*|oppos\w+|den(?:y|ies|ied)|resist\w*|no (?:extension|delay|renewal|more)|seek(?:s|ing)?|efforts? to|fail(?:s|ed|ing|ure)? to|declin(?:e|es|ed|ing)|press(?:es|ed|ing)?|hint(?:s|ed)? at|weigh\w*|consider\w*|mull\w*|discuss\w*|debat\w*|float\w*|propos\w*|not|never|wish\w*|hop(?:e|es|ed|ing)|talks? (?:to|on|about)|ask(?:s|ed|ing)?(?: [^\s.;,]+){0,5} (?:for|to)|request\w*|demand(?:s|ed)|plead\w*|lobb\w+|seek\w*|appeal\w* (?:for|to)|urg(?:e|es|ed|ing)|petition(?:s|ed|ing)?|beg(?:s|ged|ging)?|pleas?|wants?(?: to)?|could|may|might|would|likely|secured? an|raced to|if|unless|whether|in doubt|hopeful)\b/i;
/** "After the truce ends" lies ahead where the sentence does. */
const AHEAD =
  /\b(?:will|would|can(?:not|[’']t)?|could|may|might|plan\w*|going to)\b[^;]*\bafter\b[^;]{0,60}\b(?:ends|expires|lapses)\b|\bafter\b[^;]{0,60}\b(?:ends|expires|lapses)\b[^;]*\b(?:will|would|could)\b/i;
const NEGATED =
  /\b(?:(?:have|has|had|did|do|does|will|wo)(?: not|n[’']t)|would have|not yet|fail(?:s|ed|ing)? to|if)\b/i;

/** Sport, shops, shows and the weather have deadlines and warnings of their own: other trades. */
const OTHER_TRADE_WORDS = String.raw`deadline day|(?:salary|avoid(?:s|ed|ing)?) arbitration|arbitration[- ](?:figures?|eligible)|back-to-school|wedding|midfielder|striker|quarterback|pitcher|premier league|nba|nfl|nhl|mlb|playoffs?|(?:severe|winter|stormy|wet|cold|hot|dry|sunny) weather|weather (?:warnings?|alerts?|forecast\w*|service|bureau|office)|(?:heat|flood|storm|wind|winter|tornado|thunderstorm|frost|surf) (?:warnings?|watch|advisor(?:y|ies))|snow(?:fall|storms?)|(?:heavy|fresh|more|wet|drifting|falling) snow|snow (?:is|and|or|will|forecast|warnings?|across|in)|sleet|ice-skating|(?:this|debut|new) novel|horoscopes?|box office|(?:amber|yellow|red) warnings?|met office|(?<!-)(?:trade|transfer)(?: window)? deadline`;
const isOfSports = wordsOf(wholly(OTHER_TRADE_WORDS));
/** Where the law reaches them, they are ours: "shoppers will have to pay for bags when the rules take effect". */
const isOfShops = wordsOf(wholly('shoppers|shopper|shopping|tickets|ticket'));
const LAW =
  /\b(?:rules?|laws?|bans?|banned|restrictions?|curbs|lockdown|scheme|tax|tariffs?|charge|levy|fees?|toll|duty|duties)\b[^.;]{0,80}\b(?:effect|force|appl(?:y|ies)|begins?|starts?|expires?|ends?|must|illegal|from)\b|\b(?:(?:has|have|had|given|got|gets?) (?:only )?until|must|barred|banned|outlaw(?:s|ed)?|fine[ds]?|to ban|have to|court|judges?|ruling|government|minist(?:ry|er)|authorit(?:y|ies)|regulators?|watchdog|signed)\b/i;

/** Whether a sentence is of a trade that has deadlines and warnings of its own. */
export function isOfOtherTrade({ text, held }: Sifted): boolean {
  return isOfSports(text, held) || (isOfShops(text, held) && !LAW.test(text));
}

/** What a sentence says has become of a deadline. */
export interface Found {
  readonly status: DeadlineStatus;
  readonly mention: StatusMention | null;
}

/** Just before words about an ending: it has not come to that. */
const NOT_ENDED = /(?:\b(?:if|unless|whether|not|never|could|may|might|den(?:y|ies|ied|ying))|n[’']t)\b[^.;,]{0,40}$/i;

/** How far before and behind words about a move a wish still governs them. */
const WISH_REACH = [120, 30] as const;
/** A wish governs its own clause. */
const CLAUSE = /\b(?:after|as|while|when|because|but|before|although|despite)\b/i;

/** Words behind a move that take it back. */
const UNSURE = /\b(?:un)?likely\b|\bpossible\b|\bif\b|\bunless\b|\bsought\b|\brejected\b|\brefused\b/i;

/** What somebody is to do is not done; where several agree or decide to do it, it is as good as done. */
const MEANT =
  /(?<!\b(?:agree[sd]?|agreement|decid(?:es?|ed)|decision|vote[sd]?|voting|opt(?:s|ed)?|chose|chooses|mov(?:es|ed)|order(?:s|ed)?|deal|accord|pact|decree|resolution|bill|announce[sd]?|plan|set|ready|used|due) )\bto $/i;

function isWished(text: string, start: number, end: number): boolean {
  const before =
    text
      .slice(Math.max(0, start - WISH_REACH[0]), start)
      .split(CLAUSE)
      .at(-1) ?? '';
  const after = text.slice(end, end + WISH_REACH[1]).split(CLAUSE)[0] ?? '';
  return WISH.test(before + text.slice(start, end)) || MEANT.test(before) || UNSURE.test(after);
}

/** "The deadline could slip": it has not. */
const MERELY_POSSIBLE = /\b(?:could|may|might|would|should|will) (?:\w+ )?(?:slip|pass|lapse|expire)\w*$/i;
/** "The deadline has yet to run out": nor has this one. */
const YET_TO_PASS = /\b(?:about|due|set|yet) to (?:slip|pass|lapse|expire|run out)$|\bnot (?:to )?let\b[^.;,]*$/i;

/** "Room for meeting the date" tells of none that was met. */
const MEETING =
  /\b(?:(?:for|of|on|towards?|to|at|from|in|about) (?:meeting|complying with)|to (?:meet|beat|make)) \S+(?: \S+){0,3}$/i;

/** "Before they agree to prolong it": they have not. */
const BEFORE_THEY_AGREE = /\bbefore (?:[^\s.;,]+ ){1,3}agrees? to $/i;

/** What the sentence denies or only wishes for has not happened. */
function isDenied({ status, isWishable, isUndone }: StatusCue, text: string, match: RegExpExecArray): boolean {
  if (isUndone) return false;
  const before = text.slice(0, match.index);
  const so = before + match[0];
  if (MERELY_POSSIBLE.test(match[0]) || (status === 'passed' && YET_TO_PASS.test(so))) return true;
  if (status === 'moved' && BEFORE_THEY_AGREE.test(before)) return true;
  if (isWishable) return isWished(text, match.index, so.length);
  if (status === 'lifted') return NOT_ENDED.test(before);
  if (status === 'met' && MEETING.test(so)) return true;
  return (status === 'passed' || status === 'met') && (NEGATED.test(text) || AHEAD.test(text));
}

function mentionOf(cue: StatusCue, match: RegExpExecArray, sentence: Sentence): StatusMention | null {
  const around = [match.index, match.index + match[0].length] as const;
  if (!cue.change) return null;
  const about = NAMES_DEADLINE.test(match[0]) ? 'deadline' : 'demand';
  return { change: cue.change, about, cue: cue.name, ...quoteOf(sentence.text, sentence.start, around) };
}

function foundInOne(sentence: Sifted, isDoubtful: (sentence: Sentence) => boolean): Found | null {
  const { text, held } = sentence;
  if (!maySpeakOfDeadline(sentence)) return null;
  for (const cue of likelyIn(held)) {
    const match = cue.pattern.exec(text);
    if (!match) continue;
    if (!isDenied(cue, text, match))
      return {
        status: cue.status,
        mention: cue.change && !isDoubtful(sentence) ? mentionOf(cue, match, sentence) : null,
      };
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

const isMove = ({ change }: Reading) => change === 'extended' || change === 'brought_forward';

function statusOfReading(reading: Reading): DeadlineStatus | 'replaced' {
  if (isMove(reading)) return 'moved';
  if (reading.flags.includes('replaced')) return 'replaced';
  return reading.flags.includes('past') ? 'passed' : 'pending';
}

/** What is in force is no news beside the day on which it ends. */
function news(readings: readonly Reading[]): readonly Reading[] {
  const isAhead = readings.some((reading) => statusOfReading(reading) === 'pending');
  return readings.filter(({ cue, flags }) => !isAhead || !flags.includes('past') || cueKind(cue) !== 'effective');
}

/** What verbs tell in a text that dates a term, or that names one. */
export function toldIn(sentences: readonly Sifted[], isDated: boolean): readonly DeadlineStatus[] {
  const isSpokenOf = isDated || sentences.some(maySpeakOfDeadline);
  return isSpokenOf ? sentences.flatMap(outcomesIn) : [];
}

/** Somebody must, is told to, or suffers for it. */
const BOUND_WORDS = String.raw`must|(?:told|ordered|asked|instructed|urged|directed|obliged|required|given|has|have|is|are|needs?) (?:\w+ ){0,3}?to\b|orders?|demand(?:s|ed|ing)?|insist(?:s|ed)|expects?|wants?|warn(?:s|ed|ing)?|urg(?:es|ed|ing)|threaten(?:s|ed|ing)?|giv(?:es?|en|ing)|gave|allow(?:s|ed)|unless|failing|otherwise|or (?:else|face|be|lose|risk)|if (?:not|they|it|he|she|talks)|notices?|vote to strike|should be|foresees|envisages|provides for|draft|propos(?:es|al)`;
const isToldTo = wordsOf(wholly(BOUND_WORDS));
/** A time, however loosely it is named. */
const WITHIN =
  /\b(?:(?:by|before|until|till|within|inside|from|in|for|at) (?:the |this |next |early |late |mid-?|about |around |at least )*(?:\d|noon|midnight|dawn|spring|summer|autumn|winter|end|year|month|week|mon|tues|wednes|thurs|fri|satur|sun|jan|feb|mar|apr|may\b|june?|july?|aug|sept?|oct|nov|dec|two|three|four|five|six|seven|ten|thirty|sixty|ninety)|\d+[- ](?:working |more )?(?:hour|day|week|month)s?|(?:hours|days|weeks|months|time|period|window|date|soon|quickly|promptly|year is out|too late)\b)/i;

/** Whether somebody is bound to something within a time, whatever becomes of it. */
export function isBound({ text, held }: Sifted): boolean {
  return isToldTo(text, held) && WITHIN.test(text);
}

/** The old date goes as the new one comes: nothing is withdrawn. */
function isReplacedIn({ start, text }: Sentence, readings: readonly Reading[]): boolean {
  return readings.some(
    (reading) => isMove(reading) && start <= reading.span[0] && reading.span[0] < start + text.length,
  );
}

/** Every day that is read lies ahead: what has passed is something else. */
function isAllAhead(all: readonly Reading[], today: Day | null): boolean {
  const readings = news(all);
  if (today === null || readings.length === 0) return false;
  return readings.every(({ window }) => window.latest > today);
}

/** Whether a status cannot be so beside the rest of what is told. */
function ruledOut(
  found: readonly Found[],
  readings: readonly Reading[],
  told: readonly DeadlineStatus[],
  today: Day | null,
): (status: DeadlineStatus | 'replaced') => boolean {
  const isFound = (sought: DeadlineStatus) => found.some(({ status }) => status === sought);
  const isReplaced = readings.length > 0 && readings.every((reading) => statusOfReading(reading) === 'replaced');
  const isStillAhead = isAllAhead(readings, today) && !(isReplaced && isFound('passed'));
  const isMoved = readings.some(isMove) || (isStillAhead && told.includes('moved'));
  const isPutOff = isMoved || isFound('moved');
  const isNotLifted = isMoved || (!isFound('lifted') && (isReplaced || isPutOff));
  return (status) =>
    (status === 'passed' && isStillAhead) || (status === 'lifted' && isNotLifted) || (status === 'met' && isPutOff);
}

/** What the sentences say has become of a deadline; a doubtful one has a status but ends nothing. */
export function foundIn(
  sentences: readonly Sifted[],
  readings: readonly Reading[],
  isDoubtful: (sentence: Sentence) => boolean,
): readonly Found[] {
  return sentences
    .filter((sentence) => !isReplacedIn(sentence, readings))
    .map((sentence) => foundInOne(sentence, isDoubtful))
    .filter((each) => each !== null);
}

/** What of it ends or confirms a chain. */
export function mentionsOf(found: readonly Found[]): readonly StatusMention[] {
  return found.map((each) => each.mention).filter((mention) => mention !== null);
}

/**
 * What has become of the deadlines of a text: by what its sentences say (`found`), by what the cues of its readings say,
 * and by what verbs tell (`told`); null where it speaks of none.
 */
export function statusOf(
  sentences: readonly Sifted[],
  found: readonly Found[],
  readings: readonly Reading[],
  told: readonly DeadlineStatus[],
  today: Day | null,
): DeadlineStatus | null {
  const all = [...found.map((each) => each.status), ...told, ...news(readings).map(statusOfReading)];
  const isOut = ruledOut(found, readings, told, today);
  const left = all.filter((status) => !isOut(status));
  const strongest = left.sort((a, b) => WEIGHT[a] - WEIGHT[b])[0] ?? (sentences.some(isBound) ? 'pending' : null);
  return strongest === 'replaced' ? 'moved' : strongest;
}
