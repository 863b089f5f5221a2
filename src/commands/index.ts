import type { Command } from '../domain/command.ts';
import { deadline } from './deadline.ts';
import { development } from './development.ts';
import { feed } from './feed.ts';
import { story } from './story.ts';

/** Every command there is; one that is not listed here does not exist. */
export const COMMANDS: readonly Command[] = [deadline, development, feed, story];
