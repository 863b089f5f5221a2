import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aFollow, anOutlet, at } from '../fakes/nouns.ts';
import { type Steering, steeredServer } from '../fakes/steering.ts';
import { onlyText, openStoryDesk, type StoryDesk } from '../fakes/storyDesk.ts';

const GUILD = aFollow().guild;
const FIRST = 'Trump sets 8 August deadline for Russia to agree Ukraine ceasefire';
const OTHERWISE = 'Putin has until 8 August to agree to a ceasefire in Ukraine, Trump says';

describe('an outlet that is muted', () => {
  let desk: StoryDesk;
  const opened = async (post: number) => {
    desk = await openStoryDesk({ storylines: ['ceasefire-deadline'], gate: { post, ping: 2, unconfirmed: 'show' } });
  };
  afterEach(() => desk.close());

  it('opens no message and stands on no card that others open', async () => {
    await opened(2);
    expect(await desk.types('feed mute', { outlet: 'BBC News' })).toContain('### Muted: BBC News');
    await desk.hears('2025-07-30T11:00', 'bbc', FIRST);
    expect(desk.cards('development')).toEqual([]);
    await desk.hears('2025-07-30T12:00', 'guardian', FIRST);
    const text = onlyText(desk.cards('development'));
    expect(text).toContain('Reported by [The Guardian]');
    expect(text).toContain('**Unconfirmed:**');
  });

  it('sets no date; the next one who says so does', async () => {
    await opened(1);
    await desk.types('feed mute', { outlet: 'bbc' });
    await desk.hears('2025-07-30T11:00', 'bbc', FIRST);
    expect(await desk.types('deadline list')).not.toContain('8 Aug 2025');
    await desk.hears('2025-07-30T12:00', 'guardian', OTHERWISE);
    expect(await desk.types('deadline list')).toContain('8 Aug 2025');
  });

  it('counts again after an undo, from the next report on', async () => {
    await opened(2);
    await desk.types('feed mute', { outlet: 'bbc' });
    await desk.hears('2025-07-30T11:00', 'bbc', FIRST);
    await desk.types('desk undo');
    await desk.hears('2025-07-30T12:00', 'guardian', FIRST);
    expect(onlyText(desk.cards('development'))).toContain('[BBC News');
    expect(await desk.types('desk audit')).toContain('Muted outlets: `bbc`');
  });
});

describe('muting', () => {
  let server: Steering;
  const unheard = async () => (await server.store.server(GUILD)).follows.map((follow) => follow.unheard);
  beforeEach(async () => {
    server = await steeredServer();
    const listed = { kind: 'outlet.listed', outlet: anOutlet(), because: 'a test says so' } as const;
    await server.store.commit([listed], { at: at('2025-07-14T16:00Z'), actor: 'start' });
  });
  afterEach(() => server.store.close());

  it('holds for what is followed later, too, and ends for all', async () => {
    await server.types('feed mute', { outlet: 'bbc' });
    await server.types('desk setup', { storylines: 'talks' });
    expect(await unheard()).toEqual([['bbc'], ['bbc']]);
    expect(await server.types('feed unmute', { outlet: 'bbc' })).toContain('### Heard again: BBC News');
    expect(await unheard()).toEqual([[], []]);
  });

  it.each([
    ['mute', 'gossip', /There is no outlet "gossip"/],
    ['unmute', 'bbc', /is not muted here/],
  ])('is refused: %s %s', async (verb, outlet, message) => {
    await expect(server.types(`feed ${verb}`, { outlet })).rejects.toThrow(message);
  });

  it('is refused twice', async () => {
    await server.types('feed mute', { outlet: 'bbc' });
    await expect(server.types('feed mute', { outlet: 'bbc' })).rejects.toThrow(/muted here already/);
  });
});
