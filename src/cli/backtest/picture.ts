/** A backtest as a picture in a file. */
import { writeFileSync } from 'node:fs';
import type { PastText } from '../../decide/backtest/item.ts';
import type { Survey } from '../../decide/backtest/survey.ts';
import { Refusal } from '../../domain/refusal.ts';
import { instantOf } from '../../domain/time.ts';
import type { Hit, HitsPlot } from '../../web/plot/hitsPlot.ts';
import type { Result } from './json.ts';

/** Twice as sharp as it is wide. */
const PNG_WIDTH = 800;

/** Throws Refusal for a name that says no kind of picture. */
export function checkPictures(files: readonly string[]): void {
  const odd = files.find((file) => !/\.(?:svg|png)$/i.test(file));
  if (odd !== undefined) throw new Refusal(`--picture ${odd}: should end in .svg or .png`);
}

/** What the picture shows; `against` is what the other query is called. */
export function plotOf({ reported, played }: Result, surveys: readonly Survey[], against: string | null): HitsPlot {
  const { from, until, shown, deadlines } = played;
  const hits = new Set(surveys.flatMap((survey) => survey.hits.map(({ item }) => item)));
  const others = surveys.flatMap(({ otherHits }) => otherHits.map(({ item }) => item));
  const hitOf = (item: PastText): Hit => ({ at: item.published, shown: shown.has(item) });
  const [only] = reported;
  return {
    title: only && reported.length === 1 ? only.storyline.title : 'All storylines',
    subtitle: only && reported.length === 1 ? only.report.query : null,
    from: from ?? instantOf(0),
    until: until ?? from ?? instantOf(0),
    hits: [...hits].map(hitOf),
    compared: against === null ? null : { name: against, hits: others.map(hitOf) },
    deadlines: deadlines.map(({ issuer, target, versions }) => ({ name: `${issuer} to ${target}`, versions })),
  };
}

/** Draws the plot once and writes it to each of the files. */
export async function writePictures(files: readonly string[], plot: HitsPlot): Promise<void> {
  if (files.length === 0) return;
  const { drawHits } = await import('../../web/plot/drawHits.ts');
  const svg = drawHits(plot);
  for (const file of files) write(file, file.toLowerCase().endsWith('.png') ? await png(svg) : svg);
}

async function png(svg: string): Promise<Uint8Array> {
  const { pngOf } = await import('../../web/plot/png.ts');
  return pngOf(svg, PNG_WIDTH);
}

function write(file: string, picture: string | Uint8Array): void {
  try {
    writeFileSync(file, picture);
  } catch (error) {
    throw new Refusal(`--picture ${file}: cannot be written; check that its folder is there and yours`, {
      cause: error,
    });
  }
}
