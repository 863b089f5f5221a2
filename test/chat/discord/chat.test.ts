import { describe, expect, it } from 'vitest';
import { drawCard } from '../../../src/cards/draw.ts';
import { digestOf, messageBody } from '../../../src/chat/payload.ts';
import { id, type PostedId } from '../../../src/domain/ids.ts';
import type { Showing } from '../../../src/domain/message.ts';
import type { Outcome } from '../../../src/domain/ports.ts';
import { between, HOUR, type Instant, MINUTE, plus, SECOND } from '../../../src/domain/time.ts';
import { textOf } from '../../fakes/discord/messages.ts';
import { messageShape } from '../../fakes/discord/rules.ts';
import { CHANNEL } from '../../fakes/discord/world.ts';
import { at } from '../../fakes/nouns.ts';
import { aDesk, aDiscord, aShowing, type Desk, deskAt, newsOf } from './start.ts';

/** When the fake's clock begins. */
const NOON = at('2025-08-01T12:00:00Z');

function digestShownBy({ subject, marker, role }: Showing): string {
  return digestOf(messageBody(drawCard(subject), marker, role));
}

function postedOf(outcome: Outcome): PostedId {
  if (outcome.kind !== 'done') throw new Error(`expected the message to be shown: ${JSON.stringify(outcome)}`);
  return outcome.posted;
}

const messagesOf = ({ discord }: Desk) => discord.channel(CHANNEL).messages;

/** The text that members see in the channel, message by message. */
function texts(desk: Desk): readonly string[] {
  return messagesOf(desk).map((message) => textOf({ components: [...message.components] }));
}

describe('a post', () => {
  it('shows the card and answers with its id and digest', async () => {
    const desk = await aDesk();
    const outcome = await desk.chat.post(aShowing());
    const [message] = messagesOf(desk);
    expect(outcome).toEqual({ kind: 'done', posted: message?.id, digest: digestShownBy(aShowing()) });
    expect(texts(desk)[0]).toContain('Envoys agree on a date');
  });

  it('answers the message it is told to answer, and stands by itself where that one was deleted', async () => {
    const desk = await aDesk();
    const first = postedOf(await desk.chat.post(aShowing()));
    const answering = (nonce: string, replyTo: PostedId) => aShowing({ key: id(nonce), nonce, replyTo });
    await desk.chat.post(answering('second', first));
    await desk.chat.post(answering('third', id('1')));
    expect(messagesOf(desk).map((message) => message.message_reference?.message_id)).toEqual([
      undefined,
      first,
      undefined,
    ]);
  });

  it('made twice with one nonce is one message', async () => {
    const desk = await aDesk();
    const first = await desk.chat.post(aShowing());
    expect(await desk.chat.post(aShowing())).toEqual(first);
    expect(messagesOf(desk)).toHaveLength(1);
  });

  it('whose answer was lost is the same message when it is made again', async () => {
    const desk = await aDesk();
    desk.discord.fails(1).at('POST /channels').with(500).after('commit');
    expect(await desk.chat.post(aShowing())).toMatchObject({ kind: 'later', retryAt: null });
    expect(messagesOf(desk)).toHaveLength(1);
    expect(await desk.chat.post(aShowing({ attempts: 2 }))).toMatchObject({ kind: 'done' });
    expect(messagesOf(desk)).toHaveLength(1);
  });

  it('made again with newer news shows the newer news', async () => {
    const desk = await aDesk();
    desk.discord.fails(1).at('POST /channels').with('socket closed').after('commit');
    await desk.chat.post(aShowing());
    const newer = aShowing({ attempts: 2, rev: 2, subject: newsOf('Envoys sign the text') });
    expect(await desk.chat.post(newer)).toMatchObject({ kind: 'done', digest: digestShownBy(newer) });
    expect(texts(desk)).toEqual([expect.stringContaining('Envoys sign the text')]);
  });

  it('is sent once and never repeated by the library', async () => {
    const desk = await aDesk();
    desk.discord.fails(1).at('POST /channels').with(503).before('commit');
    await desk.chat.post(aShowing());
    expect(desk.discord.asked('POST /channels')).toHaveLength(1);
  });

  it('pings the role and nobody else', async () => {
    const desk = await aDesk();
    await desk.chat.post(aShowing({ role: id('300') }));
    const [request] = desk.discord.asked('POST /channels');
    expect(messageShape.parse(request?.body).allowed_mentions).toEqual({ parse: [], roles: ['300'] });
    expect(texts(desk)[0]).toContain('<@&300>');
  });

  it('that members deleted within the nonce window is gone, not resurrected', async () => {
    const desk = await aDesk();
    const posted = postedOf(await desk.chat.post(aShowing()));
    desk.discord.channel(CHANNEL).delete(posted);
    expect(await desk.chat.post(aShowing())).toMatchObject({ kind: 'gone', what: 'message' });
    expect(messagesOf(desk)).toHaveLength(0);
  });
});

