/** The other wire: HELLO, IDENTIFY, READY, heartbeats, RESUME and dispatches (documentation, Gateway). */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';

const OPCODES = { dispatch: 0, heartbeat: 1, identify: 2, resume: 6, invalidSession: 9, hello: 10, ack: 11 };
const HEARTBEAT = 41_250;
const SESSION = 'session-1';

const command = z.object({ op: z.int(), d: z.unknown() });
const identify = z.strictObject({
  token: z.string(),
  intents: z
    .int()
    .min(0)
    .max(2 ** 26 - 1),
  properties: z.strictObject({ os: z.string(), browser: z.string(), device: z.string() }),
  compress: z.boolean().optional(),
  large_threshold: z.int().min(50).max(250).optional(),
  shard: z.tuple([z.int(), z.int()]).optional(),
  presence: z.looseObject({ status: z.enum(['online', 'dnd', 'idle', 'invisible', 'offline']) }).optional(),
});
const resume = z.strictObject({ token: z.string(), session_id: z.string(), seq: z.int() });
/** The last sequence number heard, or null before any. */
const heartbeat = z.int().nullable();

/** Documentation, Sending Events: more ends the connection. */
const MOST_BYTES = 4_096;

interface Dispatch {
  readonly op: number;
  readonly s: number;
  readonly t: string;
  readonly d: unknown;
}

export interface Gateway {
  /** Kept for a client that is away and resumes. */
  dispatch(type: string, data: unknown): void;
  /** Accepts connections and never says HELLO. */
  staysSilent(): void;
  /** Answers IDENTIFY with a close. */
  closesWith(code: number): void;
  /** Breaks the connection as a network would; the client may come back. */
  drops(code: number): void;
  /** No client can resume: each has to identify anew. */
  forgetsSession(): void;
  /** Ends the next `times` sessions as soon as they were asked for. */
  refusesSessions(times: number): void;
  readonly intents: readonly number[];
  /** Sessions resumed so far. */
  resumed(): number;
  /** Connections there are, and there ever were. */
  open(): number;
  connections(): number;
  close(): void;
}

export interface GatewayParts {
  readonly server: Server;
  readonly isToken: (token: string) => boolean;
  /** READY's data without the session, and the server that follows it. */
  readonly greet: () => { readonly ready: object; readonly guild: object };
  readonly url: () => string;
  /** Hears what the client may not send. */
  readonly complain: (complaint: string) => void;
}

export function gateway({ server, isToken, greet, url, complain }: GatewayParts): Gateway {
  const sockets = new WebSocketServer({ server, path: '/gateway' });
  const sent: Dispatch[] = [];
  const intents: number[] = [];
  let live: WebSocket | null = null;
  let isSilent = false;
  let refusal: number | null = null;
  let isForgotten = false;
  let refused = 0;
  let resumes = 0;
  let connections = 0;

  const say = (socket: WebSocket, payload: object) => socket.send(JSON.stringify(payload));

  const judged = <Shape>(what: string, shape: z.ZodType<Shape>, data: unknown): Shape => {
    const read = shape.safeParse(data);
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues)
      complain(`${what} at the gateway: /${path.join('/')} ${message}`);
    throw read.error;
  };

  const dispatch = (type: string, data: unknown) => {
    const next = { op: OPCODES.dispatch, s: sent.length + 1, t: type, d: data };
    sent.push(next);
    if (live) say(live, next);
  };

  const onIdentify = (socket: WebSocket, data: unknown) => {
    const { token, intents: wanted } = judged('IDENTIFY', identify, data);
    if (refusal !== null || !isToken(token)) return socket.close(refusal ?? 4004);
    intents.push(wanted);
    if (refused > 0) {
      refused -= 1;
      return say(socket, { op: OPCODES.invalidSession, d: false });
    }
    live = socket;
    const { ready, guild } = greet();
    dispatch('READY', { v: 10, ...ready, session_id: SESSION, resume_gateway_url: url() });
    dispatch('GUILD_CREATE', guild);
  };

  const onResume = (socket: WebSocket, data: unknown) => {
    const { token, session_id: session, seq } = judged('RESUME', resume, data);
    if (!isToken(token)) return socket.close(4004);
    if (session !== SESSION || isForgotten) return say(socket, { op: OPCODES.invalidSession, d: false });
    live = socket;
    resumes += 1;
    for (const missed of sent.filter(({ s }) => s > seq)) say(socket, missed);
    dispatch('RESUMED', {});
  };

  const onMessage = (socket: WebSocket, text: string) => {
    if (text.length > MOST_BYTES) complain(`the gateway was sent ${text.length} bytes at once`);
    const { op, d } = judged('a command', command, JSON.parse(text));
    if (op === OPCODES.heartbeat) {
      judged('a heartbeat', heartbeat, d);
      say(socket, { op: OPCODES.ack });
    }
    if (op === OPCODES.identify) onIdentify(socket, d);
    if (op === OPCODES.resume) onResume(socket, d);
  };

  sockets.on('connection', (socket) => {
    connections += 1;
    socket.on('message', (data) => onMessage(socket, String(data)));
    socket.on('close', () => {
      if (live === socket) live = null;
    });
    if (!isSilent) say(socket, { op: OPCODES.hello, d: { heartbeat_interval: HEARTBEAT } });
  });

  return {
    dispatch,
    staysSilent() {
      isSilent = true;
    },
    closesWith(code) {
      refusal = code;
    },
    drops(code) {
      const socket = live;
      live = null;
      socket?.close(code);
    },
    forgetsSession() {
      isForgotten = true;
    },
    refusesSessions(times) {
      refused = times;
    },
    intents,
    resumed: () => resumes,
    open: () => sockets.clients.size,
    connections: () => connections,
    close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}
