/**
 * What verbs say has come of a term that a text speaks of: it was met, it was lifted, it moved, it passed. Wider than the
 * cues of status.ts, and so for texts only that speak of one. What is denied or merely wished for has not come to be.
 */
import type { DeadlineStatus } from '../../domain/deadline.ts';
import { not } from './matches.ts';
import type { Sifted } from './sentences.ts';
import { siftingOf } from './sieve.ts';
import * as terms from './terms.ts';
import { MONTH, WEEKDAY } from './vocabulary.ts';

type Fate = Exclude<DeadlineStatus, 'pending'>;

interface Outcome {
  readonly pattern: RegExp;
  readonly status: Fate;
  /** By a negation of its own: "will no longer apply"; as a fact, whatever is wished beside it: "expired credits". */
  readonly told: 'done' | 'undone' | 'fact';
}

/** Some words of the same clause. */
const some = (most: number) =>
  `(?: (?!(?:as|after|before|while|when|because|but|until|till|through|although|despite|for|amid|over|and|if)\\b)[^\\s.;,]+){0,${most}}?`;
/** Within a sentence; a part of one without commas, save in a date. */
const near = (most: number) => `[^.;]{0,${most}}?`;
const part = (most: number) => `(?:[^.;,]|, (?=${MONTH}|\\d)){0,${most}}?`;
const ADVERB = '(?:(?:\\w+ly|thereby|thus|now|since|also) )?';
const BE = '(?:is|are|was|were|been|being|be|gets?|got)';
const HAVE = '(?:has|have|had)';
const NUMBER =
  '(?:\\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|sixty|ninety|few|several)';
const UNIT = '(?:minutes?|hours?|days?|weeks?|fortnight|months?|years?)';
const DAY = `(?:the )?(?:\\w+ )?(?:${WEEKDAY}|${MONTH}|\\d{1,2}|mid-|early|late|the end|next)`;

/** What binds somebody to a day. */
const THING = `(?:${terms.DEADLINE}s?|dates?|limits?|demands?|threats?(?! of an? veto)|orders?|decrees?|directives?|rules?|rulings?|bans?|plans?|requirements?|summons|curfew|tariffs?|dut(?:y|ies)|lev(?:y|ies)|fees?|fines?|controls|curbs|restrictions|measures|sanctions|embargo|blockade|sunset|laws?|statutes?|policy|terminations?|obligations?|mandates?|reporting|evictions?|expulsions?|deportations?|evacuations?|tax(?:es)?|surcharges?|payments?|removals?|closures?|checks|clock|notices?|quarantine|strikes?|walkouts?|stoppages?|industrial action|(?<!death )tolls?|requests?(?= (?:to|that)\\b)|wish(?:es)?(?= (?:for|to|that)\\b)|targets?)`;
/** What holds for a time. */
const HOLDS = `(?:${terms.PAUSE}|grace(?: period)?|accord|pact|deal|agreement|treaty|arrangement|freeze|amnest(?:y|ies)|window|permits?|licen[cs]es?|waivers?|exemptions?|carve-outs?|quota|protections?|powers?|laws?|act|provisions|mandate|embargo|contracts?(?= (?:ran|expired|lapsed)\\b)|emergency|funding|authority|authori[sz]ation|notice|offer|visas?|time (?:is|was|has|given|allowed|limit|runs|ran|expires)|clock|(?:hours|days|weeks) (?:given|granted|allowed|set))`;
/** What can come sooner or later. */
const MOVABLE = `(?:${terms.DEADLINE}s?|fines|penalties|contracts?|checks|inspections|dates?|decisions?|limit|start|collection|enforcement|tariffs?|dut(?:y|ies)|lev(?:y|ies)|fees?|bans?|rules|hikes?|sanctions|listings?|blacklist|measures|strikes?|walkouts?|evictions?|${HOLDS})`;

/** What several do, in the present; behind these words it is only to be done. */
const they = (verbs: string) =>
  not(
    `(?<!(?:-|(?:\\b(?:a|an|the|its|his|her|their|this|that|any|no|trade|policy|power|to|will|would|could|can|may|might|must|should|shall|not|never|lets?|help|did|does|do|and|or)|n[’']t) ))`,
    `(?:${verbs})`,
  );

/** Takes a thing back. */
const TAKES_BACK = `(?:${they('drop|scrap|ditch|shelve(?![^.;]{0,80}?\\b(?:until|till)\\b)|waive|withdraw|rescind|revoke|cancel|call off|annul|quash|strike down|void|overturn|abandon|retract|repeal|reverse|tear up|renounce|throw out|walk away from|back down (?:on|over|from)|back off|set aside|retreat from')}|back(?:s|ed|ing)? down (?:on|over)|drops|dropped|dropping|scraps|scrapped|scrapping|ditch(?:es|ed|ing)|shelv(?:es|ed|ing)(?!${near(80)}\\b(?:until|till)\\b)|waiv(?:es|ed|ing)|withdr(?:aws|ew|awn|awing)|rescind(?:s|ed|ing)|revok(?:es|ed|ing)|cancel(?:s|led|ed|ling|ing)|call(?:s|ed|ing) off|annul(?:s|led|ling)|quash(?:es|ed|ing)|str(?:ikes|uck|iking) down|void(?:s|ed)|overturn(?:s|ed|ing)|abandon(?:s|ed|ing)|retract(?:s|ed|ing)|repeal(?:s|ed|ing)|revers(?:es|ed|ing)|tears up|tore up|torn up|tearing up|disown(?:s|ed)|renounc(?:es|ed)|forgo(?:es)|forwent|throws out|threw out|thrown out|walk(?:s|ed|ing) (?:away from|back)|tak(?:es|ing) back|took back|taken back|eras(?:es|ed|ing)|eliminat(?:es|ed|ing)|abolish(?:es|ed|ing)|ax(?:es|ed|ing)|nix(?:es|ed|ing)|back(?:s|ed|ing) (?:off|away from|down from|out of)|set(?:s|ting) aside|retreat(?:s|ed|ing) from|put(?:s|ting) on ice|do(?:es|ing|ne) away with|did away with|dispens(?:es|ed|ing) with|${they('pull')}(?= (?:[^\\s.;,]+ ){0,2}(?:threat|ultimatum|demand|deadline|strike notice)\\b)|pull(?:s|ed)(?= (?:[^\\s.;,]+ ){0,2}(?:threat|ultimatum|demand|deadline|strike (?:deadline|notice))\\b))`;
const TAKEN_BACK =
  '(?:dropped|scrapped|ditched|shelved|waived|withdrawn|rescinded|revoked|cancell?ed|called off|annulled|quashed|struck down|voided|overturned|abandoned|retracted|repealed|reversed|torn up|thrown out|set aside|off the table|put on ice|done away with|moot|null and void|off|no more)';