describe('an edit', () => {
  it('replaces the card and pings nobody', async () => {
    const desk = await aDesk();
    const posted = postedOf(await desk.chat.post(aShowing({ role: id('300') })));
    const newer = aShowing({ role: id('300'), rev: 2, subject: newsOf('Envoys sign the text') });
    expect(await desk.chat.edit(newer, posted)).toEqual({ kind: 'done', posted, digest: digestShownBy(newer) });
    expect(texts(desk)).toEqual([expect.stringContaining('Envoys sign the text')]);
    const [request] = desk.discord.asked('PATCH /channels');
    expect(messageShape.parse(request?.body).allowed_mentions).toEqual({ parse: [] });
  });

  it('of a card that looks the same asks nothing of Discord', async () => {
    const desk = await aDesk();
    const posted = id<PostedId>('400');
    const shownDigest = digestShownBy(aShowing());
    expect(await desk.chat.edit(aShowing({ shownDigest }), posted)).toEqual({
      kind: 'done',
      posted,
      digest: shownDigest,
    });
    expect(desk.discord.asked('/messages')).toEqual([]);
  });

  it('of a deleted message finds it gone', async () => {
    const desk = await aDesk();
    const posted = postedOf(await desk.chat.post(aShowing()));
    desk.discord.channel(CHANNEL).delete(posted);
    const outcome = await desk.chat.edit(aShowing({ subject: newsOf('Envoys sign the text') }), posted);
    expect(outcome).toMatchObject({ kind: 'gone', what: 'message' });
  });
});

describe('every body sent to a channel', () => {
  it('parses no mentions out of its text', async () => {
    const desk = await aDesk();
    const shouting = newsOf('@everyone <@&1> <@2> read this');
    const posted = postedOf(await desk.chat.post(aShowing({ subject: shouting })));
    await desk.chat.edit(aShowing({ subject: newsOf('@here again') }), posted);
    const bodies = desk.discord.asked('/messages').map(({ body }) => messageShape.parse(body));
    expect(bodies).toHaveLength(2);
    for (const body of bodies) expect(body.allowed_mentions?.parse).toEqual([]);
  });
});

