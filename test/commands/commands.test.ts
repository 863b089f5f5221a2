import { describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import type { Call, Command, CommandPorts } from '../../src/domain/command.ts';
import { type GuildId, id } from '../../src/domain/ids.ts';
import type { Store } from '../../src/domain/ports.ts';
import { Refusal } from '../../src/domain/refusal.ts';
import { linesOf } from '../cards/reading.ts';
import { aFollowedStoryline, at, ceasefireDeadline, NO_RULES } from '../fakes/nouns.ts';

const HOME: GuildId = id('100');
const unused = () => Promise.reject(new Error('a list only reads'));

/** A store that knows one guild's deadlines and storylines, and can do nothing else. */
function aShelf(): Store {
  return {
    catalogue: unused,
    latest: unused,
    draft: unused,
    keepBack: unused,
    kept: unused,
    lost: unused,
    publishable: unused,
    published: unused,
    publishLater: unused,
    threads: unused,
    dueFeeds: unused,
    feeds: unused,
    facts: unused,
    ripe: unused,
    proposals: unused,
    docket: unused,
    commit: unused,
    claim: unused,
    shown: unused,
    postponed: unused,
    unsent: unused,
    stopped: unused,
    pause: unused,
    recheck: unused,
    pauses: unused,
    stuck: unused,
    subject: unused,
    nextDue: unused,
    totals: unused,
    lookUp: unused,
    hits: unused,
    search: unused,
    news: unused,
    newsExtent: unused,
    unsearchable: unused,
    unsearched: unused,
    makeSearchable: unused,
    beat: unused,
    refused: unused,
    refusals: unused,
    setBack: unused,
    backlog: unused,
    space: unused,
    noticeFacts: unused,
    lastCommitAt: unused,
    webhooks: unused,
    webhook: unused,
    keepWebhook: unused,
    addressKey: unused,
    renewAddressKey: unused,
    journal: unused,
    activity: unused,
    channels: unused,
    channelMessages: unused,
    close: unused,
    deadline: unused,
    deadlines: async (guild) => (guild === HOME ? [ceasefireDeadline(3)] : []),
    explained: async () => null,
    item: async () => null,
    server: unused,
    posted: unused,
    audit: unused,
    storylines: async (guild) => (guild === HOME ? [aFollowedStoryline()] : []),
  };
}

function commandNamed(name: string): Command {
  const found = COMMANDS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no command ${name}`);
  return found;
}

function call(change: Partial<Call> = {}): Call {
  return {
    subcommand: 'list',
    options: new Map(),
    member: '300',
    guild: HOME,
    channel: id('200'),
    locale: 'en-GB',
    now: at('2025-08-06T12:00Z'),
    ...change,
  };
}

const PORTS: CommandPorts = {
  store: aShelf(),
  feeds: { fetch: unused, close: unused },
  ...NO_RULES,
};

const answer = (name: string, change: Partial<Call> = {}) => commandNamed(name).run(call(change), PORTS);

describe('slash commands', () => {
  it('are told apart by their names, and are within what Discord takes', () => {
    const described = COMMANDS.flatMap((each) => [each, ...each.subcommands]);
    expect(new Set(COMMANDS.map((each) => each.name)).size).toBe(COMMANDS.length);
    expect(described.filter(({ name }) => !/^[-_a-z0-9]{1,32}$/.test(name))).toEqual([]);
    expect(described.filter(({ description }) => description.length < 1 || description.length > 100)).toEqual([]);
  });

  it('/deadline list shows the caller alone what their server follows', async () => {
    const { card, ephemeral } = await answer('deadline');
    expect(ephemeral).toBe(true);
    expect(linesOf(card)).toContain(
      'Pending · Fri 8 Aug 2025 (US Eastern day), no time given · your date: <t:1754668800:D> · in 2 days',
    );
  });

  it('/deadline list of a server without deadlines says what to do', async () => {
    const { card } = await answer('deadline', { guild: id('999') });
    expect(linesOf(card)[1]).toContain('`/story list`');
  });

  it('/story list shows where storylines are followed', async () => {
    const { card, ephemeral } = await answer('story');
    expect(ephemeral).toBe(true);
    expect(linesOf(card)).toContain('-# Followed in <#200>');
  });

  it.each(['deadline', 'story'])('/%s refuses a subcommand it does not have and names those it has', async (name) => {
    const refused = answer(name, { subcommand: 'burn' });
    await expect(refused).rejects.toBeInstanceOf(Refusal);
    await expect(refused).rejects.toThrow(`/${name} has no subcommand "burn". Try /${name} list`);
  });
});
