/**
 * The words that make a point in time a deadline. Patterns are written against marked sentences (marks.ts); the first
 * cue of the table that claims a mark keeps it.
 */
import { COUNT, type Cue, cue, EITHER, far, gap, LEAD, OF_EVENT, POINT } from './cue.ts';
import { FAMILIES } from './families.ts';
import { HOLIDAY } from './holidays.ts';
import { not } from './matches.ts';
import type { Sifted } from './sentences.ts';
import { signOf, wordsOf } from './sieve.ts';
import { DEADLINE, EXTEND, FLIGHTS, MEDICINE, PAUSE, SHORTEN } from './terms.ts';
import { MONTH, WEEKDAY } from './vocabulary.ts';

const UNTIL = '(?:until|untill|till|’til|up to(?: and including)?)';

/** What is granted or ordered for a time and then ends. */
const LEAVE =
  '(?:authori[sz]ation|licen[cs]e|GL ?\\d+\\w?|waiver|exemption|carve-?out|derogation|grace period|wind-?down|transition(?:al)? period|relief|suspension|sanctions|mandate|treaty|pact|agreement|embargo|measures|restrictions|funding|stopgap|offer|rights?|window|programme|program|protections?|authority|emergency|order|ban|price cap|permits?|permission|reprieve|freezes?|listings?|curbs|designations?|amnesty|tax credits?|credits|protected status|consultations?|call for (?:evidence|submissions|views|comments|input)|comment period|submissions|applications|nominations|safe passage|corridors?|silence|accord|arrangement|subsid(?:y|ies)|patience)';
/** What begins on a day. */
const DUTY =
  '(?:tariffs?|levies|levy|duties|duty|sanctions|bans?|prohibitions?|embargo|restrictions|measures|tax|rules?|price cap|curbs|countermeasures|orders?(?= (?:banning|barring|blocking|requiring|imposing|begins?|starts?|takes?))|law|decree|regime|blockade|charge(?= (?:starts?|begins?|takes|kicks|comes))|surcharges?|enforcement|collection|(?:customs|border) (?:checks|controls)|(?:port|visa|entry|transit|landing) fees?|quotas?)';
const EXPIRE =
  '(?:expires?|expiring|lapses?|lapsing|runs? out(?: of [\\w ]{1,20})?|runs? dry|dr(?:y|ies) up|falls? away|terminates?|sunsets?)';
const EXPIRED =
  '(?:expired|lapsed|ran out|elapsed|came and went|passed|(?:slipped|slid|went|rolled) (?:by|past)|ran (?:its|their) course)';
const EFFECT =
  '(?:takes?|go(?:es)?|comes?|enters?|taking|going|coming|entering)(?: back)? (?:in(?:to)? )?(?:effect|force)|takes? hold|kicks? in|snaps? (?:in(?:to place)?|back)';
const DUE = '(?:set|due|scheduled|slated|expected|meant)';
/** Makes it later when a date follows: most of these words mean other things too. */
const PUSH_OUT = `(?:${EXTEND}|push(?:es|ed|ing)?|renew(?:s|ed|ing)?|stretch(?:es|ed|ing)?|roll(?:s|ed|ing)? over|shift(?:s|ed|ing)?|mov(?:e|es|ed|ing)|put(?:s|ting)? (?:back|off)|h(?:olds?|eld|olding) off)`;
const GIVE =
  '(?:gave|gives?|given|giving|hand(?:s|ed)?(?= [^⟦;]{1,60}(?:⟦n\\w⟧ to\\b|⟦a\\w⟧))|grants?|granted|granting|leaves|leaving)';
const HAVE = '(?:has|have|had|having|gets?|got)';
const DEMAND =
  '(?:must(?! have\\b)|order(?:s|ed|ing)|demand(?:s|ed|ing)?|requir(?:es|ed|ing|e)|need(?:s|ed)? (?:to|an?)|ha(?:s|ve|d) to|(?:told|tells)(?! (?:[^\\s⟦]+ ){1,4}(?:he|she|it|they|we)(?: (?:would|will|could|was|were|had|hoped)|.(?:d|ll))\\b)|(?:is|are|was|were) to (?=(?:hand|leave|withdraw|pull|submit|report|pay|release|free|return|stop|halt|present|sell|divest|close|surrender|disarm|vacate|repay|comply|quit|lay down)\\b)|instruct(?:s|ed)|instructions? (?:that|to)|direct(?:s|ed)(?= )|urg(?:es|ed)|call(?:s|ed)? (?:on|for)|warn(?:s|ed)|insist(?:s|ed)(?! (?:\\w+ ){1,3}would\\b)|ask(?:s|ed|ing)?|press(?:es|ed|ing)?|expel(?:s|led)?|or face)';
const BY = '(?:by|before|on or before|no later than|not later than)';
const NOT = "(?:\\b(?:not?|nothing|nobody|none|neither|never)\\b|n[’']t\\b|fail|without|refus)";
const KNOW = "(?:we(?:[’']ll| will|[’']re (?:going to|gonna)| are going to)) (?:know|see|find out|decide)";
const SET_COUNT =
  '(?:announc|declar|agree|sign|issu|grant|launch|impos|initiat|start|begin|trigger|set|order|open|offer|enter|secur|broker|win|won|get|got|accept|approv|serv|deliver)\\w*';
const TERM = `(?:${PAUSE}|${DEADLINE}|waiver|process|notice|extension|exemption|licen[cs]e|grace period|wind-?down|suspension|stay|clock|countdown|window|freeze|moratorium|state of (?:emergency|exception|siege|alert)|emergency|curfew|lockdown)`;

/** Courts, sport, shows and building sites push dates about all day. */
const EVENTS =
  /\b(?:trials?|hearings?|proceedings|sentenc\w+|contracts?|projects?|votes?|voting|elections?|films?|movies?|albums?|tours?|match(?:es)?|games?|season|vacations?|flights?|launch(?:es)?|celebrations?|cases?|concerts?|festivals?|surgery|events?|parade|race|coach|striker|midfielder|(?<!\b(?:in|by) (?:an? )?(?:press |news )?)releases?|museums?|galler(?:y|ies)|exhibitions?|theat(?:re|er)s?|comedy|musicals?|opera|zoo|jury|testimony)\b/i;
const SHOWS =
  /\b(?:films?|movies?|albums?|tours?|match(?:es)?|season|concerts?|festivals?|exhibitions?|museum|gallery)\b/i;
/** Airlines stop flying of themselves. */
const NO_FLIGHTS = new RegExp(`${FLIGHTS}|\\bmight not\\b|\\bflights\\b[^⟦;]{0,40}\\bsuspend`, 'i');
/** Works that shut a place for a while. */
const REPAIRS = /\b(?:repairs?|engineers?|workers replace|renovat\w+|refurbish\w+|resurfac\w+|maintenance)\b/i;
/** Sport, rents and travel; a union's contract ends in a strike. */
const CONTRACT =
  /^(?!.*(?:\b(?:unions?|strikes?|walkout|labou?r|staff|employees|teachers|nurses|drivers|pilots|actors|writers|longshoremen|covering|collective)|workers)\b).*\b(?:contracts?|passports?|leases?|patents?|coach|player|striker|midfielder|quarterback)\b/i;
