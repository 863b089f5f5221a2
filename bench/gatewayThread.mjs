/**
 * A thread that is Discord for one bot: it lets it in, sends interactions at an even pace when told `{ count, everyMs }`,
 * and says how long each took from its event to the first answer: `{ commands, choices }` in milliseconds.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { parentPort } from 'node:worker_threads';
import { WebSocketServer } from 'ws';

const BOT = '200000000000000001';
const GUILD = '200000000000000003';
const CHANNEL = '200000000000000004';
const USER = { id: BOT, username: 'desk', discriminator: '0', avatar: null, bot: true };
const MEMBER = { id: '200000000000000005', username: 'member', discriminator: '0', avatar: null };

const ROLE = { id: GUILD, name: '@everyone', permissions: '68608', position: 0, color: 0 };
const LISTS = ['threads', 'emojis', 'stickers', 'features', 'presences', 'voice_states', 'stage_instances'];
const GUILD_JSON = {
  ...{ id: GUILD, name: 'Bench', owner_id: MEMBER.id, roles: [ROLE], member_count: 1, preferred_locale: 'en-US' },
  channels: [{ id: CHANNEL, guild_id: GUILD, type: 0, name: 'bench', position: 0, permission_overwrites: [] }],
  members: [{ user: USER, roles: [], joined_at: '2025-01-01T00:00:00Z', deaf: false, mute: false, flags: 0 }],
  ...Object.fromEntries([...LISTS, 'guild_scheduled_events', 'soundboard_sounds'].map((name) => [name, []])),
};

const begun = new Map();
const taken = { commands: [], choices: [] };
let waiting = 0;
let socket = null;
let sequence = 0;

function dispatch(type, data) {
  sequence += 1;
  socket.send(JSON.stringify({ op: 0, s: sequence, t: type, d: data }));
}

function interactionOf(number, isTyping) {
  const member = { user: MEMBER, roles: [], permissions: '32', joined_at: '2025-01-01T00:00:00Z', flags: 0 };
  const typed = { name: 'show', type: 1, options: [{ name: 'deadline', type: 3, value: 'b', focused: true }] };
  const list = { name: 'list', type: 1, options: [] };
  return {
    ...{ id: String(700_000_000_000_000_000n + BigInt(number)), application_id: BOT, token: `token-${number}` },
    ...{ type: isTyping ? 4 : 2, version: 1, channel: { id: CHANNEL, type: 0 }, channel_id: CHANNEL, guild_id: GUILD },
    ...{ locale: 'en-GB', app_permissions: '68608', entitlements: [], attachment_size_limit: 10_485_760, member },
    ...{ context: 0, authorizing_integration_owners: { 0: GUILD } },
    data: { id: '900', type: 1, name: 'deadline', options: [isTyping ? typed : list] },
  };
}

/** Every third one types, and is offered choices; the others use a command, and are told that an answer comes. */
async function play({ count, everyMs }) {
  waiting = count;
  for (let number = 0; number < count; number += 1) {
    const isTyping = number % 3 === 0;
    begun.set(`token-${number}`, { at: performance.now(), into: isTyping ? taken.choices : taken.commands });
    dispatch('INTERACTION_CREATE', interactionOf(number, isTyping));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

function acknowledged(token) {
  const { at, into } = begun.get(token);
  into.push(performance.now() - at);
  waiting -= 1;
  if (waiting === 0) parentPort.postMessage(taken);
}

function answerOf(line, url) {
  const token = /^POST \/api\/v10\/interactions\/\d+\/([^/]+)\/callback/.exec(line)?.[1];
  if (token !== undefined) return void acknowledged(token);
  const limit = { total: 1_000, remaining: 999, reset_after: 14_400_000, max_concurrency: 1 };
  if (line.startsWith('GET /api/v10/gateway/bot')) return { url, shards: 1, session_start_limit: limit };
  return line.includes('/commands') ? [] : { id: '800', channel_id: CHANNEL };
}

const server = createServer((request, response) => {
  request.resume();
  const body = answerOf(`${request.method} ${request.url}`, `ws://127.0.0.1:${server.address().port}/gateway`);
  if (body === undefined) response.writeHead(204).end();
  else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
});

const OPCODES = { heartbeat: 1, identify: 2, hello: 10, ack: 11 };
const wire = new WebSocketServer({ server, path: '/gateway' });
wire.on('connection', (connected) => {
  socket = connected;
  connected.send(JSON.stringify({ op: OPCODES.hello, d: { heartbeat_interval: 41_250 } }));
  connected.on('message', (text) => {
    const { op } = JSON.parse(String(text));
    if (op === OPCODES.heartbeat) connected.send(JSON.stringify({ op: OPCODES.ack }));
    if (op !== OPCODES.identify) return;
    const resume = { session_id: 'bench', resume_gateway_url: `ws://127.0.0.1:${server.address().port}/gateway` };
    const guilds = [{ id: GUILD, unavailable: true }];
    dispatch('READY', { v: 10, user: USER, guilds, application: { id: BOT, flags: 0 }, ...resume });
    dispatch('GUILD_CREATE', GUILD_JSON);
  });
});

parentPort.on('message', play);
server.listen(0, '127.0.0.1');
await once(server, 'listening');
parentPort.postMessage(server.address().port);
