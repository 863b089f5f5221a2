/** Discord's message, as far as we read it back. */
import { ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { parseInstant } from '../../domain/time.ts';

const timestamp = z.string().transform((text, context) => {
  const read = parseInstant(text);
  if (read === null) context.addIssue('expected an instant such as 2025-08-08T04:00:00.000000+00:00');
  return read ?? z.NEVER;
});

const component = z.object({ type: z.int(), id: z.int().optional() });

/** The answer to a post. */
export const postedMessage = z.object({ id: z.string() });

/** One of a channel. */
export const channelMessage = z.object({
  id: z.string(),
  author: z.object({ id: z.string() }),
  timestamp,
  components: z.array(component).default([]),
});

/** The answer to reading a channel: newest first. */
export const channelMessages = z.array(channelMessage);

export type ChannelMessage = z.infer<typeof channelMessage>;

/** Whether `self` sent it with `marker` on its container; Discord keeps the ids that a sender gives. */
export function carries(message: ChannelMessage, self: string, marker: number): boolean {
  if (message.author.id !== self) return false;
  return message.components.some(({ type, id }) => type === ComponentType.Container && id === marker);
}
