import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/index.ts';
import type { Call, Command } from '../../../src/domain/command.ts';
import { MANAGE_GUILD } from '../../fakes/discord/world.ts';
import { aDesk, aDiscord, deskAt } from './start.ts';

function aCommand(calls: Call[], steering = false): Command {
  return {
    name: 'story',
    description: 'Storylines',
    steering,
    subcommands: [{ name: 'list', description: 'Show them', steering: false, options: [] }],
    messages: [{ name: 'Track this link', subcommand: 'track' }],
    async run(call) {
      calls.push(call);
      return { card: { summary: '', accent: 0, blocks: [{ kind: 'text', markdown: 'Tracked' }] }, ephemeral: true };
    },
  };
}

describe('a command on a message', () => {
  it.each([
    ['its words', 'Look: https://example.org/a?b=1) and more', 'https://example.org/a?b=1'],
    ['no link at all', 'Nothing here', ''],
  ])('runs with the id of the message and the first link in %s', async (_, content, link) => {
    const calls: Call[] = [];
    const { discord } = await aDesk([aCommand(calls)]);
    const seen = await discord.onMessage('Track this link', { id: '900000000000000001', content });
    expect(seen).toMatchObject({ ephemeral: true, text: 'Tracked' });
    expect(calls[0]?.subcommand).toBe('track');
    expect(Object.fromEntries(calls[0]?.options ?? [])).toEqual({ message: '900000000000000001', link });
  });

  it('steers for moderators alone where its command does', async () => {
    const calls: Call[] = [];
    const { discord } = await aDesk([aCommand(calls, true)]);
    const use = (permissions: string) => discord.onMessage('Track this link', { id: '9' }, { permissions });
    expect((await use('2048')).text).toContain('Manage Server');
    expect((await use(MANAGE_GUILD)).text).toBe('Tracked');
  });

  it('that we no longer have says so', async () => {
    const { discord } = await aDesk([aCommand([])]);
    expect((await discord.onMessage('Burn this', { id: '9' })).text).toContain('no command');
  });
});

describe('the commands we have', () => {
  it('are registered once, those on messages beside those that are typed', async () => {
    const discord = await aDiscord();
    await deskAt(discord, { commands: COMMANDS });
    expect(discord.commands.filter(({ type }) => type === 3).map(({ name }) => name)).toEqual([
      'Why this alert?',
      'Track this link',
    ]);
    await deskAt(discord, { commands: COMMANDS });
    expect(discord.asked('PUT /applications')).toHaveLength(1);
  });
});
