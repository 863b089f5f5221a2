/**
 * Cuts Discord's published OpenAPI description (https://github.com/discord/discord-api-spec, specs/openapi.json, MIT)
 * down to the requests of a bot like ours: an OpenAPI description as well. To renew `description.json`:
 * `node test/fakes/discord/openapi/distil.mjs <published file>`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ORIGIN = 'discord/discord-api-spec, specs/openapi.json; cut by test/fakes/discord/openapi/distil.mjs';

const OPERATIONS = {
  '/gateway/bot': ['get'],
  '/applications/{application_id}/commands': ['get', 'put'],
  '/applications/{application_id}/guilds/{guild_id}/commands': ['get', 'put'],
  '/channels/{channel_id}': ['get', 'patch'],
  '/channels/{channel_id}/messages': ['get', 'post'],
  '/channels/{channel_id}/messages/{message_id}': ['get', 'patch'],
  '/channels/{channel_id}/messages/{message_id}/crosspost': ['post'],
  '/channels/{channel_id}/messages/{message_id}/threads': ['post'],
  '/channels/{channel_id}/threads': ['post'],
  '/guilds/{guild_id}/members/{user_id}/roles/{role_id}': ['put', 'delete'],
  '/guilds/{guild_id}/threads/active': ['get'],
  '/channels/{channel_id}/threads/archived/public': ['get'],
  '/interactions/{interaction_id}/{interaction_token}/callback': ['post'],
  '/webhooks/{webhook_id}/{webhook_token}': ['post'],
  '/webhooks/{webhook_id}/{webhook_token}/messages/@original': ['get', 'patch', 'delete'],
};

/** Words for people and marks of its generator; a property may have one of these names, and is an object. */
const isWords = ([key, value]) => typeof value === 'string' && /^(?:title|description|x-.*)$/.test(key);

function withoutWords(node) {
  if (Array.isArray(node)) return node.map(withoutWords);
  if (node === null || typeof node !== 'object') return node;
  const kept = Object.entries(node).filter((entry) => !isWords(entry));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutWords(value)]));
}

function operationOf({ parameters, requestBody }) {
  const json = requestBody?.content['application/json'];
  const body = json && { required: requestBody.required === true, content: { 'application/json': json } };
  return { ...(parameters && { parameters }), ...(body && { requestBody: body }) };
}

function pathOf({ parameters, ...methods }, names) {
  const operations = names.map((name) => [name, operationOf(methods[name])]);
  return { ...(parameters && { parameters }), ...Object.fromEntries(operations) };
}

function namesIn(node) {
  return [...JSON.stringify(node).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
}

/** Every schema that `node` speaks of, and that these speak of, by name. */
function schemasOf(node, all) {
  const found = new Set();
  const waiting = namesIn(node);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    waiting.push(...namesIn(all[name]));
  }
  return Object.fromEntries([...found].sort().map((name) => [name, all[name]]));
}

/** The part of a published description that `OPERATIONS` need. */
export function distilled({ openapi, info: { title, license, version }, paths: all, components }) {
  const paths = Object.fromEntries(Object.entries(OPERATIONS).map(([path, names]) => [path, pathOf(all[path], names)]));
  const schemas = schemasOf(paths, components.schemas);
  const info = { title, license, version, 'x-origin': ORIGIN };
  return { openapi, info, paths: withoutWords(paths), components: { schemas: withoutWords(schemas) } };
}

if (import.meta.url === pathToFileURL(argv[1] ?? '').href) {
  const whole = JSON.parse(readFileSync(argv[2] ?? '', 'utf8'));
  const file = fileURLToPath(new URL('description.json', import.meta.url));
  writeFileSync(file, `${JSON.stringify(distilled(whole), null, 2)}\n`);
}
