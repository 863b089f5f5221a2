/** The deadlines: all on one time line, and each with its chain, its evidence and its reminders. */
import { confirmingOutlets, plainDeadlineName, statusText } from '../../cards/chain.ts';
import { type Html, html, NOTHING, outwardLink } from '../../cards/html.ts';
import { labelText } from '../../cards/source.ts';
import { shortWhen } from '../../cards/when.ts';
import { words } from '../../cards/words.ts';
import {
  currentVersion,
  type Deadline,
  isDateless,
  type Rung,
  stateAfter,
  type Version,
} from '../../domain/deadline.ts';
import { type GuildId, id } from '../../domain/ids.ts';
import type { DeadlineHistory } from '../../domain/ports.ts';
import { DAY, type Instant, plus } from '../../domain/time.ts';
import { counted, figure, table, timeAgo, timeOf } from './parts.ts';
import type { Asked, PagePorts, Readable, View } from './view.ts';

/** More lanes than these make no picture that anyone reads. */
const MOST_DRAWN = 24;
const MOST_LISTED = 300;
/** Deadlines that are over stay on the time line this long. */
const LATELY = 45 * DAY;
/** The chains as the desk reads them, whatever stands in a server. */
const AS_READ = 'read';

export function deadlineAddress({ id: name }: Pick<Deadline, 'id'>): string {
  return `/deadlines/${encodeURIComponent(name)}`;
}

function isDrawn(deadline: Deadline, now: Instant): boolean {
  const current = currentVersion(deadline);
  return stateAfter(current) === 'pending' || current.saidAt >= plus(now, -LATELY);
}

async function guildsIn(store: Readable): Promise<readonly GuildId[]> {
  return [...new Set((await store.catalogue()).follows.map(({ guild }) => guild))];
}

/** As asked, else the first server; null for the chains as read. */
function chosenOf(asked: string | null, guilds: readonly GuildId[]): GuildId | null {
  if (asked === AS_READ) return null;
  return guilds.find((guild) => guild === asked) ?? guilds[0] ?? null;
}

function choiceLink(guild: GuildId | null, chosen: GuildId | null): Html {
  const current = guild === chosen ? html` aria-current="true"` : NOTHING;
  const label = guild === null ? 'as read from the news' : `server ${guild}`;
  return html`<li><a href="/?guild=${encodeURIComponent(guild ?? AS_READ)}"${current}>${label}</a></li>`;
}

function choice(guilds: readonly GuildId[], chosen: GuildId | null): Html {
  const links = [...guilds, null].map((guild) => choiceLink(guild, chosen));
  return html`<nav aria-label="Whose deadlines"><ul class="choice">${links}</ul></nav>
`;
}

/** Reports that speak of the deadline, each once. */
function reportsOf({ versions, confirmations }: Deadline): number {
  const items = [...versions, ...confirmations].flatMap(({ evidence }) => (evidence ? [evidence.item] : []));
  return new Set(items).size;
}

function rowOf(deadline: Deadline): readonly Html[] {
  const current = currentVersion(deadline);
  return [
    html`<a href="${deadlineAddress(deadline)}">${plainDeadlineName(deadline)}</a>`,
    html`${shortWhen(current.window)}`,
    html`${statusText(deadline)}`,
    html`<a href="/storylines/${encodeURIComponent(deadline.storyline)}">${deadline.storyline}</a>`,
    html`${counted(deadline.versions.length, 'version', 'versions')}, ${counted(reportsOf(deadline), 'report', 'reports')}`,
  ];
}

export function deadlineTable(deadlines: readonly Deadline[], caption: string): Html {
  const beyond = deadlines.length - MOST_LISTED;
  const list = table({
    caption,
    heads: ['Deadline', 'Date', 'Stands', 'Storyline', 'Told by'],
    rows: deadlines.slice(0, MOST_LISTED).map(rowOf),
    empty: 'none yet.',
  });
  return beyond > 0 ? html`${list}<p class="note">${counted(beyond, 'more', 'more')} not listed.</p>` : list;
}

async function historiesOf(deadlines: readonly Deadline[], store: Readable): Promise<readonly DeadlineHistory[]> {
  const histories = await Promise.all(deadlines.map(({ id: name }) => store.deadline(name)));
  return histories.filter((history) => history !== null);
}

async function timeline(deadlines: readonly Deadline[], store: Readable, now: Instant): Promise<Html> {
  const drawn = deadlines.filter((deadline) => isDrawn(deadline, now)).slice(0, MOST_DRAWN);
  if (drawn.length === 0) return NOTHING;
  const { drawTimeline } = await import('../plot/timeline/drawTimeline.ts');
  const plots = (await historiesOf(drawn, store)).map((history) => ({ ...history, now }));
  return figure(
    drawTimeline(plots, now),
    'Every date a deadline had, who reported it, and its reminders; the table below says the same.',
  );
}

/** The time line and the list of all deadlines of a server, or as read. */
export async function deadlinesPage({ now, query }: Asked, { store }: PagePorts): Promise<View> {
  const guilds = await guildsIn(store);
  const chosen = chosenOf(query.get('guild'), guilds);
  const deadlines = await store.deadlines(chosen);
  const picture = await timeline(deadlines, store, now);
  const body = html`${choice(guilds, chosen)}${picture}${deadlineTable(deadlines, 'Deadlines, the next one first')}`;
  return { title: 'Deadlines', body };
}

function sourceOf({ evidence }: Version): Html {
  if (evidence === null) return html`${words.chain.calendar}`;
  const label = html`${evidence.source.name}`;
  const name = evidence.link === null ? label : outwardLink(evidence.link, label);
  return html`${name}, ${labelText(evidence.source)}<q>${evidence.quote}</q>`;
}

function versionRow(deadline: Deadline, version: Version): readonly Html[] {
  return [
    html`${version.number}`,
    timeOf(version.saidAt),
    html`${words.changes[version.change]}`,
    html`${isDateless(version.change) ? '–' : shortWhen(version.window)}`,
    sourceOf(version),
    html`${confirmingOutlets(deadline, version)}`,
  ];
}

const RUNG_STATES: Readonly<Record<Rung['state'], string>> = {
  planned: 'planned',
  fired: 'sent',
  skipped: 'left out',
  cancelled: 'called off',
};

function rungTable(rungs: readonly Rung[], now: Instant): Html {
  return table({
    caption: 'Reminders',
    heads: ['Reminder', 'When', 'State', 'Of version'],
    rows: rungs.map((rung) => [
      html`${words.rungs[rung.name]}`,
      timeAgo(rung.at, now),
      html`${RUNG_STATES[rung.state]}`,
      html`${rung.version}`,
    ]),
    empty: 'none is planned.',
  });
}

/** One deadline with its whole chain. */
export async function deadlinePage({ name, now }: Asked, { store }: PagePorts): Promise<View | null> {
  const history = await store.deadline(id(name ?? ''));
  if (history === null) return null;
  const { deadline, rungs } = history;
  const { drawChain } = await import('../plot/chain/drawChain.ts');
  const body = html`${figure(drawChain({ deadline, rungs, now }), 'How the date came about; the tables below say the same.')}
${table({
  caption: 'Versions, the first one on top',
  heads: ['Version', 'Said', 'Change', 'Date', 'By', 'Confirmed by'],
  rows: deadline.versions.map((version) => versionRow(deadline, version)),
  empty: 'none.',
})}${rungTable(rungs, now)}
<p><a href="/journal?subject=${encodeURIComponent(deadline.id)}">What the journal says of it</a></p>`;
  return { title: plainDeadlineName(deadline), body };
}
