/** The picture of a chain as it is handed to a chat: PNG, with the same in words. */
import type { Picture } from '../../../domain/command.ts';
import type { DeadlineHistory } from '../../../domain/ports.ts';
import type { Instant } from '../../../domain/time.ts';
import { pngOf } from '../png.ts';
import { WIDTH } from '../style.ts';
import { drawChain } from './drawChain.ts';
import { tellChain } from './told.ts';

/** Twice as sharp as it is wide. */
const PNG_WIDTH = 2 * WIDTH;

export async function chainPicture(history: DeadlineHistory, now: Instant): Promise<Picture> {
  const plot = { ...history, now };
  return { name: 'deadline-history.png', bytes: await pngOf(drawChain(plot), PNG_WIDTH), alt: tellChain(plot) };
}
