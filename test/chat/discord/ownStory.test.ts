/** A server's own storyline from the form to its removal, with nothing but what a moderator can press. */
import { expect, it } from 'vitest';
import { COMMANDS } from '../../../src/commands/index.ts';
import type { Change } from '../../../src/domain/change.ts';
import { id } from '../../../src/domain/ids.ts';
import type { Feeds } from '../../../src/domain/ports.ts';
import { MINUTE, plus } from '../../../src/domain/time.ts';
import { openStore } from '../../../src/main.ts';
import { trialPicture } from '../../../src/web/plot/trialPicture.ts';
import type { Seen } from '../../fakes/discord/interactions.ts';
import { type Component, withChildren } from '../../fakes/discord/rules.ts';
import { GUILD, MANAGE_GUILD } from '../../fakes/discord/world.ts';
import { anItem, anOutlet, aStoryline, NO_RULES } from '../../fakes/nouns.ts';
import { aDiscord, deskAt, keptLog } from './start.ts';

const because = 'a test says so';
const MODERATOR = { permissions: MANAGE_GUILD };
const FEEDS: Feeds = { fetch: () => Promise.reject(new Error('nothing is read')), close: async () => undefined };
const TITLES = ['Grain ships leave Odesa', 'Grain corridor talks resume', 'Corridor for grain closed', 'Oil price cap'];

async function aDeskThatStored() {
  const discord = await aDiscord();
  const { clock } = discord;
  const store = openStore(':memory:', clock, keptLog(), {});
  const items = TITLES.map((title, index): Change => {
    const item = anItem({
      id: id(`it_${index}`),
      identities: [`link:https://news.example/${index}`],
      title,
      lede: '',
      seen: clock.now(),
    });
    return { kind: 'item.seen', item, baseline: false, because };
  });
  const theirs = aStoryline({ slug: id('theirs'), title: 'Theirs', guild: id('999') });
  const known: readonly Change[] = [
    { kind: 'outlet.listed', outlet: anOutlet(), because },
    { kind: 'storyline.defined', storyline: theirs, because },
    { kind: 'storyline.defined', storyline: aStoryline({ query: 'ultimatum AND ceasefire', deadline: null }), because },
  ];
  await store.commit([...known, ...items], { at: clock.now(), actor: 'test' });
  await store.makeSearchable(100);
  const commit: typeof store.commit = async (changes, act) => {
    await store.commit(changes, act);
    clock.reaches(plus(clock.now(), MINUTE));
  };
  const pictures = { ...NO_RULES.pictures, trial: trialPicture };
  const ports = { ...NO_RULES, store, feeds: FEEDS, commit, pictures };
  await deskAt(discord, { commands: COMMANDS, ports });
  return { discord, store };
}

/** Custom ids of the buttons that are seen, by what they say. */
function buttonsOf({ body }: Seen): Readonly<Record<string, string>> {
  const all = (body.components ?? []).flatMap((one: Component) => withChildren(one));
  return Object.fromEntries(all.map(({ label = '', custom_id: own = '' }) => [label, own]));
}

const ADD = { name: 'story', subcommand: 'add', options: {} };
const GRAIN = { title: 'Grain corridor', any: 'grain, wheat', and: 'corridor', none: 'oil' };

it('is made in a form, tried on what is stored, changed, switched on, edited, removed and brought back', async () => {
  const { discord, store } = await aDeskThatStored();
  const own = async () => (await store.server(id(GUILD))).storylines;

  const trial = await discord.slashForm(ADD, GRAIN, MODERATOR);
  expect(trial.text).toContain('Trial: Grain corridor');
  expect(trial.text).toContain('2 of 4 stored reports');
  expect(trial.text).toContain('any of: “grain”, “wheat”');
  expect(trial.text).toContain('Grain corridor talks resume');
  expect(trial.text).toContain('Just missed: 1');
  expect(await own()).toEqual([]);

  const changed = await discord.fill(buttonsOf(trial).Change ?? '', { and: 'corridor, ships' }, MODERATOR);
  expect(changed.text).toContain('3 of 4 stored reports');
  const on = buttonsOf(changed)['Switch on'] ?? '';
  expect((await discord.press(on)).text).toContain('Manage Server');
  expect((await discord.press(on, MODERATOR)).text).toContain('Switched on: Grain corridor');
  const [storyline] = await own();
  expect(storyline).toMatchObject({ title: 'Grain corridor', guild: GUILD, query: expect.stringContaining('ships') });
  expect((await store.server(id(GUILD))).follows.map((follow) => follow.storyline)).toEqual([storyline?.slug]);
  expect((await discord.press(on, MODERATOR)).text).toContain('not kept any more');

  const typed = { name: 'story', subcommand: 'edit', options: { storyline: 'Grain corridor' } };
  const edited = await discord.slashForm(typed, { and: 'talks' }, MODERATOR);
  expect(edited.text).toContain('Would come anew: 0');
  expect(edited.text).toContain('Would be taken no more: 2');
  await discord.press(buttonsOf(edited)['Switch on'] ?? '', MODERATOR);
  expect((await own())[0]?.query).toContain('talks');

  expect((await discord.slash('story', 'remove', { storyline: 'Grain corridor' }, MODERATOR)).text).toContain(
    'Removed',
  );
  expect(await own()).toEqual([]);
  const audit = (await discord.slash('desk', 'audit', {}, MODERATOR)).text;
  expect(audit).toContain('Storyline removed: Grain corridor');
  expect(audit).toContain('Storyline added: Grain corridor');
});

