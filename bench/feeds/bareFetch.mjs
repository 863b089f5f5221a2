/** The floor of polling: the same client and the same requests as the desk's, and nothing done with what comes. */
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { Agent, request } from 'undici';

const unpack = promisify(gunzip);
const CONNECTIONS_PER_HOST = 2;
const KEEP_ALIVE_MS = 30_000;
const OF_THE_CONNECTION = new Set(['host', 'connection', 'if-none-match', 'if-modified-since']);

/** `asked` are the headers the desk itself was seen to send. */
export function openBare(asked) {
  const agent = new Agent({
    connections: CONNECTIONS_PER_HOST,
    keepAliveTimeout: KEEP_ALIVE_MS,
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const headers = Object.fromEntries(Object.entries(asked).filter(([name]) => !OF_THE_CONNECTION.has(name)));
  return {
    /** One conditional request; throws unless it is answered by a 304. */
    async confirm(url, { etag, lastModified }) {
      const conditions = { 'if-none-match': etag, 'if-modified-since': lastModified };
      const { statusCode, body } = await request(url, { dispatcher: agent, headers: { ...headers, ...conditions } });
      await body.dump();
      if (statusCode !== 304) throw new Error(`${url} answered ${statusCode}`);
    },
    /** The document's text, unpacked. */
    async get(url) {
      const { body } = await request(url, { dispatcher: agent, headers });
      return (await unpack(await body.bytes())).toString('utf8');
    },
    close: () => agent.close(),
  };
}
