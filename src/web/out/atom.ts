/**
 * Alerts as an Atom feed (RFC 4287). An entry keeps its id for as long as the alert exists; `updated` is when it last
 * read otherwise, so that readers show corrections again.
 */
import { drawCard } from '../../cards/draw.ts';
import { escapeHtml, type Html, webAddress } from '../../cards/html.ts';
import type { Subject } from '../../domain/message.ts';
import type { Instant } from '../../domain/time.ts';
import type { ChannelMessage } from '../../domain/views.ts';

export interface AtomParts {
  /** Where this feed is read, and the name that its id is made of: another one for each server. */
  readonly address: string;
  readonly name: string;
  readonly title: string;
  readonly messages: readonly ChannelMessage[];
  /** What an alert reads like. */
  readonly drawContent: (message: ChannelMessage) => Html;
  /** Said as `updated` where there is no alert yet. */
  readonly now: Instant;
}

/** Names what an alert is about, whichever channel shows it; null for what is no alert of its own. */
function nameOf(subject: Subject): string | null {
  switch (subject.kind) {
    case 'development':
    case 'corroboration':
      return `${subject.kind}/${subject.development.id}`;
    case 'ruling':
      return `ruling/${subject.ruling.id}`;
    case 'deadline':
      return `deadline/${subject.deadline.id}`;
    case 'change':
      return `change/${subject.deadline.id}/${subject.version.number}`;
    case 'rung':
      return `rung/${subject.deadline.id}/${subject.rung.version}/${subject.rung.name}`;
    default:
      return null;
  }
}

/** A tag URI (RFC 4151): unique by its date and name, and no address that anyone could ask. */
function tagOf(name: string): string {
  return `tag:deadline-desk.invalid,2025:${encodeURI(name)}`;
}

/** No XML document may hold these (XML 1.0, Char). */
const NO_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

function text(value: string): string {
  return escapeHtml(value.replace(NO_XML, ''));
}

function linkOf(message: ChannelMessage): string | null {
  const { blocks } = drawCard(message.showing.subject);
  const buttons = blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  return webAddress(buttons.find((button) => button.kind === 'link')?.url ?? '');
}

function entryOf(name: string, message: ChannelMessage, drawContent: AtomParts['drawContent']): string {
  const { showing, madeAt, shownAt } = message;
  const link = linkOf(message);
  return `<entry>
<id>${text(tagOf(name))}</id>
<title>${text(drawCard(showing.subject).summary)}</title>
<published>${madeAt}</published>
<updated>${shownAt ?? madeAt}</updated>
${link === null ? '' : `<link rel="alternate" href="${text(link)}"/>\n`}<content type="html">${text(drawContent(message).markup)}</content>
</entry>
`;
}

function latestOf(messages: readonly ChannelMessage[], now: Instant): Instant {
  const [latest] = messages
    .map(({ shownAt, madeAt }) => shownAt ?? madeAt)
    .sort()
    .reverse();
  return latest ?? now;
}

/** The newest first, each alert once although several channels show it. */
function alertsOf(messages: readonly ChannelMessage[]): readonly (readonly [name: string, ChannelMessage])[] {
  const named = messages.flatMap((message) => {
    const name = message.shownAt === null ? null : nameOf(message.showing.subject);
    return name === null ? [] : [[name, message] as const];
  });
  const once = new Map(named.toSorted(([, one], [, other]) => (one.madeAt < other.madeAt ? -1 : 1)));
  return [...once].reverse();
}

/** The feed as text; only what was shown is an alert. */
export function drawAtom({ address, name, title, messages, drawContent, now }: AtomParts): string {
  const alerts = alertsOf(messages);
  const entries = alerts.map(([alert, message]) => entryOf(alert, message, drawContent));
  const updated = latestOf(
    alerts.map(([, message]) => message),
    now,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>${text(tagOf(`alerts/${name}`))}</id>
<title>${text(title)}</title>
<updated>${updated}</updated>
<author><name>Deadline Desk</name></author>
<link rel="self" href="${text(address)}"/>
${entries.join('')}</feed>
`;
}
