import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { currentVersion } from '../../src/domain/deadline.ts';
import { id as named } from '../../src/domain/ids.ts';
import { aDeadline, aFollow, aProposal, at, aVersion, onDay } from '../fakes/nouns.ts';
import { CEASEFIRE, type Steering, steeredServer } from '../fakes/steering.ts';
import { headings, onlyText, openStoryDesk, type StoryDesk } from '../fakes/storyDesk.ts';

const GUILD = aFollow().guild;
const PAGE = 'https://www.state.gov/briefing';
const because = 'a test says so';
const ADDED = { storyline: CEASEFIRE.slug, date: '9 Aug 2025', about: 'Holders of GL 99', link: PAGE };

let desk: Steering;
beforeEach(async () => {
  desk = await steeredServer();
});

async function only() {
  const [deadline, another] = await desk.store.deadlines(GUILD);
  if (!deadline || another) throw new Error('one deadline was expected');
  return deadline;
}

async function rungsOf(state: string) {
  const history = await desk.store.deadline((await only()).id);
  return history?.rungs.filter((rung) => rung.state === state).map(({ version }) => version) ?? [];
}

describe('/deadline add', () => {
  it('lets a date stand at once, with its source, reminders and card, as the word of the moderators', async () => {
    const text = await desk.types('deadline add', ADDED);
    expect(text).toContain('### Deadline for Holders of GL 99, set by Donald Trump');
    expect(text).toContain('-# Set by the moderators of this server');
    expect(text).toContain(`-# by the moderators of this server · [Open the source](${PAGE})`);
    expect(currentVersion(await only()).window).toMatchObject({ latest: '2025-08-09', zone: 'America/New_York' });
    expect(new Set(await rungsOf('planned'))).toEqual(new Set([1]));
  });

  it.each([
    [{ storyline: 'gone' }, /no storyline/],
    [{ storyline: 'talks' }, /Istanbul talks/],
    [{ date: '5/9/2026' }, /That may be/],
    [{ date: 'soon' }, /soon/],
    [{ link: 'state.gov' }, /no web address/],
    [{ about: 'x'.repeat(81) }, /at most 80 characters/],
  ])('sets nothing for %j', async (wrong, message) => {
    await expect(desk.types('deadline add', { ...ADDED, ...wrong })).rejects.toThrow(message);
    expect(await desk.store.deadlines(GUILD)).toEqual([]);
  });

  it('sets nothing twice', async () => {
    await desk.types('deadline add', ADDED);
    await expect(desk.types('deadline add', ADDED)).rejects.toThrow(/stands here already/);
  });
});

describe('/deadline move', () => {
  it('gives another date with the reason, and other reminders', async () => {
    await desk.types('deadline add', ADDED);
    const text = await desk.types('deadline move', { deadline: '1', date: '12 Aug 2025', reason: 'Talks go on' });
    expect(text).toContain('**Extended:** 12 Aug 2025');
    expect(text).toContain('by the moderators of this server · Talks go on');
    expect([new Set(await rungsOf('planned')), new Set(await rungsOf('cancelled'))]).toEqual([
      new Set([2]),
      new Set([1]),
    ]);
    const again = desk.types('deadline move', { deadline: '1', date: '12 Aug 2025' });
    await expect(again).rejects.toThrow('It says so already.');
  });

  it('closes what waits of its chain', async () => {
    await desk.store.commit(
      [
        { kind: 'deadline.set', deadline: aDeadline(), because },
        { kind: 'proposal.made', proposal: aProposal(), because },
      ],
      { at: at('2025-07-14T17:00Z'), actor: 'test' },
    );
    await desk.types('deadline confirm', { proposal: '1a2b3c' });
    const version = aVersion({ number: 2, change: 'extended', window: onDay('2025-09-20') });
    const second = aProposal({ id: named('pr_2b2b3c4d5e6f'), version: 2 });
    await desk.store.commit(
      [
        { kind: 'deadline.changed', id: aDeadline().id, rev: 2, version, because },
        { kind: 'proposal.made', proposal: second, because },
      ],
      { at: at('2025-07-14T17:05Z'), actor: 'test' },
    );
    await desk.types('deadline move', { deadline: '1', date: '9 Sep 2025' });
    expect(await desk.store.proposals(GUILD)).toEqual([]);
  });
});

describe('/deadline outcome', () => {
  it.each([
    ['met', 'Met'],
    ['lifted', 'Lifted'],
  ])('says that it was %s, and no reminder comes', async (outcome, status) => {
    await desk.types('deadline add', ADDED);
    expect(await desk.types('deadline outcome', { deadline: '1', outcome, link: PAGE })).toContain(
      `**Status:** ${status}`,
    );
    expect(await rungsOf('planned')).toEqual([]);
    const move = desk.types('deadline move', { deadline: '1', date: '12 Aug 2025' });
    await expect(move).rejects.toThrow('That deadline is over.');
  });

  it.each(['passed', 'unknown'])('cannot say %s of a date that is ahead', async (outcome) => {
    await desk.types('deadline add', ADDED);
    const early = desk.types('deadline outcome', { deadline: '1', outcome });
    await expect(early).rejects.toThrow('Its date is still ahead.');
  });

  it('knows four outcomes', async () => {
    await desk.types('deadline add', ADDED);
    const odd = desk.types('deadline outcome', { deadline: '1', outcome: 'won' });
    await expect(odd).rejects.toThrow('There are: met, passed, lifted, unknown.');
  });
});

