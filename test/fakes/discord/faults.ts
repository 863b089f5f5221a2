/** What goes wrong on the way: `fails(2).at('/messages').with(500).after('commit')`. */
import type { Answer, Request } from './http.ts';

/** A status, an error of Discord's own, a limit (seconds), a connection that breaks, or no answer at all. */
export type Trouble =
  | number
  | { readonly status: number; readonly code: number }
  | { readonly retryAfter: number; readonly scope?: 'user' | 'global' | 'shared' }
  | 'socket closed'
  | 'silence';

export interface Fault {
  readonly moment: 'before' | 'after';
  readonly kind: 'answer' | 'socket closed' | 'silence';
  readonly answer: Answer | null;
}

export interface FaultInWords {
  /** Only requests whose `METHOD path` contains `part`; all of them when never said. */
  at(part: string): FaultInWords;
  with(trouble: Trouble): FaultInWords;
  before(commit: 'commit'): void;
  after(commit: 'commit'): void;
}

export interface Faults {
  fails(times: number): FaultInWords;
  /** The fault that this request meets, used up by it. */
  take(request: Request): Fault | null;
}

/** Documentation, Rate Limits: whom it concerns stands in the headers, and for all of the bot in the body as well. */
function limitAnswer(seconds: number, scope: string): Answer {
  const isGlobal = scope === 'global';
  const headers = { 'retry-after': String(seconds), 'x-ratelimit-scope': scope };
  return {
    status: 429,
    headers: isGlobal ? { ...headers, 'x-ratelimit-global': 'true' } : headers,
    body: { message: 'You are being rate limited.', retry_after: seconds, global: isGlobal },
  };
}

function answerOf(trouble: Exclude<Trouble, string>): Answer {
  if (typeof trouble === 'number') return { status: trouble, body: { code: 0, message: `${trouble}: made up` } };
  if ('code' in trouble) return { status: trouble.status, body: { code: trouble.code, message: 'made up' } };
  return limitAnswer(trouble.retryAfter, trouble.scope ?? 'user');
}

function faultOf(trouble: Trouble, moment: Fault['moment']): Fault {
  if (typeof trouble === 'string') return { moment, kind: trouble, answer: null };
  return { moment, kind: 'answer', answer: answerOf(trouble) };
}

interface Planned {
  readonly part: string;
  readonly fault: Fault;
  left: number;
}

export function faults(): Faults {
  const planned: Planned[] = [];
  const inWords = (times: number, part: string, trouble: Trouble): FaultInWords => {
    const plan = (moment: Fault['moment']) => planned.push({ part, fault: faultOf(trouble, moment), left: times });
    return {
      at: (other) => inWords(times, other, trouble),
      with: (other) => inWords(times, part, other),
      before: () => void plan('before'),
      after: () => void plan('after'),
    };
  };
  return {
    fails: (times) => inWords(times, '', 500),
    take({ method, path }) {
      const met = planned.find(({ part, left }) => left > 0 && `${method} ${path}`.includes(part));
      if (!met) return null;
      met.left -= 1;
      return met.fault;
    },
  };
}
