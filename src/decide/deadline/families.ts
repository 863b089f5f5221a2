/**
 * Cue families: for each way to bind somebody to a day, the things it is said of, the verbs that say it and the words
 * that lead to the day. Read after the cues of cues.ts, and wider.
 */
import { COUNT, type Cue, cue, far, gap, LEAD, OF_EVENT, POINT } from './cue.ts';
import { DEADLINE, MEDICINE, PAUSE, PROPOSED } from './terms.ts';

/** Leads to a point; to a point that a thing falls on; to one that it lasts until. */
const TO_POINT = '(?:by|on|before|from|at|for|no later than|not later than|as of)';
const ON = '(?:on|at|from|starting|beginning|as of|for|by)';

/** What is owed or handed in. */
const OWED =
  '(?:files?|records?|documents?|papers?|payments?|instal?ments?|answers?|repl(?:y|ies)|responses?|comments?|returns?|reports?|plans?|bids?|tenders?|submissions?|proposals?|forms?|applications?|filings?|coupons?|debts?|bonds?|notes|loans?|sums?|fees?|money|interest|principal|tax(?:es)?|fines?|penalt(?:y|ies)|contributions?|rent|ransom|paperwork|evidence|statements?|declarations?|certificates?|verdict|ruling|decision|lists?)';
/** Work that stops. */
const STOPPAGE =
  '(?:walk(?:s|ed|ing)? (?:out|off(?: the job)?)|walkouts?|down(?:s|ing)? tools|(?:pickets?|picket lines) (?:go(?:es)? up|will go up|start)|(?:go(?:es|ing)?|be|come out) on strike|strikes?(?: (?:is|are|was|were|had been))? (?:set|due|planned|scheduled|called|slated|threatened|announced)|stoppages?|lock(?:s|ed)? out(?: \\w+){0,2}|lockouts?|industrial action|stop work)';
/** Who stops work, and why it may not come to it. */
const LABOUR =
  /\b(?:unions?|crews?|workers|staff|employees|drivers|dockers|nurses|teachers|pilots|attendants|members|stevedores|miners|doctors|actors|writers|machinists|mechanics|controllers|conductors|handlers|teamsters|labou?r|picket\w*|wage|pay|contract|bargaining|tools)\b/i;
/** Days of strikes are news by themselves; a stoppage that may not come is a deadline. */
const THREATENED = new RegExp(
  `(?=.*${LABOUR.source}).*\\b(?:unless|if (?:no|there|they|talks|a)|without|notices?|free to|deadline|could|may|threat\\w*|cooling-off|expires?|(?:strike|walkout) date|failing|set (?:a|an|the)|names?d?|put down|down tools|lock(?:s|ed)? out|picket\\w*)\\b`,
  'is',
);
/** Names a day. */
const NAMES =
  '(?:sets?|setting|names?|named|naming|fix(?:es|ed)|giv(?:es?|en)|gave|fac(?:es?|ed|ing)|impos(?:es?|ed|ing)|announc(?:es?|ed)|declar(?:es?|ed)|me(?:ets?|t)|miss(?:es|ed)|beats?|shrug(?:s|ged) off|brush(?:es|ed) aside|ignor(?:es|ed)|def(?:ies|ied)|honou?r(?:s|ed)|ke(?:eps|pt)(?: to)?|drop(?:s|ped)|scrap(?:s|ped)|before|ahead of|past|after)';
/** What the day that is named is called. */
const LIMIT = '(?:limit|date|cut-?off|target|term|end-?date|curfew)';
/** Follows for those who are late. */
const CONSEQUENCE =
  '(?:will|would|shall|becomes?|faces?|loses?|risks?|forfeits?|expires?|(?:is|are|be) (?:to be )?(?:void|invalid|forfeit|illegal|worthless|barred|fined|expelled|deported|struck off|removed|seized|cancell?ed|revoked))';
/** Somebody is bound. */
const BOUND =
  '(?:must|shall|should|ought to|needs? to|ha(?:s|ve|d) to|(?:is|are|was|were) (?:to|due to|supposed to|bound to|meant to|obliged to|required to))';
