/** The cues of a language, out of its classes of words: the same turns of phrase in all of them. */
import { type Cue, cue } from '../cue.ts';
import { pattern, sign } from './patterns.ts';
import type { Classes } from './words.ts';

const POINT = '⟦[ptzfg](?<when>\\w)⟧';
const COUNT = '⟦[nfg](?<when>\\w)⟧';
const EITHER = '⟦[ptzfgn](?<when>\\w)⟧';
const ADJECTIVE = '⟦a(?<when>\\w)⟧';
/** The same in a second turn of phrase. */
const then = (mark: string) => mark.replace('<when>', '<then>');
const gap = (most: number) => `[^⟦;]{0,${most}}?`;

type Draft = Omit<Parameters<typeof cue>[0], 'pattern'>;

/** Two ways round: the verb before the day or behind it. */
function around(verbs: string, lead: string, mark: string): string {
  return `\\b(?:${verbs})\\b${gap(80)} ${lead}${mark}|${lead}${then(mark)}${gap(80)}\\b(?:${verbs})\\b`;
}

/** Every cue of the language, in order of precedence. */
export function cuesOf(classes: Classes): readonly Cue[] {
  const { term, until, latest, by, within, from, on, to, pause } = classes;
  const lead = `(?:(?:${classes.lead}),? ){0,4}`;
  const after = (words: string) => `(?<!\\w)(?:${words}) ${lead}`;
  const except = sign(`\\b(?:${classes.except})\\b`);
  const needs = (...words: readonly string[]) => sign(`\\b(?:${words.join('|')})\\b`);
  const make = ({ words, ...draft }: Draft): Cue => cue({ except, ...draft, words, pattern: pattern(words) });
  return [
    make({
      name: 'tongue_shortened',
      kind: 'ultimatum',
      trust: 'strong',
      change: 'brought_forward',
      words: `${after(`${to}|${on}`)}${EITHER}`,
      needs: new RegExp(`(?=.*${needs(classes.shortens).source})(?=.*${needs(term, pause).source})`),
    }),
    make({
      name: 'tongue_moved',
      kind: 'moved',
      trust: 'medium',
      change: 'extended',
      words: `${after(`${until}|${to}`)}${POINT}`,
      needs: needs(classes.extends),
    }),
    make({
      name: 'tongue_moved_by',
      kind: 'moved',
      trust: 'review',
      change: 'extended',
      words: around(classes.extends, `(?:\\w{1,4} )?${lead}`, COUNT),
    }),
    make({
      name: 'tongue_expired',
      kind: 'expiry',
      trust: 'strong',
      direction: 'back',
      words: around(classes.ended, lead, POINT),
    }),
    make({
      name: 'tongue_latest',
      except: null,
      kind: 'order',
      trust: 'strong',
      words: `\\b(?:${latest})[ :]${lead}${EITHER}`,
    }),
    make({
      name: 'tongue_expires',
      kind: 'expiry',
      trust: 'strong',
      words: around(classes.ends, lead, EITHER),
      needs: needs(classes.bound, term, pause),
    }),
    make({
      name: 'tongue_deadline',
      except: null,
      kind: 'ultimatum',
      trust: 'strong',
      words: `\\b(?:${term})\\b${gap(70)}[ :(—–-]${lead}${POINT}|${lead}${then(POINT)}${gap(30)}\\b(?:${term})\\b`,
    }),
    make({
      name: 'tongue_effect',
      kind: 'effective',
      trust: 'strong',
      words: `\\b(?:${classes.begins})\\b${gap(60)} (?:(?:${from}|${on}) )?${lead}${POINT}|(?<!\\w)(?:${from}|${on}) ${lead}${then(POINT)}${gap(80)}\\b(?:${classes.begins})\\b`,
    }),
    make({
      name: 'tongue_has_until',
      except: null,
      kind: 'order',
      trust: 'strong',
      words: `\\b(?:${classes.grant})\\b${gap(60)} (?:${until})[ ]?${lead}${POINT}`,
    }),
    make({
      name: 'tongue_until',
      kind: 'expiry',
      trust: 'medium',
      words: `(?<!\\w)(?:${until})[ ]?${lead}${POINT}`,
      needs: needs(classes.bound),
    }),
    make({
      name: 'tongue_by',
      kind: 'order',
      trust: 'medium',
      words: `(?<!\\w)(?:${by}) ${lead}${POINT}`,
      needs: needs(classes.bound),
    }),
    make({
      name: 'tongue_from',
      kind: 'effective',
      trust: 'medium',
      words: `(?<!\\w)(?:${from}) ${lead}${POINT}`,
      needs: needs(classes.begins, classes.bound),
    }),
    make({
      name: 'tongue_has_count',
      kind: 'order',
      trust: 'review',
      words: `\\b(?:${classes.grant})\\b${gap(60)} ${lead}${COUNT}`,
      needs: needs(classes.bound, term),
    }),
    make({
      name: 'tongue_within',
      kind: 'order',
      trust: 'review',
      words: `(?<!\\w)(?:${within}) ${lead}${COUNT}`,
      needs: needs(classes.bound),
    }),
    make({
      name: 'tongue_deadline_count',
      kind: 'ultimatum',
      trust: 'review',
      words: `\\b(?:${term}|${pause})\\b${gap(40)} ${lead}${COUNT}`,
    }),
    make({
      name: 'tongue_term',
      kind: 'truce',
      trust: 'review',
      words: `${ADJECTIVE}(?: [^\\s⟦;]+){0,2} (?:${pause})(?!\\w)`,
    }),
  ];
}
