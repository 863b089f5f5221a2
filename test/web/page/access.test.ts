import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { aDeskPage } from './desk.ts';

const TOKEN = 'a-token-of-the-operator-1';

/** The status of a request with headers that `fetch` does not let anyone choose. */
function statusWith(url: string, headers: Readonly<Record<string, string>>): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

describe('a page without a token', () => {
  it.each(['localhost:8082', '127.0.0.1', '127.0.0.1:1', '[::1]:8082'])('answers as %s', async (host) => {
    expect(await statusWith(await aDeskPage(), { host })).toBe(200);
  });

  it.each(['desk.example.org', '127.0.0.1.example.org', 'localhost.example.org:80', '10.0.0.1'])(
    'does not answer as "%s", which a page elsewhere may have made up',
    async (host) => {
      expect(await statusWith(await aDeskPage(), { host })).toBe(401);
    },
  );
});

describe('a page with a token', () => {
  it.each<[string, string, Readonly<Record<string, string>>, number]>([
    ['nothing', '', {}, 401],
    ['the token as a bearer', '', { authorization: `Bearer ${TOKEN}` }, 200],
    ['another token', '', { authorization: 'Bearer another' }, 401],
    ['another token in the address', '?token=another', {}, 401],
    ['a cookie that was made up', '', { cookie: 'desk=made-up' }, 401],
    ['no token for its style', 'desk.css', {}, 401],
  ])('answers %s', async (_, path, headers, status) => {
    const url = await aDeskPage({ token: TOKEN });
    expect((await fetch(`${url}/${path}`, { headers })).status).toBe(status);
  });

  it('takes the token out of the address and remembers its reader by a cookie that no script reads', async () => {
    const url = await aDeskPage({ token: TOKEN });
    const response = await fetch(`${url}/feeds?token=${TOKEN}`, { redirect: 'manual' });
    expect([response.status, response.headers.get('location')]).toEqual([303, '/feeds']);
    const cookie = response.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^desk=[\w-]+; HttpOnly; SameSite=Strict; Path=\/$/);
    expect(cookie).not.toContain(TOKEN);
    const again = await fetch(`${url}/feeds`, { headers: { cookie: cookie.split(';')[0] ?? '' } });
    expect(again.status).toBe(200);
  });
});
