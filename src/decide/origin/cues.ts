/**
 * Words around an outlet's name that say what it is named for. `before` ends where the name begins, `after` begins
 * where it ends; English, German, French, Russian and Ukrainian as newsrooms write them.
 */

/** Matches whole words of any script; `\b` knows only Latin ones. */
function words(pattern: string): string {
  return String.raw`(?<!\p{L})(?:${pattern})`;
}

/** `the state news agency `, `der Nachrichtenagentur `, `агентству `: what may stand between a cue and the name. */
const KIND =
  '(?:agency|outlet|newspaper|broadcaster|network|website|magazine|daily|paper|channel|site|Nachrichtenagentur|Agentur|Zeitung|Sender|Magazin|agence(?: de presse)?|quotidien|journal|chaîne|(?:информ)?агентств\\p{L}*|інформагентств\\p{L}*|издани\\p{L}*|видання\\p{L}*|виданню|газет\\p{L}*|(?:теле)?канал\\p{L}*|корреспондент\\p{L}*|кореспондент\\p{L}*)';
const ARTICLE = "(?:the |a |an |der |die |das |dem |den |des |von |le |la |les |l['’])?";
const LEAD = String.raw`\s+${ARTICLE}(?:(?:[\p{L}.'’-]+ ){0,3}${KIND} )?["“«„‘']?$`;

function before(pattern: string): RegExp {
  return new RegExp(words(pattern) + LEAD, 'iu');
}

const QUOTED_BEFORE: readonly RegExp[] = [
  before(
    '(?:according|speaking|spoke|speaks)(?: exclusively)? (?:to|with)|(?:reported|published|revealed|quoted|cited|obtained|seen|reviewed|interviewed)(?: exclusively)? by|as reported in|cit(?:es|ed|ing)|quot(?:es|ed|ing)|per|told|tells|telling|interview(?: published)? (?:with|to|in|on|for|by)|report(?:s|ing)? (?:in|from|by)',
  ),
  before(
    'laut|berichte(?:t|te|ten)|melde(?:t|te|ten)|zitiert|unter Berufung auf|nach (?:Angaben|Informationen)|sagte(?: er| sie)?|gegenüber|im (?:Interview|Gespräch) mit',
  ),
  before(
    "selon|d['’]après|rapport(?:e|ait|é par)|révèle|indique|citant|cité(?:e|s|es)? par|(?:déclaré|dit|indiqué|confié|affirmé|expliqué|assuré)(?: \\p{L}+){0,3} à",
  ),
  before(
    'сообщ(?:ает|ают|или|ила|ил|ило)|передает|передаёт|передают|передал[аио]?|пиш[еу]т|написал[аи]?|со ссылкой на|по (?:данным|информации|сведениям)|рассказал[аи]?|заявил[аи]?|уточнил[аи]?|в (?:интервью|беседе с|разговоре с)|цитиру[ею]т|информиру[ею]т',
  ),
  before(
    "повідомля(?:є|ють)|повідомил[аио]|повідомив|переда(?:є|ють)|пиш(?:е|уть)|з посиланням на|із посиланням на|за (?:даними|інформацією)|розпов(?:ів|іла|іли)|заяви(?:в|ла|ли)|в інтерв['’ʼ]ю|цитує|інформує",
  ),
  new RegExp(String.raw`${words('source|sources|Quelle|источник|джерело')}\s*[:—–-]\s*["“«„]?$`, 'iu'),
];

const CLOSED = '["”»’“]?';
const QUOTED_AFTER: readonly RegExp[] = [
  new RegExp(
    String.raw`^${CLOSED},?(?: news agency| newspaper| magazine)? (?:(?:first|also|has|had|exclusively|previously|earlier|later|on \p{L}+day|this week) ){0,2}(?:report(?:s|ed|ing)|revealed|reveals|wrote|writes|quoted|cited|quotes|cites|learned)(?!\p{L})(?! from(?!\p{L}))`,
    'u',
  ),
  new RegExp(String.raw`^${CLOSED} (?:berichte(?:t|te|ten)|melde(?:t|te|ten)|schreibt|schrieb|zufolge)(?!\p{L})`, 'u'),
  new RegExp(String.raw`^${CLOSED} (?:rapporte|a rapporté|révèle|a révélé|écrit)(?!\p{L})`, 'u'),
  new RegExp(
    String.raw`^${CLOSED} (?:сообща[ею]т|сообщил[аио]?|пиш[еу]т|написал[аи]?|переда[её]т|узнал[аио]?|повідомля(?:є|ють)|переда(?:є|ють)|дізна(?:лися|вся|лась))(?!\p{L})`,
    'u',
  ),
];

