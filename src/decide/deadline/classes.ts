/**
 * Classes of words that tell what a date belongs to, for case-insensitive patterns: broad everyday vocabulary, not turns
 * of phrase. weights.ts says what each class is worth beside which preposition.
 */
import { type Sign, signOf, wholly, wordsOf } from './sieve.ts';
import { heldIn } from './stretches.ts';

/** Measures, rights and pauses: what has a term. */
const MEASURE = [
  'waivers?|licen[cs]es?|permits?|permission|authori[sz]ations?|exemptions?|exceptions?|carve-?outs?|derogations?|dispensations?|concessions?|opt-?outs?|reprieves?|respite|relief|grace|leeway|breathing (?:space|room)|amnesty|immunity|protections?|protected status|parole|visas?|residence|asylum|safe (?:passage|conduct)|corridors?|exit (?:window|route)',
  'forbearance|truces?|cease-?fires?|armistice|pauses?|lulls?|standstill|moratori(?:um|a)|suspensions?|freezes?|halts?|silence|guns|hostilities|hold on',
  'mandates?|treat(?:y|ies)|pacts?|accords?|agreements?|deals?|arrangements?|framework|concordat|trusteeship|receivership|custody|guardianship',
  'tariffs?|counter-?tariffs?|duties|duty|levy|levies|surcharges?|import tax(?:es)?|sanctions?|embargo(?:es)?|blockades?|bans?|curbs?|restrictions?|prohibitions?|quotas?|price cap|caps?|countermeasures?|retaliation|measures?|penalt(?:y|ies)|fees?|safeguards?|export controls?|controls|listings?|designations?|asset freeze',
  'injunctions?|warrants?|restraining order|stays?|orders?|rulings?|decrees?|directives?|regulations?|laws?|rules?|statutes?|spy powers|decisions?|provisions?|powers?|authority|emergency|curfews?|martial law|state of (?:alert|siege|emergency)|evacuation|lockdown',
  'funding|stopgap|(?:continuing )?resolution|budget|debt (?:ceiling|limit)|borrowing|appropriations?|subsid(?:y|ies)|tax credits?|credits?|benefits?|grants?|loans?|repayments?|aid',
  'offers?|proposals?|ultimatum|deadline|window|time limit|countdown|clock|notice period|term|phase|wind-?down|phase-?out|divestiture|divestment|sale of|withdrawal|pull-?out|handover|transition|extension|consultations?|comments?|objections?|submissions?|bids?|tenders?|appeals?|applications?|registrations?|claims?|repl(?:y|ies)|answers?|responses?',
  '(?:air ?space|borders?|crossings?|straits?|ports?|airports?|embass(?:y|ies)|consulates?)',
  '(?:visa-free|duty-free|tariff-free)',
].join('|');

/** Lets somebody do something, or keeps it so. */
const PERMIT =
  'allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|lets?|letting|licen[cs]ed|authori[sz](?:es|ed|ing)|clear(?:s|ed|ing)? (?:\\S+ ){1,4}to|exempt(?:s|ed|ing)?|waiv(?:e|es|ed|ing)|spar(?:es|ed|ing)|escap(?:es|ed|ing)|shield(?:s|ed|ing)?|protect(?:s|ed|ing)?|covers?|covered|free to|entitled|eligible|valid|good|lawful|legal|tolerat(?:es|ed|ing)|accept(?:s|ed)?|honou?r(?:s|ed)?|recogni[sz]ed|may|can|keeps?|kept|retain(?:s|ed)?|continues?|goes on|go on|remain(?:s|ed)?|stays?|stayed|hold(?:s|ing)?|lasts?|lasting|runs?|running|stretch(?:es)?|stands?|applies|apply|available|open|in (?:force|place|effect)|under (?:the )?(?:waiver|licen[cs]e)|guarantees?|guaranteed|suspend(?:s|ed|ing)?|paus(?:e|es|ed|ing)|halt(?:s|ed|ing)?|stopp?(?:s|ed|ing)?|freez(?:e|es|ing)|fr(?:oze|ozen)|lift(?:s|ed|ing)?|delay(?:s|ed)?|defer(?:s|red)?|extend(?:s|ed|ing)?|prolong(?:s|ed)?|renew(?:s|ed)?|grants?|granted|offer(?:s|ed)?';

