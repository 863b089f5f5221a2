/** Channels, forums and threads: what each is, and what the bot may not do there. */
import { allowedBut, channelJson, FORUM, type Forbidden, type PlaceJson, TEXT, THREAD } from './world.ts';

export interface Tag {
  readonly id: string;
  readonly name: string;
  /** Only who manages threads may apply it. */
  readonly moderated: boolean;
}

export interface Place {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  /** Of a thread. */
  readonly parent: string | null;
  readonly owner: string | null;
  readonly tags: readonly Tag[];
  readonly requiresTag: boolean;
  readonly appliedTags: readonly string[];
  readonly isLocked: boolean;
  /** Null while it is not archived. */
  readonly archivedAt: string | null;
}

export interface Places {
  declare(id: string): void;
  all(): readonly Place[];
  get(id: string): Place | undefined;
  set(id: string, change: Partial<Place>): void;
  remove(id: string): void;
  forbid(id: string, forbidden: readonly Forbidden[]): void;
  /** Threads are closed as their channel is. */
  isForbidden(id: string, what: Forbidden): boolean;
  json(id: string): PlaceJson;
  /** Permission bits of the bot there. */
  allowed(id: string): string;
}

const PLAIN = { parent: null, owner: null, tags: [], requiresTag: false, appliedTags: [] } as const;

export const isThread = ({ type }: Pick<Place, 'type'>) => THREAD.includes(type);
export const isForum = ({ type }: Pick<Place, 'type'>) => type === FORUM;

export function places(): Places {
  const known = new Map<string, Place>();
  const closed = new Map<string, readonly Forbidden[]>();

  const fresh = (id: string): Place => ({
    ...{ id, type: TEXT, name: `channel-${id}`, isLocked: false, archivedAt: null },
    ...PLAIN,
  });
  const set = (id: string, change: Partial<Place>) =>
    void known.set(id, { ...(known.get(id) ?? fresh(id)), ...change });
  const forbiddenIn = (id: string) => closed.get(known.get(id)?.parent ?? id) ?? [];

  return {
    declare: (id) => set(id, {}),
    all: () => [...known.values()],
    get: (id) => known.get(id),
    set,
    remove: (id) => void known.delete(id),
    forbid: (id, forbidden) => void closed.set(id, forbidden),
    isForbidden: (id, what) => forbiddenIn(id).includes(what),
    allowed: (id) => allowedBut(forbiddenIn(id)),
    json: (id) => channelJson(known.get(id) ?? fresh(id), closed.get(id) ?? []),
  };
}

/** Text channels in which everyone is kept from these, as Discord tells of them. */
export function channelsJson(channels: readonly (readonly [id: string, forbidden: readonly Forbidden[]])[]) {
  const known = places();
  return channels.map(([id, forbidden]) => {
    known.forbid(id, forbidden);
    return known.json(id);
  });
}