describe('a failure', () => {
  it.each([
    { status: 404, code: 10003, outcome: { kind: 'gone', what: 'channel' } },
    { status: 404, code: 10008, outcome: { kind: 'gone', what: 'message' } },
    { status: 403, code: 50001, outcome: { kind: 'denied' } },
    { status: 403, code: 50013, outcome: { kind: 'denied' } },
    { status: 400, code: 50083, outcome: { kind: 'denied' } },
    { status: 400, code: 200000, outcome: { kind: 'refused' } },
    { status: 400, code: 50035, outcome: { kind: 'refused' } },
    { status: 400, code: 130000, outcome: { kind: 'later', retryAt: null } },
    { status: 403, code: 99999, outcome: { kind: 'denied' } },
  ])('$code is $outcome.kind', async ({ status, code, outcome }) => {
    const desk = await aDesk();
    desk.discord.fails(1).at('POST /channels').with({ status, code }).before('commit');
    const result = await desk.chat.post(aShowing());
    expect(result).toMatchObject(outcome);
    expect(result).toMatchObject({ reason: expect.stringContaining(`code ${code}`) });
    expect(desk.log.filter(({ level }) => level === 'error')).toEqual([]);
  });

  it.each([
    { scope: 'user', where: 'channel', act: 'post' },
    { scope: 'shared', where: 'channel', act: 'post' },
    { scope: 'global', where: 'everywhere', act: null },
  ] as const)('of a limit of scope $scope says until when it holds $where', async ({ scope, where, act }) => {
    const desk = await aDesk();
    desk.discord.fails(1).at('POST /channels').with({ retryAfter: 7, scope }).before('commit');
    const until = plus(desk.discord.clock.now(), 7_050);
    const outcome = await desk.chat.post(aShowing());
    expect(outcome).toMatchObject({ kind: 'limited', where, act });
    expect(outcome.kind === 'limited' && Math.abs(between(outcome.until, until))).toBeLessThanOrEqual(SECOND);
  });

  it.each([
    { code: 30046, outcome: { kind: 'limited', act: 'edit', until: plus(NOON, 6_000) } },
    { code: 20028, outcome: { kind: 'limited', act: 'edit', until: plus(NOON, MINUTE) } },
    { code: 20022, outcome: { kind: 'later', retryAt: plus(NOON, 20 * MINUTE) } },
  ])('of an edit by limit $code is $outcome.kind, for as long as is known', async ({ code, outcome }) => {
    const desk = await aDesk();
    const posted = postedOf(await desk.chat.post(aShowing()));
    desk.discord.fails(1).at('PATCH').with({ status: 400, code }).before('commit');
    expect(await desk.chat.edit(aShowing({ subject: newsOf('Envoys sign the text') }), posted)).toMatchObject(outcome);
  });

  it('of the connection is for later', async () => {
    const desk = await aDesk();
    desk.discord.fails(1).at('POST /channels').with('socket closed').before('commit');
    expect(await desk.chat.post(aShowing())).toMatchObject({ kind: 'later', retryAt: null });
    expect(messagesOf(desk)).toHaveLength(0);
  });

  it('to answer in time is for later, and the message stands', async () => {
    const desk = await deskAt(await aDiscord(), { loginDeadlineMs: 2_000 });
    desk.discord.fails(1).at('POST /channels').with('silence').after('commit');
    expect(await desk.chat.post(aShowing())).toMatchObject({ kind: 'later', retryAt: null });
    expect(messagesOf(desk)).toHaveLength(1);
  });

  it('that nobody foresaw is for later, with its cause in the log', async () => {
    const desk = await aDesk();
    desk.discord.fails(1).at('POST /channels').with({ status: 418, code: 99999 }).before('commit');
    expect(await desk.chat.post(aShowing())).toMatchObject({ kind: 'later' });
    const [line] = desk.log.filter(({ level }) => level === 'error');
    expect(line?.fields).toMatchObject({ key: 'development-1/follow-1', err: { status: 418 } });
  });

  it('of a revoked token ends everything, once, and no more is sent', async () => {
    const desk = await aDesk();
    desk.discord.revokesToken();
    expect(await desk.chat.post(aShowing())).toMatchObject({ kind: 'unauthorised' });
    const asked = desk.discord.asked('/messages').length;
    expect(await desk.chat.edit(aShowing(), id<PostedId>('400'))).toMatchObject({ kind: 'unauthorised' });
    expect(await desk.chat.find(aShowing({ firstTriedAt: desk.discord.clock.now() }))).toMatchObject({
      kind: 'unauthorised',
    });
    expect(desk.discord.asked('/messages')).toHaveLength(asked);
    expect(desk.fatal).toEqual([expect.stringContaining('DISCORD_TOKEN')]);
    expect(desk.ready()).toBe(false);
  });
});

