import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openPreview } from '../../../src/chat/preview/preview.ts';
import { id } from '../../../src/domain/ids.ts';
import { Refusal } from '../../../src/domain/refusal.ts';
import { aFolder, aPreview, aShowing, clockAt, doneOf, listen, listeningLog } from './support.ts';

const pageOf = async (url: string) => (await fetch(url)).text();

describe('the page', () => {
  it('says what it is before anything was posted', async () => {
    const { url } = await aPreview({ title: 'Desk <of> Kyiv' });
    const page = await pageOf(url);
    expect(page).toContain('<h1>Desk &lt;of&gt; Kyiv</h1>');
    expect(page).toContain('Preview: nothing is sent to Discord');
    expect(page).toContain('Nothing has been posted here yet.');
    expect(page).toContain('0 messages, 0 edits');
  });

  it('shows the messages of the first channel, oldest first, with counts and caption', async () => {
    const { chat, url, caption } = await aPreview();
    const { posted } = doneOf(await chat.post(aShowing(1, '**fifty** days')));
    await chat.post(aShowing(2, 'ten days'));
    await chat.post(aShowing(3, 'a third round', { channel: id('talks') }));
    await chat.edit(aShowing(1, '**twelve** days'), posted);
    caption('Simulated time: 8 Aug 2025');
    const page = await pageOf(url);
    expect(page).toMatch(/<strong>twelve<\/strong> days[\s\S]*ten days/);
    expect(page).not.toContain('a third round');
    expect(page).toContain('3 messages, 1 edit<');
    expect(page).toContain('Simulated time: 8 Aug 2025');
    expect(page).toMatch(/href="\/\?channel=ceasefire" aria-current="page"># ceasefire <span class="count">2</);
  });

  it('shows the channel asked for', async () => {
    const { chat, url } = await aPreview();
    await chat.post(aShowing(1, 'fifty days'));
    await chat.post(aShowing(2, 'a third round', { channel: id('talks & more') }));
    const page = await pageOf(`${url}?channel=talks%20%26%20more`);
    expect(page).toContain('a third round');
    expect(page).not.toContain('fifty days');
    expect(page).toContain('<h2 id="channel-name"># talks &amp; more</h2>');
  });

  it('lets nothing in a card or in the address become markup', async () => {
    const { chat, url } = await aPreview();
    await chat.post(aShowing(1, '<img src=x onerror=alert(1)> </article>'));
    const pages = [await pageOf(url), await pageOf(`${url}?channel=%3Cimg%20src=x%3E%22'`)];
    for (const page of pages) expect(page).not.toMatch(/<img|'>|x">|<\/article> /);
  });

  it('loads nothing from elsewhere and runs nothing inline', async () => {
    const { chat, url } = await aPreview();
    await chat.post(aShowing(1, 'fifty days'));
    const response = await fetch(url);
    expect(response.headers.get('content-security-policy')).toContain(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'",
    );
    const page = await response.text();
    const loaded = [...page.matchAll(/<(?:script|link|img)\b[^>]*?(?:src|href)="([^"]*)"/g)].map(
      ([, address]) => address,
    );
    expect(loaded).toEqual(['/icon.svg', '/preview.css', '/preview.js']);
    for (const address of loaded) expect((await fetch(new URL(address ?? '', url))).status).toBe(200);
    expect(page).not.toMatch(/ style=|<style|<script>| on\w+="/);
  });

  it.each([
    ['GET', 'elsewhere', 404],
    ['POST', '', 405],
    ['DELETE', 'events', 405],
  ])('answers %s /%s with %i', async (method, path, status) => {
    const { url } = await aPreview();
    expect((await fetch(url + path, { method })).status).toBe(status);
  });
});

describe('the history of a deadline', () => {
  const picture = '<svg xmlns="http://www.w3.org/2000/svg"/>';
  const history = async (deadline: string) => (deadline === 'dl_1' ? picture : null);

  it('is a picture of its own address', async () => {
    const { url } = await aPreview({ history });
    const response = await fetch(`${url}history/dl_1.svg`);
    expect(response.headers.get('content-type')).toBe('image/svg+xml');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toBe(picture);
  });

  it.each(['history/dl_2.svg', 'history/dl_1.png', 'history/..%2Fdl_1.svg', 'history/'])(
    'is not at /%s',
    async (path) => {
      const { url } = await aPreview({ history });
      expect((await fetch(url + path)).status).toBe(404);
    },
  );

  it('is nowhere where none is drawn', async () => {
    const { url } = await aPreview();
    expect((await fetch(`${url}history/dl_1.svg`)).status).toBe(404);
  });

  it('that cannot be drawn is in the log, and the page goes on', async () => {
    const log = listeningLog();
    const { url } = await aPreview({ log, history: () => Promise.reject(new Error('no such month')) });
    await expect(fetch(`${url}history/dl_1.svg`)).rejects.toThrow('fetch failed');
    expect(log.errors).toEqual(['preview: a page could not be drawn']);
    expect((await fetch(url)).status).toBe(200);
  });
});

describe('open pages', () => {
  it('are told of posts and edits in their order, numbered', async () => {
    const { chat, url } = await aPreview();
    const page = await listen(`${url}events`);
    const { posted } = doneOf(await chat.post(aShowing(1, 'fifty days')));
    await chat.post(aShowing(2, 'a third round', { channel: id('talks') }));
    await chat.edit(aShowing(1, 'ten <days>'), posted);
    const events = [await page.next('message'), await page.next('message'), await page.next('message')];
    expect(events.map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(events.map(({ data }) => JSON.parse(data))).toMatchObject([
      { channel: 'ceasefire', channelCount: 1, announcement: 'New message in ceasefire: Summary of fifty days' },
      { channel: 'talks', channelCount: 1 },
      {
        announcement: 'Message edited in ceasefire: Summary of ten <days>',
        html: expect.stringContaining('ten &lt;days&gt;'),
      },
    ]);
  });

  it('are told once of each message that changed since they last listened, as it stands', async () => {
    const { chat, url } = await aPreview();
    const { posted } = doneOf(await chat.post(aShowing(1, 'fifty days')));
    await chat.post(aShowing(2, 'unchanged'));
    await chat.post(aShowing(3, 'a third round'));
    await chat.edit(aShowing(1, 'ten days'), posted);
    const page = await listen(`${url}events?since=2`);
    const events = [await page.next('message'), await page.next('message')];
    expect(events.map(({ number }) => number)).toEqual([3, 4]);
    expect(events[1]?.data).toContain('ten days');
  });

  it('that connect again say what they saw last in a header, which counts more than the address', async () => {
    const { chat, url } = await aPreview();
    for (const number of [1, 2, 3]) await chat.post(aShowing(number, `message ${number}`));
    const page = await listen(`${url}events?since=0`, { 'last-event-id': '2' });
    expect((await page.next('message')).number).toBe(3);
  });

  it('that know more than the preview are told to start again', async () => {
    const { url } = await aPreview();
    const page = await listen(`${url}events?since=7`);
    expect((await page.next('reset')).data).toBe('{}');
  });

  it('are told the clock, the caption and the counts when they change', async () => {
    const clock = clockAt('2025-08-08T04:00:00.700Z');
    const { chat, url, caption } = await aPreview({ clock });
    const page = await listen(`${url}events`);
    const state = async () => JSON.parse((await page.next('state')).data);
    expect(await state()).toEqual({ now: '2025-08-08T04:00:00.000Z', caption: '', counts: '0 messages, 0 edits' });
    clock.set('2025-08-09T04:00Z');
    caption('Simulated time: 9 Aug');
    await chat.post(aShowing(1, 'fifty days'));
    const later = { now: '2025-08-09T04:00:00.000Z', caption: 'Simulated time: 9 Aug', counts: '1 message, 0 edits' };
    await expect.poll(state, { timeout: 5_000 }).toEqual(later);
  });
});

describe('a preview with a file', () => {
  it('is after a restart what it was before, and posts nothing twice', async () => {
    const file = join(aFolder(), 'channels.jsonl');
    const before = await aPreview({ file });
    const { posted } = doneOf(await before.chat.post(aShowing(1, 'fifty days')));
    await before.chat.edit(aShowing(1, 'ten days'), posted);
    const after = await aPreview({ file });
    expect(after.messages()).toEqual(before.messages());
    expect(doneOf(await after.chat.post(aShowing(1, 'ten days'))).posted).toBe(posted);
    expect(await after.chat.find(aShowing(1, ''))).toEqual({ kind: 'found', posted });
    expect(after.messages()).toHaveLength(1);
  });
});

describe('opening', () => {
  it('is refused on a port that is taken, with the way out', async () => {
    const { url } = await aPreview();
    const port = Number(new URL(url).port);
    await expect(aPreview({ port })).rejects.toThrow(Refusal);
    await expect(aPreview({ port })).rejects.toThrow(`cannot listen on 127.0.0.1, port ${port} (listen EADDRINUSE`);
  });

  it('draws the desk’s own cards unless told otherwise', async () => {
    const clock = clockAt('2025-08-08T04:00Z');
    const options = { host: '127.0.0.1', port: 0, file: null, clock, log: listeningLog(), title: 'Desk' };
    const preview = await openPreview(options);
    onTestFinished(() => preview.close());
    await preview.chat.post(aShowing(1, 'Fifty days for Moscow'));
    expect(await pageOf(preview.url)).toMatch(/<h\d class="heading-\d">Fifty days for Moscow<[\s\S]*BBC News/);
  });

  it('ends for every reader when it is closed', async () => {
    const preview = await aPreview();
    const page = await listen(`${preview.url}events`);
    await page.next('state');
    await preview.close();
    await expect(page.next('message')).rejects.toThrow();
    await expect(fetch(preview.url)).rejects.toThrow();
  });
});