/** Stops it: lifted, unless it is for a while that is named. */
const STOPS = `(?:${they('lift|halt|suspend|freeze|stay|block|pause|end(?! (?:of|date)\\b)')}|lift(?:s|ed|ing)|suspend(?:s|ed|ing)|fr(?:eezes|oze|ozen|eezing)|stay(?:s|ed)(?! (?:silent|quiet|away|put|out|home|open|on|in|at)\\b)|halt(?:s|ed|ing)|block(?:s|ed|ing)|paus(?:es|ed|ing)|(?<!-)end(?:s|ed)|put(?:s|ting)? on hold)`;
const STOPPED = '(?:lifted|suspended|frozen|stayed|halted|blocked|paused|put on hold|on hold|ended)';
const FOR_A_WHILE = `(?!${near(80)}\\b(?:until|till|through|(?:for|by) (?:another |at least )?${NUMBER}[- ]${UNIT}|to ${DAY})\\b)`;
/** A duty that is suspended is mostly so for a while. */
const LASTING = '(?!sanctions\\b|tariffs?\\b|duties\\b|strikes?\\b|measures\\b|payments?\\b)';

/** Makes it later or sooner. */
const MOVES = `(?:${they('extend|prolong|postpone|lengthen|delay|defer|shorten|roll over|renew|push back|put (?:back|off)|hold off|move|shift|reset|revise|reschedule|stretch|halve')}|extend(?:s|ed|ing)|prolong(?:s|ed|ing)|postpon(?:es|ed|ing)|lengthen(?:s|ed|ing)|delay(?:s|ed|ing)|defer(?:s|red|ring)|shorten(?:s|ed|ing)|roll(?:s|ed|ing) over|renew(?:s|ed|ing)|push(?:es|ed|ing)(?! (?:to|for|ahead|on)\\b)|put(?:s|ting)? (?:back|off)|held (?:off|over)|holds off|mov(?:es|ed|ing)(?! (?:to|out|on|in|into|towards?|away|ahead)\\b)|shift(?:s|ed|ing)|reset(?:s|ting)?|revis(?:es|ed|ing)|reschedul(?:es|ed|ing)|stretch(?:es|ed|ing)|slip(?:s|ped|ping)(?= (?:to|by|until|past|again|back|further|from)\\b|[.,;]|$)|halv(?:es|ed|ing)|doubl(?:es|ed|ing)(?= (?:his|her|its|their|the) (?:deadline|time)))`;
const BRINGS = '(?:brings|brought|bringing|moves|moved|moving|draws|drew|pulls|pulled)';
/** Later or sooner than it was. */
const THAN =
  '(?:later|earlier|sooner|longer|more|shorter|on) (?:than|from) (?:before|(?:first|originally|initially|previously|once)(?: \\w+)?|planned|it was|the (?:first|original|old|initial|previous))';

/** Does as told. */
const OBEYS =
  '(?:complies|complied|compl(?:ying) with|obey(?:s|ed)|honou?r(?:s|ed|ing)|heed(?:s|ed|ing)|satisf(?:ies|ied|ying)|fulfil(?:s|led|ls|ling)|bow(?:s|ed|ing) to|yield(?:s|ed|ing) to|meets|met|(?<!\\b(?:for|of|on|towards?|to|at|from|in|about) )meeting|beat(?:s|ing)?|kept to|keeps to|makes|made(?= (?:the|its|his|her|their) (?:\\w+ )?(?:deadline|cut-?off)))';
/** Follows on its own for those who are late; nobody has to lift it. */
const MISHAP = ' [^.;,]{2,50}? (?:a|an|the|from) (?:default|shutdown|penalt(?:y|ies)|fines?|lapse|closure|seizure)\\b';
/** Soon enough. */
const SOON_ENOUGH = `(?:(?:in|on) time for${some(5)} ${terms.DEADLINE}|a day (?:before|early)|as (?:the|its|their|his|her|a|an) [\\w ’'-]{1,70}? (?:required|demanded|ordered|asked|laid down|provided)|as [\\w’'-]+(?: [\\w’'-]+)? had (?:required|demanded|ordered|asked|wanted|insisted|laid down|stipulated)|in (?:good )?time to (?:avoid|avert|escape|prevent|dodge|beat)|in the (?:time|period) (?:allowed|set|given|laid down|prescribed)|(?:in time|on time|on schedule|in good time|on the dot|at the eleventh hour|in the nick of time)|(?:inside|within) the (?:\\w+ )?(?:time|limit|deadline|cut-?off|period|window|(?:\\w+[- ])?(?:minutes?|hours?|days?|weeks?|months?))(?: (?:allowed|given|set|demanded|agreed|granted|limit))?|${NUMBER} ${UNIT} (?:early|inside|ahead|sooner|left|to spare)|as (?:ordered|agreed|required|demanded|promised|instructed|told|requested|asked)|(?:hours?|minutes|days?|moments|just|shortly|well) (?:ahead of|before|short of)${some(4)} ${terms.DEADLINE}|when (?:it|payment|they) (?:fell|was|were) due|the (?:due date|(?:very )?day (?:it|they|(?:the|its|their) [\\w ]{1,30}?) (?:was|were|fell|came) due)|ahead of (?:the )?(?:schedule|deadline|cut-?off|time))`;
/** As that, where the verb must tell that it is what was asked for. */
const BEFORE_IT_FELL_DUE = `(?:(?:hours?|minutes?|days?|weeks?|moments|just|shortly|well|narrowly) (?:before|ahead of)${part(50)} (?:(?:was|were|is|are|would have|had been) (?:to|due|set|run|lapsed|expired|ended|begun|taken effect)|fell due|c[oa]me due)|before${part(70)} (?:expire[sd]|ran out|runs out|lapse[sd]|(?:was|were|is|are) up|fell due|falls due|came due|(?:was|were|is|are) due))`;
const FULFILS =
  '(?:agree[sd]?(?! to (?:push|put|extend|prolong|postpone|delay))|came out|moved out|sign(?:s|ed)|(?:re)?paid|pays|struck|strikes?|reache[sd]|passe[sd]|approve[sd]|free[sd]|release[sd]|withdrew|withdraws|pull(?:s|ed) out|hand(?:s|ed)|complie[sd]|settle[sd]|seal(?:s|ed)|clear(?:s|ed)|adopt(?:s|ed)|ratifie[sd]|deliver(?:s|ed)|submit(?:s|ted)|file[sd]|close[sd]|evacuate[sd]|surrender(?:s|ed)|return(?:s|ed)|clinche[sd]|conclude[sd]|complete[sd]|finishe[sd]|vacate[sd]|sold|sells|sent|sends|sail(?:s|ed)|disarm(?:s|ed)|reopen(?:s|ed)|tender(?:s|ed)|turned (?:\\w+ )?in)';
