import { describe, expect, it } from 'vitest';
import type { Command } from '../../../src/domain/command.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Premises } from '../../../src/domain/premises.ts';
import {
  ALERTS_ROLE,
  CHANNEL,
  DESK_ROLE,
  FORUM,
  type Forbidden,
  GUILD,
  MEMBER,
  STEWARDS_ROLE,
  TEXT,
} from '../../fakes/discord/world.ts';
import { aDesk } from './start.ts';

/** A command that says what `look` makes of the premises. */
async function askedOf(look: (premises: Premises) => unknown) {
  const command: Command = {
    name: 'desk',
    description: 'The desk',
    steering: false,
    subcommands: [{ name: 'look', description: 'Look', steering: false, options: [] }],
    async run(_call, { premises }) {
      const markdown = JSON.stringify(await look(premises));
      return { card: { summary: '', accent: 0, blocks: [{ kind: 'text', markdown }] }, ephemeral: true };
    },
  };
  const { discord } = await aDesk([command]);
  const answer = async () => JSON.parse((await discord.slash('desk', 'look')).text);
  return { discord, answer };
}

describe('the premises on Discord', () => {
  it('tell what the bot lacks in a channel, as soon as it changes', async () => {
    const { discord, answer } = await askedOf((premises) => premises.lacks(id(CHANNEL), false));
    expect(await answer()).toEqual([]);
    discord.channel(CHANNEL).forbids('sending', 'reading');
    expect(await answer()).toEqual(['send', 'history']);
  });

  it.each<[string, number, readonly Forbidden[], readonly string[] | null]>([
    [
      'of a text channel, permissions of their own',
      TEXT,
      ['making threads', 'sending in threads'],
      ['threads', 'inThreads'],
    ],
    ['of a forum, to make posts and to write in them', FORUM, ['sending', 'sending in threads'], ['send', 'inThreads']],
    ['of a forum, nothing else', FORUM, ['making threads'], []],
    ['of a voice channel, that it has none', 2, [], null],
  ])('tell what threads ask for: %s', async (_, type, forbidden, lacking) => {
    const { discord, answer } = await askedOf((premises) => premises.lacks(id(CHANNEL), true));
    discord.channel(CHANNEL).forbids(...forbidden);
    discord.channel(CHANNEL).becomes({ type });
    expect(await answer()).toEqual(lacking);
  });

  it('know nothing of a channel that the bot is not told of', async () => {
    const { answer } = await askedOf((premises) => premises.lacks(id('123'), true));
    expect(await answer()).toBeNull();
  });

  it.each([
    ['that is harmless and below its own', ALERTS_ROLE, { calls: true, given: true }],
    ['that lets its members manage the server', STEWARDS_ROLE, { calls: false, given: false }],
    ['that is its own', DESK_ROLE, { calls: false, given: false }],
    ['that everyone has', GUILD, { calls: false, given: false }],
    ['that is not there', '123', null],
  ])('tell what may be done with a role %s', async (_, role, use) => {
    const { answer } = await askedOf((premises) => premises.roleUse(id(GUILD), id(role), id(CHANNEL)));
    expect(await answer()).toEqual(use);
  });

  it('give and take a role that may be given, and no other', async () => {
    const { discord, answer } = await askedOf(async (premises) => [
      await premises.give(id(GUILD), MEMBER, id(ALERTS_ROLE)),
      await premises.take(id(GUILD), MEMBER, id(ALERTS_ROLE)),
      await premises.give(id(GUILD), MEMBER, id(STEWARDS_ROLE)),
    ]);
    expect(await answer()).toEqual([true, true, false]);
    const path = `/guilds/${GUILD}/members/${MEMBER}/roles/${ALERTS_ROLE}`;
    expect(discord.asked('/members/').map((one) => `${one.method} ${one.path}`)).toEqual([
      `PUT ${path}`,
      `DELETE ${path}`,
    ]);
  });

  it('invite with what the bot needs, and nothing more', async () => {
    const { answer } = await askedOf((premises) => premises.invitation());
    const query = new URL(await answer()).searchParams;
    expect(query.get('scope')).toBe('bot applications.commands');
    expect(BigInt(query.get('permissions') ?? 0)).toBe((1n << 10n) | (1n << 11n) | (1n << 16n) | (1n << 38n));
  });
});
