/** What moderators see of developments: what is told here, what is held, its reports by number, and what they did. */
import type { Card } from '../domain/card.ts';
import { isConfirmed } from '../domain/development.ts';
import { codeOfTelling, isEdition, type Ruling, type Telling } from '../domain/edition.ts';
import type { Docket } from '../domain/facts.ts';
import { heardOf } from '../domain/storyline.ts';
import { ACCENTS } from './accent.ts';
import { countText, headlineOf } from './development.ts';
import { escaped } from './escape.ts';
import { line, RANK, section, withinLimits } from './limits.ts';
import { maskedLink } from './link.ts';
import { more, saying } from './lists.ts';
import { labelText } from './source.ts';
import { timestamp } from './when.ts';
import { words } from './words.ts';

const HEADLINE_LIMIT = 120;
const REASON_LIMIT = 200;
const SLUG_LIMIT = 60;

/** How a development stands here, in a few words. */
function stateText(telling: Telling, { follows, messages, digests }: Docket): string {
  const stand = isEdition(telling) ? telling.stand.kind : 'told';
  if (stand !== 'told') return words.docket.stands[stand];
  const card = isEdition(telling) ? (telling.continues ?? telling.id) : telling.id;
  if (!messages.some(({ key }) => key.startsWith(`development:${card}@`))) {
    return digests.some(({ entries }) => entries.includes(card)) ? words.docket.digested : words.docket.unshown;
  }
  const own = follows.filter(({ storyline }) => storyline === telling.storyline);
  return own.every((follow) => isConfirmed({ reports: heardOf(telling.reports, follow) }, follow.gate.post))
    ? words.docket.confirmed
    : words.docket.unconfirmed;
}

function entry(telling: Telling, docket: Docket): string {
  const counted = telling.reports.length === 0 ? '' : ` · ${countText(telling)}`;
  return [
    `\`${codeOfTelling(telling)}\` **${escaped(headlineOf(telling), HEADLINE_LIMIT)}**`,
    `-# ${stateText(telling, docket)}${counted} · ${escaped(telling.storyline, SLUG_LIMIT)}`,
  ].join('\n');
}

/** The newest developments of the guild's storylines, each with the code that commands know it by. */
export function docketCard(docket: Docket): Card {
  if (docket.tellings.length === 0) return saying(words.docket.headline, ACCENTS.list, words.docket.nothing);
  const lines = docket.tellings.map((telling, index) => line(entry(telling, docket), RANK.entry + index));
  return {
    summary: words.docket.headline,
    accent: ACCENTS.list,
    blocks: withinLimits([section([line(`### ${words.docket.headline}`, RANK.always)]), section(lines, more)]),
  };
}

/** One development with its reports by number, for splitting. */
export function tellingCard(telling: Telling, docket: Docket): Card {
  const reports = telling.reports.map(({ title, link, source, joined }, index) => {
    const why = words.docket.joined[joined.rule];
    const text = `${index + 1}. ${maskedLink(title, link, HEADLINE_LIMIT)} · ${escaped(source.name, SLUG_LIMIT)}, ${labelText(source)} · ${why}`;
    return line(text, RANK.entry + index);
  });
  return {
    summary: words.docket.headline,
    accent: ACCENTS.list,
    blocks: withinLimits([section([line(entry(telling, docket), RANK.always)]), section(reports, more)]),
  };
}

/** Discord's own mark-up, which names a member without calling; a name that is no id is a name. */
export function memberText(member: string): string {
  return /^\d{17,20}$/.test(member) ? `<@${member}>` : escaped(member, 40);
}

function rulingEntry({ id, kind, member, at, reason, undoneBy }: Ruling): string {
  const told = `\`${id.slice(3, 9)}\` ${words.docket.rulings[kind]} · ${memberText(member)} · ${timestamp(at, 'f')}`;
  const why = reason === null ? '' : ` · ${escaped(reason, REASON_LIMIT)}`;
  const undone = undoneBy === null ? '' : ` · ${words.docket.undoneBy(memberText(undoneBy))}`;
  return `${told}${why}${undone}`;
}

/** What moderators did to developments, the newest first. */
export function rulingsCard({ rulings }: Docket): Card {
  if (rulings.length === 0) return saying(words.docket.ruled, ACCENTS.list, words.docket.noRulings);
  const lines = rulings.map((ruling, index) => line(rulingEntry(ruling), RANK.entry + index));
  return {
    summary: words.docket.ruled,
    accent: ACCENTS.list,
    blocks: withinLimits([section([line(`### ${words.docket.ruled}`, RANK.always)]), section(lines, more)]),
  };
}
