import { expect, it } from 'vitest';
import { inspectFeed } from '../../src/feeds/inspect.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

it('A feed is reported with all its fields', async () => {
  const text =
    '<feed xmlns="http://www.w3.org/2005/Atom"><title>Desk</title><entry><id>urn:1</id><title>Talks</title>' +
    '<link href="/talks"/><updated>2025-08-06T10:00:00Z</updated><published>someday</published></entry></feed>';
  expect(await inspectFeed(bytes(text), 'desk.atom', 'https://news.example/feed')).toEqual({
    file: 'desk.atom',
    ok: true,
    format: 'atom',
    encoding: 'utf-8',
    title: 'Desk',
    items: [
      {
        id: 'urn:1',
        guid: 'urn:1',
        title: 'Talks',
        link: 'https://news.example/talks',
        published: null,
        updated: '2025-08-06T10:00:00.000Z',
        summary: '',
        content: '',
      },
    ],
    problems: ['entry 1: published "someday" is unreadable or names no zone, left out'],
  });
});

it('An entry without a guid goes by its link', async () => {
  const text = '<rss><channel><item><link>https://news.example/a</link></item></channel></rss>';
  const report = await inspectFeed(bytes(text), 'a.xml');
  expect(report.items[0]).toMatchObject({ id: 'https://news.example/a', guid: null });
});

it('What is no feed is reported with the reason and no items', async () => {
  expect(await inspectFeed(bytes('<html><title>Hello</title></html>'), 'page.html')).toEqual({
    file: 'page.html',
    ok: false,
    format: null,
    encoding: 'utf-8',
    title: null,
    items: [],
    problems: ['an HTML page ("Hello") came instead of a feed; open the address in a browser and correct it'],
  });
});

it('A document that was cut off is reported with what it holds', async () => {
  const report = await inspectFeed(bytes('<rss><channel><item><title>a</title></item><item><ti'), 'cut.xml');
  expect(report).toMatchObject({ ok: true, items: [{ title: 'a' }] });
  expect(report.problems).toContain('the document ends before its end; its complete entries were kept');
});