/** Done: a verb of what was or, in a headline, is. */
const DONE =
  '(?:(?!failed|missed|refused|warned|urged|asked|demanded|ordered|wanted|needed|expected|required|hoped|supposed|promised|pledged|vowed)\\w{2,}ed|cut|put|sent|sold|(?:re)?paid|left|quit|went|gone|came|gave|given|met|won|shut|let|brought|took|taken|freed|withdrew|withdrawn|signs|clears?|pays|files|hands|sells|leaves?|delivers|submits|completes|ratifies|passes|opens|frees|out|done|built|found|home|struck|clinches|secures|seals|sends|posts|wins|turns over|hands over|strikes|agrees?|hands in|meets|answers|replies|reaches)';

function outcome(status: Fate, words: string, told: Outcome['told'] = 'done'): Outcome {
  return { status, told, pattern: new RegExp(words, 'i') };
}

const OUTCOMES: readonly Outcome[] = [
  outcome(
    'lifted',
    `\\b${TAKES_BACK}\\b(?! (?:\\S+ ){0,3}(?:challenges?|appeals?|petitions?|lawsuits?|suits?|motions?|objections?)\\b)(?! (?:the |its |their )?(?:earlier|old|original|previous|initial) (?:${terms.DEADLINE}|date|target)\\b)(?! (?:\\w+ )?(?:flights?|trains?|trips?|services|classes|surgeries|appointments)\\b)${some(6)} (?:${THING}|licen[cs]es?|waivers?|permits?|exemptions?)\\b(?!.{0,160}\\b(?:giving|allowing|granting|leaving)\\b.{0,60}\\b(?:until|to wind down|days|hours|weeks)\\b)`,
  ),
  outcome(
    'lifted',
    `\\bt(?:akes|aken|aking|ook)\\b${some(5)} off the table\\b|\\bcall(?:s|ed|ing)?\\b${some(4)} ${THING} off\\b`,
  ),
  outcome(
    'lifted',
    `\\b${THING}\\b${part(90)} (?:${HAVE} )?${BE} ${ADVERB}(?:now )?${TAKEN_BACK}(?! (?:by|until|to)\\b)\\b`,
  ),
  outcome(
    'lifted',
    `\\b${THING}(?: [^.;,]{1,70})?, [^.;]{5,90}, (?:${HAVE} )?${BE} ${ADVERB}(?:now )?(?:${TAKEN_BACK}|${STOPPED})\\b`,
  ),
  outcome(
    'lifted',
    `\\b(?:${THING}|licen[cs]es?|waivers?|permits?|exemptions?|visas?|offer)\\b${part(60)} (?<!\\bor (?:see|have|face|risk|lose) (?:[^\\s.;,]+ ){0,3})(?:lifted|rescinded|revoked|withdrawn|scrapped|cancell?ed|called off|annulled|repealed)(?=[.;,:]|$| (?:ahead|early|before|after|as|by|in(?! \\d{4})|following|pending|sooner)\\b)`,
  ),
  outcome(
    'lifted',
    `\\b${THING}(?: [^\\s.;,]+){0,3} (?!off\\b|moot\\b|no\\b)${TAKEN_BACK}(?=[.;,]|$| (?:after|as|by|in|following|pending)\\b)`,
  ),
  outcome(
    'lifted',
    `\\b${STOPS}\\b${some(4)} ${LASTING}${THING}\\b(?! (?:protections?|relief|status|shields?)\\b)${FOR_A_WHILE}|\\blift(?:s|ed)\\b${some(4)} (?:sanctions|tariffs|duties|measures)\\b${FOR_A_WHILE}`,
  ),
  outcome(
    'lifted',
    `\\b${STOPS} (?:the |any )?(?:end|ending|expiry|expiration|termination|lapse|phase-?out|wind-?down|expulsion|deportation|eviction) of\\b${FOR_A_WHILE}`,
  ),
  outcome(
    'lifted',
    `\\b${STOPS}${some(6)} (?:tariffs?|duties|sanctions|measures|lev(?:y|ies)|surcharges?)\\b${near(50)}\\b(?:were|was|had been) (?:due|set|to|meant|planned|scheduled|supposed)\\b`,
  ),
  outcome(
    'lifted',
    `\\b${LASTING}${THING}\\b${some(3)} (?:${HAVE} )?(?:${BE} )?${ADVERB}(?!(?<!\\b${BE} )(?:ended|frozen))${STOPPED}\\b${FOR_A_WHILE}`,
  ),
  outcome(
    'lifted',
    "\\b(?<!\\byou )(?:will|would|does|do|did|is|are|need|needs|has|have)(?: no longer| not|n[’']t) (?:now )?(?:have to|need to|(?:be )?(?:applied|imposed|enforced|made to|forced to|required to|obliged to|levied|collected|deported|expelled|evicted)|appl(?:y|ies)|take effect|go ahead|come into (?:force|effect)|going ahead|proceed)\\b|\\bno longer (?:impose|levy|collect|enforce|appl(?:y|ies|ied)|takes? effect|kicks? in|comes? into (?:force|effect)|goes? ahead|needs?|ha(?:s|ve) to|binds?|binding|stands?|holds?|requir\\w+|in force|due|faces?|obliged|be (?:made|forced|required|obliged))\\b|\\b(?:need not|needn[’']t|without having to) (?!check|worry|wait|look|explain|know)\\w+",
    'undone',
  ),
  outcome(
    'lifted',
    `\\bwill not (?:expire|lapse|end|run out|fall away|shut|close)\\b${near(60)}\\b(?:after all|since|because|now that)\\b`,
    'undone',
  ),
  outcome(
    'lifted',
    `\\bspar(?:es|ed)(?!${MISHAP}) (?:[^\\s.;,]+ ){0,4}?(?:from|of|the (?:new |full |worst )?(?:of|dut(?:y|ies)|tariffs?|lev(?:y|ies)|fees?|tax|charge|rules?|ban|requirements?))\\b${FOR_A_WHILE}|\\blets?\\b${some(3)} off\\b|\\brelent(?:s|ed)\\b|\\b(?:climb(?:s|ed)|back(?:s|ed)|stands|stood) down\\b|\\b(?:can|may)(?: now)? (?:stay|remain|carry on)\\b(?!${near(40)}\\b(?:until|till|only|for)\\b)`,
  ),
  outcome(
    'lifted',
    `\\b(?:there (?:is|was|[’']s) |in )no(?: longer)?(?: a| any)? (?:(?:rush|hurry)(?= any (?:more|longer))|(?<=longer (?:a |any )?)(?:rush|hurry)|date|time limit|deadline|fixed date)\\b|\\bfor as long as (?:it takes|needed|necessary)\\b|\\bforget (?:about )?(?:the )?(?:deadline|${WEEKDAY})\\b|\\bno (?:deadline|time limit|date|hurry|rush) (?:any ?more|any longer|at all)\\b|(?<!\\b(?:sets?|setting|gave|gives|giving|with|names?|named) )\\bno deadline(?=[:;,.]|$)`,
    'undone',
  ),
  outcome(
    'lifted',
    `\\b(?:demand|threat|ultimatum|deadline|order|plan) (?:that )?(?:it|he|she|they) (?:(?:has|have|had|later|quietly|since) ){0,3}(?:dropped|withdrew|withdrawn|abandoned|shelved|scrapped)\\b`,
  ),
  outcome(
    'moved',
    `\\b(?:amount(?:s|ed)? to|means?|meant|brings?|brought) (?:yet )?(?:another|a further|a new) (?:extension|delay|reprieve|postponement)\\b`,
  ),
  outcome(
    'moved',
    `\\bagree[sd]? to (?:an? )?longer (?:${terms.PAUSE})\\b|\\b(?:wins?|won|grants?|granted|gets?|got|secure[sd]?)\\b${part(30)} reprieve\\b`,
  ),
  outcome('met', `\\b${terms.DEADLINE} met(?=[.,:;]|$)`),
  outcome('moved', `\\badd(?:s|ed)? (?:an?|another|${NUMBER}) (?:\\w+ )?${UNIT} to\\b`),
  outcome(
    'moved',
    `\\b${NUMBER}[- ](?:hour|day|week|month|year)[- ](?:delay|extension|postponement|deferral)\\b|\\bpush(?:es|ed|ing) back (?!against\\b|on\\b|at\\b|into\\b)`,
  ),
  outcome(
    'moved',
    `\\b(?:secure[sd]?|wins?|won|obtain(?:s|ed)) (?:some |a few )?(?:extra|more|additional) (?:time|hours|days|weeks|months)\\b|\\b(?:the|its|their) (?:postponement|extension|deferral|prolongation) (?:of (?:the |its )?(?:\\w+ ){0,3}(?:${terms.DEADLINE}|${terms.PAUSE})|follow(?:s|ed)|c(?:ame|omes) (?:as|after|hours|days|a day))\\b`,
  ),
  outcome(
    'moved',
    `\\b(?:stay|remain|stays|remains|kept|keeps?|holds?|left)\\b${some(6)} open\\b(?:(?! from )[^.;]){0,60}?\\b(?:until|through|till) ${DAY}`,
  ),
  outcome('moved', `\\bnot ${DAY}${part(20)} as (?:first|originally|initially|previously|once)\\b`, 'undone'),
  outcome('met', `\\b${DONE}\\b${near(80)}\\b${SOON_ENOUGH}(?![- ](?:to|for)\\b)`),
  outcome('met', `\\b${FULFILS}\\b${near(80)}\\b${BEFORE_IT_FELL_DUE}`),
  outcome(
    'met',
    `\\b${not(terms.SCARCELY, `${OBEYS}\\b`)}${some(5)} (?:${terms.DEADLINE}|orders?|ruling|demands?|terms|requirements?|conditions?|targets?|ban|regulators?|court|judges?|limit|time)\\b|\\b(?:complies|complied|obeyed|caves in|caved in)\\b`,
  ),
  outcome(
    'met',
    `\\b(?:${terms.DEADLINE}|demands?|limit|terms)\\b${some(3)} (?:(?:${HAVE} )?${BE} ${ADVERB}(?:met|honou?red|kept|observed|heeded|respected|satisfied|fulfilled)\\b|(?:met|honou?red|kept)(?=[.;,]|$))|\\b(?:pledges?|promises?|commitments?|undertakings?|vows?)\\b${part(60)} (?:was|were|has been|had been) ${ADVERB}(?:kept|honou?red|fulfilled|redeemed)\\b|\\b(?:kept|keeps|honou?red) (?:its|his|her|their|the) (?:word|promises?|pledges?|side|part|end)\\b`,
  ),
  outcome(
    'met',
    `\\b${DONE}\\b${near(60)}\\b(?:(?:on|by) the (?:final|last) day|the day (?:fixed|agreed)|before ${WEEKDAY} (?:ran out|was out|ended))\\b`,
  ),
  outcome('met', `\\bspar(?:es|ed|ing)${MISHAP}`),
  outcome(
    'met',
    `\\bgot\\b${some(8)} (?:over|across|to) the (?:finish(?:ing)? )?line\\b${near(40)}\\b(?:before|ahead of|in time for|by)\\b${some(4)} ${terms.DEADLINE}\\b`,
  ),
  outcome(
    'met',
    `\\b(?:has|have|had) (?:now |all )?(?:left|withdrawn|gone|pulled out|moved out|handed over|complied)\\b${near(60)}\\bby (?:the|its|their)\\b${near(40)}\\bdeadline\\b|\\b(?:finish(?:es|ed)|complet(?:es|ed)|made it|compl(?:ies|ied)|submitted|filed|delivered|paid|repaid|handed (?:over|in))\\b${near(50)}\\bin time\\b(?! (?:for|to)\\b)`,
  ),
  outcome(
    'moved',
    `\\b(?:sets? out|announce[sd]?|issue[sd]?|sign(?:s|ed)) (?:an?|the|his|its|their) (?:\\w+ )?extension\\b|\\bh(?:olds?|eld) back on\\b|\\b(?:${terms.PAUSE}|arrangement|accord)\\b${part(50)} (?:stay|remain|continue)s? (?:in (?:place|effect|force)|to (?:apply|hold)) (?:until|through|to)\\b|\\b(?:gets?|given|wins?|won) (?:\\w+ )?longer (?:to|before)\\b|(?<!\\b(?:push|press|call|ask|plead|beg|lobb|hop|wish)\\w* )\\bfor longer\\b(?! (?:than|truce|pause|lull|cease-?fire|halt)\\b)|\\bvote(?:s|d)? to (?:extend|prolong|renew|postpone|delay)\\b|\\boriginal (?:deadline|date|term|limit)\\b${part(40)} (?:passed|expired|gone)\\b|\\b(?:grants?|granted|agree[sd]?)(?: \\w+){0,2} (?:further|another|fresh|new) (?:extension|rollover|reprieve|postponement)\\b`,
  ),
  outcome('moved', `\\b${MOVES}\\b${some(6)} ${MOVABLE}\\b|\\bkick(?:s|ed)?\\b${some(2)} can\\b`),
  outcome(
    'moved',
    `\\b${MOVABLE}\\b${part(60)} ${BE} ${ADVERB}(?:held (?:off|over|back)|put (?:off|back)|pushed back|postponed|delayed|deferred)\\b`,
  ),
  outcome(
    'moved',
    `\\bagree(?:s|d)?(?: to| on)? (?:a |an )?(?:(?!seek|ask|request|discuss|consider)\\S+ )?(?:extension|rollover|postponement|deferral)\\b|\\breplaced (?:with|by) (?:a )?(?:longer|later|new)\\b|\\bpush(?:es|ed)? (?!to\\b|for\\b)[^.;,]{1,30} back\\b|\\b(?:longer|later|earlier|sooner) than (?:first|originally|initially|previously|planned|scheduled|announced)\\b`,
  ),
  outcome(
    'moved',
    `(?<!\\b(?:an?|the|more|no|if|not|been|be|to) )\\b(?:extended|prolonged|postponed|deferred|put off|pushed back|put back)(?= (?:at|by|for|until|till|to|through|again|into|amid|after|as)\\b|[.:]|$)|\\b(?:wins?|won|secure[sd]|gets?|got) (?:a )?new deadline\\b`,
  ),
  outcome(
    'moved',
    `\\b${BRINGS}\\b(?! closer)${part(60)} (?:forward(?! (?:shipments?|orders|cargo\\w*|purchases|deliveries|imports|exports|(?:a|its|their|his) (?:plan|proposal|case))\\b)|closer(?! to))\\b`,
  ),
  outcome('moved', `\\b${MOVABLE}\\b${some(4)} (?:(?:${HAVE}|will) )?(?:${BE} )?${ADVERB}${MOVES}\\b`),
  outcome(
    'moved',
    `\\b(?:giv(?:es|en|ing)|gave|grant(?:s|ed)|gets|got|won|wins|buys|bought|allow(?:s|ed)|hand(?:s|ed))\\b${some(5)} (?:more time|longer|another|extra|(?:\\S+ )?(?:extension|rollover|roll-over|postponement|deferral)|(?:\\S+ )?reprieve|respite|stay of|(?:a )?further|(?:a )?fresh|breathing (?:space|room)|(?:an? )?(?:extra|additional))\\b`,
  ),
  outcome(
    'moved',
    `\\b(?:another|a further|an? extra|an? additional) (?:${NUMBER} )?${UNIT}\\b|\\b${NUMBER} (?:more|further|extra|additional) ${UNIT}\\b(?! (?:to live|left|to go|remain\\w*)\\b)|\\b(?:buys|bought) (?:itself|themselves|himself|herself|time)\\b`,
  ),
  outcome(
    'moved',
    `\\b(?:fresh|later|(?<!\\b(?:his|her|its|their|the|an) )earlier|revised|amended|longer|shorter|tighter) (?:\\w+ )?(?:${terms.DEADLINE}|dates?|limit|time(?:table|line|frame)|schedule|window|fuse|leash|horizon)\\b|\\b${THAN}\\b|\\b(?:limit|date|term|cut-?off)\\b${part(50)} (?:becomes|is now|now becomes) ${DAY}|\\breplac(?:es|ed|ing) (?:an?|the) [\\w ]{0,30}(?:expiry|limit|date|${terms.DEADLINE})\\b|\\b(?:instead of|rather than|not from|not on|not by) ${DAY}|\\b(?:planned|due|scheduled|meant|expected|set) (?:for|to|on|in)\\b${near(30)}, (?:(?:will|is|are|has|have|must) )?now\\b`,
  ),
  outcome(
    'moved',
    `\\b${terms.DEADLINE}s? (?:for|to|on|of) (?:[^\\s.;,]+ ){1,6}?${HAVE} been ${ADVERB}${MOVES}\\b|\\b${terms.DEADLINE}[,:]? now:? (?:on |at )?${DAY}`,
  ),
  outcome(
    'met',
    `\\b(?:${NUMBER} ${UNIT}|hours|minutes|days|just|shortly|moments) (?:ahead of|before|short of|shy of|inside)${some(5)} (?:${terms.DEADLINE}|limit)\\b${near(60)}\\b(?:agreed|signed|paid|struck|reached|passed|approved|freed|released|withdrew|pulled out|handed over|complied|settled|sealed|cleared|adopted|ratified|delivered|submitted|filed)\\b`,
  ),
  outcome(
    'passed',
    `\\b(?:${terms.PAUSE}|${terms.DEADLINE}|waiver|licen[cs]e) over(?=[.!:;,]|$)|\\blets? (?:the )?(?:${WEEKDAY}|\\d{1,2} ${MONTH}|${MONTH} \\d{1,2}|deadline|date|day) (?:pass|go by|lapse|come and go)\\b`,
  ),
  outcome(
    'passed',
    `\\b(?:${they('miss|ignore|flout|defy|disregard|overshoot|blow through|blow(?= (?:\\w+ ){0,2}(?:deadline|target|date))')}|miss(?:es|ed)|ignor(?:es|ed)|flout(?:s|ed)|def(?:ies|ied)|disregard(?:s|ed)|overr[au]ns?|overshot|overshoots?|bl(?:ew|ows)|breach(?:es|ed)|sail(?:s|ed) past)\\b${some(5)} (?:${THING}|time|day|last chance)\\b`,
  ),
  outcome(
    'passed',
    `\\b(?:${terms.DEADLINE}|dates?|day (?:set|named|fixed|agreed|chosen)|orders?|demands?|limit|summons)\\b${near(90)}\\b(?:unheeded|unmet|unanswered|ignored|missed|defied|flouted|go(?:es)? (?:by|past)|went (?:by|past)|gone (?:by|past)|slid(?:es)? (?:by|past)|slips? (?:by|past)|slipped (?:by|past)|roll(?:s|ed) (?:by|past)|elaps(?:es|ed)|came round|comes and goes|came and went|lies forgotten|is past|is here|has (?:come|arrived)|behind (?:it|them|us))\\b|\\blet (?:it|them)(?: \\w+)? (?:go by|pass|slip|slide|lapse)\\b|\\bas (?:the|its|his|her|their) (?:\\w+ )?${terms.DEADLINE} (?:runs out|expires|passes|lapses|ends)(?=[.;,]|$)`,
  ),
  outcome(
    'passed',
    `\\b${not('(?<!\\bbefore (?:[^\\s.;]+ ){0,4})', `(?:${HOLDS}|${terms.DEADLINE})\\b`)}${part(80)}\\b(?:(?<!\\bto have )expired|(?:expires|lapses|ends|runs out)(?= (?:as|without|with|and)\\b)|(?<!\\bto have )lapsed|ran out|runs dry|ran dry|elapsed|terminated|(?<!\\bto have )ended|came to an end|ceased|(?<!\\bto have )closed|shut|died|dropped off|fell away|(?:is|are|was|were) (?:up|over|gone|dead|no more)(?! (?:on|at|by|if|unless)\\b)|has gone|(?<!\\b(?:all but|nearly|almost) )gone(?=[.;,]))\\b|\\blets?\\b${some(4)} (?:die|lapse|expire|wither|slide|slip|go past|go by|end)\\b`,
  ),
  outcome(
    'passed',
    `\\b(?:(?:the )?${NUMBER} (?:hours|days|weeks|months)|time|clock|period|window|notice|patience|term)\\b${part(70)} (?:(?:is|are|was|were) (?:now |already )?(?:up|over|past|gone|spent|at an end)|(?:has|have|had) (?:run out|expired|elapsed|closed|lapsed|gone|ended))\\b(?! (?:on|at|by|if|unless|in|from|to|for|of|with)\\b)|\\b${terms.DEADLINE} (?:is |has )?gone\\b|\\bran (?:its|their) course\\b|\\b(?:clock|time) (?:has |had )?(?:run|ran) out on\\b`,
  ),
  outcome(
    'passed',
    `\\b(?:now|already|have been|has been) in (?:force|effect)\\b|(?<!\\b(?:before|until|unless|if|when|once|to|will|would|could|may|can|must|should|after|that|as) (?:\\S+ ){0,4})\\b(?:takes|takes?) (?:effect|hold|force)\\b(?! (?:on|from|at|next|immediately|today|tomorrow|this|later|in ${NUMBER}|${DAY})\\b)|\\b(?:took effect|took hold|kicked in|came into (?:force|effect)|went into (?:force|effect)|went live|entered into force|became binding|became law)\\b`,
  ),
  outcome(
    'passed',
    `\\b(?:still (?:has|have|had)(?: not|n[’']t)|did(?: not|n[’']t) (?:turn up|show up|reply|answer|appear|budge|comply|leave|respond|free|hand|release|do so)|never (?:came|arrived|appeared|turned up)|none (?:had|has|have|of)|(?:got|with|received) no (?:reply|answer|response|word)|fail(?:ed|s) to|nobody (?:(?:had|has)(?! (?:told|said|asked|explained|informed|warned)\\b)|budged|left|came)|did nothing|brings? no (?:deal|accord|reply|agreement|breakthrough))\\b${near(120)}\\b(?:by|due|in time|on time|before|when|until|final day|last day|cut-?off|deadline|limit)\\b|\\b(?:by|due|deadline|cut-?off|final day|last day|until)\\b${near(120)}\\b(?:still (?:has|have|had)(?: not|n[’']t)|did(?: not|n[’']t) (?:turn up|show up|reply|answer|appear|budge|comply|leave|respond|do so)|never (?:came|arrived)|(?:none|nothing) (?:has|had|have) (?:come|arrived|been)|(?:got|received) no (?:reply|answer|response|word))\\b`,
    'undone',
  ),
  outcome(
    'passed',
    `\\b${not('(?<!\\b(?:before|until|till|unless|if|when|once) (?:[^\\s.;,]+ ){0,7})(?<!\\b(?:not|never|would have|will have|could have|might have|to have|yet) )', '(?:expired|lapsed)')}\\b`,
  ),
  outcome(
    'passed',
    `(?<!\\b(?:not|never|had|would have|will have) )\\b(?:now-|just-)?(?:expired|lapsed) (?!(?:on|in|at|by|and|when|last|this|without|overnight|after|before|because|despite|as|with|amid|for|to|or|late|early|some|more|but)\\b)[a-z]`,
    'fact',
  ),
  outcome(
    'passed',
    `\\b(?:as|after|now that|since) (?!time\\b|the clock\\b)[^.;,]{3,60}?(?<! its| own| near| nears| the| their| to| will| would| could| may| might| not) (?:expires?|lapses?|runs? out|ends?)(?=[.;,]|$)|^[^.;,]{3,60}? (?:expires?|lapses?)(?=[;,] )|\\b(?:amid|after|since|following|with) (?:the )?(?:expiration|expiry|lapse|end) of\\b|\\b(?:minutes|hours|days|weeks) (?:of|after) [^.;,]{3,60} (?:expiring|lapsing)\\b`,
  ),
  outcome(
    'passed',
    `\\b(?:allow(?:s|ed)|lets?)\\b${some(6)} (?:to )?(?:elapse|lapse|expire|slide|run (?:out|its course))\\b`,
  ),
  outcome(
    'passed',
    `\\b${not('(?<!\\b(?:before|until|till|unless|if|when|once|after|that|how|ahead of) (?!\\d)(?:[^\\s.;,]+ ){0,9})(?<!\\b(?:from|to|will|would|could|may|might|can|must|should|not|shall|about to|going to)(?: \\w+ly| now| also| only)? )', '(?:comes?|goes|go|enters?|coming|entering|taking|takes?|kicks?|kicking)\\b')}(?: back)? (?:in(?:to)? )?(?:effect|force|in)\\b(?! (?:from|at|next|immediately|today at|tonight|tomorrow|later|in ${NUMBER}|in \\d{4}|(?:on )?${DAY})\\b)`,
  ),
  outcome(
    'passed',
    `\\b${not('(?<!\\bbefore (?:\\S+ ){0,4})', `${terms.DEADLINE}s?\\b`)}${part(40)} (?:pass(?:es|ed)|expire[sd]|lapse[sd]|slip(?:s|ped)? by)(?=[.;,]|$| (?:and|without|with|as)\\b)`,
  ),
  outcome(
    'passed',
    `\\b(?:${terms.DEADLINE}|decision day|day of reckoning) (?:arrives(?! (?:tomorrow|next|on|in)\\b)|has arrived|has come|is here|(?:is|was) (?:now )?reached)\\b|\\bhits?\\b${some(2)} ${terms.DEADLINE}\\b|\\bclock (?:hits|hit|strikes|struck|reaches|reached) zero\\b`,
  ),
  outcome('passed', `\\bafter (?:an? |the )?(?:\\w+ ){0,2}(?:${terms.DEADLINE})(?=[.;,]|$)`),
  outcome(
    'passed',
    `\\b${not('(?<!\\b(?:before|until|till|unless|if|when|once|after|how|which|that|as) (?:[^\\s.;,]+ ){0,8})', `(?:${HOLDS}|${terms.DEADLINE})\\b`)}(?! (?:which|that)\\b)${part(50)} (?:lapses|expires|runs out)(?=[.]?$)`,
  ),
  outcome(
    'passed',
    `\\b(?:expires|lapses|ends|runs out) (?:today )?(?:without|with no) (?:an? |any )?(?:replacement|successor|renewal|extension|follow-up)\\b`,
  ),
  outcome('passed', `\\b(?:money|funds?|cash|funding) (?:has |have |had )?(?:ran|run) out\\b`),
  outcome('passed', `\\bback in force\\b|\\bbecame (?:subject to|law|binding|illegal|compulsory|mandatory)\\b`),
  outcome(
    'passed',
    `\\b(?:${terms.DEADLINE}|date|day|limit)\\b${near(60)}\\b(?:(?:is|was|are|now) (?:now )?behind (?:us|them|it)|long gone)\\b|\\bfail(?:s|ed) to [^.;]{3,80}? (?:on|in) time\\b|\\bbl(?:ows|ew)\\b${some(6)} (?:date|deadline|target)\\b|\\bno-show\\b|\\bfor (?:blowing|missing|ignoring|flouting) (?:the |a |its |his )?(?:\\w+ )?deadline\\b|\\b(?:filed|submitted|lodged|turned in|handed in|arrived|sent)\\b${near(70)}\\b(?:after|past|too late for) (?:the|its|their|his|a) (?:\\S+ ){0,2}${terms.DEADLINE}`,
  ),
  outcome(
    'moved',
    `\\b(?:holds? off|held off)\\b(?! (?:on )?\\w+ing\\b)|\\b(?:${WEEKDAY}|\\d{1,2} ${MONTH}|${MONTH}\\.? \\d{1,2}) instead\\b|\\bagree(?:s|d)? to (?:[^\\s.;,]+ ){0,2}?(?:extend|prolong|postpone|delay|defer|push back|put off)\\b`,
  ),
  outcome(
    'moved',
    `\\b(?:hold(?:s|ing)? off|held off|punt(?:s|ed|ing)|kick(?:s|ed|ing)?)\\b${part(60)} (?:until|till|to|into) (?:(?:at )?least )?${DAY}`,
  ),
  outcome(
    'moved',
    `\\b(?:remain|stay|keep|kept)s?\\b${some(6)} (?:beyond|past)\\b|\\b(?:can|may|could) wait (?:a (?:little|while|bit) )?longer\\b|\\bbuy(?:s|ing)?(?: itself| themselves)? time\\b|\\bmore room\\b`,
  ),
  outcome(
    'moved',
    `\\b(?:instead (?:ha(?:s|ve)|gives? (?:\\w+ ){0,2}\\w+)|now gives? (?:\\w+ ){0,2}\\w+) (?:until|till)\\b|\\bwill (?:now|instead) (?:run|last|apply|start|begin|end|expire|close|have until)\\b|\\bnew (?:closing|end|start|expiry|target|effective|due) date\\b|\\bis now (?:due )?(?:on )?(?:${MONTH}|\\d{1,2} ${MONTH})|\\b(?:a|an?other|${NUMBER}) ${UNIT} (?:early|(?:earlier|later|sooner) than)\\b`,
  ),
  outcome(
    'moved',
    `(?:n[’']t|\\bnot) (?:now )?(?:take hold|take effect|apply|bite|start|begin|kick in|come into (?:force|effect)) (?:before|until) ${DAY}`,
    'undone',
  ),
  outcome(
    'moved',
    `\\b(?:several|a few|some|${NUMBER}) (?:additional|extra|more|further) ${UNIT}\\b(?! (?:to live|left|to go|remain\\w*)\\b)|\\b(?:additional|extra) time\\b`,
  ),
  outcome(
    'met',
    `\\b${DONE}\\b${near(120)}\\b(?:when (?:it|he|she|they) (?:was|were) supposed to|with ${NUMBER} ${UNIT} in hand|as (?!if\\b|though\\b)(?:\\S+ ){1,6}?had (?:required|demanded|ordered|asked|requested|stipulated)|(?:on|by) (?:the |its )?maturity(?: date)?)\\b`,
  ),
  outcome(
    'met',
    `(?<!\\b(?:to|closer to|bid to|hopes? of|hopeful of|chance of|towards?|aimed at|failed at|without|for) )\\b(?:avert|avoid|dodg|skirt|escap|sidestep|forestall|stav)(?:e?s|ed|ing)\\b(?: off)?${near(50)}\\b(?:strikes?|walkouts?|defaults?|shutdowns?|reprimand|sanctions|penalt(?:y|ies)|fines?|closure|lapse|lockout|stoppage|expulsion|blacklist(?:ing)?)\\b`,
  ),
  outcome(
    'met',
    `\\b(?:targets?|obligations?|quotas?|goals?) (?:is |was |were |are )?(?:hit|reached|surpassed|met|exceeded)\\b|\\b(?:conditions?|requirements?|remedy|remedies|demands?|obligations?|commitments?)\\b${part(30)} (?:is |was |were |are |been )?(?:fulfilled|satisfied)\\b`,
  ),
  outcome(
    'met',
    `\\b(?:handed|delivered|paid|signed|freed|(?<!\\b(?:text|bill|draft|plan|report|figures) (?:was|were) )released|submitted|filed|inspected|checked|repaired|replaced|tested|returned|complied|completed|sealed|struck|settled|cleared|adopted|ratified|surrendered|sends|sent|hands|delivers)\\b${near(120)}\\b(?:ahead of|before|in time for)(?: the| its| his| a| their)? (?:\\S+ ){0,2}${terms.DEADLINE}\\b`,
  ),
  outcome(
    'lifted',
    `\\bindefinitely (?:shelved|suspended|postponed|delayed|paused|on hold)\\b|\\b(?:shelv|suspend|postpon|delay|paus|defer)\\w+ indefinitely\\b|\\bon hold indefinitely\\b`,
  ),
  outcome(
    'lifted',
    `\\b(?:keeps?|kept|stops?|stopped|prevent(?:s|ed)?|block(?:s|ed)|bar(?:s|red))\\b(?: [^\\s.;,]+){1,9}? from (?:taking effect|coming into|going into|starting|expiring|applying|ending|letting|allowing|revoking|terminating|being (?:enforced|applied|imposed))\\b`,
  ),
  outcome(
    'lifted',
    `\\b(?:forget|disregard|never mind)\\b${some(6)} (?:dates?|${terms.DEADLINE})\\b|\\b(?:null(?:,| and) void|no legal effect|falls away)\\b|(?<!\\b(?:who|those|if|whoever|anyone)\\b[^.;]{0,80})\\b(?:will|would|wo|could)(?: not|n[’']t) be (?:held to|enforced)\\b|(?<!\\b(?:who|those|if|whoever|anyone)\\b[^.;]{0,80})\\b(?:will|would|wo)(?: not|n[’']t) be (?:penali[sz]ed|fined|punished) (?:for|over|if|until|before|when) |\\bno longer (?:risk|face|be held)\\b`,
    'undone',
  ),
  outcome(
    'passed',
    `\\b(?:has|have|had) (?:now |just |since )?(?:run out|elapsed)\\b|\\b(?:period|time|window|grace|notice|term)\\b${part(90)} (?:elapsed|elapses|ended|ran out|ran its course)\\b|\\b(?:is|are|was|were|now) (?:now |long )?overdue\\b|\\bgone by without\\b`,
  ),
  outcome(
    'moved',
    `\\b(?:a (?:bit|little|while)|somewhat|much) longer\\b|\\bput(?:s|ting)? back\\b(?! (?:in|on|together|into)\\b)|\\blease of life\\b|\\bagree(?:s|d) to (?:[^.;]{0,60} )?(?:wait|hold off|hold fire) (?:until|till|to) ${DAY}|\\b(?:to|will|would) be (?:cut|shortened|reduced) to\\b`,
  ),
  outcome(
    'lifted',
    `\\b(?:to be|being) (?:scrapped|dropped|axed|ditched|shelved|abandoned)\\b|\\bkills?\\b${some(4)} (?:ban|rules?|law|order|deadline)\\b`,
  ),
  outcome('lifted', `\\b(?:will|would|wo|need)(?: not|n[’']t),? after all\\b`, 'undone'),
];

