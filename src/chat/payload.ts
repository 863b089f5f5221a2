/**
 * A card as Discord's API takes it (Components V2): one container whose integer id is our marker, so that the message
 * can be found again by reading the channel. `allowed_mentions` is part of every body, because an edit without it
 * would mention whatever the text names (Discord documentation, Edit Message).
 */
import { createHash } from 'node:crypto';
import {
  type APIAllowedMentions,
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIFileComponent,
  type APIMediaGalleryComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';
import { truncate } from '../cards/escape.ts';
import type { Card, CardBlock, CardButton } from '../domain/card.ts';
import type { Handout, Picture } from '../domain/command.ts';
import type { RoleId } from '../domain/ids.ts';
import { customId } from './customId.ts';

export interface MessageBody {
  readonly flags: number;
  readonly components: (APITextDisplayComponent | APIContainerComponent)[];
  readonly allowed_mentions: APIAllowedMentions;
}

/** The body of an answer with a picture; the file itself goes beside it, as the first one. */
export interface PictureBody extends MessageBody {
  readonly attachments: readonly { readonly id: string; readonly filename: string; readonly description: string }[];
}

/** The body of an answer with a file to keep. */
export interface HandoutBody extends MessageBody {
  readonly attachments: readonly { readonly id: string; readonly filename: string }[];
}

/** Of an attachment's description, and of that of an item in a gallery (OpenAPI description of Discord's API). */
const ALT_LIMIT = 1_024;

function buttonOf(button: CardButton): APIButtonComponent {
  const { kind, label } = button;
  if (kind === 'link') return { type: ComponentType.Button, style: ButtonStyle.Link, label, url: button.url };
  return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id: customId(button.act) };
}

function componentOf(block: CardBlock): APIComponentInContainer {
  if (block.kind === 'text') return { type: ComponentType.TextDisplay, content: block.markdown };
  if (block.kind === 'divider') return { type: ComponentType.Separator };
  return {
    type: ComponentType.ActionRow,
    components: block.buttons.map(buttonOf),
  };
}

function containerOf({ accent, blocks }: Card, marker: number | null): APIContainerComponent {
  return {
    type: ComponentType.Container,
    accent_color: accent,
    components: blocks.map(componentOf),
    ...(marker === null ? {} : { id: marker }),
  };
}

/** The body of a post or an edit. `role` is pinged in a line above the card; null pings nobody. */
export function messageBody(card: Card, marker: number | null, role: RoleId | null): MessageBody {
  const ping: APITextDisplayComponent[] = role ? [{ type: ComponentType.TextDisplay, content: `<@&${role}>` }] : [];
  return {
    flags: MessageFlags.IsComponentsV2,
    components: [...ping, containerOf(card, marker)],
    allowed_mentions: { parse: [], roles: role ? [role] : [] },
  };
}

/** A card that pings nobody, with a picture at its end; the file itself goes beside the body, as the first one. */
export function pictureBody(card: Card, { name, alt }: Picture): PictureBody {
  const container = containerOf(card, null);
  const description = truncate(alt, ALT_LIMIT);
  const gallery: APIMediaGalleryComponent = {
    type: ComponentType.MediaGallery,
    items: [{ media: { url: `attachment://${name}` }, description }],
  };
  return {
    ...messageBody(card, null, null),
    components: [{ ...container, components: [...container.components, gallery] }],
    attachments: [{ id: '0', filename: name, description }],
  };
}

/** A card that pings nobody, with a file to keep at its end; the file itself goes beside the body, as the first one. */
export function handoutBody(card: Card, { name }: Handout): HandoutBody {
  const container = containerOf(card, null);
  const file: APIFileComponent = { type: ComponentType.File, file: { url: `attachment://${name}` } };
  return {
    ...messageBody(card, null, null),
    components: [{ ...container, components: [...container.components, file] }],
    attachments: [{ id: '0', filename: name }],
  };
}

/** Of what a reader sees: two bodies with one digest look the same, so that no edit is needed between them. */
export function digestOf(body: MessageBody): string {
  return createHash('sha256').update(JSON.stringify(body.components)).digest('base64url').slice(0, 22);
}
