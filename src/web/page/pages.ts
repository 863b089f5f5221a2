/** Which address shows which page. */
import { boardPage } from './board.ts';
import { channelPage, channelsPage } from './channels.ts';
import { deadlinePage, deadlinesPage } from './deadlines.ts';
import { feedsPage } from './feeds.ts';
import { journalPage } from './journal.ts';
import { storylinePage, storylinesPage } from './storylines.ts';
import type { DrawView } from './view.ts';

const WHOLE: ReadonlyMap<string, DrawView> = new Map<string, DrawView>([
  ['/', deadlinesPage],
  ['/storylines', storylinesPage],
  ['/feeds', feedsPage],
  ['/board', boardPage],
  ['/journal', journalPage],
  ['/channels', channelsPage],
]);

const NAMED: ReadonlyMap<string, DrawView> = new Map<string, DrawView>([
  ['deadlines', deadlinePage],
  ['storylines', storylinePage],
  ['channels', channelPage],
]);

export interface Route {
  readonly draw: DrawView;
  readonly name: string | null;
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The page at `path`, such as `/feeds` or `/deadlines/dl_1`; null where there is none. */
export function routeOf(path: string): Route | null {
  const whole = WHOLE.get(path);
  if (whole) return { draw: whole, name: null };
  const [, place = '', written = ''] = /^\/([a-z]+)\/([^/]+)$/.exec(path) ?? [];
  const draw = NAMED.get(place);
  const name = decoded(written);
  return draw && name ? { draw, name } : null;
}
