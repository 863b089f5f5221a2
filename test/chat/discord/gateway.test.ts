import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/index.ts';
import type { Call, Command, Typing } from '../../../src/domain/command.ts';
import type { Feeds, Store } from '../../../src/domain/ports.ts';
import { Refusal } from '../../../src/domain/refusal.ts';
import { chainPicture } from '../../../src/web/plot/chain/picture.ts';
import { CHANNEL, GUILD, MANAGE_GUILD, MEMBER } from '../../fakes/discord/world.ts';
import { aDueFeed, aFollowedStoryline, fails, NO_RULES } from '../../fakes/nouns.ts';
import { PENDING } from '../../web/plot/chain/chains.ts';
import { aDesk, aDiscord, type Desk, deskAt } from './start.ts';

function aCommand(run: (call: Call) => string | Promise<string>, change: Partial<Command> = {}): Command {
  return {
    name: 'deadline',
    description: 'Deadlines',
    steering: false,
    subcommands: [
      {
        name: 'list',
        description: 'Show them',
        steering: false,
        options: [
          { name: 'title', description: 'A title', required: false, kind: 'text' },
          { name: 'days', description: 'Days ahead', required: false, kind: 'number' },
          { name: 'all', description: 'Past ones too', required: false, kind: 'yes_no' },
          { name: 'where', description: 'A channel', required: false, kind: 'channel' },
        ],
      },
    ],
    async run(call) {
      const markdown = await run(call);
      return { card: { summary: 'A card', accent: 0, blocks: [{ kind: 'text', markdown }] }, ephemeral: true };
    },
    ...change,
  };
}

