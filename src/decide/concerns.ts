/** Whether words about a deadline concern the parties of a storyline: its issuer, and the target that must meet it. */
import type { Reading, StatusMention } from '../domain/deadline.ts';
import type { Item } from '../domain/item.ts';
import type { Storyline } from '../domain/storyline.ts';
import { actOf } from './deadline/acts.ts';
import { cueKind } from './deadline/kinds.ts';
import type { DeadlineReport } from './deadline/lifecycle.ts';
import { sentenceAt } from './deadline/sentences.ts';
import type { CompiledQuery } from './match/compile.ts';
import { judge } from './match/judge.ts';
import type { Parties, Rules } from './rules.ts';

type Concerns = Pick<DeadlineReport, 'namesParties' | 'linksParties'>;

const NOBODY: Concerns = { namesParties: () => false, linksParties: () => false };

const isIn = (query: CompiledQuery, title: string, lede = '') => judge(query, { title, lede }).matched;

/** Whoever met a deadline is named before the words that say so. */
const MET = /\b(?:met|meets|complied|beats?|completed|hammered out|struck|reached|handed|signed|finished|evacuated)\b/i;

/** "Putin gives Ukraine until Friday" and "Hungary has until Friday" are deadlines of others, whoever else is named. */
function isOfOthers({ issuer, target, cue }: Reading, parties: Parties): boolean {
  const kind = cueKind(cue);
  if (kind !== 'ultimatum' && kind !== 'order') return false;
  if (issuer !== null && !isIn(parties.issuer, issuer)) return true;
  if (target === null || actOf(target) !== null) return false;
  return !isIn(parties.target, target) && !isIn(parties.issuer, target);
}

function concerns(item: Item, parties: Parties, said: Reading | StatusMention): boolean {
  if (!isIn(parties.issuer, item.title, item.lede)) return false;
  const sentence = sentenceAt(`${item.title}\n${item.lede}`, said.span[0]);
  if (!('about' in said)) return isIn(parties.target, item.title, sentence) && !isOfOthers(said, parties);
  if (said.change === 'met') return isIn(parties.target, sentence.split(MET)[0] ?? '');
  return isIn(parties.target, item.title, said.about === 'demand' ? item.lede : sentence);
}

/**
 * The title or the sentence itself must name the target: what else a lede tells may be another story. Words about the
 * demand behind a deadline sum a whole report up.
 */
export function concernsOf(rules: Rules, storyline: Storyline, item: Item): Concerns {
  const parties = rules.parties.get(storyline.slug);
  if (!parties) return NOBODY;
  return {
    namesParties: (words) => concerns(item, parties, words),
    linksParties: ({ issuer, target }) =>
      (issuer !== null && isIn(parties.issuer, issuer)) || (target !== null && isIn(parties.target, target)),
  };
}
