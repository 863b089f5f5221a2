/** What must hold for a desk to do its work, each looked at by itself. */
import type { Store } from '../domain/ports.ts';
import { type Instant, MINUTE, plus, SECOND } from '../domain/time.ts';
import type { HealthCheck } from './health.ts';

export interface ReadinessParts {
  readonly store: Pick<Store, 'beat' | 'nextDue' | 'stuck' | 'pauses'>;
  readonly now: Instant;
  /** Whether the chat is connected. */
  readonly isConnected: boolean;
  /** By how many milliseconds this machine's clock is ahead of another one; null when nobody told. */
  readonly clockAheadMs: number | null;
  /** Loops that should have been heard of. */
  readonly overdue: readonly string[];
}

/** Work this late means that something is stuck. */
const LATEST = 15 * MINUTE;

/** Reminders are exact to the minute. */
const CLOCK_MAY_BE_OFF = 30 * SECOND;

type Found = Omit<HealthCheck, 'name'>;

async function database({ store, now }: ReadinessParts): Promise<Found> {
  await store.beat('health', now);
  return { ok: true, detail: 'can be written' };
}

function isLate(due: Instant | null, now: Instant): boolean {
  return due !== null && due < plus(now, -LATEST);
}

async function polling({ store, now }: ReadinessParts): Promise<Found> {
  const { poll } = await store.nextDue();
  return { ok: !isLate(poll, now), detail: poll ? `next poll ${poll}` : 'no feed is enabled' };
}

/** What waits, and what waits for an operator. */
async function board({ store, now }: ReadinessParts): Promise<Found> {
  const { deliver } = await store.nextDue();
  const stuck = (await store.stuck()).length;
  const closed = (await store.pauses(now)).filter(({ cause }) => cause === 'closed').length;
  const waiting = deliver ? `next message ${deliver}` : 'nothing waits';
  const words = stuck + closed === 0 ? '' : `; "desk board" shows ${stuck} stuck, ${closed} channels closed`;
  return { ok: !isLate(deliver, now), detail: `${waiting}${words}` };
}

function chat({ isConnected }: ReadinessParts): Found {
  return { ok: isConnected, detail: isConnected ? 'connected' : 'not connected to Discord' };
}

function clock({ clockAheadMs }: ReadinessParts): Found {
  if (clockAheadMs === null) return { ok: true, detail: 'nobody to compare it with' };
  const seconds = Math.round(Math.abs(clockAheadMs) / SECOND);
  const detail = `${seconds} s ${clockAheadMs < 0 ? 'behind' : 'ahead of'} Discord's`;
  if (Math.abs(clockAheadMs) <= CLOCK_MAY_BE_OFF) return { ok: true, detail };
  return { ok: false, detail: `${detail}; set this machine's clock by NTP, or reminders come at the wrong time` };
}

function loops({ overdue }: Pick<ReadinessParts, 'overdue'>): Found {
  if (overdue.length === 0) return { ok: true, detail: 'all at work' };
  return { ok: false, detail: `${overdue.join(', ')}: not heard of in time; the desk ends itself to be started again` };
}

const CHECKS: Readonly<Record<string, (parts: ReadinessParts) => Found | Promise<Found>>> = {
  database,
  polling,
  board,
  chat,
  clock,
  loops,
};

/** The reason alone: a stack is for the log. */
function failed(error: unknown): Found {
  return { ok: false, detail: error instanceof Error ? error.message : String(error) };
}

/** What a process that is stuck fails: for who would end it. */
export function liveness(overdue: readonly string[]): readonly HealthCheck[] {
  return [{ name: 'loops', ...loops({ overdue }) }];
}

/** Every check, also when others fail. */
export async function readiness(parts: ReadinessParts): Promise<readonly HealthCheck[]> {
  const found: HealthCheck[] = [];
  for (const [name, check] of Object.entries(CHECKS)) {
    const one = await Promise.resolve(parts).then(check).catch(failed);
    found.push({ name, ...one });
  }
  return found;
}
