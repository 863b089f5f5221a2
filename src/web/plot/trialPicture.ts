/** The picture of a trial as it is handed to a chat: PNG, as the command line draws it. */
import type { Picture, TrialPlot } from '../../domain/command.ts';
import type { Instant } from '../../domain/time.ts';
import { drawHits } from './drawHits.ts';
import type { Hit } from './hitsPlot.ts';
import { pngOf } from './png.ts';
import { WIDTH } from './style.ts';

/** Twice as sharp as it is wide. */
const PNG_WIDTH = 2 * WIDTH;

function hitsAt(instants: readonly Instant[]): readonly Hit[] {
  return instants.map((at) => ({ at, shown: false }));
}

export async function trialPicture({ title, query, from, until, hits, compared, alt }: TrialPlot): Promise<Picture> {
  const other = compared && { name: compared.name, hits: hitsAt(compared.hits) };
  const plot = { title, subtitle: query, from, until, hits: hitsAt(hits), compared: other, deadlines: [] };
  return { name: 'storyline-backtest.png', bytes: await pngOf(drawHits(plot), PNG_WIDTH), alt };
}