/** Somebody must, or is made to. */
const DEMAND =
  'must|ha(?:s|ve|d) to|ha(?:s|ve|d) (?:only|just|now|until|till)|needs? to|needed to|ought to|obliged|obligated|bound to|compelled|forced to|required?|requires|supposed to|(?:is|are) (?:expected )?to|orders?|ordered|ordering|demand(?:s|ed|ing)?|insist(?:s|ed|ing)?|instruct(?:s|ed)?|command(?:s|ed)|tells?|told|warn(?:s|ed)?|ask(?:s|ed)?|summon(?:s|ed)|call(?:s|ed)? (?:on|for)|urg(?:e|es|ed)|press(?:es|ed)?|wants?|wanted|seeks?|sought|expects? (?:\\S+ ){1,4}to|giv(?:e|es|en|ing)|gave|hand(?:s|ed)|grant(?:s|ed)|allowed|allott?ed|fac(?:e|es|ed|ing) (?:a|an|the)|set(?:s)?|due|owed?|owes|invit(?:e|es|ed)|should(?! have)|shall|anyone|whoever|all those|those who|wish(?:es|ing)? to';

/** What is commonly asked of somebody. */
const DEED =
  'leav(?:e|es|ing)|gone|(?:be|get) (?:out|off|gone)|out of|off|depart|quit|go home|evacuate|vacate|withdraw(?:al|n)?|pull (?:out|back)|pulled (?:out|back)|retreat|move out|get out|clear|surrender|give up|lay(?:s|ing)? down|disarm(?:s|ed)?|hand(?:s|ed|ing)? (?:over|in|back)|turn (?:over|in)|free|release|return|repatriate|extradite|stop|end|cease|halt|suspend|lift|open|reopen|restore|reinstate|dismantle|destroy|remove|clear|scrap|repeal|abolish|amend|change|comply|obey|accept|agree|sign|ratify|adopt|pass|approve|vote|transpose|implement|bring|enact|reply|respond|answer|decide|choose|explain|object|protest|appeal|challenge|submit|file|lodge|apply|register|comment|report|declare|disclose|notify|certify|hand|pay|repay|refund|settle|sell|divest|unwind|wind down|dispose|offload|exit|cut ties|find|raise|fund|prove|show|present|produce|name|nominate|appoint|form|hold elections?|send|write|deliver|supply|seek|renew|extend|revoke|close|demolish|publish|rule|justify|verdict|signature|withdrawal|compliance|ratification|completion|complete[d]?|finish(?:ed)?|concluded?|done|ready|in (?:place|hand)|phas(?:e|ed|ing) out|divested|sold|paid|signed|agreed|settled|filed|withdrawn|freed|released|returned|dismantled|scrapped|lifted|raised|renewed|extended|ratified|transposed|reauthori[sz]ed';

/** What follows for those who do not. */
const THREAT =
  "or(?: else)? (?:face|risk|be|lose|see|pay|forfeit|suffer|we|they|he|it|the|their|its|his|nothing|war|sanctions|tariffs)|or else|otherwise|failing|unless|if not|without (?:a|an)|fac(?:e|es|ing) (?:new |fresh |more |heavy |daily )?(?:sanctions|tariffs|fines?|consequences|penalt(?:y|ies)|expulsion|arrest|deportation|attack|strikes?|action|war|a)|consequences|hell to pay|retaliat\\w+|will not wait|won[’']t wait|run(?:s|ning)? out of (?:time|patience|money|cash)|time is (?:short|up|running)|clock is ticking";

/** Stops being in force. */
const END =
  'expir(?:es?|ing|y|ation)|laps(?:es?|ing)|runs? (?:out|dry)|running out|ends?|ending|terminat(?:es?|ing|ion)|ceas(?:es?|ing)|stops?|clos(?:es?|ing)|shuts?|conclud(?:es?|ing)|dies?|dying|sunsets?|sunsetting|winds? (?:down|up)|finish(?:es)?|falls? (?:away|due|off)|fades?|drops? (?:away|off)|vanish(?:es)?|disappears?|evaporates?|goes|is (?:up|over|no more)|are (?:up|over)|comes? to (?:an end|a close)|spells the end|lifts?|unfreez(?:es?|ing)|rolls? off|times? out|matur(?:es?|ity)|up for (?:renewal|review)|be (?:revoked|withdrawn|rescinded|cancell?ed|scrapped|ended|terminated|lifted)|last day|final day';

