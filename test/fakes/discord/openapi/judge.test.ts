/** A judge that lets everything through would keep every other test green: each kind of mistake, once. */
import { describe, expect, it } from 'vitest';
import { complaintsByDescription } from './judge.ts';

const MESSAGES = '/channels/200000000000000004/messages';
const CALLBACK = '/interactions/7/a-token/callback';
const COMMANDS = '/applications/2/commands';

const judged = (line: string, json?: unknown) => {
  const [method = '', address = ''] = line.split(' ');
  const { pathname, searchParams } = new URL(address, 'http://discord.invalid');
  return complaintsByDescription({ method, path: decodeURIComponent(pathname), query: searchParams, json });
};

const TEXT = { type: 10, content: 'Envoys agree on a date' };
const BUTTON = { type: 2, style: 2, label: 'Why?', custom_id: 'why' };
const container = (...components: readonly object[]) => ({ type: 17, id: 9, accent_color: 1, components });
const row = (...components: readonly object[]) => ({ type: 1, components });
const post = (...components: readonly object[]) => ({ flags: 1 << 15, components, nonce: 'n-1', enforce_nonce: true });
const command = (...options: readonly object[]) => [{ type: 1, name: 'story', description: 'Stories', options }];

describe('a request that Discord describes', () => {
  it.each<[string, unknown?]>([
    ['GET /gateway/bot'],
    [`GET ${MESSAGES}?limit=100&before=5`],
    [`POST ${MESSAGES}`, post(container(TEXT, row(BUTTON)))],
    ['PATCH /webhooks/2/a-token/messages/@original', { components: [container(TEXT)], flags: 1 << 15 }],
    [`POST ${CALLBACK}?with_response=false`, { type: 5, data: { flags: 64 } }],
    [`POST ${CALLBACK}`, { type: 8, data: { choices: [{ name: 'Talks', value: 'talks' }] } }],
    [`PUT ${COMMANDS}`, [{ ...command()[0], default_member_permissions: '32' }]],
    ['PUT /guilds/1/members/2/roles/3'],
  ])('%s is let through', (line, json) => {
    expect(judged(line, json)).toEqual([]);
  });
});

describe('a mistake is told with its place and its reason', () => {
  it.each<[what: string, line: string, json: unknown, complaints: readonly string[]]>([
    ['an address of nothing', 'GET /gateways', undefined, ['/ no such request is described']],
    ['a channel by its name', 'GET /channels/news/messages', undefined, [expect.stringMatching(/^\/path\/channel_id/)]],
    ['too many messages', `GET ${MESSAGES}?limit=101`, undefined, ['/query/limit must be <= 100']],
    [
      'a parameter misspelt',
      `GET ${MESSAGES}?limits=1`,
      undefined,
      ['/query must NOT have additional properties (limits)'],
    ],
    ['no body', `POST ${MESSAGES}`, undefined, ['/ a body is required']],
    ['a body too much', 'PUT /guilds/1/members/2/roles/3', {}, ['/ no body is described']],
    [
      'a field misspelt',
      `POST ${MESSAGES}`,
      { ...post(TEXT), enforceNonce: true },
      ['/ must NOT have additional properties (enforceNonce)'],
    ],
    [
      'a nonce too long',
      `POST ${MESSAGES}`,
      { ...post(TEXT), nonce: 'n'.repeat(26) },
      ['/nonce must be integer', '/nonce must match pattern "^\\d+$"', '/nonce must NOT have more than 25 characters'],
    ],
    [
      'a label too long, two components deep',
      `POST ${MESSAGES}`,
      post(container(TEXT, row(BUTTON, { ...BUTTON, label: 'y'.repeat(81) }))),
      ['/components/0/components/1/components/1/label must NOT have more than 80 characters'],
    ],
    [
      'an empty text in a container',
      `PATCH ${MESSAGES}/5`,
      { flags: 1 << 15, components: [container({ type: 10, content: '' })] },
      ['/components/0/components/0/content must NOT have fewer than 1 characters'],
    ],
    [
      'a number for an attachment',
      `POST ${MESSAGES}`,
      { ...post(TEXT), attachments: [{ id: 0, filename: 'a.png' }] },
      ['/attachments/0/id must be string'],
    ],
    [
      'an answer of no type there is',
      `POST ${CALLBACK}`,
      { type: 3 },
      ['/type must be equal to one of the allowed values'],
    ],
    [
      'an option that cannot be completed',
      `PUT ${COMMANDS}`,
      command({
        type: 1,
        name: 'add',
        description: 'Add',
        options: [{ type: 5, name: 'all', description: 'All', autocomplete: false }],
      }),
      ['/0/options/0/options/0 must NOT have additional properties (autocomplete)'],
    ],
  ])('%s', (_what, line, json, complaints) => {
    expect(judged(line, json)).toEqual(complaints);
  });
});
