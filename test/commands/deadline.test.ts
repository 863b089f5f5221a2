import { describe, expect, it } from 'vitest';
import { deadline as command } from '../../src/commands/deadline.ts';
import type { Call, CommandPorts, Reply } from '../../src/domain/command.ts';
import type { Deadline } from '../../src/domain/deadline.ts';
import { type GuildId, id } from '../../src/domain/ids.ts';
import type { DeadlineHistory, Store } from '../../src/domain/ports.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import type { Instant } from '../../src/domain/time.ts';
import { linesOf } from '../cards/reading.ts';
import {
  aConfirmation,
  aDeadline,
  aFollowedStoryline,
  aRung,
  aStoryline,
  at,
  aVersion,
  ceasefireDeadline,
  NO_RULES,
  onDay,
  press,
} from '../fakes/nouns.ts';

const HOME: GuildId = id('100');
const NOW = at('2025-08-06T12:00Z');

const RUSSIA: Deadline = {
  ...ceasefireDeadline(3),
  confirmations: [aConfirmation(1, press('dw', 'DW')), aConfirmation(1, press('guardian', 'The Guardian'))],
};
const INDIA = aDeadline({
  id: id('deadline-2'),
  storyline: id('secondary-sanctions'),
  target: 'India',
  issuer: 'United States',
  versions: [aVersion({ window: onDay('2025-08-27') })],
});
const CYRILLIC = aDeadline({
  id: id('deadline-3'),
  target: 'Газпром нефть',
  issuer: 'Совет ЕС',
  versions: [aVersion({ window: onDay('2025-09-27') })],
});

/** A server that follows these deadlines, and everything that was asked to be drawn for it. */
function aServer(deadlines: readonly Deadline[]) {
  const drawn: (DeadlineHistory & { readonly now: Instant })[] = [];
  const rungs = [aRung()];
  const known: Partial<Store> = {
    deadlines: async (guild) => (guild === HOME ? deadlines : []),
    deadline: async (wanted) => {
      const found = deadlines.find((each) => each.id === wanted);
      return found ? { deadline: found, rungs } : null;
    },
    storylines: async () => [
      aFollowedStoryline(),
      aFollowedStoryline({ storyline: aStoryline({ slug: id('secondary-sanctions'), title: 'Secondary sanctions' }) }),
    ],
  };
  const store = new Proxy<Store>(Object.create(null), {
    get: (_target, name) => Reflect.get(known, name),
  });
  const ports: CommandPorts = {
    ...NO_RULES,
    store,
    feeds: { fetch: () => Promise.reject(new Error('nothing is fetched')), close: async () => undefined },
    pictures: {
      ...NO_RULES.pictures,
      chain: async (history, now) => {
        drawn.push({ ...history, now });
        return { name: 'chain.png', bytes: new Uint8Array([1]), alt: 'One date after the other' };
      },
    },
  };
  const uses = (subcommand: string, asked?: string, change: Partial<Call> = {}): Promise<Reply> =>
    command.run(
      {
        subcommand,
        options: new Map(asked === undefined ? [] : [['deadline', asked]]),
        member: '300',
        guild: HOME,
        channel: id('200'),
        locale: 'en-GB',
        now: NOW,
        ...change,
      },
      ports,
    );
  const history = (asked?: string, change: Partial<Call> = {}) => uses('history', asked, change);
  return { history, uses, drawn };
}

const ALL = [INDIA, CYRILLIC, RUSSIA];

describe('/deadline show', () => {
  it('is the card of the one that is meant, to the caller alone and without a picture', async () => {
    const { uses, drawn } = aServer(ALL);
    const { card, ephemeral, picture } = await uses('show', 'india');
    expect(linesOf(card)).toContain('### Deadline for India, set by United States');
    expect([ephemeral, picture, drawn]).toEqual([true, undefined, []]);
  });

  it('refuses a name that fits none', async () => {
    await expect(aServer(ALL).uses('show', 'Iran')).rejects.toThrow('No deadline here is called “Iran”');
  });
});

describe('/deadline history', () => {
  it('tells the whole chain: struck dates, quotes, sources with label and link, and who confirms', async () => {
    const { card, ephemeral } = await aServer([RUSSIA]).history();
    const lines = linesOf(card);
    expect(ephemeral).toBe(true);
    expect(lines).toContain('**Set:** ~~2 Sep 2025~~ · reported <t:1752508800:D>');
    expect(lines).toContain(
      '-# “Trump gives Russia 50 days to agree to a ceasefire” · ' +
        '[BBC News](https://www.bbc.com/news/articles/c1), press · confirmed by 2 more independent outlets',
    );
    expect(lines).toContain('**Fixed:** 8 Aug 2025 · reported <t:1753819200:D>');
  });

  it('comes with the picture of that deadline and its reminders, as things stand', async () => {
    const { history, drawn } = aServer(ALL);
    const { picture } = await history('india');
    expect(picture).toEqual({ name: 'chain.png', bytes: new Uint8Array([1]), alt: 'One date after the other' });
    expect(drawn).toEqual([{ deadline: INDIA, rungs: [aRung()], now: NOW }]);
  });

  it.each<[string, Deadline]>([
    ['1', RUSSIA],
    ['#2', INDIA],
    [' 3 ', CYRILLIC],
    ['India', INDIA],
    ['donald', RUSSIA],
    ['states INDIA', INDIA],
    ['secondary', INDIA],
    ['газпром', CYRILLIC],
    ['Deadline', RUSSIA],
  ])('takes a number of the list, or words of a name: %s', async (asked, expected) => {
    const { history, drawn } = aServer(asked === 'Deadline' ? [RUSSIA] : ALL);
    await history(asked);
    expect(drawn.map(({ deadline }) => deadline.id)).toEqual([expected.id]);
  });

  it.each([
    ['4', 'No deadline here is called “4”'],
    ['0', 'No deadline here is called “0”'],
    ['Iran', 'No deadline here is called “Iran”. Give its number in /deadline list, or words of its name.'],
    ['???', 'No deadline here is called “???”'],
    [
      'ceasefire',
      '“ceasefire” fits more than one deadline. 1: Deadline for Russia, set by Donald Trump; 3: Deadline for Газпром нефть',
    ],
  ])('refuses %s and says what to do', async (asked, text) => {
    const { history, drawn } = aServer(ALL);
    const refused = history(asked);
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(text);
    expect(drawn).toEqual([]);
  });

  it('asks which, when there is more than one and none was named', async () => {
    const many = Array.from({ length: 8 }, (_, index) => aDeadline({ id: id(`d${index}`), target: `Party ${index}` }));
    await expect(aServer(ALL).history()).rejects.toThrow('Which deadline? 1: Deadline for Russia');
    await expect(aServer(many).history()).rejects.toThrow('5: Deadline for Party 4, set by Donald Trump; and 3 more.');
  });

  it('says so when there is none', async () => {
    const elsewhere = aServer(ALL).history('1', { guild: id('999') });
    await expect(elsewhere).rejects.toThrow('No deadline is tracked here yet.');
  });

  it('does not hide that the store lost what it lists', async () => {
    const lost = aDeadline({ storyline: id('gone') });
    await expect(aServer([lost]).history()).rejects.not.toBeInstanceOf(Refusal);
  });
});
