import { describe, expect, it } from 'vitest';
import { registrationOf } from '../../../src/chat/discord/register.ts';
import type { Command } from '../../../src/domain/command.ts';
import { type GuildId, id } from '../../../src/domain/ids.ts';
import { GUILD } from '../../fakes/discord/world.ts';
import { aDiscord, deskAt } from './start.ts';

const DEADLINE: Command = {
  name: 'deadline',
  description: 'Deadlines',
  steering: false,
  subcommands: [{ name: 'list', description: 'Show them', steering: false, options: [] }],
  run: () => Promise.reject(new Error('not used here')),
};

const ALERTS: Command = {
  ...DEADLINE,
  name: 'alerts',
  steering: true,
  subcommands: [
    {
      name: 'channel',
      description: 'Where alerts go',
      steering: false,
      options: [
        { name: 'where', description: 'The channel', required: true, kind: 'channel' },
        { name: 'role', description: 'Who is pinged', required: false, kind: 'role' },
      ],
    },
  ],
};

describe('a registration', () => {
  it('keeps steering for who may manage the server', () => {
    expect(registrationOf(ALERTS).default_member_permissions).toBe('32');
    expect(registrationOf(DEADLINE).default_member_permissions).toBeNull();
  });

  it('stays open when only a subcommand steers, because Discord knows no permissions of subcommands', () => {
    const subcommands = ALERTS.subcommands.map((each) => ({ ...each, steering: true }));
    expect(registrationOf({ ...ALERTS, steering: false, subcommands }).default_member_permissions).toBeNull();
  });

  it('offers commands in servers only', () => {
    expect(registrationOf(DEADLINE)).toMatchObject({ contexts: [0], integration_types: [0] });
  });

  it.each([
    ['text', 3],
    ['number', 10],
    ['yes_no', 5],
    ['channel', 7],
    ['role', 8],
  ] as const)('writes an option of kind %s as type %d', (kind, type) => {
    const option = { name: 'it', description: 'It', required: true, kind };
    const command = {
      ...DEADLINE,
      subcommands: [{ name: 'set', description: 'Set', steering: false, options: [option] }],
    };
    const translated = { name_localizations: {}, description_localizations: {} };
    const written = { type, name: 'it', description: 'It', ...translated, required: true, autocomplete: false };
    expect(registrationOf(command).options[0]?.options).toEqual([written]);
  });

  it('names its parts in every language that calls them otherwise', () => {
    const [list] = registrationOf(DEADLINE).options;
    expect(registrationOf(DEADLINE).name_localizations).toEqual({
      de: 'frist',
      fr: 'échéance',
      ru: 'срок',
      uk: 'строк',
    });
    expect(list?.name_localizations).toMatchObject({ uk: 'список' });
  });

  it('says which options are offered choices', () => {
    const option = { name: 'it', description: 'It', required: true, kind: 'text', offers: true } as const;
    const subcommands = [{ name: 'set', description: 'Set', steering: false, options: [option] }];
    const [written] = registrationOf({ ...DEADLINE, subcommands }).options;
    expect(written?.options).toMatchObject([{ name: 'it', autocomplete: true }]);
  });
});

describe('commands', () => {
  it.each([{ guild: null }, { guild: id<GuildId>(GUILD) }])('are written once for $guild', async ({ guild }) => {
    const discord = await aDiscord();
    await deskAt(discord, { guild, commands: [DEADLINE, ALERTS] });
    expect(discord.commands.map(({ name }) => name)).toEqual(['deadline', 'alerts']);
    await deskAt(discord, { guild, commands: [ALERTS, DEADLINE] });
    expect(discord.asked('PUT')).toHaveLength(1);
  });

  it('are sent with no field that Discord does not describe for them', async () => {
    const discord = await aDiscord();
    const messages = [{ name: 'Why this?', subcommand: 'channel' }];
    await deskAt(discord, { commands: [{ ...ALERTS, messages }] });
    const sent = discord.asked('PUT').map(({ body }) => body);
    expect(sent[0]).toEqual([
      expect.objectContaining({ options: [expect.objectContaining({ name: 'channel' })] }),
      expect.not.objectContaining({ options: [], description: '' }),
    ]);
    expect(JSON.stringify(sent)).not.toContain('"autocomplete":false');
  });

  it.each([
    { change: 'a description', commands: [{ ...DEADLINE, description: 'Dates' }] },
    { change: 'who may use it', commands: [{ ...DEADLINE, steering: true }] },
    { change: 'a subcommand', commands: [{ ...DEADLINE, subcommands: ALERTS.subcommands }] },
    { change: 'one more', commands: [DEADLINE, ALERTS] },
    { change: 'one less', commands: [] },
  ])('are written again after a change of $change', async ({ commands }) => {
    const discord = await aDiscord();
    await deskAt(discord, { commands: [DEADLINE] });
    await deskAt(discord, { commands });
    expect(discord.asked('PUT')).toHaveLength(2);
    expect(discord.commands).toHaveLength(commands.length);
  });

  it('that Discord will not take now do not keep the bot from its alerts', async () => {
    const discord = await aDiscord();
    discord.fails(1).at('PUT /applications').with({ status: 400, code: 30034 }).before('commit');
    const desk = await deskAt(discord, { commands: [DEADLINE] });
    expect(desk.ready()).toBe(true);
    expect(desk.log).toContainEqual(expect.objectContaining({ level: 'error' }));
    expect(desk.fatal).toEqual([]);
  });
});