/** What those who are bound hand over or do on a day. */
const DELIVER =
  '(?:pay|repay|make|file|submit|hand|turn|deliver|leave|vacate|report|surrender|appear|answer|reply|respond|sign|close|open|release|free|return|send|withdraw|produce|lay|present|publish|decide)';
const PASSIVE = '(?:be \\w+(?:ed|en|t|d|ne|wn)\\b|be (?:out|gone|off|over|behind|back|ready|in place))';
const AS_TOLD =
  '(?:as|like) (?:[^\\s⟦;,]+ ){0,3}?(?:demanded|ordered|required|agreed|promised|instructed|told|requested|asked|stipulated|laid down)';
/** Leaves office, force or a table. */
const NO_MORE = '(?:is|are|will be) (?:gone|over|history|no more|void|dead)';
const OTHER_EVENTS =
  /\b(?:trials?|hearings?|sentenc\w+|elections?|polls|films?|movies?|albums?|tours?|(?:(?:football|cricket|tennis|cup|league|home|away|first|next|final|the|a) )match(?:es)?|games?|season|concerts?|festivals?|exhibitions?|landfall|forecasts?|expected to (?:reach|rise|fall))\b/i;
/** Runs on its own, whatever should be. */
const UNRULED =
  /\b(?:expect\w*|forecast\w*|likely|hop(?:es?|ed|ing)|power|electricity|water supply|weather|rain|snow|trains?|flights?|ship|voyage|rescuers?|firefighters?|patients?|recover\w*)\b/i;

/** What stays open for a time. */
const OPEN = '(?:offers?|proposals?|plans?|drafts?|texts?|deals?|bids?|talks|door|invitations?)';
/** An order or a measure, told beside what it would have done. */
const WOULD_HAVE =
  '(?:(?:that|which) )?(?:would have|(?:was|were|had been) (?:to(?! have\\b)|due to|set to|meant to|supposed to|scheduled to|going to))';
const MEASURE =
  '(?:orders?|decrees?|rules?|bans?|tariffs?|dut(?:y|ies)|lev(?:y|ies)|sanctions|measures|evictions?|expulsions?|deportations?|evacuations?|closures?|curfew|strikes?|surcharges?|fees?|checks)';

