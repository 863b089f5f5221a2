/** What items are labelled with beside what was found in them -> how right that is. */

function named(kind, storyline, { id, title }) {
  return `${kind}: ${storyline}, ${id} ${title}`;
}

/** One storyline: how many items it found rightly, and by name those it found wrongly or missed. */
export function scoreOf(storyline, items) {
  const isLabelled = ({ labels }) => labels.includes(storyline);
  const isFound = ({ found }) => found.includes(storyline);
  const right = items.filter((item) => isFound(item) && isLabelled(item)).length;
  const wrong = items.filter((item) => isFound(item) && !isLabelled(item));
  const missed = items.filter((item) => !isFound(item) && isLabelled(item));
  return {
    right,
    wrong: wrong.map((item) => named('wrong', storyline, item)),
    missed: missed.map((item) => named('missed', storyline, item)),
  };
}

/** All storylines as one: every decision counts alike. */
export function sumOf(scores) {
  return {
    right: scores.reduce((sum, { right }) => sum + right, 0),
    wrong: scores.flatMap(({ wrong }) => wrong),
    missed: scores.flatMap(({ missed }) => missed),
  };
}

/** The share of what was found that is right; 1 when nothing was. */
export function precisionOf({ right, wrong }) {
  return right + wrong.length === 0 ? 1 : right / (right + wrong.length);
}

/** The share of what should be found that was; 1 when nothing should. */
export function recallOf({ right, missed }) {
  return right + missed.length === 0 ? 1 : right / (right + missed.length);
}
