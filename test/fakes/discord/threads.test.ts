import { describe, expect, it } from 'vitest';
import { at } from '../nouns.ts';
import { messages } from './messages.ts';
import { type Place, places } from './places.ts';
import { threads } from './threads.ts';
import { ANNOUNCEMENT, BOT, CHANNEL, FORUM, type Forbidden, handClock } from './world.ts';

function aServer(change: Partial<Place> = {}, forbidden: readonly Forbidden[] = []) {
  const known = places();
  known.set(CHANNEL, change);
  known.forbid(CHANNEL, forbidden);
  const clock = handClock(at('2025-08-01T12:00:00Z'));
  const said = messages(clock, BOT, known);
  return { known, said, talks: threads(clock, BOT, known, said) };
}

const HELLO = { content: 'hello' };
const POST = { name: 'Talks', message: HELLO };
const TAGS = [
  { id: '1', name: 'news', moderated: false },
  { id: '2', name: 'staff', moderated: true },
];
const answer = (status: number, code: number) => ({ status, body: expect.objectContaining({ code }) });

describe('threads of the fake', () => {
  it('at a message have its id, and there is one of them', () => {
    const { known, said, talks } = aServer({ type: ANNOUNCEMENT });
    const { id } = said.chatter(CHANNEL, '5', 'hello');
    expect(talks.openAt(CHANNEL, id, { name: 'Talks' })).toMatchObject({ status: 201, body: { id, type: 10 } });
    expect(talks.openAt(CHANNEL, id, { name: 'Talks' })).toEqual(answer(400, 160_004));
    expect(known.get(id)).toMatchObject({ parent: CHANNEL, owner: BOT });
  });

  it('open by a post, unless they are locked, and by no edit', () => {
    const { known, said, talks } = aServer();
    const { id } = said.keep(CHANNEL, { flags: 0, components: [], content: 'hello' });
    talks.openAt(CHANNEL, id, { name: 'Talks' });
    said.post(id, HELLO);
    const [first] = said.in(id);
    known.set(id, { archivedAt: '2025-08-02' });
    expect(said.edit(id, first?.id ?? '', HELLO)).toEqual(answer(400, 50_083));
    expect(said.post(id, HELLO)).toMatchObject({ status: 200 });
    expect(known.get(id)?.archivedAt).toBeNull();
    known.set(id, { archivedAt: '2025-08-02', isLocked: true });
    expect(said.post(id, HELLO)).toEqual(answer(400, 160_005));
    expect(talks.change(id, { archived: false })).toEqual(answer(403, 50_013));
  });

  it('of a forum begin with a message of the same id, and are listed until they are archived', () => {
    const { known, said, talks } = aServer({ type: FORUM });
    const { body } = talks.open(CHANNEL, POST);
    const [post] = known.all().filter(({ parent }) => parent === CHANNEL);
    expect(body).toMatchObject({ id: post?.id, message: { id: post?.id, content: 'hello' } });
    expect(said.one(post?.id ?? '', post?.id ?? '')).toMatchObject({ status: 200 });
    const listed = (id?: string) => ({ body: { threads: id === undefined ? [] : [{ id }] } });
    const all = new URLSearchParams();
    expect([talks.active(), talks.archived(CHANNEL, all)]).toMatchObject([listed(post?.id), listed()]);
    talks.change(post?.id ?? '', { archived: true });
    const later = new URLSearchParams({ before: '2025-08-03' });
    expect([talks.active(), talks.archived(CHANNEL, later)]).toMatchObject([listed(), listed(post?.id)]);
  });

  it.each<[string, Partial<Place>, readonly Forbidden[], object, object]>([
    ['without a tag where one is required', { tags: TAGS, requiresTag: true }, [], POST, answer(400, 40_067)],
    ['with a tag of the staff', { tags: TAGS }, [], { ...POST, applied_tags: ['2'] }, answer(400, 50_035)],
    ['where nobody may write', {}, ['sending'], POST, answer(403, 50_013)],
    ['without a name', {}, [], { ...POST, name: '' }, answer(400, 50_035)],
    ['with a name of 101', {}, [], { ...POST, name: 'x'.repeat(101) }, answer(400, 50_035)],
    ['in no forum', { type: 0 }, [], POST, answer(400, 50_024)],
  ])('of a forum do not begin %s', (_, change, forbidden, body, expected) => {
    expect(aServer({ type: FORUM, ...change }, forbidden).talks.open(CHANNEL, body)).toEqual(expected);
  });

  it('ask for permissions of their own', () => {
    const { known, said, talks } = aServer({}, ['making threads', 'sending in threads']);
    const { id } = said.keep(CHANNEL, { flags: 0, components: [], content: 'hello' });
    expect(talks.openAt(CHANNEL, id, { name: 'Talks' })).toEqual(answer(403, 50_013));
    known.set(id, { type: 11, parent: CHANNEL });
    expect(said.post(id, HELLO)).toEqual(answer(403, 50_013));
    expect(said.post(CHANNEL, HELLO)).toMatchObject({ status: 200 });
  });

  it('are the only place for messages in a forum', () => {
    expect(aServer({ type: FORUM }).said.post(CHANNEL, HELLO)).toEqual(answer(400, 40_058));
  });
});
