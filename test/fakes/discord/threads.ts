/** Threads and the posts of forums, by Discord's rules (documentation, Threads). */
import { z } from 'zod';
import type { Clock } from '../../../src/domain/ports.ts';
import { type Answer, refused } from './http.ts';
import { invalid, type Messages, MISSING_PERMISSIONS, shut, UNKNOWN_CHANNEL, UNKNOWN_MESSAGE } from './messages.ts';
import { isForum, isThread, type Place, type Places } from './places.ts';
import { messageComplaints, messageShape } from './rules.ts';
import { ANNOUNCEMENT, TEXT } from './world.ts';

export interface Threads {
  channel(id: string): Answer;
  /** Archives a thread, or opens it again. */
  change(id: string, body: unknown): Answer;
  /** A post in a forum, with its first message. */
  open(forum: string, body: unknown): Answer;
  /** A thread at a message, whose id it gets. */
  openAt(channel: string, message: string, body: unknown): Answer;
  active(): Answer;
  /** Those archived last come first. */
  archived(channel: string, query: URLSearchParams): Answer;
}

const WRONG_KIND = refused(400, 50024, 'Cannot execute action on this channel type');
const HAS_A_THREAD = refused(400, 160004, 'A thread has already been created for this message');
const NEEDS_A_TAG = refused(400, 40067, 'A tag is required to create a forum post in this channel');

const name = z.string().min(1).max(100);
const duration = z.literal([60, 1_440, 4_320, 10_080]).optional();
const draft = z.strictObject({ name, auto_archive_duration: duration });
const post = draft.extend({ message: z.unknown(), applied_tags: z.array(z.string()).max(5).default([]) });
const state = z.strictObject({ archived: z.boolean() });

const ANNOUNCEMENT_THREAD = 10;
const PUBLIC_THREAD = 11;

export function threads(clock: Clock, self: string, places: Places, messages: Messages): Threads {
  const made = (id: string, place: Partial<Place>) => {
    places.set(id, { owner: self, ...place });
    return places.json(id);
  };

  const ofParent = (parent: string, place: Place) => isThread(place) && place.parent === parent;

  const tagsRefusal = ({ tags, requiresTag }: Place, applied: readonly string[]): Answer | null => {
    if (requiresTag && applied.length === 0) return NEEDS_A_TAG;
    const isOpen = (one: string) => tags.some(({ id, moderated }) => id === one && !moderated);
    return applied.every(isOpen) ? null : invalid(['a tag that is none, or not for us']);
  };

  const openRefusal = (place: Place, body: z.infer<typeof post>): Answer | null => {
    if (!isForum(place)) return WRONG_KIND;
    if (places.isForbidden(place.id, 'sending')) return MISSING_PERMISSIONS;
    const complaints = messageComplaints(body.message);
    return complaints.length > 0 ? invalid(complaints) : tagsRefusal(place, body.applied_tags);
  };

  const openAtRefusal = (place: Place, message: string): Answer | null => {
    if (place.type !== TEXT && place.type !== ANNOUNCEMENT) return WRONG_KIND;
    if (places.isForbidden(place.id, 'making threads')) return MISSING_PERMISSIONS;
    if (!messages.in(place.id).some(({ id }) => id === message)) return UNKNOWN_MESSAGE;
    return places.get(message) ? HAS_A_THREAD : null;
  };

  return {
    channel: (id) => shut(places, id) ?? { status: 200, body: places.json(id) },
    change(id, body) {
      const place = places.get(id);
      if (!place) return UNKNOWN_CHANNEL;
      const { archived } = state.parse(body);
      if (place.isLocked || places.isForbidden(id, 'sending in threads')) return MISSING_PERMISSIONS;
      places.set(id, { archivedAt: archived ? clock.now() : null });
      return { status: 200, body: places.json(id) };
    },
    open(forum, body) {
      const place = places.get(forum);
      const read = post.safeParse(body);
      if (!place) return UNKNOWN_CHANNEL;
      if (!read.success) return invalid(read.error.issues.map(({ message }) => message));
      const refusal = shut(places, forum) ?? openRefusal(place, read.data);
      if (refusal) return refusal;
      const id = messages.nextId();
      const { name: title, applied_tags: appliedTags, message } = read.data;
      const thread = made(id, { type: PUBLIC_THREAD, parent: forum, name: title, appliedTags });
      return { status: 201, body: { ...thread, message: messages.keep(id, messageShape.parse(message), id) } };
    },
    openAt(channel, message, body) {
      const place = places.get(channel);
      const read = draft.safeParse(body);
      if (!place) return UNKNOWN_CHANNEL;
      if (!read.success) return invalid(read.error.issues.map((issue) => issue.message));
      const refusal = shut(places, channel) ?? openAtRefusal(place, message);
      if (refusal) return refusal;
      const type = place.type === ANNOUNCEMENT ? ANNOUNCEMENT_THREAD : PUBLIC_THREAD;
      return { status: 201, body: made(message, { type, parent: channel, name: read.data.name }) };
    },
    active() {
      const open = places.all().filter((place) => isThread(place) && place.archivedAt === null);
      return { status: 200, body: { threads: open.map(({ id }) => places.json(id)), members: [] } };
    },
    archived(channel, query) {
      const refusal = shut(places, channel) ?? (places.isForbidden(channel, 'reading') ? MISSING_PERMISSIONS : null);
      if (refusal) return refusal;
      const before = query.get('before') ?? clock.now();
      const limit = Number(query.get('limit') ?? 50);
      const all = places.all().filter((place) => ofParent(channel, place) && (place.archivedAt ?? before) < before);
      const newest = all.toSorted((one, other) => ((one.archivedAt ?? '') < (other.archivedAt ?? '') ? 1 : -1));
      const page = newest.slice(0, limit).map(({ id }) => places.json(id));
      return { status: 200, body: { threads: page, members: [], has_more: newest.length > limit } };
    },
  };
}