/** A promise and what resolves it. */
function aGate(): { readonly opened: Promise<void>; readonly open: () => void } {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

const errorsOf = (desk: Desk) => desk.log.filter(({ level }) => level === 'error');

describe('an option that is being typed', () => {
  const option = { name: 'title', description: 'A title', required: false, kind: 'text', offers: true } as const;
  const offering = (offer: Command['offer'], change: Partial<Command> = {}) =>
    aCommand(() => '', {
      subcommands: [{ name: 'list', description: 'Show them', steering: false, options: [option] }],
      ...(offer ? { offer } : {}),
      ...change,
    });
  const typing = (desk: Desk, text = 'tal', caller = {}) =>
    desk.discord.typing('deadline', 'list', { option: 'title', text, options: {} }, caller);

  it('is offered what the command finds for it', async () => {
    const heard: Typing[] = [];
    const command = offering(async (typed) => {
      heard.push(typed);
      return [{ name: 'Talks in Istanbul', value: '3' }];
    });
    const desk = await aDesk([command]);
    expect(await typing(desk, ' tal')).toEqual([{ name: 'Talks in Istanbul', value: '3' }]);
    expect(heard).toMatchObject([{ subcommand: 'list', option: 'title', text: 'tal', guild: GUILD, member: MEMBER }]);
  });

  it('is offered no more than Discord takes, and nothing that it would not', async () => {
    const many = Array.from({ length: 40 }, (_, index) => ({ name: `${index} ${'x'.repeat(150)}`, value: `${index}` }));
    const desk = await aDesk([offering(async () => [{ name: 'long', value: 'y'.repeat(101) }, ...many])]);
    const offered = await typing(desk);
    expect(offered).toHaveLength(25);
    expect(offered.every(({ name }) => name.length <= 100)).toBe(true);
  });

  it.each([
    ['its command offers nothing', offering(undefined), {}, 0],
    ['its command fails', offering(() => Promise.reject(new Error('a bug'))), {}, 1],
    ['it is for moderators alone', offering(async () => [{ name: 'a', value: 'a' }], { steering: true }), {}, 0],
    ['it is typed outside of servers', offering(async () => [{ name: 'a', value: 'a' }]), { guild: null }, 0],
  ])('is offered nothing when %s', async (_, command, caller, errors) => {
    const desk = await aDesk([command]);
    expect(await typing(desk, 'a', caller)).toEqual([]);
    expect(errorsOf(desk)).toHaveLength(errors);
  });
});

describe('a slash command', () => {
  it('is answered with its card, for the caller alone, mentioning nobody', async () => {
    const { discord } = await aDesk([aCommand(() => 'Three deadlines')]);
    const seen = await discord.slash('deadline', 'list');
    expect(seen).toMatchObject({ ephemeral: true, text: 'Three deadlines' });
    expect(seen.body.allowed_mentions?.parse).toEqual([]);
  });

  it('reaches the command as a call in the words of the domain', async () => {
    const calls: Call[] = [];
    const { discord } = await aDesk([aCommand((call) => `call ${calls.push(call)}`)]);
    await discord.slash('deadline', 'list', { title: 'Talks', days: 7, all: true, where: CHANNEL }, { locale: 'uk' });
    const options = new Map<string, unknown>([
      ['title', 'Talks'],
      ['days', 7],
      ['all', true],
      ['where', CHANNEL],
    ]);
    const who = { member: MEMBER, guild: GUILD, channel: CHANNEL, locale: 'uk' };
    expect(calls).toEqual([{ subcommand: 'list', options, ...who, now: discord.clock.now() }]);
  });

  it('may be answered for everyone to see', async () => {
    const command = aCommand(() => '');
    const card = { summary: 'A card', accent: 0, blocks: [{ kind: 'text', markdown: 'For all' } as const] };
    const { discord } = await aDesk([{ ...command, run: async () => ({ card, ephemeral: false }) }]);
    expect(await discord.slash('deadline', 'list')).toMatchObject({ ephemeral: false, text: 'For all' });
  });

  describe('answered with a picture', () => {
    const card = { summary: 'A card', accent: 0, blocks: [{ kind: 'text', markdown: 'One deadline' } as const] };
    const withPicture = (alt: string, ephemeral = true): Command => ({
      ...aCommand(() => ''),
      run: async () => ({ card, ephemeral, picture: { name: 'history.png', bytes: new Uint8Array([1, 2, 3]), alt } }),
    });

    it.each([true, false])(
      'shows it below its card, with the same in words, for the caller alone: %s',
      async (alone) => {
        const { discord } = await aDesk([withPicture('Two dates, the second holds.', alone)]);
        const seen = await discord.slash('deadline', 'list');
        const description = 'Two dates, the second holds.';
        expect(seen).toMatchObject({ ephemeral: alone, text: 'One deadline' });
        expect(seen.body.files).toEqual([
          { id: 0, filename: 'history.png', type: 'image/png', bytes: new Uint8Array([1, 2, 3]) },
        ]);
        expect(seen.body.attachments).toEqual([{ id: '0', filename: 'history.png', description }]);
        expect(seen.body.components[0]?.components?.at(-1)?.items).toEqual([
          { media: { url: 'attachment://history.png' }, description },
        ]);
      },
    );

    it.each([
      ['PATCH /webhooks', true],
      ['POST /webhooks', false],
    ])('goes without it where Discord does not take the file: %s', async (request, alone) => {
      const desk = await aDesk([withPicture('Two dates.', alone)]);
      desk.discord.fails(1).at(request).with({ status: 403, code: 50013 }).before('commit');
      const seen = await desk.discord.slash('deadline', 'list');
      expect(seen).toMatchObject({ ephemeral: alone, text: 'One deadline' });
      expect(seen.body.files).toBeUndefined();
      expect(desk.log.filter(({ level }) => level === 'warn').map(({ message }) => message)).toEqual([
        'a file was not taken; words go without it',
      ]);
      expect(JSON.stringify(desk.log)).not.toContain('interaction-token');
    });

    it('has words of any length cut to what Discord takes', async () => {
      const { discord } = await aDesk([withPicture('A version and another one. '.repeat(100))]);
      const seen = await discord.slash('deadline', 'list');
      expect(seen.body.attachments?.[0]?.description).toMatch(/^A version.*…$/);
    });
  });

  describe('answered with a file to keep', () => {
    const card = { summary: 'A card', accent: 0, blocks: [{ kind: 'text', markdown: 'Your set-up' } as const] };
    const handout = { name: 'set-up.json', bytes: new Uint8Array([123, 125]) };
    const exporting: Command = { ...aCommand(() => ''), run: async () => ({ card, ephemeral: true, handout }) };

    it('hands it out below its card', async () => {
      const { discord } = await aDesk([exporting]);
      const seen = await discord.slash('deadline', 'list');
      expect(seen).toMatchObject({ ephemeral: true, text: 'Your set-up' });
      expect(seen.body.files).toEqual([
        { id: 0, filename: 'set-up.json', type: 'application/json', bytes: handout.bytes },
      ]);
      expect(seen.body.components[0]?.components?.at(-1)).toMatchObject({ file: { url: 'attachment://set-up.json' } });
    });

    it('says what to allow where Discord does not take it', async () => {
      const { discord } = await aDesk([exporting]);
      discord.fails(1).at('PATCH /webhooks').with({ status: 403, code: 50013 }).before('commit');
      const seen = await discord.slash('deadline', 'list');
      expect(seen.text).toContain('Allow the bot Attach Files');
      expect(seen.body.files).toBeUndefined();
    });
  });

  it('that is refused is answered with the refusal', async () => {
    const refuse = () => {
      throw new Refusal('There is no storyline of that name. Try another.');
    };
    const desk = await aDesk([aCommand(refuse)]);
    const seen = await desk.discord.slash('deadline', 'list');
    expect(seen.text).toContain('There is no storyline of that name. Try another.');
    expect(errorsOf(desk)).toEqual([]);
  });

  it('that meets a bug shows a reference number, and the log has it with the cause', async () => {
    const bug = new Error('the secret inside');
    const desk = await aDesk([aCommand(() => Promise.reject(bug))]);
    const { text } = await desk.discord.slash('deadline', 'list');
    const [line] = errorsOf(desk);
    expect(line?.fields).toMatchObject({
      err: bug,
      command: 'deadline',
      reference: expect.stringMatching(/^[0-9a-f]{8}$/),
    });
    const { reference } = { reference: '', ...line?.fields };
    expect(text).toContain(reference);
    expect(line?.message).toContain(`reference ${reference}`);
    expect(text).not.toContain('secret');
  });

  it('whose card Discord does not take is a bug like any other', async () => {
    const discord = await aDiscord(true);
    const desk = await deskAt(discord, { commands: [aCommand(() => 'x'.repeat(4_001))] });
    expect((await discord.slash('deadline', 'list')).text).toMatch(/[0-9a-f]{8}/);
    expect(JSON.stringify(errorsOf(desk))).not.toContain('interaction-token');
  });

  it('that we no longer have says so', async () => {
    const { discord } = await aDesk();
    expect((await discord.slash('story', 'list')).text).toContain('/story');
  });

  it('in a direct message is refused', async () => {
    const { discord } = await aDesk([aCommand(() => 'never')]);
    expect((await discord.slash('deadline', 'list', {}, { guild: null })).text).toContain('servers only');
  });
});

describe('someone of another language', () => {
  it('is answered in it, and shown what the command says of itself', async () => {
    const { discord } = await aDesk(COMMANDS);
    const seen = await discord.slash('desk', 'help', {}, { locale: 'uk' });
    expect(seen.text).toContain('Що робить цей бот');
    expect(seen.text).toContain('`/сюжет список` Показати сюжети');
    expect((await discord.slash('alerts', 'mute', { hours: 1 }, { locale: 'uk' })).text).toContain(
      'лише для модераторів',
    );
    const story = discord.commands.find(({ name }) => name === 'story');
    expect(story?.description_localizations).toMatchObject({ uk: 'Сюжети новин про санкції й припинення вогню' });
  });
});

describe('a steering command', () => {
  const steering = aCommand(() => 'Done', { steering: true });

  it('is refused to who may not manage the server, whatever Discord lets through', async () => {
    const desk = await aDesk([steering]);
    const { text } = await desk.discord.slash('deadline', 'list', {}, { permissions: '2048' });
    expect(text).toContain('Manage Server');
    expect(desk.log).toContainEqual(expect.objectContaining({ level: 'info', message: '/deadline was refused' }));
  });

  it.each([
    { who: 'a moderator', permissions: MANAGE_GUILD },
    { who: 'an administrator', permissions: '8' },
  ])('is run for $who', async ({ permissions }) => {
    const { discord } = await aDesk([steering]);
    expect((await discord.slash('deadline', 'list', {}, { permissions })).text).toBe('Done');
  });
});

describe('a command with a steering subcommand', () => {
  const move = { name: 'move', description: 'Move them', steering: true, options: [] };
  const open = aCommand((call) => `${call.subcommand} done`);
  const mixed = { ...open, subcommands: [...open.subcommands, move] };

  it('is seen by everyone, who may use the rest of it', async () => {
    const { discord } = await aDesk([mixed]);
    expect(discord.commands[0]?.default_member_permissions ?? null).toBeNull();
    expect((await discord.slash('deadline', 'list', {}, { permissions: '2048' })).text).toBe('list done');
  });

  it('refuses that part to who may not manage the server', async () => {
    const { discord } = await aDesk([mixed]);
    const { text } = await discord.slash('deadline', 'move', {}, { permissions: '2048' });
    expect(text).toContain('/deadline move is for moderators. Ask someone with the Manage Server permission');
  });

  it('runs it for a moderator', async () => {
    const { discord } = await aDesk([mixed]);
    expect((await discord.slash('deadline', 'move', {}, { permissions: MANAGE_GUILD })).text).toBe('move done');
  });
});

describe('/feed, as Discord and its people meet it', () => {
  /** Every command there is, over a store with one feed and a port that finds nothing anywhere. */
  async function aFeedDesk() {
    const fetched: string[] = [];
    const { nextDeadlineAt: _, ...due } = aDueFeed({}, { verdict: 'healthy' });
    const store = new Proxy<Store>(Object.create(null), { get: () => async () => [{ ...due, heldUntil: null }] });
    const feeds: Feeds = {
      fetch: async ({ feed }) => {
        fetched.push(feed.url);
        return fails('not_a_feed');
      },
      close: async () => undefined,
    };
    const desk = await deskAt(await aDiscord(), { commands: COMMANDS, ports: { store, feeds, ...NO_RULES } });
    return { ...desk, fetched };
  }

  it('is offered to everyone', async () => {
    const { discord } = await aFeedDesk();
    const feed = discord.commands.find(({ name }) => name === 'feed');
    expect(feed?.default_member_permissions ?? null).toBeNull();
  });

  it('shows health and list to anyone', async () => {
    const { discord } = await aFeedDesk();
    const anyone = { permissions: '2048' };
    expect((await discord.slash('feed', 'health', {}, anyone)).text).toContain('1 feed: 0 with trouble, 1 healthy');
    expect((await discord.slash('feed', 'health', { feed: 'bbc-world' }, anyone)).text).toContain('Feed **bbc-world**');
    expect((await discord.slash('feed', 'list', {}, anyone)).text).toContain('BBC News, press');
  });

  it('tests an address for moderators alone, and asks for nothing otherwise', async () => {
    const { discord, fetched } = await aFeedDesk();
    const url = 'https://news.example/rss';
    const refused = await discord.slash('feed', 'test', { url }, { permissions: '2048' });
    expect(refused.text).toContain('/feed test is for moderators. Ask someone with the Manage Server permission');
    expect(fetched).toEqual([]);
    const answered = await discord.slash('feed', 'test', { url }, { permissions: MANAGE_GUILD });
    expect(answered).toMatchObject({ ephemeral: true, text: expect.stringContaining('no feed (`not_a_feed`)') });
    expect(fetched).toEqual([url]);
  });
});

describe('/deadline history, as Discord and its people meet it', () => {
  it('is a card within all limits, with its picture drawn and told', async () => {
    const { deadline, rungs } = PENDING;
    const known: Partial<Store> = {
      deadlines: async () => [deadline],
      deadline: async () => ({ deadline, rungs }),
      storylines: async () => [aFollowedStoryline()],
    };
    const store = new Proxy<Store>(Object.create(null), { get: (_target, name) => Reflect.get(known, name) });
    const feeds: Feeds = { fetch: async () => fails('timeout'), close: async () => undefined };
    const ports = { ...NO_RULES, store, feeds, pictures: { ...NO_RULES.pictures, chain: chainPicture } };
    const { discord } = await deskAt(await aDiscord(), { commands: COMMANDS, ports });
    const seen = await discord.slash('deadline', 'history', { deadline: 'russia' });
    expect(seen).toMatchObject({ ephemeral: true, text: expect.stringContaining('~~2 Sep 2025~~') });
    expect(seen.body.files?.[0]?.bytes.slice(1, 4)).toEqual(new TextEncoder().encode('PNG'));
    expect(seen.body.attachments?.[0]?.description).toMatch(
      /^Deadline for Russia, set by Donald Trump\. Pending: 8 Aug/,
    );
  });
});

describe('an interaction that fails', () => {
  it('to be deferred runs nothing, is logged without its token, and the next one works', async () => {
    let runs = 0;
    const desk = await aDesk([aCommand(() => `run ${++runs}`)]);
    desk.discord.fails(1).at('/callback').with({ status: 404, code: 10062 }).before('commit');
    void desk.discord.slash('deadline', 'list');
    await expect.poll(() => errorsOf(desk)).toHaveLength(1);
    expect(JSON.stringify(errorsOf(desk))).not.toContain('interaction-token');
    expect((await desk.discord.slash('deadline', 'list')).text).toBe('run 1');
  });

  it('once to be answered is tried once more with an apology', async () => {
    const desk = await aDesk([aCommand(() => 'Three deadlines')]);
    desk.discord.fails(1).at('PATCH /webhooks').with(500).before('commit');
    expect((await desk.discord.slash('deadline', 'list')).text).toMatch(/reference/);
  });
});

describe('closing', () => {
  it('waits for the command under way', async () => {
    const [begun, finish] = [aGate(), aGate()];
    const run = async () => {
      begun.open();
      await finish.opened;
      return 'Just in time';
    };
    const desk = await aDesk([aCommand(run)]);
    const order: string[] = [];
    const seen = desk.discord.slash('deadline', 'list').then(({ text }) => order.push(text));
    await begun.opened;
    const closed = desk.close().then(() => order.push('closed'));
    await expect.poll(() => desk.discord.gateway.open()).toBe(0);
    finish.open();
    await Promise.all([seen, closed]);
    expect(order).toEqual(['Just in time', 'closed']);
  });
});
