import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../src/domain/refusal.ts';
import { between, SECOND } from '../../../src/domain/time.ts';
import { TOKEN } from '../../fakes/discord/world.ts';
import { aDesk, aDiscord, deskAt } from './start.ts';

/** What a start that must fail says. */
async function refusalOf(start: Promise<unknown>): Promise<string> {
  const error = await start.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Refusal)) throw new Error(`expected a Refusal, got ${error}`);
  return error.message;
}

/** Sockets that keep this process alive. */
function held(): readonly string[] {
  return process.getActiveResourcesInfo().filter((name) => name.startsWith('TCP'));
}

describe('login', () => {
  it('comes in with the intent GUILDS alone', async () => {
    const desk = await aDesk();
    expect(desk.ready()).toBe(true);
    expect(desk.discord.gateway.intents).toEqual([1]);
  });

  it('names the variable of a wrong token and not the token', async () => {
    const refusal = await refusalOf(deskAt(await aDiscord(), { token: 'a-wrong-token' }));
    expect(refusal).toContain('DISCORD_TOKEN');
    expect(refusal).not.toContain('a-wrong-token');
  });

  it.each([
    { code: 4004, says: /DISCORD_TOKEN/ },
    { code: 4011, says: /2,500 servers/ },
    { code: 4013, says: /intent/ },
    { code: 4014, says: /no privileged intent/ },
  ])('explains that the gateway closed with $code', async ({ code, says }) => {
    const discord = await aDiscord();
    discord.gateway.closesWith(code);
    expect(await refusalOf(deskAt(discord))).toMatch(says);
  });

  it('gives up on a gateway that accepts and never says a word', async () => {
    const discord = await aDiscord();
    discord.gateway.staysSilent();
    expect(await refusalOf(deskAt(discord, { loginDeadlineMs: 1_000 }))).toMatch(/within 1000 ms/);
    await expect.poll(() => discord.gateway.open()).toBe(0);
    expect(discord.gateway.connections()).toBe(1);
  });

  it.each([
    { trouble: 502, says: /answered 502/ },
    { trouble: { retryAfter: 30 }, says: /wait 30050 ms/ },
    { trouble: 'socket closed', says: /was not reached/ },
  ] as const)('says that Discord was not reached: $trouble', async ({ trouble, says }) => {
    const discord = await aDiscord();
    discord.fails(1).at('GET /gateway/bot').with(trouble).before('commit');
    const refusal = await refusalOf(deskAt(discord));
    expect(refusal).toMatch(says);
    expect(refusal).not.toContain(TOKEN);
  });

  it('says where it looked when nobody listens there', async () => {
    const discord = await aDiscord();
    const apiUrl = 'http://127.0.0.1:1/api';
    expect(await refusalOf(deskAt(discord, { apiUrl }))).toContain(apiUrl);
  });
});

describe('the connection', () => {
  it('is resumed after a break, without a second login', async () => {
    const desk = await aDesk();
    desk.discord.gateway.drops(4000);
    await expect.poll(() => desk.ready()).toBe(false);
    await expect.poll(() => desk.ready(), { timeout: 5_000 }).toBe(true);
    expect(desk.discord.gateway.resumed()).toBe(1);
    expect(desk.discord.gateway.intents).toHaveLength(1);
    expect(desk.fatal).toEqual([]);
  });

  it('is made anew at the pace of logins after each session that the gateway ends', async () => {
    const desk = await aDesk();
    const { gateway, clock } = desk.discord;
    const start = clock.now();
    gateway.forgetsSession();
    gateway.refusesSessions(1);
    gateway.drops(4000);
    await expect.poll(() => gateway.intents.length, { timeout: 5_000 }).toBe(3);
    await expect.poll(() => desk.ready(), { timeout: 5_000 }).toBe(true);
    expect(between(start, clock.now())).toBeGreaterThanOrEqual(10 * SECOND);
    expect(desk.fatal).toEqual([]);
  });

  it('ends everything when the gateway closes for good', async () => {
    const desk = await aDesk();
    desk.discord.gateway.drops(4004);
    await expect.poll(() => desk.fatal).toHaveLength(1);
    expect(desk.fatal[0]).toContain('DISCORD_TOKEN');
    expect(desk.ready()).toBe(false);
  });

  it('leaves nothing open behind', async () => {
    const before = held();
    const desk = await aDesk();
    await desk.close();
    expect(desk.ready()).toBe(false);
    await expect.poll(() => desk.discord.gateway.open()).toBe(0);
    await desk.discord.close();
    await expect.poll(held).toEqual(before);
  });
});
