/** A Discord of some servers that lets a bot in, takes its commands and messages, and says no more than heartbeats. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { WebSocketServer } from 'ws';

const OPCODES = { dispatch: 0, heartbeat: 1, identify: 2, hello: 10, ack: 11 };
const HEARTBEAT_MS = 41_250;
const SELF = { id: '900000000000000001', username: 'desk', discriminator: '0', avatar: null, bot: true };
const CHANNELS = 20;
const ROLES = 15;
const TEXT_CHANNEL = 0;
const EVERYTHING = '2147483647';
const JOINED = '2026-01-01T00:00:00.000Z';

/** Ids are numbers of 18 digits, as Discord's. */
const idOf = (kind, guild, number = 0) => `${kind}${String(guild).padStart(8, '0')}${String(number).padStart(9, '0')}`;

export const guildId = (guild) => idOf(1, guild);
export const channelId = (guild) => idOf(2, guild, 1);

function channelOf(guild, number) {
  const overwrites = [{ id: guildId(guild), type: 0, allow: '1024', deny: '0' }];
  return {
    ...{ id: idOf(2, guild, number), type: TEXT_CHANNEL, name: `channel-${number}`, position: number },
    ...{ topic: 'What is said here', permission_overwrites: overwrites },
  };
}

function roleOf(guild, number) {
  const id = number === 0 ? guildId(guild) : idOf(3, guild, number);
  const looks = { color: 0, hoist: false, managed: false, mentionable: false, icon: null };
  return { id, name: `role ${number}`, position: number, permissions: EVERYTHING, ...looks };
}

function numbers(count, make) {
  return Array.from({ length: count }, (_, number) => make(number));
}

function guildOf(guild) {
  const joined = { user: SELF, roles: [], joined_at: JOINED, deaf: false, mute: false };
  const none = { emojis: [], stickers: [], features: [], threads: [], presences: [], voice_states: [] };
  return {
    ...{ id: guildId(guild), name: `Server ${guild}`, owner_id: idOf(4, guild), unavailable: false, joined_at: JOINED },
    ...{ member_count: 500, large: true, members: [joined], ...none },
    roles: numbers(ROLES, (number) => roleOf(guild, number)),
    channels: numbers(CHANNELS, (number) => channelOf(guild, number + 1)),
  };
}

function answerTo({ method, url }, address, post) {
  if (url.endsWith('/gateway/bot'))
    return {
      url: address,
      shards: 1,
      session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
    };
  if (url.includes('/commands')) return [];
  return method === 'GET' ? [] : { id: idOf(5, 0, post()), channel_id: '1', content: '', embeds: [] };
}

function listen(socket, guilds) {
  let sequence = 0;
  const say = (payload) => socket.send(JSON.stringify(payload));
  const tell = (t, d) => {
    sequence += 1;
    say({ op: OPCODES.dispatch, s: sequence, t, d });
  };
  socket.on('message', (data) => {
    const { op } = JSON.parse(String(data));
    if (op === OPCODES.heartbeat) say({ op: OPCODES.ack });
    if (op !== OPCODES.identify) return;
    const known = numbers(guilds, (guild) => ({ id: guildId(guild), unavailable: true }));
    const application = { id: SELF.id, flags: 0 };
    tell('READY', {
      v: 10,
      user: SELF,
      guilds: known,
      session_id: 's',
      resume_gateway_url: 'ws://127.0.0.1',
      application,
    });
    for (let guild = 0; guild < guilds; guild += 1) tell('GUILD_CREATE', guildOf(guild));
  });
  say({ op: OPCODES.hello, d: { heartbeat_interval: HEARTBEAT_MS } });
}

/** Starts it; `apiUrl` is for `DISCORD_API_URL`, `posted()` how many messages it took. */
export async function startDiscord(guilds) {
  let posts = 0;
  const post = () => {
    posts += 1;
    return posts;
  };
  let address = '';
  const server = createServer((request, response) => {
    request.resume();
    response.setHeader('content-type', 'application/json').end(JSON.stringify(answerTo(request, address, post)));
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (socket) => listen(socket, guilds));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  address = `ws://127.0.0.1:${port}`;
  return {
    apiUrl: `http://127.0.0.1:${port}/api`,
    posted: () => posts,
    close: () => {
      for (const socket of sockets.clients) socket.terminate();
      server.closeAllConnections();
      server.close();
    },
  };
}
