/** Channels and what stands in them, with Discord's rule for nonces. */
import type { Clock } from '../../../src/domain/ports.ts';
import { between, HOUR, type Instant, MINUTE } from '../../../src/domain/time.ts';
import { at } from '../nouns.ts';
import { type Answer, refused } from './http.ts';
import { isForum, isThread, type Places } from './places.ts';
import { type Body, type Component, messageComplaints, messageShape, withChildren } from './rules.ts';
import { ANNOUNCEMENT, type Forbidden } from './world.ts';

/** Discord's first second. */
const FIRST_SECOND = at('2015-01-01T00:00:00Z');

/** "The past few minutes" of the documentation. */
const NONCE_WINDOW = 3 * MINUTE;

/** Its users' word; the documentation is silent. */
const MOST_CROSSPOSTS = 10;
/** Of a published message, within an hour. */
const MOST_EDITS = 3;
/** The flag of a message that was published. */
export const CROSSPOSTED = 1 << 1;

function limited(ms: number): Answer {
  const seconds = ms / 1_000;
  const headers = { 'retry-after': String(seconds), 'x-ratelimit-scope': 'user' };
  return {
    status: 429,
    headers,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: false },
  };
}

export interface Message {
  readonly id: string;
  readonly channel_id: string;
  readonly author: { readonly id: string; readonly username: string; readonly discriminator: string };
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly content: string;
  readonly flags: number;
  readonly components: readonly Component[];
  readonly nonce?: string | number;
  readonly message_reference?: { readonly message_id: string; readonly channel_id: string };
}

interface Kept {
  message: Message;
  readonly at: Instant;
  isDeleted: boolean;
}

export interface Messages {
  /** In the order they were posted. */
  in(channel: string): readonly Message[];
  post(channel: string, body: unknown): Answer;
  edit(channel: string, message: string, body: unknown): Answer;
  /** Tells it to the servers that follow an announcement channel. */
  crosspost(channel: string, message: string): Answer;
  one(channel: string, message: string): Answer;
  /** Newest first. */
  list(channel: string, query: URLSearchParams): Answer;
  /** The bot's own, whatever it may there; a forum's post and its first message have one id. */
  keep(channel: string, body: Body, id?: string): Message;
  nextId(): string;
  /** As a member would. */
  delete(message: string): void;
  /** A message of someone else, as text or as a whole body. */
  chatter(channel: string, author: string, said: string | object): Message;
}

/** All the text in a body, line by line. */
export function textOf({ components }: Pick<Body, 'components'>): string {
  return components
    .flatMap(withChildren)
    .flatMap(({ content }) => content ?? [])
    .join('\n');
}

/** Components without an id get one: the lowest numbers that are still free. */
function numbered(components: readonly Component[]): readonly Component[] {
  const taken = new Set(components.flatMap(withChildren).flatMap(({ id }) => id ?? []));
  let next = 1;
  const free = () => {
    while (taken.has(next)) next += 1;
    taken.add(next);
    return next;
  };
  const number = (one: Component): Component => {
    const own = { ...one, id: one.id ?? free() };
    return one.components ? { ...own, components: one.components.map(number) } : own;
  };
  return components.map(number);
}

export function invalid(complaints: readonly string[]): Answer {
  return refused(400, 50035, `Invalid Form Body: ${complaints.join('; ')}`);
}

export const UNKNOWN_CHANNEL = refused(404, 10003, 'Unknown Channel');
export const MISSING_ACCESS = refused(403, 50001, 'Missing Access');
export const MISSING_PERMISSIONS = refused(403, 50013, 'Missing Permissions');
export const UNKNOWN_MESSAGE = refused(404, 10008, 'Unknown Message');
const IN_NO_THREAD = refused(400, 40058, 'Cannot message this channel until the message is in a thread');
const LOCKED = refused(400, 160005, 'This thread is locked');
const PUBLISHED = refused(400, 40033, 'This message has already been crossposted');
const CANNOT_BE = refused(400, 50068, 'Invalid message type');
const ARCHIVED = refused(400, 50083, 'Tried to perform an operation on an archived thread');

/** Why nothing at all can be done there. */
export function shut(places: Places, channel: string): Answer | null {
  if (!places.get(channel)) return UNKNOWN_CHANNEL;
  return places.isForbidden(channel, 'seeing') ? MISSING_ACCESS : null;
}

/** Why nothing can be said there. */
function mute(places: Places, channel: string): Answer | null {
  const place = places.get(channel);
  if (!place) return UNKNOWN_CHANNEL;
  if (isForum(place)) return IN_NO_THREAD;
  const needed: Forbidden = isThread(place) ? 'sending in threads' : 'sending';
  if (places.isForbidden(channel, needed)) return MISSING_PERMISSIONS;
  return place.archivedAt !== null && place.isLocked ? LOCKED : null;
}

