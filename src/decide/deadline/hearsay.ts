/** Words that make a text somebody's guess, wish or view: good enough to confirm a deadline, never to set or move one. */
import type { Sentence } from './sentences.ts';

/** A genre that its own headline names. */
const GENRE =
  /^\W*(?:opinion|analysis|comment(?:ary)?|editorial|op-?ed|column|essay|explainer|explained|fact[- ]check|podcast|letters?|quiz|satire|cartoon|review|live q&a)\b\s*[:|–—-]/i;

/** Nobody stands behind it with a name, or the outlet does its own sums. */
const HEARSAY =
  /\b(?:says?|said|claims?|according to) (?:(?:a|an|one|the|some|anonymous|unnamed|unidentified) )*(?:insider|source|blogger|telegram channel)s?\b|\b(?:insider|source|blogger|telegram channel)s? (?:says?|said|claim(?:s|ed)?|told)\b|\bunconfirmed\b|\brumou?r\w*|\bspeculat\w*|\ballegedly\b|\bby (?:our|my) count\b|(?<!\b(?:because|since) (?:\w+ ){0,2})\b(?:critics?|analysts?|experts?|observers?|commentators?|pundits?|skeptics?|sceptics?|traders?|bookmakers?|bettors?) (?:say|said|argue|believe|think|fear|expect|predict|bet|warn)\w*/i;

/** It might be so, or would be if something else were. */
const SUPPOSED =
  /\b(?:could|may|might) (?:\w+ )?(?:fall (?:on|as)|set|move|bring forward|extend|shorten|be (?:set|moved|brought forward|extended|shortened|dropped|on|as))\b|\b(?:should|ought to) (?:\w+ )?(?:set|give|gave|demand|impose|extend|shorten|move|drop|withdraw|scrap)\b|\b(?:urges?d?|calls? on|called on|asks?|asked|begs?|begged|wants?|wanted) [^.;]{1,40}\bto (?:set|give|move|extend|shorten|bring|drop|withdraw|scrap)\b|\?["”’']?$|\b(?:denie[sd]|den(?:y|ying)|rul(?:es|ed|ing) out|no plans? to|not (?:going to|planning to|considering)|false(?:ly)?|fake|hoax|debunk\w*) [^.;]{0,60}\b(?:deadline|ultimatum|extension|report)/i;

/** Whether a headline says that what follows is a view. */
export function isView(title: string): boolean {
  return GENRE.test(title);
}

/** Whether a sentence only supposes what it says. */
export function isSupposed(sentence: Sentence): boolean {
  return HEARSAY.test(sentence.text) || SUPPOSED.test(sentence.text);
}
