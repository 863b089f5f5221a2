/** A storyline's own thread on Discord, or its own post in a forum: made once, whatever breaks. */
import { describe, expect, it } from 'vitest';
import { type ChannelId, id, type PostedId } from '../../../src/domain/ids.ts';
import type { Showing } from '../../../src/domain/message.ts';
import type { Outcome } from '../../../src/domain/ports.ts';
import type { Place } from '../../fakes/discord/places.ts';
import { ANNOUNCEMENT, CHANNEL, FORUM, type Forbidden, TEXT } from '../../fakes/discord/world.ts';
import { aStoryline } from '../../fakes/nouns.ts';
import { aDesk, aShowing, type Desk, newsOf } from './start.ts';

const storyline = aStoryline({ title: 'Ceasefire deadline' });
const opening = (change: Partial<Showing> = {}) =>
  aShowing({ key: id('thread:1'), subject: { kind: 'thread', storyline }, ...change });

async function deskWith(change: Partial<Place>, ...forbidden: readonly Forbidden[]): Promise<Desk> {
  const desk = await aDesk();
  const channel = desk.discord.channel(CHANNEL);
  channel.becomes(change);
  channel.forbids(...forbidden);
  return desk;
}

function postedOf(outcome: Outcome): PostedId {
  if (outcome.kind !== 'done') throw new Error(`expected it to be there: ${JSON.stringify(outcome)}`);
  return outcome.posted;
}

const threadsOf = ({ discord }: Desk) => discord.channel(CHANNEL).threads;
const inside = (thread: string, change: Partial<Showing> = {}) =>
  aShowing({ channel: id<ChannelId>(thread), nonce: 'inside', ...change });

/** As a desk that comes back to it. */
const again = ({ discord }: Desk) => opening({ attempts: 2, firstTriedAt: discord.clock.now() });

describe.each([
  ['a text channel', TEXT],
  ['an announcement channel', ANNOUNCEMENT],
  ['a forum', FORUM],
])('a thread in %s', (_, type) => {
  it('is called as its storyline, begins with its card, and takes messages', async () => {
    const desk = await deskWith({ type });
    const thread = postedOf(await desk.chat.post(opening()));
    expect(threadsOf(desk)).toMatchObject([{ id: thread, name: 'Ceasefire deadline' }]);
    const first = desk.discord.channel(type === FORUM ? thread : CHANNEL).messages;
    expect(JSON.stringify(first[0]?.components)).toContain('Everything about this storyline is told here');
    expect(await desk.chat.post(inside(thread))).toMatchObject({ kind: 'done' });
    expect(desk.discord.channel(thread).messages).toHaveLength(type === FORUM ? 2 : 1);
  });

  it.each(['before', 'after'] as const)(
    'that is not known to be there, failed %s it was made, is one',
    async (when) => {
      const desk = await deskWith({ type });
      const trouble = desk.discord.fails(1).at('/threads').with('socket closed');
      if (when === 'before') trouble.before('commit');
      else trouble.after('commit');
      expect(await desk.chat.post(opening())).toMatchObject({ kind: 'later' });
      const finding = await desk.chat.find(again(desk));
      const outcome =
        finding.kind === 'found' ? desk.chat.edit(again(desk), finding.posted) : desk.chat.post(again(desk));
      const thread = postedOf(await outcome);
      expect(threadsOf(desk)).toMatchObject([{ id: thread }]);
      expect(desk.discord.channel(CHANNEL).messages).toHaveLength(type === FORUM ? 0 : 1);
    },
  );

  it('is edited where it begins', async () => {
    const desk = await deskWith({ type });
    const thread = postedOf(await desk.chat.post(opening()));
    const renamed = { kind: 'thread', storyline: { ...storyline, title: 'Ceasefire' } } as const;
    expect(await desk.chat.edit(opening({ subject: renamed }), thread)).toMatchObject({ kind: 'done', posted: thread });
    const [first] = desk.discord.channel(type === FORUM ? thread : CHANNEL).messages;
    expect(JSON.stringify(first?.components)).toContain('### Ceasefire\\n');
  });

  it('that was archived is opened by a post, and by an edit', async () => {
    const desk = await deskWith({ type });
    const thread = postedOf(await desk.chat.post(opening()));
    const posted = postedOf(await desk.chat.post(inside(thread)));
    desk.discord.channel(thread).becomes({ archivedAt: desk.discord.clock.now() });
    const newer = inside(thread, { subject: newsOf('Envoys sign the text') });
    expect(await desk.chat.edit(newer, posted)).toMatchObject({ kind: 'done' });
    desk.discord.channel(thread).becomes({ archivedAt: desk.discord.clock.now() });
    expect(await desk.chat.post(inside(thread, { nonce: 'another' }))).toMatchObject({ kind: 'done' });
    expect(threadsOf(desk)).toMatchObject([{ archivedAt: null }]);
  });

  it('that was locked is closed to us, and says so', async () => {
    const desk = await deskWith({ type });
    const thread = postedOf(await desk.chat.post(opening()));
    const posted = postedOf(await desk.chat.post(inside(thread)));
    desk.discord.channel(thread).becomes({ archivedAt: desk.discord.clock.now(), isLocked: true });
    const closed = { kind: 'denied', reason: expect.stringContaining('The thread is locked') };
    const newer = inside(thread, { nonce: 'another', subject: newsOf('Envoys sign the text') });
    expect([await desk.chat.edit(newer, posted), await desk.chat.post(newer)]).toMatchObject([closed, closed]);
  });

  it('that was deleted is gone as a channel', async () => {
    const desk = await deskWith({ type });
    const thread = postedOf(await desk.chat.post(opening()));
    desk.discord.channel(thread).vanishes();
    expect(await desk.chat.post(inside(thread))).toMatchObject({ kind: 'gone', what: 'channel' });
  });

  it('where the bot may not make one is denied, and says what to allow', async () => {
    const desk = await deskWith({ type }, type === FORUM ? 'sending' : 'making threads');
    const reason = expect.stringContaining('Create Public Threads');
    expect(await desk.chat.post(opening())).toMatchObject({ kind: 'denied', reason });
  });
});

