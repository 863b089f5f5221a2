import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { startDeskCommand, type Variables } from '../fakes/deskCommand.ts';
import { type FakeDiscord, fakeDiscord } from '../fakes/discord/discord.ts';
import { CHANNEL, GUILD, MANAGE_GUILD, MODERATORS, TOKEN } from '../fakes/discord/world.ts';
import { type FeedServer, startFeedServer } from '../fakes/feedServer.ts';
import { liveDesk, rss } from '../fakes/liveDesk.ts';

const OLD = 'Umerov leads the Ukrainian delegation to talks in Istanbul';
const NEW = 'Istanbul hosts a further round of talks between Ukraine and Russia';
const DATED = 'Trump gives Russia until 8 August 2041 to end the war: a deadline';

/** Answers that are waited for: by loops of the desk, at this machine's speed. */
const SOON = { interval: 10, timeout: 10_000 };

let server: FeedServer;
beforeEach(async () => {
  server = await startFeedServer();
});
afterEach(() => server.close());

/** A command that ends with its test, also when that fails. */
function start(words: readonly string[], env: Variables) {
  const running = startDeskCommand(words, env);
  onTestFinished(async () => void (await running.stop()));
  return running;
}

/** Resolves once the desk has said where the channel is. */
async function pageOf(running: ReturnType<typeof startDeskCommand>): Promise<string> {
  await vi.waitFor(() => expect(running.out).toHaveLength(1), SOON);
  return (
    /^The channel is at (http:\S+), the desk page at http:\S+ \(Ctrl\+C stops\)$/.exec(running.out[0] ?? '')?.[1] ?? ''
  );
}

describe('run --preview', () => {
  it('shows what is new since its first poll on a local page, and stops when asked', async () => {
    const feed = server.feed('/news').answers(200, rss(OLD)).answers(200, rss(NEW, OLD));
    const { env, polled, makeDue } = liveDesk(feed.url);
    const first = start(['run', '--preview'], env);
    await polled();
    expect(await (await fetch(await pageOf(first))).text()).not.toContain('Umerov');
    expect(await first.stop()).toMatchObject({ code: 0, notes: '' });

    makeDue();
    const second = start(['run', '--preview'], env);
    const page = await pageOf(second);
    await vi.waitFor(async () => expect(await (await fetch(page)).text()).toContain(NEW), SOON);
    expect(await (await fetch(page)).text()).not.toContain('Umerov');
    expect(await second.stop()).toMatchObject({ code: 0, notes: '' });
  });

  it('stops at once although a feed never answers', async () => {
    const { env } = liveDesk(server.feed('/silent').keepsSilent().url);
    const running = start(['run', '--preview'], env);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), SOON);
    expect(await running.stop()).toMatchObject({ code: 0, notes: '' });
  });

  it.each([
    ['preview', 'DESK_PREVIEW_PORT', /The preview cannot listen on 127\.0\.0\.1, port \d+ .*Choose another port, or 0/],
    ['health check', 'DESK_HEALTH_PORT', /The health check cannot listen on 127\.0\.0\.1, port \d+ .*DESK_HEALTH_PORT/],
    ['desk page', 'DESK_PAGE_PORT', /The desk page cannot listen on 127\.0\.0\.1, port \d+ .*DESK_PAGE_PORT/],
  ])('says which port is taken: the %s’s', async (_, variable, complaint) => {
    const [, port = ''] = server.host.split(':');
    const { env } = liveDesk(server.feed('/news').answers(200, rss(OLD)).url, { [variable]: port });
    const { code, out, notes } = await start(['run', '--preview'], env).ended;
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toMatch(complaint);
  });
});