export const FAMILIES: readonly Cue[] = [
  cue({
    name: 'in_count_must',
    kind: 'order',
    trust: 'review',
    words: `\\b(?:in|within|over) ${LEAD}(?:(?:coming|next) )?${COUNT},?${gap(50)} (?:must|ha(?:s|ve) to|needs? to|(?:is|are) to)\\b`,
    except: new RegExp(`${OTHER_EVENTS.source}|${UNRULED.source}|${PROPOSED}`, 'i'),
  }),
  cue({
    name: 'count_left_to',
    kind: 'order',
    trust: 'review',
    words: `${COUNT},? (?:left|remaining|remain)(?: for${gap(40)})? to (?!go\\b)\\w+|⟦[nfg](?<then>\\w)⟧,? (?:left|remaining|to go) (?:before|until)${gap(60)}\\b(?:${DEADLINE}|expires?|lapses?|ends|runs out|takes? effect)\\b`,
    except: new RegExp(`${OTHER_EVENTS.source}|\\b(?:to live|season|campaign|term in office)\\b`, 'i'),
  }),
  cue({
    name: 'count_is_what',
    kind: 'order',
    trust: 'review',
    words: `^${COUNT}[.:;,—–-]* (?:that|this)(?:['’]s| is| was) (?:what|how long|how much time|all|the time)\\b`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'stays_open',
    kind: 'expiry',
    trust: 'review',
    words: `\\b${OPEN}\\b${gap(30)} (?:on the table|stands?|open|valid|good) (?:for|until|till|through) ${LEAD}⟦[ptznfg](?<when>\\w)⟧`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'goes_on_for',
    kind: 'moved',
    trust: 'review',
    change: 'extended',
    words: `\\b(?:${PAUSE}|${MEASURE}|waiver|licen[cs]e|exemption|suspension|reprieve|relief)\\b${gap(60)} (?:lives?|goes|carries|stays|runs) on for ${LEAD}${COUNT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'would_have',
    kind: 'effective',
    trust: 'medium',
    direction: 'nearest',
    words: `\\b${MEASURE}\\b(?: (?!that|which)[^\\s⟦;,]+){0,4},? ${WOULD_HAVE}${gap(50)} (?:on|from|by|at) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'due_on',
    kind: 'legal',
    trust: 'medium',
    words: `\\b${OWED}\\b${gap(60)} (?:(?:is|are|was|were|be|been|fall(?:s|ing)?|fell|com(?:es?|ing)|came|becom(?:es?|ing)|became) )?due(?: (?:back|in|at)(?: [^\\s⟦;,.]+){0,5}?)? (?:${TO_POINT} )?${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'payable',
    kind: 'legal',
    trust: 'medium',
    words: `\\b(?:(?:re)?payable|redeemable|matur(?:es|ing|e)|fall(?:s|ing)? due|fell due|refundable)\\b${gap(20)} ${TO_POINT} ${LEAD}${POINT}`,
  }),
  cue({
    name: 'stoppage_set',
    kind: 'ultimatum',
    trust: 'medium',
    words: `\\b${STOPPAGE}\\b${gap(40)} ${ON} ${LEAD}${POINT}`,
    needs: THREATENED,
  }),
  cue({
    name: 'names_limit',
    kind: 'ultimatum',
    trust: 'strong',
    words: `\\b${NAMES} (?:(?:a|an|the|its|their|his|her|new) )?${POINT}(?:['’]s)? (?:\\w+ )?${LIMIT}\\b`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'limit_of_point',
    kind: 'ultimatum',
    trust: 'medium',
    words: `${POINT}['’]s (?:\\w+ )?${LIMIT} (?:for|to|on|set|came|passed|went|comes|passes|goes)\\b|⟦[ptz](?<then>\\w)⟧ (?:\\w+ )?(?:target(?: date)?|end-?date) (?:for|to|set)\\b`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'date_by_which',
    kind: 'order',
    trust: 'strong',
    words: `\\b(?:date|day|moment|point) (?:by|on|from|after) which\\b${gap(70)} (?:is|was|will be|falls on|remains|stays) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'day_named',
    kind: 'order',
    trust: 'medium',
    direction: 'nearest',
    words: `\\b(?:(?:last|final) (?:day|date)|(?:day|date|hour) (?:set|named|fixed|agreed|chosen|given|laid down))\\b${gap(50)}, ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'later_than_planned',
    kind: 'moved',
    trust: 'medium',
    words: `\\b(?:later|earlier|sooner|longer) than (?:(?:first|originally|initially|previously|once) )?(?:planned|announced|scheduled|agreed|set|before|due),? (?:on|from|by|until|in|to) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'late_then_lost',
    kind: 'order',
    trust: 'strong',
    words: `(?:\\bnot?\\b|n[’']t\\b|\\bfail\\w*|\\bun\\w{4,}ed\\b)${gap(50)} (?:by|before|until) ${LEAD}${POINT},? (?:automatically |then )?${CONSEQUENCE}|\\b(?:any(?:one|body|thing)|those|whoever|residents|people|vehicles|ships|vessels|migrants|foreigners|holders|companies)\\b${gap(60)} (?:after|beyond|past|later than) ${LEAD}⟦[ptz](?<then>\\w)⟧,? ${CONSEQUENCE}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'bound_on',
    kind: 'order',
    trust: 'medium',
    words: `\\b${BOUND} (?:have (?:had )?to )?${DELIVER}\\b(?! (?:in |over )?(?:his|her|their)? ?resignation|fully)${gap(50)} (?:on|by|from|before) ${LEAD}${POINT}`,
    except: new RegExp(
      `${OTHER_EVENTS.source}|${MEDICINE}|\\b(?:talks|halls|plane|delegates|appear (?:before|in))\\b`,
      'i',
    ),
  }),
  cue({
    name: 'bound_within',
    kind: 'order',
    trust: 'review',
    words: `\\b${BOUND} (?:${PASSIVE}|${DELIVER}\\b)${gap(60)} (?:within|inside|in) ${LEAD}${COUNT}`,
    except: new RegExp(`${OTHER_EVENTS.source}|${UNRULED.source}|${PROPOSED}|${OF_EVENT}`, 'i'),
  }),
  cue({
    name: 'wanted_then',
    kind: 'order',
    trust: 'medium',
    words: `\\b(?:wants?|wanted|expects?|awaits?|demand(?:s|ed)|given|has|have)\\b${gap(60)} ⟦g(?<when>\\w)⟧`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'answer_wanted',
    kind: 'order',
    trust: 'strong',
    words: `\\b(?:expect(?:s|ed|ing)?|want(?:s|ed|ing)?|await(?:s|ed|ing)?|demand(?:s|ed|ing)?|insist(?:s|ed|ing)? on|call(?:s|ed|ing)? for|press(?:es|ed|ing)? for|push(?:es|ed|ing)? for)\\b${gap(40)} (?:answers?|repl(?:y|ies)|responses?|signature|agreement) (?:from|by|to)\\b${gap(60)} (?:by|before|no later than) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'wanted_before_end',
    kind: 'ultimatum',
    trust: 'medium',
    words: `\\b(?:${BOUND}|demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|want(?:s|ed|ing)?|press(?:es|ed|ing)?|seek(?:s|ing)?|need(?:s|ed|ing)?|rac(?:es|ed|ing)|rush(?:es|ed|ing)?)\\b${gap(80)} (?:before|by the time)${gap(50)} (?:ends?|closes?|meets?|convenes?|begins?|starts?|concludes?|expires?|lapses?|runs? out|rises?|breaks? up|shuts?) (?:on |at )?${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'no_longer_from',
    kind: 'effective',
    trust: 'medium',
    words: `(?:^|[.:;,] )(?:starting|beginning|from|as of|as from|effective) ${LEAD}${POINT},? (?:no |nobody |none |neither |only )${gap(70)}\\b(?:may|can|will|shall|must|is to|are to)\\b`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'rolled_over',
    kind: 'moved',
    trust: 'review',
    change: 'extended',
    words: `\\b(?:${PAUSE}|licen[cs]e|waiver|mandate|measures|sanctions|listings|exemption|permit|loan|debt|order)s?\\b${gap(30)} (?:rolled over|roll(?:s|ing) over|carried over|continued) (?:for|by) ${LEAD}${COUNT}`,
  }),
  cue({
    name: 'slips_to',
    kind: 'moved',
    trust: 'medium',
    change: 'extended',
    words: `\\b(?:${DEADLINE}|date|start|entry into force|launch of the (?:levy|tax|duty)|term)\\b${gap(50)} (?:slips?|slipped|slides?|slid|drifts?|moves?|moved|goes|went|shifts?|shifted|jumps?)(?: back)? (?:from ⟦\\w(?<old>\\w)⟧ )?to ${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'count_instead',
    kind: 'ultimatum',
    trust: 'review',
    change: 'brought_forward',
    words: `\\b(?:time|patience|${DEADLINE}|window|notice)\\b${gap(50)} ⟦n(?<when>\\w)⟧,? (?:instead of|rather than|down from|not) (?:⟦\\w(?<old>\\w)⟧|\\w+)`,
  }),
  cue({
    name: 'expired_last',
    kind: 'expiry',
    trust: 'strong',
    direction: 'back',
    words: `\\b(?:expired|lapsed|ran out|ended) (?:last|this|earlier this) (?:week|month|year|night),? (?:on )?${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'let_pass',
    kind: 'expiry',
    trust: 'strong',
    direction: 'back',
    words: `\\blet(?:s|ting)?\\b${gap(20)} ${POINT}(?:['’]s${gap(40)})? (?:lapse|expire|pass|slip|slide|go by|come and go)\\b`,
  }),
  cue({
    name: 'missed_by',
    kind: 'legal',
    trust: 'strong',
    direction: 'back',
    words: `\\b(?:miss(?:es|ed)|overshot|failed to (?:meet|keep|hit)|broke|breaks|fell short of)\\b${gap(30)} (?:target|goal|date|pledge|promise|obligation|commitment)\\b${gap(70)} (?:by|before|for|of) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'day_of_act',
    kind: 'effective',
    trust: 'medium',
    words: `(?:\\b(?:the|a|an|its|their|planned) )?${POINT}(?:['’]s)? (?:closure|shutdown|ban|levy|tariff (?:rise|increase|hike|start)|expulsions?|evictions?|handover|withdrawal|pull-?out|rollout|expiry|lapse|repayment|renewal|sunset|phase-?out)\\b`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'as_told',
    kind: 'order',
    trust: 'strong',
    direction: 'nearest',
    words: `\\b(?:by|before) ${LEAD}${POINT},? ${AS_TOLD}\\b`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'stoppage_off',
    kind: 'ultimatum',
    trust: 'medium',
    words: `\\b(?:call(?:s|ed|ing)? off|suspend(?:s|ed|ing)?|cancel(?:s|led|ling)?|avert(?:s|ed|ing)?|drop(?:s|ped)?)\\b${gap(30)} (?:strikes?|walkouts?|stoppages?|industrial action|lockout)\\b${gap(30)} (?:for|on|from|due|planned) ${LEAD}${POINT}`,
  }),
  cue({
    name: 'silent_for',
    kind: 'truce',
    trust: 'review',
    words: `\\b(?:guns|weapons|fighting|shelling|hostilities|bombing|strikes|attacks|offensive)\\b${gap(20)} (?:silent|stop(?:s|ped)?|ceases?|paus(?:es|ed)|halt(?:s|ed)|suspended) for ${LEAD}⟦[nfg](?<when>\\w)⟧`,
  }),
  cue({
    name: 'gets_count',
    kind: 'order',
    trust: 'review',
    words: `\\b(?:(?:gets?|got)(?: (?:only|just|another))?|allow(?:s|ed)${gap(50)}|(?:told|tells|warn(?:s|ed)|notif(?:ies|ied))${gap(40)} they have) ⟦n(?<when>\\w)⟧ (?:in which )?to (?!li[fv]e\\b|go\\b)\\w+`,
    except: new RegExp(`${OTHER_EVENTS.source}|${PROPOSED}`, 'i'),
  }),
  cue({
    name: 'loses_right',
    kind: 'expiry',
    trust: 'medium',
    words: `\\b(?:will|shall|to) lose (?:(?:their|its|his|her|the|all) )?(?:[^\\s⟦;,.]+ ){0,3}?(?:exemptions?|access|status|rights?|licen[cs]es?|protections?|permits?|relief|subsid(?:y|ies)|privileges?)\\b${gap(50)} ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'due_to_rise',
    kind: 'effective',
    trust: 'medium',
    words: `\\b(?:tariffs?|dut(?:y|ies)|lev(?:y|ies)|charges?|tolls?|fees?|tax(?:es)?|surcharges?|fines)\\b${gap(40)} (?:(?:due|set|scheduled|slated) )?to (?:double|triple|rise|jump|increase|go up|bite|land|apply)(?: to [^\\s⟦;,]+)? (?:on |from |by )?${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'becomes_on',
    kind: 'effective',
    trust: 'medium',
    words: `\\bbecomes? (?:legal|illegal|unlawful|law|mandatory|compulsory|enforceable|effective|binding)\\b${gap(60)} (?:on|from|at) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'back_in_count',
    kind: 'effective',
    trust: 'review',
    words: `\\b(?:${MEASURE}|${PAUSE}|waiver|licen[cs]e|exemption)s?\\b${gap(50)} (?:will|would|to) (?:return|snap back|take effect|come into (?:force|effect)|kick in|expire|lapse|end) in ${LEAD}${COUNT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'was_to',
    kind: 'expiry',
    trust: 'medium',
    direction: 'nearest',
    isOld: true,
    words: `\\b(?:${PAUSE}|${MEASURE}|waiver|exemption|licen[cs]e|discounts?|rebates?|charges?|notes|scheme|offers?|bids?|tenders?|increase|rise|cuts?|programme|prohibition|embargo|acceptances|applications)\\b${gap(50)} (?:(?:was|were) to (?=(?:finish|lapse|expire|end|run out|take effect|kick in|begin|start|close|apply|bite)\\b)\\w+(?: \\w+)?|(?:was|were) to have \\w+(?: \\w+){0,3}?|(?:was|were|had been) pencill?ed in(?: for)?) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'strike_as_early_as',
    kind: 'ultimatum',
    trust: 'medium',
    words: `\\b(?:strikes?|walkouts?|walk out|lockout|stoppage|default|shutdown)\\b${gap(40)} as (?:early|soon) as ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'refrains_until',
    kind: 'truce',
    trust: 'medium',
    words: `\\b(?:agree[sd]?|pledge[sd]?|promise[sd]?|vow(?:s|ed)?|undert(?:akes|ook)|will|would)\\b(?: to)? (?:refrain|abstain|wait|hold (?:off|fire|back)|cease fire|stop (?:striking|attacking|bombing|shelling|firing)|not (?:to )?(?:strike|attack|bomb|shell|fire))\\b${gap(80)} until ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'began_and_runs',
    kind: 'truce',
    trust: 'medium',
    words: `\\b(?:${PAUSE})\\b${far(60)}⟦\\w\\w⟧${gap(20)}\\band (?:(?:will|is to|is due to|was to) )?(?:runs?|lasts?|continues?|holds?|stays? in (?:force|place)) (?:through|until|till|to) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'will_have_under',
    kind: 'order',
    trust: 'review',
    words: `\\bwill (?:now )?have ⟦n(?<when>\\w)⟧ to\\b${gap(90)} under an? (?:new )?(?:decree|order|rule|law|directive|regulation|notice|ruling) (?:issued|signed|published|announced|adopted)\\b`,
  }),
  cue({
    name: 'will_apply_from',
    kind: 'effective',
    trust: 'medium',
    words: `\\b(?:prices?|rates?|charges?|fees?|fares?|limits?|minimum|caps?|thresholds?|rules?|laws?|age|tax|duty|ban|scheme|regime|requirements?|standards?)\\b${gap(30)} (?:will|is to|are to|shall) (?:apply|come in|be enforced|be charged|be levied)\\b${gap(50)} (?:from|as of|starting|beginning) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'ticks_towards',
    kind: 'ultimatum',
    trust: 'medium',
    words: `\\b(?:clock|countdown|timer)\\b${gap(30)} (?:towards?|down to) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'date_gone',
    kind: 'expiry',
    trust: 'strong',
    direction: 'back',
    words: `\\bdate\\b${far(60)} (?:came and went|passed|slipped by|went by) ${LEAD}${POINT}`,
    except: OTHER_EVENTS,
  }),
  cue({
    name: 'pause_ended',
    kind: 'truce',
    trust: 'medium',
    direction: 'back',
    words: `\\b${PAUSE}\\b${gap(60)} ended (?:on |at |in )?${LEAD}${POINT}`,
    needs:
      /\bended\b[^⟦]*⟦\w+⟧[^;]*\b(?:renew\w*|extend\w*|extension|prolong\w*|refus\w*|without|expir\w*|lapse\w*)\b/i,
  }),
  cue({
    name: 'gone_by',
    kind: 'expiry',
    trust: 'medium',
    words: `\\b(?:by|from|as of|come|on) ${LEAD}${POINT},?${gap(50)} (?:waiver|licen[cs]e|exemption|protections?|permits?|${PAUSE}|subsidy|quota|relief|deal|offer)\\b${gap(20)} ${NO_MORE}\\b`,
    except: OTHER_EVENTS,
  }),
];
