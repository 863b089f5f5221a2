import type { Command } from '../domain/command.ts';
import { alerts } from './alerts.ts';
import { deadline } from './deadline.ts';
import { deskCommand } from './desk.ts';
import { development } from './development.ts';
import { feed } from './feed.ts';
import { story } from './story.ts';

const OTHERS: readonly Command[] = [alerts, deadline, development, feed, story];

/** Every command there is; one that is not listed here does not exist. */
export const COMMANDS: readonly Command[] = [...OTHERS, deskCommand(OTHERS)];