export function messages(clock: Clock, self: string, places: Places): Messages {
  const channels = new Map<string, Kept[]>();
  const republished: { readonly message: string; readonly at: Instant }[] = [];
  const crossposts: { readonly channel: string; readonly at: Instant }[] = [];

  let last = 0n;

  /** An id says when it was given (documentation, Snowflakes), and no two are alike. */
  const nextId = () => {
    const first = BigInt(between(FIRST_SECOND, clock.now())) << 22n;
    last = first > last ? first : last + 1n;
    return String(last);
  };

  const everything = () => [...channels.values()].flat();

  const isThere = (channel: string, id: string | undefined) =>
    (channels.get(channel) ?? []).some(({ message, isDeleted }) => message.id === id && !isDeleted);

  const keep = (channel: string, author: string, body: Body, id = nextId()): Message => {
    const answered = isThere(channel, body.message_reference?.message_id)
      ? body.message_reference?.message_id
      : undefined;
    const message: Message = {
      id,
      channel_id: channel,
      author: { id: author, username: `user-${author}`, discriminator: '0' },
      timestamp: clock.now().replace('Z', '000+00:00'),
      edited_timestamp: null,
      content: body.content ?? '',
      flags: body.flags,
      components: numbered(body.components),
      ...(body.nonce === undefined ? {} : { nonce: body.nonce }),
      ...(answered === undefined ? {} : { message_reference: { message_id: answered, channel_id: channel } }),
    };
    channels.set(channel, [...(channels.get(channel) ?? []), { message, at: clock.now(), isDeleted: false }]);
    places.set(channel, { archivedAt: null });
    return message;
  };

  const withNonce = ({ nonce, enforce_nonce: enforced }: Body): Kept | undefined => {
    if (!enforced) return undefined;
    const isRecent = ({ at }: Kept) => between(at, clock.now()) <= NONCE_WINDOW;
    return everything().find(
      (kept) => kept.message.author.id === self && kept.message.nonce === nonce && isRecent(kept),
    );
  };

  const post = (channel: string, body: unknown): Answer => {
    const refusal = shut(places, channel) ?? mute(places, channel);
    if (refusal) return refusal;
    const complaints = messageComplaints(body);
    if (complaints.length > 0) return invalid(complaints);
    const draft = messageShape.parse(body);
    const { message_reference: reference } = draft;
    if (reference?.fail_if_not_exists && !isThere(channel, reference.message_id)) return invalid(['Unknown message']);
    const earlier = withNonce(draft);
    if (earlier) return earlier.isDeleted ? UNKNOWN_MESSAGE : { status: 200, body: earlier.message };
    return { status: 200, body: keep(channel, self, draft) };
  };

  /** Why a published message takes no edit now; it counts as edited otherwise. */
  const republish = ({ id, flags }: Message): Answer | null => {
    if ((flags & CROSSPOSTED) === 0) return null;
    const [first, ...more] = republished.filter(({ message, at }) => message === id && between(at, clock.now()) < HOUR);
    if (first && more.length + 1 >= MOST_EDITS) return limited(HOUR - between(first.at, clock.now()));
    republished.push({ message: id, at: clock.now() });
    return null;
  };

  const edit = (channel: string, id: string, body: unknown): Answer => {
    const found = channels.get(channel)?.find(({ message, isDeleted }) => message.id === id && !isDeleted);
    const refusal = shut(places, channel);
    if (refusal) return refusal;
    if (!found) return UNKNOWN_MESSAGE;
    if (places.get(channel)?.archivedAt) return ARCHIVED;
    if (found.message.author.id !== self) return refused(403, 50005, 'Cannot edit a message authored by another user');
    const complaints = messageComplaints(body);
    if (complaints.length > 0) return invalid(complaints);
    const tooOften = republish(found.message);
    if (tooOften) return tooOften;
    const { flags: own, components, content = '' } = messageShape.parse(body);
    const flags = own | (found.message.flags & CROSSPOSTED);
    const edited = { flags, components: numbered(components), content, edited_timestamp: clock.now() };
    found.message = { ...found.message, ...edited };
    return { status: 200, body: found.message };
  };

  const visible = (channel: string) =>
    (channels.get(channel) ?? []).filter(({ isDeleted }) => !isDeleted).map(({ message }) => message);

  return {
    in: visible,
    keep: (channel, body, id) => keep(channel, self, body, id),
    nextId,
    crosspost(channel, id) {
      const found = channels.get(channel)?.find(({ message, isDeleted }) => message.id === id && !isDeleted);
      const refusal = shut(places, channel);
      if (refusal) return refusal;
      if (!found) return UNKNOWN_MESSAGE;
      if (places.get(channel)?.type !== ANNOUNCEMENT) return CANNOT_BE;
      if ((found.message.flags & CROSSPOSTED) !== 0) return PUBLISHED;
      const lately = crossposts.filter((one) => one.channel === channel && between(one.at, clock.now()) < HOUR);
      if (lately.length >= MOST_CROSSPOSTS) return limited(HOUR - between(lately[0]?.at ?? clock.now(), clock.now()));
      crossposts.push({ channel, at: clock.now() });
      found.message = { ...found.message, flags: found.message.flags | CROSSPOSTED };
      return { status: 200, body: found.message };
    },
    one(channel, id) {
      const refusal = shut(places, channel) ?? (places.isForbidden(channel, 'reading') ? MISSING_ACCESS : null);
      if (refusal) return refusal;
      const found = visible(channel).find((message) => message.id === id);
      return found ? { status: 200, body: found } : UNKNOWN_MESSAGE;
    },
    post,
    edit,
    list(channel, query) {
      const refusal = shut(places, channel);
      if (refusal) return refusal;
      if (places.isForbidden(channel, 'reading')) return { status: 200, body: [] };
      const limit = Number(query.get('limit') ?? 50);
      if (limit < 1 || limit > 100) return invalid(['limit must be 1 to 100']);
      const before = BigInt(query.get('before') ?? last + 1n);
      const newestFirst = visible(channel).toReversed();
      return { status: 200, body: newestFirst.filter(({ id }) => BigInt(id) < before).slice(0, limit) };
    },
    delete(id) {
      for (const kept of everything()) if (kept.message.id === id) kept.isDeleted = true;
    },
    chatter: (channel, author, said) =>
      keep(channel, author, messageShape.parse(typeof said === 'string' ? { content: said } : said)),
  };
}
