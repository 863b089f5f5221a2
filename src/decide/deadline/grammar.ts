/** How a date hangs in its sentence: the preposition that governs it, the clause it stands in, and where its verb looks. */
import { PROSPECT, RETROSPECT } from './classes.ts';
import { matchesIn } from './matches.ts';

export type Governor =
  | 'until'
  | 'by'
  | 'within'
  | 'from'
  | 'on'
  | 'bare'
  | 'have'
  | 'subject'
  | 'to'
  | 'after'
  | 'other';
export type Look = 'ahead' | 'back' | 'nowhere';

export interface Attachment {
  readonly governor: Governor;
  /** The clause with the date, the mark left out. */
  readonly before: string;
  readonly after: string;
  readonly look: Look;
}

const GOVERNORS: readonly (readonly [Governor, RegExp])[] = [
  [
    'until',
    /\b(?:until|untill|till|’til|through|thru|up to(?: and including)?|as late as|(?:not|n[’']t|nor|no) (?:[a-z]+ )?(?:beyond|past|after)) $/i,
  ],
  ['by', /\b(?:by|(?:no|not) later than|on or before|before|prior to|ahead of) $/i],
  ['within', /\b(?:within|inside|in (?:under|less than)) $/i],
  ['from', /\b(?:from|as of|as from|starting|beginning|effective|with effect from|come|on or after) $/i],
  ['to', /\bto $/i],
  ['after', /\b(?:after|beyond|past|following) $/i],
  ['on', /\b(?:on|at) $/i],
  [
    'have',
    /\b(?:has|have|had|gets?|got|giv(?:es?|en|ing)|gave|hand(?:s|ed)|grant(?:s|ed)|allow(?:s|ed)|leaves?|left|wins?|won)(?: (?:now|only|just|up|exactly|it|him|her|them|[A-Z]\S+))* $/,
  ],
  [
    'bare',
    /\b(?:expires?|lapses?|ends?|closes?|shuts?|stops?|dies?|sunsets?|terminates?|finish(?:es)?|lifts?|runs? (?:out|dry)|winds? (?:up|down)|falls? away|begins?|starts?|effect|force|live|in|kicks? in|bites?|lands?|hits?|returns?|resumes?|strikes?|due|over|up|out)(?: (?:for|in|across|between|against|with)(?: [^\s⟦,;]+){1,4})? $/i,
  ],
];

const SMALL =
  /(?:\b(?:at(?= least| the)|least|the|of|about|around|just|only|early|late|noon|dawn|nightfall|dusk|sunset|a further|another|on(?= (?:noon|the))|the end of|late|at) |, )+$/i;

/** Where another clause begins. */
const BREAK = /[;.!?—–]\s|\b(?:but|while|although|whereas|because|when|as (?=[a-z]+ (?!of\b))) /gi;
const BREAK_AFTER = /[;.!?—–]\s|\b(?:but|while|although|whereas|because|when|after) |⟦/i;
const REACH = [130, 90] as const;

function lastClause(text: string): string {
  const near = text.slice(-REACH[0]);
  const last = matchesIn(near, BREAK).at(-1);
  return last ? near.slice(last.index + last[0].length) : near;
}

/** "Friday is the day the truce ends": the date itself is what is spoken of. */
const SUBJECT = /^(?::| (?:is|will be|would be|marks|spells|brings)\b)/;

/** What a preposition or a verb governs stands this near. */
const GOVERNED = 80;

/** The last words of `text`: a pattern of its end would be tried from its beginning. */
function endOf(text: string): string {
  if (text.length <= GOVERNED) return text;
  return text.slice(text.indexOf(' ', text.length - GOVERNED));
}

function governorOf(before: string, after: string): Governor {
  if (/(?:^|[.:;“"] )$/.test(before) && SUBJECT.test(after)) return 'subject';
  const near = endOf(before);
  for (const text of [near, near.replace(SMALL, '')]) {
    const known = GOVERNORS.find(([, pattern]) => pattern.test(text));
    if (known) return known[0];
  }
  return 'other';
}

function lookOf(before: string): Look {
  const ahead = matchesIn(before, PROSPECT).at(-1);
  const back = matchesIn(before, RETROSPECT).at(-1);
  const end = (match: RegExpExecArray | undefined) => (match ? match.index + match[0].length : -1);
  if (!ahead && !back) return 'nowhere';
  return end(ahead) >= end(back) ? 'ahead' : 'back';
}

/** "Just before 9 p.m.", "the night before Friday", "came into force on Monday": when something was, not when it must be. */
const NO_LIMIT =
  /\b(?:just|shortly|hours?|minutes|days?|weeks?|months?|night|moments|evening|long|even) (?:before|after|ahead of|prior to) $|\b(?:came|took|went|kicked|entered)(?: back)? (?:in|effect|force|into force|into effect|live)(?: on| from| starting)? $|\b(?:will|would|could|may|might|they|[’'](?:ll|d)) (?:only |now )?(?:have|get) $/i;
/** "Jan. 6 rioters", "Friday's vote", "ten days after", "Trump on Monday doubled": the date is part of something else. */
const PART =
  /^(?:['’]|-| been\b| (?:(?!(?:as|is|was|has|its|his|this|unless|says|hours|sources|plus|thus|always|perhaps)\b)[a-z]{4,}s(?= (?:to|of|who|were|are|have|since|in)\b)|later|ago|away|earlier|after|before|since|old|(?:doubled|shot|said|killed|signed|announced|called|accused|[a-z]+ly [a-z]+ed|[a-z]{3,}ed)(?! (?:by|to) ))\b| (?!(?:The|An?|It|He|She|They|This|That|Its|His|Her|Their|Some|Many|Most|Or|To|And|If|In|As|At|On|By|For|But|Amid|With|After|Before|Over|Unless|Says?|Local|Eastern)\b)[A-Z][a-z]+)/;

/** What a count can stand behind; points stand behind all of them. */
export const COUNTED: ReadonlySet<Governor> = new Set<Governor>(['within', 'have', 'subject']);

/** Whether the date stands where no term can. */
export function isElsewhere(before: string, after: string): boolean {
  return NO_LIMIT.test(endOf(before)) || PART.test(after);
}

/** How the mark from `at` to `end` hangs in its marked sentence. */
export function attachmentOf(marked: string, at: number, end: number): Attachment {
  const all = marked.slice(0, at);
  const before = lastClause(all);
  const rest = marked.slice(end, end + REACH[1]);
  const stop = rest.search(BREAK_AFTER);
  return {
    governor: governorOf(all, rest),
    before,
    after: stop < 0 ? rest : rest.slice(0, stop),
    look: lookOf(before.trim() === '' ? rest : before),
  };
}