describe('what moderators said of dates', () => {
  it('is told in the audit with what stood before, and taken back step by step', async () => {
    await desk.types('deadline add', ADDED);
    await desk.types('deadline move', { deadline: '1', date: '12 Aug 2025', reason: 'Talks go on' });
    await desk.types('deadline outcome', { deadline: '1', outcome: 'met' });
    const audit = await desk.types('desk audit');
    expect(audit).toContain('Deadline for Holders of GL 99, set by Donald Trump: 9 Aug 2025 → 12 Aug 2025 · Extended');
    expect(audit).toContain('12 Aug 2025 · Met');
    await desk.types('desk undo');
    expect(currentVersion(await only())).toMatchObject({ change: 'corrected', window: { latest: '2025-08-12' } });
    expect(await rungsOf('planned')).not.toEqual([]);
    await desk.types('desk undo');
    expect(currentVersion(await only())).toMatchObject({ change: 'corrected', window: { latest: '2025-08-09' } });
    await desk.types('desk undo');
    expect(currentVersion(await only())).toMatchObject({ change: 'withdrawn' });
    expect((await desk.types('desk audit')).match(/· taken back/g)).toHaveLength(3);
    await expect(desk.types('desk undo')).rejects.toThrow('nothing to take back');
  });

  it('is not taken back once something newer holds', async () => {
    await desk.types('deadline add', ADDED);
    const { id, rev } = await only();
    const version = aVersion({ number: 2, change: 'lifted', admission: { of: 1, by: 'law' } });
    await desk.store.commit([{ kind: 'deadline.changed', id, rev: rev + 1, version, because }], {
      at: at('2025-07-15T17:00Z'),
      actor: 'poll:test',
    });
    await expect(desk.types('desk undo')).rejects.toThrow('That deadline was changed since.');
  });

  it('is withdrawn where nothing stood before', async () => {
    await desk.types('deadline add', ADDED);
    expect(await desk.types('desk undo')).toContain('9 Aug 2025');
    expect(currentVersion(await only())).toMatchObject({ change: 'withdrawn' });
    expect(await rungsOf('planned')).toEqual([]);
  });
});

describe('reports that come after the word of moderators', () => {
  let story: StoryDesk;
  beforeEach(async () => {
    const storylines = ['ceasefire-deadline'];
    story = await openStoryDesk({ storylines, gate: { post: 1, ping: 1, unconfirmed: 'show' }, dates: 'auto' });
    await story.hears(
      '2025-12-01T16:00',
      'reuters',
      'Trump sets 20 December deadline for Russia to agree Ukraine peace',
    );
    await story.types('deadline move', { deadline: '1', date: '10 Dec 2025', reason: 'Said at the briefing' });
  });
  afterEach(() => story.close());

  it('move and end nothing: they are proposed; the move has its message and its reminders', async () => {
    await story.hears(
      '2025-12-02T16:00',
      'bbc',
      'Trump extends deadline for Russia to agree Ukraine peace to 28 December',
    );
    expect(headings(story.cards('change'))).toEqual(['Brought forward: 20 Dec 2025 → 10 Dec 2025']);
    expect(headings(story.cards('proposal'))).toEqual(['To confirm: Extended: 10 Dec 2025 → 28 Dec 2025']);
    await story.waits('2025-12-10T15:00');
    expect(headings(story.cards('rung'))).not.toEqual([]);
    expect(onlyText(story.cards('deadline'))).toContain('**Status:** Pending');
  });

  it('confirm it where they say the same', async () => {
    await story.hears('2025-12-02T16:00', 'bbc', 'Trump brings deadline for Russia forward to 10 December');
    expect(story.cards('proposal')).toEqual([]);
    expect(onlyText(story.cards('deadline'))).toContain(
      'by the moderators of this server · Said at the briefing · confirmed by 1',
    );
  });

  it('cannot say an outcome away', async () => {
    await story.types('deadline outcome', { deadline: '1', outcome: 'lifted', reason: 'Called off' });
    await story.hears('2025-12-03T16:00', 'bbc', 'Trump sets 28 December deadline for Russia to agree Ukraine peace');
    expect(onlyText(story.cards('deadline').slice(0, 1))).toContain('**Status:** Lifted');
    expect(headings(story.cards('change')).at(-1)).toBe('Lifted, was due: 10 Dec 2025');
  });

  it('a date that went by may be said to have passed without being met', async () => {
    await story.waits('2025-12-12T00:00');
    await story.types('deadline outcome', { deadline: '1', outcome: 'passed' });
    expect(onlyText(story.cards('deadline'))).toContain('**Status:** Passed without being met');
    await story.types('deadline outcome', { deadline: '1', outcome: 'unknown' });
    expect(onlyText(story.cards('deadline'))).toContain('outcome unknown');
  });
});