describe('a post of a forum', () => {
  const TAGS = [
    { id: '1', name: 'Staff', moderated: true },
    { id: '2', name: 'News', moderated: false },
    { id: '3', name: 'Ceasefire', moderated: false },
  ];

  it.each([
    ['the tag that its title names', TAGS, ['3']],
    ['the first that anyone may use', TAGS.slice(0, 2), ['2']],
  ])('gets %s where one is required', async (_, tags, appliedTags) => {
    const desk = await deskWith({ type: FORUM, requiresTag: true, tags });
    await desk.chat.post(opening());
    expect(threadsOf(desk)).toMatchObject([{ appliedTags }]);
  });

  it('is found among those archived, by its first message and not by its name', async () => {
    const desk = await deskWith({ type: FORUM });
    await desk.chat.post(opening({ marker: 7 }));
    const thread = postedOf(await desk.chat.post(opening()));
    for (const one of threadsOf(desk)) {
      desk.discord.channel(one.id).becomes({ archivedAt: '2025-08-01T11:59:00.000Z' });
    }
    expect(await desk.chat.find(again(desk))).toEqual({ kind: 'found', posted: thread });
  });

  it('whose first message somebody deleted cannot be told from ours', async () => {
    const desk = await deskWith({ type: FORUM });
    const thread = postedOf(await desk.chat.post(opening()));
    desk.discord.channel(thread).delete(thread);
    expect(await desk.chat.find(again(desk))).toMatchObject({ kind: 'unprovable' });
  });

  it('that was made before the first try is another one', async () => {
    const desk = await deskWith({ type: FORUM });
    await desk.chat.post(opening());
    desk.discord.clock.passes(10 * 60_000);
    expect(await desk.chat.find(again(desk))).toEqual({ kind: 'absent' });
  });
});

describe('a message of an announcement channel', () => {
  it('is published, and is so when it is asked for again; edits leave it so', async () => {
    const desk = await deskWith({ type: ANNOUNCEMENT });
    const posted = postedOf(await desk.chat.post(aShowing()));
    expect(await desk.chat.publish?.(id(CHANNEL), posted)).toBeNull();
    expect(await desk.chat.publish?.(id(CHANNEL), posted)).toBeNull();
    await desk.chat.edit(aShowing({ subject: newsOf('Envoys sign the text') }), posted);
    expect(desk.discord.channel(CHANNEL).messages).toMatchObject([{ flags: (1 << 15) | 2 }]);
  });

  it('is deferred where Discord has published ten within the hour', async () => {
    const desk = await deskWith({ type: ANNOUNCEMENT });
    const outcomes = [];
    for (let one = 0; one < 11; one += 1) {
      const posted = postedOf(await desk.chat.post(aShowing({ nonce: `n${one}` })));
      outcomes.push(await desk.chat.publish?.(id(CHANNEL), posted));
    }
    expect(outcomes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => null));
    expect(outcomes[10]).toMatchObject({ kind: 'limited', where: 'channel', act: 'publish' });
  });

  it('takes three edits an hour; what comes later is deferred, and not lost', async () => {
    const desk = await deskWith({ type: ANNOUNCEMENT });
    const posted = postedOf(await desk.chat.post(aShowing()));
    await desk.chat.publish?.(id(CHANNEL), posted);
    const edited = (day: number) => desk.chat.edit(aShowing({ subject: newsOf(`Envoys meet, day ${day}`) }), posted);
    const outcomes = [await edited(1), await edited(2), await edited(3), await edited(4)];
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'limited']);
    desk.discord.clock.passes(60 * 60_000);
    expect(await edited(4)).toMatchObject({ kind: 'done' });
  });

  it('of no such channel is denied', async () => {
    const desk = await deskWith({ type: TEXT });
    const posted = postedOf(await desk.chat.post(aShowing()));
    expect(await desk.chat.publish?.(id(CHANNEL), posted)).toMatchObject({ kind: 'denied' });
  });
});
