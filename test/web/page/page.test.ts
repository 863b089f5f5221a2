import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DeskPage } from '../../../src/web/page/serve.ts';
import { aDeskPage, aLog, aStore, documentAt, NAMES, openedPage } from './desk.ts';

let page: DeskPage;
beforeAll(async () => {
  page = await openedPage();
});
afterAll(() => page.close());
const at = (path: string) => documentAt(page.url.slice(0, -1) + path);

const PAGES = [
  '/',
  '/?guild=read',
  `/deadlines/${encodeURIComponent(NAMES.deadline)}`,
  '/storylines',
  `/storylines/${NAMES.storyline}`,
  '/feeds',
  '/board',
  '/journal',
  '/channels',
  `/channels/${NAMES.channel}`,
];

describe('every page', () => {
  it.each(PAGES)('%s can be read with eyes, ears and keys alone', async (path) => {
    const { status, document } = await at(path);
    expect(status).toBe(200);
    expect(document.querySelector('html')?.getAttribute('lang')).toBe('en');
    expect(document.querySelectorAll('h1')).toHaveLength(1);
    expect(document.querySelectorAll('main, header, footer')).toHaveLength(3);
    expect(document.querySelector('.skip')?.getAttribute('href')).toBe('#main');
    expect(document.querySelector('nav [aria-current]')).not.toBeNull();
    expect(document.querySelectorAll('table').length).toBe(document.querySelectorAll('table > caption').length);
    expect(document.querySelectorAll('tbody tr').length).toBe(document.querySelectorAll('tbody th[scope=row]').length);
    const drawings = [...document.querySelectorAll('svg:not([aria-hidden])')].filter((svg) => !svg.closest('svg svg'));
    for (const svg of drawings) expect(svg.querySelector('title')?.textContent).toMatch(/\w/);
    for (const box of document.querySelectorAll('.scroll')) expect(box.getAttribute('tabindex')).toBe('0');
    for (const input of document.querySelectorAll('input')) {
      expect(document.querySelector(`label[for=${input.id}]`)).not.toBeNull();
    }
  });

  it.each(PAGES)('%s holds no script, no inline style and nothing from elsewhere', async (path) => {
    const { text, document } = await at(path);
    expect(text).not.toContain(NAMES.hostile);
    expect(document.querySelectorAll('script, style, iframe, [style], [onload], [onclick]')).toHaveLength(0);
    for (const loaded of document.querySelectorAll('link, img, form')) {
      expect(loaded.getAttribute('href') ?? loaded.getAttribute('src') ?? loaded.getAttribute('action')).toMatch(/^\//);
    }
  });

  it('forbids everything that it does not need', async () => {
    const { headers } = await fetch(page.url);
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'self'; img-src 'self';/);
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('no-store');
  });
});

describe('what pages say', () => {
  const textAt = async (path: string) => (await at(path)).document.body.textContent ?? '';

  it.each<[string, readonly string[]]>([
    ['/', ['Time line of 1 deadline', '8 Aug 2025', '3 versions', 'Pending']],
    [`/deadlines/${encodeURIComponent(NAMES.deadline)}`, ['Brought forward', '2 Sep 2025', 'Reminders', 'planned']],
    ['/storylines', ['1 item; most on 14 Jul 2025: 1.', NAMES.channel]],
    [`/storylines/${NAMES.storyline}`, ['Takes in:', '14 Jul 2025', 'Its deadlines']],
    ['/feeds', ['bbc-world', '1 feed, 0 with trouble']],
    ['/board', ['1 message waits, the oldest for 2 d; 0 stuck.', 'deadline']],
    ['/journal', ['deadline.set', 'poll:bbc-world', 'the beginning of the journal']],
    ['/journal?q=NOWHERE', ['nothing found.']],
    [`/journal?subject=${encodeURIComponent(NAMES.deadline)}`, ['deadline.set', 'rung.planned']],
    ['/channels', [NAMES.channel, '30 Jul 2025 09:00 UTC']],
    [`/channels/${NAMES.channel}`, ['Waits to be posted', '8 Aug 2025']],
  ])('%s says %j', async (path, texts) => {
    const said = await textAt(path);
    for (const text of texts) expect(said).toContain(text);
  });

  it.each(['/nowhere', '/deadlines/none', '/storylines/none', '/deadlines/%E0%A4%A', '//example.org/'])(
    '%s is not there, and says so on a page',
    async (path) => {
      const { status, document } = await at(path);
      expect([status, document.querySelector('h1')?.textContent]).toEqual([404, 'Nothing here']);
    },
  );

  it.each(['/journal?before=never', '/journal?before=a,b,c', '/?guild=none'])(
    '%s is read as far as it goes',
    async (path) => {
      expect((await at(path)).status).toBe(200);
    },
  );
});

describe('the page', () => {
  it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    expect((await fetch(page.url, { method })).status).toBe(405);
  });

  it('tells the log why a page could not be drawn, and goes on', async () => {
    const log = aLog();
    const store = Object.assign(await aStore(), { deadlines: () => Promise.reject(new Error('disk')) });
    const url = await aDeskPage({ log, store });
    expect((await fetch(url)).status).toBe(500);
    expect(log.errors).toEqual(['desk page: a page could not be drawn']);
    expect((await fetch(`${url}/desk.css`)).status).toBe(200);
  });

  it('styles drawings for dark paper too', async () => {
    const css = await (await fetch(`${page.url}desk.css`)).text();
    expect(css).toContain('.drawn [fill="#1e40af"] { fill: light-dark(#1e40af, #8db0ff); }');
  });
});
