/** A message as Discord would frame it: who, when, and the components of its body. */
import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIContainerComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
} from 'discord-api-types/v10';
import { type Html, html, NOTHING, outwardLink } from '../../cards/html.ts';
import type { MessageBody } from '../payload.ts';
import type { PreviewMessage } from './channels.ts';
import { drawMarkdown } from './markdown/draw.ts';
import { timeElement, utcText } from './time.ts';

/** What this page cannot draw is said, so that nobody takes a card for complete that is not. */
function drawUnknown(component: { type: ComponentType }): Html {
  return html`<p class="unknown">The preview cannot show a component of type ${component.type}.</p>`;
}

function drawText({ content }: APITextDisplayComponent): Html {
  return html`<div class="text">${drawMarkdown(content)}</div>`;
}

/** Nobody is known here who could use a command: what its button says is shown, and where it works. */
function drawButton(button: APIButtonComponent): Html {
  if (button.style === ButtonStyle.Link) return outwardLink(button.url, html`${button.label ?? button.url}`, 'button');
  if (button.style === ButtonStyle.Premium) return drawUnknown(button);
  return html`<span class="act" title="A button on Discord">${button.label ?? ''}</span>`;
}

function drawInRow(component: APIComponentInMessageActionRow): Html {
  return component.type === ComponentType.Button ? drawButton(component) : drawUnknown(component);
}

function drawInContainer(component: APIComponentInContainer): Html {
  if (component.type === ComponentType.TextDisplay) return drawText(component);
  if (component.type === ComponentType.Separator) return html`<hr>`;
  if (component.type === ComponentType.ActionRow) {
    return html`<div class="row">${component.components.map(drawInRow)}</div>`;
  }
  return drawUnknown(component);
}

/** A colour as an SVG attribute, because the page's content policy allows no inline style. */
function drawAccent(colour: number | null | undefined): Html {
  if (colour === null || colour === undefined) return NOTHING;
  const fill = `#${colour.toString(16).padStart(6, '0')}`;
  return html`<svg class="accent" aria-hidden="true"><rect width="100%" height="100%" fill="${fill}"/></svg>`;
}

function drawContainer({ accent_color: colour, components }: APIContainerComponent): Html {
  return html`<div class="card">${drawAccent(colour)}${components.map(drawInContainer)}</div>`;
}

function drawComponent(component: APITextDisplayComponent | APIContainerComponent): Html {
  return component.type === ComponentType.Container ? drawContainer(component) : drawText(component);
}

function drawEdited({ editedAt, edits }: PreviewMessage): Html {
  if (editedAt === null) return NOTHING;
  const times = edits === 1 ? 'once' : `${edits} times`;
  return html` <span class="edited" title="Edited ${times}, last on ${utcText(editedAt)}">(edited)</span>`;
}

/** Drawn anew whenever it is opened; readers without the script follow the link. */
function drawHistory({ deadline }: PreviewMessage): Html {
  if (deadline === null) return NOTHING;
  const address = `/history/${deadline}.svg`;
  return html`
<details class="history"><summary>History as a picture</summary>
<div class="picture" data-source="${address}"><a class="link" href="${address}">Open the picture</a></div></details>`;
}

/** The components of a body, without what stands around a message. */
export function drawComponents({ components }: MessageBody): Html {
  return html`${components.map(drawComponent)}`;
}

/** As Discord marks an answer: a line that leads to the message answered. */
function drawReply({ replyTo }: PreviewMessage): Html {
  if (replyTo === null) return NOTHING;
  return html`<p class="reply"><a class="link" href="#m-${replyTo}">In answer to an earlier message</a></p>`;
}

/** Whole message; its anchor `m-<id>` is what an edit replaces, its number the place among the others. */
export function drawMessage(message: PreviewMessage): Html {
  const { id, summary, postedAt, body } = message;
  const posted = timeElement(postedAt, 's', 'posted');
  return html`<article class="message" id="m-${id}" data-number="${id}" aria-label="${summary}">
<p class="day" hidden>${timeElement(postedAt, 'D', 'day-name')}</p>
<svg class="avatar" aria-hidden="true"><use href="#avatar"/></svg>
<p class="byline"><span class="author">Deadline Desk</span> <span class="tag">APP</span> ${posted}${drawEdited(message)}</p>
<div class="body">${drawReply(message)}${drawComponents(body)}</div>${drawHistory(message)}
</article>`;
}