/** Forecasts, counts of votes and wishes are no demands; nor is help that somebody asks for. */
const WISH =
  /\b(?:expect\w*|forecast\w*|landfall|likely|potentially|could be|may be|hopes?|tallied|projected|ask(?:s|ed|ing)? (?:\S+ ){1,4}for)\b/i;
/** What is only offered or asked for. */
const OFFER_TO = /\b(?:offer|proposal|bid|request)s? to (?:delay|extend|postpone|prolong|defer)\b/i;
/** "A delay to the Friday deadline": the day that holds is the one that is named. */
const DELAY_TO = new RegExp(
  `\\b(?:delays?|extensions?|postponements?|deferrals?|changes?) (?:to|of) (?:(?:the|its|their|his|her|an?) )?(?:\\w+ )?⟦\\w\\w⟧(?:['’]s)? (?:\\w+ )?${DEADLINE}`,
  'i',
);
/** Who leaves office when is news of its own. */
const DEPARTURES = /\b(?:leaves? office|steps? (?:down|aside)|resign\w*|retir(?:e|es|ing|ement)|successor)\b/i;
/** A wish to extend extends nothing. */
const SOUGHT =
  /\b(?:wants?|wanted|call(?:s|ed|ing)? (?:on|for)|seek\w*|sought|ask(?:s|ed|ing)?|request\w*|push(?:es|ed|ing)? to)\b/i;
