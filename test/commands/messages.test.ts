import { beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/commands/index.ts';
import type { Change } from '../../src/domain/change.ts';
import { id, type MessageKey, type NoticeId } from '../../src/domain/ids.ts';
import type { Notice } from '../../src/domain/notice.ts';
import { unchosen } from '../../src/domain/storyline.ts';
import { aDevelopment, aFollow, anItem, anOutlet, at } from '../fakes/nouns.ts';
import { type Steering, steeredServer } from '../fakes/steering.ts';

const because = 'a test says so';
const NOW = at('2025-07-14T17:00Z');
const KEY = id<MessageKey>('development-1/follow-1');
const ASKED = id<NoticeId>('no_1');
const GUILD = aFollow().guild;

const QUESTION: Notice = {
  id: ASKED,
  guild: GUILD,
  rev: 1,
  concern: {
    kind: 'message',
    key: KEY,
    channel: id('200'),
    state: 'unproven',
    wantedAt: NOW,
    title: 'Envoys agree on a date',
    reason: 'the bot may not read there',
  },
  since: NOW,
  resolvedAt: null,
};

const SUBJECT = { kind: 'development', id: 'development-1' } as const;
const WANTED: Change = {
  kind: 'message.wanted',
  key: KEY,
  follow: aFollow().id,
  channel: id('200'),
  subject: SUBJECT,
  answers: null,
  rev: 1,
  priority: 4,
  ping: false,
  because,
};

let desk: Steering;
beforeEach(async () => {
  desk = await steeredServer();
  const changes: readonly Change[] = [
    { kind: 'guild.set', settings: { ...unchosen(GUILD), moderators: id('300') }, because },
    { kind: 'outlet.listed', outlet: anOutlet(), because },
    { kind: 'item.seen', item: anItem(), baseline: false, because },
    { kind: 'development.opened', development: aDevelopment(), because },
    WANTED,
    { kind: 'notice.opened', notice: QUESTION, because },
  ];
  await desk.store.commit(changes, { at: NOW, actor: 'test' });
  await desk.store.stopped(KEY, 'unproven', 'the bot may not read there');
});

describe('a message that may not have arrived', () => {
  it.each([
    ['desk resend', 'It is posted again at once.', ['development-1/follow-1', 'notice:no_1']],
    ['desk leave', 'It is left as it is.', ['notice:no_1']],
  ])('takes the answer of /%s once', async (command, said, behind) => {
    expect(await desk.types(command, { message: ASKED })).toContain(said);
    expect(await desk.store.stuck()).toEqual([]);
    const claimed = await desk.store.claim(at('2025-07-14T18:00Z'), 10);
    expect(claimed.map(({ key }) => key).sort()).toEqual(behind);
    await expect(desk.types(command, { message: ASKED })).rejects.toThrow(/somebody has answered already/);
    expect(await desk.types('desk audit')).toContain(command === 'desk resend' ? 'was posted again' : 'was left as it');
    await expect(desk.types('desk undo')).rejects.toThrow(/not taken back/);
  });

  it('that was helped on the command line meanwhile takes no answer', async () => {
    const answered: Change = { kind: 'message.answered', key: KEY, answer: 'give_up', because };
    await desk.store.commit([answered], { at: NOW, actor: 'operator' });
    await expect(desk.types('desk resend', { message: ASKED })).rejects.toThrow(/somebody has answered already/);
  });

  it('is offered by what it speaks of, in its own server alone', async () => {
    const typing = { subcommand: 'resend', option: 'message', text: 'envoy', options: new Map(), member: '1' };
    const offered = (guild: string) => {
      const command = COMMANDS.find(({ name }) => name === 'desk');
      return command?.offer?.({ ...typing, guild: id(guild), locale: 'en', now: NOW }, desk);
    };
    expect(await offered(GUILD)).toEqual([{ name: 'Envoys agree on a date', value: ASKED }]);
    expect(await offered('999')).toEqual([]);
  });
});
