import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Steering, steeredServer } from '../fakes/steering.ts';
import { headings, onlyText, openStoryDesk, type StoryDesk } from '../fakes/storyDesk.ts';

let desk: StoryDesk;

beforeEach(async () => {
  desk = await openStoryDesk({ storylines: ['ceasefire-deadline'], gate: { post: 1, ping: 2, unconfirmed: 'show' } });
});
afterEach(() => desk.close());

const FIRST = 'Trump sets 8 August deadline for Russia to agree Ukraine ceasefire';
const paused = { storyline: 'ceasefire-deadline' };

async function told(day: string, title: string): Promise<void> {
  await desk.hears(`${day}T11:00`, 'bbc', title);
  await desk.hears(`${day}T12:00`, 'guardian', title);
}

const inAll = () => desk.cards().length;

describe('a storyline that is paused', () => {
  it('posts nothing, keeps everything, and tells what was missed in one message', async () => {
    expect(await desk.types('story pause', paused)).toContain('### Paused:');
    await told('2025-07-30', FIRST);
    await desk.waits('2025-08-09T14:00');
    expect(inAll()).toBe(0);
    expect(await desk.types('deadline list')).toContain('8 Aug 2025');
    expect(await desk.types('story resume', paused)).toContain('What was missed comes in one message');
    await desk.waits('2025-08-09T15:00');
    expect(inAll()).toBe(1);
    const text = onlyText(desk.cards('catch_up'));
    expect(text).toContain('This storyline was paused here at <t:');
    expect(text).toContain('Its date went by: 8 Aug 2025');
    expect(text).toContain(FIRST);
    await desk.hears(
      '2025-08-09T16:00',
      'bbc',
      'Trump says Russia let his 8 August deadline for a Ukraine ceasefire pass',
    );
    expect(headings(desk.cards('development'))).toHaveLength(1);
  });

  it('keeps what was posted before it true', async () => {
    await desk.hears('2025-07-30T11:00', 'bbc', FIRST);
    const before = inAll();
    await desk.types('story pause', paused);
    await desk.hears('2025-07-30T12:00', 'guardian', FIRST);
    expect(inAll()).toBe(before);
    expect(onlyText(desk.cards('development'))).toContain('(2 reports)');
  });

  it('is told again by an undo as by a resume, and paused again by the undo of that', async () => {
    await desk.types('story pause', paused);
    await desk.hears('2025-07-30T11:00', 'bbc', FIRST);
    await desk.types('desk undo');
    await desk.waits('2025-07-30T13:00');
    expect(desk.cards().map(({ kind }) => kind)).toEqual(['catch_up']);
    expect(await desk.types('desk audit')).toMatch(/- .*: new: Paused since/);
  });

  it('says so where nothing was missed', async () => {
    await desk.types('story pause', paused);
    expect(await desk.types('story resume', paused)).toContain('Nothing was missed');
    expect(inAll()).toBe(0);
  });
});

describe('what cannot be paused', () => {
  let server: Steering;
  beforeEach(async () => {
    server = await steeredServer();
  });
  afterEach(() => server.store.close());

  it.each([
    ['pause', 'talks', /is not followed here/],
    ['resume', 'ceasefire-deadline', /is not paused/],
    ['pause', 'theirs', /There is no storyline/],
  ])('is refused: %s %s', async (verb, storyline, message) => {
    await expect(server.types(`story ${verb}`, { storyline })).rejects.toThrow(message);
  });

  it('is not paused twice', async () => {
    await server.types('story pause', paused);
    await expect(server.types('story pause', paused)).rejects.toThrow(/paused already/);
  });
});
