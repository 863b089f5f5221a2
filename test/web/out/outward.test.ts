import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { id } from '../../../src/domain/ids.ts';
import type { Outward } from '../../../src/domain/outward.ts';
import type { Store } from '../../../src/domain/ports.ts';
import type { ChannelMessage } from '../../../src/domain/views.ts';
import { inspectFeed } from '../../../src/feeds/inspect.ts';
import { outwardPath } from '../../../src/web/out/addresses.ts';
import { drawAtom } from '../../../src/web/out/atom.ts';
import type { DeskPage } from '../../../src/web/page/serve.ts';
import { aShowing } from '../../chat/preview/support.ts';
import { aDevelopment, aReport, at, toldOf } from '../../fakes/nouns.ts';
import { aStore, NAMES, NOW, openedPage } from '../page/desk.ts';

const CALENDAR: Outward = { kind: 'calendar', storyline: null };
const ALERTS: Outward = { kind: 'alerts' };

let store: Store;
let page: DeskPage;
let key: string;

beforeAll(async () => {
  store = await aStore();
  key = await store.renewAddressKey(NAMES.guild, NOW);
  page = await openedPage({ store, token: 'the-token-of-the-page', publicUrl: 'https://desk.example.org' });
});
afterAll(() => page.close());

const pathOf = (outward: Outward, guild = NAMES.guild, of = key) => outwardPath(outward, of, guild);
const ask = (path: string, headers: Record<string, string> = {}) => fetch(page.url.slice(0, -1) + path, { headers });

describe('an outward address', () => {
  it.each<[string, Outward, string, string]>([
    ['all deadlines', CALENDAR, 'text/calendar; charset=utf-8', 'BEGIN:VEVENT'],
    ['one storyline', { kind: 'calendar', storyline: NAMES.storyline }, 'text/calendar; charset=utf-8', 'BEGIN:VEVENT'],
    ['alerts', ALERTS, 'application/atom+xml; charset=utf-8', '<feed xmlns="http://www.w3.org/2005/Atom">'],
  ])('gives %s without the token of the page', async (_, outward, type, holds) => {
    const response = await ask(pathOf(outward));
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(await response.text()).toContain(holds);
  });

  it('gives no deadline of another storyline', async () => {
    const other = pathOf({ kind: 'calendar', storyline: id('another') });
    expect(await (await ask(other)).text()).not.toContain('BEGIN:VEVENT');
  });

  it.each<[string, () => string]>([
    ['another guild', () => pathOf(CALENDAR, id('another'))],
    ['a token made with another key', () => pathOf(CALENDAR, NAMES.guild, 'another key')],
    ['a token that was cut', () => pathOf(CALENDAR).replace(/[\w-]{5}\/deadlines/, '/deadlines')],
    ['another file', () => pathOf(CALENDAR).replace('.ics', '.txt')],
    ['a storyline that cannot be read', () => pathOf(CALENDAR).replace('deadlines.ics', 'storylines/%E0%A4.txt')],
  ])('leads nowhere with %s', async (_, path) => {
    const response = await ask(path());
    expect([response.status, await response.text()]).toEqual([404, 'There is nothing at this address.\n']);
  });

  it('leads nowhere once the key was renewed', async () => {
    const other = await aStore();
    const before = outwardPath(CALENDAR, await other.renewAddressKey(NAMES.guild, NOW), NAMES.guild);
    const after = outwardPath(CALENDAR, await other.renewAddressKey(NAMES.guild, NOW), NAMES.guild);
    const second = await openedPage({ store: other });
    const statuses = [before, after].map(async (path) => (await fetch(second.url.slice(0, -1) + path)).status);
    expect(await Promise.all(statuses)).toEqual([404, 200]);
    await second.close();
  });

  it('holds nothing of the key, and a token that nobody guesses', () => {
    expect(pathOf(CALENDAR)).toMatch(/^\/out\/[^/]+\/[\w-]{43}\/deadlines\.ics$/);
    expect(pathOf(CALENDAR)).not.toContain(key);
  });

  it('is answered with nothing while it stays the same', async () => {
    const etag = (await ask(pathOf(CALENDAR))).headers.get('etag') ?? '';
    expect((await ask(pathOf(CALENDAR), { 'if-none-match': etag })).status).toBe(304);
    expect((await ask(pathOf(CALENDAR), { 'if-none-match': '"other"' })).status).toBe(200);
  });
});

const LINK = aReport().link;

/** A development told as message `number`. */
function told(number: number, title: string, change: Partial<ChannelMessage> = {}): ChannelMessage {
  const development = aDevelopment({ id: id(`dv_${number}`), reports: [aReport({ title })] });
  const showing = aShowing(number, title, { subject: toldOf(development) });
  const shownAt = at('2025-07-14T16:06Z');
  return { showing, state: 'shown', madeAt: at(`2025-07-14T16:0${number}Z`), shownAt, edits: 0, ...change };
}

/** A feed of these as our own parser reads it. */
async function feedOf(...messages: readonly ChannelMessage[]) {
  const address = 'https://desk.example.org/out/1/token/alerts.atom';
  const drawContent = () => ({ markup: '<p>Words &amp; <strong>more</strong></p>' });
  const text = drawAtom({ address, name: '1', title: 'Alerts', messages, drawContent, now: NOW });
  return { text, report: await inspectFeed(Buffer.from(text), 'alerts.atom') };
}

describe('the feed of alerts', () => {
  it('is read by our own feed parser: the newest first, with its id, its link and its dates', async () => {
    const { report } = await feedOf(told(1, 'First & foremost'), told(2, 'Second'));
    expect(report).toMatchObject({ ok: true, format: 'atom', problems: [] });
    expect(
      report.items.map(({ title, guid, link, published, content }) => [title, guid, link, published, content]),
    ).toEqual([
      ['Second', 'tag:deadline-desk.invalid,2025:development/dv_2', LINK, '2025-07-14T16:02:00.000Z', 'Words & more'],
      [
        'First & foremost',
        'tag:deadline-desk.invalid,2025:development/dv_1',
        LINK,
        '2025-07-14T16:01:00.000Z',
        'Words & more',
      ],
    ]);
  });

  it('keeps the id of an alert that reads otherwise, and says when that was', async () => {
    const before = await feedOf(told(1, 'As it was'));
    const after = await feedOf(told(1, 'As it is', { shownAt: at('2025-07-15T08:00Z'), edits: 1 }));
    const idIn = (text: string) => /<entry>\n<id>(.*)<\/id>/.exec(text)?.[1];
    expect(idIn(after.text)).toBe(idIn(before.text));
    expect(after.text).toContain('<updated>2025-07-15T08:00:00.000Z</updated>');
  });

  it('tells an alert once although two channels show it, and nothing that was not shown', async () => {
    const { text } = await feedOf(told(1, 'Twice'), told(1, 'Twice'), told(2, 'Waiting', { shownAt: null }));
    expect(text.match(/<entry>/g)).toHaveLength(1);
    expect(text).not.toContain('Waiting');
  });

  it('is a feed without any alert, and with characters that no document may hold', async () => {
    expect((await feedOf()).text).toContain(`<updated>${NOW}</updated>`);
    expect((await feedOf(told(1, 'A\u0000B\uFFFEC'))).report).toMatchObject({ ok: true, problems: [] });
  });
});
