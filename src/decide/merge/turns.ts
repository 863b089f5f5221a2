/** Words that say an event took a turn: what is told with one of them is no longer what was told without. */
import type { Headed } from './likeness.ts';
import { voicesOf } from './voices.ts';

const CAPTIVES = '(?:hostage|prisoner|captive|detainee|journalist|activist|soldier|sailor|suspect|pow)s?';
const DATES = '(?:deadline|date|ultimatum|timetable|timeline|term)';

/** English verbs in the forms headlines use; nouns and adjectives alike ("release date", "delayed probe") are none. */
const TURNS: Readonly<Record<string, RegExp>> = {
  extended: /\b(?:extend(?:s|ed)?|prolong(?:s|ed)?|roll(?:s|ed) over|renew(?:s|ed))\b/i,
  postponed:
    /\b(?:postpone[sd]?|put(?:s|ting)? off|pushe[sd] back|delays|delayed (?:until|to|by|again|over|after|as))\b/i,
  moved: new RegExp(
    String.raw`(?<!['’]s )\b(?:cuts?|shorten(?:s|ed|ing)?|reduc(?:es?|ed|ing)|slash(?:es|ed|ing)?|shrinks?|tightens?|moves?|moved|br(?:ings?|ought)|new)\b(?:\W+\w+){0,4}?\W+${DATES}|${DATES} (?:is |was )?(?:moved|cut|shortened|brought forward)\b`,
    'i',
  ),
  freed: new RegExp(
    String.raw`\b(?:frees|freed|set free|walks? free|released (?:from|on bail)|releases? (?:\w+ ){0,3}?${CAPTIVES}|${CAPTIVES} (?:are |is |were |was )?released)\b`,
    'i',
  ),
  held: /\b(?:arrest(?:s|ed)?|detain(?:s|ed))\b/i,
  mourned:
    /^(?!.*\b(?:toll|dead|dies|died|deaths?|kill(?:s|ed)?)\b).*\b(?:mourn(?:s|ing|ed)?|vigils?|funerals?|lay(?:s|ing)? flowers|half-mast)\b/i,
  protested: /\b(?:protests|protesters|rall(?:y|ies) against|demonstrat(?:e|es|ions|ors))\b/i,
  ended:
    /\b(?:withdraws|withdrawn|withdrew|cancel(?:s|led|ed)|scraps|scrapped|lift(?:s|ed)|rescind(?:s|ed)|suspend(?:s|ed))\b/i,
};

function turnsIn(text: string): ReadonlySet<string> {
  return new Set(Object.keys(TURNS).filter((turn) => TURNS[turn]?.test(text)));
}

/** Who answers a turn of events takes none. */
function ownTurns(report: Headed): ReadonlySet<string> {
  return voicesOf(report).answering.size > 0 ? new Set() : turnsIn(report.title);
}

const known = new WeakMap<object, ReadonlySet<string>>();

/** The turns a report's title tells of (`extended`, `postponed`, `moved`, `freed`, `held`, `mourned`, `protested`, `ended`); worked out once. */
export function turnsOf(report: Headed): ReadonlySet<string> {
  const turns = known.get(report) ?? ownTurns(report);
  known.set(report, turns);
  return turns;
}
