/** The field's own words, as fragments for case-insensitive patterns. */

/** What a deadline is called. */
export const DEADLINE =
  '(?:deadline|ultimatum|cut-?off(?: date)?|due date|expir(?:y|ation) date|termination da(?:y|te)|target date|closing date|drop-dead date|X-date|(?:funding|fiscal|spending|budget|debt|financial) cliff|time limit|timeline|timetable)';

/** What stops fighting, or a measure, for a while. */
export const PAUSE =
  '(?:truce|cease-?fire|cessation of hostilities|pause|moratorium|reprieve|armistice|lull|halt in fighting|humanitarian corridor)';

/** Makes it sooner. */
export const SHORTEN =
  '(?:cut(?:s|ting)?(?![- ]offs?\\b)|shorten(?:s|ed|ing)?|reduc(?:e|es|ed|ing)|trim(?:s|med|ming)?|slash(?:es|ed|ing)?|tighten(?:s|ed|ing)?|br(?:ings?|inging|ought)(?: [^\\s⟦]+){0,6}? forward|mov(?:e|es|ed|ing)(?: it)? (?:up|forward)|accelerat(?:e|es|ed|ing))';

/** Makes it later, and means nothing else. */
export const EXTEND =
  '(?:extend(?:s|ed|ing)?|extension|prolong(?:s|ed|ing)?|postpon(?:e|es|ed|ing)|push(?:es|ed|ing)? back|lengthen(?:s|ed|ing)?|delay(?:s|ed|ing)?|defer(?:s|red|ring)?)';

/** Regulators of medicines decide in their own time. */
export const MEDICINE =
  '\\b(?:drugs?|drugmakers?|pills?|vaccines?|therap(?:y|ies)|FDA|Food and Drug Administration)\\b';

/** Nobody is bound by what is only proposed. */
export const PROPOSED = '\\b(?:proposals?|proposed|drafts?|consult(?:s|ation)?|yet to be debated)\\b';

/** Hardly anybody did it. */
export const SCARCELY = '(?<!\\b(?:barely|hardly|only|few|fewer|none|nobody|half)\\b[^.;]{0,40})';

/** Airlines stop flying, and carriers their routes, of themselves. */
export const FLIGHTS = '\\bsuspen\\w+ (?:of )?(?:[\\w-]+ ){0,4}(?:flights|routes?|services?)\\b';
