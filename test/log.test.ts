import { expect, it } from 'vitest';
import { loadConfig } from '../src/config.ts';
import { openLog, redacted } from '../src/log.ts';

const TOKEN = 'a-short-token.of-ours';

/** The lines that a desk with this token logs. */
function logging() {
  const lines: string[] = [];
  const config = loadConfig({ env: { DISCORD_TOKEN: TOKEN, DESK_LOG_LEVEL: 'info' } });
  const log = openLog(config, false, (line) => void lines.push(line));
  return { config, log, lines, last: (): unknown => JSON.parse(lines.at(-1) ?? '') };
}

it('a line is JSON with its time as ISO text, its level, its fields and its words', () => {
  const { log, last } = logging();
  log.warn({ feed: 'bbc' }, 'It sleeps.');
  expect(last()).toMatchObject({ level: 40, feed: 'bbc', msg: 'It sleeps.', time: expect.stringMatching(/^20.*Z$/) });
});

it.each<[string, (logged: ReturnType<typeof logging>) => void]>([
  ['in its words', ({ log }) => log.error({}, `the gateway refused ${TOKEN}`)],
  ['in a field', ({ log }) => log.error({ authorization: `Bot ${TOKEN}` }, 'refused')],
  [
    'in an error with its cause',
    ({ log }) => log.error({ err: new Error('no', { cause: new Error(TOKEN) }) }, 'refused'),
  ],
  ['in a whole configuration', ({ log, config }) => log.info({ config: config.discord }, 'this holds')],
])('our token is in no line: %s', (_, write) => {
  const logged = logging();
  write(logged);
  expect(logged.lines).toHaveLength(1);
  expect(logged.lines.join()).toContain('***');
  expect(logged.lines.join()).not.toContain(TOKEN);
});

it.each([
  [
    'a bot’s token that is not ours',
    'sent MTIzNDU2Nzg5MDEyMzQ1Njc4.GhIjKl.abcdefghijklmnopqrstuvwxyz0123456789AB to it',
    'sent *** to it',
  ],
  [
    'an interaction’s token',
    'PATCH https://discord.com/api/v10/webhooks/200000000000000002/aW50ZXJhY3Rpb24/messages/@original',
    'PATCH https://discord.com/api/v10/webhooks/200000000000000002/***/messages/@original',
  ],
  ['a password in an address', '"http://reader:hunter2@proxy:3128/"', '"http://***@proxy:3128/"'],
  ['what is none', 'https://www.bbc.com/news/articles/c1?a=b@c', 'https://www.bbc.com/news/articles/c1?a=b@c'],
])('%s is known by its shape', (_, line, expected) => {
  expect(redacted(line, [])).toBe(expected);
});
