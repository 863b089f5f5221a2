import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { inWords } from '../../src/commands/queryInWords.ts';
import { compileQuery } from '../../src/decide/match/compile.ts';
import { steeredServer } from '../fakes/steering.ts';
import { openStoryDesk, type StoryDesk } from '../fakes/storyDesk.ts';

const ALIASES = { kyiv: ['Kyiv', 'Kiev', 'Київ', 'Kiew'] };

function said(query: string): readonly string[] {
  const compiled = compileQuery(query, ALIASES);
  if (compiled.kind === 'error') throw new Error(compiled.error.message);
  return inWords(compiled.query.query, ALIASES);
}

describe('a query in words', () => {
  it.each([
    ['ceasefire', ['“ceasefire”']],
    ['ceasefire OR truce', ['any of: “ceasefire”, “truce”']],
    [
      '(ceasefire OR "peace talks") AND tariff* NOT (gaza OR iran)',
      ['any of: “ceasefire”, “peace talks”', 'words beginning with “tariff”', 'none of: “gaza”, “iran”'],
    ],
    ['@kyiv AND talks', ['**kyiv** by any name (Kyiv, Kiev, and 2 more)', '“talks”']],
    ['title:summit AND lang:uk', ['“summit” in the title', 'written in Ukrainian']],
    ['NEAR(peace plan, 3)', ['“peace” + “plan” close together']],
    ['n-of(2; gas; oil; coal)', ['at least 2 of: “gas”, “oil”, “coal”']],
    ['talks AND since:2025-07-01', ['“talks”', 'since 2025-07-01']],
    ['talks ~istanbul', ['“talks”', 'ranked higher with: “istanbul”']],
    ['talks OR (gas AND oil NOT coal)', ['any of: “talks”, (“gas” + “oil” + none of: “coal”)']],
  ])('%s', (query, lines) => {
    expect(said(query)).toEqual(lines);
  });

  it('has no effect in it', () => {
    expect(said('"@everyone"').join()).not.toMatch(/(?<!\u200b)@everyone/);
  });
});

describe('/story show', () => {
  let desk: StoryDesk;
  beforeEach(async () => {
    desk = await openStoryDesk({ storylines: ['ceasefire-deadline'] });
  });
  afterEach(() => desk.close());

  it('tells what it looks for, who follows it, what it found lately and which dates it has', async () => {
    const title = 'Trump sets 8 August deadline for Russia to agree Ukraine ceasefire';
    await desk.hears('2025-07-30T11:00', 'bbc', title);
    await desk.hears('2025-07-30T12:00', 'guardian', 'Trump gives Russia until 8 August to agree a Ukraine ceasefire');
    await desk.confirmsAll();
    const text = await desk.types('story show', { storyline: 'ceasefire-deadline' });
    expect(text).toContain('It looks for reports with');
    expect(text).toContain('any of:');
    expect(text).toContain('<#200>');
    expect(text).toContain('Reports: 2 in the last 7 days, 2 in the last 30');
    expect(text).toContain('8 Aug 2025');
    expect(text).toContain(`[${title}]`);
    await desk.types('story pause', { storyline: 'ceasefire-deadline' });
    expect(await desk.types('story show', { storyline: 'ceasefire-deadline' })).toContain('Paused since');
  });
});

it('/story show knows nothing of another server’s storyline', async () => {
  const desk = await steeredServer();
  await expect(desk.types('story show', { storyline: 'theirs' })).rejects.toThrow(/no storyline/);
  expect(await desk.types('story show', { storyline: 'talks' })).toContain('Not followed here');
  await desk.store.close();
});