describe('a search', () => {
  const tried = (desk: Desk, change: Partial<Showing> = {}) =>
    aShowing({ firstTriedAt: desk.discord.clock.now(), attempts: 2, ...change });

  it('finds the message by its marker after the nonce was forgotten', async () => {
    const desk = await aDesk();
    const showing = tried(desk);
    desk.discord.fails(1).at('POST /channels').with(500).after('commit');
    await desk.chat.post(showing);
    desk.discord.channel(CHANNEL).chatter('somebody talks');
    desk.discord.clock.passes(10 * MINUTE);
    expect(await desk.chat.find(showing)).toEqual({ kind: 'found', posted: messagesOf(desk)[0]?.id });
  });

  it('tells other messages of ours from the one it seeks', async () => {
    const desk = await aDesk();
    await desk.chat.post(aShowing({ nonce: 'another', marker: 99 }));
    expect(await desk.chat.find(tried(desk))).toEqual({ kind: 'absent' });
  });

  it('is not taken in by someone who copies the marker', async () => {
    const desk = await aDesk();
    const showing = tried(desk);
    desk.discord.channel(CHANNEL).chatter(messageBody(drawCard(showing.subject), showing.marker, null));
    expect(await desk.chat.find(showing)).toEqual({ kind: 'absent' });
  });

  it('reads on behind the first hundred messages', async () => {
    const desk = await aDesk();
    const showing = tried(desk);
    await desk.chat.post(showing);
    for (let count = 0; count < 250; count += 1) desk.discord.channel(CHANNEL).chatter(`message ${count}`);
    expect(await desk.chat.find(showing)).toMatchObject({ kind: 'found' });
    expect(desk.discord.asked('GET /channels')).toHaveLength(3);
  });

  it('stops where the message cannot be any more', async () => {
    const desk = await aDesk();
    for (let count = 0; count < 250; count += 1) desk.discord.channel(CHANNEL).chatter(`message ${count}`);
    desk.discord.clock.passes(10 * MINUTE);
    expect(await desk.chat.find(tried(desk))).toEqual({ kind: 'absent' });
    expect(desk.discord.asked('GET /channels')).toHaveLength(1);
  });

  it('gives up in a channel that is too busy to be read', async () => {
    const desk = await aDesk();
    for (let count = 0; count < 2_000; count += 1) desk.discord.channel(CHANNEL).chatter(`message ${count}`);
    expect(await desk.chat.find(tried(desk))).toMatchObject({ kind: 'unprovable' });
  });

  it('waits out the limit of the channel that it reads', async () => {
    const desk = await aDesk();
    const showing = tried(desk);
    await desk.chat.post(showing);
    const before = desk.discord.clock.now();
    desk.discord.fails(1).at('GET /channels').with({ retryAfter: 2 }).before('commit');
    expect(await desk.chat.find(showing)).toMatchObject({ kind: 'found' });
    expect(desk.discord.clock.now()).toBe(plus(before, 2_050));
  });

  it('of an empty channel that the bot may read finds nothing', async () => {
    const desk = await aDesk();
    expect(await desk.chat.find(tried(desk))).toEqual({ kind: 'absent' });
  });

  it('of a channel whose past the bot may not read proves nothing', async () => {
    const desk = await aDesk();
    const showing = tried(desk);
    await desk.chat.post(showing);
    desk.discord.channel(CHANNEL).forbids('reading');
    expect(await desk.chat.find(showing)).toMatchObject({
      kind: 'unprovable',
      reason: expect.stringContaining('Read Message History'),
    });
  });

  it('for what was never tried asks nothing', async () => {
    const desk = await aDesk();
    expect(await desk.chat.find(aShowing())).toEqual({ kind: 'absent' });
    expect(desk.discord.asked('GET /channels')).toEqual([]);
  });

  it.each([
    { trouble: { status: 403, code: 50001 }, finding: { kind: 'denied' } },
    { trouble: 503, finding: { kind: 'later' } },
    { trouble: { retryAfter: 60 }, finding: { kind: 'limited', where: 'channel', act: 'post' } },
    { trouble: { status: 404, code: 10003 }, finding: { kind: 'absent' } },
  ])('that meets $trouble answers $finding.kind', async ({ trouble, finding }) => {
    const desk = await aDesk();
    desk.discord.fails(1).at('GET /channels').with(trouble).before('commit');
    expect(await desk.chat.find(tried(desk))).toMatchObject(finding);
  });
});