/** Comes into force. */
const BEGIN =
  'take[s]? (?:effect|force|hold)|taking (?:effect|force)|(?:come|go|enter)(?:e?s|ing)?(?: back)? (?:in(?:to)? )?(?:effect|force|operation)|go(?:es)? live|kicks? in|bites?|start(?:s|ing)?(?!-?ups?\\b)|begin(?:s|ning)?|applies|apply|appl(?:ied|ying)|effective|impos(?:e|es|ed|ing|ition)|re-?impos(?:e|es|ed|ition)|levied|lands?|due|binding|operative|switch(?:es|ed)? (?:on|off)|activat(?:e|es|ed|ion)|trigger(?:s|ed)?|snap(?:s|ped)?[- ]?back|returns?|resum(?:e|es|ed|ption)|restarts?|rises?|rais(?:e|es|ed)|doubles?|doubl(?:ed|ing)|jumps? to|go(?:es)? up|attracts?|pays?|be (?:banned|barred|charged|closed|shut|blocked|grounded|required|prohibited|subject|taxed|refused|denied|turned|fined|enforced|illegal|expelled|deported|cut off|stopped|halted|frozen|suspended|imposed|applied|levied|collected|seized)|need(?:s)? (?:a|an|to)|no longer|(?:may|can) (?:no|not)|must|cannot|closed|shut|enforce[sd]?|walks? out|down(?:s)? tools';

/** Who sets terms or must meet them. */
const ACTOR =
  'government|cabinet|ministry|ministr(?:y|ies)|ministers?|premier|chancellor|president|prime minister|white house|kremlin|congress|senate|house|lawmakers|parliament|assembly|knesset|duma|bundestag|council|commission|brussels|washington|london|moscow|beijing|kyiv|kiev|tehran|ankara|berlin|paris|warsaw|prague|budapest|delhi|tokyo|seoul|taipei|minsk|tbilisi|caracas|havana|islamabad|damascus|beirut|riyadh|jerusalem|cairo|treasury|ofac|ofsi|department|agency|regulators?|watchdog|authorit(?:y|ies)|central bank|court|judges?|justices|tribunal|prosecutors?|army|military|navy|troops|forces|soldiers|garrison|generals?|junta|commander|militias?|rebels?|fighters|insurgents|hamas|hezbollah|hizbollah|houthis?|taliban|nato|eu|un|u\\.?n\\.?|united nations|bloc|member states|states?|allies|mediators|envoys?|diplomats?|negotiators|parties|both sides|unions?|strikers?|workers|nurses|teachers|drivers|pilots|bosses|employers|compan(?:y|ies)|firms?|banks?|lenders|owners?|operators?|carriers?|importers?|exporters?|creditors?|shareholders|platforms?|refiner(?:y|s)?|migrants|asylum|residents|villagers|foreigners|citizens|holders|iran|israel|russia|russian|china|chinese|ukraine|turkey|syria|lebanon|iraq|gaza|venezuela|cuba|belarus|georgia|serbia|hungary|hungarian|india|pakistan|canada|mexico|brazil|japan|korea|taiwan|britain|america(?:n)?|u\\.?s\\.?|european|iranian|israeli|palestinian|nuclear|sanction(?:s|ed)?|hostages?|prisoners|captives|tariffs?|ultimatum|oil|gas|weapons|arms';

/** Aims and plans: nobody is bound. */
const AIM =
  'could|might|plans? (?:to|for)|planned|planning|aim(?:s|ed|ing)?|target(?:s|ed|ing)?|intend(?:s|ed)?|eye(?:s|d|ing)|tipped|set to (?:be (?:the|a)|rise|fall|reach|grow|open|become|hit)|on (?:track|course)|pledg(?:e|es|ed|ing)|vow(?:s|ed)?|promis(?:e|es|ed)|ambition|goal|dream\\w*';

/** Guesses and hopes, on whichever side of the date they stand. */
const GUESS =
  'expect(?:s|ed|ing)?|expectations?|anticipat\\w+|forecast(?:s|ed)?|predict(?:s|ed|ions?)?|project(?:s|ed|ions?)|seen|likely|probably|possib\\w+|perhaps|hop(?:e|es|ed|ing)|estimat\\w+|believ\\w+|thinks?|reckons?|ask(?:s|ed|ing)? (?:\\S+ ){1,4}for';

/** Weather, prices and counts run on their own. */
const FIGURE =
  'per ?cent|prices?|inflation|growth|gdp|shares?|stocks?|index|yields?|yen|dollar|euro zone|economists?|analysts?|market|sales|profits?|revenue|earnings|forecasters?|temperatures?|rain|rainfall|snow|storms?|hurricane|typhoon|winds?|heatwave|flood(?:s|ing|waters)?|wildfires?|fires?|blaze|power cuts?|outages?|deaths?|death toll|cases|infections|polls?|turnout|population|demand for|supply of|output|production';

