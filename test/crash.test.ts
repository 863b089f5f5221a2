/** What discord.js throws beyond anybody's reach ends the desk; the next start goes on where it was. */
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest';
import { startDeskCommand } from './fakes/deskCommand.ts';
import { fakeDiscord } from './fakes/discord/discord.ts';
import { CHANNEL, GUILD, TOKEN } from './fakes/discord/world.ts';
import { startFeedServer } from './fakes/feedServer.ts';
import { buildDesk } from './fakes/line/built.ts';
import { killDesks, startDesk } from './fakes/line/desk.ts';
import { liveDesk, rss } from './fakes/liveDesk.ts';

const OLD = 'Umerov leads the Ukrainian delegation to talks in Istanbul';
const NEW = 'Istanbul hosts a further round of talks between Ukraine and Russia';
const SOON = { interval: 20, timeout: 15_000 };
const MINUTE = 60_000;

/** A command with nothing where Discord leaves a field out. */
const MALFORMED = { id: '7', application_id: '2', type: 2, token: 'a-token', version: 1, data: null };

beforeAll(buildDesk, MINUTE);
afterAll(killDesks);

it(
  'a malformed event ends the desk by itself, and the message whose answer was lost before is there once',
  async () => {
    const [server, discord] = [await startFeedServer(), await fakeDiscord()];
    onTestFinished(async () => {
      await server.close();
      await discord.close();
    });
    const feed = server.feed('/news').answers(200, rss(OLD)).answers(200, rss(NEW, OLD));
    const at = { DISCORD_API_URL: discord.apiUrl, DISCORD_GUILD_ID: GUILD, DISCORD_CHANNEL_ID: CHANNEL };
    const { env, polled, makeDue } = liveDesk(feed.url, { DISCORD_TOKEN: TOKEN, ...at });
    const texts = () => discord.channel(CHANNEL).messages.map(({ components }) => JSON.stringify(components));

    const first = startDeskCommand(['run'], env);
    await polled();
    await first.stop();
    makeDue();
    discord.fails(1).at('/messages').with('socket closed').after('commit');
    const second = startDesk(['run'], { env });
    await vi.waitFor(() => expect(texts()).toEqual([expect.stringContaining(NEW)]), SOON);
    discord.gateway.dispatch('INTERACTION_CREATE', MALFORMED);
    const { code, notes } = await second.ended;
    expect(code).toBe(3);
    expect(notes).toMatch(/desk: TypeError that nobody foresaw.*nothing is lost, and a new start goes on$/m);
    expect(notes).toContain('an error that nobody caught');
    expect(notes).not.toContain(TOKEN);

    const third = startDeskCommand(['run'], env);
    const answered = () => discord.asked('POST /channels').length;
    await vi.waitFor(() => expect(answered()).toBeGreaterThanOrEqual(2), SOON);
    expect((await third.stop()).code).toBe(0);
    expect(texts()).toEqual([expect.stringContaining(NEW)]);
    expect(discord.violations).toEqual([]);
  },
  MINUTE,
);
