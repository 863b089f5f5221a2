/** The demo's moderator: reads every proposal and confirms it ten minutes later, as people would from Discord. */
import { answerProposal } from '../../decide/moderate.ts';
import type { GuildId } from '../../domain/ids.ts';
import type { Clock, Log, Store } from '../../domain/ports.ts';
import { MINUTE, plus } from '../../domain/time.ts';
import type { Line } from '../../run/line.ts';
import { type Loop, type Step, startLoop } from '../../run/loop.ts';

/** Also how often the moderator looks, so that an answer comes exactly this long after its question. */
const THINKS_FOR = 10 * MINUTE;
const MEMBER = 'the demo’s moderator';

function moderatorStep(store: Store, guild: GuildId, line: Line): Step {
  return async (now) => {
    const open = await store.proposals(guild);
    const [ripe] = open.filter(({ proposal }) => plus(proposal.madeAt, THINKS_FOR) <= now);
    if (ripe) {
      const { changes } = answerProposal(ripe, { kind: 'accept', date: null }, MEMBER, now);
      await store.commit(changes, { at: now, actor: 'member:demo' });
      line.committed(changes);
      return now;
    }
    const due = open.map(({ proposal }) => plus(proposal.madeAt, THINKS_FOR)).sort()[0];
    const look = plus(now, THINKS_FOR);
    return due !== undefined && due < look ? due : look;
  };
}

export interface ModeratorPorts {
  readonly store: Store;
  readonly guild: GuildId;
  readonly line: Line;
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Starts a loop of its own beside the line's, until `signal` aborts. */
export function startModerator({ store, guild, line, ...loop }: ModeratorPorts): Loop {
  return startLoop({ ...loop, name: 'moderator', step: moderatorStep(store, guild, line) });
}