describe('requests', () => {
  const edits = async (desk: Desk, count: number, posted: PostedId) => {
    const outcomes: Outcome[] = [];
    for (let one = 0; one < count; one += 1) {
      outcomes.push(await desk.chat.edit(aShowing({ subject: newsOf(`Envoys meet again, day ${one}`) }), posted));
    }
    return outcomes.map(({ kind }) => kind);
  };

  it('to edit old messages are three in six seconds, and no more is asked of Discord', async () => {
    const desk = await aDesk();
    const posted = postedOf(await desk.chat.post(aShowing()));
    desk.discord.clock.passes(2 * HOUR);
    expect(await edits(desk, 4, posted)).toEqual(['done', 'done', 'done', 'limited']);
    expect(desk.discord.asked('PATCH')).toHaveLength(3);
    desk.discord.clock.passes(7_000);
    expect(await edits(desk, 1, posted)).toEqual(['done']);
  });

  it('to edit young messages are as many as Discord takes', async () => {
    const desk = await aDesk();
    const posted = postedOf(await desk.chat.post(aShowing()));
    expect(await edits(desk, 10, posted)).toEqual(Array.from({ length: 10 }, () => 'done'));
  });

  it('to edit old messages wait after a start, as if the desk of before had used them up', async () => {
    const desk = await aDesk();
    const posted = postedOf(await desk.chat.post(aShowing()));
    desk.discord.clock.passes(2 * HOUR);
    const next = await deskAt(desk.discord);
    expect(await edits({ ...desk, chat: next.chat }, 1, posted)).toEqual(['limited']);
    desk.discord.clock.passes(7_000);
    expect(await edits({ ...desk, chat: next.chat }, 4, posted)).toEqual(['done', 'done', 'done', 'limited']);
  });

  it('that were refused count for the next start too', async () => {
    const discord = await aDiscord();
    const kept: Instant[] = [];
    const refusals = (before: readonly Instant[]) => ({ before, keep: (at: Instant) => void kept.push(at) });
    discord.fails(2).at('POST').with({ status: 403, code: 50013 }).before('commit');
    const first = await deskAt(discord, { refusals: refusals([]) });
    for (let one = 0; one < 2; one += 1) await first.chat.post(aShowing());
    expect(kept).toEqual([discord.clock.now(), discord.clock.now()]);
    const before = Array.from({ length: 999 }, () => plus(discord.clock.now(), -5 * MINUTE));
    const second = await deskAt(discord, { refusals: refusals(before) });
    discord.fails(1).at('POST').with({ status: 403, code: 50013 }).before('commit');
    expect(await second.chat.post(aShowing())).toMatchObject({ kind: 'denied' });
    const until = plus(discord.clock.now(), 5 * MINUTE);
    expect(await second.chat.post(aShowing())).toMatchObject({ kind: 'limited', where: 'everywhere', until });
  });

  it('stop for everyone when a thousand in ten minutes were invalid, and go on afterwards', async () => {
    const desk = await aDesk();
    desk.discord.fails(1_000).at('POST').with({ status: 403, code: 50013 }).before('commit');
    for (let one = 0; one < 1_000; one += 1) await desk.chat.post(aShowing());
    const asked = desk.discord.asked('POST').length;
    const outcome = await desk.chat.post(aShowing());
    expect(outcome).toMatchObject({ kind: 'limited', where: 'everywhere', act: null });
    expect(desk.discord.asked('POST')).toHaveLength(asked);
    expect(desk.log.filter(({ level }) => level === 'error')).toMatchObject([
      { message: expect.stringMatching(/^Discord refused 1000 requests in ten minutes/) },
    ]);
    desk.discord.clock.passes(10 * MINUTE);
    expect(await desk.chat.post(aShowing())).toMatchObject({ kind: 'done' });
  });
});
