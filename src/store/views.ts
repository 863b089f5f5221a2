/** Questions of the desk page: each reads a bounded piece, through an index. */
import { z } from 'zod';
import type { Development } from '../domain/development.ts';
import { type ChannelId, id, type StorylineSlug } from '../domain/ids.ts';
import { MESSAGE_STATES } from '../domain/message.ts';
import type { Day, Instant } from '../domain/time.ts';
import type {
  ChannelMessage,
  ChannelSummary,
  JournalEntry,
  JournalPage,
  JournalPlace,
  JournalQuestion,
  NewsQuestion,
  StorylineDay,
} from '../domain/views.ts';
import { showingsOf } from './board.ts';
import type { Engine, Params } from './engine.ts';
import { developmentsOf } from './nouns.ts';
import { claimedRow } from './rows.ts';

const instant = z.string().transform((text) => id<Instant>(text));
const placeRow = z.object({ at: instant, act: z.string(), position: z.number() });
const entryRow = placeRow.extend({ actor: z.string(), kind: z.string(), subject: z.string(), because: z.string() });

/** Before everything that can be in a journal, read from its end. */
const END: JournalPlace = { at: id<Instant>('9999'), act: '', position: 0 };

const NEWEST_FIRST = 'ORDER BY at DESC, act DESC, position DESC';
const BEFORE = '(at, act, position) < (:at, :act, :position)';
const SAYS = ['because', 'subject', 'kind', 'actor'].map((name) => `LOWER(${name}) LIKE :text ESCAPE '!'`).join(' OR ');

function patternOf(text: string): string {
  return `%${text.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
}

function looked({ text, subject, before, limit, reach }: JournalQuestion): { sql: string; params: Params } {
  const about = subject === null ? '' : 'subject = :subject AND';
  const inside = `SELECT at, act, position, actor, kind, subject, because FROM journal WHERE ${about} ${BEFORE}
    ${NEWEST_FIRST} LIMIT :reach`;
  const { at, act, position } = before ?? END;
  const sql = `SELECT * FROM (${inside}) AS looked ${text === null ? '' : `WHERE ${SAYS}`} ${NEWEST_FIRST} LIMIT :limit`;
  const asked = { ...(subject === null ? {} : { subject }), ...(text === null ? {} : { text: patternOf(text) }) };
  return { sql, params: { at, act, position, reach, limit, ...asked } };
}

/** The entry at which a search that found too little stopped; null when it read the journal to its end. */
async function stoppedAt(engine: Engine, { subject, before, reach }: JournalQuestion): Promise<JournalPlace | null> {
  const about = subject === null ? '' : 'subject = :subject AND';
  const { at, act, position } = before ?? END;
  const sql = `SELECT at, act, position FROM journal WHERE ${about} ${BEFORE} ${NEWEST_FIRST} LIMIT 1 OFFSET :last`;
  const asked = subject === null ? {} : { subject };
  const [row] = await engine.all(sql, { at, act, position, last: reach - 1, ...asked });
  return row ? placeRow.parse(row) : null;
}

/** A page of the journal. */
export async function journalPage(engine: Engine, question: JournalQuestion): Promise<JournalPage> {
  const { sql, params } = looked(question);
  const entries = (await engine.all(sql, params)).map((row): JournalEntry => entryRow.parse(row));
  const last = entries.at(-1);
  if (last && entries.length === question.limit) {
    return { entries, next: { at: last.at, act: last.act, position: last.position } };
  }
  return { entries, next: await stoppedAt(engine, question) };
}

const dayRow = z.object({
  storyline: z.string().transform((text) => id<StorylineSlug>(text)),
  day: z.string(),
  items: z.number(),
});

/** Ids of items begin with the minute they were seen, `it_202507141605_`: no item needs to be read. */
const ACTIVITY = `SELECT storyline, substr(item, 4, 8) AS day, COUNT(*) AS items FROM match
  WHERE item >= :first AND item < 'it_9' GROUP BY storyline, substr(item, 4, 8) ORDER BY storyline, day`;

/** Matches a day, from `from` on. */
export async function storylineDays(engine: Engine, from: Day): Promise<readonly StorylineDay[]> {
  const rows = await engine.all(ACTIVITY, { first: `it_${from.replaceAll('-', '')}` });
  return rows.map((row) => {
    const { storyline, day, items } = dayRow.parse(row);
    return { storyline, items, day: id<Day>(day.replace(/(....)(..)(..)/, '$1-$2-$3')) };
  });
}

const LATEST = `SELECT * FROM development WHERE storyline = :storyline
  AND id NOT IN (SELECT development FROM edition_of JOIN edition ON edition.id = edition WHERE edition.guild = :guild)
  AND id NOT IN (SELECT continues FROM edition WHERE edition.guild = :guild AND continues IS NOT NULL)
  ORDER BY last_at DESC, id LIMIT :limit`;

/** The newest developments of a storyline, without those that a guild ruled on. */
export async function latestIn(engine: Engine, question: NewsQuestion): Promise<readonly Development[]> {
  return developmentsOf(engine, await engine.all(LATEST, { ...question }));
}

const summaryRow = z.object({
  channel: z.string().transform((text) => id<ChannelId>(text)),
  messages: z.number(),
  latest: instant,
});

/** Every channel of the board. */
export async function channelSummaries(engine: Engine): Promise<readonly ChannelSummary[]> {
  const sql = `SELECT channel, COUNT(*) AS messages, MAX(made_at) AS latest FROM message
    GROUP BY channel ORDER BY latest DESC, channel`;
  return (await engine.all(sql, {})).map((row) => summaryRow.parse(row));
}

const shownRow = z.object({
  state: z.enum(MESSAGE_STATES),
  made_at: instant,
  shown_at: instant.nullable(),
  edits: z.number(),
  first_tried_at: instant.nullable(),
});

/** The newest messages of a channel with all that their cards are drawn from. */
export async function messagesOf(
  engine: Engine,
  channel: ChannelId,
  limit: number,
): Promise<readonly ChannelMessage[]> {
  const sql = 'SELECT * FROM message WHERE channel = :channel ORDER BY made_at DESC, key DESC LIMIT :limit';
  const rows = (await engine.all(sql, { channel, limit })).toReversed();
  const showings = await showingsOf(
    engine,
    rows.map((row) => claimedRow.parse({ ...row, first_tried_at: row.first_tried_at ?? row.made_at ?? null })),
    ({ wanted_at }) => wanted_at,
  );
  return showings.map((showing, index) => {
    const { state, made_at, shown_at, edits } = shownRow.parse(rows[index]);
    return { showing, state, madeAt: made_at, shownAt: shown_at, edits };
  });
}