it('is taken back by undo, step by step', async () => {
  const { discord, store } = await aDeskThatStored();
  const trial = await discord.slashForm(ADD, GRAIN, MODERATOR);
  await discord.press(buttonsOf(trial)['Switch on'] ?? '', MODERATOR);
  await discord.slash('desk', 'undo', {}, MODERATOR);
  const { storylines, follows } = await store.server(id(GUILD));
  expect(storylines).toEqual([]);
  expect(follows.map(({ pausedAt }) => pausedAt)).toEqual([expect.any(String)]);
});

it('that would take almost everything is shown, and cannot be switched on', async () => {
  const { discord } = await aDeskThatStored();
  const none = await discord.slashForm(ADD, { title: 'Nothing', any: 'grain', none: 'grain' }, MODERATOR);
  expect(none.text).toContain('This finds nothing');
  expect(buttonsOf(none)).not.toHaveProperty('Switch on');
  const cancelled = await discord.press(buttonsOf(none).Cancel ?? '', MODERATOR);
  expect(cancelled.text).toContain('Nothing was changed');
});

it('is copied from the catalogue, with its words and its dates, and leaves that as it is', async () => {
  const { discord, store } = await aDeskThatStored();
  const before = (await store.catalogue()).storylines;
  const offered = await discord.typing('story', 'copy', { option: 'storyline', text: '', options: {} }, MODERATOR);
  expect(offered.map(({ value }) => value)).toEqual(['ceasefire-deadline']);
  const copy = await discord.slash('story', 'copy', { storyline: 'ceasefire-deadline' }, MODERATOR);
  expect(copy.text).toContain('Trial: Ceasefire deadline (ours)');
  expect(copy.text).toContain('feeds of this server are read for it, too');
  await discord.press(buttonsOf(copy)['Switch on'] ?? '', MODERATOR);
  const [own] = (await store.server(id(GUILD))).storylines;
  const shipped = before.find(({ slug }) => slug === 'ceasefire-deadline');
  expect(own).toEqual({ ...shipped, slug: own?.slug, title: 'Ceasefire deadline (ours)', guild: GUILD });
  expect((await store.catalogue()).storylines).toEqual(expect.arrayContaining([...before]));
  const again = await discord.slash('story', 'copy', { storyline: 'ceasefire-deadline' }, MODERATOR);
  expect(again.text).toContain('here already');
  const ofOwn = await discord.slash('story', 'copy', { storyline: own?.slug ?? '' }, MODERATOR);
  expect(ofOwn.text).toContain('own already');
  const theirs = await discord.slash('story', 'copy', { storyline: 'theirs' }, MODERATOR);
  expect(theirs.text).toContain('no storyline');
});

it('is tried on what is stored beside another query, and nothing is changed', async () => {
  const { discord, store } = await aDeskThatStored();
  const before = (await store.catalogue()).storylines;
  const options = { storyline: 'ceasefire-deadline', query: 'grain AND corridor' };
  const { text, body } = await discord.slash('story', 'backtest', options, MODERATOR);
  expect(body.files?.[0]?.bytes.slice(1, 4)).toEqual(new TextEncoder().encode('PNG'));
  expect(body.attachments).toMatchObject([{ description: expect.stringContaining('2 of 4 stored reports') }]);
  expect(text).toContain('2 of 4 stored reports');
  expect(text).toContain('Would come anew: 2');
  expect((await discord.slash('story', 'backtest', { ...options, query: '(' }, MODERATOR)).text).toContain('cannot be');
  expect((await discord.slash('story', 'backtest', { storyline: 'theirs' }, MODERATOR)).text).toContain('no storyline');
  expect((await discord.slash('story', 'backtest', options)).text).toContain('Manage Server');
  expect((await store.catalogue()).storylines).toEqual(before);
});

it.each<[string, Readonly<Record<string, string>>, string]>([
  ['a query that cannot be read', { title: 'A', any: '@nobody' }, 'cannot be read as a query'],
  ['no words', { title: 'A', any: ' , ' }, 'at least one word'],
  ['no title', { title: ' ', any: 'grain' }, 'Write a title'],
])('with %s is refused with the reason', async (_, written, reason) => {
  const { discord } = await aDeskThatStored();
  expect((await discord.slashForm(ADD, written, MODERATOR)).text).toContain(reason);
});

it('of nobody else can be changed, and members cannot open the form', async () => {
  const { discord } = await aDeskThatStored();
  for (const storyline of ['theirs', 'ceasefire-deadline']) {
    const { text } = await discord.slash('story', 'edit', { storyline }, MODERATOR);
    expect(text).toContain('is no storyline of this server');
    expect((await discord.slash('story', 'remove', { storyline }, MODERATOR)).text).toContain('is no storyline of');
  }
  expect((await discord.slash('story', 'add', {})).text).toContain('Manage Server');
  const offered = await discord.typing('story', 'remove', { option: 'storyline', text: '', options: {} }, MODERATOR);
  expect(offered).toEqual([]);
});
