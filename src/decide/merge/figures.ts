/**
 * Numbers of the dead, the injured and the missing in a report's title, or in its opening where the title gives none.
 * Totals of a whole war or year are told beside the event, and are no count of it.
 */
import { COUNTED, type Counted, type Figure } from '../../domain/figure.ts';
import { sentencesOf } from '../deadline/sentences.ts';
import type { Headed } from './likeness.ts';

const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );

/** Digits with or without separators of thousands, or a small number in words; no day of a month, age or share. */
const NUMBER = String.raw`(?<![\d.,$€£-])(\d{1,3}(?:[, ]\d{3})+|\d{1,5}|${SMALL.join('|')})(?![\d%:]|-year|-day|\s?(?:st|nd|rd|th)\b|\s+(?:January|February|March|April|May|June|July|August|September|October|November|December|years?|days?|hours?|percent)\b)`;
const ABOUT = String.raw`(?:(?:at least|more than|over|nearly|almost|about|some|up to|as many as|another|не менее|не менше|по меньшей мере|щонайменше|mindestens|au moins)\s+)?`;
const PEOPLE = String.raw`(?:\s+(?:more\s+)?(?:people|civilians|residents|others|children|men|women|persons|человек|людей|людини|Menschen|personnes))?`;

/** Words before the number, and words behind it. */
const WORDS: Readonly<Record<Counted, { readonly before: string; readonly behind: string }>> = {
  dead: {
    before: String.raw`(?:kill(?:s|ed|ing)|death toll[^.;]{0,40}?\b(?:to|at|of|hits|reaches|stands at)|toll[^.;]{0,30}?\b(?:to|at|hits|reaches)|claims|погибл[ои]|погибших[^.;]{0,30}?\sдо|загинул[ои]|загиблих[^.;]{0,30}?\sдо|tötet|tué)`,
    behind:
      '(?:(?:are |were |have been |was |confirmed )?(?:killed|dead|die|died|deaths|fatalities|lives)|погиб(?:ли|ших)?|загин(?:ули|ув)|загиблих|Tote|morts)',
  },
  injured: {
    before: '(?:(?:injur|wound)(?:es|s|ed|ing)|hurts?|hurting|ранены|поранен[оі]|verletzt|blessé)',
    behind:
      '(?:(?:are |were |have been )?(?:injured|wounded|hurt)|ранен(?:ы|ых|о)?|поранен(?:і|их|о)?|Verletzte|blessés)',
  },
  missing: {
    before: '(?:missing:)',
    behind: '(?:(?:are |were )?(?:still )?(?:missing|unaccounted for)|пропал(?:и|о) без вести|зникл[ио])',
  },
};

const PATTERNS = COUNTED.map((of) => {
  const { before, behind } = WORDS[of];
  const pattern = String.raw`(?<![\p{L}])${before}\s+${ABOUT}${NUMBER}|${NUMBER}${PEOPLE}\s+${behind}(?![\p{L}])`;
  return [of, new RegExp(pattern, 'giu')] as const;
});

/** Without one of these no pattern can hold: most texts are done with it. */
const HINT =
  /kill|dead|die[ds]?\b|death|fatal|lives|toll|injur|wound|hurt|missing|unaccounted|погиб|загиб|загин|ранен|пропал|зник|Tote|töte|verletz|tué|morts|bless/iu;

/** Of a whole war, or of a span of time. */
const TOTAL =
  /\b(?:since|war|invasion|so far this year|this year|in total|every (?:day|month|year))\b|с начала|від початку/iu;

function countOf(written: string): number {
  const word = SMALL.indexOf(written.toLowerCase());
  return word >= 0 ? word + 1 : Number(written.replace(/[, ]/g, ''));
}

function countsIn(text: string): readonly Figure[] {
  if (!HINT.test(text)) return [];
  return PATTERNS.flatMap(([of, pattern]) =>
    [...text.matchAll(pattern)].map(([, before, behind]) => ({ of, value: countOf(before ?? behind ?? '') })),
  );
}

/** The highest of each kind. */
function highest(found: readonly Figure[]): readonly Figure[] {
  return COUNTED.flatMap((of) => {
    const values = found.filter((figure) => figure.of === of).map(({ value }) => value);
    return values.length === 0 ? [] : [{ of, value: Math.max(...values) }];
  });
}

/** What a report counts, at most one number of each kind. */
export function figuresIn({ title, lede }: Headed): readonly Figure[] {
  const own = TOTAL.test(title) ? [] : countsIn(title);
  const told = sentencesOf(lede).map(({ text }) => text);
  const beside = told
    .filter((text) => !TOTAL.test(text))
    .flatMap(countsIn)
    .filter(({ of }) => !own.some((figure) => figure.of === of));
  return highest([...own, ...beside]);
}
