/** What a webhook is told: the card in words, and what it is about as data. */
import { createHash } from 'node:crypto';
import { drawCard } from '../../cards/draw.ts';
import { currentVersion, type Deadline, stateAfter, type Version } from '../../domain/deadline.ts';
import type { Telling } from '../../domain/edition.ts';
import type { Showing, Subject } from '../../domain/message.ts';
import { originsBehind } from '../../domain/origin.ts';
import type { Instant } from '../../domain/time.ts';

function versionData({ number, change, window, bindingness, saidAt, evidence }: Version): object {
  const source = evidence && { name: evidence.source.name, link: evidence.link, quote: evidence.quote };
  return { number, change, window, bindingness, saidAt, source };
}

function deadlineData(deadline: Deadline, version: Version): object {
  const { id, storyline, issuer, target } = deadline;
  const state = stateAfter(currentVersion(deadline));
  return { deadline: { id, storyline, issuer, target, state, version: versionData(version) } };
}

function developmentData({ id, storyline, reports }: Telling): object {
  const told = reports.map(({ title, link, published, source }) => ({ title, link, published, outlet: source.name }));
  return { development: { id, storyline, origins: originsBehind(reports).count, reports: told } };
}

/** Nothing beside the words for what gathers several things. */
function dataOf(subject: Subject): object {
  switch (subject.kind) {
    case 'development':
    case 'corroboration':
      return developmentData(subject.development);
    case 'ruling':
      return developmentData(subject.edition);
    case 'deadline':
      return deadlineData(subject.deadline, currentVersion(subject.deadline));
    case 'change':
      return deadlineData(subject.deadline, subject.version);
    case 'rung':
      return { ...deadlineData(subject.deadline, subject.version), reminder: subject.rung.name };
    default:
      return {};
  }
}

/** What is told of a revision, without when: the same for every try. */
export interface Content {
  readonly text: string;
  readonly digest: string;
}

/** `type` says whether it is told the first time. `key` stays the same through all revisions of an alert. */
export function contentOf({ key, rev, posted, subject }: Showing, at: Instant): Content {
  const card = drawCard(subject);
  const markdown = card.blocks.flatMap((block) => (block.kind === 'text' ? [block.markdown] : []));
  const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  const links = buttons.flatMap((button) => (button.kind === 'link' ? [{ label: button.label, url: button.url }] : []));
  const said = {
    kind: subject.kind,
    summary: card.summary,
    markdown: markdown.join('\n\n'),
    links,
    ...dataOf(subject),
  };
  const type = posted === null ? 'alert.posted' : 'alert.edited';
  const text = JSON.stringify({ type, timestamp: at, data: { key, revision: rev, ...said } });
  return { text, digest: createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 22) };
}

/** The name of a revision: whoever was sent it twice knows it by that. */
export function nameOf({ key, rev, nonce }: Pick<Showing, 'key' | 'rev' | 'nonce'>): string {
  return `msg_${createHash('sha256').update([key, rev, nonce].join('\n')).digest('hex').slice(0, 24)}`;
}