const likelyIn = siftingOf(OUTCOMES);

/** Only wished for, feared or supposed. */
const SUPPOSED =
  /\b(?:could|(?<!(?:\b(?:by|in|until|of|to|from)|\d) )may(?! \d)|might|would|should|if|unless|whether|wish\w*|wants?|wanted(?! by)|asks?|asked|asking|seeks?|sought|seeking|calls? (?:on|for)|call(?:ed|ing) (?:on|for)|urg(?:es?|ed|ing)|hop(?:es?|ed|ing)(?! (?:fad|dim|dash|die|end|evaporat|recede|sank|sink|vanish))|once|plans? to|planned to|threat(?:en\w*|s? (?:of|to))|vow(?:s|ed)?|pledg(?:es?|ed)|promis(?:es?|ed)|mull\w*|consider\w*|weigh(?:s|ed|ing)?|propos\w*|float(?:s|ed)|debat\w*|discuss\w*|talks? (?:on|of|about|to)|efforts? (?:to|at)|attempts? (?:to|at)|bid to|rac(?:es?|ed|ing) to|about to|likely|demand(?:s|ed|ing)?|warn(?:s|ed|ing)?|fear(?:s|ed)?|plead\w*|lobb\w+|request\w*|prepar\w+|signal(?:s|led)|hint\w*|suggest\w*|pressure to|push(?:es|ed)? (?:to|for)|expected to|press(?:es|ed|ing)|need(?:s|ed)? (?:an?|to)|need(?:s|ed)?(?= ?$)|chance of|prospects? of|signs? of|failure to|refusal to|deserves?|to (?:show|prove|ensure|see|strike|reach|negotiate|find|secure|pass|approve)|poised|petition(?:s|ed|ing)?\b|rush(?:es|ed|ing)? to|scrambl(?:es?|ed|ing) to|beg(?:s|ged|ging)?\b|plea(?:s)? (?:for|to)|offer(?:s|ed)? to|open to|willing(?:ness)? to|(?:option|possibility|prospect|provision|talk) (?:of|for)|in (?:return|exchange) for|resigned to|accus(?:es|ed|ing) (?:\S+ ){1,3}of|(?:upbeat|optimistic|hopeful|pessimistic|cautious) (?:on|about)|(?:bill|legislation|vote|motion|measure|push|ready|heading|moving|closer) (?:\w+ )?to)\b/i;
