/**
 * A card as Discord's API takes it (Components V2): one container whose integer id is our marker, so that the message
 * can be found again by reading the channel. `allowed_mentions` is part of every body, because an edit without it
 * would mention whatever the text names (Discord documentation, Edit Message).
 */
import { createHash } from 'node:crypto';
import {
  type APIAllowedMentions,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import type { Card, CardBlock } from '../domain/card.ts';
import type { RoleId } from '../domain/ids.ts';

export interface MessageBody {
  readonly flags: number;
  readonly components: (APITextDisplayComponent | APIContainerComponent)[];
  readonly allowed_mentions: APIAllowedMentions;
}

function componentOf(block: CardBlock): APIComponentInContainer {
  if (block.kind === 'text') return { type: ComponentType.TextDisplay, content: block.markdown };
  if (block.kind === 'divider') return { type: ComponentType.Separator };
  return {
    type: ComponentType.ActionRow,
    components: block.links.map(({ label, url }) => ({
      type: ComponentType.Button,
      style: ButtonStyle.Link,
      label,
      url,
    })),
  };
}

/** The body of a post or an edit. `role` is pinged in a line above the card; null pings nobody. */
export function messageBody(card: Card, marker: number | null, role: RoleId | null): MessageBody {
  const container: APIContainerComponent = {
    type: ComponentType.Container,
    accent_color: card.accent,
    components: card.blocks.map(componentOf),
    ...(marker === null ? {} : { id: marker }),
  };
  const ping: APITextDisplayComponent[] = role ? [{ type: ComponentType.TextDisplay, content: `<@&${role}>` }] : [];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...ping, container],
    allowed_mentions: { parse: [], roles: role ? [role] : [] },
  };
}

/** Of what a reader sees: two bodies with one digest look the same, so that no edit is needed between them. */
export function digestOf(body: MessageBody): string {
  return createHash('sha256').update(JSON.stringify(body.components)).digest('base64url').slice(0, 22);
}
