/** A server whose moderators steer: commands as they are typed, a minute apart, over a store in memory. */
import { feedCommand } from '../../src/commands/feed.ts';
import { COMMANDS } from '../../src/commands/index.ts';
import type { Change } from '../../src/domain/change.ts';
import type { Call, CommandPorts, Reply } from '../../src/domain/command.ts';
import { id } from '../../src/domain/ids.ts';
import type { Store } from '../../src/domain/ports.ts';
import { MINUTE, plus } from '../../src/domain/time.ts';
import { openStore } from '../../src/main.ts';
import { textOf } from '../cards/reading.ts';
import { aFollow, aStoryline, at, NO_RULES } from './nouns.ts';
import { fakeLog } from './world.ts';

const because = 'a test says so';

export const CEASEFIRE = aStoryline();
export const TALKS = aStoryline({ slug: id('talks'), title: 'Istanbul talks', deadline: null });
export const ELSEWHERE = aStoryline({ slug: id('theirs'), title: 'Of another server', guild: id('999') });

type Options = Readonly<Record<string, string | number | boolean>>;

export interface Steering {
  readonly store: Store;
  /** `types('alerts mute', { hours: 8 })`, by a member in a channel; what it answers. */
  types(command: string, options?: Options): Promise<string>;
  /** The same, with its whole answer. */
  asks(command: string, options?: Options): Promise<Reply>;
  by(member: string): void;
}

/** The ceasefire storyline is followed in channel 200; premises and the rest as a test wants them. */
export async function steeredServer(change: Partial<CommandPorts> = {}): Promise<Steering> {
  let now = at('2025-07-14T17:00Z');
  let member = '300000000000000001';
  const store = openStore(':memory:', { now: () => now, sleepUntil: async () => undefined }, fakeLog(), {});
  const defined = [CEASEFIRE, TALKS, ELSEWHERE].map((storyline): Change => {
    return { kind: 'storyline.defined', storyline, because };
  });
  await store.commit([...defined, { kind: 'follow.set', follow: aFollow(), because }], { at: now, actor: 'start' });
  // Addresses are read in turns, which each server of a test has of its own.
  const commands = [feedCommand(), ...COMMANDS];
  const ports: CommandPorts = {
    ...NO_RULES,
    store,
    feeds: { fetch: () => Promise.reject(new Error('nothing is read')), close: async () => undefined },
    commit: (changes, act) => store.commit(changes, act),
    ...change,
  };
  return {
    store,
    by: (name) => {
      member = name;
    },
    asks,
    types: async (words, options) => textOf((await asks(words, options)).card),
  };
  async function asks(words: string, options: Options = {}): Promise<Reply> {
    now = plus(now, MINUTE);
    const [name, subcommand = ''] = words.split(' ');
    const command = commands.find((one) => one.name === name);
    if (!command) throw new Error(`there is no /${name}`);
    const where = { guild: aFollow().guild, channel: id<Call['channel']>('200') };
    const call: Call = { subcommand, options: new Map(Object.entries(options)), member, ...where, locale: 'en', now };
    return command.run(call, ports);
  }
}
