import { describe, expect, it } from 'vitest';
import { actOf, customId } from '../../../src/chat/customId.ts';
import type { CardAct } from '../../../src/domain/card.ts';
import type { Call, Command } from '../../../src/domain/command.ts';
import { Refusal } from '../../../src/domain/refusal.ts';
import { MANAGE_GUILD, MEMBER } from '../../fakes/discord/world.ts';
import { aDesk, aDiscord, deskAt } from './start.ts';

const PROPOSAL = { name: 'proposal', description: 'Its code', required: true, kind: 'text' } as const;
const DATE = { name: 'date', description: 'The right date', required: false, kind: 'text' } as const;

/** `/deadline confirm` for moderators and `/deadline list` for all, which say what they were called with. */
function deadlineCommand(calls: Call[] = []): Command {
  return {
    name: 'deadline',
    description: 'Deadlines',
    steering: false,
    subcommands: [
      { name: 'list', description: 'Show them', steering: false, options: [] },
      { name: 'confirm', description: 'Let it stand', steering: true, options: [PROPOSAL, DATE] },
    ],
    async run(call) {
      calls.push(call);
      const said = [...call.options].map(([name, value]) => `${name}:${value}`).join(' ');
      const markdown = `${call.subcommand} ${said}`;
      return { card: { summary: 'A card', accent: 0, blocks: [{ kind: 'text', markdown }] }, ephemeral: true };
    },
  };
}

function anAct(change: Partial<CardAct> = {}): CardAct {
  return { command: 'deadline', subcommand: 'confirm', options: { proposal: '1a2b3c' }, asks: null, ...change };
}

const ACCEPT = customId(anAct());
const EDIT = customId(anAct({ asks: 'date' }));
const LIST = customId(anAct({ subcommand: 'list', options: {} }));
const MODERATOR = { permissions: MANAGE_GUILD };

describe('a button', () => {
  it('has an id that may stay on a card for years', () => {
    expect([ACCEPT, EDIT]).toEqual(['1/deadline/confirm?proposal=1a2b3c', '1/deadline/confirm?proposal=1a2b3c#date']);
  });

  it('has an id that Discord takes, however long the names it carries may be', () => {
    const act = (subcommand: string, options: CardAct['options']) =>
      customId({ command: 'development', subcommand, options, asks: null });
    const longest = [
      act('unfollow', { storyline: 's'.repeat(64) }),
      act('irrelevant', { development: 'd'.repeat(23) }),
    ];
    const deadline = act('history', { deadline: `dl_${'a'.repeat(20)}@${'9'.repeat(20)}` });
    for (const own of [...longest, deadline]) {
      expect(own.length).toBeLessThanOrEqual(100);
      expect(actOf(own)?.options).not.toEqual({});
    }
    expect(actOf(deadline)?.options.deadline).toContain('@9');
  });

  it('uses its command with the options it carries, for its presser alone to see', async () => {
    const calls: Call[] = [];
    const { discord } = await aDesk([deadlineCommand(calls)]);
    const seen = await discord.press(ACCEPT, MODERATOR);
    expect(seen).toMatchObject({ ephemeral: true, text: 'confirm proposal:1a2b3c' });
    expect(calls).toMatchObject([{ member: MEMBER, subcommand: 'confirm' }]);
  });

  it('is open to all where its command is', async () => {
    const { discord } = await aDesk([deadlineCommand()]);
    expect((await discord.press(LIST)).text.trim()).toBe('list');
  });

  it('steers for moderators alone', async () => {
    const calls: Call[] = [];
    const { discord } = await aDesk([deadlineCommand(calls)]);
    expect((await discord.press(ACCEPT, { permissions: '2048' })).text).toContain('Manage Server');
    expect((await discord.press(EDIT, { permissions: '2048' })).text).toContain('Manage Server');
    expect(calls).toEqual([]);
  });

  it('works after a restart', async () => {
    const discord = await aDiscord();
    const before = await deskAt(discord, { commands: [deadlineCommand()] });
    await before.close();
    await deskAt(discord, { commands: [deadlineCommand()] });
    expect((await discord.press(ACCEPT, MODERATOR)).text).toBe('confirm proposal:1a2b3c');
  });

  it.each(['not ours', '9/deadline/confirm?proposal=1', '1/deadline'])('that is not ours says so: %s', async (id) => {
    const { discord } = await aDesk([deadlineCommand()]);
    expect((await discord.press(id, MODERATOR)).text).toContain('another release');
  });

  it('answers with the refusal of its command', async () => {
    const refusing: Command = { ...deadlineCommand(), run: () => Promise.reject(new Refusal('It is closed.')) };
    const { discord } = await aDesk([refusing]);
    expect((await discord.press(ACCEPT, MODERATOR)).text).toContain('It is closed.');
  });
});

describe('a button that asks for more', () => {
  it('opens a form whose field is the option, and uses the command with what is written', async () => {
    const { discord } = await aDesk([deadlineCommand()]);
    const seen = await discord.fill(EDIT, { date: '9 Aug 17:00' }, MODERATOR);
    expect(seen).toMatchObject({ ephemeral: true, text: 'confirm proposal:1a2b3c date:9 Aug 17:00' });
    const [opened] = discord.asked('/callback');
    expect(opened?.body).toMatchObject({
      data: { title: '/deadline confirm', components: [{ label: 'date', description: 'The right date' }] },
    });
  });
});