/** "Not seen until Friday" tells a story. */
const NOT_UNTIL = /(?:\b(?:not|never|was|were)|n[’']t)\b[^⟦]{0,40}\buntil\b/i;
/** "Will not now be finished until" tells of works. */
const NOT_DONE_UNTIL =
  /\b(?:not|n[’']t|never)\b[^⟦]{0,20}\b(?:finished|completed?|done|ready|reopen|back|open)\b[^⟦]{0,20}\buntil\b/i;
/** Delays that travellers sit out. */
const TRAVEL =
  /\b(?:expect\w*|fac(?:e[sd]?|ing)|caus(?:e[sd]?|ing)|suffer\w*|lengthy|long|severe|major|travel|rail|road|traffic|train) (?:\w+ )?delays\b|\bdelays? (?:\w+ )?(?:expected|likely)\b|\b(?:airport|flight|border) delays\b|\bdelays (?:spread|mount|continu\w+|last\w*|persist\w*)\b/i;
/** Comes of itself. */
const WEATHER = /\b(?:winds?|gusts?|rain|rains|snow|storms?|typhoon|hurricane|cyclone|flood\w*|showers)\b/i;
/** "Within two days of landing": for each who lands, on no day that is known. */
/** "His fifth premier in two years" counts what was. */
const ORDINAL = '\\b(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) [^⟦;.]{1,40} in (?:the )?⟦n';
const RECURRING =
  /⟦n\w⟧ (?:of|after|from) (?:landing|arriv\w+|entering|entry|receipt|receiving|purchase|birth|death|delivery|being)\b|⟦n\w⟧ (?:when|whenever|if) an?\b/i;
/** What has been so for a while has no end in that. */
const LASTING =
  /\b(?:ha(?:s|ve|d)|[’'](?:s|ve|d)) (?:\w+ )?(?:been|lasted|lain|stood|gone|dragged) (?:(?!extended|prolonged|lengthened|renewed|postponed|delayed|deferred|pushed|suspended|paused)[^\s⟦;]+ ){0,4}for ⟦/i;
const LIVING = /⟧ to live\b/i;

/** In order of precedence: what moves a deadline, what names one, what ends or begins, what only counts. */
export const CUES: readonly Cue[] = [
  cue({
    name: 'shortened_to',
    kind: 'ultimatum',
    trust: 'strong',
    change: 'brought_forward',
    words: `\\b(?:${DEADLINE}\\b${gap(40)}\\b${SHORTEN}|${SHORTEN}(?! (?:the |its |their )?(?:\\w+ )?wait(?:ing)?\\b)(?=[^;]{0,80}(?:deadline|ultimatum|time|window|expir|⟦[an])))\\b${gap(70)}(?:⟦[anf](?<old>\\w)⟧${gap(70)})? to ${LEAD}${EITHER}`,
    except: EVENTS,
  }),
  cue({
    name: 'shortened_from_to',
    kind: 'ultimatum',
    trust: 'strong',
    change: 'brought_forward',
    words: `\\b(?:${SHORTEN}|${DEADLINE}|window)\\b${far(90)}⟦x(?<when>\\w)⟧`,
  }),
  cue({
    name: 'new_deadline_of',
    kind: 'ultimatum',
    trust: 'strong',
    change: 'brought_forward',
    words: `\\b(?:new|shorter|tighter|earlier|sooner|closer)(?: [^\\s⟦]+){0,2} ${DEADLINE},? (?:of|in|is|at|for)? ?${LEAD}${EITHER}`,
  }),
  cue({
    name: 'had_been_due',
    kind: 'expiry',
    trust: 'medium',
    direction: 'nearest',
    isOld: true,
    words: `\\b(?:had (?:previously )?been|(?:was|were) to have|(?:originally|previously|initially|earlier)(?: (?:had been|was|were))?|would have)(?: (?:${DUE}|been)){0,3} (?:(?:to )?(?:expired?|lapsed?|end(?:ed)?|run out|kick in|go live|come in|start|begin|apply|be (?:imposed|raised|reimposed)|(?:come|gone?|taken?|entere?d?)(?: in)?(?:to)? (?:effect|force)))${gap(20)} ${LEAD}${POINT}`,
  }),
  cue({
    name: 'extended_to',
    kind: 'moved',
    trust: 'medium',
    change: 'extended',
    words: `\\b${PUSH_OUT}\\b${gap(110)}(?:⟦\\w(?<old>\\w)⟧,?${gap(10)})?(?<= )(?:to|${UNTIL}|through) ${LEAD}${POINT}`,
    except: new RegExp(
      `${EVENTS.source}|${TRAVEL.source}|${NOT_DONE_UNTIL.source}|${NO_FLIGHTS.source}|${OFFER_TO.source}|${DELAY_TO.source}`,
      'i',
    ),
  }),
  cue({
    name: 'extended_from_to',
    kind: 'moved',
    trust: 'medium',
    change: 'extended',
    words: `\\b(?:${PUSH_OUT}|${DEADLINE})\\b${far(100)}\\bfrom ⟦\\w(?<old>\\w)⟧ to ${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'extended_by',
    kind: 'moved',
    trust: 'review',
    change: 'extended',
    words: `\\b(?:${EXTEND}|renew(?:s|ed|ing)?|stretch(?:es|ed|ing)?(?= (?:by|for)\\b))\\b${gap(110)}\\b(?:(?:for|by|of)(?: at least)?) ${LEAD}${COUNT}`,
    except: new RegExp(
      `${EVENTS.source}|${SOUGHT.source}|${TRAVEL.source}|${LASTING.source}|\\b(?:would|could|might|may) ${EXTEND}\\b`,
      'i',
    ),
  }),
  cue({
    name: 'fixes_deadline',
    kind: 'ultimatum',
    trust: 'strong',
    change: 'fixed',
    words: `\\b(?:fix(?:es|ed|ing)|narrow(?:s|ed|ing)|pin(?:s|ned|ning)(?: down)?)\\b${gap(30)} ${DEADLINE}${gap(30)} (?:to|at|for|on|as) ${LEAD}${POINT}`,
  }),
  cue({
    name: 'deadline_is_now',
    kind: 'ultimatum',
    trust: 'strong',
    change: 'fixed',
    words: `\\b${DEADLINE}${gap(60)} (?:is|was|stands at|has been fixed|has been pinned(?: down)?|fixed|confirmed)(?: now| to| for| as| at)+ ${LEAD}${POINT}|\\b${DEADLINE}[,:]? now:? ${LEAD}⟦[ptz](?<then>\\w)⟧`,
  }),
  cue({
    name: 'point_deadline',
    kind: 'ultimatum',
    trust: 'strong',
    words: `${POINT}(?:['’]s?)?(?: (?!(?:the|a|an|his|her|its|their|that|before|after|as|when|with|and|but|for|to|of)\\b)["'‘$€£]?\\w[^\\s⟦,;:]*){0,3} ["“'‘]?(?!time(?:line|table))${DEADLINE}\\b`,
  }),
  cue({
    name: 'deadline_passed',
    kind: 'ultimatum',
    trust: 'strong',
    direction: 'back',
    words: `\\b${DEADLINE}\\b${gap(100)} ${EXPIRED}(?: \\w+ly)? ${LEAD}${POINT}|\\b(?:grace|notice) period\\b${gap(100)} (?:ended|expired|lapsed|ran out) ${LEAD}⟦[ptz](?<then>\\w)⟧`,
  }),
  cue({
    name: 'deadline_point',
    kind: 'ultimatum',
    trust: 'strong',
    words: `\\b${DEADLINE},?(?: [^\\s⟦;]+){0,14}? (?:is|was|remains|stays|still|falls?|fell|ends?|set for|${UNTIL}|expires?|expiring|comes|looms|looming|due|runs out|arrives) ${LEAD}${POINT}`,
  }),
  cue({
    name: 'deadline_of',
    kind: 'ultimatum',
    trust: 'strong',
    words: `\\b${DEADLINE}[,:]?(?: (?:of|for|by|on|at|to|is|was))? ${LEAD}${POINT}|\\b${DEADLINE} (?:stands|holds|is firm|is fixed|has not moved|is unchanged)\\b${gap(30)}: ${LEAD}⟦[ptz](?<then>\\w)⟧`,
    except: /\b(?:first|second|third|fourth|fifth|such|latest)(?: such)? (?:deadline|ultimatum) ⟦/i,
  }),
  cue({
    name: 'deadline_by',
    kind: 'ultimatum',
    trust: 'strong',
    words: `\\b${DEADLINE}(?! (?:villages?|towns?|areas?|communities|districts?|valleys?|regions?)\\b)(?: [^\\s⟦;]+){1,12}? (?:by|before) ${LEAD}${POINT}`,
  }),
  cue({
    name: 'set_as_deadline',
    kind: 'ultimatum',
    trust: 'strong',
    words: `${POINT}(?:\\.|,)? (?:as|is|was|remains|that[’']s|that is|that was|marks|this is|will be|would be) (?:still )?(?:a|an|the|his|her|its|their)(?: [^\\s⟦]+){0,3} ${DEADLINE}\\b|⟦[ptzfg](?<then>\\w)⟧ as (?:(?:new|final|firm|hard|latest|last|own) )?${DEADLINE}\\b`,
  }),
  cue({
    name: 'set_as_date',
    kind: 'effective',
    trust: 'strong',
    words: `\\b(?:set|sets|setting|names?|named|fix(?:es|ed)?|gave|gives?) ${POINT} as (?:a|an|the|its|his|her|their) (?:(?:new|start|starting|effective|final|latest|target|implementation) ){0,2}(?:date|day)\\b`,
    except: EVENTS,
  }),
  cue({
    name: 'has_until',
    kind: 'order',
    trust: 'strong',
    words: `\\b${HAVE}(?: (?:now|only|just|also|still|been|been given|been told|in effect)){0,2} ${UNTIL} ${LEAD}${POINT}(?! been)`,
    except: /\b(?:ballots|polls)\b|\bhad until ⟦\w\w⟧ (?:[a-z]+ly |barely |never |only |not )?[a-z]{2,}(?:ed|en)\b/i,
  }),
  cue({
    name: 'given_until',
    kind: 'order',
    trust: 'strong',
    words: `\\b${GIVE}\\b${gap(110)}(?:⟦n\\w⟧,?${gap(20)})? ${UNTIL} ${LEAD}${POINT}`,
    except: /\btakes? until\b/i,
  }),
  cue({
    name: 'no_later_than',
    kind: 'order',
    trust: 'strong',
    words: `\\b(?:no|not)(?: ⟦n\\w⟧| an? (?:minute|second|moment))? later than ${LEAD}${POINT}`,
    except: DEPARTURES,
  }),
  cue({
    name: 'at_the_latest',
    kind: 'order',
    trust: 'strong',
    words: `\\b(?:by|on|in) ${LEAD}${POINT} at the latest`,
    except: EVENTS,
  }),
  cue({
    name: 'let_expire',
    kind: 'expiry',
    trust: 'strong',
    direction: 'back',
    words: `\\b${not('(?<!\\bthat )(?<!\\b(?:has|have|had|will|would|to|may|could|might) )', '(?:allow(?:ed|ing)|let(?:ting)?)\\b')}(?:(?! (?:is|are|was|were|will|would|due|set|can|could|may|might)\\b)[^⟦;]){0,80}?(?: to)? (?:expire|lapse|end) ${LEAD}${POINT}`,
  }),
  cue({
    name: 'expires',
    kind: 'expiry',
    trust: 'strong',
    words: `\\b${EXPIRE}(?: (?:unless|automatically|formally|again)){0,1} ${LEAD}(?:⟦[ptz](?<when>\\w)⟧|⟦[fgn](?<then>\\w)⟧(?! (?:before|after|later|earlier|ago)\\b))`,
    except: CONTRACT,
  }),
  cue({
    name: 'expired',
    kind: 'expiry',
    trust: 'strong',
    direction: 'back',
    words: `\\b(?:expired|lapsed)(?: \\w+ly)? ${LEAD}${POINT}`,
    except: CONTRACT,
  }),
  cue({
    name: 'lasts_from_to',
    kind: 'expiry',
    trust: 'medium',
    words: `\\b(?:${PAUSE}|${LEAVE})\\b${gap(50)} from ${LEAD}⟦\\w(?<old>\\w)⟧ (?:to|${UNTIL}|through) ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'ends',
    kind: 'expiry',
    trust: 'strong',
    words: `\\b(?:${PAUSE}|${LEAVE}|${DEADLINE})\\b${gap(60)} (?:ends?|ending|concludes?|closes?|closing|shuts|dies?|stops?|terminates?|is up|are up|(?:comes?|coming|draws?) to (?:an end|a close)|(?:due|set|scheduled|is|was|are|were|will) (?:to )?(?:end|conclude|close|shut|terminate|stop)|(?:to|will|would) be (?:revoked|withdrawn|rescinded|scrapped|terminated|cancell?ed)(?: effective)?) ${LEAD}${POINT}`,
    except: SHOWS,
  }),
  cue({
    name: 'ends_in',
    kind: 'expiry',
    trust: 'review',
    words: `\\b(?:${PAUSE}|${LEAVE}|${DEADLINE})\\b${gap(60)} (?:ends?|closes?|stops?|terminates?|is up|comes to an end|${EXPIRE}) (?:in|within) ${LEAD}${COUNT}`,
    except: SHOWS,
  }),
  cue({
    name: 'marks_end',
    kind: 'expiry',
    trust: 'strong',
    words: `${POINT} marks the (?:official |formal )?(?:end|expiry|expiration) of ${far(40)}(?:${PAUSE}|${LEAVE})\\b`,
  }),
  cue({
    name: 'on_day_ends',
    kind: 'expiry',
    trust: 'strong',
    words: `\\b(?:on|at) ${LEAD}${POINT},?${gap(50)}\\b(?:${PAUSE}|${LEAVE}|${DUTY}|${DEADLINE})\\b${gap(30)} (?:will )?(?:${EXPIRE}|ends?|${EFFECT})\\b(?! ${LEAD}⟦)`,
    except: new RegExp(
      `${EVENTS.source}|\\b(?:before|until|as|after|when)\\b|\\b(?:voted?|agreed|accepted|approved|signed|backed)\\b[^⟦;]*\\bon ⟦`,
      'i',
    ),
  }),
  cue({
    name: 'authorized_through',
    kind: 'expiry',
    trust: 'medium',
    words: `\\b(?:authori[sz](?:ed?|es|ing)|allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|exempt(?:s|ed|ing)?|suspend(?:s|ed|ing)?|paus(?:es|ed|ing)|waiv(?:es|ed|ing)|valid|on hold|in (?:effect|force|place)|effective(?: only)?|free|licen[cs]ed)\\b${gap(140)} (?:through|${UNTIL}|up to) ${LEAD}${POINT}`,
    except: new RegExp(`${SHOWS.source}|${NO_FLIGHTS.source}`, 'i'),
  }),
  cue({
    name: 'day_when_begins',
    kind: 'effective',
    trust: 'medium',
    words: `\\b(?:on|by|from|before|until) ${LEAD}${POINT}, when [^⟦;]{0,30}\\b(?:${DUTY}|${LEAVE}|laws?|rules?|bans?|curbs|restrictions?|order|sanctions)\\b[^⟦;.]{0,80} (?:${EFFECT}|begins?|starts?|ends?|expires?|lapses?|runs? out)\\b`,
    except: EVENTS,
  }),
  cue({
    name: 'must_starting',
    kind: 'effective',
    trust: 'medium',
    words: `\\b(?:must|will (?:have to|need to|face|pay)|(?:are|is) required to|may no longer|can no longer|no longer be)\\b${gap(90)} (?:starting|beginning|effective|from|as of) ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'may_go_on_until',
    kind: 'expiry',
    trust: 'medium',
    words: `\\b(?:may|can)(?: (?:now|also|still|then|legally|lawfully)){0,2} (?:go on|carry on|continue|keep|remain|stay|still|be used|be sold|be imported)\\b${gap(80)} (?:through|${UNTIL}|up to) ${LEAD}${POINT}`,
    except: new RegExp(`${SHOWS.source}|${NO_FLIGHTS.source}`, 'i'),
  }),
  cue({
    name: 'court_holds_until',
    kind: 'order',
    trust: 'medium',
    words: `\\b(?:courts?|judges?|tribunal|justices)\\b${gap(60)} (?:froze|freezes|halts|halted|blocks|blocked|pauses|paused|suspends|suspended|stays|stayed|bars|barred)\\b${gap(80)} (?:through|${UNTIL}) ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'runs_until',
    kind: 'expiry',
    trust: 'medium',
    words: `\\b(?:${PAUSE}|${LEAVE})\\b${gap(60)}(?:⟦[na]\\w⟧ )?(?:through|${UNTIL}|up to|(?:runs?|lasts?|good|valid|stretch(?:es)?) to) ${LEAD}${POINT}`,
    except: new RegExp(`${NOT_UNTIL.source}|${NO_FLIGHTS.source}`, 'i'),
  }),
  cue({
    name: 'now_runs_until',
    kind: 'moved',
    trust: 'medium',
    words: `\\bnow (?:runs?|lasts?|stands?|holds?|continues?|remains? (?:valid|in force)) (?:through|${UNTIL}) ${LEAD}${POINT}`,
  }),
  cue({
    name: 'will_now',
    kind: 'moved',
    trust: 'medium',
    change: 'extended',
    words: `\\b(?:(?:will|would) now|(?:is|are) now (?:${DUE}|due) to) (?:only )?(?:start|begin|kick in|apply|end|expire|lapse|run out|close|fall due|be (?:imposed|due|applied)|(?:come|go|take|enter)(?: in)?(?:to)? (?:effect|force)|come in)${gap(20)} ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'takes_effect',
    kind: 'effective',
    trust: 'strong',
    words: `\\b(?:${EFFECT})(?: as (?:planned|scheduled|expected))?,? (?:on or after |starting |beginning )?${LEAD}${EITHER}`,
  }),
  cue({
    name: 'with_immediate_effect',
    kind: 'effective',
    trust: 'medium',
    words: `\\b(?:halt(?:s|ed)|ban(?:s|ned)?|bar(?:s|red)|stop(?:s|ped)|impos(?:es|ed)|order(?:s|ed)|revok(?:es|ed)|expel(?:s|led)|dut(?:y|ies)|tariffs?|rules?|decrees?)\\b${gap(120)}\\bwith ${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'took_effect',
    kind: 'effective',
    trust: 'medium',
    direction: 'back',
    words: `\\b(?:(?:took|went|came|entered)(?: back)? (?:in(?:to)? )?(?:effect|force)|took hold(?: again)?|kicked in|became (?:subject to [^⟦;]{1,40}|law|binding|illegal|compulsory|mandatory)|(?:is|are|was|were) (?:now |back )?in (?:effect|force) (?:since|from))(?: (?:again|across|in|for) [^⟦;,]{1,40}?)?,? ${LEAD}${POINT}`,
    except:
      /\b(?:before|since|ahead of|until|if|unless)\b[^⟦;]{0,40}\b(?:took|went|came|entered|kicked|became)\b|\b(?:was|were) to have (?:taken|gone|come|entered|kicked|become)\b/i,
  }),
  cue({
    name: 'truce_begins',
    kind: 'effective',
    trust: 'strong',
    words: `\\b(?:${PAUSE}|lay(?:ing)? down (?:their )?arms|(?:stop|halt|end|suspend)(?:ping|ing)? (?:fighting|firing|shelling|(?:all )?(?:strikes|attacks|hostilities)))\\b${gap(50)} (?:from|as of|begins?|starts?|starting|beginning|takes hold|(?:${DUE}|will|would|is)(?: to)? (?:begin|start|take hold)) ${LEAD}${POINT}|\\b(?:guns|weapons|fighting|shelling|hostilities) (?:are|is|will|would|must|(?:are|is) (?:due|set)) (?:to )?(?:fall silent|stop|cease|halt|end) ${LEAD}⟦[ptz](?<then>\\w)⟧`,
  }),
  cue({
    name: 'effective_from',
    kind: 'effective',
    trust: 'strong',
    words: `\\b(?:effective|applicable|applies|apply|(?:on|at) or after|beginning or ending)(?: (?:from|as of|on or after|on|after))? ${LEAD}${POINT}`,
    except:
      /\b(?:appoint(?:s|ed)|(?:named|elected) [^⟦;]{0,40}(?:president|chairman|chairwoman|chief|director|officer)|promoted|retir(?:es|ed|ing)|resign(?:s|ed|ing)?)\b/i,
  }),
  cue({
    name: 'applies_after',
    kind: 'effective',
    trust: 'review',
    words: `\\b(?:applies|apply|takes? effect|in force) (?:after|in) ${LEAD}${COUNT}`,
  }),
  cue({
    name: 'duty_from',
    kind: 'effective',
    trust: 'medium',
    words: `\\b${DUTY}\\b${gap(90)} (?:from|starting|beginning|starts?|begins?|(?:${DUE}|will|would) (?:to )?(?:start|begin)|as of|as from) ${LEAD}${POINT}`,
    except: new RegExp(
      `${EVENTS.source}|, which (?:was|were|had been) (?:supposed|due|meant|set|scheduled|to) [^⟦;]*⟦`,
      'i',
    ),
  }),
  cue({
    name: 'on_unless',
    kind: 'ultimatum',
    trust: 'strong',
    words: `\\b(?:on|from|at|by|will be [a-z]+|would be [a-z]+|as of) ${LEAD}${POINT},? (?:unless|failing|if (?=[^⟦;]{0,70}${NOT}))`,
    except: WISH,
  }),
  cue({
    name: 'duty_comes',
    kind: 'effective',
    trust: 'medium',
    words: `\\b(?:${DUTY}|embargo|blockade)\\b${gap(60)} (?:hits?|bites?|returns?|(?:(?:is|are) (?:due|set) to )?comes? in|go(?:es)? (?:up|live)|rises?|(?:will|to) go up|doubles?|comes? back|(?:will|would|to|shall) (?:also )?(?:be )?(?:re-?)?(?:imposed?|raised?|doubled?|levied|charged|collected|rise|return|double|go up|hit|come back|go live)) (?:on|at|from|as of|as from|starting|beginning) ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'resumes',
    kind: 'effective',
    trust: 'medium',
    words: `\\b(?:payments?|repayments?|sanctions|tariffs?|duties|restrictions|ban|enforcement|collection|deportations|inspections)\\b${gap(30)} (?:resumes?|restarts?|(?:will|to) (?:resume|restart)) ${LEAD}${POINT}`,
  }),
  cue({
    name: 'banned_from',
    kind: 'effective',
    trust: 'medium',
    words: `\\b(?:banned|prohibited|barred|forbidden|outlawed|illegal|mandatory|obligatory)\\b${gap(20)} (?:from|as of|as from|starting|beginning) ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'will_be_from',
    kind: 'effective',
    trust: 'medium',
    words: `\\b(?:will|would|shall|are to|is to) (?:be|start being) (?:stopped|blocked|halted|barred|banned|illegal|unlawful|outlawed|compulsory|mandatory|blockaded|turned (?:away|back)|required|charged|taxed|subject|liable|enforced|suspended|shut|cut off|imposed|applied|levied|frozen|revoked|expelled|deported|fined|sanctioned)\\b${gap(50)} (?:from|as of|as from|starting|beginning|effective|with effect from) ${LEAD}${POINT}`,
    except: new RegExp(`${EVENTS.source}|${WISH.source}|${REPAIRS.source}`, 'i'),
  }),
  cue({
    name: 'still_there_after',
    kind: 'order',
    trust: 'strong',
    words: `\\b(?:any(?:one|body|thing)|those|all who|whoever|residents|people|vehicles|ships|vessels|staff)\\b${gap(50)}\\b(?:still|remain(?:s|ing|ed)?|stay(?:s|ing|ed)?|left|found)\\b${gap(50)} (?:after|beyond|past|later than) ${LEAD}${POINT},? (?:will|would|shall|could|may|risks?|faces?|is to|are to)\\b|\\b(?:who|which|that)\\b${gap(30)}${NOT}${gap(60)} (?:by|before) ${LEAD}⟦[ptz](?<then>\\w)⟧,? (?:will|would|shall|risks?|faces?|is to|are to)\\b`,
    except: EVENTS,
  }),
  cue({
    name: 'from_then_must',
    kind: 'effective',
    trust: 'medium',
    words: `(?:^|[.:;,] )(?:starting|beginning|from|as of|as from|effective) ${LEAD}${POINT},?${gap(120)} (?:will (?:be (?:banned|barred|charged|required|prohibited|subject|taxed|blocked|allowed|refused|denied|turned|fined|unable|forbidden|obliged|exempt)|need|have to|pay|face)|must|may (?:no longer|not|only)|can(?:not| no longer)|ha(?:ve|s) to|shall)\\b`,
    except: SHOWS,
  }),
  cue({
    name: 'effect_in',
    kind: 'effective',
    trust: 'review',
    words: `\\b(?:in|within) ${LEAD}⟦[nf](?<when>\\w)⟧,?${gap(40)} (?:${EFFECT})\\b`,
  }),
  cue({
    name: 'may_be_until',
    kind: 'expiry',
    trust: 'medium',
    words: `\\b(?:may|can)(?: still| only)? (?:be (?!${PUSH_OUT})\\w+ed|continue|proceed|operate|remain)\\b${gap(60)} (?:through|${UNTIL}) ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'if_not_by',
    kind: 'ultimatum',
    trust: 'strong',
    words: `\\b(?:unless|without|absent|(?:if|should)\\b${gap(140)}${NOT}|only if|on condition)${gap(120)} (?:by|before) ${LEAD}${POINT}`,
    except: /\b(?:was|were|been|are|is|still|remain(?:s|ed)?) (?:still )?without\b/i,
  }),
  cue({
    name: 'runs_out_by',
    kind: 'legal',
    trust: 'strong',
    words: `\\brun(?:s|ning)? out\\b${gap(60)} (?:by|on|before) ${LEAD}${POINT}`,
  }),
  cue({
    name: 'renewal_due',
    kind: 'legal',
    trust: 'strong',
    words: `\\b(?:up for (?:renewal|review by the Council)|(?:must|has to|have to|needs? to|due to) be (?:renewed|extended|reauthori[sz]ed|prolonged)|(?:due|needs?) (?:for )?renewal)\\b${gap(30)} (?:by|on|before|in) ${LEAD}${POINT}`,
  }),
  cue({
    name: 'means_gone_by',
    kind: 'legal',
    trust: 'medium',
    words: `\\b(?:unable to (?:pay|meet|borrow|fund)|default(?:s|ing)?(?= )|exhaust(?:s|ed)?|out of (?:cash|money|funds)|no longer be able to \\w+)\\b${gap(60)} (?:by|before|as soon as|as early as) ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'wanted_by',
    kind: 'ultimatum',
    trust: 'medium',
    words: `\\bwant(?:s|ed)?\\b(?! to (?:close|complete|finish|buy|open|launch|build|sell|raise|list|double|hire)\\b)${gap(100)} by ${LEAD}${POINT}`,
    except: WISH,
  }),
  cue({
    name: 'wanted_within',
    kind: 'ultimatum',
    trust: 'review',
    words: `\\b(?<!\\bhad (?:\\w+ )?)want(?:s|ed)?\\b${gap(100)} within ${LEAD}⟦n(?<when>\\w)⟧`,
    except: WISH,
  }),
  cue({
    name: 'by_then_must',
    kind: 'order',
    trust: 'strong',
    words: `\\bby ${LEAD}${POINT},?${gap(50)} (?:must|has to|have to)\\b`,
    except: /\bexpects? to\b/i,
  }),
  cue({
    name: 'race_to',
    kind: 'ultimatum',
    trust: 'medium',
    words: `\\b(?:rac(?:e|es|ed|ing)|scrambl(?:e|es|ed|ing)|rush(?:es|ed|ing)?|hurr(?:y|ies|ied|ying)|under pressure) to\\b${gap(100)} (?:by|before) ${LEAD}${POINT}`,
    except: SHOWS,
  }),
  cue({
    name: 'or_else',
    kind: 'ultimatum',
    trust: 'strong',
    words: `(?:[:–—] ?|\\bby )${LEAD}${POINT},? or else\\b`,
    except: SHOWS,
  }),
  cue({
    name: 'by_or_face',
    kind: 'ultimatum',
    trust: 'strong',
    words: `\\b${BY} ${LEAD}${POINT},?(?: [^⟦;]{0,30})? or (?:else|face|risk|be|suffer|lose|see|pay|forfeit|we|they|it|he|I|the (?:US|United States|army|deal|offer|talks))\\b`,
  }),
  cue({
    name: 'answer_by',
    kind: 'order',
    trust: 'strong',
    words: `\\b(?:respon(?:se|d)|reply|answer|decision|decide)(?: [^\\s⟦;,]+){0,6} (?:by|no later than) ${LEAD}${POINT}`,
    except: new RegExp(
      `${WISH.source}|${MEDICINE}|\\b(?:decision (?:will|to) come|(?:plans?|planned|could|might|means?|intends?) to decide|could decide|to decide (?:next|the next|on (?:its|his|her) next))\\b`,
      'i',
    ),
  }),
  cue({
    name: 'due_by',
    kind: 'legal',
    trust: 'strong',
    words: `\\bdue (?:by|no later than|before) ${LEAD}${POINT}`,
    except: new RegExp(
      `${WISH.source}|${WEATHER.source}|\\b(?:results?|counts?|tall(?:y|ies)|figures)\\b[^⟦;.]{0,30} (?:is|are|was|were) due\\b`,
      'i',
    ),
  }),
  cue({
    name: 'demanded_by',
    kind: 'order',
    trust: 'strong',
    words: `\\b${DEMAND}\\b${gap(150)} ${BY} ${LEAD}${POINT}`,
    except: new RegExp(`${WISH.source}|\\bwill be told\\b|\\b(?:told|tells) of\\b`, 'i'),
  }),
  cue({
    name: 'before_zoned_clock',
    kind: 'legal',
    trust: 'medium',
    words: `\\b(?:by|before|${UNTIL}) ⟦z(?<when>\\w)⟧`,
    except:
      /\b(?:polls?|ballots?|vot(?:e|es|ed|ers|ing)|flights?|departures|landing|landed|touch\w* down|called out|(?:was|were|had been) (?:held|closed|shut)|(?:has|have|had) been [a-z]+ed by)\b/i,
  }),
  cue({
    name: 'from_today',
    kind: 'ultimatum',
    trust: 'review',
    words: '⟦f(?<when>\\w)⟧',
    except: /\b(?:drafts?|proposals?|plans?)\b/i,
  }),
  cue({
    name: 'deadline_count',
    kind: 'ultimatum',
    trust: 'review',
    words: `\\b${DEADLINE}\\b(?<!^timeline)(?<!\\b(?:a|the) timeline)${gap(120)}(?: (?:of|in|to|within|for)|:| [–—]) ${LEAD}${COUNT}`,
    except: LASTING,
  }),
  cue({
    name: 'if_not_in',
    kind: 'ultimatum',
    trust: 'review',
    words: `\\b(?:unless|(?:if|should)\\b${gap(140)}${NOT})${gap(120)} (?:in|within) ${LEAD}${COUNT}`,
  }),
  cue({
    name: 'given_count',
    kind: 'order',
    trust: 'review',
    words: `\\b${not('(?<!\\b(?:(?:could|might|would|will|to|may) be|would|could) )', `${GIVE}\\b`)}(?! over\\b)(?! (?:it|him|her|them)sel(?:f|ves)\\b(?!.*⟧ to (?:decide|agree|reach|act|respond|negotiate)\\b))${gap(80)} (?<!\\b(?:in|over|during) the )⟦n(?<when>\\w)⟧ (?:to|for|in which|from)\\b`,
    except: LIVING,
  }),
  cue({
    name: 'has_count',
    kind: 'order',
    trust: 'review',
    words: `\\b(?=ha[sd]\\b|have\\b)(?<!\\b(?:will|(?<!\\bsaid [^⟦;,]{1,40} )would|they|could|may|might|[’'](?:ll|d)) )(?:has|have|had(?=[^⟦]{0,20}⟦n\\w⟧ to (?:comply|obey|answer|respond|reply|leave|withdraw|accept|surrender|disarm|vacate)\\b))(?: (?:now|only|just|about|around|up to|another))* ⟦n(?<when>\\w)⟧(?: (?:left|remaining))?(?: (?:(?:in which )?to|or|before|until)\\b| ?[.!,;"”—–(]|$)`,
    except: LIVING,
  }),
  cue({
    name: 'has_term',
    kind: 'order',
    trust: 'review',
    words: `\\b(?:${HAVE}|faces?|under|within|during)\\b(?: (?:now|only|just|a|an|the|another)){0,2} ⟦a(?<when>\\w)⟧ (?:[^\\s⟦;]+ ){0,2}?(?:${DEADLINE}|window|period|clock|notice|ultimatum|countdown|grace period|limit)\\b`,
    except: LIVING,
  }),
  cue({
    name: 'demanded_within',
    kind: 'order',
    trust: 'review',
    words: `\\b${DEMAND}\\b${gap(150)} (?:within|in) ${LEAD}⟦n(?<when>\\w)⟧`,
    except: new RegExp(`${WISH.source}|${RECURRING.source}|${OF_EVENT}|${ORDINAL}`, 'i'),
  }),
  cue({
    name: 'deal_within',
    kind: 'ultimatum',
    trust: 'review',
    words: `\\b(?:deal|agreement|roadmap|settlement|truce|peace)\\b${gap(60)} within ${LEAD}⟦n(?<when>\\w)⟧`,
    except: WISH,
  }),
  cue({
    name: 'answer_within',
    kind: 'ultimatum',
    trust: 'review',
    words: `\\b(?:decid\\w+|decision|answer|respond|response|reply|comply)\\b${gap(60)} within ${LEAD}⟦n(?<when>\\w)⟧`,
    except: WISH,
  }),
  cue({
    name: 'know_within',
    kind: 'ultimatum',
    trust: 'review',
    words: `\\b(?:in|within) ${LEAD}${COUNT},? ${KNOW}|\\b(?:will|would|[’']ll|[’']d|to)(?: \\w+ly)? (?:know|decide|determine|make (?:a|an|the|my|his|her|our|up (?:my|his|her|our)) (?:decision|mind))\\b${gap(70)} (?:in|within) ${LEAD}⟦[nf](?<then>\\w)⟧`,
  }),
  cue({
    name: 'wait_count',
    kind: 'ultimatum',
    trust: 'review',
    words: `\\b(?:will|would|[’'](?:ll|d)) wait (?:for )?(?:only )?${LEAD}⟦[nf](?<when>\\w)⟧`,
    except: WISH,
  }),
  cue({
    name: 'term_of_count',
    kind: 'truce',
    trust: 'review',
    words: `\\b${SET_COUNT}(?: (?!(?:by|after|for|in|of|to|with|and|but)\\b)[^\\s⟦;,]+){0,3}? (?:on |in )?(?:(?:a|an|the) )?(?:new |further |another )?⟦a(?<when>\\w)⟧ (?:[^\\s⟦;]+ ){0,3}?${TERM}\\b`,
  }),
  cue({
    name: 'given_term',
    kind: 'ultimatum',
    trust: 'review',
    words: `\\b${GIVE}\\b${gap(60)} (?:(?:a|an) )?(?:new )?⟦a(?<when>\\w)⟧ (?:[^\\s⟦;]+ ){0,3}?${TERM}\\b`,
  }),
  cue({
    name: 'lasts_for',
    kind: 'truce',
    trust: 'review',
    words: `\\b(?:${PAUSE}|${LEAVE}|carried out|lasts?|allowed|wound down)\\b${gap(40)} for ${LEAD}⟦[fg](?<when>\\w)⟧`,
  }),
  cue({
    name: 'paused_for',
    kind: 'truce',
    trust: 'review',
    words: `\\b(?:${DUTY}|${LEAVE})\\b${gap(60)} (?:paused|suspended|waived|frozen|lifted|halted|postponed)\\b${gap(20)} for ${LEAD}⟦[nfg](?<when>\\w)⟧|\\b(?:paus|suspend|waiv|freez|froze|lift)\\w*\\b${gap(60)}\\b${DUTY}\\b${gap(40)} for ${LEAD}⟦[nfg](?<then>\\w)⟧`,
    except: SHOWS,
  }),
  cue({
    name: 'count_ultimatum',
    kind: 'ultimatum',
    trust: 'review',
    words: `^(?:(?:a|an) )?⟦a(?<when>\\w)⟧ (?:[^\\s⟦;]+ ){0,2}?(?:ultimatum|deadline)\\b(?! (?:has |had )?(?:passe|expire|lapse|end|came|come|ran|loom|near))`,
  }),
  cue({
    name: 'good_for',
    kind: 'truce',
    trust: 'review',
    words: `\\b(?:${PAUSE}|accord|agreement|deal|pact|licen[cs]e|waiver|exemption|order|suspension)\\b${gap(50)} (?:(?:is|are|be|remains?|stays?) (?:good|valid|in (?:place|force|effect))|lasts?|to last|holds?|to hold|runs?) (?:for )?${LEAD}⟦[nfg](?<when>\\w)⟧`,
    except: SHOWS,
  }),
  cue({
    name: 'time_up',
    kind: 'ultimatum',
    trust: 'medium',
    words: `\\b(?:[Tt]ime|[Pp]atience|[Cc]lock|[Cc]ountdown) (?:(?:is|will be) up|(?:will )?(?:runs?|ends?|expires?|stops?)(?: out)?)(?: for [^\\s⟦]+)? ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'last_day',
    kind: 'ultimatum',
    trust: 'strong',
    words: `${POINT} (?:(?:is|was|will be|marks|remains) the (?:last|final) (?:day|date|chance|moment)|(?:is|will be) the (?:date|day) (?:on|by) which)\\b|\\b(?:last|final) (?:day|date)\\b${gap(60)} (?:is|will be|falls on) ${LEAD}⟦[ptz](?<then>\\w)⟧`,
    except: SHOWS,
  }),
  cue({
    name: 'count_glossed',
    kind: 'ultimatum',
    trust: 'medium',
    words: `⟦[nfga]\\w⟧${gap(60)}[ (](?:i\\.?e\\.?,?|meaning|that is,?|that(?:[’']s| is| would be| means)|namely|in other words,?|to wit,?|which (?:means?|(?:is|falls|would be|would mean|would fall|takes (?:us|it)|brings (?:us|it)))|counting to|so by)(?: (?:either|by|on|to|until|that))* ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'or_else_by',
    kind: 'ultimatum',
    trust: 'strong',
    words: `(?:^|[“"‘':–—] ?|\\b(?:told|tells|warns?|warned|said|says|orders?|ordered)\\b${gap(40)}(?<!\\b(?:would|will|may|might|could|can|never))[ :,“"])(?:sign|withdraw|leave|pull|hand over|release|surrender|accept|disarm|comply|lift|reopen|lay down)\\b${gap(70)} by ${LEAD}${POINT}`,
    except: WISH,
  }),
  cue({
    name: 'point_limit',
    kind: 'legal',
    trust: 'medium',
    words: `\\b(?:the|its|their|a|an) ${POINT} (?:date|limit|requirement|mandate)\\b(?! (?:of|for) (?:the )?(?:hearing|trial|release))`,
    except: EVENTS,
  }),
  cue({
    name: 'the_day_set',
    kind: 'legal',
    trust: 'medium',
    direction: 'nearest',
    words: `\\b(?:on|by|before) ${LEAD}${POINT}, (?:(?:the|its|their|his|her) )?(?:\\S+['’]s )?(?:due date|limit|(?:final|last) (?:day|date)|(?:date|day) (?:set|fixed|named|agreed|laid down|it was due|(?:the )?[^\\s⟦,;]+ (?:had )?(?:set|fixed|named|agreed|demanded|given)))\\b`,
    except: EVENTS,
  }),
  cue({
    name: 'new_one_is',
    kind: 'moved',
    trust: 'medium',
    words: `\\b(?:new|later|earlier|revised|fresh) (?:one|date|day|start|limit) (?:is|will be|would be|was|now is|of) ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'ran_out',
    kind: 'expiry',
    trust: 'strong',
    direction: 'back',
    words: `(?:\\b(?:${LEAVE}|${DEADLINE}|time)\\b|⟦[na]\\w⟧)(?: (?!to\\b)[^\\s⟦;,.]+){0,6} (?:ran out|elapsed|came to an end|was up|were up) ${LEAD}${POINT}|⟦n\\w⟧(?: (?!of\\b)[^\\s⟦;,.]+){1,6} (?:ended|expired) (?:on )?${LEAD}⟦[ptz](?<then>\\w)⟧`,
    except: CONTRACT,
  }),
  cue({
    name: 'planned_for',
    kind: 'effective',
    trust: 'medium',
    words: `\\b${DUTY}\\b${gap(20)} (?:planned|scheduled|slated|due|meant|set)(?: to (?:start|begin|apply))? (?:for|on|from) ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  cue({
    name: 'answers_on',
    kind: 'order',
    trust: 'medium',
    words: `\\b(?:expects?|wants?|awaits?|demands?) (?:an? |the |its |their )?(?:answers?|repl(?:y|ies)|responses?|decision|files|plans?) (?:on|by) ${LEAD}${POINT}`,
    except: EVENTS,
  }),
  ...FAMILIES,
];

/** Words without which no cue can match: a cheap look before hard work. */
const CUE_WORDS = String.raw`deadline|ultimatum|cut-?off|time limit|strike|walk(?:s|ed)?[ -]?outs?|dr(?:y|ies) up|missed|let\b|(?:pickets?|faces?|payable|redeem|matur|until|as of|untill|till|through|expir|termination|target (?:date|for|to|set)\b|laps|runs? out|running out|runs? dry|later than|latest|effect|force|kicks? in|starting|starts?\b|begin|extend|extens|prolong|postpon|delay|ends?\b|ending|conclude|appl(?:y|ies|icable)|(?:on|at) or after|within|due\b|snap|re-?impos|reinstat|clos(?:es?|ing|ure)\b|on hold|handover|unless\b|tariff|sanction|duties|lev(?:y|ies)\b|embargo|answers?\b|repl(?:y|ies)\b|(?:date|limit)\b|banned|prohibited|exhaust|cliff|no longer|default|unable|renew|resum|doubling|falls? away|terminat|is up\b|are up\b|(?:last|final) (?:day|date)|on the table|pass\b|\w+ left\b|as (?:an?|the|its) (?:\w+ )?da(?:te|y)\b|patience)|(?:hours?|(?:sun|mon|tues|wednes|thurs|fri|satur|to|yester|week|mid)?days?|weeks?|months?|years?|fortnight)\b`;
const holdsCueWord = wordsOf(CUE_WORDS);

const NAMED_TIME = `(?:the end|end|close|noon|midnight|to(?:day|night|morrow)|week-?end|this|next|mid|early|late|\\d|${WEEKDAY}|${MONTH}|${HOLIDAY})`;
const TOWARDS_TIME = new RegExp(`\\b(?:[Bb]y|[Bb]efore|[Tt]o|[Ff]rom) (?:[^\\s]{1,12} ){0,3}?${NAMED_TIME}`);

/** What begins or ends on a day, and what no longer may be after it. */
const ON_TIME = new RegExp(
  `\\b(?:(?:[Oo]n|[Aa]t|[Cc]ome|[Aa]fter|[Bb]eyond|[Pp]ast|next|this) (?:the )?${NAMED_TIME}|[Ii]n (?:early |late |mid-)?${MONTH})`,
);

/** Words without which no time is named; names of months and days count only as names: "may" is a verb. */
const TIME_WORDS =
  '(?:sun|mon|tues|wednes|thurs|fri|satur|to|yester|)day|week|month|year|hour|fortnight|(?:tonight|tomorrow|midnight|noon|midday)\\b|immediate(?:ly| effect)';
const holdsTimeWord = wordsOf(TIME_WORDS);
const holdsTimeName = signOf(new RegExp(`\\b${MONTH}\\b|${HOLIDAY}|\\b${WEEKDAY}`));
/** Halves of the day are spelt out: it is told by them where to look. */
const holdsTimeFigure = signOf(/\d(?:[:.]\d\d|(?:am|pm| am| pm)\b|a\.m\b|p\.m\b| a\.m\b| p\.m\b)|\b(?:19|20)\d\d\b/i);

function namesTime({ text, held }: Sifted): boolean {
  return holdsTimeWord(text, held) || holdsTimeName(text, held) || holdsTimeFigure(text, held);
}

function holdsCue({ text, held }: Sifted): boolean {
  return holdsCueWord(text, held) || TOWARDS_TIME.test(text) || ON_TIME.test(text);
}

/** Whether a sentence could hold a deadline with its date. */
export function mayHoldDeadline(sentence: Sifted): boolean {
  return namesTime(sentence) && holdsCue(sentence);
}

/** Whether a text names a time somewhere, and somewhere what a deadline is told with. */
export function mayNameDeadline(sentences: readonly Sifted[]): boolean {
  return sentences.some(namesTime) && sentences.some(holdsCue);
}