/** `…," Reuters said`: behind a quotation or a clause. What "the BBC said it will" do is its own act. */
const CLAUSE_BEFORE = /[,”"»]\s*(?:the )?$/u;
const SAID_AFTER = /^,? (?:said|says)(?!\p{L})(?! (?:that )?(?:it|its|he|she|they|there)(?!\p{L}))/u;

/** "Kremlin denies Reuters reports": a noun, and nobody tells it after Reuters. */
const DENIED = new RegExp(
  String.raw`${words('den(?:y|ies|ied)|rejects?|rejected|dismiss(?:es|ed)?|former|ex')}[\s-](?:\p{L}+ )?$`,
  'iu',
);

/** Pictures, polls and people of an outlet are not its reports. */
const OTHER_WORK =
  /^['’]?s?\s*(?:Photos?|Images|Pictures|photographer|board|boss(?:es)?|chief|CEO|owners?|staff|employees|executives?|headquarters|offices?|lawyers?)(?!\p{L})|^\/(?!\s*\p{Ll}|[A-Z]{2,}\/|\.|\s|$)/u;

export interface Around {
  readonly before: string;
  readonly after: string;
}

/** Whether the words name the outlet as the one who said first what they tell. */
export function isQuoted({ before: ahead, after }: Around): boolean {
  if (OTHER_WORK.test(after)) return false;
  if (QUOTED_BEFORE.some((cue) => cue.test(ahead))) return true;
  if (DENIED.test(ahead)) return false;
  if (CLAUSE_BEFORE.test(ahead) && SAID_AFTER.test(after)) return true;
  return QUOTED_AFTER.some((cue) => cue.test(after));
}

/** `Axios: …` and `… – Reuters`, as headlines name whom they follow. */
export function headsTitle({ before: ahead, after }: Around): boolean {
  if (/^\s*["“«„]?$/u.test(ahead) && /^["”»]?\s?: /u.test(after)) return true;
  return /\s[-–—|]\s?["“«„]?$/u.test(ahead) && /^["”»]?\s*$/u.test(after);
}

/** `(Reuters) -`, `(dpa)`, `(AFP/dpa) –`: behind a place and a date, or behind the last sentence. */
const IN_BRACKETS = /\((?:(?:with|via|mit|avec|source:|[\p{L}. ]{2,24}[/,&])\s*)?$/iu;
const BRACKETS_END = /^(?:\s*[/,&]\s*[\p{L}. ]{2,24}){0,2}\)/u;
const DATELINE_END = /^[^)]*\)\s*(?:[-–—:]|\.\s*[-–—])/u;
const SENTENCE_END = /[.!?…"”»]\s*\([^(]*$/u;
const TEXT_END = /^[^)]*\)[\s.]*$/u;

function isInBrackets({ before: ahead, after }: Around, isNearStart: boolean): boolean {
  if (!IN_BRACKETS.test(ahead) || !BRACKETS_END.test(after)) return false;
  return (isNearStart && DATELINE_END.test(after)) || (SENTENCE_END.test(ahead) && TEXT_END.test(after));
}

const CREDITED_BEFORE = before(
  '(?:additional|further|with) reporting (?:by|from)|with (?:files|information|material|inputs?) (?:by|from)|courtesy of|republished from|(?:originally|first) (?:published|appeared) (?:by|in|on|at)|syndicated (?:by|from)|mit Material (?:von|der)|avec des informations (?:de|d)|(?:по|за) м[аa]т[еi]р[иiі]алам[иі]?',
);
const CONTRIBUTED_AFTER = /^(?:(?:,| and| &) [\p{L} ]{2,30})? (?:contributed|staff contributed)(?!\p{L})/u;
const COPYRIGHT = /(?:©|\(c\)|copyright)\s*(?:\d{4}\s*)?(?:the )?$/iu;
/** `Le Monde avec AFP`, `— AFP`, `jk/dpa`, behind everything else. */
const LAST_BEFORE =
  /(?:^|[.,;(|]\s*|[.!?]\s+(?:\p{Lu}\p{L}+ ){1,3})(?:with|mit|avec)\s$|(?:^|\s)(?:[-–—]{1,2}\s?|\p{Ll}{2,4}\/)$/u;

/** Whether the words credit the text itself to the outlet. `isLast`: the name may be the last word of the text. */
export function isCredited(around: Around, isNearStart: boolean, isLast: boolean): boolean {
  const { before: ahead, after } = around;
  if (OTHER_WORK.test(after)) return false;
  if (/(?:^|[\s.])\/$/u.test(ahead) && after.startsWith('/')) return true;
  if (isInBrackets(around, isNearStart)) return true;
  if (CREDITED_BEFORE.test(ahead) || CONTRIBUTED_AFTER.test(after) || COPYRIGHT.test(ahead)) return true;
  return isLast && LAST_BEFORE.test(ahead) && /^[\s.)]*$/u.test(after);
}

/** Most texts speak of no agencies at all. */
const SPEAKS_OF_AGENCIES = /agenc|agentur|агентств/iu;
const UNNAMED = new RegExp(
  [
    String.raw`\((?:with |and |mit |avec )?(?:news |wire )?(?:agencies|Agenturen|agences)\)`,
    String.raw`/\s?(?:agencies|Agenturen|agences)(?!\p{L})`,
    String.raw`(?<!\p{L})(?:staff|reporters?|correspondents?|writers?) (?:and|with) (?:news |wire )?agencies(?!\p{L})`,
    String.raw`(?<!\p{L})(?:with|via) (?:news |wire )?agencies[\s.)]*$`,
    String.raw`(?<!\p{L})mit Agentur(?:en|material)[\s.)]*$`,
    String.raw`(?<!\p{L})avec (?:les )?agences[\s.)]*$`,
    String.raw`(?<!\p{L})(?:по материалам|за матеріалами) (?:информ|інформ)?агентств[\s.)]*$`,
  ].join('|'),
  'iu',
);

/** Whether the text is credited to agencies it does not name. */
export function creditsAgencies(text: string): boolean {
  return SPEAKS_OF_AGENCIES.test(text) && UNNAMED.test(text);
}
