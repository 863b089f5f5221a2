/** Messages of the board drawn as their channel shows them, wherever that channel is. */
import { drawCard } from '../../cards/draw.ts';
import { type Html, html, NOTHING } from '../../cards/html.ts';
import { id } from '../../domain/ids.ts';
import type { ChannelMessage } from '../../domain/views.ts';
import { digestOf, messageBody } from '../payload.ts';
import { AVATAR_SYMBOL } from './avatar.ts';
import type { PreviewMessage } from './channels.ts';
import { drawComponents, drawMessage } from './message.ts';

function previewOf({ showing, madeAt, shownAt, edits }: ChannelMessage, number: number): PreviewMessage {
  const { channel, nonce, marker, subject, role, posted } = showing;
  const card = drawCard(subject);
  const body = messageBody(card, marker, role);
  const name = { id: posted ?? id<PreviewMessage['id']>(`waiting-${number}`), channel, nonce, marker };
  const told = { body, digest: digestOf(body), summary: card.summary, deadline: null, replyTo: showing.replyTo };
  return { ...name, ...told, postedAt: madeAt, editedAt: edits > 0 ? shownAt : null, edits, touched: number };
}

const STATES: Readonly<Record<ChannelMessage['state'], string | null>> = {
  shown: null,
  waiting: 'Waits to be posted',
  refused: 'Refused: an operator must answer',
  gone: 'Deleted in its channel',
  unproven: 'Sent, and nobody can tell whether it arrived',
  given_up: 'Given up by an operator',
};

function drawOne(message: ChannelMessage, number: number): Html {
  const state = STATES[message.state];
  const note = state === null ? NOTHING : html`<p class="state">${state}</p>`;
  return html`${note}${drawMessage(previewOf(message, number))}`;
}

/** What a message says, without who said it and when. */
export function drawContent({ showing }: ChannelMessage): Html {
  return drawComponents(messageBody(drawCard(showing.subject), null, null));
}

/** The messages in their order, with all that they refer to. */
export function drawMessages(messages: readonly ChannelMessage[]): Html {
  return html`${AVATAR_SYMBOL}${messages.map(drawOne)}`;
}
