import { beforeEach, describe, expect, it } from 'vitest';
import { readSetUp } from '../../src/cli/guild/file.ts';
import { setUpOf, writeSetUp } from '../../src/decide/setUp.ts';
import { id } from '../../src/domain/ids.ts';
import type { AddressesOf, Outward } from '../../src/domain/outward.ts';
import type { Premises } from '../../src/domain/premises.ts';
import { aDeadline, aFollow, aProposal, at, NO_RULES } from '../fakes/nouns.ts';
import { type Steering, steeredServer } from '../fakes/steering.ts';

const GUILD = aFollow().guild;
const because = 'a test says so';

let desk: Steering;
beforeEach(async () => {
  desk = await steeredServer();
});

describe('/desk setup', () => {
  it('follows every open storyline in a channel, and keeps what the server chose', async () => {
    const text = await desk.types('desk setup', { channel: '201', moderators: '202', role: '77', zone: 'Europe/Kyiv' });
    expect(text).toContain('2 storylines are followed in <#201>');
    expect(text).toContain('Moderators are asked in <#202>');
    const { settings, follows } = await desk.store.server(GUILD);
    expect(settings).toMatchObject({ moderators: '202', zone: 'Europe/Kyiv', dates: 'propose' });
    const there = follows.filter(({ channel }) => channel === '201');
    expect(there.map(({ storyline, role }) => [storyline, role])).toEqual([
      ['ceasefire-deadline', '77'],
      ['talks', '77'],
    ]);
  });

  it('chooses the language of alerts', async () => {
    const text = await desk.types('desk setup', { channel: '201', language: 'uk' });
    expect(text).toContain('Alerts are written in українська');
    await expect(desk.types('desk setup', { channel: '201', language: 'klingon' })).rejects.toThrow(
      /en, uk, ru, de, fr/,
    );
    expect((await desk.store.server(GUILD)).settings.language).toBe('uk');
  });

  it('may follow one storyline alone', async () => {
    expect(await desk.types('desk setup', { channel: '201', storyline: 'talks' })).toContain('1 storyline is followed');
    await expect(desk.types('desk setup', { channel: '201', storyline: 'theirs' })).rejects.toThrow(/no storyline/);
  });

  it('asks about the dates that were read before', async () => {
    await desk.store.commit([{ kind: 'deadline.set', deadline: aDeadline({ storyline: id('talks') }), because }], {
      at: at('2025-07-14T17:00Z'),
      actor: 'test',
    });
    await desk.types('desk setup', { channel: '201', moderators: '202' });
    expect(await desk.store.proposals(GUILD)).toHaveLength(1);
  });

  it.each([
    [['history'], /In <#201> the bot lacks Read Message History/],
    [['view', 'send'], /lacks View Channel, Send Messages/],
    [null, /cannot write in <#201>/],
  ] as const)('chooses no channel where the bot lacks %j, and says so at once', async (lacking, message) => {
    const premises: Premises = { ...NO_RULES.premises, lacks: () => lacking };
    desk = await steeredServer({ premises });
    await expect(desk.types('desk setup', { channel: '201' })).rejects.toThrow(message);
    expect((await desk.store.server(GUILD)).follows).toEqual([aFollow()]);
  });
});

describe('/desk status and permissions', () => {
  it('says what is followed where, what waits and what is closed', async () => {
    const now = at('2025-07-14T17:00Z');
    await desk.store.commit(
      [
        { kind: 'deadline.set', deadline: aDeadline(), because },
        { kind: 'proposal.made', proposal: aProposal(), because },
      ],
      { at: now, actor: 'test' },
    );
    const closed = { act: null, cause: 'closed', until: at('2025-07-15T17:00Z'), reason: 'missing access' } as const;
    await desk.store.pause({ channel: id('200'), ...closed }, now);
    await desk.store.pause({ channel: id('666'), ...closed }, now);
    const text = await desk.types('desk status');
    expect(text).toContain('1 storyline is followed in <#200>');
    expect(text).toContain('1 date waits for an answer');
    expect(text).toContain('**<#200> is closed to the bot: missing access**');
    expect(text).not.toContain('666');
  });

  it('says what the bot lacks, whom it may call, and how to let it in', async () => {
    const premises: Premises = {
      ...NO_RULES.premises,
      lacks: (channel) => (channel === '200' ? ['send'] : null),
      roleUse: () => ({ calls: false, given: false }),
    };
    desk = await steeredServer({ premises });
    const steered = aFollow({ role: id('77'), id: id('follow-2'), channel: id('201') });
    await desk.store.commit([{ kind: 'follow.set', follow: steered, because }], {
      at: at('2025-07-14T17:00Z'),
      actor: 'test',
    });
    const text = await desk.types('desk permissions');
    expect(text).toContain('<#200>: it lacks **Send Messages**');
    expect(text).toContain('<#201>: it does not see it');
    expect(text).toContain('<@&77>: it cannot give it to members');
    expect(text).toContain('A mention of <@&77> calls nobody');
    expect(text).toContain('(https://discord.example/invite)');
  });

  it('help tells of every command', async () => {
    const text = await desk.types('desk help');
    for (const name of ['/alerts', '/deadline', '/desk', '/development', '/feed', '/story'])
      expect(text).toContain(name);
    expect(text).toContain('`/deadline confirm`');
  });
});

describe('/desk calendar', () => {
  it('gives the addresses of what can be read elsewhere, to be copied', async () => {
    const asked: Outward[] = [];
    const addressesOf: AddressesOf = async (guild, outwards) => {
      asked.push(...outwards);
      return outwards.map((_, index) => `https://desk.example/out/${guild}/${index}`);
    };
    desk = await steeredServer({ addressesOf });
    const lines = (await desk.types('desk calendar')).split('\n');
    expect(asked).toEqual([
      { kind: 'alerts' },
      { kind: 'calendar', storyline: null },
      { kind: 'calendar', storyline: 'ceasefire-deadline' },
    ]);
    expect(lines.slice(1, 7)).toEqual([
      '**Alerts (Atom feed)**',
      `\`https://desk.example/out/${GUILD}/0\``,
      '**All deadlines (calendar)**',
      `\`https://desk.example/out/${GUILD}/1\``,
      '**Ceasefire deadline**',
      `\`https://desk.example/out/${GUILD}/2\``,
    ]);
  });

  it('says what is missing while nobody could read them', async () => {
    await expect(desk.types('desk calendar')).rejects.toThrow(/DESK_PUBLIC_URL/);
  });
});

describe('/desk export', () => {
  it('hands out what the server set up, as "desk import" reads it', async () => {
    await desk.types('desk setup', { channel: '201', zone: 'Europe/Kyiv' });
    const { handout, ephemeral } = await desk.asks('desk export');
    expect(ephemeral).toBe(true);
    expect(handout?.name).toBe(`deadline-desk-${GUILD}.json`);
    const text = new TextDecoder().decode(handout?.bytes);
    expect(text).toBe(writeSetUp(setUpOf(GUILD, await desk.store.catalogue())));
    expect(readSetUp(text, null).settings).toMatchObject({ zone: 'Europe/Kyiv' });
  });
});

describe('/desk audit and undo', () => {
  it('shows who did what, with what stood before and after, the newest first', async () => {
    await desk.types('alerts mute', { hours: 8 });
    desk.by('300000000000000002');
    await desk.types('alerts ladder', { steps: 'due' });
    const [, first = '', second = '', third = ''] = (await desk.types('desk audit')).split('\n');
    expect(first).toContain('<@300000000000000002>');
    expect(second).toBe('- Ceasefire deadline: Reminders: 7d 24h due after24h → Reminders: due');
    expect(third).toContain('<@300000000000000001>');
  });

  it('takes the last thing back, then the one before it, and nothing twice', async () => {
    await desk.types('alerts mute', { hours: 8 });
    await desk.types('alerts ladder', { steps: 'due' });
    await desk.types('desk undo');
    const { follows } = await desk.store.server(GUILD);
    expect(follows[0]).toMatchObject({ ladder: aFollow().ladder, mutedUntil: expect.any(String) });
    await desk.types('desk undo');
    expect((await desk.store.server(GUILD)).follows).toEqual([aFollow()]);
    await expect(desk.types('desk undo')).rejects.toThrow(/nothing to take back/);
    const audit = await desk.types('desk audit');
    expect(audit.match(/taken back/g)).toHaveLength(2);
    expect(audit.match(/took something back/g)).toHaveLength(2);
  });

  it('takes back what the server chose', async () => {
    await desk.types('desk setup', { channel: '200', storyline: 'ceasefire-deadline', zone: 'Asia/Tokyo' });
    await desk.types('desk undo');
    const { settings, follows } = await desk.store.server(GUILD);
    expect([settings.zone, follows]).toEqual([null, [aFollow()]]);
  });

  it('lets what began by it rest, and says how that goes on', async () => {
    await desk.types('desk setup', { channel: '201', storyline: 'ceasefire-deadline' });
    expect(await desk.types('desk undo')).toContain('`/story resume`');
    const begun = (await desk.store.server(GUILD)).follows.find(({ channel }) => channel === '201');
    expect(begun).toMatchObject({ pausedAt: expect.any(String) });
    expect(await desk.types('story resume', { storyline: 'ceasefire-deadline' })).toContain('Ceasefire deadline');
    const { follows } = await desk.store.server(GUILD);
    expect(follows.map(({ pausedAt }) => pausedAt)).toEqual([null, null]);
  });

  it('takes nothing back that was changed since', async () => {
    await desk.types('alerts mute', { hours: 8 });
    const configured = aFollow({ ladder: ['1h'] });
    await desk.store.commit([{ kind: 'follow.set', follow: configured, because }], {
      at: at('2025-07-15T00:00Z'),
      actor: 'start',
    });
    await expect(desk.types('desk undo')).rejects.toThrow(/changed there since/);
  });

  it('shows nobody what another server did', async () => {
    const theirs = aFollow({ id: id('follow-9'), guild: id('999'), role: id('5') });
    const act = { at: at('2025-07-14T18:00Z'), actor: 'member:1', guild: id<typeof GUILD>('999') };
    await desk.store.commit([{ kind: 'follow.set', follow: theirs, because }], act);
    expect(await desk.types('desk audit')).toContain('Nothing was done here yet.');
  });
});
