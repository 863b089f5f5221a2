/** The picture of a backtest: what a storyline hit over time and, below it, the deadlines that were read out of it. */
import { isReadable } from '../../cards/escape.ts';
import { words } from '../../cards/words.ts';
import { type Bar, barsOf, drawBars } from './bars.ts';
import { drawChains, drawnOf, versionText } from './chains.ts';
import { barStart, spanText } from './dates.ts';
import { type Block, drawHead, paper } from './head.ts';
import type { HitsPlot } from './hitsPlot.ts';
import { drawLegend } from './legend.ts';
import { element, openPage, type Page, rootOf, textAt } from './page.ts';
import { COLOURS, MARGIN, WIDTH } from './style.ts';
import { harmless } from './text.ts';
import { type TimeAxis, timeAxisOf } from './time.ts';

/** The same plot with texts that can do no harm. */
function tidied(plot: HitsPlot): HitsPlot {
  const title = harmless(plot.title);
  const { compared } = plot;
  return {
    ...plot,
    title: isReadable(title) ? title : words.plot.untitled,
    subtitle: plot.subtitle === null ? null : harmless(plot.subtitle),
    compared: compared && { ...compared, name: harmless(compared.name) },
    deadlines: plot.deadlines.map((deadline) => ({ ...deadline, name: harmless(deadline.name) })),
  };
}

function mostText(bars: readonly Bar[], axis: TimeAxis): readonly string[] {
  const countOf = ({ posted, matched }: Bar) => posted + matched;
  const busiest = bars.reduce<Bar | null>((most, bar) => (most && countOf(most) >= countOf(bar) ? most : bar), null);
  if (!busiest || countOf(busiest) === 0) return [];
  return [words.plot.most(countOf(busiest), words.plot.units[axis.unit], barStart(busiest.start, axis))];
}

function comparedText({ compared }: HitsPlot): readonly string[] {
  return compared ? [`${words.plot.compared(compared.name, compared.hits.length)}.`] : [];
}

/** The picture in words, for those who cannot see it. */
function describe(plot: HitsPlot, bars: readonly Bar[], axis: TimeAxis): string {
  const span = spanText(plot.from, plot.until);
  const posted = plot.hits.filter(({ shown }) => shown).length;
  const chains = plot.deadlines.map(
    ({ name, versions }) => `${name}: ${versions.map((version) => versionText(version, axis)).join('; ')}.`,
  );
  const hits = plot.hits.length === 0 ? `${words.plot.noneIn(span)}.` : words.plot.hits(plot.hits.length, posted, span);
  return [hits, ...mostText(bars, axis), ...comparedText(plot), ...chains].join(' ');
}

function drawRest(page: Page, left: number, y: number): Block {
  if (left === 0) return { elements: [], height: 0 };
  const note = textAt(page, words.plot.moreVersions(left), { x: MARGIN, y: y + 14, colour: COLOURS.quiet });
  return { elements: [note], height: 22 };
}

/** Draws `asked` as SVG, 400 units wide. The same plot gives the same text, whatever was drawn before. */
export function drawHits(asked: HitsPlot): string {
  const plot = tidied(asked);
  const page = openPage();
  const axis = timeAxisOf(plot);
  const bars = barsOf(plot.hits, plot.compared?.hits ?? [], axis);
  const head = drawHead(page, plot);
  const legend = drawLegend(page, plot, head.height);
  const hits = drawBars(page, bars, axis, spanText(plot.from, plot.until), head.height + legend.height);
  const { drawn, left } = drawnOf(plot.deadlines);
  const below = head.height + legend.height + hits.height;
  const chains = drawn.length === 0 ? null : drawChains(page, drawn, axis, below);
  const end = below + (chains?.height ?? 0);
  const rest = drawRest(page, left, end);
  const root = rootOf(page, { width: WIDTH, height: end + rest.height + 8 });
  root.append(
    element(page, 'title', {}, plot.title),
    element(page, 'desc', {}, describe(plot, bars, axis)),
    paper(page, end + rest.height + 8),
    ...head.elements,
    legend.element,
    hits.element,
    ...(chains ? [chains.element] : []),
    ...rest.elements,
  );
  return root.toString();
}