describe('run', () => {
  let discord: FakeDiscord;
  beforeEach(async () => {
    discord = await fakeDiscord();
  });
  afterEach(async () => {
    await discord.close();
    expect(discord.violations).toEqual([]);
  });

  const atDiscord = (more: Variables = {}): Variables => ({
    DISCORD_TOKEN: TOKEN,
    DISCORD_API_URL: discord.apiUrl,
    DISCORD_GUILD_ID: GUILD,
    DISCORD_CHANNEL_ID: CHANNEL,
    ...more,
  });
  const texts = () => discord.channel(CHANNEL).messages.map(({ components }) => JSON.stringify(components));

  it('polls a first time in silence, posts the next new item once, and answers its commands', async () => {
    const feed = server.feed('/news').answers(200, rss(OLD)).answers(200, rss(NEW, OLD));
    feed.answers(200, rss(DATED, NEW, OLD));
    const { env, polled, makeDue } = liveDesk(feed.url, atDiscord());
    const first = start(['run'], env);
    await polled();
    expect(await first.stop()).toMatchObject({ code: 0, said: '' });
    expect(texts()).toEqual([]);

    makeDue();
    const second = start(['run'], env);
    await vi.waitFor(() => expect(texts()).toEqual([expect.stringContaining(NEW)]), SOON);
    expect(await discord.slash('deadline', 'list')).toMatchObject({
      ephemeral: true,
      text: expect.stringContaining('No deadline is tracked here at the moment.'),
    });
    const stories = await discord.slash('story', 'list');
    expect(stories).toMatchObject({ ephemeral: true, text: expect.stringContaining('**Istanbul talks**') });
    expect(stories.text).toContain(`Followed in <#${CHANNEL}>`);
    expect(await second.stop()).toMatchObject({ code: 0, said: '' });

    makeDue();
    const third = start(['run'], { ...env, DISCORD_MODERATORS_CHANNEL_ID: MODERATORS });
    const asked = () => JSON.stringify(discord.channel(MODERATORS).messages.map(({ components }) => components));
    await vi.waitFor(() => expect(asked()).toContain('To confirm: a new deadline, 8 Aug 2041'), SOON);
    const [, proposal = ''] = /proposal:(\w{6})/.exec(asked()) ?? [];
    const confirmed = await discord.slash('deadline', 'confirm', { proposal }, { permissions: MANAGE_GUILD });
    expect(confirmed.text).toContain('It stands now');
    await vi.waitFor(() => expect(texts()).toHaveLength(3), SOON);
    await vi.waitFor(() => expect(asked()).toContain('Confirmed by <@'), SOON);
    expect(texts().filter((text) => text.includes(NEW))).toHaveLength(1);
    const { text } = await discord.slash('deadline', 'list');
    expect(text).toContain('Deadline for Russia, set by Donald Trump');
    expect(text).toContain('8 Aug 2041');
    expect(await third.stop()).toMatchObject({ code: 0, said: '' });
  });

  it('shows how its feed is, and reads another one for a moderator', async () => {
    const { env, polled } = liveDesk(server.feed('/news').answers(200, rss(OLD)).url, atDiscord());
    const running = start(['run'], env);
    await polled();
    expect((await discord.slash('feed', 'health')).text).toContain('1 feed: 0 with trouble, 1 healthy');
    const { url } = server.feed('/other').answers(200, rss(NEW));
    const tested = await discord.slash('feed', 'test', { url }, { permissions: MANAGE_GUILD });
    expect(tested.text).toContain(`“${NEW}”`);
    expect(await running.stop()).toMatchObject({ code: 0, said: '' });
  });

  it('stops at once although a moderator tests an address that never answers', async () => {
    const { env, polled } = liveDesk(server.feed('/news').answers(200, rss(OLD)).url, atDiscord());
    const running = start(['run'], env);
    await polled();
    const { url } = server.feed('/silent').keepsSilent();
    const tested = discord.slash('feed', 'test', { url }, { permissions: MANAGE_GUILD, guild: '300000000000000033' });
    await vi.waitFor(() => expect(server.requests).toHaveLength(2), SOON);
    expect(await running.stop()).toMatchObject({ code: 0, said: '' });
    expect((await tested).text).toContain('The desk stopped while it was being fetched');
  }, 10_000);

  it('waits where it may not write, and goes on as soon as it may', async () => {
    const feed = server.feed('/news').answers(200, rss(OLD)).answers(200, rss(NEW, OLD));
    const { env, polled, makeDue, rows } = liveDesk(feed.url, atDiscord());
    const first = start(['run'], env);
    await polled();
    expect(await first.stop()).toMatchObject({ code: 0, said: '' });

    discord.channel(CHANNEL).forbids('sending');
    makeDue();
    const second = start(['run'], env);
    const closed = { channel: CHANNEL, cause: 'closed' };
    await vi.waitFor(() => expect(rows('pause')).toMatchObject([closed]), SOON);
    expect(texts()).toEqual([]);
    discord.channel(CHANNEL).forbids();
    await vi.waitFor(() => expect(texts()).toEqual([expect.stringContaining(NEW)]), SOON);
    await vi.waitFor(() => expect(rows('pause')).toEqual([]), SOON);
    expect(discord.asked('POST /channels')).toHaveLength(2);
    expect(await second.stop()).toMatchObject({ code: 0, said: '' });
  });

  it('ends with 1 when its token is revoked, and keeps what was not shown for the next start', async () => {
    const feed = server.feed('/news').answers(200, rss(OLD)).answers(200, rss(NEW, OLD));
    const { env, polled, makeDue, rows } = liveDesk(feed.url, atDiscord());
    const first = start(['run'], env);
    await polled();
    await first.stop();

    makeDue();
    discord.fails(1).at('/messages').with({ status: 401, code: 0 }).before('commit');
    const { code, notes } = await start(['run'], env).ended;
    expect(code).toBe(1);
    expect(notes).toMatch(
      /^desk: Discord answered 401 .*Put a working bot token into DISCORD_TOKEN and start again\.$/,
    );
    expect(texts()).toEqual([]);
    expect(rows('message')).toMatchObject([{ state: 'waiting', posted: null }]);
  });

  it('is refused with a wrong token, and loses nothing by it', async () => {
    const feed = server.feed('/news').answers(200, rss(OLD));
    const { env, polled, rows } = liveDesk(feed.url, atDiscord());
    const first = start(['run'], env);
    await polled();
    await first.stop();
    const before = [rows('item'), rows('feed')];
    const { code, out, notes } = await start(['run'], { ...env, DISCORD_TOKEN: 'a-wrong-token' }).ended;
    expect({ code, out }).toEqual({ code: 2, out: [] });
    expect(notes).toMatch(/^desk: Discord does not accept the bot token\. Set DISCORD_TOKEN to the one shown under/);
    expect(notes).not.toContain('a-wrong-token');
    expect([rows('item'), rows('feed')]).toEqual(before);
  });

  it('is refused with a channel and no server, instead of posting nowhere', async () => {
    const { env } = liveDesk(server.feed('/news').url, atDiscord({ DISCORD_GUILD_ID: '' }));
    const { code, notes } = await start(['run'], env).ended;
    expect(code).toBe(2);
    expect(notes).toMatch(
      /DISCORD_CHANNEL_ID: names a channel without its server; set DISCORD_GUILD_ID as well .*Copy Server ID/,
    );
  });

  it('stops at once although Discord never answers its login', async () => {
    server.feed('/api/v10/gateway/bot').keepsSilent();
    const { env } = liveDesk(server.feed('/news').url, atDiscord({ DISCORD_API_URL: `http://${server.host}/api` }));
    const running = start(['run'], env);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), SOON);
    expect(await running.stop()).toMatchObject({ code: 0, notes: '' });
  }, 10_000);

  it('says at once how to choose a channel while none is configured', async () => {
    const { env } = liveDesk(server.feed('/news').url, atDiscord({ DISCORD_GUILD_ID: '', DISCORD_CHANNEL_ID: '' }));
    const running = start(['run'], env);
    await vi.waitFor(() => expect(server.requests).toHaveLength(1), SOON);
    const { code, notes } = await running.stop();
    expect(code).toBe(0);
    expect(notes).toMatch(/^desk: no channel is configured.*DISCORD_CHANNEL_ID and DISCORD_GUILD_ID/);
  });

  it('greets a server that nobody configured once, however often it starts', async () => {
    const { env } = liveDesk(server.feed('/news').url, atDiscord({ DISCORD_GUILD_ID: '', DISCORD_CHANNEL_ID: '' }));
    const first = start(['run'], env);
    await vi.waitFor(() => expect(texts()).toEqual([expect.stringContaining('/desk setup')]), SOON);
    await first.stop();
    const second = start(['run'], env);
    await vi.waitFor(() => expect(discord.gateway.intents).toHaveLength(2), SOON);
    await second.stop();
    expect(texts()).toHaveLength(1);
  });

  it('is refused when Discord cannot be reached', async () => {
    const { env } = liveDesk(server.feed('/news').url, atDiscord({ DISCORD_API_URL: 'http://127.0.0.1:9/api' }));
    const { code, notes } = await start(['run'], env).ended;
    expect(code).toBe(2);
    expect(notes).toMatch(
      /^desk: Discord \(http:\/\/127\.0\.0\.1:9\/api\) did not let the bot in\. .*then start again/,
    );
  });
});