/** What is on the calendar. */
const CALENDAR =
  'summits?|conferences?|meet(?:s|ings?)?|talks|visits?|visiting|ceremon(?:y|ies)|celebrations?|press|elections?|voters?|voting|votes?|ballots?|polls?|primar(?:y|ies)|hear|inquiry|anniversary|launch(?:es|ed)?|forum|speech|address|parade|drills?|exercises?|census|flights?|trains?|rail|traffic|passengers|pilgrimage|pope|mass|construction|building|plants?|factor(?:y|ies)|stores?|contract|jail(?:ed)?|prison|years? in|schools?|university|students|exams?';

/** Sport, shows, health and private life: other trades altogether. */
const PRIVATE =
  'trials?|hearings?|sentenc(?:e|ed|ing)|juror|trips?|tours?|funerals?|weddings?|festivals?|exhibitions?|museum|gallery|concerts?|albums?|films?|movies?|series|season|episodes?|matches|match|games?|league|cup|coach|players?|striker|batter|batsman|bowler|defender|midfielder|goalkeeper|winger|manager|club|teams?|race|olympics?|tournament|championships?|grand slam|open (?:main )?draw|rocket|moon|hospital|surgery|patients?|injur(?:y|ed)|vaccin\\w+|born|birthday|actress|actor|singer|star|novel|book|memoir|hotel|tickets?|recipe|diet|concept store|bet|stock picks?|shareholders? vote|electricity|power (?:cuts?|grid|outages?)|heating|water supply|celebrit\\w+|podcast|fans?|space|astronauts?|orbit|volleyball|football|soccer|cricket|tennis|rugby|flankers?|captain|midfield|goalscorer|golf|basketball|bullet train|cocktails?|menus?|bonus(?:es)?|vacation|paintings?|art|artists?|sculptures?|(?:winter|summer|spring|autumn) sale|airlines?|convenience|chain|retailers?|supermarkets?|equinox|solstice|eclipse|riot|bells?|repairs?|roadworks|renovat\\w+|refurbish\\w+';

/** A tale of what was: the verb nearest the date looks back. */
const PAST_VERB =
  'was|were|had|did|been|went|came|fell|rose|took|made|said|saw|got|gave|won|lost|hit|left|met|ran|began|broke|brought|built|drove|fled|found|grew|held|kept|killed|led|paid|sent|shot|spent|stood|struck|swept|told|\\w{3,}ed';
export const RETROSPECT = new RegExp(
  `\\b(?:(?:ha(?:s|ve) (?:been )?\\w+(?:ed|en|ne|wn|ng|ld|nt)|${PAST_VERB}))\\b`,
  'gi',
);
/** The verb nearest the date looks ahead. */
export const PROSPECT =
  /\b(?:to(?! (?:the|a|an|his|her|its|their|that|most|almost|all|some|many|both|nearly|about|only|no|normal)\b)|must|shall|should|will|would|can(?:not)?|may|might|won[’']t|[’']ll|let[’']s|need) (?:not |also |then |only |no longer )?[a-z]{2,}/gi;

/** Of the words of each class what `make` makes. */
function ofEach(make: (words: string) => Sign) {
  return {
    measure: make(MEASURE),
    permit: make(PERMIT),
    demand: make(DEMAND),
    deed: make(DEED),
    threat: make(THREAT),
    end: make(END),
    begin: make(BEGIN),
    actor: make(ACTOR),
    aim: make(AIM),
    guess: make(GUESS),
    figure: make(FIGURE),
    calendar: make(CALENDAR),
    private: make(PRIVATE),
  };
}

/** Whether a part of what `held` tells of holds a word of a class. */
export const CLASSES = ofEach((words) => signOf(new RegExp(`\\b(?:${words})\\b`, 'i')));
/** The same of all of it, which takes less time to tell. */
export const CLASSES_OF_ALL = ofEach((words) => wordsOf(wholly(words)));

export type ClassName = keyof typeof CLASSES;

export const CLASS_NAMES = Object.keys(CLASSES) as readonly ClassName[];

/** What a whole text is about, told once it is asked for. */
export type Around = () => readonly ClassName[];

export function aroundOf(text: string): Around {
  let known: readonly ClassName[] | null = null;
  return () => {
    known ??= classesIn(text);
    return known;
  };
}

function classesIn(text: string): readonly ClassName[] {
  const held = heldIn(text);
  return CLASS_NAMES.filter((name) => CLASSES_OF_ALL[name](text, held));
}
