import { beforeEach, describe, expect, it } from 'vitest';
import { alerts } from '../../src/commands/alerts.ts';
import { id } from '../../src/domain/ids.ts';
import type { Premises } from '../../src/domain/premises.ts';
import type { Follow } from '../../src/domain/storyline.ts';
import { aFollow, at, NO_RULES } from '../fakes/nouns.ts';
import { type Steering, steeredServer } from '../fakes/steering.ts';

let desk: Steering;
beforeEach(async () => {
  desk = await steeredServer();
});

const follow = async () => (await desk.store.server(aFollow().guild)).follows[0];

type Typed = Readonly<Record<string, string | number | boolean>>;

describe('/alerts', () => {
  it.each<[string, Typed, Partial<Follow>, string]>([
    ['role', { role: '77' }, { role: id('77') }, 'Pings: <@&77>'],
    ['role', {}, { role: null }, 'Pings: nobody'],
    ['ladder', { steps: '1h, 7D due' }, { ladder: ['7d', '1h', 'due'] }, 'Reminders: 7d 1h due'],
    ['ladder', { steps: 'none' }, { ladder: [] }, 'Reminders: none'],
    [
      'gate',
      { post: 2, unconfirmed: 'hold' },
      { gate: { post: 2, ping: 3, unconfirmed: 'hold' } },
      'Confirmed by 2 independent outlets, pings from 3. Before that it is not shown',
    ],
    [
      'quiet',
      { from: '22:00', until: '7:00', zone: 'Europe/Kyiv', urgent: true },
      { quiet: { from: '22:00', until: '07:00', zone: id('Europe/Kyiv'), urgent: true } },
      'Quiet hours: 22:00 to 07:00, Kyiv time\nDates that moved, and those that are due, come all the same',
    ],
    ['quiet', { from: '22:00', until: '22:00' }, { quiet: null }, 'Quiet hours: none'],
    [
      'digest',
      { posts: 5, pings: 1 },
      { caps: { posts: 5, pings: 1 } },
      'At most 5 messages of developments and 1 ping',
    ],
    ['mute', { hours: 8 }, { mutedUntil: at('2025-07-15T01:01Z') }, 'Pings nobody until <t:1752541260:f>'],
    ['channel', { to: '201' }, { channel: id('201') }, '### Alerts in <#201>'],
    ['thread', { own: true }, { inThread: true }, 'Each storyline in a thread of its own'],
    ['thread', { own: false }, { inThread: false }, 'It was so already'],
  ])('%s %j changes that alone, for good, and says how it stands', async (subcommand, options, change, text) => {
    expect(await desk.types(`alerts ${subcommand}`, options)).toContain(text);
    const isChanged = JSON.stringify({ ...aFollow(), ...change }) !== JSON.stringify(aFollow());
    expect(await follow()).toEqual({ ...aFollow(), ...change, steered: isChanged });
  });

  it('writes hours in the zone of the server where none is named', async () => {
    await desk.types('desk setup', { channel: '200', zone: 'Asia/Tokyo' });
    await desk.types('alerts quiet', { from: '22:00', until: '07:00' });
    expect((await follow())?.quiet?.zone).toBe('Asia/Tokyo');
  });

  it('changes one storyline alone where it is named', async () => {
    await desk.types('desk setup', { channel: '200' });
    await desk.types('alerts ladder', { steps: 'due', storyline: 'talks' });
    const { follows } = await desk.store.server(aFollow().guild);
    expect(follows.map(({ storyline, ladder }) => [storyline, ladder.join(' ')])).toEqual([
      ['ceasefire-deadline', '7d 24h due after24h'],
      ['talks', 'due'],
    ]);
  });

  it.each<[string, Typed, RegExp]>([
    ['ladder', { steps: '7d 9h' }, /“9h” is no step.*30d, 7d/],
    ['quiet', { from: '25:00', until: '07:00' }, /“25:00” is no time of day/],
    ['quiet', { from: '22:00', until: '07:00', zone: 'Kyiv' }, /no time zone “Kyiv”/],
    ['quiet', { from: '22:00', until: '07:00', zone: '+02:00' }, /no time zone/],
    ['gate', { post: 0 }, /post takes a whole number from 1 to 9/],
    ['digest', { posts: 1.5 }, /posts takes a whole number/],
    ['mute', { hours: 8, channel: '202' }, /Nothing is followed in <#202>.*<#200>/],
    ['mute', { hours: 8, storyline: 'talks' }, /“talks” is not followed in that channel/],
  ])('%s %j is refused, saying what to write', async (subcommand, options, message) => {
    await expect(desk.types(`alerts ${subcommand}`, options)).rejects.toThrow(message);
    expect(await follow()).toEqual(aFollow());
  });

  it('chooses no role whose mention calls nobody, and no channel it cannot write in', async () => {
    const premises: Premises = {
      ...NO_RULES.premises,
      roleUse: (_guild, role) => (role === '77' ? { calls: false, given: false } : null),
      lacks: () => ['send'],
    };
    desk = await steeredServer({ premises });
    await expect(desk.types('alerts role', { role: '77' })).rejects.toThrow(/calls nobody/);
    await expect(desk.types('alerts role', { role: '78' })).rejects.toThrow(/not there any more/);
    await expect(desk.types('alerts channel', { to: '201' })).rejects.toThrow(/<#201> the bot lacks Send Messages/);
  });

  it('publishes what an announcement channel itself tells, and nothing else', async () => {
    await expect(desk.types('alerts publish', { on: true })).rejects.toThrow(
      /Only messages of an announcement channel/,
    );
    desk = await steeredServer({ premises: { ...NO_RULES.premises, isAnnouncing: () => true } });
    expect(await desk.types('alerts publish', { on: true })).toContain('Published to the servers that follow');
    expect(await follow()).toMatchObject({ publishes: true });
    await desk.types('alerts thread', { own: true });
    await expect(desk.types('alerts publish', { on: true })).rejects.toThrow(/threads of their own/);
    await desk.types('alerts publish', { on: false });
    expect(await follow()).toMatchObject({ publishes: false, inThread: true });
  });

  it('offers zones by any part of their names, and storylines of this server', async () => {
    const typing = { subcommand: 'quiet', options: new Map(), member: '1', guild: aFollow().guild, locale: 'en' };
    const offered = async (option: string, text: string) => {
      const choices = await alerts.offer?.({ ...typing, option, text, now: at('2025-07-14T17:00Z') }, desk);
      return choices?.map(({ value }) => value);
    };
    expect(await offered('zone', 'new york')).toEqual(['America/New_York']);
    expect(await offered('storyline', '')).toEqual(['ceasefire-deadline', 'talks']);
  });
});
