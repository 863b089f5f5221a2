import type { DigestId, FollowId, PlaceId } from './ids.ts';
import type { Instant } from './time.ts';

/**
 * Developments that a place is told of in one message, because it had as many messages within the hour as it wants.
 * It takes in more for an hour, and is edited; the next burst gets one of its own.
 */
export interface Digest {
  readonly id: DigestId;
  readonly place: PlaceId;
  /** One of the place, for the message. */
  readonly follow: FollowId;
  readonly rev: number;
  readonly openedAt: Instant;
  /** Ids of developments, or of editions that were split off, in the order they came. */
  readonly entries: readonly string[];
}
