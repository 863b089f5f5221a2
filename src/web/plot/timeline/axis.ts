/** The time axis that many deadlines share: some weeks back, and as far ahead as their dates are near. */
import { endsAt, isDateless } from '../../../domain/deadline.ts';
import { DAY, type Instant, msOf, plus } from '../../../domain/time.ts';
import { type ChainPlot, drawnVersions } from '../chain/chainPlot.ts';
import { axisOver, type TimeAxis } from '../time.ts';

/** How far it goes back to the first report, and ahead to the last date, at most. */
const MOST_BACK = 90 * DAY;
const MOST_AHEAD = 180 * DAY;
/** Around the present, at least. */
const LEAST = 7 * DAY;

/** The axis of `plots` around `now`. */
export function timelineAxis(plots: readonly ChainPlot[], now: Instant): TimeAxis {
  const versions = plots.flatMap(({ deadline }) => drawnVersions(deadline));
  const dated = versions.filter(({ change }) => !isDateless(change));
  const said = versions.map(({ saidAt }) => saidAt).filter((at) => at >= plus(now, -MOST_BACK));
  const ends = dated.map(({ window }) => endsAt(window)).filter((end) => end <= plus(now, MOST_AHEAD));
  const from = [...said, plus(now, -LEAST)].sort()[0] ?? now;
  const end = [...ends, plus(now, LEAST)].sort().at(-1) ?? now;
  return axisOver({ from, until: now, end: msOf(end) });
}
