/** What happens in the preview's channels, one line of its file each: enough to make the channels again from nothing. */
import { ButtonStyle, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { type ChannelId, type DeadlineId, id, type PostedId } from '../../domain/ids.ts';
import { type Instant, parseInstant } from '../../domain/time.ts';
import type { MessageBody } from '../payload.ts';

interface Shown {
  readonly id: PostedId;
  readonly at: Instant;
  readonly body: MessageBody;
  readonly digest: string;
  /** The card's one line for screen readers; Discord's payload has no place for it. */
  readonly summary: string;
  /** The deadline whose card it is, so that its history can be shown; null for other messages. */
  readonly deadline: DeadlineId | null;
}

export type ChannelEvent =
  | (Shown & {
      readonly kind: 'posted';
      readonly channel: ChannelId;
      readonly nonce: string;
      /** The message it answers; null where it answers none. */
      readonly replyTo: PostedId | null;
      readonly marker: number;
    })
  | (Shown & { readonly kind: 'edited' });

const textDisplay = z.strictObject({ type: z.literal(ComponentType.TextDisplay), content: z.string() });
const separator = z.strictObject({ type: z.literal(ComponentType.Separator) });
const linkButton = z.strictObject({
  type: z.literal(ComponentType.Button),
  style: z.literal(ButtonStyle.Link),
  label: z.string(),
  url: z.string(),
});
const actButton = z.strictObject({
  type: z.literal(ComponentType.Button),
  style: z.literal(ButtonStyle.Secondary),
  label: z.string(),
  custom_id: z.string(),
});
const button = z.discriminatedUnion('style', [linkButton, actButton]);
const actionRow = z.strictObject({ type: z.literal(ComponentType.ActionRow), components: z.array(button) });
const container = z.strictObject({
  type: z.literal(ComponentType.Container),
  accent_color: z.int(),
  components: z.array(z.discriminatedUnion('type', [textDisplay, separator, actionRow])),
  id: z.int(),
});

/** Strict, so that a component this file does not know is reported and never silently dropped. */
const body = z.strictObject({
  flags: z.int(),
  components: z.array(z.discriminatedUnion('type', [textDisplay, container])),
  allowed_mentions: z.strictObject({ parse: z.tuple([]), roles: z.array(z.string()).exactOptional() }),
});

const instant = z.string().transform((text, context) => {
  const read = parseInstant(text);
  if (read === null) context.addIssue('expected an instant such as 2025-08-08T04:00:00.000Z');
  return read ?? z.NEVER;
});

const posted = z.string().transform((text) => id<PostedId>(text));

const shown = {
  id: posted,
  at: instant,
  body,
  digest: z.string(),
  summary: z.string(),
  deadline: z
    .string()
    .transform((text) => id<DeadlineId>(text))
    .nullable()
    .default(null),
};

const channelEvent = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('posted'),
    ...shown,
    channel: z.string().transform((text) => id<ChannelId>(text)),
    nonce: z.string(),
    replyTo: posted.nullable().default(null),
    marker: z.int(),
  }),
  z.strictObject({ kind: z.literal('edited'), ...shown }),
]);

/** One line of JSON to an event. Throws on anything else (SyntaxError, ZodError). */
export function parseEvent(line: string): ChannelEvent {
  return channelEvent.parse(JSON.parse(line));
}
