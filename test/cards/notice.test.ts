import { describe, expect, it } from 'vitest';
import { drawCard } from '../../src/cards/draw.ts';
import type { Card } from '../../src/domain/card.ts';
import { id } from '../../src/domain/ids.ts';
import type { Concern, Notice } from '../../src/domain/notice.ts';
import { at } from '../fakes/nouns.ts';
import { linesOf } from './reading.ts';

const SINCE = '<t:1754049600:f>';
const UNTIL = '<t:1754053200:f>';

function card(concern: Concern, resolvedAt: Notice['resolvedAt'] = null) {
  const notice: Notice = {
    id: id('no_1'),
    guild: id('100'),
    rev: 1,
    concern,
    since: at('2025-08-01T12:00Z'),
    resolvedAt,
  };
  return drawCard({ kind: 'notice', notice });
}

const FEED: Concern = {
  kind: 'feed',
  feed: id('bbc-world'),
  outlet: 'BBC *News*',
  verdict: 'http_error',
  reason: 'Feed bbc-world (https://x.example/): it answers 500',
};

describe('a notice', () => {
  it('of a feed says what is wrong, since when and what to do', () => {
    expect(linesOf(card(FEED))).toEqual([
      '### Feed bbc-world (BBC \\*News\\*) cannot be read',
      expect.stringMatching(/\(`http_error`\): It answers 500$/),
      'It is tried again by itself; /feed test reads an address, /feed health shows its history.',
      `-# Since ${SINCE}`,
    ]);
    expect(card(FEED).summary).toBe('Feed bbc-world (BBC *News*) cannot be read');
  });

  it('that is over is struck through, with how long it lasted', () => {
    const over = card(FEED, at('2025-08-01T13:00Z'));
    expect(linesOf(over)).toEqual([
      '### ~~Feed bbc-world (BBC \\*News\\*) cannot be read~~',
      `Over: it lasted from ${SINCE} to ${UNTIL}.`,
    ]);
    expect(over.summary).toBe('Over: Feed bbc-world (BBC *News*) cannot be read');
  });

  it.each<[Concern, string]>([
    [{ kind: 'network', feeds: 29 }, '### None of 29 feeds can be reached'],
    [{ kind: 'silence', outlet: id('dw'), name: 'DW' }, '### DW has published nothing for unusually long'],
    [{ kind: 'channel', channel: id('200'), reason: 'Allow it.' }, '### The bot may not write to a channel'],
    [{ kind: 'disk', freeBytes: 499_400_000 }, "### The bot's disk is nearly full: 499 MB left"],
  ])('of %j has a headline, a remedy and its beginning', (concern, headline) => {
    const lines = linesOf(card(concern));
    expect(lines[0]).toBe(headline);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.at(-1)).toBe(`-# Since ${SINCE}`);
  });

  it.each([
    ['unproven', 'A message may not have arrived', [], ['It is there → leave', 'Post it again → resend']],
    ['refused', 'Discord does not take a message', ['Too long'], ['Try it again → resend', 'Leave it → leave']],
  ] as const)('of a message that is %s says which, and takes both answers', (state, headline, why, answers) => {
    const concern: Concern = {
      kind: 'message',
      key: id('development-1/follow-1'),
      channel: id('200000000000000004'),
      state,
      wantedAt: at('2025-08-01T12:00Z'),
      title: 'Envoys *agree*',
      reason: 'too long',
    };
    expect(linesOf(card(concern)).slice(0, -2)).toEqual([
      `### ${headline}`,
      `In <#200000000000000004>, wanted ${SINCE}:`,
      '> Envoys \\*agree\\*',
      ...why,
    ]);
    const buttonsOf = (drawn: Card) => drawn.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
    expect(
      buttonsOf(card(concern)).map((one) => one.kind === 'act' && [one.label, one.act.subcommand].join(' → ')),
    ).toEqual(answers);
    expect(buttonsOf(card(concern, at('2025-08-01T13:00Z')))).toEqual([]);
  });

  it('of a break is told when it is over, and not struck through', () => {
    expect(linesOf(card({ kind: 'down' }, at('2025-08-01T13:00Z')))).toEqual([
      '### This bot was not running',
      'What feeds still list was read, and what was due is told in one message a channel.',
      `-# From ${SINCE} to ${UNTIL}`,
    ]);
  });
});