/** Still to come. */
const AHEAD =
  /\b(?:will|shall|must|can(?:not)?|won[’']t|[’']ll|would|could|might|going to|set to|due to|to be|is to|are to|has to|have to|until|days? to)\b/i;
/** "The levies could be pushed back", "with the pact about to expire": not yet. */
const MERELY =
  /\b(?:could|may|might|should|must) (?:\w+ )?be (?:\w+ )?\w+(?: \w+)?$|\b(?:about|yet) to (?:expire|lapse|end|run out)$/i;
const DENIED =
  /\b(?:not|never|no|nobody|none|cannot|unable to|yet to|fail(?:s|ed|ing)? to|refus\w+|declin(?:es|ed)|rul(?:es|ed|ing) out|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|without|hardly|neither|nor)\b|n[’']t\b/i;

/** Where another clause begins. */
const CLAUSE =
  /\b(?:after|as|while|when|now that|because|but|before|although|though|despite|yet|since|and|who|which)\b|[;:—–]/gi;
const REACH = 110;

/** "Before time is up", "before they agree to prolong it": not yet. */
const STILL_BEFORE = /\bbefore (?:(?!after\b|when\b|because\b|but\b|and\b)[^\s.;:—–]+ ){0,5}$/i;

const BEFORE_THEY = /\bbefore (?:they|it|he|she|we|both(?: sides)?|either(?: side)?|the [a-z]+) $/i;

function isYetToBe(status: Fate, before: string): boolean {
  return (status === 'passed' && STILL_BEFORE.test(before)) || (status === 'moved' && BEFORE_THEY.test(before));
}

function clauseBefore(text: string): string {
  return text.slice(-REACH).split(CLAUSE).at(-1) ?? '';
}

/** What stands of an outcome beside the words before it; null where it only might be. */
function standing({ status, told }: Outcome, text: string, match: RegExpExecArray): DeadlineStatus {
  if (told === 'fact') return status;
  const isUndone = told === 'undone';
  const before = clauseBefore(text.slice(0, match.index));
  const around = before + match[0];
  if (SUPPOSED.test(before) || (!isUndone && MERELY.test(match[0]))) return 'pending';
  const isOver = status === 'passed' || status === 'met';
  if (isYetToBe(status, text.slice(0, match.index))) return 'pending';
  if (isOver && AHEAD.test(isUndone ? before : around)) return 'pending';
  if (isUndone || !DENIED.test(around)) return status;
  return status === 'met' ? 'passed' : 'pending';
}

/** The dots of "5 p.m." end no clause. */
const HALF_OF_DAY = /\b([ap])\.m\./gi;

/** All that a sentence says has come of a term; none where no verb tells. */
export function outcomesIn({ text, held }: Sifted): readonly DeadlineStatus[] {
  const plain = text.replace(HALF_OF_DAY, '$1m');
  return likelyIn(held).flatMap((outcome) => {
    const match = outcome.pattern.exec(plain);
    return match ? [standing(outcome, plain, match)] : [];
  });
}
